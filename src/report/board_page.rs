//! The page of a board: what is red and why, then risks, benefits and measures, then what nobody says.

use super::{
    BoardDashboard,
    board::{DimensionLine, WorkstreamLine},
    board_lines::{BenefitLine, MeasureLine, RiskLine},
    headline::long,
    page::{Block, Page},
    request_page::{NOT_SAID, or_not_said},
    view::RatioView,
};
use crate::{rollup::Ratio, values::capital};

impl Page for BoardDashboard {
    fn blocks(&self) -> Vec<Block> {
        let mut below: Vec<String> = self.council.iter().cloned().collect();
        below.push(format!("Programme board dashboard as at {}", long(&self.as_at)));
        let mut blocks = vec![Block::Title(self.programme.clone(), below)];
        blocks.push(Block::Points(self.headline()));
        section(&mut blocks, "The programme", &["", "Rating", "Why"], &self.dimensions, dimension);
        let head = ["", "Workstream", "Time", "Actions", "Stated"];
        section(&mut blocks, "Workstreams", &head, &self.workstreams, workstream);
        let streams = self.workstreams.iter().map(|line| {
            let row = &line.workstream;
            (format!("{} {}", row.shown(), row.name), &line.time)
        });
        let unassigned = self.unassigned.iter().map(|rated| ("In no workstream".to_owned(), rated));
        let coloured = streams.chain(unassigned).filter(|(_, rated)| rated.colour.is_some());
        let why: Vec<_> = coloured.map(|(row, rated)| format!("{row}: {}", rated.reason)).collect();
        if !why.is_empty() {
            blocks.push(Block::Points(why));
        }
        let head = ["", "Risk", "Score", "Owner", "What is done", "Review"];
        section(&mut blocks, "Live risks", &head, &self.risks, risk);
        section(&mut blocks, "Issues", &["", "Issue"], &self.issues, |row| {
            vec![row.shown().to_owned(), row.name.clone()]
        });
        let head = ["", "Benefit", "Owner", "Measure", "Achieved", "State"];
        section(&mut blocks, "Benefits", &head, &self.benefits, benefit);
        let head = ["", "Measure", "Readings", "Target", "Achieved", "Trend"];
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
        let colours = ["red", "amber/red", "amber", "amber/green", "green", "blue"].map(Some);
        let counts = colours.into_iter().chain([None]).filter_map(|colour| {
            let is = |line: &&WorkstreamLine| line.time.colour == colour;
            let count = self.workstreams.iter().filter(is).count();
            (count > 0).then(|| format!("{count} {}", colour.unwrap_or("without a colour")))
        });
        let counts: Vec<_> = counts.collect();
        if !counts.is_empty() {
            let counts = crate::history::listed(&counts);
            said.push(format!("Workstreams by time: {counts}, of {}.", self.workstreams.len()));
        }
        let above = self.risks.iter().filter(|line| line.above_appetite == Some(true)).count();
        let scored = self.risks.iter().filter(|line| line.score.is_some()).count();
        if let Some(appetite) = self.appetite {
            said.push(format!(
                "{above} of {scored} scored risks are above the appetite of {appetite}."
            ));
        }
        said
    }
}

fn dimension(line: &DimensionLine) -> Vec<String> {
    let cells = match &line.rated {
        Some(rated) => [rated.shown.clone(), rated.reason.clone()],
        None => ["not rated".to_owned(), "no rating is held".to_owned()],
    };
    std::iter::once(capital(line.dimension)).chain(cells).collect()
}

fn workstream(line: &WorkstreamLine) -> Vec<String> {
    let stated = line.stated.as_ref().map(|said| match &line.stated_as_at {
        Some(on) => format!("'{said}' ({on})"),
        None => format!("'{said}'"),
    });
    vec![
        line.workstream.shown().to_owned(),
        line.workstream.name.clone(),
        line.time.shown.clone(),
        line.actions.clone(),
        or_not_said(stated.as_deref()),
    ]
}

fn risk(line: &RiskLine) -> Vec<String> {
    let score = match (line.score, &line.why_no_score) {
        (Some(score), _) if line.above_appetite == Some(true) => format!("{score}, above appetite"),
        (Some(score), _) => score.to_string(),
        (None, why) => format!("not scored: {}", why.as_deref().unwrap_or(NOT_SAID)),
    };
    let chance = if line.kind == Some("opportunity") { " (opportunity)" } else { "" };
    vec![
        line.risk.shown().to_owned(),
        format!("{}{chance}", line.risk.name),
        score,
        several(&line.owners),
        several(&line.mitigations),
        or_not_said(line.review.as_deref()),
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
        line.trend.unwrap_or("not known").to_owned(),
    ]
}

/// How far a measure has come, or why that cannot be told.
fn achieved(line: &MeasureLine) -> String {
    let percent = |share: RatioView| Ratio::new(share.num, share.den).map(|r| r.percent_to(0));
    match (line.achieved.and_then(percent), &line.why_not) {
        (Some(percent), _) if line.way == Some("away") => format!("{percent} % away from it"),
        (Some(percent), _) => format!("{percent} % of the way"),
        (None, Some(why)) => why.split(':').next().unwrap_or(why).to_owned(),
        (None, None) => "not known".to_owned(),
    }
}
