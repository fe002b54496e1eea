//! Rules of benefits, measures and savings (area BEN).

use chrono::NaiveDate;

use crate::model::{Benefit, BenefitState};

pub(super) mod ben_001_no_owner;
pub(super) mod ben_002_unmeasurable;
pub(super) mod ben_003_realised_early;
pub(super) mod ben_004_unproven;
pub(super) mod ben_005_cashable_without_line;
pub(super) mod ben_006_counted_twice;
pub(super) mod ben_007_no_figure_promised;
pub(super) mod ben_008_owner_leaves;
pub(super) mod ben_009_not_read;
pub(super) mod ben_010_linked_to_nothing;
pub(super) mod ben_011_readings_unlike;
pub(super) mod ben_012_share_a_saving;

/// Whether a benefit is still to come about, or to be shown: it is not given up.
fn is_awaited(benefit: &Benefit, on: NaiveDate) -> bool {
    benefit.last_said(on).and_then(|said| said.state) != Some(BenefitState::NotRealised)
}
