//! One comment of the timeline.

use super::{case::Case, files::taken_away, text_edit::paragraphs};
use crate::{
    cases::property::Editing,
    files::FileList,
    page::{Page, text},
    ui::{Avatar, Icon},
};
use domain::{events::Comment, format, people::Role};
use leptos::prelude::*;

/// A line of the list. What the customer sees is marked by colour, edge, icon and word.
#[component]
pub(super) fn CommentView(case: Case, comment: Comment) -> impl IntoView {
    let (page, text) = (Page::current(), text());
    let Comment { id, author, at, external, body, from_case } = comment;
    let files = Memo::new(move |_| {
        case.files
            .with(|files| files.iter().filter(|file| file.comment == Some(id)).cloned().collect::<Vec<_>>())
    });
    let has_files = Memo::new(move |_| files.with(|files| !files.is_empty()));
    let (back, removed) = (Editing::current().here(), taken_away(case));
    let name = author.person.name;
    let is_customers = author.role == Role::Customer;
    let is_mine = page.viewer().is_some_and(|viewer| viewer.person == author.person.id);
    let avatar = match (is_customers, is_mine) {
        (true, _) => "av--l av--c",
        (false, true) => "av--l av--me",
        (false, false) => "av--l",
    };
    let label = if external { text.external_comment_by(&name) } else { text.internal_comment_by(&name) };
    let (tag, icon, word) = match (external, is_customers) {
        (true, true) => ("tag tag--ext", "eye", text.from_customer()),
        (true, false) => ("tag tag--ext", "eye", text.customer_sees()),
        (false, _) => ("tag tag--int", "lock", text.internal()),
    };
    view! {
        <li class=if external { "cm cm--ext" } else { "cm" }>
            <Avatar name=name.clone() class=avatar/>
            <article class="cm__b" aria-label=label>
                <header class="cm__h">
                    <strong>{name}</strong>
                    {from_case.map(|case| view! {
                        <a class="mut" href=format!("/arenden/{case}")>{text.comment_from_case(case.0)}</a>
                    })}
                    {is_customers.then(|| view! { <span class="mut cut">{text.is_customer()}</span> })}
                    <time class="push num" datetime=format::machine_moment(at)>
                        {format::moment(at, page.today(), text)}
                    </time>
                    <span class=tag><Icon name=icon size="i--s"/>{word}</span>
                </header>
                <div class="cm__t">{paragraphs(&body)}</div>
                {move || has_files.get().then(|| view! {
                    <FileList case=case.number files back=back.clone() removed/>
                })}
            </article>
        </li>
    }
}
