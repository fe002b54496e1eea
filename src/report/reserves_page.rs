//! The page of a statement of reserves: balances at year ends, then what moved, then what is doubtful.

use super::{
    StatementOfReserves,
    headline::long,
    page::{Block, Page},
    request::PoundsView,
    request_page::{finding, or_not_known, or_not_said, plain},
    reserves::{KindSubtotal, ReserveEntry, ReserveYearView, SplitView},
    reserves_headline::closing_day,
    reserves_stated::StatedReserveView,
};
use crate::values::capital;

/// How many years stand side by side in one table.
const ABREAST: usize = 4;

/// What nothing moved.
const NONE: &str = "–";

impl Page for StatementOfReserves {
    fn blocks(&self) -> Vec<Block> {
        let mut below = Vec::new();
        below.extend(self.council.clone());
        below.push(match self.from == self.to {
            true => format!("Statement of reserves for {}", self.from),
            false => format!("Statement of reserves, {} to {}", self.from, self.to),
        });
        below.push(format!(
            "Balances count what all decisions that are held authorise, to {}; what is only planned \
             stands beside them",
            self.last_day()
        ));
        below.push(format!("The rules are asked as at {}", long(&self.on)));
        let mut blocks =
            vec![Block::Title(self.programme.clone(), below), Block::Points(self.headline.clone())];
        if !self.usable.is_empty() && !self.reserves.is_empty() {
            self.balances(&mut blocks);
            self.movements(&mut blocks);
        }
        if !self.left_out.is_empty() {
            let count = self.left_out.len();
            blocks.push(Block::Heading(format!("Movements that cannot be entered ({count})")));
            let points = self.left_out.iter().map(|line| format!("{}.", capital(&line.said())));
            blocks.push(Block::Points(points.collect()));
        }
        let (count, on) = (self.findings.len(), long(&self.on));
        blocks.push(Block::Heading(format!("What the rules find as at {on} ({count})")));
        blocks.push(Block::Points(match self.findings.as_slice() {
            [] => vec!["The rules of money find nothing about reserves.".into()],
            all => all.iter().map(finding).collect(),
        }));
        blocks
    }
}

impl StatementOfReserves {
    /// What each reserve holds at year ends, with a sub-total for each kind.
    fn balances(&self, blocks: &mut Vec<Block>) {
        blocks.push(Block::Heading("Balances".into()));
        for (at, years) in self.usable.chunks(ABREAST).enumerate() {
            let span = |all: &[ReserveYearView]| {
                let own: Vec<_> =
                    all.iter().skip(at * ABREAST).take(years.len()).cloned().collect();
                own
            };
            let mut rows = Vec::new();
            for kind in self.kinds.iter().filter(|kind| kind.kind != Some("unusable")) {
                rows.extend(self.of_kind(kind).map(|entry| entry.balances(&span(&entry.years))));
                if kind.reserves > 1 {
                    rows.push(line(called(kind), &span(&kind.years)));
                }
            }
            let usable = span(&self.usable);
            rows.push(line("All usable reserves".into(), &usable));
            if let Some(planned) = if_planned(&usable) {
                let planned = std::iter::once(NONE.to_owned()).chain(planned);
                let name = [String::new(), "The same, if all planned".to_owned()];
                rows.push(name.into_iter().chain(planned).collect());
            }
            for kind in self.kinds.iter().filter(|kind| kind.kind == Some("unusable")) {
                rows.extend(self.of_kind(kind).map(|entry| entry.balances(&span(&entry.years))));
                rows.push(line("All unusable reserves, apart".into(), &span(&self.unusable)));
            }
            let mut head = vec![(String::new(), false), ("Reserve".to_owned(), false)];
            let opening = years.first().map(|year| match at {
                0 => self.first_day(),
                _ => format!("{} (start)", year.year),
            });
            head.extend(opening.map(|day| (day, true)));
            head.extend(years.iter().map(|year| (closing_day(&year.year), true)));
            blocks.push(Block::Table(head, rows));
        }
        let hedged = self.reserves.iter().flat_map(|entry| {
            let bases = entry.stated.iter().filter(|stated| stated.verdict == "base");
            bases.filter_map(|stated| {
                let (amount, read) = (stated.amount.as_ref()?, stated.read_as.as_ref()?);
                Some(format!("'{}' starts from {amount}, read as {read}.", entry.reserve.name))
            })
        });
        let mut points: Vec<_> = hedged.collect();
        if !self.why.is_empty() {
            points.push(format!("Not every total is known: {}.", self.why.join("; ")));
        }
        blocks.push(Block::Points(points));
    }

    fn of_kind<'a>(&'a self, kind: &'a KindSubtotal) -> impl Iterator<Item = &'a ReserveEntry> {
        self.reserves.iter().filter(|entry| entry.kind == kind.kind)
    }

    /// What moved: all together, kind by kind where there are several, reserve by reserve.
    fn movements(&self, blocks: &mut Vec<Block>) {
        if self.reserves.iter().filter(|entry| entry.kind != Some("unusable")).count() > 1 {
            section(blocks, "All usable reserves".into(), &self.usable, Vec::new());
        }
        for kind in &self.kinds {
            if kind.reserves > 1 && kind.kind != Some("unusable") {
                section(blocks, called(kind), &kind.years, Vec::new());
            }
            for entry in self.of_kind(kind) {
                let heading = format!("{} {}", entry.reserve.shown(), entry.reserve.name);
                section(blocks, heading, &entry.years, entry.points());
            }
        }
    }
}

/// What the reserves of a kind are called together.
fn called(kind: &KindSubtotal) -> String {
    match kind.kind {
        None => "All of which the kind is not said".into(),
        Some("general_balance") => "All general balances".into(),
        Some("hra_balance") => "All HRA balances".into(),
        Some(word) if word.starts_with("capital") => format!("All {}", plain(word)),
        Some(word) => format!("All {} reserves", plain(word)),
    }
}

fn line(name: String, years: &[ReserveYearView]) -> Vec<String> {
    let opening = years.iter().take(1).map(|year| or_not_known(year.opening.as_ref()));
    let closing = years.iter().map(|year| or_not_known(year.closing.as_ref()));
    [String::new(), name].into_iter().chain(opening).chain(closing).collect()
}

impl ReserveEntry {
    fn balances(&self, years: &[ReserveYearView]) -> Vec<String> {
        let mut cells = line(self.reserve.name.clone(), years);
        cells.iter_mut().take(1).for_each(|cell| self.reserve.shown().clone_into(cell));
        // The columns of years come after the reference, the name and the opening balance.
        for (cell, year) in cells.iter_mut().skip(3).zip(years) {
            let ended = self.closed_by.as_ref().is_some_and(|closed| *closed <= year.year);
            if ended && year.closing.as_ref().is_some_and(is_nothing) {
                "closed".clone_into(cell);
            }
        }
        cells
    }

    /// What it is, what papers state of it, and why it is not known what it holds.
    fn points(&self) -> Vec<String> {
        let kind = self.kind.map_or_else(|| "of a kind that is not said".into(), plain);
        let fund = self.fund_name.clone().or_else(|| self.fund.map(plain));
        let fund = fund.unwrap_or_else(|| "fund not said".into());
        let mut is = vec![format!("{}; {fund}", capital(&kind))];
        if !self.former_names.is_empty() {
            is.push(format!("formerly '{}'", self.former_names.join("', '")));
        }
        is.extend(self.opened.as_ref().map(|day| format!("set up {day}")));
        let became: Vec<_> = self.became.iter().map(|row| format!("'{}'", row.name)).collect();
        is.extend(match (&self.closed, became.as_slice()) {
            (Some(day), []) => Some(format!("closed {day}")),
            (Some(day), into) => Some(format!("closed {day}, into {}", into.join(", "))),
            (None, []) => None,
            (None, into) => Some(format!("it became {}", into.join(", "))),
        });
        let mut points = vec![format!("{}.", is.join("; "))];
        points.push(format!("For: {}.", or_not_said(self.purpose.as_deref())));
        points.extend(self.floor.as_ref().map(|floor| format!("Not to fall below {floor}.")));
        points.extend(self.planned.iter().map(|row| format!("Planned: {row}.")));
        let known = self.years.iter().any(|year| year.closing.is_some());
        points.extend(self.stated.iter().map(|stated| stated.said(known)));
        points.extend(self.breaks.iter().map(|told| format!("{told}.")));
        points.extend(self.why.iter().map(|why| format!("Not known: {why}.")));
        points
    }
}

impl StatedReserveView {
    /// For when it is stated: a day, or after a movement.
    pub(super) fn when(&self) -> String {
        let on = self.on.as_ref().map(|on| format!(" on {on}")).unwrap_or_default();
        let after = self.after.as_ref().map(|row| format!(" after '{}'", row.name));
        format!("{on}{}", after.unwrap_or_default())
    }

    /// What is stated, and what follows; `known` says whether any year shown is.
    fn said(&self, known: bool) -> String {
        let amount = or_not_said(self.amount.as_deref());
        let least = if self.minimum { "at least " } else { "" };
        let place = self.place.as_ref().map(|place| format!(" [{place}]")).unwrap_or_default();
        let stated = format!("Stated: {least}{amount}{}", self.when());
        let reckoned = or_not_known(self.reckoned.as_ref());
        let follows = match self.verdict {
            "base" if known => "; what it holds is reckoned from this".to_owned(),
            "base" => "; no year shown can be reckoned from this".to_owned(),
            "agrees" => format!("; what follows is {reckoned}, and the two agree"),
            "differs" => format!(
                "; what follows is {reckoned}, and {}",
                self.difference.as_ref().map_or_else(|| "the two differ".into(), apart)
            ),
            _ => match &self.before {
                Some(before) => format!("; so {before} before it, which nothing else tells"),
                None => "; what follows for then is not known".to_owned(),
            },
        };
        format!("{stated}{follows}.{place}")
    }
}

/// By how much more or less is stated than follows.
fn apart(difference: &PoundsView) -> String {
    let less = |pounds: &str| pounds.strip_prefix('-').map(str::to_owned);
    match (less(&difference.low), less(&difference.high)) {
        (Some(low), Some(high)) => {
            let least = PoundsView { low: high, high: low };
            format!("{least} less is stated")
        }
        (Some(low), None) if difference.high == "£0" => format!("up to {low} less is stated"),
        (None, None) => format!("{difference} more is stated"),
        _ => "the two only touch".into(),
    }
}

/// What a reserve, or several, did in each year.
fn section(
    blocks: &mut Vec<Block>,
    heading: String,
    years: &[ReserveYearView],
    points: Vec<String>,
) {
    blocks.push(Block::Heading(heading));
    for abreast in years.chunks(ABREAST) {
        let head = std::iter::once((String::new(), false))
            .chain(abreast.iter().map(|year| (year.year.clone(), true)));
        blocks.push(Block::Table(head.collect(), flows(abreast)));
    }
    if !points.is_empty() {
        blocks.push(Block::Points(points));
    }
}

/// The lines of a table from opening to closing; a line of which nothing is in any year is left
/// out.
fn flows(years: &[ReserveYearView]) -> Vec<Vec<String>> {
    type Part = fn(&ReserveYearView) -> &SplitView;
    const PARTS: [(&str, &str, bool, Part); 6] = [
        ("Contributions", "Planned contributions", false, |year| &year.contributions),
        ("Drawdowns", "Planned drawdowns", true, |year| &year.drawdowns),
        ("Transfers in", "Planned transfers in", false, |year| &year.transfers_in),
        ("Transfers out", "Planned transfers out", true, |year| &year.transfers_out),
        ("Releases in", "Planned releases in", false, |year| &year.releases_in),
        ("Releases out", "Planned releases out", true, |year| &year.releases_out),
    ];
    let mut rows = Vec::new();
    let mut row = |name: &str, cells: Vec<String>| {
        rows.push(std::iter::once(name.to_owned()).chain(cells).collect());
    };
    let whole = |of: fn(&ReserveYearView) -> &Option<PoundsView>| {
        years.iter().map(|year| or_not_known(of(year).as_ref())).collect::<Vec<_>>()
    };
    let moved = |out: bool, of: &dyn Fn(&ReserveYearView) -> Option<PoundsView>| {
        let cells: Vec<_> = years.iter().map(|year| flow(of(year).as_ref(), out)).collect();
        cells.iter().any(|cell| cell != NONE).then_some(cells)
    };
    row("Opening balance", whole(|year| &year.opening));
    for (name, _, out, part) in PARTS {
        if let Some(cells) = moved(out, &|year| part(year).authorised.clone()) {
            row(name, cells);
        }
    }
    row("Closing balance", whole(|year| &year.closing));
    if let Some(cells) = moved(false, &|year| year.committed.clone()) {
        row("Of which committed", cells);
        row("Free of commitments", whole(|year| &year.free));
    }
    if let Some(cells) = moved(false, &|year| year.planned_earlier.clone()) {
        row("Planned in earlier years", cells);
    }
    for (_, name, out, part) in PARTS {
        if let Some(cells) = moved(out, &|year| part(year).planned.clone()) {
            row(name, cells);
        }
    }
    if let Some(cells) = if_planned(years) {
        row("Closing, if all planned", cells);
    }
    rows
}

/// What is held at year ends if all that is planned happens, where that is another amount.
fn if_planned(years: &[ReserveYearView]) -> Option<Vec<String>> {
    let differs = years.iter().any(|year| year.closing != year.closing_if_planned);
    let cells = years.iter().map(|year| or_not_known(year.closing_if_planned.as_ref()));
    differs.then(|| cells.collect())
}

/// Money that moved, below nothing where it goes out.
fn flow(pounds: Option<&PoundsView>, out: bool) -> String {
    let Some(pounds) = pounds else { return or_not_known(None) };
    if is_nothing(pounds) {
        return NONE.to_owned();
    }
    match pounds.low.strip_prefix('-') {
        _ if !out => pounds.to_string(),
        Some(low) => low.to_owned(),
        None => format!("-{}", pounds.low),
    }
}

fn is_nothing(pounds: &PoundsView) -> bool {
    pounds.low == "£0" && pounds.high == "£0"
}
