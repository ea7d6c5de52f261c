//! Texts for comments that are written often, with variables: "Hej {kund}".

use crate::{
    cases::Feature,
    ids::TemplateId,
    problem::{Field, FieldError, NamedError, Problem, Refusal},
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
    /// All that is wrong, or the first variable that is none.
    pub fn sound(self) -> Result<Self, Problem> {
        let body = validate::comment(&self.body).map_err(|error| FieldError { field: Field::Body, ..error });
        let (name, body) = match (settings::name(&self.name), body) {
            (Ok(name), Ok(body)) => (name, body),
            (name, body) => return Err(Problem::Invalid(name.err().into_iter().chain(body.err()).collect())),
        };
        match unknown(&body) {
            Some(name) => {
                let error = FieldError { field: Field::Body, refusal: Refusal::Unknown };
                Err(Problem::Named(vec![NamedError { error, name }]))
            }
            None => Ok(Self { name, body }),
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

    /// The variable that is called so.
    fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|variable| variable.as_str() == name.trim())
    }

    /// The switch that it hangs on; none: it is always there.
    pub const fn feature(self) -> Option<Feature> {
        match self {
            Self::Customer => Some(Feature::Customer),
            Self::Responsible => Some(Feature::Responsible),
            Self::Due => Some(Feature::DueOn),
            Self::Number | Self::Subject | Self::Status | Self::Me | Self::Company => None,
        }
    }

    /// Whether a company that uses so much has it.
    pub fn is_used(self, uses: impl Fn(Feature) -> bool) -> bool {
        self.feature().is_none_or(uses)
    }

    /// As it stands in a text.
    pub fn written(self) -> String {
        format!("{{{}}}", self.as_str())
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

/// What is said of a text with variables that stand for what the company has come to do without.
pub fn warning(body: &str, uses: impl Fn(Feature) -> bool, text: Language) -> Option<String> {
    let mut unused = Vec::new();
    fill(body, |variable| {
        let written = variable.written();
        if !variable.is_used(&uses) && !unused.contains(&written) {
            unused.push(written);
        }
        None
    });
    (!unused.is_empty()).then(|| text.template_unused(&unused.join(", ")))
}

/// The text with its variables filled in. What is in braces and no variable, or has no value here, stays
/// as it stands: whoever reads the text over sees it, where a gap could be missed.
pub fn fill(body: &str, mut value: impl FnMut(Variable) -> Option<String>) -> String {
    let mut filled = String::with_capacity(body.len());
    let mut rest = body;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let variable =
            after.split_once('}').and_then(|(name, after)| Some((value(Variable::named(name)?)?, after)));
        match variable {
            Some((value, after)) => {
                filled.push_str(&value);
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

/// All variables as they stand in texts, for a sentence.
pub(crate) fn written() -> String {
    Variable::ALL.map(Variable::written).join(", ")
}

/// The first thing in braces that is no variable, as it is written: the customer would read it so. Other systems
/// double the braces.
fn unknown(body: &str) -> Option<String> {
    /// What is longer is a sentence.
    const LONGEST: usize = 40;
    let mut rest = body;
    loop {
        let (_, after) = rest.split_once('{')?;
        let inner = after.trim_start_matches('{');
        let braces = 1 + after.len() - inner.len();
        let (name, next) = inner.split_once('}')?;
        let is_name =
            !name.trim().is_empty() && !name.contains(['{', '\n']) && name.chars().count() <= LONGEST;
        if is_name && (braces > 1 || Variable::named(name).is_none()) {
            return Some(format!("{}{name}{}", "{".repeat(braces), "}".repeat(braces)));
        }
        rest = if is_name { next } else { inner };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variables_are_filled_in_and_nothing_else() {
        let value = |variable: Variable| Some(format!("<{}>", variable.as_str()));
        assert_eq!(fill("Hej { kund }, ärende {nummer}.", value), "Hej <kund>, ärende <nummer>.");
        assert_eq!(fill("{okänd} {{kund}} {", value), "{okänd} {<kund>} {");
        // What is filled in is not read again.
        assert_eq!(fill("{rubrik}", |_| Some("{kund}".into())), "{kund}");
    }

    #[test]
    fn a_variable_that_is_none_is_refused_by_its_name() {
        let saved = |body: &str| {
            let draft = TemplateDraft { name: "Tack".into(), body: body.into() };
            draft.sound().map(|draft| draft.body)
        };
        for body in ["Hej { kund }, {nummer}.", "{} {", "{\nen\nlista\n} {jag}", "Utan variabler }"] {
            assert_eq!(saved(body).as_deref(), Ok(body));
        }
        for (body, name) in
            [("{kund} {foo}", "{foo}"), ("Hej {{kund}}", "{{kund}}"), ("{ {Kunden}", "{Kunden}")]
        {
            let problem = saved(body).unwrap_err();
            let sentence = problem.sentence(Language::Swedish);
            assert!(sentence.starts_with(&format!("Det finns ingen variabel {name}. ")), "{sentence}");
            assert!(
                sentence.contains("{kund}, {nummer}, ") && sentence.ends_with("{företag}."),
                "{sentence}"
            );
            assert_eq!(problem.sentence_at(Field::Body, Language::Swedish), Some(sentence));
        }
    }

    #[test]
    fn what_the_company_does_without_stays_as_it_stands_and_is_named() {
        let uses = |feature| feature != Feature::Customer;
        let value = |variable: Variable| variable.is_used(uses).then(|| "7".to_owned());
        assert_eq!(fill("Hej { kund }, ärende {nummer}.", value), "Hej { kund }, ärende 7.");
        let warned = warning("{kund} {nummer} { kund } {ansvarig} {okänd}", uses, Language::Swedish);
        assert_eq!(warned.as_deref(), Some("{kund} används inte och fylls inte i."));
        assert_eq!(warning("{kund}", |_| true, Language::Swedish), None);
    }
}
