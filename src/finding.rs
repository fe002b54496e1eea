//! Findings: what is wrong or worth a look, where, on whose authority, and how to mend it.

use std::fmt;

use chrono::NaiveDate;

use crate::{
    model::{Subject, Waiver},
    values::{Code, Id},
};

/// How much a finding weighs. The order is that of reports: errors first.
///
/// ```
/// use programme::finding::Severity;
///
/// assert!(Severity::Error < Severity::Warning && Severity::Warning < Severity::Info);
/// assert_eq!(Severity::Warning.to_string(), "warning");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The record cannot be true, or the act recorded would be unlawful or against the council's
    /// own binding rules.
    Error,
    /// Against a named standard or settled good practice, or a likely slip.
    Warning,
    /// Worth a look; often right.
    Info,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
        })
    }
}

/// How sure a finding is.
///
/// ```
/// use programme::finding::Outcome;
///
/// let is_settled = |outcome: Outcome| outcome == Outcome::Certain;
/// assert!(!is_settled(Outcome::Undetermined), "the help names what would settle it");
/// assert_eq!(Outcome::NotAssessed.to_string(), "not_assessed");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// It is so, however vague facts turn out.
    Certain,
    /// It may be so; the help names the fact that would settle it.
    Undetermined,
    /// What the rule needs to be checked is not there.
    NotAssessed,
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Certain => "certain",
            Self::Undetermined => "undetermined",
            Self::NotAssessed => "not_assessed",
        })
    }
}

/// What a code means: the text behind a rule or a fault of reading.
///
/// ```
/// use programme::{catalogue, finding::Severity};
///
/// let entry = catalogue::explain("ACT-001".parse()?).ok_or("no such code")?;
/// assert_eq!(entry.severity, Severity::Warning);
/// assert!(!entry.finds.is_empty() && !entry.why.is_empty() && !entry.source.is_empty());
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The code.
    pub code: Code,
    /// A name for the wrong thing, so that "allow" before it reads well: `action-overdue`.
    pub name: &'static str,
    /// How much it weighs unless the rule or the caller says otherwise.
    pub severity: Severity,
    /// What it finds.
    pub finds: &'static str,
    /// Why it matters.
    pub why: &'static str,
    /// On whose authority: an Act and section, a standard, a page, or practice.
    pub source: &'static str,
    /// The version of this crate that brought it.
    pub since: &'static str,
}

/// Where in a document something was found.
///
/// ```
/// use programme::finding::Place;
///
/// let cell = Place { path: "/actions/3/timescale".into(), line_column: None };
/// assert_eq!(cell.to_string(), "/actions/3/timescale");
/// let text = Place { path: String::new(), line_column: Some((1, 13)) };
/// assert_eq!(text.to_string(), "line 1, column 13");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The path to it, as a JSON pointer.
    pub path: String,
    /// Line and column, both from 1, where the text itself was at fault.
    pub line_column: Option<(usize, usize)>,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line_column {
            Some((line, column)) => write!(f, "line {line}, column {column}"),
            None => f.write_str(&self.path),
        }
    }
}

/// A value that was compared.
///
/// ```
/// use programme::finding::Value;
///
/// assert_eq!(Value::Day("2019-05-15".parse()?).to_string(), "2019-05-15");
/// assert_eq!(Value::Count(22).to_string(), "22");
/// assert_eq!(Value::Words("15th May 2019 Cabinet".into()).to_string(), "15th May 2019 Cabinet");
/// # Ok::<_, chrono::ParseError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Value {
    /// A day.
    Day(NaiveDate),
    /// A number of things or days.
    Count(i64),
    /// Words as printed.
    Words(String),
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => day.fmt(f),
            Self::Count(count) => count.fmt(f),
            Self::Words(words) => words.fmt(f),
        }
    }
}

/// One fact behind a finding.
///
/// ```
/// use programme::finding::{Evidence, Value};
/// use programme::{model::{About, Draft}, rules::{self, Settings}, values::Timescale, Action};
///
/// let mut draft = Draft::new(About::named("example"));
/// let mut action = Action::new(draft.key("A1".parse()?), "Publish the plan");
/// action.timescale = Timescale::read("April 2019");
/// draft.put(action);
/// let run = rules::lint(&draft.finish()?, &Settings::as_at("2019-05-10".parse()?));
/// let overdue = run.findings.iter().find(|f| f.code().to_string() == "ACT-007");
/// let day = Value::Day("2019-04-30".parse()?);
/// assert!(overdue.is_some_and(|f| f.evidence.iter().any(|fact: &Evidence| fact.value == day)));
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// What it is: "last due day".
    pub what: &'static str,
    /// Its value.
    pub value: Value,
}

/// Something that is wrong or worth a look.
///
/// ```
/// use programme::{finding::{Finding, Outcome}, model::{About, Draft, Subject}};
/// use programme::{rules::{self, Settings}, Action};
///
/// let mut draft = Draft::new(About::named("example"));
/// let key = draft.key("A1".parse()?);
/// let subject = Subject::from(key.id);
/// draft.put(Action::new(key, "Publish the plan"));
/// let run = rules::lint(&draft.finish()?, &Settings::as_at("2019-09-04".parse()?));
/// let finding: &Finding = run.findings.iter().next().ok_or("nothing found")?;
/// assert_eq!((finding.entry.name, finding.outcome), ("action-without-lead", Outcome::Certain));
/// assert_eq!(finding.subjects, [subject]);
/// assert!(finding.place.is_none(), "found by a rule, and not in reading");
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What the finding is.
    pub entry: &'static Entry,
    /// How much it weighs here.
    pub severity: Severity,
    /// How sure it is.
    pub outcome: Outcome,
    /// The rows it is about; the first is the main one.
    pub subjects: Vec<Subject>,
    /// Where in the document it was found, if it arose in reading.
    pub place: Option<Place>,
    /// What is the matter, with the words at issue.
    pub message: String,
    /// How to mend it.
    pub help: String,
    /// The facts compared.
    pub evidence: Vec<Evidence>,
    /// The waiver by which the council accepts it, if one does.
    pub waived_by: Option<Id<Waiver>>,
}

impl Finding {
    /// A certain finding of the entry's own severity.
    ///
    /// ```
    /// use programme::{catalogue, finding::Finding};
    ///
    /// let entry = catalogue::explain("ACT-001".parse()?).ok_or("no such code")?;
    /// let finding = Finding::new(entry, "A1 names no lead.", "Name a post.");
    /// assert_eq!(finding.severity, entry.severity);
    /// assert_eq!(finding.to_string(), "warning ACT-001: A1 names no lead. Name a post.");
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn new(entry: &'static Entry, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self {
            entry,
            severity: entry.severity,
            outcome: Outcome::Certain,
            subjects: Vec::new(),
            place: None,
            message: message.into(),
            help: help.into(),
            evidence: Vec::new(),
            waived_by: None,
        }
    }

    /// The code of the rule or fault.
    #[must_use]
    pub fn code(&self) -> Code {
        self.entry.code
    }

    pub(crate) fn about(mut self, subject: impl Into<Subject>) -> Self {
        self.subjects.push(subject.into());
        self
    }

    pub(crate) fn with(mut self, what: &'static str, value: Value) -> Self {
        self.evidence.push(Evidence { what, value });
        self
    }

    pub(crate) fn lowered_to(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    /// Possibly so: worth a look and no more, until the fact that the help names is known.
    pub(crate) fn undetermined(mut self) -> Self {
        self.outcome = Outcome::Undetermined;
        self.severity = Severity::Info;
        self
    }

    /// Not looked at, for want of what the help names.
    pub(crate) fn not_assessed(mut self) -> Self {
        self.outcome = Outcome::NotAssessed;
        self.severity = Severity::Info;
        self
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.severity, self.code())?;
        if self.outcome != Outcome::Certain {
            write!(f, " ({})", self.outcome)?;
        }
        if let Some(place) = &self.place {
            write!(f, " at {place}")?;
        }
        write!(f, ": {} {}", self.message, self.help)?;
        if self.waived_by.is_some() { f.write_str(" (waived)") } else { Ok(()) }
    }
}

/// Findings in the order of reports: by severity, then code, then as they were found.
///
/// ```
/// use programme::{catalogue, finding::{Finding, Findings, Severity}};
///
/// let finding = |code: &str| -> Result<Finding, Box<dyn std::error::Error>> {
///     let entry = catalogue::explain(code.parse()?).ok_or("no such code")?;
///     Ok(Finding::new(entry, "What is the matter.", "How to mend it."))
/// };
/// let findings = Findings::new(vec![finding("ACT-002")?, finding("ACT-001")?]);
/// let codes: Vec<_> = findings.iter().map(|f| f.code().to_string()).collect();
/// assert_eq!(codes, ["ACT-001", "ACT-002"]);
/// assert_eq!(findings.count(Severity::Error), 0);
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings(Vec<Finding>);

impl Findings {
    /// Puts findings in order.
    #[must_use]
    pub fn new(mut findings: Vec<Finding>) -> Self {
        findings.sort_by_key(|finding| (finding.severity, finding.code()));
        Self(findings)
    }

    /// These and others.
    ///
    /// ```
    /// use programme::finding::Findings;
    ///
    /// let (reading, rules) = (Findings::default(), Findings::default());
    /// assert!(reading.merge(rules).is_empty());
    /// ```
    #[must_use]
    pub fn merge(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        Self::new(self.0)
    }

    /// The findings one by one.
    pub fn iter(&self) -> std::slice::Iter<'_, Finding> {
        self.0.iter()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many are of a severity and not waived.
    ///
    /// ```
    /// use programme::{finding::Severity, model::{About, Draft}, rules::{self, Settings}, Action};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// draft.put(Action::new(draft.key("A1".parse()?), "Publish the plan"));
    /// let run = rules::lint(&draft.finish()?, &Settings::as_at("2019-09-04".parse()?));
    /// assert_eq!(run.findings.count(Severity::Warning), run.findings.len());
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.iter().filter(|f| f.severity == severity && f.waived_by.is_none()).count()
    }
}

impl<'f> IntoIterator for &'f Findings {
    type Item = &'f Finding;
    type IntoIter = std::slice::Iter<'f, Finding>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl IntoIterator for Findings {
    type Item = Finding;
    type IntoIter = std::vec::IntoIter<Finding>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl fmt::Display for Findings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, finding) in self.iter().enumerate() {
            if at > 0 {
                f.write_str("\n")?;
            }
            finding.fmt(f)?;
        }
        Ok(())
    }
}

impl std::error::Error for Findings {}
