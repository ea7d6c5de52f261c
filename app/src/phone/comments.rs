//! A case's comments on the phone, and the line to the office at the foot.

use crate::{
    AppError,
    cases::{CaseReply, api::comment_case},
    page::{Page, text},
    ui::{Icon, raw_text},
};
use domain::{
    events::{Comment, NewComment},
    format,
    ids::CaseNumber,
};
use leptos::{ev::SubmitEvent, html, prelude::*};

/// The comments, the oldest first; a new one is read aloud.
#[component]
pub(super) fn Comments(comments: RwSignal<Vec<Comment>>) -> impl IntoView {
    let text = text();
    let is_empty = Memo::new(move |_| comments.with(Vec::is_empty));
    view! {
        <h2 class="msec">{text.phone_comments()}</h2>
        {move || is_empty.get().then(|| view! { <p class="mtl mut">{text.phone_no_comments()}</p> })}
        <ol class="mtl" aria-live="polite">
            <For each=move || comments.get() key=|comment| comment.id let:comment>{line(comment)}</For>
        </ol>
    }
}

fn line(comment: Comment) -> impl IntoView {
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
pub(super) fn Composer(number: CaseNumber, comments: RwSignal<Vec<Comment>>) -> impl IntoView {
    let text = text();
    let field = NodeRef::<html::Textarea>::new();
    let (typed, refused) = refused_before().unzip();
    let refusal = RwSignal::new(refused);
    let saving = Action::new(|comment: &NewComment| comment_case(comment.clone()));
    Effect::new(move |_| match saving.value().get() {
        Some(Ok(comment)) => {
            comments.update(|comments| comments.push(comment));
            refusal.set(None);
            if let Some(field) = field.get_untracked() {
                field.set_value("");
            }
        }
        Some(Err(AppError(problem))) => refusal.set(Some(problem.sentence(text))),
        None => {}
    });
    let submit = move |event: SubmitEvent| {
        let Some(field) = field.get_untracked() else { return };
        event.prevent_default();
        if !saving.pending().get_untracked() {
            saving.dispatch(NewComment { case: number, body: field.value(), external: false });
        }
    };
    let is_refused = Memo::new(move |_| refusal.with(Option::is_some));
    let sentence = move || {
        refusal.get().map(|sentence| view! {
            <span class="err" id="kommentar-fel" role="alert"><Icon name="alert" size="i--s"/>{sentence}</span>
        })
    };
    view! {
        <form class="mcomp" method="post" action=format!("/arenden/{number}/kommentar")
            aria-label=text.phone_new_comment() on:submit=submit>
            <input type="hidden" name="tillbaka" value=format!("/m/arenden/{number}")/>
            <label class="grow">
                <span class="sr">{text.phone_comment()}</span>
                <textarea class="in" name="kommentar" rows="1" required placeholder=text.phone_comment_hint()
                    aria-invalid=move || is_refused.get().then_some("true")
                    aria-describedby=move || is_refused.get().then_some("kommentar-fel")
                    node_ref=field
                >{typed.map(raw_text)}</textarea>
            </label>
            <button
                class="btn btn--pri btn--i"
                aria-label=text.save_comment()
                aria-disabled=move || saving.pending().get().then_some("true")
            >
                <Icon name="send" size="i--l"/>
            </button>
            {sentence}
        </form>
    }
}

/// A comment that the server refused when it was posted as a plain form: its text, and why.
fn refused_before() -> Option<(String, String)> {
    let reply = CaseReply::to("kommentar")?;
    let typed = reply.typed("kommentar").unwrap_or_default().to_owned();
    Some((typed, reply.problem.sentence(text())))
}
