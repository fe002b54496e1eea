//! What changes in findings from one state to another.

use super::{Run, Settings, lint};
use crate::{
    finding::Finding,
    model::{Programme, Subject},
    values::Code,
};

/// The findings of two states: which are new, which are gone, and which are in both.
///
/// See [`compare`] for an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// Only after.
    pub new: Vec<Finding>,
    /// Only before.
    pub gone: Vec<Finding>,
    /// In both, as they are after.
    pub kept: Vec<Finding>,
}

/// Checks two states of a programme, each as at its own day, and tells which findings the change
/// brought, which it mended and which it left.
///
/// A finding is the same where it has the same code and is about the same rows, whatever days or
/// figures it names; of several such, as many are kept as are in both. Waived ones are left out.
///
/// ```
/// use programme::{change::Change, model::{About, Draft, Lead}};
/// use programme::{rules::{self, Settings}, Action};
///
/// let mut draft = Draft::new(About::named("example"));
/// let mut action = Action::new(draft.key("A1".parse()?), "Publish the plan");
/// draft.put(action.clone());
/// let before = draft.finish()?;
/// action.leads.push(Lead::named("COO"));
/// let after = before.apply(&[Change::replace(action)])?;
/// let settings = Settings::as_at("2019-09-04".parse()?);
/// let found = rules::compare(&before, &settings, &after, &settings);
/// let codes = |findings: &[programme::finding::Finding]| -> Vec<String> {
///     findings.iter().map(|finding| finding.code().to_string()).collect()
/// };
/// assert_eq!(codes(&found.gone), ["ACT-001"], "it has a lead now");
/// assert_eq!(codes(&found.new), ["ACT-004"], "whom the programme does not know");
/// assert_eq!(codes(&found.kept), ["ACT-002"], "it still has no date");
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn compare(
    before: &Programme,
    settings_before: &Settings,
    after: &Programme,
    settings_after: &Settings,
) -> Comparison {
    let standing = |run: Run| -> Vec<Finding> {
        run.findings.into_iter().filter(|finding| finding.waived_by.is_none()).collect()
    };
    let mut gone = standing(lint(before, settings_before));
    let (mut new, mut kept) = (Vec::new(), Vec::new());
    // Sorted by what makes two findings the same, so that each is looked up and not searched for.
    gone.sort_by(|a, b| key(a).cmp(&key(b)));
    let mut left: Vec<bool> = vec![true; gone.len()];
    for finding in standing(lint(after, settings_after)) {
        let first = gone.partition_point(|other| key(other) < key(&finding));
        let mut same =
            (first..gone.len()).take_while(|at| gone.get(*at).map(key) == Some(key(&finding)));
        match same.find(|at| left.get(*at) == Some(&true)) {
            Some(at) => {
                left.iter_mut().skip(at).take(1).for_each(|left| *left = false);
                kept.push(finding);
            }
            None => new.push(finding),
        }
    }
    let gone = gone.into_iter().zip(left).filter(|(_, left)| *left).map(|(finding, _)| finding);
    let gone = crate::finding::Findings::new(super::in_order(before, gone.collect()));
    let gone = gone.into_iter().collect();
    Comparison { new, gone, kept }
}

fn key(finding: &Finding) -> (Code, &[Subject]) {
    (finding.code(), &finding.subjects)
}
