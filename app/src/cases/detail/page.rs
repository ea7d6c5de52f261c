//! The page of one case.

use super::{
    bar::Bar, case::Case, composer::Composer, facts::Facts, files::CaseFiles, templates::chosen,
    text_edit::CaseText, timeline::Timeline,
};
use crate::{
    AppError,
    cases::{
        CaseReply,
        api::{find_neighbours, show_case},
        property::{PropertyField, conflict_page},
    },
    house::{NotFound, page},
    live::Live,
    page::{Page, text},
    ui::Icon,
};
use domain::{
    cases::{CaseDetail, Filter, Neighbours, Property},
    ids::CaseNumber,
    policy::Action,
    problem::Problem,
    templates::Template,
};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::{use_params_map, use_query_map};

page!(
    /// `/arenden/{number}`
    OneCasePage in case, case_page
);

fn case_page() -> AnyView {
    let (params, query) = (use_params_map(), use_query_map());
    let number = Memo::new(move |_| params.with(|params| params.get("number")?.parse::<CaseNumber>().ok()));
    let list = Memo::new(move |_| {
        query.with(|query| Filter::from_query(query.get_str("lista").unwrap_or_default()))
    });
    let case = Resource::new_blocking(move || number.get(), find);
    let neighbours = Resource::new(
        move || (number.get(), list.get()),
        |(number, list)| async move {
            match number {
                // A way on, not the way: without an answer there is none.
                Some(number) => find_neighbours(list, number).await.unwrap_or_default(),
                None => Neighbours::default(),
            }
        },
    );
    let template = query.with_untracked(|query| query.get("mall")?.parse().ok());
    let template = Resource::new_blocking(|| (), move |()| chosen(template));
    let page = Page::current();
    let shown = StoredValue::new(None::<CaseNumber>);
    // The answer to a form belongs to the case that the form stood on.
    on_cleanup(move || page.forget_reply());
    view! {
        <Transition>
            {move || Suspend::new(async move {
                let template = template.await;
                match case.await {
                    Ok(detail) => {
                        let number = detail.row.number;
                        if shown.get_value().is_some_and(|shown| shown != number) {
                            page.forget_reply();
                        }
                        shown.set_value(Some(number));
                        conflict_page().unwrap_or_else(|| view! { <CaseView detail neighbours list template/> }.into_any())
                    }
                    Err(AppError(Problem::NotFound)) => view! { <NotFound/> }.into_any(),
                    Err(AppError(problem)) => failed(&problem),
                }
            })}
        </Transition>
    }
    .into_any()
}

async fn find(number: Option<CaseNumber>) -> Result<CaseDetail, AppError> {
    match number {
        Some(number) => show_case(number).await,
        None => Err(Problem::NotFound.into()),
    }
}

fn failed(problem: &Problem) -> AnyView {
    let text = text();
    view! {
        <Title text=text.cases_title()/>
        <main class="main" id="main" tabindex="-1">
            <div class="page">
                <h1>{text.cases_title()}</h1>
                <div class="ban ban--dan" role="alert"><Icon name="alert"/><p>{problem.sentence(text)}</p></div>
            </div>
        </main>
    }
    .into_any()
}

#[component]
fn CaseView(
    detail: CaseDetail,
    neighbours: Resource<Neighbours>,
    list: Memo<Filter>,
    /// The text that the address chooses to comment with.
    template: Option<Template>,
) -> impl IntoView {
    let wants_edit = use_query_map().with_untracked(|query| query.get_str("redigera").is_some());
    let was_refused = CaseReply::to("text").is_some();
    let may_edit = Page::current().may(Action::EditCase);
    let case = Case::new(detail, may_edit && (wants_edit || was_refused));
    Live::announce(case.number, case.is_editing.into());
    let may_comment = [Action::Comment, Action::CommentExternally].map(|action| Page::current().may(action));
    let may_comment = may_comment.contains(&true);
    let row = case.row;
    // Counted: the server writes the title last, when what belongs to the page is no longer at hand.
    let counted = ArcRwSignal::from(row);
    let strip = [Property::Status, Property::Priority, Property::Channel, Property::Type];
    let strip = strip.into_iter().filter(|property| Page::current().vocabulary(|words| words.has(*property)));
    let title = move || counted.with(|row| format!("{} {}", row.number, row.subject));
    view! {
        <Title text=title/>
        <main class="main" id="main" tabindex="-1">
            <div class="cs">
                <div class="cs__m">
                    <Bar case neighbours list/>
                    <CaseText case>
                        <div class="props">
                            {strip.map(|property| view! { <PropertyField row property/> }).collect_view()}
                        </div>
                    </CaseText>
                    <CaseFiles case/>
                    <Timeline case/>
                    {may_comment.then(|| view! { <Composer case template/> })}
                </div>
                <Facts case/>
            </div>
        </main>
    }
}
