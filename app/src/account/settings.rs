//! One own settings.

use crate::page::text;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::{LazyRoute, lazy_route};

/// `/jag`
#[derive(Debug)]
pub struct AccountPage;

#[lazy_route]
impl LazyRoute for AccountPage {
    fn data() -> Self {
        Self
    }

    fn view(_page: Self) -> AnyView {
        let text = text();
        view! {
            <Title text=text.menu_account()/>
            <main class="main" id="main" tabindex="-1"><h1>{text.menu_account()}</h1></main>
        }
        .into_any()
    }
}
