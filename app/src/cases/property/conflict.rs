//! Two have changed the same property: both values, and one chooses.

use super::{Editing, Value, mark::mark, save::Waiting, words::name};
use crate::{
    cases::CaseReply,
    house::{NotArrived, arrived},
    page::{Page, text},
    ui::{Dialog, Icon},
};
use domain::{
    cases::{Conflict, Edit},
    format,
    text::Language,
};
use leptos::{ev, html, prelude::*, wasm_split::wasm_split};
use leptos_meta::Title;

/// A change of ours that met somebody else's.
#[derive(Clone, Debug)]
pub(super) struct Clash {
    pub(super) waiting: Waiting,
    pub(super) conflict: Box<Conflict>,
}

/// The dialog for changes that met somebody else's, one after the other. Stands in the desk, so
/// that it comes whatever has left the page meanwhile.
#[component]
pub(crate) fn Conflicts() -> impl IntoView {
    let clashes = Editing::current().clashes;
    let first =
        Memo::new(move |_| clashes.with(|clashes| clashes.first().map(|clash| clash.conflict.clone())));
    move || {
        first.get();
        clashes
            .with_untracked(|clashes| clashes.first().cloned())
            .map(|clash| view! { <Suspense>{Suspend::new(arrived(dialog(clash)))}</Suspense> })
    }
}

/// Two meet seldom: its code comes with the wing of one case.
#[wasm_split(case, wasm_split_path = leptos::wasm_split, fallible)]
fn dialog(clash: Clash) -> Result<AnyView, NotArrived> {
    Ok(view! { <ConflictDialog clash/> }.into_any())
}

#[component]
fn ConflictDialog(clash: Clash) -> impl IntoView {
    let (editing, text) = (Editing::current(), text());
    let node = NodeRef::<html::Dialog>::new();
    let takes_mine = RwSignal::new(true);
    let is_decided = StoredValue::new(false);
    let clash = StoredValue::new(clash);
    let decided = move || {
        is_decided.set_value(true);
        if let Some(dialog) = node.get_untracked() {
            dialog.close();
        }
    };
    let submitted = move |event: ev::SubmitEvent| {
        event.prevent_default();
        decided();
    };
    let on_close = Callback::new(move |()| {
        let clash = clash.get_value();
        editing.clashes.update(|clashes| {
            clashes.drain(..clashes.len().min(1));
        });
        let Clash { waiting, conflict } = &clash;
        match (is_decided.get_value(), takes_mine.get_untracked()) {
            (true, true) => editing.save_over(waiting, &conflict.theirs),
            (true, false) => editing.keep_theirs(waiting, &conflict.theirs),
            (false, _) => editing.leave(clash),
        }
    });
    let showing = move |_| {
        takes_mine.set(false);
        decided();
    };
    let view = clash.with_value(|clash| Versus::of(&clash.conflict, clash.waiting.value.clone()));
    let address = format!("/arenden/{}", view.number);
    view! {
        <Dialog class="dlg" labelled_by="konflikt" node on_close>
            <form on:submit=submitted>
                <h2 id="konflikt"><Icon name="merge" size="i--l"/>{text.conflict_title()}</h2>
                <VersusView view takes_mine/>
                <div class="row wrap">
                    <button class="btn btn--pri">{text.save_chosen()}</button>
                    <a class="btn" href=address on:click=showing>{text.show_saved()}</a>
                </div>
            </form>
        </Dialog>
    }
}

/// The same as a page of its own, for a posted form that met somebody else's change; none when
/// nothing of the kind has happened. Shown in place of the case.
pub(crate) fn conflict_page() -> Option<AnyView> {
    let reply: CaseReply = Page::current().reply()?;
    let conflict = reply.conflict()?;
    let mine = named(conflict.mine?, &reply);
    let (text, view) = (text(), Versus::of(conflict, mine));
    let address = format!("/arenden/{}", view.number);
    let action = format!("{address}/{}", view.mine.property().slug());
    let back = reply.typed("tillbaka").filter(|path| !path.is_empty()).unwrap_or(&address).to_owned();
    let over = conflict.theirs.version.to_string();
    let page = view! {
        <Title text=text.conflict_title()/>
        <main class="main" id="main" tabindex="-1">
            <div class="page page--narrow">
                <form class="dlg" method="post" action=action aria-labelledby="konflikt">
                    <h1 id="konflikt"><Icon name="merge" size="i--l"/>{text.conflict_title()}</h1>
                    <input type="hidden" name="over" value=over/>
                    <input type="hidden" name="tillbaka" value=back/>
                    <VersusView view takes_mine=RwSignal::new(true)/>
                    <div class="row wrap">
                        <button class="btn btn--pri">{text.save_chosen()}</button>
                        <a class="btn" href=address rel="external">{text.show_saved()}</a>
                    </div>
                </form>
            </div>
        </main>
    };
    Some(page.into_any())
}

/// What was wanted, with the names that the server sent along.
fn named(edit: Edit, reply: &CaseReply) -> Value {
    match edit {
        Edit::Status(status) => Value::Status(status),
        Edit::Priority(priority) => Value::Priority(priority),
        Edit::Type(case_type) => Value::Type(case_type),
        Edit::Channel(channel) => Value::Channel(channel),
        Edit::Team(team) => Value::Team(team),
        Edit::DueOn(day) => Value::DueOn(day),
        Edit::CreatedAt(moment) => Value::CreatedAt(moment),
        Edit::Responsible(id) => {
            Value::Responsible(reply.people.iter().find(|person| Some(person.id) == id).cloned())
        }
        Edit::Customer(id) => {
            let hit = reply.customers.iter().find(|hit| Some(hit.id) == id);
            Value::Customer(hit.map(|hit| (hit.id, hit.name.clone())))
        }
        Edit::Site(id) => Value::Site(reply.sites.iter().find(|(site, _)| Some(*site) == id).cloned()),
    }
}

/// Both values, and who saved theirs when.
#[derive(Clone)]
struct Versus {
    number: i32,
    by: String,
    /// "kl. 09:12", or with the day when it was another.
    at: String,
    is_open: bool,
    mine: Value,
    theirs: Value,
}

impl Versus {
    fn of(conflict: &Conflict, mine: Value) -> Self {
        let (text, today) = (text(), Page::current().today());
        Self {
            number: conflict.number.0,
            by: conflict.by.clone(),
            at: when(conflict, today, text),
            is_open: conflict.theirs.is_open,
            theirs: Value::of(&conflict.theirs, mine.property()),
            mine,
        }
    }
}

fn when(conflict: &Conflict, today: chrono::NaiveDate, text: Language) -> String {
    match conflict.at.date() == today {
        true => text.conflict_clock(&format::clock(conflict.at)),
        false => format::moment(conflict.at, today, text),
    }
}

/// Mine is preselected: it is what was touched last.
#[component]
fn VersusView(view: Versus, takes_mine: RwSignal<bool>) -> impl IntoView {
    let text = text();
    let Versus { number, by, at, is_open, mine, theirs } = view;
    let property = mine.property();
    let posted = |value: &Value| Page::current().vocabulary(|words| value.posted(words));
    let side = move |is_mine: bool, value: Value, whose: String, note: String| {
        view! {
            <label>
                <input
                    type="radio"
                    name="varde"
                    value=posted(&value)
                    checked=is_mine
                    on:change=move |_| takes_mine.set(is_mine)
                />
                <span>{whose}</span>
                <span class="v">{mark(value, is_open)}</span>
                <small>{note}</small>
            </label>
        }
    };
    view! {
        <p class="sec">{text.conflict_text(&by, number, &at)}</p>
        <fieldset>
            <legend class="label">{name(property, text)}</legend>
            <div class="diff">
                {side(true, mine, text.my_value().to_owned(), text.not_yet_saved().to_owned())}
                {side(false, theirs, text.their_value(&text.whose(&by)), text.saved_at(&at))}
            </div>
        </fieldset>
    }
}

impl Editing {
    /// Neither was chosen: theirs stands, and ours is kept within reach.
    fn leave(self, clash: Clash) {
        self.keep_theirs(&clash.waiting, &clash.conflict.theirs);
        let number = clash.conflict.number.0;
        let again = Callback::new(move |()| self.clashes.update(|clashes| clashes.push(clash.clone())));
        self.toasts.error(self.page.text().not_chosen(number), Some(again));
    }
}
