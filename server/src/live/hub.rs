//! Where a server process keeps what it has heard, for those who listen and those who come back.

use super::rooms::Rooms;
use domain::{
    ids::{CaseNumber, CompanyId, PersonId},
    live::Heard,
    people::{Role, Viewer},
    policy,
    presence::Presence,
};
use std::{
    collections::{HashMap, VecDeque},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};
use store::{
    Db,
    live::{self, Listener, News, concerned},
    presence::Announced,
};
use tokio::sync::{OnceCell, broadcast, watch};

/// How much is kept for those who come back.
const KEPT: usize = 512;
/// How far one who listens may fall behind before anything may have changed.
const BEHIND: usize = 64;
/// How often one looks who has been silent for too long.
const SWEEP: Duration = Duration::from_secs(5);
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
    companies: HashMap<CompanyId, broadcast::Sender<Item>>,
    rooms: Rooms,
}

/// What a stream is handed.
#[derive(Clone)]
pub(super) enum Item {
    News(Arc<Told>),
    Presence(Arc<Seen>),
}

/// News under a number.
pub(super) struct Told {
    number: u64,
    /// None: something may have been missed, by everybody.
    news: Option<News>,
    concerned: Concerned,
}

/// Who has which of a company's cases open.
pub(super) struct Seen {
    company: CompanyId,
    presence: Presence,
    concerned: Concerned,
}

/// Whom cases concern; asked once, when somebody listens to whom it matters.
type Concerned = OnceCell<Vec<(CaseNumber, PersonId)>>;

impl State {
    /// To one company's streams, or to all. Whom nobody listens to is forgotten.
    fn hand_out(&mut self, of: Option<CompanyId>, item: &Item) {
        self.companies.retain(|company, sender| {
            let is_theirs = of.is_none_or(|of| of == *company);
            !is_theirs || sender.send(item.clone()).is_ok()
        });
    }
}

impl Seen {
    fn item(company: CompanyId, presence: Presence) -> Item {
        Item::Presence(Arc::new(Self { company, presence, concerned: OnceCell::new() }))
    }
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
    pub(super) missed: VecDeque<Item>,
    pub(super) receiver: broadcast::Receiver<Item>,
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
        tokio::spawn(hub.clone().keep_swept());
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

    /// Who has what open, and all news of the company that came after that number. Another process'
    /// number, or one that is too old, means that anything may have been missed; none means nothing was.
    pub(super) fn follow(&self, company: CompanyId, after: Option<&str>) -> Listening {
        let mut state = self.state();
        let mut missed = match after {
            Some(after) => self.missed(&state, company, after),
            None => VecDeque::new(),
        };
        let presence = Presence { is_all: true, cases: state.rooms.of(company) };
        missed.push_front(Seen::item(company, presence));
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
        let mut cases = match self.theirs(viewer, news.company, &news.cases, &told.concerned).await {
            Ok(cases) => cases,
            Err(error) => {
                tracing::warn!(%error, "whom news concern");
                return Some(Heard::Anything);
            }
        };
        let parted = news.parted.iter().filter(|(_, person)| *person == viewer.person);
        cases.extend(parted.map(|(case, _)| *case));
        cases.sort_unstable();
        cases.dedup();
        (!cases.is_empty()).then_some(Heard::Cases(cases))
    }

    /// What of it the viewer sees.
    pub(super) async fn seen(&self, viewer: &Viewer, seen: &Seen) -> Option<Presence> {
        let Seen { company, presence, concerned } = seen;
        if *company != viewer.company || viewer.role == Role::Customer {
            return None;
        }
        let cases: Vec<_> = presence.cases.iter().map(|(case, _)| *case).collect();
        let theirs = match self.theirs(viewer, *company, &cases, concerned).await {
            Ok(theirs) => theirs,
            Err(error) => {
                tracing::warn!(%error, "whom presence concerns");
                return None;
            }
        };
        let cases = presence.cases.iter().filter(|(case, _)| theirs.contains(case)).cloned();
        let presence = Presence { is_all: presence.is_all, cases: cases.collect() };
        (presence.is_all || !presence.cases.is_empty()).then_some(presence)
    }

    /// Those of the company's cases that the viewer sees.
    async fn theirs(
        &self,
        viewer: &Viewer,
        company: CompanyId,
        cases: &[CaseNumber],
        concerning: &Concerned,
    ) -> store::Result<Vec<CaseNumber>> {
        if policy::sees_all_cases(viewer) || cases.is_empty() {
            return Ok(cases.to_vec());
        }
        let concerned = concerning.get_or_try_init(|| concerned(&self.0.db, company, cases)).await?;
        let theirs = concerned.iter().filter(|(_, person)| *person == viewer.person);
        Ok(theirs.map(|(case, _)| *case).collect())
    }

    /// What stands for all that one has fallen behind with.
    pub(super) fn gap(&self, company: CompanyId) -> [Item; 2] {
        let state = self.state();
        let presence = Presence { is_all: true, cases: state.rooms.of(company) };
        [Item::News(Told::new(state.latest, None)), Seen::item(company, presence)]
    }

    async fn listen(self, first: store::Result<Listener>) {
        let mut listener = first;
        let mut is_closed = self.0.is_closed.subscribe();
        loop {
            match listener {
                Ok(mut listener) => loop {
                    tokio::select! {
                        _ = is_closed.wait_for(|is_closed| *is_closed) => return,
                        told = listener.next() => match told {
                            Some(live::Told::News(news)) => self.tell(Some(news)),
                            Some(live::Told::Presence(announced)) => self.take(announced),
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
        let of = told.news.as_ref().map(|news| news.company);
        state.hand_out(of, &Item::News(told));
    }

    fn take(&self, announced: Announced) {
        let (company, case) = (announced.company, announced.case);
        let mut state = self.state();
        if let Some(people) = state.rooms.take(announced, Instant::now()) {
            let presence = Presence { is_all: false, cases: vec![(case, people)] };
            state.hand_out(Some(company), &Seen::item(company, presence));
        }
    }

    async fn keep_swept(self) {
        let mut is_closed = self.0.is_closed.subscribe();
        loop {
            tokio::select! {
                _ = is_closed.wait_for(|is_closed| *is_closed) => return,
                () = tokio::time::sleep(SWEEP) => self.sweep(),
            }
        }
    }

    fn sweep(&self) {
        let mut state = self.state();
        for (company, case, people) in state.rooms.sweep(Instant::now()) {
            let presence = Presence { is_all: false, cases: vec![(case, people)] };
            state.hand_out(Some(company), &Seen::item(company, presence));
        }
    }

    fn missed(&self, state: &State, company: CompanyId, after: &str) -> VecDeque<Item> {
        let own = after.split_once('-').filter(|(started, _)| *started == self.0.started.to_string());
        let after = own.and_then(|(_, number)| number.parse::<u64>().ok());
        let oldest = state.kept.front().map_or(state.latest + 1, |told| told.number);
        match after.filter(|after| after.saturating_add(1) >= oldest) {
            Some(after) => {
                let is_theirs = |told: &&Arc<Told>| told.number > after && told.is_of(company);
                state.kept.iter().filter(is_theirs).cloned().map(Item::News).collect()
            }
            None => VecDeque::from([Item::News(Told::new(state.latest, None))]),
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
