//! Cells that a spreadsheet program would run as a formula, made harmless and back again.

/// With what a formula, or what is taken for one, begins.
const STARTS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// Whether a cell, without the apostrophes before it, would be run.
fn is_risky(cell: &str) -> bool {
    cell.trim_start_matches('\'').starts_with(STARTS)
}

/// Where another cell begins for a program that takes something else to part cells: quotation marks
/// do not hold, as it finds them within a cell.
const PARTERS: [char; 4] = [';', '\t', '\n', '\r'];

/// Whether what follows what parts cells elsewhere would be run there. A line with a bullet would
/// not be a formula that is well formed, and stays as it is.
fn is_risky_within(parter: char, rest: &str) -> bool {
    let start = rest.trim_start_matches(['\'', '"', ' ', '\u{a0}']);
    let bullet = || {
        let after = start.strip_prefix('-');
        matches!(parter, '\n' | '\r') && after.is_some_and(|after| after.starts_with(' '))
    };
    start.starts_with(STARTS) && !start.starts_with(PARTERS) && !bullet()
}

/// The cell as it can be given to a spreadsheet program: with an apostrophe before what would be
/// run, there or where cells are parted by semicolons or tabs, and one more before what has some, so
/// that [`unguarded`] is exact.
pub(super) fn guarded(cell: &str) -> String {
    let mut safe = String::with_capacity(cell.len() + 1);
    if is_risky(cell) {
        safe.push('\'');
    }
    for (at, c) in cell.char_indices() {
        safe.push(c);
        let rest = cell.get(at + c.len_utf8()..).unwrap_or_default();
        if PARTERS.contains(&c) && is_risky_within(c, rest) {
            safe.push('\'');
        }
    }
    safe
}

/// The cell as it was before it was made harmless.
pub(super) fn unguarded(cell: &str) -> String {
    let mut rest = match cell.strip_prefix('\'') {
        Some(rest) if is_risky(rest) => rest,
        _ => cell,
    };
    let mut own = String::with_capacity(rest.len());
    while let Some(c) = rest.chars().next() {
        own.push(c);
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
        if PARTERS.contains(&c) {
            let inner = rest.strip_prefix('\'').filter(|inner| is_risky_within(c, inner));
            rest = inner.unwrap_or(rest);
        }
    }
    own
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

    #[test]
    fn what_would_run_in_a_cell_parted_elsewhere_does_not() {
        let table = [
            ("x;=HYPERLINK(1)", "x;'=HYPERLINK(1)"),
            ("x;'=1", "x;''=1"),
            ("x; =1;+2", "x;' =1;'+2"),
            ("x;\"=1\"", "x;'\"=1\""),
            ("x\t@SUM(A1)", "x\t'@SUM(A1)"),
            ("x\n=1", "x\n'=1"),
            ("x\r\n-1", "x\r\n'-1"),
            ("x\n--1", "x\n'--1"),
            // Lists and sentences are left alone.
            ("x\n- write it\n  - print it", "x\n- write it\n  - print it"),
            ("x; y\n\nz; 'so'", "x; y\n\nz; 'so'"),
        ];
        for (cell, safe) in table {
            assert_eq!(guarded(cell), safe);
            assert_eq!(unguarded(safe), cell);
        }
    }

    #[test]
    fn guarding_is_exact() {
        // Every text of up to six of these characters.
        let letters = ['\'', '"', '=', '-', ';', '\n', ' ', 'x'];
        let mut all = vec![String::new()];
        let mut from = 0;
        for _ in 0..6 {
            let end = all.len();
            for at in from..end {
                for letter in letters {
                    all.push(format!("{}{letter}", all[at]));
                }
            }
            from = end;
        }
        for cell in all {
            assert_eq!(unguarded(&guarded(&cell)), cell, "{cell:?}");
        }
    }
}
