//! What the start page shows and in which order: one's own choice, or that for a role. A plain form.

use crate::page::{Page, text};
use domain::{
    people::Role,
    policy::{self, Action},
    roles::RoleChoice,
    start::{Section, StartPage},
};
use leptos::prelude::*;

/// Under the lists, folded. What is shown stands first, in its order.
pub(super) fn choice(StartPage { lists, roles }: &StartPage) -> AnyView {
    let text = text();
    let viewer = Page::current().viewer();
    let is_shown = |section: &Section| lists.iter().any(|list| list.section == *section);
    let shown = lists.iter().map(|list| list.section);
    let hidden = Section::ALL.into_iter().filter(|section| !is_shown(section));
    let page = Page::current();
    let is_used = |section: &Section| section.needs().is_none_or(|feature| page.uses(feature));
    let rows = shown.chain(hidden).filter(is_used).enumerate().map(|(index, section)| {
        let name = section.name(text);
        view! {
            <li>
                <label class="ck">
                    <input type="checkbox" name="visa" value=section.slug() checked=is_shown(&section)/>
                    {name}
                </label>
                <input class="in in--s num" type="number" min="1" max=Section::ALL.len().to_string()
                    name=format!("plats_{}", section.slug()) value=(index + 1).to_string()
                    aria-label=text.start_place(name)/>
            </li>
        }
    });
    let rows = rows.collect_view();
    let may_choose_for_roles = viewer.is_some_and(|viewer| policy::can(&viewer, Action::ManageSettings));
    let built_in = [Role::Administrator, Role::Office, Role::Employee];
    let built_in = built_in.map(|role| (RoleChoice::BuiltIn(role), role.name(text)));
    let own = roles.iter().map(|(id, name)| (RoleChoice::Own(*id), name.as_str()));
    let for_roles = built_in.into_iter().chain(own).map(|(role, name)| {
        view! { <option value=role.as_text()>{text.start_for_role(name)}</option> }
    });
    let owner = may_choose_for_roles.then(|| {
        view! {
            <label class="field">
                <span class="label">{text.start_for()}</span>
                <select class="in in--s" name="for">
                    <option value="">{text.start_for_me()}</option>
                    {for_roles.collect_view()}
                </select>
            </label>
        }
    });
    view! {
        <details class="more start__c">
            <summary>{text.start_adapt()}</summary>
            <form class="card card__b form" method="post" action="/startsida" autocomplete="off">
                <p class="hint">{text.start_adapt_about()}</p>
                <ul class="start__l">{rows}</ul>
                {owner}
                <div class="row">
                    <button class="btn btn--pri">{text.save()}</button>
                    <button class="btn btn--q" formaction="/startsida/aterstall">{text.start_forget()}</button>
                </div>
            </form>
        </details>
    }
    .into_any()
}
