//! The steps of a route, with the first day on which each can be taken.

use chrono::NaiveDate;

use super::{
    Basis, Council, Given, KeyAnswer, Maker, MakerKind, Step, StepKind, Wait, events,
    route::{Finder, Outcome, Touched},
};
use crate::{
    model::{Function, Parameter, Party, Programme, RightAct},
    values::{NotCovered, When, WorkingCalendar, written},
};

type Day = Result<NaiveDate, NotCovered>;

/// Lays one step after another.
struct Steps<'s> {
    programme: &'s Programme,
    council: Council<'s>,
    calendar: &'s WorkingCalendar,
    /// The day on which the next step can begin.
    from: Day,
    all: Vec<Step>,
    /// What is not certain of the rules that were taken.
    unsure: Vec<String>,
}

pub(super) fn steps(
    finder: &Finder<'_>,
    decision: &Outcome,
    rights: &[Touched<'_>],
    key: &KeyAnswer,
    (on, calendar): (NaiveDate, &WorkingCalendar),
    missing: &mut Vec<String>,
) -> Vec<Step> {
    let mut steps = Steps {
        programme: finder.programme,
        council: finder.council,
        calendar,
        from: Ok(on),
        all: Vec::new(),
        unsure: Vec::new(),
    };
    for Touched { right, act } in rights {
        steps.advice(finder, right, *act);
    }
    let Some(by) = &decision.by else { return steps.all };
    let meeting = finder.matter.meeting.as_ref().and_then(single_day).filter(|day| *day >= on);
    let first = decision.proposed_by.as_ref().unwrap_or(by);
    let put_here = finder.matter.put_to.map(Party::Body) == Some(first.party);
    let mut dated = meeting.filter(|_| put_here && first.party != Party::Unknown);
    if matches!(key, KeyAnswer::Yes(_)) {
        steps.notice(by, finder.matter.notice.as_ref().and_then(single_day));
    }
    // A meeting that a paper dates may be too early for the notice that was given or is to be.
    if let (Some(day), Ok(first)) = (dated, steps.from)
        && day < first
    {
        let (day, first) = (written(day), written(first));
        missing.push(format!(
            "how the meeting of {day} can decide it: notice allows {first} at the earliest, unless \
             the general exception or special urgency applies"
        ));
    }
    if let Some(proposer) = &decision.proposed_by {
        let why = "The executive proposes; it cannot decide this.";
        let what = format!("recommends it to {}", by.name);
        let day = dated.take().or_else(|| steps.next_meeting(proposer));
        steps.meets(proposer, StepKind::Recommendation, what, why, &decision.source, day);
    }
    let what = "decides it".to_owned();
    let dated = dated.or_else(|| steps.next_meeting(by));
    steps.meets(by, StepKind::Decision, what, &decision.why, &decision.source, dated);
    // What an officer decides for the executive can commonly be called in where it is key.
    let key_of_officer =
        decision.function == Some(Function::Executive) && matches!(key, KeyAnswer::Yes(_));
    if by.kind == MakerKind::Executive || key_of_officer {
        steps.call_in(by);
    }
    steps.effect(by);
    missing.append(&mut steps.unsure);
    steps.all
}

impl Steps<'_> {
    /// How many days something takes. Of a rule that only may hold, that is told.
    fn wait(&mut self, parameter: Parameter) -> Option<Given<Wait>> {
        let given = self.council.wait(parameter)?;
        if let (Basis::Local(rule), false) = (given.basis, given.certainty.is_certain()) {
            let name = self.programme.name(rule).unwrap_or_default();
            self.unsure.push(format!("whether '{name}' holds on this day"));
        }
        Some(given)
    }

    fn push(&mut self, kind: StepKind, by: &Maker, what: String, why: &str, source: String) {
        let (by, why) = (by.clone(), why.to_owned());
        self.all.push(Step { kind, by, what, earliest: self.from, dated: false, why, source });
    }

    /// Who has to agree, test or consider it before it is decided.
    fn advice(&mut self, finder: &Finder<'_>, right: &crate::model::DecisionRight, act: RightAct) {
        let does = match act {
            RightAct::Approve => return,
            RightAct::Agree => "agrees it",
            RightAct::Consider => "considers it",
            RightAct::Recommend => "recommends it",
            RightAct::Oversee => "oversees it",
            RightAct::Test => "tests it",
        };
        for lead in &right.holders {
            let by = finder.holder(lead);
            let why = format!("'{}' asks for it.", right.title);
            self.push(StepKind::Advice, &by, does.into(), &why, finder.cited(right));
        }
    }

    /// Notice of a key decision: the decision waits for its clear days, from the day on which notice
    /// was given where that is known.
    fn notice(&mut self, by: &Maker, given: Option<NaiveDate>) {
        let Some(wait) = self.wait(Parameter::KeyDecisionNotice) else { return };
        let verb = if given.is_some() { "gave" } else { "gives" };
        let what = format!("{verb} notice of a key decision, {} clear", wait.value);
        let source = self.council.source(wait.basis);
        let why = "A key decision is made public before it is made.";
        let start = self.from;
        self.from = given.map_or(self.from, Ok);
        self.push(StepKind::Notice, by, what, why, source);
        if let Some(step) = self.all.last_mut() {
            step.dated = given.is_some();
        }
        let first = self.after(wait.value);
        // What was noticed long ago is not decided before the day from which is reckoned.
        self.from = match (first, start) {
            (Ok(first), Ok(start)) => Ok(first.max(start)),
            (first, _) => first,
        };
    }

    /// The next meeting of a body that the programme holds and that leaves time for its papers.
    fn next_meeting(&self, by: &Maker) -> Option<NaiveDate> {
        let Party::Body(body) = by.party else { return None };
        let first = match self.council.wait(Parameter::MeetingNotice) {
            Some(wait) => self.after(wait.value).ok()?,
            None => self.from.ok()?,
        };
        let events = events::to_come(self.programme, self.council.on());
        let events = events.filter(|row| row.body == Some(body)).map(|row| row.date.as_ref());
        let papers = self.programme.reports().into_iter();
        let papers = papers.filter(|row| row.body == Some(body)).map(|row| row.date.as_ref());
        let days = events.chain(papers).flatten().filter_map(single_day);
        days.filter(|day| *day >= first).min()
    }

    /// A meeting at which a body does something, with its papers open before.
    fn meets(
        &mut self,
        by: &Maker,
        kind: StepKind,
        what: String,
        why: &str,
        source: &str,
        dated: Option<NaiveDate>,
    ) {
        let meets =
            matches!(by.kind, MakerKind::FullCouncil | MakerKind::Executive | MakerKind::Committee);
        let wait = meets.then(|| self.wait(Parameter::MeetingNotice)).flatten();
        if let Some(wait) = wait {
            let source = if by.kind == MakerKind::FullCouncil {
                format!("LGA 1972 Schedule 12 para 4(2); {}", self.council.source(wait.basis))
            } else {
                self.council.source(wait.basis)
            };
            if let Some(day) = dated {
                // The day is given: its papers have to have been open since.
                let last = self.calendar.last_notice(day, wait.value.days, wait.value.counted);
                self.papers(by, wait.value, source, last);
                if let Some(step) = self.all.last_mut() {
                    step.dated = true;
                }
            } else {
                self.papers(by, wait.value, source, self.from);
                // Councils meet on working days.
                self.from = self.after(wait.value).and_then(|day| self.calendar.on_or_after(day));
            }
        }
        // Who meets without notice does so on that day too.
        self.from = dated.map_or(self.from, Ok);
        self.push(kind, by, what, why, source.to_owned());
        if let Some(step) = self.all.last_mut() {
            step.dated = dated.is_some();
        }
    }

    fn papers(&mut self, by: &Maker, wait: Wait, source: String, day: Day) {
        let what = format!("opens the papers to inspection, {wait} clear before it meets");
        let why = "Papers are open before a meeting, and items that were not are not taken.";
        self.push(StepKind::Papers, by, what, why, source);
        if let Some(step) = self.all.last_mut() {
            step.earliest = day;
        }
    }

    /// A decision of the executive can be called in before it takes effect.
    fn call_in(&mut self, by: &Maker) {
        let Some(wait) = self.wait(Parameter::CallInPeriod) else { return };
        let what = format!("publishes it; it can be called in for {} after", wait.value);
        let why = "Scrutiny can ask for a decision to be looked at again before it takes effect.";
        let source = self.council.source(wait.basis);
        self.push(StepKind::CallIn, by, what, why, source);
        self.from = self.after(wait.value);
    }

    fn effect(&mut self, by: &Maker) {
        let called_in = self.all.iter().any(|step| step.kind == StepKind::CallIn);
        let what = if called_in {
            "it may be put into effect, unless it was called in or sent back"
        } else {
            "it may be put into effect"
        };
        let why = "Until here nothing is authorised.";
        self.push(StepKind::Effect, by, what.to_owned(), why, String::new());
    }

    /// The first day after so many clear days.
    fn after(&self, wait: Wait) -> Day {
        self.calendar.first_meeting(self.from?, wait.days, wait.counted)
    }
}

/// The day that a date is, if it is one.
fn single_day(date: &When) -> Option<NaiveDate> {
    let date = date.value().filter(|date| date.earliest() == date.latest())?;
    Some(date.earliest())
}
