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
    for block in report.blocks() {
        match block {
            Block::Title(title, below) => {
                out.push_str(&format!("# {}\n\n", escape(&title)));
                out.push_str(
                    &below.iter().map(|line| escape(line)).collect::<Vec<_>>().join("  \n"),
                );
                out.push_str("\n\n");
            }
            Block::Heading(heading) => out.push_str(&format!("\n## {}\n\n", escape(&heading))),
            Block::Points(points) => {
                points.iter().for_each(|point| out.push_str(&format!("- {}\n", escape(point))));
            }
            Block::Paragraph(text) => out.push_str(&format!("\n{}\n", escape(&text))),
            Block::Table(head, rows) => table(&mut out, &head, &rows),
            Block::Findings(group) => findings(&mut out, &group),
        }
    }
    out
}

fn findings(out: &mut String, group: &Group) {
    if !out.ends_with("\n\n") {
        out.push('\n');
    }
    out.push_str(&format!("### {}\n\n", escape(&group.title)));
    for message in &group.messages {
        out.push_str(&format!("- {}\n", escape(message)));
    }
    out.push('\n');
    if !group.mends.is_empty() {
        out.push_str(&format!("*Mend:* {}  \n", escape(&group.mends.join(" "))));
    }
    out.push_str(&format!("*Source:* {}\n", escape(&group.source)));
}

fn table(out: &mut String, head: &[(String, bool)], rows: &[Vec<String>]) {
    let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    out.push_str(&line(head.iter().map(|(name, _)| escape(name)).collect()));
    let rule = |number: bool| if number { "--:" } else { "---" }.to_owned();
    out.push_str(&line(head.iter().map(|(_, number)| rule(*number)).collect()));
    for row in rows {
        out.push_str(&line(row.iter().map(|cell| escape(cell)).collect()));
    }
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
