//! Numbers as printed, and the references that come of them.

use std::collections::{HashMap, HashSet};

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
    let marked = is_marked(rest, plain && !worded);
    if (worded || !plain) && is_span(rest) {
        return None;
    }
    let is_number = if plain {
        (worded || marked) && number.len() < 4
    } else {
        marked && reference("R", number).is_some()
    };
    let printed = text.get(..text.len() - rest.len())?;
    (is_number && reference("R", number).is_some() && !after.is_empty()).then_some((printed, after))
}

const DASHES: [char; 3] = ['-', '–', '—'];

/// Whether what follows a number parts it from a text. "3-year plan", "1 - 2 officers" and "24:7"
/// begin with no number of theirs, so that after a bare one a dash stands alone between spaces, and
/// no digit follows.
fn is_marked(rest: &str, bare: bool) -> bool {
    let mark = rest.trim_start();
    let after = mark.trim_start_matches(DASHES);
    if !bare {
        return mark.starts_with(['.', ':', ')', '-', '–', '—']);
    }
    let digit = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
    if mark.len() == after.len() {
        return mark.starts_with(['.', ':', ')']) && !mark.get(1..).is_some_and(digit);
    }
    let apart = mark.len() < rest.len() && after.starts_with(char::is_whitespace);
    apart && !digit(after.trim_start())
}

/// Whether a number goes on with a dash and another: "Recommendations 1-2".
fn is_span(rest: &str) -> bool {
    rest.strip_prefix(DASHES).is_some_and(|after| after.starts_with(|c: char| c.is_ascii_digit()))
}

/// References that are given out once each.
#[derive(Default)]
pub(super) struct Taken {
    all: HashSet<Reference>,
    /// The last that was given out freely, by what stands before it: those below are taken.
    last: HashMap<(String, Vec<u32>), usize>,
}

impl Taken {
    /// Takes a reference; false where somebody has it.
    pub(super) fn take(&mut self, reference: Reference) -> bool {
        self.all.insert(reference)
    }

    /// The first reference that is free: with these numbers and one more, or else with one alone.
    pub(super) fn free(&mut self, letters: &str, numbers: &[u32], from: usize) -> Reference {
        // Four numbers at most.
        let numbers = if numbers.len() < 4 { numbers } else { &[] };
        let before = (letters.to_owned(), numbers.to_vec());
        let mut count = self.last.get(&before).map_or(from, |last| from.max(*last));
        loop {
            count += 1;
            let next = u32::try_from(count).unwrap_or(u32::MAX);
            let all: Vec<u32> = numbers.iter().copied().chain([next]).collect();
            let reference =
                Reference::new(letters, &all).or_else(|| Reference::counted(letters, count));
            if let Some(reference) = reference.filter(|reference| self.take(*reference)) {
                self.last.insert(before, count);
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
        assert_eq!(leading("4 – Plan ahead"), Some(("4", "Plan ahead")));
        assert_eq!(leading("R2 - 5 more officers"), Some(("R2", "5 more officers")));
        for none in [
            "5 year plan",
            "Plan ahead",
            "2019: a look back",
            "No plan",
            "Action",
            "3",
            "3-year plan needed",
            "3 -year plan",
            "1 - 2 more officers",
            "1-2 more officers",
            "24:7 cover",
            "Recommendations 1-2: plan ahead",
        ] {
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
        assert_eq!(next(&mut taken, &[2]), "A2.1", "each is counted by itself");
        assert_eq!(next(&mut taken, &[1, 2, 3, 4]), "A1", "four numbers at most");
        assert_eq!(next(&mut taken, &[]), "A2");
        assert_eq!(next(&mut taken, &[1]), "A1.4");
        assert_eq!(taken.free("R", &[], 6).to_string(), "R7", "from where the row stands");
    }
}
