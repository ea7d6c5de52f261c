//! Text inside `<textarea>` and `<title>`.

/// Leptos writes the text of these two elements into the document as it is, where a stored
/// `</textarea><script>` would end the element. The server escapes it here; the browser's parser
/// gives the same text back, so hydration finds what it expects, and in the browser nothing is
/// parsed and nothing escaped.
pub(crate) fn raw_text(text: impl Into<String>) -> String {
    let text = text.into();
    if cfg!(feature = "ssr") { text.replace('&', "&amp;").replace('<', "&lt;") } else { text }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::raw_text;

    #[test]
    fn nothing_ends_the_element() {
        assert_eq!(raw_text("</title><b>&"), "&lt;/title>&lt;b>&amp;");
    }
}
