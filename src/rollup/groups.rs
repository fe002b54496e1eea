//! Which actions are in which group.

use crate::model::{Action, Lead, Party, Programme, Subject};

/// What can order actions into groups.
///
/// ```
/// use programme::{model::{About, Draft}, rollup::{self, Grouping, Policy}};
/// use programme::{Action, Recommendation};
///
/// let mut draft = Draft::new(About::named("example"));
/// let mut action = Action::new(draft.key("A1".parse()?), "Publish the plan");
/// for reference in ["R1", "R2"] {
///     let key = draft.key(reference.parse()?);
///     action.answers.push(key.id);
///     draft.put(Recommendation::new(key, "Tell people of the plan"));
/// }
/// draft.put(action);
/// let (programme, on) = (draft.finish()?, "2019-09-04".parse()?);
/// let by = rollup::breakdown(&programme, Grouping::Recommendation, &Policy::pooled(), on);
/// assert!(by.groups.iter().all(|(_, progress)| progress.counted() == 1));
/// assert_eq!((by.groups.len(), by.total.counted()), (2, 1), "in both, and counted once");
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grouping {
    /// By the recommendations that they answer; an action may be in several groups.
    Recommendation,
    /// By the themes of those recommendations.
    Theme,
    /// By workstream.
    Workstream,
    /// By phase.
    Phase,
    /// By the posts and bodies that lead them; an action may be in several groups.
    Lead,
    /// By the review that the recommendations or the plan answer.
    Review,
    /// By plan.
    Plan,
}

/// Every group of a grouping, in the order of references.
pub(super) fn keys(programme: &Programme, by: Grouping) -> Vec<Subject> {
    match by {
        Grouping::Recommendation => {
            programme.recommendations().iter().map(|r| r.key.id.into()).collect()
        }
        Grouping::Theme => programme.themes().iter().map(|t| t.key.id.into()).collect(),
        Grouping::Workstream => programme.workstreams().iter().map(|w| w.key.id.into()).collect(),
        Grouping::Phase => programme.phases().iter().map(|p| p.key.id.into()).collect(),
        Grouping::Review => programme.reviews().iter().map(|r| r.key.id.into()).collect(),
        Grouping::Plan => programme.plans().iter().map(|p| p.key.id.into()).collect(),
        Grouping::Lead => {
            let posts = programme.posts().iter().map(|p| p.key.id.into());
            posts.chain(programme.bodies().iter().map(|b| b.key.id.into())).collect()
        }
    }
}

/// The groups of one action.
pub(super) fn keys_of(programme: &Programme, by: Grouping, action: &Action) -> Vec<Subject> {
    match by {
        Grouping::Recommendation => action.answers.iter().map(|id| Subject::from(*id)).collect(),
        Grouping::Workstream => action.workstream.map(Subject::from).into_iter().collect(),
        Grouping::Phase => action.phase.map(Subject::from).into_iter().collect(),
        Grouping::Plan => action.plan.map(Subject::from).into_iter().collect(),
        Grouping::Lead => {
            let party = |lead: &Lead| match lead.party {
                Party::Post(post) => Some(Subject::from(post)),
                Party::Body(body) => Some(Subject::from(body)),
                Party::Unknown => None,
            };
            action.leads.iter().filter_map(party).collect()
        }
        Grouping::Theme | Grouping::Review => far_keys(programme, by, action),
    }
}

/// Groups that an action reaches through its recommendations, or through its plan.
pub(super) fn far_keys(programme: &Programme, by: Grouping, action: &Action) -> Vec<Subject> {
    let answered = action.answers.iter().filter_map(|id| programme.get(*id));
    if by == Grouping::Theme {
        return answered.flat_map(|r| &r.themes).map(|id| Subject::from(*id)).collect();
    }
    let reviews: Vec<Subject> = answered.filter_map(|r| r.review).map(Subject::from).collect();
    if !reviews.is_empty() {
        return reviews;
    }
    let plan = action.plan.and_then(|id| programme.get(id));
    plan.and_then(|plan| plan.review).map(Subject::from).into_iter().collect()
}
