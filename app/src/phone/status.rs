//! The one property that is changed on the phone: solved, or open again after all.

use crate::{
    AppError,
    cases::{CaseReply, api::update_case},
    page::{Page, text},
    ui::{Icon, StatusMark},
};
use domain::{
    cases::{CaseRow, Conflict, Edit, Vocabulary},
    format,
    ids::StatusId,
    problem::Problem,
};
use leptos::{ev::SubmitEvent, prelude::*};

/// A status, and the version of the case that one saw.
type Wanted = (StatusId, i32);

/// "Markera som löst", "Öppna igen", and what came between.
#[component]
pub(super) fn Solve(row: RwSignal<CaseRow>) -> impl IntoView {
    let number = row.with_untracked(|row| row.number);
    let problem = RwSignal::new(refused_before());
    let saving =
        Action::new(move |(status, version): &Wanted| update_case(number, *version, Edit::Status(*status)));
    Effect::new(move |_| match saving.value().get() {
        Some(Ok(saved)) => {
            problem.set(None);
            row.set(saved.row);
        }
        Some(Err(AppError(refused))) => {
            if let Problem::Stale(conflict) = &refused {
                row.set(conflict.theirs.clone());
            }
            problem.set(Some(refused));
        }
        None => {}
    });
    let next = move || {
        let page = Page::current();
        row.with(|row| page.vocabulary(|words| next(row, words)))
    };
    view! {
        {move || problem.get().map(|problem| refusal(row, problem, saving))}
        {move || next().map(|(status, word)| button(row, status, word, "btn btn--w", saving))}
    }
}

/// What an open case becomes, and what a closed one.
fn next(row: &CaseRow, words: &Vocabulary) -> Option<(StatusId, &'static str)> {
    let (status, word) = if row.is_open {
        (words.solved_status(), text().mark_solved())
    } else if row.responsible.is_some() {
        (words.assigned_status(), text().phone_reopen())
    } else {
        (words.initial_status(), text().phone_reopen())
    };
    status.map(|status| (status.id, word))
}

type Saving = Action<Wanted, Result<domain::cases::Saved, AppError>>;

fn button(
    row: RwSignal<CaseRow>,
    status: StatusId,
    word: &'static str,
    class: &'static str,
    saving: Saving,
) -> impl IntoView {
    let (number, version) = row.with(|row| (row.number, row.version));
    let slug = Page::current().vocabulary(|words| words.status(status).map(|status| status.slug.clone()));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if !saving.pending().get_untracked() {
            saving.dispatch((status, version));
        }
    };
    view! {
        <form method="post" action=format!("/arenden/{number}/status") on:submit=submit>
            <input type="hidden" name="varde" value=slug/>
            <input type="hidden" name="version" value=version.to_string()/>
            <input type="hidden" name="tillbaka" value=format!("/m/arenden/{number}")/>
            <button class=class aria-disabled=move || saving.pending().get().then_some("true")>
                <Icon name="check"/>
                {word}
            </button>
        </form>
    }
}

/// Why it was not saved; after somebody else's change, both values and the choice.
fn refusal(row: RwSignal<CaseRow>, problem: Problem, saving: Saving) -> impl IntoView {
    let text = text();
    let Problem::Stale(conflict) = problem else {
        let sentence = problem.sentence(text);
        return view! { <div class="ban ban--dan" role="alert"><Icon name="alert"/><p>{sentence}</p></div> }
            .into_any();
    };
    let Conflict { by, at, mine, theirs, .. } = *conflict;
    let at = format::moment_in_list(at, Page::current().today(), text);
    let mine = match mine {
        Some(Edit::Status(status)) => Some(status),
        _ => None,
    };
    view! {
        <div class="ban ban--warn" role="alert">
            <Icon name="alert"/>
            <div>
                <p>{text.phone_conflict(&by, &at)} " " <StatusMark status=theirs.status/></p>
                {mine.map(|status| view! {
                    <p>{text.phone_yours()} " " <StatusMark status/></p>
                    {button(row, status, text.phone_anyway(), "btn", saving)}
                })}
            </div>
        </div>
    }
    .into_any()
}

/// A change that the server refused when it was posted as a plain form.
fn refused_before() -> Option<Problem> {
    CaseReply::to("status").map(|reply| reply.problem)
}
