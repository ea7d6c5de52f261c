//! The list of employees: a plain form narrows it; hydrated, as one types.

use super::api::list_employees;
use crate::{
    AppError,
    house::page,
    page::{Page, text},
    ui::{Avatar, ExportLinks, Icon, alert},
};
use domain::{
    cases::{Feature, Filter, Responsible},
    employees::{Employee, EmployeeFilter, Shown},
    imports::Kind,
    phone::Phone,
    policy::{Action, can},
    text::Language,
};
use leptos::{ev, prelude::*, web_sys};
use leptos_meta::Title;
use leptos_router::{
    NavigateOptions,
    hooks::{use_navigate, use_query_map},
    params::ParamsMap,
};
use wasm_bindgen::JsCast;

page!(
    /// `/anstallda`
    EmployeesPage in office, employees_page
);

fn employees_page() -> AnyView {
    let (page, text, query) = (Page::current(), text(), use_query_map());
    let filter = Memo::new(move |_| query.with(read));
    let found = Resource::new(move || filter.get(), list_employees);
    let may_manage = page.viewer().is_some_and(|viewer| can(&viewer, Action::ManagePeople));
    let rows = move || {
        Suspend::new(async move {
            match found.await {
                Ok(employees) if employees.is_empty() => {
                    view! { <p class="card__b sec" role="status">{text.no_employee_matches()}</p> }.into_any()
                }
                Ok(employees) => table(employees),
                Err(AppError(problem)) => alert(problem.sentence(text)).into_any(),
            }
        })
    };
    view! {
        <Title text=text.menu_employees()/>
        <main class="main" id="main" tabindex="-1">
            <div class="page">
                <div class="page__head">
                    <h1>{text.menu_employees()}</h1>
                    <span class="push"></span>
                    <ExportLinks kind=Kind::Employees list=move || filter.with(EmployeeFilter::to_address)/>
                    {may_manage.then(|| view! {
                        {Page::current().uses(Feature::Team).then(|| view! {
                            <a class="btn" href="/anstallda/team"><Icon name="people"/>{text.teams()}</a>
                        })}
                        <a class="btn btn--pri" href="/anstallda/ny"><Icon name="plus"/>{text.new_employee()}</a>
                    })}
                </div>
                <section class="card" aria-label=text.menu_employees()>
                    <Search filter/>
                    <Transition>{rows}</Transition>
                </section>
            </div>
        </main>
    }
    .into_any()
}

fn read(query: &ParamsMap) -> EmployeeFilter {
    let get = |name| query.get_str(name).unwrap_or_default();
    EmployeeFilter {
        query: get("q").chars().take(Filter::QUERY_LIMIT).collect(),
        team: Some(get("team").to_owned()).filter(|slug| !slug.is_empty()),
        shown: Shown::from_slug(get("visa")),
    }
}

#[component]
fn Search(filter: Memo<EmployeeFilter>) -> impl IntoView {
    let (text, navigate) = (text(), use_navigate());
    let start = filter.get_untracked();
    let changed = move |event: ev::Event| {
        if let Some(address) = form_of(&event).and_then(|form| address(&form)) {
            let options = NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() };
            navigate(&address, options);
        }
    };
    let teams = Page::current().vocabulary(|words| {
        words.teams.iter().map(|team| (team.slug.clone(), team.name.clone())).collect::<Vec<_>>()
    });
    let has_teams = !teams.is_empty() && Page::current().uses(Feature::Team);
    let team = start.team.unwrap_or_default();
    let teams = teams.into_iter().map(|(slug, name)| {
        let selected = slug == team;
        view! { <option value=slug selected=selected>{name}</option> }
    });
    let shown = Shown::ALL.map(|shown| {
        view! { <option value=shown.slug() selected=shown == start.shown>{shown_name(shown, text)}</option> }
    });
    view! {
        <form class="emp__f" role="search" aria-label=text.employee_search() action="/anstallda" autocomplete="off" on:input=changed>
            <label class="in-ic grow">
                <Icon name="search"/>
                <span class="sr">{text.employee_search()}</span>
                <input class="in" type="search" name="q" value=start.query placeholder=text.employee_search_hint()/>
            </label>
            {has_teams.then(|| view! {
                <label>
                    <span class="sr">{text.team()}</span>
                    <select class="in" name="team">
                        <option value="">{text.every_team()}</option>
                        {teams.collect_view()}
                    </select>
                </label>
            })}
            <label>
                <span class="sr">{text.employee_show()}</span>
                <select class="in" name="visa">{shown.collect_view()}</select>
            </label>
            <button class="btn">{text.search()}</button>
        </form>
    }
    .into_any()
}

const fn shown_name(shown: Shown, text: Language) -> &'static str {
    match shown {
        Shown::Active => text.shown_active(),
        Shown::Inactive => text.shown_inactive(),
        Shown::All => text.shown_all(),
    }
}

fn form_of(event: &ev::Event) -> Option<web_sys::HtmlFormElement> {
    let target: web_sys::Element = event.target()?.dyn_into().ok()?;
    target.closest("form").ok().flatten()?.dyn_into().ok()
}

/// Where the browser would lead, without the parameters that say nothing.
fn address(form: &web_sys::HtmlFormElement) -> Option<String> {
    let data = web_sys::FormData::new_with_form(form).ok()?;
    let said = ["q", "team", "visa"].into_iter().filter_map(|name| {
        let value = data.get(name).as_string()?;
        let value = js_sys::encode_uri_component(value.trim()).as_string()?;
        (!value.is_empty() && value != Shown::Active.slug()).then(|| format!("{name}={value}"))
    });
    let said: Vec<_> = said.collect();
    Some(if said.is_empty() { "/anstallda".into() } else { format!("/anstallda?{}", said.join("&")) })
}

fn table(employees: Vec<Employee>) -> AnyView {
    let text = text();
    view! {
        <table class="tbl glance emp">
            <caption class="sr">{text.menu_employees()}</caption>
            <thead>
                <tr>
                    <th scope="col" class="e-name">{text.employee_name()}</th>
                    {Page::current().uses(Feature::Team).then(|| view! {
                        <th scope="col" class="e-team">{text.team()}</th>
                    })}
                    <th scope="col" class="e-role">{text.employee_role()}</th>
                    <th scope="col" class="e-phone">{text.employee_phone()}</th>
                    <th scope="col" class="e-login">{text.employee_login()}</th>
                    {Page::current().uses(Feature::Responsible).then(|| view! {
                        <th scope="col" class="e-open">{text.employee_open_cases()}</th>
                    })}
                </tr>
            </thead>
            <tbody>{employees.into_iter().map(row).collect_view()}</tbody>
        </table>
    }
    .into_any()
}

fn row(employee: Employee) -> AnyView {
    let text = text();
    let role = employee.role_title(text);
    let Employee { id, profile, open_cases, .. } = employee;
    let team = profile
        .team
        .and_then(|team| Page::current().vocabulary(|words| words.team(team).map(|team| team.name.clone())));
    let open = Filter { responsible: vec![Responsible::Person(id)], ..Filter::default() }.to_address();
    let login = profile.email.or(profile.user_name);
    view! {
        <tr>
            <td class="e-name">
                <span class="who">
                    <Avatar name=profile.name.clone() class="av--l"/>
                    <span class="cut">
                        <a class="tt" href=format!("/anstallda/{id}")>{profile.name}</a>
                        <span class="ts">
                            {(!profile.active).then(|| view! { <span class="tag">{text.employee_inactive()}</span> " " })}
                            {profile.title.unwrap_or_else(|| text.employee_number(id))}
                        </span>
                    </span>
                </span>
            </td>
            {Page::current().uses(Feature::Team).then(|| view! { <td class="e-team">{team}</td> })}
            <td class="e-role">{role}</td>
            <td class="e-phone">{profile.phone.map(phone_link)}</td>
            <td class="e-login">{login}</td>
            {Page::current().uses(Feature::Responsible).then(|| view! {
                <td class="e-open num">
                    {match open_cases {
                        0 => view! { <span class="mut">"0"</span> }.into_any(),
                        open_cases => view! {
                            <a class="kund" href=open aria-label=format!("{}: {open_cases}", text.employee_open_cases())>
                                {open_cases}
                            </a>
                        }
                        .into_any(),
                    }}
                </td>
            })}
        </tr>
    }
    .into_any()
}

/// A number to be rung by a press.
pub(super) fn phone_link(phone: String) -> AnyView {
    let phone = Phone::kept(phone);
    // One that was kept before numbers were read may hold anything.
    let dialled: String = phone.e164().chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    view! { <a class="kund num" href=format!("tel:{dialled}")>{phone.to_string()}</a> }.into_any()
}
