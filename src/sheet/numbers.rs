//! Numbers as printed, and the references that come of them.

use std::collections::HashSet;

use crate::values::Reference;

/// What may stand before a number and says nothing of its own.
const BEFORE: [&str; 8] =
    ["recommendation", "recommendations", "action", "rec", "number", "no.", "no", "#"];

/// The reference that a printed number gives: that of the letters where it has none of its own.
pub(super) fn reference(letters: &str, printed: &str) -> Option<Reference> {
    let printed = printed.trim().trim_end_matches(['.', ':', ')']);
    if let Some(own) = Reference::read(printed) {
        return Some(own);
    }
    let numbers = without_word(printed).trim();
    numbers
        .starts_with(|c: char| c.is_ascii_digit())
        .then(|| Reference::read(&format!("{letters}{numbers}")))?
}

fn without_word(printed: &str) -> &str {
    let starts = |word: &&&str| {
        printed.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
    };
    let word = BEFORE.iter().find(starts).map_or(0, |word| word.len());
    printed.get(word..).unwrap_or(printed)
}

/// The number before a text, as printed, and the text: "Recommendation 2: Plan ahead", "R2 - Plan
/// ahead", "2. Plan ahead".
pub(super) fn leading(text: &str) -> Option<(&str, &str)> {
    let bare = without_word(text).trim_start();
    let worded = bare.len() < text.len();
    let end = bare.find(|c: char| !c.is_ascii_alphanumeric() && c != '.')?;
    let number = bare.get(..end)?.trim_end_matches('.');
    let rest = bare.get(number.len()..)?;
    let after = rest.trim_start_matches(|c: char| {
        c.is_whitespace() || matches!(c, '.' | ':' | ')' | '-' | '–' | '—')
    });
    // "5 year plan" has no number, and "2019: a look back" a year.
    let plain = number.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    let marked = rest.trim_start().starts_with(['.', ':', ')', '-', '–', '—']);
    let is_number = if plain {
        (worded || marked) && number.len() < 4
    } else {
        marked && reference("R", number).is_some()
    };
    let printed = text.get(..text.len() - rest.len())?;
    (is_number && reference("R", number).is_some() && !after.is_empty()).then_some((printed, after))
}

/// References that are given out once each.
#[derive(Default)]
pub(super) struct Taken(HashSet<Reference>);

impl Taken {
    /// Takes a reference; false where somebody has it.
    pub(super) fn take(&mut self, reference: Reference) -> bool {
        self.0.insert(reference)
    }

    /// The first reference that is free: with these numbers and one more, or else with one alone.
    pub(super) fn free(&mut self, letters: &str, numbers: &[u32], from: usize) -> Reference {
        let mut count = from;
        loop {
            count += 1;
            let next = u32::try_from(count).unwrap_or(u32::MAX);
            let all: Vec<u32> = numbers.iter().copied().chain([next]).collect();
            let reference =
                Reference::new(letters, &all).or_else(|| Reference::counted(letters, count));
            if let Some(reference) = reference.filter(|reference| self.take(*reference)) {
                return reference;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn printed_numbers_give_references() {
        let given = |printed: &str| reference("R", printed).map(|found| found.to_string());
        let table = [
            ("1", "R1"),
            ("1.", "R1"),
            ("1.2", "R1.2"),
            ("R3", "R3"),
            ("Rec 4", "R4"),
            ("KR5", "KR5"),
            ("Recommendation 6:", "R6"),
            ("No. 7", "R7"),
            ("#8", "R8"),
        ];
        for (printed, expected) in table {
            assert_eq!(given(printed).as_deref(), Some(expected), "{printed}");
        }
        for none in ["", "2(a)", "iv", "one", "1-2"] {
            assert_eq!(given(none), None, "{none}");
        }
    }

    #[test]
    fn a_number_before_a_text_is_its_number() {
        assert_eq!(leading("1. Plan ahead"), Some(("1", "Plan ahead")));
        assert_eq!(leading("R2 - Plan ahead"), Some(("R2", "Plan ahead")));
        assert_eq!(leading("Recommendation 3: Plan"), Some(("Recommendation 3", "Plan")));
        for none in ["5 year plan", "Plan ahead", "2019: a look back", "No plan", "Action", "3"] {
            assert_eq!(leading(none), None, "{none}");
        }
    }

    #[test]
    fn free_references_follow_the_numbers() {
        let mut taken = Taken::default();
        assert!(taken.take("A1.2".parse().unwrap()));
        let next = |taken: &mut Taken, numbers: &[u32]| taken.free("A", numbers, 0).to_string();
        assert_eq!(next(&mut taken, &[1]), "A1.1");
        assert_eq!(next(&mut taken, &[1]), "A1.3");
        assert_eq!(next(&mut taken, &[1, 2, 3, 4]), "A1", "four numbers at most");
    }
}
