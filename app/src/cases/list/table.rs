//! The table. Its roles are spelled out: as cards on a phone, Safari would forget that it is one.

use super::{
    row::CaseLine,
    selection::PickPage,
    state::{List, Row},
    words::order_name,
};
use crate::{
    cases::property::{OpenCell, expect_forms},
    page::{Page, text},
    ui::Icon,
};
use domain::{
    cases::{Feature, Filter, SortKey},
    ids::CaseNumber,
    policy::Action,
};
use leptos::prelude::*;
use std::time::Duration;

/// Heads and rows; hidden while there are none.
#[component]
pub(super) fn Table() -> impl IntoView {
    let (text, list) = (text(), List::current());
    let (drawn, open) = (in_steps(list.rows), OpenCell::provide());
    let order = move || text.cases_sorted(order_name(list.filter.with(|filter| filter.sort), text));
    let page = Page::current();
    let plain = |column: &'static str, name: &'static str| {
        view! { <th scope="col" role="columnheader" class=column>{name}</th> }
    };
    let used = |feature, column, name| page.uses(feature).then(|| plain(column, name));
    view! {
        <table
            class="tbl"
            role="table"
            hidden=move || list.rows.with(Vec::is_empty)
            on:pointerover=|_| expect_forms()
            on:focusin=|_| expect_forms()
        >
            <caption class="sr">{order}</caption>
            <thead role="rowgroup">
                <tr role="row">
                    <th scope="col" role="columnheader" class="c-pick">{page.may(Action::ChangeCase).then(|| view! { <PickPage label=text.tick_page()/> })}</th>
                    <SortHead key=SortKey::Number column="c-nr" name=text.number()/>
                    {plain("c-subject", text.subject())}
                    {used(Feature::Customer, "c-customer", text.customer())}
                    {used(Feature::Responsible, "c-responsible", text.responsible())}
                    {page.uses(Feature::Priority).then(|| view! {
                        <SortHead key=SortKey::Priority column="c-priority" name=text.priority()/>
                    })}
                    {plain("c-status", text.status())}
                    {used(Feature::Type, "c-type", text.case_type())}
                    {used(Feature::Channel, "c-channel", text.channel())}
                    <SortHead key=SortKey::Created column="c-created" name=text.created()/>
                    {page.uses(Feature::DueOn).then(|| view! {
                        <SortHead key=SortKey::Due column="c-due" name=text.due()/>
                    })}
                </tr>
            </thead>
            <tbody role="rowgroup">
                <For each=move || drawn.get() key=|row| row.number let:row>
                    <CaseLine row=RwSignal::from(row.row)/>
                </For>
            </tbody>
        </table>
        {open.view()}
    }
    .into_any()
}

/// Rows that are new come a screenful first, the rest with the next frames: nobody waits for what lies below the
/// window. Those that stand stay.
fn in_steps(rows: RwSignal<Vec<Row>>) -> RwSignal<Vec<Row>> {
    let drawn = RwSignal::new(rows.get_untracked());
    let changes = StoredValue::new(0_u32);
    Effect::watch(
        move || rows.track(),
        move |(), _, _| {
            let change = changes.get_value().wrapping_add(1);
            changes.set_value(change);
            let standing = drawn.with_untracked(|drawn| drawn.iter().map(|row| row.number).collect());
            Steps { rows, drawn, standing, changes, change }.draw(first_step());
        },
        false,
    );
    drawn
}

/// As many as the window shows below its bar, filters and heads; all when the page is scrolled, or it would jump.
fn first_step() -> usize {
    const ABOVE: f64 = 150.0;
    const LOW: f64 = 44.0;
    let window = window();
    let is_scrolled = window.scroll_y().is_ok_and(|y| y > 0.0);
    let height = window.inner_height().ok().and_then(|height| height.as_f64());
    match height {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // A window's height over 44.
        Some(height) if !is_scrolled => ((height - ABOVE).max(LOW) / LOW).ceil() as usize,
        _ => usize::MAX,
    }
}

struct Steps {
    rows: RwSignal<Vec<Row>>,
    drawn: RwSignal<Vec<Row>>,
    standing: Vec<CaseNumber>,
    changes: StoredValue<u32>,
    change: u32,
}

impl Steps {
    fn draw(self, new: usize) {
        const STEP: usize = 10;
        let mut left = new;
        let now: Vec<Row> = self.rows.with_untracked(|rows| {
            let is_due = |row: &&Row| {
                if self.standing.contains(&row.number) {
                    return true;
                }
                let is_due = left > 0;
                left = left.saturating_sub(1);
                is_due
            };
            rows.iter().filter(is_due).cloned().collect()
        });
        let is_all = self.rows.with_untracked(|rows| rows.len() == now.len());
        self.drawn.set(now);
        if !is_all {
            let go_on = move || {
                if self.changes.try_get_value() == Some(self.change) {
                    self.draw(new + STEP);
                }
            };
            // After what is there now has been painted: an animation's frame comes before.
            request_animation_frame(move || set_timeout(go_on, Duration::ZERO));
        }
    }
}

/// A column's head whose link sorts by it, or turns the order round.
#[component]
fn SortHead(key: SortKey, column: &'static str, name: &'static str) -> impl IntoView {
    let list = List::current();
    let sort = move || list.filter.with(|filter| filter.sort);
    let direction = move || match sort() {
        sort if sort.key != key => None,
        sort if sort.descending => Some("descending"),
        _ => Some("ascending"),
    };
    let address = move || {
        let filter =
            list.filter.with(|filter| Filter { sort: filter.sort.toggled(key), ..filter.from_start() });
        list.address(&filter)
    };
    let arrow = move || {
        direction().map(|direction| {
            view! {
                <Icon name=if direction == "descending" { "sort" } else { "up" } size="i--s"/>
            }
        })
    };
    view! {
        <th scope="col" role="columnheader" class=column aria-sort=direction>
            <a href=address data-noscroll="">{name} {arrow}</a>
        </th>
    }
    .into_any()
}
