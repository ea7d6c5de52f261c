//! What stands on every desk page: menu, quick search, quick lists, the way to a new case.

use super::{
    Forbidden, NewCase, Refresh, quick_search::QuickSearch, shortcuts::Shortcuts, theme::ThemeSwitch,
};
use crate::{
    cases::{
        NewCasePanel, Scrolled,
        api::count_cases,
        property::{Conflicts, Editing},
    },
    live::{Live, LiveMark},
    notifications::unread_badge,
    page::{Page, text},
    ui::{Avatar, Icon, ToastRegion, Toasts, picture},
};
use domain::{
    cases::{Feature, Filter, QuickCounts},
    people::Viewer,
    policy::{Action, can},
};
use leptos::{ev, prelude::*, task::spawn_local};
use leptos_meta::Body;
use leptos_router::hooks::use_location;

/// The frame around a desk page; a closed door for those who have no desk.
#[component]
pub(crate) fn Desk(children: Children) -> impl IntoView {
    let text = text();
    let Some(viewer) = Page::current().viewer().filter(|viewer| can(viewer, Action::UseDesk)) else {
        return view! { <Body attr:class=""/><Forbidden/> }.into_any();
    };
    Toasts::provide();
    Editing::provide();
    Refresh::provide();
    Scrolled::provide();
    NewCase::provide();
    let counts = Page::current().counts;
    Live::current().follow(move |_| {
        spawn_local(async move {
            if let Ok(fresh) = count_cases().await {
                counts.set(Some(fresh));
            }
        });
    });
    view! {
        <Body attr:class="app"/>
        // Left to the browser, which moves the focus along; the router would only scroll.
        <a class="skip" href="#main" rel="external">{text.skip_to_content()}</a>
        <Rail viewer/>
        <TopBar/>
        <Shortcuts/>
        {children()}
        <NewCasePanel/>
        <Conflicts/>
        <ToastRegion/>
    }
    .into_any()
}

#[component]
fn Rail(viewer: Viewer) -> impl IntoView {
    let (page, text) = (Page::current(), text());
    let here = use_location().pathname;
    let current = move |address: &'static str| {
        let is_here = move || match address {
            "/" => here.get() == "/",
            address => here.get().starts_with(address),
        };
        move || is_here().then_some("page")
    };
    view! {
        <nav class="rail" aria-label=text.main_menu()>
            <a class="brand" href="/">
                {picture("bm".to_owned(), format!("{}/sprite.svg#brand", page.assets()))}
                <span>{text.product()}</span>
            </a>
            <ul>
                <li>
                    <a class="rail__a" href="/" aria-current=current("/")>
                        <Icon name="start" size="i--l"/>
                        {text.menu_start()}
                    </a>
                </li>
                <li>
                    <a class="rail__a" href="/arenden" aria-current=current("/arenden")>
                        <Icon name="cases" size="i--l"/>
                        {text.menu_cases()}
                        <span class="rail__n">
                            <span class="sr">{text.menu_open_cases()}</span>
                            <Counted of=|counts| counts.open.to_string()/>
                        </span>
                    </a>
                </li>
                {can(&viewer, Action::SeeCustomers).then(|| view! {
                    <li>
                        <a class="rail__a" href="/kunder" aria-current=current("/kunder")>
                            <Icon name="customers" size="i--l"/>
                            {text.menu_customers()}
                        </a>
                    </li>
                })}
                {can(&viewer, Action::SearchPeople).then(|| view! {
                    <li>
                        <a class="rail__a" href="/anstallda" aria-current=current("/anstallda")>
                            <Icon name="people" size="i--l"/>
                            {text.menu_employees()}
                        </a>
                    </li>
                })}
                {can(&viewer, Action::ManageSettings).then(|| view! {
                    // A phone's bar has room for five; there it is reached from one's own page.
                    <li class="rail__desk">
                        <a class="rail__a" href="/installningar" aria-current=current("/installningar")>
                            <Icon name="settings" size="i--l"/>
                            {text.menu_settings()}
                        </a>
                    </li>
                })}
            </ul>
            <div class="rail__foot">
                <ThemeSwitch/>
                <a class="me" href="/jag" aria-current=current("/jag")>
                    <Avatar name=viewer.name.clone() class="av--me av--l"/>
                    <span class="me__w" aria-hidden="true">{text.menu_account()}</span>
                    <span class="me__name cut">{viewer.name}<small class="cut">{viewer.company_name}</small></span>
                </a>
            </div>
        </nav>
    }
}

#[component]
fn TopBar() -> impl IntoView {
    let (page, text) = (Page::current(), text());
    let counts = page.counts;
    let new_case = NewCase::current();
    let new = page.vocabulary(|words| words.initial_status().map(|status| status.slug.clone()));
    view! {
        <header class="top">
            <QuickSearch/>
            <nav class="quick" aria-label=text.quick_lists()>
                {page.uses(Feature::Responsible).then(|| view! {
                    <a href=Filter::mine().to_address()>
                        {text.my_cases()} " "
                        <span class="badge"><Counted of=|counts| counts.mine.to_string()/></span>
                    </a>
                })}
                {new.map(|slug| view! {
                    <a href=Filter::with_status(slug).to_address()>
                        {text.new_cases()} " "
                        <span class="badge"><Counted of=|counts| counts.new.to_string()/></span>
                    </a>
                })}
            </nav>
            <LiveMark/>
            <a class="btn btn--q btn--i top__told" href="/aviseringar" title=text.notifications()>
                <Icon name="bell"/>
                <span class="sr">{text.notifications()}</span>
                {move || counts.get().and_then(|counts| unread_badge(counts.unread))}
            </a>
            {page.may(Action::CreateCase).then(|| view! {
                <a
                    class="btn btn--pri top__new"
                    href="/arenden/nytt"
                    on:click=move |event: ev::MouseEvent| new_case.clicked(&event)
                >
                    <Icon name="plus"/>
                    <span>{text.new_case()}</span>
                    " "
                    <kbd aria-hidden="true">"N"</kbd>
                </a>
            })}
        </header>
    }
}

/// One of the counts that every page keeps.
#[component]
fn Counted(of: fn(QuickCounts) -> String) -> impl IntoView {
    let counts = Page::current().counts;
    move || counts.get().map(of)
}
