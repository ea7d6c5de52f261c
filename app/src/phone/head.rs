//! The head of the phone's list: its title, or the search behind the magnifier.

use crate::{page::text, ui::Icon};
use domain::cases::Filter;
use leptos::{ev::SubmitEvent, html, prelude::*};
use leptos_router::hooks::{use_navigate, use_query_map};

/// The address that opens the search.
const SEARCH: &str = "/m?sok";

/// With what one has been told and not read.
pub(super) fn title(unread: AnyView) -> AnyView {
    let text = text();
    view! {
        <header class="mh">
            <h1 class="grow">{text.my_cases()}</h1>
            <a class="ib top__told" href="/m/aviseringar" title=text.notifications()>
                <Icon name="bell"/>
                <span class="sr">{text.notifications()}</span>
                {unread}
            </a>
            <a class="ib" href=SEARCH aria-label=text.phone_search()><Icon name="search"/></a>
        </header>
    }
    .into_any()
}

pub(super) fn search() -> AnyView {
    let text = text();
    let typed = use_query_map().with_untracked(|query| query.get("q")).unwrap_or_default();
    let (field, navigate) = (NodeRef::<html::Input>::new(), use_navigate());
    let starts_empty = typed.is_empty();
    // The browser heeds `autofocus` only when it loads the page.
    Effect::new(move |_| {
        if let Some(field) = field.get().filter(|_| starts_empty) {
            let _ = field.focus();
        }
    });
    let submit = move |event: SubmitEvent| {
        let Some(field) = field.get_untracked() else { return };
        event.prevent_default();
        let found = Filter { query: field.value(), ..Filter::default() }.normalised();
        let address = if found.query.is_empty() { SEARCH.into() } else { format!("/m?{}", found.to_query()) };
        navigate(&address, leptos_router::NavigateOptions::default());
    };
    view! {
        <header class="mh mh--back">
            <a class="ib" href="/m" aria-label=text.phone_search_close()><Icon name="left"/></a>
            <h1 class="sr">{text.phone_search()}</h1>
            <form class="grow" role="search" action="/m" on:submit=submit>
                <label>
                    <span class="sr">{text.quick_search()}</span>
                    <input class="in" type="search" name="q" value=typed placeholder=text.phone_search_hint()
                        enterkeyhint="search" maxlength="200" autofocus=starts_empty node_ref=field/>
                </label>
            </form>
        </header>
    }
    .into_any()
}
