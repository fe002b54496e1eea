//! Rules of what changes from report to report (area HIS).

pub(super) mod his_001_silent_past_due;
pub(super) mod his_002_redated_unapproved;
pub(super) mod his_003_redated_repeatedly;
pub(super) mod his_004_baseline_breached;
pub(super) mod his_005_reopened;
pub(super) mod his_006_scope_removed;
pub(super) mod his_007_published_differs;
pub(super) mod his_008_target_moved;
