//! Where a server process keeps what it has heard, for those who listen and those who come back.

use domain::{
    ids::{CaseNumber, CompanyId, PersonId},
    live::Heard,
    people::{Role, Viewer},
    policy,
};
use std::{
    collections::{HashMap, VecDeque},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};
use store::{
    Db,
    news::{Listener, News, concerned},
};
use tokio::sync::{OnceCell, broadcast, watch};

/// How much is kept for those who come back.
const KEPT: usize = 512;
/// How far one who listens may fall behind before anything may have changed.
const BEHIND: usize = 64;
/// Between two tries to reach the database.
const PAUSE: Duration = Duration::from_secs(1);

/// Hears the database's news and hands them on, each company's to those who look at it.
#[derive(Clone)]
pub struct Hub(Arc<Inner>);

struct Inner {
    db: Db,
    /// Tells this process from others: their numbers mean other news.
    started: u64,
    state: Mutex<State>,
    is_closed: watch::Sender<bool>,
}

#[derive(Default)]
struct State {
    /// Number of the last news.
    latest: u64,
    kept: VecDeque<Arc<Told>>,
    companies: HashMap<CompanyId, broadcast::Sender<Arc<Told>>>,
}

/// News under a number.
pub(super) struct Told {
    number: u64,
    /// None: something may have been missed, by everybody.
    news: Option<News>,
    /// Whom the cases concern; asked once, when somebody listens to whom it matters.
    concerned: OnceCell<Vec<(CaseNumber, PersonId)>>,
}

impl Told {
    fn new(number: u64, news: Option<News>) -> Arc<Self> {
        Arc::new(Self { number, news, concerned: OnceCell::new() })
    }

    fn is_of(&self, company: CompanyId) -> bool {
        self.news.as_ref().is_none_or(|news| news.company == company)
    }
}

/// What one who listens gets: what was missed, and all that comes.
pub(super) struct Listening {
    pub(super) missed: VecDeque<Arc<Told>>,
    pub(super) receiver: broadcast::Receiver<Arc<Told>>,
    pub(super) is_closed: watch::Receiver<bool>,
}

impl Hub {
    /// Listens to the database from now on.
    pub async fn start(db: Db) -> Self {
        let started = std::time::UNIX_EPOCH.elapsed().map_or(0, |elapsed| elapsed.as_micros());
        let hub = Self(Arc::new(Inner {
            db: db.clone(),
            started: u64::try_from(started).unwrap_or_default(),
            state: Mutex::default(),
            is_closed: watch::Sender::new(false),
        }));
        let first = Listener::connect(&db).await;
        tokio::spawn(hub.clone().listen(first));
        hub
    }

    /// Ends all streams: an open one would keep the server from stopping.
    pub fn close(&self) {
        self.0.is_closed.send_replace(true);
    }

    /// Tells the last news' number, for pages to carry: a stream may begin after it.
    pub fn latest_news(&self) -> Arc<dyn Fn() -> String + Send + Sync> {
        let hub = self.clone();
        Arc::new(move || {
            let latest = hub.state().latest;
            hub.written(latest)
        })
    }

    /// The number of that news, as streams carry it.
    pub(super) fn number(&self, told: &Told) -> String {
        self.written(told.number)
    }

    /// All of the company's that came after that number. Another process' number, or one that is too
    /// old, means that anything may have been missed; none means nothing was.
    pub(super) fn follow(&self, company: CompanyId, after: Option<&str>) -> Listening {
        let mut state = self.state();
        let missed = match after {
            Some(after) => self.missed(&state, company, after),
            None => VecDeque::new(),
        };
        let sender = state.companies.entry(company).or_insert_with(|| broadcast::Sender::new(BEHIND));
        Listening { missed, receiver: sender.subscribe(), is_closed: self.0.is_closed.subscribe() }
    }

    /// What that news is to the viewer: nothing, when it is of cases that they do not see.
    pub(super) async fn heard(&self, viewer: &Viewer, told: &Told) -> Option<Heard> {
        let Some(news) = &told.news else { return Some(Heard::Anything) };
        if news.company != viewer.company || viewer.role == Role::Customer {
            return None;
        }
        if news.is_all {
            return Some(Heard::Anything);
        }
        if policy::sees_all_cases(viewer) {
            return Some(Heard::Cases(news.cases.clone()));
        }
        let concerned = told.concerned.get_or_try_init(|| concerned(&self.0.db, news.company, &news.cases));
        match concerned.await {
            Ok(concerned) => {
                let theirs = concerned.iter().chain(&news.parted);
                let mut cases: Vec<_> =
                    theirs.filter(|(_, person)| *person == viewer.person).map(|(case, _)| *case).collect();
                cases.sort_unstable();
                cases.dedup();
                (!cases.is_empty()).then_some(Heard::Cases(cases))
            }
            Err(error) => {
                tracing::warn!(%error, "whom news concern");
                Some(Heard::Anything)
            }
        }
    }

    /// That something may have been missed.
    pub(super) fn gap(&self) -> Arc<Told> {
        Told::new(self.state().latest, None)
    }

    async fn listen(self, first: store::Result<Listener>) {
        let mut listener = first;
        let mut is_closed = self.0.is_closed.subscribe();
        loop {
            match listener {
                Ok(mut listener) => loop {
                    tokio::select! {
                        _ = is_closed.wait_for(|is_closed| *is_closed) => return,
                        news = listener.next() => match news {
                            Some(news) => self.tell(Some(news)),
                            None => break,
                        },
                    }
                },
                Err(error) => tracing::warn!(%error, "no news from the database"),
            }
            tokio::select! {
                _ = is_closed.wait_for(|is_closed| *is_closed) => return,
                () = tokio::time::sleep(PAUSE) => {}
            }
            listener = Listener::connect(&self.0.db).await;
            if listener.is_ok() {
                self.tell(None);
            }
        }
    }

    fn tell(&self, news: Option<News>) {
        let mut state = self.state();
        state.latest += 1;
        let told = Told::new(state.latest, news);
        if state.kept.len() == KEPT {
            state.kept.pop_front();
        }
        state.kept.push_back(told.clone());
        // Whom nobody listens to is forgotten.
        state.companies.retain(|company, sender| !told.is_of(*company) || sender.send(told.clone()).is_ok());
    }

    fn missed(&self, state: &State, company: CompanyId, after: &str) -> VecDeque<Arc<Told>> {
        let own = after.split_once('-').filter(|(started, _)| *started == self.0.started.to_string());
        let after = own.and_then(|(_, number)| number.parse::<u64>().ok());
        let oldest = state.kept.front().map_or(state.latest + 1, |told| told.number);
        match after.filter(|after| after.saturating_add(1) >= oldest) {
            Some(after) => {
                let is_theirs = |told: &&Arc<Told>| told.number > after && told.is_of(company);
                state.kept.iter().filter(is_theirs).cloned().collect()
            }
            None => VecDeque::from([Told::new(state.latest, None)]),
        }
    }

    fn written(&self, number: u64) -> String {
        format!("{}-{number}", self.0.started)
    }

    /// Nothing that holds it can panic.
    fn state(&self) -> MutexGuard<'_, State> {
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
