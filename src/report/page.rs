//! What a page is made of, before it is text or markdown, and the page of a highlight report.

use super::{
    Highlight,
    headline::{long, plural},
    line::ActionLine,
    stated::{MilestoneLine, StatedLine},
    view::{FindingView, GroupView, ProgressView, SubjectView},
};

/// A report that has a page.
pub trait Page {
    /// The pieces of the page in order.
    fn blocks(&self) -> Vec<Block>;
}

/// A piece of a page.
#[derive(Debug)]
pub enum Block {
    /// The title of the page and the lines below it.
    Title(String, Vec<String>),
    /// The heading of a section.
    Heading(String),
    /// Sentences, each a point.
    Points(Vec<String>),
    /// A paragraph.
    Paragraph(String),
    /// A table: headings, whether a column holds numbers, rows.
    Table(Vec<(String, bool)>, Vec<Vec<String>>),
    /// Findings of one code.
    Findings(Group),
}

impl Block {
    /// A table whose headings are the same on every page.
    pub(super) fn table(head: Vec<(&str, bool)>, rows: Vec<Vec<String>>) -> Self {
        let head = head.into_iter().map(|(name, number)| (name.to_owned(), number));
        Self::Table(head.collect(), rows)
    }
}

/// Findings of one code and severity.
#[derive(Debug)]
pub struct Group {
    pub(super) title: String,
    pub(super) messages: Vec<String>,
    pub(super) mends: Vec<String>,
    pub(super) source: String,
}

impl Page for Highlight {
    fn blocks(&self) -> Vec<Block> {
        blocks(self)
    }
}

fn blocks(report: &Highlight) -> Vec<Block> {
    let mut blocks = vec![title(report), Block::Points(report.headline.clone())];
    let progress = &report.progress;
    let tables = [
        ("Progress by theme", "Theme", "Of no one theme", &progress.by_theme),
        (
            "Progress by recommendation",
            "Recommendation",
            "Answering none",
            &progress.by_recommendation,
        ),
        ("Progress by workstream", "Workstream", "In none", &progress.by_workstream),
        ("Progress by phase", "Phase", "In none", &progress.by_phase),
    ];
    for (heading, column, rest, groups) in tables {
        if !groups.is_empty() {
            blocks.push(Block::Heading(heading.into()));
            blocks.push(progress_table((column, rest), groups, &progress.total));
        }
    }
    if !report.stated.is_empty() {
        blocks.push(Block::Heading("What the council says".into()));
        blocks.push(stated_table(&report.stated));
    }
    if !report.milestones.is_empty() {
        blocks.push(Block::Heading(format!("Milestones ({})", report.milestones.len())));
        blocks.push(milestone_table(&report.milestones));
    }
    let until = format!("Falls due by {}", long(&report.due_until));
    let lists: [(&str, &[ActionLine]); 6] = [
        ("Overdue", &report.overdue),
        (&until, &report.due_next),
        ("No date", &report.undated),
        ("Which date is theirs cannot be told", &report.unpaired),
        ("Nobody named to lead", &report.without_lead),
        ("Continuing commitments", &report.continuing),
    ];
    for (heading, lines) in lists {
        if !lines.is_empty() {
            blocks.push(Block::Heading(format!("{heading} ({})", lines.len())));
            blocks.push(action_table(lines));
        }
    }
    if !report.unanswered.is_empty() {
        blocks.push(Block::Heading(format!("Unanswered ({})", report.unanswered.len())));
        let rows =
            report.unanswered.iter().map(|row| vec![row.shown().to_owned(), row.name.clone()]);
        blocks.push(Block::table(vec![("", false), ("Recommendation", false)], rows.collect()));
    }
    blocks.extend(findings(report));
    blocks
}

fn title(report: &Highlight) -> Block {
    let mut below = Vec::new();
    below.extend(report.council.clone());
    below.push(format!("Highlight report as at {}", long(&report.as_at)));
    below.push(format!("Progress reckoned: {}", policy(report)));
    Block::Title(report.programme.clone(), below)
}

fn policy(report: &Highlight) -> String {
    let policy = &report.policy;
    let apart = match policy.continuing {
        "apart" => "continuing commitments apart",
        _ => "continuing commitments as never complete",
    };
    let level = match policy.level.as_str() {
        "pooled" => "all actions pooled".to_owned(),
        mean => mean.replace('_', " "),
    };
    let credit = match policy.credit {
        "when_complete" => "an action counts when it is complete",
        "as_stated" => "an action counts as its stated percentage",
        _ => "an action counts by its state",
    };
    format!("{level}, {credit}, {apart}")
}

fn progress_table(
    (column, rest): (&'static str, &'static str),
    groups: &[GroupView],
    total: &ProgressView,
) -> Block {
    let head = vec![
        ("", false),
        (column, false),
        ("Done", true),
        ("Confirmed", true),
        ("Unknown", true),
        ("Overdue", true),
        ("Continuing", true),
    ];
    let row = |label: String, name: String, progress: &ProgressView| {
        let done = match progress.counted {
            0 => "–".to_owned(),
            counted => format!("{} of {counted}", progress.complete),
        };
        let share = match (progress.percent, progress.reason) {
            (Some(percent), _) => format!("{percent} %"),
            (None, Some("no_basis")) => "no action".to_owned(),
            (None, _) => "–".to_owned(),
        };
        let count = |n: u64| if n == 0 { "–".to_owned() } else { n.to_string() };
        vec![
            label,
            name,
            done,
            share,
            count(progress.unknown),
            count(progress.overdue),
            count(progress.continuing),
        ]
    };
    let mut rows: Vec<_> = groups
        .iter()
        .map(|group| match &group.subject {
            Some(subject) => row(subject.shown().to_owned(), subject.name.clone(), &group.progress),
            None => row(String::new(), rest.into(), &group.progress),
        })
        .collect();
    rows.push(row(String::new(), "All actions, each once".into(), total));
    Block::table(head, rows)
}

fn stated_table(lines: &[StatedLine]) -> Block {
    let head = vec![("", false), ("Of what", false), ("Said", false), ("As at", false)];
    let rows = lines.iter().map(|line| {
        let (called, name) = match &line.subject {
            Some(row) => (row.shown().to_owned(), format!("{} ({})", row.name, row.kind)),
            None => (String::new(), "The programme".to_owned()),
        };
        let state = line.state.as_ref().map(|state| format!("'{state}'"));
        let said: Vec<String> =
            [state, line.percent.clone(), line.text.clone()].into_iter().flatten().collect();
        vec![called, name, said.join("; "), line.as_at.clone().unwrap_or_else(|| "–".to_owned())]
    });
    Block::table(head, rows.collect())
}

fn milestone_table(lines: &[MilestoneLine]) -> Block {
    let head = vec![
        ("", false),
        ("Milestone", false),
        ("Timescale", false),
        ("Lead", false),
        ("Met", false),
    ];
    let dash = |words: String| if words.is_empty() { "–".to_owned() } else { words };
    let rows = lines.iter().map(|line| {
        let met = match line.met {
            Some(true) => "yes",
            Some(false) => "no",
            None => "not known",
        };
        vec![
            line.subject.shown().to_owned(),
            line.subject.name.clone(),
            dash(line.timescale.clone()),
            dash(line.leads.join("; ")),
            met.to_owned(),
        ]
    });
    Block::table(head, rows.collect())
}

fn action_table(lines: &[ActionLine]) -> Block {
    let head = vec![("", false), ("Action", false), ("Timescale", false), ("Lead", false)];
    let rows = lines.iter().map(|line| {
        let late = line
            .days_overdue
            .map(|days| format!(" ({days} {} ago)", plural(days.unsigned_abs(), "day")));
        let timescale = match line.timescale.as_str() {
            "" => "–".to_owned(),
            words => format!("{words}{}", late.unwrap_or_default()),
        };
        let lead = if line.leads.is_empty() { "–".into() } else { line.leads.join("; ") };
        let called = line.label.as_ref().unwrap_or(&line.reference).clone();
        vec![called, line.title.clone(), timescale, lead]
    });
    Block::table(head, rows.collect())
}

fn findings(report: &Highlight) -> Vec<Block> {
    let count = |severity: &str| {
        report.findings.iter().filter(|f| f.severity == severity && f.waived.is_none()).count()
    };
    let (errors, warnings, infos) = (count("error"), count("warning"), count("info"));
    let mut blocks = vec![Block::Heading(format!(
        "Findings ({errors} {}, {warnings} {}, {infos} for information)",
        plural(errors as u64, "error"),
        plural(warnings as u64, "warning"),
    ))];
    let same = |a: &FindingView, b: &FindingView| {
        (&a.code, &a.severity, &a.outcome, &a.waived)
            == (&b.code, &b.severity, &b.outcome, &b.waived)
    };
    let (waived, open): (Vec<_>, Vec<_>) =
        report.findings.iter().cloned().partition(|finding| finding.waived.is_some());
    for group in open.chunk_by(same).chain(waived.chunk_by(same)) {
        blocks.extend(group.first().map(|first| Block::Findings(finding_group(first, group))));
    }
    let idle = report.rules.iter().filter(|rule| {
        rule.passed + rule.failed + rule.undetermined + rule.not_assessed + rule.waived == 0
    });
    let idle: Vec<_> = idle.map(|rule| rule.code.as_str()).collect();
    let run = report.rules.len();
    blocks.push(Block::Paragraph(match idle.as_slice() {
        [] => format!("{run} rules were run; each had something to look at."),
        codes => format!(
            "{run} rules were run; {} had nothing to look at here: {}.",
            codes.len(),
            codes.join(", ")
        ),
    }));
    blocks
}

fn finding_group(first: &FindingView, group: &[FindingView]) -> Group {
    let sure = match first.outcome.as_str() {
        "certain" => String::new(),
        outcome => format!(", {}", outcome.replace('_', " ")),
    };
    let accepted = first.waived.as_ref().map(|waiver| {
        format!("Accepted by {} until {}: {}.", waiver.by, waiver.ends, waiver.reason)
    });
    let waived = if accepted.is_some() { ", waived" } else { "" };
    let mut mends: Vec<String> = Vec::new();
    for finding in group {
        if !mends.contains(&finding.help) {
            mends.push(finding.help.clone());
        }
    }
    // One mend for all stands below them; where they differ, each stands with its finding.
    let shared = mends.len() == 1;
    let messages = group.iter().map(|finding| {
        let place = finding.place.as_ref().map(|place| format!(" [{place}]"));
        let cited = finding.cites.first().map(|cite| format!(" [{cite}]"));
        let main = main_rows(finding);
        let mend = if shared || first.waived.is_some() {
            String::new()
        } else {
            format!(" {}", finding.help)
        };
        format!("{main}{}{mend}{}", finding.message, place.or(cited).unwrap_or_default())
    });
    let messages = messages.collect();
    Group {
        title: format!(
            "{} {} ({}{sure}{waived})",
            first.code,
            first.name.replace('-', " "),
            first.severity
        ),
        messages,
        mends: accepted.map_or(if shared { mends } else { Vec::new() }, |accepted| vec![accepted]),
        source: first.source.to_owned(),
    }
}

/// The rows that a finding is mainly about: the first, and the others of its kind.
fn main_rows(finding: &FindingView) -> String {
    const MOST: usize = 6;
    let Some(first) = finding.subjects.first() else { return String::new() };
    // A number alone says too little away from its table.
    let called = |subject: &SubjectView| match &subject.label {
        Some(label) => format!("{} {label}", subject.kind),
        None => subject.reference.clone(),
    };
    let alike: Vec<_> = finding.subjects.iter().filter(|row| row.kind == first.kind).collect();
    let shown: Vec<String> = alike.iter().take(MOST).map(|row| called(row)).collect();
    let more = match alike.len().saturating_sub(MOST) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    format!("{}{more}: ", shown.join(", "))
}
