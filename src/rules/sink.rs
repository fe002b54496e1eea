//! Where a rule puts its verdicts.

use super::Levels;
use crate::{
    finding::{Entry, Finding, Outcome},
    values::Code,
};

/// What one rule looked at in a run. A rule that never applied says so, and is not taken for one
/// that passed.
///
/// ```
/// use programme::{model::{About, Draft, Lead}, rules::{self, Settings, Tally}, Action};
///
/// let mut draft = Draft::new(About::named("example"));
/// let mut action = Action::new(draft.key("A1".parse()?), "Publish the plan");
/// action.leads.push(Lead::named("Chief Executive"));
/// draft.put(action);
/// let run = rules::lint(&draft.finish()?, &Settings::as_at("2019-09-04".parse()?));
/// let of = |code: &str| run.tallies.iter().find(|t: &&Tally| t.code.to_string() == code);
/// assert_eq!(of("ACT-001").map(|t| (t.passed, t.failed)), Some((1, 0)));
/// assert_eq!(of("REC-001").map(|t| (t.passed, t.failed)), Some((0, 0)), "nothing to look at");
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// The rule's code.
    pub code: Code,
    /// Things that were in order.
    pub passed: u64,
    /// Certain findings.
    pub failed: u64,
    /// Findings that some missing fact would settle.
    pub undetermined: u64,
    /// Things that could not be checked.
    pub not_assessed: u64,
    /// Findings that the council accepts, by a waiver; they are in none of the other numbers.
    pub waived: u64,
    /// Rows to which the rule does not apply.
    pub not_applicable: u64,
}

impl Tally {
    /// A finding that was counted is waived.
    pub(super) fn waive(&mut self, outcome: Outcome) {
        let count = match outcome {
            Outcome::Certain => &mut self.failed,
            Outcome::Undetermined => &mut self.undetermined,
            Outcome::NotAssessed => &mut self.not_assessed,
        };
        *count = count.saturating_sub(1);
        self.waived += 1;
    }
}

/// The verdicts of one rule.
pub(super) struct Sink<'s> {
    pub(super) entry: &'static Entry,
    levels: &'s Levels,
    tally: Tally,
    findings: Vec<Finding>,
    touched: bool,
}

impl<'s> Sink<'s> {
    pub(super) fn new(entry: &'static Entry, levels: &'s Levels) -> Self {
        let tally = Tally {
            code: entry.code,
            passed: 0,
            failed: 0,
            undetermined: 0,
            not_assessed: 0,
            waived: 0,
            not_applicable: 0,
        };
        Self { entry, levels, tally, findings: Vec::new(), touched: false }
    }

    /// Lets a rule look at one row; one that says nothing of it does not apply to it.
    pub(super) fn look(&mut self, rule: impl FnOnce(&mut Self)) {
        self.touched = false;
        rule(self);
        if !self.touched {
            self.tally.not_applicable += 1;
        }
    }

    /// Something is in order.
    pub(super) fn pass(&mut self) {
        self.touched = true;
        self.tally.passed += 1;
    }

    /// So many things are in order.
    pub(super) fn pass_all(&mut self, count: usize) {
        self.touched |= count > 0;
        self.tally.passed += u64::try_from(count).unwrap_or(u64::MAX);
    }

    /// Something is in order, or else found.
    pub(super) fn expect(&mut self, in_order: bool, otherwise: impl FnOnce(&Self) -> Finding) {
        if in_order {
            self.pass();
        } else {
            self.find(otherwise(self));
        }
    }

    /// A finding of this rule.
    pub(super) fn finding(&self, message: impl Into<String>, help: impl Into<String>) -> Finding {
        Finding::new(self.entry, message, help)
    }

    pub(super) fn find(&mut self, mut finding: Finding) {
        self.touched = true;
        let count = match finding.outcome {
            Outcome::Certain => &mut self.tally.failed,
            Outcome::Undetermined => &mut self.tally.undetermined,
            Outcome::NotAssessed => &mut self.tally.not_assessed,
        };
        *count += 1;
        finding.severity = self.levels.severity(&finding);
        self.findings.push(finding);
    }

    /// What was found so far, taken out.
    pub(super) fn take(&mut self) -> Vec<Finding> {
        std::mem::take(&mut self.findings)
    }

    pub(super) fn tally(self) -> Tally {
        self.tally
    }
}
