//! Cost: what is expected to be spent against the revised budget.

use super::{Band, Bands, Explained, Grey, Measured, Missing, Origin, Threshold, bands::percent};
use crate::{
    finance::Budget,
    rollup::Ratio,
    values::{Colour, Dimension, Money, RatingScale},
};

/// How much above its budget is what, as data: bands of the share by which the forecast is above the
/// revised budget.
///
/// ```
/// use programme::{rating::{Band, Bands, CostPolicy, Origin}, values::{Colour, RatingScale}};
/// use programme::rollup::Ratio;
///
/// let fifth = Ratio::new(1, 5).ok_or("no whole")?;
/// let bands = Bands::new(RatingScale::Three, [Band::above(fifth, Colour::Red)])?;
/// let policy = CostPolicy { origin: Origin::own("a fifth"), bands };
/// assert_ne!(policy, CostPolicy::plain());
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CostPolicy {
    /// Whose rule it is.
    pub origin: Origin,
    /// From which share above the budget on it has which colour.
    pub bands: Bands<Ratio>,
}

impl CostPolicy {
    /// This crate's own, since no council's was found: amber above the budget, red more than a tenth
    /// above it.
    #[must_use]
    pub fn plain() -> Self {
        let steps =
            [Band::above(Ratio::ZERO, Colour::Amber), Band::above(percent(10), Colour::Red)];
        Self {
            origin: Origin::own("forecast to budget"),
            bands: Bands::known(RatingScale::Three, steps),
        }
    }
}

/// Rates the cost of what a budget sums. An unknown forecast or budget is grey; what was spent is no
/// forecast. Whatever is above a budget of nothing is in the worst band.
///
/// ```
/// use programme::{document::Document, finance, rating::{self, CostPolicy}};
///
/// let text = r#"{"format": "programme/1", "programme": {"name": "Example"},
///   "budget_lines": [{"reference": "BL1", "title": "Consultants"}],
///   "movements": [
///     {"title": "Budget", "kind": "allocation", "line": "BL1", "date": "2021-04-01",
///      "amount": "£1,000"},
///     {"title": "Expected", "kind": "forecast", "line": "BL1", "date": "2021-06-01",
///      "amount": "£1,200"}]}"#;
/// let programme = Document::from_json(text)?.check().strict()?;
/// let budget = finance::budgets(&programme, "2021-06-01".parse()?).cost;
/// let rated = rating::cost(&budget, &CostPolicy::plain());
/// assert_eq!(rated.to_string(), "Cost is red, because £1,200 is expected to be spent against a \
///     budget of £1,000, and more than 10 % is red (forecast to budget).");
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn cost(budget: &Budget, policy: &CostPolicy) -> Explained {
    let grey = |missing| (Grey::NoData.into(), Measured::Missing(missing), None);
    let known = budget.revised().filter(|_| budget.lines() > 0);
    let (rated, value, threshold) = match (known, budget.outturn()) {
        (None, _) if budget.unentered() > 0 => grey(Missing::Amount),
        (None, _) => grey(Missing::Budget),
        // Where no money was given yet and none is expected, there is nothing to rate.
        (Some(Money::NIL), Some(Money::NIL)) => grey(Missing::Budget),
        (_, None) => grey(Missing::Forecast),
        (Some(revised), Some(outturn)) => {
            let band = over(outturn.pence(), revised.pence(), policy);
            let value = Measured::Forecast { outturn, budget: revised };
            let rated = policy.bands.rating(band.as_ref()).into();
            (rated, value, band.map(Threshold::Share))
        }
    };
    let rule = policy.origin.to_string();
    Explained { rated, dimension: Dimension::Cost, rule, value, threshold, rows: Vec::new() }
}

/// The band that an outturn reaches.
fn over(outturn: i64, revised: i64, policy: &CostPolicy) -> Option<Band<Ratio>> {
    let over = u128::try_from(i128::from(outturn) - i128::from(revised)).ok()?;
    let share = u128::try_from(revised).ok().and_then(|whole| Ratio::new(over, whole));
    match share {
        Some(share) => policy.bands.at(share).copied(),
        None if over == 0 => None,
        None => policy.bands.steps().last().copied(),
    }
}
