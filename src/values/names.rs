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

/// A name taken apart, ready to be compared with many.
pub(crate) struct Name {
    words: Vec<String>,
}

impl Name {
    pub(crate) fn new(name: &str) -> Self {
        let folded = fold(name);
        let joiner = |word: &&str| !matches!(*word, "" | "and" | "the" | "of" | "for");
        Self { words: folded.split(' ').filter(joiner).map(str::to_owned).collect() }
    }

    /// Whether two names that differ seem to mean one thing: only joiners, plurals, commas or a
    /// slip of the pen apart; one the initials of the other; or one the short form of the other.
    /// Never certain.
    pub(crate) fn alike(&self, other: &Self) -> bool {
        let (a, b) = (&self.words, &other.words);
        let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
        let Some((first, first_long)) = short.first().zip(long.first()) else { return false };
        if initials(short, long) {
            return true;
        }
        // A short form keeps the first word and says something of its own: "AD Policy" for "AD
        // Policy and Performance", and not "Director" for "Director of Place".
        same(first, first_long)
            && short.len() > 1
            && short.iter().any(|word| !RANKS.contains(&word.as_str()))
            && short.iter().all(|word| long.iter().any(|other| slip(word, other)))
    }
}

/// Of several names, the one that a name seems to mean.
pub(crate) fn nearest<'n>(name: &str, names: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let own = Name::new(name);
    let named = names.into_iter().map(|other| (other, Name::new(other)));
    // The one that shares the most words, and of those the shortest.
    named
        .filter(|(_, other)| own.alike(other))
        .max_by_key(|(_, other)| {
            let shared = |word: &&String| other.words.iter().any(|o| slip(word, o));
            let count = own.words.iter().filter(shared).count();
            (count, std::cmp::Reverse(other.words.len()))
        })
        .map(|(other, _)| other)
}

/// Words that say a rank and no field of work.
const RANKS: [&str; 18] = [
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
    "lead",
    "leader",
    "manager",
    "member",
    "officer",
    "senior",
    "service",
];

/// "CE" of "Chief Executive", "DoHR" of "Director of HR".
fn initials(short: &[String], long: &[String]) -> bool {
    let [short] = short else { return false };
    if long.len() < 2 || short.len() < 2 {
        return false;
    }
    let last_whole = long.split_last().is_some_and(|(last, rest)| {
        let head: String = rest.iter().filter_map(|word| word.chars().next()).collect();
        // With and without the joiners that were dropped.
        [format!("{head}{last}"), format!("{head}o{last}")].contains(short)
    });
    let all: String = long.iter().filter_map(|word| word.chars().next()).collect();
    *short == all || last_whole
}

fn same(a: &str, b: &str) -> bool {
    a == b || a.strip_suffix('s') == Some(b) || b.strip_suffix('s') == Some(a)
}

/// The same word, but for a plural or a ending that changed ("community", "communities").
fn slip(a: &str, b: &str) -> bool {
    let stem = |word: &str| {
        let word = word.strip_suffix("ies").or(word.strip_suffix('y')).unwrap_or(word);
        word.strip_suffix('s').unwrap_or(word).to_owned()
    };
    same(a, b) || (a.len() > 4 && b.len() > 4 && stem(a) == stem(b))
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
