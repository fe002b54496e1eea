//! Rules of risks (area RSK).

pub(super) mod rsk_001_unowned;
pub(super) mod rsk_002_score_off_matrix;
pub(super) mod rsk_003_residual_above_inherent;
pub(super) mod rsk_004_above_appetite;
pub(super) mod rsk_005_none_scored;
