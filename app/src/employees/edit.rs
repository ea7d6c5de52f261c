//! A new employee, and what is kept about one: the same form, plain.

use super::{EmployeeReply, api::own_roles, card::with_employee};
use crate::{
    AppError,
    house::{Forbidden, page},
    page::{Page, text},
    ui::{Icon, Labelled, Refusal, Versus, alert, choice_at, described_by, invalid, refusal_at, versus},
};
use domain::{
    cases::Feature,
    employees::{Employee, EmployeeCard, Profile},
    merge::Clash,
    people::Role,
    phone::Phone,
    policy::{Action, can},
    problem::{Field, Problem},
    roles::{CompanyRole, RoleChoice},
    text::Language,
};
use leptos::prelude::*;
use leptos_meta::Title;

page!(
    /// `/anstallda/ny`
    NewEmployeePage in office, new_employee_page
);

page!(
    /// `/anstallda/{number}/redigera`
    EditEmployeePage in office, edit_employee_page
);

/// What staff can be.
const ROLES: [Role; 3] = [Role::Employee, Role::Office, Role::Administrator];

fn new_employee_page() -> AnyView {
    allowed(|| {
        let profile = Profile {
            name: String::new(),
            title: None,
            role: RoleChoice::BuiltIn(Role::Employee),
            team: None,
            email: None,
            user_name: None,
            phone: None,
            active: true,
        };
        with_roles(move |roles| view! { <Form employee=None profile=profile.clone() roles/> }.into_any())
    })
}

fn edit_employee_page() -> AnyView {
    allowed(|| {
        with_employee(|EmployeeCard { employee, .. }| {
            let profile = employee.profile.clone();
            with_roles(move |roles| {
                view! { <Form employee=Some(employee.clone()) profile=profile.clone() roles/> }.into_any()
            })
        })
    })
}

fn allowed(view: fn() -> AnyView) -> AnyView {
    match Page::current().viewer().is_some_and(|viewer| can(&viewer, Action::ManagePeople)) {
        true => view(),
        false => view! { <Forbidden/> }.into_any(),
    }
}

/// Only those who decide the roles give others than Anställd.
fn with_roles(view: impl Fn(Option<Vec<CompanyRole>>) -> AnyView + Clone + Send + 'static) -> AnyView {
    let may = Page::current().viewer().is_some_and(|viewer| can(&viewer, Action::ManageRoles));
    let roles = Resource::new_blocking(
        || (),
        move |()| async move {
            match may {
                true => own_roles().await.map(Some),
                false => Ok(None),
            }
        },
    );
    view! {
        <Suspense>
            {move || {
                let view = view.clone();
                Suspend::new(async move {
                    match roles.await {
                        Ok(roles) => view(roles),
                        Err(AppError(problem)) => alert(problem.sentence(text())),
                    }
                })
            }}
        </Suspense>
    }
    .into_any()
}

/// What the form was filled with: whoever has changed that meanwhile is not overtaken silently.
pub(super) const SEEN: &str = "sett";

/// What two may both have changed, by the names of the form's fields.
pub(super) const PROPERTIES: [(&str, Field); 8] = [
    ("namn", Field::Name),
    ("befattning", Field::Title),
    ("roll", Field::Role),
    ("team", Field::Team),
    ("telefon", Field::Phone),
    ("epost", Field::Email),
    ("anvandarnamn", Field::UserName),
    ("aktiv", Field::Active),
];

#[component]
fn Form(employee: Option<Employee>, profile: Profile, roles: Option<Vec<CompanyRole>>) -> impl IntoView {
    let (page, text) = (Page::current(), text());
    let reply = page.reply::<EmployeeReply>();
    on_cleanup(move || page.forget_reply());
    let clash = match &reply {
        Some(EmployeeReply::Both(clash)) => Some(clash.clone()),
        _ => None,
    };
    let (typed, problem) = reply.and_then(EmployeeReply::refused).unzip();
    let whole = problem.clone().filter(|problem| !matches!(problem, Problem::Invalid(_)));
    let problem = RwSignal::new(problem);
    let fields = Fields { typed, problem };
    let (title, action, back) = match &employee {
        Some(employee) => (
            text.edit_employee(),
            format!("/anstallda/{}/redigera", employee.id),
            format!("/anstallda/{}", employee.id),
        ),
        None => (text.new_employee(), "/anstallda/ny".to_owned(), "/anstallda".to_owned()),
    };
    let crumb = employee
        .as_ref()
        .map_or_else(|| text.menu_employees().to_owned(), |found| found.profile.name.clone());
    let kept = fields.typed(SEEN).filter(|seen| !seen.is_empty()).map(str::to_owned);
    let filled_with = clash.as_ref().map_or(&profile, |clash| &clash.now);
    let seen = employee.as_ref().and_then(|_| kept.or_else(|| serde_json::to_string(filled_with).ok()));
    let both = clash.as_ref().map(|clash| both(clash, roles.as_deref()));
    let profile = clash.map_or(profile, |clash| clash.mine);
    let phone = profile.phone.clone().map(|phone| Phone::kept(phone).to_string());
    let submit = if employee.is_some() { text.save() } else { text.create_employee() };
    view! {
        <Title text=title/>
        <main class="main" id="main" tabindex="-1">
            <div class="page page--slim">
                <nav class="crumbs" aria-label=text.breadcrumbs()>
                    <a href=back.clone()><Icon name="left" size="i--s"/>{crumb}</a>
                </nav>
                <div class="page__head"><h1>{title}</h1></div>
                {whole.map(|problem| alert(problem.sentence(text)))}
                <form class="card" method="post" action=action autocomplete="off">
                    <input type="hidden" name=SEEN value=seen/>
                    <div class="card__b form">
                        {both}
                        <div class="two">
                            {fields.input("namn", text.employee_name(), None, Field::Name, Some(profile.name.clone()), "text")}
                            {fields.input("befattning", text.employee_title(), Some(text.optional()), Field::Title, profile.title.clone(), "text")}
                            {fields.role(profile.role, roles)}
                            {fields.team(&profile)}
                            {fields.input("telefon", text.employee_phone(), Some(text.optional()), Field::Phone, phone, "tel")}
                            {fields.input("epost", text.employee_email(), Some(text.optional()), Field::Email, profile.email.clone(), "email")}
                            {fields.input("anvandarnamn", text.employee_user_name(), Some(text.optional()), Field::UserName, profile.user_name.clone(), "text")}
                        </div>
                        {employee.is_some().then(|| fields.active(profile.active))}
                    </div>
                    <div class="formfoot">
                        <button class="btn btn--pri">{submit}</button>
                        <a class="btn btn--q" href=back>{text.cancel()}</a>
                    </div>
                </form>
            </div>
        </main>
    }
}

/// The choices between one's own and what stands now.
fn both(clash: &Clash<Profile>, roles: Option<&[CompanyRole]>) -> AnyView {
    let text = text();
    let changed = PROPERTIES.into_iter().filter(|(_, property)| clash.fields.contains(property));
    let one = |(field, property): (&'static str, Field)| Versus {
        field: field.into(),
        label: label(property, text),
        mine: said(property, &clash.mine, roles, text),
        now: said(property, &clash.now, roles, text),
    };
    versus(changed.map(one).collect())
}

const fn label(property: Field, text: Language) -> &'static str {
    match property {
        Field::Title => text.employee_title(),
        Field::Role => text.employee_role(),
        Field::Team => text.team(),
        Field::Phone => text.employee_phone(),
        Field::Email => text.employee_email(),
        Field::UserName => text.employee_user_name(),
        Field::Active => text.employee_active(),
        _ => text.employee_name(),
    }
}

/// As people read it.
fn said(property: Field, profile: &Profile, roles: Option<&[CompanyRole]>, text: Language) -> String {
    let team = |id| Page::current().vocabulary(|words| words.team(id).map(|team| team.name.clone()));
    let said = match property {
        Field::Title => profile.title.clone(),
        Field::Role => match profile.role {
            RoleChoice::BuiltIn(role) => Some(role.name(text).to_owned()),
            RoleChoice::Own(id) => {
                roles.into_iter().flatten().find(|role| role.id == id).map(|role| role.name.clone())
            }
        },
        Field::Team => profile.team.and_then(team),
        Field::Phone => profile.phone.clone().map(|phone| Phone::kept(phone).to_string()),
        Field::Email => profile.email.clone(),
        Field::UserName => profile.user_name.clone(),
        Field::Active => {
            Some(if profile.active { text.employee_active() } else { text.employee_inactive() }.to_owned())
        }
        _ => Some(profile.name.clone()),
    };
    said.unwrap_or_default()
}

/// What stands in the fields: what was typed, if the form was refused.
struct Fields {
    typed: Option<Vec<(String, String)>>,
    problem: RwSignal<Option<Problem>>,
}

impl Fields {
    fn typed(&self, name: &str) -> Option<&str> {
        let typed = self.typed.as_ref()?;
        Some(typed.iter().rfind(|(field, _)| field == name).map_or("", |(_, value)| value))
    }

    fn input(
        &self,
        id: &'static str,
        label: &'static str,
        aside: Option<&'static str>,
        field: Field,
        kept: Option<String>,
        kind: &'static str,
    ) -> AnyView {
        let error = refusal_at(self.problem, field);
        let value = self.typed(id).map(str::to_owned).or(kept);
        let input = view! {
            <input class="in" id=id name=id type=kind value=value aria-required=aside.is_none().then_some("true")
                aria-invalid=invalid(error) aria-describedby=described_by(id, error)/>
            {choice_at(id)}
        };
        match aside {
            Some(aside) => {
                view! { <Labelled id=id.to_owned() label aside error>{input}</Labelled> }.into_any()
            }
            None => view! { <Labelled id=id.to_owned() label error>{input}</Labelled> }.into_any(),
        }
    }

    fn role(&self, kept: RoleChoice, own: Option<Vec<CompanyRole>>) -> Option<AnyView> {
        let text = text();
        let error = refusal_at(self.problem, Field::Role);
        let chosen = self.typed("roll").and_then(RoleChoice::parse).unwrap_or(kept);
        let own = own?.into_iter().map(|role| (RoleChoice::Own(role.id), role.name));
        let built_in = ROLES.map(|role| (RoleChoice::BuiltIn(role), role.name(text).to_owned()));
        let option = move |(role, name): (RoleChoice, String)| {
            view! { <option value=role.as_text() selected=role == chosen>{name}</option> }
        };
        let select = view! {
            <Labelled id="roll".to_owned() label=text.employee_role() error>
                <select class="in" id="roll" name="roll" aria-invalid=invalid(error) aria-describedby=described_by("roll", error)>
                    {built_in.into_iter().chain(own).map(option).collect_view()}
                </select>
                {choice_at("roll")}
            </Labelled>
        };
        Some(select.into_any())
    }

    /// Only in a company that has teams.
    fn team(&self, profile: &Profile) -> Option<AnyView> {
        let text = text();
        let kept = profile.team;
        let (teams, kept) = Page::current().vocabulary(|words| {
            let offered = words.teams.iter().filter(|team| !team.hidden || Some(team.id) == kept);
            let teams: Vec<_> = offered.map(|team| (team.slug.clone(), team.name.clone())).collect();
            (teams, kept.and_then(|id| words.team(id)).map(|team| team.slug.clone()).unwrap_or_default())
        });
        // What stands comes back with the teams.
        if !Page::current().uses(Feature::Team) {
            return Some(view! { <input type="hidden" name="team" value=kept/> }.into_any());
        }
        let chosen = self.typed("team").map_or(kept, str::to_owned);
        let error = refusal_at(self.problem, Field::Team);
        let option = move |(slug, name): (String, String)| {
            let selected = slug == chosen;
            view! { <option value=slug selected=selected>{name}</option> }
        };
        (!teams.is_empty()).then(|| view! {
            <Labelled id="team".to_owned() label=text.team() error>
                <select class="in" id="team" name="team" aria-invalid=invalid(error) aria-describedby=described_by("team", error)>
                    <option value="">{text.no_team()}</option>
                    {teams.into_iter().map(option).collect_view()}
                </select>
                {choice_at("team")}
            </Labelled>
        }.into_any())
    }

    fn active(&self, kept: bool) -> AnyView {
        let text = text();
        let on =
            self.typed.as_ref().map_or(kept, |_| self.typed("aktiv").is_some_and(|value| !value.is_empty()));
        let error = refusal_at(self.problem, Field::Active);
        view! {
            <div class="field">
                <label class="swl">
                    <input class="sw" id="aktiv" type="checkbox" role="switch" name="aktiv" value="ja" checked=on aria-describedby="aktiv-om"/>
                    {text.employee_active()}
                </label>
                <span class="hint" id="aktiv-om">{text.employee_active_hint()}</span>
                {choice_at("aktiv")}
                <Refusal id="aktiv".to_owned() error/>
            </div>
        }
        .into_any()
    }
}
