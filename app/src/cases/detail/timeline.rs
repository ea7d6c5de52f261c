//! Comments and events in one list, oldest first.

use super::{
    case::Case,
    comment::CommentView,
    event::ChangesView,
    lines::{AtHand, Line, Shown, lines},
};
use crate::{
    page::{Page, text},
    ui::Icon,
};
use domain::{
    cases::{Channel, Feature},
    events::{Change, TimelineEntry},
    files::File,
};
use leptos::prelude::*;
use leptos_router::hooks::{use_location, use_query_map};

/// Heading, tabs, lines.
#[component]
pub(super) fn Timeline(case: Case) -> impl IntoView {
    let text = text();
    let query = use_query_map();
    let has_external = Page::current().uses(Feature::ExternalComments);
    let tabs = Shown::ALL.into_iter().filter(move |tab| has_external || *tab != Shown::External);
    let shown =
        Memo::new(move |_| query.with(|query| Shown::from_slug(query.get_str("visa").unwrap_or_default())));
    let viewer = Page::current().viewer();
    let at_hand = move || {
        let ids = |files: &Vec<File>| {
            let may = |file: &&File| viewer.as_ref().is_some_and(|viewer| file.removable(viewer));
            files.iter().filter(may).map(|file| file.id).collect()
        };
        AtHand { there: case.files.with(ids), away: case.removed_files.with(ids) }
    };
    let all = Memo::new(move |_| lines(case.timeline.get(), &at_hand()));
    let visible = move || all.get().into_iter().filter(|line| shown.get().shows(line)).collect::<Vec<_>>();
    let is_empty = Memo::new(move |_| all.with(|all| !all.iter().any(|line| shown.get().shows(line))));
    let came_by = Memo::new(move |_| {
        case.timeline
            .with(|timeline| first_channel(timeline))
            .unwrap_or_else(|| case.row.with(|row| row.channel))
    });
    view! {
        <div class="tlh">
            <h2>{text.comments_and_events()}</h2>
            <nav class="tabs push" aria-label=text.show()>
                {tabs.map(|tab| view! { <Tab tab shown all/> }).collect_view()}
            </nav>
        </div>
        <p class="mut" hidden=move || !is_empty.get()>{text.nothing_of_the_kind()}</p>
        <ol class="tl" hidden=move || is_empty.get()>
            <For each=visible key=Line::key let:line>
                {match line {
                    Line::Comment(comment) => view! { <CommentView case comment/> }.into_any(),
                    Line::Changes(changes) => view! { <ChangesView case changes came_by/> }.into_any(),
                }}
            </For>
        </ol>
    }
}

/// The channel that the case came in by, if it has been changed since.
fn first_channel(timeline: &[TimelineEntry]) -> Option<Channel> {
    let events = timeline.iter().filter_map(|entry| match entry {
        TimelineEntry::Event(event) => Some(event),
        TimelineEntry::Comment(_) => None,
    });
    events.flat_map(|event| &event.changes).find_map(|change| match change.change {
        Change::Channel { from, .. } => Some(from),
        _ => None,
    })
}

/// A link, so that it works before any script; the page stays where it is.
#[component]
fn Tab(tab: Shown, shown: Memo<Shown>, all: Memo<Vec<Line>>) -> impl IntoView {
    let text = text();
    let location = use_location();
    let address = move || {
        let kept = location.search.with(|query| without_tab(query));
        let path = location.pathname.get();
        match (tab, kept.is_empty()) {
            (Shown::All, true) => path,
            (Shown::All, false) => format!("{path}?{kept}"),
            (_, true) => format!("{path}?visa={}", tab.slug()),
            (_, false) => format!("{path}?{kept}&visa={}", tab.slug()),
        }
    };
    let count = move || all.with(|all| all.iter().filter(|line| tab.shows(line)).count());
    let words = match tab {
        Shown::All => text.tab_everything(),
        Shown::Comments => text.tab_comments(),
        Shown::External => text.tab_external(),
        Shown::History => text.tab_history(),
    };
    view! {
        <a
            href=address
            data-noscroll=""
            aria-current=move || (shown.get() == tab).then_some("page")
        >
            {(tab == Shown::External).then(|| view! { <Icon name="eye" size="i--s"/> })}
            {words}
            {(tab != Shown::All).then(|| view! { " " <small class="num">{count}</small> })}
        </a>
    }
}

/// The rest of the address: forms that were open close.
fn without_tab(query: &str) -> String {
    let pairs = query.trim_start_matches('?').split('&');
    let kept = pairs.filter(|pair| pair.starts_with("lista="));
    kept.collect::<Vec<_>>().join("&")
}
