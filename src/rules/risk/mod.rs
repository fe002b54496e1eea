//! Rules of risks (area RSK).

pub(super) mod rsk_001_unowned;
pub(super) mod rsk_002_score_off_matrix;
pub(super) mod rsk_003_residual_above_inherent;
pub(super) mod rsk_004_above_appetite;
pub(super) mod rsk_005_none_scored;
pub(super) mod rsk_006_review_past;
pub(super) mod rsk_007_issue_past_due;
