//! Files.

texts! {
    files: "Bilagor", "Attachments";
    attach_files: "Bifoga filer", "Attach files";
    attach_hint: "Dra hit, klistra in eller välj.", "Drop, paste or choose.";
    take_photo: "Lägg till foto eller fil", "Add a photo or a file";
    send_files: "Skicka", "Send";
    remove_file(name: &str): "Ta bort {name}", "Remove {name}";
    preview_of(name: &str): "Förhandsvisning av {name}", "Preview of {name}";
    download_file(name: &str, size: &str): "Ladda ner {name}, {size}", "Download {name}, {size}";
    did_attach: "bifogade", "attached";
    did_remove_file: "tog bort bilagan", "removed the attachment";
    refused_file_too_large(megabytes: u32): "En fil är för stor. Varje fil får vara högst {megabytes} MB.", "A file is too large. Each file may be at most {megabytes} MB.";
    refused_too_many_files(limit: u32): "För många filer på en gång. Bifoga högst {limit} i taget.", "Too many files at once. Attach at most {limit} at a time.";
    refused_file_kind: "Filen är av ett slag som inte tas emot. Bifoga bild, PDF, kontorsdokument, textfil, zip, mp4 eller mp3.", "Files of that kind are not accepted. Attach a picture, PDF, office document, text file, zip, mp4 or mp3.";
    refused_no_files: "Välj minst en fil eller skriv något.", "Choose at least one file or write something.";
}
