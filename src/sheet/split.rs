//! Cells that hold several things, taken apart only where that is no guess.

use crate::values::Timescale;

/// What stands before a line of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    Bullet(char),
    /// The how manieth, by which count, with what around the number.
    Nth(usize, Count, char),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Count {
    Digits,
    Letters,
    Roman,
}

/// The lines of a cell, whatever ends them.
pub(super) fn lines(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(['\n', '\r']).map(str::trim)
}

/// The lines of a cell that hold something.
pub(super) fn filled(cell: &str) -> Vec<String> {
    lines(cell).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// The things that a cell lists: lines with bullets, lines that are counted from the first, or
/// paragraphs with a blank line between them. One thing where none of these is clear.
pub(super) fn items(cell: &str) -> Vec<String> {
    listed(cell).or_else(|| paragraphs(cell)).unwrap_or_else(|| {
        Some(cell.trim()).filter(|cell| !cell.is_empty()).map(str::to_owned).into_iter().collect()
    })
}

/// The things that a cell lists with a mark before each.
pub(super) fn listed(cell: &str) -> Option<Vec<String>> {
    let counts = [Count::Digits, Count::Roman, Count::Letters];
    counts.into_iter().find_map(|count| list(cell, count))
}

/// A list with two items or more, the first of which begins the cell. Lines without a mark, and
/// those with a mark of another kind, belong to the item before them.
fn list(cell: &str, count: Count) -> Option<Vec<String>> {
    let mut items: Vec<String> = Vec::new();
    let mut kind = None;
    for line in lines(cell).filter(|line| !line.is_empty()) {
        let next = marked(line, count).filter(|(mark, _)| match (kind, mark) {
            (None, Mark::Bullet(_)) => true,
            (None, Mark::Nth(at, ..)) => *at == 1,
            (Some(Mark::Bullet(first)), Mark::Bullet(this)) => first == *this,
            // A list is counted without a gap.
            (Some(Mark::Nth(_, _, first)), Mark::Nth(at, _, this)) => {
                *at == items.len() + 1 && first == *this
            }
            _ => false,
        });
        match next {
            Some((mark, rest)) => {
                kind = kind.or(Some(mark));
                items.push(rest.to_owned());
            }
            None => {
                let last = items.last_mut()?;
                last.push('\n');
                last.push_str(line);
            }
        }
    }
    (items.len() > 1).then_some(items)
}

/// The mark of a line and what follows it.
fn marked(line: &str, count: Count) -> Option<(Mark, &str)> {
    const BULLETS: [char; 13] =
        ['•', '-', '–', '—', '*', '·', '●', '○', '▪', '‣', '◦', '\u{f0b7}', '➢'];
    let first = line.chars().next()?;
    if BULLETS.contains(&first) {
        let rest = line.get(first.len_utf8()..)?;
        // "-5 %" and "**" begin no line of a list; a bullet proper needs no space.
        let is = rest.starts_with(char::is_whitespace) || !matches!(first, '-' | '–' | '—' | '*');
        let rest = rest.trim_start();
        return (is && !rest.is_empty()).then_some((Mark::Bullet(first), rest));
    }
    let inner = line.strip_prefix('(');
    let open = inner.unwrap_or(line);
    let end = open.find(|c: char| !c.is_ascii_alphanumeric())?;
    let (number, after) = open.split_at_checked(end)?;
    let closing = after.chars().next().filter(|c| matches!(c, '.' | ')' | ':'))?;
    if inner.is_some() && closing != ')' {
        return None;
    }
    let rest = after.get(1..)?;
    if !rest.starts_with(char::is_whitespace) || rest.trim().is_empty() {
        return None;
    }
    let around = if inner.is_some() { '(' } else { closing };
    Some((Mark::Nth(counted(number, count)?, count, around), rest.trim_start()))
}

fn counted(number: &str, count: Count) -> Option<usize> {
    const ROMAN: [&str; 12] =
        ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
    let lower = number.to_ascii_lowercase();
    match count {
        Count::Digits => lower.parse().ok(),
        Count::Letters if lower.len() == 1 => {
            let letter = lower.bytes().next()?.checked_sub(b'a')?;
            (letter < 26).then_some(usize::from(letter) + 1)
        }
        Count::Letters => None,
        Count::Roman => ROMAN.iter().position(|known| *known == lower).map(|at| at + 1),
    }
}

fn paragraphs(cell: &str) -> Option<Vec<String>> {
    let mut all: Vec<String> = Vec::new();
    let mut open = false;
    let unified = cell.replace("\r\n", "\n");
    for line in lines(&unified) {
        if line.is_empty() {
            open = false;
        } else if let Some(last) = all.last_mut().filter(|_| open) {
            last.push('\n');
            last.push_str(line);
        } else {
            all.push(line.to_owned());
            open = true;
        }
    }
    (all.len() > 1).then_some(all)
}

/// The timescales in a cell: one a line, but one alone where its lines only together say when.
pub(super) fn timescales(cell: &str) -> Vec<String> {
    let all = filled(cell);
    let reads = |words: &str| Timescale::read(words).value().is_some();
    if all.len() > 1 && reads(&all.join(" ")) && !all.iter().all(|line| reads(line)) {
        return vec![cell.trim().to_owned()];
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_taken_apart_where_they_are_marked() {
        let apart = [
            ("• Write it\n• Print it", vec!["Write it", "Print it"]),
            (
                "- Write it\r\n- Print it\r\n  and bind it",
                vec!["Write it", "Print it\nand bind it"],
            ),
            ("1. Write it\n2. Print it", vec!["Write it", "Print it"]),
            (
                "1) Write it\n- well\n- soon\n2) Print it",
                vec!["Write it\n- well\n- soon", "Print it"],
            ),
            ("(a) Write it\n(b) Print it", vec!["Write it", "Print it"]),
            ("i. Write it\nii. Print it", vec!["Write it", "Print it"]),
            ("Write it\n\nPrint it\nin red", vec!["Write it", "Print it\nin red"]),
            ("Write it\r\n\r\nPrint it", vec!["Write it", "Print it"]),
        ];
        for (cell, expected) in apart {
            assert_eq!(items(cell), expected, "{cell}");
        }
        let whole = [
            "Write it\nand print it",
            "We will:\n• write it\n• print it",
            "2. Write it\n3. Print it",
            "2019. A year\n2020. Another",
            "- Write it",
            "-5 %\n-6 %",
        ];
        for cell in whole {
            assert_eq!(items(cell), [cell], "{cell}");
        }
        assert!(items(" \n ").is_empty());
    }

    #[test]
    fn a_timescale_over_two_lines_is_one() {
        assert_eq!(timescales("15th May 2019\nCabinet"), ["15th May 2019\nCabinet"]);
        assert_eq!(timescales("Completed\n\nJuly 2020"), ["Completed", "July 2020"]);
        assert_eq!(timescales("May 2019\nsoon"), ["May 2019", "soon"]);
        assert!(timescales("").is_empty());
    }
}
