//! What can go wrong below the screen.

use domain::problem::{Field, FieldError, Problem, Refusal};

/// The result of every function of the store.
pub type Result<T> = std::result::Result<T, Error>;

/// A refusal that the asker can do something about, or a failing database.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Refused, for a reason that is told.
    #[error("refused: {0:?}")]
    Refused(Problem),
    /// The database did not do it: ours to log and to mend.
    #[error("database: {0}")]
    Database(sqlx::Error),
    /// A stored value that this program does not know: a newer program wrote it.
    #[error("the database holds {value:?} where {what} was expected")]
    Unreadable {
        /// What was expected.
        what: &'static str,
        /// What stood there.
        value: String,
    },
}

impl Error {
    /// A single refused field.
    pub fn field(field: Field, refusal: Refusal) -> Self {
        Self::Refused(Problem::refused(field, refusal))
    }
}

impl From<Problem> for Error {
    fn from(problem: Problem) -> Self {
        Self::Refused(problem)
    }
}

impl From<FieldError> for Error {
    fn from(error: FieldError) -> Self {
        Self::Refused(Problem::Invalid(vec![error]))
    }
}

impl From<Vec<FieldError>> for Error {
    fn from(errors: Vec<FieldError>) -> Self {
        Self::Refused(Problem::Invalid(errors))
    }
}

/// A character that PostgreSQL does not store (NUL), and a date or time beyond its calendar.
const NOT_STORABLE: [&str; 2] = ["22021", "22008"];

impl From<sqlx::Error> for Error {
    /// A foreign key that does not hold is a chosen value that the company does not have; a value that
    /// cannot be stored at all is none that our pages send.
    fn from(error: sqlx::Error) -> Self {
        let code = error.as_database_error().and_then(|error| error.code());
        if code.is_some_and(|code| NOT_STORABLE.contains(&code.as_ref())) {
            return Problem::Malformed.into();
        }
        let field = error.as_database_error().and_then(|error| match error.constraint()? {
            "cases_company_id_status_id_is_open_fkey" => Some(Field::Status),
            "cases_company_id_type_id_fkey" => Some(Field::Type),
            "cases_company_id_responsible_id_fkey" => Some(Field::Responsible),
            "cases_company_id_team_id_fkey" => Some(Field::Team),
            "cases_company_id_customer_id_fkey" => Some(Field::Customer),
            "cases_company_id_customer_id_site_id_fkey" | "cases_check" => Some(Field::Site),
            "case_participant_company_id_person_id_fkey" => Some(Field::Participants),
            _ => None,
        });
        match field {
            Some(field) => Self::field(field, Refusal::Unknown),
            None => Self::Database(error),
        }
    }
}
