//! Meetings and the notices that the law wants of them; decisions to be made, passed on or called in.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::{Ahead, add, said};
use crate::{
    governance::{
        Council, DeadlineKind, DueItem, EXECUTIVE_MEETINGS, NoDay, Side,
        call_in::{self, Ends},
        can_decide, events, meets_in_public, since, wait_between,
    },
    model::{
        Act, Body, CallIn, Decision, DecisionState, KeyDecision, Openness, PaperPart, Parameter,
        PrivateMeeting, Publicity, Subject,
    },
    values::{Certainty, Id, PartialDate, Unread, When, has_words, written},
};

/// A meeting of a body, of which events, reports and decisions to be made may each speak.
struct Meeting<'p> {
    body: &'p Body,
    date: PartialDate,
    /// The first row that speaks of it.
    row: Subject,
    /// Whether all its papers are said to be open to the public, where any are known.
    open: Option<bool>,
}

/// What is to be put before a body, as far as notices hang on it.
struct Business<'p> {
    row: Subject,
    title: &'p str,
    body: Option<&'p Body>,
    side: Side,
    date: PartialDate,
    key: Option<&'p KeyDecision>,
    private: Option<&'p PrivateMeeting>,
    openness: Option<&'p Openness>,
}

/// Reports that come before bodies, decisions to be made, and the notices of both.
pub(super) fn meetings(ahead: &mut Ahead<'_>) {
    let mut met: BTreeMap<(Id<Body>, NaiveDate, NaiveDate), Meeting<'_>> = BTreeMap::new();
    let programme = ahead.programme;
    let mut meets = |body: Option<Id<Body>>, date: PartialDate, row: Subject, open| {
        let Some(body) = body.and_then(|id| programme.get(id)) else { return };
        let at = (body.key.id, date.earliest(), date.latest());
        let meeting = met.entry(at).or_insert(Meeting { body, date, row, open: None });
        meeting.open = match (meeting.open, open) {
            (Some(all), Some(this)) => Some(all && this),
            (all, this) => all.or(this),
        };
    };
    for event in events::to_come(programme, ahead.from) {
        if let Some(date) = event.date.as_ref().and_then(When::value) {
            // An event has no papers of its own.
            meets(event.body, *date, event.key.id.into(), None);
        }
    }
    let mut business = Vec::new();
    for report in programme.reports() {
        let row = Subject::Report(report.key.id);
        if report.body.is_some() {
            let mut item = ahead.item(DeadlineKind::Report, row, &report.title);
            (item.who, item.to) = (ahead.name(report.issued_by), ahead.name(report.body));
            ahead.when(item, report.date.as_ref());
        }
        let Some(date) = report.date.as_ref().and_then(|when| when.value()) else { continue };
        meets(report.body, *date, row, Some(ahead.done(report.published.as_ref())));
        business.push(Business {
            row,
            title: &report.title,
            body: report.body.and_then(|id| programme.get(id)),
            side: Side::of(report.body.and_then(|id| programme.get(id)?.kind), None),
            date: *date,
            key: report.key_decision.as_ref(),
            private: report.private.as_ref(),
            openness: report.openness.as_ref(),
        });
    }
    for decision in programme.decisions().into_iter().filter(|row| is_to_come(row)) {
        let row = Subject::Decision(decision.key.id);
        let Some(date) = decision.date.as_ref().and_then(|when| when.value()) else { continue };
        meets(decision.body, *date, row, Some(false));
        let paper = decision.report.and_then(|id| programme.get(id));
        business.push(Business {
            row,
            title: &decision.title,
            body: decision.body.and_then(|id| programme.get(id)),
            side: Side::of_decision(programme, decision),
            date: *date,
            // What its paper says is not said twice.
            key: decision
                .key_decision
                .as_ref()
                .filter(|_| paper.is_none_or(|p| p.key_decision.is_none())),
            private: decision
                .private
                .as_ref()
                .filter(|_| paper.is_none_or(|p| p.private.is_none())),
            openness: decision
                .openness
                .as_ref()
                .filter(|_| paper.is_none_or(|p| p.openness.is_none())),
        });
    }
    met.into_values().for_each(|meeting| papers_open(ahead, &meeting));
    business.iter().for_each(|business| notices(ahead, business));
}

/// Whether a decision is not known to be made, nor withdrawn.
fn is_to_come(decision: &Decision) -> bool {
    !matches!(decision.state, Some(DecisionState::Made | DecisionState::Withdrawn))
}

/// The last day on which agenda and papers of a meeting have to be open to the public.
fn papers_open(ahead: &mut Ahead<'_>, meeting: &Meeting<'_>) {
    let council = Council::of(ahead.programme, meeting.date.earliest());
    if meeting.open == Some(true) || !council.is_english() || meeting.date.latest() < ahead.from {
        return;
    }
    let title = format!("Agenda and papers of {}, {}", meeting.body.name, meeting.date);
    match meeting.body.kind {
        Some(kind) if !meets_in_public(kind) => {}
        Some(_) => {
            let owed = Owed { row: meeting.row, title, conditional: false };
            notice(ahead, Parameter::MeetingNotice, owed, meeting.date);
        }
        None => {
            let item = ahead.item(DeadlineKind::Notice, meeting.row, title);
            ahead.apart(item, NoDay::BodyUnknown);
        }
    }
}

/// The notices of a key decision and of a private meeting, as far as they are not yet given. Whether
/// they are owed is possible only, where it is not said that the executive decides.
fn notices(ahead: &mut Ahead<'_>, business: &Business<'_>) {
    let council = Council::of(ahead.programme, business.date.earliest());
    let executive = business.side.is_executive(council.has_executive());
    if executive == Certainty::No
        || !council.is_english()
        || since(Some(business.date), EXECUTIVE_MEETINGS) == Certainty::No
        || business.date.latest() < ahead.from
    {
        return;
    }
    let owed = |what: &str| Owed {
        row: business.row,
        title: format!("{what}: {}", business.title),
        conditional: !executive.is_certain(),
    };
    if let Some(key) = business.key.filter(|key| key.key == Some(true)) {
        let (given, parameter, what) = match key.publicity {
            Some(Publicity::GeneralException) => (
                key.chair_told.as_ref(),
                Parameter::GeneralExceptionNotice,
                "Notice to the chair of scrutiny of a key decision",
            ),
            _ => (key.notice.as_ref(), Parameter::KeyDecisionNotice, "Notice of a key decision"),
        };
        // Urgency that is agreed to takes the place of notice (reg 11).
        if !ahead.done(given) && key.publicity != Some(Publicity::SpecialUrgency) {
            notice(ahead, parameter, owed(what), business.date);
        }
    }
    let none = PrivateMeeting::default();
    let part_two = business.openness.is_some_and(|open| open.part == Some(PaperPart::Two));
    let private = business.private.or_else(|| part_two.then_some(&none));
    // Only meetings of the executive and its committees are held in private by notice (reg 5); one
    // member or officer who decides alone holds none.
    let meets = business.body.is_some_and(|body| body.kind.is_none_or(can_decide));
    let Some(private) = private.filter(|_| meets) else { return };
    if has_words(private.consent_by.as_ref()) {
        return;
    }
    if !ahead.done(private.first_notice.as_ref()) {
        let what = owed("First notice of a private meeting, with reasons");
        notice(ahead, Parameter::PrivateMeetingNotice, what, business.date);
    }
    if !ahead.done(private.second_notice.as_ref()) {
        let what = owed("Second notice of a private meeting, with the reply to representations");
        notice(ahead, Parameter::PrivateMeetingReply, what, business.date);
    }
}

/// A notice that is owed.
struct Owed {
    row: Subject,
    title: String,
    /// Only if it is the executive that decides.
    conditional: bool,
}

/// Lists the last day for so many clear days' notice of a meeting.
fn notice(ahead: &mut Ahead<'_>, parameter: Parameter, owed: Owed, meeting: PartialDate) {
    let Owed { row, title, conditional } = owed;
    let ends = [meeting.earliest(), meeting.latest()];
    let Some(given) = wait_between(ahead.programme, ends, parameter) else {
        let item = ahead.item(DeadlineKind::Notice, row, title);
        return ahead.apart(item, NoDay::RuleChanged);
    };
    let council = Council::of(ahead.programme, meeting.earliest());
    let mut item = ahead.ruled(DeadlineKind::Notice, row, title, (&council, given.basis));
    add(&mut item.note, &format!("{} clear {}", given.value.days, given.value.counted));
    if conditional {
        add(&mut item.note, "only if it is for the executive to decide");
    }
    let calendar = ahead.calendar;
    let last = |day| calendar.last_notice(day, given.value.days, given.value.counted);
    let days = last(meeting.earliest()).and_then(|first| Ok([first, last(meeting.latest())?]));
    if let Ok([_, latest]) = days
        && let Ok(working) = calendar.on_or_before(latest)
        && working < latest
    {
        add(&mut item.note, &format!("offices last work on {}", written(working)));
    }
    ahead.reckoned(item, days, conditional);
}

/// Decisions that are to be made, passed on to another body, or open to call-in.
pub(super) fn decisions(ahead: &mut Ahead<'_>) {
    let programme = ahead.programme;
    let follows = programme.decisions().into_iter().filter_map(|row| row.follows);
    let taken_up: BTreeSet<Id<Decision>> = follows.collect();
    for decision in programme.decisions() {
        let row = Subject::Decision(decision.key.id);
        let mut item = ahead.item(DeadlineKind::Decision, row, &decision.title);
        (item.who, item.to) = (ahead.name(decision.body), Vec::new());
        item.who.extend(ahead.name(decision.by));
        let dated = decision.date.as_ref().is_some_and(|when| when.value().is_some());
        if decision.state == Some(DecisionState::Pending) || (dated && is_to_come(decision)) {
            ahead.when(item.clone(), decision.date.as_ref());
        }
        let passes_on = matches!(decision.act, Some(Act::Recommend | Act::Refer));
        let withdrawn = decision.state == Some(DecisionState::Withdrawn);
        if passes_on
            && decision.onward.is_some()
            && !withdrawn
            && !taken_up.contains(&decision.key.id)
        {
            let onward = DueItem { to: ahead.name(decision.onward), ..item };
            ahead.apart(onward, NoDay::Onward);
        }
        if let Some(call_in) = &decision.call_in {
            called_in(ahead, decision, call_in);
        }
    }
}

/// The last day on which a decision can be called in: as stated, or else reckoned from the day on
/// which it was published. Nothing of one that cannot be, nor of another organisation's.
fn called_in(ahead: &mut Ahead<'_>, decision: &Decision, call_in: &CallIn) {
    let programme = ahead.programme;
    let council = Council::of(programme, ahead.from);
    let own = council.is_own(decision.organisation);
    if !own || call_in::is_excepted(&council, programme, decision, call_in) {
        return;
    }
    let withdrawn = decision.state == Some(DecisionState::Withdrawn);
    if withdrawn || call_in::is_waived(call_in) || ahead.done(call_in.cleared.as_ref()) {
        return;
    }
    let row = Subject::Decision(decision.key.id);
    let title = format!("Call-in ends: {}", decision.title);
    let item = ahead.item(DeadlineKind::CallIn, row, title.clone());
    if ahead.done(call_in.called_in.as_ref()) {
        let words = call_in.called_in.as_ref().and_then(said);
        return ahead.apart(DueItem { words, ..item }, NoDay::CalledIn);
    }
    let words = call_in.published.as_ref().and_then(said);
    let reckoned = DueItem { words, ..item.clone() };
    match call_in::ends(programme, decision, call_in, ahead.calendar) {
        Ends::Stated(_) => ahead.when(item, call_in.until.as_ref()),
        Ends::Unread(day) => ahead.when(item, Some(day)),
        // Of one that is to be published, or has an end that is to be set, that is told.
        Ends::Unpublished => match [&call_in.published, &call_in.until].map(unsaid) {
            [Some(why), _] => ahead.apart(reckoned, NoDay::Unread(why)),
            [_, Some(_)] => ahead.when(item, call_in.until.as_ref()),
            _ if call_in.applies == Some(true) && decision.implemented.is_none() => {
                ahead.apart(item, NoDay::Unpublished);
            }
            _ => {}
        },
        Ends::Unsure => ahead.apart(reckoned, NoDay::RuleChanged),
        Ends::NoRule => ahead.apart(reckoned, NoDay::OtherLaw),
        Ends::NotCovered(error) => ahead.apart(reckoned, NoDay::NotCovered(error)),
        Ends::Reckoned { published, wait, days } => {
            let ruled = ahead.ruled(DeadlineKind::CallIn, row, title, (&council, wait.basis));
            let mut item = DueItem { words: reckoned.words, ..ruled };
            add(&mut item.note, &format!("{} after it was published, {published}", wait.value));
            ahead.reckoned(item, Ok(days), false);
        }
    }
}

/// Why a cell in which something is written gives no day.
fn unsaid(when: &Option<When>) -> Option<Unread> {
    when.as_ref().and_then(When::unread).filter(|why| *why != Unread::Blank)
}
