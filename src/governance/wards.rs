//! Which wards something affects, as papers say it.

use crate::values::names::fold;

/// The wards that something is said to affect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wards {
    /// All of them.
    All,
    /// So many that are named.
    Named(usize),
}

impl Wards {
    /// What a list of wards comes to; none where nothing is said.
    pub(crate) fn of(listed: &[String]) -> Option<Self> {
        let mut wards: Vec<String> =
            listed.iter().map(|ward| fold(ward)).filter(|ward| !ward.is_empty()).collect();
        wards.sort_unstable();
        wards.dedup();
        let all = |ward: &String| {
            matches!(ward.as_str(), "all" | "all wards" | "borough wide" | "district wide")
        };
        let unsaid = |ward: &String| matches!(ward.as_str(), "n a" | "na" | "tbc" | "not known");
        match wards.as_slice() {
            [] => None,
            [one] if unsaid(one) => None,
            _ if wards.iter().any(all) => Some(Self::All),
            _ => Some(Self::Named(wards.len())),
        }
    }

    /// Whether they are two or more.
    pub(crate) fn are_several(self) -> bool {
        match self {
            Self::All => true,
            Self::Named(count) => count > 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wards_are_counted_once_and_all_is_all() {
        let of = |wards: &[&str]| {
            Wards::of(&wards.iter().map(|ward| (*ward).to_owned()).collect::<Vec<_>>())
        };
        assert_eq!(of(&[]), None);
        assert_eq!(of(&["N/A"]), None);
        assert_eq!(of(&["All wards"]), Some(Wards::All));
        assert_eq!(of(&["Town", "town "]), Some(Wards::Named(1)));
        assert_eq!(of(&["Town", "Moor"]), Some(Wards::Named(2)));
    }
}
