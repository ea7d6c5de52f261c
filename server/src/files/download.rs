//! Hands files out, so that nothing that was uploaded can run or be shown in our origin.

use super::storage::{Storage, large, small};
use app::{
    AppError,
    request::{self, Services, Session},
};
use axum::{
    Extension,
    body::Body,
    extract::{Path, RawQuery, State},
    http::{HeaderName, HeaderValue, header, request::Parts},
    response::Response,
};
use domain::{
    ids::{CaseNumber, FileId},
    problem::Problem,
};
use store::files::Kept;

/// No script, no style, no frame, no form; read by our own pages only.
const APART: &str = "default-src 'none'; sandbox; frame-ancestors 'none'";

/// The file as it came: always to be saved, never opened here.
pub(super) async fn file(
    State(services): State<Services>,
    Extension(session): Extension<Session>,
    Extension(storage): Extension<Storage>,
    Path((number, id)): Path<(String, String)>,
    parts: Parts,
) -> Response {
    match find(&services, &session, &number, &id).await {
        Ok(kept) => send(&storage, &kept.place, &kept.media, Some(&kept), services, &parts).await,
        Err(error) => refuse(services, &parts, error).await,
    }
}

/// Its preview, which we have drawn ourselves; with `?liten` its thumbnail.
pub(super) async fn picture(
    State(services): State<Services>,
    Extension(session): Extension<Session>,
    Extension(storage): Extension<Storage>,
    Path((number, id)): Path<(String, String)>,
    RawQuery(query): RawQuery,
    parts: Parts,
) -> Response {
    match find(&services, &session, &number, &id).await {
        Ok(kept) if kept.has_preview => {
            let place =
                if query.as_deref() == Some("liten") { small(&kept.place) } else { large(&kept.place) };
            send(&storage, &place, "image/jpeg", None, services, &parts).await
        }
        Ok(_) => refuse(services, &parts, Problem::NotFound.into()).await,
        Err(error) => refuse(services, &parts, error).await,
    }
}

async fn find(services: &Services, session: &Session, number: &str, id: &str) -> Result<Kept, AppError> {
    let number = number.parse::<CaseNumber>().map_err(|_| Problem::NotFound)?;
    let id = id.parse::<FileId>().map_err(|_| Problem::NotFound)?;
    Ok(store::files::find(&session.0, &services.db, number, id).await?)
}

/// The page that says why, as for any other address.
async fn refuse(services: Services, parts: &Parts, error: AppError) -> Response {
    let status = request::status_of(&error.0);
    request::render(services, parts, "/finns-inte", None, status).await
}

/// The bytes as they come from where they lie; those of `saved` go into a file of that name.
async fn send(
    storage: &Storage,
    place: &str,
    media: &str,
    saved: Option<&Kept>,
    services: Services,
    parts: &Parts,
) -> Response {
    let bytes = match storage.read(place).await {
        Ok(bytes) => bytes,
        Err(error) => {
            tracing::error!(%error, place, "a file's bytes are not to be had");
            return refuse(services, parts, Problem::NotFound.into()).await;
        }
    };
    let mut response = Response::new(Body::from_stream(bytes));
    let headers = response.headers_mut();
    let mut say = |name: HeaderName, value: &str| {
        if let Ok(value) = HeaderValue::from_str(value) {
            headers.insert(name, value);
        }
    };
    say(header::CONTENT_TYPE, media);
    say(header::CONTENT_SECURITY_POLICY, APART);
    say(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    say(HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
    match saved {
        Some(kept) => {
            say(header::CONTENT_DISPOSITION, &disposition(&kept.name));
            say(header::CONTENT_LENGTH, &kept.size.to_string());
        }
        // It never changes under its address; whether one may see it is asked again.
        None => say(header::CONTENT_DISPOSITION, "inline"),
    }
    response
}

/// To be saved, under its name in any alphabet.
fn disposition(name: &str) -> String {
    let mut encoded = String::with_capacity(name.len() * 3);
    for byte in name.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'.' | b'-' | b'_' => encoded.push(char::from(byte)),
            byte => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    format!("attachment; filename*=UTF-8''{encoded}")
}

#[cfg(test)]
mod tests {
    use super::disposition;

    #[test]
    fn a_name_cannot_leave_its_header() {
        assert_eq!(
            disposition("nyckel å\"; x=1\r\n.pdf"),
            "attachment; filename*=UTF-8''nyckel%20%C3%A5%22%3B%20x%3D1%0D%0A.pdf"
        );
    }
}
