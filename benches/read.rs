//! From text to checked programmes with all findings, against `serde_json` into plain structs that
//! check and resolve nothing.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a bench that meets what it does not expect should stop"
)]

mod common;

use common::{compare, on, portfolio, sizes};
use programme::{
    document::Document,
    rules::{self, Settings},
};
use serde::Deserialize;

/// What a user would write instead: the same words, owned, and nothing made of them.
#[derive(Deserialize)]
#[allow(dead_code, reason = "what is read is held, as a user would hold it")]
struct Plain {
    format: String,
    programme: PlainAbout,
    posts: Vec<PlainPost>,
    decisions: Vec<PlainTitled>,
    recommendations: Vec<PlainTitled>,
    workstreams: Vec<PlainNamed>,
    actions: Vec<PlainAction>,
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "as above")]
struct PlainAbout {
    name: String,
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "as above")]
struct PlainPost {
    reference: String,
    title: String,
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "as above")]
struct PlainTitled {
    reference: String,
    title: String,
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "as above")]
struct PlainNamed {
    reference: String,
    name: String,
    leads: Vec<String>,
    outcome: String,
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "as above")]
struct PlainAction {
    reference: String,
    title: String,
    answers: Vec<String>,
    workstream: String,
    #[serde(default)]
    leads: Vec<String>,
    timescale: Option<String>,
    cadence: Option<String>,
    #[serde(default)]
    status: Vec<PlainStatus>,
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "as above")]
struct PlainStatus {
    state: String,
    as_at: Option<String>,
    on: Option<String>,
    evidence: Option<String>,
    reason: Option<String>,
    decision: Option<String>,
}

fn main() {
    for (size, shape) in sizes() {
        let texts = portfolio(shape);
        let bytes: usize = texts.iter().map(String::len).sum();
        let actions = shape.iter().product::<u32>() as usize;
        let ours = || {
            texts
                .iter()
                .map(|text| {
                    let (programme, findings) =
                        Document::from_json(text).unwrap().check().lenient();
                    let run = rules::lint(&programme, &Settings::as_at(on()));
                    (programme.actions().len(), findings.len() + run.findings.len())
                })
                .fold((0, 0), |sum, next| (sum.0 + next.0, sum.1 + next.1))
        };
        let (read, findings) = ours();
        assert_eq!(read, actions);
        println!("{size}  {} bytes an action, {findings} findings", bytes / actions);
        let plain = || {
            let all = texts.iter().map(|text| serde_json::from_str::<Plain>(text).unwrap());
            all.map(|plain| plain.actions.len()).sum::<usize>()
        };
        assert_eq!(plain(), actions);
        compare(
            size,
            ("read, check, index, lint", ours),
            ("serde_json, plain structs", plain),
            2.5,
        );
        let document = || {
            let all = texts.iter().map(|text| Document::from_json(text).unwrap());
            all.map(|document| document.actions.items().len()).sum::<usize>()
        };
        compare(
            size,
            ("of that, the document alone", document),
            ("serde_json, plain structs", plain),
            2.5,
        );
        let check = || {
            let all = texts.iter().map(|text| Document::from_json(text).unwrap().check().lenient());
            all.map(|(programme, _)| programme.actions().len()).sum::<usize>()
        };
        compare(
            size,
            ("of that, without the rules", check),
            ("serde_json, plain structs", plain),
            2.5,
        );
    }
}
