//! What somebody did, as one line of the timeline: "Maria ändrade prioritet Normal till Hög".

use super::{case::Case, lines::Changes, text_edit::paragraphs};
use crate::{
    AppError,
    cases::api::undo_changes,
    page::{Page, text},
    ui::{ChannelMark, Icon, PriorityMark, StatusMark, Toasts},
};
use chrono::NaiveDate;
use domain::{
    cases::Channel,
    events::{Change, NamedChange},
    format,
    ids::{TeamId, TypeId},
    policy::{action_of, can},
    problem::Problem,
};
use leptos::{ev, prelude::*, task::spawn_local};

/// The line.
#[component]
pub(super) fn ChangesView(
    case: Case,
    changes: Changes,
    /// The channel that the case was registered with.
    came_by: Memo<Channel>,
) -> impl IntoView {
    let (page, text) = (Page::current(), text());
    let undo = undo(case, &changes);
    let Changes { actor, at, changes, bulk, .. } = changes;
    let (icon, told) = match changes.is_empty() {
        true => {
            let channel = move || came_by.get().name(text);
            ("plus", view! { {text.created_the_case()} " " <b>{channel}</b> }.into_any())
        }
        false => ("swap", sentence(changes)),
    };
    view! {
        <li>
            <span class="ev__d"><Icon name=icon/></span>
            <div class="ev">
                <b>{actor.person.name}</b>
                " "
                {told}
                {bulk.then(|| view! { " " <span class="mut">{text.with_many()}</span> })}
                " "
                <time class="num" datetime=format::machine_moment(at)>{format::moment(at, page.today(), text)}</time>
                {undo}
            </div>
        </li>
    }
}

/// "Ångra", for as long as nobody has changed the same again.
fn undo(case: Case, changes: &Changes) -> Option<AnyView> {
    let (text, toasts, viewer) = (text(), Toasts::current(), Page::current().viewer()?);
    let may = changes.changes.iter().all(|named| can(&viewer, action_of(&named.change)));
    if !may || !changes.can_be_undone {
        return None;
    }
    let entries = changes.entries.clone();
    let posted = entries.iter().map(ToString::to_string).collect::<Vec<_>>().join(",");
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let entries = entries.clone();
        spawn_local(async move {
            match undo_changes(case.number, entries).await {
                Ok(()) => case.refresh(),
                Err(AppError(Problem::Overtaken)) => toasts.error(text.undo_overtaken().to_owned(), None),
                Err(AppError(problem)) => toasts.error(problem.sentence(text), None),
            }
        });
    };
    let form = view! {
        <form class="ev__undo" method="post" action=format!("/arenden/{}/angra", case.number) on:submit=submit>
            <button class="btn btn--q btn--s" name="handelser" value=posted>{text.undo()}</button>
        </form>
    };
    Some(form.into_any())
}

/// What one does to something.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Verb {
    Changed,
    Linked,
    Unlinked,
    Attached,
    FileRemoved,
    FileRestored,
    Related,
    Unrelated,
}

/// "ändrade status Ny till Löst, ansvarig Ingen till Maria och lade till Amira".
fn sentence(changes: Vec<NamedChange>) -> AnyView {
    let text = text();
    let last = changes.len().saturating_sub(1);
    let mut before = None;
    let part = |(index, change): (usize, NamedChange)| {
        let join = match index {
            0 => "",
            index if index == last => text.and(),
            _ => ",",
        };
        let verb = verb(&change.change);
        let word = (before.replace(verb) != Some(verb)).then(|| match verb {
            Verb::Changed => text.did_change(),
            Verb::Linked => text.did_link(),
            Verb::Unlinked => text.did_unlink(),
            Verb::Attached => text.did_attach(),
            Verb::FileRemoved => text.did_remove_file(),
            Verb::FileRestored => text.did_put_back_file(),
            Verb::Related => text.did_relate(),
            Verb::Unrelated => text.did_unrelate(),
        });
        view! { {join} " " {word} " " {told(change)} " " }.into_any()
    };
    changes.into_iter().enumerate().map(part).collect_view().into_any()
}

const fn verb(change: &Change) -> Verb {
    match change {
        Change::ParticipantAdded { .. } => Verb::Linked,
        Change::ParticipantRemoved { .. } => Verb::Unlinked,
        Change::FileAdded { .. } => Verb::Attached,
        Change::FileRemoved { .. } => Verb::FileRemoved,
        Change::FileRestored { .. } => Verb::FileRestored,
        Change::RelationAdded { .. } => Verb::Related,
        Change::RelationRemoved { .. } => Verb::Unrelated,
        _ => Verb::Changed,
    }
}

/// What it was about: the property's name, the old and the new value.
fn told(named: NamedChange) -> AnyView {
    let (text, today) = (text(), Page::current().today());
    let NamedChange { change, from_name, to_name } = named;
    let person = |name: Option<String>| value(name, text.nobody());
    let customer = |name: Option<String>| value(name, text.none());
    let moment = |at| value(Some(format::moment(at, today, text)), "");
    let day =
        |on: Option<NaiveDate>| value(on.map(|on| format::weekday_and_day(on, today, text)), text.none());
    match change {
        Change::Status { from, to } => {
            let mark = |status| view! { <StatusMark status/> }.into_any();
            from_to(text.status(), mark(from), mark(to))
        }
        Change::Priority { from, to } => {
            let mark = |priority| view! { <PriorityMark priority/> }.into_any();
            from_to(text.priority(), mark(from), mark(to))
        }
        Change::Channel { from, to } => {
            let mark = |channel| view! { <ChannelMark channel/> }.into_any();
            from_to(text.channel(), mark(from), mark(to))
        }
        Change::Type { from, to } => from_to(text.case_type(), case_type(from), case_type(to)),
        Change::Team { from, to } => from_to(text.team(), team(from), team(to)),
        Change::Responsible { .. } => from_to(text.responsible(), person(from_name), person(to_name)),
        Change::Customer { .. } => from_to(text.customer(), customer(from_name), customer(to_name)),
        Change::Site { .. } => from_to(text.site(), customer(from_name), customer(to_name)),
        Change::DueOn { from, to } => from_to(text.due_date(), day(from), day(to)),
        Change::CreatedAt { from, to } => from_to(text.created(), moment(from), moment(to)),
        Change::Subject { from, to } => from_to(text.subject(), value(Some(from), ""), value(Some(to), "")),
        Change::Body { from, .. } => body(from),
        Change::ParticipantAdded { .. } | Change::ParticipantRemoved { .. } => person(to_name),
        Change::FileAdded { name, .. }
        | Change::FileRemoved { name, .. }
        | Change::FileRestored { name, .. } => value(Some(name), ""),
        Change::RelationAdded { relation, case } | Change::RelationRemoved { relation, case } => view! {
            {relation.name(text).to_lowercase()} " " <a class="num" href=format!("/arenden/{case}")>{case.to_string()}</a>
        }
        .into_any(),
    }
}

fn from_to(property: &'static str, from: AnyView, to: AnyView) -> AnyView {
    let text = text();
    view! { {property.to_lowercase()} " " {from} " " <span class="mut">{text.changed_to()}</span> " " {to} }
        .into_any()
}

fn value(name: Option<String>, nothing: &'static str) -> AnyView {
    match name {
        Some(name) => view! { <b>{name}</b> }.into_any(),
        None => view! { <span class="mut">{nothing}</span> }.into_any(),
    }
}

fn team(team: Option<TeamId>) -> AnyView {
    let name =
        team.and_then(|id| Page::current().vocabulary(|words| words.team(id).map(|team| team.name.clone())));
    value(name, text().no_team())
}

fn case_type(case_type: Option<TypeId>) -> AnyView {
    let name = case_type.and_then(|id| {
        Page::current().vocabulary(|words| words.case_type(id).map(|case_type| case_type.name.clone()))
    });
    value(name, text().none())
}

/// The former text is kept within reach; the new one stands over the timeline.
fn body(from: String) -> AnyView {
    let text = text();
    let has_text = !from.is_empty();
    view! {
        {text.body().to_lowercase()}
        {has_text.then(|| view! {
            " "
            <details>
                <summary>{text.show_former_text()}</summary>
                {paragraphs(&from)}
            </details>
        })}
    }
    .into_any()
}
