//! The customer's first page. What they may do comes later; until then it says so, friendly.

use crate::page::{Page, text};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::{LazyRoute, lazy_route};

/// `/portal`
#[derive(Debug)]
pub struct PortalPage;

#[lazy_route]
impl LazyRoute for PortalPage {
    fn data() -> Self {
        Self
    }

    fn view(_page: Self) -> AnyView {
        let text = text();
        let name = Page::current().viewer().map(|viewer| viewer.name).unwrap_or_default();
        view! {
            <Title text=text.product()/>
            <div class="login">
                <main id="main" tabindex="-1">
                    <div class="card empty">
                        <h1>{text.portal_greeting(&name)}</h1>
                        <p>{text.portal_text()}</p>
                        <form class="row" method="post" action="/logga-ut">
                            <button class="btn">{text.logout()}</button>
                        </form>
                    </div>
                </main>
            </div>
        }
        .into_any()
    }
}
