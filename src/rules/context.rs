//! What rules look at together.

use std::{
    cell::OnceCell,
    collections::{BTreeMap, BTreeSet},
};

use chrono::NaiveDate;

use super::{
    ActionView, Settings,
    funds::Funds,
    papers::appendix_label,
    ratings::{self, Rolled},
    wholes::{self, Whole},
};
use crate::{
    RecommendationId,
    finance::{self, Reading, Reconciliation},
    governance::{Authority, Council, Followers, Given, tenure::chair_roles},
    model::{
        Action, ActionPlan, Body, Decision, DecisionRight, DocumentKind, DocumentRef, Lead,
        ObligationKind, Order, Organisation, Party, Phase, Post, Programme, Recommendation, Report,
        Review, RiskMatrix, Role, Row, Standing, State, Subject, rings,
    },
    rating::{self, Breach},
    values::{Certainty, Id, Meaning, PartialDate, When, WorkingCalendar},
};

pub(super) use crate::governance::clocks::months_after;

/// A programme as at a day, with look-ups that several rules share.
pub(super) struct Context<'p> {
    pub(super) programme: &'p Programme,
    pub(super) on: NaiveDate,
    pub(super) calendar: &'p WorkingCalendar,
    pub(super) reading: Reading,
    shared: Shared<'p>,
}

/// Look-ups over whole tables, each made when a rule first asks for it: a rule that looked through a
/// table for every row would take the square of its time.
#[derive(Default)]
struct Shared<'p> {
    answered: OnceCell<Vec<bool>>,
    recommendations: OnceCell<BTreeMap<Option<ReviewId>, Vec<&'p Recommendation>>>,
    advice: OnceCell<BTreeMap<Option<ReviewId>, usize>>,
    actions: OnceCell<BTreeMap<Option<PlanId>, Vec<&'p Action>>>,
    appendices: OnceCell<BTreeSet<(Option<ReportId>, char)>>,
    labelled: OnceCell<BTreeMap<Option<ReportId>, Vec<Labelled<'p>>>>,
    law: OnceCell<(bool, Option<bool>)>,
    matrix: OnceCell<Option<Given<&'p RiskMatrix>>>,
    followers: OnceCell<Followers<'p>>,
    wholes: OnceCell<Vec<Whole>>,
    rolled: OnceCell<Vec<Rolled<'p>>>,
    breaches: OnceCell<Vec<Breach>>,
    reported: OnceCell<(usize, usize)>,
    reconciled: OnceCell<Reconciliation>,
    funds: OnceCell<Funds<'p>>,
    chair_roles: OnceCell<BTreeMap<Id<Body>, Vec<&'p Role>>>,
    reporting: OnceCell<BTreeSet<Subject>>,
    rights: OnceCell<BTreeMap<Id<Post>, Vec<&'p DecisionRight>>>,
}

/// An appendix with its label, as labels are compared.
pub(super) type Labelled<'p> = (String, &'p DocumentRef);
type ReviewId = Id<Review>;
type PlanId = Id<ActionPlan>;
type ReportId = Id<Report>;

/// Two numbered phases, one after the other, with the date that ends the first and the one that
/// begins the second.
pub(super) struct Neighbours<'p> {
    pub(super) before: &'p Phase,
    pub(super) ends: PartialDate,
    pub(super) after: &'p Phase,
    pub(super) begins: PartialDate,
}

impl<'p> Context<'p> {
    pub(super) fn new(programme: &'p Programme, settings: &'p Settings) -> Self {
        Self {
            programme,
            on: settings.as_at,
            calendar: &settings.calendar,
            reading: settings.reading,
            shared: Shared::default(),
        }
    }

    /// Every printed figure against those that speak of the same thing.
    pub(super) fn reconciled(&self) -> &Reconciliation {
        self.shared.reconciled.get_or_init(|| finance::reconcile(self.programme, self.reading))
    }

    /// The council as at the day.
    pub(super) fn council(&self) -> Council<'p> {
        Council::of(self.programme, self.on)
    }

    /// What pays for what, and the ledger.
    pub(super) fn funds(&self) -> &Funds<'p> {
        self.shared.funds.get_or_init(|| Funds::of(self.programme, self.calendar))
    }

    /// The matrix by which the council scores risks on the day.
    pub(super) fn matrix(&self) -> Option<Given<&'p RiskMatrix>> {
        *self.shared.matrix.get_or_init(|| self.council().risk_matrix())
    }

    /// Whether English law holds, and whether the council has an executive, as far as that is said.
    fn law(&self) -> (bool, Option<bool>) {
        *self.shared.law.get_or_init(|| {
            let council = self.council();
            (council.is_english(), council.has_executive())
        })
    }

    pub(super) fn is_english(&self) -> bool {
        self.law().0
    }

    pub(super) fn has_executive(&self) -> Option<bool> {
        self.law().1
    }

    /// What became of what was recommended or referred.
    pub(super) fn followers(&self) -> &Followers<'p> {
        self.shared.followers.get_or_init(|| Followers::of(self.programme, self.on))
    }

    /// What a decision authorises on the day, through whatever followed it.
    pub(super) fn authority(&self, decision: Id<Decision>) -> Authority {
        self.followers().authority(decision, self.calendar)
    }

    /// Whether something is the programme's own council's, and not another organisation's.
    pub(super) fn is_own(&self, organisation: Option<Id<Organisation>>) -> bool {
        self.council().is_own(organisation)
    }

    /// Roles on a body that are those of who chairs it, by their titles.
    pub(super) fn chair_roles(&self, body: Id<Body>) -> &[&'p Role] {
        let all = self.shared.chair_roles.get_or_init(|| chair_roles(self.programme));
        all.get(&body).map_or(&[], Vec::as_slice)
    }

    /// Whether a row reports to somebody, on the day or possibly.
    pub(super) fn is_reporting(&self, row: Subject) -> bool {
        let all = self.shared.reporting.get_or_init(|| {
            let lines = self.programme.reporting_lines().into_iter();
            let held = lines.filter(|line| !line.to.is_empty());
            let held = held.filter(|line| line.holds(self.on) != Certainty::No);
            held.filter_map(|line| line.from).collect()
        });
        all.contains(&row)
    }

    /// The rights to decide that are delegated to a post.
    pub(super) fn delegated_to(&self, post: Id<Post>) -> &[&'p DecisionRight] {
        let all = self.shared.rights.get_or_init(|| {
            let mut all: BTreeMap<_, Vec<_>> = BTreeMap::new();
            let rights = self.programme.decision_rights().into_iter();
            for right in rights.filter(|right| right.delegated_from.is_some()) {
                for lead in &right.holders {
                    if let Party::Post(post) = lead.party {
                        all.entry(post).or_default().push(right);
                    }
                }
            }
            all
        });
        all.get(&post).map_or(&[], Vec::as_slice)
    }

    /// Rings of rows each of which waits for or reports to the next, told from the first of each by
    /// kind and reference. Of each pair the first has to come before the second.
    pub(super) fn rings(&self, pairs: &[(Subject, Subject)]) -> Vec<Vec<Subject>> {
        // By kind and reference, so that it does not hang on ids which ring is told of and from
        // where.
        let key = |row: &Subject| (row.kind(), self.programme.reference(*row));
        let mut stuck: Vec<Subject> = Order::of(pairs).stuck.into_iter().collect();
        stuck.sort_by_key(key);
        let places: BTreeMap<Subject, usize> =
            stuck.iter().enumerate().map(|(at, row)| (*row, at)).collect();
        let mut next = vec![None; stuck.len()];
        for (first, then) in pairs {
            if let (Some(first), Some(then)) = (places.get(first), places.get(then))
                && let Some(next) = next.get_mut(*then)
            {
                *next = Some(next.map_or(*first, |other: usize| other.min(*first)));
            }
        }
        let mut found = rings(stuck.len(), |at| next.get(at).copied().flatten());
        for ring in &mut found {
            let least = ring.iter().enumerate().min_by_key(|(_, row)| **row);
            let least = least.map_or(0, |(at, _)| at);
            ring.rotate_left(least);
        }
        let rows =
            |ring: &Vec<usize>| ring.iter().filter_map(|at| stuck.get(*at)).copied().collect();
        found.iter().map(rows).collect()
    }

    /// The recommendations of a review, or those of none.
    pub(super) fn recommendations_of(&self, review: Option<ReviewId>) -> &[&'p Recommendation] {
        let all = self.shared.recommendations.get_or_init(|| {
            let mut all: BTreeMap<_, Vec<_>> = BTreeMap::new();
            for row in self.programme.recommendations() {
                all.entry(row.review).or_default().push(row);
            }
            all
        });
        all.get(&review).map_or(&[], Vec::as_slice)
    }

    /// How many of a review's recommendations are advice, and not steps of its process.
    pub(super) fn advice_of(&self, review: Option<ReviewId>) -> usize {
        let all = self.shared.advice.get_or_init(|| {
            let mut all = BTreeMap::new();
            for row in self.programme.recommendations().into_iter().filter(|r| !r.is_process()) {
                *all.entry(row.review).or_insert(0) += 1;
            }
            all
        });
        all.get(&review).copied().unwrap_or(0)
    }

    /// The actions of a plan.
    pub(super) fn actions_of(&self, plan: PlanId) -> &[&'p Action] {
        let all = self.shared.actions.get_or_init(|| {
            let mut all: BTreeMap<_, Vec<_>> = BTreeMap::new();
            let index = self.programme.index();
            for (at, row) in self.programme.actions().into_iter().enumerate() {
                let plan = index.plan.of(at).and_then(|n| self.programme.plans().row(n));
                all.entry(plan.map(|plan| plan.key.id)).or_default().push(row);
            }
            all
        });
        all.get(&Some(plan)).map_or(&[], Vec::as_slice)
    }

    /// Everything larger than an action of which a state is stated.
    pub(super) fn wholes(&self) -> &[Whole] {
        self.shared.wholes.get_or_init(|| wholes::wholes(self))
    }

    /// Colours that are stated of the programme and its workstreams, beside those of their parts.
    pub(super) fn rolled(&self) -> &[Rolled<'p>] {
        self.shared.rolled.get_or_init(|| ratings::rolled(self))
    }

    /// What is beyond its tolerance.
    pub(super) fn breaches(&self) -> &[Breach] {
        let breaches = || rating::breaches(self.programme, self.calendar, self.on);
        self.shared.breaches.get_or_init(breaches)
    }

    /// How many recommendations, workstreams and actions have a dated status, and how many there
    /// are.
    pub(super) fn reported(&self) -> (usize, usize) {
        *self.shared.reported.get_or_init(|| {
            let programme = self.programme;
            let advice = programme.recommendations().into_iter().filter(|row| !row.is_process());
            let streams = programme.workstreams().into_iter();
            let dated: Vec<bool> = advice
                .map(|row| self.is_dated(row))
                .chain(streams.map(|row| self.is_dated(row)))
                .collect();
            let states = programme.states(self.on).zip(programme.actions());
            let counted: Vec<_> = states.filter(|(state, _)| state.is_counted()).collect();
            let known = counted
                .iter()
                .filter(|(state, row)| *state != State::NotReported && self.said_on(row).is_some());
            let known = known.count() + dated.iter().filter(|dated| **dated).count();
            (known, dated.len() + counted.len())
        })
    }

    /// Whether a row that is no action has a status that can be read, and a day with it.
    fn is_dated<R: Row>(&self, row: &R) -> bool {
        let standing = Standing::of_notes(row.notes(), self.on);
        let note = standing.note.filter(|_| standing.status.is_some());
        note.is_some_and(|note| note.as_at.is_some() || note.on.is_some())
    }

    /// The day for which the last note on an action was said, or that of its plan.
    pub(super) fn said_on<'a>(&'a self, action: &'a Action) -> Option<&'a When> {
        let note = self.programme.standing(action, self.on).note?;
        let own = note.as_at.as_ref().or(note.on.as_ref());
        own.or_else(|| self.programme.plan_date(action))
    }

    /// What rows are called in a report, the first few of many.
    pub(super) fn named(&self, rows: &[Subject], joined: &str) -> String {
        const MOST: usize = 8;
        let names: Vec<_> = rows.iter().take(MOST).map(|row| self.programme.shown(*row)).collect();
        match rows.len().saturating_sub(MOST) {
            0 => names.join(joined),
            more => format!("{} and {more} more", names.join(joined)),
        }
    }

    /// Whether a row may still be worked on: nothing says that it is done or out of the plan.
    pub(super) fn is_open<R: Row>(&self, row: &R) -> bool {
        let status = Standing::of_notes(row.notes(), self.on).status;
        status.is_none_or(|status| !status.is_delivered() && !status.is_excluded())
    }

    /// Whether a report has an appendix of this letter.
    pub(super) fn has_appendix(&self, report: Option<ReportId>, letter: char) -> bool {
        let all = self.shared.appendices.get_or_init(|| {
            let appendices = self.programme.documents().into_iter();
            appendices.filter_map(|row| Some((row.report, appendix_letter(row)?))).collect()
        });
        all.contains(&(report, letter))
    }

    /// The appendices of a report that have labels, as labels are compared.
    pub(super) fn appendices_of(&self, report: Option<ReportId>) -> &[Labelled<'p>] {
        let all = self.shared.labelled.get_or_init(|| {
            let mut all: BTreeMap<_, Vec<_>> = BTreeMap::new();
            for row in self.programme.documents() {
                if let Some(label) = appendix_label(row) {
                    all.entry(row.report).or_default().push((label, row));
                }
            }
            all
        });
        all.get(&report).map_or(&[], Vec::as_slice)
    }

    /// Whether some action answers a recommendation.
    pub(super) fn is_answered(&self, recommendation: RecommendationId) -> bool {
        let answered = self.shared.answered.get_or_init(|| self.programme.answered(false));
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
    pub(super) fn reviews_of(&self, view: &ActionView<'_>) -> impl Iterator<Item = &'p Review> {
        let (programme, index) = (self.programme, self.programme.index());
        let Ok(place) = usize::try_from(view.number) else { return Vec::new().into_iter() };
        let answers = index.recommendations.of(place).iter();
        let mut ids: Vec<_> =
            answers.filter_map(|n| programme.recommendations().row(*n)?.review).collect();
        if ids.is_empty() {
            let plan = index.plan.of(place).and_then(|n| programme.plans().row(n));
            ids.extend(plan.and_then(|plan| plan.review));
        }
        ids.sort();
        ids.dedup();
        let rows: Vec<_> = ids.into_iter().filter_map(|id| programme.get(id)).collect();
        rows.into_iter()
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
            let unknown = |lead: &&Lead| lead.party == Party::Unknown && lead.is_somebody();
            for lead in action.leads.iter().filter(unknown) {
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

/// The letter of an appendix that has one.
pub(super) fn appendix_letter(document: &DocumentRef) -> Option<char> {
    if document.kind != Some(DocumentKind::Appendix) {
        return None;
    }
    let mut letters = document.key.label.as_deref()?.chars();
    letters.next().filter(|c| c.is_ascii_uppercase() && letters.next().is_none())
}
