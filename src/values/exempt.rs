//! Grounds on which something may be kept from the public.

use std::fmt;

use super::{Readable, Unread};

/// One or more of the seven paragraphs of Part 1 of Schedule 12A to the Local Government Act 1972,
/// on which information is exempt in England.
///
/// There is no such set that is empty, or that holds an eighth paragraph: words that say so are kept
/// and give nothing.
///
/// ```
/// use programme::values::{ExemptParagraphs, Printed};
///
/// let ground: Printed<ExemptParagraphs> = Printed::read("paragraphs 1 and 3");
/// assert_eq!(ground.value().map(|p| p.numbers().collect()), Some(vec![1, 3]));
/// let none: Printed<ExemptParagraphs> = Printed::read("commercially sensitive");
/// assert!(none.value().is_none());
/// assert!(Printed::<ExemptParagraphs>::read("paragraph 8").value().is_none());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ExemptParagraphs(u8);

impl ExemptParagraphs {
    /// The set of these paragraphs, or `None` where there are none, or one is outside 1 to 7.
    ///
    /// ```
    /// use programme::values::ExemptParagraphs;
    ///
    /// assert_eq!(ExemptParagraphs::of(&[3, 1]).map(|p| p.to_string()), Some("1, 3".into()));
    /// assert_eq!(ExemptParagraphs::of(&[]), None);
    /// assert_eq!(ExemptParagraphs::of(&[8]), None);
    /// ```
    #[must_use]
    pub fn of(paragraphs: &[u8]) -> Option<Self> {
        let bits = paragraphs
            .iter()
            .try_fold(0, |bits, number| (1..=7).contains(number).then(|| bits | 1_u8 << number))?;
        (bits != 0).then_some(Self(bits))
    }

    /// The numbers of the paragraphs, in order.
    pub fn numbers(self) -> impl Iterator<Item = u8> {
        (1..=7).filter(move |number| self.0 & 1 << number != 0)
    }
}

impl fmt::Display for ExemptParagraphs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, number) in self.numbers().enumerate() {
            let joiner = if at == 0 { "" } else { ", " };
            write!(f, "{joiner}{number}")?;
        }
        Ok(())
    }
}

impl Readable for ExemptParagraphs {
    fn read(words: &str) -> Result<Self, Unread> {
        let text = words.trim().to_lowercase();
        if text.is_empty() {
            return Err(Unread::Blank);
        }
        if matches!(text.as_str(), "n/a" | "na" | "not applicable" | "-" | "none") {
            return Err(Unread::NotApplicable);
        }
        let numbers = ["paragraphs", "paragraph", "paras", "para"]
            .iter()
            .find_map(|word| text.strip_prefix(word))
            .unwrap_or(&text)
            .replace([',', ';', '&'], " ")
            .replace(" and ", " ");
        let numbers: Result<Vec<u8>, _> = numbers.split_whitespace().map(str::parse).collect();
        numbers.ok().and_then(|numbers| Self::of(&numbers)).ok_or(Unread::NotUnderstood)
    }
}
