//! Decisions, and papers that ask for one, as the rules on how decisions are prepared see them.

use chrono::NaiveDate;

use super::Context;
pub(super) use crate::{governance::Side, values::has_words as said};
use crate::{
    governance::{Bound, Council, EXECUTIVE_MEETINGS, Given, Wait, since, wait_between},
    model::{
        Act, Body, Decision, DecisionState, KeyDecision, Openness, Parameter, Party, Post,
        PrivateMeeting, Report, Request, Subject,
    },
    values::{Certainty, Id, PartialDate, Stated, When},
};

/// A decision, or a paper that asks for one, of the programme's own council under English law.
pub(super) struct Case<'a> {
    pub(super) subject: Subject,
    pub(super) title: &'a str,
    pub(super) date: Option<&'a When>,
    /// The body that decides.
    pub(super) body: Option<&'a Body>,
    /// The post that decides, where it is no body.
    pub(super) post: Option<&'a Post>,
    pub(super) side: Side,
    pub(super) row: CaseRow<'a>,
    pub(super) openness: Option<&'a Openness>,
    pub(super) key: Option<&'a KeyDecision>,
    pub(super) private: Option<&'a PrivateMeeting>,
    pub(super) wards: &'a [String],
    has_executive: Option<bool>,
    on: NaiveDate,
}

/// The row that a case is.
#[derive(Clone, Copy)]
pub(super) enum CaseRow<'a> {
    Decision(&'a Decision),
    Report(&'a Report),
}

/// What settles which limit held.
pub(super) const LIMIT_UNSURE: &str =
    "Give the day of the decision, and from which day to which the limit holds.";

/// A limit that the council set, as far as it is held.
pub(super) enum Limit<'a> {
    /// It is, with the amount that it comes to.
    Held(Given<&'a Stated>, Bound),
    /// It is, and no amount can be read in it.
    Unread(Given<&'a Stated>),
    /// It changed within the days that the date can mean, or may not hold on them.
    Changed,
    /// It is not.
    Missing,
}

impl<'a> Case<'a> {
    /// A decision; none where it is withdrawn, another organisation's, or under another law.
    pub(super) fn of_decision(context: &'a Context<'_>, row: &'a Decision) -> Option<Self> {
        let programme = context.programme;
        let (body, post) = (row.body.and_then(|id| programme.get(id)), row.by);
        let foreign = !context.is_own(row.organisation);
        if foreign || row.state == Some(DecisionState::Withdrawn) || !is_ours(context, body) {
            return None;
        }
        let post = post.filter(|_| body.is_none()).and_then(|id| programme.get(id));
        Some(Self {
            subject: row.key.id.into(),
            title: &row.title,
            date: row.date.as_ref(),
            body,
            post,
            side: Side::of_decision(programme, row),
            row: CaseRow::Decision(row),
            openness: row.openness.as_ref(),
            key: row.key_decision.as_ref(),
            private: row.private.as_ref(),
            wards: &row.wards,
            has_executive: context.has_executive(),
            on: context.on,
        })
    }

    /// A paper; none where it is another organisation's, or under another law.
    pub(super) fn of_report(context: &'a Context<'_>, row: &'a Report) -> Option<Self> {
        let body = row.body.and_then(|id| context.programme.get(id));
        is_ours(context, body).then(|| Self {
            subject: row.key.id.into(),
            title: &row.title,
            date: row.date.as_ref(),
            body,
            post: None,
            side: Side::of(body.and_then(|body| body.kind), None),
            row: CaseRow::Report(row),
            openness: row.openness.as_ref(),
            key: row.key_decision.as_ref(),
            private: row.private.as_ref(),
            wards: &row.wards,
            has_executive: context.has_executive(),
            on: context.on,
        })
    }

    /// Whether it is the executive that decides.
    pub(super) fn executive(&self) -> Certainty {
        self.side.is_executive(self.has_executive)
    }

    /// Who decides.
    pub(super) fn party(&self) -> Option<Party> {
        let body = self.body.map(|body| Party::Body(body.key.id));
        body.or(self.post.map(|post| Party::Post(post.key.id)))
    }

    /// Its day or days, where they can be read.
    pub(super) fn day(&self) -> Option<PartialDate> {
        self.date.and_then(When::value).copied()
    }

    /// Whether it was decided since a day; of one that has no date that is not known.
    pub(super) fn since(&self, day: NaiveDate) -> Certainty {
        since(self.day(), day)
    }

    /// Whether it may be as late as the regulations on executive meetings.
    pub(super) fn may_be_under_regulations(&self) -> bool {
        self.since(EXECUTIVE_MEETINGS) != Certainty::No
    }

    /// How many days something took when this was decided. None where its date or those of a rule
    /// are too vague to say which held.
    pub(super) fn wait(&self, context: &Context<'_>, parameter: Parameter) -> Option<Given<Wait>> {
        wait_between(context.programme, self.days(), parameter)
    }

    /// The amount that the council had set for who decides, likewise.
    pub(super) fn limit(&self, context: &'a Context<'_>, parameter: Parameter) -> Limit<'a> {
        let of = |on| Council::of(context.programme, on).amount(parameter, self.party());
        match self.days().map(of) {
            [first, last] if first != last => Limit::Changed,
            [_, Some(given)] if !given.certainty.is_certain() => Limit::Changed,
            [_, None] => Limit::Missing,
            [_, Some(given)] => match Bound::of(given.value) {
                Some(bound) => Limit::Held(given, bound),
                None => Limit::Unread(given),
            },
        }
    }

    /// The first and the last day that its date can mean; without one, the day of the check.
    fn days(&self) -> [NaiveDate; 2] {
        self.day().map_or([self.on; 2], |date| [date.earliest(), date.latest()])
    }
}

/// Whether a body is the programme's own council's, under English law.
fn is_ours(context: &Context<'_>, body: Option<&Body>) -> bool {
    context.is_own(body.and_then(|body| body.organisation)) && context.is_english()
}

/// Whether a decision is only cited: nothing is held of how it was prepared or recorded.
pub(super) fn is_only_cited(row: &Decision) -> bool {
    row.state != Some(DecisionState::Pending)
        && row.key_decision.is_none()
        && row.call_in.is_none()
        && row.record.is_none()
        && row.openness.is_none()
        && row.private.is_none()
        && row.report.is_none()
        && row.wards.is_empty()
}

/// Whether an act may decide something: one that is not given may.
pub(super) fn may_decide(act: Option<Act>) -> bool {
    act.is_none_or(Act::decides)
}

/// Whether a request asks for more than that something be noted.
pub(super) fn asks_to_act(request: &Request) -> bool {
    !request.progress && request.act.is_some_and(|act| act != Act::Note)
}

/// Who acts on a request in the end.
pub(super) fn decider(report: &Report, request: &Request) -> Option<Id<Body>> {
    request.onward.or(report.body)
}
