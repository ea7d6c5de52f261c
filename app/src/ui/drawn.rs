//! Pieces of a page that the server has drawn before.
//!
//! A row of the list is some fifty elements, the filters above it some hundreds, and the same are asked for all day. So
//! the server keeps their HTML by all that it is drawn from. The browser makes its views over it as over any other.

use leptos::prelude::*;

/// One element that looks the same for the same `of` and the same [`Scene`]; none: it is drawn each time.
///
/// It must have nothing to wait for and hold no resource: who finds it drawn does not run it. A debug build does, and
/// compares, so that a test which comes past something forgotten in `of` fails.
#[cfg(feature = "ssr")]
pub(crate) fn drawn(of: impl FnOnce() -> Option<String>, draw: impl FnOnce() -> AnyView) -> AnyView {
    let Some(piece) = use_context::<Scene>().zip(of()) else { return draw() };
    let html = match KEPT.get(&piece) {
        Some(html) => {
            debug_assert_eq!(*html, draw().to_html(), "more than its key decides how this looks");
            html
        }
        None => {
            let html: Arc<str> = draw().to_html().into();
            KEPT.insert(piece, html.clone());
            html
        }
    };
    InertElement::new(html.to_string()).into_any()
}

/// The browser draws what it shows.
#[cfg(not(feature = "ssr"))]
pub(crate) fn drawn(_of: impl FnOnce() -> Option<String>, draw: impl FnOnce() -> AnyView) -> AnyView {
    draw()
}

#[cfg(feature = "ssr")]
pub(crate) use kept::Scene;
#[cfg(feature = "ssr")]
use {kept::KEPT, leptos::tachys::html::InertElement, std::sync::Arc};

#[cfg(feature = "ssr")]
mod kept {
    use crate::page::PageData;
    use quick_cache::{Weighter, sync::Cache};
    use std::sync::{
        Arc, LazyLock,
        atomic::{AtomicU64, Ordering},
    };

    /// All pieces of all companies take no more than this, in bytes: some three thousand rows.
    const ROOM: u64 = 8_000_000;
    /// How many scenes are told apart at a time: roles and languages of the companies that are at work.
    const SCENES: usize = 2_000;

    /// Kept by all that they are drawn from.
    pub(super) static KEPT: LazyLock<Cache<(Scene, String), Arc<str>, Bytes>> =
        LazyLock::new(|| Cache::with_weighter(ROOM as usize / 2_800, ROOM, Bytes));
    static SCENES_MET: LazyLock<Cache<String, Scene>> = LazyLock::new(|| Cache::new(SCENES));
    static NEXT: AtomicU64 = AtomicU64::new(0);

    /// What any piece of a page may depend on besides what it shows: the company and its words, what the viewer may
    /// do, the language, the day, the build. Two that differ in any of it have different numbers, and none comes twice.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    pub(crate) struct Scene(u64);

    impl Scene {
        /// Of a page that is no answer to a form, for somebody.
        pub(crate) fn of(page: &PageData) -> Option<Self> {
            let viewer = page.viewer.as_ref().filter(|_| page.reply.is_none())?;
            let all = (
                (viewer.company, viewer.role, &viewer.permissions, viewer.today),
                (page.language, &page.assets, &page.vocabulary),
            );
            let all = serde_json::to_string(&all).ok()?;
            let met = SCENES_MET.get(&all);
            Some(met.unwrap_or_else(|| {
                let new = Self(NEXT.fetch_add(1, Ordering::Relaxed));
                SCENES_MET.insert(all, new);
                new
            }))
        }
    }

    /// A piece weighs what it and its key take.
    #[derive(Clone)]
    pub(super) struct Bytes;

    impl Weighter<(Scene, String), Arc<str>> for Bytes {
        fn weight(&self, (_, of): &(Scene, String), html: &Arc<str>) -> u64 {
            (of.len() + html.len()) as u64
        }
    }
}
