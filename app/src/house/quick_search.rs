//! The search on top of every desk page. On the list it narrows what stands there as one types;
//! elsewhere Enter leads to the list.

use crate::{
    cases::filter_form::{LiveForm, QueryInput, Rest, address},
    page::text,
    ui::Icon,
};
use domain::{cases::Filter, views::Mark};
use leptos::prelude::*;
use leptos_router::{
    NavigateOptions,
    hooks::{use_location, use_navigate},
};

/// The form.
#[component]
pub(crate) fn QuickSearch() -> impl IntoView {
    let (text, location, navigate) = (text(), use_location(), use_navigate());
    let on_list = Memo::new(move |_| location.pathname.with(|path| path == "/arenden"));
    let filter = Memo::new(move |_| match on_list.get() {
        true => location.search.with(|query| Filter::from_query(query)),
        false => Filter::default(),
    });
    let advanced =
        Memo::new(move |_| on_list.get() && location.query.with(|query| query.get_str("utokad").is_some()));
    let mark = Memo::new(move |_| match on_list.get() {
        true => location.search.with(|query| Mark::of_query(query)).changing(),
        false => Mark::None,
    });
    let query = Signal::derive(move || filter.with(|filter| filter.query.clone()));
    let lead = move |filter: Filter, replace: bool| {
        // It stands on every screenful of the list; what is found begins at the top.
        let options = NavigateOptions { replace, scroll: true, ..Default::default() };
        navigate(&address(&filter, mark.get_untracked(), advanced.get_untracked()), options);
    };
    let form = LiveForm::new(filter, lead).live_while(on_list);
    view! {
        <form
            role="search"
            action="/arenden"
            class="qs"
            autocomplete="off"
            on:input=move |event| form.typed(&event)
            on:submit=move |event| form.submitted(&event)
        >
            <label class="in-ic">
                <Icon name="search"/>
                <span class="sr">{text.quick_search()}</span>
                <QueryInput form query class="in" placeholder=text.quick_search_hint()/>
                <kbd aria-hidden="true">"/"</kbd>
            </label>
            <Rest filter mark advanced except=&["q"]/>
        </form>
    }
    .into_any()
}
