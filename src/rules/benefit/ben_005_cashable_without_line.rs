//! BEN-005: A saving or benefit is said to lower a budget, and no budget line that it lowers is named.

use crate::{
    finding::{Entry, Severity},
    rules::{Check, Context, Example, Rule, Sink},
    values::Code,
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"BEN", 5),
        name: "cashable-saving-without-line",
        severity: Severity::Warning,
        finds: "A saving or benefit is said to lower a budget, and no budget line that it lowers is named.",
        why: "A saving that takes nothing off a budget is not cashable.",
        source: "Good practice; CIPFA Financial Management Code",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-06-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "savings": [{"reference": "SAV1", "title": "Fewer offices", "amount": "£200k", "year": "2022/23",
   "cashable": true, "state": "budgeted"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "budget_lines": [{"reference": "BL1", "title": "Rent of offices", "fund": "general_fund",
   "nature": "revenue", "year": "2022/23", "stated": "£900k", "base": true}],
 "savings": [{"reference": "SAV1", "title": "Fewer offices", "amount": "£200k", "year": "2022/23",
   "cashable": true, "state": "budgeted", "line": "BL1"}]}"#,
    },
    check: Check::Programme(check),
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let savings = context.programme.savings().into_iter();
    for row in savings.filter(|row| row.cashable == Some(true)) {
        sink.expect(row.line.is_some(), |sink| {
            let amount = row.amount.as_ref().map(|amount| format!(", {amount},"));
            let message = format!(
                "'{}'{} is cashable, and lowers no budget line that is named.",
                row.title,
                amount.unwrap_or_default()
            );
            let help = "Name the line that it lowers, or say that it is not cashable.";
            sink.finding(message, help).about(row.key.id)
        });
    }
    let benefits = context.programme.benefits().into_iter();
    for row in benefits.filter(|row| row.cashable == Some(true)) {
        // A saving that it names is looked at itself.
        sink.expect(row.line.is_some() || row.saving.is_some(), |sink| {
            let message =
                format!("'{}' is cashable, and lowers no budget line that is named.", row.title);
            let help = "Name the line or the saving, or say that it is not cashable.";
            sink.finding(message, help).about(row.key.id)
        });
    }
}
