//! What words may have been meant that are not understood.

use super::{HEALTHS, LONGEST, STATUSES, VERDICTS, cadence, no_value};
use crate::values::{Readable, date};

/// Words of dates and timescales beside months, statuses and rhythms.
const OTHERS: &str = "spring summer autumn winter quarter half year financial municipal academic \
                      calendar early late middle beginning start end ongoing continuing onwards \
                      within next months weeks years days immediate short medium long term \
                      between from until before after review approximately thousand million \
                      billion over under about around cabinet council committee board";

/// The nearest words that `T` reads, printed as it prints them; none where none are near.
pub(in crate::values) fn nearest<T: Readable>(words: &str) -> Option<String> {
    if words.len() > LONGEST {
        return None;
    }
    let mut corrected = String::with_capacity(words.len());
    for piece in words.split_inclusive(|c: char| !c.is_alphabetic()) {
        let word = piece.trim_end_matches(|c: char| !c.is_alphabetic());
        corrected.push_str(known(&word.to_lowercase()).unwrap_or(word));
        corrected.push_str(piece.get(word.len()..).unwrap_or(""));
    }
    if corrected == words || no_value(&corrected.to_lowercase()).is_some() {
        return None;
    }
    T::read(&corrected).ok().map(|value| value.to_string())
}

/// The word that is nearest to a misspelt one: a slip away, or two where it is long.
fn known(word: &str) -> Option<&'static str> {
    let allowed = match word.chars().count() {
        0..4 => return None,
        4..7 => 1,
        _ => 2,
    };
    let months = date::MONTHS.into_iter();
    let statuses = STATUSES.iter().flat_map(|(_, phrases)| *phrases).copied();
    let healths = HEALTHS.iter().flat_map(|(_, phrases)| *phrases).copied();
    let verdicts = VERDICTS.iter().flat_map(|(_, phrases)| *phrases).copied();
    let phrases = months.chain(statuses).chain(healths).chain(verdicts).chain(cadence::names());
    phrases
        .chain([OTHERS])
        .flat_map(|phrase| phrase.split(|c: char| !c.is_alphabetic()))
        .filter(|known| known.len() > 2)
        .map(|known| (strsim::osa_distance(&known.to_ascii_lowercase(), word), known))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, known)| (*distance, *known))
        .filter(|(distance, _)| *distance > 0)
        // "Incomplete" is no slip of "complete".
        .filter(|(_, known)| {
            !["in", "un", "not"].iter().any(|not| word.strip_prefix(not) == Some(known))
        })
        .map(|(_, known)| known)
}
