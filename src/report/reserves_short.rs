//! What of reserves a reader must not miss: those that fall short, how the general balance stands to
//! its minimum, what is only planned, and years that do not open as the one before closed.

use chrono::NaiveDate;

use super::request::PoundsView;
use crate::{
    document::Vocabulary,
    finance::{Ledger, ReserveStatement, ReserveYear, Total},
    governance::Council,
    model::{Parameter, Programme, Reserve, ReserveKind},
    values::{Certainty, FinancialYear, Id, Meeting, Money, written},
};

/// How far short a reserve falls: below its floor or below nothing, and how surely.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Depth {
    overdrawn: bool,
    surely: bool,
}

/// The reserves that are, or may be, below nothing or below their floor at the end of a year, each
/// with the first such year; and those that would be, if all that is planned happens.
///
/// An unusable reserve is an entry in the accounts, and may well be below nothing.
pub(super) fn shortfalls(programme: &Programme, sums: &ReserveStatement) -> Vec<String> {
    let mut said = Vec::new();
    let usable = |row: &&Reserve| row.kind != Some(ReserveKind::Unusable);
    for row in programme.reserves().into_iter().filter(usable) {
        let floor = row.floor.as_ref().and_then(|floor| floor.value()).copied();
        let floor = floor.filter(|floor| *floor > Money::NIL);
        let years: Vec<_> = sums.rows.iter().filter(|year| year.reserve == row.key.id).collect();
        let worst = |held: fn(&ReserveYear) -> Total| {
            let depths = years
                .iter()
                .filter_map(|year| Some((depth(held(year), floor)?, year.year, held(year))));
            // Of years that are as bad, the first.
            depths.rev().max_by_key(|(depth, ..)| *depth)
        };
        let now = worst(|year| year.balance.closing());
        let then = worst(|year| year.balance.closing_if_planned());
        let worse = then.filter(|then| now.is_none_or(|now| now.0 < then.0));
        let tell = |(depth, year, held), planned| told(row, floor, (depth, year, held), planned);
        said.extend(now.map(|now| tell(now, false)));
        said.extend(worse.map(|then| tell(then, true)));
    }
    said
}

/// Whether the general balance is above or below the council's own minimum at the end of a day, or
/// why that cannot be told; nothing where the council has no minimum.
pub(super) fn minimum(programme: &Programme, ledger: &Ledger<'_>, on: NaiveDate) -> Vec<String> {
    let council = Council::of(programme, on);
    let Some(given) = council.amount(Parameter::MinimumBalance, None) else { return Vec::new() };
    let (words, source) = (given.value, council.source(given.basis));
    let least = Total::minimum(given.value);
    let bar = format!("the council's minimum of {words} ({source}) on {}", written(on));
    let general = |row: &&Reserve| row.kind == Some(ReserveKind::GeneralBalance);
    let said = programme.reserves().into_iter().filter(general).map(|row| {
        let held = ledger.reserve(row.key.id, on).closing();
        let name = format!("'{}' ({})", row.name, row.key.shown());
        let pounds = PoundsView::of(held);
        let why = match (&pounds, held.less(least).below(Money::NIL)) {
            _ if least.unknown_parts() > 0 => "the minimum is no amount in pounds".to_owned(),
            _ if !given.certainty.is_certain() => {
                "it is not sure that this minimum holds then".to_owned()
            }
            (None, _) => "what it holds is not known".to_owned(),
            (Some(pounds), Certainty::Certainly) => {
                return format!("{name} is below {bar}: {pounds}.");
            }
            (Some(pounds), Certainty::No) => {
                let above = least.less(held).below(Money::NIL).is_certain();
                let how = if above { "above" } else { "not below" };
                return format!("{name} is {how} {bar}: {pounds}.");
            }
            (Some(pounds), Certainty::Possibly) => format!("it holds {pounds}"),
        };
        format!("Whether {name} is below {bar} cannot be told: {why}.")
    });
    let said: Vec<_> = said.collect();
    if said.is_empty() {
        let why = "no reserve is said to be the general balance";
        return vec![format!("Whether {bar} is held cannot be told: {why}.")];
    }
    said
}

fn depth(held: Total, floor: Option<Money>) -> Option<Depth> {
    if held.unknown_parts() > 0 {
        return None;
    }
    let below = |overdrawn: bool, bar| match held.below(bar) {
        Certainty::No => None,
        sure => Some(Depth { overdrawn, surely: sure.is_certain() }),
    };
    below(true, Money::NIL).or_else(|| below(false, floor?))
}

fn told(
    row: &Reserve,
    floor: Option<Money>,
    (depth, year, held): (Depth, FinancialYear, Total),
    planned: bool,
) -> String {
    let verb = match (planned, depth.surely) {
        (false, true) => "is",
        (true, true) => "would be",
        (_, false) => "may be",
    };
    let bar = match floor.filter(|_| !depth.overdrawn) {
        Some(floor) => format!("its floor of {}", floor.shown()),
        None => "nothing".to_owned(),
    };
    let held = PoundsView::of(held).map(|held| format!(": {held}")).unwrap_or_default();
    let how = if planned { " if all that is planned happens" } else { "" };
    let (name, shown) = (&row.name, row.key.shown());
    let day = written(year.last_day());
    format!("'{name}' ({shown}) {verb} below {bar} on {day}{how}{held}.")
}

/// What is planned for a reserve by the end of a year and not authorised by then, a sentence a
/// movement.
pub(super) fn planned(
    programme: &Programme,
    ledger: &Ledger<'_>,
    id: Id<Reserve>,
    last: Option<FinancialYear>,
) -> Vec<String> {
    let Some(last) = last.map(FinancialYear::last_day) else { return Vec::new() };
    let rows = ledger.unauthorised(id, last).into_iter();
    let said = rows.map(|row| {
        let kind = row.kind.map_or("", Vocabulary::word).replace('_', " ");
        let amount = row.amount.as_ref().map(ToString::to_string).unwrap_or_default();
        let date = row.date.as_ref().map(ToString::to_string).unwrap_or_default();
        let why = row.decision.and_then(|id| programme.name(id)).map_or_else(
            || "it names no decision".to_owned(),
            |decision| format!("'{decision}' does not authorise it"),
        );
        let (title, shown) = (&row.title, row.key.shown());
        format!("'{title}' ({shown}), {kind} of {amount}, {date}; {why}")
    });
    said.collect()
}

/// The years that open with another amount than the one before them closed with.
pub(super) fn breaks(years: &[&ReserveYear]) -> Vec<String> {
    let broken = years.windows(2).filter_map(|two| {
        let [before, after] = two else { return None };
        let (closing, opening) = (before.balance.closing(), after.balance.opening);
        let apart = closing.interval()?.meets(opening.interval()?) == Meeting::Apart;
        let (closing, opening) = (PoundsView::of(closing)?, PoundsView::of(opening)?);
        apart.then(|| {
            format!(
                "{} opens with {opening} by its opening balance, and {} closed with {closing}",
                after.year, before.year
            )
        })
    });
    broken.collect()
}
