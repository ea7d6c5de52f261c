//! The start page.

use crate::page::text;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::{LazyRoute, lazy_route};

/// `/`
#[derive(Debug)]
pub struct StartPage;

#[lazy_route]
impl LazyRoute for StartPage {
    fn data() -> Self {
        Self
    }

    fn view(_page: Self) -> AnyView {
        let text = text();
        view! {
            <Title text=text.menu_start()/>
            <main class="main" id="main" tabindex="-1"><h1>{text.menu_start()}</h1></main>
        }
        .into_any()
    }
}
