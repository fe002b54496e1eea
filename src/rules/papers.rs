//! What rules ask of the text of papers: labels, subjects, appendices and what is asked.

use super::case::{asks_to_act, said};
use crate::{
    model::{
        Act, CrossReference, DocumentKind, DocumentRef, MatterKind, ReferenceTarget, Report,
        Request,
    },
    values::names::fold,
};

/// A label as it is compared: without the word for what it labels, and without `.0` at its end.
pub(super) fn plain_label(label: &str) -> String {
    const WORDS: [&str; 7] =
        ["sections", "section", "paragraphs", "paragraph", "appendix", "annex", "para"];
    let label = label.trim().to_lowercase();
    let bare = WORDS.iter().find_map(|word| label.strip_prefix(word)).unwrap_or(&label);
    let mut bare = bare.trim().trim_end_matches([':', '.']);
    while let Some(shorter) = bare.strip_suffix(".0") {
        bare = shorter;
    }
    bare.to_owned()
}

/// The labels that a reference names, each as it is compared: "1 and 2" names two.
pub(super) fn labels_of(to: &str) -> Vec<String> {
    let parts = to.split([',', '&', ';']).flat_map(|part| part.split(" and "));
    parts.map(plain_label).filter(|label| !label.is_empty()).collect()
}

/// What a reference points to: as it says, or as the word before its label does.
pub(super) fn target(reference: &CrossReference) -> Option<ReferenceTarget> {
    let to = reference.to.as_deref().unwrap_or_default().trim().to_lowercase();
    let begins = |words: &[&str]| words.iter().any(|word| to.starts_with(word));
    reference.target.or_else(|| match () {
        () if begins(&["appendix", "annex"]) => Some(ReferenceTarget::Appendix),
        () if begins(&["section", "para"]) => Some(ReferenceTarget::Section),
        () => None,
    })
}

/// Whether a place holds what a text says is there: one of the two names is part of the other, by
/// whole words.
pub(super) fn is_of(about: &str, names: &[&str]) -> bool {
    let about = format!(" {} ", fold(about));
    names.iter().any(|name| {
        let name = format!(" {} ", fold(name));
        // A name without letters is part of everything.
        name.trim() != "" && about.trim() != "" && (about.contains(&name) || name.contains(&about))
    })
}

/// The label of an appendix as it is compared: its own, or the one with which its title begins.
pub(super) fn appendix_label(row: &DocumentRef) -> Option<String> {
    if row.kind != Some(DocumentKind::Appendix) {
        return None;
    }
    let label = row.key.label.as_deref().map(plain_label).filter(|label| !label.is_empty());
    label.or_else(|| {
        let mut words = row.title.split_whitespace();
        let named = words.next().is_some_and(|word| word.eq_ignore_ascii_case("appendix"));
        words.next().filter(|_| named).map(plain_label)
    })
}

/// What an appendix is said to hold.
pub(super) fn appendix_names(row: &DocumentRef) -> Vec<&str> {
    let contents = row.contents.iter().map(String::as_str);
    std::iter::once(row.title.as_str()).chain(contents).collect()
}

/// Whether a request asks for money.
pub(super) fn asks_for_money(request: &Request) -> bool {
    const MONEY: [MatterKind; 4] = [
        MatterKind::SupplementaryEstimate,
        MatterKind::Virement,
        MatterKind::Spend,
        MatterKind::Contract,
    ];
    let money = request.matter.is_some_and(|matter| MONEY.contains(&matter));
    // What it is to do may be left out, but not if it only notes.
    let more_than_noted = request.act.is_none() || asks_to_act(request);
    more_than_noted && (request.amount.is_some() || money)
}

/// What a request is called: its label, or else what it asks.
pub(super) fn called(request: &Request) -> &str {
    request.label.as_deref().filter(|label| !label.trim().is_empty()).unwrap_or(&request.title)
}

/// The requests of a paper that say another again, each with that other.
pub(super) fn restated(report: &Report) -> Vec<(&Request, Option<&Request>)> {
    let again = report.requests.iter().filter(|request| said(request.restates.as_ref()));
    let mut by_label = std::collections::BTreeMap::new();
    for request in &report.requests {
        if let Some(label) = &request.label {
            by_label.entry(plain_label(label)).or_insert(request);
        }
    }
    let first = |request: &Request| {
        let label = request.restates.as_deref().map(plain_label)?;
        by_label.get(&label).copied().filter(|first| !std::ptr::eq(*first, request))
    };
    again.map(|request| (request, first(request))).collect()
}

/// What a body is asked to do, after "to".
pub(super) fn act_word(act: Act) -> &'static str {
    match act {
        Act::Note => "note",
        Act::Resolve => "decide",
        Act::Recommend => "recommend",
        Act::Refer => "refer",
        Act::Defer => "put off",
        Act::Delegate => "delegate",
    }
}
