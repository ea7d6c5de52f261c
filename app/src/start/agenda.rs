//! What falls due: late, today, and in the week to come. Everybody's, for an office covers for
//! each other.

use crate::{
    page::{Page, text},
    ui::{Due, Icon, PriorityGlyph},
};
use chrono::{Days, NaiveDate};
use domain::{
    cases::{CasePage, CaseRow, DateRange, Filter, Sort, SortKey},
    people::short_name,
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// The three parts, each cut to its first rows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Agenda {
    /// Due before today.
    pub late: CasePage,
    /// Due today.
    pub today: CasePage,
    /// Due in the seven days after today.
    pub week: CasePage,
}

/// The lists of late, today and the week to come, what is due first standing first.
pub(super) fn filters(today: NaiveDate) -> [Filter; 3] {
    let after = |days: u64| today.checked_add_days(Days::new(days));
    let sort = Sort { key: SortKey::Due, descending: false };
    let due = |from, to| Filter { due: DateRange { from, to }, sort, ..Filter::default() };
    [Filter { sort, ..Filter::overdue() }, due(Some(today), Some(today)), due(after(1), after(7))]
}

/// The strip over the two lists.
#[component]
pub(super) fn AgendaStrip(agenda: Agenda) -> impl IntoView {
    let text = text();
    let [late, today, week] = filters(Page::current().today());
    view! {
        <section class="card agenda" aria-label=text.agenda()>
            <Part class="agenda--late" icon="alert" heading=text.tab_late() nothing=text.agenda_none_late()
                filter=late page=agenda.late end=due/>
            <Part class="agenda--now" icon="clock" heading=text.today() nothing=text.agenda_none_today()
                filter=today page=agenda.today end=responsible/>
            <Part class="" icon="cal" heading=text.agenda_week() nothing=text.agenda_none_week()
                filter=week page=agenda.week end=due/>
        </section>
    }
}

#[component]
fn Part(
    class: &'static str,
    icon: &'static str,
    heading: &'static str,
    nothing: &'static str,
    filter: Filter,
    page: CasePage,
    /// What stands at the right of a row.
    end: fn(&CaseRow) -> AnyView,
) -> impl IntoView {
    let text = text();
    let shown = page.rows.len();
    let more = usize::try_from(page.matching.counted).is_ok_and(|matching| matching > shown);
    let rows = page.rows.into_iter().map(|case| row(end(&case), case)).collect_view();
    view! {
        <div class=class>
            <h2><Icon name=icon/>{heading} " " <span class="badge">{page.matching.to_string()}</span></h2>
            {(shown == 0).then(|| view! { <p class="mut">{nothing}</p> })}
            <ul>
                {rows}
                {more.then(|| view! {
                    <li><a class="agenda__all" href=filter.to_address()>{text.show_all_of(page.matching)}<span class="sr">": " {heading}</span></a></li>
                })}
            </ul>
        </div>
    }
}

fn row(end: AnyView, case: CaseRow) -> AnyView {
    view! {
        <li>
            <a href=format!("/arenden/{}", case.number)>
                <PriorityGlyph priority=case.priority/>
                <span class="cut grow">{case.subject}</span>
                {end}
            </a>
        </li>
    }
    .into_any()
}

fn due(case: &CaseRow) -> AnyView {
    view! { <Due on=case.due_on is_open=case.is_open/> }.into_any()
}

fn responsible(case: &CaseRow) -> AnyView {
    let name = case
        .responsible
        .as_ref()
        .map_or_else(|| text().nobody().to_owned(), |person| short_name(&person.name));
    view! { <span class="mut">{name}</span> }.into_any()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn no_day_is_left_out_or_told_twice() {
        let [late, today, week] = filters("2026-11-23".parse().unwrap()).map(|filter| filter.to_query());
        assert_eq!(late, "forsenade=ja&sort=forfaller");
        assert_eq!(today, "forfaller=2026-11-23..2026-11-23&sort=forfaller");
        assert_eq!(week, "forfaller=2026-11-24..2026-11-30&sort=forfaller");
    }
}
