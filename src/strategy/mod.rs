//! Strategies for tests of your own (feature `proptest`).
//!
//! ```
//! use programme::{document::Document, strategy};
//! use proptest::{strategy::{Strategy, ValueTree}, test_runner::TestRunner};
//!
//! let mut runner = TestRunner::deterministic();
//! let programme = strategy::programmes().new_tree(&mut runner).map(|tree| tree.current())?;
//! let text = Document::of(&programme).to_json();
//! assert_eq!(Document::from_json(&text).map(|d| d.check().lenient().0), Ok(programme));
//! # Ok::<_, proptest::test_runner::Reason>(())
//! ```

mod delivery;
mod faults;
mod governance;
mod judgements;
mod keys;
mod money;
mod outcomes;
mod papers;
mod rows;

use proptest::{collection, prelude::any, strategy::Strategy};
use uuid::Uuid;

use crate::{
    model::{About, AnyRow, Draft, Key, Programme, StatedSpan, Subject},
    values::{Id, Printed, Readable},
};
pub use faults::{Faulty, KnownFault, faulty};
use keys::Rows;

/// Words that may stand in any cell of a plan: dates, rhythms, statuses, figures and nonsense.
///
/// ```
/// use proptest::{strategy::{Strategy, ValueTree}, test_runner::TestRunner};
///
/// let words = programme::strategy::words();
/// let cell = words.new_tree(&mut TestRunner::deterministic()).map(|tree| tree.current())?;
/// assert_eq!(programme::values::Timescale::read(&cell).to_string(), cell);
/// # Ok::<_, proptest::test_runner::Reason>(())
/// ```
pub fn words() -> impl Strategy<Value = String> {
    collection::vec(any::<u32>(), 0..8).prop_map(|numbers| Choices::new(numbers).cell())
}

/// Programmes that agree with themselves, with rows of every kind, linked in every way, holding
/// what councils print. They shrink towards nothing.
pub fn programmes() -> impl Strategy<Value = Programme> {
    collection::vec(any::<u32>(), 0..900).prop_map(|numbers| Choices::new(numbers).programme())
}

/// A list of numbers from which every choice is drawn in turn; once it is used up, every choice is
/// the plainest. Shorter lists thus give plainer programmes, and shrink well.
struct Choices {
    numbers: std::vec::IntoIter<u32>,
}

impl Choices {
    fn new(numbers: Vec<u32>) -> Self {
        Self { numbers: numbers.into_iter() }
    }

    fn below(&mut self, bound: usize) -> usize {
        let number = self.numbers.next().unwrap_or(0);
        usize::try_from(number).unwrap_or(0) % bound.max(1)
    }

    fn yes(&mut self) -> bool {
        self.below(3) == 1
    }

    fn maybe<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.yes().then(|| make(self))
    }

    fn several<T>(&mut self, mut make: impl FnMut(&mut Self) -> T) -> Vec<T> {
        (0..self.below(3)).map(|_| make(self)).collect()
    }

    fn of<T: Copy>(&mut self, all: &[T]) -> Option<T> {
        let at = self.below(all.len() + 1).checked_sub(1)?;
        all.get(at).copied()
    }

    fn text(&mut self) -> String {
        const TEXTS: [&str; 12] = [
            "Publish the plan",
            "",
            " two  spaces ",
            "Director of Place",
            "SLT/CLT",
            "A1",
            "POST1",
            "all",
            "unknown",
            "café £361k – “quoted”",
            "line\nbreak\tand \\ \"marks\"",
            "null",
        ];
        TEXTS.get(self.below(TEXTS.len())).copied().unwrap_or("").to_owned()
    }

    fn cell(&mut self) -> String {
        const CELLS: [&str; 36] = [
            "",
            "Completed",
            "On-going",
            "15th May 2019 Cabinet",
            "Spring 2024",
            "by the end of February 2021",
            "26th February-1st March 2019",
            "2019-09-04",
            "4 September 2019",
            "Q3 2021/22",
            "2019/20",
            "early 2019",
            "31 June 2021",
            "TBC",
            "over the next 6-12 months",
            "every 4-5 years",
            "monthly",
            "regular",
            "on hold",
            "45%",
            "c£340k",
            "over 390",
            "  ",
            "from December 2020 to end of March 2021",
            "September 2024 (was March 2024)",
            "Completed May 2019",
            "In progress, due June 2020",
            "ongoing, quarterly, review March 2021",
            "w/c 4 May 2020",
            "municipal year 2021/22",
            "Q1 2021",
            "within three months of the review",
            "short term",
            "Amber",
            "in progress - green",
            "22 July",
        ];
        match self.below(CELLS.len() + 1) {
            at if at < CELLS.len() => CELLS.get(at).copied().unwrap_or("").to_owned(),
            _ => format!("{} {}", self.text(), self.below(40)),
        }
    }

    fn printed<T: Readable>(&mut self) -> Option<Printed<T>> {
        self.maybe(|c| Printed::read(&c.cell()))
    }

    fn uuid(&mut self) -> Uuid {
        let mut next = || self.numbers.next().unwrap_or(0);
        let words = [next(), next(), next(), next()];
        Uuid::from_u128(words.iter().fold(0, |all, word| all << 32 | u128::from(*word)))
    }

    fn link<R: AnyRow>(&mut self, keys: &[Key<R>]) -> Option<Id<R>> {
        let at = self.below(keys.len() + 1).checked_sub(1)?;
        keys.get(at).map(|key| key.id)
    }

    fn links<R: AnyRow>(&mut self, keys: &[Key<R>]) -> Vec<Id<R>> {
        (0..self.below(3)).filter_map(|_| self.link(keys)).collect()
    }

    fn subject(&mut self, rows: &Rows) -> Option<Subject> {
        let all = rows.subjects();
        let at = self.below(all.len() + 1).checked_sub(1)?;
        all.get(at).copied()
    }

    fn programme(mut self) -> Programme {
        let mut about = About::named(self.text());
        if self.yes() {
            about.id = Id::from_uuid(self.uuid());
        }
        let rows = Rows::new(&mut self, about.id);
        about.aliases = self.several(Self::text);
        about.council = self.link(&rows.organisations);
        about.answers = self.links(&rows.reviews);
        about.origin = self.links(&rows.recommendations);
        about.scope = self.maybe(Self::text);
        about.related = self.several(Self::text);
        about.started = self.printed();
        about.stated_spans = self
            .several(|c| StatedSpan { held: c.printed(), source: c.maybe(|c| c.citation(&rows)) });
        about.cadence = self.printed();
        about.status = self.several(|c| c.note(&rows));
        about.sources = self.several(|c| c.citation(&rows));
        let mut draft = Draft::new(about);
        self.fill(&mut draft, &rows);
        draft.finish_without_faults()
    }
}
