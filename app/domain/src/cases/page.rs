//! What a page of the list and the page of a case show.

use super::{Channel, Priority, RelatedCase};
use crate::{
    customers::SecretKind,
    events::TimelineEntry,
    files::File,
    find::FittingCustomers,
    ids::{CaseNumber, CustomerId, PersonId, SiteId, StatusId, TeamId, TypeId},
    people::Person,
    phone::Phone,
};
use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

/// A case in a list. Times are local in Stockholm: the database converts, so no zone tables travel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseRow {
    /// Ärendenummer.
    pub number: CaseNumber,
    /// Counts changes; sent back with each change.
    pub version: i32,
    /// Rubrik.
    pub subject: String,
    /// The beginning of the body, on one line.
    pub excerpt: String,
    /// Status.
    pub status: StatusId,
    /// Base status Öppen.
    pub is_open: bool,
    /// Prioritet.
    pub priority: Priority,
    /// Kanal.
    pub channel: Channel,
    /// Typ.
    pub case_type: Option<TypeId>,
    /// Ansvarig.
    pub responsible: Option<Person>,
    /// Team.
    pub team: Option<TeamId>,
    /// Kund: number and name.
    pub customer: Option<(CustomerId, String)>,
    /// Plats: number and what it is called.
    pub site: Option<(SiteId, String)>,
    /// Skapad.
    pub created_at: NaiveDateTime,
    /// Last change.
    pub updated_at: NaiveDateTime,
    /// Förfaller.
    pub due_on: Option<NaiveDate>,
    /// Somebody else has changed it since the viewer looked.
    pub changed: bool,
}

/// A number that may have been counted only so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    /// How many were counted.
    pub counted: i32,
    /// There are more.
    pub capped: bool,
}

impl Count {
    /// Counting stops here: "1000+" says enough and costs nothing.
    pub const CAP: i32 = 1000;

    /// From a count that was limited to one more than the cap.
    pub fn of(counted: i64) -> Self {
        let capped = counted > i64::from(Self::CAP);
        Self { counted: if capped { Self::CAP } else { i32::try_from(counted).unwrap_or(Self::CAP) }, capped }
    }
}

impl std::fmt::Display for Count {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}{}", self.counted, if self.capped { "+" } else { "" })
    }
}

/// Where a page begins: opaque to everybody but the store. In the address as `efter`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Cursor(pub String);

/// One page of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CasePage {
    /// At most [`CasePage::SIZE`].
    pub rows: Vec<CaseRow>,
    /// Where the next page begins, if there is one.
    pub next: Option<Cursor>,
    /// How many match.
    pub matching: Count,
    /// Open cases in all, seen by this viewer: "12 av 48 öppna".
    pub open: Count,
    /// When nothing matches among the open ones: how many closed ones would.
    pub closed_matching: Option<Count>,
    /// Only small words were searched for ("och"), which are looked for in subjects alone.
    pub in_subject_only: bool,
    /// Customers that go by what was searched for, as far as the viewer may see customers.
    pub customers: FittingCustomers,
}

/// What has become of cases of which one has heard, for somebody who looks at a page of the list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Followed {
    /// Those that the viewer sees, as they stand.
    pub rows: Vec<CaseRow>,
    /// Those that match the list's filter.
    pub matching: Vec<CaseNumber>,
    /// Those of them whose place in the list is on this page.
    pub here: Vec<CaseNumber>,
    /// How many match now.
    pub count: Count,
    /// Open cases in all, seen by this viewer.
    pub open: Count,
}

impl Followed {
    /// After more news than that one asks for the whole page.
    pub const MOST: usize = 100;
}

impl CasePage {
    /// Rows a page.
    pub const SIZE: usize = 50;
}

/// The beginning of a list, with the count of all of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Glance {
    /// The first rows.
    pub rows: Vec<CaseRow>,
    /// How many there are.
    pub matching: Count,
}

/// The counts beside the quick search.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuickCounts {
    /// Open cases that the viewer is responsible for.
    pub mine: Count,
    /// Cases with the initial status.
    pub new: Count,
    /// Open cases in all.
    pub open: Count,
    /// Open cases that should have been handled before today.
    pub overdue: Count,
    /// Aviseringar that the viewer has not read.
    pub unread: Count,
}

/// The customer as a case shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomerCard {
    /// Kundnummer.
    pub id: CustomerId,
    /// Name.
    pub name: String,
    /// Phone.
    pub phone: Option<Phone>,
    /// E-mail.
    pub email: Option<String>,
    /// Where: the case's site, else the customer's default one; street, postal code and town on one line.
    pub address: Option<String>,
    /// Whether the customer has sites to choose among.
    pub has_sites: bool,
    /// What staff in the field should know.
    pub field_notes: String,
    /// What is protected at that site, to be shown on request.
    pub secrets: Vec<(SiteId, SecretKind)>,
    /// Open cases of this customer.
    pub open_cases: Count,
}

/// The page of one case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseDetail {
    /// The viewer is told of what happens to it.
    pub watched: bool,
    /// All that a row has.
    pub row: CaseRow,
    /// Innehåll, whole.
    pub body: String,
    /// Skapad av.
    pub created_by: Person,
    /// The customer's card.
    pub customer: Option<CustomerCard>,
    /// Kopplade anställda, by name.
    pub participants: Vec<Person>,
    /// Cases that it has to do with, as far as the viewer sees them.
    pub relations: Vec<RelatedCase>,
    /// Whoever made it can get it back: a colleague at work, and not oneself.
    pub can_go_back: bool,
    /// Comments and events in one, oldest first.
    pub timeline: Vec<TimelineEntry>,
    /// Files of the case and of its comments, oldest first.
    pub files: Vec<File>,
    /// Those that were taken away and that the viewer may still put back.
    pub removed_files: Vec<File>,
    /// How much the viewer has not read elsewhere, when opening this case has read something.
    pub unread: Option<Count>,
}

/// The cases before and after this one in the list that one came from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Neighbours {
    /// Which one of how many this is; none when it is no longer in the list, or so far down that
    /// nobody counts.
    pub place: Option<(i32, Count)>,
    /// Föregående.
    pub previous: Option<CaseNumber>,
    /// Nästa.
    pub next: Option<CaseNumber>,
}

/// An open case of the chosen customer: perhaps the same as what one is about to register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SimilarCase {
    /// Ärendenummer.
    pub number: CaseNumber,
    /// Rubrik.
    pub subject: String,
    /// Status.
    pub status: StatusId,
    /// Prioritet.
    pub priority: Priority,
    /// Skapad.
    pub created_at: NaiveDateTime,
    /// Who is responsible, if anybody.
    pub responsible: Option<PersonId>,
}

impl SimilarCase {
    /// So many are shown, the newest.
    pub const MOST: usize = 5;
}
