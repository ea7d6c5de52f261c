//! HTML as text, for what stands on a page many times: rows and the marks in them.
//!
//! A view costs an element, a marker and mostly an effect for each of its parts, on the server, when the page comes
//! alive and whenever it is made anew. What is only looked at needs none of them.

use leptos::{prelude::*, tachys::html::InertElement};

/// A piece of a page. Markup is known when this is compiled; what anybody typed can only be text in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Html(String);

impl Html {
    /// Begins with that markup.
    pub(crate) fn new(markup: &'static str) -> Self {
        Self(markup.to_owned())
    }

    /// Tags as they are.
    pub(crate) fn markup(mut self, markup: &'static str) -> Self {
        self.0.push_str(markup);
        self
    }

    /// Text between tags or between double quotes.
    pub(crate) fn text(mut self, text: &str) -> Self {
        let mut rest = text;
        while let Some(at) = rest.find(['&', '<', '>', '"', '\'']) {
            let (plain, special) = rest.split_at(at);
            self.0.push_str(plain);
            self.0.push_str(match special.as_bytes().first() {
                Some(b'&') => "&amp;",
                Some(b'<') => "&lt;",
                Some(b'>') => "&gt;",
                Some(b'"') => "&quot;",
                _ => "&#39;",
            });
            rest = special.get(1..).unwrap_or_default();
        }
        self.0.push_str(rest);
        self
    }

    /// Another piece after this one.
    pub(crate) fn then(mut self, other: &Self) -> Self {
        self.0.push_str(&other.0);
        self
    }

    /// What a view looks like as it comes from the server.
    #[cfg(feature = "ssr")]
    pub(crate) fn of_view(view: AnyView) -> Self {
        Self(view.to_html())
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// As a part of a view: one element, or nothing.
    pub(crate) fn into_view(self) -> AnyView {
        if self.0.is_empty() { ().into_any() } else { InertElement::new(self.0).into_any() }
    }
}

#[cfg(test)]
mod tests {
    use super::Html;

    #[test]
    fn what_is_typed_is_text_between_tags_and_between_quotes() {
        let typed = "<b onclick='x'>Räka & \"Co\"</b>";
        let html = Html::new("<p title=\"").text(typed).markup("\">").text(typed).markup("</p>");
        let escaped = "&lt;b onclick=&#39;x&#39;&gt;Räka &amp; &quot;Co&quot;&lt;/b&gt;";
        assert_eq!(html.as_str(), format!("<p title=\"{escaped}\">{escaped}</p>"));
    }
}
