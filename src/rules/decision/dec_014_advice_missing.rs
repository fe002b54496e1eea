//! DEC-014: a paper asks for money or a change of the constitution without the advice of both statutory officers, each by itself.

use crate::{
    finding::{Entry, Severity},
    model::{Comment, Lead, MatterKind, Office, Party, Report, ReportKind},
    rules::{
        Check, Context, Example, Rule, Sink,
        case::{Case, asks_to_act},
        papers::asks_for_money,
    },
    values::{Code, capital, names::fold},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"DEC", 14),
        name: "statutory-advice-missing",
        severity: Severity::Warning,
        finds: "A paper asks for money or a change of the constitution without the advice of both statutory officers, each by itself.",
        why: "The monitoring officer answers for what is lawful, the chief finance officer for what can be paid; where one text serves both, nobody can tell which of them says what.",
        source: "LGA 1972 s.151 and LGHA 1989 s.5, for the offices; good practice",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-06-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "reports": [{"reference": "REP1", "title": "Phase 2", "date": "22 June 2021",
   "requests": [{"label": "1", "title": "Agree the contract", "act": "resolve", "matter": "contract"}],
   "comments": [{"by": ["Monitoring Officer", "S.151 Officer"], "text": "It is within the reserve"}]}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "reports": [{"reference": "REP1", "title": "Phase 2", "date": "22 June 2021",
   "requests": [{"label": "1", "title": "Agree the contract", "act": "resolve", "matter": "contract"}],
   "comments": [{"by": ["Monitoring Officer"], "text": "No comment"}, {"by": ["S.151 Officer"], "text": "It is within the reserve"}]}]}"#,
    },
    check: Check::Reports(check),
};

fn check(context: &Context<'_>, report: &Report, sink: &mut Sink<'_>) {
    let paper = matches!(report.kind, None | Some(ReportKind::CommitteePaper));
    let constitution = |matter| matter == Some(MatterKind::Constitution);
    let asks = report
        .requests
        .iter()
        .any(|asked| asks_for_money(asked) || (asks_to_act(asked) && constitution(asked.matter)));
    if !paper || !asks || Case::of_report(context, report).is_none() {
        return;
    }
    let of: Vec<[bool; 2]> =
        report.comments.iter().map(|comment| offices(context, comment)).collect();
    let [finance, law] = [[true, false], [false, true]].map(|alone| of.contains(&alone));
    let merged = of.contains(&[true, true]) || is_one_text(report, &of);
    let title = &report.title;
    let missing = match (finance && !merged, law && !merged) {
        (true, true) => return sink.pass(),
        _ if merged => format!(
            "one comment in '{title}' serves the chief finance officer and the monitoring officer"
        ),
        (true, false) => format!("'{title}' has no comment of the monitoring officer"),
        (false, true) => format!("'{title}' has no comment of the chief finance officer"),
        (false, false) => format!(
            "'{title}' has no comment of the chief finance officer, and none of the monitoring officer"
        ),
    };
    let message = format!("{}.", capital(&missing));
    let unsigned = report.comments.iter().any(|comment| comment.by.is_empty());
    let finding = if unsigned && !merged {
        sink.finding(message, "Say which officer makes each comment.").undetermined()
    } else {
        let help =
            "Let each of the two say something of their own, if only that there is nothing to say.";
        sink.finding(message, help)
    };
    sink.find(finding.about(report.key.id));
}

/// Whether the two officers say the same to the letter, in two comments.
fn is_one_text(report: &Report, of: &[[bool; 2]]) -> bool {
    let texts = |whose: [bool; 2]| {
        let all = report.comments.iter().zip(of).filter(move |(_, of)| **of == whose);
        let texts = all.filter_map(|(comment, _)| comment.text.as_deref());
        // "None" and "no comment" may be what both have to say.
        texts.map(fold).filter(|text| text.split(' ').count() > 3)
    };
    let law: std::collections::BTreeSet<String> = texts([false, true]).collect();
    texts([true, false]).any(|text| law.contains(&text))
}

/// Whether a comment is the chief finance officer's, and the monitoring officer's.
fn offices(context: &Context<'_>, comment: &Comment) -> [bool; 2] {
    let mut held = [false, false];
    for lead in &comment.by {
        let [finance, law] = held_by(context, lead);
        held = [held[0] || finance, held[1] || law];
    }
    held
}

fn held_by(context: &Context<'_>, lead: &Lead) -> [bool; 2] {
    let post = match lead.party {
        Party::Post(id) => context.programme.get(id),
        Party::Body(_) | Party::Unknown => None,
    };
    let offices = post.map(|post| post.offices.as_slice()).unwrap_or_default();
    let names = post.into_iter().flat_map(|post| std::iter::once(&post.title).chain(&post.aliases));
    let mut held = [
        offices.contains(&Office::ChiefFinanceOfficer),
        offices.contains(&Office::MonitoringOfficer),
    ];
    for name in names.chain(&lead.words) {
        let name = format!(" {} ", fold(name));
        let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
        held[0] |= has(&[" s151 ", " s 151 ", " section 151 ", " chief finance officer "])
            || has(&[" chief financial officer "]);
        held[1] |= has(&[" monitoring officer "]);
    }
    held
}
