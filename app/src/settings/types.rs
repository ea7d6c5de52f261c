//! The company's types, a row for each, with what a new case of it gets.

use super::{
    live_form::send_changed,
    statuses::{move_buttons, removal},
};
use crate::{page::text, people::search_people, ui::Icon};
use domain::{
    cases::CaseType,
    settings::{NAME_LIMIT, Used},
};
use leptos::prelude::*;

/// What the fields for colleagues propose.
const PEOPLE: &str = "anstallda-lista";

/// The table, and the form that adds one.
#[component]
pub(super) fn Types(types: Vec<Used<CaseType>>) -> impl IntoView {
    let text = text();
    let last = types.len().saturating_sub(1);
    let rows = types.into_iter().enumerate().map(|(index, used)| row(used, index == 0, index == last));
    let rows = rows.collect_view();
    let people = Resource::new(|| (), |()| search_people(String::new()));
    view! {
        <section aria-labelledby="typer">
            <h2 id="typer">{text.types_heading()}</h2>
            <p>{text.types_about()}</p>
            <form id="flytta-typ" method="post" action="/installningar/typer/flytta"></form>
            <datalist id=PEOPLE>
                <Suspense>
                    {move || Suspend::new(async move {
                        let people = people.await.unwrap_or_default().into_iter();
                        people.map(|person| view! { <option value=person.name></option> }).collect_view()
                    })}
                </Suspense>
            </datalist>
            <div class="card adm__c">
                <table class="adm adm--k" on:change=|event| send_changed(&event)>
                    <caption class="sr">{text.types_heading()}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{text.column_order()}</th>
                            <th scope="col" class="adm__w">{text.column_name()}</th>
                            <th scope="col">{text.column_due_days()}</th>
                            <th scope="col">{text.column_responsible()}</th>
                            <th scope="col" class="adm__n">{text.column_cases()}</th>
                            <th scope="col" class="adm__n">{text.column_used()}</th>
                            <th scope="col"><span class="sr">{text.column_remove()}</span></th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
                <form class="card__f adm__f" method="post" action="/installningar/typer">
                    <label class="grow">
                        <span class="sr">{text.name_of_type()}</span>
                        <input class="in in--s" name="namn" required maxlength=NAME_LIMIT.to_string()
                            placeholder=text.new_type_hint() autocomplete="off"/>
                    </label>
                    <input type="hidden" name="anvands" value="ja"/>
                    <button class="btn btn--s"><Icon name="plus" size="i--s"/>{text.add_type()}</button>
                </form>
            </div>
        </section>
    }
    .into_any()
}

fn row(used: Used<CaseType>, is_first: bool, is_last: bool) -> AnyView {
    let text = text();
    let Used { word, cases } = used;
    let form = format!("typ-{}-form", word.id);
    let address = format!("/installningar/typer/{}", word.id);
    let (name, id) = (word.name.clone(), word.id.to_string());
    let days = word.due_days.map(|days| days.to_string());
    let (responsible, responsible_id) = match word.responsible {
        Some(person) => (person.name, person.id.to_string()),
        None => Default::default(),
    };
    view! {
        <tr id=format!("typ-{id}") class:off=word.hidden>
            <td class="adm__m">{move_buttons("flytta-typ", id.clone(), &name, is_first, is_last)}</td>
            <td class="adm__w">
                <input class="in in--s" form=form.clone() name="namn" value=name.clone() maxlength=NAME_LIMIT.to_string()
                    aria-label=text.name_of_type() autocomplete="off"/>
            </td>
            <td data-label=text.column_due_days()>
                <label class="adm__d">
                    <input class="in in--s num" type="number" min="0" max="3650" form=form.clone() name="dagar" value=days
                        placeholder="–" aria-label=text.due_days_of(&name)/>
                    <span aria-hidden="true">{text.days()}</span>
                </label>
            </td>
            <td data-label=text.column_responsible()>
                <input class="in in--s" form=form.clone() name="ansvarig" value=responsible list=PEOPLE placeholder=text.nobody()
                    aria-label=text.responsible_of(&name) autocomplete="off"/>
                <input type="hidden" form=form.clone() name="ansvarig_id" value=responsible_id/>
            </td>
            <td class="adm__n num sec" data-label=text.column_cases()>{cases}</td>
            <td class="adm__n adm__u">
                <input class="sw" type="checkbox" role="switch" form=form.clone() name="anvands" value="ja"
                    checked=!word.hidden aria-label=text.use_type(&name)/>
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
