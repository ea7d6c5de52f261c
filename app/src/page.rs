//! What every page knows before it asks for anything: who looks, in which language, the company's
//! words. The server puts it together once a request and the browser reads it from the document.

use domain::{
    cases::{Feature, QuickCounts, Vocabulary},
    people::Viewer,
    policy::{self, Action},
    text::Language,
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize, de::DeserializeOwned};

/// Light, dark, or as the system has it: the cookie `tema`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the system has it.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// All of them, as the switch shows them.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// Its name in the cookie, in the form and in `data-theme`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme with that name; an unknown one is the system's.
    pub fn parse(name: &str) -> Self {
        Self::ALL.into_iter().find(|theme| theme.as_str() == name).unwrap_or_default()
    }
}

/// What the server says to the form that was posted, when it renders the page again instead of
/// redirecting: kept values, refusals, receipts. Browsers without JavaScript live by it.
pub trait Answer: Serialize + DeserializeOwned {
    /// Tells the answers apart.
    const KIND: &'static str;
}

/// Some [`Answer`], still packed: only the page that it is for knows how to read it, so that the
/// decoding of all answers does not come with every page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reply {
    kind: String,
    json: String,
}

impl Reply {
    /// Packs an answer for the page.
    pub fn new<A: Answer>(answer: &A) -> Self {
        Self { kind: A::KIND.to_owned(), json: serde_json::to_string(answer).unwrap_or_default() }
    }
}

/// What the server knows when it renders, as the document carries it to the browser.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PageData {
    /// Folder of this build's assets: `/pkg/…`.
    pub assets: String,
    /// Light or dark.
    pub theme: Theme,
    /// Language of the interface: the viewer's, else the browser's.
    pub language: Language,
    /// Who looks; nobody at the login.
    pub viewer: Option<Viewer>,
    /// The company's words; empty at the login.
    pub vocabulary: Vocabulary,
    /// Counts beside the quick search; none for those who have no desk.
    pub counts: Option<QuickCounts>,
    /// Answer to a posted form.
    pub reply: Option<Reply>,
    /// The number of the last news when the page was made.
    pub news: String,
}

// A browser has one page. A context is looked for in every owner above a component, and each word and icon asks.
#[cfg(not(feature = "ssr"))]
thread_local! {
    static AT_HAND: std::cell::Cell<Option<Page>> = const { std::cell::Cell::new(None) };
}

/// [`PageData`] within reach of every component.
#[derive(Clone, Copy, Debug)]
pub struct Page {
    data: StoredValue<PageData>,
    /// Counts beside the quick search, refreshed after every change.
    pub counts: RwSignal<Option<QuickCounts>>,
}

impl Page {
    /// Called once, by the application.
    pub(crate) fn provide() {
        let data = SharedValue::new(|| {
            use_context::<PageData>().unwrap_or_else(|| PageData {
                assets: String::new(),
                theme: Theme::default(),
                language: Language::default(),
                viewer: None,
                vocabulary: Vocabulary::default(),
                counts: None,
                reply: None,
                news: String::new(),
            })
        })
        .into_inner();
        let page = Self { counts: RwSignal::new(data.counts), data: StoredValue::new(data) };
        #[cfg(not(feature = "ssr"))]
        AT_HAND.set(Some(page));
        provide_context(page);
    }

    /// Within any component.
    #[cfg(feature = "ssr")]
    pub fn current() -> Self {
        expect_context()
    }

    /// Within any component.
    #[cfg(not(feature = "ssr"))]
    pub fn current() -> Self {
        AT_HAND.get().unwrap_or_else(expect_context)
    }

    /// Texts in the reader's language: `page.text().new_case()`.
    pub fn text(self) -> Language {
        self.data.with_value(|data| data.language)
    }

    /// Light or dark.
    pub fn theme(self) -> Theme {
        self.data.with_value(|data| data.theme)
    }

    /// Folder of this build's assets.
    pub fn assets(self) -> String {
        self.data.with_value(|data| data.assets.clone())
    }

    /// The number of the last news when the page was made.
    pub fn news(self) -> String {
        self.data.with_value(|data| data.news.clone())
    }

    /// Who looks.
    pub fn viewer(self) -> Option<Viewer> {
        self.data.with_value(|data| data.viewer.clone())
    }

    /// Reads the company's words.
    pub fn vocabulary<T>(self, read: impl FnOnce(&Vocabulary) -> T) -> T {
        self.data.with_value(|data| read(&data.vocabulary))
    }

    /// Whether the viewer may do it: what one may not is not offered.
    pub fn may(self, action: Action) -> bool {
        self.data.with_value(|data| data.viewer.as_ref().is_some_and(|viewer| policy::can(viewer, action)))
    }

    /// Whether the company uses that; what it does without is shown nowhere.
    pub fn uses(self, feature: Feature) -> bool {
        self.vocabulary(|words| words.uses(feature))
    }

    /// The answer to a posted form, for the page that the form stood on.
    pub fn reply<A: Answer>(self) -> Option<A> {
        self.data.with_value(|data| {
            let reply = data.reply.as_ref().filter(|reply| reply.kind == A::KIND)?;
            serde_json::from_str(&reply.json).ok()
        })
    }

    /// Forgets the answer: it belongs to the first page that was shown, not to the next.
    pub fn forget_reply(self) {
        self.data.update_value(|data| data.reply = None);
    }

    /// The date in Stockholm when the page was rendered.
    pub fn today(self) -> chrono::NaiveDate {
        self.data.with_value(|data| data.viewer.as_ref().map(|viewer| viewer.today)).unwrap_or_default()
    }
}

/// Texts in the reader's language, within any component.
pub fn text() -> Language {
    Page::current().text()
}
