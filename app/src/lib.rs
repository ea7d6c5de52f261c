//! Pages and server functions of Ärenden.
use leptos::prelude::*;
use leptos_router::{Lazy, LazyRoute, lazy_route, components::{Route, Router, Routes}, path};

/// The application.
#[component]
pub fn App() -> impl IntoView {
    view! { <Router><Routes fallback=|| "404"><Route path=path!("/") view={Lazy::<Home>::new()}/></Routes></Router> }
}

/// home
pub struct Home;
#[lazy_route]
impl LazyRoute for Home {
    fn data() -> Self { Home }
    fn view(_this: Self) -> AnyView {
        let (n, set) = signal(0);
        view! { <h1>"Hej"</h1><button on:click=move |_| set.update(|n| *n += 1)>{n}</button> }.into_any()
    }
}
/// shell
#[cfg(feature = "ssr")]
pub fn shell() -> impl IntoView {
    view! { <!DOCTYPE html><html lang="sv"><head></head><body><App/></body></html> }
}
