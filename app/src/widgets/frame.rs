//! The small page itself, in plain HTML. Server only.

use crate::{
    page::{Page, PageData, Theme, text},
    ui::{ChannelMark, Due, Icon, PriorityGlyph, StatusMark},
};
use domain::{
    cases::{CaseRow, Feature, Glance, Vocabulary},
    format,
    people::Viewer,
    policy::{Action, can},
    widgets::Widget,
};
use leptos::prelude::*;

/// Which of the two lists.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum List {
    Mine,
    New,
}

/// What the page knows beside the cases.
pub(super) struct Around {
    pub(super) assets: String,
    pub(super) theme: Theme,
    /// Where links lead: our own site, in the whole window.
    pub(super) site: String,
    /// What the way to the other list carries on.
    pub(super) query: String,
}

/// The list that is meant: one's own hang on who is responsible, and a company may do without that.
pub(super) const fn in_use(list: List, words: &Vocabulary) -> List {
    if words.uses(Feature::Responsible) { list } else { List::New }
}

/// The document.
pub(super) fn document(viewer: &Viewer, widget: Widget, list: List, around: Around) -> String {
    let Around { assets, theme, site, query } = around;
    let icon = format!("{assets}/icon.svg");
    let data = PageData {
        assets,
        theme,
        language: viewer.language,
        viewer: Some(viewer.clone()),
        vocabulary: widget.vocabulary,
        counts: None,
        reply: None,
        news: String::new(),
    };
    let list = in_use(list, &data.vocabulary);
    let has_mine = data.vocabulary.uses(Feature::Responsible);
    let may_create = can(viewer, Action::CreateCase);
    let folder = folder(viewer);
    let cases = format!("{site}{folder}");
    let all = match (folder, list) {
        ("/m/arenden", _) => format!("{site}/m"),
        (_, List::Mine) => format!("{cases}?ansvarig=jag"),
        (_, List::New) => format!("{cases}?status={}", initial(&data.vocabulary)),
    };
    let new_case = if folder == "/arenden" { format!("{cases}/nytt") } else { format!("{site}/m/nytt") };
    let body = Owner::new().with(move || {
        provide_context(data);
        Page::provide();
        let text = text();
        let name = if list == List::Mine { text.my_cases() } else { text.new_cases_heading() };
        let tab = |which: List, path: &str, name: &'static str, glance: &Glance| {
            let current = (which == list).then_some("page");
            let count = glance.matching.to_string();
            view! { <a href=format!("/widget/{path}{query}") aria-current=current>{name} " " <b>{count}</b></a> }
        };
        let tabs = (
            has_mine.then(|| tab(List::Mine, "mina", text.my_cases(), &widget.mine)),
            tab(List::New, "nya", text.new_cases(), &widget.new),
        );
        let rows = if list == List::Mine { widget.mine.rows } else { widget.new.rows };
        let is_empty = rows.is_empty();
        let rows = rows.into_iter().map(|case| row(case, list, &cases)).collect_view();
        view! {
            <main>
                <nav aria-label=text.cases_title()>{tabs}</nav>
                <h1 class="sr">{name}</h1>
                {is_empty.then(|| view! { <p>{text.widget_nothing()}</p> })}
                <ul>{rows}</ul>
                <footer>
                    <a href=all target="_top">{text.show_all()}</a>
                    {may_create.then(|| view! {
                        <a class="btn" href=new_case target="_top"><Icon name="plus"/>{text.new_case()}</a>
                    })}
                </footer>
            </main>
        }
        .to_html()
    });
    whole(viewer.language.code(), theme, &icon, &body)
}

/// Where the viewer's cases are: at the desk or on the phone.
pub(super) fn folder(viewer: &Viewer) -> &'static str {
    if can(viewer, Action::UseDesk) { "/arenden" } else { "/m/arenden" }
}

/// Asks whoever has neither session nor key to log in, in the whole window.
pub(super) fn closed(site: &str, assets: &str, theme: Theme, language: domain::text::Language) -> String {
    let body = format!(
        r#"<main><p><a href="{site}/logga-in" target="_top">{}</a></p></main>"#,
        language.widget_login()
    );
    whole(language.code(), theme, &format!("{assets}/icon.svg"), &body)
}

fn whole(language: &str, theme: Theme, icon: &str, body: &str) -> String {
    format!(
        r#"<!doctype html><html lang="{language}" data-theme="{}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Ärenden</title><link rel="icon" href="{icon}"><link rel="stylesheet" href="/widget/stil.css"></head><body>{body}</body></html>"#,
        theme.as_str()
    )
}

fn initial(words: &Vocabulary) -> String {
    words.initial_status().map(|status| status.slug.clone()).unwrap_or_default()
}

fn row(case: CaseRow, list: List, cases: &str) -> AnyView {
    let (page, text) = (Page::current(), text());
    let customer = page
        .uses(Feature::Customer)
        .then(|| case.customer.map_or_else(|| text.without_customer().to_owned(), |(_, name)| name));
    let second = match list {
        List::Mine => view! { <StatusMark status=case.status/> }.into_any(),
        List::New => {
            let at = format::moment_in_list(case.created_at, page.today(), text);
            let channel = page.uses(Feature::Channel).then(|| {
                view! { <span class="ch"><ChannelMark channel=case.channel narrow=true/></span> }
            });
            view! { {channel} " " <time>{at}</time> }.into_any()
        }
    };
    view! {
        <li>
            <a class="case" href=format!("{cases}/{}", case.number) target="_top">
                <PriorityGlyph priority=case.priority/>
                <span class="t">{case.subject}</span>
                <span class="r"><Due on=case.due_on is_open=case.is_open/></span>
                <span class="s">{case.number.to_string()} " " {customer}</span>
                <span class="r">{second}</span>
            </a>
        </li>
    }
    .into_any()
}
