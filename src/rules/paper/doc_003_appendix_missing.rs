//! DOC-003: an appendix is named and not there.

use crate::{
    finding::{Entry, Severity},
    model::{DocumentKind, DocumentRef},
    rules::{Check, Context, Example, Rule, Sink, appendix_letter},
    values::Code,
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"DOC", 3),
        name: "appendix-missing",
        severity: Severity::Warning,
        finds: "An appendix is named and not there.",
        why: "Members are asked to decide on a paper that is not before them.",
        source: "Good practice; LGA 1972 s.100D for background papers",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2019-09-04",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "documents": [{"reference": "DOC1", "label": "A", "title": "Appendix A", "kind": "appendix", "held": false}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "documents": [{"reference": "DOC1", "label": "A", "title": "Appendix A", "kind": "appendix", "held": true}]}"#,
    },
    check: Check::Documents(check),
};

fn check(context: &Context<'_>, document: &DocumentRef, sink: &mut Sink<'_>) {
    if document.kind != Some(DocumentKind::Appendix) {
        return;
    }
    let label = document.key.label.as_deref().unwrap_or(&document.title);
    if let Some(skipped) = skipped(context, document) {
        let message = format!("Appendix {label} follows no appendix {skipped}.");
        let help = format!("Attach appendix {skipped}, or letter the appendices anew.");
        sink.find(sink.finding(message, help).about(document.key.id));
    }
    match document.held {
        Some(true) => sink.pass(),
        None => {}
        Some(false) => {
            let message = format!("Appendix {label} is not here.");
            let help = "Attach it or drop the reference.";
            sink.find(sink.finding(message, help).about(document.key.id));
        }
    }
}

/// The letter before an appendix's own that no appendix of the same report bears.
fn skipped(context: &Context<'_>, document: &DocumentRef) -> Option<char> {
    let own = appendix_letter(document).filter(|own| *own > 'A')?;
    let before = char::from_u32(u32::from(own) - 1)?;
    (!context.has_appendix(document.report, before)).then_some(before)
}
