//! Three levels: actions, groups of them, and the programme.

use super::{Explained, Grey, MixedScales, Part, Rated, RollUp, Tally};
use crate::{
    history::Called,
    model::{Programme, Subject},
    rollup::Breakdown,
    values::Dimension,
};

/// A programme rated by its groups, and these by their actions.
///
/// See [`levels`] for an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Levels {
    /// The programme.
    pub programme: Rated,
    /// Each group, in the order of references; one without actions is grey.
    pub groups: Vec<(Subject, Rated)>,
    /// Actions in no group, as one; none where there are none.
    pub unassigned: Option<Rated>,
    /// The counts of actions from which it comes.
    pub actions: Breakdown<Subject, Tally>,
}

/// Rates groups by the counts of their actions, and the programme by its groups. Groups that are parts
/// of others, as sub-streams are in sums that were taken
/// [with them](Breakdown::with_sub_streams), count twice: leave the parts or the wholes out.
///
/// ```
/// use programme::{model::{About, Draft}, rating::{self, RollUp, TimePolicy}, values::Dimension};
/// use programme::{rollup::Grouping, values::Timescale, Action, Workstream};
///
/// let mut draft = Draft::new(About::named("example"));
/// for (reference, action, timescale) in [("W1", "A1", "Completed"), ("W2", "A2", "May 2019")] {
///     let key = draft.key(reference.parse()?);
///     let mut action = Action::new(draft.key(action.parse()?), "Publish the plan");
///     action.workstream = Some(key.id);
///     action.timescale = Timescale::read(timescale);
///     draft.put(action);
///     draft.put(Workstream::new(key, "One Budget"));
/// }
/// let (programme, on) = (draft.finish()?, "2019-09-04".parse()?);
/// let (policy, rule) = (TimePolicy::bromsgrove(), RollUp::worst_of());
/// let times = rating::times(&programme, Grouping::Workstream, &policy, on);
/// let levels = rating::levels(times, &rule, &rule)?;
/// assert_eq!(levels.programme.to_string(), "red");
/// let why = levels.explain(&programme, Dimension::Time, &rule)?;
/// assert_eq!(why.rows[0].to_string(), "W2", "which is red");
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`MixedScales`] where actions, or they and a rule, are on two scales.
pub fn levels(
    actions: Breakdown<Subject, Tally>,
    within: &RollUp,
    above: &RollUp,
) -> Result<Levels, MixedScales> {
    let mut groups = Vec::with_capacity(actions.groups.len());
    let mut all = Tally::default();
    for (row, tally) in &actions.groups {
        let rated = within.rate(tally)?;
        all.add(rated, 1);
        groups.push((*row, rated));
    }
    let unassigned = match actions.unassigned.all() {
        0 => None,
        _ => Some(within.rate(&actions.unassigned)?),
    };
    all.add(unassigned.unwrap_or(Grey::NoData.into()), u64::from(unassigned.is_some()));
    Ok(Levels { programme: above.rate(&all)?, groups, unassigned, actions })
}

impl Levels {
    /// The rating of the programme, with the groups on which it hangs. Actions in no group are
    /// counted as one part that has no row.
    ///
    /// See [`levels`] for an example.
    ///
    /// # Errors
    /// [`MixedScales`] where groups, or they and the rule, are on two scales.
    pub fn explain(
        &self,
        programme: &Programme,
        dimension: Dimension,
        above: &RollUp,
    ) -> Result<Explained, MixedScales> {
        let called = |row: Subject| Some(Called::of(programme, row));
        let groups = self.groups.iter().map(|(row, rated)| (called(*row), *rated));
        let all = groups.chain(self.unassigned.map(|rated| (None, rated)));
        let parts: Vec<Part> =
            all.map(|(row, rated)| Part { row, rated, critical: false }).collect();
        above.explain(dimension, &parts)
    }
}
