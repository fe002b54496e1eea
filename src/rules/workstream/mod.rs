//! Rules of workstreams (area WKS).

pub(super) mod wks_001_no_lead;
pub(super) mod wks_002_no_outcome;
pub(super) mod wks_003_name_unknown;
pub(super) mod wks_004_action_unplaced;
pub(super) mod wks_005_empty;
pub(super) mod wks_006_one_supplier;
