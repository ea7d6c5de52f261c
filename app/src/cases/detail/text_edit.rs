//! Subject and body: read, and edited together.

use super::{case::Case, text_conflict::TextConflict};
use crate::{
    AppError,
    cases::{CaseReply, api::edit_text},
    page::text,
    ui::{Icon, Labelled, described_by, invalid, raw_text, refusal_at},
};
use domain::{
    cases::{CaseRow, Conflict, TextEdit},
    problem::{Field, Problem},
};
use leptos::{ev, html, prelude::*, task::spawn_local};
use wasm_bindgen::JsCast;
use web_sys::{FormData, HtmlFormElement};

/// Heading and text, or the form of both; `children` stand between.
#[component]
pub(super) fn CaseText(case: Case, children: Children) -> impl IntoView {
    let subject = Memo::new(move |_| case.row.with(|row| row.subject.clone()));
    let body = move || case.body.with(|body| paragraphs(body));
    let has_body = Memo::new(move |_| case.body.with(|body| !body.is_empty()));
    let reply = StoredValue::new(CaseReply::to("text"));
    view! {
        <h1 class:sr=move || case.is_editing.get()>{subject}</h1>
        {move || case.is_editing.get().then(|| {
            let reply = reply.try_update_value(Option::take).flatten();
            view! { <TextForm case reply/> }
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

/// An edit under way.
#[derive(Clone, Copy)]
pub(super) struct TextEditing {
    case: Case,
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
                Ok(row) => saved(case, row, edit),
                Err(AppError(problem)) => {
                    self.problem.try_set(Some(problem));
                }
            }
        });
    }

    fn pressed(self, event: &ev::KeyboardEvent) {
        match event.key().as_str() {
            "Enter" if event.ctrl_key() || event.meta_key() => {
                event.prevent_default();
                self.save();
            }
            _ => {}
        }
    }

    fn conflict(self) -> Option<Conflict> {
        self.problem.with(|problem| match problem {
            Some(Problem::Stale(conflict)) => Some((**conflict).clone()),
            _ => None,
        })
    }
}

fn saved(case: Case, row: CaseRow, edit: TextEdit) {
    case.row.try_set(row);
    case.body.try_set(edit.body.trim().to_owned());
    case.is_editing.try_set(false);
    case.refresh();
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
fn TextForm(case: Case, reply: Option<CaseReply>) -> impl IntoView {
    let text = text();
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
        problem: RwSignal::new(reply.map(|reply| reply.problem)),
        is_saving: RwSignal::new(false),
        node: NodeRef::new(),
    };
    let submitted = move |event: ev::SubmitEvent| {
        event.prevent_default();
        editing.save();
    };
    let seen_by_conflict = seen.clone();
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
        >
            <input type="hidden" name="rubrik_fore" value=seen.subject/>
            <input type="hidden" name="innehall_fore" value=seen.body/>
            {move || match conflict.get() {
                Some(conflict) => view! { <TextConflict conflict seen=seen_by_conflict.clone()/> }.into_any(),
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
        is_editing.set(false);
        // The button is gone; the keyboard goes on from the page.
        if let Some(main) = document().get_element_by_id("main") {
            let _ = main.unchecked_ref::<web_sys::HtmlElement>().focus();
        }
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
