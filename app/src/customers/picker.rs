//! Customers, as one chooses them.

use super::api::search_customers;
use crate::{
    AppError,
    ui::combobox::{Choice, Pickable},
};
use domain::{customers::CustomerHit, ids::CustomerId, text::Language};

impl Pickable for CustomerHit {
    fn hint(text: Language) -> &'static str {
        text.customer_search_hint()
    }

    fn none(text: Language) -> &'static str {
        text.no_customer_matches()
    }

    async fn search(typed: String) -> Result<Vec<Self>, AppError> {
        search_customers(typed).await
    }

    fn choice(self, text: Language) -> Choice {
        let number = text.customer_number(self.id.0);
        let detail = if self.detail.is_empty() { number } else { format!("{number}, {}", self.detail) };
        Choice { id: self.id.0, name: self.name, detail }
    }

    fn chosen(choice: Choice) -> Self {
        Self { id: CustomerId(choice.id), name: choice.name, detail: choice.detail }
    }
}
