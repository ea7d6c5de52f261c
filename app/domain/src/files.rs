//! Files on cases and comments: what is accepted, and what a page knows of one.

use crate::{
    ids::{CommentId, FileId, PersonId},
    people::Viewer,
    policy::{Action, can},
    problem::{Field, FieldError, NamedError, Refusal},
    text::Language,
};
use serde::{Deserialize, Serialize};

/// Most megabytes of one file.
pub const MEGABYTES: u32 = 25;
/// Most bytes of one file.
pub const SIZE_LIMIT: u64 = MEGABYTES as u64 * 1024 * 1024;
/// Most files at once.
pub const COUNT_LIMIT: u32 = 10;
/// So many days a file that was taken away can be put back; then its bytes are deleted.
pub const KEPT_DAYS: u32 = 30;
/// Most characters of a name.
const NAME_LIMIT: usize = 120;

/// A file's kind, read from its first bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// A picture that is drawn anew for its preview.
    Picture,
    /// A picture of a phone's that needs a tool to be read.
    Heic,
    /// A document whose first page is its preview.
    Pdf,
    /// Anything else that is accepted.
    Other,
}

/// What is accepted, and how it is treated.
const MEDIA: [(&str, Kind); 19] = [
    ("image/jpeg", Kind::Picture),
    ("image/png", Kind::Picture),
    ("image/gif", Kind::Picture),
    ("image/webp", Kind::Picture),
    ("image/heif", Kind::Heic),
    ("image/tiff", Kind::Other),
    ("image/bmp", Kind::Other),
    ("application/pdf", Kind::Pdf),
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", Kind::Other),
    ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Kind::Other),
    ("application/vnd.openxmlformats-officedocument.presentationml.presentation", Kind::Other),
    ("application/vnd.oasis.opendocument.text", Kind::Other),
    ("application/vnd.oasis.opendocument.spreadsheet", Kind::Other),
    ("application/zip", Kind::Other),
    ("video/mp4", Kind::Other),
    ("video/quicktime", Kind::Other), // an iPhone's films
    ("audio/mpeg", Kind::Other),
    ("audio/m4a", Kind::Other), // and its recordings
    ("text/plain", Kind::Other),
];

/// The kind of that media type; none when it is not accepted.
pub fn kind(media: &str) -> Option<Kind> {
    MEDIA.iter().find(|(known, _)| *known == media).map(|(_, kind)| *kind)
}

/// What one chooses among, for the browser's dialog.
pub const ACCEPT: &str = "image/*,.heic,.pdf,.docx,.xlsx,.pptx,.odt,.ods,.zip,.mp4,.mov,.mp3,.m4a,.txt,.csv";

/// A name as it is kept: what a form encodes decoded, without folders, control signs and the marks that turn text
/// around.
pub fn name(given: &str) -> String {
    let given = form_decoded(given);
    let last = given.rsplit(['/', '\\']).next().unwrap_or_default();
    let sound = |sign: &char| {
        !sign.is_control()
            && !matches!(*sign, '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let name: String = last.chars().filter(sound).take(NAME_LIMIT).collect();
    match name.trim().trim_matches('.') {
        "" => "fil".to_owned(),
        name => name.to_owned(),
    }
}

/// The name of a file as the browser has it: in the form it sends, exactly these three signs are encoded, and "%" is
/// not (HTML, multipart form data).
fn form_decoded(sent: &str) -> String {
    sent.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n")
}

/// A name and its extension with the point before it: what is cut of a long name is not what tells what it is.
pub fn parts(name: &str) -> (&str, &str) {
    /// No extension that is known is longer, its point included.
    const LONGEST: usize = 6;
    let point = name.rfind('.').filter(|point| *point > 0 && (2..=LONGEST).contains(&(name.len() - point)));
    name.split_at(point.unwrap_or(name.len()))
}

/// The name as a file of that media type may bear it: one that ends as a page or a program does, and is none, gets
/// another ending behind that, so that nothing runs where it is saved and opened.
pub fn safe_name(name: String, media: &str) -> String {
    const RUNS: [&str; 27] = [
        "htm", "html", "xhtml", "shtml", "mht", "mhtml", "svg", "xml", "js", "mjs", "jse", "wsf", "hta",
        "vbs", "vbe", "exe", "com", "scr", "msi", "bat", "cmd", "ps1", "sh", "jar", "lnk", "url", "reg",
    ];
    let ending = name.trim_end_matches([' ', '.']).rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
    if !ending.is_some_and(|ending| RUNS.contains(&ending.as_str())) {
        return name;
    }
    let kind = media.rsplit(['/', '.']).next().unwrap_or_default();
    let kind = if media == "text/plain" { "txt" } else { kind };
    format!("{name}.{kind}")
}

/// Why that file, perhaps one of several, was refused.
pub fn refused(name: &str, refusal: Refusal) -> NamedError {
    NamedError { error: FieldError { field: Field::Files, refusal }, name: name.to_owned() }
}

/// A file as a page shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    /// Which.
    pub id: FileId,
    /// The comment it came with; none: it is the case's own.
    pub comment: Option<CommentId>,
    /// Who added it.
    pub added_by: PersonId,
    /// The customer sees it.
    pub external: bool,
    /// What it is called.
    pub name: String,
    /// Its bytes.
    pub size: i64,
    /// There is a picture of it.
    pub has_preview: bool,
}

impl File {
    /// Whether the viewer may take it away, and put it back.
    pub fn removable(&self, viewer: &Viewer) -> bool {
        removable(viewer, self.added_by)
    }
}

/// Whether the viewer may take away a file that somebody added, and put it back: their own, or whoever may
/// change the case.
pub fn removable(viewer: &Viewer, added_by: PersonId) -> bool {
    can(viewer, Action::Comment) && (can(viewer, Action::ChangeCase) || added_by == viewer.person)
}

/// "1,4 MB".
pub fn size(bytes: i64, text: Language) -> String {
    const KILO: i64 = 1024;
    let tenths = bytes * 10 / (KILO * KILO);
    match tenths {
        0 => format!("{} kB", (bytes + KILO - 1) / KILO),
        tenths => {
            let point = if text == Language::Swedish { ',' } else { '.' };
            format!("{}{point}{} MB", tenths / 10, tenths % 10)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_no_path_and_turns_nothing_around() {
        assert_eq!(name("../../etc/passwd"), "passwd");
        assert_eq!(name("C:\\bilder\\nyckel.jpg"), "nyckel.jpg");
        assert_eq!(name("a\u{202e}gpj.exe\r\n"), "agpj.exe");
        assert_eq!(name(".."), "fil");
        assert_eq!(name(&"å".repeat(500)).chars().count(), NAME_LIMIT);
    }

    #[test]
    fn a_quote_in_a_name_is_a_quote_as_the_browser_has_it() {
        assert_eq!(name("Skylt %22Öppet%22.png"), "Skylt \"Öppet\".png");
        assert_eq!(name("två%0D%0Arader.txt"), "tvårader.txt");
        assert_eq!(name("100%25 %2e%2E.txt"), "100%25 %2e%2E.txt", "nothing else is decoded");
    }

    #[test]
    fn a_name_that_would_run_where_it_is_saved_gets_another_ending() {
        assert_eq!(safe_name("poly.HTML".into(), "image/png"), "poly.HTML.png");
        assert_eq!(safe_name("start.bat".into(), "text/plain"), "start.bat.txt");
        assert_eq!(safe_name("bild.exe .".into(), "image/jpeg"), "bild.exe ..jpeg");
        for name in ["nyckel.jpg", "lista.csv", "html", "sida.html.pdf"] {
            assert_eq!(safe_name(name.into(), "text/plain"), name);
        }
    }

    #[test]
    fn an_extension_is_what_follows_the_last_point() {
        assert_eq!(parts("nyckel.å.png"), ("nyckel.å", ".png"));
        assert_eq!(parts("Offert v. 2.docx"), ("Offert v. 2", ".docx"));
        for plain in ["LÄSMIG", ".dold", "sist.", "Se kap. om nycklar", ""] {
            assert_eq!(parts(plain), (plain, ""), "{plain}");
        }
    }

    #[test]
    fn pages_and_programs_are_not_accepted() {
        for media in ["text/html", "image/svg+xml", "application/x-executable", "text/javascript", ""] {
            assert_eq!(kind(media), None, "{media}");
        }
        assert_eq!(kind("application/pdf"), Some(Kind::Pdf));
    }

    #[test]
    fn sizes_are_told_in_the_readers_form() {
        assert_eq!(size(1, Language::Swedish), "1 kB");
        assert_eq!(size(1_500_000, Language::Swedish), "1,4 MB");
        assert_eq!(size(1_500_000, Language::English), "1.4 MB");
    }
}
