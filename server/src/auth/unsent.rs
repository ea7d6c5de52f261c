//! What is posted without a session goes with its reader through the login: in the pages, for the server keeps nothing.

use crate::security;
use app::{
    account::{UNSENT_FIELD, UNSENT_TO, Unsent},
    request,
};
use axum::{
    Form,
    body::{Body, to_bytes},
    extract::FromRequest,
    http::{Method, Request, header, request::Parts},
};

/// The longest form that is carried, in bytes: longer than any text of ours.
const LIMIT: usize = 128 * 1024;
/// Doors that open without a session, or end one: nothing is typed there that could be sent later.
const NEVER: [&str; 4] = ["/logga-in", "/logga-ut", "/valj-losenord", "/tema"];
/// The passwords in our forms.
const SECRETS: [&str; 2] = ["losenord", "password"];

/// The plain form that the request brings; none when it is something else, or says nothing.
pub(super) async fn posted(parts: &Parts, body: Body) -> Option<Unsent> {
    let kind = parts.headers.get(header::CONTENT_TYPE)?;
    let is_form = kind.to_str().ok()?.starts_with("application/x-www-form-urlencoded");
    if parts.method != Method::POST || !is_form {
        return None;
    }
    let body = to_bytes(body, LIMIT).await.ok().filter(|body| security::is_text(body))?;
    let request = Request::post("/").header(header::CONTENT_TYPE, kind).body(Body::from(body)).ok()?;
    let Form(fields) = Form::from_request(request, &()).await.ok()?;
    unsent(parts.uri.path_and_query()?.as_str(), fields)
}

/// The form that the login's brings along.
pub(super) fn carried(login: &[(String, String)]) -> Option<Unsent> {
    let (_, action) = login.iter().find(|(name, _)| name == UNSENT_TO)?;
    let own = |(name, value): &(String, String)| {
        name.strip_prefix(UNSENT_FIELD).map(|name| (name.to_owned(), value.clone()))
    };
    unsent(action, login.iter().filter_map(own).collect())
}

fn unsent(action: &str, mut fields: Vec<(String, String)>) -> Option<Unsent> {
    let path = action.split('?').next().unwrap_or_default();
    let is_ours = request::is_own_path(action)
        && action.is_ascii()
        && !path.starts_with("/api/")
        && !NEVER.contains(&path);
    fields.retain(|(name, _)| !SECRETS.contains(&name.as_str()));
    (is_ours && !fields.is_empty()).then(|| Unsent { action: action.to_owned(), fields })
}

#[cfg(test)]
mod tests {
    use super::carried;

    fn login(action: &str, name: &str) -> Vec<(String, String)> {
        [("login", "maria"), ("skicka-till", action), (name, "x")].map(|(a, b)| (a.into(), b.into())).into()
    }

    #[test]
    fn only_forms_of_ours_are_carried_and_no_password() {
        let unsent = carried(&login("/arenden/nytt?x=1", "skicka.rubrik"));
        let unsent = unsent.map(|unsent| (unsent.action, unsent.fields));
        assert_eq!(unsent, Some(("/arenden/nytt?x=1".into(), vec![("rubrik".into(), "x".into())])));
        for action in [
            "https://evil.example/",
            "//evil.example",
            "/\\evil.example",
            "/logga-in",
            "/logga-ut?a",
            "/api/cases/create",
            "/å",
            "",
        ] {
            assert_eq!(carried(&login(action, "skicka.rubrik")), None, "{action}");
        }
        for name in ["rubrik", "skicka.losenord", "skicka.password"] {
            assert_eq!(carried(&login("/arenden/nytt", name)), None, "{name}");
        }
    }
}
