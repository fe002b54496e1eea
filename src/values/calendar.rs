//! Stub.
/// How days are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DayCount {
    /// All days.
    Calendar,
    /// Working days.
    Working,
}
