//! What a reader in a hurry should know of reserves.

use super::{
    StatementOfReserves,
    headline::{long, plural},
    reserves::{ReserveEntry, ReserveYearView},
};
use crate::values::FinancialYear;

impl StatementOfReserves {
    /// Why totals are not known, where they are not.
    pub(super) fn doubts(&self) -> Vec<String> {
        let known = |years: &[ReserveYearView]| years.iter().all(ReserveYearView::is_known);
        let planned =
            |years: &[ReserveYearView]| years.iter().all(ReserveYearView::is_known_if_planned);
        let reserves = self.reserves.iter().filter(|entry| !planned(&entry.years));
        let reserves = reserves.map(|entry| {
            let verb = match known(&entry.years) {
                true => "would hold if all that is planned happens",
                false => "holds",
            };
            let (name, shown) = (&entry.reserve.name, entry.reserve.shown());
            format!("what '{name}' ({shown}) {verb} is not known")
        });
        let unplaced = self.left_out.iter().filter(|line| line.reserves.is_empty()).map(|line| {
            format!("'{}' ({}) names no reserve", line.movement.name, line.movement.shown())
        });
        reserves.chain(unplaced).collect()
    }

    /// What a reader in a hurry should know.
    pub(super) fn sentences(&self, shortfalls: &[String]) -> Vec<String> {
        let (Some(first), Some(last)) = (self.usable.first(), self.usable.last()) else {
            return vec![format!(
                "{} is after {}: there is no year between them.",
                self.from, self.to
            )];
        };
        if self.reserves.is_empty() {
            return vec!["No reserve is held.".to_owned()];
        }
        let (start, end) = (self.first_day(), self.last_day());
        let mut said = vec![match (&first.opening, &last.closing) {
            (Some(opening), Some(closing)) => format!(
                "Usable reserves: {opening} on {start}, and {closing} on {end} by what is authorised."
            ),
            (Some(opening), None) => format!(
                "Usable reserves: {opening} on {start}; what they come to on {end} is not known."
            ),
            (None, Some(closing)) => format!(
                "Usable reserves: {closing} on {end} by what is authorised; what they came to on \
                 {start} is not known."
            ),
            (None, None) => "What usable reserves come to is not known.".to_owned(),
        }];
        match (&last.closing, &last.closing_if_planned) {
            (closing, Some(planned)) if closing.as_ref() != Some(planned) => {
                said.push(format!("If all that is planned happens as well: {planned} on {end}."));
            }
            (Some(_), None) => said.push(format!(
                "What they come to on {end} if all that is planned happens is not known."
            )),
            _ => {}
        }
        if let (Some(committed), Some(free)) = (&last.committed, &last.free)
            && committed.low != "£0"
        {
            said.push(format!(
                "Of what is held on {end}, {committed} is committed, so that {free} is free."
            ));
        }
        said.extend(shortfalls.iter().cloned());
        said.extend(self.warnings());
        said
    }

    fn warnings(&self) -> Vec<String> {
        let mut said = Vec::new();
        let known = |entry: &&ReserveEntry| entry.years.iter().all(ReserveYearView::is_known);
        let unknown = (self.reserves.len() - self.reserves.iter().filter(known).count()) as u64;
        match unknown {
            0 => {}
            1 => said.push("What 1 reserve holds is not known; the reason stands with it.".into()),
            n => said.push(format!("What {n} reserves hold is not known; each says why.")),
        }
        let out = self.left_out.len() as u64;
        if out > 0 {
            let movements = plural(out, "movement");
            let names = match (self.unplaced, out) {
                (0, _) => None,
                (1, 1) => Some("it names none".to_owned()),
                (n, all) if n == all => Some("they name none".to_owned()),
                (1, _) => Some("1 of them names none".to_owned()),
                (n, _) => Some(format!("{n} of them name none")),
            };
            let planned_alone = self.usable.last().is_some_and(|year| year.closing.is_some());
            let total = if planned_alone { "no total with what is planned" } else { "no total" };
            let unplaced = names.map(|names| format!("; {names}, so that {total} is known"));
            let unplaced = unplaced.unwrap_or_default();
            said.push(format!("{out} {movements} of reserves cannot be entered{unplaced}."));
        }
        let kindless = self.reserves.iter().filter(|entry| entry.kind.is_none()).count() as u64;
        if kindless > 0 {
            let reserves = plural(kindless, "reserve");
            let (has, is) = if kindless == 1 { ("has", "is") } else { ("have", "are") };
            said.push(format!("{kindless} {reserves} {has} no kind, and {is} counted as usable."));
        }
        let stated = self.reserves.iter().flat_map(|entry| &entry.stated);
        let (mut all, mut differ) = (0_u64, 0_u64);
        for balance in stated {
            all += 1;
            differ += u64::from(balance.verdict == "differs");
        }
        if differ > 0 {
            let balances = plural(all, "balance");
            let verb = if differ == 1 { "differs" } else { "differ" };
            said.push(format!(
                "{differ} of {all} stated {balances} {verb} from what the movements give."
            ));
        }
        said
    }

    /// The first day of the first year, in words.
    pub(super) fn first_day(&self) -> String {
        self.from.parse().map_or_else(
            |_| self.from.clone(),
            |year: FinancialYear| long(&year.first_day().to_string()),
        )
    }

    /// The last day of the last year, in words.
    pub(super) fn last_day(&self) -> String {
        closing_day(&self.to)
    }
}

/// The last day of a year, in words.
pub(super) fn closing_day(year: &str) -> String {
    year.parse()
        .map_or_else(|_| year.to_owned(), |year: FinancialYear| long(&year.last_day().to_string()))
}
