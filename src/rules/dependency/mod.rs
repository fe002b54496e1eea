//! Rules of what waits for what (area DEP).

pub(super) mod dep_001_cycle;
