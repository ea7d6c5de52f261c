//! The frame of the phone's pages: what the thumb reaches.

use crate::{
    house::Forbidden,
    page::{Page, text},
    ui::Icon,
};
use domain::policy::{Action, can};
use leptos::prelude::*;
use leptos_meta::Body;

/// Where the thumb can go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tab {
    Cases,
    New,
    Me,
}

/// The frame; a closed door for those who have no phone pages. Pages with a button or a field at
/// their foot have no tabs.
#[component]
pub(super) fn Phone(
    /// Which tab one stands on.
    #[prop(optional)]
    tab: Option<Tab>,
    children: Children,
) -> impl IntoView {
    let allowed = Page::current().viewer().is_some_and(|viewer| can(&viewer, Action::UsePhone));
    if !allowed {
        return view! { <Body attr:class=""/><Forbidden/> }.into_any();
    }
    view! {
        <Body attr:class="mob"/>
        {children()}
        {tab.map(tabs)}
    }
    .into_any()
}

fn tabs(current: Tab) -> impl IntoView {
    let text = text();
    let link = move |tab: Tab| {
        let (address, icon, word) = match tab {
            Tab::Cases => ("/m", "cases", text.menu_cases()),
            Tab::New => ("/m/nytt", "plus", text.new_case()),
            Tab::Me => ("/m/jag", "user", text.menu_account()),
        };
        view! { <a href=address aria-current=(tab == current).then_some("page")><Icon name=icon/>{word}</a> }
    };
    let may_create = Page::current().may(Action::CreateCase);
    let tabs = [Tab::Cases, Tab::New, Tab::Me].into_iter().filter(|tab| may_create || *tab != Tab::New);
    view! {
        <nav class="mt" aria-label=text.main_menu()>{tabs.map(link).collect_view()}</nav>
    }
}
