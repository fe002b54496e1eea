//! Rules switched off, raised or lowered by the caller.

use std::collections::BTreeMap;

use crate::{
    finding::{Finding, Outcome, Severity},
    values::Code,
};

/// What a caller makes of a rule.
///
/// ```
/// use programme::{finding::Severity, rules::{Level, Levels}};
///
/// let quiet = Levels::default().set("ACT-002".parse()?, Level::As(Severity::Info));
/// assert!(!quiet.is_off("ACT-002".parse()?), "it still runs");
/// # Ok::<_, programme::values::ParseCodeError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Level {
    /// It does not run.
    Off,
    /// Its certain findings weigh this much.
    As(Severity),
}

/// Levels by code; a rule without one keeps its own severity.
///
/// ```
/// use programme::{finding::Severity, rules::{Level, Levels}};
///
/// let levels = Levels::default()
///     .set("ACT-002".parse()?, Level::As(Severity::Error))
///     .set("ACT-008".parse()?, Level::Off);
/// assert!(levels.is_off("ACT-008".parse()?));
/// # Ok::<_, programme::values::ParseCodeError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Levels {
    by_code: BTreeMap<Code, Level>,
}

impl Levels {
    /// These levels with one more, in place of any the code had.
    ///
    /// ```
    /// use programme::{finding::Severity, rules::{Level, Levels}};
    ///
    /// let code = "ACT-002".parse()?;
    /// let levels = Levels::default().set(code, Level::Off).set(code, Level::As(Severity::Error));
    /// assert!(!levels.is_off(code), "the later level holds");
    /// # Ok::<_, programme::values::ParseCodeError>(())
    /// ```
    #[must_use]
    pub fn set(mut self, code: Code, level: Level) -> Self {
        self.by_code.insert(code, level);
        self
    }

    /// Whether a rule does not run.
    #[must_use]
    pub fn is_off(&self, code: Code) -> bool {
        self.by_code.get(&code) == Some(&Level::Off)
    }

    /// What a finding weighs. One that is not certain keeps what its rule gave it.
    pub(super) fn severity(&self, finding: &Finding) -> Severity {
        match self.by_code.get(&finding.code()) {
            Some(Level::As(severity)) if finding.outcome == Outcome::Certain => *severity,
            _ => finding.severity,
        }
    }
}
