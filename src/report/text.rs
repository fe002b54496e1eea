//! Reports as plain text, for a screen of a hundred columns.

use super::{
    Printable,
    page::{Block, Group},
};

/// The width that text keeps to.
const WIDTH: usize = 100;

/// A report as plain text.
///
/// Sentences and tables keep to 100 characters a line. Words that are longer are broken, and very
/// long texts are cut with `…`.
///
/// ```
/// use programme::{finding::Findings, model::{About, Draft}, report};
///
/// let programme = Draft::new(About::named("Peer challenge response")).finish()?;
/// let request = report::Request::as_at("2019-09-04".parse()?);
/// let text = report::to_text(&report::highlight(&programme, &Findings::default(), &request));
/// assert!(text.contains("Highlight report as at 4 September 2019"));
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn to_text(report: &impl Printable) -> String {
    let mut out = String::new();
    for block in report.blocks() {
        match block {
            Block::Title(title, below) => {
                wrap(&mut out, "", &title);
                out.push_str(&format!("{}\n", "=".repeat(title.chars().count().min(WIDTH))));
                below.iter().for_each(|line| wrap(&mut out, "", line));
                out.push('\n');
            }
            Block::Heading(heading) => {
                out.push_str(&format!("\n{}\n", heading.to_uppercase()));
            }
            Block::Points(points) => points.iter().for_each(|point| wrap(&mut out, "* ", point)),
            Block::Paragraph(text) => {
                out.push('\n');
                wrap(&mut out, "", &text);
            }
            Block::Table(head, rows) => table(&mut out, &head, &rows),
            Block::Findings(group) => findings(&mut out, &group),
        }
    }
    out
}

fn findings(out: &mut String, group: &Group) {
    out.push_str(&format!("\n{}\n", group.title));
    group.messages.iter().for_each(|message| wrap(out, "  - ", message));
    for mend in &group.mends {
        wrap(out, "  > ", mend);
    }
}

/// Writes words in lines of the width, the first after a mark and the others below it.
fn wrap(out: &mut String, mark: &str, text: &str) {
    let indent = mark.chars().count();
    for (at, line) in lines(text, WIDTH.saturating_sub(indent)).iter().enumerate() {
        let before = if at == 0 { mark.to_owned() } else { " ".repeat(indent) };
        out.push_str(&format!("{before}{line}\n"));
    }
}

/// Words in lines of at most `width`; a word that is longer is broken. Very long texts are cut with
/// a mark: a report is to be read.
fn lines(text: &str, width: usize) -> Vec<String> {
    const MOST: usize = 12;
    let width = width.max(1);
    let mut lines: Vec<String> = vec![String::new()];
    let mut used = 0;
    for word in text.split_whitespace() {
        // What steers a terminal, or turns the direction of a line, is shown and not obeyed.
        let shown = word.chars().map(|c| if steers(c) { '\u{fffd}' } else { c });
        let letters: Vec<char> = shown.take(width * (MOST + 1)).collect();
        for (at, piece) in letters.chunks(width).enumerate() {
            let space = usize::from(used > 0 && at == 0);
            if used + space + piece.len() > width {
                lines.push(String::new());
                used = 0;
            }
            if lines.len() > MOST {
                lines.truncate(MOST);
                lines.iter_mut().next_back().into_iter().for_each(|last| last.push('…'));
                return lines;
            }
            let line = lines.iter_mut().next_back();
            line.into_iter().for_each(|line| {
                line.extend((used > 0 && at == 0).then_some(' '));
                line.extend(piece);
            });
            used += piece.len() + usize::from(used > 0 && at == 0);
        }
    }
    lines
}

fn steers(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Columns as wide as what they hold; the widest of words gives way, and its cells take more lines.
fn table(out: &mut String, head: &[(String, bool)], rows: &[Vec<String>]) {
    let count = |text: &str| text.chars().count();
    let mut widths: Vec<usize> = head.iter().map(|(name, _)| count(name)).collect();
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(count(cell)).min(WIDTH);
        }
    }
    let room = WIDTH.saturating_sub(2 * widths.len().saturating_sub(1));
    while widths.iter().sum::<usize>() > room {
        match widths.iter_mut().max() {
            Some(width) if *width > 8 => *width -= 1,
            _ => break,
        }
    }
    let names: Vec<String> = head.iter().map(|(name, _)| name.clone()).collect();
    for row in std::iter::once(&names).chain(rows) {
        let cells: Vec<Vec<String>> =
            row.iter().zip(&widths).map(|(cell, width)| lines(cell, *width)).collect();
        for at in 0..cells.iter().map(Vec::len).max().unwrap_or(0) {
            let mut line = String::new();
            for ((cell, width), (_, number)) in cells.iter().zip(&widths).zip(head) {
                let piece = cell.get(at).map_or("", String::as_str);
                let space = " ".repeat(width.saturating_sub(count(piece)));
                let (before, after) = if *number { (&*space, "") } else { ("", &*space) };
                line.push_str(&format!("{before}{piece}{after}  "));
            }
            out.push_str(line.trim_end());
            out.push('\n');
        }
    }
}
