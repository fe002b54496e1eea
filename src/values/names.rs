//! Names that may mean the same thing.

/// A name as it is compared: small letters, `&` as "and", nothing but words and numbers.
pub(crate) fn fold(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    for c in name.chars() {
        match c {
            '&' => folded.push_str(" and "),
            '\'' | '’' | '.' => {}
            c if c.is_alphanumeric() => folded.extend(c.to_lowercase()),
            _ => folded.push(' '),
        }
    }
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A cell of names without what joins them, folded.
pub(crate) fn without_joiners(cell: &str) -> String {
    let folded = fold(cell);
    folded.split(' ').filter(|word| *word != "and").collect::<Vec<_>>().join(" ")
}

/// A name taken apart, ready to be compared with many.
pub(crate) struct Name<'n> {
    name: &'n str,
    /// A number for each word without its ending: words that differ by a plural have the same.
    stems: Vec<u64>,
    /// Whether a word says more than a rank.
    telling: bool,
}

impl<'n> Name<'n> {
    pub(crate) fn new(name: &'n str) -> Self {
        let (mut stems, mut telling) = (Vec::with_capacity(4), false);
        each_word(name, |word| {
            stems.push(stem(word));
            telling |= RANKS.binary_search(&word).is_err();
        });
        Self { name, stems, telling }
    }

    /// The words in a form in which names of as many words are alike if they have the same. None
    /// of names that are like no other of their own length: ranks and single words.
    pub(crate) fn key(&self) -> Option<Vec<u64>> {
        if !self.telling || self.stems.len() < 2 {
            return None;
        }
        let mut key = self.stems.clone();
        key.get_mut(1..).unwrap_or_default().sort_unstable();
        Some(key)
    }

    /// How many words it has.
    pub(crate) fn len(&self) -> usize {
        self.stems.len()
    }

    /// Whether two names that differ seem to mean one thing: only joiners, plurals, commas or a
    /// slip of the pen apart; one the initials of the other; or one the short form of the other.
    /// Never certain.
    pub(crate) fn alike(&self, other: &Self) -> bool {
        let (short, long) = if self.len() <= other.len() { (self, other) } else { (other, self) };
        // A short form keeps the first word and says something of its own: "AD Policy" for "AD
        // Policy and Performance", and not "Director" for "Director of Place".
        match short.stems.as_slice() {
            [] => false,
            [_] => long.len() > 1 && initials(short.name, long.name),
            stems => {
                // "Housing Team" is none of "Housing Development Team": two of a kind.
                let of_a_kind = stems.len() == 2
                    && stems.last() == long.stems.last()
                    && KINDS.iter().any(|kind| stems.last() == Some(&stem(kind)));
                stems.first() == long.stems.first()
                    && short.telling
                    && (stems.len() == long.stems.len() || !of_a_kind)
                    && stems.iter().all(|stem| long.stems.contains(stem))
            }
        }
    }
}

/// What bodies are called by the kind that they are.
const KINDS: [&str; 6] = ["board", "committee", "group", "panel", "service", "team"];

/// Each word of a name that is no joiner, folded.
fn each_word(name: &str, mut each: impl FnMut(&str)) {
    let mut word = String::with_capacity(24);
    let mut end = |word: &mut String| {
        if !matches!(word.as_str(), "" | "and" | "the" | "of" | "for") {
            each(word);
        }
        word.clear();
    };
    for c in name.chars() {
        match c {
            '\'' | '’' | '.' => {}
            c if c.is_alphanumeric() => word.extend(c.to_lowercase()),
            _ => end(&mut word),
        }
    }
    end(&mut word);
}

/// Several names, each of which a name may mean.
pub(crate) struct Nearest<'n>(Vec<Name<'n>>);

impl<'n> Nearest<'n> {
    pub(crate) fn of(names: impl IntoIterator<Item = &'n str>) -> Self {
        Self(names.into_iter().map(Name::new).collect())
    }

    /// The one that a name seems to mean: that which shares the most words, and of those the
    /// shortest.
    pub(crate) fn to(&self, name: &str) -> Option<&'n str> {
        let own = Name::new(name);
        let alike = self.0.iter().filter(|other| own.alike(other));
        alike
            .max_by_key(|other| {
                let shared = own.stems.iter().filter(|stem| other.stems.contains(stem)).count();
                (shared, std::cmp::Reverse(other.len()))
            })
            .map(|other| other.name)
    }
}

/// Of several names, the one that a name seems to mean.
pub(crate) fn nearest<'n>(name: &str, names: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    Nearest::of(names).to(name)
}

/// Words that say a rank and no field of work, in order.
const RANKS: [&str; 21] = [
    "ad",
    "assistant",
    "associate",
    "cabinet",
    "chief",
    "corporate",
    "councillor",
    "deputy",
    "director",
    "executive",
    "head",
    "holder",
    "holders",
    "lead",
    "leader",
    "manager",
    "member",
    "officer",
    "portfolio",
    "senior",
    "service",
];

/// "CE" of "Chief Executive", "DoHR" of "Director of HR".
fn initials(short: &str, long: &str) -> bool {
    let (mut letters, mut words) = (String::new(), Vec::new());
    each_word(short, |word| letters.push_str(word));
    each_word(long, |word| words.push(word.to_owned()));
    let first = |word: &String| word.chars().next();
    let all: String = words.iter().filter_map(first).collect();
    let with_last = words.split_last().map(|(last, rest)| {
        let head: String = rest.iter().filter_map(first).collect();
        // With and without the joiner that was dropped.
        [format!("{head}{last}"), format!("{head}o{last}")]
    });
    letters.len() > 1 && (letters == all || with_last.is_some_and(|forms| forms.contains(&letters)))
}

/// A number for a word without an ending that changes ("community", "communities").
fn stem(word: &str) -> u64 {
    let word = if word.len() > 3 { word.strip_suffix('s').unwrap_or(word) } else { word };
    let word = if word.len() > 4 {
        word.strip_suffix("ie").or(word.strip_suffix('y')).unwrap_or(word)
    } else {
        word
    };
    // Names are compared within one document; two words that meet by chance cost a false hint.
    word.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alike(a: &str, b: &str) -> bool {
        Name::new(a).alike(&Name::new(b))
    }

    #[test]
    fn variants_of_one_post_are_alike() {
        let alike_pairs = [
            ("AD Policy", "AD Policy, Performance & Communities"),
            ("AD Policy and Performance and Community", "AD Policy, Performance & Communities"),
            ("AD, Policy and Performance and Community", "AD Policy and Performance and Community"),
            ("AD Communications", "AD Customer, Communications and Culture"),
            ("AD Customer, Communication and Culture", "AD Customer, Communications and Culture"),
            ("CE", "Chief Executive"),
            ("DoHR", "Director of HR"),
            ("Bath and North Somerset Council", "Bath and North East Somerset Council"),
        ];
        for (a, b) in alike_pairs {
            assert!(alike(a, b) && alike(b, a), "{a} / {b}");
        }
        let different = [
            ("Director of HR", "Director of Place"),
            ("Chief Executive", "Assistant Chief Executive"),
            ("Director", "Director of Place"),
            ("Corporate Director", "Corporate Director of Children"),
            ("Cabinet Portfolio Holders", "Cabinet Portfolio Holder for Finance"),
            ("AD Policy", "AD Transformation"),
            ("COO", "CLT"),
            ("Leader", "Leader's Office"),
            ("", "Leader"),
        ];
        for (a, b) in different {
            assert!(!alike(a, b) && !alike(b, a), "{a} / {b}");
        }
    }

    #[test]
    fn the_nearest_name_shares_the_most_words() {
        let names = ["AD Policy, Performance & Communities", "AD Transformation"];
        assert_eq!(nearest("AD Policy and Performance", names), Some(names[0]));
        assert_eq!(nearest("COO", names), None);
    }
}
