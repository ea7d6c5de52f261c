//! What one is told, on the phone.

use super::layout::{Phone, Tab};
use crate::{house::page, notifications::notifications, page::text, ui::Icon};
use leptos::prelude::*;
use leptos_meta::Title;

page!(
    /// `/m/aviseringar`
    PhoneNotificationsPage in phone, notifications_page
);

fn notifications_page() -> AnyView {
    let text = text();
    view! {
        <Title text=text.notifications()/>
        <Phone tab=Tab::Cases>
            <header class="mh mh--back">
                <a class="ib" href="/m" aria-label=text.phone_back()><Icon name="left"/></a>
                <h1 class="grow">{text.notifications()}</h1>
            </header>
            <main id="main" tabindex="-1">{notifications("/m/aviseringar", "/m/arenden")}</main>
        </Phone>
    }
    .into_any()
}
