//! BUD-011: a movement cannot be entered, may be held twice, goes beyond what it takes up, names what plays no part in it, or is on a reserve that is not there.

use crate::{
    finance::{Fault, LifeSide, OutsideLife, UnusedLink, binds, takes_up},
    finding::{Entry, Severity},
    model::{Movement, MovementKind},
    rules::{Check, Context, Example, Rule, Sink, funds::Approval},
    values::{Code, Money, Stated},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"BUD", 11),
        name: "movement-unsound",
        severity: Severity::Warning,
        finds: "A movement cannot be entered, may be held twice, goes beyond the order that it takes up, names a row that plays no part in it, or is on a reserve that is not there yet or any more.",
        why: "Figures that hang on it are not known, or are wrong by its amount.",
        source: "Logic",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-06-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "budget_lines": [{"reference": "BL1", "title": "Consultants", "fund": "general_fund", "nature": "revenue", "year": "2021/22"}],
 "bodies": [{"reference": "BODY1", "name": "Council", "kind": "council"}],
 "decisions": [{"reference": "DEC1", "title": "Fund Phase 2", "body": "BODY1", "act": "resolve", "date": "24 February 2021"}],
 "movements": [{"reference": "MOV1", "title": "Order for the review", "kind": "commitment", "amount": "£20,000",
   "date": "1 June 2021", "line": "BL1", "decision": "DEC1"},
   {"reference": "MOV2", "title": "Invoice for the review", "kind": "actual", "amount": "£25,000",
   "date": "15 June 2021", "against": "MOV1"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "budget_lines": [{"reference": "BL1", "title": "Consultants", "fund": "general_fund", "nature": "revenue", "year": "2021/22"}],
 "bodies": [{"reference": "BODY1", "name": "Council", "kind": "council"}],
 "decisions": [{"reference": "DEC1", "title": "Fund Phase 2", "body": "BODY1", "act": "resolve", "date": "24 February 2021"}],
 "movements": [{"reference": "MOV1", "title": "Order for the review", "kind": "commitment", "amount": "£20,000",
   "date": "1 June 2021", "line": "BL1", "decision": "DEC1"},
   {"reference": "MOV2", "title": "Invoice for the review", "kind": "actual", "amount": "£20,000",
   "date": "15 June 2021", "against": "MOV1"}]}"#,
    },
    check: Check::Programme(check),
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let programme = context.programme;
    let ledger = context.funds().ledger();
    for left in ledger.unentered() {
        if let Some(row) = programme.get(left.movement) {
            unentered(context, row, left.fault, sink);
        }
    }
    let (repeats, excesses) = (ledger.repeats(), ledger.excesses(context.on));
    sink.pass_all(ledger.len().saturating_sub(repeats.len() + excesses.len()));
    for (first, again) in repeats {
        let names = programme.get(first).zip(programme.get(again));
        let Some((first, again)) = names else { continue };
        let message = format!(
            "'{}' is held twice, as {} and as {}: same day, amount and accounts.",
            again.title,
            first.key.shown(),
            again.key.shown()
        );
        let help = "Take one of them out, or say in its title what sets it apart.";
        let finding = sink.finding(message, help).undetermined();
        sink.find(finding.about(again.key.id).about(first.key.id));
    }
    for excess in &excesses {
        let names = programme.get(excess.movement).zip(programme.get(excess.against));
        let Some((row, of)) = names else { continue };
        let by = excess.amount.map_or_else(|| "some".to_owned(), Money::shown);
        let message = format!("'{}' goes {by} beyond what is open of '{}'.", row.title, of.title);
        let help = "Correct the amount, or add what was ordered besides.";
        sink.find(sink.finding(message, help).about(row.key.id).about(of.key.id));
    }
    for link in ledger.unused_links() {
        unused(context, link, sink);
    }
    for odd in ledger.outside_life() {
        outside(context, &odd, sink);
    }
}

/// What has no date and is authorised by nothing is planned, and need not be entered yet.
fn unentered(context: &Context<'_>, row: &Movement, fault: Fault, sink: &mut Sink<'_>) {
    let approved =
        row.decision.is_some_and(|id| matches!(context.approval(Some(id)), Approval::By(_)));
    // A virement with one leg is BUD-005's.
    let leg = matches!(fault, Fault::NoAccount | Fault::NoDestination | Fault::SameAccount);
    if (row.date.is_none() && !approved) || (leg && row.kind == Some(MovementKind::Virement)) {
        return;
    }
    let printed = row.amount.as_ref().map(|amount| amount.words());
    let hedged = |words: &str| Stated::read(words).value().is_some();
    let (message, help) = match (fault, printed) {
        (Fault::Amount(_), Some(words)) if hedged(&words) => (
            format!("'{}' cannot be entered: '{words}' is no exact amount.", row.title),
            "Write the exact amount, once it is known.",
        ),
        _ => (
            format!("'{}' cannot be entered: {fault}.", row.title),
            "Add what is missing, or correct it.",
        ),
    };
    sink.find(sink.finding(message, help).about(row.key.id));
}

/// A link that nothing follows from says that something else was meant.
fn unused(context: &Context<'_>, link: UnusedLink, sink: &mut Sink<'_>) {
    let Some(row) = context.programme.get(link.movement) else { return };
    let of = row.against.and_then(|id| context.programme.get(id));
    let what = match link.field {
        "line" => "a budget line",
        "to_line" => "a second budget line",
        "reserve" => "a reserve",
        "to_reserve" => "a second reserve",
        // What is to be taken up and is not entered is told, if at all, with what keeps it out.
        _ if row.kind.is_some_and(takes_up) && of.is_some_and(|of| of.kind.is_some_and(binds)) => {
            return;
        }
        _ => "something to take up",
    };
    let message = format!("'{}' names {what}, which plays no part in it.", row.title);
    let help = "Take it out, or give the movement the kind that moves it.";
    sink.find(sink.finding(message, help).about(row.key.id));
}

/// A reserve has movements from the day it is set up to the day it is closed.
fn outside(context: &Context<'_>, odd: &OutsideLife, sink: &mut Sink<'_>) {
    let rows = context.programme.get(odd.movement).zip(context.programme.get(odd.reserve));
    let Some((row, reserve)) = rows else { return };
    let (what, when) = match odd.side {
        LifeSide::BeforeOpened => ("set up", reserve.opened.as_ref()),
        LifeSide::AfterClosed => ("closed", reserve.closed.as_ref()),
        LifeSide::BeforeOpeningBalance => ("given its opening balance", None),
    };
    let when = when.map_or_else(|| "later".to_owned(), ToString::to_string);
    let dated = row.date.as_ref().map(ToString::to_string).unwrap_or_default();
    let message =
        format!("'{}' is dated {dated}, and '{}' was {what} {when}.", row.title, reserve.name);
    let finding = if odd.certainty.is_certain() {
        sink.finding(message, "Correct one of the two dates.")
    } else {
        sink.finding(message, "Give both days.").undetermined()
    };
    sink.find(finding.about(row.key.id).about(reserve.key.id));
}
