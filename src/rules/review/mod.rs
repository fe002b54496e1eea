//! Rules of reviews (area REV).

pub(super) mod rev_002_team_lopsided;
pub(super) mod rev_003_organisation_unknown;
pub(super) mod rev_005_plan_late;
pub(super) mod rev_007_next_too_late;
