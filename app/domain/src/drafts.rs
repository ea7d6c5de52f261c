//! What has been begun and not sent, and what is sent only once.

/// The longest name of a draft's place, in characters.
pub const PLACE_LIMIT: usize = 100;
/// The longest draft, in characters: a comment or a body may be this long with all around it.
pub const CONTENT_LIMIT: usize = 100_000;
/// Of one person; the oldest make room.
pub const MOST: i64 = 200;

/// Whether it may name something that is sent: 16 to 64 letters, digits and hyphens.
pub fn is_key(key: &str) -> bool {
    (16..=64).contains(&key.len()) && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

#[cfg(test)]
mod tests {
    use super::is_key;

    #[test]
    fn a_key_is_long_and_plain() {
        assert!(is_key("0123456789abcdef-x"));
        for strange in ["", "short", "0123456789abcdef x", &"a".repeat(65), "0123456789abcdefö"] {
            assert!(!is_key(strange), "{strange:?}");
        }
    }
}
