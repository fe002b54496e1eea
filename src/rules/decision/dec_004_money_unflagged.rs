//! DEC-004: an amount reaches the council's threshold, and the decision is not said to be key.

use crate::{
    finding::{Entry, Severity},
    governance::{Given, pounds},
    model::Parameter,
    rules::{
        Check, Context, Example, Rule, Sink,
        case::{Case, CaseRow, LIMIT_UNSURE, Limit, is_only_cited, may_decide, said},
    },
    values::{Certainty, Code, Stated, Unread},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"DEC", 4),
        name: "key-decision-by-money-unflagged",
        severity: Severity::Warning,
        finds: "An amount reaches the council's threshold, and the decision is not said to be key.",
        why: "An executive decision is key if spend or saving is significant for the service's budget, and has to be made public 28 clear days before. From which amount it is significant each council says for itself; without that nothing can be said.",
        source: "SI 2012/2089 reg 8(1)(a)",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-06-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "bodies": [{"reference": "BODY1", "name": "Cabinet", "kind": "executive"}, {"reference": "BODY2", "name": "Council", "kind": "council"}],
 "local_rules": [{"title": "Key decisions", "parameter": "key_decision_threshold", "amount": "£350,000"}],
 "decisions": [{"reference": "DEC1", "title": "Award the contract", "body": "BODY1", "act": "resolve", "date": "22 June 2021", "amount": "£400,000", "key_decision": "no"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "bodies": [{"reference": "BODY1", "name": "Cabinet", "kind": "executive"}, {"reference": "BODY2", "name": "Council", "kind": "council"}],
 "local_rules": [{"title": "Key decisions", "parameter": "key_decision_threshold", "amount": "£350,000"}],
 "decisions": [{"reference": "DEC1", "title": "Award the contract", "body": "BODY1", "act": "resolve", "date": "22 June 2021", "amount": "£300,000", "key_decision": "no"}]}"#,
    },
    check: Check::Cases(check),
};

fn check(context: &Context<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let flagged = flag(context, case);
    let amounts = amounts(context, case);
    if !case.executive().is_certain() || amounts.is_empty() {
        return;
    }
    let explained = case.key.is_some_and(|key| said(key.significance.as_ref()));
    if flagged == Some(true) || (flagged == Some(false) && explained) {
        return sink.pass();
    }
    let without = |sink: &Sink<'_>, lacks: &str, help: &str| {
        let words: Vec<_> = amounts.iter().map(|amount| amount.words()).collect();
        let from = "from which amount a decision is key";
        let message =
            format!("'{}' is of {}, and {from} {lacks}.", case.title, words.join(" and "));
        sink.finding(message, help).about(case.subject)
    };
    let (given, bound) = match case.limit(context, Parameter::KeyDecisionThreshold) {
        Limit::Held(given, bound) => (given, bound),
        Limit::Unread(given) => {
            let lacks = format!("cannot be read in '{}'", given.value);
            let help = "Give the threshold as an amount in the local rule.";
            return sink.find(without(sink, &lacks, help).not_assessed());
        }
        Limit::Changed => {
            let lacks = "changed within the days that its date can mean, or may not hold on them";
            let finding = without(sink, lacks, LIMIT_UNSURE);
            return sink.find(finding.undetermined());
        }
        Limit::Missing => {
            let help = "Add the council's threshold of key decisions, as a local rule.";
            return sink.find(without(sink, "is not held", help).not_assessed());
        }
    };
    let reached = |amount: &Stated| match pounds(amount) {
        Some(interval) => bound.reached_by(interval),
        None => Certainty::Possibly,
    };
    let largest = amounts.into_iter().map(|amount| (reached(amount), amount)).rev();
    match largest.max_by_key(|(reached, _)| *reached) {
        Some((reached, amount)) if reached != Certainty::No => {
            report(context, case, (flagged, reached, amount), &given, sink);
        }
        _ => sink.pass(),
    }
}

/// Whether it is said to be key: by itself, or by the paper on which it was made.
fn flag(context: &Context<'_>, case: &Case<'_>) -> Option<bool> {
    let own = case.key.and_then(|key| key.key);
    let CaseRow::Decision(row) = case.row else { return own };
    let paper = || context.programme.get(row.report?)?.key_decision.as_ref()?.key;
    own.or_else(paper)
}

/// The amounts that the executive decides: none that goes on to another body, none of a decision
/// that is only cited, and none that the paper of a decision is asked for itself.
fn amounts<'a>(context: &Context<'_>, case: &Case<'a>) -> Vec<&'a Stated> {
    let given =
        |amount: &&Stated| !matches!(amount.unread(), Some(Unread::Blank | Unread::NotApplicable));
    match case.row {
        CaseRow::Decision(row) => {
            let paper = row.report.and_then(|id| context.programme.get(id));
            let asked =
                paper.is_some_and(|paper| paper.requests.iter().any(|r| r.amount.is_some()));
            let left = row.onward.is_some() || is_only_cited(row) || !may_decide(row.act);
            if left || (asked && row.key_decision.is_none()) {
                return Vec::new();
            }
            row.amount.iter().filter(given).collect()
        }
        CaseRow::Report(row) => {
            let here = row
                .requests
                .iter()
                .filter(|asked| asked.onward.is_none() && !asked.progress && may_decide(asked.act));
            here.filter_map(|asked| asked.amount.as_ref()).filter(given).collect()
        }
    }
}

fn report(
    context: &Context<'_>,
    case: &Case<'_>,
    (flagged, reached, amount): (Option<bool>, Certainty, &Stated),
    given: &Given<&Stated>,
    sink: &mut Sink<'_>,
) {
    let source = context.council().source(given.basis);
    let is = if reached.is_certain() { "is" } else { "may be" };
    let stands = match flagged {
        Some(_) => "is marked as not key",
        None => "does not say whether it is key",
    };
    let message = format!(
        "'{}' {stands}, and {amount} {is} at or over the threshold of {} ({source}).",
        case.title, given.value
    );
    if reached.is_certain() {
        let help = "Mark it as key with its notice, or add why the sum is not significant.";
        sink.find(sink.finding(message, help).about(case.subject));
    } else {
        let finding = sink.finding(message, "Give the exact amount.").about(case.subject);
        sink.find(finding.undetermined());
    }
}
