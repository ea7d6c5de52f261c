//! One role of the company's own: its name and what it may.

use super::{
    SettingsReply,
    api::list_roles,
    frame::{framed, loaded},
    roles::{choices, options},
};
use crate::{
    house::{NotFound, page},
    page::{Page, text},
};
use domain::{
    ids::RoleId,
    people::Role,
    policy::{Action, Permissions, can},
    roles::{CompanyRole, RoleChoice, Roles},
    settings::NAME_LIMIT,
};
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

page!(
    /// `/installningar/roller/{id}`, and `ny`
    RolePage in office, role_page
);

fn role_page() -> AnyView {
    let found = Resource::new(|| (), |()| list_roles());
    let id = use_params_map().with_untracked(|params| params.get("id")).unwrap_or_default();
    let id = StoredValue::new(id);
    let base = use_query_map().with_untracked(|query| Role::parse(query.get_str("bas").unwrap_or_default()));
    let content = loaded(found, move |roles| match id.with_value(|id| wanted(&roles, id, base)) {
        Some(role) => drawn(role, roles),
        None => view! { <NotFound/> }.into_any(),
    });
    framed(Action::ManageRoles, text().settings_roles(), content)
}

/// The role, or a new one made from that base.
fn wanted(roles: &Roles, id: &str, base: Option<Role>) -> Option<(Option<RoleId>, CompanyRole)> {
    if id == "ny" {
        let base = base.filter(|base| *base != Role::Customer).unwrap_or(Role::Employee);
        let permissions = Permissions::of(base);
        return Some((
            None,
            CompanyRole { id: RoleId(0), name: String::new(), base, permissions, people: 0 },
        ));
    }
    let id = id.parse().ok()?;
    roles.own.iter().find(|role| role.id == id).map(|role| (Some(id), role.clone()))
}

fn drawn((id, role): (Option<RoleId>, CompanyRole), roles: Roles) -> AnyView {
    let text = text();
    let address = id.map_or("/installningar/roller".to_owned(), |id| format!("/installningar/roller/{id}"));
    let viewer = Page::current().viewer();
    let name = SettingsReply::typed("namn").unwrap_or(role.name);
    // Nobody gives more than they have.
    let offered = Action::ALL.iter().copied().filter(move |action| {
        role.permissions.has(*action) || viewer.as_ref().is_some_and(|viewer| can(viewer, *action))
    });
    let tick = move |action: Action| {
        view! {
            <label class="ck">
                <input type="checkbox" name="far" value=action.as_str() checked=role.permissions.has(action)/>
                {action.name(text)}
            </label>
        }
    };
    view! {
        <section class="card" aria-labelledby="roll">
            <div class="card__h">
                <h2 id="roll">{if id.is_some() { text.role_change() } else { text.role_new() }}</h2>
                <span class="mut">{text.role_made_from(role.base.name(text))}</span>
            </div>
            <form class="card__b form" method="post" action=address.clone() autocomplete="off">
                <input type="hidden" name="bas" value=role.base.as_str()/>
                <label class="field">
                    <span class="label">{text.column_name()}</span>
                    <input class="in" name="namn" required maxlength=NAME_LIMIT.to_string() value=name/>
                </label>
                <fieldset>
                    <legend class="label">{text.role_may()}</legend>
                    <div class="set__p">{offered.map(tick).collect_view()}</div>
                </fieldset>
                <div class="row">
                    <button class="btn btn--pri">{text.save()}</button>
                    <a class="btn" href="/installningar/roller">{text.cancel()}</a>
                </div>
            </form>
        </section>
        {id.map(|id| removal(id, address, role.people, &roles))}
    }
    .into_any()
}

/// Who has it gets another.
fn removal(id: RoleId, address: String, people: i64, roles: &Roles) -> AnyView {
    let text = text();
    let own = RoleChoice::Own(id).as_text();
    let mut others: Vec<_> = choices(roles).into_iter().filter(|(value, _)| *value != own).collect();
    // The narrowest built-in one stands first: nobody shall get more by a slip.
    others.sort_by_key(|(value, _)| value != Role::Employee.as_str());
    view! {
        <section aria-labelledby="ta-bort-roll">
            <h2 id="ta-bort-roll">{text.role_remove()}</h2>
            <p>{text.role_remove_about(people)}</p>
            <form class="card card__b adm__g" method="post" action=format!("{address}/bort")>
                <label class="field">
                    <span class="label">{text.role_instead()}</span>
                    <select class="in" name="roll">{options(others)}</select>
                </label>
                <button class="btn btn--dan">{text.role_remove()}</button>
            </form>
        </section>
    }
    .into_any()
}
