//! Rules of stated and reckoned progress (area PRG).

pub(super) mod prg_007_weight_missing;
pub(super) mod prg_008_percent_conflict;
