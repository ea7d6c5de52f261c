//! What the form of a new case holds: names and texts, as a plain form posts them. The browser
//! reads the same, keeps it as a draft, and both sides read the case out of it by the same rules.

use domain::{
    cases::{Channel, NewCase, Priority, Status, Vocabulary},
    customers::CustomerHit,
    ids::{CustomerId, PersonId},
    people::Person,
    problem::{Field, FieldError, Refusal},
    validate,
};
use serde::{Deserialize, Serialize};
use web_sys::{FormData, HtmlFormElement};

/// The form's fields.
pub(crate) const NAMES: [&str; 17] = [
    "rubrik",
    "innehall",
    "kund",
    "kund_id",
    "plats",
    "ansvarig",
    "ansvarig_id",
    "tilldela",
    "team",
    PARTICIPANT,
    "anstalld",
    "anstalld_id",
    "prioritet",
    "kanal",
    "typ",
    "status",
    "forfaller",
];

/// A linked colleague: number, blank, name.
pub(crate) const PARTICIPANT: &str = "anstallda";

/// Fields and what stands in them. A field that stands for several values is repeated.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Typed(pub(crate) Vec<(String, String)>);

/// What stands in the form's fields now.
pub(crate) fn read(form: &HtmlFormElement) -> Typed {
    let Ok(data) = FormData::new_with_form(form) else { return Typed::default() };
    let texts = |name: &'static str| {
        data.get_all(name)
            .iter()
            .filter_map(move |text| Some((name.to_owned(), text.as_string()?)))
            .collect::<Vec<_>>()
    };
    Typed(NAMES.into_iter().flat_map(texts).collect())
}

/// Who is meant by the fields for people and customers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Meant {
    pub(crate) customer: Option<CustomerId>,
    pub(crate) responsible: Option<PersonId>,
    pub(crate) participants: Vec<PersonId>,
}

impl Typed {
    /// The last text given for a field: of several buttons or radios of a name, the one that counts.
    pub(crate) fn get(&self, name: &str) -> &str {
        self.all(name).filter(|text| !text.is_empty()).last().unwrap_or_default()
    }

    pub(crate) fn put(&mut self, name: &str, text: impl Into<String>) {
        self.0.retain(|(other, _)| other != name);
        self.0.push((name.to_owned(), text.into()));
    }

    /// Whether both say the same: blank fields say nothing, and their order does not matter.
    pub(crate) fn is_like(&self, other: &Self) -> bool {
        let given = |typed: &Self| {
            let mut given: Vec<_> = typed.0.iter().filter(|(_, text)| !text.is_empty()).cloned().collect();
            given.sort();
            given
        };
        given(self) == given(other)
    }

    /// What the form begins with.
    pub(crate) fn blank(words: &Vocabulary) -> Self {
        let mut typed = Self::default();
        typed.put("prioritet", Priority::default().slug());
        typed.put("kanal", Channel::Phone.slug());
        if let Some(status) = words.initial_status() {
            typed.put("status", status.slug.as_str());
        }
        typed
    }

    /// With that colleague responsible.
    pub(crate) fn put_responsible(&mut self, person: &Person) {
        self.put("ansvarig", person.name.as_str());
        self.put("ansvarig_id", person.id.to_string());
    }

    fn all<'a>(&'a self, name: &str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(other, _)| other == name).map(|(_, text)| text.as_str())
    }

    /// The chosen customer.
    pub(crate) fn customer(&self) -> Option<CustomerHit> {
        let id = CustomerId(self.get("kund_id").parse().ok()?);
        Some(CustomerHit { id, name: self.get("kund").to_owned(), detail: String::new() })
    }

    /// The chosen responsible.
    pub(crate) fn responsible(&self) -> Option<Person> {
        let id = PersonId(self.get("ansvarig_id").parse().ok()?);
        Some(Person { id, name: self.get("ansvarig").to_owned() })
    }

    /// The chosen colleagues.
    pub(crate) fn participants(&self) -> Vec<Person> {
        let person = |text: &str| {
            let (id, name) = text.split_once(' ')?;
            Some(Person { id: PersonId(id.parse().ok()?), name: name.to_owned() })
        };
        self.all(PARTICIPANT).filter_map(person).collect()
    }

    /// Who is meant, once each has been chosen in its list.
    ///
    /// # Errors
    /// The fields with a text that nobody has been chosen for.
    pub(crate) fn chosen(&self) -> Result<Meant, Vec<FieldError>> {
        let unclear = [
            ("kund", "kund_id", Field::Customer),
            ("ansvarig", "ansvarig_id", Field::Responsible),
            ("anstalld", "anstalld_id", Field::Participants),
        ];
        let is_open = |name: &str, id: &str| !self.get(name).trim().is_empty() && self.get(id).is_empty();
        let errors = unclear.into_iter().filter(|(name, id, _)| is_open(name, id));
        let errors: Vec<_> =
            errors.map(|(_, _, field)| FieldError { field, refusal: Refusal::Unknown }).collect();
        if !errors.is_empty() {
            return Err(errors);
        }
        Ok(Meant {
            customer: self.customer().map(|hit| hit.id),
            responsible: self.responsible().map(|person| person.id),
            participants: self.participants().into_iter().map(|person| person.id).collect(),
        })
    }

    /// Reads the case.
    ///
    /// # Errors
    /// Everything that cannot be read. What is read but not accepted, [`validate`] knows.
    pub(crate) fn case(&self, words: &Vocabulary, meant: Meant) -> Result<NewCase, Vec<FieldError>> {
        let mut errors = Vec::new();
        let case = NewCase {
            subject: self.get("rubrik").to_owned(),
            body: self.get("innehall").to_owned(),
            customer: meant.customer,
            // A site without its customer would be nobody's.
            site: self
                .read("plats", Field::Site, |id| id.parse().ok(), &mut errors)
                .filter(|_| meant.customer.is_some()),
            priority: self
                .read("prioritet", Field::Priority, Priority::from_slug, &mut errors)
                .unwrap_or_default(),
            channel: self
                .read("kanal", Field::Channel, Channel::from_slug, &mut errors)
                .unwrap_or(Channel::Phone),
            case_type: self
                .read("typ", Field::Type, |slug| words.type_by_slug(slug), &mut errors)
                .map(|found| found.id),
            status: self.status(words, meant.responsible.is_some(), &mut errors).map(|status| status.id),
            due_on: validate::day(Field::DueOn, self.get("forfaller")).unwrap_or_else(|error| {
                errors.push(error);
                None
            }),
            responsible: meant.responsible,
            team: self
                .read("team", Field::Team, |slug| words.team_by_slug(slug), &mut errors)
                .map(|found| found.id),
            participants: meant.participants,
        };
        if errors.is_empty() { Ok(case) } else { Err(errors) }
    }

    /// An assigned case may take the status for that in the same step.
    fn status<'a>(
        &self,
        words: &'a Vocabulary,
        assigned: bool,
        errors: &mut Vec<FieldError>,
    ) -> Option<&'a Status> {
        let chosen = self.read("status", Field::Status, |slug| words.status_by_slug(slug), errors);
        let is_initial = chosen.is_none_or(|status| Some(status) == words.initial_status());
        match assigned && is_initial && self.get("tilldela") == "ja" {
            true => words.assigned_status(),
            false => chosen,
        }
    }

    /// The choice of that name; blank is none.
    fn read<T>(
        &self,
        name: &str,
        field: Field,
        find: impl Fn(&str) -> Option<T>,
        errors: &mut Vec<FieldError>,
    ) -> Option<T> {
        let slug = self.get(name);
        let found = find(slug);
        if found.is_none() && !slug.is_empty() {
            errors.push(FieldError { field, refusal: Refusal::Malformed });
        }
        found
    }
}

/// As the field [`PARTICIPANT`] has it.
pub(crate) fn participant(person: &Person) -> String {
    format!("{} {}", person.id, person.name)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use domain::{
        cases::{Hue, Symbol},
        ids::StatusId,
    };

    fn typed(fields: &[(&str, &str)]) -> Typed {
        Typed(fields.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect())
    }

    fn words() -> Vocabulary {
        let status = |id, slug: &str| Status {
            id: StatusId(id),
            slug: slug.into(),
            name: slug.into(),
            is_open: true,
            symbol: Symbol::New,
            hue: Hue::Blue,
            is_initial: false,
            hidden: false,
            merged_into: None,
        };
        Vocabulary {
            statuses: vec![status(1, "ny"), status(2, "godkand"), status(5, "tilldelad")],
            ..Vocabulary::default()
        }
    }

    #[test]
    fn blank_fields_and_their_order_make_no_difference() {
        let one = typed(&[("rubrik", "Nyckel"), ("innehall", ""), ("kanal", "telefon")]);
        assert!(one.is_like(&typed(&[("kanal", "telefon"), ("rubrik", "Nyckel")])));
        assert!(!one.is_like(&typed(&[("kanal", "manuellt"), ("rubrik", "Nyckel")])));
    }

    #[test]
    fn only_the_subject_is_compulsory() {
        let case = typed(&[("rubrik", "Nyckel saknas")]).case(&words(), Meant::default()).unwrap();
        assert_eq!(case, NewCase::new("Nyckel saknas", Channel::Phone));
    }

    #[test]
    fn all_that_cannot_be_read_is_told_at_once() {
        let typed = typed(&[("prioritet", "x"), ("typ", "x"), ("status", "x"), ("forfaller", "i går")]);
        let errors = typed.case(&words(), Meant::default()).unwrap_err();
        let fields: Vec<_> = errors.iter().map(|error| error.field).collect();
        assert_eq!(fields, [Field::Priority, Field::Type, Field::Status, Field::DueOn]);
    }

    #[test]
    fn an_assigned_case_may_become_assigned_in_the_same_step() {
        let status = |fields: &[(&str, &str)], responsible: Option<i32>| {
            let meant = Meant { responsible: responsible.map(PersonId), ..Meant::default() };
            typed(fields).case(&words(), meant).unwrap().status
        };
        assert_eq!(status(&[("status", "ny"), ("tilldela", "ja")], Some(7)), Some(StatusId(5)));
        assert_eq!(status(&[("status", "ny"), ("tilldela", "ja")], None), Some(StatusId(1)));
        assert_eq!(status(&[("status", "godkand"), ("tilldela", "ja")], Some(7)), Some(StatusId(2)));
        assert_eq!(status(&[("status", "ny")], Some(7)), Some(StatusId(1)));
    }

    #[test]
    fn a_text_that_nobody_was_chosen_for_is_refused() {
        let unclear = typed(&[("kund", "sol"), ("kund_id", "")]).chosen().unwrap_err();
        assert_eq!(unclear, [FieldError { field: Field::Customer, refusal: Refusal::Unknown }]);
        let chosen =
            typed(&[("kund", "BRF Solgläntan"), ("kund_id", "1042"), (PARTICIPANT, "3 Amira Haddad")]);
        let meant =
            Meant { customer: Some(CustomerId(1042)), responsible: None, participants: vec![PersonId(3)] };
        assert_eq!(chosen.chosen(), Ok(meant));
    }
}
