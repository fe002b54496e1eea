//! Reports as markdown: blocks of different kinds stand one blank line apart.

use programme::{
    Programme,
    finance::Reading,
    report::{self, Request},
    rules::{self, Settings},
    values::WorkingCalendar,
};

use crate::{day, read};

/// What kind of block a line is of.
#[derive(Debug, PartialEq, Eq)]
enum Kind {
    Blank,
    Point,
    Table,
    Heading,
    Text,
}

fn kind(line: &str) -> Kind {
    match line {
        "" => Kind::Blank,
        line if line.starts_with("- ") => Kind::Point,
        line if line.starts_with("| ") => Kind::Table,
        line if line.starts_with('#') => Kind::Heading,
        _ => Kind::Text,
    }
}

/// A renderer takes a table straight after a point for more of the point, and a list straight after
/// a table for more of its rows.
pub(super) fn assert_blocks_stand_apart(markdown: &str) {
    let lines: Vec<&str> = markdown.lines().collect();
    for two in lines.windows(2) {
        let (first, second) = (kind(two[0]), kind(two[1]));
        let blank = first == Kind::Blank || second == Kind::Blank;
        assert!(blank || first == second, "no blank line between: {two:#?}\n{markdown}");
        let both = first == Kind::Blank && second == Kind::Blank;
        assert!(!both, "two blank lines in a row:\n{markdown}");
        assert!(first != Kind::Heading || blank, "a heading straight before: {two:#?}");
    }
    for three in lines.windows(3) {
        let split = three.iter().map(|line| kind(line)).eq([Kind::Point, Kind::Blank, Kind::Point]);
        assert!(!split, "one list is two: {three:#?}");
    }
    assert!(kind(lines[0]) == Kind::Heading && markdown.ends_with('\n'));
    assert!(!markdown.ends_with("\n\n"), "a blank line at the end");
}

fn all_reports(programme: &Programme, on: &str) -> Vec<String> {
    let (on, calendar) = (day(on), WorkingCalendar::england_and_wales());
    let found = rules::lint(programme, &Settings::as_at(on)).findings;
    let mut pages = vec![
        report::to_markdown(&report::highlight(programme, &found, &Request::as_at(on))),
        report::to_markdown(&report::forward_plan(programme, &calendar, on, on)),
    ];
    let (from, to) = ("2019/20".parse().unwrap(), "2024/25".parse().unwrap());
    let statement = report::reserve_statement(programme, from, to, on, &calendar);
    pages.push(report::to_markdown(&statement));
    for need in programme.funding_requirements() {
        let reading = Reading::RoundingAware;
        let request = report::funding_request(programme, need, on, &calendar, reading);
        pages.push(report::to_markdown(&request));
    }
    for paper in programme.reports() {
        pages.push(report::to_markdown(&report::paper_routes(programme, paper, on, &calendar)));
    }
    pages
}

#[test]
fn blocks_of_different_kinds_stand_one_blank_line_apart_in_all_reports() {
    let documents = [
        (include_str!("../fixtures/reserves/programme.json"), "2022-06-29"),
        (include_str!("../fixtures/dacorum-2021/programme.json"), "2021-06-22"),
        (include_str!("../fixtures/havering-2019/programme.json"), "2019-09-04"),
        (include_str!("../fixtures/st-helens-2020/programme.json"), "2020-09-23"),
    ];
    for (text, on) in documents {
        let pages = all_reports(&read(text), on);
        assert!(pages.len() >= 3);
        pages.iter().for_each(|page| assert_blocks_stand_apart(page));
    }
}
