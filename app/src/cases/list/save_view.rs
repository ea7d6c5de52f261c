//! "Spara vy": what the list shows, under a name.

use super::{menu::fold_on_escape, state::List};
use crate::{
    AppError,
    page::{Page, text},
    settings::SettingsReply,
    ui::{Icon, Labelled, Toasts, alert, described_by, invalid, refusal_at},
    views::api::save_view,
};
use domain::{
    ids::ViewId,
    people::{Person, Viewer},
    problem::{Field, Problem},
    settings::NAME_LIMIT,
    text::Language,
    views::{Audience, Mark, SavedView, ViewDraft},
};
use leptos::{ev, html, prelude::*, task::spawn_local, web_sys};

/// The fields, within reach of what sends them.
#[derive(Clone, Copy)]
struct Fields {
    list: List,
    details: NodeRef<html::Details>,
    name: NodeRef<html::Input>,
    audience: NodeRef<html::Select>,
    pinned: NodeRef<html::Input>,
    problem: RwSignal<Option<Problem>>,
    busy: RwSignal<bool>,
    text: Language,
}

/// The button and, unfolded, the form. After a plain form was refused it stands open as it was posted.
#[component]
pub(super) fn SaveView() -> impl IntoView {
    let (page, text, list) = (Page::current(), text(), List::current());
    let viewer = page.viewer()?;
    let reply: Option<SettingsReply> = page.reply();
    let typed = |name: &str| {
        reply.as_ref()?.typed.iter().rfind(|(field, _)| field == name).map(|(_, typed)| typed.clone())
    };
    let (is_refused, name) = (reply.is_some(), typed("namn"));
    let wanted = typed("for").and_then(|audience| Audience::parse(&audience)).unwrap_or(Audience::Own);
    let pinned = name.is_none() || typed("fast").is_some();
    let fields = Fields {
        list,
        details: NodeRef::new(),
        name: NodeRef::new(),
        audience: NodeRef::new(),
        pinned: NodeRef::new(),
        problem: RwSignal::new(reply.as_ref().map(|reply| reply.problem.clone())),
        busy: RwSignal::new(false),
        text,
    };
    let toasts = Toasts::current();
    let submitter = viewer.clone();
    let submitted = move |event: ev::SubmitEvent| {
        event.prevent_default();
        fields.send(&submitter, toasts);
    };
    let error = refusal_at(fields.problem, Field::ViewName);
    let other = move || fields.problem.get().filter(|_| error.with(Option::is_none));
    let is_changed = move || list.view().is_some_and(|(_, is_changed)| is_changed);
    let option = move |(audience, words): (Audience, String)| {
        view! { <option value=audience.as_text() selected=audience == wanted>{words}</option> }
    };
    Some(
        view! {
            <details class="vw" node_ref=fields.details name="filter" open=is_refused
                on:keydown=move |event| fold_on_escape(fields.details, &event)>
                <summary class="btn btn--q btn--s">
                    <Icon name="plus" size="i--s"/>
                    {move || if is_changed() { text.view_save_as_new() } else { text.view_save() }}
                </summary>
                <form class="pop pop--field form" method="post" action="/arenden/vyer" autocomplete="off" on:submit=submitted>
                    {move || other().map(|problem| alert(problem.sentence(text)))}
                    <Labelled id="vy-namn".to_owned() label=text.view_name() error>
                        <input node_ref=fields.name class="in" id="vy-namn" name="namn" required
                            maxlength=NAME_LIMIT.to_string() value=name
                            aria-invalid=invalid(error) aria-describedby=described_by("vy-namn", error)/>
                    </Labelled>
                    <label class="field">
                        <span class="label">{text.view_for()}</span>
                        <select node_ref=fields.audience class="in" name="for">
                            {list.views.with_untracked(|views| views.audiences(&viewer)).into_iter().map(option).collect_view()}
                        </select>
                    </label>
                    <label class="ck">
                        <input node_ref=fields.pinned type="checkbox" name="fast" value="ja" checked=pinned/>
                        {text.view_pinned()}
                    </label>
                    <input type="hidden" name="fraga" value=move || fields.query()/>
                    <input type="hidden" name=Mark::PARAM value=move || list.filter.with(|filter| list.mark_of(filter).as_text())/>
                    <button class="btn btn--pri" disabled=move || fields.busy.get()>{text.save()}</button>
                </form>
            </details>
        }
        .into_any(),
    )
}

impl Fields {
    /// The filter of the list, as it will be kept.
    fn query(self) -> String {
        self.list.filter.with(|filter| filter.from_start().to_query())
    }

    /// Saves what the form says; the list goes on as that view.
    fn send(self, viewer: &Viewer, toasts: Toasts) {
        let value =
            |field: Option<web_sys::HtmlInputElement>| field.map(|field| field.value()).unwrap_or_default();
        let audience = self.audience.get_untracked().and_then(|select| Audience::parse(&select.value()));
        let draft = ViewDraft {
            name: value(self.name.get_untracked()),
            query: untrack(|| self.query()),
            audience: audience.unwrap_or(Audience::Own),
            pinned: self.pinned.get_untracked().is_some_and(|tick| tick.checked()),
        };
        let owner = Person { id: viewer.person, name: viewer.name.clone() };
        self.busy.set(true);
        self.problem.set(None);
        spawn_local(async move {
            let answer = save_view(draft.clone()).await;
            self.busy.try_set(false);
            match answer {
                Ok(id) => self.saved(id, draft, owner, toasts),
                Err(AppError(problem)) => {
                    self.problem.try_set(Some(problem));
                    if let Some(name) = self.name.try_get_untracked().flatten() {
                        let _ = name.focus();
                    }
                }
            }
        });
    }

    fn saved(self, id: ViewId, draft: ViewDraft, owner: Person, toasts: Toasts) {
        let Some(details) = self.details.try_get_untracked().flatten() else { return };
        let draft = draft.clone().sound().unwrap_or(draft);
        let role_name = self.list.views.with_untracked(|views| views.role_name(draft.audience));
        let view = SavedView {
            id,
            name: draft.name,
            query: draft.query,
            audience: draft.audience,
            role_name,
            owner,
            pinned: draft.pinned,
            is_default: false,
            is_idle: false,
        };
        let (address, told) = (view.address(), self.text.view_saved(&view.name));
        self.list.views.update(|views| views.all.push(view));
        details.set_open(false);
        if let Some(name) = self.name.get_untracked() {
            name.set_value("");
        }
        self.list.lead(&address, false);
        toasts.receipt(told, None);
    }
}
