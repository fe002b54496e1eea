//! Reports as markdown.

use super::{
    Printable,
    page::{Block, Group},
};

/// A report as markdown.
///
/// ```
/// use programme::{finding::Findings, model::{About, Draft}, report};
///
/// let programme = Draft::new(About::named("Peer challenge response")).finish()?;
/// let request = report::Request::as_at("2019-09-04".parse()?);
/// let highlight = report::highlight(&programme, &Findings::default(), &request);
/// assert!(report::to_markdown(&highlight).starts_with("# Peer challenge response\n"));
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn to_markdown(report: &impl Printable) -> String {
    let mut out = String::new();
    let mut listed = false;
    for block in report.blocks() {
        let piece = piece(&block);
        if piece.is_empty() {
            continue;
        }
        // Renderers take a table straight after a list for more of its last point; a list goes on
        // where points follow on points.
        let list = matches!(block, Block::Points(_));
        if !(out.is_empty() || listed && list) {
            out.push('\n');
        }
        out.push_str(&piece);
        listed = list;
    }
    out
}

/// A piece of the page, without blank lines around it.
fn piece(block: &Block) -> String {
    match block {
        Block::Title(title, below) => {
            let below: Vec<_> = below.iter().map(|line| escape(line)).collect();
            let title = format!("# {}\n", escape(title));
            match below.as_slice() {
                [] => title,
                lines => format!("{title}\n{}\n", lines.join("  \n")),
            }
        }
        Block::Heading(heading) => format!("## {}\n", escape(heading)),
        Block::Points(points) => list(points),
        Block::Paragraph(text) => format!("{}\n", escape(text)),
        Block::Table(head, rows) => table(head, rows),
        Block::Findings(group) => findings(group),
    }
}

fn list(points: &[String]) -> String {
    points.iter().map(|point| format!("- {}\n", escape(point))).collect()
}

fn findings(group: &Group) -> String {
    let mut out = format!("### {}\n\n{}\n", escape(&group.title), list(&group.messages));
    if !group.mends.is_empty() {
        out.push_str(&format!("*Mend:* {}  \n", escape(&group.mends.join(" "))));
    }
    out.push_str(&format!("*Source:* {}\n", escape(&group.source)));
    out
}

fn table(head: &[(String, bool)], rows: &[Vec<String>]) -> String {
    let mut out = String::new();
    let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    out.push_str(&line(head.iter().map(|(name, _)| escape(name)).collect()));
    let rule = |number: bool| if number { "--:" } else { "---" }.to_owned();
    out.push_str(&line(head.iter().map(|(_, number)| rule(*number)).collect()));
    for row in rows {
        out.push_str(&line(row.iter().map(|cell| escape(cell)).collect()));
    }
    out
}

/// Text that says what it says, whatever marks are in it.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~' => {
                out.push('\\');
                out.push(c);
            }
            c if c.is_whitespace() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}
