//! The registry, and the examples of every rule.

use programme::{
    catalogue,
    document::{Document, HISTORY_FORMAT, HistoryDocument},
    finding::{Finding, Findings},
    rules::{self, RULES, Run, Settings},
};

use crate::day;

/// What reading says of an example, and a run of the rules: of a history, those of history too.
fn run(text: &str, as_at: &str) -> (Findings, Run) {
    let settings = Settings::as_at(day(as_at));
    if text.contains(HISTORY_FORMAT) {
        let checked = HistoryDocument::from_json(text).unwrap().check();
        let (history, reading) = checked.lenient().unwrap_or_else(|found| panic!("{found}"));
        return (reading, rules::lint_history(&history, &settings).unwrap());
    }
    let (programme, reading) = Document::from_json(text).unwrap().check().lenient();
    (reading, rules::lint(&programme, &settings))
}

/// Everything that reading and the rules say of an example.
fn findings(text: &str, as_at: &str) -> Vec<Finding> {
    let (reading, run) = run(text, as_at);
    let found = reading.merge(run.findings).into_iter();
    found.filter(|finding| finding.waived_by.is_none()).collect()
}

#[test]
fn every_example_raises_its_own_code_alone() {
    for rule in RULES {
        let found = findings(rule.example.fires, rule.example.as_at);
        let codes: Vec<_> = found.iter().map(|finding| finding.code()).collect();
        assert_eq!(codes, [rule.entry.code], "{:?}", found);
        let finding = &found[0];
        // A published report is of the whole programme, which is no row.
        let of_the_whole = rule.entry.name == "published-figure-differs";
        assert_eq!(finding.subjects.is_empty(), of_the_whole, "{}", rule.entry.code);
        assert!(finding.message.ends_with('.') && finding.help.ends_with('.'), "{finding}");
    }
}

#[test]
fn every_silent_example_raises_nothing() {
    for rule in RULES {
        let found = findings(rule.example.silent, rule.example.as_at);
        assert_eq!(found, [], "{}", rule.entry.code);
        let (_, run) = run(rule.example.silent, rule.example.as_at);
        let tally = run.tallies.iter().find(|tally| tally.code == rule.entry.code).unwrap();
        assert_eq!((tally.failed, tally.undetermined, tally.not_assessed), (0, 0, 0));
    }
}

#[test]
fn the_registry_is_sorted_unique_and_whole() {
    let codes: Vec<_> = RULES.iter().map(|rule| rule.entry.code).collect();
    assert!(codes.is_sorted_by(|a, b| a < b), "{codes:?}");
    for rule in RULES {
        assert!(rules::explain(rule.entry.code).is_some());
    }
    let mut names: Vec<_> = catalogue::entries().map(|entry| entry.name).collect();
    let count = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), count, "two codes have one name");
    // One rule, one file, found by its code.
    let mut files = Vec::new();
    for area in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/src/rules")).unwrap() {
        let area = area.unwrap().path();
        let Ok(entries) = std::fs::read_dir(&area) else { continue };
        let names = entries.map(|file| file.unwrap().file_name().into_string().unwrap());
        files.extend(names.filter(|name| name != "mod.rs"));
    }
    files.sort();
    let expected = codes.iter().map(|code| code.to_string().to_lowercase().replace('-', "_"));
    for (file, code) in files.iter().zip(expected) {
        assert!(file.starts_with(&code), "{file} is not {code}");
    }
    assert_eq!(files.len(), codes.len());
}

#[test]
fn every_entry_says_what_why_and_by_whom() {
    for entry in catalogue::entries() {
        assert!(entry.finds.ends_with('.') && entry.why.ends_with('.'), "{}", entry.code);
        assert!(!entry.source.is_empty() && !entry.since.is_empty(), "{}", entry.code);
        let plain = |c: char| c.is_ascii_lowercase() || c == '-';
        assert!(entry.name.chars().all(plain), "{}", entry.name);
    }
}

#[test]
fn a_rule_that_is_switched_off_does_not_run() {
    use programme::{
        finding::Severity,
        rules::{Level, Levels},
    };
    let rule = RULES[0];
    let (programme, _) = Document::from_json(rule.example.fires).unwrap().check().lenient();
    let mut settings = Settings::as_at(day(rule.example.as_at));
    settings.levels = Levels::default().set(rule.entry.code, Level::Off);
    let run = rules::lint(&programme, &settings);
    assert!(run.findings.is_empty());
    assert!(run.tallies.iter().all(|tally| tally.code != rule.entry.code));
    settings.levels = Levels::default().set(rule.entry.code, Level::As(Severity::Error));
    let run = rules::lint(&programme, &settings);
    assert_eq!(run.findings.count(Severity::Error), 1);
}

#[test]
fn a_rule_that_looked_at_nothing_does_not_count_as_passed() {
    let (programme, _) = Document::from_json("{}").unwrap().check().lenient();
    let run = rules::lint(&programme, &Settings::as_at(day("2019-09-04")));
    let of_a_state = RULES.iter().filter(|rule| !rule.needs_history());
    assert_eq!(run.tallies.len(), of_a_state.count());
    assert!(run.tallies.iter().all(|tally| tally.passed == 0 && tally.failed == 0));
}

#[test]
fn a_date_in_the_timescale_dates_the_completion() {
    let text = r#"{"format": "programme/1", "programme": {"name": "Example"},
        "posts": [{"title": "COO"}],
        "actions": [{"title": "Publish", "leads": "COO", "timescale": "Completed May 2019"}]}"#;
    let said: Vec<_> = findings(text, "2019-09-04").into_iter().map(|f| f.message).collect();
    assert_eq!(said, ["'Publish' is completed, but no evidence is held."]);
}

#[test]
fn rules_see_a_part_where_its_whole_is() {
    // The peers return in June 2019; the part, which answers what its whole answers, is due later.
    let text = r#"{"format": "programme/1", "programme": {"name": "Example"},
        "posts": [{"title": "COO"}],
        "reviews": [{"reference": "REV1", "name": "Review",
          "obligations": [{"kind": "follow_up", "target": "June 2019"}]}],
        "recommendations": [{"reference": "R1", "title": "Plan ahead", "review": "REV1"}],
        "actions": [
          {"reference": "A1", "title": "Write it", "answers": "R1", "leads": "COO",
           "timescale": "May 2019"},
          {"reference": "A1.1", "title": "Print it", "parent": "A1", "leads": "TBC",
           "timescale": "December 2019"}]}"#;
    let codes: Vec<_> =
        findings(text, "2019-04-01").iter().map(|finding| finding.code().to_string()).collect();
    assert_eq!(codes, ["ACT-010"], "and the lead of the whole leads it");
    let (programme, _) = Document::from_json(text).unwrap().check().lenient();
    let on = day("2019-04-01");
    let by = programme::rollup::breakdown(
        &programme,
        programme::rollup::Grouping::Lead,
        &programme::rollup::Policy::pooled(),
        on,
    );
    let counted: Vec<_> = by.groups.iter().map(|(_, progress)| progress.counted()).collect();
    assert_eq!((counted, by.unassigned.counted()), (vec![1], 0), "by lead as by `led_by`");
    let post = programme.posts().iter().next().unwrap().key.id;
    assert_eq!(programme.led_by(programme::model::Party::Post(post)).len(), 2);
}

#[test]
fn a_waiver_accepts_what_it_names_as_long_as_it_says() {
    // Two actions without a lead; one of the two findings is accepted until the end of 2019.
    let text = r#"{"format": "programme/1", "programme": {"name": "Example"},
        "actions": [
          {"reference": "A1", "title": "Write it", "timescale": "May 2020"},
          {"reference": "A2", "title": "Print it", "timescale": "May 2020"}],
        "waivers": [{"code": "ACT-001", "subject": "A2", "by": "Chief Executive",
          "reason": "The post is being filled", "ends": "December 2019"}]}"#;
    let (programme, _) = Document::from_json(text).unwrap().check().lenient();
    let run = |on: &str| rules::lint(&programme, &Settings::as_at(day(on))).findings;
    let said = |on: &str| -> Vec<(String, bool)> {
        let found = run(on).into_iter();
        found.map(|finding| (finding.code().to_string(), finding.waived_by.is_some())).collect()
    };
    let found = [("ACT-001".to_owned(), false), ("ACT-001".to_owned(), true)];
    assert_eq!(said("2019-12-31"), found, "the last day is a day of the waiver");
    assert_eq!(run("2019-12-31").count(programme::finding::Severity::Warning), 1);
    let found = ["ACT-001", "ACT-001", "WVR-003"].map(|code| (code.to_owned(), false));
    assert_eq!(said("2020-01-01"), found);
    // It reads back as it was written.
    let again = Document::of(&programme).to_json();
    let (again, findings) = Document::from_json(&again).unwrap().check().lenient();
    assert_eq!((again, findings.len()), (programme.clone(), 0));
}

/// The page of every code, as it should be.
fn page() -> String {
    use std::fmt::Write;
    let mut page = String::from(
        "# Rules\n\nEvery code, written from the registry: after a change, run the tests with \
         `UPDATE_RULES=1`.\n\nA finding has a code, a severity (error, warning, info) and an \
         outcome: certain, undetermined (a missing fact would settle it) or not assessed. Codes are \
         never used again for something else. `Levels` switch a rule off, raise or lower it.\n",
    );
    for entry in catalogue::entries() {
        let (code, name, severity) = (entry.code, entry.name, entry.severity);
        write!(page, "\n## {code} {name}\n\n").unwrap();
        write!(page, "{} {}\n\n", entry.finds, entry.why).unwrap();
        writeln!(page, "*{severity}. {}. Since {}.*", entry.source, entry.since).unwrap();
        if let Some(rule) = rules::explain(code) {
            let example = rule.example;
            for (heading, text) in [("Raises it", example.fires), ("Does not", example.silent)] {
                write!(page, "\n{heading}, as at {}:\n\n```json\n{text}\n```\n", example.as_at)
                    .unwrap();
            }
        }
    }
    page
}

#[test]
fn the_page_of_rules_is_what_the_registry_says() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/RULES.md");
    if std::env::var_os("UPDATE_RULES").is_some() {
        std::fs::write(path, page()).unwrap();
    }
    let written = std::fs::read_to_string(path).unwrap();
    assert!(written == page(), "docs/RULES.md is stale: run the tests with UPDATE_RULES=1");
}
