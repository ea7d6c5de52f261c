//! Makes the cases of a demo company one after the other, in the order in which they came in.

use chrono::{Days, NaiveDate, NaiveDateTime};
use domain::cases::{Channel, Priority};

use super::calendar::{Arrivals, Present, workday_from};
use super::cards::{Card, cards};
use super::choices::{self, Candidates, OpenShare};
use super::company::Company;
use super::corpus::showcase::{self, Pinned};
use super::corpus::slots::{Scene, fill};
use super::corpus::template::{Doer, Fits, NOBODY, Template};
use super::customers::{Customer, CustomerKind, customer_count, customers};
use super::history::{self, Cast, Outcome};
use super::random::Random;
use super::record::{Case, CaseType, Status};
use super::staff::{Employee, employees};
use super::streets::{Street, streets};

/// One company of the demo: its people, its customers, and the source of its cases.
#[derive(Clone, Debug)]
pub struct DemoCompany {
    /// Which of the two.
    pub company: Company,
    /// Cases point at their places in this list.
    pub employees: Vec<Employee>,
    /// Cases point at their places in this list.
    pub customers: Vec<Customer>,
    /// The customers' cards, in the same order.
    pub cards: Vec<Card>,
    seed: u64,
    case_count: usize,
    present: Present,
}

impl DemoCompany {
    /// A company with `case_count` cases up to `now`, the local time in Sweden.
    ///
    /// The same for the same seed and count all morning and again from 09.30 until midnight;
    /// nothing in it is later than `now`.
    pub fn new(seed: u64, company: Company, case_count: usize, now: NaiveDateTime) -> Self {
        let customers = customers(seed, company, customer_count(case_count));
        Self {
            company,
            employees: employees(company),
            cards: cards(seed, company, &customers),
            customers,
            seed,
            case_count,
            present: Present::at(now),
        }
    }

    /// All cases, oldest first, made one at a time.
    pub fn cases(&self) -> Cases<'_> {
        Cases::new(self)
    }
}

/// The cases of a company; an iterator that holds a day at a time.
#[derive(Clone, Debug)]
pub struct Cases<'a> {
    demo: &'a DemoCompany,
    arrivals: Arrivals,
    candidates: Candidates,
    open_share: OpenShare,
    /// For each of `CustomerKind::ALL`, the customers of that kind.
    customers_by_kind: Vec<Vec<usize>>,
    office: Deck,
    field: Deck,
    streets: Vec<Street>,
    given: usize,
}

/// What is decided about a case before anything is written.
#[derive(Clone, Copy)]
struct Draft {
    template: Template,
    case_type: CaseType,
    body: &'static str,
    channel: Channel,
    priority: Priority,
    status: Status,
    customer: Option<usize>,
    responsible: Option<usize>,
    /// Who made the case, where that is settled.
    creator: Option<usize>,
    due_on: Option<NaiveDate>,
    /// How much of the thread has been written, where that is settled.
    said: Option<usize>,
}

impl<'a> Cases<'a> {
    fn new(demo: &'a DemoCompany) -> Self {
        let mut random = Random::new(demo.seed, &[demo.company.stream(), 2]);
        let customers_by_kind = CustomerKind::ALL
            .iter()
            .map(|kind| positions(&demo.customers, |customer| customer.kind == *kind))
            .collect();
        Self {
            demo,
            open_share: OpenShare::new(&mut random),
            candidates: Candidates::new(),
            customers_by_kind,
            office: Deck::new(&demo.employees, Employee::is_office),
            field: Deck::new(&demo.employees, |employee| !employee.is_office()),
            streets: streets(demo.company.home()).collect(),
            given: 0,
            arrivals: Arrivals::new(random, demo.present, demo.case_count),
        }
    }

    fn draft(&mut self, created: NaiveDateTime, random: &mut Random) -> Draft {
        let newer = self.demo.case_count - self.given;
        let open = self.open_share.next(newer, self.demo.case_count);
        match self.pinned(newer) {
            Some(pinned) => self.pinned_draft(pinned, created),
            None => self.chosen_draft(created, open, random),
        }
    }

    fn pinned(&self, newer: usize) -> Option<&'static Pinned> {
        let shown = self.demo.company == Company::Bjorkdala && self.demo.case_count >= showcase::LEAST_CASES;
        showcase::pinned(newer).filter(|_| shown)
    }

    fn pinned_draft(&self, pinned: &Pinned, created: NaiveDateTime) -> Draft {
        let Pinned { template, case_type, channel, priority, status, .. } = *pinned;
        let today = self.demo.present.today;
        let due_on = pinned.due.map(|days| match u64::try_from(days) {
            Ok(days) => workday_from(today + Days::new(days)),
            Err(_) => choices::workday_until(today - Days::new(days.unsigned_abs()), created.date()),
        });
        Draft {
            template,
            case_type,
            body: template.bodies.first().copied().unwrap_or_default(),
            channel,
            priority,
            status,
            customer: pinned
                .customer
                .and_then(|name| self.demo.customers.iter().position(|customer| customer.name == name)),
            responsible: pinned.responsible.and_then(|name| self.employee(name)),
            due_on,
            creator: self.employee("Amira").filter(|_| channel == Channel::Mobile),
            said: Some(template.thread.len().saturating_sub(1)),
        }
    }

    fn employee(&self, first_name: &str) -> Option<usize> {
        self.demo.employees.iter().position(|employee| employee.first_name == first_name)
    }

    fn chosen_draft(&mut self, created: NaiveDateTime, open: bool, random: &mut Random) -> Draft {
        let present = self.demo.present;
        let (case_type, template) = self.candidates.choose(created, random);
        let (body, channel) = choices::body_and_channel(case_type, template, created, random);
        let priority = choices::priority(template, random);
        let status = self.status(case_type, created, open, random);
        let due_on = if status.is_open() {
            choices::open_due(created.date(), priority, present, random)
        } else {
            choices::closed_due(created.date(), priority, random)
        };
        Draft {
            template: *template,
            case_type,
            body,
            channel,
            priority,
            status,
            customer: self.customer(template.fits, random),
            responsible: self.responsible(case_type, template, status, random),
            due_on,
            creator: None,
            said: None,
        }
    }

    fn status(&self, case_type: CaseType, created: NaiveDateTime, open: bool, random: &mut Random) -> Status {
        // In a small company days go by without a case, and still the newest few are new.
        let newer = (self.demo.case_count - self.given) as i64;
        let age = (self.demo.present.today - created.date()).num_days().min(newer / 2);
        if !history::has_time(created, self.demo.present.until) {
            return Status::New;
        }
        match open {
            true if case_type == CaseType::OwnTask => Status::Assigned,
            true => choices::open_status(age, random),
            false => choices::closed_status(age, random),
        }
    }

    /// Kinds with more customers come more often, and some customers much more often than others.
    fn customer(&self, fits: Fits, random: &mut Random) -> Option<usize> {
        if fits == NOBODY {
            return None;
        }
        let weights: Vec<_> = CustomerKind::ALL
            .iter()
            .zip(&self.customers_by_kind)
            .map(|(kind, list)| if fits.covers(kind.fits()) { list.len() } else { 0 })
            .collect();
        let list = &self.customers_by_kind[random.weighted(&weights)];
        let place = random.unit().powf(1.7) * list.len() as f64;
        list.get(place as usize).copied()
    }

    fn responsible(
        &mut self,
        case_type: CaseType,
        template: &Template,
        status: Status,
        random: &mut Random,
    ) -> Option<usize> {
        let percent = match status {
            _ if case_type == CaseType::OwnTask => 100,
            Status::New => 8,
            Status::Solved | Status::Closed => 96,
            _ => 93,
        };
        let to_office = match template.doer {
            Doer::Office => true,
            Doer::Field => false,
            Doer::Either => random.chance(35),
        };
        let deck = if to_office { &mut self.office } else { &mut self.field };
        if !random.chance(percent) {
            return None;
        }
        Some(if status.is_open() { deck.deal(random) } else { deck.any(random) })
    }

    fn write(&self, draft: Draft, created: NaiveDateTime, random: &mut Random) -> Case {
        let parts = self.parts(&draft, random);
        let scene = self.scene(&draft, &parts, created, random);
        let outcome = Outcome {
            created,
            until: self.demo.present.until,
            status: draft.status,
            priority: draft.priority,
            own: draft.case_type == CaseType::OwnTask,
            said: draft.said,
        };
        let cast = Cast {
            responsible: draft.responsible,
            office: parts.office,
            field: &parts.field,
            colleague: parts.colleague,
            customer: draft.customer,
        };
        let history = history::tell(outcome, draft.template.thread, cast, &scene, random);
        Case {
            number: self.given as u32,
            created,
            updated: history.updated,
            subject: fill(draft.template.subject, &scene),
            body: fill(draft.body, &scene),
            case_type: draft.case_type,
            channel: draft.channel,
            priority: draft.priority,
            status: draft.status,
            customer: draft.customer,
            responsible: draft.responsible,
            creator: parts.creator,
            participants: self.participants(draft.responsible, random),
            due_on: draft.due_on,
            comments: history.comments,
            changes: history.changes,
        }
    }

    fn parts(&self, draft: &Draft, random: &mut Random) -> Parts {
        let is_office = |index: &usize| self.demo.employees[*index].is_office();
        let by_phone = draft.channel == Channel::Mobile;
        let creator = match (draft.creator, draft.responsible) {
            (Some(creator), _) => creator,
            (None, Some(responsible)) if draft.case_type == CaseType::OwnTask => responsible,
            _ if by_phone => self.field.any(random),
            _ => self.office.any(random),
        };
        let office = draft.responsible.filter(is_office);
        let office = office.or(Some(creator).filter(is_office));
        let office = office.unwrap_or_else(|| self.office.any(random));
        let is_field = |index: &usize| !is_office(index);
        let speaker = draft.responsible.filter(is_field).or(Some(creator).filter(is_field));
        let field = match draft.case_type {
            CaseType::Internal | CaseType::OwnTask if !is_office(&creator) => vec![creator],
            CaseType::Internal => self.field.everyone(random),
            _ => vec![speaker.unwrap_or_else(|| self.field.any(random))],
        };
        let colleague = self.field.other_than(&field, random);
        Parts { creator, office, field, colleague }
    }

    fn scene(&self, draft: &Draft, parts: &Parts, created: NaiveDateTime, random: &mut Random) -> Scene<'_> {
        let street = *random.pick(&self.streets);
        let customer = draft.customer.map(|index| &self.demo.customers[index]);
        Scene {
            key: random.draw(),
            date: created.date(),
            street: customer.map_or(street.name, |customer| &customer.street),
            town: customer.map_or(street.town, |customer| &customer.town),
            contact: customer.map_or(("", ""), |customer| (&customer.contact_first, &customer.contact_last)),
            office: self.demo.employees[parts.office].first_name,
            colleague: self.demo.employees[parts.colleague].first_name,
        }
    }

    fn participants(&self, responsible: Option<usize>, random: &mut Random) -> Vec<usize> {
        let mut linked = Vec::new();
        for _ in 0..choices::participant_count(random) {
            let candidate = random.below(self.demo.employees.len());
            if Some(candidate) != responsible && !linked.contains(&candidate) {
                linked.push(candidate);
            }
        }
        linked
    }
}

impl Iterator for Cases<'_> {
    type Item = Case;

    fn next(&mut self) -> Option<Case> {
        let created = self.arrivals.next()?;
        self.given += 1;
        let stream = self.demo.company.stream();
        let mut random = Random::new(self.demo.seed, &[stream, 3, self.given as u64]);
        let draft = self.draft(created, &mut random);
        Some(self.write(draft, created, &mut random))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.demo.case_count - self.given;
        (left, Some(left))
    }
}

impl ExactSizeIterator for Cases<'_> {}

/// Employees who act in a case, beside the responsible.
struct Parts {
    creator: usize,
    office: usize,
    field: Vec<usize>,
    /// Mentioned in the texts, and may answer.
    colleague: usize,
}

/// Employees dealt like cards, so that everyone gets the share that is meant, and no more by luck.
#[derive(Clone, Debug)]
struct Deck {
    members: Vec<usize>,
    cards: Vec<usize>,
    dealt: usize,
}

impl Deck {
    fn new(employees: &[Employee], belongs: impl Fn(&Employee) -> bool) -> Self {
        let members = positions(employees, belongs);
        let cards =
            members.iter().flat_map(|&index| std::iter::repeat_n(index, employees[index].share)).collect();
        Self { members, cards, dealt: 0 }
    }

    fn deal(&mut self, random: &mut Random) -> usize {
        if self.dealt == 0 {
            random.shuffle(&mut self.cards);
        }
        let card = self.cards[self.dealt];
        self.dealt = (self.dealt + 1) % self.cards.len();
        card
    }

    fn any(&self, random: &mut Random) -> usize {
        *random.pick(&self.members)
    }

    /// All of them, in a random order.
    fn everyone(&self, random: &mut Random) -> Vec<usize> {
        let mut members = self.members.clone();
        random.shuffle(&mut members);
        members
    }

    /// Someone who is not the first of `taken`, when there are two or more.
    fn other_than(&self, taken: &[usize], random: &mut Random) -> usize {
        let start = random.below(self.members.len());
        let (before, after) = self.members.split_at(start);
        let free = after.iter().chain(before).find(|member| taken.first() != Some(member));
        free.copied().unwrap_or(self.members[start])
    }
}

fn positions<T>(items: &[T], wanted: impl Fn(&T) -> bool) -> Vec<usize> {
    items.iter().enumerate().filter(|(_, item)| wanted(item)).map(|(index, _)| index).collect()
}
