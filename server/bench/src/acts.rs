//! What is measured: the acts of an office, as requests.

use crate::{
    Failure,
    http::{Answer, Asker, Request},
    imports,
    script::Varied,
};
use domain::{
    cases::{BulkChange, Channel, Edit, Filter, NewCase, Priority, Selection, Ticked},
    customers::CustomerFilter,
    events::NewComment,
    ids::{CaseNumber, CustomerId, StatusId, TypeId},
};
use serde_json::json;
use std::{
    net::SocketAddr,
    ops::RangeInclusive,
    sync::atomic::{AtomicUsize, Ordering},
};

/// So many ask at once, where many do.
pub(crate) const CLIENTS: usize = 8;
/// No demo case has it.
pub(crate) const RARE: &str = "Xylofonmatta";
/// About a fifth of the demo's cases have it.
pub(crate) const COMMON: &str = "brf";
/// What somebody says on the phone.
const BODY: &str = "Hej! Vi saknar nyckeln till förrådet på plan 2 sedan i fredags. Städaren som brukar komma hit var \
                    sjuk och vikarien visste inte var den skulle lämnas. Kan ni ringa mig på förmiddagen?";
/// Own cases of each client.
const BLOCK: i32 = 100;
const BLOCKS: i32 = BLOCK * CLIENTS as i32;

/// What an act is held against; quality targets, each where there is one.
#[derive(Clone, Copy, Default)]
pub(crate) struct Targets {
    /// Of pgbench's transactions a second, at least.
    pub(crate) ratio: Option<f64>,
    /// Milliseconds of processors, server and database, at most.
    pub(crate) processors: Option<f64>,
    /// Milliseconds that one waits, at most.
    pub(crate) wait: Option<f64>,
    /// Times as long with the largest data as with the smallest, at most.
    pub(crate) growth: Option<f64>,
}

/// Something that is done again and again.
pub(crate) struct Act {
    pub(crate) name: String,
    pub(crate) targets: Targets,
    /// What its statements are about, when each is about another case.
    pub(crate) varied: Option<Varied>,
    asker: Asker,
    request: Box<Make>,
    /// How often each client has done it.
    turns: [AtomicUsize; CLIENTS],
}

/// Makes a client's request; they count from 0, as do its turns.
type Make = dyn Fn(&Asker, usize, usize) -> Request + Send + Sync;

impl Act {
    fn new(
        asker: &Asker,
        name: impl Into<String>,
        targets: Targets,
        request: impl Fn(&Asker, usize, usize) -> Request + Send + Sync + 'static,
    ) -> Self {
        let (name, asker, request) = (name.into(), asker.clone(), Box::new(request));
        Self { name, targets, varied: None, asker, request, turns: Default::default() }
    }

    pub(crate) fn address(&self) -> SocketAddr {
        self.asker.address
    }

    /// The client's next request.
    pub(crate) fn next(&self, client: usize) -> Request {
        let turn = self.turns[client].fetch_add(1, Ordering::Relaxed);
        (self.request)(&self.asker, client, turn)
    }

    /// How often it has been done in all.
    pub(crate) fn turns(&self) -> usize {
        self.turns.iter().map(|turns| turns.load(Ordering::Relaxed)).sum()
    }

    /// # Errors
    /// When it was refused: then nothing was measured.
    pub(crate) fn judge(&self, answer: &Answer) -> Result<(), Failure> {
        if answer.status == 200 {
            return Ok(());
        }
        let said = String::from_utf8_lossy(&answer.body);
        Err(format!("{}: answered with {}: {said}", self.name, answer.status).into())
    }
}

/// Registers a case with the rare word, to be found by it.
pub(crate) fn register_rare(asker: &Asker) -> Act {
    Act::new(asker, "register", Targets::default(), |asker, _, turn| {
        asker.call("cases/create", &json!({ "case": NewCase::new(format!("{RARE} {turn}"), Channel::Phone) }))
    })
}

/// Comments that case.
pub(crate) fn comment(asker: &Asker, case: i32) -> Act {
    let comment = NewComment { case: CaseNumber(case), body: BODY.into(), external: false };
    let arguments = json!({ "comment": comment });
    Act::new(asker, "comment", Targets::default(), move |asker, _, _| asker.call("cases/comment", &arguments))
}

/// Server functions that read, each to be held against its SQL. `case` is one with ten comments.
pub(crate) fn reads(asker: &Asker, case: i32) -> Vec<Act> {
    let list = |name: &str, growth, query: String| {
        let arguments = json!({ "filter": Filter::from_query(&query) });
        let targets = Targets { ratio: Some(0.5), growth: Some(growth), ..Targets::default() };
        Act::new(asker, name, targets, move |asker, _, _| asker.call("cases/list", &arguments))
    };
    let one = Targets { ratio: Some(0.5), ..Targets::default() };
    vec![
        list("list", 1.3, String::new()),
        list("list, filtered", 1.3, FILTER.into()),
        list("search, rare word", 3.0, search(RARE)),
        list("search, common word", 3.0, search(COMMON)),
        Act::new(asker, "one case", one, move |asker, _, _| {
            asker.call("cases/show", &json!({ "number": case }))
        }),
    ]
}

/// Searches among customers, after [`imports::CUSTOMERS`] have come in.
pub(crate) fn customers(asker: &Asker) -> Vec<Act> {
    let targets = Targets { ratio: Some(0.5), ..Targets::default() };
    let list = |name: &str, query: &str| {
        let filter = CustomerFilter { query: query.into(), ..CustomerFilter::default() };
        let arguments = json!({ "filter": filter });
        Act::new(asker, name, targets, move |asker, _, _| asker.call("customers/list", &arguments))
    };
    let arguments = json!({ "text": imports::COMMON });
    vec![
        list("customers", ""),
        list("customers, rare word", imports::RARE),
        list("customers, common word", imports::COMMON),
        list("customers, phone", imports::PHONE),
        Act::new(asker, "customers, picker", targets, move |asker, _, _| {
            asker.call("customers/search", &arguments)
        }),
    ]
}

/// The same as pages, with frame, counts and the company's words.
pub(crate) fn pages(asker: &Asker, case: i32) -> Vec<Act> {
    let page = |name: &str, processors, growth, path: String| {
        let targets = Targets { processors, growth, ..Targets::default() };
        Act::new(asker, format!("page: {name}"), targets, move |asker, _, _| asker.page(&path))
    };
    vec![
        page("start", None, Some(1.5), "/".into()),
        page("list", Some(2.0), Some(1.3), "/arenden".into()),
        page("list, filtered", Some(2.0), Some(1.3), format!("/arenden?{FILTER}")),
        page("search, rare word", Some(3.0), Some(3.0), format!("/arenden?{}", search(RARE))),
        page("search, common word", Some(15.0), Some(3.0), format!("/arenden?{}", search(COMMON))),
        page("one case", Some(2.0), None, format!("/arenden/{case}")),
    ]
}

/// An everyday narrowing: assigned, urgent, open.
const FILTER: &str = "status=tilldelad&prioritet=hog";

/// Among open and closed ones.
fn search(word: &str) -> String {
    format!("q={word}&bas=alla")
}

/// Registers a case with customer, type and a body of some lines.
pub(crate) fn create(asker: &Asker) -> Act {
    let case = NewCase {
        body: BODY.into(),
        customer: Some(CustomerId(1001)),
        case_type: Some(TypeId(4)),
        ..NewCase::new("Nyckeln till förrådet saknas", Channel::Phone)
    };
    let targets = Targets { ratio: Some(0.8), processors: Some(1.5), ..Targets::default() };
    let arguments = json!({ "case": case });
    Act::new(asker, "create", targets, move |asker, _, _| asker.call("cases/create", &arguments))
}

/// Cases that were registered to be changed, all with the first version and the initial status: a block for each client
/// and act, so that nobody waits for another, and as many for pgbench.
pub(crate) struct Own {
    first: i32,
}

impl Own {
    /// So many have to be registered.
    pub(crate) const COUNT: usize = 3 * BLOCKS as usize;

    /// That many cases from this one on.
    pub(crate) const fn from(first: i32) -> Self {
        Self { first }
    }

    pub(crate) const fn of_status(&self) -> RangeInclusive<i32> {
        self.first..=self.first + BLOCKS - 1
    }

    pub(crate) const fn of_bulk(&self) -> RangeInclusive<i32> {
        self.first + BLOCKS..=self.first + 2 * BLOCKS - 1
    }

    const fn of_pgbench(&self) -> RangeInclusive<i32> {
        self.first + 2 * BLOCKS..=self.first + 3 * BLOCKS - 1
    }

    /// To Tilldelad, and the next time round back to Ny.
    pub(crate) fn change_status(&self, asker: &Asker) -> Act {
        let targets = Targets { ratio: Some(0.8), processors: Some(1.0), ..Targets::default() };
        let first = *self.of_status().start();
        let act = Act::new(asker, "change status", targets, move |asker, client, turn| {
            let (round, place) = (turn as i32 / BLOCK, turn as i32 % BLOCK);
            let status = StatusId(if round % 2 == 0 { 5 } else { 1 });
            let number = CaseNumber(first + client as i32 * BLOCK + place);
            let edit = Edit::Status(status);
            asker.call("cases/update", &json!({ "number": number, "version": 1 + round, "edit": edit }))
        });
        Act { varied: Some(Varied { recorded: self.of_status(), others: self.of_pgbench() }), ..act }
    }

    /// A block to Hög, and the next time back to Normal.
    pub(crate) fn change_many(&self, asker: &Asker) -> Act {
        let targets = Targets { wait: Some(50.0), ..Targets::default() };
        let first = *self.of_bulk().start();
        Act::new(asker, "change 100 at once", targets, move |asker, client, turn| {
            let first = first + client as i32 * BLOCK;
            let seen = |number| Ticked { number: CaseNumber(number), version: 1 + turn as i32 };
            let priority = if turn % 2 == 0 { Priority::High } else { Priority::Normal };
            let change = BulkChange {
                selection: Selection::Ticked((first..first + BLOCK).map(seen).collect()),
                edit: Edit::Priority(priority),
            };
            asker.call("cases/change-many", &json!({ "change": change }))
        })
    }
}
