//! Rules of papers and their text (area DOC).

pub(super) mod doc_001_wrong_section;
pub(super) mod doc_002_wrong_appendix;
pub(super) mod doc_003_appendix_missing;
pub(super) mod doc_004_count_differs;
pub(super) mod doc_005_requests_differ;
pub(super) mod doc_006_two_states;
pub(super) mod doc_007_several_names;
pub(super) mod doc_008_date_without_year;
pub(super) mod doc_009_not_achieved;
