//! What rules look at together.

use std::cell::OnceCell;

use chrono::{Months, NaiveDate};

use crate::{
    RecommendationId,
    model::{Action, ObligationKind, Party, Phase, Programme, Review},
    values::{Meaning, PartialDate},
};

/// A programme as at a day, with look-ups that several rules share.
pub(super) struct Context<'p> {
    pub(super) programme: &'p Programme,
    pub(super) on: NaiveDate,
    /// Which recommendations some action answers; made when first asked for.
    answered: OnceCell<Vec<bool>>,
}

/// Two numbered phases, one after the other, with the date that ends the first and the one that
/// begins the second.
pub(super) struct Neighbours<'p> {
    pub(super) before: &'p Phase,
    pub(super) ends: PartialDate,
    pub(super) after: &'p Phase,
    pub(super) begins: PartialDate,
}

impl<'p> Context<'p> {
    pub(super) fn new(programme: &'p Programme, on: NaiveDate) -> Self {
        Self { programme, on, answered: OnceCell::new() }
    }

    /// Whether some action answers a recommendation.
    pub(super) fn is_answered(&self, recommendation: RecommendationId) -> bool {
        let answered = self.answered.get_or_init(|| self.programme.answered());
        let number = self.programme.recommendations().number(recommendation);
        let place = number.and_then(|number| usize::try_from(number).ok());
        place.and_then(|place| answered.get(place)).copied().unwrap_or(false)
    }

    /// Phases that are numbered and dated, each with the next.
    pub(super) fn phases_in_order(&self) -> Vec<Neighbours<'p>> {
        let phases = self.programme.phases().into_iter();
        let mut dated: Vec<_> = phases
            .filter_map(|phase| Some((phase.number?, phase, *phase.held.as_ref()?.value()?)))
            .collect();
        dated.sort_by_key(|(number, ..)| *number);
        let pairs = dated.iter().zip(dated.iter().skip(1));
        pairs
            .filter(|((number, ..), (next, ..))| number < next)
            .map(|((_, before, first), (_, after, second))| Neighbours {
                before,
                ends: first.last(),
                after,
                begins: second.first(),
            })
            .collect()
    }

    /// The reviews whose recommendations an action answers, or else its plan's.
    pub(super) fn reviews_of(&self, action: &Action) -> impl Iterator<Item = &'p Review> {
        let programme = self.programme;
        let plan = action.plan.and_then(|id| programme.get(id)).and_then(|plan| plan.review);
        let mut ids: Vec<_> =
            action.answers.iter().filter_map(|id| programme.get(*id)?.review).collect();
        if ids.is_empty() {
            ids.extend(plan);
        }
        ids.sort();
        ids.dedup();
        ids.into_iter().filter_map(move |id| programme.get(id))
    }

    /// The last day by which the peers return, where a review gives one that can be read.
    pub(super) fn follow_up(&self, review: &Review) -> Option<NaiveDate> {
        let mut owed = review.owed(ObligationKind::FollowUp);
        owed.find_map(|owed| match owed.target.as_ref()?.value()? {
            Meaning::Due(due) => due.latest(),
            _ => None,
        })
    }

    /// Names in leads that mean no post or body, each once, with the actions that use it; in the
    /// order of first use.
    pub(super) fn unknown_leads(&self) -> Vec<(&'p str, Vec<&'p Action>)> {
        let mut places = std::collections::HashMap::new();
        let mut names: Vec<(&str, Vec<&Action>)> = Vec::new();
        let numbers = self.programme.index().unknown_leads.iter();
        for action in numbers.filter_map(|number| self.programme.actions().row(*number)) {
            for lead in action.leads.iter().filter(|lead| lead.party == Party::Unknown) {
                let Some(words) = lead.words.as_deref() else { continue };
                let place = *places.entry(words).or_insert(names.len());
                match names.get_mut(place) {
                    Some((_, actions)) => actions.push(action),
                    None => names.push((words, vec![action])),
                }
            }
        }
        names
    }

    /// How many leads mean a post or body.
    pub(super) fn known_leads(&self) -> usize {
        self.programme.index().leads.len()
    }
}

/// The day so many months after another.
pub(super) fn months_after(day: NaiveDate, months: u32) -> NaiveDate {
    day.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX)
}

/// A day as people write it.
pub(super) fn written(day: NaiveDate) -> String {
    use chrono::Datelike;
    format!("{} {} {}", day.day(), crate::values::month_name(day.month()), day.year())
}
