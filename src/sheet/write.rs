//! A programme as a flat table: one line an action.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::{
    cells::colour,
    guard::guarded,
    headings::role,
    states::{states, tells_status},
};
use crate::{
    model::{Action, ColumnRole, PlanCell, PlanRow, Programme, Recommendation, StatusNote, newest},
    values::{Id, Verdict, names::without_joiners},
};

/// The columns, each with whether it is there even if nothing stands in it.
const COLUMNS: [(&str, bool); 19] = [
    ("Recommendation ref", true),
    ("Recommendation", true),
    ("Response", false),
    ("Theme", false),
    ("Workstream", false),
    ("Action ref", true),
    ("Part of", false),
    ("Also answers", false),
    ("Action", true),
    ("Action detail", false),
    ("Lead", true),
    ("Start date", false),
    ("Timescale", true),
    ("Status", true),
    ("RAG", false),
    ("% complete", false),
    ("As at", true),
    ("Progress update", false),
    ("Evidence", false),
];

/// The column in which what a column of a plan holds is written.
fn column_of(holds: ColumnRole) -> Option<&'static str> {
    Some(match holds {
        ColumnRole::Status => "Status",
        ColumnRole::Health => "RAG",
        ColumnRole::Percent => "% complete",
        ColumnRole::AsAt => "As at",
        ColumnRole::Update => "Progress update",
        ColumnRole::Evidence => "Evidence",
        ColumnRole::Started => "Start date",
        ColumnRole::Detail => "Action detail",
        ColumnRole::ActionNumber => "Action ref",
        ColumnRole::Workstream => "Workstream",
        ColumnRole::Theme => "Theme",
        ColumnRole::Response => "Response",
        ColumnRole::PartOf => "Part of",
        ColumnRole::AlsoAnswers => "Also answers",
        _ => return None,
    })
}

/// Cells that stand under no heading of their own.
const OTHER: &str = "Other";

/// Writes a programme as CSV text: one line an action, with its recommendation beside it and what
/// was last said of it by the end of a day, all in the words of the paper.
///
/// Cells of a plan's row that belong to no one action (a date for three actions, a note to the
/// author, a cell under a heading of the council's own) stand in a line of their own below the
/// actions of the row, without an action. No cell begins as a formula does, nor what follows a
/// semicolon, a tab or a line end within a cell, as those may part cells where the text is opened: an
/// apostrophe stands before it, which [`Sheet::read`](super::Sheet::read) takes away again. Lines of
/// a cell that begin with a dash and a space are bullets, and stay as they are. Lines end as RFC 4180
/// has it.
///
/// ```
/// use programme::{model::{About, Draft, Lead}, sheet::{self, Sheet}, Action};
///
/// let mut draft = Draft::new(About::named("Example"));
/// let mut action = Action::new(draft.key("A1".parse()?), "=1+1, or \"two\"");
/// action.leads.push(Lead::named("COO"));
/// draft.put(action);
/// let text = sheet::write(&draft.finish()?, "2019-09-04".parse()?);
/// assert!(text.contains("\"'=1+1, or \"\"two\"\"\",COO"));
/// let sheet = Sheet::read(&text);
/// assert_eq!(sheet.rows()[1].cell(3), "=1+1, or \"two\"");
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn write(programme: &Programme, on: NaiveDate) -> String {
    let mut table = Table::new(programme, on);
    for plan in programme.plans().iter() {
        for row in &plan.rows {
            table.row(row);
        }
    }
    // What stands in no row of a plan.
    for action in programme.actions().iter() {
        if !table.written.contains(&action.key.id) {
            table.action(action, None);
        }
    }
    for recommendation in programme.recommendations().iter() {
        if !table.answered.contains(&recommendation.key.id) {
            let line = table.line(Some(recommendation));
            table.lines.push(line);
        }
    }
    table.to_csv()
}

type Line = Vec<String>;

struct Table<'p> {
    programme: &'p Programme,
    on: NaiveDate,
    headings: Vec<String>,
    /// Under which heading a cell of a plan's row is written.
    known: HashMap<&'p str, &'p str>,
    lines: Vec<Line>,
    written: HashSet<Id<Action>>,
    answered: HashSet<Id<Recommendation>>,
    /// Recommendations whose answer stands in a row in the council's own words.
    in_words: HashSet<Id<Recommendation>>,
    /// Whether the plans have a column for colours, and none for statuses in which any can be read.
    colours_alone: bool,
}

impl<'p> Table<'p> {
    fn new(programme: &'p Programme, on: NaiveDate) -> Self {
        let fixed = COLUMNS.iter().map(|(heading, _)| *heading);
        let mut headings: Vec<String> = fixed.map(str::to_owned).collect();
        let mut in_words = HashSet::new();
        let mut known: HashMap<&str, &str> = HashMap::new();
        for column in programme.plans().iter().flat_map(|plan| &plan.columns) {
            if let Some(own) = column.holds.and_then(column_of) {
                known.insert(&column.heading, own);
            }
        }
        for row in programme.plans().iter().flat_map(|plan| &plan.rows) {
            for cell in &row.other {
                let heading = *known.entry(shown(cell)).or_insert(shown(cell));
                if !headings.iter().any(|known| known == heading) {
                    headings.push(heading.to_owned());
                }
                if role(heading) == Some(ColumnRole::Response) {
                    in_words.extend(row.recommendation);
                }
            }
        }
        let held = |role: ColumnRole| {
            let mut columns = programme.plans().iter().flat_map(|plan| &plan.columns);
            columns.any(|column| column.holds == Some(role))
        };
        let mut notes = programme.actions().into_iter().flat_map(|action| &action.status);
        let statuses = held(ColumnRole::Status) && notes.any(tells_status);
        let colours_alone = held(ColumnRole::Health) && !statuses;
        let (lines, written, answered) = Default::default();
        Self { programme, on, headings, known, lines, written, answered, in_words, colours_alone }
    }

    /// A row of a plan: its actions, and then what belongs to none of them.
    fn row(&mut self, row: &'p PlanRow) {
        let programme = self.programme;
        let fresh = |id: &&Id<Action>| !self.written.contains(*id);
        let actions: Vec<_> =
            row.actions.iter().filter(fresh).filter_map(|id| programme.get(*id)).collect();
        let own = row.recommendation.and_then(|id| programme.get(id));
        let mut rest = Rest { timescales: row.timescales.clone(), leads: row.leads.clone() };
        let alone = row.actions.len() == 1 && actions.len() == 1;
        for action in &actions {
            self.action(action, Some((row, &mut rest)));
            if let Some(last) = self.lines.last_mut().filter(|_| alone) {
                keep(&self.headings, &self.known, last, &row.other);
            }
        }
        for note in &row.placeholders {
            let mut line = self.line(own);
            self.put(&mut line, "Action", note);
            if row.entries() == 1 {
                self.put(&mut line, "Timescale", &rest.timescales.join("\n"));
                self.put(&mut line, "Lead", &rest.leads.join("\n"));
                self.keep(&mut line, &row.other);
            }
            self.lines.push(line);
        }
        if row.entries() == 1 && actions.is_empty() && !row.placeholders.is_empty() {
            return;
        }
        // A recommendation without an action has its line all the same.
        let alone_here = own.is_some_and(|own| !self.answered.contains(&own.key.id));
        let mut line = self.line(own);
        let bare = line.clone();
        self.put(&mut line, "Timescale", &rest.timescales.join("\n"));
        self.put(&mut line, "Lead", &rest.leads.join("\n"));
        if !alone {
            self.keep(&mut line, &row.other);
        }
        if line != bare || alone_here {
            if own.is_none() {
                self.put(&mut line, "Recommendation ref", &row.label);
            }
            self.lines.push(line);
        }
    }

    fn action(&mut self, action: &'p Action, row: Option<(&PlanRow, &mut Rest)>) {
        let programme = self.programme;
        self.written.insert(action.key.id);
        let above = action.answers.first().and_then(|id| programme.get(*id));
        let mut line = self.line(above);
        let workstream = action.workstream.and_then(|id| programme.name(id));
        let part_of = action.parent.map(|id| programme.shown(id));
        let also: Vec<_> = action.answers.iter().skip(1).map(|id| programme.shown(*id)).collect();
        let plan = programme.plan_date(action);
        let [note, health] = states(&action.status, plan, self.on, self.colours_alone);
        let of = |has: fn(&StatusNote) -> bool| newest(&action.status, plan, self.on, has);
        let said = note.or(health).or_else(|| of(|note| note.as_at.is_some()));
        let text = |text: Option<&String>| text.cloned().unwrap_or_default();
        let state = |note: Option<&StatusNote>| {
            note.and_then(|note| note.state.as_ref()).map(ToString::to_string).unwrap_or_default()
        };
        let percent = of(|note| note.percent.is_some()).and_then(|note| note.percent.as_ref());
        let as_at = said.and_then(|note| note.as_at.as_ref());
        let cells = [
            ("Workstream", workstream.unwrap_or_default().to_owned()),
            ("Action ref", action.key.shown()),
            ("Part of", part_of.unwrap_or_default()),
            ("Also answers", also.join(", ")),
            ("Action", action.title.clone()),
            ("Action detail", text(action.detail.as_ref())),
            ("Lead", leads(programme, action, row.as_ref().map(|(row, _)| *row))),
            ("Start date", action.started.as_ref().map(ToString::to_string).unwrap_or_default()),
            ("Timescale", action.timescale.words().into_owned()),
            ("Status", state(note)),
            ("RAG", state(health)),
            ("% complete", percent.map(ToString::to_string).unwrap_or_default()),
            ("As at", as_at.map(ToString::to_string).unwrap_or_default()),
            ("Progress update", text(of(|n| n.text.is_some()).and_then(|n| n.text.as_ref()))),
            ("Evidence", text(of(|n| n.evidence.is_some()).and_then(|n| n.evidence.as_ref()))),
        ];
        for (heading, cell) in &cells {
            self.put(&mut line, heading, cell);
        }
        if let Some((_, rest)) = row {
            let cell = |heading| cells.iter().find(|(own, _)| *own == heading);
            rest.take(
                cell("Timescale").map_or("", |(_, cell)| cell),
                cell("Lead").map_or("", |(_, cell)| cell),
            );
        }
        self.lines.push(line);
    }

    /// A line with its recommendation.
    fn line(&mut self, recommendation: Option<&Recommendation>) -> Line {
        let mut line = vec![String::new(); self.headings.len()];
        let Some(recommendation) = recommendation else { return line };
        let Recommendation { key, title, rationale, response, themes, .. } = recommendation;
        self.answered.insert(key.id);
        let words: Vec<_> =
            [Some(title), rationale.as_ref()].into_iter().flatten().cloned().collect();
        let verdict = response.as_ref().and_then(|response| response.verdict);
        let verdict =
            verdict.filter(|_| !self.in_words.contains(&key.id)).map(|verdict| match verdict {
                Verdict::Accepted => "Accepted",
                Verdict::PartlyAccepted => "Partly accepted",
                Verdict::NotAccepted => "Not accepted",
            });
        let themes: Vec<_> = themes.iter().filter_map(|id| self.programme.name(*id)).collect();
        self.put(&mut line, "Recommendation ref", &key.shown());
        self.put(&mut line, "Recommendation", &words.join("\n"));
        self.put(&mut line, "Response", verdict.unwrap_or_default());
        self.put(&mut line, "Theme", &themes.join("; "));
        line
    }

    fn keep(&self, line: &mut Line, cells: &[PlanCell]) {
        keep(&self.headings, &self.known, line, cells);
    }

    fn put(&self, line: &mut Line, heading: &str, text: &str) {
        put(&self.headings, line, heading, text);
    }

    fn to_csv(&self) -> String {
        let optional = |at: usize| COLUMNS.get(at).is_none_or(|(_, always)| !always);
        let filled = |at: usize| {
            self.lines.iter().any(|line| line.get(at).is_some_and(|cell| !cell.is_empty()))
        };
        let columns: Vec<usize> =
            (0..self.headings.len()).filter(|at| !optional(*at) || filled(*at)).collect();
        let mut writer =
            csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
        for line in std::iter::once(&self.headings).chain(&self.lines) {
            let cells = columns.iter().map(|at| guarded(line.get(*at).map_or("", String::as_str)));
            // Lines of one length into memory cannot fail.
            let _ = writer.write_record(cells);
        }
        let bytes = writer.into_inner().unwrap_or_default();
        String::from_utf8_lossy(&bytes).into_owned()
    }
}

/// Cells of a row that no action of it has said yet.
struct Rest {
    timescales: Vec<String>,
    leads: Vec<String>,
}

impl Rest {
    fn take(&mut self, timescale: &str, leads: &str) {
        if let Some(at) = self.timescales.iter().position(|cell| cell == timescale) {
            self.timescales.remove(at);
        }
        if self.leads.join("\n") == leads {
            self.leads.clear();
        } else if let Some(at) = self.leads.iter().position(|cell| cell == leads) {
            self.leads.remove(at);
        }
    }
}

/// The leads of an action: as its row prints them where that says the same, and else their names.
fn leads(programme: &Programme, action: &Action, row: Option<&PlanRow>) -> String {
    let names: Vec<_> = action.leads.iter().map(|lead| programme.lead_name(lead)).collect();
    let own = without_joiners(&names.join(" "));
    // One name alone is as it was written.
    if let Some(row) = row.filter(|_| names.len() > 1) {
        if row.entries() == 1 && without_joiners(&row.leads.join(" ")) == own {
            return row.leads.join("\n");
        }
        if let Some(cell) = row.leads.iter().find(|cell| without_joiners(cell) == own) {
            return cell.clone();
        }
    }
    names.join("\n")
}

fn shown(cell: &PlanCell) -> &str {
    if cell.heading.is_empty() { OTHER } else { &cell.heading }
}

/// Puts cells that are kept as printed under their headings.
fn keep(headings: &[String], known: &HashMap<&str, &str>, line: &mut Line, cells: &[PlanCell]) {
    for cell in cells {
        let heading = known.get(shown(cell)).copied().unwrap_or(shown(cell));
        put(headings, line, heading, &cell.text);
    }
}

/// Puts words under a heading, below those that stand there.
fn put(headings: &[String], line: &mut Line, heading: &str, text: &str) {
    let at = headings.iter().position(|known| known == heading);
    if let Some(cell) = at.and_then(|at| line.get_mut(at)) {
        // What is filled down stands there already, as does the colour for which a letter stands.
        if cell == text || heading == "RAG" && colour(text) == Some(cell.as_str()) {
            return;
        }
        if !cell.is_empty() && !text.is_empty() {
            cell.push('\n');
        }
        cell.push_str(text);
    }
}
