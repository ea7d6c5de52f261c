//! Texts that are written often, to choose from in the box where one comments.

use super::case::Case;
use crate::{
    page::{Page, text},
    settings::api::list_templates,
    ui::Icon,
};
use domain::{
    format,
    ids::TemplateId,
    templates::{Template, Variable, fill, warning},
};
use leptos::{ev, prelude::*};
use leptos_router::hooks::{use_location, use_query_map};

/// The one that the address chooses, for browsers without script: `?mall=3`.
pub(super) async fn chosen(id: Option<TemplateId>) -> Option<Template> {
    let id = id?;
    list_templates().await.ok()?.into_iter().find(|template| template.id == id)
}

/// The template's text about this case.
pub(super) fn filled(template: &Template, case: Case) -> String {
    let (page, text) = (Page::current(), text());
    let viewer = page.viewer();
    let row = case.row.get_untracked();
    let value = |variable| match variable {
        Variable::Customer => row.customer.as_ref().map(|(_, name)| name.clone()),
        Variable::Number => Some(row.number.to_string()),
        Variable::Subject => Some(row.subject.clone()),
        Variable::Responsible => row.responsible.as_ref().map(|person| person.name.clone()),
        Variable::Status => page.vocabulary(|words| Some(words.status(row.status)?.name.clone())),
        Variable::Due => row.due_on.map(|on| format::weekday_and_day(on, page.today(), text)),
        Variable::Me => viewer.as_ref().map(|viewer| viewer.name.clone()),
        Variable::Company => viewer.as_ref().map(|viewer| viewer.company_name.clone()),
    };
    fill(&template.body, |variable| {
        value(variable).filter(|_| variable.is_used(|feature| page.uses(feature)))
    })
}

/// The button, and the list when it is open: `?mallar`, or pressed.
#[component]
pub(super) fn TemplateChoice(case: Case, insert: Callback<String>) -> impl IntoView {
    let (page, text) = (Page::current(), text());
    let location = use_location();
    let is_linked = use_query_map().with_untracked(|query| query.get_str("mallar").is_some());
    let is_open = RwSignal::new(is_linked);
    let address = move |choice: &str| {
        let kept = location.search.get();
        let kept = kept.trim_start_matches('?').split('&').find(|pair| pair.starts_with("lista="));
        let path = location.pathname.get();
        kept.map_or_else(|| format!("{path}?{choice}"), |kept| format!("{path}?{kept}&{choice}"))
    };
    let toggle = move |event: ev::MouseEvent| {
        event.prevent_default();
        is_open.update(|open| *open = !*open);
    };
    let escape = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" && is_open.get_untracked() {
            event.stop_propagation();
            is_open.set(false);
        }
    };
    view! {
        <span class="comp__t" on:keydown=escape>
            <a class="btn btn--q btn--s" role="button" href=move || address("mallar")
                aria-expanded=move || is_open.get().to_string() on:click=toggle>
                <Icon name="list" size="i--s"/>
                {text.template_choose()}
            </a>
            {move || is_open.get().then(|| {
                let stored = Resource::new(|| (), |()| list_templates());
                let option = move |template: Template| {
                    let choose = template.clone();
                    let chosen = move |event: ev::MouseEvent| {
                        event.prevent_default();
                        is_open.set(false);
                        insert.run(filled(&choose, case));
                    };
                    let warning = warning(&template.body, |feature| page.uses(feature), text);
                    let is_warned = warning.is_some();
                    view! {
                        <a class="opt" class=("opt--2", is_warned) href=address(&format!("mall={}", template.id)) on:click=chosen>
                            <span>{template.name}{warning.map(|warning| view! { <span class="hint">{warning}</span> })}</span>
                        </a>
                    }
                };
                view! {
                    <div class="pop" role="group" aria-label=text.template_choose()>
                        <Suspense>
                            {move || Suspend::new(async move {
                                match stored.await.unwrap_or_default() {
                                    none if none.is_empty() => {
                                        view! { <p class="pop__h">{text.template_none()}</p> }.into_any()
                                    }
                                    some => some.into_iter().map(option).collect_view().into_any(),
                                }
                            })}
                        </Suspense>
                    </div>
                }
            })}
        </span>
    }
}
