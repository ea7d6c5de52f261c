//! The list.

use crate::page::text;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::{LazyRoute, lazy_route};

/// `/arenden`
#[derive(Debug)]
pub struct CasesPage;

#[lazy_route]
impl LazyRoute for CasesPage {
    fn data() -> Self {
        Self
    }

    fn view(_page: Self) -> AnyView {
        let text = text();
        view! {
            <Title text=text.cases_title()/>
            <main class="main" id="main" tabindex="-1"><h1>{text.cases_title()}</h1></main>
        }
        .into_any()
    }
}
