//! The page of a request for money.

use super::{
    FundingRequest,
    headline::long,
    page::{Block, Page},
    request::{AskedView, PhaseLine, PoundsView},
    request_figures::{CombinationView, ComparisonLine, QuotationLine, ShareLine, SumLine},
    request_money::{BalanceView, ReserveLine, SourceLine},
    view::{FindingView, SubjectView},
};
use crate::values::capital;

pub(super) const NOT_SAID: &str = "not said";

impl Page for FundingRequest {
    fn blocks(&self) -> Vec<Block> {
        let mut below = Vec::new();
        below.extend(self.council.clone());
        below.push(format!(
            "Request for money {}: {}",
            self.asked.need.shown(),
            self.asked.need.name
        ));
        below.push(format!(
            "As at {}; {}",
            long(&self.on),
            match self.reading {
                "as_printed" => "figures are taken as printed",
                _ => "plain figures may be rounded",
            }
        ));
        let mut blocks = vec![
            Block::Title(self.programme.clone(), below),
            Block::Points(self.headline.clone()),
            Block::Heading("What is asked".into()),
            asked(&self.asked),
            Block::Heading(format!("Sources ({})", self.sources.len())),
        ];
        if self.sources.is_empty() {
            blocks.push(Block::Points(vec!["No source is named.".into()]));
        } else {
            blocks.push(sources(&self.sources));
        }
        if !self.reserves.is_empty() {
            blocks.push(Block::Heading("Reserves before and after".into()));
            blocks.push(Block::Points(self.reserves.iter().flat_map(reserve).collect()));
        }
        if !self.phases.is_empty() {
            blocks.push(Block::Heading("Cost by phase".into()));
            blocks.push(Block::Points(self.phases.iter().map(phase).collect()));
        }
        if !self.figures.is_empty() {
            blocks.push(Block::Heading(format!("Figures of the paper ({})", self.figures.len())));
            blocks.push(figures(self));
        }
        let lists: [(&str, Vec<String>); 4] = [
            ("Figures quoted more than once", self.quotations.iter().flat_map(quoted).collect()),
            ("Sums", self.sums.iter().flat_map(sum).collect()),
            ("Shares", self.shares.iter().map(share).collect()),
            ("Comparisons", self.comparisons.iter().map(comparison).collect()),
        ];
        for (heading, points) in lists {
            if !points.is_empty() {
                blocks.push(Block::Heading(heading.into()));
                blocks.push(Block::Points(points));
            }
        }
        blocks.push(Block::Heading(format!("What the rules find ({})", self.findings.len())));
        blocks.push(Block::Points(match self.findings.as_slice() {
            [] => vec!["The rules of money find nothing about it.".into()],
            all => all.iter().map(finding).collect(),
        }));
        blocks
    }
}

/// A word of a document, as people write it.
pub(super) fn plain(word: &str) -> String {
    match word {
        "hra" => "HRA".into(),
        "hra_balance" => "HRA balance".into(),
        "general_fund" => "General Fund".into(),
        "collection_fund" => "Collection Fund".into(),
        word => word.replace('_', " "),
    }
}

pub(super) fn or_not_said(words: Option<&str>) -> String {
    words.unwrap_or(NOT_SAID).to_owned()
}

pub(super) fn or_not_known(pounds: Option<&PoundsView>) -> String {
    pounds.map_or_else(|| "not known".into(), ToString::to_string)
}

fn asked(asked: &AskedView) -> Block {
    let word = |word: Option<&'static str>| word.map_or_else(|| NOT_SAID.into(), plain);
    let of = asked.of.as_ref().map(|of| of.name.clone());
    let mut points = vec![
        format!("For what: {}.", of.unwrap_or_else(|| asked.need.name.clone())),
        format!("Amount: {}.", or_not_said(asked.amount.as_deref())),
        format!("Phases: {}.", or_not_said(asked.phases.as_deref())),
        format!("Year: {}.", or_not_said(asked.year.as_deref())),
        format!("Revenue or capital: {}.", word(asked.nature)),
        match &asked.until {
            Some(until) => format!("Recurrence: {}, until {until}.", word(asked.recurrence)),
            None => format!("Recurrence: {}.", word(asked.recurrence)),
        },
        format!("Contingency: {}.", or_not_said(asked.contingency.as_deref())),
        format!("Shared between funds by: {}.", or_not_said(asked.apportioned_by.as_deref())),
        format!("Prices: {}.", or_not_said(asked.prices.as_deref())),
        format!("State: {}.", word(asked.state)),
        format!("What its sources come to: {}.", or_not_known(asked.sources_come_to.as_ref())),
    ];
    if !asked.cites.is_empty() {
        points.push(format!("Where it stands: {}.", asked.cites.join("; ")));
    }
    Block::Points(points)
}

fn sources(lines: &[SourceLine]) -> Block {
    let head = vec![
        ("Fund", false),
        ("From", false),
        ("Kind", false),
        ("Amount", true),
        ("State", false),
        ("Asked at", false),
        ("Who releases it", false),
    ];
    let word = |word: Option<&'static str>| word.map_or_else(|| NOT_SAID.into(), plain);
    let rows = lines.iter().map(|line| {
        let fund = line.fund_name.clone().unwrap_or_else(|| word(line.fund));
        let from = line.reserve.as_ref().map_or(&line.source.name, |reserve| &reserve.name);
        let decision = line.release.decision.as_ref().map(|row| format!(" ({})", row.shown()));
        let release = capital(&line.release.said);
        vec![
            fund,
            from.clone(),
            word(line.resource),
            or_not_said(line.amount.as_deref()),
            word(line.state),
            or_not_said(line.request.as_deref()),
            match line.release.authorised {
                "yes" => release,
                _ => format!("{release}{}", decision.unwrap_or_default()),
            },
        ]
    });
    Block::table(head, rows.collect())
}

fn reserve(line: &ReserveLine) -> Vec<String> {
    let name = &line.reserve.name;
    let holds = or_not_known(line.holds.as_ref());
    let planned = or_not_known(line.if_planned.as_ref());
    let mut points = vec![if holds == planned {
        format!("{name}, by its movements: {holds}.")
    } else {
        format!("{name}, by its movements: {holds}; with all that is planned: {planned}.")
    }];
    points.extend(line.stated.iter().map(|stated| balance(name, stated)));
    points
}

fn balance(name: &str, stated: &BalanceView) -> String {
    let amount = or_not_said(stated.amount.as_deref());
    let on = stated.on.as_ref().map(|on| format!(" on {on}")).unwrap_or_default();
    let place = stated.place.as_ref().map(|place| format!(" [{place}]")).unwrap_or_default();
    match &stated.after {
        Some(after) => {
            let moved = or_not_said(stated.moved.as_deref());
            let before = or_not_known(stated.before.as_ref());
            let otherwise: String = stated
                .otherwise
                .iter()
                .map(|other| {
                    let before = or_not_known(other.before.as_ref());
                    let cite = other.cites.first().map(|cite| format!(" [{cite}]"));
                    let cite = cite.unwrap_or_default();
                    format!(" If it is {}{cite}: {before}.", other.moved)
                })
                .collect();
            format!(
                "{name}, as stated: {amount} after '{}' ({moved}){on}; so before it: {before}.{place}{otherwise}",
                after.name
            )
        }
        None => {
            let reckoned = or_not_known(stated.reckoned.as_ref());
            format!("{name}, as stated: {amount}{on}; by its movements then: {reckoned}.{place}")
        }
    }
}

fn phase(line: &PhaseLine) -> String {
    let costs: Vec<String> = line
        .costs
        .iter()
        .map(|cost| match cost.cites.first() {
            Some(cite) => format!("{} ({}; {cite})", cost.amount, cost.row.name),
            None => format!("{} ({})", cost.amount, cost.row.name),
        })
        .collect();
    let said = if costs.is_empty() { NOT_SAID.to_owned() } else { costs.join("; ") };
    format!("{}: {said}.", line.name)
}

fn figures(report: &FundingRequest) -> Block {
    let head =
        vec![("", false), ("Figure", true), ("Of what", false), ("Place", false), ("", false)];
    let rows = report.figures.iter().map(|line| {
        let verdict = match line.verdict {
            "holds" => "holds",
            "fails" => "does not hold",
            "unclear" => "cannot be told",
            _ => "stands alone",
        };
        vec![
            line.claim.shown().to_owned(),
            line.figure.clone(),
            line.claim.name.clone(),
            line.cites.join("; "),
            verdict.to_owned(),
        ]
    });
    Block::table(head, rows.collect())
}

fn fit(word: &str) -> &'static str {
    match word {
        "exact" => "exact",
        "rounding" => "within rounding",
        "vagueness" => "only if its words are stretched",
        "touch" => "they only touch, and cannot both be meant",
        _ => "apart, which rounding cannot explain",
    }
}

fn quoted(line: &QuotationLine) -> Vec<String> {
    let quotes: Vec<String> = line
        .quotes
        .iter()
        .map(|quote| format!("{} [{}]", quote.words, quote.cites.join("; ")))
        .collect();
    let mut points = vec![format!("{}: {}.", line.title, quotes.join(", "))];
    points.extend(line.pairs.iter().map(|pair| {
        let fit = pair.fit.map_or("not in one unit", fit);
        format!("{} and {}: {fit}.", pair.first, pair.second)
    }));
    if line.untried > 0 {
        points.push(format!("{} more pairs were not compared.", line.untried));
    }
    points.extend(line.unread.iter().map(|row| format!("{}: no figure to read.", row.name)));
    points
}

fn sum(line: &SumLine) -> Vec<String> {
    let name = &line.total.name;
    let mut points: Vec<String> =
        line.combinations.iter().map(|one| combination(name, one)).collect();
    if line.untried > 0 {
        points.push(format!("{name}: {} more combinations were not tried.", line.untried));
    }
    let figure = or_not_said(line.figure.as_deref());
    points.extend(
        line.obstacles.iter().map(|why| format!("{name}, {figure}, cannot be added: {why}.")),
    );
    points
}

fn combination(name: &str, one: &CombinationView) -> String {
    let how = match one.fit {
        "exact" => "exact",
        "apart" => "it cannot be",
        other => fit(other),
    };
    let places = match one.places.as_slice() {
        [] => String::new(),
        places => format!(" [{}]", places.join("; ")),
    };
    format!("{name}: {} = {}, for {}: {how}.{places}", one.parts.join(" + "), one.sum, one.total)
}

fn share(line: &ShareLine) -> String {
    let figure = or_not_said(line.figure.as_deref());
    let (part, whole) = (or_not_said(line.part.as_deref()), or_not_said(line.whole.as_deref()));
    let given = match &line.computed {
        Some(computed) => format!("{part} of {whole} is {computed}%, for {figure}"),
        None => format!("{figure}, for {part} of {whole}"),
    };
    let how = match (line.fit, &line.obstacle) {
        (Some(word), _) => fit(word).to_owned(),
        (None, Some(why)) => format!("cannot be told, for {why}"),
        (None, None) => "cannot be told".to_owned(),
    };
    format!("{}: {given}: {how}.", line.claim.name)
}

fn comparison(line: &ComparisonLine) -> String {
    let rate = |figure: Option<&str>, per: Option<u32>| match per {
        Some(per) => format!("{} per {per}", or_not_said(figure)),
        None => format!("{}, per how many not said", or_not_said(figure)),
    };
    let first = rate(line.first.as_deref(), line.first_per);
    let second = rate(line.second.as_deref(), line.second_per);
    let both = match (&line.first_converted, &line.second_converted, line.per, &line.obstacle) {
        (Some(first), Some(second), Some(per), _) => {
            let tenfold = match line.tenfold.as_deref() {
                Some("certainly") => "; one is more than ten times the other",
                Some("possibly") => "; one may be more than ten times the other",
                _ => "",
            };
            format!("per {per}, {first} and {second}{tenfold}")
        }
        (_, _, _, Some(why)) => format!("cannot be compared: {why}"),
        _ => "cannot be compared".to_owned(),
    };
    format!("{}, {first}, beside {}, {second}: {both}.", line.claim.name, line.with.name)
}

pub(super) fn finding(found: &FindingView) -> String {
    let sure = match found.outcome.as_str() {
        "certain" => String::new(),
        outcome => format!(" ({})", outcome.replace('_', " ")),
    };
    let waived = found.waived.as_ref().map(|waiver| {
        format!(" Accepted by {} until {}: {}.", waiver.by, waiver.ends, waiver.reason)
    });
    let waived = waived.unwrap_or_default();
    // A row that is told of by its name is found again by what it is called in the tables.
    let row = found.subjects.first().map(SubjectView::shown).filter(|shown| !shown.is_empty());
    let row = row.map(|row| format!(" {row}")).unwrap_or_default();
    format!("{} {}{sure}{row}: {}{waived}", found.code, found.severity, found.message)
}
