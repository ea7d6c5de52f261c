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
    http::{HeaderName, HeaderValue, StatusCode, header, request::Parts},
    response::Response,
};
use domain::{
    ids::{CaseNumber, FileId},
    problem::Problem,
};
use store::files::Kept;

/// No script, no style, no frame, no form; read by our own pages only.
const APART: &str = "default-src 'none'; sandbox; frame-ancestors 'none'";
/// The same for a picture that we have drawn: the page that browsers make around it is styled within.
const PICTURE: &str = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";

/// The file as it came: always to be saved, never opened here.
pub(super) async fn file(
    State(services): State<Services>,
    Extension(session): Extension<Session>,
    Extension(storage): Extension<Storage>,
    Path((number, id)): Path<(String, String)>,
    parts: Parts,
) -> Response {
    let sent = async {
        let kept = find(&services, &session, &number, &id).await?;
        let mut response = send(&storage, &kept.place, &kept.media, &parts).await?;
        say(&mut response, header::CONTENT_DISPOSITION, &disposition(&kept.name));
        Ok(response)
    };
    let sent = sent.await;
    or_page(services, &parts, sent).await
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
    let sent = async {
        let kept = find(&services, &session, &number, &id).await?;
        if !kept.has_preview {
            return Err(Problem::NotFound.into());
        }
        let is_small = query.as_deref() == Some("liten");
        let place = if is_small { small(&kept.place) } else { large(&kept.place) };
        let mut response = send(&storage, &place, "image/jpeg", &parts).await?;
        say(&mut response, header::CONTENT_DISPOSITION, "inline");
        say(&mut response, header::CONTENT_SECURITY_POLICY, PICTURE);
        Ok(response)
    };
    let sent = sent.await;
    or_page(services, &parts, sent).await
}

async fn find(services: &Services, session: &Session, number: &str, id: &str) -> Result<Kept, AppError> {
    let number = number.parse::<CaseNumber>().map_err(|_| Problem::NotFound)?;
    let id = id.parse::<FileId>().map_err(|_| Problem::NotFound)?;
    Ok(store::files::find(&session.0, &services.db, number, id).await?)
}

/// The page that says why not, as for any other address.
async fn or_page(services: Services, parts: &Parts, sent: Result<Response, AppError>) -> Response {
    match sent {
        Ok(response) => response,
        Err(AppError(problem)) => {
            request::render(services, parts, "/finns-inte", None, request::status_of(&problem)).await
        }
    }
}

/// The bytes as they come from where they lie. They never change under their address, but whether one
/// may see them is asked each time.
async fn send(storage: &Storage, place: &str, media: &str, parts: &Parts) -> Result<Response, AppError> {
    let mark = format!("\"{}\"", place.rsplit('/').next().unwrap_or_default());
    let is_there =
        parts.headers.get(header::IF_NONE_MATCH).is_some_and(|seen| seen.as_bytes() == mark.as_bytes());
    let mut response = match is_there {
        true => {
            let mut response = Response::new(Body::empty());
            *response.status_mut() = StatusCode::NOT_MODIFIED;
            response
        }
        false => {
            let (size, bytes) = storage.read(place).await.map_err(|error| {
                tracing::error!(%error, place, "a file's bytes are not to be had");
                Problem::NotFound
            })?;
            let mut response = Response::new(Body::from_stream(bytes));
            say(&mut response, header::CONTENT_LENGTH, &size.to_string());
            response
        }
    };
    say(&mut response, header::CONTENT_TYPE, media);
    say(&mut response, header::CONTENT_SECURITY_POLICY, APART);
    say(&mut response, header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    say(&mut response, HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
    say(&mut response, header::CACHE_CONTROL, "private, no-cache");
    say(&mut response, header::ETAG, &mark);
    Ok(response)
}

fn say(response: &mut Response, name: HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        response.headers_mut().insert(name, value);
    }
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
