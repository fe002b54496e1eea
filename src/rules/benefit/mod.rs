//! Rules of benefits and savings (area BEN).

pub(super) mod ben_003_realised_early;
pub(super) mod ben_005_cashable_without_line;
pub(super) mod ben_006_counted_twice;
pub(super) mod ben_007_no_figure_promised;
