//! The company's statuses, a row for each. What is changed in a row saves the row.

use super::live_form::send_changed;
use crate::{
    page::text,
    ui::{Glyph, Icon},
};
use domain::{
    cases::{Hue, Status, Symbol},
    settings::{NAME_LIMIT, Used},
};
use leptos::prelude::*;

/// The table, and the form that adds one.
#[component]
pub(super) fn Statuses(statuses: Vec<Used<Status>>) -> impl IntoView {
    let text = text();
    let last = statuses.len().saturating_sub(1);
    let initial = initial(&statuses);
    let rows = statuses.into_iter().enumerate().map(|(index, used)| {
        let is_initial = Some(used.word.id) == initial;
        row(used, index == 0, index == last, is_initial)
    });
    let rows = rows.collect_view();
    view! {
        <section aria-labelledby="statusar">
            <h2 id="statusar">{text.statuses_heading()}</h2>
            <p>{text.statuses_about()}</p>
            <form id="flytta-status" method="post" action="/installningar/statusar/flytta"></form>
            <div class="card adm__c">
                <table class="adm adm--k" on:change=|event| send_changed(&event)>
                    <caption class="sr">{text.statuses_heading()}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{text.column_order()}</th>
                            <th scope="col">{text.column_symbol()}</th>
                            <th scope="col" class="adm__w">{text.column_name()}</th>
                            <th scope="col">{text.column_base()}</th>
                            <th scope="col">{text.column_initial()}</th>
                            <th scope="col" class="adm__n">{text.column_cases()}</th>
                            <th scope="col" class="adm__n">{text.column_used()}</th>
                            <th scope="col"><span class="sr">{text.column_remove()}</span></th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
                <New/>
            </div>
        </section>
    }
    .into_any()
}

/// The one that is chosen, or else the first that could be.
pub(super) fn initial(statuses: &[Used<Status>]) -> Option<domain::ids::StatusId> {
    let mut open = statuses.iter().map(|used| &used.word).filter(|status| status.is_open && !status.hidden);
    let chosen = open.clone().find(|status| status.is_initial);
    chosen.or_else(|| open.next()).map(|status| status.id)
}

fn row(used: Used<Status>, is_first: bool, is_last: bool, is_initial: bool) -> AnyView {
    let text = text();
    let Used { word: status, cases } = used;
    let form = format!("status-{}-form", status.id);
    let address = format!("/installningar/statusar/{}", status.id);
    let (name, id) = (status.name.clone(), status.id.to_string());
    view! {
        <tr id=format!("status-{id}") class:off=status.hidden>
            <td class="adm__m">{move_buttons("flytta-status", id.clone(), &name, is_first, is_last)}</td>
            <td><SymbolChoice form=form.clone() status=status.clone() is_used={cases > 0}/></td>
            <td class="adm__w">
                <input class="in in--s" form=form.clone() name="namn" value=name.clone() maxlength=NAME_LIMIT.to_string()
                    aria-label=text.name_of_status() autocomplete="off"/>
            </td>
            <td>
                <fieldset class="seg seg--join" title=(cases > 0).then(|| text.base_fixed())>
                    <legend class="sr">{text.base_of(&name)}</legend>
                    {[true, false].map(|is_open| view! {
                        <label>
                            <input type="radio" form=form.clone() name="bas" value=base(is_open)
                                checked=is_open == status.is_open disabled={cases > 0 && is_open != status.is_open}/>
                            {if is_open { text.open() } else { text.closed() }}
                        </label>
                    }).collect_view()}
                </fieldset>
            </td>
            <td data-label=text.column_initial()>
                <label class="ck">
                    <input type="radio" form=form.clone() name="forval" value="ja" checked=is_initial
                        disabled={!status.is_open || status.hidden}/>
                    <span class="sr">{text.is_initial(&name)}</span>
                    {is_initial.then(|| view! { <span aria-hidden="true">{text.column_initial()}</span> })}
                </label>
            </td>
            <td class="adm__n num sec" data-label=text.column_cases()>{cases}</td>
            <td class="adm__n adm__u">
                <input class="sw" type="checkbox" role="switch" form=form.clone() name="anvands" value="ja"
                    checked=!status.hidden aria-label=text.use_status(&name)/>
            </td>
            <td class="adm__n adm__b">
                <form id=form method="post" action=address.clone()>
                    <button class="btn btn--s until-live">{text.save()}</button>
                </form>
                {removal(format!("{address}/bort"), &name)}
            </td>
        </tr>
    }
    .into_any()
}

const fn base(is_open: bool) -> &'static str {
    if is_open { "oppen" } else { "stangd" }
}

/// The two buttons that move a word; they belong to one form for the whole table, and the page after it begins at the
/// one that was pressed.
pub(crate) fn move_buttons(
    form: &'static str,
    id: String,
    name: &str,
    is_first: bool,
    is_last: bool,
) -> AnyView {
    let text = text();
    let (up, down) = (format!("{form}-{id}-upp"), format!("{form}-{id}-ner"));
    view! {
        <span class="adm__o">
            <button class="btn btn--q btn--i btn--s" id=up form=form name="upp" value=id.clone() disabled=is_first
                aria-label=text.move_up(name)><Icon name="up"/></button>
            <button class="btn btn--q btn--i btn--s" id=down form=form name="ner" value=id disabled=is_last
                aria-label=text.move_down(name)><Icon name="down"/></button>
        </span>
    }
    .into_any()
}

/// The way to the page that removes or merges a word.
pub(super) fn removal(address: String, name: &str) -> AnyView {
    let words = text().remove_word(name);
    view! {
        <a class="btn btn--q btn--i btn--s" href=address aria-label=words.clone() title=words><Icon name="merge"/></a>
    }
    .into_any()
}

/// Symbol and hue, folded away. Of a status in use the symbols of its base status.
#[component]
fn SymbolChoice(form: String, status: Status, is_used: bool) -> impl IntoView {
    let text = text();
    let symbols =
        Symbol::ALL.iter().copied().filter(move |symbol| !is_used || symbol.is_open() == status.is_open);
    view! {
        <details class="sym" name="symbol">
            <summary class="btn btn--q btn--s" aria-label=text.symbol_of(&status.name)>
                {mark(status.symbol, status.hue)}
                <Icon name="down" size="i--s"/>
            </summary>
            <div class="pop">{choices(Some(&form), symbols.collect(), status.symbol, status.hue)}</div>
        </details>
    }
}

fn mark(symbol: Symbol, hue: Hue) -> AnyView {
    view! {
        <span class=format!("st st--{}", hue.as_str())><Glyph name=format!("st-{}", symbol.as_str())/></span>
    }
    .into_any()
}

fn choices(form: Option<&str>, symbols: Vec<Symbol>, symbol: Symbol, hue: Hue) -> AnyView {
    let text = text();
    let form = form.map(str::to_owned);
    let of = form.clone();
    let one = move |each: Symbol| {
        view! {
            <label title=each.name(text)>
                <input type="radio" form=of.clone() name="symbol" value=each.as_str() checked=each == symbol/>
                {mark(each, hue)}
                <span class="sr">{each.name(text)}</span>
            </label>
        }
    };
    let hues = move |each: Hue| {
        view! {
            <label title=each.name(text)>
                <input type="radio" form=form.clone() name="farg" value=each.as_str() checked=each == hue/>
                {mark(symbol, each)}
                <span class="sr">{each.name(text)}</span>
            </label>
        }
    };
    view! {
        <fieldset class="seg"><legend>{text.symbol()}</legend>{symbols.into_iter().map(one).collect_view()}</fieldset>
        <fieldset class="seg"><legend>{text.hue()}</legend>{Hue::ALL.iter().copied().map(hues).collect_view()}</fieldset>
    }
    .into_any()
}

#[component]
fn New() -> impl IntoView {
    let text = text();
    view! {
        <form class="card__f adm__f" method="post" action="/installningar/statusar">
            <label class="grow">
                <span class="sr">{text.name_of_status()}</span>
                <input class="in in--s" name="namn" required maxlength=NAME_LIMIT.to_string() placeholder=text.new_status() autocomplete="off"/>
            </label>
            <fieldset class="seg seg--join">
                <legend class="sr">{text.column_base()}</legend>
                <label><input type="radio" name="bas" value="oppen" checked/>{text.open()}</label>
                <label><input type="radio" name="bas" value="stangd"/>{text.closed()}</label>
            </fieldset>
            <input type="hidden" name="anvands" value="ja"/>
            <button class="btn btn--s"><Icon name="plus" size="i--s"/>{text.add_status()}</button>
            <span class="adm__h">{text.in_use_stays()}</span>
        </form>
    }
    .into_any()
}
