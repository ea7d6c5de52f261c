//! Over the case: the way back, the way on, and the two things one does most.

use super::case::Case;
use crate::{
    cases::property::{Editing, Value},
    live::PresentPeople,
    notifications::Watch,
    page::{Page, text},
    ui::{Glyph, Icon, Key, on_key},
};
use domain::{
    cases::{Filter, Neighbours, Status},
    ids::CaseNumber,
    policy::Action,
};
use leptos::{ev, prelude::*};
use leptos_router::hooks::use_navigate;

/// The bar.
#[component]
pub(super) fn Bar(case: Case, neighbours: Resource<Neighbours>, list: Memo<Filter>) -> impl IntoView {
    let text = text();
    let Case { number, is_editing, .. } = case;
    let (may_edit, may_solve) = {
        let page = Page::current();
        (page.may(Action::EditCase), page.may(Action::ChangeStatus))
    };
    on_key(move |key| {
        let is_ours = may_edit && key == Key::EditCase;
        if is_ours {
            is_editing.set(true);
        }
        is_ours
    });
    let edit = move |event: ev::MouseEvent| {
        event.prevent_default();
        is_editing.set(true);
    };
    let edit_address = move || {
        let address = list.with(|list| list.case_address(number));
        format!("{address}{}redigera", if address.contains('?') { '&' } else { '?' })
    };
    view! {
        <div class="cs__bar">
            <nav class="crumbs" aria-label=text.crumbs()>
                <a href=move || list.with(Filter::to_address)><Icon name="left" size="i--s"/>{text.cases_title()}</a>
                <span aria-hidden="true">"/"</span>
                <span class="num">{number.to_string()}</span>
            </nav>
            <span class="cs__pres" role="status"><PresentPeople case=number/></span>
            <div class="cs__ways">
                <Transition>
                    {move || Suspend::new(async move {
                        let neighbours = neighbours.await;
                        view! { <Ways neighbours list/> }
                    })}
                </Transition>
            </div>
            <Watch number watched=case.watched/>
            {may_edit.then(|| view! {
                <a class="btn btn--s" href=edit_address hidden=move || is_editing.get() on:click=edit>
                    <Icon name="edit" size="i--s"/>
                    {text.edit_case()}
                </a>
            })}
            {may_solve.then(|| view! { <Solve case/> })}
        </div>
    }
}

/// To the case before and the one after, in the list that one came from. Also by `K` and `J`.
#[component]
fn Ways(neighbours: Neighbours, list: Memo<Filter>) -> impl IntoView {
    let (text, navigate) = (text(), use_navigate());
    let Neighbours { place, previous, next } = neighbours;
    on_key(move |key| {
        let way = match key {
            Key::Previous => previous,
            Key::Next => next,
            _ => None,
        };
        if let Some(number) = way {
            let address = list.with_untracked(|list| list.case_address(number));
            navigate(&address, Default::default());
        }
        way.is_some()
    });
    let way = move |number: Option<CaseNumber>, icon: &'static str, words: &'static str| {
        number.map(|number| {
            let address = list.with_untracked(|list| list.case_address(number));
            view! {
                <a class="btn btn--q btn--i btn--s" href=address aria-label=words title=words><Icon name=icon/></a>
            }
        })
    };
    view! {
        {place.map(|(place, all)| view! { <span class="cs__pos">{text.place_in_list(place, all)}</span> })}
        {way(previous, "up", text.previous_case())}
        {way(next, "down", text.next_case())}
    }
}

/// The second click of two would take back what the first one did.
fn only_once(event: ev::MouseEvent) {
    if event.detail() > 1 {
        event.prevent_default();
    }
}

/// Solved in one click, and opened again in one.
#[component]
fn Solve(case: Case) -> impl IntoView {
    let (page, text, editing) = (Page::current(), text(), Editing::current());
    let is_open = Memo::new(move |_| case.row.with(|row| row.is_open));
    let target = move || -> Option<Status> {
        page.vocabulary(|words| {
            if is_open.get() { words.solved_status() } else { words.initial_status() }.cloned()
        })
    };
    let submitted = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if let Some(status) = target() {
            editing.save(case.row, Value::Status(status.id));
        }
    };
    let action = format!("/arenden/{}/status", case.number);
    view! {
        <form method="post" action=action on:submit=submitted>
            <input type="hidden" name="version" value=move || case.row.with(|row| row.version.to_string())/>
            <input type="hidden" name="tillbaka" value=editing.here()/>
            {move || target().map(|status| {
                let words = if is_open.get() { text.mark_solved() } else { text.reopen() };
                view! {
                    <button class="btn btn--s" name="varde" value=status.slug on:click=only_once>
                        <Glyph name=format!("st-{}", status.symbol.as_str())/>
                        {words}
                    </button>
                }
            })}
        </form>
    }
}
