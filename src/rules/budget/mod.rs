//! Rules of budgets (area BUD).

pub(super) mod bud_001_unbalanced;
pub(super) mod bud_002_no_section_25;
pub(super) mod bud_003_before_approval;
pub(super) mod bud_004_overspend_untold;
pub(super) mod bud_005_virement_wrong;
pub(super) mod bud_006_estimate_unfunded;
pub(super) mod bud_007_carried_too_much;
pub(super) mod bud_008_one_off_pays_lasting;
pub(super) mod bud_009_contribution_cut;
pub(super) mod bud_010_no_contingency;
pub(super) mod bud_011_movement_unsound;
