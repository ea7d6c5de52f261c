//! Which customers the list shows: a value that lives in the address.

use crate::{cases::Cursor, text::Language};
use serde::{Deserialize, Serialize};

/// Whether one wants those that still are customers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Aktiva.
    #[default]
    Active,
    /// Inaktiva.
    Inactive,
    /// Both.
    All,
}

impl Standing {
    /// In the order of the page.
    pub const ALL: [Self; 3] = [Self::Active, Self::Inactive, Self::All];

    /// How addresses name it.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Active => "aktiva",
            Self::Inactive => "inaktiva",
            Self::All => "alla",
        }
    }

    /// Its name on screen.
    pub const fn name(self, text: Language) -> &'static str {
        match self {
            Self::Active => text.standing_active(),
            Self::Inactive => text.standing_inactive(),
            Self::All => text.all(),
        }
    }
}

/// What is searched, among whom, from where.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct CustomerFilter {
    /// Name, number, phone, e-mail, organisationsnummer or address.
    pub query: String,
    /// Still customers or not.
    pub standing: Standing,
    /// Where the page begins.
    pub after: Option<Cursor>,
}

impl CustomerFilter {
    /// More characters than this are no search.
    const QUERY_LIMIT: usize = 200;

    /// Reads an address' query. What is not understood is left out.
    pub fn from_query(query: &str) -> Self {
        let mut filter = Self::default();
        for (name, value) in form_urlencoded::parse(query.trim_start_matches('?').as_bytes()) {
            match name.as_ref() {
                "q" => {
                    filter.query = value.chars().filter(|c| !c.is_control()).take(Self::QUERY_LIMIT).collect()
                }
                "visa" => {
                    let found = Standing::ALL.into_iter().find(|standing| standing.slug() == value);
                    filter.standing = found.unwrap_or_default();
                }
                "efter" => {
                    filter.after = (1..=300).contains(&value.len()).then(|| Cursor(value.into_owned()))
                }
                _ => {}
            }
        }
        filter.query = filter.query.split_whitespace().collect::<Vec<_>>().join(" ");
        filter
    }

    /// The list's address.
    pub fn to_address(&self) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        if !self.query.is_empty() {
            query.append_pair("q", &self.query);
        }
        if self.standing != Standing::default() {
            query.append_pair("visa", self.standing.slug());
        }
        if let Some(Cursor(after)) = &self.after {
            query.append_pair("efter", after);
        }
        match query.finish() {
            query if query.is_empty() => "/kunder".into(),
            query => format!("/kunder?{query}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_survives_the_address() {
        let filter = CustomerFilter {
            query: "BRF Sol & Måne".into(),
            standing: Standing::All,
            after: Some(Cursor("1042.BRF Ö".into())),
        };
        let address = filter.to_address();
        assert_eq!(CustomerFilter::from_query(address.trim_start_matches("/kunder")), filter);
        assert_eq!(CustomerFilter::default().to_address(), "/kunder");
        assert_eq!(CustomerFilter::from_query("?visa=x&q=%20&okant=1"), CustomerFilter::default());
    }
}
