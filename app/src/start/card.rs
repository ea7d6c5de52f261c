//! The two cards of the start page and their rows.

use crate::{
    page::{Page, text},
    ui::{ChannelMark, Due, PriorityGlyph, StatusMark},
};
use domain::{
    cases::{CasePage, CaseRow, Filter},
    format,
};
use leptos::prelude::*;

/// Mina ärenden: when each is due, and how far it has come.
pub(super) fn mine_card(page: CasePage) -> impl IntoView {
    let text = text();
    let words = Words {
        id: "mina",
        heading: text.my_cases(),
        show_all: text.show_all_mine(),
        nothing: text.none_mine(),
    };
    card(words, page, Filter::mine().to_address(), |case| {
        (
            view! { <Due on=case.due_on is_open=case.is_open/> }.into_any(),
            view! { <StatusMark status=case.status/> }.into_any(),
        )
    })
}

/// Nyinkomna ärenden: which way each came in, and when.
pub(super) fn new_card(page: CasePage, initial: &str) -> impl IntoView {
    let text = text();
    let today = Page::current().today();
    let words = Words {
        id: "nya",
        heading: text.new_cases_heading(),
        show_all: text.show_all_new(),
        nothing: text.none_new(),
    };
    card(words, page, Filter::with_status(initial).to_address(), move |case| {
        let at = format::moment_in_list(case.created_at, today, text);
        (
            view! { <ChannelMark channel=case.channel narrow=true/> }.into_any(),
            view! { <time class="num" datetime=format::machine_moment(case.created_at)>{at}</time> }
                .into_any(),
        )
    })
}

struct Words {
    id: &'static str,
    heading: &'static str,
    show_all: &'static str,
    nothing: &'static str,
}

/// `ends` gives what stands at the right of a row, on its first and second line.
fn card(
    words: Words,
    page: CasePage,
    all: String,
    ends: impl Fn(&CaseRow) -> (AnyView, AnyView),
) -> impl IntoView {
    let rows: Vec<_> = page.rows.into_iter().map(|case| row(ends(&case), case)).collect();
    let nothing = rows.is_empty().then(|| view! { <p class="card__b sec">{words.nothing}</p> });
    view! {
        <section class="card" aria-labelledby=words.id>
            <div class="card__h">
                <h2 id=words.id>{words.heading}</h2>
                <span class="badge">{page.matching.to_string()}</span>
                <a class="push" href=all>{text().show_all()}<span class="sr">{words.show_all}</span></a>
            </div>
            {nothing}
            <ul>{rows}</ul>
        </section>
    }
}

fn row((first, second): (AnyView, AnyView), case: CaseRow) -> AnyView {
    let text = text();
    let customer = case.customer.map_or_else(|| text.without_customer().to_owned(), |(_, name)| name);
    view! {
        <li>
            <a class="lrow" href=format!("/arenden/{}", case.number)>
                <PriorityGlyph priority=case.priority/>
                <span class="lrow__t cut">{case.subject}</span>
                <span class="lrow__r">{first}</span>
                <span class="lrow__s">
                    <span class="num">{case.number.to_string()}</span>
                    <span class="cut">{customer}</span>
                </span>
                <span class="lrow__r2">{second}</span>
            </a>
        </li>
    }
    .into_any()
}
