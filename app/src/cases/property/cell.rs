//! Properties in the cells of a row of the list. What one sees is text; a spot with signals of its own is made for a
//! cell when it is first touched.

use super::{
    Editing, Value,
    mark::narrow_mark,
    save::State,
    spot::{Spot, may_change, open_form},
    words::act,
};
use crate::{page::text, ui::Html};
use domain::{
    cases::{CaseRow, Property},
    ids::CaseNumber,
};
use leptos::{ev, html, prelude::*, reactive::owner::WeakOwner, tachys::html::node_ref::NodeRefContainer};
use wasm_bindgen::JsCast;

/// The form that is open in the list, one at a time: it lies over the rows and outlives what changes in them, but not
/// its row.
#[derive(Clone, Copy, Debug)]
pub(crate) struct OpenCell(RwSignal<Option<(CaseNumber, Spot)>>);

impl OpenCell {
    /// Called once by a list, around its rows.
    pub(crate) fn provide() -> Self {
        let open = Self(RwSignal::new(None));
        provide_context(open);
        open
    }

    /// The open form, to stand beside the rows.
    pub(crate) fn view(self) -> impl Fn() -> Option<AnyView> + Copy {
        move || {
            let (_, spot) = self.0.get()?;
            (spot.is_open.try_get() == Some(true)).then(|| open_form(spot))
        }
    }
}

/// The properties of one row.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cells {
    row: RwSignal<CaseRow>,
    number: CaseNumber,
    editing: Editing,
    open: OpenCell,
    /// Of those that have been touched.
    spots: StoredValue<Vec<Spot>>,
    owner: StoredValue<WeakOwner>,
}

impl Cells {
    /// Within the row: they go with it.
    pub(crate) fn new(row: RwSignal<CaseRow>) -> Self {
        let number = row.with_untracked(|row| row.number);
        let open: OpenCell = expect_context();
        on_cleanup(move || {
            open.0.try_update(|open| *open = open.take().filter(|(of, _)| *of != number));
        });
        let owner = StoredValue::new(Owner::current().unwrap_or_default().downgrade());
        Self { row, number, editing: Editing::current(), open, spots: StoredValue::new(Vec::new()), owner }
    }

    /// What a cell begins with: the way to the property's form, if the viewer may change it.
    pub(crate) fn way(self, property: Property, is_alive: bool) -> Html {
        if !may_change(property) {
            return Html::new("<span class=\"ed ed--ro\">");
        }
        let slug = property.slug();
        Html::new("<a href=\"")
            .text(&self.editing.link(&format!("{}.{slug}", self.number)))
            .markup("\" aria-haspopup=\"dialog\" aria-expanded=\"false\" data-falt=\"")
            .markup(slug)
            .markup(if is_alive { "\" class=\"ed\" role=\"button\">" } else { "\" class=\"ed\">" })
    }

    /// What ends it.
    pub(crate) fn end(property: Property) -> &'static str {
        if may_change(property) { "</a>" } else { "</span>" }
    }

    /// What stands between: what a click would do, to be heard, and the value.
    pub(crate) fn value(row: &CaseRow, property: Property) -> Html {
        let mark = narrow_mark(Value::of(row, property), row.is_open);
        if !may_change(property) {
            return mark;
        }
        Html::new("<span class=\"sr\">").markup(act(property, text())).markup(": </span>").then(&mark)
    }

    /// The property whose form the address opens.
    pub(crate) fn linked(self) -> Option<Property> {
        self.editing.linked_in(self.number).filter(|property| may_change(*property))
    }

    /// The form of that property, if the address opens it: the server draws it for browsers without script.
    #[cfg(feature = "ssr")]
    pub(crate) fn linked_form(self, property: Property) -> Html {
        let is_linked = self.linked() == Some(property);
        let form = || Html::of_view(super::form::form(Spot::new(self.row, property, true)));
        is_linked.then(form).unwrap_or_default()
    }

    /// In the browser it stands over the rows.
    #[cfg(not(feature = "ssr"))]
    pub(crate) fn linked_form(self, _: Property) -> Html {
        Html::default()
    }

    /// Takes the place of a form that came with the page.
    pub(crate) fn take_over(self, property: Property, line: &web_sys::Element) {
        let find = |selector: &str| line.query_selector(selector).ok().flatten();
        if let Some(form) = find("td > .pop") {
            form.remove();
        }
        let trigger = find(&format!("[data-falt={}]", property.slug()));
        if let Some(spot) = trigger.and_then(|trigger| self.spot_at(&trigger, true)) {
            self.open.0.set(Some((self.number, spot)));
        }
    }

    /// Somebody clicked within the row.
    pub(crate) fn clicked(self, event: &ev::MouseEvent) {
        let Some(spot) = self.spot_of(event) else { return };
        spot.clicked(event);
        if spot.is_open.get_untracked() {
            self.open.0.set(Some((self.number, spot)));
        }
    }

    /// A pointer went down within the row.
    pub(crate) fn touched(self, event: &ev::PointerEvent) {
        if let Some(spot) = self.spot_of(event) {
            spot.touched();
        }
    }

    /// A key was pressed within the row.
    pub(crate) fn pressed(self, event: &ev::KeyboardEvent) {
        let Some(spot) = self.spot_of(event) else { return };
        spot.pressed(event);
        if spot.is_open.get_untracked() {
            self.open.0.set(Some((self.number, spot)));
        }
    }

    fn spot_of(self, event: &web_sys::Event) -> Option<Spot> {
        let target: web_sys::Element = event.target()?.dyn_into().ok()?;
        self.spot_at(&target.closest("[data-falt]").ok()??, false)
    }

    fn spot_at(self, trigger: &web_sys::Element, is_linked: bool) -> Option<Spot> {
        let slug = trigger.get_attribute("data-falt")?;
        let property = Property::ALL.into_iter().find(|property| property.slug() == slug)?;
        let known =
            self.spots.with_value(|spots| spots.iter().find(|spot| spot.property == property).copied());
        known.or_else(|| {
            let owner = self.owner.get_value().upgrade()?;
            let spot = owner.with(|| Spot::in_cell(self.row, property, is_linked, trigger));
            self.spots.update_value(|spots| spots.push(spot));
            Some(spot)
        })
    }
}

impl Spot {
    /// Its trigger is there already, and follows it from now on.
    fn in_cell(
        row: RwSignal<CaseRow>,
        property: Property,
        is_linked: bool,
        trigger: &web_sys::Element,
    ) -> Self {
        let spot = Self::new(row, property, is_linked);
        NodeRefContainer::<html::A>::load(spot.trigger, trigger);
        Effect::new(move |_| {
            let (state, is_open) = (spot.state.get(), spot.is_open.get());
            let Some(trigger) = spot.trigger.get_untracked() else { return };
            trigger.set_class_name(if state == State::Failed { "ed ed--err" } else { "ed" });
            let _ = trigger.set_attribute("aria-expanded", if is_open { "true" } else { "false" });
            let _ = match state {
                State::Saving => trigger.set_attribute("aria-busy", "true"),
                State::Saved | State::Failed => trigger.remove_attribute("aria-busy"),
            };
        });
        spot
    }
}
