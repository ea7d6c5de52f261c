//! A form that was posted when the session had ended: carried through the login in its pages, and sent again by
//! whoever has logged in. The server keeps nothing of it.

use super::Frameless;
use crate::{
    page::{Answer, text},
    ui::SEND_KEY,
};
use domain::{customers::SecretKind, text::Language};
use leptos::prelude::*;
use leptos_meta::Title;
use serde::{Deserialize, Serialize};

/// The field of the login that says where the form was posted to.
pub const UNSENT_TO: &str = "skicka-till";
/// What the names of the form's own fields begin with in the login.
pub const UNSENT_FIELD: &str = "skicka.";

/// The form: the server has seen to it that it goes to a page of ours and holds no password.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unsent {
    /// Path and query that it was posted to.
    pub action: String,
    /// Its fields, in their order.
    pub fields: Vec<(String, String)>,
}

impl Unsent {
    /// What somebody has typed or chosen, with what it is called.
    fn typed(&self, text: Language) -> Vec<(String, String)> {
        let typed = self.fields.iter().filter(|(name, value)| !value.trim().is_empty() && is_seen(name));
        typed.map(|(name, value)| (label(name, text), value.clone())).collect()
    }
}

/// Whether one sees the field in its form. What is protected at a site is shown nowhere without being asked for.
fn is_seen(name: &str) -> bool {
    const UNSEEN: [&str; 16] = [
        SEND_KEY,
        "knapp",
        "version",
        "tillbaka",
        "vidare",
        "id",
        "rubrik_fore",
        "innehall_fore",
        "sett",
        "sedda",
        "filter",
        "fraga",
        "kvitto",
        "anvands",
        "over",
        "bas",
    ];
    let is_protected =
        |kind: &SecretKind| name.strip_suffix(kind.slug()).is_some_and(|row| row.ends_with('-'));
    !UNSEEN.contains(&name)
        && !name.ends_with("_id")
        && !name.ends_with("-id")
        && !SecretKind::ALL.iter().any(is_protected)
}

/// The usual fields by their words, the others by their names.
fn label(name: &str, text: Language) -> String {
    let known = match name {
        "rubrik" => text.subject(),
        "innehall" => text.body(),
        "kund" => text.customer(),
        "plats" => text.site(),
        "ansvarig" => text.responsible(),
        "team" => text.team(),
        "anstallda" | "anstalld" => text.participants(),
        "prioritet" => text.priority(),
        "kanal" => text.channel(),
        "typ" => text.case_type(),
        "status" => text.status(),
        _ => name,
    };
    known.to_owned()
}

/// The form within the login's, hidden.
#[component]
pub(super) fn Carried(unsent: Unsent) -> impl IntoView {
    let field = |(name, value): (String, String)| hidden(format!("{UNSENT_FIELD}{name}"), value);
    view! {
        {hidden(UNSENT_TO.to_owned(), unsent.action)}
        {unsent.fields.into_iter().map(field).collect_view()}
    }
}

fn hidden(name: String, value: String) -> impl IntoView {
    view! { <input type="hidden" name=name value=value/> }
}

/// The login has succeeded, and there is something to send.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResumeReply {
    /// The form.
    pub unsent: Unsent,
    /// Where one goes who does not send it.
    pub leave: String,
}

impl Answer for ResumeReply {
    const KIND: &'static str = "resume";
}

/// Shows what would be sent: it may be another who has logged in.
#[component]
pub(super) fn Resume(reply: ResumeReply) -> impl IntoView {
    let text = text();
    let ResumeReply { unsent, leave } = reply;
    let line = |(label, value): (String, String)| view! { <dt>{label}</dt><dd>{value}</dd> };
    let typed = unsent.typed(text);
    let typed = (!typed.is_empty())
        .then(|| view! { <dl class="dl">{typed.into_iter().map(line).collect_view()}</dl> });
    view! {
        <Title text=text.send_unsent()/>
        <Frameless>
            <form class="card form" method="post" action=unsent.action>
                <h1>{text.send_unsent()}</h1>
                <p>{text.back_in_unsent()}</p>
                {typed}
                {unsent.fields.into_iter().map(|(name, value)| hidden(name, value)).collect_view()}
                <button class="btn btn--pri btn--w">{text.send_unsent()}</button>
                <a class="btn btn--q btn--w" href=leave rel="external">{text.leave_unsent()}</a>
            </form>
        </Frameless>
    }
}

#[cfg(test)]
mod tests {
    use super::Unsent;
    use domain::text::Language;

    #[test]
    fn what_was_typed_is_shown_and_what_was_hidden_or_is_protected_is_not() {
        let fields = [
            ("nyckel", "0123456789abcdef"),
            ("rubrik", "Vattenläcka"),
            ("innehall", " "),
            ("kund_id", "1001"),
            ("plats-0-portkod", "4711"),
            ("plats-0-gata", "Storgatan 1"),
            ("knapp", "skapa"),
        ];
        let fields = fields.map(|(name, value)| (name.to_owned(), value.to_owned())).into();
        let typed = Unsent { action: "/arenden/nytt".into(), fields }.typed(Language::Swedish);
        let shown = [("Rubrik", "Vattenläcka"), ("plats-0-gata", "Storgatan 1")];
        assert_eq!(typed, shown.map(|(label, value)| (label.to_owned(), value.to_owned())));
    }
}
