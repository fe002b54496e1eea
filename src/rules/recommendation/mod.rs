//! Rules of recommendations (area REC).

pub(super) mod rec_001_no_response;
pub(super) mod rec_002_declined_silently;
pub(super) mod rec_003_no_action;
pub(super) mod rec_004_uncarried;
pub(super) mod rec_005_process_step;
pub(super) mod rec_006_draft_wording;
pub(super) mod rec_007_review_unlisted;
