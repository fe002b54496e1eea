//! Rules of phases and milestones (area PHA).

pub(super) mod pha_001_overlap;
pub(super) mod pha_002_gap;
pub(super) mod pha_003_span_differs;
pub(super) mod pha_004_outside_phase;
pub(super) mod pha_005_milestone_bare;
