//! Rules of what waits for what (area DEP).

pub(super) mod dep_001_cycle;
pub(super) mod dep_002_starts_too_early;
pub(super) mod dep_003_chain_in_one_phase;
