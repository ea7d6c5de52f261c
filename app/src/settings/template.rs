//! Texts for comments.

use super::{
    SettingsReply,
    api::list_templates,
    frame::{framed, loaded},
    statuses::move_buttons,
};
use crate::{
    house::page,
    page::{Page, text},
    ui::{Icon, raw_text},
};
use domain::{
    ids::TemplateId,
    policy::Action,
    settings::NAME_LIMIT,
    templates::{Template, Variable, warning},
};
use leptos::prelude::*;

/// The field that tells which one a refused form was about.
const WHICH: &str = "mall";

page!(
    /// `/installningar/mallar`
    TemplatesPage in office, templates_page
);

fn templates_page() -> AnyView {
    let stored = Resource::new(|| (), |()| list_templates());
    framed(Action::ManageSettings, text().settings_templates(), loaded(stored, drawn))
}

fn drawn(templates: Vec<Template>) -> AnyView {
    let (page, text) = (Page::current(), text());
    let last = templates.len().saturating_sub(1);
    let is_empty = templates.is_empty();
    let rows =
        templates.into_iter().enumerate().map(|(index, template)| one(template, index == 0, index == last));
    let of_old = SettingsReply::typed(WHICH).is_some();
    let typed = |name| SettingsReply::typed(name).filter(|_| !of_old);
    let variables =
        Variable::ALL.into_iter().filter(|variable| variable.is_used(|feature| page.uses(feature)));
    view! {
        <section aria-labelledby="mallar">
            <h2 id="mallar">{text.settings_templates()}</h2>
            <p>{text.templates_about()}</p>
            <form id="flytta-mall" method="post" action="/installningar/mallar/flytta"></form>
            <div class="card">
                {is_empty.then(|| view! { <p class="card__b sec">{text.template_none()}</p> })}
                <ul class="set__t">{rows.collect_view()}</ul>
            </div>
        </section>
        <section aria-labelledby="ny-mall">
            <h2 id="ny-mall">{text.template_new()}</h2>
            <div class="card card__b">
                {fields(None, typed("namn"), typed("text"), text.template_add())}
            </div>
        </section>
        <section aria-labelledby="variabler">
            <h2 id="variabler">{text.template_variables()}</h2>
            <dl class="dl">
                {variables.map(|variable| view! {
                    <dt><code>{variable.written()}</code></dt>
                    <dd>{variable.name(text)}</dd>
                }).collect_view()}
            </dl>
        </section>
    }
    .into_any()
}

fn one(template: Template, is_first: bool, is_last: bool) -> AnyView {
    let text = text();
    let Template { id, name, body } = template;
    let address = format!("/installningar/mallar/{id}");
    let warning = warning(&body, |feature| Page::current().uses(feature), text);
    let is_refused = SettingsReply::typed(WHICH).is_some_and(|which| which == id.to_string());
    let typed = |field, stands: &str| {
        SettingsReply::typed(field).filter(|_| is_refused).or_else(|| Some(stands.to_owned()))
    };
    view! {
        <li id=format!("mall-{id}")>
            {move_buttons("flytta-mall", id.to_string(), &name, is_first, is_last)}
            <details open=is_refused>
                <summary>
                    {name.clone()}
                    {warning.map(|warning| view! { " " <span class="hint">{warning}</span> })}
                </summary>
                {fields(Some(id), typed("namn", &name), typed("text", &body), text.save())}
                <form class="row" method="post" action=format!("{address}/bort")>
                    <button class="btn btn--s btn--dan">
                        <Icon name="trash" size="i--s"/>{text.remove()}<span class="sr">{format!(" {name}")}</span>
                    </button>
                </form>
            </details>
        </li>
    }
    .into_any()
}

/// The form of the template with that number, or of a new one.
fn fields(id: Option<TemplateId>, name: Option<String>, body: Option<String>, act: &'static str) -> AnyView {
    let text = text();
    let address = id.map_or("/installningar/mallar".to_owned(), |id| format!("/installningar/mallar/{id}"));
    view! {
        <form class="form" method="post" action=address autocomplete="off">
            {id.map(|id| view! { <input type="hidden" name=WHICH value=id.to_string()/> })}
            <label class="field">
                <span class="label">{text.template_name()}</span>
                <input class="in" name="namn" required maxlength=NAME_LIMIT.to_string() value=name/>
            </label>
            <label class="field">
                <span class="label">{text.template_body()}</span>
                <textarea class="in" name="text" rows="5" required>{body.map(raw_text)}</textarea>
            </label>
            <div class="row"><button class="btn btn--pri">{act}</button></div>
        </form>
    }
    .into_any()
}
