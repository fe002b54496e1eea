//! Whether a decision is key.

use super::{
    KeyAnswer, Maker, MakerKind,
    bounds::{Bound, pounds},
    route::{Finder, Outcome},
};
use crate::{
    model::{Function, Parameter},
    values::Certainty,
};

impl Finder<'_> {
    /// Whether the decision is key (SI 2012/2089 reg 8).
    pub(super) fn key(&self, decision: &Outcome) -> KeyAnswer {
        let Some(by) = &decision.by else {
            return KeyAnswer::Unknown("who decides, to tell whether it is key".into());
        };
        match by.kind {
            _ if !self.council.is_english() => {
                return KeyAnswer::No("England's law of key decisions does not hold there.".into());
            }
            MakerKind::FullCouncil | MakerKind::Committee => {
                return KeyAnswer::No(format!(
                    "{} decides, and only decisions of the executive can be key (SI 2012/2089 reg \
                     8(1)).",
                    by.name
                ));
            }
            MakerKind::Officer | MakerKind::Other
                if decision.function == Some(Function::Council) =>
            {
                return KeyAnswer::No(format!(
                    "{} decides for the council, and not for its executive.",
                    by.name
                ));
            }
            MakerKind::Officer | MakerKind::Other if decision.function.is_none() => {
                return KeyAnswer::Unknown(format!(
                    "whether {} decides for the executive, to tell whether it is key",
                    by.name
                ));
            }
            MakerKind::Executive | MakerKind::Officer | MakerKind::Other => {}
        }
        if self.matter.said_key == Some(true) {
            return KeyAnswer::Yes("the paper says so.".into());
        }
        let [money, wards] = [self.by_money(by), self.by_wards()];
        match (money, wards) {
            (KeyAnswer::Yes(why), _) | (_, KeyAnswer::Yes(why)) => KeyAnswer::Yes(why),
            (KeyAnswer::Unknown(money), KeyAnswer::Unknown(wards)) => {
                KeyAnswer::Unknown(format!("{money}; {wards}"))
            }
            (KeyAnswer::Unknown(what), _) | (_, KeyAnswer::Unknown(what)) => {
                KeyAnswer::Unknown(what)
            }
            (KeyAnswer::No(money), KeyAnswer::No(wards)) => {
                KeyAnswer::No(format!("{money}, and {wards}."))
            }
        }
    }

    /// Whether it is key for its money.
    fn by_money(&self, by: &Maker) -> KeyAnswer {
        let given = self.council.amount(Parameter::KeyDecisionThreshold, Some(by.party));
        let (Some(amount), Some(given)) = (self.matter.amount.as_ref(), given) else {
            return KeyAnswer::Unknown(match self.matter.amount {
                Some(_) => "from which amount a decision is key".into(),
                None => "the amount, to tell whether it is key".into(),
            });
        };
        let reached = pounds(amount).zip(Bound::of(given.value));
        match reached.map(|(pounds, bound)| bound.reached_by(pounds).and(given.certainty)) {
            Some(Certainty::Certainly) => KeyAnswer::Yes(format!(
                "{amount} is at or over the threshold of {} ({}).",
                given.value,
                self.council.source(given.basis)
            )),
            Some(Certainty::No) if given.certainty.is_certain() => {
                KeyAnswer::No(format!("{amount} is below the threshold of {}", given.value))
            }
            _ => KeyAnswer::Unknown(format!(
                "whether {amount} reaches the threshold of {} for key decisions",
                given.value
            )),
        }
    }

    /// Whether it is key for its effect on wards.
    fn by_wards(&self) -> KeyAnswer {
        match (self.matter.is_in_wards(), self.matter.significant_in_wards) {
            (Some(true), Some(true)) => {
                KeyAnswer::Yes("its effect in two or more wards is significant.".into())
            }
            (Some(true), None) => {
                KeyAnswer::Unknown("whether its effect in two or more wards is significant".into())
            }
            (None, None | Some(true)) => KeyAnswer::Unknown("which wards it affects".into()),
            (Some(false), _) => KeyAnswer::No("it affects one ward".into()),
            (_, Some(false)) => KeyAnswer::No("its effect on wards is not significant".into()),
        }
    }
}
