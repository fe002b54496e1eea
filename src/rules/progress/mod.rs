//! Rules of stated and reckoned progress (area PRG).

pub(super) mod prg_001_better_than_parts;
pub(super) mod prg_002_two_scales;
pub(super) mod prg_003_closed_above;
pub(super) mod prg_004_unknown_as_good;
pub(super) mod prg_005_asserted;
pub(super) mod prg_006_status_stale;
pub(super) mod prg_007_weight_missing;
pub(super) mod prg_008_percent_conflict;
pub(super) mod prg_009_stated_differs;
pub(super) mod prg_010_off_scale;
pub(super) mod prg_011_exception_not_raised;
pub(super) mod prg_012_exception_undecidable;
pub(super) mod prg_013_rated_twice;
