//! The roles: the built-in ones and the company's own, and who gets which.

use super::{
    SettingsReply,
    api::list_roles,
    frame::{framed, loaded},
};
use crate::{house::page, page::text, ui::Icon};
use domain::{
    people::Role,
    policy::{Action, Permissions},
    roles::{CompanyRole, RoleChoice, Roles},
};
use leptos::prelude::*;

page!(
    /// `/installningar/roller`
    RolesPage in office, roles_page
);

fn roles_page() -> AnyView {
    let found = Resource::new(|| (), |()| list_roles());
    framed(Action::ManageRoles, text().settings_roles(), loaded(found, drawn))
}

fn drawn(roles: Roles) -> AnyView {
    let text = text();
    let choices = choices(&roles);
    let built_in = roles.built_in.into_iter().map(|(role, people)| {
        row(role.name(text).to_owned(), text.role_built_in().to_owned(), Permissions::of(role), people, None)
    });
    let own = roles.own.into_iter().map(|role: CompanyRole| {
        let address = format!("/installningar/roller/{}", role.id);
        row(
            role.name,
            text.role_made_from(role.base.name(text)),
            role.permissions,
            role.people,
            Some(address),
        )
    });
    let rows: Vec<_> = built_in.chain(own).collect();
    view! {
        <section aria-labelledby="roller">
            <h2 id="roller">{text.roles_heading()}</h2>
            <p>{text.roles_about()}</p>
            <div class="card adm__c">
                <table class="adm adm--t">
                    <caption class="sr">{text.roles_heading()}</caption>
                    <thead>
                        <tr>
                            <th scope="col" class="adm__w">{text.profile_role()}</th>
                            <th scope="col">{text.role_may()}</th>
                            <th scope="col" class="adm__n">{text.role_people()}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
                <div class="card__f">
                    {[Role::Office, Role::Employee].map(|base| view! {
                        <a class="btn btn--s" href=format!("/installningar/roller/ny?bas={}", base.as_str())>
                            <Icon name="plus" size="i--s"/>{text.role_new_from(base.name(text))}
                        </a>
                    }).collect_view()}
                </div>
            </div>
        </section>
        <section aria-labelledby="ge-roll">
            <h2 id="ge-roll">{text.role_give()}</h2>
            <p>{text.role_give_about()} " " <a href="/anstallda">{text.role_staff()}</a></p>
            <form class="card card__b adm__g" method="post" action="/installningar/roller/ge" autocomplete="off">
                <label class="field">
                    <span class="label">{text.role_whom()}</span>
                    <input class="in" name="person" required placeholder=text.search_person() value=SettingsReply::typed("person")/>
                </label>
                <label class="field">
                    <span class="label">{text.profile_role()}</span>
                    <select class="in" name="roll">{options(choices)}</select>
                </label>
                <button class="btn">{text.role_give()}</button>
            </form>
        </section>
    }
    .into_any()
}

/// All roles that staff can have, as forms send them, and their names.
pub(super) fn choices(roles: &Roles) -> Vec<(String, String)> {
    let text = text();
    let built_in =
        roles.built_in.iter().map(|(role, _)| (RoleChoice::BuiltIn(*role), role.name(text).to_owned()));
    let own = roles.own.iter().map(|role| (RoleChoice::Own(role.id), role.name.clone()));
    built_in.chain(own).map(|(choice, name)| (choice.as_text(), name)).collect()
}

pub(super) fn options(choices: Vec<(String, String)>) -> AnyView {
    choices
        .into_iter()
        .map(|(value, name)| view! { <option value=value>{name}</option> })
        .collect_view()
        .into_any()
}

fn row(
    name: String,
    about: String,
    permissions: Permissions,
    people: i64,
    address: Option<String>,
) -> AnyView {
    let text = text();
    let title = match address {
        Some(address) => view! { <a href=address>{name}</a> }.into_any(),
        None => view! { <b>{name}</b> }.into_any(),
    };
    let may: Vec<_> = permissions.actions().map(|action| action.name(text)).collect();
    view! {
        <tr>
            <td class="adm__w">{title}<small>{about}</small></td>
            <td>
                <details>
                    <summary>{text.role_permissions(may.len())}</summary>
                    <ul class="set__l">{may.into_iter().map(|may| view! { <li>{may}</li> }).collect_view()}</ul>
                </details>
            </td>
            <td class="adm__n num">{people}</td>
        </tr>
    }
    .into_any()
}
