//! The company's teams. All are plain forms that load the page anew: teams are everywhere on it.

use super::{EmployeeReply, api::list_teams};
use crate::{
    AppError,
    house::page,
    page::{Page, text},
    ui::{Icon, Labelled, alert, described_by, invalid, refusal_at},
};
use domain::{
    problem::{Field, Problem},
    teams::TeamRow,
};
use leptos::prelude::*;
use leptos_meta::Title;

page!(
    /// `/anstallda/team`
    TeamsPage in office, teams_page
);

fn teams_page() -> AnyView {
    let (page, text) = (Page::current(), text());
    let reply = page.reply::<EmployeeReply>().and_then(EmployeeReply::refused);
    on_cleanup(move || page.forget_reply());
    let teams = Resource::new(|| (), |()| list_teams());
    let (typed, problem) = reply.unzip();
    let of_new = typed.as_ref().is_some_and(|typed| typed.iter().any(|(name, _)| name == "nytt"));
    let typed = typed.into_iter().flatten().find(|(name, _)| name == "namn").map(|(_, value)| value);
    let (at_new, at_team) = if of_new { (problem, None) } else { (None, problem) };
    let list = move || {
        Suspend::new(async move {
            match teams.await {
                Ok(teams) => shown(teams),
                Err(AppError(problem)) => alert(problem.sentence(text)),
            }
        })
    };
    view! {
        <Title text=text.teams()/>
        <main class="main" id="main" tabindex="-1">
            <div class="page page--slim">
                <nav class="crumbs" aria-label=text.breadcrumbs()>
                    <a href="/anstallda"><Icon name="left" size="i--s"/>{text.menu_employees()}</a>
                </nav>
                <div class="page__head"><h1>{text.teams()}</h1></div>
                <p class="sec lead">{text.teams_text()}</p>
                {at_team.map(|problem| alert(problem.sentence(text)))}
                <div class="form">
                    <section class="card" aria-label=text.teams()><Suspense>{list}</Suspense></section>
                    <New typed=typed.filter(|_| of_new) problem=at_new/>
                </div>
            </div>
        </main>
    }
    .into_any()
}

fn shown(teams: Vec<TeamRow>) -> AnyView {
    let text = text();
    if teams.is_empty() {
        return view! { <p class="card__b sec">{text.no_teams()}</p> }.into_any();
    }
    let last = teams.len() - 1;
    let rows = teams.into_iter().enumerate().map(|(place, team)| row(team, place == 0, place == last));
    view! { <ul class="teams">{rows.collect_view()}</ul> }.into_any()
}

fn row(team: TeamRow, is_first: bool, is_last: bool) -> AnyView {
    let text = text();
    let TeamRow { id, name, hidden, employees, in_use } = team;
    let icon = |act: &'static str, label: String, icon: &'static str, disabled: bool| {
        view! {
            <button class="btn btn--q btn--i" name="andra" value=act aria-label=label.clone() title=label disabled=disabled>
                <Icon name=icon/>
            </button>
        }
    };
    let (hide, hide_label, hide_word) = match hidden {
        true => ("visa", text.team_show(&name), text.show_again()),
        false => ("dolj", text.team_hide(&name), text.hide()),
    };
    view! {
        <li>
            <form class="teams__r" method="post" action=format!("/anstallda/team/{id}") autocomplete="off">
                // The first button is what Enter presses.
                <button class="sr" name="andra" value="namn" tabindex="-1" aria-hidden="true">{text.save()}</button>
                <input class="in grow" name="namn" value=name.clone() aria-label=text.rename_team(&name)/>
                <span class="sec teams__n">
                    {hidden.then(|| view! { <span class="tag">{text.team_hidden()}</span> " " })}
                    {text.team_employees(employees)}
                </span>
                <button class="btn" name="andra" value="namn">{text.save()}<span class="sr">": " {text.rename_team(&name)}</span></button>
                {icon("upp", text.team_up(&name), "up", is_first)}
                {icon("ner", text.team_down(&name), "down", is_last)}
                {if in_use {
                    view! { <button class="btn btn--q" name="andra" value=hide aria-label=hide_label>{hide_word}</button> }.into_any()
                } else {
                    view! {
                        <button class="btn btn--q" name="andra" value="bort" aria-label=text.team_remove(&name)>{text.remove()}</button>
                    }
                    .into_any()
                }}
            </form>
        </li>
    }
    .into_any()
}

#[component]
fn New(typed: Option<String>, problem: Option<Problem>) -> impl IntoView {
    let text = text();
    let error = refusal_at(RwSignal::new(problem), Field::Team);
    view! {
        <form class="card card__b form" method="post" action="/anstallda/team" autocomplete="off">
            <input type="hidden" name="nytt" value="ja"/>
            <Labelled id="nytt-team".to_owned() label=text.new_team() error>
                <input class="in" id="nytt-team" name="namn" value=typed
                    aria-invalid=invalid(error) aria-describedby=described_by("nytt-team", error)/>
            </Labelled>
            <div><button class="btn btn--pri"><Icon name="plus"/>{text.add_team()}</button></div>
        </form>
    }
}
