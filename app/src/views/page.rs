//! `/arenden/vyer`: all views that one sees, their order, which are pinned and what opens first. Plain
//! forms that load the page anew.

use super::api::arranged_views;
use crate::{
    AppError,
    house::page,
    page::{Page, text},
    settings::{SettingsReply, move_buttons},
    ui::{Icon, alert},
};
use domain::{
    cases::{Count, Filter},
    people::Viewer,
    settings::NAME_LIMIT,
    views::{Arrange, Audience, Counted, Mark, SavedView, Views},
};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

page!(
    /// `/arenden/vyer`
    ViewsPage in office, views_page
);

/// The form that the buttons of all rows belong to.
const FORM: &str = "ordna";

fn views_page() -> AnyView {
    let (page, text) = (Page::current(), text());
    on_cleanup(move || page.forget_reply());
    let refusal = page.reply().map(|reply: SettingsReply| alert(reply.problem.sentence(text)));
    let is_saved = use_query_map().with_untracked(|query| query.get_str("sparat").is_some());
    let stored = Resource::new(|| (), |()| arranged_views());
    let list = move || {
        Suspend::new(async move {
            match stored.await {
                Ok((views, counts)) => shown(&views, &counts),
                Err(AppError(problem)) => alert(problem.sentence(text)),
            }
        })
    };
    view! {
        <Title text=text.views()/>
        <main class="main" id="main" tabindex="-1">
            <div class="page page--slim">
                <nav class="crumbs" aria-label=text.breadcrumbs()>
                    <a href=Mark::All.add_to(Filter::default().to_address())><Icon name="left" size="i--s"/>{text.cases_title()}</a>
                </nav>
                <div class="page__head"><h1>{text.views()}</h1></div>
                <p class="sec lead">{text.views_arrange_about()}</p>
                {refusal}
                {is_saved.then(|| view! {
                    <div class="ban ban--ok" role="status"><Icon name="circlecheck"/><p>{text.settings_saved()}</p></div>
                })}
                <Suspense>{list}</Suspense>
            </div>
        </main>
    }
    .into_any()
}

fn shown(views: &Views, counts: &[Counted]) -> AnyView {
    let text = text();
    let Some(viewer) = Page::current().viewer() else { return ().into_any() };
    if views.all.is_empty() {
        return view! { <section class="card"><p class="card__b sec">{text.views_none()}</p></section> }
            .into_any();
    }
    let audiences = views.audiences(&viewer);
    let last = views.all.len() - 1;
    let rows = views.all.iter().enumerate().map(|(place, view)| {
        let count = counts.iter().find(|counted| counted.view == view.id).map(|counted| counted.count);
        let ends = (place == 0, place == last);
        row(view, count, ends, &viewer, &audiences)
    });
    let opens_with = views.default_view().map(|view| {
        let (name, value) = Arrange::NoDefault.as_field();
        view! {
            <p class="vws__d">
                {text.view_default_about(&view.name)}
                <button class="btn btn--s" form=FORM name=name value=value>{text.view_no_default()}</button>
            </p>
        }
    });
    view! {
        <form id=FORM method="post" action="/arenden/vyer/ordna"></form>
        {opens_with}
        <section class="card" aria-label=text.views()><ul class="vws">{rows.collect_view()}</ul></section>
    }
    .into_any()
}

fn row(
    view: &SavedView,
    count: Option<Count>,
    (is_first, is_last): (bool, bool),
    viewer: &Viewer,
    audiences: &[(Audience, String)],
) -> AnyView {
    let text = text();
    let (id, name) = (view.id, view.name.clone());
    let by = (view.owner.id != viewer.person).then(|| format!(", {}", text.view_by(&view.owner.name)));
    let step = |step: Arrange, word: &'static str, label: String| {
        let (name, value) = step.as_field();
        view! { <button class="btn btn--s" form=FORM name=name value=value aria-label=label>{word}</button> }
    };
    let pin = match view.pinned {
        true => step(Arrange::Unpin(id), text.view_unpin(), text.view_unpin_it(&name)),
        false => step(Arrange::Pin(id), text.view_pin(), text.view_pin_it(&name)),
    };
    let first = match view.is_default {
        true => view! { <span class="tag">{text.view_default()}</span> }.into_any(),
        false => {
            step(Arrange::Default(id), text.view_make_default(), text.view_make_default_it(&name)).into_any()
        }
    };
    let change = view.may_be_changed_by(viewer).then(|| change(view, audiences));
    view! {
        <li id=format!("vy-{id}")>
            {move_buttons(FORM, id.to_string(), &name, is_first, is_last)}
            <div class="vws__n">
                <a href=view.address()>{name}</a>
                {view.is_idle.then(|| view! { " " <span class="tag">{text.view_idle()}</span> })}
                {count.filter(|_| !view.is_idle).map(|count| view! { " " <small class="num">{count.to_string()}</small> })}
                <small class="vws__f">{view.audience_words(text)} {by}</small>
            </div>
            <div class="vws__b">{first} {pin}</div>
            {change}
        </li>
    }
    .into_any()
}

/// Its name and whom it is for, and its removal, folded away.
fn change(view: &SavedView, audiences: &[(Audience, String)]) -> AnyView {
    let text = text();
    let address = format!("/arenden/vyer/{}", view.id);
    // Whom it is for stays a choice of those who may not share.
    let kept = (!audiences.iter().any(|(audience, _)| *audience == view.audience))
        .then(|| (view.audience, view.audience_words(text)));
    let current = view.audience;
    let option = |(audience, words): (Audience, String)| {
        view! { <option value=audience.as_text() selected=audience == current>{words}</option> }
    };
    view! {
        <details class="vws__c">
            <summary class="btn btn--q btn--s" aria-label=text.view_change_it(&view.name)>
                {text.view_change()}<Icon name="down" size="i--s"/>
            </summary>
            <form class="adm__g" method="post" action=address.clone() autocomplete="off">
                <label class="field">
                    <span class="label">{text.view_name()}</span>
                    <input class="in" name="namn" required maxlength=NAME_LIMIT.to_string() value=view.name.clone()/>
                </label>
                <label class="field">
                    <span class="label">{text.view_for()}</span>
                    <select class="in" name="for">
                        {audiences.iter().cloned().chain(kept).map(option).collect_view()}
                    </select>
                </label>
                <button class="btn btn--pri">{text.save()}</button>
                <button class="btn btn--dan" formaction=format!("{address}/bort") aria-label=text.view_remove_it(&view.name)>
                    <Icon name="trash" size="i--s"/>{text.remove()}
                </button>
            </form>
        </details>
    }
    .into_any()
}
