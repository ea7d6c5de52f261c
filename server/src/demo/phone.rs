//! Phone numbers that ring nowhere: the ranges that PTS keeps free for books and films.

/// The `index`th mobile number of 070-174 06 05 to 070-174 06 99, from the start again after the last.
pub(super) fn mobile(index: usize) -> String {
    format!("070-174 06 {:02}", 5 + index % 95)
}

/// The `index`th number of 08-465 004 00 to 08-465 004 99.
pub(super) fn stockholm(index: usize) -> String {
    format!("08-465 004 {:02}", index % 100)
}

/// The `index`th number of 0980-31 92 00 to 0980-31 92 99.
pub(super) fn kiruna(index: usize) -> String {
    format!("0980-31 92 {:02}", index % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stay_within_their_range() {
        assert_eq!((mobile(0), mobile(94)), ("070-174 06 05".into(), "070-174 06 99".into()));
        assert_eq!(mobile(95), mobile(0));
        assert_eq!((stockholm(7), kiruna(199)), ("08-465 004 07".into(), "0980-31 92 99".into()));
    }
}
