//! `/installningar/widgetar`: the line to copy, one's key, and who may show them.

use super::api::read_widgets;
use crate::{
    house::page,
    page::{Answer, Page, text},
    settings::{SettingsReply, framed, loaded},
    ui::{Icon, raw_text},
};
use domain::{
    cases::Feature,
    policy::{Action, can},
    widgets::WidgetSettings,
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

page!(
    /// `/installningar/widgetar`
    WidgetsPage in office, widgets_page
);

/// A key that was made just now: it is shown this once.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct NewKey(pub(super) String);

impl Answer for NewKey {
    const KIND: &'static str = "widget-key";
}

fn widgets_page() -> AnyView {
    let widgets = Resource::new(|| (), |()| read_widgets());
    framed(Action::UseDesk, text().widgets_title(), loaded(widgets, drawn))
}

fn drawn(widgets: WidgetSettings) -> AnyView {
    let (page, text) = (Page::current(), text());
    let key = page.reply().map(|NewKey(key)| key);
    let is_new = key.is_some();
    let origins = SettingsReply::typed("sidor").unwrap_or_else(|| widgets.origins.join("\n"));
    let may_decide = page.viewer().is_some_and(|viewer| can(&viewer, Action::ManageSettings));
    let query = key.map(|key| format!("?nyckel={key}")).unwrap_or_default();
    let address = widgets.address.clone();
    let line = move |name: &'static str, path: &'static str| {
        let source = format!("{address}/widget/{path}{query}");
        let line = format!(r#"<iframe src="{source}" title="{name}" width="400" height="440"></iframe>"#);
        let json = format!("{address}/widget/{path}.json{query}");
        view! {
            <label class="field">
                <span class="label">{text.widget_line(name)}</span>
                <input class="in" readonly value=line/>
            </label>
            <label class="field">
                <span class="label">{text.widget_json()} ": " {name}</span>
                <input class="in" readonly value=json/>
            </label>
        }
    };
    view! {
        <section class="card" aria-labelledby="widgetar">
            <div class="card__h"><h2 id="widgetar">{text.widgets_title()}</h2></div>
            <div class="card__b form">
                <p class="sec">{text.widgets_about()}</p>
                {is_new.then(|| view! {
                    <div class="ban ban--ok" role="status"><Icon name="circlecheck"/><p>{text.widget_key_made()}</p></div>
                })}
                {page.uses(Feature::Responsible).then(|| line(text.my_cases(), "mina"))}
                {line(text.new_cases_heading(), "nya")}
                <p class="sec">{text.widget_by_session()}</p>
            </div>
        </section>
        <section class="card" aria-labelledby="nyckel">
            <div class="card__h"><h2 id="nyckel">{text.widget_key()}</h2></div>
            <div class="card__b form">
                <p class="sec">{text.widget_key_about()}</p>
                {widgets.has_key.then(|| view! { <p>{text.widget_key_is()}</p> })}
                <div class="row">
                    <form method="post" action="/installningar/widgetar/nyckel">
                        <button class="btn btn--pri">{text.widget_key_make()}</button>
                    </form>
                    {widgets.has_key.then(|| view! {
                        <form method="post" action="/installningar/widgetar/nyckel/bort">
                            <button class="btn btn--dan">{text.widget_key_revoke()}</button>
                        </form>
                    })}
                </div>
            </div>
        </section>
        {may_decide.then(|| view! {
            <section class="card" aria-labelledby="sidor">
                <div class="card__h"><h2 id="sidor">{text.widget_origins()}</h2></div>
                <form class="card__b form" method="post" action="/installningar/widgetar/sidor">
                    <label class="field">
                        <span class="label">{text.widget_origins()}</span>
                        <textarea class="in" name="sidor" rows="4" spellcheck="false" aria-describedby="sidor-om">{raw_text(origins)}</textarea>
                    </label>
                    <p class="hint" id="sidor-om">{text.widget_origins_about()}</p>
                    <div class="row"><button class="btn btn--pri">{text.save()}</button></div>
                </form>
            </section>
        })}
    }
    .into_any()
}
