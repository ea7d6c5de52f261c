//! The map of all pages on one screen. Their code comes by wings, when one of a wing is visited.

use super::{NotFound, desk::Desk, wing::UNTIL_HYDRATED};
use crate::{
    account::{AccountPage, LoginPage},
    cases::{CasesPage, NewCasePage, OneCasePage},
    customers::{CustomerPageOf, CustomersPage, EditCustomerPage, NewCustomerPage},
    employees::{
        ChoosePasswordPage, EditEmployeePage, EmployeePage, EmployeesPage, HandOverPage, NewEmployeePage,
        TeamsPage,
    },
    imports::{ImportPage, ImportsPage},
    live::Live,
    notifications::NotificationsPage,
    page::Page,
    phone::{PhoneAccountPage, PhoneCasePage, PhoneCasesPage, PhoneNewPage, PhoneNotificationsPage},
    portal::PortalPage,
    settings::{
        CompanyPage, RolePage, RolesPage, StatusRemovalPage, TemplatesPage, TypeRemovalPage, WordsPage,
    },
    start::StartPage,
    ui::raw_text,
    views::ViewsPage,
    widgets::WidgetsPage,
};
use leptos::prelude::*;
use leptos_meta::{Title, provide_meta_context};
use leptos_router::{
    Lazy,
    components::{Outlet, ParentRoute, Route, Router, Routes},
    path,
};

/// The application.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    Page::provide();
    Live::provide();
    let product = Page::current().text().product();
    view! {
        <Title formatter=move |page: String| raw_text(title(&page, product)) text=title_until_hydrated(product)/>
        <Router>
            <Routes fallback=NotFound>
                <Route path=path!("/logga-in") view={Lazy::<LoginPage>::new()}/>
                <Route path=path!("/valj-losenord") view={Lazy::<ChoosePasswordPage>::new()}/>
                <Route path=path!("/portal") view={Lazy::<PortalPage>::new()}/>
                <Route path=path!("/m") view={Lazy::<PhoneCasesPage>::new()}/>
                <Route path=path!("/m/arenden/:number") view={Lazy::<PhoneCasePage>::new()}/>
                <Route path=path!("/m/nytt") view={Lazy::<PhoneNewPage>::new()}/>
                <Route path=path!("/m/aviseringar") view={Lazy::<PhoneNotificationsPage>::new()}/>
                <Route path=path!("/m/jag") view={Lazy::<PhoneAccountPage>::new()}/>
                <ParentRoute path=path!("") view=|| view! { <Desk><Outlet/></Desk> }>
                    <Route path=path!("/") view={Lazy::<StartPage>::new()}/>
                    <Route path=path!("/arenden") view={Lazy::<CasesPage>::new()}/>
                    <Route path=path!("/arenden/nytt") view={Lazy::<NewCasePage>::new()}/>
                    <Route path=path!("/arenden/vyer") view={Lazy::<ViewsPage>::new()}/>
                    <Route path=path!("/arenden/:number") view={Lazy::<OneCasePage>::new()}/>
                    <Route path=path!("/kunder") view={Lazy::<CustomersPage>::new()}/>
                    <Route path=path!("/kunder/ny") view={Lazy::<NewCustomerPage>::new()}/>
                    <Route path=path!("/kunder/:number") view={Lazy::<CustomerPageOf>::new()}/>
                    <Route path=path!("/kunder/:number/redigera") view={Lazy::<EditCustomerPage>::new()}/>
                    <Route path=path!("/anstallda") view={Lazy::<EmployeesPage>::new()}/>
                    <Route path=path!("/anstallda/ny") view={Lazy::<NewEmployeePage>::new()}/>
                    <Route path=path!("/anstallda/team") view={Lazy::<TeamsPage>::new()}/>
                    <Route path=path!("/anstallda/:number") view={Lazy::<EmployeePage>::new()}/>
                    <Route path=path!("/anstallda/:number/redigera") view={Lazy::<EditEmployeePage>::new()}/>
                    <Route path=path!("/anstallda/:number/lamna-over") view={Lazy::<HandOverPage>::new()}/>
                    <Route path=path!("/aviseringar") view={Lazy::<NotificationsPage>::new()}/>
                    <Route path=path!("/jag") view={Lazy::<AccountPage>::new()}/>
                    <Route path=path!("/installningar") view={Lazy::<WordsPage>::new()}/>
                    <Route path=path!("/installningar/statusar/:id/bort") view={Lazy::<StatusRemovalPage>::new()}/>
                    <Route path=path!("/installningar/typer/:id/bort") view={Lazy::<TypeRemovalPage>::new()}/>
                    <Route path=path!("/installningar/foretag") view={Lazy::<CompanyPage>::new()}/>
                    <Route path=path!("/installningar/mallar") view={Lazy::<TemplatesPage>::new()}/>
                    <Route path=path!("/installningar/import") view={Lazy::<ImportsPage>::new()}/>
                    <Route path=path!("/installningar/import/:id") view={Lazy::<ImportPage>::new()}/>
                    <Route path=path!("/installningar/widgetar") view={Lazy::<WidgetsPage>::new()}/>
                    <Route path=path!("/installningar/roller") view={Lazy::<RolesPage>::new()}/>
                    <Route path=path!("/installningar/roller/:id") view={Lazy::<RolePage>::new()}/>
                </ParentRoute>
            </Routes>
            {announce_hydration}
        </Router>
    }
}

/// The list is called as the product is.
fn title(page: &str, product: &str) -> String {
    if page == product { page.to_owned() } else { format!("{page} – {product}") }
}

/// The page's own title is only known again when its chunk of wasm has come: until then it stays as it came.
fn title_until_hydrated(product: &'static str) -> String {
    if cfg!(feature = "ssr") {
        return product.to_owned();
    }
    let title = document().title();
    title.strip_suffix(&format!(" – {product}")).unwrap_or(&title).to_owned()
}

/// Says on `<html>` that controls work now. It stands after the routes as a closure, for those are
/// hydrated only once their chunk of wasm has come, and a closure is not run before its turn; the
/// effect then follows those of the page. News come after it too: what is heard earlier would change
/// what is about to be hydrated.
fn announce_hydration() {
    let live = Live::current();
    Effect::new(move |_| {
        live.begin();
        if let Some(rules) = document().get_element_by_id(UNTIL_HYDRATED) {
            rules.remove();
        }
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute("data-hydrated", "");
        }
    });
}
