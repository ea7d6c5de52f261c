//! Which cases a filter means: the condition that list, counts, neighbours and bulk changes share.

use super::order::DUE;
use crate::{Result, Tx, search::Found, settings, visible, words::words};
use domain::{
    cases::{Base, DateRange, Filter, Responsible, Vocabulary},
    ids::CaseNumber,
    people::Viewer,
    policy,
};
use sqlx::{Postgres, QueryBuilder};
use std::borrow::Cow;

/// A filter whose words have been looked up.
pub(crate) struct Matching<'a> {
    viewer: &'a Viewer,
    filter: Cow<'a, Filter>,
    base: Base,
    statuses: Vec<i16>,
    teams: Vec<i16>,
    found: Found,
    among: Option<Vec<i32>>,
}

impl<'a> Matching<'a> {
    /// Of a filter that an address or a view may hold: what the company does without narrows nothing.
    pub(crate) async fn read(viewer: &'a Viewer, tx: &mut Tx, filter: &'a Filter) -> Result<Self> {
        let filter = match filter.is_switchable() {
            true => Cow::Owned(filter.clone().in_use(settings::unused(viewer, tx).await?)),
            false => Cow::Borrowed(filter),
        };
        Self::of(viewer, tx, filter).await
    }

    /// Looks up what the filter names, as far as the plan depends on it.
    pub(super) async fn of(viewer: &'a Viewer, tx: &mut Tx, filter: Cow<'a, Filter>) -> Result<Self> {
        let mut base = filter.effective_base();
        let (mut statuses, mut teams) = (Vec::new(), Vec::new());
        if !filter.statuses.is_empty() || !filter.teams.is_empty() {
            let words = words(viewer, tx).await?;
            let named = statuses_by_slug(&words.vocabulary, &filter.statuses);
            // Said aloud, it lets the small indexes over open cases be used.
            if !filter.statuses.is_empty() && base == Base::All && named.iter().all(|(_, is_open)| *is_open) {
                base = Base::Open;
            }
            statuses = named.into_iter().map(|(id, _)| id).collect();
            teams = teams_by_slug(&words.vocabulary, &filter.teams);
        }
        let found = Found::read(viewer, tx, &filter.query, base).await?;
        Ok(Self { viewer, filter, base, statuses, teams, found, among: None })
    }

    /// Only those of these cases.
    pub(super) fn among(self, cases: &[CaseNumber]) -> Self {
        Self { among: Some(cases.iter().map(|case| case.0).collect()), ..self }
    }

    /// Appends ` FROM cases c WHERE …` with the viewer's and the filter's conditions.
    pub(crate) fn push(&self, query: &mut QueryBuilder<Postgres>) {
        query.push(" FROM cases c WHERE c.company_id = ").push_bind(self.viewer.company.0);
        visible::push(query, self.viewer);
        if let Some(among) = &self.among {
            query.push(" AND c.number = ANY(").push_bind(among.clone()).push(")");
        }
        self.push_base(query);
        self.found.push(query);
        self.push_words(query);
        self.push_people(query);
        self.push_days(query);
    }

    /// Who asks.
    pub(super) const fn viewer(&self) -> &Viewer {
        self.viewer
    }

    /// The case that was asked for by its number, whether it matches or not.
    pub(super) fn number(&self) -> Option<CaseNumber> {
        self.found.number().map(CaseNumber)
    }

    /// Whether only small words were asked for, which are looked for in subjects alone.
    pub(crate) const fn in_subject_only(&self) -> bool {
        self.found.in_subject_only()
    }

    /// Whether the same statement serves everybody. Any other is planned for its values each time:
    /// a plan that is made for one customer, word or day is wrong for the next.
    pub(crate) fn is_common(&self) -> bool {
        !self.filter.is_narrowed()
    }

    /// Whether more match than are ever counted, as the search has seen already.
    pub(crate) fn surely_many(&self) -> bool {
        let rest = Filter { query: String::new(), base: None, ..self.filter.as_ref().clone() };
        self.found.is_many() && !rest.is_narrowed() && policy::sees_all_cases(self.viewer)
    }

    fn push_base(&self, query: &mut QueryBuilder<Postgres>) {
        match self.base {
            _ if self.found.number().is_some() => query,
            Base::Open => query.push(" AND c.is_open"),
            Base::Closed => query.push(" AND NOT c.is_open"),
            Base::All => query,
        };
    }

    /// Fixed words and the company's own. Bound as smallint: the index takes nothing else.
    fn push_words(&self, query: &mut QueryBuilder<Postgres>) {
        let filter = &self.filter;
        if !filter.statuses.is_empty() {
            any(query, "c.status_id", self.statuses.clone());
        }
        if !filter.priorities.is_empty() {
            any(query, "c.priority", filter.priorities.iter().map(|priority| priority.to_i16()).collect());
        }
        if !filter.channels.is_empty() {
            any(query, "c.channel", filter.channels.iter().map(|channel| channel.to_i16()).collect());
        }
        if !filter.types.is_empty() {
            query.push(" AND c.type_id = ANY(ARRAY(SELECT coalesce(merged_into, id) FROM case_type WHERE company_id = ");
            query.push_bind(self.viewer.company.0).push(" AND slug = ANY(");
            query.push_bind(filter.types.clone()).push(")))");
        }
    }

    fn push_people(&self, query: &mut QueryBuilder<Postgres>) {
        let filter = &self.filter;
        if filter.responsible == [Responsible::Nobody] {
            // Alone it is found in the index.
            query.push(" AND c.responsible_id IS NULL");
        } else if filter.responsible.contains(&Responsible::Nobody) {
            query.push(" AND (c.responsible_id IS NULL OR c.responsible_id = ANY(");
            query.push_bind(self.people(&filter.responsible)).push("))");
        } else if !filter.responsible.is_empty() {
            any(query, "c.responsible_id", self.people(&filter.responsible));
        }
        self.push_teams(query);
        if !filter.participants.is_empty() {
            query.push(" AND c.number IN (SELECT number FROM case_participant WHERE company_id = ");
            query.push_bind(self.viewer.company.0).push(" AND person_id = ANY(");
            query.push_bind(self.people(&filter.participants)).push("))");
        }
        if !filter.creators.is_empty() {
            any(query, "c.created_by", self.people(&filter.creators));
        }
        if !filter.customers.is_empty() {
            any(query, "c.customer_id", filter.customers.iter().map(|id| id.0).collect());
        }
        if filter.changed {
            query.push(" AND c.number IN (SELECT number FROM case_seen WHERE changed AND company_id = ");
            query.push_bind(self.viewer.company.0).push(" AND person_id = ");
            query.push_bind(self.viewer.person.0).push(")");
        }
    }

    fn push_teams(&self, query: &mut QueryBuilder<Postgres>) {
        let wanted = &self.filter.teams;
        if wanted.iter().any(|slug| slug == Filter::NO_TEAM) {
            query.push(" AND (c.team_id IS NULL OR c.team_id = ANY(");
            query.push_bind(self.teams.clone()).push("))");
        } else if !wanted.is_empty() {
            any(query, "c.team_id", self.teams.clone());
        }
    }

    fn people(&self, people: &[Responsible]) -> Vec<i32> {
        let ids = people.iter().filter_map(|person| match person {
            Responsible::Me => Some(self.viewer.person.0),
            Responsible::Person(id) => Some(id.0),
            Responsible::Nobody => None,
        });
        ids.collect()
    }

    fn push_days(&self, query: &mut QueryBuilder<Postgres>) {
        let DateRange { from, to } = self.filter.created.days(self.viewer.today);
        if let Some(from) = from {
            query
                .push(" AND c.created_at >= ")
                .push_bind(from)
                .push("::timestamp AT TIME ZONE 'Europe/Stockholm'");
        }
        if let Some(to) = to {
            query
                .push(" AND c.created_at < (")
                .push_bind(to)
                .push(" + 1)::timestamp AT TIME ZONE 'Europe/Stockholm'");
        }
        self.push_due(query, self.filter.due.days(self.viewer.today));
        if self.filter.overdue {
            // What is solved is late no more.
            query.push(" AND c.is_open");
            let yesterday = self.viewer.today.pred_opt();
            self.push_due(query, DateRange { from: None, to: yesterday });
        }
    }

    /// A case that is not due is due after all days.
    fn push_due(&self, query: &mut QueryBuilder<Postgres>, days: DateRange) {
        if let Some(from) = days.from {
            query.push(" AND ").push(DUE).push(" >= ").push_bind(from);
        }
        if let Some(to) = days.to {
            query.push(" AND ").push(DUE).push(" <= ").push_bind(to);
        } else if days.from.is_some() {
            query.push(" AND ").push(DUE).push(" < 'infinity'");
        }
    }
}

/// One value is asked for by `=`: only then an index also gives the order.
fn any<T>(query: &mut QueryBuilder<Postgres>, column: &str, values: Vec<T>)
where
    T: Copy + for<'q> sqlx::Encode<'q, Postgres> + sqlx::Type<Postgres>,
    Vec<T>: for<'q> sqlx::Encode<'q, Postgres> + sqlx::Type<Postgres>,
{
    query.push(" AND ").push(column).push(" = ");
    match values.as_slice() {
        [value] => query.push_bind(*value),
        _ => query.push("ANY(").push_bind(values).push(")"),
    };
}

/// Id and whether it is open. One that was merged into another means that one. Unknown ones are left out: if none is
/// known, nothing matches.
fn statuses_by_slug(words: &Vocabulary, slugs: &[String]) -> Vec<(i16, bool)> {
    let named = slugs.iter().filter_map(|slug| words.status_by_slug(slug));
    let meant = named.map(|status| status.merged_into.and_then(|into| words.status(into)).unwrap_or(status));
    meant.map(|status| (status.id.0, status.is_open)).collect()
}

/// Unknown ones are left out, as unknown statuses are.
fn teams_by_slug(words: &Vocabulary, slugs: &[String]) -> Vec<i16> {
    slugs.iter().filter_map(|slug| words.team_by_slug(slug)).map(|team| team.id.0).collect()
}
