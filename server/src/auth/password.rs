//! Passwords: argon2id with the parameters that OWASP recommends (19 MiB, two passes, one lane).

use argon2::{
    Argon2, PasswordHash, PasswordHasher, PasswordVerifier,
    password_hash::{Error, SaltString},
};

/// A hash to keep, in PHC form.
///
/// # Errors
/// When the system gives no randomness for the salt.
pub fn hash(password: &str) -> Result<String, Error> {
    let mut salt = [0_u8; 16];
    getrandom::fill(&mut salt)
        .map_err(|_| Error::SaltInvalid(argon2::password_hash::errors::InvalidValue::Malformed))?;
    let salt = SaltString::encode_b64(&salt)?;
    Ok(Argon2::default().hash_password(password.as_bytes(), &salt)?.to_string())
}

/// Whether the password belongs to the hash. An unreadable hash belongs to none.
pub fn verify(password: &str, hash: &str) -> bool {
    PasswordHash::new(hash)
        .is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok())
}

/// Costs as much as [`verify`], so that an unknown login takes as long as a wrong password.
pub fn verify_nothing(password: &str) {
    let salt = SaltString::encode_b64(&[0; 16]);
    let _ = salt.map(|salt| Argon2::default().hash_password(password.as_bytes(), &salt).is_ok());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_right_password_fits() {
        let kept = hash("arende-demo").unwrap();
        assert!(kept.starts_with("$argon2id$"));
        assert!(verify("arende-demo", &kept));
        assert!(!verify("arende-dem0", &kept));
        assert!(!verify("arende-demo", "not a hash"));
        assert_ne!(kept, hash("arende-demo").unwrap(), "salted");
    }
}
