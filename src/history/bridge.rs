//! From the progress of one period to that of the next, in parts that sum exactly.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::{
    Called, Cause,
    cause::{Side, cause},
};
use crate::{
    model::{Programme, State, Subject},
    rollup::{Assessment, Piece, Policy, Progress, Ratio, assess_pieces},
};

/// The way from the progress of one period to that of the next.
///
/// See [`bridge`] for an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bridge {
    /// Where it begins.
    pub before: Standpoint,
    /// Where it ends.
    pub after: Standpoint,
    /// How progress is reckoned on both sides.
    pub policy: Policy,
    /// Why the figures moved: one step for each cause that there is, in the order in which they are
    /// applied.
    pub steps: Vec<BridgeStep>,
}

/// The figures of one side.
///
/// See [`bridge`] for an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standpoint {
    /// The day.
    pub on: NaiveDate,
    /// Actions in the base.
    pub counted: u64,
    /// Of them, complete.
    pub complete: u64,
    /// Open actions past their dates.
    pub overdue: u64,
    /// The share by the policy's own level, or why there is none.
    pub share: Assessment,
}

/// One cause, the rows that it is true of, and what it does to the figures.
///
/// See [`bridge`] for an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BridgeStep {
    /// The cause.
    pub cause: Cause,
    /// The actions, in the order of references; never empty.
    pub rows: Vec<Moved>,
    /// The confirmed share before and after this cause is applied, exactly: each step begins with
    /// the share with which the one before ended.
    ///
    /// None where either end of the bridge has no share, and where none is left at this step: what
    /// it does is then in the next step that has one.
    pub share: Option<(Ratio, Ratio)>,
}

/// One action of a step.
///
/// See [`bridge`] for an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The action.
    pub row: Called,
    /// How it stood; none where it was not there, and of milestones.
    pub from: Option<State>,
    /// How it stands; none where it is gone, and of milestones.
    pub to: Option<State>,
    /// What it does to the counts.
    pub effect: Effect,
}

/// What something does to the counts.
///
/// See [`bridge`] for an example.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Effect {
    /// To the actions in the base.
    pub counted: i64,
    /// To those that are complete.
    pub complete: i64,
    /// To those that are overdue.
    pub overdue: i64,
}

/// A count that a bridge explains.
///
/// See [`bridge`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Count {
    /// Actions in the base.
    Counted,
    /// Of them, complete.
    Complete,
    /// Of them, open past their dates.
    Overdue,
    /// Of them, all that are not overdue: what is green where red means overdue.
    InTime,
}

/// Explains how the progress of one period became that of the next: every action that moved a
/// figure has exactly one [`Cause`], and the effects of all causes sum to the difference, for each
/// count and for the exact share.
///
/// A count moves by the sum of what its actions do. The share does not, so causes are applied one
/// after the other, in the order of [`Cause::ALL`]: all actions of the first cause become as they
/// are afterwards, then those of the second and so on; each cause has the difference that it makes
/// in its turn. In another order shares would fall otherwise on causes, and sum to the same.
///
/// Both sides are reckoned by one policy. Between two days of one state whatever differs is the
/// work of time.
///
/// ```
/// use programme::{history::{self, Cause, Count}, model::{About, Draft, StatusNote}};
/// use programme::{rollup::{Policy, Ratio}, values::{ActionStatus, Timescale}, Action};
///
/// let mut draft = Draft::new(About::named("example"));
/// let rows = [("A1", "Completed"), ("A2", "March 2020"), ("A3", "May 2020")];
/// for (reference, timescale) in rows {
///     let mut action = Action::new(draft.key(reference.parse()?), "Publish the plan");
///     action.timescale = Timescale::read(timescale);
///     draft.put(action);
/// }
/// let before = draft.clone().finish()?;
/// let a2 = draft.key::<Action>("A2".parse()?).id;
/// draft.get_mut(a2).ok_or("no A2")?.status.push(StatusNote::new(ActionStatus::Complete));
/// let after = draft.finish()?;
/// let [march, june] = ["2020-03-31".parse()?, "2020-06-30".parse()?];
///
/// let bridge = history::bridge(&before, march, &after, june, &Policy::pooled());
/// let causes: Vec<_> = bridge.steps.iter().map(|step| step.cause).collect();
/// assert_eq!(causes, [Cause::Completed, Cause::FellDue]);
/// let third = |thirds| Ratio::new(thirds, 3).ok_or("no share");
/// assert_eq!(bridge.steps[0].share, Some((third(1)?, third(2)?)));
/// assert_eq!(bridge.words(Count::Complete), "Complete rose from 1 to 2: 1 completed.");
/// assert_eq!(bridge.words(Count::Overdue), "Overdue rose from 0 to 1: 1 fell due.");
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn bridge(
    before: &Programme,
    before_day: NaiveDate,
    after: &Programme,
    after_day: NaiveDate,
    policy: &Policy,
) -> Bridge {
    let (old, new) = (Side::of(before, policy, before_day), Side::of(after, policy, after_day));
    let steps = steps(&old, &new);
    let mut bridge = Bridge {
        before: Standpoint::of(&old, policy, before_day),
        after: Standpoint::of(&new, policy, after_day),
        policy: policy.clone(),
        steps,
    };
    bridge.apply(&old, &new);
    bridge
}

/// The causes that there are, with their rows.
fn steps(before: &Side<'_>, after: &Side<'_>) -> Vec<BridgeStep> {
    let mut by_cause: BTreeMap<Cause, Vec<Moved>> = BTreeMap::new();
    let rows: BTreeSet<Subject> =
        before.pieces.keys().chain(after.pieces.keys()).copied().collect();
    for row in rows {
        let (old, new) = (before.pieces.get(&row), after.pieces.get(&row));
        let cause = match row {
            Subject::Action(_) => cause(before, after, row),
            _ => {
                let same = matches!((old, new), (Some(old), Some(new)) if old.weighs_as(new));
                (!same).then_some(Cause::Milestones)
            }
        };
        let Some(cause) = cause else { continue };
        let sums =
            |piece: Option<&Piece>| piece.map_or_else(Progress::default, |p| p.progress.clone());
        let side = if new.is_some() { after } else { before };
        by_cause.entry(cause).or_default().push(Moved {
            row: Called::of(side.programme, row),
            from: before.states.get(&row).copied(),
            to: after.states.get(&row).copied(),
            effect: Effect::between(&sums(old), &sums(new)),
        });
    }
    let reference =
        |row: Subject| after.programme.reference(row).or_else(|| before.programme.reference(row));
    let steps = by_cause.into_iter().map(|(cause, mut rows)| {
        rows.sort_by_key(|moved| (reference(moved.row.row), moved.row.row));
        BridgeStep { cause, rows, share: None }
    });
    steps.collect()
}

impl Bridge {
    /// Applies one cause after the other, and takes down the share between them.
    fn apply(&mut self, before: &Side<'_>, after: &Side<'_>) {
        let known = |share: &Assessment| share.known().map(|known| known.confirmed);
        if let (Some(mut last), Some(_)) = (known(&self.before.share), known(&self.after.share)) {
            let mut pieces: BTreeMap<Subject, &Piece> =
                before.pieces.iter().map(|(row, piece)| (*row, piece)).collect();
            for step in &mut self.steps {
                for moved in &step.rows {
                    match after.pieces.get(&moved.row.row) {
                        Some(piece) => pieces.insert(moved.row.row, piece),
                        None => pieces.remove(&moved.row.row),
                    };
                }
                let share = assess_pieces(pieces.values().copied(), &self.policy);
                if let Some(now) = known(&share) {
                    step.share = Some((last, now));
                    last = now;
                }
            }
        }
        // Beside actions milestones move nothing.
        self.steps.retain(|step| {
            let moves = step.share.is_some_and(|(from, to)| from != to);
            step.cause != Cause::Milestones || moves
        });
    }
}

impl Standpoint {
    fn of(side: &Side<'_>, policy: &Policy, on: NaiveDate) -> Self {
        let sums: Progress = side.pieces.values().map(|piece| piece.progress.clone()).sum();
        Self {
            on,
            counted: sums.counted(),
            complete: sums.complete(),
            overdue: sums.overdue(),
            share: assess_pieces(side.pieces.values(), policy),
        }
    }

    /// One of its counts.
    ///
    /// See [`bridge`] for an example.
    #[must_use]
    pub fn count(&self, count: Count) -> u64 {
        match count {
            Count::Counted => self.counted,
            Count::Complete => self.complete,
            Count::Overdue => self.overdue,
            Count::InTime => self.counted.saturating_sub(self.overdue),
        }
    }
}

impl BridgeStep {
    /// What all its rows together do to the counts.
    ///
    /// See [`bridge`] for an example.
    #[must_use]
    pub fn effect(&self) -> Effect {
        self.rows.iter().map(|moved| moved.effect).sum()
    }
}

impl Effect {
    fn between(before: &Progress, after: &Progress) -> Self {
        let less = |after: u64, before: u64| {
            let both = (i64::try_from(after), i64::try_from(before));
            both.0.unwrap_or(i64::MAX) - both.1.unwrap_or(i64::MAX)
        };
        Self {
            counted: less(after.counted(), before.counted()),
            complete: less(after.complete(), before.complete()),
            overdue: less(after.overdue(), before.overdue()),
        }
    }

    /// What it does to one count.
    ///
    /// See [`bridge`] for an example.
    #[must_use]
    pub fn on(self, count: Count) -> i64 {
        match count {
            Count::Counted => self.counted,
            Count::Complete => self.complete,
            Count::Overdue => self.overdue,
            Count::InTime => self.counted - self.overdue,
        }
    }
}

impl std::iter::Sum for Effect {
    fn sum<I: Iterator<Item = Self>>(parts: I) -> Self {
        parts.fold(Self::default(), |sum, part| Self {
            counted: sum.counted + part.counted,
            complete: sum.complete + part.complete,
            overdue: sum.overdue + part.overdue,
        })
    }
}
