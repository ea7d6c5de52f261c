//! Who else has a case open: said by the pages that show it, shown in list and case.

use super::{Live, api::announce_presence};
use crate::{
    page::{Page, text},
    ui::{Html, Icon, icon_html},
};
use domain::{
    ids::{CaseNumber, PersonId},
    presence::{Doing, Presence, Present, SIGN_OF_PRESENCE},
    text::Language,
};
use leptos::{prelude::*, task::spawn_local, web_sys::js_sys};
use std::time::Duration;

/// What is known of others.
#[derive(Clone, Copy)]
pub(super) struct Others(RwSignal<Presence>);

impl Others {
    pub(super) fn new() -> Self {
        Self(RwSignal::new(Presence::default()))
    }

    /// What the stream says.
    pub(super) fn learn(self, news: Presence) {
        self.0.try_update(|known| {
            if news.is_all {
                known.cases.clear();
            }
            for (case, people) in news.cases {
                known.cases.retain(|(of, _)| *of != case);
                if !people.is_empty() {
                    known.cases.push((case, people));
                }
            }
        });
    }

    /// All of it, as the stream would say it.
    pub(super) fn said(self) -> String {
        self.0.with_untracked(|known| Presence { is_all: true, cases: known.cases.clone() }.to_string())
    }

    fn of(self, case: CaseNumber, oneself: Option<PersonId>) -> Vec<Present> {
        self.0.with(|known| {
            let people = known.cases.iter().find(|(of, _)| *of == case).map(|(_, people)| people);
            people.into_iter().flatten().filter(|present| Some(present.person) != oneself).cloned().collect()
        })
    }

    /// Who edits and who reads it besides oneself, each with its icon.
    fn in_words(self, case: CaseNumber) -> Vec<(&'static str, String)> {
        let people = self.of(case, Page::current().viewer().map(|viewer| viewer.person));
        let of = |(doing, icon)| {
            let names =
                people.iter().filter(|present| present.doing == doing).map(|present| present.name.clone());
            words(doing, &names.collect::<Vec<_>>(), text()).map(|words| (icon, words))
        };
        [(Doing::Editing, "edit"), (Doing::Reading, "eye")].into_iter().filter_map(of).collect()
    }
}

impl Live {
    /// Says that this page shows the case, for as long as the component stands and can be seen.
    pub(crate) fn announce(case: CaseNumber, is_editing: Signal<bool>) {
        let page = StoredValue::new(None::<u32>);
        let beat = StoredValue::new(None::<IntervalHandle>);
        Effect::new(move |_| {
            let doing = if is_editing.get() { Doing::Editing } else { Doing::Reading };
            let page = page.get_value().unwrap_or_else(|| {
                let number = (js_sys::Math::random() * f64::from(u32::MAX)) as u32;
                page.set_value(Some(number));
                leave_with_the_document(case, number);
                number
            });
            say(case, page, doing);
            if let Some(beat) = beat.get_value() {
                beat.clear();
            }
            let again = move || {
                if !document().hidden() {
                    say(case, page, doing);
                }
            };
            let pause = Duration::from_secs(u64::from(SIGN_OF_PRESENCE));
            beat.set_value(set_interval_with_handle(again, pause).ok());
        });
        on_cleanup(move || {
            if let Some(beat) = beat.try_get_value().flatten() {
                beat.clear();
            }
            if let Some(page) = page.try_get_value().flatten() {
                say(case, page, Doing::Gone);
            }
        });
    }
}

/// Without an answer others do not know: nothing is lost by it.
fn say(case: CaseNumber, page: u32, doing: Doing) {
    spawn_local(async move {
        let _ = announce_presence(case, page, doing).await;
    });
}

/// What a document asks for while it goes is not sent, but for this.
fn leave_with_the_document(case: CaseNumber, page: u32) {
    let handle = window_event_listener_untyped("pagehide", move |_| {
        let gone = format!(r#"{{"case":{case},"page":{page},"doing":"gone"}}"#);
        let _ = window().navigator().send_beacon_with_opt_str("/api/presence/announce", Some(&gone));
    });
    on_cleanup(move || handle.remove());
}

/// Who else reads or edits the case, in a few words.
#[component]
pub(crate) fn PresentPeople(case: CaseNumber) -> impl IntoView {
    let others = Live::current().others;
    let mark = |(icon, words)| view! { <span class="pres"><Icon name=icon size="i--s"/>{words}</span> };
    view! { {move || others.in_words(case).into_iter().map(mark).collect_view()} }.into_any()
}

/// The same as text.
pub(crate) fn present_html(case: CaseNumber) -> Html {
    let mark = |html: Html, (icon, words): (&'static str, String)| {
        html.markup("<span class=\"pres\">").then(&icon_html(icon, "i--s")).text(&words).markup("</span>")
    };
    Live::current().others.in_words(case).into_iter().fold(Html::default(), mark)
}

fn words(doing: Doing, names: &[String], text: Language) -> Option<String> {
    let names = match names {
        [] => return None,
        [first, second, third, rest @ ..] if !rest.is_empty() => {
            text.names_and_more(&format!("{first}, {second}, {third}"), rest.len() as i32)
        }
        names => names.join(", "),
    };
    Some(if doing == Doing::Editing { text.edits(&names) } else { text.reads(&names) })
}
