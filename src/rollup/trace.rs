//! Where a figure comes from.

use chrono::NaiveDate;

use super::{
    Grouping, Policy, Progress,
    breakdown::sums,
    groups::{number_of_milestone, numbers_of},
    pass::Pass,
};
use crate::{
    model::{
        Action, Citation, DueState, Milestone, Programme, Standing, State, Subject, day_number,
    },
    values::Timescale,
};

/// How many levels of actions a trace has at most. Plans have three or four; a chain of thousands
/// would be a tree that nothing can walk, not even to drop it.
const LEVELS: usize = 64;

/// How a figure came about: a tree from the whole down to what was said of each action and
/// milestone, with where it was said.
///
/// Nothing is left out: what an action adds by itself and the progress of its parts make up its
/// progress, and the parts of a group make up the group. Actions nest as their parts do, at most 64
/// deep; what lies deeper stands side by side on the last level.
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
    /// What it counts for, its parts included.
    pub progress: Progress,
    /// What was said of an action or milestone itself.
    pub fact: Option<Fact>,
    /// What it is made of.
    pub parts: Vec<Trace>,
}

/// What was said of one action or milestone, and what follows from it.
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
    /// How it counts, by itself; a milestone as an action of that status would.
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
/// An action in several groups appears in each, as it counts in each; the total counts it once. In
/// each group, a part stands under its whole where that is in the group too, and else for itself.
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
    let pass = Pass::new(programme, policy, on);
    let sums = sums(&pass, by);
    let mut members = members(programme, by, sums.groups.len()).into_iter();
    let mut grower = Grower { pass: &pass, slots: vec![0; programme.actions().len()] };
    let mut milestones: Vec<Vec<Trace>> = vec![Vec::new(); sums.groups.len() + 1];
    for milestone in programme.milestones() {
        let group = number_of_milestone(programme, by, milestone).and_then(|n| n.try_into().ok());
        if let Some(group) = milestones.get_mut(group.unwrap_or(sums.groups.len())) {
            group.push(explain_milestone(&pass, milestone));
        }
    }
    let mut milestones = milestones.into_iter();
    let mut next = || {
        let mut parts = grower.grow(&members.next().unwrap_or_default());
        parts.extend(milestones.next().unwrap_or_default());
        parts
    };
    let mut parts: Vec<Trace> = Vec::with_capacity(sums.groups.len() + 1);
    for (subject, progress) in sums.groups {
        let name = programme.name(subject).unwrap_or("").to_owned();
        parts.push(Trace { subject: Some(subject), name, progress, fact: None, parts: next() });
    }
    let rest = next();
    if !rest.is_empty() {
        let (name, progress) = ("in no group".to_owned(), sums.unassigned);
        parts.push(Trace { subject: None, name, progress, fact: None, parts: rest });
    }
    let name = programme.about().name.clone();
    Trace { subject: None, name, progress: sums.total, fact: None, parts }
}

/// The actions of each group, and last those in none; wholes before their parts.
fn members(programme: &Programme, by: Grouping, groups: usize) -> Vec<Vec<u32>> {
    let mut members = vec![Vec::new(); groups + 1];
    let mut put = |at: usize| {
        let Ok(action) = u32::try_from(at) else { return };
        let numbers = numbers_of(programme, by, at);
        let places = numbers.iter().filter_map(|number| usize::try_from(*number).ok());
        let none = numbers.is_empty().then_some(groups);
        for place in places.chain(none) {
            if let Some(group) = members.get_mut(place) {
                group.push(action);
            }
        }
    };
    let parts = &programme.index().parts;
    if parts.is_empty() {
        (0..programme.actions().len()).for_each(put);
    } else {
        parts.top_down().for_each(&mut put);
    }
    members
}

/// Grows the trees of groups.
struct Grower<'t, 'p> {
    pass: &'t Pass<'p>,
    /// Where each action stands among the members of the group at hand, if it is one of them.
    slots: Vec<usize>,
}

impl Grower<'_, '_> {
    /// The trees of members that come wholes before parts. Without recursion, from the last member
    /// to the first: each is complete when it is put under what it is a part of.
    fn grow(&mut self, members: &[u32]) -> Vec<Trace> {
        let hosts = self.hosts(members);
        let mut trees: Vec<Trace> =
            members.iter().filter_map(|number| explain_action(self.pass, *number)).collect();
        let mut tops: Vec<(u32, Trace)> = Vec::new();
        let mut left = members.iter().zip(hosts);
        while let (Some((number, host)), Some(mut tree)) = (left.next_back(), trees.pop()) {
            // Its parts came from the last to the first.
            tree.parts.reverse();
            match host.and_then(|host| trees.get_mut(host)) {
                Some(whole) => {
                    whole.progress.add(&tree.progress);
                    whole.parts.push(tree);
                }
                None => tops.push((*number, tree)),
            }
        }
        tops.sort_by_key(|(number, _)| *number);
        tops.into_iter().map(|(_, tree)| tree).collect()
    }

    /// Under which member each stands.
    fn hosts(&mut self, members: &[u32]) -> Vec<Option<usize>> {
        let place = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
        for (slot, number) in members.iter().enumerate() {
            if let Some(mine) = self.slots.get_mut(place(*number)) {
                *mine = slot;
            }
        }
        let parts = &self.pass.programme.index().parts;
        let mut hosts: Vec<(Option<usize>, usize)> = Vec::with_capacity(members.len());
        for number in members {
            let whole = parts.whole(place(*number)).and_then(|whole| {
                let slot = *self.slots.get(whole)?;
                // Slots of other groups are left behind: this one is if it leads back.
                members.get(slot).filter(|member| place(**member) == whole).map(|_| slot)
            });
            let above = whole.and_then(|slot| Some((slot, *hosts.get(slot)?)));
            hosts.push(match above {
                None => (None, 1),
                Some((slot, (_, level))) if level < LEVELS => (Some(slot), level + 1),
                Some((_, beside)) => beside,
            });
        }
        hosts.into_iter().map(|(host, _)| host).collect()
    }
}

/// An action by itself, before its parts are put under it.
fn explain_action(pass: &Pass<'_>, number: u32) -> Option<Trace> {
    let (programme, at) = (pass.programme, usize::try_from(number).ok()?);
    let action: &Action = programme.actions().row(number)?;
    let mut progress = Progress::default();
    pass.add(&mut progress, at, at + 1);
    let standing = programme.standing(action, pass.on);
    let (words, sources) = said(&standing, &action.timescale, &action.key.sources);
    let state = pass.columns.state(number);
    let due = programme.index().due_state(number, &pass.columns, pass.on);
    let fact = Some(Fact { state, due, words, sources });
    let (subject, name) = (Some(action.key.id.into()), action.title.clone());
    Some(Trace { subject, name, progress, fact, parts: Vec::new() })
}

fn explain_milestone(pass: &Pass<'_>, milestone: &Milestone) -> Trace {
    let standing = pass.programme.milestone_standing(milestone, pass.on);
    let (words, sources) = said(&standing, &milestone.timescale, &milestone.key.sources);
    let state = State::of(standing.status, false);
    let due = DueState::of(state, &milestone.timescale, day_number(pass.on));
    Trace {
        subject: Some(milestone.key.id.into()),
        name: milestone.title.clone(),
        progress: pass.milestone(milestone),
        fact: Some(Fact { state, due, words, sources }),
        parts: Vec::new(),
    }
}

/// The words that count, and where they stand.
fn said(
    standing: &Standing<'_>,
    timescale: &Timescale,
    sources: &[Citation],
) -> (String, Vec<Citation>) {
    let status = standing.note.and_then(|note| note.state.as_ref());
    let noted = standing.note.and_then(|note| note.source.clone());
    let words = status.map_or_else(|| timescale.words(), |status| status.words());
    (words.into_owned(), noted.map_or_else(|| sources.to_vec(), |source| vec![source]))
}
