//! What has changed, told to all server processes on the database: after the commit, many changes
//! together, by PostgreSQL's NOTIFY. Only numbers are told; who hears of a case asks for it as the
//! viewer that they are.

use crate::{
    Db, Result,
    presence::{self, Announced},
};
use domain::ids::{CaseNumber, CompanyId, PersonId};
use sqlx::{PgPool, postgres::PgListener};
use std::{collections::BTreeMap, time::Duration};
use tokio::sync::mpsc;

/// Where it is told.
const CHANNEL: &str = "arende_news";
/// How long news wait for others.
const TOGETHER: Duration = Duration::from_millis(20);
/// More are told as "anything": PostgreSQL takes 8,000 bytes at a time.
const MOST: usize = 200;

/// What was changed in a company.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct News {
    /// Its tenant.
    pub company: CompanyId,
    /// These cases.
    pub cases: Vec<CaseNumber>,
    /// These cases concern these persons no longer.
    pub parted: Vec<(CaseNumber, PersonId)>,
    /// More than can be told.
    pub is_all: bool,
}

impl News {
    /// None so far.
    pub(crate) const fn of(company: CompanyId) -> Self {
        Self { company, cases: Vec::new(), parted: Vec::new(), is_all: false }
    }

    const fn is_empty(&self) -> bool {
        self.cases.is_empty() && self.parted.is_empty() && !self.is_all
    }

    fn add(&mut self, later: Self) {
        self.cases.extend(later.cases);
        self.parted.extend(later.parted);
        self.is_all |= later.is_all;
    }

    /// `7 2411 2412 2412-3`, or `7 *`.
    fn write(mut self) -> String {
        self.cases.sort_unstable();
        self.cases.dedup();
        self.parted.sort_unstable();
        self.parted.dedup();
        if self.is_all || self.cases.len() + self.parted.len() > MOST {
            return format!("{} *", self.company);
        }
        let cases = self.cases.iter().map(|case| format!(" {case}"));
        let parted = self.parted.iter().map(|(case, person)| format!(" {case}-{person}"));
        cases.chain(parted).fold(self.company.to_string(), |text, part| text + &part)
    }

    /// None of what another program may say on the channel.
    fn read(text: &str) -> Option<Self> {
        let mut parts = text.split(' ');
        let mut news = Self::of(parts.next()?.parse().ok()?);
        for part in parts {
            match part.split_once('-') {
                None if part == "*" => news.is_all = true,
                None => news.cases.push(part.parse().ok()?),
                Some((case, person)) => news.parted.push((case.parse().ok()?, person.parse().ok()?)),
            }
        }
        Some(news)
    }
}

/// The way from a commit to the channel. It has no place to wait in: a commit is not held up by it.
#[derive(Clone, Debug)]
pub(crate) struct Publisher(mpsc::UnboundedSender<News>);

impl Publisher {
    /// Runs as long as somebody may publish.
    pub(crate) fn start(pool: PgPool) -> Self {
        let (sender, mut receiver) = mpsc::unbounded_channel::<News>();
        tokio::spawn(async move {
            while let Some(first) = receiver.recv().await {
                tokio::time::sleep(TOGETHER).await;
                let mut together = BTreeMap::from([(first.company, first)]);
                while let Ok(later) = receiver.try_recv() {
                    together.entry(later.company).or_insert_with(|| News::of(later.company)).add(later);
                }
                let payloads: Vec<String> = together.into_values().map(News::write).collect();
                if let Err(error) = notify(&pool, &payloads).await {
                    // Whoever listens has lost the database too, and will tell that anything may have changed.
                    tracing::warn!(%error, "news were not told");
                }
            }
        });
        Self(sender)
    }

    pub(crate) fn publish(&self, news: News) {
        if !news.is_empty() {
            // There is a receiver as long as the runtime is not going down.
            let _ = self.0.send(news);
        }
    }
}

async fn notify(pool: &PgPool, payloads: &[String]) -> Result<()> {
    sqlx::query!("SELECT pg_notify($1, payload) FROM unnest($2::text[]) AS payload", CHANNEL, payloads)
        .fetch_all(pool)
        .await?;
    Ok(())
}

/// What is heard.
#[derive(Clone, Debug)]
pub enum Told {
    /// Cases were changed.
    News(News),
    /// Somebody has a case open, or has left it.
    Presence(Announced),
}

/// Hears what any server process on the database tells.
#[derive(Debug)]
pub struct Listener(PgListener);

impl Listener {
    /// Takes one connection of the pool for as long as it lives.
    ///
    /// # Errors
    /// When the database cannot be reached.
    pub async fn connect(db: &Db) -> Result<Self> {
        let mut listener = PgListener::connect_with(db.without_company()).await?;
        listener.eager_reconnect(false);
        listener.listen_all([CHANNEL, presence::CHANNEL]).await?;
        Ok(Self(listener))
    }

    /// The next news, in the order of the commits. None when the connection is lost, and with it perhaps
    /// news: who goes on listens anew, and then takes anything for changed.
    pub async fn next(&mut self) -> Option<Told> {
        loop {
            match self.0.try_recv().await {
                Ok(Some(told)) => {
                    let understood = match told.channel() {
                        presence::CHANNEL => Announced::read(told.payload()).map(Told::Presence),
                        _ => News::read(told.payload()).map(Told::News),
                    };
                    match understood {
                        Some(told) => return Some(told),
                        None => tracing::warn!(payload = told.payload(), "not understood"),
                    }
                }
                Ok(None) => return None,
                Err(error) => {
                    tracing::debug!(%error, "news");
                    return None;
                }
            }
        }
    }
}

/// Whom each of the cases concerns, of those who see only what concerns them: as the database's
/// `cases_concerning` has it, the other way round.
///
/// # Errors
/// When the database fails.
pub async fn concerned(
    db: &Db,
    company: CompanyId,
    cases: &[CaseNumber],
) -> Result<Vec<(CaseNumber, PersonId)>> {
    let mut tx = db.begin_in(company).await?;
    let concerned = sqlx::query!(
        r#"SELECT number AS "number!: CaseNumber", responsible_id AS "person!: PersonId" FROM cases
           WHERE company_id = $1 AND number = ANY($2) AND responsible_id IS NOT NULL
           UNION SELECT number, created_by FROM cases WHERE company_id = $1 AND number = ANY($2)
           UNION SELECT number, person_id FROM case_participant WHERE company_id = $1 AND number = ANY($2)"#,
        company.0,
        cases as _
    )
    .fetch_all(&mut *tx)
    .await?;
    Ok(concerned.into_iter().map(|one| (one.number, one.person)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn news(cases: &[i32], parted: &[(i32, i32)]) -> News {
        News {
            cases: cases.iter().copied().map(CaseNumber).collect(),
            parted: parted.iter().map(|&(case, person)| (CaseNumber(case), PersonId(person))).collect(),
            ..News::of(CompanyId(7))
        }
    }

    #[test]
    fn news_survive_the_channel() {
        for news in [news(&[2411], &[]), news(&[1, 2], &[(2, 3)]), News { is_all: true, ..news(&[], &[]) }] {
            assert_eq!(News::read(&news.clone().write()), Some(news));
        }
        assert_eq!(News::read("7 2411 x"), None);
        assert_eq!(News::read(""), None);
    }

    #[test]
    fn too_many_are_anything() {
        let many: Vec<i32> = (1..=300).collect();
        assert_eq!(news(&many, &[]).write(), "7 *");
    }
}
