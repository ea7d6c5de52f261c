//! The order of a list that people arrange by moving one up or down.

/// The list with that one moved past its neighbour; none when it is not in it or stands at the end.
pub(crate) fn moved<Id: PartialEq>(mut ids: Vec<Id>, id: Id, up: bool) -> Option<Vec<Id>> {
    let at = ids.iter().position(|other| *other == id)?;
    let to = if up { at.checked_sub(1)? } else { at + 1 };
    (to < ids.len()).then(|| {
        ids.swap(at, to);
        ids
    })
}

#[cfg(test)]
mod tests {
    use super::moved;

    #[test]
    fn one_moves_past_its_neighbour() {
        assert_eq!(moved(vec![3, 1, 2], 1, true), Some(vec![1, 3, 2]));
        assert_eq!(moved(vec![3, 1, 2], 1, false), Some(vec![3, 2, 1]));
        assert_eq!(moved(vec![3, 1, 2], 3, true), None);
        assert_eq!(moved(vec![3, 1, 2], 2, false), None);
        assert_eq!(moved(vec![3, 1, 2], 9, true), None);
    }
}
