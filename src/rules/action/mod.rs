//! Rules of actions and of the plans that hold them (area ACT).

pub(super) mod act_001_no_lead;
pub(super) mod act_002_no_timescale;
pub(super) mod act_003_joint_leads;
pub(super) mod act_004_lead_unknown;
pub(super) mod act_005_completion_unproven;
pub(super) mod act_006_done_in_future;
pub(super) mod act_007_overdue;
pub(super) mod act_008_ongoing_unreviewed;
pub(super) mod act_009_done_before_parts;
pub(super) mod act_010_after_follow_up;
pub(super) mod act_011_before_review;
pub(super) mod act_012_cells_unpaired;
pub(super) mod act_013_placeholder;
pub(super) mod act_014_left_unapproved;
pub(super) mod act_015_year_end_dates;
