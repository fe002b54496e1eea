//! Rules of decisions and how they are prepared (area DEC).

pub(super) mod dec_011_late_item;
