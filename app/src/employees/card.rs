//! The card of one employee.

use super::{EmployeeReply, access::AccessCard, api::show_employee, list::phone_link};
use crate::{
    AppError,
    cases::GlanceTable,
    house::{NotFound, page},
    page::{Page, text},
    ui::{Avatar, Icon, alert},
};
use domain::{
    cases::{Count, Feature, Filter, Glance, Receipt, Responsible},
    employees::{Employee, EmployeeCard},
    ids::PersonId,
    people::Role,
    policy::{Action, can},
    problem::Problem,
    text::Language,
};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

page!(
    /// `/anstallda/{number}`
    EmployeePage in office, employee_page
);

fn employee_page() -> AnyView {
    let page = Page::current();
    on_cleanup(move || page.forget_reply());
    with_employee(|card| view! { <Card card/> }.into_any())
}

/// Finds the employee that the address names, and shows them by `view`; a closed door else.
pub(super) fn with_employee(view: fn(EmployeeCard) -> AnyView) -> AnyView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("number")?.parse::<PersonId>().ok()));
    let found = Resource::new_blocking(
        move || id.get(),
        |id| async move {
            match id {
                Some(id) => show_employee(id).await,
                None => Err(Problem::NotFound.into()),
            }
        },
    );
    view! {
        <Transition>
            {move || Suspend::new(async move {
                match found.await {
                    Ok(card) => view(card),
                    Err(AppError(Problem::NotFound)) => view! { <NotFound/> }.into_any(),
                    Err(AppError(problem)) => view! {
                        <main class="main" id="main" tabindex="-1">
                            <div class="page">
                                <h1>{text().menu_employees()}</h1>
                                {alert(problem.sentence(text()))}
                            </div>
                        </main>
                    }
                    .into_any(),
                }
            })}
        </Transition>
    }
    .into_any()
}

#[component]
fn Card(card: EmployeeCard) -> impl IntoView {
    let text = text();
    let EmployeeCard { employee, access, responsible, linked } = card;
    let (id, name) = (employee.id, employee.profile.name.clone());
    let may = |action| Page::current().viewer().is_some_and(|viewer| can(&viewer, action));
    // Somebody's login is changed by whoever may decide what they may.
    let is_theirs = employee.base == Role::Employee && employee.own_role.is_none()
        || Page::current().viewer().is_some_and(|viewer| viewer.person == id)
        || may(Action::ManageRoles);
    let may_manage = may(Action::ManagePeople) && is_theirs;
    let may_hand_over = may(Action::ChangeCase) && responsible.matching.counted > 0;
    let them = vec![Responsible::Person(id)];
    let open = Filter { responsible: them.clone(), ..Filter::default() }.to_address();
    let linked_address = Filter { participants: them, ..Filter::default() }.to_address();
    let page = Page::current();
    view! {
        <Title text=name.clone()/>
        <main class="main" id="main" tabindex="-1">
            <div class="page">
                <nav class="crumbs" aria-label=text.breadcrumbs()>
                    <a href="/anstallda"><Icon name="left" size="i--s"/>{text.menu_employees()}</a>
                </nav>
                <Head employee=employee.clone() open_cases=responsible.matching open=open.clone()/>
                {told(&employee)}
                <div class="cgrid">
                    <div class="aside">
                        <Contact employee=employee.clone() may_edit=may_manage/>
                        {may_manage.then(|| view! { <AccessCard employee=employee.clone() access/> })}
                    </div>
                    <div class="cgrid__m">
                        {page.uses(Feature::Responsible).then(|| view! {
                            <Cases id="ansvarig" heading=text.responsible_for() caption=text.cases_responsible_of(&name)
                                nothing=text.none_responsible(&name) glance=responsible all=open show_all=text.show_open_cases()>
                                {may_hand_over.then(|| view! {
                                    <a href=format!("/anstallda/{id}/lamna-over")>{text.hand_over()}</a>
                                })}
                            </Cases>
                        })}
                        {page.uses(Feature::Participants).then(|| view! {
                            <Cases id="kopplad" heading=text.linked_to() caption=text.cases_linked_to(&name)
                                nothing=text.none_linked(&name) glance=linked all=linked_address
                                show_all=text.show_linked_cases()/>
                        })}
                    </div>
                </div>
            </div>
        </main>
    }
}

#[component]
fn Head(employee: Employee, open_cases: Count, open: String) -> impl IntoView {
    let text = text();
    let Employee { id, profile, base, .. } = employee;
    let team = profile
        .team
        .filter(|_| Page::current().uses(Feature::Team))
        .and_then(|team| Page::current().vocabulary(|words| words.team(team).map(|team| team.name.clone())));
    let work: Vec<String> = profile.title.into_iter().chain(team).collect();
    let page = Page::current();
    let is_me = page.viewer().is_some_and(|viewer| viewer.person == id);
    // Both are about cases that they are responsible for.
    let has_cases = page.uses(Feature::Responsible);
    view! {
        <div class="prof">
            <Avatar name=profile.name.clone() class=if is_me { "av--xl av--me" } else { "av--xl" }/>
            <div class="grow">
                <h1>{profile.name}</h1>
                <p>
                    <span>{text.employee_number(id)}</span>
                    {(!work.is_empty()).then(|| view! { <span>{work.join(", ")}</span> })}
                    {(base == Role::Employee).then(|| view! {
                        <span><Icon name="mobile" size="i--s"/>{text.employee_uses_phone()}</span>
                    })}
                    {(!profile.active).then(|| view! { <span class="tag">{text.employee_inactive()}</span> })}
                </p>
            </div>
            {has_cases.then(|| view! {
                <a class="btn" href=open>
                    <Icon name="list"/>{text.show_open_cases()} " " <span class="badge">{open_cases.to_string()}</span>
                </a>
            })}
            {(has_cases && profile.active && page.may(Action::CreateCase)).then(|| view! {
                <a class="btn btn--pri" href=format!("/arenden/nytt?ansvarig={id}")>
                    <Icon name="plus"/>{text.new_case()}
                </a>
            })}
        </div>
    }
    .into_any()
}

/// What the form that was posted did.
fn told(employee: &Employee) -> Option<AnyView> {
    let text = text();
    match Page::current().reply::<EmployeeReply>()? {
        EmployeeReply::PasswordSet => Some(done(view! { <p>{text.password_set()}</p> }.into_any())),
        EmployeeReply::HandedOver { receipt, deactivated } => {
            Some(handed_over(employee, receipt, deactivated))
        }
        EmployeeReply::Link(_) | EmployeeReply::Refused { .. } | EmployeeReply::Both(_) => None,
    }
}

fn done(words: AnyView) -> AnyView {
    view! { <div class="ban ban--ok" role="status"><Icon name="check"/>{words}</div> }.into_any()
}

fn handed_over(employee: &Employee, receipt: Receipt, deactivated: bool) -> AnyView {
    let text = text();
    let to = receipt.responsible.unwrap_or_default();
    let said = match receipt.changed {
        1 => text.handed_over_one(&to),
        changed => text.handed_over(changed, &to),
    };
    let inactive = deactivated.then(|| text.handed_over_inactive(&employee.profile.name));
    let theirs = Filter { responsible: vec![Responsible::Person(employee.id)], ..Filter::default() };
    let undo = receipt.batch.map(|batch| {
        view! {
            <form method="post" action="/arenden/angra">
                <input type="hidden" name="kvitto" value=batch.to_string()/>
                <input type="hidden" name="filter" value=theirs.to_query()/>
                <button class="btn btn--s">{text.undo()}</button>
            </form>
        }
    });
    done(view! { <p>{said} " " {inactive}</p> {undo} }.into_any())
}

#[component]
fn Contact(employee: Employee, may_edit: bool) -> impl IntoView {
    let text = text();
    let role = employee.role_title(text);
    let Employee { id, profile, base, own_role, .. } = employee;
    let missing = || view! { <span class="mut">{text.employee_nothing()}</span> }.into_any();
    let mail = |mail: String| view! { <a href=format!("mailto:{mail}")>{mail.clone()}</a> }.into_any();
    view! {
        <section class="card" aria-labelledby="kontakt">
            <div class="card__h">
                <h2 id="kontakt">{text.employee_contact()}</h2>
                {may_edit.then(|| view! {
                    <a class="push" href=format!("/anstallda/{id}/redigera")>{text.edit()}</a>
                })}
            </div>
            <div class="card__b">
                <dl class="dl">
                    <dt>{text.employee_phone()}</dt>
                    <dd>{profile.phone.map_or_else(missing, phone_link)}</dd>
                    <dt>{text.employee_email()}</dt>
                    <dd>{profile.email.map_or_else(missing, mail)}</dd>
                    {profile.user_name.map(|name| view! { <dt>{text.employee_user_name()}</dt><dd>{name}</dd> })}
                    <dt>{text.employee_role()}</dt>
                    <dd>{role} {own_role.is_none().then(|| format!(", {}", sees(base, text)))}</dd>
                </dl>
            </div>
        </section>
    }
    .into_any()
}

const fn sees(role: Role, text: Language) -> &'static str {
    match role {
        Role::Administrator | Role::Office => text.sees_all_cases_too(),
        Role::Employee | Role::Customer => text.sees_own_cases(),
    }
}

#[component]
fn Cases(
    id: &'static str,
    heading: &'static str,
    caption: String,
    nothing: String,
    glance: Glance,
    all: String,
    show_all: &'static str,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let is_empty = glance.rows.is_empty();
    view! {
        <section class="card" aria-labelledby=id>
            <div class="card__h">
                <h2 id=id>{heading}</h2>
                <span class="badge">{glance.matching.to_string()}</span>
                <span class="push row">
                    {children.map(|children| children())}
                    {(!is_empty).then(|| view! { <a href=all>{show_all}</a> })}
                </span>
            </div>
            {if is_empty {
                view! { <p class="card__b sec">{nothing}</p> }.into_any()
            } else {
                view! { <GlanceTable caption rows=glance.rows/> }.into_any()
            }}
        </section>
    }
    .into_any()
}
