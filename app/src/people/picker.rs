//! Active staff, as one chooses them; oneself comes first.

use super::api::search_people;
use crate::{
    AppError,
    ui::combobox::{Choice, Pickable},
};
use domain::{ids::PersonId, people::Person, text::Language};

impl Pickable for Person {
    fn hint(text: Language) -> &'static str {
        text.person_search_hint()
    }

    fn none(text: Language) -> &'static str {
        text.no_person_matches()
    }

    async fn search(typed: String) -> Result<Vec<Self>, AppError> {
        search_people(typed).await
    }

    fn choice(self, _: Language) -> Choice {
        Choice { id: self.id.0, name: self.name, detail: String::new() }
    }

    /// Two may go by the same name.
    fn candidate(self, text: Language) -> Choice {
        Choice { detail: text.person_number(self.id.0), ..self.choice(text) }
    }

    fn chosen(choice: Choice) -> Self {
        Self { id: PersonId(choice.id), name: choice.name }
    }
}
