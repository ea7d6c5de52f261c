//! `/installningar/import/{id}`: what a file's columns mean, what would become of it, what became of it.

use super::{
    api::show_import,
    columns::{Columns, FORM},
    preview::FirstRows,
    refused::Refused,
};
use crate::{
    house::page,
    page::text,
    settings::{framed, loaded},
    ui::Icon,
};
use domain::{
    format::moment_in_full,
    ids::ImportId,
    imports::{Import, ImportDetail, Kind, State, Tally, rows_in_words},
    policy::Action,
    text::Language,
};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use std::time::Duration;

page!(
    /// `/installningar/import/{id}`
    ImportPage in office, import_page
);

fn import_page() -> AnyView {
    let id = use_params_map().with_untracked(|params| params.get("id")).unwrap_or_default();
    let id = id.parse().unwrap_or(ImportId(0));
    let import = Resource::new(|| (), move |()| show_import(id));
    follow(import);
    framed(Action::Import, text().import_title(), loaded(import, drawn))
}

/// Looks again as long as the server is at work on it.
fn follow(import: Resource<Result<ImportDetail, crate::AppError>>) {
    const PAUSE: Duration = Duration::from_secs(1);
    Effect::new(move |_| {
        let is_moving = matches!(&*import.read(), Some(Ok(detail)) if detail.import.state.is_moving() && !detail.import.is_stuck);
        if is_moving && let Ok(waiting) = set_timeout_with_handle(move || import.refetch(), PAUSE) {
            on_cleanup(move || waiting.clear());
        }
    });
}

fn drawn(detail: ImportDetail) -> AnyView {
    let text = text();
    let import = detail.import.clone();
    let heading = text.import_heading(&import.kind.name(text).to_lowercase());
    let is_ready = import.state == State::Ready;
    let has_refused = !detail.refused.is_empty();
    view! {
        <p class="crumbs"><a href="/installningar/import"><Icon name="left" size="i--s"/>{text.import_back()}</a></p>
        <section aria-labelledby="import">
            <h2 id="import">{heading}</h2>
            <p class="cut">{import.file_name.clone()} ", " {import.rows_in_words(text)}</p>
            {outcome(&detail)}
        </section>
        {is_ready.then(|| view! { <FirstRows detail=detail.clone()/> })}
        {is_ready.then(|| view! { <Columns detail=detail.clone()/> })}
        {has_refused.then(|| view! { <Refused detail/> })}
    }
    .into_any()
}

/// How many rows become, or became, what, and the next step.
fn outcome(detail: &ImportDetail) -> AnyView {
    let (text, import) = (text(), &detail.import);
    let heading = if import.state == State::Ready { text.import_would() } else { text.import_became() };
    view! {
        <div class="card">
            <div class="card__h"><h3>{heading}</h3><span class="push sec">{import.state.name(text)}</span></div>
            <div class="card__b form">
                {counts(import, text)}
                {next_step(detail, text)}
            </div>
        </div>
    }
    .into_any()
}

fn counts(import: &Import, text: Language) -> AnyView {
    let Tally { created, changed, unchanged, kept, refused, undone, left } = import.tally;
    let changes =
        if import.state == State::Ready { text.import_changed() } else { text.import_was_changed() };
    let all = [
        (created, text.import_created(), true),
        (changed, changes, true),
        (unchanged, text.import_unchanged(), false),
        (kept, text.import_kept(), false),
        (refused, text.import_refused(), false),
        (undone, text.import_undone(), false),
        (left, text.import_left(), false),
    ];
    let shown = all.into_iter().filter(|(count, _, always)| *always || *count > 0);
    let rows = shown.map(|(count, says, _)| view! { <li><b class="num">{count}</b> " " {says}</li> });
    view! { <ul class="imp__c">{rows.collect_view()}</ul> }.into_any()
}

fn address(id: ImportId, act: &str) -> String {
    format!("/installningar/import/{id}/{act}")
}

fn next_step(detail: &ImportDetail, text: Language) -> AnyView {
    let import = &detail.import;
    let id = import.id;
    match import.state {
        State::Ready => {
            let has_any = import.tally.created + import.tally.changed > 0;
            view! {
                {(!has_any).then(|| view! { <p class="sec">{text.import_nothing()}</p> })}
                <div class="row wrap">
                    // Both send the form of the columns. Enter in one of its fields takes the first: it tries, and
                    // imports nothing.
                    <button form=FORM hidden="">{text.import_try()}</button>
                    {has_any.then(|| view! {
                        <button class="btn btn--pri" form=FORM formaction=address(id, "starta")>{text.import_now()}</button>
                    })}
                    <form method="post" action=address(id, "kasta")>
                        <button class="btn">{text.import_discard()}</button>
                    </form>
                </div>
            }
            .into_any()
        }
        State::Running | State::Undoing if import.is_stuck => view! {
            <div class="ban ban--warn" role="status"><Icon name="alert"/><p>{text.import_stuck()}</p></div>
            <form method="post" action=address(id, "fortsatt")>
                <button class="btn btn--pri">{text.import_go_on()}</button>
            </form>
        }
        .into_any(),
        State::Running | State::Undoing => progress(import, text),
        State::Done | State::Undone => undo(detail, text),
    }
}

/// The way to what was imported, and how it is taken back: what a later import has changed, there first.
fn undo(detail: &ImportDetail, text: Language) -> AnyView {
    let import = &detail.import;
    let is_undone = import.state == State::Undone;
    let may = import.can_be_undone();
    let about = match is_undone {
        false => undo_about(import.kind, text).to_owned(),
        true => text.import_still_standing(import.tally.left),
    };
    let says = if is_undone { text.import_undo_again() } else { text.import_undo() };
    let first = detail.later.as_ref().map(|later| {
        let at = moment_in_full(later.made_at, text);
        let page = format!("/installningar/import/{}", later.id);
        view! {
            <div class="ban ban--warn">
                <Icon name="alert"/>
                <p>{text.import_undo_first(&at)} " " <a href=page>{later.file_name.clone()}</a></p>
            </div>
        }
    });
    let offered = may && first.is_none();
    let act = address(import.id, "angra");
    view! {
        {may.then(|| view! { <p class="sec">{about}</p> })}
        {first}
        <div class="row wrap">
            <a class="btn" class:btn--pri=!is_undone href=list_of(import.kind)>{text.import_show_list()}</a>
            {offered.then(|| view! {
                <form method="post" action=act><button class="btn btn--dan">{says}</button></form>
            })}
        </div>
    }
    .into_any()
}

fn progress(import: &Import, text: Language) -> AnyView {
    let tally = import.tally;
    let (done, all) = match import.state {
        State::Undoing => (tally.undone + tally.left, tally.created + tally.changed),
        _ => (tally.judged(), import.rows),
    };
    let says = text.import_progress(done, &rows_in_words(all, text));
    view! {
        <label class="field">
            <span class="label" role="status">{says}</span>
            <progress class="imp__p" max=all.to_string() value=done.to_string()></progress>
        </label>
        <p class="sec">{text.import_working()}</p>
        <div class="row until-live"><a class="btn" href="" rel="external">{text.import_refresh()}</a></div>
    }
    .into_any()
}

const fn undo_about(kind: Kind, text: Language) -> &'static str {
    match kind {
        Kind::Customers => text.import_undo_customers(),
        Kind::Employees => text.import_undo_employees(),
        Kind::Cases => text.import_undo_cases(),
    }
}

const fn list_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Customers => "/kunder",
        Kind::Employees => "/anstallda",
        Kind::Cases => "/arenden?bas=alla",
    }
}
