//! Rules of phases and milestones (area PHA).

pub(super) mod pha_001_overlap;
pub(super) mod pha_002_gap;
pub(super) mod pha_003_span_differs;
pub(super) mod pha_004_outside_phase;
pub(super) mod pha_005_milestone_bare;
pub(super) mod pha_006_before_approval;
pub(super) mod pha_007_money_for_no_phase;

use crate::model::{Phase, Table};

/// The words of a text, without capitals and signs.
fn plain(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

/// The names of a phase, word by word.
fn names(phase: &Phase) -> impl Iterator<Item = Vec<String>> {
    let names = phase.aliases.iter().chain([&phase.name]);
    names.map(|name| plain(name)).filter(|name| !name.is_empty())
}

/// Whether words name a phase, among others: "Phase 2 and beyond" names Phase 2.
fn names_phase(words: &str, phase: &Phase) -> bool {
    let words = plain(words);
    names(phase).any(|name| words.windows(name.len()).any(|here| here == name))
}

/// Whether words name phases and nothing else: "Phase 2 and Phase 3", "Phases 2 and 3".
fn are_phases(words: &str, phases: &Table<Phase>) -> bool {
    let words = plain(words);
    let known: Vec<Vec<String>> = phases.into_iter().flat_map(names).collect();
    let mut rest = words.as_slice();
    let mut found = false;
    while let Some((first, others)) = rest.split_first() {
        let whole = known.iter().filter(|name| rest.starts_with(name)).map(Vec::len).max();
        // After "Phases", or "Phase 2 and", a number alone is that of a phase.
        let number = known.iter().any(|name| name.last() == Some(first) && name.len() == 2);
        rest = match whole {
            Some(length) => rest.get(length..).unwrap_or_default(),
            None if first == "and" || first == "phases" || first == "phase" => others,
            None if number => others,
            None => return false,
        };
        found |= whole.is_some() || number;
    }
    found
}
