//! `/installningar/import`: a file to bring in, and those that came before.

use super::api::list_imports;
use crate::{
    files::file_name,
    house::page,
    page::{Page, text},
    settings::{SettingsReply, framed, loaded},
    ui::Icon,
};
use domain::{
    format::moment_in_list,
    imports::{Import, Kind},
    policy::Action,
};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

page!(
    /// `/installningar/import`
    ImportsPage in office, imports_page
);

fn imports_page() -> AnyView {
    let imports = Resource::new(|| (), |()| list_imports());
    let text = text();
    let content = view! {
        <NewImport/>
        <section aria-labelledby="tidigare">
            <h2 id="tidigare">{text.import_earlier()}</h2>
            {loaded(imports, earlier)}
        </section>
    };
    framed(Action::Import, text.import_title(), content.into_any())
}

/// What is in the file, and the file. Coming from a list, that list's kind is chosen.
#[component]
fn NewImport() -> impl IntoView {
    let text = text();
    let viewer = Page::current().viewer();
    let open: Vec<Kind> = Kind::ALL
        .into_iter()
        .filter(|kind| viewer.as_ref().is_some_and(|viewer| kind.is_open_to(viewer)))
        .collect();
    let wanted =
        SettingsReply::typed("vad").or_else(|| use_query_map().with_untracked(|query| query.get("vad")));
    let wanted = wanted
        .and_then(|slug| Kind::from_slug(&slug))
        .filter(|kind| open.contains(kind))
        .or(open.first().copied());
    let kinds = open.into_iter().map(|kind| {
        view! {
            <label>
                <input type="radio" name="vad" value=kind.slug() checked=wanted == Some(kind)/>
                {kind.name(text)}
            </label>
        }
    });
    view! {
        <section aria-labelledby="ny-import">
            <h2 id="ny-import">{text.import_new()}</h2>
            <p>{text.import_about()}</p>
            <form class="card" method="post" action="/installningar/import" enctype="multipart/form-data">
                <div class="card__b form">
                    <fieldset class="field">
                        <legend class="label">{text.import_what()}</legend>
                        <div class="seg seg--join">{kinds.collect_view()}</div>
                    </fieldset>
                    <label class="field">
                        <span class="label">{text.import_file()}</span>
                        <input class="in" type="file" name="fil" required aria-describedby="fil-om"
                            accept=".csv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"/>
                    </label>
                    <p class="hint" id="fil-om">{text.import_file_hint()}</p>
                    <div class="row"><button class="btn btn--pri"><Icon name="up"/>{text.import_upload()}</button></div>
                </div>
            </form>
        </section>
    }
    .into_any()
}

fn earlier(imports: Vec<Import>) -> AnyView {
    let (page, text) = (Page::current(), text());
    let today = page.viewer().map(|viewer| viewer.today).unwrap_or_default();
    if imports.is_empty() {
        return view! { <p>{text.import_none()}</p> }.into_any();
    }
    let rows = imports.into_iter().map(|import| {
        let address = format!("/installningar/import/{}", import.id);
        let rows = import.rows_in_words(text);
        view! {
            <li>
                <a class="imp__a" href=address>
                    <span class="imp__w">
                        <b>{import.kind.name(text)}</b>
                        <small>{file_name(&import.file_name)}</small>
                    </span>
                    <span class="num sec">{rows}</span>
                    <span>{import.state.name(text)}</span>
                    <small class="imp__by">{text.import_made(&import.made_by, &moment_in_list(import.made_at, today, text))}</small>
                </a>
            </li>
        }
    });
    view! { <ul class="card imp">{rows.collect_view()}</ul> }.into_any()
}
