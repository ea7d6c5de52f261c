//! Open cases of the chosen customer: perhaps what one is about to register stands there already.

use super::fields::Room;
use crate::{
    cases::api::similar_cases,
    page::{Page, text},
    ui::{PriorityGlyph, StatusMark},
};
use domain::{cases::SimilarCase, customers::CustomerHit, format};
use leptos::prelude::*;

/// The card; nothing while no customer is chosen or has open cases.
#[component]
pub(super) fn Similar(customer: RwSignal<Option<CustomerHit>>, room: Room) -> impl IntoView {
    let cases = Resource::new(
        move || customer.with(|customer| customer.as_ref().map(|hit| hit.id)),
        |id| async move {
            match id {
                // Only a hint: without an answer there is none.
                Some(id) => similar_cases(id).await.unwrap_or_default(),
                None => Vec::new(),
            }
        },
    );
    // For those who do not see it come. Written by what waits for the answer below: who reads a resource out here
    // makes the whole panel wait, and a dialog that is taken out meanwhile is no longer modal.
    let found = RwSignal::new(0);
    let text = text();
    let told = move || Some(found.get()).filter(|found| *found > 0).map(|found| text.similar_found(found));
    let name =
        move || customer.with(|customer| customer.as_ref().map(|hit| hit.name.clone())).unwrap_or_default();
    view! {
        <p class="sr" role="status">{told}</p>
        <Transition>
            {move || {
                // Read before the answer: when it comes, the panel may have been closed.
                let name = name();
                Suspend::new(async move {
                    let cases = cases.await;
                    found.try_set(cases.len());
                    (!cases.is_empty()).then(|| view! { <Card cases name room/> })
                })
            }}
        </Transition>
    }
}

#[component]
fn Card(cases: Vec<SimilarCase>, name: String, room: Room) -> impl IntoView {
    let text = text();
    let (heading, labelled_by) = (room.id("finns"), room.id("finns"));
    view! {
        <section class="card" aria-labelledby=labelled_by>
            <div class="card__h"><h2 id=heading>{text.similar_heading()}</h2></div>
            <ul>{cases.into_iter().map(|case| view! { <li><Line case/></li> }).collect_view()}</ul>
            <p class="card__f">{text.similar_of(&name)}</p>
        </section>
    }
}

#[component]
fn Line(case: SimilarCase) -> impl IntoView {
    let (page, text) = (Page::current(), text());
    let created = format::moment_in_list(case.created_at, page.today(), text);
    view! {
        // In a tab of its own: the form stays.
        <a class="lrow" href=format!("/arenden/{}", case.number) target="_blank">
            <PriorityGlyph priority=case.priority/>
            <span class="lrow__t cut">{case.subject}</span>
            <span class="lrow__s">
                <span class="num">{case.number.to_string()}</span>
                <StatusMark status=case.status/>
                <time class="num" datetime=format::machine_moment(case.created_at)>{created}</time>
            </span>
        </a>
    }
}
