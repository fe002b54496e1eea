//! Where a figure comes from.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{Grouping, Policy, Progress, breakdown, groups::keys_of, pass::Pass};
use crate::model::{Action, Citation, DueState, NONE, Programme, State, Subject};

/// How a figure came about: a tree from the whole down to what was said of each action, with where
/// it was said.
///
/// ```
/// use programme::{model::{About, Draft}, rollup::{self, Grouping, Policy}};
/// use programme::{values::Timescale, Action};
///
/// let mut draft = Draft::new(About::named("example"));
/// let mut action = Action::new(draft.key("A1".parse()?), "Publish the plan");
/// action.timescale = Timescale::read("Completed");
/// draft.put(action);
/// let on = "2019-09-04".parse()?;
/// let trace = rollup::explain(&draft.finish()?, Grouping::Recommendation, &Policy::pooled(), on);
/// let leaf = &trace.parts[0].parts[0];
/// assert_eq!(leaf.fact.as_ref().map(|f| f.words.as_str()), Some("Completed"));
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trace {
    /// The row that this is about; none for the programme, and for actions in no group.
    pub subject: Option<Subject>,
    /// What the row is called.
    pub name: String,
    /// What it counts for.
    pub progress: Progress,
    /// What was said, for an action that is counted by itself.
    pub fact: Option<Fact>,
    /// What it is made of.
    pub parts: Vec<Trace>,
}

/// What was said of one action, and what follows from it.
///
/// ```
/// use programme::{model::{About, DueState, Draft, State}, rollup::{self, Grouping, Policy}};
/// use programme::{values::Timescale, Action};
///
/// let mut draft = Draft::new(About::named("example"));
/// let mut action = Action::new(draft.key("A1".parse()?), "Publish the plan");
/// action.timescale = Timescale::read("15th May 2019 Cabinet");
/// draft.put(action);
/// let on = "2019-09-04".parse()?;
/// let trace = rollup::explain(&draft.finish()?, Grouping::Workstream, &Policy::pooled(), on);
/// let leaf = trace.parts.first().and_then(|rest| rest.parts.first()).ok_or("no action")?;
/// let fact = leaf.fact.as_ref().ok_or("not counted by itself")?;
/// assert_eq!((fact.state, fact.due), (State::NotReported, DueState::Overdue));
/// assert_eq!(fact.words, "15th May 2019 Cabinet");
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// How the action counts.
    pub state: State,
    /// How it stands to its timescale.
    pub due: DueState,
    /// The words of status or timescale from which this follows; empty where nothing is said.
    pub words: String,
    /// Where they stand.
    pub sources: Vec<Citation>,
}

/// Explains the progress of a programme, group by group and action by action.
///
/// An action in several groups appears in each, as it counts in each; the total counts it once.
///
/// ```
/// use programme::{model::{About, Draft}, rollup::{self, Grouping, Policy}, Action};
///
/// let mut draft = Draft::new(About::named("example"));
/// draft.put(Action::new(draft.key("A1".parse()?), "Publish the plan"));
/// let (programme, on) = (draft.finish()?, "2019-09-04".parse()?);
/// let trace = rollup::explain(&programme, Grouping::Lead, &Policy::pooled(), on);
/// assert_eq!(trace.progress, rollup::progress(&programme, &Policy::pooled(), on));
/// assert_eq!(trace.parts.first().map(|rest| rest.name.as_str()), Some("in no group"));
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn explain(programme: &Programme, by: Grouping, policy: &Policy, on: NaiveDate) -> Trace {
    let sums = breakdown(programme, by, policy, on);
    let pass = Pass::new(programme, policy, on);
    let mut leaves: BTreeMap<Option<Subject>, Vec<Trace>> = BTreeMap::new();
    let whole = |action: &&Action| action.parent.is_none();
    for action in programme.actions().into_iter().filter(whole) {
        let trace = explain_action(&pass, action);
        let keys = keys_of(programme, by, action);
        if keys.is_empty() {
            leaves.entry(None).or_default().push(trace);
            continue;
        }
        for key in keys {
            leaves.entry(Some(key)).or_default().push(trace.clone());
        }
    }
    let mut parts: Vec<Trace> = sums
        .groups
        .into_iter()
        .map(|(subject, progress)| Trace {
            subject: Some(subject),
            name: programme.name(subject).unwrap_or("").to_owned(),
            progress,
            fact: None,
            parts: leaves.remove(&Some(subject)).unwrap_or_default(),
        })
        .collect();
    if let Some(rest) = leaves.remove(&None) {
        let (name, progress) = ("in no group".to_owned(), sums.unassigned);
        parts.push(Trace { subject: None, name, progress, fact: None, parts: rest });
    }
    let name = programme.about().name.clone();
    Trace { subject: None, name, progress: sums.total, fact: None, parts }
}

fn explain_action(pass: &Pass<'_>, action: &Action) -> Trace {
    let (programme, actions) = (pass.programme, pass.programme.actions());
    let number = actions.number(action.key.id).unwrap_or(NONE);
    let below = programme.index().parts(number).filter_map(|part| actions.row(part));
    let parts: Vec<Trace> = below.map(|part| explain_action(pass, part)).collect();
    let mut progress: Progress = parts.iter().map(|part| part.progress.clone()).sum();
    let mut fact = None;
    if parts.is_empty() {
        let at = usize::try_from(number).unwrap_or(usize::MAX);
        pass.add(&mut progress, at, at.saturating_add(1));
        fact = Some(said(pass, action, number));
    }
    let (subject, name) = (Some(action.key.id.into()), action.title.clone());
    Trace { subject, name, progress, fact, parts }
}

fn said(pass: &Pass<'_>, action: &Action, number: u32) -> Fact {
    let standing = pass.programme.standing(action, pass.on);
    let status = standing.note.and_then(|note| note.state.as_ref());
    let noted = standing.note.and_then(|note| note.source.clone());
    let words = status.map_or_else(|| action.timescale.words(), |status| status.words());
    Fact {
        state: pass.columns.state(number),
        due: pass.programme.index().due_state(number, &pass.columns, pass.on),
        words: words.into_owned(),
        sources: noted.map_or_else(|| action.key.sources.clone(), |source| vec![source]),
    }
}
