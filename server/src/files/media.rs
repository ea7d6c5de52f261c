//! What a file is, by its first bytes. What it is called and what the browser says of it decide nothing.

use domain::files::kind;

/// So many bytes tell.
pub(super) const HEAD: usize = 8 * 1024;

/// Signs of a page or a program in what would pass as text.
const MARKUP: [&str; 6] = ["<!doctype", "<html", "<script", "<svg", "<?xml", "<body"];

/// The media type; none when it is not accepted.
pub(super) fn media(head: &[u8]) -> Option<&'static str> {
    // Two letters are the whole sign of a bitmap: a note on a BMW has them too.
    let is_note = |media: &str| media == "image/bmp" && is_text(head);
    match infer::get(head).filter(|found| !is_note(found.mime_type())) {
        Some(found) => Some(found.mime_type()).filter(|media| kind(media).is_some()),
        None => is_text(head).then_some("text/plain"),
    }
}

/// Plain text in UTF-8 or the old Windows form, and no page.
fn is_text(head: &[u8]) -> bool {
    let sound = |byte: &u8| matches!(byte, b'\t' | b'\n' | b'\r' | 0x20..=0x7e | 0x80..);
    let start = String::from_utf8_lossy(head).to_ascii_lowercase();
    !head.is_empty() && head.iter().all(sound) && !MARKUP.iter().any(|sign| start.contains(sign))
}

#[cfg(test)]
mod tests {
    use super::media;

    #[test]
    fn the_bytes_decide() {
        assert_eq!(media(b"%PDF-1.7\n"), Some("application/pdf"));
        assert_eq!(media(b"\xff\xd8\xff\xe0\0\x10JFIF"), Some("image/jpeg"));
        assert_eq!(media(b"\0\0\0\x14ftypqt  \0\0\0\0qt  "), Some("video/quicktime"));
        assert_eq!(media(b"\0\0\0\x1cftypM4A \0\0\0\0M4A mp42"), Some("audio/m4a"));
        assert_eq!(media(b"II*\0\x08\0\0\0\x0e\0"), Some("image/tiff"));
        assert_eq!(media(b"BM\x36\0\0\0"), Some("image/bmp"));
        assert_eq!(media(b"BMW:n har nyckeln"), Some("text/plain"));
        assert_eq!(media("Nyckeln är hos grannen".as_bytes()), Some("text/plain"));
        assert_eq!(media(b"a;b\r\n\xe5;1\r\n"), Some("text/plain"));
    }

    #[test]
    fn pages_and_programs_are_refused() {
        for head in [
            &b"<!DOCTYPE html><script>alert(1)</script>"[..],
            b"  \n<svg onload=alert(1)>",
            b"Bilden: <script>alert(1)</script>",
            b"MZ\x90\0\x03\0\0\0",
            b"\x7fELF\x02\x01\x01\0",
            b"\0\x01\x02 raw",
            b"",
        ] {
            assert_eq!(media(head), None, "{head:?}");
        }
    }
}
