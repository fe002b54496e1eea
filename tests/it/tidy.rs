//! The source itself: layers, sizes, and words that have no place in it.

use std::{fs, path::Path};

/// Who may import whom: each module with its layer. A module imports only lower layers, its own
/// children, and what its line names.
const LAYERS: [(&str, u8, &[&str]); 19] = [
    ("shape", 0, &[]),
    ("values", 0, &[]),
    ("model", 1, &[]),
    ("finding", 2, &[]),
    ("change", 2, &[]),
    ("rollup", 3, &[]),
    ("governance", 3, &[]),
    ("finance", 3, &["governance", "rollup"]),
    ("history", 3, &["rollup", "governance", "finance"]),
    ("measures", 3, &["rollup", "finance"]),
    ("raid", 3, &["governance"]),
    ("rating", 3, &["rollup", "finance", "history", "governance", "raid", "measures"]),
    ("rules", 4, &[]),
    ("document", 4, &[]),
    ("sheet", 5, &[]),
    ("catalogue", 6, &[]),
    ("report", 6, &[]),
    ("strategy", 6, &[]),
    ("schema", 7, &[]),
];

fn sources() -> Vec<(String, String)> {
    fn walk(folder: &Path, files: &mut Vec<(String, String)>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, files);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let name = path.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap();
                let text = fs::read_to_string(&path).unwrap();
                files.push((name.to_str().unwrap().to_owned(), text));
            }
        }
    }
    let mut files = Vec::new();
    walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    files.sort();
    files
}

/// The module of the crate's root to which a file belongs.
fn module(file: &str) -> &str {
    let inside = file.strip_prefix("src/").unwrap();
    inside.split(['/', '.']).next().unwrap()
}

fn code(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.starts_with("//"))
}

#[test]
fn modules_import_lower_layers_only() {
    let layer = |name: &str| LAYERS.iter().find(|(module, ..)| *module == name);
    for (file, text) in sources() {
        let own = module(&file);
        if own == "lib" {
            continue;
        }
        let (_, height, also) = layer(own).unwrap_or_else(|| panic!("{own} has no layer"));
        let joined = code(&text).collect::<Vec<_>>().join(" ");
        for (at, _) in joined.match_indices("crate::") {
            let rest = &joined[at + "crate::".len()..];
            for name in imported(rest) {
                let Some((other, other_height, _)) = layer(name) else { continue };
                let fine = *other == own || other_height < height || also.contains(other);
                assert!(fine, "{file} imports {other}");
            }
        }
    }
}

/// The modules that a path after `crate::` begins with.
fn imported(rest: &str) -> Vec<&str> {
    let Some(group) = rest.strip_prefix('{') else {
        return rest.split(|c: char| !c.is_alphanumeric() && c != '_').take(1).collect();
    };
    let mut depth = 0;
    let mut names = Vec::new();
    for part in group.split_inclusive([',', '{', '}']) {
        if depth == 0 {
            names.push(
                part.trim().split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap(),
            );
        }
        match part.chars().last() {
            Some('{') => depth += 1,
            Some('}') if depth == 0 => break,
            Some('}') => depth -= 1,
            _ => {}
        }
    }
    names
}

#[test]
fn rules_and_documents_know_nothing_of_each_other() {
    for (file, text) in sources() {
        let text = code(&text).collect::<Vec<_>>().join(" ");
        match module(&file) {
            "rules" => assert!(!text.contains("document::"), "{file}"),
            "document" => assert!(!text.contains("rules::"), "{file}"),
            _ => {}
        }
    }
}

#[test]
fn serialised_forms_are_those_of_values_documents_and_reports() {
    for (file, text) in sources() {
        let allowed = matches!(module(&file), "values" | "document" | "report" | "shape");
        let used = code(&text).any(|line| line.contains("serde"));
        assert!(allowed || !used, "{file} uses serde");
    }
}

#[test]
fn the_core_reads_no_clock_and_does_no_input_or_output() {
    let banned = ["now(", "std::fs", "std::env", "std::net", "println!", "eprintln!", "thread_rng"];
    for (file, text) in sources() {
        for word in banned {
            assert!(!code(&text).any(|line| line.contains(word)), "{file} has {word}");
        }
    }
}

#[test]
fn files_stay_small_enough_to_read() {
    for (file, text) in sources() {
        let lines = code(&text).filter(|line| !line.is_empty()).count();
        assert!(lines <= 400, "{file} has {lines} lines of code");
        assert!(text.starts_with("//!") || file == "src/lib.rs", "{file} does not say what it is");
    }
}
