//! Which findings a council accepts.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::{
    finding::Finding,
    model::{Programme, Subject, Waiver},
    values::{Code, has_words},
};

/// A waiver with what it comes to on the day of the check.
pub(super) struct WaiverView<'p> {
    pub(super) waiver: &'p Waiver,
    /// What it lacks.
    pub(super) missing: Vec<&'static str>,
    /// Whether its end has passed.
    pub(super) ended: bool,
    /// Whether its code is that of a rule that ran.
    pub(super) reach: Reach,
    /// How many findings it is about.
    pub(super) about: usize,
}

/// What a code can waive.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// Findings of a rule that ran.
    Ran,
    /// Findings of a rule that is switched off.
    Off,
    /// It is the code of no rule whose findings can be waived.
    Nothing,
}

/// Marks the findings that are waived. Only a waiver that says by whom, why and until when accepts
/// anything, and only as long as it says.
pub(super) fn apply<'p>(
    programme: &'p Programme,
    on: NaiveDate,
    reach: impl Fn(Code) -> Reach,
    findings: &mut [Finding],
) -> Vec<WaiverView<'p>> {
    if programme.waivers().is_empty() {
        return Vec::new();
    }
    // Waivers may be many, and so may findings: neither is looked through for each of the other.
    let mut places: BTreeMap<(Code, Option<Subject>), Vec<usize>> = BTreeMap::new();
    for (at, finding) in findings.iter().enumerate() {
        let subjects = finding.subjects.iter().copied().map(Some);
        for subject in subjects.chain([None]) {
            places.entry((finding.code(), subject)).or_default().push(at);
        }
    }
    let mut views = Vec::with_capacity(programme.waivers().len());
    for waiver in programme.waivers() {
        let code = waiver.code.trim().parse::<Code>().ok();
        let of = code.and_then(|code| places.get(&(code, waiver.subject)));
        let of = of.map_or(&[][..], Vec::as_slice);
        let view = WaiverView {
            waiver,
            missing: missing(waiver),
            ended: ended(waiver, on),
            reach: code.map_or(Reach::Nothing, &reach),
            about: of.len(),
        };
        if view.missing.is_empty() && !view.ended {
            for at in of {
                let finding = findings.get_mut(*at).into_iter();
                finding.for_each(|finding| {
                    finding.waived_by.get_or_insert(waiver.key.id);
                });
            }
        }
        views.push(view);
    }
    views
}

fn missing(waiver: &Waiver) -> Vec<&'static str> {
    let ends = waiver.ends.as_ref().is_some_and(|when| when.value().is_some());
    [
        ("a name", has_words(waiver.by.as_ref())),
        ("a reason", has_words(waiver.reason.as_ref())),
        ("an end date", ends),
    ]
    .into_iter()
    .filter_map(|(what, held)| (!held).then_some(what))
    .collect()
}

fn ended(waiver: &Waiver, on: NaiveDate) -> bool {
    let ends = waiver.ends.as_ref().and_then(|when| when.value());
    ends.is_some_and(|date| date.latest() < on)
}
