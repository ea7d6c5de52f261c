//! What can go wrong, as the wire carries it; [`crate::text`] makes the sentences.

use crate::{cases::Conflict, text::Language};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A field that was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// Rubrik.
    Subject,
    /// Innehåll.
    Body,
    /// Kund.
    Customer,
    /// Ansvarig.
    Responsible,
    /// Kopplade anställda.
    Participants,
    /// Status.
    Status,
    /// Basstatus.
    Base,
    /// Prioritet.
    Priority,
    /// Kanal.
    Channel,
    /// Typ.
    Type,
    /// Team.
    Team,
    /// Förfaller.
    DueOn,
    /// Skapad.
    CreatedAt,
    /// Kommentar.
    Comment,
    /// Val av ärenden.
    Selection,
    /// Plats.
    Site,
    /// Somebody's or something's name.
    Name,
    /// Organisationsnummer or personnummer.
    IdentityNumber,
    /// Anteckningar.
    Notes,
    /// Anteckningar för fältpersonal.
    FieldNotes,
    /// Kundtyp.
    Kind,
    /// All contacts of a customer.
    Contacts,
    /// All sites of a customer.
    Sites,
    /// A contact of a customer, counted from 0: name.
    ContactName(u8),
    /// The same: phone.
    ContactPhone(u8),
    /// The same: e-mail.
    ContactEmail(u8),
    /// A site of a customer, counted from 0.
    SiteAt(u8),
    /// Befattning.
    Title,
    /// Roll.
    Role,
    /// E-post.
    Email,
    /// Användarnamn.
    UserName,
    /// Telefon.
    Phone,
    /// Aktiv.
    Active,
    /// Lösenord.
    Password,
    /// Behörigheter.
    Permissions,
    /// Dagar.
    Days,
    /// Bilagor.
    Files,
    /// Ett annat ärende.
    Case,
    /// Kundnummer, anställningsnummer, another system's number.
    Number,
    /// A file to be imported.
    Table,
    /// What a file's columns mean.
    Columns,
    /// What one of them means, counted from 0.
    ColumnAt(u8),
    /// Pages of others that may show ours.
    Origins,
    /// En sparad vys namn.
    ViewName,
    /// Språk.
    Language,
}

/// Why a field was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// Nothing but blanks.
    Empty,
    /// More characters than allowed.
    TooLong {
        /// How many are.
        limit: u32,
    },
    /// Not a date, a time or a number that exists.
    Malformed,
    /// Names something that the company does not have, or that has been hidden or deactivated.
    Unknown,
    /// Several things go by what was typed; one must be chosen.
    Ambiguous,
    /// Before today.
    Past,
    /// After now.
    Future,
    /// Fewer characters than needed.
    TooShort {
        /// How many are.
        least: u32,
    },
    /// Something or somebody else has it already.
    Taken,
    /// The other way round it stands already: it cannot be so both ways.
    Reversed,
    /// A customer with it is here already: whoever wants another one all the same says so.
    HereAlready,
    /// One cannot do that to oneself.
    Oneself,
    /// It is in use, or needed as it is.
    InUse,
    /// New cases begin with it, and none begins closed.
    Initial,
    /// The company has switched that property off.
    SwitchedOff,
    /// It is another customer's: whoever wants it all the same says so.
    OtherCustomer,
    /// A file of more megabytes than allowed.
    TooLarge {
        /// How many are.
        limit: u32,
    },
    /// There are as many already as there may be, or more come at once.
    TooMany {
        /// How many may be.
        limit: u32,
    },
    /// A quote opens in it that nothing closes.
    Unclosed,
    /// It is closed already: whoever wants it all the same says so.
    Closed {
        /// Since when, local time in Stockholm.
        on: NaiveDate,
    },
}

impl Refusal {
    /// Whether it only asks: whoever wants it all the same says so, and it is done.
    pub const fn is_question(self) -> bool {
        matches!(self, Self::HereAlready | Self::Closed { .. } | Self::OtherCustomer)
    }
}

/// A field and why it was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldError {
    /// Which.
    pub field: Field,
    /// Why.
    pub refusal: Refusal,
}

/// A refused value that has a name of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamedError {
    /// The field it came in, and why it was refused.
    pub error: FieldError,
    /// What it is called.
    pub name: String,
}

/// Why something was not done. Each has one HTTP status and one sentence with the next step.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Problem {
    /// Nobody is logged in, or the session was revoked.
    Unauthenticated,
    /// It does not exist, or not for this viewer: the two are not told apart.
    NotFound,
    /// The viewer may see it but not do this.
    Forbidden,
    /// Somebody else changed the same property meanwhile.
    Stale(Box<Conflict>),
    /// Somebody else changed it meanwhile; what was typed is kept, to be saved over theirs.
    Overtaken,
    /// Refused values, one or more.
    Invalid(Vec<FieldError>),
    /// Refused values that have names of their own, as files have: each is named with its reason.
    Named(Vec<NamedError>),
    /// Too many attempts.
    Throttled {
        /// When to try again.
        seconds: u32,
    },
    /// The request is not one that our pages send.
    Malformed,
    /// Our fault; the log has more under the reference.
    Internal {
        /// What to tell support.
        reference: String,
    },
    /// The server did not answer.
    Offline,
}

impl Problem {
    /// A single refused field.
    pub fn refused(field: Field, refusal: Refusal) -> Self {
        Self::Invalid(vec![FieldError { field, refusal }])
    }

    /// The sentence at that field, if it is refused.
    pub fn sentence_at(&self, field: Field, text: Language) -> Option<String> {
        match self {
            Self::Invalid(errors) => {
                errors.iter().find(|error| error.field == field).map(|error| error.sentence(text))
            }
            Self::Named(named) => {
                named.iter().any(|one| one.error.field == field).then(|| self.sentence(text))
            }
            _ => None,
        }
    }

    /// The HTTP status that goes with it.
    pub const fn status(&self) -> u16 {
        match self {
            Self::Unauthenticated => 401,
            Self::NotFound => 404,
            Self::Forbidden => 403,
            Self::Stale(_) | Self::Overtaken => 409,
            Self::Invalid(_) | Self::Named(_) => 422,
            Self::Throttled { .. } => 429,
            Self::Malformed => 400,
            Self::Internal { .. } => 500,
            Self::Offline => 503,
        }
    }

    /// The sentence in the reader's language: what happened, and what to do.
    pub fn sentence(&self, text: Language) -> String {
        match self {
            Self::Unauthenticated => text.problem_unauthenticated().into(),
            Self::NotFound => text.problem_not_found().into(),
            Self::Forbidden => text.problem_forbidden().into(),
            Self::Stale(_) => text.problem_stale().into(),
            Self::Overtaken => text.problem_overtaken().into(),
            Self::Invalid(errors) => {
                errors.first().map_or_else(|| text.problem_malformed().into(), |error| error.sentence(text))
            }
            Self::Named(named) => match named.as_slice() {
                [] => text.problem_malformed().into(),
                [one] => one.sentence(text),
                several => {
                    let told: Vec<String> = several.iter().map(|one| one.in_short(text)).collect();
                    text.refused_several_files(&told.join(", "), crate::files::MEGABYTES)
                }
            },
            Self::Throttled { seconds } => text.problem_throttled(seconds.div_ceil(60)),
            Self::Malformed => text.problem_malformed().into(),
            Self::Internal { reference } => text.problem_internal(reference),
            Self::Offline => text.problem_offline().into(),
        }
    }
}

impl NamedError {
    /// The sentence about it alone.
    fn sentence(&self, text: Language) -> String {
        let name = &self.name;
        match (self.error.field, self.error.refusal) {
            (Field::Files, Refusal::TooLarge { limit }) => text.refused_one_file_too_large(name, limit),
            (Field::Files, Refusal::Empty) => text.refused_one_file_empty(name),
            (Field::Files, Refusal::Malformed) => text.refused_one_file_kind(name),
            (Field::Body, Refusal::Unknown) => text.refused_variable(name, &crate::templates::written()),
            (Field::Table, Refusal::Malformed) => text.refused_workbook(name),
            _ => self.error.sentence(text),
        }
    }

    /// Its name and the reason, where several stand in a row.
    fn in_short(&self, text: Language) -> String {
        let name = &self.name;
        match self.error.refusal {
            Refusal::TooLarge { limit } => text.refused_short_too_large(name, limit),
            Refusal::Empty => text.refused_short_empty(name),
            _ => text.refused_short_kind(name),
        }
    }
}

impl FieldError {
    /// The sentence at the field.
    pub fn sentence(&self, text: Language) -> String {
        use Field::*;
        match (self.field, self.refusal) {
            (Subject, Refusal::Empty) => text.refused_subject_empty().into(),
            (Comment, Refusal::Empty) => text.refused_comment_empty().into(),
            (Selection, Refusal::Empty) => text.refused_selection_empty().into(),
            (Name | ContactName(_) | ViewName, Refusal::Empty) => text.refused_name_empty().into(),
            (Responsible, Refusal::Empty) => text.choose_responsible().into(),
            (Permissions, Refusal::Empty) => text.refused_no_place().into(),
            (Files, Refusal::Empty) => text.refused_no_files().into(),
            (Files, Refusal::Malformed) => text.refused_file_kind().into(),
            (_, Refusal::TooLarge { limit }) => text.refused_file_too_large(limit),
            (Files, Refusal::TooMany { limit }) => text.refused_too_many_files(limit),
            (_, Refusal::Closed { on }) => text.refused_closed(on),
            (_, Refusal::OtherCustomer) => text.refused_other_customer().into(),
            (_, Refusal::Reversed) => text.refused_case_reversed().into(),
            (Case, Refusal::Taken) => text.refused_case_taken().into(),
            (Case, _) => text.refused_case_unknown().into(),
            (Table, Refusal::Empty) => text.refused_table_empty().into(),
            (Table, Refusal::TooLong { limit }) => text.refused_table_large(limit),
            (_, Refusal::Unclosed) => text.refused_unclosed().into(),
            (Table, Refusal::InUse) => text.refused_undo_later().into(),
            (Table, _) => text.refused_table_kind().into(),
            (Columns, _) => text.refused_columns().into(),
            (ColumnAt(_), _) => text.refused_column_twice().into(),
            (Origins, Refusal::Malformed) => text.refused_origin().into(),
            (Number, Refusal::Taken) => text.refused_number_twice().into(),
            (Number, _) => text.refused_number().into(),
            (ViewName, Refusal::Taken) => text.refused_view_taken().into(),
            (_, Refusal::Empty) => text.refused_empty().into(),
            (_, Refusal::TooLong { limit }) => text.refused_too_long(limit),
            (DueOn, Refusal::Malformed) => text.refused_date().into(),
            (CreatedAt, Refusal::Malformed) => text.refused_moment().into(),
            (IdentityNumber, Refusal::Malformed) => text.refused_identity().into(),
            (Phone | ContactPhone(_), Refusal::Malformed) => text.refused_phone().into(),
            (Email | ContactEmail(_), Refusal::Malformed) => text.refused_email().into(),
            (UserName, Refusal::Malformed) => text.refused_user_name().into(),
            (Days, Refusal::Malformed) => text.refused_days().into(),
            (_, Refusal::Malformed) => text.refused_malformed().into(),
            (Customer, Refusal::Unknown) => text.refused_customer_unknown().into(),
            (Responsible | Participants, Refusal::Unknown) => text.refused_person_unknown().into(),
            (_, Refusal::Unknown) => text.refused_unknown().into(),
            (Comment, Refusal::Ambiguous) => text.refused_namesakes().into(),
            (_, Refusal::Ambiguous) => text.refused_ambiguous().into(),
            (_, Refusal::Past) => text.refused_past().into(),
            (_, Refusal::Future) => text.refused_future().into(),
            (_, Refusal::HereAlready) => text.refused_here_already().into(),
            (_, Refusal::TooShort { least }) => text.refused_too_short(least),
            (_, Refusal::Taken) => text.refused_taken().into(),
            (_, Refusal::Oneself) => text.refused_oneself().into(),
            (Base, Refusal::InUse) => text.base_fixed().into(),
            (Role, Refusal::InUse) => text.refused_last_administrator().into(),
            (Team, Refusal::InUse) => text.refused_team_in_use().into(),
            (_, Refusal::Initial) => text.refused_initial().into(),
            (_, Refusal::SwitchedOff) => text.refused_switched_off().into(),
            (_, Refusal::InUse) => text.refused_in_use().into(),
            (_, Refusal::TooMany { limit }) => text.refused_too_many(limit),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::refused;

    fn named(of: &[(&str, Refusal)]) -> Problem {
        Problem::Named(of.iter().map(|(name, why)| refused(name, *why)).collect())
    }

    #[test]
    fn each_of_several_refused_files_is_named_with_its_reason() {
        let several = named(&[
            ("sida.html", Refusal::Malformed),
            ("film.mp4", Refusal::TooLarge { limit: 25 }),
            ("tom.txt", Refusal::Empty),
        ]);
        assert_eq!(
            several.sentence_at(Field::Files, Language::Swedish).as_deref(),
            Some(
                "Tas inte emot: sida.html (fel slag), film.mp4 (större än 25 MB), tom.txt (tom). Skicka igen utan \
                 dem, eller bifoga bild, PDF, kontorsdokument, textfil, zip, film (mp4, mov) eller ljud (mp3, m4a), på \
                 högst 25 MB."
            )
        );
        assert_eq!(several.sentence_at(Field::Table, Language::Swedish), None);
    }

    #[test]
    fn an_empty_file_is_told_to_be_empty() {
        let sentence = named(&[("tom.txt", Refusal::Empty)]).sentence(Language::Swedish);
        assert_eq!(
            sentence,
            "tom.txt är tom. Skicka igen utan den, eller spara filen på nytt och bifoga den igen."
        );
    }
}
