//! How figures of published reports were reckoned, both ways.

use crate::{
    document::{
        Cell, Extras, Raw, Vocabulary, entries,
        mirror::mirror,
        raw::Part,
        read::{
            At::{self, In},
            Reader,
        },
    },
    rollup::{Continuing, Credit, Grouping, Level, MissingWeight, Policy, Weighting},
};

mirror! {
    /// A policy as written, in the words of reports.
    PolicyDoc {
        name: Cell<'a> as name = "Its name.",
        version: Cell<'a> as needed_number = "Its version.",
        level: Cell<'a> as needed_word in Policy = "`pooled`, or `mean_of_` and what its groups are.",
        credit: Cell<'a> as credit = "`when_complete`, `as_stated` or `by_state`.",
        credit_in_progress: Cell<'a> as percent =
            "By state: the per cent of a started action that count.",
        credit_on_hold: Cell<'a> as percent =
            "By state: the per cent of an action on hold that count.",
        weighting: Cell<'a> as needed_word in Policy = "`equal`, `stated` or `stated_or_equal`.",
        continuing: Cell<'a> as needed_word in Policy = "`apart` or `as_open`.",
    }
}

/// How credit is given, without the figures.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::document) enum CreditBy {
    WhenComplete,
    AsStated,
    State,
}

impl PolicyDoc<'_> {
    /// A policy, every field of it.
    pub(super) fn of(policy: &Policy) -> PolicyDoc<'_> {
        let Policy { name, version, level, credit, weighting, continuing } = policy;
        let (by, in_progress, on_hold) = match *credit {
            Credit::WhenComplete => (CreditBy::WhenComplete, None, None),
            Credit::AsStated => (CreditBy::AsStated, None, None),
            Credit::ByState { in_progress, on_hold } => {
                (CreditBy::State, Some(in_progress), Some(on_hold))
            }
        };
        let percent = |percent: Option<u8>| percent.map(|percent| Raw::Integer(percent.into()));
        PolicyDoc {
            name: Some(name.as_str().into()),
            version: Some(Raw::Integer((*version).into())),
            level: Some(level.word().into()),
            credit: Some(by.word().into()),
            credit_in_progress: percent(in_progress),
            credit_on_hold: percent(on_hold),
            weighting: Some(weighting.word().into()),
            continuing: Some(continuing.word().into()),
            extra: Extras::none(),
        }
    }
}

impl Reader {
    /// A policy; none where anything of it is missing.
    pub(super) fn policy(&mut self, at: &At<'_>, part: Part<'_, PolicyDoc<'_>>) -> Option<Policy> {
        let PolicyDoc {
            name,
            version,
            level,
            credit,
            credit_in_progress,
            credit_on_hold,
            weighting,
            continuing,
            extra,
        } = self.object(at, part)?;
        self.extra(Some(at), extra, PolicyDoc::FIELDS);
        let name = self.words(&In(at, "name"), name);
        let version = self.needed_number(&In(at, "version"), version);
        let level = self.needed_word::<Level>(&In(at, "level"), level);
        let by = self.needed_word::<CreditBy>(&In(at, "credit"), credit);
        let in_progress = self.credit(at, "credit_in_progress", credit_in_progress, by);
        let on_hold = self.credit(at, "credit_on_hold", credit_on_hold, by);
        let weighting = self.needed_word::<Weighting>(&In(at, "weighting"), weighting);
        let continuing = self.needed_word::<Continuing>(&In(at, "continuing"), continuing);
        let credit = match by? {
            CreditBy::WhenComplete => Credit::WhenComplete,
            CreditBy::AsStated => Credit::AsStated,
            CreditBy::State => Credit::ByState { in_progress: in_progress?, on_hold: on_hold? },
        };
        Some(Policy {
            name,
            version: version?,
            level: level?,
            credit,
            weighting: weighting?,
            continuing: continuing?,
        })
    }

    /// The per cent of a state that count, where credit is given by state.
    fn credit(
        &mut self,
        at: &At<'_>,
        field: &str,
        cell: Cell<'_>,
        by: Option<CreditBy>,
    ) -> Option<u8> {
        let at = &In(at, field);
        if by != Some(CreditBy::State) {
            if cell.is_some_and(|raw| raw != Raw::Null) {
                let message =
                    "A per cent of a state is given, and credit is not by state.".to_owned();
                let help = "Take it out, or give credit `by_state`.";
                self.report(&entries::UNKNOWN_FIELD, Some(at), message, help);
            }
            return None;
        }
        self.needed(at, "a whole number from 0 to 255", cell, |words| words.parse().ok())
    }
}

impl Vocabulary for Level {
    const WORDS: &'static [(Self, &'static str)] = &[
        (Self::Pooled, "pooled"),
        (Self::MeanOf(Grouping::Recommendation), "mean_of_recommendations"),
        (Self::MeanOf(Grouping::Theme), "mean_of_themes"),
        (Self::MeanOf(Grouping::Workstream), "mean_of_workstreams"),
        (Self::MeanOf(Grouping::Phase), "mean_of_phases"),
        (Self::MeanOf(Grouping::Lead), "mean_of_leads"),
        (Self::MeanOf(Grouping::Review), "mean_of_reviews"),
        (Self::MeanOf(Grouping::Plan), "mean_of_plans"),
    ];
}

impl Vocabulary for CreditBy {
    const WORDS: &'static [(Self, &'static str)] = &[
        (Self::WhenComplete, "when_complete"),
        (Self::AsStated, "as_stated"),
        (Self::State, "by_state"),
    ];
}

impl Vocabulary for Weighting {
    const WORDS: &'static [(Self, &'static str)] = &[
        (Self::Equal, "equal"),
        (Self::Stated { missing: MissingWeight::Refuse }, "stated"),
        (Self::Stated { missing: MissingWeight::Equal }, "stated_or_equal"),
    ];
}

impl Vocabulary for Continuing {
    const WORDS: &'static [(Self, &'static str)] =
        &[(Self::Apart, "apart"), (Self::AsOpen, "as_open")];
}
