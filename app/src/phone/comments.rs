//! A case's comments on the phone, and the line to the office at the foot.

use crate::{
    AppError,
    cases::{
        CaseReply,
        api::{comment_case, show_case},
    },
    files::{Choosing, FileField, FileList, RemovedFiles, Sent},
    page::{Page, text},
    ui::{Draft, Icon, SendKey, raw_text, renew_send_key, send_key},
    wire::insist,
};
use domain::{
    cases::{CaseDetail, CaseRow},
    events::{Comment, NewComment, TimelineEntry},
    files::File,
    format,
    ids::CaseNumber,
};
use leptos::{ev::SubmitEvent, html, prelude::*, task::spawn_local};
use web_sys::{FormData, HtmlTextAreaElement};

/// A case, what is said on it, and the files that came with that: as far as it changes while one looks.
#[derive(Clone, Copy)]
pub(super) struct Said {
    number: CaseNumber,
    pub(super) row: RwSignal<CaseRow>,
    comments: RwSignal<Vec<Comment>>,
    files: RwSignal<Vec<File>>,
    removed_files: RwSignal<Vec<File>>,
}

impl Said {
    /// What the case brings.
    pub(super) fn of(detail: &CaseDetail) -> Self {
        Self {
            number: detail.row.number,
            row: RwSignal::new(detail.row.clone()),
            comments: RwSignal::new(comments(&detail.timeline)),
            files: RwSignal::new(detail.files.clone()),
            removed_files: RwSignal::new(detail.removed_files.clone()),
        }
    }

    /// Asks how the case stands now.
    pub(super) fn refresh(self) {
        spawn_local(async move {
            // Without an answer the page stays as it is; what was saved is saved.
            if let Ok(detail) = show_case(self.number).await {
                self.files.try_set(detail.files);
                self.removed_files.try_set(detail.removed_files);
                self.comments.try_set(comments(&detail.timeline));
                if self.row.try_with_untracked(|row| detail.row.version > row.version) == Some(true) {
                    self.row.set(detail.row);
                }
            }
        });
    }

    /// The page's address.
    fn here(self) -> String {
        format!("/m/arenden/{}", self.number)
    }

    fn with(self, said_by: impl Fn(&File) -> bool + Send + Sync + 'static) -> Memo<Vec<File>> {
        Memo::new(move |_| {
            self.files.with(|files| files.iter().filter(|file| said_by(file)).cloned().collect())
        })
    }
}

fn comments(timeline: &[TimelineEntry]) -> Vec<Comment> {
    let comments = timeline.iter().filter_map(|entry| match entry {
        TimelineEntry::Comment(comment) => Some(comment.clone()),
        TimelineEntry::Event(_) => None,
    });
    comments.collect()
}

/// Files of the case itself.
#[component]
pub(super) fn Files(said: Said) -> impl IntoView {
    let own = said.with(move |file| {
        said.comments.with(|comments| !comments.iter().any(|comment| Some(comment.id) == file.comment))
    });
    listed(said, own, true)
}

/// Where there are some.
fn listed(said: Said, files: Memo<Vec<File>>, alone: bool) -> impl IntoView {
    let has_some = Memo::new(move |_| files.with(|files| !files.is_empty()));
    move || {
        has_some.get().then(|| {
            view! {
                {alone.then(|| view! { <h2 class="msec">{text().files()}</h2> })}
                <FileList case=said.number files back=said.here()
                    removed=Callback::new(move |_| said.refresh()) tells_external=alone/>
            }
        })
    }
}

/// The comments, the oldest first; a new one is read aloud.
#[component]
pub(super) fn Comments(said: Said) -> impl IntoView {
    let text = text();
    let comments = said.comments;
    let is_empty = Memo::new(move |_| comments.with(Vec::is_empty));
    view! {
        <h2 class="msec">{text.phone_comments()}</h2>
        {move || is_empty.get().then(|| view! { <p class="mtl mut">{text.phone_no_comments()}</p> })}
        <ol class="mtl" aria-live="polite">
            <For each=move || comments.get() key=|comment| comment.id let:comment>{line(said, comment)}</For>
        </ol>
        <RemovedFiles case=said.number files=said.removed_files back=said.here()
            restored=Callback::new(move |()| said.refresh())/>
    }
}

fn line(said: Said, comment: Comment) -> impl IntoView {
    let (page, text) = (Page::current(), text());
    let is_mine = page.viewer().is_some_and(|viewer| viewer.person == comment.author.person.id);
    let author = if is_mine { text.phone_you().to_owned() } else { comment.author.person.name };
    let at = format::moment_in_list(comment.at, page.today(), text);
    let (class, tag, icon, word) = match comment.external {
        true => ("cm cm--ext", "tag tag--ext push", "eye", text.phone_customer_sees()),
        false => ("cm", "tag tag--int push", "lock", text.internal()),
    };
    view! {
        <li class=class>
            <article class="cm__b">
                <header class="cm__h">
                    <strong>{author}</strong>
                    <time class="num" datetime=format::machine_moment(comment.at)>{at}</time>
                    <span class=tag><Icon name=icon size="i--s"/>{word}</span>
                </header>
                <div class="cm__t">{paragraphs(&comment.body)}</div>
                {listed(said, said.with(move |file| file.comment == Some(comment.id)), false)}
            </article>
        </li>
    }
}

/// A text's lines, blank ones left out.
pub(super) fn paragraphs(text: &str) -> Vec<AnyView> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(|line| view! { <p>{line.to_owned()}</p> }.into_any()).collect()
}

/// Where one writes to the office. Never seen by the customer.
#[component]
pub(super) fn Composer(said: Said) -> impl IntoView {
    let text = text();
    let Said { number, comments, .. } = said;
    let files = Choosing::new();
    let is_sending = RwSignal::new(false);
    let field = NodeRef::<html::Textarea>::new();
    let draft = StoredValue::new(Draft::of(&format!("kommentar.{number}")));
    take_up(draft, field);
    let (typed, refused) = refused_before().unzip();
    let refusal = RwSignal::new(refused);
    let is_lost = RwSignal::new(false);
    let saving = Action::new_local(move |(comment, key): &(NewComment, Option<String>)| {
        let (comment, key) = (comment.clone(), key.clone());
        async move {
            let ask = async || comment_case(comment.clone(), key.clone()).await;
            insist(ask, |lost| _ = is_lost.try_set(lost)).await
        }
    });
    Effect::new(move |_| match saving.value().get() {
        Some(Ok(comment)) => {
            // The news of it may have been faster.
            if comments.with_untracked(|comments| comments.iter().all(|known| known.id != comment.id)) {
                comments.update(|comments| comments.push(comment));
            }
            refusal.set(None);
            draft.with_value(Draft::forget);
            if let Some(field) = field.get_untracked() {
                field.set_value("");
                if let Some(form) = field.form() {
                    renew_send_key(&form);
                }
            }
        }
        Some(Err(AppError(problem))) => refusal.set(Some(problem.sentence(text))),
        None => {}
    });
    let submit = move |event: SubmitEvent| {
        let Some(field) = field.get_untracked() else { return };
        event.prevent_default();
        if is_sending.get_untracked() {
            return;
        }
        if !files.is_empty() {
            refusal.set(files.refusal().map(|problem| problem.sentence(text)));
            if refusal.with_untracked(Option::is_none) {
                send(said, &field, files, draft, is_sending, refusal);
            }
        } else if !saving.pending().get_untracked() {
            let key = field.form().and_then(|form| send_key(&form));
            saving.dispatch((NewComment { case: number, body: field.value(), external: false }, key));
        }
    };
    let is_refused = Memo::new(move |_| refusal.with(Option::is_some));
    let sentence = move || {
        refusal.get().map(|sentence| view! {
            <span class="err" id="kommentar-fel" role="alert"><Icon name="alert" size="i--s"/>{sentence}</span>
        })
    };
    view! {
        <form class="mcomp" method="post" enctype="multipart/form-data" action=format!("/arenden/{number}/kommentar")
            aria-label=text.phone_new_comment() on:submit=submit>
            <input type="hidden" name="tillbaka" value=format!("/m/arenden/{number}")/>
            <SendKey/>
            <label class="grow">
                <span class="sr">{text.phone_comment()}</span>
                <textarea class="in" name="kommentar" rows="1" placeholder=text.phone_comment_hint()
                    on:input=move |event| {
                        let typed = event_target_value(&event);
                        draft.with_value(|draft| if typed.is_empty() { draft.forget() } else { draft.keep(&typed) });
                    }
                    aria-invalid=move || is_refused.get().then_some("true")
                    aria-describedby=move || is_refused.get().then_some("kommentar-fel")
                    node_ref=field
                >{typed.map(raw_text)}</textarea>
            </label>
            <button
                class="btn btn--pri btn--i"
                aria-label=text.save_comment()
                aria-disabled=move || (saving.pending().get() || is_sending.get()).then_some("true")
            >
                <Icon name="send" size="i--l"/>
            </button>
            {sentence}
            {move || is_lost.get().then(|| view! { <span class="hint" role="status">{text.is_sent_again()}</span> })}
            <div class="mcomp__a"><FileField choosing=files camera=true/></div>
        </form>
    }
}

/// What was begun here or on another device, unless one has begun to write already.
fn take_up(draft: StoredValue<Draft>, field: NodeRef<html::Textarea>) {
    field.on_load(move |field| {
        if let Some(begun) = draft.with_value(Draft::read::<String>).filter(|_| field.value().is_empty()) {
            field.set_value(&begun);
        }
        let begun = field.value();
        draft.with_value(|draft| {
            draft.catch_up(move |there: Option<String>| {
                if field.value() == begun {
                    field.set_value(there.as_deref().unwrap_or_default());
                }
            });
        });
    });
}

/// The form as it stands, with its files.
fn send(
    said: Said,
    field: &HtmlTextAreaElement,
    files: Choosing,
    draft: StoredValue<Draft>,
    is_sending: RwSignal<bool>,
    refusal: RwSignal<Option<String>>,
) {
    let text = text();
    let Some(form) = field.form().and_then(|form| FormData::new_with_form(&form).ok()) else { return };
    let field = field.clone();
    is_sending.set(true);
    files.send(format!("/arenden/{}/kommentar", said.number), form, move |sent| {
        is_sending.try_set(false);
        match sent {
            Sent::Done(_) => {
                field.set_value("");
                draft.try_with_value(Draft::forget);
                if let Some(form) = field.form() {
                    renew_send_key(&form);
                }
                files.clear();
                said.refresh();
            }
            // What was written and chosen stays; the page shows whether it came all the same.
            Sent::Cancelled { .. } => said.refresh(),
            Sent::Refused(problem) => {
                refusal.try_set(Some(problem.sentence(text)));
            }
        }
    });
}

/// A comment that the server refused when it was posted as a plain form: its text, and why.
fn refused_before() -> Option<(String, String)> {
    let reply = CaseReply::to("kommentar")?;
    let typed = reply.typed("kommentar").unwrap_or_default().to_owned();
    Some((typed, reply.problem.sentence(text())))
}
