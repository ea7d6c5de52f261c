//! The page of a new case.

use super::{
    fields::{Fields, Room},
    foot::{CaseForm, Foot},
    form::Form,
    notes::Notes,
    prefill::{Begun, Wish, oneself},
    similar::Similar,
    typed::Typed,
};
use crate::{
    cases::NewCaseReply,
    house::{Forbidden, page},
    page::{Page, text},
    ui::Icon,
};
use domain::{ids::CaseNumber, policy::Action};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::{use_navigate, use_query_map};

page!(
    /// `/arenden/nytt`
    NewCasePage in case, new_case_page
);

fn new_case_page() -> AnyView {
    let page = Page::current();
    if !page.may(Action::CreateCase) {
        return view! { <Forbidden/> }.into_any();
    }
    let query = use_query_map().get_untracked();
    let wish = Wish::read(&query);
    let reply: Option<NewCaseReply> = page.reply();
    let kept = reply.as_ref().map(|reply| Typed(reply.typed.clone()));
    let asked = wish.clone();
    let begun = Resource::new_blocking(
        || (),
        move |()| {
            let (asked, kept) = (asked.clone(), kept.clone());
            let (me, words) = (oneself(page), page.vocabulary(Clone::clone));
            async move {
                match kept {
                    Some(typed) => Begun { typed, left_out: Vec::new() },
                    None => asked.fulfil(me, words).await,
                }
            }
        },
    );
    let created = query.get("skapat").and_then(|number| number.parse().ok());
    let text = text();
    view! {
        <Title text=text.new_case()/>
        <main class="main" id="main" tabindex="-1">
            <div class="page page--narrow">
                <nav class="crumbs" aria-label=text.crumbs()>
                    <a href="/arenden"><Icon name="left" size="i--s"/>{text.cases_title()}</a>
                </nav>
                <div class="page__head"><h1>{text.new_case()}</h1></div>
                <Suspense>
                    {move || {
                        let (from, reply) = (wish.name(), reply.clone());
                        Suspend::new(async move {
                            let Begun { typed, left_out } = begun.await;
                            view! { <PageForm typed left_out from reply created/> }
                        })
                    }}
                </Suspense>
            </div>
        </main>
    }
    .into_any()
}

#[component]
fn PageForm(
    typed: Typed,
    left_out: Vec<String>,
    from: String,
    reply: Option<NewCaseReply>,
    created: Option<CaseNumber>,
) -> impl IntoView {
    let (page, text) = (Page::current(), text());
    let navigate = use_navigate();
    let done = Callback::new(move |number| navigate(&format!("/arenden/{number}"), Default::default()));
    page.forget_reply();
    let form = Form::new(typed, &from, reply.as_ref().map(|reply| reply.problem.clone()), done);
    form.created.set(created);
    let me = oneself(page).map(|me| me.name);
    view! {
        <div class="formgrid">
            <CaseForm form class="card">
                <div class="card__b">
                    <div class="form">
                        <Notes form room=Room::Page/>
                        {left_out.into_iter().map(|name| view! {
                            <div class="ban" role="status"><Icon name="off"/><p>{text.not_chosen_any_more(&name)}</p></div>
                        }).collect_view()}
                        <Fields form room=Room::Page reply/>
                    </div>
                </div>
                <Foot form>
                    <a class="btn btn--q" href="/arenden">{text.cancel()}</a>
                </Foot>
            </CaseForm>
            <aside class="aside">
                <Similar customer=form.customer room=Room::Page/>
                <section class="card" aria-labelledby="sjalv">
                    <div class="card__h"><h2 id="sjalv">{text.set_by_itself()}</h2></div>
                    <dl class="dl card__b">
                        <dt>{text.case_number()}</dt>
                        <dd>{text.when_created()}</dd>
                        <dt>{text.created()}</dt>
                        <dd>{text.when_created()}</dd>
                        <dt>{text.created_by()}</dt>
                        <dd>{me}</dd>
                    </dl>
                </section>
            </aside>
        </div>
    }
}
