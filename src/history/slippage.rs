//! A programme held against its baseline: what slipped, what came, and what is gone.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{Called, DayRange, Redate, Shift, shift::is_dated};
use crate::{
    model::{
        Action, DueState, Milestone, Programme, Redating, State, Subject, day_number, upwards,
    },
    values::{Meaning, Timescale},
};

/// The work of a programme held against a baseline, as at a day.
///
/// See [`against`] for an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variance {
    /// The day.
    pub on: NaiveDate,
    /// Actions and milestones that are in both, in the order of references, actions first.
    pub rows: Vec<Slippage>,
    /// Those that came since, which the baseline knows nothing of.
    pub added: Vec<Called>,
    /// Those of the added that are parts of an action that was whole in the baseline, and due later
    /// than that was: a split does not hide that its work is later.
    pub later_parts: Vec<Slippage>,
    /// Those of the baseline that are gone or out of the plan.
    pub removed: Vec<Gone>,
}

/// How the date of one action or milestone stands to the one that it had.
///
/// See [`against`] for an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slippage {
    /// The action or milestone.
    pub row: Called,
    /// Its title.
    pub title: String,
    /// The action that was whole in the baseline, where the row is a new part of it.
    pub whole: Option<Called>,
    /// When it, or that whole, was to be done by the baseline.
    pub baseline: Timescale,
    /// When it is to be done now.
    pub current: Timescale,
    /// How the one stands to the other.
    pub class: SlippageClass,
    /// How many days later it is to be done; none where dates cannot be compared.
    pub days: Option<DayRange>,
    /// How it stands on the day. What is [divided](State::Divided) is not in the counts: its parts
    /// are.
    pub state: State,
    /// Whether it is open past the date that it has now.
    pub late: bool,
    /// Whether it is open past the date that it had by the baseline.
    pub late_by_baseline: bool,
}

/// How a date stands to that of the baseline.
///
/// See [`against`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SlippageClass {
    /// As it was.
    AsPlanned,
    /// Earlier.
    Earlier,
    /// Later, and nobody is said to have agreed to every step of it.
    Later,
    /// Later, as was agreed: never the same as on time.
    LaterWithApproval,
    /// The same, said more precisely.
    MorePrecise,
    /// Less precise: the end may have moved out unseen.
    LessPrecise,
    /// It has no date that can be read.
    Undated,
    /// It has a date and had none, or the two are not of one sort.
    NotComparable,
}

/// Work of the baseline that is gone or out of the plan: kept in sight, with what it had earned.
///
/// See [`against`] for an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gone {
    /// The action or milestone, as the baseline calls it.
    pub row: Called,
    /// Its title in the baseline.
    pub title: String,
    /// When it was to be done.
    pub baseline: Timescale,
    /// The last state that the baseline knows of.
    pub state: State,
    /// Whether it was done by then.
    pub credit: bool,
    /// How it is out of the plan now; none where the row itself is gone.
    pub now: Option<State>,
}

/// How many rows there are of each sort. What is divided is counted through its parts.
///
/// See [`against`] for an example.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct VarianceCounts {
    /// As planned.
    pub as_planned: usize,
    /// Earlier.
    pub earlier: usize,
    /// Later without approval.
    pub later: usize,
    /// Later with approval.
    pub later_with_approval: usize,
    /// More precise.
    pub more_precise: usize,
    /// Less precise.
    pub less_precise: usize,
    /// Without a date.
    pub undated: usize,
    /// Not comparable.
    pub not_comparable: usize,
    /// Added since the baseline.
    pub added: usize,
    /// Gone or out of the plan.
    pub removed: usize,
    /// Of them, done before they went.
    pub removed_done: usize,
    /// Open past the dates that they have now.
    pub late: usize,
    /// Open past the dates of the baseline: a figure that re-dating does not change.
    pub late_by_baseline: usize,
}

/// Holds a programme against a baseline as at a day: each action and milestone of both.
///
/// ```
/// use programme::{history::{self, DayRange, SlippageClass}, model::{About, Draft}};
/// use programme::{values::Timescale, Action};
///
/// let mut draft = Draft::new(About::named("example"));
/// let rows = [("A1", "March 2020"), ("A2", "Spring 2020"), ("A3", "Completed")];
/// for (reference, timescale) in rows {
///     let mut action = Action::new(draft.key(reference.parse()?), "Publish the plan");
///     action.timescale = Timescale::read(timescale);
///     draft.put(action);
/// }
/// let baseline = draft.clone().finish()?;
/// let [a1, _, a3] = ["A1", "A2", "A3"].map(|r| r.parse().map(|r| draft.key::<Action>(r).id));
/// draft.get_mut(a1?).ok_or("no A1")?.timescale = Timescale::read("June 2020");
/// draft.remove(a3?);
/// let variance = history::against(&baseline, &draft.finish()?, "2020-04-30".parse()?);
///
/// assert_eq!(variance.rows[0].class, SlippageClass::Later);
/// assert_eq!(variance.rows[0].days, Some(DayRange { min: 62, max: 121 }));
/// assert!(variance.removed[0].credit, "A3 is gone, and was done");
/// let counts = variance.counts();
/// assert_eq!((counts.late, counts.late_by_baseline), (0, 1), "late only by what was agreed first");
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn against(baseline: &Programme, current: &Programme, on: NaiveDate) -> Variance {
    let (then, now) = (works(baseline, on), works(current, on));
    // What is divided is counted through its parts, and what came and went is no work to do.
    let counts = |work: &&Work<'_>| work.state != State::Divided && !work.state.is_excluded();
    let came = now.iter().filter(|work| baseline.reference(work.row).is_none()).filter(counts);
    let by_row: BTreeMap<Subject, &Work<'_>> = then.iter().map(|work| (work.row, work)).collect();
    let mut variance = Variance {
        on,
        rows: Vec::new(),
        added: came.clone().map(|work| Called::of(current, work.row)).collect(),
        later_parts: came.filter_map(|work| work.later_part(&by_row, current, on)).collect(),
        removed: Vec::new(),
    };
    for work in &now {
        let Some(was) = by_row.get(&work.row) else { continue };
        if work.state.is_excluded() && !was.state.is_excluded() {
            variance.removed.push(was.gone(baseline, Some(work.state)));
        } else if !work.state.is_excluded() {
            variance.rows.push(work.slippage(was, current, on));
        }
    }
    let is_gone = |was: &&Work<'_>| current.reference(was.row).is_none();
    let gone = then.iter().filter(is_gone).filter(|was| !was.state.is_excluded());
    variance.removed.extend(gone.map(|was| was.gone(baseline, None)));
    variance
}

/// An action or milestone, as far as both are alike.
struct Work<'p> {
    row: Subject,
    title: &'p str,
    timescale: &'p Timescale,
    redated: &'p [Redating],
    state: State,
}

/// All actions and milestones, in the order of references.
fn works<'p>(programme: &'p Programme, on: NaiveDate) -> Vec<Work<'p>> {
    let action = |(action, state): (&'p Action, State)| -> Work<'p> {
        let (row, title) = (action.key.id.into(), action.title.as_str());
        let timescale = programme.timescale_of(action);
        Work { row, title, timescale, redated: programme.redated_of(action), state }
    };
    let milestone = |milestone: &'p Milestone| -> Work<'p> {
        let status = programme.milestone_standing(milestone, on).status;
        let cell = &milestone.timescale;
        let state = State::of(status, matches!(cell.value(), Some(Meaning::Continuing { .. })));
        let (row, title) = (milestone.key.id.into(), milestone.title.as_str());
        Work { row, title, timescale: cell, redated: &milestone.redated, state }
    };
    let mut works = Vec::new();
    for pair in programme.actions().iter().zip(programme.states(on)) {
        works.push(action(pair));
    }
    for row in programme.milestones() {
        works.push(milestone(row));
    }
    works
}

impl Work<'_> {
    fn gone(&self, baseline: &Programme, now: Option<State>) -> Gone {
        Gone {
            row: Called::of(baseline, self.row),
            title: self.title.to_owned(),
            baseline: self.timescale.clone(),
            state: self.state,
            credit: self.state.is_delivered(),
            now,
        }
    }

    fn slippage(&self, was: &Self, current: &Programme, on: NaiveDate) -> Slippage {
        let (class, days) = classed(was, self);
        let late = |cell| DueState::of(self.state, cell, day_number(on)) == DueState::Overdue;
        Slippage {
            row: Called::of(current, self.row),
            title: self.title.to_owned(),
            whole: None,
            baseline: was.timescale.clone(),
            current: self.timescale.clone(),
            class,
            days,
            state: self.state,
            late: late(self.timescale),
            late_by_baseline: late(was.timescale),
        }
    }
}

impl Work<'_> {
    /// How a new part of what was whole stands to the date of that whole, where it is later.
    fn later_part(
        &self,
        then: &BTreeMap<Subject, &Self>,
        current: &Programme,
        on: NaiveDate,
    ) -> Option<Slippage> {
        let Subject::Action(id) = self.row else { return None };
        let above = upwards(current.actions(), current.get(id)?).skip(1);
        let was = above.filter_map(|row| then.get(&row.key.id.into())).next()?;
        if was.state == State::Divided || was.state.is_excluded() {
            return None;
        }
        let slippage = self.slippage(was, current, on);
        let later =
            matches!(slippage.class, SlippageClass::Later | SlippageClass::LaterWithApproval);
        let whole = Some(Called::of(current, was.row));
        later.then_some(Slippage { whole, ..slippage })
    }
}

fn classed(was: &Work<'_>, now: &Work<'_>) -> (SlippageClass, Option<DayRange>) {
    use SlippageClass as Class;
    let Some(moved) = Redate::of(was.timescale, now.timescale, was.redated, now.redated) else {
        let same = is_dated(now.timescale).then_some(DayRange { min: 0, max: 0 });
        let says_when = now.timescale.value().is_some();
        return (if says_when { Class::AsPlanned } else { Class::Undated }, same);
    };
    let class = match moved.shift {
        Shift::Earlier => Class::Earlier,
        Shift::Later if moved.agreed => Class::LaterWithApproval,
        Shift::Later => Class::Later,
        Shift::MorePrecise => Class::MorePrecise,
        Shift::LessPrecise => Class::LessPrecise,
        Shift::NotComparable if now.timescale.value().is_none() => Class::Undated,
        Shift::NotComparable => Class::NotComparable,
    };
    (class, moved.days)
}

impl Variance {
    /// How many rows there are of each sort.
    ///
    /// See [`against`] for an example.
    #[must_use]
    pub fn counts(&self) -> VarianceCounts {
        let mut counts = VarianceCounts {
            added: self.added.len(),
            removed: self.removed.iter().filter(|gone| gone.state != State::Divided).count(),
            removed_done: self.removed.iter().filter(|gone| gone.credit).count(),
            ..VarianceCounts::default()
        };
        for row in self.rows.iter().filter(|row| row.state != State::Divided) {
            let of_class = match row.class {
                SlippageClass::AsPlanned => &mut counts.as_planned,
                SlippageClass::Earlier => &mut counts.earlier,
                SlippageClass::Later => &mut counts.later,
                SlippageClass::LaterWithApproval => &mut counts.later_with_approval,
                SlippageClass::MorePrecise => &mut counts.more_precise,
                SlippageClass::LessPrecise => &mut counts.less_precise,
                SlippageClass::Undated => &mut counts.undated,
                SlippageClass::NotComparable => &mut counts.not_comparable,
            };
            *of_class += 1;
            counts.late += usize::from(row.late);
            counts.late_by_baseline += usize::from(row.late_by_baseline);
        }
        counts
    }
}
