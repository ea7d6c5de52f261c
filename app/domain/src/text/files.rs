//! Files.

texts! {
    files: "Bilagor", "Attachments";
    attach_files: "Bifoga filer", "Attach files";
    attach_hint: "Dra hit filer eller klistra in en bild.", "Drop files here or paste a picture.";
    drop_files: "Släpp filerna för att bifoga dem", "Drop the files to attach them";
    take_photo: "Ta foto", "Take a photo";
    chosen_files: "Valda filer", "Chosen files";
    sending_file(name: &str): "{name} skickas", "{name} is being sent";
    file_waits: "väntar på nätet, skickas igen", "waits for the network, is sent again";
    file_stopped: "inte skickad", "not sent";
    files_wait: "Väntar på nätet. Filerna skickas igen av sig själva.", "Waiting for the network. The files are sent again by themselves.";
    files_stopped: "Servern svarar inte. Filerna är inte skickade än.", "The server does not answer. The files are not sent yet.";
    do_not_attach(name: &str): "Bifoga inte {name}", "Do not attach {name}";
    remove_file(name: &str): "Ta bort {name}", "Remove {name}";
    remove_file_about(days: u32): "Bilagan tas bort för alla. Den kan tas tillbaka i {days} dagar.", "The attachment is removed for everybody. It can be put back for {days} days.";
    file_removed(name: &str): "{name} är borttagen", "{name} has been removed";
    removed_files: "Borttagna bilagor", "Removed attachments";
    removed_files_about(days: u32): "De kan tas tillbaka i {days} dagar.", "They can be put back for {days} days.";
    put_back_file(name: &str): "Ta tillbaka {name}", "Put back {name}";
    put_back: "Ta tillbaka", "Put back";
    preview_of(name: &str): "Visa {name}", "Show {name}";
    download: "Ladda ner", "Download";
    did_attach: "bifogade", "attached";
    did_remove_file: "tog bort bilagan", "removed the attachment";
    did_put_back_file: "tog tillbaka bilagan", "put back the attachment";
    refused_file_too_large(megabytes: u32): "En fil är för stor. Varje fil får vara högst {megabytes} MB.", "A file is too large. Each file may be at most {megabytes} MB.";
    refused_one_file_too_large(name: &str, megabytes: u32): "{name} är för stor. Varje fil får vara högst {megabytes} MB. Skicka igen utan den.", "{name} is too large. Each file may be at most {megabytes} MB. Send again without it.";
    refused_one_file_kind(name: &str): "{name} är av ett slag som inte tas emot. Skicka igen utan den, eller bifoga bild, PDF, kontorsdokument, textfil, zip, film (mp4, mov) eller ljud (mp3, m4a).", "{name} is of a kind that is not accepted. Send again without it, or attach a picture, PDF, office document, text file, zip, film (mp4, mov) or sound (mp3, m4a).";
    refused_one_file_empty(name: &str): "{name} är tom. Skicka igen utan den, eller spara filen på nytt och bifoga den igen.", "{name} is empty. Send again without it, or save the file anew and attach it again.";
    refused_several_files(told: &str, megabytes: u32): "Tas inte emot: {told}. Skicka igen utan dem, eller bifoga bild, PDF, kontorsdokument, textfil, zip, film (mp4, mov) eller ljud (mp3, m4a), på högst {megabytes} MB.", "Not accepted: {told}. Send again without them, or attach a picture, PDF, office document, text file, zip, film (mp4, mov) or sound (mp3, m4a), of at most {megabytes} MB.";
    refused_short_kind(name: &str): "{name} (fel slag)", "{name} (wrong kind)";
    refused_short_too_large(name: &str, megabytes: u32): "{name} (större än {megabytes} MB)", "{name} (larger than {megabytes} MB)";
    refused_short_empty(name: &str): "{name} (tom)", "{name} (empty)";
    refused_too_many_files(limit: u32): "För många filer på en gång. Bifoga högst {limit} i taget.", "Too many files at once. Attach at most {limit} at a time.";
    refused_file_kind: "Filen är av ett slag som inte tas emot. Bifoga bild, PDF, kontorsdokument, textfil, zip, film (mp4, mov) eller ljud (mp3, m4a).", "Files of that kind are not accepted. Attach a picture, PDF, office document, text file, zip, film (mp4, mov) or sound (mp3, m4a).";
    refused_no_files: "Välj minst en fil eller skriv något.", "Choose at least one file or write something.";
}
