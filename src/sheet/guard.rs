//! Cells that a spreadsheet program would run as a formula, made harmless and back again.

/// With what a formula, or what is taken for one, begins.
const STARTS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// Whether a cell, without the apostrophes before it, would be run.
fn is_risky(cell: &str) -> bool {
    cell.trim_start_matches('\'').starts_with(STARTS)
}

/// The cell as it can be given to a spreadsheet program: with an apostrophe before what would be
/// run, and one more before what has some, so that [`unguarded`] is exact.
pub(super) fn guarded(cell: &str) -> String {
    if is_risky(cell) { format!("'{cell}") } else { cell.to_owned() }
}

/// The cell as it was before it was made harmless.
pub(super) fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if is_risky(rest) => rest,
        _ => cell,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_run_does_not_and_comes_back() {
        for cell in ["=1+1", "+44 20", "-", "@SUM(A1)", "\tx", "'=1", "''=1", "'tis", "", "'", "x"]
        {
            let safe = guarded(cell);
            assert!(!safe.starts_with(STARTS), "{cell}");
            assert_eq!(unguarded(&safe), cell);
        }
        assert_eq!(guarded("=1+1"), "'=1+1");
        assert_eq!(guarded("'tis"), "'tis", "only what would run is touched");
    }
}
