//! Whether notice was long enough.

pub(super) use crate::values::is_given;

use super::{Context, Sink, case::Case, written};
use crate::{
    finding::{Finding, Value},
    governance::{Given, Wait},
    values::{PartialDate, When},
};

/// What is the matter with a notice.
pub(super) enum Lack {
    /// It certainly gives too few clear days: how many at most.
    Short { says: String, clear: u32, mend: String },
    /// It may give too few, or a date is missing.
    Doubtful { says: String, settle: String },
    /// The days cannot be counted.
    Uncounted { says: String, mend: String },
}

/// A notice, as a rule calls it.
pub(super) struct Notice<'a> {
    /// "the notice", "the first notice".
    pub(super) called: &'static str,
    pub(super) given: Option<&'a When>,
    /// How many clear days are wanted.
    pub(super) wait: Option<Given<Wait>>,
}

impl Notice<'_> {
    /// What is the matter with it, for something of that date; none where nothing is.
    pub(super) fn lack(&self, context: &Context<'_>, date: Option<&When>) -> Option<Lack> {
        let called = self.called;
        let doubtful = |says: String, settle: String| Some(Lack::Doubtful { says, settle });
        let Some(wait) = self.wait else {
            let says = format!(
                "how many days {called} has to give is not certain: that changed within the days that its date can mean, or may not hold on them"
            );
            let settle =
                "Give the day of the decision, and from which day to which the rule holds.";
            return doubtful(says, settle.to_owned());
        };
        let (Some(given), Some(date)) = (readable(self.given), readable(date)) else {
            let (missing, settle) = match readable(self.given) {
                None => (format!("the day of {called}"), format!("Give the day of {called}.")),
                Some(_) => ("its own day".to_owned(), "Give the day of the decision.".to_owned()),
            };
            return doubtful(format!("{missing} is not held"), settle);
        };
        let Wait { days, counted } = wait.value;
        let wanted = format!("{days} clear {counted}");
        let source = context.council().source(wait.basis);
        let last = |date| context.calendar.last_notice(date, days, counted);
        let uncounted = |error: crate::values::NotCovered| {
            let says = format!("the clear days of {called} cannot be counted");
            Some(Lack::Uncounted { says, mend: format!("Check the calendar: {error}.") })
        };
        match last(date.earliest()) {
            Ok(last) if given.latest() <= last => return None,
            Ok(_) => {}
            Err(error) => return uncounted(error),
        }
        match last(date.latest()) {
            Ok(last) if given.earliest() > last => {}
            Ok(_) => {
                let says = format!("{called} of {given} may give fewer than {wanted} ({source})");
                return doubtful(says, format!("Give the days of {called} and of the decision."));
            }
            Err(error) => return uncounted(error),
        }
        let most = context.calendar.clear_days(given.earliest(), date.latest(), counted);
        let clear = match most {
            Ok(clear) => clear,
            Err(error) => return uncounted(error),
        };
        let s = if clear == 1 { "" } else { "s" };
        let after = given.earliest() > date.latest();
        let after = if after { "comes after it, and " } else { "" };
        let says = format!(
            "{called} of {given} {after}gives {clear} clear day{s}, where {wanted} are wanted ({source})"
        );
        let first = context.calendar.first_meeting(given.latest(), days, counted);
        let mend = first
            .map(|first| format!("With that notice it can be decided from {}", written(first)));
        let mend = mend.unwrap_or_else(|_| "Give notice anew".to_owned());
        Some(Lack::Short { says, clear, mend })
    }
}

impl Lack {
    /// A finding of it: what comes before it in the sentence, and what else would do.
    pub(super) fn finding(
        self,
        sink: &Sink<'_>,
        case: &Case<'_>,
        before: &str,
        otherwise: &str,
    ) -> Finding {
        match self {
            Self::Short { says, clear, mend } => {
                let help = format!("{mend}; {otherwise}.");
                let finding = sink.finding(format!("{before}{says}."), help).about(case.subject);
                finding.with("clear days", Value::Count(clear.into()))
            }
            Self::Doubtful { says, settle } => {
                sink.finding(format!("{before}{says}."), settle).about(case.subject).undetermined()
            }
            Self::Uncounted { says, mend } => {
                sink.finding(format!("{before}{says}."), mend).about(case.subject).not_assessed()
            }
        }
    }
}

fn readable(when: Option<&When>) -> Option<PartialDate> {
    when.and_then(When::value).copied()
}
