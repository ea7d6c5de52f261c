//! The pages that remove a word: at once when no case has it, else merged into another, with a
//! preview of what that touches.

use super::{
    api::list_words,
    frame::{framed, loaded},
    statuses::initial,
};
use crate::{house::NotFound, house::page, page::text};
use domain::{policy::Action, settings::Words};
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

page!(
    /// `/installningar/statusar/{id}/bort`
    StatusRemovalPage in office, status_removal
);

page!(
    /// `/installningar/typer/{id}/bort`
    TypeRemovalPage in office, type_removal
);

/// A word as far as its removal goes.
#[derive(Clone, PartialEq)]
struct Word {
    id: i16,
    name: String,
    cases: i64,
    /// Base status, of a status.
    is_open: Option<bool>,
    hidden: bool,
    /// New cases begin with it, of a status.
    is_initial: bool,
}

fn status_removal() -> AnyView {
    removal("statusar", |words| {
        let initial = initial(&words.statuses);
        let word = |used: domain::settings::Used<domain::cases::Status>| Word {
            is_initial: Some(used.word.id) == initial,
            id: used.word.id.0,
            name: used.word.name,
            cases: used.cases,
            is_open: Some(used.word.is_open),
            hidden: used.word.hidden,
        };
        words.statuses.into_iter().map(word).collect()
    })
}

fn type_removal() -> AnyView {
    removal("typer", |words| {
        let word = |used: domain::settings::Used<domain::cases::CaseType>| Word {
            id: used.word.id.0,
            name: used.word.name,
            cases: used.cases,
            is_open: None,
            hidden: used.word.hidden,
            is_initial: false,
        };
        words.types.into_iter().map(word).collect()
    })
}

fn removal(kind: &'static str, read: fn(Words) -> Vec<Word>) -> AnyView {
    let words = Resource::new(|| (), |()| list_words());
    let (params, query) = (use_params_map(), use_query_map());
    let id = params.with_untracked(|params| params.get("id")?.parse::<i16>().ok());
    let into = query.with_untracked(|query| query.get("till")?.parse::<i16>().ok());
    let content = loaded(words, move |words| {
        let words = read(words);
        match words.iter().find(|word| Some(word.id) == id).cloned() {
            Some(word) => {
                // No new case begins closed.
                let fits = |other: &Word| !word.is_initial || other.is_open == Some(true);
                let is_other = |other: &Word| other.id != word.id && !other.hidden && fits(other);
                let others: Vec<_> = words.into_iter().filter(is_other).collect();
                let into = others.iter().find(|other| Some(other.id) == into).cloned();
                drawn(kind, word, others, into)
            }
            None => view! { <NotFound/> }.into_any(),
        }
    });
    framed(Action::ManageSettings, text().settings_words(), content)
}

fn drawn(kind: &'static str, word: Word, others: Vec<Word>, into: Option<Word>) -> AnyView {
    let text = text();
    let address = format!("/installningar/{kind}/{}/bort", word.id);
    let title = match word.is_open {
        Some(_) => text.remove_status_title(&word.name),
        None => text.remove_type_title(&word.name),
    };
    let body = match (word.cases, into) {
        (0, _) => {
            let next = others.first().filter(|_| word.is_initial).map(|next| text.merge_initial(&next.name));
            let told = [text.remove_unused().to_owned()].into_iter().chain(next).collect();
            confirm(address, None, told, text.remove())
        }
        (_, Some(into)) => view! {
            <h3>{text.merge_preview()}</h3>
            {confirm(address, Some(into.id), preview(&word, &into), text.merge_do())}
        }
        .into_any(),
        (cases, None) if others.is_empty() => {
            view! { <p>{text.remove_used(cases)}</p><p>{text.merge_none_left()}</p> }.into_any()
        }
        (cases, None) => choose(address, cases, others),
    };
    view! {
        <section class="card" aria-labelledby="ta-bort">
            <div class="card__h"><h2 id="ta-bort">{title}</h2></div>
            <div class="card__b form">{body}</div>
        </section>
    }
    .into_any()
}

/// What the merging does, in sentences.
fn preview(word: &Word, into: &Word) -> Vec<String> {
    let text = text();
    let opening = match (word.is_open, into.is_open) {
        (Some(true), Some(false)) => Some(text.merge_closes(word.cases)),
        (Some(false), Some(true)) => Some(text.merge_opens(word.cases)),
        _ => None,
    };
    let begins = word.is_initial.then(|| text.merge_initial(&into.name));
    let told =
        [text.merge_cases(word.cases, &word.name, &into.name)].into_iter().chain(opening).chain(begins);
    let rest = [
        text.merge_event().to_owned(),
        text.merge_links(&word.name, &into.name),
        text.merge_for_good().to_owned(),
    ];
    told.chain(rest).collect()
}

fn confirm(address: String, into: Option<i16>, told: Vec<String>, act: &'static str) -> AnyView {
    let text = text();
    view! {
        <ul class="set__l">{told.into_iter().map(|told| view! { <li>{told}</li> }).collect_view()}</ul>
        <form class="row" method="post" action=address>
            {into.map(|into| view! { <input type="hidden" name="till" value=into.to_string()/> })}
            <button class="btn btn--dan">{act}</button>
            <a class="btn" href="/installningar">{text.cancel()}</a>
        </form>
    }
    .into_any()
}

/// A plain GET, so that the preview has an address.
fn choose(address: String, cases: i64, others: Vec<Word>) -> AnyView {
    let text = text();
    let option = |other: Word| view! { <option value=other.id.to_string()>{other.name}</option> };
    view! {
        <p>{text.remove_used(cases)}</p>
        <form class="form" action=address>
            <label class="field">
                <span class="label">{text.merge_into()}</span>
                <select class="in" name="till">{others.into_iter().map(option).collect_view()}</select>
            </label>
            <div class="row">
                <button class="btn btn--pri">{text.show_preview()}</button>
                <a class="btn" href="/installningar">{text.cancel()}</a>
            </div>
        </form>
    }
    .into_any()
}
