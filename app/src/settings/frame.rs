//! What stands on every page of the settings.

use super::SettingsReply;
use crate::{
    AppError,
    house::{Forbidden, NotFound},
    page::{Page, text},
    ui::Icon,
};
use domain::{
    policy::{Action, can},
    problem::Problem,
};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::{use_location, use_query_map};

/// Heading, the way between the pages, and what the last form was told; a closed door for those who
/// may not.
pub(crate) fn framed(needs: Action, title: &'static str, content: AnyView) -> AnyView {
    let (page, text) = (Page::current(), text());
    if !page.viewer().is_some_and(|viewer| can(&viewer, needs)) {
        return view! { <Forbidden/> }.into_any();
    }
    on_cleanup(move || page.forget_reply());
    let refusal = page.reply().map(|reply: SettingsReply| alert(&reply.problem));
    let is_saved = use_query_map().with_untracked(|query| query.get_str("sparat").is_some());
    view! {
        <Title text=title/>
        <main class="main" id="main" tabindex="-1">
            <div class="page">
                <div class="page__head"><h1>{text.settings_title()}</h1></div>
                <div class="set">
                    <Ways/>
                    <div>
                        {refusal}
                        {is_saved.then(|| view! {
                            <div class="ban ban--ok" role="status"><Icon name="circlecheck"/><p>{text.settings_saved()}</p></div>
                        })}
                        {content}
                    </div>
                </div>
            </div>
        </main>
    }
    .into_any()
}

/// What comes from the server, once it is there.
pub(crate) fn loaded<T: Clone + Send + Sync + 'static>(
    found: Resource<Result<T, AppError>>,
    draw: impl Fn(T) -> AnyView + Copy + Send + Sync + 'static,
) -> AnyView {
    view! {
        <Suspense>
            {move || Suspend::new(async move {
                match found.await {
                    Ok(found) => draw(found),
                    Err(AppError(Problem::NotFound)) => view! { <NotFound/> }.into_any(),
                    Err(AppError(problem)) => alert(&problem),
                }
            })}
        </Suspense>
    }
    .into_any()
}

fn alert(problem: &Problem) -> AnyView {
    let sentence = problem.sentence(text());
    view! { <div class="ban ban--dan" role="alert"><Icon name="alert"/><p>{sentence}</p></div> }.into_any()
}

#[component]
fn Ways() -> impl IntoView {
    let (page, text) = (Page::current(), text());
    let here = use_location().pathname;
    let way = move |needs: Action, address: &'static str, name: &'static str| {
        let is_here = move || match address {
            "/installningar" => {
                let here = here.get();
                let below = here.strip_prefix(address);
                below.is_some_and(|below| {
                    below.is_empty() || ["/statusar", "/typer"].iter().any(|word| below.starts_with(word))
                })
            }
            address => here.get().starts_with(address),
        };
        let may = page.viewer().is_some_and(|viewer| can(&viewer, needs));
        may.then(|| view! { <a href=address aria-current=move || is_here().then_some("page")>{name}</a> })
    };
    let settings = Action::ManageSettings;
    view! {
        <nav class="set__n" aria-label=text.settings_nav()>
            <h2>{text.settings_cases()}</h2>
            {way(settings, "/installningar", text.settings_words())}
            {way(settings, "/installningar/mallar", text.settings_templates())}
            <h2>{text.settings_company()}</h2>
            {way(settings, "/installningar/foretag", text.settings_company_data())}
            {way(Action::ManageRoles, "/installningar/roller", text.settings_roles())}
            {way(Action::Import, "/installningar/import", text.import_title())}
            {way(Action::UseDesk, "/installningar/widgetar", text.widgets_title())}
        </nav>
    }
}
