//! Printed numbers: digits, groups of thousands, number words.

/// The digits of a printed number with its thousands commas taken out, or `None` where the commas
/// stand in the wrong place or anything else is in it: "1,234.50" gives "1234.50".
pub(in crate::values) fn plain(text: &str) -> Option<String> {
    let (whole, fraction) = match text.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (text, None),
    };
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let mut groups = whole.split(',');
    let first = groups.next().filter(|group| digits(group))?;
    let mut out = first.to_owned();
    for group in groups {
        if group.len() != 3 || !digits(group) || first.len() > 3 {
            return None;
        }
        out.push_str(group);
    }
    match fraction {
        Some(part) if digits(part) => Some(format!("{out}.{part}")),
        Some(_) => None,
        None => Some(out),
    }
}

/// The small number that a word names, up to twelve.
pub(super) fn word(text: &str) -> Option<u16> {
    const WORDS: [&str; 12] = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ];
    let at = WORDS.iter().position(|word| *word == text)?;
    u16::try_from(at + 1).ok()
}
