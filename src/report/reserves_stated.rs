//! What papers say that reserves hold, beside what follows.

use serde::Serialize;

use super::{
    described::{view, words},
    request::PoundsView,
    view::{SubjectView, cite},
};
use crate::{
    finance::{Implied, Ledger, Total},
    model::{Programme, Reserve, StatedBalance},
    values::{Certainty, Meeting, Money, Qualifier, Stated},
};

view! {
    /// A stated balance, beside what follows.
    ///
    /// See [`reserve_statement`](super::reserve_statement) for an example.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct StatedReserveView {
        /// The balance, as printed.
        pub amount: Option<String>,
        /// What it is read as, where it is hedged ("c£340k").
        pub read_as: Option<PoundsView>,
        /// For which day, as printed.
        pub on: Option<String>,
        /// The movement after which it stands.
        pub after: Option<SubjectView>,
        /// Whether it is a minimum and not a balance.
        pub minimum: bool,
        /// What follows for the same point from the opening balance, or from an earlier stated one;
        /// null where that is not known.
        pub reckoned: Option<PoundsView>,
        /// What is stated less what follows: below nothing where less is stated.
        pub difference: Option<PoundsView>,
        /// How the two lie: `agrees`, `differs`, `base` where the figures of the statement start
        /// from it, or `not_known`.
        pub verdict: &'static str as one_of(VERDICTS.iter().copied()),
        /// What the reserve held before that movement, if the balance is right.
        pub before: Option<PoundsView>,
        /// Where it was said.
        pub place: Option<String>,
    }
}

/// How a stated balance lies to what follows.
#[derive(Clone, Copy)]
enum Verdict {
    Agrees,
    Differs,
    Base,
    NotKnown,
}

words! {
    fn verdict_word(verdict: Verdict) in VERDICTS {
        Verdict::Agrees => "agrees",
        Verdict::Differs => "differs",
        Verdict::Base => "base",
        Verdict::NotKnown => "not_known",
    }
}

impl StatedReserveView {
    /// All that papers say of a reserve, in the order in which it is held.
    pub(super) fn all(programme: &Programme, ledger: &Ledger<'_>, row: &Reserve) -> Vec<Self> {
        let implied = ledger.implied(row.key.id);
        let balances = row.balances.iter().enumerate().map(|(at, stated)| {
            let implied = implied.iter().find(|implied| implied.number == at);
            match implied {
                Some(implied) => Self::of(programme, stated, implied),
                None => Self::minimum((programme, ledger), row, stated),
            }
        });
        balances.collect()
    }

    fn of(programme: &Programme, stated: &StatedBalance, implied: &Implied) -> Self {
        let ends = implied.stated.interval().zip(implied.reckoned.interval());
        let verdict = match ends {
            _ if implied.base && implied.reckoned.interval().is_none() => Verdict::Base,
            Some((stated, reckoned)) if stated.meets(reckoned) == Meeting::Overlap => {
                Verdict::Agrees
            }
            Some(_) => Verdict::Differs,
            None => Verdict::NotKnown,
        };
        Self {
            after: implied.movement.map(|id| SubjectView::of(programme, id.into())),
            before: implied.before.and_then(PoundsView::of),
            ..Self::beside(programme, stated, (implied.stated, implied.reckoned), verdict)
        }
    }

    /// A minimum differs where less is held.
    fn minimum(
        (programme, ledger): (&Programme, &Ledger<'_>),
        row: &Reserve,
        stated: &StatedBalance,
    ) -> Self {
        let on = stated.on.as_ref().and_then(|on| on.value());
        let held = on.map(|on| ledger.reserve(row.key.id, on.latest()).closing());
        let held = held.unwrap_or(Total::unknown(1));
        let least = stated.amount.as_ref().map_or(Total::unknown(1), Total::minimum);
        let spare = held.less(least);
        let verdict = match spare.below(Money::NIL) {
            _ if spare.unknown_parts() > 0 => Verdict::NotKnown,
            Certainty::Certainly => Verdict::Differs,
            Certainty::Possibly | Certainty::No => Verdict::Agrees,
        };
        Self::beside(programme, stated, (least, held), verdict)
    }

    fn beside(
        programme: &Programme,
        stated: &StatedBalance,
        (amount, reckoned): (Total, Total),
        verdict: Verdict,
    ) -> Self {
        let figure = stated.amount.as_ref().and_then(Stated::value);
        let hedged = figure.is_some_and(|figure| figure.qualifier() != Qualifier::Plain);
        Self {
            amount: stated.amount.as_ref().map(ToString::to_string),
            read_as: PoundsView::of(amount).filter(|_| hedged && !stated.minimum),
            on: stated.on.as_ref().map(ToString::to_string),
            after: None,
            minimum: stated.minimum,
            reckoned: PoundsView::of(reckoned),
            difference: PoundsView::of(amount.less(reckoned)),
            verdict: verdict_word(verdict),
            before: None,
            place: stated.source.as_ref().map(|source| cite(programme, source)),
        }
    }
}
