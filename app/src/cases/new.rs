//! A new case.

use crate::page::text;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::{LazyRoute, lazy_route};

/// `/arenden/nytt`
#[derive(Debug)]
pub struct NewCasePage;

#[lazy_route]
impl LazyRoute for NewCasePage {
    fn data() -> Self {
        Self
    }

    fn view(_page: Self) -> AnyView {
        let text = text();
        view! {
            <Title text=text.new_case()/>
            <main class="main" id="main" tabindex="-1"><h1>{text.new_case()}</h1></main>
        }
        .into_any()
    }
}
