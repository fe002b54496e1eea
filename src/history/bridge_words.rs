//! A bridge in words.

use std::fmt;

use super::{Bridge, BridgeStep, Cause, Count, aspects::listed};
use crate::rollup::{Assessment, Ratio, Reason};

impl Count {
    const ALL: [Self; 4] = [Self::Counted, Self::Complete, Self::Overdue, Self::InTime];
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Counted => "counted",
            Self::Complete => "complete",
            Self::Overdue => "overdue",
            Self::InTime => "not overdue",
        })
    }
}

/// How a cause moves a count by its very nature, so that nobody needs to be told: those that are
/// completed add to the complete.
fn by_nature(cause: Cause, count: Count) -> i64 {
    match (cause, count) {
        (Cause::Added | Cause::Reinstated, _) => 1,
        (Cause::TakenOut, _) => -1,
        (Cause::Completed, Count::Complete | Count::InTime) => 1,
        (Cause::Completed, Count::Overdue) => -1,
        (Cause::Reopened, Count::Complete | Count::InTime) => -1,
        (Cause::Reopened | Cause::FellDue, Count::Overdue) => 1,
        (Cause::FellDue, Count::InTime) => -1,
        _ => 0,
    }
}

/// "Complete rose from 7 to 9".
fn moved(what: &str, from: u64, to: u64) -> String {
    let mut letters = what.chars();
    let what: String =
        letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
    match from.cmp(&to) {
        std::cmp::Ordering::Less => format!("{what} rose from {from} to {to}"),
        std::cmp::Ordering::Equal => format!("{what} stayed at {to}"),
        std::cmp::Ordering::Greater => format!("{what} fell from {from} to {to}"),
    }
}

impl BridgeStep {
    /// "3 completed": how many of its actions move a count, and by how much where that does not go
    /// without saying.
    fn part(&self, count: Count) -> Option<String> {
        let effects: Vec<i64> = self.rows.iter().map(|moved| moved.effect.on(count)).collect();
        let moving = effects.iter().filter(|effect| **effect != 0).count();
        let usual = by_nature(self.cause, count);
        let plain = effects.iter().all(|effect| [0, usual].contains(effect));
        let said = format!("{moving} {}", self.cause);
        match moving {
            0 => None,
            _ if plain => Some(said),
            _ => Some(format!("{said} ({:+})", effects.iter().sum::<i64>())),
        }
    }
}

impl Bridge {
    /// Why a count moved, as a sentence.
    ///
    /// Where the sign of a part does not follow from its cause, it stands in brackets.
    ///
    /// See [`bridge`](super::bridge) for an example.
    #[must_use]
    pub fn words(&self, count: Count) -> String {
        let moved = moved(&count.to_string(), self.before.count(count), self.after.count(count));
        let parts: Vec<String> = self.steps.iter().filter_map(|step| step.part(count)).collect();
        if parts.is_empty() {
            format!("{moved}.")
        } else {
            format!("{moved}: {}.", parts.join(", "))
        }
    }

    /// Why the confirmed share moved, as a sentence, in per cent to one place; or why that cannot
    /// be said.
    ///
    /// Steps are rounded each by itself, so they may not seem to sum: [`BridgeStep::share`] is
    /// exact.
    ///
    /// ```
    /// use programme::{history, model::{About, Draft}, rollup::Policy, values::Timescale, Action};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// let before = draft.clone().finish()?;
    /// let mut action = Action::new(draft.key("A1".parse()?), "Publish the plan");
    /// action.timescale = Timescale::read("Completed");
    /// draft.put(action);
    /// let (after, on) = (draft.finish()?, "2020-03-31".parse()?);
    /// let policy = Policy::pooled();
    /// let words = |from, to| history::bridge(from, on, to, on, &policy).share_words();
    /// assert_eq!(
    ///     words(&before, &after),
    ///     "The share cannot be compared: on 2020-03-31 there is nothing to reckon it from; \
    ///      on 2020-03-31 it is 100 %."
    /// );
    /// assert_eq!(words(&after, &after), "The share stayed at 100 %.");
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn share_words(&self) -> String {
        let percent = |share: Ratio| share.tenths();
        let (from, to) = match (self.before.share, self.after.share) {
            (Assessment::Known(from), Assessment::Known(to)) => (from.confirmed, to.confirmed),
            (from, to) => {
                let side = |share: &Assessment| match share {
                    Assessment::Known(known) => format!("it is {} %", percent(known.confirmed)),
                    Assessment::Unknown(reason) => unknown(*reason).to_owned(),
                };
                return format!(
                    "The share cannot be compared: on {} {}; on {} {}.",
                    self.before.on,
                    side(&from),
                    self.after.on,
                    side(&to)
                );
            }
        };
        let parts: Vec<String> = self
            .steps
            .iter()
            .filter_map(|step| step.share.map(|share| (step, share)))
            .filter(|(_, (from, to))| from != to)
            .map(|(step, (from, to))| {
                let points = percent(to) - percent(from);
                format!("{} {} ({points:+})", step.rows.len(), step.cause)
            })
            .collect();
        let moved = match from.cmp(&to) {
            std::cmp::Ordering::Less => {
                format!("rose from {} % to {} %", percent(from), percent(to))
            }
            std::cmp::Ordering::Equal => format!("stayed at {} %", percent(to)),
            std::cmp::Ordering::Greater => {
                format!("fell from {} % to {} %", percent(from), percent(to))
            }
        };
        match parts.as_slice() {
            [] => format!("The share {moved}."),
            parts => format!("The share {moved}: {}.", parts.join(", ")),
        }
    }
}

fn unknown(reason: Reason) -> &'static str {
    match reason {
        Reason::NoBasis => "there is nothing to reckon it from",
        Reason::NothingCounted => "nothing counts towards it",
        Reason::WeightMissing => "a weight is missing",
        Reason::NotAssessable => "it is beyond what can be reckoned",
    }
}

impl fmt::Display for BridgeStep {
    /// A row of the table: `completed: 2 (A1 and A3); complete +2, overdue -1`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rows: Vec<_> = self.rows.iter().map(|moved| &moved.row).collect();
        write!(f, "{}: {} ({})", self.cause, rows.len(), listed(&rows))?;
        let effect = self.effect();
        let mut parts: Vec<String> = [Count::Counted, Count::Complete, Count::Overdue]
            .into_iter()
            .filter(|count| effect.on(*count) != 0)
            .map(|count| format!("{count} {:+}", effect.on(count)))
            .collect();
        if let Some((from, to)) = self.share.filter(|(from, to)| from != to) {
            parts.push(format!("share from {from} to {to}"));
        }
        if parts.is_empty() { Ok(()) } else { write!(f, "; {}", parts.join(", ")) }
    }
}

impl fmt::Display for Bridge {
    /// A sentence for each count that moved and one for the share, each on a line.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let is_told = |count: &Count| {
            let moves = |step: &BridgeStep| step.rows.iter().any(|m| m.effect.on(*count) != 0);
            self.steps.iter().any(moves)
        };
        for count in Count::ALL.into_iter().filter(is_told) {
            writeln!(f, "{}", self.words(count))?;
        }
        f.write_str(&self.share_words())
    }
}
