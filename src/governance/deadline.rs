//! What falls due between two days, as data.

use chrono::NaiveDate;

use super::Basis;
use crate::{
    model::Subject,
    values::{Certainty, NotCovered, Unread},
};

/// What falls due between two days, and apart from it what has no day.
///
/// ```
/// use programme::{governance, model::{About, Draft}, values::{Timescale, WorkingCalendar}, Action};
///
/// let mut draft = Draft::new(About::named("example"));
/// for (reference, timescale) in [("A1", "April 2019"), ("A2", "TBC")] {
///     let mut action = Action::new(draft.key(reference.parse()?), "Publish the plan");
///     action.timescale = Timescale::read(timescale);
///     draft.put(action);
/// }
/// let (from, to) = ("2019-04-10".parse()?, "2019-06-30".parse()?);
/// let calendar = WorkingCalendar::england_and_wales();
/// let found = governance::falls_due(&draft.finish()?, &calendar, from, to);
/// let april = found.dated.first().ok_or("April is not over")?;
/// assert_eq!((april.earliest.to_string(), april.latest.to_string()),
///     ("2019-04-01".into(), "2019-04-30".into()));
/// assert_eq!(found.undated[0].why(), "'TBC' is still to be settled");
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadlines {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// What may fall due on one of these days, the first to end first.
    pub dated: Vec<Deadline>,
    /// What is owed, and has no day.
    pub undated: Vec<Undated>,
}

/// Something that falls due: what, for whom, and set by what.
///
/// See [`Deadlines`] for an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueItem {
    /// The row that it is about; none where it is the programme.
    pub row: Option<Subject>,
    /// What kind of thing it is.
    pub kind: DeadlineKind,
    /// What it is, in short.
    pub title: String,
    /// Who does it, by name.
    pub who: Vec<String>,
    /// Who receives it, by name.
    pub to: Vec<String>,
    /// The words that set the day, as printed, where there are any.
    pub words: Option<String>,
    /// What sets the day.
    pub set_by: SetBy,
    /// Where that stands: places of the papers, or the provision. Empty where none is cited.
    pub source: String,
    /// What is to be borne in mind, in short.
    pub note: Option<String>,
}

/// Something that may fall due between the days asked for.
///
/// See [`Deadlines`] for an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// What falls due.
    pub item: DueItem,
    /// The first day on which it may fall due.
    pub earliest: NaiveDate,
    /// The last such day.
    pub latest: NaiveDate,
    /// Certainly, where all these days lie between those asked for and no condition stands before
    /// it; else possibly.
    pub certainty: Certainty,
}

/// Something that is owed and has no day.
///
/// See [`Deadlines`] for an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undated {
    /// What is owed.
    pub item: DueItem,
    /// Why no day follows.
    pub reason: NoDay,
}

/// What kind of thing falls due.
///
/// ```
/// use programme::governance::DeadlineKind;
///
/// let word = |kind: DeadlineKind| kind.to_string();
/// assert_eq!(word(DeadlineKind::CallIn), "call-in");
/// assert_eq!(DeadlineKind::ALL.len(), 10);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DeadlineKind {
    /// An open action.
    Action,
    /// A milestone, deliverable, project or other work.
    Work,
    /// A body meets.
    Meeting,
    /// Papers or a notice have to be public.
    Notice,
    /// The last day on which a decision can be called in.
    CallIn,
    /// A paper comes before a body.
    Report,
    /// Something that a review obliges to.
    Review,
    /// Something that was promised.
    Promise,
    /// The term of a post, role or seat ends.
    Term,
    /// A decision is still to be made.
    Decision,
}

impl DeadlineKind {
    /// Every kind, in the order in which equals are listed.
    pub const ALL: &'static [Self] = &[
        Self::Action,
        Self::Work,
        Self::Meeting,
        Self::Notice,
        Self::CallIn,
        Self::Report,
        Self::Review,
        Self::Promise,
        Self::Term,
        Self::Decision,
    ];
}

impl std::fmt::Display for DeadlineKind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Action => "action",
            Self::Work => "work",
            Self::Meeting => "meeting",
            Self::Notice => "notice",
            Self::CallIn => "call-in",
            Self::Report => "report",
            Self::Review => "review",
            Self::Promise => "promise",
            Self::Term => "term",
            Self::Decision => "decision",
        })
    }
}

/// What sets a day.
///
/// ```
/// use programme::governance::{Basis, SetBy};
///
/// let notice = SetBy::Rule(Basis::Law("SI 2012/2089 reg 9"));
/// assert_ne!(notice, SetBy::Rule(Basis::Practice("SI 2012/2089 reg 9")), "law is no habit");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SetBy {
    /// What is said of the programme itself.
    Programme,
    /// What is said in a row.
    Row(Subject),
    /// A rule of the council's, of law or of practice.
    Rule(Basis),
}

/// Why no day follows.
///
/// See [`Undated::why`] for the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NoDay {
    /// Nothing is said of when.
    Unsaid,
    /// Something is said, and it is not read.
    Unread(Unread),
    /// It has a first day and no last.
    OpenEnded,
    /// It continues without an end, and no day is given on which it is looked at again.
    Continuing,
    /// It counts from a day that is not named.
    Relative,
    /// It is said how soon, and not when.
    Horizon,
    /// A state stands in the place of a time.
    Status,
    /// Its row of the plan has dates, and which is its own cannot be told.
    Unpaired,
    /// It recurs, and no length of time is given.
    NoLength,
    /// It is due when it is asked for.
    OnRequest,
    /// It recurs, and the day from which that counts is not known.
    NoAnchor,
    /// Another body is still to take it, and no meeting is known at which it will.
    Onward,
    /// It is called in, and scrutiny is not known to be done with it.
    CalledIn,
    /// It was not published, as far as is known, and the time counts from that.
    Unpublished,
    /// What kind of body meets is not known, and with it whether the law sets a notice.
    BodyUnknown,
    /// Under which offer a review was held is not known.
    OfferUnknown,
    /// The council's rule changed within the days from which the time may count, or may not hold on
    /// them.
    RuleChanged,
    /// England's law does not hold, and the council's own rule is not held.
    OtherLaw,
    /// The calendar of working days does not reach so far.
    NotCovered(NotCovered),
}

impl Undated {
    /// Why no day follows, in a short sentence without a full stop.
    ///
    /// ```
    /// use programme::{document::Document, governance, values::WorkingCalendar};
    ///
    /// # #[cfg(feature = "json")] {
    /// let text = r#"{"format": "programme/1", "programme": "Example",
    ///   "promises": [{"title": "Update to the Leader", "cadence": "regular"}]}"#;
    /// let programme = Document::from_json(text)?.check().strict()?;
    /// let (from, to) = ("2020-09-23".parse()?, "2021-09-23".parse()?);
    /// let found = governance::falls_due(&programme, &WorkingCalendar::england_and_wales(), from, to);
    /// assert_eq!(found.undated[0].why(), "'regular' gives no length of time");
    /// # }
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn why(&self) -> String {
        let said = |rest: &str| match &self.item.words {
            Some(words) => format!("'{words}' {rest}"),
            None => format!("it {rest}"),
        };
        match self.reason {
            NoDay::Unsaid => "nothing is said of when".to_owned(),
            NoDay::Unread(Unread::NoSuchDay) => said("is a date that does not exist"),
            NoDay::Unread(Unread::NoYear) => said("has no year"),
            NoDay::Unread(why) => said(&format!("is {why}")),
            NoDay::OpenEnded => said("has no last day"),
            NoDay::Continuing => "it continues without an end".to_owned(),
            NoDay::Relative => said("counts from a day that is not named"),
            NoDay::Horizon => said("is no date"),
            NoDay::Status => said("says how it stands, and not when it is due"),
            NoDay::Unpaired => "which date of its row is its own cannot be told".to_owned(),
            NoDay::NoLength => said("gives no length of time"),
            NoDay::OnRequest => "it is due when it is asked for".to_owned(),
            NoDay::NoAnchor => said("counts from a day that is not known"),
            NoDay::Onward => match self.item.to.first() {
                Some(body) => format!("no meeting of {body} is dated that takes it"),
                None => "no meeting is dated that takes it".to_owned(),
            },
            NoDay::CalledIn => {
                "it is called in, and scrutiny is not known to be done with it".into()
            }
            NoDay::Unpublished => {
                "no day of publication is known, from which the time counts".into()
            }
            NoDay::BodyUnknown => {
                "what kind of body meets is not said, and so no notice follows".into()
            }
            NoDay::OfferUnknown => "under which offer the review was held is not said".to_owned(),
            NoDay::RuleChanged => {
                "the council's rule changed within the days that its date can mean, or may not hold then"
                    .to_owned()
            }
            NoDay::OtherLaw => {
                "England's law does not hold, and no rule of the council's own is held".to_owned()
            }
            NoDay::NotCovered(error) => error.to_string(),
        }
    }
}
