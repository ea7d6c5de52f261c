//! All open cases of one who leaves: to whom, a preview of what that touches, and the act.

use super::{EmployeeReply, api::list_employees, card::with_employee};
use crate::{
    AppError,
    cases::GlanceTable,
    house::{NotFound, page},
    page::{Page, text},
    ui::{Icon, Labelled, alert},
};
use domain::{
    cases::{Count, Feature, Filter, Glance, Responsible},
    employees::{Employee, EmployeeCard, EmployeeFilter},
    ids::PersonId,
    policy::{Action, can},
};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

page!(
    /// `/anstallda/{number}/lamna-over`: `till=` names who gets them, for the preview.
    HandOverPage in office, hand_over_page
);

fn hand_over_page() -> AnyView {
    let page = Page::current();
    on_cleanup(move || page.forget_reply());
    if !page.uses(Feature::Responsible) {
        return view! { <NotFound/> }.into_any();
    }
    with_employee(|card| view! { <HandOver card/> }.into_any())
}

#[component]
fn HandOver(card: EmployeeCard) -> impl IntoView {
    let (page, text) = (Page::current(), text());
    let EmployeeCard { employee, responsible, linked, .. } = card;
    let (id, name) = (employee.id, employee.profile.name.clone());
    let refused = page.reply::<EmployeeReply>().and_then(EmployeeReply::refused).map(|(_, problem)| problem);
    let to = use_query_map().with_untracked(|query| query.get_str("till")?.parse::<PersonId>().ok());
    let colleagues = Resource::new(|| (), |()| list_employees(EmployeeFilter::default()));
    let title = text.hand_over_title(&text.whose(&name));
    let is_empty = responsible.matching.counted == 0;
    let is_linked = page.uses(Feature::Participants) && linked.matching.counted > 0;
    let linked = is_linked.then(|| text.hand_over_linked(linked.matching));
    let rest = StoredValue::new((employee, responsible, linked));
    let choice = move || {
        Suspend::new(async move {
            match colleagues.await {
                Ok(colleagues) => {
                    let (employee, responsible, linked) = rest.get_value();
                    choice(&employee, responsible, linked, colleagues, to)
                }
                Err(AppError(problem)) => alert(problem.sentence(text)),
            }
        })
    };
    let body = match is_empty {
        true => view! { <p class="card card__b">{text.hand_over_none(&name)}</p> }.into_any(),
        false => view! { <Suspense>{choice}</Suspense> }.into_any(),
    };
    view! {
        <Title text=title.clone()/>
        <main class="main" id="main" tabindex="-1">
            <div class="page page--narrow">
                <nav class="crumbs" aria-label=text.breadcrumbs()>
                    <a href=format!("/anstallda/{id}")><Icon name="left" size="i--s"/>{name}</a>
                </nav>
                <div class="page__head"><h1>{title}</h1></div>
                {refused.map(|problem| alert(problem.sentence(text)))}
                {body}
            </div>
        </main>
    }
}

/// A GET form chooses; then the preview, and the form that does it.
fn choice(
    employee: &Employee,
    responsible: Glance,
    linked: Option<String>,
    colleagues: Vec<Employee>,
    to: Option<PersonId>,
) -> AnyView {
    let text = text();
    let id = employee.id;
    let colleagues: Vec<_> = colleagues.into_iter().filter(|colleague| colleague.id != id).collect();
    let receiver =
        colleagues.iter().find(|colleague| Some(colleague.id) == to).map(|found| found.profile.name.clone());
    let option = move |colleague: Employee| {
        let selected = Some(colleague.id) == to;
        view! { <option value=colleague.id.to_string() selected=selected>{colleague.profile.name}</option> }
    };
    let preview = to.zip(receiver).map(|(to, name)| preview(employee, responsible, linked, to, &name));
    view! {
        <div class="form">
            <form class="card" action=format!("/anstallda/{id}/lamna-over")>
                <div class="card__b form">
                    <Labelled id="till".to_owned() label=text.hand_over_to()>
                        <select class="in" id="till" name="till" aria-describedby="till-om">
                            {colleagues.into_iter().map(option).collect_view()}
                        </select>
                        <span class="hint" id="till-om">{text.hand_over_to_hint()}</span>
                    </Labelled>
                    <div><button class="btn">{text.hand_over_preview()}</button></div>
                </div>
            </form>
            {preview}
        </div>
    }
    .into_any()
}

fn preview(
    employee: &Employee,
    responsible: Glance,
    linked: Option<String>,
    to: PersonId,
    name: &str,
) -> AnyView {
    let text = text();
    let (id, theirs) = (employee.id, employee.profile.name.clone());
    let viewer = Page::current().viewer();
    let may_deactivate = employee.profile.active
        && viewer.is_some_and(|viewer| can(&viewer, Action::ManagePeople) && viewer.person != id);
    let said = match responsible.matching.counted {
        1 => text.hand_over_one(name),
        _ => text.hand_over_many(responsible.matching, name),
    };
    // The table shows the beginning.
    let shown = i32::try_from(responsible.rows.len()).unwrap_or(i32::MAX);
    let rest = Count { counted: responsible.matching.counted - shown, ..responsible.matching };
    let all = Filter { responsible: vec![Responsible::Person(id)], ..Filter::default() }.to_address();
    view! {
        <section class="card" aria-labelledby="forhandsgranskning">
            <div class="card__h"><h2 id="forhandsgranskning">{said}</h2></div>
            <GlanceTable caption=text.cases_responsible_of(&theirs) rows=responsible.rows/>
            {(rest.counted > 0).then(|| view! { <p class="card__b"><a href=all>{text.hand_over_rest(rest)}</a></p> })}
            <form class="card__b form" method="post" action=format!("/anstallda/{id}/lamna-over")>
                {linked.map(|linked| view! { <p class="sec">{linked}</p> })}
                <input type="hidden" name="till" value=to.to_string()/>
                {may_deactivate.then(|| view! {
                    <label class="ck">
                        <input type="checkbox" name="inaktivera" value="ja"/>
                        {text.hand_over_deactivate(&theirs)}
                    </label>
                })}
                <div class="row">
                    <button class="btn btn--pri"><Icon name="swap"/>{text.hand_over_do()}</button>
                    <a class="btn btn--q" href=format!("/anstallda/{id}")>{text.cancel()}</a>
                </div>
            </form>
        </section>
    }
    .into_any()
}
