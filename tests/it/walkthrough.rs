//! The public API as a host would use it; what breaks here breaks others.

use programme::{
    Action, ActionId, Draft, Programme, ProgrammeId, Recommendation, RecommendationId,
    document::{Checked, Document},
    finding::{Finding, Findings, Severity},
    model::{About, Fault, Faults, Key, Lead, Link, Party, Subject},
    rollup::{self, Breakdown, Grouping, Policy, Progress, Trace},
    rules::{Run, Settings},
    values::{Timescale, When},
};

use crate::day;

fn small() -> Draft {
    let mut draft = Draft::new(About::named("Peer challenge response"));
    let advice: Key<Recommendation> = draft.key("R1".parse().unwrap());
    let mut action = Action::new(draft.key("A1.1".parse().unwrap()), "Publish the plan");
    action.answers.push(advice.id);
    action.timescale = Timescale::read("April 2019");
    draft.put(Recommendation::new(advice, "Tell people of the plan"));
    draft.put(action);
    draft
}

#[test]
fn a_host_builds_changes_and_asks() {
    let programme = small().finish().unwrap();
    let on = day("2019-09-04");
    assert_eq!(programme.overdue(on).len(), 1);
    assert_eq!(programme.without_lead(on).len(), 1);
    assert_eq!(programme.without_timescale(on).len(), 0);
    assert_eq!(programme.unanswered().len(), 0);

    let mut draft = programme.to_draft();
    let post = programme::Post::new(draft.key("POST1".parse().unwrap()), "COO");
    let party = Party::Post(post.key.id);
    draft.put(post);
    let id: ActionId = programme.actions().iter().next().unwrap().key.id;
    let action = draft.get_mut(id).unwrap();
    action.leads.push(Lead { words: None, party, accountable: Some(true) });
    let changed = draft.finish().unwrap();
    assert_eq!(changed.led_by(party).len(), 1);
    assert_eq!(programme.led_by(party).len(), 0, "the old one is untouched");
    assert_eq!(changed.lead_name(&changed.get(id).unwrap().leads[0]), "COO");
}

#[test]
fn leads_that_name_nobody_are_nobody() {
    use programme::rules;
    let on = day("2019-09-04");
    for leads in [vec![], vec![Lead::named("")], vec![Lead::named("TBC"), Lead::named("-")]] {
        let mut draft = small();
        let id = draft.key::<Action>("A1.1".parse().unwrap()).id;
        draft.get_mut(id).unwrap().leads = leads;
        let programme = draft.finish().unwrap();
        assert_eq!(programme.without_lead(on).len(), 1);
        let run = rules::lint(&programme, &Settings::as_at(on));
        let codes: Vec<_> = run.findings.iter().map(|f| f.code().to_string()).collect();
        assert_eq!(codes, ["ACT-001", "ACT-007"]);
    }
    let mut draft = small();
    let id = draft.key::<Action>("A1.1".parse().unwrap()).id;
    draft.get_mut(id).unwrap().leads = vec![Lead::named("CE"), Lead::named("CE")];
    let run = rules::lint(&draft.finish().unwrap(), &Settings::as_at(on));
    assert!(run.findings.iter().all(|f| f.code().to_string() != "ACT-003"), "one lead, twice");
}

#[test]
fn faults_come_all_at_once_with_their_rows() {
    let mut draft = small();
    let mut second = Action::new(draft.key("A1.1".parse().unwrap()), "Another");
    second.key.id = ActionId::named("another");
    second.parent = Some(second.key.id);
    second.answers.push(RecommendationId::named("missing"));
    draft.put(second);
    let faults: Faults = draft.finish().unwrap_err();
    let said: Vec<String> = faults.iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        [
            "two rows of kind action have the reference `A1.1`; give one of them another",
            "`A1.1` links to a recommendation in `answers` that is not there; add the row or drop \
             the link",
            "`A1.1` are parts of one another; take one out of the ring",
        ]
    );
    assert!(matches!(faults.iter().next(), Some(Fault::SameReference { .. })));
}

#[test]
fn rows_are_shared_between_versions() {
    let before = small().finish().unwrap();
    let mut draft = before.to_draft();
    let id = before.actions().iter().next().unwrap().key.id;
    let removed = draft.remove(id).unwrap();
    assert!(std::ptr::eq(&*removed, before.get(id).unwrap()), "a copy of the table, not of rows");
    assert_eq!(draft.finish().unwrap().actions().len(), 0);
}

#[test]
fn a_figure_can_be_traced_to_its_words() {
    let programme = small().finish().unwrap();
    let trace: Trace =
        rollup::explain(&programme, Grouping::Recommendation, &Policy::pooled(), day("2019-09-04"));
    let leaf = &trace.parts[0].parts[0];
    assert_eq!(leaf.name, "Publish the plan");
    let fact = leaf.fact.as_ref().unwrap();
    assert_eq!(fact.words, "April 2019");
    assert_eq!(fact.due, programme::model::DueState::Overdue);
}

#[test]
fn portfolios_merge() {
    let on = day("2019-09-04");
    let parts = [small(), small(), small()].map(|draft| draft.finish().unwrap());
    let total: Progress = parts.iter().map(|p| rollup::progress(p, &Policy::pooled(), on)).sum();
    assert_eq!((total.counted(), total.overdue()), (3, 3));
    let by = |p: &Programme| {
        rollup::breakdown_by(p, &Policy::pooled(), on, |action| [action.title.clone()])
    };
    let merged = parts.iter().map(by).reduce(Breakdown::merge).unwrap();
    assert_eq!(merged.groups.len(), 1);
    assert_eq!(merged.total, total);
}

#[test]
fn public_nouns_are_plain_values() {
    fn plain<T: Send + Sync + Clone + std::fmt::Debug + PartialEq>() {}
    plain::<Programme>();
    plain::<Action>();
    plain::<ActionId>();
    plain::<ProgrammeId>();
    plain::<Checked>();
    plain::<Document<'static>>();
    plain::<Finding>();
    plain::<Findings>();
    plain::<Faults>();
    plain::<Progress>();
    plain::<Breakdown<Subject>>();
    plain::<Policy>();
    plain::<Run>();
    plain::<Settings>();
    plain::<Timescale>();
    plain::<When>();
    plain::<Link>();
    plain::<programme::report::Highlight>();
    fn shared<T: Send + Sync + Clone>() {}
    shared::<Draft>();
    assert_eq!(Severity::Error.to_string(), "error");
}

#[test]
fn values_serialise_as_their_text() {
    let money: programme::values::Money = serde_json::from_str("\"£361,000\"").unwrap();
    assert_eq!(serde_json::to_string(&money).unwrap(), "\"£361,000.00\"");
    let cell: Timescale = serde_json::from_str("\"15th May 2019 Cabinet\"").unwrap();
    assert_eq!(serde_json::to_string(&cell).unwrap(), "\"15th May 2019 Cabinet\"");
    let id = ActionId::named("one");
    let text = serde_json::to_string(&id).unwrap();
    assert_eq!(serde_json::from_str::<ActionId>(&text).unwrap(), id);
    assert!(serde_json::from_str::<programme::values::Reference>("\"2(a)\"").is_err());
}
