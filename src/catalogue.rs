//! Every code, of rules and of reading, in one list.

use crate::{document, finding::Entry, rules, values::Code};

/// Every entry, in the order of codes.
///
/// ```
/// let codes: Vec<_> = programme::catalogue::entries().map(|e| e.code.to_string()).collect();
/// assert!(codes.is_sorted());
/// assert!(codes.contains(&"ACT-007".to_owned()) && codes.contains(&"INP-008".to_owned()));
/// ```
pub fn entries() -> impl Iterator<Item = &'static Entry> {
    let of_rules = rules::RULES.iter().map(|rule| &rule.entry);
    let mut all: Vec<&Entry> = of_rules.chain(document::ENTRIES.iter().copied()).collect();
    #[cfg(feature = "csv")]
    all.extend(crate::sheet::ENTRIES);
    all.sort_by_key(|entry| entry.code);
    all.into_iter()
}

/// What a code means, whether of a rule or of reading.
///
/// ```
/// let entry = programme::catalogue::explain("INP-008".parse()?).ok_or("no such code")?;
/// assert_eq!(entry.name, "date-that-does-not-exist");
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn explain(code: Code) -> Option<&'static Entry> {
    entries().find(|entry| entry.code == code)
}
