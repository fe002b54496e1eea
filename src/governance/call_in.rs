//! Whether a decision that was made still waits for scrutiny, and until when it can be called in.

use chrono::NaiveDate;

use super::{Authority, Council, Given, Wait, side::Side, wait_between};
use crate::{
    model::{CallIn, Decision, Parameter, Programme},
    values::{Certainty, NotCovered, PartialDate, When, WorkingCalendar, has_words, is_given},
};

/// What a decision that was made authorises by the end of a day, as far as call-in leaves it.
pub(super) fn after_call_in(
    programme: &Programme,
    row: &Decision,
    on: NaiveDate,
    calendar: &WorkingCalendar,
) -> Authority {
    let given = Authority::Given(row.key.id);
    let council = Council::of(programme, on);
    let counts = |call_in: &&CallIn| {
        is_said(call_in) && !is_excepted(&council, programme, row, call_in) && !is_waived(call_in)
    };
    let Some(call_in) = row.call_in.as_ref().filter(counts) else { return given };
    let called = reached(call_in.called_in.as_ref(), on);
    let cleared = reached(call_in.cleared.as_ref(), on);
    let period = || period(programme, row, call_in, on, calendar);
    match (called, cleared) {
        (Certainty::No, _) => period(),
        (_, Certainty::Certainly) => given,
        (Certainty::Certainly, Certainty::No) => Authority::Waits(None),
        (Certainty::Certainly, Certainty::Possibly) => Authority::Unknown,
        (Certainty::Possibly, _) => match period() {
            Authority::Waits(_) => Authority::Waits(None),
            _ => Authority::Unknown,
        },
    }
}

/// Whether a decision is one that cannot be called in, as far as is said: only those of the executive
/// can be (LGA 2000 s.9F), and none that is excepted.
pub(crate) fn is_excepted(
    council: &Council<'_>,
    programme: &Programme,
    row: &Decision,
    call_in: &CallIn,
) -> bool {
    let executive = Side::of_decision(programme, row).is_executive(council.has_executive());
    call_in.applies == Some(false) || executive == Certainty::No
}

/// Whether call-in is said to apply, or a day of it is.
fn is_said(call_in: &CallIn) -> bool {
    let days = [&call_in.called_in, &call_in.until, &call_in.published];
    call_in.applies.unwrap_or_else(|| days.iter().any(|day| is_given(day.as_ref())))
}

/// Whether call-in was waived: only by somebody, for a reason.
pub(crate) fn is_waived(call_in: &CallIn) -> bool {
    has_words(call_in.waived_by.as_ref()) && has_words(call_in.waiver_reason.as_ref())
}

/// What the time leaves in which a decision can be called in.
fn period(
    programme: &Programme,
    row: &Decision,
    call_in: &CallIn,
    on: NaiveDate,
    calendar: &WorkingCalendar,
) -> Authority {
    let Some([first, last]) = ends(programme, row, call_in, calendar).days() else {
        return Authority::Unknown;
    };
    if on <= first {
        Authority::Waits(Some(last))
    } else if on > last {
        Authority::Given(row.key.id)
    } else {
        Authority::Unknown
    }
}

/// When the time ends in which a decision can be called in.
pub(crate) enum Ends<'p> {
    /// On the day that is stated.
    Stated(PartialDate),
    /// On a day that is reckoned from the one on which it was published.
    Reckoned { published: PartialDate, wait: Given<Wait>, days: [NaiveDate; 2] },
    /// A day is given, and cannot be read.
    Unread(&'p When),
    /// It is not said when it was published.
    Unpublished,
    /// Which of the council's rules held is not certain.
    Unsure,
    /// It goes by the rule of another law or organisation, and none is held.
    NoRule,
    /// The calendar does not reach so far.
    NotCovered(NotCovered),
}

impl Ends<'_> {
    /// The first and the last day that it can be, where there is one.
    pub(crate) fn days(&self) -> Option<[NaiveDate; 2]> {
        match self {
            Self::Stated(until) => Some([until.earliest(), until.latest()]),
            Self::Reckoned { days, .. } => Some(*days),
            Self::Unread(_)
            | Self::Unpublished
            | Self::Unsure
            | Self::NoRule
            | Self::NotCovered(_) => None,
        }
    }
}

/// When the time ends in which a decision can be called in: as stated, or else so many days after it
/// was published as the council's rule says on the day on which it was decided, or was published
/// where that day is not known.
pub(crate) fn ends<'p>(
    programme: &Programme,
    row: &Decision,
    call_in: &'p CallIn,
    calendar: &WorkingCalendar,
) -> Ends<'p> {
    if let Some(until) = call_in.until.as_ref().filter(|until| until.says_something()) {
        return until.value().map_or(Ends::Unread(until), |until| Ends::Stated(*until));
    }
    let Some(printed) = call_in.published.as_ref().filter(|day| day.says_something()) else {
        return Ends::Unpublished;
    };
    let Some(published) = printed.value().copied() else { return Ends::Unread(printed) };
    let decided = row.date.as_ref().and_then(When::value).copied().unwrap_or(published);
    let decided = [decided.earliest(), decided.latest()];
    let councils = decided.map(|day| Council::of(programme, day));
    let ruled = |council: &Council<'_>| council.wait(Parameter::CallInPeriod).is_some();
    if !councils.iter().any(|council| council.is_own(row.organisation) && ruled(council)) {
        return Ends::NoRule;
    }
    let Some(wait) = wait_between(programme, decided, Parameter::CallInPeriod) else {
        return Ends::Unsure;
    };
    let last = |day| calendar.after(day, wait.value.days, wait.value.counted);
    match last(published.earliest()).and_then(|first| Ok([first, last(published.latest())?])) {
        Ok(days) => Ends::Reckoned { published, wait, days },
        Err(error) => Ends::NotCovered(error),
    }
}

/// Whether a day that is given was reached; of one that cannot be read it may have been.
fn reached(when: Option<&When>, on: NaiveDate) -> Certainty {
    match when.filter(|when| is_given(Some(when))) {
        None => Certainty::No,
        Some(when) => when.value().map_or(Certainty::Possibly, |date| date.reached(on)),
    }
}
