//! DOC-001: a reference points to a section that is not there, or that is about something else.

use std::collections::BTreeMap;

use crate::{
    finding::{Entry, Severity},
    model::{CrossReference, ReferenceTarget, Report, Section},
    rules::{
        Check, Context, Example, Rule, Sink,
        papers::{is_of, labels_of, plain_label, target},
    },
    values::{Code, names::fold},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"DOC", 1),
        name: "reference-to-wrong-section",
        severity: Severity::Error,
        finds: "A reference points to a section that is not there, or that is about something else.",
        why: "A reader finds nothing, or decides on the wrong text. A section that is there and seems to be about something else is a warning.",
        source: "Good practice",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2020-09-23",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "reports": [{"reference": "REP1", "title": "Update", "date": "23 September 2020",
   "sections": [{"label": "6.0", "heading": "Governance"}, {"label": "8.0", "heading": "Implications"}],
   "references": [{"place": "3.2", "target": "section", "to": "8.0", "about": "governance"}]}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "reports": [{"reference": "REP1", "title": "Update", "date": "23 September 2020",
   "sections": [{"label": "6.0", "heading": "Governance"}, {"label": "8.0", "heading": "Implications"}],
   "references": [{"place": "3.2", "target": "section", "to": "6", "about": "governance"}]}]}"#,
    },
    check: Check::Reports(check),
};

fn check(_: &Context<'_>, report: &Report, sink: &mut Sink<'_>) {
    let sections = Sections::of(report);
    if sections.labelled.is_empty() {
        return;
    }
    for reference in &report.references {
        if target(reference) == Some(ReferenceTarget::Section) {
            look(report, reference, &sections, sink);
        }
    }
}

struct Sections<'r> {
    /// In the order of the paper.
    labelled: Vec<(String, &'r Section)>,
    /// The first of each label.
    by_label: BTreeMap<String, &'r Section>,
    /// Whether a section has no label, and may be what is meant.
    bare: bool,
}

impl<'r> Sections<'r> {
    fn of(report: &'r Report) -> Self {
        let label = |section: &Section| section.label.as_deref().map(plain_label);
        let labelled =
            report.sections.iter().filter_map(|section| Some((label(section)?, section)));
        let labelled: Vec<_> = labelled.filter(|(label, _)| !label.is_empty()).collect();
        let mut by_label = BTreeMap::new();
        for (label, section) in &labelled {
            by_label.entry(label.clone()).or_insert(*section);
        }
        let bare = labelled.len() < report.sections.len();
        Self { labelled, by_label, bare }
    }

    /// The section of a label, or the nearest above it: 3 for 3.2 where there is no 3.2.
    fn at(&self, label: &str) -> Option<&'r Section> {
        let mut label = label;
        loop {
            if let Some(section) = self.by_label.get(label) {
                return Some(section);
            }
            let end = label.rfind(['.', '('])?;
            label = label.get(..end)?;
        }
    }

    /// Whether parts of a section are listed, though the section is not.
    fn has_parts(&self, label: &str) -> bool {
        ['.', '('].into_iter().any(|joint| {
            let begins = format!("{label}{joint}");
            let next = self.by_label.range(begins.clone()..).next();
            next.is_some_and(|(own, _)| own.starts_with(&begins))
        })
    }
}

fn names(section: &Section) -> Vec<&str> {
    let covers = section.covers.iter().map(String::as_str);
    std::iter::once(section.heading.as_str()).chain(covers).collect()
}

fn look(report: &Report, reference: &CrossReference, sections: &Sections<'_>, sink: &mut Sink<'_>) {
    let Some(to) = reference.to.as_deref().filter(|to| !to.trim().is_empty()) else { return };
    let place = reference.place.as_deref().unwrap_or("the text");
    let title = &report.title;
    let labels = labels_of(to);
    let found: Vec<&Section> = labels.iter().filter_map(|label| sections.at(label)).collect();
    let heading = |section: &Section| fold(&section.heading) == fold(to);
    let missing =
        labels.iter().find(|label| sections.at(label).is_none() && !sections.has_parts(label));
    if let Some(missing) = missing.filter(|_| !report.sections.iter().any(heading)) {
        let message =
            format!("In '{title}', {place} points to section {missing}, which is not there.");
        let help = "Point to a section that is, or drop the reference.";
        let finding = sink.finding(message, help).about(report.key.id);
        return sink.find(if sections.bare { finding.undetermined() } else { finding });
    }
    let Some(about) = reference.about.as_deref() else { return sink.pass() };
    let Some(first) = found.first() else { return sink.pass() };
    if found.iter().any(|section| is_of(about, &names(section))) {
        return sink.pass();
    }
    let other = sections.labelled.iter().find(|(_, section)| is_of(about, &names(section)));
    let Some((_, other)) = other else { return sink.pass() };
    let label = other.label.as_deref().unwrap_or_default();
    let message = format!(
        "In '{title}', {place} points to section {} for '{about}', and that is '{}'.",
        to.trim(),
        first.heading
    );
    let help = format!("Section {label}, '{}', is probably meant.", other.heading);
    let finding = sink.finding(message, help).about(report.key.id);
    sink.find(finding.lowered_to(Severity::Warning));
}
