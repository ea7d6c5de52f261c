//! The phone account.

use crate::page::text;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::{LazyRoute, lazy_route};

/// `/m/jag`
#[derive(Debug)]
pub struct PhoneAccountPage;

#[lazy_route]
impl LazyRoute for PhoneAccountPage {
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
