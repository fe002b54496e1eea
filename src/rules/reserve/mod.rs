//! Rules of reserves (area RES).

pub(super) mod res_001_rules_missing;
pub(super) mod res_002_outside_purpose;
pub(super) mod res_003_overdrawn;
pub(super) mod res_004_roll_forward;
pub(super) mod res_005_unapproved;
pub(super) mod res_006_below_minimum;
pub(super) mod res_007_renamed;
pub(super) mod res_008_not_from_reserves;
pub(super) mod res_009_unusable;
