//! Oneself, on the phone.

use super::layout::{Phone, Tab};
use crate::{
    account::{Appearance, LogOut, Profile},
    house::page,
    page::{Page, text},
};
use domain::policy::{Action, can};
use leptos::prelude::*;
use leptos_meta::Title;

page!(
    /// `/m/jag`
    PhoneAccountPage in phone, account_page
);

fn account_page() -> AnyView {
    let text = text();
    let has_desk = Page::current().viewer().is_some_and(|viewer| can(&viewer, Action::UseDesk));
    view! {
        <Title text=text.menu_account()/>
        <Phone tab=Tab::Me>
            <header class="mh"><h1 class="grow">{text.menu_account()}</h1></header>
            <main id="main" tabindex="-1">
                <div class="acc">
                    <Profile/>
                    <Appearance/>
                    <div class="row wrap">
                        <LogOut/>
                        {has_desk.then(|| view! { <a class="btn" href="/">{text.to_start()}</a> })}
                    </div>
                </div>
            </main>
        </Phone>
    }
    .into_any()
}
