//! One's own settings.

use super::{
    Appearance, Profile,
    api::sessions,
    logins::{Logins, Revoking},
    parts::LogOut,
};
use crate::{
    house::page,
    page::{Page, text},
    ui::Icon,
};
use domain::policy::{Action, can};
use leptos::prelude::*;
use leptos_meta::Title;

page!(
    /// `/jag`
    AccountPage in rooms, account_page
);

fn account_page() -> AnyView {
    let revoking = Revoking::new();
    let sessions = Resource::new(move || revoking.done(), |_| sessions());
    let text = text();
    let may_manage = Page::current().viewer().is_some_and(|viewer| can(&viewer, Action::ManageSettings));
    view! {
        <Title text=text.menu_account()/>
        <main class="main" id="main" tabindex="-1">
            <div class="page page--slim">
                <div class="page__head">
                    <h1>{text.menu_account()}</h1>
                    <div class="push row wrap">
                        <a class="btn" href="/installningar/widgetar">{text.widgets_title()}</a>
                        {may_manage.then(|| view! {
                            <a class="btn" href="/installningar"><Icon name="settings"/>{text.menu_settings()}</a>
                        })}
                        <LogOut/>
                    </div>
                </div>
                <div class="acc">
                    <Profile/>
                    <Appearance/>
                    <Shortcuts/>
                    <Logins revoking sessions/>
                </div>
            </div>
        </main>
    }
    .into_any()
}

/// Single keys can be turned off: they get in the way of those who speak to their computer.
#[component]
fn Shortcuts() -> impl IntoView {
    let text = text();
    let on = Page::current().viewer().is_some_and(|viewer| viewer.shortcuts);
    view! {
        <section class="card" aria-labelledby="kortkommandon">
            <div class="card__h"><h2 id="kortkommandon">{text.shortcuts_heading()}</h2></div>
            <form class="card__b" method="post" action="/jag/kortkommandon">
                <label class="swl">
                    <input class="sw" type="checkbox" role="switch" name="pa" checked=on aria-describedby="kortkommandon-om"/>
                    {text.shortcuts()}
                </label>
                <p class="hint" id="kortkommandon-om">{text.shortcuts_hint()}</p>
                <button class="btn">{text.save()}</button>
            </form>
        </section>
    }
}
