//! The phone list.

use crate::page::text;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::{LazyRoute, lazy_route};

/// `/m`
#[derive(Debug)]
pub struct PhoneCasesPage;

#[lazy_route]
impl LazyRoute for PhoneCasesPage {
    fn data() -> Self {
        Self
    }

    fn view(_page: Self) -> AnyView {
        let text = text();
        view! {
            <Title text=text.my_cases()/>
            <main class="main" id="main" tabindex="-1"><h1>{text.my_cases()}</h1></main>
        }
        .into_any()
    }
}
