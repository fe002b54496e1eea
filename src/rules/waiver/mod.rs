//! Rules of waivers (area WVR): they run after all others.

pub(super) mod wvr_001_unused;
pub(super) mod wvr_002_incomplete;
pub(super) mod wvr_003_ended;
