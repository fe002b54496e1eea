//! Rules of decisions and how they are prepared (area DEC).

pub(super) mod dec_001_reserved_matter;
pub(super) mod dec_002_two_deciders;
pub(super) mod dec_003_lone_councillor;
pub(super) mod dec_004_money_unflagged;
pub(super) mod dec_005_wards_unexplained;
pub(super) mod dec_006_notice_short;
pub(super) mod dec_007_exception_unproven;
pub(super) mod dec_008_key_not_executive;
pub(super) mod dec_009_private_unnoticed;
pub(super) mod dec_010_private_ungrounded;
pub(super) mod dec_011_late_item;
pub(super) mod dec_012_record_incomplete;
pub(super) mod dec_013_before_call_in_ends;
pub(super) mod dec_014_advice_missing;
pub(super) mod dec_015_impact_unassessed;
pub(super) mod dec_016_implications_deferred;
pub(super) mod dec_017_vote_unrecorded;
pub(super) mod dec_018_before_its_meeting;
pub(super) mod dec_019_route_unfinished;
