//! From a sheet to a document.

use super::{
    cells::{Line, column_name, finding, has_letters},
    entries,
    headings::role,
    lines::{FoundAction, FoundRecommendation, FoundRow, Lines},
    links,
    mapping::Mapping,
    numbers::{self, Taken},
    read::Sheet,
};
use crate::{
    document::{
        AboutDoc, ActionPlanDoc, Document, FORMAT, Flex, Many, OrganisationDoc, PlanColumnDoc,
        PlanRowDoc, Raw, ThemeDoc, Words, WorkstreamDoc,
    },
    finding::{Finding, Findings},
    model::{ColumnRole, Programme},
    values::Reference,
};

/// What a sheet does not say of itself.
///
/// ```
/// use programme::sheet::{Settings, Sheet};
///
/// let mut settings = Settings::named("Answer to the peer challenge");
/// settings.council = Some("Example Council".into());
/// settings.as_at = Some("May 2024".into());
/// let sheet = Sheet::read("Action,Owner\nWrite it,COO\n");
/// let (programme, _) = sheet.import(&sheet.propose(), &settings).check();
/// assert_eq!(programme.about().name, "Answer to the peer challenge");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The name of the programme, from which the ids of its rows derive.
    pub programme: String,
    /// The council whose programme it is.
    pub council: Option<String>,
    /// The title of the plan; what stands first above the table, where it is left out.
    pub title: Option<String>,
    /// The day for which the plan speaks, as printed. Statuses without a day were stated then.
    pub as_at: Option<String>,
}

impl Settings {
    /// Settings of which only the name of the programme is given.
    #[must_use]
    pub fn named(programme: impl Into<String>) -> Self {
        Self { programme: programme.into(), ..Self::default() }
    }
}

/// A sheet as a document, and what was found in importing it.
///
/// ```
/// use programme::sheet::{Settings, Sheet};
///
/// let sheet = Sheet::read("Action,Owner,Budget code\nWrite it,COO,T-4411\n");
/// let imported = sheet.import(&sheet.propose(), &Settings::named("Example"));
/// assert_eq!(imported.document.actions.items().len(), 1);
/// let codes: Vec<_> = imported.findings.iter().map(|f| f.code().to_string()).collect();
/// assert_eq!(codes, ["INP-020"], "the budget code is kept with its row");
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Imported {
    /// The document, to be added to, read or written like any other.
    pub document: Document<'static>,
    /// What was found in importing; the document has its own findings.
    pub findings: Findings,
    places: Places,
}

/// Where in the sheet the rows of the document stand, lines counted from 0.
#[derive(Clone, Debug, Default, PartialEq)]
struct Places {
    mapping: Mapping,
    recommendations: Vec<usize>,
    actions: Vec<usize>,
}

impl Places {
    /// The line and the column that a pointer into the document leads back to.
    fn of(&self, path: &str) -> Option<(usize, usize)> {
        let mut steps = path.split('/').skip(1);
        let (list, row, field) =
            (steps.next()?, steps.next()?.parse::<usize>().ok()?, steps.next());
        let (lines, whole) = match list {
            "recommendations" => (&self.recommendations, ColumnRole::Recommendation),
            "actions" => (&self.actions, ColumnRole::Action),
            _ => return None,
        };
        let holds = match (field, path.rsplit('/').next()) {
            (Some("timescale"), _) => ColumnRole::Timescale,
            (Some("leads"), _) => ColumnRole::Lead,
            (Some("started"), _) => ColumnRole::Started,
            (Some("response"), _) => ColumnRole::Response,
            (Some("parent"), _) => ColumnRole::PartOf,
            (Some("workstream"), _) => ColumnRole::Workstream,
            (Some("status"), Some("percent")) => ColumnRole::Percent,
            (Some("status"), Some("as_at")) => ColumnRole::AsAt,
            (Some("status"), _) => ColumnRole::Status,
            _ => whole,
        };
        let column = self.mapping.column(holds).or_else(|| {
            self.mapping.column(ColumnRole::Health).filter(|_| holds == ColumnRole::Status)
        });
        lines.get(row).map(|line| (line + 1, column.unwrap_or(0) + 1))
    }
}

impl Imported {
    /// The programme, with what was found in importing and in reading the document. What was found
    /// in a recommendation or an action that the sheet gave has its place in the sheet.
    ///
    /// See the [module](super) for an example.
    #[must_use]
    pub fn check(self) -> (Programme, Findings) {
        let (programme, reading) = self.document.check().lenient();
        let placed = reading.into_iter().map(|mut finding| {
            if let Some(place) = &mut finding.place {
                place.line_column = self.places.of(&place.path);
            }
            finding
        });
        (programme, self.findings.merge(Findings::new(placed.collect())))
    }
}

impl Sheet {
    /// Makes a document of the sheet, understood as the mapping says. Never fails, and drops
    /// nothing: what finds no field is kept with its row, as printed, and reported.
    ///
    /// A blank cell under a recommendation carries it on. An action cell that clearly lists several
    /// things (bullets, numbers, blank lines) gives as many actions; the other cells of the line go
    /// to them where there are as many of each, and to none where there are not. Places of findings
    /// are the line and the column of the cell, as spreadsheet programs count them.
    ///
    /// See [`Imported`] for an example.
    #[must_use]
    pub fn import(&self, mapping: &Mapping, settings: &Settings) -> Imported {
        let has_recommendations = mapping.column(ColumnRole::Recommendation).is_some();
        let mut lines = Lines::new(has_recommendations, has_letters(self, mapping));
        let no_table = no_table(mapping);
        let header = mapping.header.filter(|_| no_table.is_none());
        lines.findings.extend(no_table);
        lines.findings.extend(self.unread_columns(mapping));
        let (read, mut title) = (mapping.read(), settings.title.clone());
        for at in 0..self.rows().len() {
            let Some(line) = Line::new(self, mapping, &read, at).filter(|line| !line.is_blank())
            else {
                continue;
            };
            match header {
                Some(header) if at == header => {}
                Some(header) if at > header => lines.add(line),
                _ => {
                    let first = line.filled().next().and_then(|(_, cell)| cell.lines().next());
                    title = title.or(first.filter(|_| header.is_some()).map(str::to_owned));
                    lines.outside(line, header.is_some());
                }
            }
        }
        assemble(lines, mapping, settings, title)
    }

    /// Columns with words in them that are not read.
    fn unread_columns(&self, mapping: &Mapping) -> Vec<Finding> {
        let header = mapping.header.unwrap_or(0);
        let width = self.width().max(mapping.columns.len());
        let (mut findings, read) = (Vec::new(), mapping.read());
        let holds = |column: usize| mapping.columns.get(column).and_then(|column| column.holds);
        let is_read =
            |column: &usize| holds(*column).and_then(|holds| read.get(&holds)) == Some(column);
        // How many cells of each column have words, and the first of them.
        let mut filled = vec![(0_usize, ""); width];
        for row in self.rows().iter().skip(header + 1).filter(|_| mapping.header.is_some()) {
            for (cell, (count, first)) in row.cells().iter().zip(&mut filled) {
                let cell = cell.trim();
                if !cell.is_empty() {
                    *count += 1;
                    *first = if *count == 1 { cell } else { *first };
                }
            }
        }
        let filled = filled.into_iter().enumerate().filter(|(_, (count, _))| *count > 0);
        for (column, (count, first)) in filled.filter(|(column, _)| !is_read(column)) {
            let (name, heading) = (column_name(column), mapping.heading(column));
            let like = holds(column)
                .or_else(|| role(heading))
                .and_then(|like| Some((like, *read.get(&like)?)));
            let at = (header, column);
            findings.push(if let Some((like, other)) = like {
                let first = format!("{} ('{}')", column_name(other), mapping.heading(other));
                let like = like.to_string().replace('_', " ");
                let message = format!(
                    "Columns {first} and {name} ('{heading}') both seem to hold the {like}; the \
                     first is read."
                );
                let help = "Say which is meant; the other is kept with its rows, as printed.";
                finding(&entries::COLUMN_TWICE, at, message, help)
            } else {
                let said = if heading.is_empty() {
                    format!("Column {name} has no heading")
                } else {
                    format!("What column {name} ('{heading}') holds is not known")
                };
                let count = match count {
                    1 => "one cell of it has words".to_owned(),
                    more => format!("{more} cells of it have words"),
                };
                let message = format!("{said}; {count}, the first '{first}'.");
                let help = "Say what it holds; its cells are kept with their rows, as printed.";
                finding(&entries::COLUMN_UNKNOWN, at, message, help)
            });
        }
        findings
    }
}

/// Why the mapping gives no table at all, if it gives none.
fn no_table(mapping: &Mapping) -> Option<Finding> {
    let message = if mapping.header.is_none() {
        "No line of the sheet names its columns."
    } else if [ColumnRole::Action, ColumnRole::Recommendation]
        .iter()
        .all(|role| mapping.column(*role).is_none())
    {
        "No column of the sheet is known to hold actions or recommendations."
    } else {
        return None;
    };
    let help = "Say which line holds the headings, and what the columns hold.";
    let at = (mapping.header.unwrap_or(0), 0);
    Some(finding(&entries::NO_TABLE, at, message.to_owned(), help))
}

/// Gives references to what was found, and puts it together.
fn assemble(
    lines: Lines,
    mapping: &Mapping,
    settings: &Settings,
    title: Option<String>,
) -> Imported {
    let Lines {
        mut recommendations, mut actions, mut rows, workstreams, themes, mut findings, ..
    } = lines;
    let answered = recommendation_references(&mut recommendations, mapping, &mut findings);
    let done = action_references(&mut actions, &answered, mapping, &mut findings);
    let known = (recommendations.as_slice(), answered.as_slice());
    findings.extend(links::resolve(&mut actions, &done, known, &mut rows, mapping));
    let places = Places {
        mapping: mapping.clone(),
        recommendations: recommendations.iter().map(|found| found.at.0).collect(),
        actions: actions.iter().map(|found| found.line).collect(),
    };
    let cell = |text: &str| Some(Raw::from(text.to_owned()));
    let plan = ActionPlanDoc {
        reference: cell("PLAN1"),
        title: cell(title.as_deref().unwrap_or("Action plan")),
        as_at: settings.as_at.as_deref().and_then(cell),
        columns: columns(mapping),
        rows: rows.into_iter().map(|row| Flex::full(plan_row(row, &answered, &done))).collect(),
        ..ActionPlanDoc::default()
    };
    let council = settings.council.as_deref().map(|name| OrganisationDoc {
        reference: cell("ORG1"),
        name: cell(name),
        kind: cell("council"),
        ..OrganisationDoc::default()
    });
    let about = AboutDoc {
        name: cell(&settings.programme),
        council: council.as_ref().and_then(|_| cell("ORG1")),
        ..AboutDoc::default()
    };
    let document = Document {
        format: cell(FORMAT),
        programme: Some(Flex::full(about)).into(),
        organisations: council.into_iter().map(Flex::full).collect(),
        themes: themes
            .all
            .into_iter()
            .map(|name| Flex::full(ThemeDoc { name: Some(name.into()), ..ThemeDoc::default() }))
            .collect(),
        recommendations: recommendations.into_iter().map(|found| Flex::full(found.doc)).collect(),
        plans: [Flex::full(plan)].into_iter().collect(),
        actions: actions.into_iter().map(|found| Flex::full(found.doc)).collect(),
        workstreams: workstreams
            .all
            .into_iter()
            .map(|name| {
                Flex::full(WorkstreamDoc { name: Some(name.into()), ..WorkstreamDoc::default() })
            })
            .collect(),
        ..Document::default()
    };
    Imported { document, findings: Findings::new(findings), places }
}

/// Numbers that are printed stand; the others follow in the order of the sheet.
fn recommendation_references(
    all: &mut [FoundRecommendation],
    mapping: &Mapping,
    findings: &mut Vec<Finding>,
) -> Vec<Reference> {
    let mut taken = Taken::default();
    let mut given: Vec<Option<Reference>> = Vec::with_capacity(all.len());
    for found in all.iter() {
        let wanted = numbers::reference("R", &found.printed);
        let own = wanted.filter(|wanted| taken.take(*wanted));
        if wanted.is_some() && own.is_none() {
            let (line, place) = found.at;
            findings.push(repeated("recommendation", &found.printed, line, mapping.column(place)));
        }
        given.push(own);
    }
    let mut references = Vec::with_capacity(all.len());
    for (at, (found, own)) in all.iter_mut().zip(given).enumerate() {
        let reference = own.unwrap_or_else(|| taken.free("R", &[], at));
        let shown = reference.to_string();
        found.doc.label = (!found.printed.is_empty() && found.printed != shown)
            .then(|| found.printed.clone().into());
        found.doc.reference = Some(shown.into());
        references.push(reference);
    }
    references
}

fn action_references(
    all: &mut [FoundAction],
    answered: &[Reference],
    mapping: &Mapping,
    findings: &mut Vec<Finding>,
) -> Vec<Reference> {
    let mut taken = Taken::default();
    let mut given: Vec<Option<Reference>> = Vec::with_capacity(all.len());
    for found in all.iter() {
        let wanted = numbers::reference("A", &found.printed);
        let own = wanted.filter(|wanted| taken.take(*wanted));
        if wanted.is_some() && own.is_none() {
            let column =
                mapping.column(ColumnRole::ActionNumber).or(mapping.column(ColumnRole::Number));
            findings.push(repeated("action", &found.printed, found.line, column));
        }
        given.push(own);
    }
    let mut references = Vec::with_capacity(all.len());
    for (found, own) in all.iter_mut().zip(given) {
        let recommendation = found.recommendation.and_then(|at| answered.get(at)).copied();
        let numbers: Vec<u32> = recommendation.into_iter().flat_map(Reference::numbers).collect();
        let reference = own.unwrap_or_else(|| taken.free("A", &numbers, 0));
        let shown = reference.to_string();
        found.doc.label = (!found.printed.is_empty() && found.printed != shown)
            .then(|| found.printed.clone().into());
        found.doc.reference = Some(shown.into());
        found.doc.plan = Some("PLAN1".into());
        references.push(reference);
    }
    references
}

fn repeated(what: &str, printed: &str, line: usize, column: Option<usize>) -> Finding {
    let message = format!("Another {what} prints the number '{printed}'.");
    let help = "It goes by another reference, and has this as its label; correct one of the two.";
    finding(&entries::NUMBER_REPEATED, (line, column.unwrap_or(0)), message, help)
}

fn references(references: impl IntoIterator<Item = Reference>) -> Words<'static> {
    references.into_iter().map(|reference| Flex::Plain(reference.to_string().into())).collect()
}

fn columns(mapping: &Mapping) -> Many<'static, PlanColumnDoc<'static>> {
    let read = mapping.read();
    let holds =
        |at: usize| mapping.columns.get(at)?.holds.filter(|holds| read.get(holds) == Some(&at));
    let column = |at: usize| PlanColumnDoc {
        heading: Some(mapping.heading(at).to_owned().into())
            .filter(|_| !mapping.heading(at).is_empty()),
        holds: holds(at).map(|role| role.to_string().into()),
        ..PlanColumnDoc::default()
    };
    (0..mapping.columns.len()).map(|at| Flex::full(column(at))).collect()
}

fn plan_row(row: FoundRow, answered: &[Reference], done: &[Reference]) -> PlanRowDoc<'static> {
    let FoundRow { label, recommendation, actions, placeholders, timescales, leads, other } = row;
    let texts = |all: Vec<String>| all.into_iter().map(|text| Flex::Plain(text.into())).collect();
    PlanRowDoc {
        label: (!label.is_empty()).then(|| label.into()),
        recommendation: recommendation
            .and_then(|at| answered.get(at))
            .map(|r| r.to_string().into()),
        actions: references(actions.into_iter().filter_map(|at| done.get(at).copied())),
        placeholders: texts(placeholders),
        timescales: texts(timescales),
        leads: texts(leads),
        other: Many::Listed(other),
        ..PlanRowDoc::default()
    }
}
