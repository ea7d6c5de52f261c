//! The box where one comments. Internal unless one turns the switch; then it says who will read.

use super::{
    case::Case,
    mention::{Mention, Mentions},
    templates::{TemplateChoice, filled},
};
use crate::{
    AppError,
    cases::{
        CaseReply,
        api::{comment_case, hand_back},
        property::Editing,
    },
    files::{Choosing, FileField, Sent},
    page::{Page, text},
    ui::{Draft, Icon, Key, SendKey, on_key, raw_text, renew_send_key, send_key},
    wire::insist,
};
use domain::{
    cases::Feature,
    events::{Comment, NewComment, TimelineEntry},
    policy::Action,
    problem::Problem,
    templates::Template,
};
use leptos::{ev, html, prelude::*, task::spawn_local};
use web_sys::{FormData, HtmlTextAreaElement};

/// The box and what it knows.
#[derive(Clone, Copy)]
struct Writing {
    case: Case,
    field: NodeRef<html::Textarea>,
    switch: NodeRef<html::Input>,
    files: Choosing,
    mention: Mention,
    draft: StoredValue<Draft>,
    problem: RwSignal<Option<Problem>>,
    is_saving: RwSignal<bool>,
    /// Nobody answers; it is sent again and again.
    is_lost: RwSignal<bool>,
    is_restored: RwSignal<bool>,
    is_saved: RwSignal<bool>,
}

impl Writing {
    /// Takes up the draft, unless one has begun to write already.
    fn wake(self) {
        self.field.on_load(move |field| {
            match self.draft.with_value(Draft::read::<String>) {
                Some(draft) if field.value().is_empty() => {
                    field.set_value(&draft);
                    self.is_restored.set(true);
                }
                _ => self.keep(),
            }
            let begun = field.value();
            self.draft.with_value(|draft| {
                draft.catch_up(move |there: Option<String>| {
                    if field.value() == begun {
                        field.set_value(there.as_deref().unwrap_or_default());
                        self.is_restored.try_set(there.is_some());
                    }
                })
            });
        });
    }

    fn keep(self) {
        let Some(field) = self.field.get_untracked() else { return };
        let typed = field.value();
        self.draft.with_value(|draft| if typed.is_empty() { draft.forget() } else { draft.keep(&typed) });
    }

    fn typed(self) {
        self.is_restored.set(false);
        self.is_saved.set(false);
        self.mention.look();
        self.keep();
    }

    /// After what is written already.
    fn insert(self, text: &str) {
        let Some(field) = self.field.get_untracked() else { return };
        let typed = field.value();
        let before = typed.trim_end();
        field.set_value(&if before.is_empty() { text.to_owned() } else { format!("{before}\n\n{text}") });
        self.typed();
        let _ = field.focus();
    }

    fn pressed(self, event: &ev::KeyboardEvent) {
        if self.mention.pressed(event) {
            return self.keep();
        }
        if Key::with_ctrl(event) == Some(Key::Save) {
            event.prevent_default();
            self.save();
        }
    }

    fn save(self) {
        let Some(field) = self.field.get_untracked().filter(|_| !self.is_saving.get_untracked()) else {
            return;
        };
        if !self.files.is_empty() {
            return self.send(&field, "kommentar");
        }
        let external = self.switch.get_untracked().is_some_and(|switch| switch.checked());
        let comment = NewComment { case: self.case.number, body: field.value(), external };
        let key = field.form().and_then(|form| send_key(&form));
        self.is_saving.set(true);
        spawn_local(async move {
            let ask = async || comment_case(comment.clone(), key.clone()).await;
            let answer = insist(ask, |is_lost| _ = self.is_lost.try_set(is_lost)).await;
            self.is_saving.try_set(false);
            match answer {
                Ok(comment) => self.saved(comment),
                // What was written stays in the field and in the draft.
                Err(AppError(problem)) => {
                    self.problem.try_set(Some(problem));
                }
            }
        });
    }

    /// The case goes back to whoever made it, with what is written as the comment.
    fn hand_back(self) {
        let Some(field) = self.field.get_untracked().filter(|_| !self.is_saving.get_untracked()) else {
            return;
        };
        if !self.files.is_empty() {
            return self.send(&field, "aterkoppla");
        }
        let (number, comment) = (self.case.number, field.value());
        let key = field.form().and_then(|form| send_key(&form));
        self.is_saving.set(true);
        spawn_local(async move {
            let ask = async || hand_back(number, comment.clone(), key.clone()).await;
            let answer = insist(ask, |is_lost| _ = self.is_lost.try_set(is_lost)).await;
            self.is_saving.try_set(false);
            match answer {
                Ok(()) => {
                    self.clear();
                    self.case.refresh();
                }
                Err(AppError(problem)) => {
                    self.problem.try_set(Some(problem));
                }
            }
        });
    }

    /// The whole form as it stands, with its files, to that door.
    fn send(self, field: &HtmlTextAreaElement, door: &str) {
        self.problem.set(self.files.refusal());
        let form = field.form().filter(|_| self.problem.with_untracked(Option::is_none));
        let Some(form) = form.and_then(|form| FormData::new_with_form(&form).ok()) else { return };
        self.is_saving.set(true);
        self.files.send(format!("/arenden/{}/{door}", self.case.number), form, move |sent| {
            self.is_saving.try_set(false);
            match sent {
                Sent::Done(_) => {
                    self.clear();
                    self.case.refresh();
                }
                // What was written and chosen stays; the page shows whether it came all the same.
                Sent::Cancelled { .. } => self.case.refresh(),
                Sent::Refused(problem) => {
                    self.problem.try_set(Some(problem));
                }
            }
        });
    }

    fn saved(self, comment: Comment) {
        self.clear();
        // The news of it may have been faster.
        self.case.timeline.try_update(|timeline| {
            let is_there = |entry: &TimelineEntry| matches!(entry, TimelineEntry::Comment(known) if known.id == comment.id);
            if !timeline.iter().any(is_there) {
                timeline.push(TimelineEntry::Comment(comment));
            }
        });
    }

    /// What was written is saved.
    fn clear(self) {
        self.draft.try_with_value(Draft::forget);
        self.files.clear();
        self.mention.close();
        self.problem.try_set(None);
        self.is_restored.try_set(false);
        self.is_saved.try_set(true);
        if let Some(field) = self.field.try_get_untracked().flatten() {
            field.set_value("");
            if let Some(form) = field.form() {
                renew_send_key(&form);
            }
        }
        if let Some(switch) = self.switch.try_get_untracked().flatten() {
            switch.set_checked(false);
        }
    }
}

/// The form.
#[component]
pub(super) fn Composer(case: Case, template: Option<Template>) -> impl IntoView {
    let (text, editing) = (text(), Editing::current());
    let reply = CaseReply::to("kommentar");
    let typed =
        |name: &str| reply.as_ref().and_then(|reply: &CaseReply| reply.typed(name)).map(str::to_owned);
    let (typed, was_external) = (typed("kommentar"), typed("extern").is_some());
    let typed = typed.or_else(|| template.map(|template| filled(&template, case)));
    let field = NodeRef::new();
    let composer = Writing {
        case,
        field,
        switch: NodeRef::new(),
        files: Choosing::new(),
        mention: Mention::in_field(field),
        draft: StoredValue::new(Draft::of(&format!("kommentar.{}", case.number))),
        problem: RwSignal::new(reply.as_ref().map(|reply| reply.problem.clone())),
        is_saving: RwSignal::new(false),
        is_lost: RwSignal::new(false),
        is_restored: RwSignal::new(false),
        is_saved: RwSignal::new(false),
    };
    composer.wake();
    composer.files.take_dropped();
    on_key(move |key| {
        let field = composer.field.get_untracked().filter(|_| key == Key::Comment);
        field.is_some_and(|field| field.focus().is_ok())
    });
    let submitted = move |event: ev::SubmitEvent| {
        event.prevent_default();
        composer.save();
    };
    let is_refused = Memo::new(move |_| composer.problem.with(Option::is_some));
    let busy = move || composer.is_saving.get().then_some("true");
    view! {
        <form
            class="comp"
            method="post"
            enctype="multipart/form-data"
            action=format!("/arenden/{}/kommentar", case.number)
            autocomplete="off"
            // While the text over it is edited, one thing at a time.
            hidden=move || case.is_editing.get()
            on:submit=submitted
            on:input=move |_| composer.typed()
            on:keydown=move |event: ev::KeyboardEvent| composer.pressed(&event)
            on:paste=move |event: ev::ClipboardEvent| composer.files.pasted(&event)
        >
            <input type="hidden" name="tillbaka" value=editing.here()/>
            <SendKey/>
            <div class="comp__b">
                <Warning case/>
                <Mentions mention=composer.mention/>
                <label>
                    <span class="sr">{text.new_comment()}</span>
                    <textarea
                        name="kommentar"
                        rows="2"
                        placeholder=text.write_comment()
                        aria-invalid=move || is_refused.get().then_some("true")
                        aria-describedby=move || is_refused.get().then_some("kommentar-fel")
                        aria-autocomplete="list"
                        aria-controls=move || composer.mention.is_open().then_some(Mention::LIST)
                        aria-activedescendant=move || composer.mention.active()
                        on:blur=move |_| composer.mention.close()
                        on:click=move |_| composer.mention.close()
                        node_ref=composer.field
                    >
                        {typed.map(raw_text)}
                    </textarea>
                </label>
                <Trouble composer/>
                <div class="comp__a"><FileField choosing=composer.files/></div>
                <div class="comp__f">
                    <Switch composer was_external/>
                    <TemplateChoice case insert=Callback::new(move |text: String| composer.insert(&text))/>
                    <span class="hint" role="status">
                        {move || match (composer.is_lost.get(), composer.is_restored.get(), composer.is_saved.get()) {
                            (true, ..) => Some(text.is_sent_again()),
                            (_, true, _) => Some(text.comment_draft_restored()),
                            (_, false, true) => Some(text.comment_saved()),
                            (_, false, false) => None,
                        }}
                    </span>
                    <HandBack composer/>
                    <button class="btn btn--pri when-int" aria-disabled=busy>{text.save_comment()}</button>
                    <button class="btn btn--ext when-ext" aria-disabled=busy>
                        <Icon name="eye"/>
                        {text.save_and_show_customer()}
                    </button>
                </div>
            </div>
        </form>
    }
}

/// "Återkoppla till skaparen": where somebody else has made the case and has not got it already.
#[component]
fn HandBack(composer: Writing) -> impl IntoView {
    let (text, case) = (text(), composer.case);
    let creator = case.created_by.get_value();
    let page = Page::current();
    let may = case.can_go_back && page.may(Action::HandBack) && page.uses(Feature::Responsible);
    let is_there = Memo::new(move |_| {
        case.row.with(|row| row.responsible.as_ref().is_some_and(|person| person.id == creator.id))
    });
    let click = move |event: ev::MouseEvent| {
        event.prevent_default();
        composer.hand_back();
    };
    may.then(|| {
        view! {
            <button
                class="btn when-int"
                formaction=format!("/arenden/{}/aterkoppla", case.number)
                title=text.hand_back_about(&creator.name)
                hidden=move || is_there.get()
                on:click=click
            >
                <Icon name="reply"/>
                {text.hand_back()}
            </button>
        }
    })
}

/// Whoever turns the switch on sees who will read.
#[component]
fn Warning(case: Case) -> impl IntoView {
    let customer =
        Memo::new(move |_| case.row.with(|row| row.customer.as_ref().map(|(_, name)| name.clone())));
    move || {
        customer.get().map(|name| {
            view! { <p class="comp__warn"><Icon name="eye" size="i--s"/>{text().customer_will_see(&name)}</p> }
        })
    }
}

/// Only where there is a customer who could read.
#[component]
fn Switch(composer: Writing, was_external: bool) -> impl IntoView {
    let page = Page::current();
    let is_used = page.uses(Feature::ExternalComments) && page.may(Action::CommentExternally);
    let has_customer = Memo::new(move |_| is_used && composer.case.row.with(|row| row.customer.is_some()));
    move || {
        has_customer.get().then(|| {
            view! {
                <label class="comp__sw">
                    <input
                        class="sw sw--ext"
                        type="checkbox"
                        role="switch"
                        name="extern"
                        value="1"
                        checked=was_external
                        node_ref=composer.switch
                    />
                    {text().external_switch()}
                </label>
            }
        })
    }
}

/// Why it was not saved, and what to do.
#[component]
fn Trouble(composer: Writing) -> impl IntoView {
    let (text, here) = (text(), Editing::current().here());
    move || {
        composer.problem.get().map(|problem| {
            let onward = (problem == Problem::Unauthenticated).then(|| {
                let address = format!("/logga-in?vidare={}", here.split('?').next().unwrap_or_default());
                view! { " " <a href=address rel="external">{text.log_in_again()}</a> }
            });
            let sentence = match problem {
                Problem::Unauthenticated => text.logged_out_with_comment().to_owned(),
                problem => problem.sentence(text),
            };
            view! {
                <p class="err comp__err" id="kommentar-fel" role="alert">
                    <Icon name="alert" size="i--s"/>
                    <span>{sentence}{onward}</span>
                </p>
            }
        })
    }
}
