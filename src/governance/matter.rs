//! What is to be decided, and what brings it before whom.

use rust_decimal::Decimal;

use crate::{
    model::{Body, DecisionRight, MatterKind, Report, Request, Trigger},
    values::{Certainty, Figure, Id, Interval, Qualifier, Stated, When},
};

/// Something that is to be decided, as far as it is known. What is not known is left out, and never
/// taken for a no.
///
/// ```
/// use programme::{governance::Matter, model::MatterKind, values::Stated};
///
/// let mut matter = Matter::new("Fund Phase 2");
/// matter.kind = Some(MatterKind::SupplementaryEstimate);
/// matter.amount = Some(Stated::read("£361k"));
/// assert_eq!(matter.politically_sensitive, None, "nobody has said");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matter {
    /// What it is, in short.
    pub title: String,
    /// What kind of matter it is.
    pub kind: Option<MatterKind>,
    /// The amount that it is about.
    pub amount: Option<Stated>,
    /// The wards that it affects, or "all".
    pub wards: Vec<String>,
    /// Whether its effect in those wards is significant, which is a judgement.
    pub significant_in_wards: Option<bool>,
    /// Whether it is politically sensitive, which is a judgement.
    pub politically_sensitive: Option<bool>,
    /// The body before which it is put first.
    pub put_to: Option<Id<Body>>,
    /// When that body meets.
    pub meeting: Option<When>,
}

impl Matter {
    /// A matter of which only its substance is known.
    #[must_use]
    pub fn new(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            kind: None,
            amount: None,
            wards: Vec::new(),
            significant_in_wards: None,
            politically_sensitive: None,
            put_to: None,
            meeting: None,
        }
    }

    /// What a paper asks for.
    ///
    /// ```
    /// use programme::{
    ///     governance::Matter, model::{About, Draft, MatterKind, Request}, Report,
    /// };
    ///
    /// let draft = Draft::new(About::named("example"));
    /// let mut report = Report::new(draft.key("REP1".parse()?), "Business case");
    /// report.wards.push("All".into());
    /// let asked = Request {
    ///     title: "Fund Phase 2".into(), matter: Some(MatterKind::Spend), ..Request::default()
    /// };
    /// let matter = Matter::of(&report, &asked);
    /// assert_eq!((matter.title.as_str(), matter.wards.len()), ("Fund Phase 2", 1));
    /// # Ok::<_, programme::values::ParseReferenceError>(())
    /// ```
    #[must_use]
    pub fn of(report: &Report, asked: &Request) -> Self {
        Self {
            kind: asked.matter,
            amount: asked.amount.clone(),
            wards: report.wards.clone(),
            put_to: report.body,
            meeting: report.date.clone(),
            ..Self::new(&asked.title)
        }
    }

    /// Whether it affects two or more wards, as far as that is said.
    pub(super) fn is_in_wards(&self) -> Option<bool> {
        let all = |ward: &String| ward.trim().eq_ignore_ascii_case("all");
        match self.wards.as_slice() {
            [] => None,
            [one] => Some(all(one)),
            _ => Some(true),
        }
    }

    /// Whether a right's trigger brings it there, or what would have to be known.
    pub(super) fn triggers(&self, trigger: Trigger, right: &DecisionRight) -> Pull {
        match trigger {
            Trigger::Any => Pull::Certain,
            Trigger::SignificantSpend => self.spends(right.threshold.as_ref()),
            Trigger::PoliticallySensitive => judged(
                self.politically_sensitive,
                "whether it is politically sensitive, which is for the council to judge",
            ),
            Trigger::Strategy => self.is_a(&[MatterKind::Strategy, MatterKind::PolicyFramework]),
            Trigger::Policy => self.is_a(&[MatterKind::Policy, MatterKind::PolicyFramework]),
            Trigger::BudgetFramework => self.is_a(&[
                MatterKind::Budget,
                MatterKind::PolicyFramework,
                MatterKind::CapitalPlan,
                MatterKind::SupplementaryEstimate,
            ]),
            Trigger::Vacancy => self.is_a(&[MatterKind::Staffing]),
            Trigger::Wards => match self.is_in_wards() {
                Some(false) => Pull::None,
                Some(true) => judged(
                    self.significant_in_wards,
                    "whether its effect in those wards is significant, which is for the council to \
                     judge",
                ),
                None => Pull::unknown("which wards it affects"),
            },
            Trigger::InPortfolio => Pull::unknown("in whose portfolio it falls"),
            Trigger::Stage => Pull::unknown("which stage it has reached"),
        }
    }

    fn is_a(&self, kinds: &[MatterKind]) -> Pull {
        match self.kind {
            Some(kind) if kinds.contains(&kind) => Pull::Certain,
            Some(_) => Pull::None,
            None => Pull::unknown("what kind of matter it is"),
        }
    }

    /// Whether it spends as much as an amount.
    fn spends(&self, threshold: Option<&Stated>) -> Pull {
        let money = matches!(
            self.kind,
            None | Some(
                MatterKind::Spend
                    | MatterKind::Saving
                    | MatterKind::SupplementaryEstimate
                    | MatterKind::Virement
                    | MatterKind::Contract
                    | MatterKind::Property
                    | MatterKind::CapitalPlan
            )
        );
        match (self.amount.as_ref(), threshold) {
            (None, _) if !money => Pull::None,
            (None, _) => Pull::unknown("the amount"),
            (Some(_), None) => Pull::unknown("from which amount spend is significant"),
            (Some(amount), Some(threshold)) => match reaches(amount, threshold) {
                Some(Certainty::Certainly) => Pull::Certain,
                Some(Certainty::No) => Pull::None,
                Some(Certainty::Possibly) => {
                    Pull::unknown(format!("whether {amount} reaches {threshold} exactly"))
                }
                None => Pull::unknown("both amounts as figures"),
            },
        }
    }
}

/// Whether something is so, or what would have to be known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Pull {
    Certain,
    None,
    Unknown(String),
}

impl Pull {
    fn unknown(missing: impl Into<String>) -> Self {
        Self::Unknown(missing.into())
    }
}

fn judged(said: Option<bool>, missing: &str) -> Pull {
    match said {
        Some(true) => Pull::Certain,
        Some(false) => Pull::None,
        None => Pull::unknown(missing),
    }
}

/// Whether a printed amount is at or over a limit. The limit is exact; the amount is an interval,
/// but one that is printed to the pound is as exact as the limit. None where either cannot be read.
pub(crate) fn reaches(amount: &Stated, limit: &Stated) -> Option<Certainty> {
    let (amount, limit) = (amount.value()?, limit.value()?.amount());
    if is_exact(amount) {
        return Some(Certainty::from_readings(amount.amount() >= limit, false));
    }
    let interval = amount.interval();
    let some = interval.high > limit || (interval.high == limit && interval.high_included);
    Some(Certainty::from_readings(interval.low >= limit, some))
}

/// Whether a printed amount is above a limit: one that is just the limit is within it.
pub(crate) fn exceeds(amount: &Stated, limit: &Stated) -> Option<Certainty> {
    let (amount, limit) = (amount.value()?, limit.value()?.amount());
    if is_exact(amount) {
        return Some(Certainty::from_readings(amount.amount() > limit, false));
    }
    let interval = amount.interval();
    let every = interval.low > limit || (interval.low == limit && !interval.low_included);
    Some(Certainty::from_readings(every, interval.high > limit))
}

/// Whether a figure is printed to the pound, with no hedge.
fn is_exact(figure: &Figure) -> bool {
    let Interval { low, high, .. } = figure.interval();
    figure.qualifier() == Qualifier::Plain && high - low <= Decimal::ONE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_printed_amount_reaches_a_limit_certainly_possibly_or_not() {
        let reach =
            |amount: &str, limit: &str| reaches(&Stated::read(amount), &Stated::read(limit));
        assert_eq!(reach("£361k", "£350,000"), Some(Certainty::Certainly));
        // £361k may be anything from £360,500 on.
        assert_eq!(reach("£361k", "£361,000"), Some(Certainty::Possibly));
        assert_eq!(reach("£361k", "£500,000"), Some(Certainty::No));
        assert_eq!(reach("up to £500k", "£500,000"), Some(Certainty::Possibly));
        assert_eq!(reach("£500,000", "£500,000"), Some(Certainty::Certainly));
        assert_eq!(reach("£499,999", "£500,000"), Some(Certainty::No));
        assert_eq!(reach("to be agreed", "£500,000"), None);
    }

    #[test]
    fn what_is_just_the_limit_is_within_it() {
        let over = |amount: &str| exceeds(&Stated::read(amount), &Stated::read("£50,000"));
        assert_eq!(over("£50,000"), Some(Certainty::No));
        assert_eq!(over("£50,001"), Some(Certainty::Certainly));
        assert_eq!(over("c£50k"), Some(Certainty::Possibly));
        assert_eq!(over("over £50k"), Some(Certainty::Certainly));
        assert_eq!(over("£361k"), Some(Certainty::Certainly));
    }
}
