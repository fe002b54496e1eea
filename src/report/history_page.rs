//! The page of a report through time.

use super::{
    HistoryReport,
    headline::{long, plural},
    history::{BridgeView, FiguresView, PointView, RestatedView, RevisionView},
    history_baseline::{BaselineView, SlippageLine},
    page::{Block, Page},
    request_page::finding,
    view::{RatioView, SubjectView},
};
use crate::rollup::Ratio;

/// What is not known.
const NOT_KNOWN: &str = "not known";

impl Page for HistoryReport {
    fn blocks(&self) -> Vec<Block> {
        let mut below: Vec<String> = self.council.iter().cloned().collect();
        below.push(match (self.points.first(), self.points.last()) {
            (Some(first), Some(last)) if first.on != last.on => {
                format!("How it stood, {} to {}", long(&first.on), long(&last.on))
            }
            (Some(only), _) => format!("How it stood on {}", long(&only.on)),
            _ => "No day is asked for".into(),
        });
        let policy = &self.policy;
        below.push(format!("Progress reckoned: {}", policy.name));
        let mut blocks = vec![Block::Title(self.programme.clone(), below)];
        blocks.push(Block::Points(self.headline()));
        if !self.points.is_empty() {
            blocks.push(Block::Heading("As known now".into()));
            blocks.push(points(self.points.iter().map(|point| (point, point.now.as_ref()))));
        }
        let restated: Vec<&PointView> = self.points.iter().filter(|p| p.restated).collect();
        if !restated.is_empty() {
            blocks.push(Block::Heading("As known on the day, where that was otherwise".into()));
            blocks.push(points(restated.into_iter().map(|point| (point, point.then.as_ref()))));
        }
        self.bridges.iter().for_each(|bridge| bridge.add_to(&mut blocks));
        self.published.iter().for_each(|report| report.add_to(&mut blocks));
        self.baseline.iter().for_each(|baseline| baseline.add_to(&mut blocks));
        blocks.push(Block::Heading(format!("What was recorded ({})", self.revisions.len())));
        blocks.push(Block::Points(self.revisions.iter().map(RevisionView::said).collect()));
        blocks.push(Block::Heading(format!("What the rules find ({})", self.findings.len())));
        blocks.push(Block::Points(match self.findings.as_slice() {
            [] => vec!["The rules of history find nothing.".into()],
            all => all.iter().map(finding).collect(),
        }));
        blocks
    }
}

impl HistoryReport {
    /// What the columns count, and where the last day stands against the first.
    fn headline(&self) -> Vec<String> {
        let mut said = Vec::new();
        let known: Vec<_> = self.points.iter().filter_map(|p| Some((p, p.now.as_ref()?))).collect();
        if let ([(first, was), .., (last, is)], true) = (known.as_slice(), known.len() > 1) {
            said.push(format!(
                "{} of {} actions that can be completed were complete on {}, and {} of {} on {}.",
                was.complete,
                was.counted,
                long(&first.on),
                is.complete,
                is.counted,
                long(&last.on)
            ));
        }
        let restated = self.published.iter().filter(|report| report.now != report.stated).count();
        if restated > 0 {
            said.push(match self.published.len() {
                1 => "The published report would say otherwise today.".into(),
                all => format!("{restated} of {all} published reports would say otherwise today."),
            });
        }
        said.push(
            "Counted are actions that can be completed; confirmed is the share of them that is known \
             to be complete."
                .into(),
        );
        said
    }
}

/// What is counted, by what is known of it; the sum of all but the overdue is what is counted.
const COLUMNS: [&str; 7] =
    ["Counted", "Complete", "Begun", "Not started", "Not reported", "Overdue", "Confirmed"];

/// The figures of several days, a day a row.
fn points<'p>(points: impl Iterator<Item = (&'p PointView, Option<&'p FiguresView>)>) -> Block {
    let head = [("Day", false)].into_iter().chain(COLUMNS.map(|name| (name, true))).collect();
    let rows = points.map(|(point, figures)| {
        let day = vec![long(&point.on)];
        let cells =
            figures.map_or_else(|| vec![NOT_KNOWN.to_owned(); COLUMNS.len()], FiguresView::cells);
        day.into_iter().chain(cells).collect()
    });
    Block::table(head, rows.collect())
}

impl FiguresView {
    fn cells(&self) -> Vec<String> {
        let begun = self.in_progress + self.on_hold;
        let counts =
            [self.counted, self.complete, begun, self.not_started, self.unknown, self.overdue];
        let share = percent(self.confirmed.as_ref());
        counts.iter().map(ToString::to_string).chain([share]).collect()
    }
}

/// A share in per cent, to one place, cut: nothing but all of it is 100 %.
fn percent(share: Option<&RatioView>) -> String {
    let share = share.and_then(|share| Ratio::new(share.num, share.den));
    share.map_or_else(|| "no share".into(), |share| format!("{} %", share.tenths()))
}

/// Rows as people call them.
fn called(rows: &[SubjectView]) -> String {
    let names: Vec<_> = rows.iter().map(SubjectView::shown).collect();
    names.join(", ")
}

impl BridgeView {
    fn add_to(&self, blocks: &mut Vec<Block>) {
        let (from, to) = (long(&self.from), long(&self.to));
        blocks.push(Block::Heading(format!("Why it moved: {from} to {to}")));
        blocks.push(Block::Points(self.said.clone()));
        if self.steps.is_empty() {
            return;
        }
        let signed = |count: i64| if count == 0 { "–".to_owned() } else { format!("{count:+}") };
        let rows = self.steps.iter().map(|step| {
            vec![
                step.cause.replace('_', " ").replace("redated", "re-dated"),
                called(&step.rows),
                signed(step.counted),
                signed(step.complete),
                signed(step.overdue),
            ]
        });
        let head = vec![
            ("Cause", false),
            ("Rows", false),
            ("Counted", true),
            ("Complete", true),
            ("Overdue", true),
        ];
        blocks.push(Block::table(head, rows.collect()));
    }
}

impl RestatedView {
    fn add_to(&self, blocks: &mut Vec<Block>) {
        let heading = format!("'{}' as published on {}", self.title, long(&self.published));
        blocks.push(Block::Heading(heading));
        let row = |name: &str, figures: &FiguresView| {
            let cells = figures.cells().into_iter();
            [name.to_owned()].into_iter().chain(cells).collect()
        };
        let mut rows: Vec<Vec<String>> = vec![row("As published", &self.stated)];
        if self.then != self.stated {
            rows.push(row("What was known then gives", &self.then));
        }
        if self.now == self.stated {
            rows.push(row("The same report today", &self.now));
        } else {
            rows.push(row("What is known today gives", &self.now));
        }
        let day = format!("As at {}", long(&self.as_at));
        let head = COLUMNS.map(|name| (name.to_owned(), true));
        blocks.push(Block::Table([(day, false)].into_iter().chain(head).collect(), rows));
    }
}

impl BaselineView {
    fn add_to(&self, blocks: &mut Vec<Block>) {
        let set = long(&self.set);
        blocks.push(Block::Heading(format!("Against baseline {}, '{}'", self.number, self.name)));
        let approved = match &self.approved_by {
            Some(decision) => format!("approved by '{}'", decision.name),
            None => "by whom it was approved is not held".into(),
        };
        let mut said = vec![format!("Set on {set}; {approved}.")];
        if !self.added.is_empty() {
            said.push(format!("Added since: {}.", called(&self.added)));
        }
        said.extend(self.removed.iter().map(|gone| {
            let how = if gone.shown { "is out of the plan" } else { "is not in the plan any more" };
            let credit = if gone.credit { "; it was done, and its credit stands" } else { "" };
            format!("{} '{}' {how}{credit}.", gone.row.shown(), gone.row.name)
        }));
        if self.moved.is_empty() {
            said.push("No date has moved.".into());
        }
        blocks.push(Block::Points(said));
        if !self.moved.is_empty() {
            let head = vec![
                ("", false),
                ("Work", false),
                ("Baseline", false),
                ("Now", false),
                ("", false),
            ];
            blocks.push(Block::table(head, self.moved.iter().map(SlippageLine::cells).collect()));
        }
    }
}

impl SlippageLine {
    fn cells(&self) -> Vec<String> {
        let days = match (self.days_least, self.days_most) {
            (Some(least), Some(most)) if least == most => {
                format!(" by {least} {}", plural(least.unsigned_abs(), "day"))
            }
            (Some(least), Some(most)) => format!(" by {least} to {most} days"),
            _ => String::new(),
        };
        let or_blank =
            |words: &str| if words.is_empty() { "blank".into() } else { words.to_owned() };
        let of_whole = self.whole.as_ref().map(|whole| format!(", of {}", whole.shown()));
        vec![
            self.row.shown().to_owned(),
            self.row.name.clone(),
            or_blank(&self.baseline) + &of_whole.unwrap_or_default(),
            or_blank(&self.current),
            format!("{}{days}", self.class.replace('_', " ")),
        ]
    }
}

impl RevisionView {
    fn said(&self) -> String {
        let mut said = format!("Revision {}, recorded on {}", self.number, long(&self.recorded));
        if self.effective != self.recorded {
            said.push_str(&format!(", holds from {}", long(&self.effective)));
        }
        if let Some(corrects) = self.corrects {
            said.push_str(&format!(", corrects revision {corrects}"));
        }
        let count = self.changes;
        said.push_str(&format!(": {count} {}", plural(count, "change")));
        if !self.approved_by.is_empty() {
            let names: Vec<_> =
                self.approved_by.iter().map(|row| format!("'{}'", row.name)).collect();
            said.push_str(&format!(", approved by {}", names.join(", ")));
        }
        if let Some(reason) = &self.reason {
            said.push_str(&format!(". {reason}"));
        }
        let told = [("by", &self.author), ("from", &self.source)];
        let told =
            told.into_iter().filter_map(|(what, of)| Some(format!("{what} {}", of.as_ref()?)));
        let told: Vec<_> = told.collect();
        if !told.is_empty() {
            said.push_str(&format!(" ({})", told.join(", ")));
        }
        said.push('.');
        said
    }
}
