//! The page of a board: what is red and why, then exceptions, risks, benefits and measures,
//! then what nobody says.

use super::{
    BoardDashboard,
    board_lines::{BenefitLine, MeasureLine},
    board_raid::{ExceptionLine, IssueLine, MatrixView, RiskLine},
    board_ratings::{DimensionLine, RatedView, StatedRatingView, WorkstreamLine},
    headline::{long, plural},
    page::{Block, Page},
    request_page::{NOT_SAID, or_not_said},
    view::RatioView,
};
use crate::{rollup::Ratio, values::capital};

impl Page for BoardDashboard {
    fn blocks(&self) -> Vec<Block> {
        let mut below: Vec<String> = self.council.iter().cloned().collect();
        below.push(format!("Programme board dashboard as at {}", long(&self.as_at)));
        if let Some(since) = &self.since {
            below.push(format!("Ratings compared with those of {}", long(since)));
        }
        let mut blocks = vec![Block::Title(self.programme.clone(), below)];
        blocks.push(Block::Points(self.headline()));
        self.ratings(&mut blocks);
        let head = ["", "Exception", "Forecast", "Cause", "Options", "Recommended", "Who decides"];
        section(&mut blocks, "Exceptions", &head, &self.exceptions, exception);
        let untold = self.breaches.iter().filter(|line| !line.certainly_raised);
        let untold: Vec<_> = untold.map(|line| format!("{}.", capital(&line.shown))).collect();
        if !untold.is_empty() {
            blocks.push(Block::Heading("Beyond tolerance, and no exception raised".into()));
            blocks.push(Block::Points(untold));
        }
        let head = ["", "Risk", "Score", "Owner", "What is done", "Review"];
        section(&mut blocks, "Live risks", &head, &self.risks, risk);
        if let Some(matrix) = &self.matrix {
            blocks.push(Block::Heading("Threats on the matrix".into()));
            blocks.push(grid(matrix));
        }
        let head = ["", "Issue", "Severity", "Owner", "Raised", "Due"];
        section(&mut blocks, "Issues", &head, &self.issues, issue);
        let head = ["", "Benefit", "Owner", "Realised", "Measure", "Achieved", "State"];
        section(&mut blocks, "Benefits", &head, &self.benefits, benefit);
        let head = ["", "Measure", "Readings", "Target", "Achieved", "Rating", "Trend"];
        section(&mut blocks, "Measures", &head, &self.measures, measure);
        if !self.not_said.is_empty() {
            blocks.push(Block::Heading("What the papers do not say".into()));
            blocks.push(Block::Points(self.not_said.clone()));
        }
        blocks
    }
}

/// A table under its heading, where it has rows.
fn section<T>(
    blocks: &mut Vec<Block>,
    heading: &str,
    head: &[&str],
    rows: &[T],
    cells: impl Fn(&T) -> Vec<String>,
) {
    if rows.is_empty() {
        return;
    }
    blocks.push(Block::Heading(heading.to_owned()));
    let head = head.iter().map(|name| (*name, false)).collect();
    blocks.push(Block::table(head, rows.iter().map(cells).collect()));
}

impl BoardDashboard {
    fn headline(&self) -> Vec<String> {
        let mut said = Vec::new();
        let colours = ["red", "amber/red", "amber", "amber/green", "green", "blue"];
        let streams = || self.workstreams.iter().map(|line| &line.time);
        let mut counts: Vec<(usize, &str)> = colours
            .into_iter()
            .map(|colour| (streams().filter(|time| time.colour == Some(colour)).count(), colour))
            .collect();
        let uncoloured = || streams().filter(|time| time.colour.is_none());
        let grey = uncoloured().filter(|time| time.is_grey).count();
        counts.push((uncoloured().count() - grey, "moved with approval"));
        counts.push((grey, "grey"));
        let counts = counts.into_iter().filter(|(count, _)| *count > 0);
        let counts = counts.map(|(count, called)| format!("{count} {called}"));
        let counts: Vec<_> = counts.collect();
        if !counts.is_empty() {
            let counts = crate::history::listed(&counts);
            said.push(format!("Workstreams by time: {counts}, of {}.", self.workstreams.len()));
        }
        let untold = self.breaches.iter().filter(|line| !line.certainly_raised).count();
        let count = |count: usize, one: &str| {
            format!("{count} {}", plural(u64::try_from(count).unwrap_or(u64::MAX), one))
        };
        if !self.exceptions.is_empty() {
            said.push(format!("{} raised.", count(self.exceptions.len(), "exception")));
        }
        if untold > 0 {
            let untold = count(untold, "thing");
            said.push(format!("{untold} beyond tolerance without an exception."));
        }
        // What is above the appetite for harm is no matter for chances.
        let threats = || self.risks.iter().filter(|line| line.kind != Some("opportunity"));
        let above = threats().filter(|line| line.above_appetite == Some(true)).count();
        let scored = threats().filter(|line| line.score.is_some()).count();
        if let Some(appetite) = self.appetite.filter(|_| scored > 0) {
            said.push(format!(
                "{above} of {scored} scored threats are above the appetite of {appetite}."
            ));
        }
        said
    }

    /// The programme and its workstreams: what is calculated beside what is reported.
    fn ratings(&self, blocks: &mut Vec<Block>) {
        let held: Vec<_> = self
            .dimensions
            .iter()
            .filter(|line| line.rated.is_some() || line.stated.is_some())
            .collect();
        let head = ["", "Calculated", "Reported", "How it is calculated"];
        section(blocks, "The programme", &head, &held, |line| dimension(line));
        let costed = self.workstreams.iter().any(|line| line.cost.is_some());
        let cost: &[&str] = if costed { &["Cost", "Overall"] } else { &[] };
        let head = [&["", "Workstream", "Time"], cost, &["Actions", "Reported"]].concat();
        let mut rows: Vec<_> =
            self.workstreams.iter().map(|line| workstream(line, costed)).collect();
        if let Some(rated) = &self.unassigned {
            let blank = if costed { vec![String::new(); 2] } else { Vec::new() };
            let start = [String::new(), "In no workstream".into(), shown(rated)];
            let end = [self.unassigned_actions.clone().unwrap_or_default(), String::new()];
            rows.push(start.into_iter().chain(blank).chain(end).collect());
        }
        section(blocks, "Workstreams", &head, &rows, Clone::clone);
        let streams = self.workstreams.iter().flat_map(|line| {
            let row = format!("{} {}", line.workstream.shown(), line.workstream.name);
            std::iter::once(&line.time).chain(&line.cost).map(move |rated| (row.clone(), rated))
        });
        let unassigned = self.unassigned.iter().map(|rated| ("In no workstream".to_owned(), rated));
        let known = streams
            .chain(unassigned)
            .filter(|(_, rated)| !rated.is_grey || rated.worst_known.is_some());
        let why: Vec<_> = known.map(|(row, rated)| format!("{row}: {}", rated.reason)).collect();
        if !why.is_empty() {
            blocks.push(Block::Points(why));
        }
        let of_whole = self.dimensions.iter().filter_map(|line| line.stated.as_ref());
        let of_whole = of_whole.map(|said| ("The programme".to_owned(), said));
        let of_streams = self.workstreams.iter().flat_map(|line| {
            let row = format!("{} {}", line.workstream.shown(), line.workstream.name);
            line.stated.iter().map(move |said| (row.clone(), said))
        });
        let said: Vec<_> = of_whole.chain(of_streams).collect();
        let head = ["Reported of", "", "Rating", "By", "As at", "Against calculated", "Remark"];
        section(blocks, "Ratings as reported", &head, &said, |(of, said)| reported(of, said));
    }
}

/// A rating, and how it stands to the earlier day.
fn shown(rated: &RatedView) -> String {
    match rated.trend {
        None => rated.shown.clone(),
        Some("not_comparable") => format!("{}, not comparable with before", rated.shown),
        Some("same") => format!("{}, as before", rated.shown),
        Some(trend) => format!("{}, {trend} than before", rated.shown),
    }
}

fn dimension(line: &DimensionLine) -> Vec<String> {
    vec![
        capital(&line.dimension.replace('_', " ")),
        line.rated.as_ref().map_or_else(|| "not calculated".to_owned(), shown),
        line.stated.as_ref().map_or_else(|| NOT_SAID.to_owned(), quoted),
        line.rated.as_ref().map(|rated| rated.reason.clone()).unwrap_or_default(),
    ]
}

/// What is reported, in a cell: 'Amber', out of date.
fn quoted(said: &StatedRatingView) -> String {
    let age = if said.stale == Some(true) { ", out of date" } else { "" };
    format!("'{}'{age}", said.rating)
}

fn workstream(line: &WorkstreamLine, costed: bool) -> Vec<String> {
    let overall = line.stated.iter().find(|said| said.dimension == "overall");
    let cost = line.cost.as_ref().map_or_else(|| "no budget".to_owned(), shown);
    let part = line.part_of.as_ref().map(|whole| format!(" (part of {})", whole.shown()));
    let name = format!("{}{}", line.workstream.name, part.unwrap_or_default());
    let start = [line.workstream.shown().to_owned(), name];
    let end = [line.actions.clone(), overall.map_or_else(|| NOT_SAID.to_owned(), quoted)];
    let costs = costed.then(|| [cost, shown(&line.overall)]).into_iter().flatten();
    start.into_iter().chain([shown(&line.time)]).chain(costs).chain(end).collect()
}

/// A rating as reported: by whom, of which day, and how it stands to what is calculated.
fn reported(of: &str, said: &StatedRatingView) -> Vec<String> {
    let scale = said.scale.map(|scale| format!(" ({})", scale.replace('_', " ")));
    let mut as_at = or_not_said(said.on.as_deref());
    if let Some(on) = &said.confirmed {
        as_at.push_str(&format!(", unchanged on {on}"));
    }
    let by: Vec<_> = said.by.iter().filter(|by| !by.trim().is_empty()).cloned().collect();
    let over = said.overrides.as_ref().map(|why| format!("Overrides what is calculated: '{why}'"));
    let remark = said.text.iter().map(|text| format!("'{text}'")).chain(over);
    vec![
        of.to_owned(),
        said.dimension.replace('_', " "),
        format!("{}{}", quoted(said), scale.unwrap_or_default()),
        several(&by),
        as_at,
        said.against.map_or_else(|| "not calculated".into(), |against| against.replace('_', " ")),
        remark.collect::<Vec<_>>().join(" "),
    ]
}

fn exception(line: &ExceptionLine) -> Vec<String> {
    let of = line.of.as_ref().map(|of| of.shown().to_owned());
    let raised = line.raised.as_ref().map(|raised| format!("raised {raised}"));
    let of = of.into_iter().chain(line.dimension.map(|of| of.replace('_', " "))).chain(raised);
    let of: Vec<_> = of.collect();
    let of = if of.is_empty() { String::new() } else { format!(" ({})", of.join(", ")) };
    let forecast: Vec<_> = line.forecast.iter().chain(&line.forecast_date).cloned().collect();
    let body = or_not_said(line.body.as_deref());
    let body = match &line.decision {
        Some(made) => format!("{body}: {} {}", made.shown(), made.name),
        None => body,
    };
    vec![
        line.exception.shown().to_owned(),
        format!("{}{of}", line.exception.name),
        several(&forecast),
        or_not_said(line.cause.as_deref()),
        several(&line.options),
        or_not_said(line.recommended.as_deref()),
        body,
    ]
}

/// The matrix, the most likely at the top, with nothing where no threat stands.
fn grid(matrix: &MatrixView) -> Block {
    let head =
        std::iter::once("Likelihood \\ impact").chain(matrix.impacts.iter().map(String::as_str));
    let head = head.enumerate().map(|(at, name)| (name, at > 0)).collect();
    let rows = matrix.likelihoods.iter().zip(&matrix.threats).rev().map(|(name, counts)| {
        let count = |count: &u64| if *count == 0 { String::new() } else { count.to_string() };
        std::iter::once(name.clone()).chain(counts.iter().map(count)).collect()
    });
    Block::table(head, rows.collect())
}

fn risk(line: &RiskLine) -> Vec<String> {
    let score = match (line.score, &line.why_no_score) {
        (Some(score), _) if line.above_appetite == Some(true) => format!("{score}, above appetite"),
        (Some(score), _) => score.to_string(),
        (None, why) => {
            let stated = line.stated_score.as_ref().map(|stated| format!("'{stated}' as stated; "));
            let why = why.as_deref().map_or(NOT_SAID, before_colon);
            format!("{}not scored: {why}", stated.unwrap_or_default())
        }
    };
    let chance = if line.kind == Some("opportunity") { " (opportunity)" } else { "" };
    let perhaps = if line.certainly_live { "" } else { " (perhaps not live: its dates are vague)" };
    let accepted = line.accepted.iter().map(|accepted| format!("accepted by {accepted}"));
    let done: Vec<_> = line.mitigations.iter().cloned().chain(accepted).collect();
    vec![
        line.risk.shown().to_owned(),
        format!("{}{chance}{perhaps}", line.risk.name),
        score,
        several(&line.owners),
        several(&done),
        or_not_said(line.review.as_deref()),
    ]
}

fn issue(line: &IssueLine) -> Vec<String> {
    let from = line.arises_from.as_ref().map(|risk| format!(" (from {})", risk.shown()));
    vec![
        line.issue.shown().to_owned(),
        format!("{}{}", line.issue.name, from.unwrap_or_default()),
        or_not_said(line.severity.as_deref()),
        several(&line.owners),
        or_not_said(line.raised.as_deref()),
        match line.overdue {
            Some(true) => format!("{}, overdue", or_not_said(line.due.as_deref())),
            _ => or_not_said(line.due.as_deref()),
        },
    ]
}

fn several(words: &[String]) -> String {
    if words.is_empty() { NOT_SAID.to_owned() } else { words.join("; ") }
}

fn benefit(line: &BenefitLine) -> Vec<String> {
    let kind = if line.dis_benefit { " (dis-benefit)" } else { "" };
    let measure = line.measure.as_ref();
    vec![
        line.benefit.shown().to_owned(),
        format!("{}{kind}", line.benefit.name),
        several(&line.owners),
        or_not_said(line.realisation.as_deref()),
        or_not_said(measure.map(|measure| measure.measure.name.as_str())),
        measure.map_or_else(|| "no measure".into(), achieved),
        or_not_said(line.state.map(|state| state.replace('_', " ")).as_deref()),
    ]
}

fn measure(line: &MeasureLine) -> Vec<String> {
    let target = line.target.as_ref().map(|target| match &line.target_by {
        Some(by) => format!("{target} by {by}"),
        None => target.clone(),
    });
    vec![
        line.measure.shown().to_owned(),
        line.measure.name.clone(),
        several(&line.readings),
        or_not_said(target.as_deref()),
        achieved(line),
        line.rated.as_ref().map_or_else(|| "not rated".to_owned(), |rated| rated.shown.clone()),
        line.trend.unwrap_or("not known").to_owned(),
    ]
}

/// How far a measure has come, or why that cannot be told.
fn achieved(line: &MeasureLine) -> String {
    let percent = |share: RatioView| Ratio::new(share.num, share.den).map(|r| r.percent_to(0));
    match (line.achieved.and_then(percent), &line.why_not) {
        (Some(percent), _) if line.way == Some("away") => format!("{percent} % away from it"),
        (Some(percent), _) => format!("{percent} % of the way"),
        (None, _) if !line.lacks.is_empty() => lacking(line),
        (None, Some(why)) => before_colon(why).to_owned(),
        (None, None) => "not known".to_owned(),
    }
}

/// `no reading, baseline or target`
fn lacking(line: &MeasureLine) -> String {
    // What is printed, and is no figure of its own or of no time, is none to reckon with.
    let word = |lack: &&'static str| match *lack {
        "reading" if !line.readings.is_empty() => "reading to reckon with",
        "baseline" if line.baseline.is_some() => "baseline to reckon with",
        "target" if line.target.is_some() => "target to reckon with",
        lack => lack,
    };
    let lacks: Vec<_> = line.lacks.iter().map(word).collect();
    match lacks.as_slice() {
        [rest @ .., last] if !rest.is_empty() => format!("no {} or {last}", rest.join(", ")),
        _ => format!("no {}", lacks.concat()),
    }
}

/// What is wrong, without what is to be done about it: that is no matter for a cell.
fn before_colon(why: &str) -> &str {
    why.split(':').next().unwrap_or(why)
}
