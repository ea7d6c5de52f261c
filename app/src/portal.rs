//! The customer's first page. What they may do comes later; until then it says so, friendly.

use crate::{
    account::{Frameless, LogOut},
    house::page,
    page::{Page, text},
    ui::Icon,
};
use domain::people::Viewer;
use leptos::prelude::*;
use leptos_meta::Title;

page!(
    /// `/portal`
    PortalPage in doorstep, portal_page
);

fn portal_page() -> AnyView {
    let text = text();
    view! {
        <Title text=text.portal_title()/>
        <Frameless>{Page::current().viewer().map(welcome)}</Frameless>
    }
    .into_any()
}

fn welcome(viewer: Viewer) -> impl IntoView {
    let text = text();
    let first_name = viewer.name.split_whitespace().next().unwrap_or_default().to_owned();
    view! {
        <div class="card empty">
            <Icon name="mail" size="i--l"/>
            <h1>{text.greeting(&first_name)}</h1>
            <p>{text.portal_text(&viewer.company_name)}</p>
            <div class="row"><LogOut/></div>
        </div>
    }
}
