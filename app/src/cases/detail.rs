//! One case.

use crate::page::text;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::{LazyRoute, lazy_route};

/// `/arenden/{number}`
#[derive(Debug)]
pub struct CasePageRoute;

#[lazy_route]
impl LazyRoute for CasePageRoute {
    fn data() -> Self {
        Self
    }

    fn view(_page: Self) -> AnyView {
        let text = text();
        view! {
            <Title text=text.product()/>
            <main class="main" id="main" tabindex="-1"><h1>{text.product()}</h1></main>
        }
        .into_any()
    }
}
