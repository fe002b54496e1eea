//! A request for money as a finance officer would check it.

use chrono::NaiveDate;
use serde::Serialize;

#[cfg(feature = "schema")]
use super::request_figures::READINGS;
use super::{
    described::view,
    headline::plural,
    request_figures::{
        ComparisonLine, FigureLine, Paper, QuotationLine, ShareLine, SumLine, reading_word,
    },
    request_money::{ReserveLine, SourceLine, phases},
    view::{FindingView, SubjectView, cites},
};
use crate::{
    document::Vocabulary,
    finance::{self, Ledger, Reading, Total},
    model::{FundingRequirement, FundingSource, Programme},
    rules::{self, Levels, Settings},
    values::{Code, Money, Stated, WorkingCalendar, pounds, within},
};

/// The form of funding requests that this version writes.
const FORMAT: &str = "funding_request/1";

/// The areas of rules that are about money.
const AREAS: [&str; 4] = ["FIN", "BUD", "RES", "BEN"];

/// The rules of other areas that are: when phases begin that are to be paid for, and which those are.
const PHASES: [Code; 2] = [Code::new(*b"PHA", 6), Code::new(*b"PHA", 7)];

view! {
    /// A request for money, as data.
    ///
    /// See [`funding_request`] for an example.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct FundingRequest {
        /// The form of this report.
        pub format: &'static str as just(FORMAT),
        /// The name of the programme.
        pub programme: String,
        /// The council, where the programme names one.
        pub council: Option<String>,
        /// The day as at which it is checked.
        pub on: String as day_text(),
        /// How plain figures are read: `rounding_aware` or `as_printed`.
        pub reading: &'static str as one_of(READINGS.iter().copied()),
        /// What a reader in a hurry should know, in sentences.
        pub headline: Vec<String>,
        /// What is asked, and for what.
        pub asked: AskedView,
        /// Where the money is to come from.
        pub sources: Vec<SourceLine>,
        /// The reserves that it comes from, before and after.
        pub reserves: Vec<ReserveLine>,
        /// What each phase costs.
        pub phases: Vec<PhaseLine>,
        /// Every figure of the papers that ask for it.
        pub figures: Vec<FigureLine>,
        /// Figures that are quoted more than once.
        pub quotations: Vec<QuotationLine>,
        /// Totals, in every combination of quotations.
        pub sums: Vec<SumLine>,
        /// Percentages, with what their part and whole give.
        pub shares: Vec<ShareLine>,
        /// Rates that are set side by side.
        pub comparisons: Vec<ComparisonLine>,
        /// What the rules of money find about it, and about what else the papers say that ask for it.
        pub findings: Vec<FindingView>,
    }
}

view! {
    /// What is asked, as it is stated; null where it is not said.
    ///
    /// See [`funding_request`] for an example.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct AskedView {
        /// The need.
        pub need: SubjectView,
        /// The row that needs it.
        pub of: Option<SubjectView>,
        /// How much, as printed.
        pub amount: Option<String>,
        /// The phases that it is for, as printed.
        pub phases: Option<String>,
        /// The financial year, as printed.
        pub year: Option<String>,
        /// Whose account pays for it, as documents write it.
        pub fund: Option<&'static str> as words_of::<crate::model::Fund>(),
        /// Whether it is `revenue` or `capital`.
        pub nature: Option<&'static str> as words_of::<crate::model::Nature>(),
        /// Whether it recurs: `one_off` or `recurrent`.
        pub recurrence: Option<&'static str> as words_of::<crate::model::Recurrence>(),
        /// Until when it recurs, as printed.
        pub until: Option<String>,
        /// What is held in it for the unforeseen, as printed.
        pub contingency: Option<String>,
        /// On what basis it is shared out between funds.
        pub apportioned_by: Option<String>,
        /// At which prices it is given, as printed.
        pub prices: Option<String>,
        /// How far it has come, as documents write it.
        pub state: Option<&'static str> as words_of::<crate::model::RequirementState>(),
        /// What its sources come to, where each of them has an amount that can be read.
        pub sources_come_to: Option<PoundsView>,
        /// Where in the papers it stands.
        pub cites: Vec<String>,
    }
}

view! {
    /// What a phase costs.
    ///
    /// See [`funding_request`] for an example.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct PhaseLine {
        /// The phase; null where papers name some that are no row.
        pub phase: Option<SubjectView>,
        /// Its name, as printed.
        pub name: String,
        /// What is printed of its cost; empty where it is not said.
        pub costs: Vec<CostView>,
    }
}

view! {
    /// A printed cost.
    ///
    /// See [`funding_request`] for an example.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct CostView {
        /// The claim, budget line or need that prints it.
        pub row: SubjectView,
        /// The amount, as printed.
        pub amount: String,
        /// Where in the papers it stands.
        pub cites: Vec<String>,
    }
}

view! {
    /// Pounds within bounds; both are one where the amount is exact.
    ///
    /// See [`funding_request`] for an example.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct PoundsView {
        /// The least.
        pub low: String,
        /// The most.
        pub high: String,
    }
}

/// A request for money as a finance officer would check it on a day: what is asked and from where,
/// who releases it, what is left, whether the figures of the papers that ask for it hold, and what
/// the rules of money find in those papers.
///
/// What is not said stands as not said, and is never taken for nothing.
///
/// ```
/// use programme::{document::Document, finance::Reading, report, values::WorkingCalendar};
///
/// # #[cfg(feature = "json")] {
/// let text = r#"{"format": "programme/1", "programme": {"name": "Example"},
///   "bodies": [{"name": "Cabinet", "kind": "executive"}, {"name": "Council", "kind": "council"}],
///   "reports": [{"reference": "REP1", "title": "Business case", "body": "Cabinet", "requests": [
///     {"label": "2", "title": "Fund Phase 2", "act": "recommend", "onward": "Council",
///      "matter": "supplementary_estimate", "amount": "£361k"}]}],
///   "funding_requirements": [{"reference": "FR1", "title": "Phase 2", "amount": "£361k"}],
///   "funding_sources": [{"title": "Change reserve", "requirement": "FR1", "amount": "£361k",
///     "fund": "general_fund", "report": "REP1", "request": "2"}]}"#;
/// let programme = Document::from_json(text)?.check().strict()?;
/// let need = programme.funding_requirements().into_iter().next().ok_or("no need")?;
/// let (on, calendar) = ("2021-06-22".parse()?, WorkingCalendar::england_and_wales());
/// let found = report::funding_request(&programme, need, on, &calendar, Reading::default());
/// assert_eq!(found.sources[0].release.said, "Council, not yet");
/// assert_eq!(found.asked.contingency, None, "nobody has said");
/// # }
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn funding_request(
    programme: &Programme,
    need: &FundingRequirement,
    on: NaiveDate,
    calendar: &WorkingCalendar,
    reading: Reading,
) -> FundingRequest {
    let ledger = Ledger::with(programme, calendar);
    let all = programme.funding_sources().into_iter();
    let mut rows: Vec<_> = all.filter(|row| row.requirement == Some(need.key.id)).collect();
    // By fund; what has none comes last.
    rows.sort_by_key(|row| (row.fund.is_none(), row.fund));
    let mut reserves: Vec<_> = rows.iter().filter_map(|row| row.reserve).collect();
    reserves.sort_unstable();
    reserves.dedup();
    let paper = Paper::of(programme, need, &rows, &reserves);
    let reconciled = finance::reconcile(programme, reading);
    let settings =
        Settings { as_at: on, levels: Levels::default(), calendar: calendar.clone(), reading };
    let run = rules::lint(programme, &settings);
    let of_money = run.findings.iter().filter(|finding| {
        let code = finding.code();
        (AREAS.contains(&code.area()) || PHASES.contains(&code))
            && finding.subjects.iter().any(|subject| paper.is_about(*subject))
    });
    let about = programme.about();
    let mut report = FundingRequest {
        format: FORMAT,
        programme: about.name.clone(),
        council: about.council.and_then(|id| programme.name(id)).map(str::to_owned),
        on: on.to_string(),
        reading: reading_word(reading),
        headline: Vec::new(),
        asked: AskedView::of(programme, need, &rows),
        sources: rows.iter().map(|row| SourceLine::of(programme, row, on, calendar)).collect(),
        reserves: reserves.iter().map(|id| ReserveLine::of(programme, &ledger, *id, on)).collect(),
        phases: phases(programme, need),
        figures: paper.figures(&reconciled),
        quotations: paper.quotations(&reconciled),
        sums: paper.sums(&reconciled),
        shares: paper.shares(&reconciled),
        comparisons: paper.comparisons(&reconciled),
        findings: of_money.map(|finding| FindingView::of(programme, finding)).collect(),
    };
    report.headline = sentences(&report);
    report
}

impl AskedView {
    fn of(programme: &Programme, need: &FundingRequirement, sources: &[&FundingSource]) -> Self {
        let id = need.key.id.into();
        let phase = need.phase.and_then(|id| programme.name(id)).map(str::to_owned);
        let amounts = sources.iter().map(|row| total(row.amount.as_ref()));
        Self {
            need: SubjectView::of(programme, id),
            of: need.of.map(|of| SubjectView::of(programme, of)),
            amount: need.amount.as_ref().map(ToString::to_string),
            phases: need.phases.clone().or(phase),
            year: need.year.as_ref().map(ToString::to_string),
            fund: need.fund.map(Vocabulary::word),
            nature: need.nature.map(Vocabulary::word),
            recurrence: need.recurrence.map(Vocabulary::word),
            until: need.until.as_ref().map(ToString::to_string),
            contingency: need.contingency.as_ref().map(ToString::to_string),
            apportioned_by: need.apportioned_by.clone(),
            prices: need.prices.as_ref().map(ToString::to_string),
            state: need.state.map(Vocabulary::word),
            sources_come_to: PoundsView::of(amounts.sum()).filter(|_| !sources.is_empty()),
            cites: cites(programme, &[id]),
        }
    }
}

/// A printed amount: pounds that are written out are what they say, other figures are rounded as
/// they are printed. Not known where there is none.
fn total(amount: Option<&Stated>) -> Total {
    let exact = |stated: &Stated| stated.to_string().parse::<Money>().ok();
    let of = |stated| exact(stated).map_or_else(|| Total::stated(stated), Total::of);
    amount.map_or(Total::unknown(1), of)
}

impl PoundsView {
    /// The bounds of a total; none where a part is not known.
    pub(super) fn of(total: Total) -> Option<Self> {
        let ends = total.interval()?;
        Some(Self { low: pounds(ends.low), high: pounds(ends.high) })
    }
}

impl std::fmt::Display for PoundsView {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&within(&self.low, &self.high))
    }
}

/// What a reader in a hurry should know.
fn sentences(report: &FundingRequest) -> Vec<String> {
    let asked = &report.asked;
    let phases = asked.phases.as_ref().map(|words| format!(" for {words}")).unwrap_or_default();
    let mut said = vec![match &asked.amount {
        Some(amount) => format!("{amount} is needed{phases}."),
        None => format!("How much is needed{phases} is not said."),
    }];
    if report.sources.is_empty() {
        said.push("No source is named for it.".into());
    }
    for source in &report.sources {
        let amount = source.amount.as_deref().unwrap_or("An amount that is not said");
        said.push(format!("{amount} from {}: {}.", source.source.name, source.release.said));
    }
    let count = |verdict: &str| {
        report.figures.iter().filter(|figure| figure.verdict == verdict).count() as u64
    };
    let (fail, unclear, all) = (count("fails"), count("unclear"), report.figures.len() as u64);
    if all > 0 {
        let figures = plural(all, "figure");
        said.push(match fail {
            0 => format!("None of the {all} {figures} of the paper fails against the others."),
            1 => format!("1 of the {all} {figures} of the paper does not hold."),
            _ => format!("{fail} of the {all} {figures} of the paper do not hold."),
        });
    }
    match unclear {
        0 => {}
        1 => said.push("Whether 1 more holds cannot be told.".into()),
        _ => said.push(format!("Whether {unclear} more hold cannot be told.")),
    }
    said
}
