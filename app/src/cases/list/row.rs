//! One row. It is drawn as text: what it shows is looked at more often than it changes, and a view for each part of
//! each row was most of what a browser did when the list came alive or a letter was typed. What changes is written in
//! its place, and nothing else.

use super::{cursor::Cursor, selection::Selected, state::List};
use crate::{
    cases::property::{Cells, Editing},
    live::present_html,
    page::{Page, text},
    ui::{Html, drawn, of_case},
};
use domain::{
    cases::{CaseRow, Feature, Property},
    format,
    ids::CaseNumber,
    policy::Action,
};
use leptos::{ev, html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

/// A case as a row; as a card on a phone. On the server nothing is ticked yet, nobody is told to read it and none has
/// left, so that the row and the address decide how it looks.
#[component]
pub(super) fn CaseLine(row: RwSignal<CaseRow>) -> impl IntoView {
    let (list, editing) = (List::current(), Editing::current());
    let of = move || {
        // With a form open the row shows more than itself.
        let here = editing.here_without_forms()?;
        let is_alive = is_alive();
        row.with_untracked(|row| {
            serde_json::to_string(&(row, here, list.case_address(row.number), is_alive)).ok()
        })
    };
    drawn(of, move || Line::new(row).view())
}

/// Whether what stands there answers to a hand before the page is asked for again: then its links are buttons.
fn is_alive() -> bool {
    #[cfg(feature = "ssr")]
    return crate::request::comes_alive();
    #[cfg(not(feature = "ssr"))]
    true
}

#[derive(Clone, Copy)]
struct Line {
    row: RwSignal<CaseRow>,
    number: CaseNumber,
    list: List,
    selected: Selected,
    cells: Cells,
    node: NodeRef<html::Tr>,
}

/// A row's HTML, and those parts of it that may change with the selector of the element that each fills.
#[derive(Debug, Default)]
struct Parts {
    html: Html,
    changing: Vec<(&'static str, Html)>,
    /// Where its links lead.
    address: String,
    /// What is posted when it is ticked without script: number and version.
    ticked: String,
}

impl Line {
    fn new(row: RwSignal<CaseRow>) -> Self {
        let number = row.with_untracked(|row| row.number);
        let (list, selected) = (List::current(), Selected::current());
        Self { row, number, list, selected, cells: Cells::new(row), node: NodeRef::new() }
    }

    fn view(self) -> AnyView {
        let parts = untrack(|| self.parts());
        let inner = parts.html.as_str().to_owned();
        self.keep_up(parts);
        self.keep_ticked();
        let is_on = Cursor::is_on(self.number);
        let class = move || {
            let changed = self.row.with(|row| row.changed);
            let classes = [(is_on(), "is-cur"), (changed, "unread"), (self.has_left(), "has-left")];
            classes.into_iter().filter_map(|(on, class)| on.then_some(class)).collect::<Vec<_>>().join(" ")
        };
        view! {
            <tr
                node_ref=self.node
                role="row"
                inner_html=inner
                class=class
                data-sel=move || self.selected.has(self.number).then_some("")
                on:pointerdown=move |event| self.cells.touched(&event)
                on:click=move |event| self.clicked(&event)
                on:keydown=move |event| self.cells.pressed(&event)
                {..of_case(self.number.0)}
            ></tr>
        }
        .into_any()
    }

    /// What it shows now.
    fn parts(self) -> Parts {
        let (page, text, is_alive) = (Page::current(), text(), is_alive());
        self.row.with(|row| {
            let cell = |parts: Parts, place: &'static str, column: &'static str, property: Property| {
                if !page.vocabulary(|words| words.has(property)) {
                    return parts;
                }
                parts
                    .markup(column)
                    .then(&self.cells.way(property, is_alive))
                    .changing(place, Cells::value(row, property))
                    .markup(Cells::end(property))
                    .then(&self.cells.linked_form(property))
                    .markup("</td>")
            };
            let number = row.number.to_string();
            let address = self.list.case_address(row.number);
            let ticked = format!("{number}:{}", row.version);
            let mut parts = Parts { ticked: ticked.clone(), address: address.clone(), ..Parts::default() };
            parts = parts.markup("<td role=\"cell\" class=\"c-pick\">");
            if page.may(Action::ChangeCase) {
                parts = parts
                    .markup("<label><input class=\"pick\" type=\"checkbox\" name=\"nummer\" form=\"bulk\" autocomplete=\"off\" value=\"")
                    .text(&ticked)
                    .markup(if self.selected.has_now(row.number) { "\" checked>" } else { "\">" })
                    .markup("<span class=\"sr\">")
                    .text(&text.tick_case(row.number))
                    .markup("</span></label>");
            }
            parts = parts
                .markup("</td><td role=\"cell\" class=\"c-nr\"><a class=\"kund\" tabindex=\"-1\" href=\"")
                .text(&address)
                .markup("\">")
                .text(&number)
                .markup("</a></td><td role=\"cell\" class=\"c-subject\"><span class=\"sr\">")
                .changing(".c-subject > .sr", self.remarks(row))
                .markup("</span><a class=\"tt\" href=\"")
                .text(&address)
                .markup("\">")
                .changing(".tt", Html::default().text(&row.subject))
                .markup("</a><span class=\"ts\">")
                .changing(".ts", present_html(row.number).text(&row.excerpt))
                .markup("</span></td>");
            if page.uses(Feature::Customer) {
                parts = parts
                    .markup("<td role=\"cell\" class=\"c-customer\">")
                    .changing(".c-customer", customer(row))
                    .markup("</td>");
            }
            parts = cell(parts, ".c-responsible > *", "<td role=\"cell\" class=\"c-responsible\">", Property::Responsible);
            parts = cell(parts, ".c-priority > *", "<td role=\"cell\" class=\"c-priority\">", Property::Priority);
            parts = cell(parts, ".c-status > *", "<td role=\"cell\" class=\"c-status\">", Property::Status);
            parts = cell(parts, ".c-type > *", "<td role=\"cell\" class=\"c-type\">", Property::Type);
            parts = cell(parts, ".c-channel > *", "<td role=\"cell\" class=\"c-channel\">", Property::Channel);
            parts = parts
                .markup("<td role=\"cell\" class=\"c-created\">")
                .changing(".c-created", created(row))
                .markup("</td>");
            cell(parts, ".c-due > *", "<td role=\"cell\" class=\"c-due\">", Property::DueOn)
        })
    }

    /// What only a screen reader says before the subject.
    fn remarks(self, row: &CaseRow) -> Html {
        let text = text();
        let remarks = [(row.changed, text.changed_mark()), (self.has_left(), text.has_left())];
        let say = |html: Html, (_, remark): (bool, &'static str)| html.text(remark).markup(". ");
        remarks.into_iter().filter(|(holds, _)| *holds).fold(Html::default(), say)
    }

    fn has_left(self) -> bool {
        self.list.left.with(|left| left.contains(&self.number))
    }

    /// Writes what has changed about the row.
    fn keep_up(self, first: Parts) {
        let shown = StoredValue::new(first);
        Effect::new(move |is_standing: Option<bool>| {
            let now = self.parts();
            let Some(line) = self.node.get() else { return false };
            let line: &Element = &line;
            if is_standing != Some(true)
                && let Some(property) = self.cells.linked()
            {
                self.cells.take_over(property, line);
            }
            shown.update_value(|shown| {
                for ((place, before), (_, now)) in shown.changing.iter().zip(&now.changing) {
                    if before != now {
                        fill(line, place, now);
                    }
                }
                if shown.address != now.address {
                    for link in [".c-nr > a", ".tt"] {
                        lead(line, link, &now.address);
                    }
                }
                if shown.ticked != now.ticked
                    && let Some(input) = checkbox(line)
                {
                    input.set_value(&now.ticked);
                }
                *shown = now;
            });
            true
        });
    }

    /// The checkbox follows the ticks. What was ticked or unticked before the script was there stays so.
    fn keep_ticked(self) {
        Effect::new(move |is_standing: Option<bool>| {
            let on = self.selected.has(self.number);
            let Some(input) = self.node.get().and_then(|line| checkbox(&line)) else { return false };
            if is_standing != Some(true) && input.checked() != on {
                self.selected.tick(self.number, input.checked(), false);
            } else {
                input.set_checked(on);
            }
            true
        });
    }

    fn clicked(self, event: &ev::MouseEvent) {
        let target = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        match target.filter(|target| target.class_name() == "pick") {
            Some(input) => self.selected.tick(self.number, input.checked(), event.shift_key()),
            None => self.cells.clicked(event),
        }
    }
}

impl Parts {
    fn markup(mut self, markup: &'static str) -> Self {
        self.html = self.html.markup(markup);
        self
    }

    fn text(mut self, text: &str) -> Self {
        self.html = self.html.text(text);
        self
    }

    fn then(mut self, html: &Html) -> Self {
        self.html = self.html.then(html);
        self
    }

    /// The content of the element at `place`.
    fn changing(mut self, place: &'static str, content: Html) -> Self {
        self.html = self.html.then(&content);
        self.changing.push((place, content));
        self
    }
}

fn checkbox(line: &Element) -> Option<HtmlInputElement> {
    line.query_selector(".pick").ok().flatten()?.dyn_into().ok()
}

/// Has the link at `place` lead there.
fn lead(line: &Element, place: &str, address: &str) {
    if let Some(link) = line.query_selector(place).ok().flatten() {
        let _ = link.set_attribute("href", address);
    }
}

/// Fills the element at `place`. A link in it that has the focus has it afterwards too.
fn fill(line: &Element, place: &str, html: &Html) {
    let Some(element) = line.query_selector(place).ok().flatten() else { return };
    let focused = document().active_element();
    let had_focus = focused.is_some_and(|focused| element.contains(Some(&focused)) && focused != element);
    element.set_inner_html(html.as_str());
    let link = element.query_selector("a").ok().flatten().filter(|_| had_focus);
    if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlElement>().ok()) {
        let _ = link.focus();
    }
}

/// The customer, leading to their card.
fn customer(row: &CaseRow) -> Html {
    match &row.customer {
        Some((id, name)) => Html::new("<a class=\"kund\" href=\"/kunder/")
            .text(&id.to_string())
            .markup("\">")
            .text(name)
            .markup("</a>"),
        None => Html::new("<span class=\"mut\">").markup(text().none()).markup("</span>"),
    }
}

fn created(row: &CaseRow) -> Html {
    Html::new("<time datetime=\"")
        .text(&format::machine_moment(row.created_at))
        .markup("\">")
        .text(&format::moment_in_list(row.created_at, Page::current().today(), text()))
        .markup("</time>")
}
