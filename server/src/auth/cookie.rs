//! The session's cookie and its secret.

use axum::http::{HeaderValue, request::Parts};
use sha2::{Digest, Sha256};

/// Whether browsers reach us by https; then the cookie is bound to host and transport.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Secure(pub(crate) bool);

/// How long the browser keeps it; the session itself ends 30 days after it was last used.
const KEPT: u32 = 60 * 60 * 24 * 30;

/// A new secret: 256 random bits, in hexadecimal. None when the system has no randomness.
pub(crate) fn new_token() -> Option<String> {
    let mut bytes = [0_u8; 32];
    getrandom::fill(&mut bytes).ok()?;
    Some(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

/// What the database keeps instead of the secret.
pub(crate) fn hash(token: &str) -> [u8; 32] {
    Sha256::digest(token.as_bytes()).into()
}

/// The secret that the request brings.
pub(crate) fn read(parts: &Parts, secure: Secure) -> Option<&str> {
    app::request::cookie(parts, name(secure)).filter(|token| token.len() == 64)
}

/// The header that hands it out.
pub(crate) fn set(token: &str, secure: Secure) -> Option<HeaderValue> {
    HeaderValue::from_str(&format!("{}={token}; Max-Age={KEPT}; {}", name(secure), attributes(secure))).ok()
}

/// The header that takes it back.
pub(crate) fn clear(secure: Secure) -> Option<HeaderValue> {
    HeaderValue::from_str(&format!("{}=; Max-Age=0; {}", name(secure), attributes(secure))).ok()
}

const fn name(secure: Secure) -> &'static str {
    if secure.0 { "__Host-arende" } else { "arende" }
}

const fn attributes(secure: Secure) -> &'static str {
    if secure.0 { "Path=/; HttpOnly; SameSite=Lax; Secure" } else { "Path=/; HttpOnly; SameSite=Lax" }
}
