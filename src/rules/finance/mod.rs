//! Rules of funds and figures (area FIN).

pub(super) mod fin_001_no_fund;
pub(super) mod fin_002_funds_crossed;
pub(super) mod fin_003_hra_in_debit;
pub(super) mod fin_004_split_without_basis;
pub(super) mod fin_005_capital_for_revenue;
pub(super) mod fin_006_flexible_receipts;
pub(super) mod fin_007_parts_and_total;
pub(super) mod fin_008_quoted_differently;
pub(super) mod fin_009_percentage;
pub(super) mod fin_010_rates;
pub(super) mod fin_011_price_bases;
pub(super) mod fin_012_section_114;
pub(super) mod fin_013_set_of_shares;
pub(super) mod fin_014_survey_share;

use rust_decimal::Decimal;

use super::Context;
use crate::{
    finance::Obstacle,
    model::{
        BudgetLine, Claim, Fund, FundingSource, Programme, Reserve, ReserveKind, Resource, Subject,
        upwards,
    },
    values::{self, FigureUnit, Id},
};

/// Whose account a reserve is in, as it says or as its kind does.
pub(super) fn reserve_fund(reserve: &Reserve) -> Option<Fund> {
    reserve.fund.or_else(|| match reserve.kind? {
        ReserveKind::GeneralBalance => Some(Fund::GeneralFund),
        ReserveKind::HraBalance | ReserveKind::MajorRepairs => Some(Fund::HousingRevenueAccount),
        ReserveKind::Earmarked
        | ReserveKind::CapitalReceipts
        | ReserveKind::CapitalGrants
        | ReserveKind::Unusable => None,
    })
}

/// Whose account the kind of money itself, or the reserve, says that a source is in.
pub(super) fn origin_fund(programme: &Programme, source: &FundingSource) -> Option<Fund> {
    let reserve = source.reserve.and_then(|id| programme.get(id)).and_then(reserve_fund);
    reserve.or_else(|| match source.resource? {
        Resource::GeneralBalance => Some(Fund::GeneralFund),
        Resource::HraBalance | Resource::MajorRepairsReserve => Some(Fund::HousingRevenueAccount),
        _ => None,
    })
}

/// Whose account a source comes from, as it says or as what it is does.
pub(super) fn source_fund(programme: &Programme, source: &FundingSource) -> Option<Fund> {
    source.fund.or_else(|| origin_fund(programme, source))
}

/// Whose account a budget line is in: its own, or that of the nearest line above that has one.
pub(super) fn line_fund(programme: &Programme, line: Id<BudgetLine>) -> Option<Fund> {
    let lines = programme.budget_lines();
    upwards(lines, lines.get(line)?).find_map(|row| row.fund)
}

/// What a fund is called in a sentence.
pub(super) fn fund_name(fund: Fund) -> &'static str {
    match fund {
        Fund::GeneralFund => "the General Fund",
        Fund::HousingRevenueAccount => "the HRA",
        Fund::CollectionFund => "the Collection Fund",
        Fund::RingFencedGrant => "a ring-fenced grant",
        Fund::HeldForOthers => "money held for others",
    }
}

/// Whether money that goes from one fund to another crosses the border of the HRA.
pub(super) fn crosses(from: Option<Fund>, to: Option<Fund>) -> Option<(Fund, Fund)> {
    let (from, to) = (from?, to?);
    let housing = |fund| fund == Fund::HousingRevenueAccount;
    (housing(from) != housing(to)).then_some((from, to))
}

/// A computed amount as a paper would print it: £666k, £1,500, 12,400, 91.8%.
pub(super) fn shown(amount: Decimal, unit: Option<FigureUnit>) -> String {
    let amount = amount.normalize();
    let (sign, size) = (if amount.is_sign_negative() { "-" } else { "" }, amount.abs());
    match unit {
        Some(FigureUnit::Percent) => format!("{sign}{}%", size.round_dp(1).normalize()),
        Some(FigureUnit::Pounds) => {
            let thousands = size.checked_div(Decimal::ONE_THOUSAND).unwrap_or_default();
            // Half a thousand is how far a figure in thousands is rounded.
            let in_thousands = size >= Decimal::from(500) && thousands.normalize().scale() <= 1;
            match in_thousands {
                true => format!("{sign}£{}k", grouped(thousands.normalize())),
                false => format!("{sign}£{}", grouped(size)),
            }
        }
        Some(FigureUnit::Count) | None => format!("{sign}{}", grouped(size)),
    }
}

fn grouped(amount: Decimal) -> String {
    let text = amount.to_string();
    let (whole, rest) = text.split_at(text.find('.').unwrap_or(text.len()));
    values::grouped(whole) + rest
}

/// The words of a claim's figure.
pub(super) fn words(context: &Context<'_>, claim: Id<Claim>) -> String {
    let claim = context.programme.get(claim);
    let stated = claim.and_then(|claim| claim.stated.as_ref());
    stated.map_or_else(|| "no figure".to_owned(), ToString::to_string)
}

/// Where a row was read, in brackets; empty where that is not said.
pub(super) fn at(context: &Context<'_>, row: impl Into<Subject>) -> String {
    let place = context.programme.sources(row).first();
    place.map_or_else(String::new, |source| format!(" ({source})"))
}

/// What keeps figures from being compared, and what would help.
pub(super) fn hindered(context: &Context<'_>, obstacle: Obstacle) -> (String, String) {
    let name = |id: Id<Claim>| context.programme.name(id).unwrap_or_default().to_owned();
    match obstacle {
        Obstacle::NoFigure(id) => {
            let stated = context.programme.get(id).and_then(|claim| claim.stated.as_ref());
            let why = match stated {
                None => format!("no figure is given for '{}'", name(id)),
                Some(stated) => format!("'{stated}' of '{}' gives no figure", name(id)),
            };
            (why, format!("Give the figure of '{}' in pounds, things or per cent.", name(id)))
        }
        Obstacle::Units(id) => (
            format!("'{}' and what it is set against are not in one unit", name(id)),
            "Print them in one unit, each with its sign.".to_owned(),
        ),
        Obstacle::OwnPart(id) => (
            format!("'{}' is among its own parts", name(id)),
            "Take it out of its parts, or out of those that quote the same figure.".to_owned(),
        ),
        Obstacle::NoWhole(id) => (
            format!("'{}' is, or may be, nothing, of which there is no share", name(id)),
            "Give the whole as a number above nothing.".to_owned(),
        ),
        Obstacle::NoBase(id) => (
            format!("per how many '{}' is given is not said", name(id)),
            format!("Say per how many '{}' is given.", name(id)),
        ),
    }
}
