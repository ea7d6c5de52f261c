//! The first rows as they would be stored, and the words that nothing here goes by: both show a column that is
//! meant wrongly before anything is written.

use super::{Choices, Column, Imported, Kind, Mapping, rows_in_words};
use crate::{
    cases::{Channel, Priority, Vocabulary},
    customers::CustomerEdit,
    employees::Profile,
    format::machine_moment,
    identity,
    people::Role,
    phone::Phone,
    text::Language,
};
use serde::{Deserialize, Serialize};

/// What a row would be stored as, column by column.
pub type Stored = Vec<(Column, String)>;

/// The first rows as they would be stored.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preview {
    /// What any of them has, in the order of the choice.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<PreviewRow>,
}

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreviewRow {
    /// As a spreadsheet counts, the heading being the first.
    pub line: i32,
    /// What stands in each column; a refused row's as the file has it.
    pub cells: Vec<String>,
    /// Something is wrong with it: it is not imported.
    pub is_refused: bool,
}

impl Preview {
    /// So many rows.
    pub const ROWS: i64 = 10;
    /// So much of a long text.
    const LONGEST: usize = 200;

    /// As much of a text as is shown.
    pub fn cut(text: &str) -> String {
        text.chars().take(Self::LONGEST).collect()
    }

    /// Of rows by line, whether each is refused, and what each is stored as.
    pub fn of(kind: Kind, rows: &[(i32, bool, Stored)]) -> Self {
        let says = |column: &&Column| {
            rows.iter().any(|(.., stored)| stored.iter().any(|(is, cell)| is == *column && !cell.is_empty()))
        };
        let columns: Vec<Column> = Column::all(kind).iter().filter(says).copied().collect();
        let cell = |stored: &Stored, column: &Column| {
            let cell = stored.iter().find(|(is, _)| is == column).map_or("", |(_, cell)| cell.as_str());
            Self::cut(cell)
        };
        let row = |(line, is_refused, stored): &(i32, bool, Stored)| PreviewRow {
            line: *line,
            cells: columns.iter().map(|column| cell(stored, column)).collect(),
            is_refused: *is_refused,
        };
        Self { rows: rows.iter().map(row).collect(), columns }
    }
}

/// A row as the file has it.
pub fn as_it_stands(mapping: &Mapping, kind: Kind, cells: &[String]) -> Stored {
    let all = Column::all(kind).iter();
    all.map(|column| (*column, mapping.cell(cells, *column).to_owned())).collect()
}

/// What a customer is stored as.
pub fn stored_customer(number: &str, edit: &CustomerEdit, is_active: Option<bool>, text: Language) -> Stored {
    let (contact, site) = (edit.contacts.first(), edit.sites.first());
    let phone = |kept: &str| Phone::parse(kept).map_or_else(|| kept.to_owned(), |phone| phone.to_string());
    vec![
        (Column::Number, number.to_owned()),
        (Column::Name, edit.name.clone()),
        (Column::CustomerKind, edit.kind.name(text).to_owned()),
        (Column::Identity, identity::shown(&edit.identity_number)),
        (Column::Phone, phone(&edit.phone)),
        (Column::Email, edit.email.clone()),
        (Column::Street, site.map(|site| site.street.clone()).unwrap_or_default()),
        (Column::PostalCode, site.map(|site| site.postal_code.clone()).unwrap_or_default()),
        (Column::Town, site.map(|site| site.town.clone()).unwrap_or_default()),
        (Column::SiteName, site.map(|site| site.name.clone()).unwrap_or_default()),
        (Column::Contact, contact.map(|contact| contact.name.clone()).unwrap_or_default()),
        (Column::ContactPhone, contact.map(|contact| phone(&contact.phone)).unwrap_or_default()),
        (Column::ContactEmail, contact.map(|contact| contact.email.clone()).unwrap_or_default()),
        (Column::OfficeNotes, edit.office_notes.clone()),
        (Column::FieldNotes, edit.field_notes.clone()),
        (Column::Active, is_active.map(|is| yes_or_no(is, text)).unwrap_or_default()),
    ]
}

/// What an employee is stored as.
pub fn stored_employee(number: &str, profile: &Profile, choices: &Choices, text: Language) -> Stored {
    let team = profile.team.and_then(|id| choices.words.team(id));
    let phone = profile.phone.as_deref().unwrap_or_default();
    vec![
        (Column::Number, number.to_owned()),
        (Column::Name, profile.name.clone()),
        (Column::Title, profile.title.clone().unwrap_or_default()),
        (Column::Role, choices.role_name(profile.role, text)),
        (Column::Team, team.map(|team| team.name.clone()).unwrap_or_default()),
        (Column::Phone, Phone::parse(phone).map_or_else(|| phone.to_owned(), |phone| phone.to_string())),
        (Column::Email, profile.email.clone().unwrap_or_default()),
        (Column::UserName, profile.user_name.clone().unwrap_or_default()),
        (Column::Active, yes_or_no(profile.active, text)),
    ]
}

/// Who and what a case is about here, by name; empty: nobody, nothing.
#[derive(Clone, Debug, Default)]
pub struct About {
    /// Kund.
    pub customer: String,
    /// Ansvarig.
    pub responsible: String,
    /// Who made it.
    pub created_by: String,
}

/// What a case is stored as.
pub fn stored_case(case: &Imported, body: &str, about: About, words: &Vocabulary, text: Language) -> Stored {
    let status = case.status.and_then(|id| words.status(id)).or_else(|| words.initial_status());
    vec![
        (Column::Number, case.number.clone()),
        (Column::Subject, case.subject.clone()),
        (Column::Body, body.to_owned()),
        (Column::Status, status.map(|status| status.name.clone()).unwrap_or_default()),
        (Column::Priority, case.priority.name(text).to_owned()),
        (Column::Channel, case.channel.name(text).to_owned()),
        (
            Column::CaseType,
            case.case_type.and_then(|id| words.case_type(id)).map(|is| is.name.clone()).unwrap_or_default(),
        ),
        (Column::Customer, about.customer),
        (Column::Responsible, about.responsible),
        (Column::Team, case.team.and_then(|id| words.team(id)).map(|is| is.name.clone()).unwrap_or_default()),
        (
            Column::CreatedAt,
            case.created_at.map(|at| machine_moment(at).replace('T', " ")).unwrap_or_default(),
        ),
        (Column::CreatedBy, about.created_by),
        (Column::DueOn, case.due_on.map(|on| on.to_string()).unwrap_or_default()),
    ]
}

fn yes_or_no(is: bool, text: Language) -> String {
    if is { text.yes() } else { text.no() }.to_owned()
}

/// Words of a column that nothing here goes by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unknown {
    /// Which column.
    pub column: Column,
    /// How many different words.
    pub words: i32,
    /// How many rows have one of them.
    pub rows: i32,
    /// The most frequent.
    pub examples: Vec<String>,
}

impl Unknown {
    /// So many examples.
    const EXAMPLES: usize = 5;

    /// Of words and how many rows have each, the most frequent first; none when all are known.
    pub fn of(column: Column, words: Vec<(String, i64)>) -> Option<Self> {
        let whole = |number: i64| i32::try_from(number).unwrap_or(i32::MAX);
        let rows = whole(words.iter().map(|(_, rows)| rows).sum());
        let count = whole(words.len() as i64);
        let examples = words.into_iter().take(Self::EXAMPLES).map(|(word, _)| word).collect();
        (count > 0).then_some(Self { column, words: count, rows, examples })
    }

    /// "Ansvarig: 2 okända namn i 9 rader (Kalle, Lisa). …", and what becomes of them.
    pub fn sentence(&self, kind: Kind, text: Language) -> String {
        let more = if self.words as usize > self.examples.len() { ", …" } else { "" };
        let examples = format!("{}{more}", self.examples.join(", "));
        let (words, rows) = (self.counted(kind, text), rows_in_words(self.rows, text));
        let told = text.import_unknown(self.column.name(text), &words, &rows, &examples);
        format!("{told} {}", self.becomes(kind, text))
    }

    /// "1 okänt ord", "2 okända namn".
    fn counted(&self, kind: Kind, text: Language) -> String {
        match (Column::of_names(kind).contains(&self.column), self.words) {
            (true, 1) => text.import_one_unknown_name().to_owned(),
            (true, count) => text.import_unknown_names(count),
            (false, 1) => text.import_one_unknown_word().to_owned(),
            (false, count) => text.import_unknown_words(count),
        }
    }

    fn becomes(&self, kind: Kind, text: Language) -> String {
        match (kind, self.column) {
            (Kind::Employees, Column::Role) => text.import_unknown_role(Role::Employee.name(text)),
            (Kind::Employees, _) => text.import_unknown_team().to_owned(),
            (_, Column::Status) => text.import_unknown_status().to_owned(),
            (_, Column::Priority) => text.import_unknown_value(Priority::default().name(text)),
            (_, Column::Channel) => text.import_unknown_value(Channel::Manual.name(text)),
            (_, Column::CreatedBy) => text.import_unknown_creator().to_owned(),
            _ => text.import_unknown_left().to_owned(),
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::imports::customer;

    #[test]
    fn a_preview_has_the_columns_that_any_row_says_something_in() {
        let texts = |texts: [&str; 4]| texts.map(str::to_owned);
        let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 26).unwrap();
        let headings = texts(["Kundnr", "Namn", "Telefon", "E-post"]);
        let mapping = Mapping::guess(Kind::Customers, &headings);
        let row = texts(["1001", "BRF Gläntan", "0185550142", ""]);
        let (edit, active) = customer(&mapping, &row, None, today).unwrap();
        let refused = texts(["1002", "Fel AB", "ring", ""]);
        let preview = Preview::of(
            Kind::Customers,
            &[
                (2, false, stored_customer("1001", &edit, active, Language::Swedish)),
                (3, true, as_it_stands(&mapping, Kind::Customers, &refused)),
            ],
        );
        assert_eq!(preview.columns, [Column::Number, Column::Name, Column::CustomerKind, Column::Phone]);
        assert_eq!(preview.rows[0].cells[3], "018-555 01 42", "as it is stored, not as it stands");
        assert_eq!((preview.rows[1].cells[3].as_str(), preview.rows[1].is_refused), ("ring", true));
    }

    #[test]
    fn what_is_unknown_is_told_with_its_rows_and_its_fate() {
        let words = (0..6).map(|at| (format!("Namn {at}"), 10 - at)).collect();
        let unknown = Unknown::of(Column::Responsible, words).unwrap();
        assert_eq!(
            unknown.sentence(Kind::Cases, Language::Swedish),
            "Ansvarig: 6 okända namn i 45 rader (Namn 0, Namn 1, Namn 2, Namn 3, Namn 4, …). Lämnas tomt; ordet skrivs sist i \
             innehållet."
        );
        assert_eq!(Unknown::of(Column::Team, Vec::new()), None);
    }

    #[test]
    fn one_unknown_word_in_one_row_is_told_in_the_singular() {
        let told = |column, text| {
            let unknown = Unknown::of(column, vec![("Ufo".to_owned(), 1)]).unwrap();
            unknown.sentence(Kind::Cases, text).split(')').next().unwrap().to_owned()
        };
        assert_eq!(told(Column::Team, Language::Swedish), "Team: 1 okänt ord i 1 rad (Ufo");
        assert_eq!(told(Column::Customer, Language::Swedish), "Kund: 1 okänt namn i 1 rad (Ufo");
        assert_eq!(told(Column::Customer, Language::English), "Customer: 1 unknown name in 1 row (Ufo");
    }
}
