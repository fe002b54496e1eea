//! Rules of recommendations (area REC).

pub(super) mod rec_005_process_step;
pub(super) mod rec_006_draft_wording;
