//! The table. Its roles are spelled out: as cards on a phone, Safari would forget that it is one.

use super::{row::CaseLine, selection::PickPage, state::List, words::order_name};
use crate::{
    cases::property::expect_forms,
    page::{Page, text},
    ui::Icon,
};
use domain::cases::{Feature, Filter, SortKey};
use leptos::prelude::*;

/// Heads and rows; hidden while there are none.
#[component]
pub(super) fn Table() -> impl IntoView {
    let (text, list) = (text(), List::current());
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
                    <th scope="col" role="columnheader" class="c-pick"><PickPage label=text.tick_page()/></th>
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
                <For each=move || list.rows.get() key=|row| row.number let:row>
                    <CaseLine row=RwSignal::from(row.row)/>
                </For>
            </tbody>
        </table>
    }
    .into_any()
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
