//! Saved views above the list: the pinned ones among the tabs, all of them in a menu, and what the
//! shown one is no longer.

use super::{menu::fold_on_escape, state::List};
use crate::{
    AppError,
    page::{Page, text},
    ui::{Icon, Toasts},
    views::api::keep_filter,
};
use domain::{
    ids::ViewId,
    views::{Mark, SavedView, oddities},
};
use leptos::{ev, html, prelude::*, task::spawn_local};

/// The pinned ones, and the one that is shown if it is not among them.
#[component]
pub(super) fn ViewTabs() -> impl IntoView {
    let list = List::current();
    let shown = Memo::new(move |_| list.view().map(|(view, _)| view.id));
    let tabs = move || {
        let shown = shown.get();
        list.views.with(|views| {
            let tabs = views.all.iter().filter(|view| view.stands_above() || Some(view.id) == shown);
            tabs.map(|view| (view.id, view.name.clone(), view.address())).collect::<Vec<_>>()
        })
    };
    let tab = move |(id, name, address): (ViewId, String, String)| {
        let count = move || {
            let count = list
                .counted
                .with(|counted| counted.iter().find(|(of, _)| *of == id).map(|(_, count)| *count));
            count.map(|count| view! { " " <small>{count.to_string()}</small> })
        };
        view! {
            <a href=address aria-current=move || (shown.get() == Some(id)).then_some("page")>{name} {count}</a>
        }
    };
    view! { <For each=tabs key=Clone::clone children=tab/> }.into_any()
}

/// All of them, and the way to arrange them. Without any there is nothing to choose.
#[component]
pub(super) fn ViewMenu() -> impl IntoView {
    let (text, list) = (text(), List::current());
    let node = NodeRef::<html::Details>::new();
    let shown = Memo::new(move |_| list.view().map(|(view, _)| view.id));
    let link = move |view: &SavedView| {
        let id = view.id;
        let fold = move |_| {
            if let Some(details) = node.get_untracked() {
                details.set_open(false);
            }
        };
        view! {
            <a class="opt" href=view.address() aria-current=move || (shown.get() == Some(id)).then_some("page") on:click=fold>
                <span class="cut">{view.name.clone()}</span>
                {move || (shown.get() == Some(id)).then(|| view! { <Icon name="check" size="i--s"/> })}
            </a>
        }
    };
    move || {
        list.views.with(|views| !views.all.is_empty()).then(|| {
            view! {
                <details class="vw" node_ref=node name="filter" on:keydown=move |event| fold_on_escape(node, &event)>
                    <summary class="btn btn--q btn--s">{text.views_more()}<Icon name="down" size="i--s"/></summary>
                    <nav class="pop" aria-label=text.views_all_of_them()>
                        {move || list.views.with(|views| views.all.iter().map(link).collect_view())}
                        <hr/>
                        <a class="opt" href="/arenden/vyer"><Icon name="sliders" size="i--s"/>{text.views_arrange()}</a>
                    </nav>
                </details>
            }
        })
    }
}

/// "Klagomål är ändrad": to save it so, for those who may, or to have it back as it was.
#[component]
pub(super) fn ViewChanged() -> impl IntoView {
    let list = List::current();
    let changed = Memo::new(move |_| list.view().filter(|(_, is_changed)| *is_changed).map(|(view, _)| view));
    move || changed.get().map(|view| view! { <Changed view/> })
}

#[component]
fn Changed(view: SavedView) -> impl IntoView {
    let (text, list, toasts) = (text(), List::current(), Toasts::current());
    let may_change = Page::current().viewer().is_some_and(|viewer| view.may_be_changed_by(&viewer));
    let (id, name) = (view.id, view.name.clone());
    let query = move || list.filter.with(|filter| filter.from_start().to_query());
    let submitted = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let (query, name) = (untrack(query), view.name.clone());
        spawn_local(async move {
            match keep_filter(id, query.clone()).await {
                Ok(()) => {
                    let mut address = None;
                    list.views.try_update(|views| {
                        if let Some(view) = views.all.iter_mut().find(|view| view.id == id) {
                            view.query = query;
                            address = Some(view.address());
                        }
                    });
                    if let Some(address) = address {
                        list.lead(&address, true);
                        toasts.receipt(text.view_saved(&name), None);
                    }
                }
                Err(AppError(problem)) => toasts.error(problem.sentence(text), None),
            }
        });
    };
    let save = may_change.then(|| {
        view! {
            <form method="post" action=format!("/arenden/vyer/{id}/urval") on:submit=submitted>
                <input type="hidden" name="fraga" value=query/>
                <input type="hidden" name=Mark::PARAM value=Mark::Changed(id).as_text()/>
                <button class="btn btn--s">{text.view_save_changes()}</button>
            </form>
        }
    });
    view! {
        <span class="vwch" role="status">{text.view_changed(&name)}</span>
        {save}
        <a href=move || list.views.with(|views| views.get(id).map(SavedView::address)) data-noscroll="">{text.view_restore()}</a>
    }
    .into_any()
}

/// What one should know of the view: it is not there, or names what has changed since.
#[component]
pub(super) fn ViewNotice() -> impl IntoView {
    let (page, text, list) = (Page::current(), text(), List::current());
    let told = Memo::new(move |_| {
        let mark = list.mark.get();
        if list.views.with(|views| views.misses(mark)) {
            return Some(text.view_missing().to_owned());
        }
        list.view()?;
        let odd = list.filter.with(|filter| {
            list.views.with(|views| page.vocabulary(|words| oddities(filter, words, &views.left)))
        });
        let sentences: Vec<_> = odd.iter().map(|odd| odd.sentence(text)).collect();
        (!sentences.is_empty()).then(|| format!("{} {}", text.view_odd(), sentences.join(" ")))
    });
    move || {
        told.get().map(|sentence| {
            view! { <div class="ban ban--warn" role="status"><Icon name="alert"/><p>{sentence}</p></div> }
        })
    }
}
