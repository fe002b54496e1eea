//! The lines of a sheet, taken one by one: which recommendation each belongs to, what actions it
//! holds, and whose its other cells are.

use std::collections::{HashMap, HashSet};

use super::{
    cells::{Line, OF_ACTION, colour},
    entries, numbers, split,
};
use crate::{
    document::{ActionDoc, Flex, PlanCellDoc, RecommendationDoc, ResponseDoc, StatusDoc},
    finding::Finding,
    model::ColumnRole::{self, *},
    values::{Printed, Reported, names::fold, say_nothing},
};

/// A recommendation, with its number as printed.
pub(super) struct FoundRecommendation {
    pub(super) printed: String,
    /// The words of its cell, as they are compared.
    words: String,
    pub(super) at: (usize, ColumnRole),
    pub(super) doc: RecommendationDoc<'static>,
}

/// An action, with its number as printed.
pub(super) struct FoundAction {
    pub(super) printed: String,
    pub(super) line: usize,
    pub(super) recommendation: Option<usize>,
    /// The row of the plan in which it stands.
    pub(super) row: usize,
    /// The action of which it is a part, and what else it answers, as printed.
    pub(super) part_of: String,
    pub(super) also: String,
    pub(super) doc: ActionDoc<'static>,
}

/// A row of the plan.
#[derive(Default)]
pub(super) struct FoundRow {
    pub(super) label: String,
    pub(super) recommendation: Option<usize>,
    pub(super) actions: Vec<usize>,
    pub(super) placeholders: Vec<String>,
    pub(super) timescales: Vec<String>,
    pub(super) leads: Vec<String>,
    pub(super) other: Vec<Flex<'static, PlanCellDoc<'static>>>,
}

/// Names, each of them once.
#[derive(Default)]
pub(super) struct Names {
    pub(super) all: Vec<String>,
    folded: HashSet<String>,
}

impl Names {
    fn add(&mut self, name: &str) {
        if self.folded.insert(fold(name)) {
            self.all.push(name.to_owned());
        }
    }
}

/// What was found so far.
#[derive(Default)]
pub(super) struct Lines {
    pub(super) recommendations: Vec<FoundRecommendation>,
    pub(super) actions: Vec<FoundAction>,
    pub(super) rows: Vec<FoundRow>,
    pub(super) workstreams: Names,
    pub(super) themes: Names,
    pub(super) findings: Vec<Finding>,
    /// Recommendations by their words and number.
    known: HashMap<(String, String), usize>,
    /// That of the line above.
    current: Option<usize>,
    /// Whether the sheet has a column of recommendations.
    has_recommendations: bool,
    /// Whether its colours are letters.
    has_letters: bool,
}

/// What stands in one place of an action cell.
struct Entry {
    text: String,
    /// A note to the author, and no action.
    is_note: bool,
}

impl Lines {
    pub(super) fn new(has_recommendations: bool, has_letters: bool) -> Self {
        Self { has_recommendations, has_letters, ..Self::default() }
    }

    /// A line that is no row of the table; where there is no table, that has been said of all.
    pub(super) fn outside(&mut self, mut line: Line<'_>, has_table: bool) {
        let message = format!("Line {} is no row of the table: {}.", line.at + 1, line.words());
        let help = "It is kept as printed; leave it out if it says nothing.";
        let column = line.filled().next().map_or(0, |(column, _)| column);
        let at = (line.at, column);
        let finding = super::cells::finding(&entries::LINE_OUTSIDE, at, message, help);
        self.findings.extend(Some(finding).filter(|_| has_table));
        for (_, text) in line.filled().collect::<Vec<_>>() {
            line.keep("", text);
        }
        self.rows.push(FoundRow { other: line.other, ..FoundRow::default() });
    }

    pub(super) fn add(&mut self, mut line: Line<'_>) {
        if line.is_blank() {
            return;
        }
        if line.is_header() {
            let message = format!("Line {} prints the headings once more.", line.at + 1);
            let help = "It is passed over.";
            let at = Recommendation;
            self.findings.push(line.finding(&entries::HEADER_REPEATED, at, message, help));
            return;
        }
        if line.is_outside() {
            return self.outside(line, true);
        }
        let (recommendation, starts) = self.recommendation(&mut line);
        self.current = recommendation;
        let number = line.get(Number);
        let mut row = FoundRow { recommendation, ..FoundRow::default() };
        row.label = match recommendation.and_then(|at| self.recommendations.get(at)) {
            Some(above) if number.is_empty() => above.printed.clone(),
            _ => number.to_owned(),
        };
        let entries = self.entries(&line);
        self.timescales_and_leads(&line, &mut row, entries.len());
        // The number of a line that carries on a recommendation is that of its action.
        let own = !starts && !number.is_empty() && line.get(ActionNumber).is_empty();
        let own = own
            && recommendation
                .and_then(|at| self.recommendations.get(at))
                .is_none_or(|above| above.printed != number);
        self.add_actions(&mut line, &mut row, entries, if own { number } else { "" });
        for role in [Priority, Outcome] {
            line.keep_role(role);
        }
        line.keep_unread();
        row.other = line.other;
        self.rows.push(row);
    }

    /// The recommendation of a line, and whether the line is the first of it.
    fn recommendation(&mut self, line: &mut Line<'_>) -> (Option<usize>, bool) {
        let cell = line.get(Recommendation);
        if !self.has_recommendations {
            for role in [Response, Theme] {
                line.keep_role(role);
            }
            return (None, false);
        }
        if line.says_ditto() {
            line.keep_role(Recommendation);
            self.carried_on(line);
            // What is said of the recommendation again is kept, and changes nothing.
            for role in [Response, Theme] {
                line.keep_role(role);
            }
            return (self.current, false);
        }
        let number = line.get(Number);
        let numbered = if number.is_empty() { numbers::leading(cell) } else { None };
        let (printed, words) = numbered.unwrap_or((number, cell));
        let key = (fold(cell), fold(printed));
        // Cells that are filled down print it again, and its actions may have numbers of their own.
        // Another plain number makes it another recommendation.
        let is_above = |above: &FoundRecommendation| {
            let differ = plain(printed) && plain(&above.printed) && above.printed.trim() != printed;
            above.words == key.0 && !differ
        };
        let above = self.current.filter(|at| self.recommendations.get(*at).is_some_and(is_above));
        if let Some(at) = above.or_else(|| self.known.get(&key).copied()) {
            for role in [Response, Theme] {
                line.keep_role(role);
            }
            return (Some(at), false);
        }
        let at = self.recommendations.len();
        let folded = key.0.clone();
        self.known.insert(key, at);
        let (title, rationale) = title_and_rest(words);
        let mut doc =
            RecommendationDoc { title: Some(title.into()), ..RecommendationDoc::default() };
        doc.rationale = rationale.map(Into::into);
        self.response(line, &mut doc);
        let theme = line.get(Theme);
        if !theme.is_empty() {
            self.themes.add(theme);
            doc.themes = [Flex::Plain(theme.to_owned().into())].into_iter().collect();
        }
        let printed = printed.to_owned();
        let place = if number.is_empty() { Recommendation } else { Number };
        self.recommendations.push(FoundRecommendation {
            printed,
            words: folded,
            at: (line.at, place),
            doc,
        });
        (Some(at), true)
    }

    /// A line without a recommendation of its own belongs to that above, and says so where it may
    /// be another's.
    fn carried_on(&mut self, line: &Line<'_>) {
        let number = line.get(Number);
        let above = self.current.and_then(|at| self.recommendations.get(at));
        let message = match above {
            None => {
                format!("Line {} has no recommendation, and none stands above it.", line.at + 1)
            }
            Some(above) => {
                if above.printed == number || !plain(number) || !plain(&above.printed) {
                    return;
                }
                format!(
                    "Line {} has the number '{number}' and no recommendation; it is taken with '{}' above it.",
                    line.at + 1,
                    above.printed
                )
            }
        };
        let help = "Write the recommendation in the line if it is another.";
        self.findings.push(line.finding(&entries::CARRIED_ON, Recommendation, message, help));
    }

    fn response(&mut self, line: &mut Line<'_>, doc: &mut RecommendationDoc<'static>) {
        let cell = line.get(Response);
        if cell.is_empty() {
            return;
        }
        use crate::values::Verdict;
        let read = Printed::<Reported>::read(cell);
        let verdict = read.value().and_then(|said| said.response).map(|verdict| match verdict {
            Verdict::Accepted => "accepted",
            Verdict::PartlyAccepted => "partly_accepted",
            Verdict::NotAccepted => "not_accepted",
        });
        let written = ResponseDoc {
            verdict: Some(verdict.unwrap_or(cell).to_owned().into()),
            ..ResponseDoc::default()
        };
        doc.response = Some(Flex::full(written)).into();
        // The word is one of three; the cell may have said it otherwise.
        line.keep_role(Response);
    }

    /// What stands in the action cell, one entry for each thing that it clearly lists.
    fn entries(&mut self, line: &Line<'_>) -> Vec<Entry> {
        let cell = line.get(Action);
        let items = split::items(cell);
        if items.len() == 1 && split::filled(cell).len() > 1 {
            let count = split::filled(cell).len();
            let message =
                format!("The action in line {} has {count} lines: '{cell}'.", line.at + 1);
            let help = "Put a bullet or a blank line before each, if they are several actions.";
            self.findings.push(line.finding(&entries::LINES_AS_ONE, Action, message, help));
        }
        let is_note = |text: &str| say_nothing(text) || text.trim_end().ends_with('?');
        items.into_iter().map(|text| Entry { is_note: is_note(&text), text }).collect()
    }

    fn timescales_and_leads(&mut self, line: &Line<'_>, row: &mut FoundRow, entries: usize) {
        row.timescales = split::timescales(line.get(Timescale));
        row.leads = split::filled(line.get(Lead));
        if entries > 0 {
            return;
        }
        let silent: Vec<_> =
            OF_ACTION.iter().map(|role| line.get(*role)).filter(|cell| !cell.is_empty()).collect();
        if !silent.is_empty() {
            let words =
                silent.iter().map(|cell| format!("'{cell}'")).collect::<Vec<_>>().join(", ");
            let message = format!("Line {} has no action, and says {words}.", line.at + 1);
            let help =
                "Write the action in the line, or the cells beside the action that is meant.";
            self.findings.push(line.finding(&entries::LINE_WITHOUT_ACTION, Action, message, help));
        }
    }

    /// The cells of a line that speak of its actions, one for each entry of the action cell; none
    /// where it cannot be told which is whose. Those are kept as printed.
    fn pair(
        &mut self,
        line: &mut Line<'_>,
        row: &FoundRow,
        count: usize,
    ) -> HashMap<ColumnRole, Vec<String>> {
        let mut cells: HashMap<ColumnRole, Vec<String>> = HashMap::new();
        for role in OF_ACTION {
            let cell = line.get(role);
            let printed = match role {
                Timescale if count > 1 => row.timescales.clone(),
                Lead => row.leads.clone(),
                _ if count > 1 && !cell.is_empty() => {
                    let listed = split::listed(cell).filter(|items| items.len() == count);
                    // As many sentences as actions are no sign of whose each is.
                    let is_told = matches!(role, Update | Evidence | Detail);
                    listed.unwrap_or_else(|| match split::filled(cell) {
                        _ if is_told => Vec::new(),
                        lines if lines.len() == count => lines,
                        _ => split::items(cell),
                    })
                }
                _ => Vec::new(),
            };
            let own = match (count, role) {
                (1, Lead) => printed,
                (1, _) => vec![cell.to_owned()],
                _ if printed.len() == count => printed,
                _ => Vec::new(),
            };
            let unpaired = own.is_empty() && !cell.is_empty();
            // Rows hold these two themselves.
            if unpaired && !matches!(role, Timescale | Lead) {
                line.keep_role(role);
                if count > 1 {
                    let message = format!(
                        "Line {} has {count} actions, and one cell that says '{cell}'.",
                        line.at + 1
                    );
                    let help = "Put one action on a line, or a line in the cell for each action.";
                    self.findings.push(line.finding(&entries::CELL_UNPAIRED, role, message, help));
                }
            }
            cells.insert(role, own);
        }
        cells
    }

    /// The actions of a line, each with the cells that are its own beyond doubt.
    fn add_actions(
        &mut self,
        line: &mut Line<'_>,
        row: &mut FoundRow,
        entries: Vec<Entry>,
        number: &str,
    ) {
        let count = entries.len();
        let mut cells = self.pair(line, row, count);
        if self.has_letters && entries.iter().any(|entry| !entry.is_note) {
            colours(line, cells.get_mut(&Health));
        }
        let said_of_all = [AsAt, Workstream];
        if entries.iter().all(|entry| entry.is_note) {
            said_of_all.into_iter().for_each(|role| line.keep_role(role));
        }
        for (at, Entry { text, is_note }) in entries.into_iter().enumerate() {
            let own = |role: ColumnRole| {
                let all = cells.get(&role).map_or(&[][..], Vec::as_slice);
                let mine = if count == 1 && role == Lead {
                    all
                } else {
                    all.get(at).map_or(&[][..], std::slice::from_ref)
                };
                mine.iter().filter(|cell| !cell.is_empty()).cloned().collect::<Vec<_>>()
            };
            if is_note {
                row.placeholders.push(text);
                for role in OF_ACTION.into_iter().filter(|role| !matches!(role, Timescale | Lead)) {
                    for cell in own(role) {
                        line.keep(line.heading(role), &cell);
                    }
                }
                continue;
            }
            let mut doc = action(&text, &own);
            let printed = own(ActionNumber).pop().unwrap_or_default();
            let printed =
                if printed.is_empty() && count == 1 { number.to_owned() } else { printed };
            let workstream = line.get(Workstream);
            if !workstream.is_empty() {
                self.workstreams.add(workstream);
                doc.workstream = Some(workstream.to_owned().into());
            }
            add_status(&mut doc, line.get(AsAt), &own);
            row.actions.push(self.actions.len());
            self.actions.push(FoundAction {
                printed,
                line: line.at,
                recommendation: row.recommendation,
                row: self.rows.len(),
                part_of: own(PartOf).pop().unwrap_or_default(),
                also: own(AlsoAnswers).pop().unwrap_or_default(),
                doc,
            });
        }
    }
}

fn action(text: &str, own: &dyn Fn(ColumnRole) -> Vec<String>) -> ActionDoc<'static> {
    let (title, rest) = title_and_rest(text);
    let detail: Vec<_> = rest.into_iter().chain(own(Detail)).collect();
    ActionDoc {
        title: Some(title.into()),
        detail: (!detail.is_empty()).then(|| detail.join("\n").into()),
        leads: own(Lead).into_iter().map(|lead| Flex::Plain(lead.into())).collect(),
        timescale: own(Timescale).pop().map(Into::into),
        started: own(Started).pop().map(Into::into),
        ..ActionDoc::default()
    }
}

/// Puts colours for the letters of a RAG cell, which is kept as printed.
fn colours(line: &mut Line<'_>, cells: Option<&mut Vec<String>>) {
    let mut any = false;
    for cell in cells.into_iter().flatten() {
        if let Some(colour) = colour(cell) {
            (*cell, any) = (colour.to_owned(), true);
        }
    }
    if any {
        line.keep_role(Health);
    }
}

/// What was said of an action, in one note; how it is said to go in another before it, where the line
/// says how far it is as well.
fn add_status(doc: &mut ActionDoc<'static>, as_at: &str, own: &dyn Fn(ColumnRole) -> Vec<String>) {
    let cell = |role| own(role).pop().map(Into::into);
    let as_at = || (!as_at.is_empty()).then(|| as_at.to_owned().into());
    let (status, health) = (cell(Status), cell(Health));
    let (apart, state) = if status.is_some() { (health, status) } else { (None, health) };
    let apart =
        apart.map(|state| StatusDoc { state: Some(state), as_at: as_at(), ..StatusDoc::default() });
    let note = StatusDoc {
        state,
        percent: cell(Percent),
        text: cell(Update),
        evidence: cell(Evidence),
        as_at: as_at(),
        ..StatusDoc::default()
    };
    let note = Some(note).filter(|note| *note != StatusDoc::default());
    doc.status = apart.into_iter().chain(note).map(Flex::full).collect();
}

/// Whether a printed number is digits alone.
fn plain(printed: &str) -> bool {
    printed.trim().parse::<u32>().is_ok()
}

/// The first line, and what stands below it.
fn title_and_rest(text: &str) -> (String, Option<String>) {
    let text = text.trim();
    match text.split_once(['\n', '\r']) {
        Some((title, rest)) => {
            (title.trim().to_owned(), Some(rest.trim().to_owned()).filter(|rest| !rest.is_empty()))
        }
        None => (text.to_owned(), None),
    }
}
