//! One property of one case where it stands on the page: the value is the way to its form.

use super::{
    Editing, Value,
    form::form,
    mark::mark,
    save::State,
    words::{act, name},
};
use crate::{
    house::{NotArrived, arrived},
    page::{Page, text},
    ui::{Icon, of_property},
};
use domain::{
    cases::{CaseRow, Property},
    policy::Action,
};
use leptos::{ev, html, prelude::*, task::spawn_local, wasm_split::wasm_split};
use leptos_router::{NavigateOptions, hooks::use_navigate};

/// One property of one case, as it stands on the page.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spot {
    pub(super) editing: Editing,
    pub(super) row: RwSignal<CaseRow>,
    pub(super) property: Property,
    /// The address opened its form: the server drew it, for browsers without script.
    pub(super) is_linked: bool,
    /// Its form is shown.
    pub(super) is_open: RwSignal<bool>,
    /// What opens the form and gets the focus back.
    pub(super) trigger: NodeRef<html::A>,
    pub(super) state: RwSignal<State>,
    /// The case's version when its form was opened: what one chooses upon, whatever others do meanwhile.
    opened_at: StoredValue<i32>,
    /// A digit that was pressed before the form stood.
    early: StoredValue<Option<usize>>,
    /// The pointer that goes down on the trigger of an open form closes it: the click that
    /// follows must not open it again.
    was_open: StoredValue<bool>,
}

/// How a spot on the page of a case looks before one touches it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    /// Among the facts: an edge under the pointer.
    Inline,
    /// In the strip over a case's text: under its label.
    Strip,
    /// A link with words of its own.
    Words,
}

/// The value on the page of its case, and its form when it is open.
#[component]
pub(super) fn Editable(row: RwSignal<CaseRow>, property: Property, look: Look) -> impl IntoView {
    let editing = Editing::current();
    let falt = property.slug();
    let may = may_change(property);
    let spot = Spot::new(row, property, may && editing.is_linked(falt));
    if !may {
        let shown = move || row.with(|row| spot.shown(row, look));
        return match look {
            Look::Words => ().into_any(),
            Look::Inline => view! { <span class="ed ed--ro">{shown}</span> }.into_any(),
            Look::Strip => view! {
                <span class="prop prop--ro"><small>{name(property, text())}</small>{shown}</span>
            }
            .into_any(),
        };
    }
    spot.trigger.on_load(|trigger| {
        let _ = trigger.set_attribute("role", "button");
    });
    view! {
        <a
            node_ref=spot.trigger
            class=move || look.class(spot.state.get())
            href=editing.link(falt)
            aria-haspopup="dialog"
            aria-expanded=move || spot.is_open.get().to_string()
            aria-busy=move || (spot.state.get() == State::Saving).then_some("true")
            on:pointerdown=move |_| spot.touched()
            on:click=move |event| spot.clicked(&event)
            on:keydown=move |event| spot.pressed(&event)
            {..of_property(property.slug())}
        >
            {spot.label(look)}
            {move || row.with(|row| spot.shown(row, look))}
        </a>
        {move || spot.is_open.get().then(|| open_form(spot))}
    }
    .into_any()
}

/// Whether the viewer may change it.
pub(super) fn may_change(property: Property) -> bool {
    Page::current().may(match property {
        Property::Status => Action::ChangeStatus,
        Property::CreatedAt => Action::EditCase,
        _ => Action::ChangeCase,
    })
}

/// The form of a spot, as soon as its code has come.
pub(super) fn open_form(spot: Spot) -> AnyView {
    view! { <Suspense>{Suspend::new(arrived(late_form(spot)))}</Suspense> }.into_any()
}

/// Forms come with the wing of one case: a list is read more often than edited.
#[wasm_split(case, wasm_split_path = leptos::wasm_split, preload(fetch_forms), fallible)]
fn late_form(spot: Spot) -> Result<AnyView, NotArrived> {
    Ok(form(spot))
}

/// Has the forms at hand before one is opened: called where a hand comes near.
pub(crate) fn expect_forms() {
    spawn_local(async {
        // What does not come now is asked for again when a form opens.
        let _ = fetch_forms().await;
    });
}

/// Has the forms at hand before a page is hydrated whose address opens one: the server has drawn it.
pub(crate) async fn expect_linked_form() {
    let opens_form = cfg!(target_arch = "wasm32")
        && window().location().search().is_ok_and(|query| query.contains("falt="));
    if opens_form {
        arrived(async { fetch_forms().await.map_err(NotArrived::from) }).await;
    }
}

impl Spot {
    /// Of that row, for as long as the part of the page that makes it. An address that opened a form loses it with the
    /// form.
    pub(super) fn new(row: RwSignal<CaseRow>, property: Property, is_linked: bool) -> Self {
        let spot = Self {
            editing: Editing::current(),
            row,
            property,
            is_linked,
            is_open: RwSignal::new(is_linked),
            trigger: NodeRef::new(),
            state: RwSignal::new(State::Saved),
            opened_at: StoredValue::new(row.with_untracked(|row| row.version)),
            early: StoredValue::new(None),
            was_open: StoredValue::new(false),
        };
        if is_linked {
            let navigate = use_navigate();
            Effect::new(move |was_open: Option<bool>| {
                let is_open = spot.is_open.get();
                if was_open == Some(true) && !is_open {
                    let options =
                        NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() };
                    navigate(&spot.editing.here(), options);
                }
                is_open
            });
        }
        spot
    }

    /// A pointer went down on the trigger.
    pub(super) fn touched(self) {
        self.was_open.set_value(self.is_open.get_untracked());
    }

    pub(super) fn clicked(self, event: &ev::MouseEvent) {
        if event.ctrl_key() || event.meta_key() || event.shift_key() {
            return;
        }
        event.prevent_default();
        let by_pointer = event.detail() > 0;
        if by_pointer && self.was_open.get_value() {
            self.shut();
        } else {
            self.open();
        }
    }

    pub(super) fn pressed(self, event: &ev::KeyboardEvent) {
        if event.key() == " " {
            event.prevent_default();
            self.open();
        } else if self.is_open.get_untracked() {
            // The keys come faster than the form, when it has to be fetched.
            self.early.set_value(event.key().parse().ok());
        }
    }

    fn open(self) {
        self.early.set_value(None);
        self.opened_at.set_value(self.row.with_untracked(|row| row.version));
        self.is_open.set(true);
    }

    /// The digit that was pressed before the form stood.
    pub(super) fn take_early(self) -> Option<usize> {
        self.early.try_update_value(Option::take).flatten()
    }

    /// Closes the form; the focus goes back to where it came from.
    pub(super) fn shut(self) {
        if let Some(trigger) = self.trigger.get_untracked() {
            let _ = trigger.focus();
        }
        self.is_open.set(false);
    }

    /// Closes the form and saves what was chosen in it.
    pub(super) fn choose(self, value: Value) {
        self.shut();
        let stands = self.row.with_untracked(|row| Value::of(row, value.property()));
        if stands != value || self.state.get_untracked() == State::Failed {
            self.editing.save_for(self.row, value, self.opened_at.get_value(), Some(self.state));
        }
    }

    fn shown(self, row: &CaseRow, look: Look) -> AnyView {
        match look {
            Look::Inline | Look::Strip => mark(Value::of(row, self.property), row.is_open),
            Look::Words if row.customer.is_none() => text().choose_customer().into_any(),
            Look::Words => act(self.property, text()).into_any(),
        }
    }

    fn label(self, look: Look) -> AnyView {
        let text = text();
        match look {
            Look::Inline => view! { <span class="sr">{act(self.property, text)} ": "</span> }.into_any(),
            Look::Strip => {
                view! { <small>{name(self.property, text)}<Icon name="edit" size="i--s"/></small> }.into_any()
            }
            Look::Words => ().into_any(),
        }
    }
}

impl Look {
    fn class(self, state: State) -> &'static str {
        match (self, state) {
            (Self::Inline, State::Failed) => "ed ed--err",
            (Self::Inline, _) => "ed",
            (Self::Strip, State::Failed) => "prop prop--err",
            (Self::Strip, _) => "prop",
            (Self::Words, _) => "",
        }
    }
}
