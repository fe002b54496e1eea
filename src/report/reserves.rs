//! A statement of reserves over several financial years, as councils publish it with a budget.

use chrono::NaiveDate;
use serde::Serialize;

use super::{
    described::view,
    request::PoundsView,
    reserves_short::{breaks, minimum, planned, shortfalls},
    reserves_stated::StatedReserveView,
    view::{FindingView, SubjectView, cites},
};
use crate::{
    document::Vocabulary,
    finance::{Fault, Ledger, ReserveBalance, ReserveStatement, Split},
    model::{Movement, MovementKind, Programme, Reserve, ReserveKind, Subject},
    rules::{self, Settings},
    values::{FinancialYear, Id, When, WorkingCalendar},
};

/// The form of statements of reserves that this version writes.
const FORMAT: &str = "reserve_statement/1";

/// The areas of rules that find something about reserves and their movements.
const AREAS: [&str; 3] = ["RES", "BUD", "FIN"];

view! {
    /// A statement of reserves, as data.
    ///
    /// See [`reserve_statement`] for an example.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct StatementOfReserves {
        /// The form of this report.
        pub format: &'static str as just(FORMAT),
        /// The name of the programme.
        pub programme: String,
        /// The council, where the programme names one.
        pub council: Option<String>,
        /// The first financial year.
        pub from: String as year_text(),
        /// The last financial year.
        pub to: String as year_text(),
        /// The day as at which the rules look at it. Balances hang on no day but the last of each
        /// year: they count every decision that is held and made by then.
        pub on: String as day_text(),
        /// What a reader in a hurry should know, in sentences.
        pub headline: Vec<String>,
        /// Reserve by reserve: by kind, and within it in the order of references. Those that are
        /// kept for accounting alone come last.
        pub reserves: Vec<ReserveEntry>,
        /// The reserves of each kind together.
        pub kinds: Vec<KindSubtotal>,
        /// All reserves but the unusable, year by year.
        pub usable: Vec<ReserveYearView>,
        /// Those that are kept for accounting alone, year by year.
        pub unusable: Vec<ReserveYearView>,
        /// Why totals are not known, where they are not.
        pub why: Vec<String>,
        /// The movements of reserves that cannot be entered.
        pub left_out: Vec<LeftOutLine>,
        /// How many of these name no reserve.
        pub unplaced: u64,
        /// What the rules of money find about reserves and their movements, as at that day.
        pub findings: Vec<FindingView>,
    }
}

view! {
    /// A reserve, year by year.
    ///
    /// See [`reserve_statement`] for an example.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct ReserveEntry {
        /// The reserve.
        pub reserve: SubjectView,
        /// Names that it had before, oldest first.
        pub former_names: Vec<String>,
        /// What kind of reserve it is, as documents write it; null where that is not said.
        pub kind: Option<&'static str> as words_of::<crate::model::ReserveKind>(),
        /// Whose account it is in, as documents write it.
        pub fund: Option<&'static str> as words_of::<crate::model::Fund>(),
        /// The name of the grant or of those for whom it is held.
        pub fund_name: Option<String>,
        /// What it is for.
        pub purpose: Option<String>,
        /// What it is not to fall below, as printed.
        pub floor: Option<String>,
        /// When it was set up, as printed.
        pub opened: Option<String>,
        /// When it was closed, as printed.
        pub closed: Option<String>,
        /// The first year of the statement by whose end it was closed.
        pub closed_by: Option<String> as year_text(),
        /// The reserves into which it was merged or split.
        pub became: Vec<SubjectView>,
        /// Year by year.
        pub years: Vec<ReserveYearView>,
        /// What is planned for it by the end of the statement and not authorised by then, in
        /// sentences.
        pub planned: Vec<String>,
        /// What papers say that it holds.
        pub stated: Vec<StatedReserveView>,
        /// Where a year opens with another amount than the one before it closed with, in sentences.
        pub breaks: Vec<String>,
        /// Why it is not known what it holds, or would hold if all that is planned happens, where it
        /// is not.
        pub why: Vec<String>,
        /// Where in the papers it stands.
        pub cites: Vec<String>,
    }
}

view! {
    /// The reserves of one kind together.
    ///
    /// See [`reserve_statement`] for an example.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct KindSubtotal {
        /// The kind, as documents write it; null for those of which it is not said.
        pub kind: Option<&'static str> as words_of::<crate::model::ReserveKind>(),
        /// How many there are.
        pub reserves: u64,
        /// Year by year.
        pub years: Vec<ReserveYearView>,
    }
}

view! {
    /// A reserve, or several, in one financial year. What is null is not known; money that moved is
    /// what could be entered.
    ///
    /// See [`reserve_statement`] for an example.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct ReserveYearView {
        /// The year.
        pub year: String as year_text(),
        /// What is held at its start.
        pub opening: Option<PoundsView>,
        /// Money put in.
        pub contributions: SplitView,
        /// Money taken out.
        pub drawdowns: SplitView,
        /// Money moved in from other reserves.
        pub transfers_in: SplitView,
        /// Money moved out to other reserves.
        pub transfers_out: SplitView,
        /// Money that other reserves no longer need, given to this one.
        pub releases_in: SplitView,
        /// Money no longer needed, given to balances.
        pub releases_out: SplitView,
        /// What is held at its end, by what decisions authorise that are made by then.
        pub closing: Option<PoundsView>,
        /// What was planned for earlier years and is not authorised by its end: what comes in less
        /// what goes out.
        pub planned_earlier: Option<PoundsView>,
        /// What is held at its end if all that is planned by then happens as well.
        pub closing_if_planned: Option<PoundsView>,
        /// What is bound or asked for at its end, and not yet taken up.
        pub committed: Option<PoundsView>,
        /// What is held at its end, less what is committed.
        pub free: Option<PoundsView>,
    }
}

view! {
    /// Money that moved in a year: what a decision authorises by its end, and what is planned.
    ///
    /// See [`reserve_statement`] for an example.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct SplitView {
        /// What a decision authorises.
        pub authorised: Option<PoundsView>,
        /// What rests on no decision, or on one that does not authorise it yet.
        pub planned: Option<PoundsView>,
    }
}

view! {
    /// A movement of reserves that cannot be entered.
    ///
    /// See [`reserve_statement`] for an example.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct LeftOutLine {
        /// The movement.
        pub movement: SubjectView,
        /// The reserves that it names.
        pub reserves: Vec<SubjectView>,
        /// Its amount, as printed.
        pub amount: Option<String>,
        /// Its date, as printed.
        pub date: Option<String>,
        /// Why it cannot be entered.
        pub why: String,
        /// Where in the papers it stands.
        pub cites: Vec<String>,
    }
}

/// A statement of reserves from one financial year to another, both included: what each holds at
/// the start and at the end, what moves, what of it is authorised and what only planned, what is
/// committed, and what papers state beside it.
///
/// Balances look ahead: at the end of each year they count what is authorised by then by any decision
/// that is held. The rules look at it as at a day, and know of no decision that is made later.
///
/// What is not known stands as not known, with the reason, and so does every total of which it is a
/// part. Where the first year is after the last there is no year, and the headline says so.
///
/// ```
/// use programme::{document::Document, report, values::WorkingCalendar};
///
/// # #[cfg(feature = "json")] {
/// let text = r#"{"format": "programme/1", "programme": {"name": "Example"},
///   "decisions": [{"reference": "DEC1", "title": "Budget", "act": "resolve",
///     "date": "24 February 2021"}],
///   "reserves": [
///     {"reference": "RSV1", "name": "Modernisation", "kind": "earmarked"},
///     {"reference": "RSV2", "name": "Insurance", "kind": "earmarked",
///      "balances": [{"amount": "c£340k", "on": "31 March 2021"}]}],
///   "movements": [
///     {"title": "Opening", "kind": "opening", "reserve": "RSV1", "date": "2021-04-01",
///      "amount": "£500k"},
///     {"title": "Consultants", "kind": "drawdown", "reserve": "RSV1", "date": "2022-06-30",
///      "amount": "£80k", "decision": "DEC1"}]}"#;
/// let programme = Document::from_json(text)?.check().strict()?;
/// let (from, to, on) = ("2021/22".parse()?, "2022/23".parse()?, "2021-04-01".parse()?);
/// let calendar = WorkingCalendar::england_and_wales();
/// let statement = report::reserve_statement(&programme, from, to, on, &calendar);
/// let closing = |years: &[report::ReserveYearView], at: usize| {
///     years[at].closing.as_ref().map(ToString::to_string)
/// };
/// assert_eq!(closing(&statement.reserves[0].years, 1).as_deref(), Some("£420,000"));
/// let both = closing(&statement.kinds[0].years, 1);
/// assert_eq!(both.as_deref(), Some("£755,000 to £765,000"), "one of them is only 'c£340k'");
/// # }
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn reserve_statement(
    programme: &Programme,
    from: FinancialYear,
    to: FinancialYear,
    on: NaiveDate,
    calendar: &WorkingCalendar,
) -> StatementOfReserves {
    let ledger = Ledger::with(programme, calendar);
    let sums = ledger.reserve_statement(from, to);
    let left_out = left_out(programme, &ledger, &sums.unplaced);
    let mut rows: Vec<&Reserve> = programme.reserves().into_iter().collect();
    // By kind; what has none comes after, and what is unusable last.
    let place =
        |row: &&Reserve| (row.kind == Some(ReserveKind::Unusable), row.kind.is_none(), row.kind);
    rows.sort_by_key(place);
    let kinds = rows.chunk_by(|a, b| a.kind == b.kind);
    let settings = Settings { calendar: calendar.clone(), ..Settings::as_at(on) };
    let run = rules::lint(programme, &settings);
    let found = run.findings.iter().filter(|finding| {
        let code = finding.code();
        let about = || finding.subjects.iter().any(|row| moves_reserves(programme, *row));
        code.area() == "RES" || (AREAS.contains(&code.area()) && about())
    });
    let about = programme.about();
    let mut statement = StatementOfReserves {
        format: FORMAT,
        programme: about.name.clone(),
        council: about.council.and_then(|id| programme.name(id)).map(str::to_owned),
        from: from.to_string(),
        to: to.to_string(),
        on: on.to_string(),
        headline: Vec::new(),
        reserves: rows
            .iter()
            .map(|row| ReserveEntry::of((programme, &ledger, &sums), row, &left_out))
            .collect(),
        kinds: kinds.map(|rows| KindSubtotal::of(rows, &sums)).collect(),
        usable: years(sums.totals.iter().map(|total| (total.year, total.usable))),
        unusable: years(sums.totals.iter().map(|total| (total.year, total.unusable))),
        why: Vec::new(),
        unplaced: sums.unplaced.len() as u64,
        left_out,
        findings: found.map(|finding| FindingView::of(programme, finding)).collect(),
    };
    statement.why = statement.doubts();
    let mut short = minimum(programme, &ledger, on);
    short.extend(shortfalls(programme, &sums));
    statement.headline = statement.sentences(&short);
    statement
}

/// Whether a row is a reserve, or a movement that names one.
fn moves_reserves(programme: &Programme, row: Subject) -> bool {
    match row {
        Subject::Reserve(_) => true,
        Subject::Movement(id) => programme.get(id).is_some_and(|row| !named(row).is_empty()),
        _ => false,
    }
}

/// The reserves that a movement names.
fn named(row: &Movement) -> Vec<Id<Reserve>> {
    row.reserve.into_iter().chain(row.to_reserve).collect()
}

fn left_out(
    programme: &Programme,
    ledger: &Ledger<'_>,
    unplaced: &[Id<Movement>],
) -> Vec<LeftOutLine> {
    let lines = ledger.unentered().iter().filter_map(|left| {
        let row = programme.get(left.movement)?;
        let reserves = named(row);
        let ours = !reserves.is_empty() || unplaced.contains(&left.movement);
        ours.then(|| LeftOutLine {
            movement: SubjectView::of(programme, left.movement.into()),
            reserves: reserves
                .into_iter()
                .map(|id| SubjectView::of(programme, id.into()))
                .collect(),
            amount: row.amount.as_ref().map(ToString::to_string),
            date: row.date.as_ref().map(ToString::to_string),
            why: match left.fault {
                Fault::NoDate => format!("{}; add its date", Fault::NoDate),
                fault => fault.to_string(),
            },
            cites: cites(programme, &[left.movement.into()]),
        })
    });
    lines.collect()
}

fn years(balances: impl Iterator<Item = (FinancialYear, ReserveBalance)>) -> Vec<ReserveYearView> {
    balances.map(|(year, balance)| ReserveYearView::of(year, &balance)).collect()
}

impl ReserveYearView {
    fn of(year: FinancialYear, balance: &ReserveBalance) -> Self {
        let split = |split: Split| SplitView {
            authorised: PoundsView::of(split.authorised),
            planned: PoundsView::of(split.planned),
        };
        Self {
            year: year.to_string(),
            opening: PoundsView::of(balance.opening),
            contributions: split(balance.contributions),
            drawdowns: split(balance.drawdowns),
            transfers_in: split(balance.transfers_in),
            transfers_out: split(balance.transfers_out),
            releases_in: split(balance.releases_in),
            releases_out: split(balance.releases_out),
            closing: PoundsView::of(balance.closing()),
            planned_earlier: PoundsView::of(balance.planned_earlier()),
            closing_if_planned: PoundsView::of(balance.closing_if_planned()),
            committed: PoundsView::of(balance.committed),
            free: PoundsView::of(balance.free()),
        }
    }

    /// Whether it is known what is held at its start and at its end.
    pub(super) fn is_known(&self) -> bool {
        self.opening.is_some() && self.closing.is_some()
    }

    /// Whether it is known as well what would be held if all that is planned happens.
    pub(super) fn is_known_if_planned(&self) -> bool {
        self.is_known() && self.closing_if_planned.is_some()
    }
}

impl ReserveEntry {
    fn of(
        (programme, ledger, sums): (&Programme, &Ledger<'_>, &ReserveStatement),
        row: &Reserve,
        left_out: &[LeftOutLine],
    ) -> Self {
        let id = row.key.id;
        let own: Vec<_> = sums.rows.iter().filter(|year| year.reserve == id).collect();
        let mut entry = Self {
            reserve: SubjectView::of(programme, id.into()),
            former_names: row.former_names.clone(),
            kind: row.kind.map(Vocabulary::word),
            fund: row.fund.map(Vocabulary::word),
            fund_name: row.fund_name.clone(),
            purpose: row.purpose.clone(),
            floor: row.floor.as_ref().map(ToString::to_string),
            opened: row.opened.as_ref().map(ToString::to_string),
            closed: row.closed.as_ref().map(ToString::to_string),
            closed_by: own.iter().find(|year| year.ended).map(|year| year.year.to_string()),
            became: row.became.iter().map(|id| SubjectView::of(programme, (*id).into())).collect(),
            years: years(own.iter().map(|year| (year.year, year.balance))),
            planned: planned(programme, ledger, id, own.last().map(|year| year.year)),
            stated: StatedReserveView::all(programme, ledger, row),
            breaks: breaks(&own),
            why: Vec::new(),
            cites: cites(programme, &[id.into()]),
        };
        if !entry.years.iter().all(ReserveYearView::is_known) {
            entry.why = entry.doubts(programme, id, left_out);
        } else if !entry.years.iter().all(ReserveYearView::is_known_if_planned) {
            let told = |line: &LeftOutLine| {
                format!("what it would hold if all that is planned happens, as {}", line.said())
            };
            entry.why = entry.left_out(left_out).map(told).collect();
        }
        entry
    }

    /// What names it and cannot be entered.
    fn left_out<'l>(&self, left: &'l [LeftOutLine]) -> impl Iterator<Item = &'l LeftOutLine> {
        left.iter().filter(|line| line.reserves.contains(&self.reserve))
    }

    /// Why it is not known what it holds.
    fn doubts(&self, programme: &Programme, id: Id<Reserve>, left: &[LeftOutLine]) -> Vec<String> {
        let out = self.left_out(left).map(LeftOutLine::said);
        let opens = programme
            .movements()
            .into_iter()
            .filter(|row| row.kind == Some(MovementKind::Opening) && row.reserve == Some(id));
        let opens = opens.filter_map(|row| row.date.as_ref()).next();
        let balances: Vec<_> = self.stated.iter().filter(|stated| !stated.minimum).collect();
        let base = balances.iter().find(|stated| stated.verdict == "base");
        let start = match (base, opens) {
            (Some(base), _) => Some(format!(
                "the first that is said of it is what it holds{}, and what it held before is not",
                base.when()
            )),
            (None, Some(date)) => self.opens_after_the_first_year(date).then(|| {
                format!("its opening balance is dated {date}, and what it held before is not said")
            }),
            (None, None) if balances.is_empty() => {
                Some("neither an opening balance nor a stated one is held".to_owned())
            }
            (None, None) => Some(
                "no opening balance is held, and no stated one is of a day that is known"
                    .to_owned(),
            ),
        };
        // Where it is known what the first year began with, what was left out is the reason.
        let unopened = self.years.first().is_some_and(|year| year.opening.is_none());
        let out: Vec<_> = out.collect();
        start.filter(|_| unopened || out.is_empty()).into_iter().chain(out).collect()
    }

    fn opens_after_the_first_year(&self, date: &When) -> bool {
        let first = self.years.first().and_then(|year| year.year.parse::<FinancialYear>().ok());
        let end = first.map(FinancialYear::last_day);
        end.zip(date.value()).is_none_or(|(end, date)| end < date.latest())
    }
}

impl LeftOutLine {
    /// What cannot be entered, and why.
    pub(super) fn said(&self) -> String {
        let movement = &self.movement;
        format!("'{}' ({}) cannot be entered: {}", movement.name, movement.shown(), self.why)
    }
}

impl KindSubtotal {
    fn of(rows: &[&Reserve], sums: &ReserveStatement) -> Self {
        let ours = |id: Id<Reserve>| rows.iter().any(|row| row.key.id == id);
        let totals = sums.totals.iter().map(|total| (total.year, sums.together(total.year, ours)));
        Self {
            kind: rows.first().and_then(|row| row.kind).map(Vocabulary::word),
            reserves: rows.len() as u64,
            years: years(totals),
        }
    }
}
