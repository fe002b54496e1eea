//! Documents with one known fault.

use super::programmes;
use crate::{
    document::{ActionDoc, BodyDoc, Cell, Document, Flex, Many, PostDoc, Raw},
    model::Programme,
    values::Code,
};
use proptest::{sample, strategy::Strategy};

/// A fault that can be put into any document.
///
/// ```
/// use programme::strategy::KnownFault;
///
/// assert_eq!(KnownFault::NoTarget.code().to_string(), "INP-007");
/// assert!(KnownFault::ALL.contains(&KnownFault::NoSuchDay));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KnownFault {
    /// The document is of another format.
    OtherFormat,
    /// A list stands where text belongs.
    WrongShape,
    /// Two rows have one reference.
    RepeatedReference,
    /// A link leads nowhere.
    NoTarget,
    /// A date is in no calendar.
    NoSuchDay,
    /// A cell cannot be understood.
    NotUnderstood,
    /// A word is none of a closed list.
    NotAWord,
    /// A row has no name.
    Missing,
}

impl KnownFault {
    /// Every fault, in the order of codes.
    pub const ALL: &'static [Self] = &[
        Self::OtherFormat,
        Self::WrongShape,
        Self::RepeatedReference,
        Self::NoTarget,
        Self::NoSuchDay,
        Self::NotUnderstood,
        Self::NotAWord,
        Self::Missing,
    ];

    /// The code under which it is reported.
    #[must_use]
    pub fn code(self) -> Code {
        Code::new(
            *b"INP",
            match self {
                Self::OtherFormat => 2,
                Self::WrongShape => 3,
                Self::RepeatedReference => 6,
                Self::NoTarget => 7,
                Self::NoSuchDay => 8,
                Self::NotUnderstood => 9,
                Self::NotAWord => 10,
                Self::Missing => 14,
            },
        )
    }
}

/// A programme that reads without a fault, and the one fault that its document is given.
///
/// ```
/// use programme::strategy::{self, Faulty};
/// use proptest::{strategy::{Strategy, ValueTree}, test_runner::TestRunner};
///
/// let faulty = strategy::faulty().new_tree(&mut TestRunner::deterministic());
/// let faulty: Faulty = faulty.map(|tree| tree.current())?;
/// let (_, findings) = faulty.document().check().lenient();
/// let place = faulty.place();
/// let at = |finding: &programme::finding::Finding| {
///     finding.place.as_ref().is_some_and(|found| found.path == place)
/// };
/// assert!(findings.iter().any(|found| found.code() == faulty.fault.code() && at(found)));
/// # Ok::<_, proptest::test_runner::Reason>(())
/// ```
#[derive(Clone, Debug)]
pub struct Faulty {
    /// The programme as it would be without the fault.
    pub programme: Programme,
    /// The fault.
    pub fault: KnownFault,
}

/// Documents with one known fault: that of the [`Faulty`] that each comes from.
pub fn faulty() -> impl Strategy<Value = Faulty> {
    (programmes(), sample::select(KnownFault::ALL))
        .prop_map(|(programme, fault)| Faulty { programme, fault })
}

/// A reference that no programme of [`programmes`] has.
const FREE: &str = "ZZ9999";

impl Faulty {
    /// The document with its fault: in a row of its own, behind all others, so that all else stays
    /// where it was.
    #[must_use]
    pub fn document(&self) -> Document<'_> {
        let mut document = Document::of(&self.programme);
        let action = ActionDoc {
            reference: text(FREE),
            title: text("A row with one fault"),
            ..ActionDoc::default()
        };
        match self.fault {
            KnownFault::OtherFormat => document.format = text("programme/9"),
            KnownFault::WrongShape => {
                let detail = Some(Raw::List(vec!["A".into(), "B".into()].into_boxed_slice()));
                add(&mut document.actions, ActionDoc { detail, ..action });
            }
            KnownFault::RepeatedReference => {
                add(&mut document.actions, action.clone());
                add(&mut document.actions, action);
            }
            KnownFault::NoTarget => {
                let plan = text(FREE);
                add(&mut document.actions, ActionDoc { plan, ..action });
            }
            KnownFault::NoSuchDay => {
                let timescale = text("31 June 2021");
                add(&mut document.actions, ActionDoc { timescale, ..action });
            }
            KnownFault::NotUnderstood => {
                let timescale = text("when the cows come home");
                add(&mut document.actions, ActionDoc { timescale, ..action });
            }
            KnownFault::NotAWord => {
                let name = text("A body with one fault");
                let kind = text("conclave");
                let body = BodyDoc { reference: text(FREE), name, kind, ..BodyDoc::default() };
                add(&mut document.bodies, body);
            }
            KnownFault::Missing => {
                add(&mut document.posts, PostDoc { reference: text(FREE), ..PostDoc::default() });
            }
        }
        document
    }

    /// The place of the fault in the document, as a JSON pointer (RFC 6901).
    #[must_use]
    pub fn place(&self) -> String {
        let programme = &self.programme;
        let actions = programme.actions().len();
        match self.fault {
            KnownFault::OtherFormat => "/format".to_owned(),
            KnownFault::WrongShape => format!("/actions/{actions}/detail"),
            KnownFault::RepeatedReference => format!("/actions/{}/reference", actions + 1),
            KnownFault::NoTarget => format!("/actions/{actions}/plan"),
            KnownFault::NoSuchDay | KnownFault::NotUnderstood => {
                format!("/actions/{actions}/timescale")
            }
            KnownFault::NotAWord => format!("/bodies/{}/kind", programme.bodies().len()),
            KnownFault::Missing => format!("/posts/{}/title", programme.posts().len()),
        }
    }
}

fn text(words: &'static str) -> Cell<'static> {
    Some(Raw::from(words))
}

/// Adds a row behind all others.
fn add<'a, T>(rows: &mut Many<'a, T>, row: T) {
    let mut items = std::mem::take(rows).into_items();
    items.push(Flex::full(row));
    *rows = items.into_iter().collect();
}
