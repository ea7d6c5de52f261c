//! The company's types, a row for each, with what a new case of it gets.

use super::{
    live_form::send_changed,
    statuses::{move_buttons, removal},
};
use crate::{
    page::{Page, text},
    people::search_people,
    ui::Icon,
};
use domain::{
    cases::{CaseType, Feature},
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
    let page = Page::current();
    let used =
        |feature, name: &'static str| page.uses(feature).then(|| view! { <th scope="col">{name}</th> });
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
                            {used(Feature::DueOn, text.column_due_days())}
                            {used(Feature::Responsible, text.column_responsible())}
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
    let page = Page::current();
    let days = word.due_days.map(|days| days.to_string());
    let responsible =
        word.responsible.map_or_else(Default::default, |person| (person.name, person.id.to_string()));
    // What the company does without is carried along unseen, for when it is used again.
    let (has_days, has_responsible) = (page.uses(Feature::DueOn), page.uses(Feature::Responsible));
    let kept_days = (!has_days).then(|| view! { <input type="hidden" name="dagar" value=days.clone()/> });
    let kept_responsible = (!has_responsible).then(|| {
        let (name, id) = responsible.clone();
        view! { <input type="hidden" name="ansvarig" value=name/><input type="hidden" name="ansvarig_id" value=id/> }
    });
    view! {
        <tr id=format!("typ-{id}") class:off=word.hidden>
            <td class="adm__m">{move_buttons("flytta-typ", id.clone(), &name, is_first, is_last)}</td>
            <td class="adm__w">
                <input class="in in--s" form=form.clone() name="namn" value=name.clone() maxlength=NAME_LIMIT.to_string()
                    aria-label=text.name_of_type() autocomplete="off"/>
            </td>
            {has_days.then(|| due_days(days, &name, form.clone()))}
            {has_responsible.then(|| responsible_field(responsible, &name, form.clone()))}
            <td class="adm__n num sec" data-label=text.column_cases()>{cases}</td>
            <td class="adm__n adm__u">
                <input class="sw" type="checkbox" role="switch" form=form.clone() name="anvands" value="ja"
                    checked=!word.hidden aria-label=text.use_type(&name)/>
            </td>
            <td class="adm__n adm__b">
                <form id=form method="post" action=address.clone()>
                    {kept_days}
                    {kept_responsible}
                    <button class="btn btn--s until-live">{text.save()}</button>
                </form>
                {removal(format!("{address}/bort"), &name)}
            </td>
        </tr>
    }
    .into_any()
}

/// Within how many days.
fn due_days(days: Option<String>, of: &str, form: String) -> AnyView {
    let text = text();
    view! {
        <td data-label=text.column_due_days()>
            <label class="adm__d">
                <input class="in in--s num" type="number" min="0" max="3650" form=form name="dagar" value=days
                    placeholder="–" aria-label=text.due_days_of(of)/>
                <span aria-hidden="true">{text.days()}</span>
            </label>
        </td>
    }
    .into_any()
}

/// Who gets it.
fn responsible_field((name, id): (String, String), of: &str, form: String) -> AnyView {
    let text = text();
    view! {
        <td data-label=text.column_responsible()>
            <input class="in in--s" form=form.clone() name="ansvarig" value=name list=PEOPLE placeholder=text.nobody()
                aria-label=text.responsible_of(of) autocomplete="off"/>
            <input type="hidden" form=form name="ansvarig_id" value=id/>
        </td>
    }
    .into_any()
}
