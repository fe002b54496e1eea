//! What is to be decided, and what brings it before whom.

use super::{
    Wards,
    bounds::{Bound, pounds},
};
use crate::{
    model::{Body, DecisionRight, MatterKind, Report, Request, Trigger},
    values::{Certainty, Id, Stated, When},
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
    /// Whether the paper that asks for it calls it key.
    pub said_key: Option<bool>,
    /// When notice of it as a key decision was given.
    pub notice: Option<When>,
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
            said_key: None,
            notice: None,
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
            said_key: report.key_decision.as_ref().and_then(|stated| stated.key),
            notice: report.key_decision.as_ref().and_then(|stated| stated.notice.clone()),
            ..Self::new(&asked.title)
        }
    }

    /// Whether it affects two or more wards, as far as that is said.
    pub(super) fn is_in_wards(&self) -> Option<bool> {
        Wards::of(&self.wards).map(Wards::are_several)
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
            (Some(amount), Some(threshold)) => match (pounds(amount), Bound::of(threshold)) {
                (Some(pounds), Some(bound)) => match bound.reached_by(pounds) {
                    Certainty::Certainly => Pull::Certain,
                    Certainty::No => Pull::None,
                    Certainty::Possibly => {
                        Pull::unknown(format!("whether {amount} reaches {threshold} exactly"))
                    }
                },
                _ => Pull::unknown("both amounts in pounds"),
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
