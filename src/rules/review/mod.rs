//! Rules of reviews (area REV).

pub(super) mod rev_001_themes_of_offer;
pub(super) mod rev_002_team_lopsided;
pub(super) mod rev_003_organisation_unknown;
pub(super) mod rev_004_report_late;
pub(super) mod rev_005_plan_late;
pub(super) mod rev_006_follow_up_undated;
pub(super) mod rev_007_next_too_late;
