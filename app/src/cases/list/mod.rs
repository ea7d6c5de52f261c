//! The list: `/arenden` with its filters, paging and changes of many.
//!
//! The first page comes with the document. After that the address is the one source: whatever
//! changes it (a link, a filter, the browser's back) makes [`state::List`] load what it says, and the
//! rows that stand keep their nodes, their focus and their ticks.

mod advanced;
mod bulk;
mod chips;
mod cursor;
mod empty;
mod filter_bar;
mod fitting;
mod head;
mod menu;
mod names;
mod new_cases;
mod outcome;
mod pager;
mod picklist;
mod receipt;
mod row;
mod save_view;
mod scrolled;
mod selection;
mod state;
mod table;
mod tick;
mod views;
mod who;
mod words;

use crate::{
    house::{KeyHints, page},
    page::{Page, text},
    ui::{Icon, Toasts},
};
use advanced::Advanced;
use bulk::BulkBar;
use chips::Chips;
use cursor::Cursor;
use domain::{policy::Action, problem::Problem};
use empty::Empty;
use filter_bar::FilterBar;
use fitting::Fitting;
use head::Head;
use leptos::{either::Either, prelude::*};
use leptos_meta::Title;
use leptos_router::hooks::use_location;
use new_cases::NewCases;
use outcome::{Banner, Outcome};
use pager::Pager;
pub(crate) use scrolled::Scrolled;
use selection::Selected;
use state::{List, Start};
use table::Table;
use views::ViewNotice;
use who::Who;

page!(
    /// `/arenden`
    CasesPage in cases, cases_page
);

fn cases_page() -> AnyView {
    #[cfg(feature = "ssr")]
    crate::house::style_until_hydrated(include_str!("../../../../style/cases_unhydrated.css"));
    let (page, location) = (Page::current(), use_location());
    on_cleanup(move || page.forget_reply());
    let query = location.search.get_untracked();
    let searches = location.query.with_untracked(|query| {
        let typed = |who: Who| query.get(who.search_param()).filter(|typed| !typed.trim().is_empty());
        Who::ALL.into_iter().filter_map(|who| Some((who, typed(who)?))).collect::<Vec<_>>()
    });
    let start = Resource::new_blocking(|| (), move |()| Start::load(query.clone(), searches.clone()));
    view! {
        <Title text=text().cases_title()/>
        <main class="main main--flat" id="main" tabindex="-1">
            <Suspense fallback=Skeleton>
                {move || Suspend::new(async move {
                    match start.await {
                        Ok(start) => Either::Left(view! { <Cases start/> }),
                        Err(error) => Either::Right(view! { <Failed problem=error.0/> }),
                    }
                })}
            </Suspense>
        </main>
    }
    .into_any()
}

/// Everything within the page, once its first rows are there.
#[component]
fn Cases(start: Start) -> impl IntoView {
    let list = List::provide(start);
    let selected = Selected::provide(list);
    Toasts::current().stand_over(move || selected.is_any());
    Outcome::provide(list);
    Cursor::provide(list, selected);
    Scrolled::take_up();
    view! {
        <div class="cases" data-sel=move || selected.is_any().then_some("")>
            <Head/>
            <ViewNotice/>
            <FilterBar/>
            <Advanced/>
            <Chips/>
            <Banner/>
            {move || list.problem.get().map(|problem| view! { <Failed problem/> })}
            <Fitting/>
            <NewCases/>
            <div class="tblbox" aria-busy=move || list.busy.get().then_some("true") data-slow=move || list.slow.get().then_some("")>
                <Empty/>
                <Table/>
                <Pager/>
                {move || list.rows.with(|rows| !rows.is_empty()).then(|| view! { <KeyHints/> })}
                {Page::current().may(Action::ChangeCase).then(|| view! { <BulkBar/> })}
            </div>
        </div>
    }
    .into_any()
}

/// The rows could not be fetched: why, and a link to the same address.
#[component]
fn Failed(problem: Problem) -> impl IntoView {
    let (text, here) = (text(), use_location());
    let again = move || format!("/arenden?{}", here.search.get());
    view! {
        <div class="ban ban--dan" role="alert">
            <Icon name="alert"/>
            <p>
                <strong>{text.cases_failed()}</strong>
                {problem.sentence(text)} " "
                <a href=again rel="external">{text.try_again()}</a>
            </p>
        </div>
    }
    .into_any()
}

/// What stands while the first rows are on their way to a page that was opened by a link.
#[component]
fn Skeleton() -> impl IntoView {
    const CELLS: [(&str, &str); 10] = [
        ("c-nr", "sk sk--s"),
        ("c-subject", "sk sk--l"),
        ("c-customer", "sk sk--m"),
        ("c-responsible", "sk sk--l"),
        ("c-priority", "sk sk--m"),
        ("c-status", "sk sk--l"),
        ("c-type", "sk sk--m"),
        ("c-channel", "sk sk--l"),
        ("c-created", "sk sk--m"),
        ("c-due", "sk sk--l"),
    ];
    let cell =
        |(column, bar): &(&str, &str)| format!("<td class='{column}'><span class='{bar}'></span></td>");
    let cells: String = CELLS.iter().map(cell).collect();
    let row =
        format!("<tr><td class='c-pick'><label><span class='sk sk--box'></span></label></td>{cells}</tr>");
    view! {
        <div class="cases" aria-busy="true">
            <span class="sr" role="status">{text().cases_loading()}</span>
            <div class="tblbox">
                <table class="tbl" aria-hidden="true"><tbody inner_html=row.repeat(8)></tbody></table>
            </div>
        </div>
    }
    .into_any()
}
