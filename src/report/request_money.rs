//! The sources of a need, the reserves that they draw on, and what phases cost.

use chrono::NaiveDate;
use serde::Serialize;

use super::{
    described::view,
    request::{CostView, PhaseLine, PoundsView},
    view::{SubjectView, cites},
};
use crate::{
    document::Vocabulary,
    finance::{Implied, Ledger, Total},
    governance::{self, Authority, Matter},
    model::{
        Act, Claim, FundingRequirement, FundingSource, Programme, Request, Reserve, SourceState,
        Subject,
    },
    values::{FigureUnit, Id, Stated, WorkingCalendar, written},
};

view! {
    /// A source of money.
    ///
    /// See [`funding_request`](super::funding_request) for an example.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct SourceLine {
        /// The source.
        pub source: SubjectView,
        /// Whose account it comes from, as documents write it.
        pub fund: Option<&'static str> as words_of::<crate::model::Fund>(),
        /// The name of the grant or of those for whom it is held.
        pub fund_name: Option<String>,
        /// What kind of money it is, as documents write it.
        pub resource: Option<&'static str> as words_of::<crate::model::Resource>(),
        /// The reserve that it comes from.
        pub reserve: Option<SubjectView>,
        /// How much, as printed.
        pub amount: Option<String>,
        /// How firm it is, as documents write it.
        pub state: Option<&'static str> as words_of::<crate::model::SourceState>(),
        /// The paper that asks for it.
        pub paper: Option<SubjectView>,
        /// The label there of what is asked.
        pub request: Option<String>,
        /// Who releases it.
        pub release: ReleaseView,
        /// Where in the papers it stands.
        pub cites: Vec<String>,
    }
}

view! {
    /// Who releases money, and whether they have.
    ///
    /// See [`funding_request`](super::funding_request) for an example.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct ReleaseView {
        /// The decision that releases it, where one is held.
        pub decision: Option<SubjectView>,
        /// Who takes the decision that counts; null where that cannot be told.
        pub by: Option<String>,
        /// Whether it is authorised: `yes`, `waits` for call-in, `open`, `no`, `unknown`, or
        /// `none_held` where no decision is held.
        pub authorised: &'static str as one_of(ANSWERS),
        /// The same in words.
        pub said: String,
    }
}

view! {
    /// A reserve before and after.
    ///
    /// See [`funding_request`](super::funding_request) for an example.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct ReserveLine {
        /// The reserve.
        pub reserve: SubjectView,
        /// What it holds on the day by what is authorised; null where that is not known.
        pub holds: Option<PoundsView>,
        /// What it would hold with all that is planned; null where that is not known.
        pub if_planned: Option<PoundsView>,
        /// What papers say that it holds.
        pub stated: Vec<BalanceView>,
    }
}

view! {
    /// A stated balance, and what it implies.
    ///
    /// See [`funding_request`](super::funding_request) for an example.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct BalanceView {
        /// The balance, as printed.
        pub amount: Option<String>,
        /// For which day, as printed.
        pub on: Option<String>,
        /// The movement after which it stands.
        pub after: Option<SubjectView>,
        /// The amount of that movement, as printed.
        pub moved: Option<String>,
        /// What the reserve held before that movement, if the balance is right; null where that is
        /// not known.
        pub before: Option<PoundsView>,
        /// The same by each other amount that papers print of the movement.
        pub otherwise: Vec<OtherwiseView>,
        /// What an opening balance and the movements give at the same point; null where that is
        /// not known.
        pub reckoned: Option<PoundsView>,
        /// Where it was said.
        pub place: Option<String>,
    }
}

view! {
    /// What a reserve held before a movement, if another amount that is printed of it is right.
    ///
    /// See [`funding_request`](super::funding_request) for an example.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct OtherwiseView {
        /// The amount, as printed.
        pub moved: String,
        /// The claim that prints it first.
        pub claim: SubjectView,
        /// What the reserve held before; null where that is not known.
        pub before: Option<PoundsView>,
        /// Where the amount stands.
        pub cites: Vec<String>,
    }
}

#[cfg(feature = "schema")]
const ANSWERS: [&str; 6] = ["yes", "waits", "open", "no", "unknown", "none_held"];

impl SourceLine {
    pub(super) fn of(
        programme: &Programme,
        row: &FundingSource,
        on: NaiveDate,
        calendar: &WorkingCalendar,
    ) -> Self {
        let id = row.key.id.into();
        Self {
            source: SubjectView::of(programme, id),
            fund: row.fund.map(Vocabulary::word),
            fund_name: row.fund_name.clone(),
            resource: row.resource.map(Vocabulary::word),
            reserve: row.reserve.map(|id| SubjectView::of(programme, id.into())),
            amount: row.amount.as_ref().map(ToString::to_string),
            state: row.state.map(Vocabulary::word),
            paper: row.report.map(|id| SubjectView::of(programme, id.into())),
            request: row.request.clone(),
            release: ReleaseView::of(programme, row, on, calendar),
            cites: cites(programme, &[id]),
        }
    }
}

/// What a paper asks for by the label that a source names.
pub(super) fn asked<'p>(
    programme: &'p Programme,
    row: &FundingSource,
) -> Option<(&'p crate::Report, &'p Request)> {
    let paper = programme.get(row.report?)?;
    let label = row.request.as_ref()?;
    let mut requests = paper.requests.iter();
    requests.find(|asked| asked.label.as_ref() == Some(label)).map(|asked| (paper, asked))
}

impl ReleaseView {
    fn of(
        programme: &Programme,
        row: &FundingSource,
        on: NaiveDate,
        calendar: &WorkingCalendar,
    ) -> Self {
        if let Some(id) = row.decision {
            let body = programme.get(id).and_then(|row| row.body);
            let by = body.and_then(|id| programme.name(id)).map(str::to_owned);
            let decision = Some(SubjectView::of(programme, id.into()));
            let authority = governance::authority(programme, id, on, calendar);
            return Self { decision, ..Self::by_authority(programme, authority, by) };
        }
        let none_held = |by: Option<String>, said: String| Self {
            decision: None,
            by,
            authorised: "none_held",
            said,
        };
        let Some((paper, asked)) = asked(programme, row) else {
            return none_held(None, "who releases it is not said".into());
        };
        if asked.act == Some(Act::Note) {
            return none_held(None, "the paper asks for it to be noted alone".into());
        }
        let route = governance::route(programme, &Matter::of(paper, asked), on, calendar);
        let Some(maker) = route.decides else {
            return none_held(None, "who releases it cannot be told".into());
        };
        let said = match row.state {
            Some(SourceState::Approved) => {
                format!("{}, and though it is said to be approved, no decision is held", maker.name)
            }
            _ => format!("{}, not yet", maker.name),
        };
        none_held(Some(maker.name), said)
    }

    fn by_authority(programme: &Programme, authority: Authority, by: Option<String>) -> Self {
        let who = by.clone().unwrap_or_else(|| "a body that is not named".into());
        let (by, authorised, said) = match authority {
            Authority::Given(id) => {
                let last = programme.get(id).and_then(|row| row.body);
                let last = last.and_then(|id| programme.name(id)).map(str::to_owned);
                let reference = programme.reference(id).map(|r| format!(" ({r})"));
                let name = last.clone().unwrap_or_else(|| "a body that is not named".into());
                let said = format!("{name} has released it{}", reference.unwrap_or_default());
                (last, "yes", said)
            }
            Authority::Waits(Some(day)) => {
                (by, "waits", format!("{who}, and it can be called in until {}", written(day)))
            }
            Authority::Waits(None) => {
                (by, "waits", format!("{who}, and it is called in, so that scrutiny comes first"))
            }
            Authority::Open(Some(body)) => {
                let body = programme.name(body).unwrap_or_default().to_owned();
                let said = format!("{body}, not yet");
                (Some(body), "open", said)
            }
            Authority::Open(None) => {
                (None, "open", "not yet, and who is to act is not said".into())
            }
            Authority::None => (by, "no", format!("{who} has not: nothing was decided")),
            Authority::Unknown => (by, "unknown", "whether it is released cannot be told".into()),
        };
        Self { decision: None, by, authorised, said }
    }
}

impl ReserveLine {
    pub(super) fn of(
        programme: &Programme,
        ledger: &Ledger<'_>,
        id: Id<Reserve>,
        on: NaiveDate,
    ) -> Self {
        let balance = ledger.reserve(id, on);
        let stated = ledger.implied(id).into_iter();
        Self {
            reserve: SubjectView::of(programme, id.into()),
            holds: PoundsView::of(balance.closing()),
            if_planned: PoundsView::of(balance.closing_if_planned()),
            stated: stated.filter_map(|implied| BalanceView::of(programme, id, implied)).collect(),
        }
    }
}

impl BalanceView {
    fn of(programme: &Programme, id: Id<Reserve>, implied: Implied) -> Option<Self> {
        let stated = programme.get(id)?.balances.get(implied.number)?;
        let movement = implied.movement.and_then(|id| programme.get(id));
        Some(Self {
            amount: stated.amount.as_ref().map(ToString::to_string),
            on: stated.on.as_ref().map(ToString::to_string),
            after: implied.movement.map(|id| SubjectView::of(programme, id.into())),
            moved: movement.and_then(|row| row.amount.as_ref()).map(ToString::to_string),
            before: implied.before.and_then(PoundsView::of),
            otherwise: implied
                .otherwise
                .into_iter()
                .map(|(claim, before)| OtherwiseView::of(programme, claim, before))
                .collect(),
            reckoned: PoundsView::of(implied.reckoned),
            place: stated.source.as_ref().map(ToString::to_string),
        })
    }
}

impl OtherwiseView {
    fn of(programme: &Programme, claim: Id<Claim>, before: Total) -> Self {
        let stated = programme.get(claim).and_then(|row| row.stated.as_ref());
        Self {
            moved: stated.map(ToString::to_string).unwrap_or_default(),
            claim: SubjectView::of(programme, claim.into()),
            before: PoundsView::of(before),
            cites: cites(programme, &[claim.into()]),
        }
    }
}

/// What each phase costs: the phases that the need names where they are no row, and then the rows.
pub(super) fn phases(programme: &Programme, need: &FundingRequirement) -> Vec<PhaseLine> {
    let cost = |row: Subject, amount: Option<&Stated>| {
        Some(CostView {
            row: SubjectView::of(programme, row),
            amount: amount?.to_string(),
            cites: cites(programme, &[row]),
        })
    };
    let named = need.phases.as_ref().filter(|_| need.phase.is_none()).map(|words| PhaseLine {
        phase: None,
        name: words.clone(),
        costs: cost(need.key.id.into(), need.amount.as_ref()).into_iter().collect(),
    });
    let rows = programme.phases().into_iter().map(|phase| {
        let id = phase.key.id;
        let pounds = |stated: &&Stated| {
            stated.value().is_some_and(|figure| figure.unit() == FigureUnit::Pounds)
        };
        let claims = programme.claims().into_iter();
        let claims = claims.filter(|row| row.of == Some(id.into()));
        let claims =
            claims.filter_map(|row| cost(row.key.id.into(), row.stated.as_ref().filter(pounds)));
        let lines = programme.budget_lines().into_iter();
        let lines = lines.filter(|row| row.phase == Some(id) && !row.income);
        let lines = lines.filter_map(|row| cost(row.key.id.into(), row.stated.as_ref()));
        let needs = programme.funding_requirements().into_iter();
        let needs = needs.filter(|row| row.phase == Some(id));
        let needs = needs.filter_map(|row| cost(row.key.id.into(), row.amount.as_ref()));
        PhaseLine {
            phase: Some(SubjectView::of(programme, id.into())),
            name: programme.name(id).unwrap_or_default().to_owned(),
            costs: claims.chain(lines).chain(needs).collect(),
        }
    });
    named.into_iter().chain(rows).collect()
}
