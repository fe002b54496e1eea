//! Whether a decision that was made still waits for scrutiny.

use chrono::NaiveDate;

use super::{Authority, Basis, Council, side::Side};
use crate::{
    model::{CallIn, Decision, Parameter, Programme},
    values::{Certainty, When, WorkingCalendar, has_words, is_given},
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
    let call_in = row.call_in.as_ref().filter(|call_in| applies(&council, programme, row, call_in));
    let Some(call_in) = call_in.filter(|call_in| !is_waived(call_in)) else { return given };
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

/// Whether a decision can be called in, as far as is said; only those of the executive can be
/// (LGA 2000 s.9F).
fn applies(council: &Council<'_>, programme: &Programme, row: &Decision, call_in: &CallIn) -> bool {
    let kind = row.body.and_then(|body| programme.get(body)?.kind);
    let right = row.right.and_then(|right| programme.get(right));
    let side = Side::of(kind, row.function.or(right.and_then(|right| right.function)));
    let days = [&call_in.called_in, &call_in.until, &call_in.published];
    let said = call_in.applies.unwrap_or_else(|| days.iter().any(|day| is_given(day.as_ref())));
    said && side.is_executive(council.has_executive()) != Certainty::No
}

/// Whether call-in was waived: only by somebody, for a reason.
fn is_waived(call_in: &CallIn) -> bool {
    has_words(call_in.waived_by.as_ref()) && has_words(call_in.waiver_reason.as_ref())
}

/// What the time leaves in which a decision can be called in: the one that is stated, or else the
/// council's own from the day on which the decision was published.
fn period(
    programme: &Programme,
    row: &Decision,
    call_in: &CallIn,
    on: NaiveDate,
    calendar: &WorkingCalendar,
) -> Authority {
    let until = call_in.until.as_ref().filter(|until| is_given(Some(until)));
    let ends = match until {
        Some(until) => until.value().map(|date| (date.earliest(), date.latest())),
        None => reckoned(programme, row, call_in, calendar),
    };
    match ends {
        Some((first, last)) if on <= first => Authority::Waits(Some(last)),
        Some((_, last)) if on > last => Authority::Given(row.key.id),
        _ => Authority::Unknown,
    }
}

/// The first and the last day on which the time can end; none where they cannot be reckoned.
fn reckoned(
    programme: &Programme,
    row: &Decision,
    call_in: &CallIn,
    calendar: &WorkingCalendar,
) -> Option<(NaiveDate, NaiveDate)> {
    let foreign = row.organisation.is_some() && row.organisation != programme.about().council;
    let published = call_in.published.as_ref()?.value().filter(|_| !foreign)?;
    let ends = |from| {
        let council = Council::of(programme, from);
        let wait = council.wait(Parameter::CallInPeriod)?;
        let known = council.is_english() || matches!(wait.basis, Basis::Local(_));
        known.then(|| calendar.after(from, wait.value.days, wait.value.counted).ok()).flatten()
    };
    Some((ends(published.earliest())?, ends(published.latest())?))
}

/// Whether a day that is given was reached; of one that cannot be read it may have been.
fn reached(when: Option<&When>, on: NaiveDate) -> Certainty {
    match when.filter(|when| is_given(Some(when))) {
        None => Certainty::No,
        Some(when) => when.value().map_or(Certainty::Possibly, |date| date.reached(on)),
    }
}
