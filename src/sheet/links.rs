//! Cells that name other rows of the sheet: of what an action is a part, and what else it answers.

use std::collections::HashMap;

use super::{
    cells::finding,
    entries,
    lines::{FoundAction, FoundRecommendation, FoundRow},
    mapping::Mapping,
    numbers,
};
use crate::{
    document::{Flex, PlanCellDoc},
    finding::Finding,
    model::ColumnRole,
    values::{Reference, names::fold},
};

/// Rows by what is printed of them, and by their references.
struct Known<'a> {
    letters: &'static str,
    by_words: HashMap<String, &'a Reference>,
}

impl<'a> Known<'a> {
    fn new<'p>(
        letters: &'static str,
        printed: impl Iterator<Item = &'p str>,
        references: &'a [Reference],
    ) -> Self {
        let mut by_words = HashMap::new();
        for (words, reference) in printed.zip(references).filter(|(words, _)| !words.is_empty()) {
            by_words.entry(fold(words)).or_insert(reference);
        }
        for reference in references {
            by_words.entry(fold(&reference.to_string())).or_insert(reference);
        }
        Self { letters, by_words }
    }

    fn find(&self, words: &str) -> Option<Reference> {
        let other = || {
            let reference = numbers::reference(self.letters, words)?;
            self.by_words.get(&fold(&reference.to_string()))
        };
        self.by_words.get(&fold(words)).or_else(other).map(|found| **found)
    }

    /// All that a cell names; none where one of them is not known.
    fn all(&self, cell: &str) -> Option<Vec<Reference>> {
        let whole = self.find(cell).map(|found| vec![found]);
        whole.or_else(|| {
            let names = cell.split([',', ';', '\n', '\r']).map(str::trim);
            names.filter(|name| !name.is_empty()).map(|name| self.find(name)).collect()
        })
    }
}

/// Puts on each action what it is a part of and what else it answers. What cannot be found is kept
/// with the row, as printed.
pub(super) fn resolve(
    actions: &mut [FoundAction],
    done: &[Reference],
    (recommendations, answered): (&[FoundRecommendation], &[Reference]),
    rows: &mut [FoundRow],
    mapping: &Mapping,
) -> Vec<Finding> {
    let printed: Vec<_> = actions.iter().map(|found| found.printed.clone()).collect();
    let parents = Known::new("A", printed.iter().map(String::as_str), done);
    let printed = recommendations.iter().map(|found| found.printed.as_str());
    let answers = Known::new("R", printed, answered);
    let (mut findings, read) = (Vec::new(), mapping.read());
    for (found, own) in actions.iter_mut().zip(done) {
        let mut unknown = Vec::new();
        if !found.part_of.is_empty() {
            match parents.find(&found.part_of).filter(|parent| parent != own) {
                Some(parent) => found.doc.parent = Some(parent.to_string().into()),
                None => unknown.push((ColumnRole::PartOf, &found.part_of)),
            }
        }
        match answers.all(&found.also) {
            Some(also) => {
                let main = found.recommendation.and_then(|at| answered.get(at));
                let all = main.into_iter().chain(also.iter().filter(|also| Some(*also) != main));
                let all = all.map(|reference| Flex::Plain(reference.to_string().into()));
                found.doc.answers = all.collect();
            }
            None => unknown.push((ColumnRole::AlsoAnswers, &found.also)),
        }
        for (role, cell) in unknown {
            let column = read.get(&role).copied().unwrap_or(0);
            let message =
                format!("Line {} names '{cell}', which the sheet does not have.", found.line + 1);
            let help = "Write the number as it is printed; the cell is kept with its row.";
            findings.push(finding(&entries::NAME_UNKNOWN, (found.line, column), message, help));
            if let Some(row) = rows.get_mut(found.row) {
                row.other.push(Flex::full(PlanCellDoc {
                    heading: Some(mapping.heading(column).to_owned().into()),
                    text: Some(cell.clone().into()),
                    ..PlanCellDoc::default()
                }));
            }
        }
    }
    findings
}
