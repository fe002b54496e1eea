//! DOC-002: the text gives an appendix a label that the list gives to none, or to another.

use crate::{
    finding::{Entry, Severity},
    model::{CrossReference, DocumentRef, ReferenceTarget, Report},
    rules::{
        Check, Context, Example, Rule, Sink,
        papers::{appendix_names, is_of, labels_of, target},
    },
    values::Code,
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"DOC", 2),
        name: "wrong-appendix-label",
        severity: Severity::Error,
        finds: "The text gives an appendix a label that the list gives to none, or to another.",
        why: "A reader looks in the wrong place, and cannot tell which of the two is meant.",
        source: "Good practice",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-06-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "reports": [{"reference": "REP1", "title": "Phase 2", "date": "22 June 2021",
   "references": [{"place": "5.2", "target": "appendix", "to": "A", "about": "deliverables"}]}],
 "documents": [{"reference": "DOC1", "label": "A", "title": "Budget", "kind": "appendix", "report": "REP1", "held": true},
  {"reference": "DOC2", "label": "B", "title": "Deliverables", "kind": "appendix", "report": "REP1", "held": true}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "reports": [{"reference": "REP1", "title": "Phase 2", "date": "22 June 2021",
   "references": [{"place": "5.2", "target": "appendix", "to": "Appendix B", "about": "deliverables"}]}],
 "documents": [{"reference": "DOC1", "label": "A", "title": "Budget", "kind": "appendix", "report": "REP1", "held": true},
  {"reference": "DOC2", "label": "B", "title": "Deliverables", "kind": "appendix", "report": "REP1", "held": true}]}"#,
    },
    check: Check::Reports(check),
};

fn check(context: &Context<'_>, report: &Report, sink: &mut Sink<'_>) {
    for reference in &report.references {
        if target(reference) == Some(ReferenceTarget::Appendix) {
            look(context, report, reference, sink);
        }
    }
}

fn look(context: &Context<'_>, report: &Report, reference: &CrossReference, sink: &mut Sink<'_>) {
    let own = context.appendices_of(Some(report.key.id));
    // Appendices that are tied to no report may be this one's.
    let loose = context.appendices_of(None);
    let labels = labels_of(reference.to.as_deref().unwrap_or_default());
    let place = reference.place.as_deref().unwrap_or("the text");
    let title = &report.title;
    for label in &labels {
        let is = |(other, _): &&(String, &DocumentRef)| other == label;
        let shown = label.to_uppercase();
        let Some((_, listed)) = own.iter().find(is) else {
            if loose.iter().any(|other| is(&other)) {
                sink.pass();
                continue;
            }
            let message = format!(
                "In '{title}', {place} points to appendix {shown}, which the list does not have."
            );
            let near = reference.about.as_deref().and_then(|about| holds(own, about));
            let help = match near {
                Some((other, row)) => {
                    format!(
                        "Appendix {}, '{}', is probably meant.",
                        other.to_uppercase(),
                        row.title
                    )
                }
                None => "Make text and list agree.".to_owned(),
            };
            let finding = sink.finding(message, help).about(report.key.id);
            // Where no appendix is listed, the list may not be held.
            let unlisted = own.is_empty() && loose.is_empty();
            sink.find(if unlisted { finding.undetermined() } else { finding });
            continue;
        };
        let about = reference.about.as_deref();
        let amiss = about.filter(|about| !is_of(about, &appendix_names(listed)));
        let other = amiss.and_then(|about| Some((about, holds(own, about)?)));
        let Some((about, (other, row))) = other.filter(|_| labels.len() == 1) else {
            sink.pass();
            continue;
        };
        let message = format!(
            "Appendix {shown} of '{title}' is '{}' in the list, and '{about}' in {place}.",
            listed.title
        );
        let help = format!(
            "Appendix {}, '{}', is probably meant: make text and list agree.",
            other.to_uppercase(),
            row.title
        );
        let finding = sink.finding(message, help).about(report.key.id);
        sink.find(finding.about(listed.key.id).about(row.key.id));
    }
}

/// The appendix that holds something.
fn holds<'a, 'p>(
    all: &'a [(String, &'p DocumentRef)],
    about: &str,
) -> Option<&'a (String, &'p DocumentRef)> {
    all.iter().find(|(_, row)| is_of(about, &appendix_names(row)))
}
