//! Subject and body: read, and edited together. What one has begun to change is kept until it is saved or cancelled.

use super::{case::Case, text_conflict::TextConflict};
use crate::{
    AppError,
    cases::{CaseReply, api::edit_text},
    page::{Page, text},
    ui::{Draft, Icon, Key, Labelled, described_by, invalid, raw_text, refusal_at, write_field},
};
use domain::{
    cases::{CaseRow, Conflict, TextEdit},
    policy::Action,
    problem::{Field, Problem},
};
use leptos::{ev, html, prelude::*, task::spawn_local};
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsCast;
use web_sys::{FormData, HtmlFormElement};

/// Heading and text, or the form of both; `children` stand between.
#[component]
pub(super) fn CaseText(case: Case, children: Children) -> impl IntoView {
    let subject = Memo::new(move |_| case.row.with(|row| row.subject.clone()));
    let body = move || case.body.with(|body| paragraphs(body));
    let has_body = Memo::new(move |_| case.body.with(|body| !body.is_empty()));
    let reply = StoredValue::new(CaseReply::to("text"));
    let kept = Kept::of(case);
    view! {
        <h1 class:sr=move || case.is_editing.get()>{subject}</h1>
        {move || (kept.is_there.get() && !case.is_editing.get()).then(|| view! { <GoOn case kept/> })}
        {move || case.is_editing.get().then(|| {
            let reply = reply.try_update_value(Option::take).flatten();
            view! { <TextForm case kept reply/> }
        })}
        {children()}
        <div class="cont" hidden=move || case.is_editing.get() || !has_body.get()>{body}</div>
    }
}

/// One paragraph a line of text; blank lines only separate.
pub(super) fn paragraphs(text: &str) -> Vec<AnyView> {
    let lines = text.lines().map(str::trim_end).filter(|line| !line.is_empty());
    lines.map(|line| view! { <p>{line.to_owned()}</p> }.into_any()).collect()
}

/// An edit that was begun: the text as one saw it, its version, and what one has made of it.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Begun {
    version: i32,
    seen: TextEdit,
    edit: TextEdit,
}

/// Where it is kept, on all devices of the viewer's.
#[derive(Clone, Copy)]
struct Kept {
    draft: StoredValue<Draft>,
    is_there: RwSignal<bool>,
}

impl Kept {
    fn of(case: Case) -> Self {
        let draft = StoredValue::new(Draft::of(&format!("text.{}", case.number)));
        let kept = Self { draft, is_there: RwSignal::new(false) };
        if Page::current().may(Action::EditCase) {
            Effect::new(move |_| kept.look(case));
        }
        kept
    }

    /// What stands already was saved by one who left before the answer came.
    fn look(self, case: Case) {
        let is_other = move |begun: &Begun| !stands(case, &begun.edit);
        self.draft.with_value(|draft| {
            let begun = draft.read::<Begun>();
            let is_there = begun.as_ref().is_some_and(is_other);
            if begun.is_some() && !is_there {
                draft.forget();
            }
            self.is_there.set(is_there);
            draft.catch_up(move |there: Option<Begun>| {
                self.is_there.try_set(there.as_ref().is_some_and(is_other));
            });
        });
    }

    fn keep(self, begun: &Begun) {
        self.draft.with_value(|draft| draft.keep(begun));
        self.is_there.set(true);
    }

    /// It was saved or thrown away.
    fn forget(self) {
        self.draft.try_with_value(Draft::forget);
        self.is_there.try_set(false);
    }
}

/// Whether everybody sees that text. Asked late, when the page may have been left.
fn stands(case: Case, edit: &TextEdit) -> bool {
    case.row.try_with_untracked(|row| row.subject == edit.subject.trim()) == Some(true)
        && case.body.try_with_untracked(|body| body == edit.body.trim()) == Some(true)
}

/// The way back to an edit that was begun.
#[component]
fn GoOn(case: Case, kept: Kept) -> impl IntoView {
    let text = text();
    view! {
        <div class="ban" role="status">
            <Icon name="clock"/>
            <p class="grow">{text.edit_begun()}</p>
            <div class="row">
                <button class="btn btn--s" type="button" on:click=move |_| case.is_editing.set(true)>{text.go_on()}</button>
                <button class="btn btn--s" type="button" on:click=move |_| kept.forget()>{text.discard_draft()}</button>
            </div>
        </div>
    }
}

/// An edit under way.
#[derive(Clone, Copy)]
pub(super) struct TextEditing {
    case: Case,
    kept: Kept,
    /// The text as one saw it when one began.
    seen: RwSignal<TextEdit>,
    problem: RwSignal<Option<Problem>>,
    is_saving: RwSignal<bool>,
    node: NodeRef<html::Form>,
}

impl TextEditing {
    fn save(self) {
        let Some(form) = self.node.get_untracked().filter(|_| !self.is_saving.get_untracked()) else {
            return;
        };
        let Some((version, edit)) = read(&form) else { return };
        let case = self.case;
        self.is_saving.set(true);
        spawn_local(async move {
            let answer = edit_text(case.number, version, edit.clone()).await;
            self.is_saving.try_set(false);
            match answer {
                Ok(row) => {
                    self.kept.forget();
                    saved(case, row, edit, &self.seen.get_untracked());
                }
                Err(AppError(problem)) => {
                    self.problem.try_set(Some(problem));
                }
            }
        });
    }

    fn pressed(self, event: &ev::KeyboardEvent) {
        if Key::with_ctrl(event) == Some(Key::Save) {
            event.prevent_default();
            self.save();
        }
    }

    /// Keeps what stands in the fields; while one chooses between two texts, it is kept already.
    fn keep(self) {
        if self.conflict().is_some() {
            return;
        }
        let Some(form) = self.node.get_untracked() else { return };
        let Some((version, edit)) = read(&form) else { return };
        let seen = self.seen.get_untracked();
        match edit == seen {
            true => self.kept.forget(),
            false => self.kept.keep(&Begun { version, seen, edit }),
        }
    }

    /// Puts what was begun into the fields, with the version that one saw: if somebody has saved another text
    /// since, one is asked.
    fn take_up(self, form: &HtmlFormElement) {
        let Some(begun) = self.kept.draft.with_value(Draft::read::<Begun>) else { return };
        write_field(form, "version", &begun.version.to_string());
        write_field(form, "rubrik", &begun.edit.subject);
        write_field(form, "innehall", &begun.edit.body);
        self.seen.set(begun.seen);
    }

    fn conflict(self) -> Option<Conflict> {
        self.problem.with(|problem| match problem {
            Some(Problem::Stale(conflict)) => Some((**conflict).clone()),
            _ => None,
        })
    }
}

/// A body that one has not changed may have been changed by somebody else: it is not shown as it was.
fn saved(case: Case, row: CaseRow, edit: TextEdit, seen: &TextEdit) {
    case.row.try_set(row);
    if edit.body != seen.body {
        case.body.try_set(edit.body.trim().to_owned());
    }
    case.is_editing.try_set(false);
    case.refresh();
    focus_page();
}

/// The form has gone with the focus in it: the keyboard goes on from the page.
fn focus_page() {
    if let Some(main) = document().get_element_by_id("main") {
        let _ = main.unchecked_ref::<web_sys::HtmlElement>().focus();
    }
}

/// What the form holds: the version that one saw, and the text. After a conflict they are what
/// was chosen.
fn read(form: &HtmlFormElement) -> Option<(i32, TextEdit)> {
    let data = FormData::new_with_form(form).ok()?;
    let get = |name: &str| data.get(name).as_string().unwrap_or_default();
    // Browsers send line ends as the web does; they are kept as one sign.
    let edit = TextEdit { subject: get("rubrik"), body: get("innehall").replace("\r\n", "\n") };
    Some((get("version").parse().ok()?, edit))
}

#[component]
fn TextForm(case: Case, kept: Kept, reply: Option<CaseReply>) -> impl IntoView {
    let text = text();
    let is_reply = reply.is_some();
    let stands = TextEdit {
        subject: case.row.with_untracked(|row| row.subject.clone()),
        body: case.body.get_untracked(),
    };
    let version = case.row.with_untracked(|row| row.version).to_string();
    let typed = |name: &str, stands: &str| {
        let typed = reply.as_ref().and_then(|reply| reply.typed(name));
        typed.unwrap_or(stands).to_owned()
    };
    let start = TextEdit { subject: typed("rubrik", &stands.subject), body: typed("innehall", &stands.body) };
    let seen = TextEdit {
        subject: typed("rubrik_fore", &stands.subject),
        body: typed("innehall_fore", &stands.body),
    };
    let version = typed("version", &version);
    let editing = TextEditing {
        case,
        kept,
        seen: RwSignal::new(seen),
        problem: RwSignal::new(reply.map(|reply| reply.problem)),
        is_saving: RwSignal::new(false),
        node: NodeRef::new(),
    };
    let submitted = move |event: ev::SubmitEvent| {
        event.prevent_default();
        editing.save();
    };
    editing.node.on_load(move |form| {
        if !is_reply {
            editing.take_up(&form);
        }
    });
    // Another refusal leaves the fields as they are.
    let conflict = Memo::new(move |_| editing.conflict());
    view! {
        <form
            class="form"
            method="post"
            action=format!("/arenden/{}/text", case.number)
            aria-label=text.edit_case()
            novalidate
            autocomplete="off"
            node_ref=editing.node
            on:submit=submitted
            on:keydown=move |event: ev::KeyboardEvent| editing.pressed(&event)
            on:input=move |_| editing.keep()
        >
            <input type="hidden" name="rubrik_fore" value=move || editing.seen.with(|seen| seen.subject.clone())/>
            <input type="hidden" name="innehall_fore" value=move || editing.seen.with(|seen| seen.body.clone())/>
            {move || match conflict.get() {
                Some(conflict) => view! { <TextConflict conflict seen=editing.seen.get_untracked()/> }.into_any(),
                None => view! { <TextFields editing start=start.clone() version=version.clone()/> }.into_any(),
            }}
            <Buttons editing/>
        </form>
    }
}

#[component]
fn TextFields(editing: TextEditing, start: TextEdit, version: String) -> impl IntoView {
    let text = text();
    let (subject_error, body_error) =
        (refusal_at(editing.problem, Field::Subject), refusal_at(editing.problem, Field::Body));
    let other = move || {
        editing.problem.with(|problem| match problem {
            Some(Problem::Invalid(_)) | None => None,
            Some(problem) => Some(problem.sentence(text)),
        })
    };
    let subject = NodeRef::<html::Input>::new();
    subject.on_load(|subject| {
        let _ = subject.focus();
    });
    view! {
        <input type="hidden" name="version" value=version/>
        {move || other().map(|sentence| view! {
            <div class="ban ban--dan" role="alert"><Icon name="alert"/><p>{sentence}</p></div>
        })}
        <Labelled id="rubrik".to_owned() label=text.subject() error=subject_error>
            <input
                class="in"
                id="rubrik"
                name="rubrik"
                value=start.subject
                aria-required="true"
                aria-invalid=invalid(subject_error)
                aria-describedby=described_by("rubrik", subject_error)
                node_ref=subject
            />
        </Labelled>
        <Labelled id="innehall".to_owned() label=text.body() aside=text.optional() error=body_error>
            <textarea
                class="in"
                id="innehall"
                name="innehall"
                rows="6"
                aria-invalid=invalid(body_error)
                aria-describedby=described_by("innehall", body_error)
            >
                {raw_text(start.body)}
            </textarea>
        </Labelled>
    }
}

#[component]
fn Buttons(editing: TextEditing) -> impl IntoView {
    let text = text();
    let is_editing = editing.case.is_editing;
    let cancel = move |event: ev::MouseEvent| {
        event.prevent_default();
        editing.kept.forget();
        is_editing.set(false);
        focus_page();
    };
    let words = move || if editing.conflict().is_some() { text.save_chosen_texts() } else { text.save() };
    view! {
        <div class="row wrap">
            <button class="btn btn--pri" aria-disabled=move || editing.is_saving.get().then_some("true")>
                {words}
            </button>
            <a class="btn" href=format!("/arenden/{}", editing.case.number) on:click=cancel>{text.cancel()}</a>
        </div>
    }
}
