//! What figures look like.

use rust_decimal::Decimal;

use super::{no_value, number};
use crate::values::{Figure, FigureUnit, Qualifier, Readable, Scale, Unread};

/// Words before a number, longer ones before those that they begin with.
const BEFORE: [(Qualifier, &[&str]); 6] = [
    (
        Qualifier::UpTo,
        &[
            "up to a maximum of",
            "a maximum of",
            "maximum of",
            "no more than",
            "not more than",
            "maximum",
            "max",
            "up to",
            "≤",
        ],
    ),
    (
        Qualifier::AtLeast,
        &[
            "a minimum of",
            "minimum of",
            "no less than",
            "not less than",
            "no fewer than",
            "minimum",
            "at least",
            "min",
            "≥",
        ],
    ),
    (
        Qualifier::Over,
        &[
            "in excess of",
            "upwards of",
            "more than",
            "greater than",
            "just over",
            "slightly over",
            "exceeding",
            "above",
            "over",
            ">",
        ],
    ),
    (
        Qualifier::Under,
        &[
            "just under",
            "slightly under",
            "less than",
            "fewer than",
            "just below",
            "nearly",
            "almost",
            "approaching",
            "close to",
            "below",
            "under",
            "<",
        ],
    ),
    (
        Qualifier::About,
        &[
            "in the region of",
            "in the order of",
            "approximately",
            "an estimated",
            "estimated at",
            "estimated",
            "roughly",
            "around",
            "approx.",
            "approx",
            "circa",
            "about",
            "some",
            "est.",
            "est",
            "ca.",
            "c.",
            "c",
            "~",
        ],
    ),
    (Qualifier::Plain, &["a total of", "total of"]),
];

/// Words behind a number.
const AFTER: [(Qualifier, &[&str]); 4] = [
    (
        Qualifier::About,
        &["approximately", "approx.", "approx", "est.", "est", "estimated", "estimate"],
    ),
    (Qualifier::AtLeast, &["minimum", "min", "or more", "or above"]),
    (Qualifier::UpTo, &["maximum", "max", "or less", "or fewer"]),
    (Qualifier::Over, &["+", "plus"]),
];

/// Words that say there is no amount, which is an amount: none at all.
const NIL: [&str; 9] = ["nil", "£nil", "zero", "none", "£0", "0", "no cost", "nil cost", "£0.00"];

const WITHHELD: [&str; 10] = [
    "withheld",
    "exempt",
    "confidential",
    "redacted",
    "commercially sensitive",
    "commercial in confidence",
    "commercially confidential",
    "part 2",
    "part ii",
    "not for publication",
];

impl Readable for Figure {
    fn read(words: &str) -> Result<Self, Unread> {
        let lower = words.trim().to_lowercase();
        if let Some(why) = no_value(&lower) {
            return Err(why);
        }
        if WITHHELD.contains(&lower.as_str()) {
            return Err(Unread::Withheld);
        }
        if NIL.contains(&lower.as_str()) {
            let unit = if lower == "0" { FigureUnit::Count } else { FigureUnit::Pounds };
            return Ok(Self::nil(unit));
        }
        figure(&lower).ok_or(Unread::NotUnderstood)
    }
}

fn figure(text: &str) -> Option<Figure> {
    let (qualifier, text) = qualified(text);
    if let Some(Part { number, scale, unit }) = one(text.trim()) {
        return Figure::new(number, None, scale, unit, qualifier);
    }
    let (low, high) = ranged(text)?;
    if qualifier != Qualifier::Plain {
        return None;
    }
    let high = one(high)?;
    let mut low = one(low)?;
    // "£300-350k" leaves the sign and the unit of one end to the other.
    if low.unit == FigureUnit::Count {
        low.unit = high.unit;
    }
    if low.scale == Scale::One && low.number < high.number {
        low.scale = high.scale;
    }
    let alike = (low.scale, low.unit) == (high.scale, high.unit)
        || (high.unit == FigureUnit::Count && low.scale == high.scale);
    (alike && low.number <= high.number)
        .then(|| Figure::new(low.number, Some(high.number), low.scale, low.unit, qualifier))?
}

/// The ends of a range: "£300k to £350k", "between £300k and £350k", "45% - 65%".
fn ranged(text: &str) -> Option<(&str, &str)> {
    let ends = match text.strip_prefix("between ") {
        Some(between) => between.split_once(" and ")?,
        None => text.split_once(" to ").or_else(|| {
            text.strip_prefix('-').is_none().then(|| text.split_once(['-', '–', '—']))?
        })?,
    };
    Some((ends.0.trim(), ends.1.trim()))
}

fn qualified(text: &str) -> (Qualifier, &str) {
    let number_follows = |rest: &str| {
        rest.starts_with([' ', '£', '.', '(', '-'])
            || rest.starts_with(|c: char| c.is_ascii_digit())
    };
    for (qualifier, words) in BEFORE {
        for word in words {
            if let Some(rest) = text.strip_prefix(word)
                && number_follows(rest)
            {
                return (qualifier, rest.trim_start());
            }
        }
    }
    for (qualifier, words) in AFTER {
        for word in words {
            let bare = text.strip_suffix(')').filter(|_| text.contains('(')).unwrap_or(text);
            if let Some(rest) = bare.strip_suffix(word) {
                let rest = rest.strip_suffix('(').filter(|_| bare != text).unwrap_or(rest);
                // "est" ends other words, too.
                if !rest.ends_with(|c: char| c.is_alphabetic() && *word == "est") {
                    return (qualifier, rest.trim_end());
                }
            }
        }
    }
    (Qualifier::Plain, text)
}

/// One number with its scale and unit.
struct Part {
    number: Decimal,
    scale: Scale,
    unit: FigureUnit,
}

/// "£7.5m", "340k", "45%", "80 per cent", "390", "(£300k)", "-£300k", "four", "1.2 million pounds".
fn one(text: &str) -> Option<Part> {
    let bracketed = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    let minus = |text| strip_any(text, &["-", "−", "minus "]);
    let (negative, text) = match (bracketed, minus(text)) {
        (Some(inner), _) => (true, inner.trim()),
        (None, Some(rest)) => (true, rest.trim_start()),
        (None, None) => (false, text),
    };
    let signed = strip_any(text, &["£", "gbp "]);
    let (pounds, text) = signed.map_or((false, text), |rest| (true, rest.trim_start()));
    let (negative, text) = match minus(text) {
        Some(_) if negative => return None,
        Some(rest) if pounds => (true, rest),
        _ => (negative, text),
    };
    let spelt = ["pounds", "gbp"].iter().find_map(|word| text.strip_suffix(word));
    let percent = ["%", "per cent", "percent"].iter().find_map(|mark| text.strip_suffix(mark));
    let unit = match (pounds || spelt.is_some(), percent.is_some()) {
        (true, true) => return None,
        (true, false) => FigureUnit::Pounds,
        (false, true) => FigureUnit::Percent,
        (false, false) => FigureUnit::Count,
    };
    let text = spelt.or(percent).unwrap_or(text).trim();
    const SCALES: [(&str, Scale); 10] = [
        ("thousand", Scale::Thousand),
        ("million", Scale::Million),
        ("billion", Scale::Billion),
        ("mill", Scale::Million),
        ("mil", Scale::Million),
        ("bn", Scale::Billion),
        ("mn", Scale::Million),
        ("k", Scale::Thousand),
        ("m", Scale::Million),
        ("b", Scale::Billion),
    ];
    let (scale, digits) = SCALES
        .iter()
        .find_map(|(mark, scale)| {
            let rest = text.strip_suffix(mark)?.trim_end();
            (rest.ends_with(|c: char| c.is_ascii_digit()) || number::word(rest).is_some())
                .then_some((*scale, rest))
        })
        .unwrap_or((Scale::One, text));
    if unit == FigureUnit::Percent && scale != Scale::One {
        return None;
    }
    let number = match number::word(digits) {
        Some(count) => Decimal::from(count),
        // Fifteen digits keep every interval well inside what a decimal holds exactly.
        None => {
            let digits = number::plain(digits).filter(|digits| digits.len() <= 16)?;
            Decimal::from_str_exact(&digits).ok()?
        }
    };
    Some(Part { number: if negative { -number } else { number }, scale, unit })
}

fn strip_any<'t>(text: &'t str, starts: &[&str]) -> Option<&'t str> {
    starts.iter().find_map(|start| text.strip_prefix(start))
}
