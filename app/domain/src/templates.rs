//! Texts for comments that are written often, with variables: "Hej {kund}".

use crate::{
    ids::TemplateId,
    problem::{Field, FieldError},
    settings,
    text::Language,
    validate,
};
use serde::{Deserialize, Serialize};

/// A text of the company's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Template {
    /// Number in the company.
    pub id: TemplateId,
    /// Its name.
    pub name: String,
    /// Its text, with variables.
    pub body: String,
}

/// A text as its form has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateDraft {
    /// Its name.
    pub name: String,
    /// Its text, with variables.
    pub body: String,
}

impl TemplateDraft {
    /// As it is kept.
    ///
    /// # Errors
    /// All that is wrong.
    pub fn sound(self) -> Result<Self, Vec<FieldError>> {
        let body = validate::comment(&self.body).map_err(|error| FieldError { field: Field::Body, ..error });
        match (settings::name(&self.name), body) {
            (Ok(name), Ok(body)) => Ok(Self { name, body }),
            (name, body) => Err(name.err().into_iter().chain(body.err()).collect()),
        }
    }
}

/// What stands for something of the case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Variable {
    /// The customer's name.
    Customer,
    /// Ärendenummer.
    Number,
    /// Rubrik.
    Subject,
    /// Who is responsible.
    Responsible,
    /// The status' name.
    Status,
    /// When it is due.
    Due,
    /// Who writes.
    Me,
    /// The company that they work for.
    Company,
}

impl Variable {
    /// In the order of the list beside the form.
    pub const ALL: [Self; 8] = [
        Self::Customer,
        Self::Number,
        Self::Subject,
        Self::Responsible,
        Self::Status,
        Self::Due,
        Self::Me,
        Self::Company,
    ];

    /// As it is written between braces, whatever the language: texts outlive a choice of language.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Customer => "kund",
            Self::Number => "nummer",
            Self::Subject => "rubrik",
            Self::Responsible => "ansvarig",
            Self::Status => "status",
            Self::Due => "förfaller",
            Self::Me => "jag",
            Self::Company => "företag",
        }
    }

    /// What it stands for.
    pub const fn name(self, text: Language) -> &'static str {
        match self {
            Self::Customer => text.variable_customer(),
            Self::Number => text.variable_number(),
            Self::Subject => text.variable_subject(),
            Self::Responsible => text.variable_responsible(),
            Self::Status => text.variable_status(),
            Self::Due => text.variable_due(),
            Self::Me => text.variable_me(),
            Self::Company => text.variable_company(),
        }
    }
}

/// The text with its variables filled in. What is in braces and no variable stays as it stands.
pub fn fill(body: &str, value: impl Fn(Variable) -> String) -> String {
    let mut filled = String::with_capacity(body.len());
    let mut rest = body;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let variable = after.split_once('}').and_then(|(name, after)| {
            let variable = Variable::ALL.into_iter().find(|variable| variable.as_str() == name.trim())?;
            Some((variable, after))
        });
        match variable {
            Some((variable, after)) => {
                filled.push_str(&value(variable));
                rest = after;
            }
            None => {
                filled.push('{');
                rest = after;
            }
        }
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variables_are_filled_in_and_nothing_else() {
        let value = |variable: Variable| format!("<{}>", variable.as_str());
        assert_eq!(fill("Hej { kund }, ärende {nummer}.", value), "Hej <kund>, ärende <nummer>.");
        assert_eq!(fill("{okänd} {{kund}} {", value), "{okänd} {<kund>} {");
        // What is filled in is not read again.
        assert_eq!(fill("{rubrik}", |_| "{kund}".into()), "{kund}");
    }
}
