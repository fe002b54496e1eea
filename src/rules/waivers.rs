//! Which findings a council accepts.

use chrono::NaiveDate;

use crate::{
    finding::Finding,
    model::{Programme, Waiver},
    values::Code,
};

/// A waiver with what it comes to on the day of the check.
pub(super) struct WaiverView<'p> {
    pub(super) waiver: &'p Waiver,
    /// What it lacks.
    pub(super) missing: Vec<&'static str>,
    /// Whether its end has passed.
    pub(super) ended: bool,
    /// How many findings it is about.
    pub(super) about: usize,
}

/// Marks the findings that are waived. Only a waiver that says by whom, why and until when accepts
/// anything, and only as long as it says.
pub(super) fn apply<'p>(
    programme: &'p Programme,
    on: NaiveDate,
    findings: &mut [Finding],
) -> Vec<WaiverView<'p>> {
    let view = |waiver| WaiverView {
        waiver,
        missing: missing(waiver),
        ended: ended(waiver, on),
        about: 0,
    };
    let mut views: Vec<_> = programme.waivers().into_iter().map(view).collect();
    for view in &mut views {
        let Ok(code) = view.waiver.code.trim().parse::<Code>() else { continue };
        let of = |finding: &&mut Finding| {
            let subject = view.waiver.subject;
            finding.code() == code && subject.is_none_or(|row| finding.subjects.contains(&row))
        };
        for finding in findings.iter_mut().filter(of) {
            view.about += 1;
            if view.missing.is_empty() && !view.ended {
                finding.waived_by.get_or_insert(view.waiver.key.id);
            }
        }
    }
    views
}

fn missing(waiver: &Waiver) -> Vec<&'static str> {
    let said = |words: &Option<String>| words.as_ref().is_some_and(|w| !w.trim().is_empty());
    let ends = waiver.ends.as_ref().is_some_and(|when| when.value().is_some());
    [("a name", said(&waiver.by)), ("a reason", said(&waiver.reason)), ("an end date", ends)]
        .into_iter()
        .filter_map(|(what, held)| (!held).then_some(what))
        .collect()
}

fn ended(waiver: &Waiver, on: NaiveDate) -> bool {
    let ends = waiver.ends.as_ref().and_then(|when| when.value());
    ends.is_some_and(|date| date.latest() < on)
}
