//! BUD-007: more is carried forward than was left, or nobody approved it.

use std::collections::BTreeMap;

use crate::{
    finance::Budget,
    finding::{Entry, Severity},
    model::{BudgetLine, Fund, Movement, MovementKind, Nature},
    rules::{
        Check, Context, Example, Rule, Sink,
        funds::{Verdict, happened},
    },
    values::{Certainty, Code, FinancialYear, Id, Money, names::fold},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"BUD", 7),
        name: "carried-forward-too-much",
        severity: Severity::Warning,
        finds: "More is carried forward than was left of the line in the year before, or it was carried forward without a decision.",
        why: "What was spent is not there any more, and what was left goes back to balances unless somebody decides otherwise.",
        source: "The council's own financial rules, such as those of Waverley",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-06-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "bodies": [{"reference": "BODY1", "name": "Council", "kind": "council"}],
 "decisions": [{"reference": "DEC1", "title": "Budget for 2020/21", "body": "BODY1", "act": "resolve", "date": "24 February 2020"},
   {"reference": "DEC2", "title": "Carry forward", "body": "BODY1", "act": "resolve", "date": "24 May 2021"}],
 "budget_lines": [{"reference": "BL1", "title": "Consultants", "fund": "general_fund", "nature": "revenue", "year": "2020/21"},
   {"reference": "BL2", "title": "Consultants", "fund": "general_fund", "nature": "revenue", "year": "2021/22"}],
 "movements": [{"reference": "MOV1", "title": "Budget", "kind": "allocation", "amount": "£100,000", "date": "1 April 2020",
   "line": "BL1", "decision": "DEC1"},
   {"reference": "MOV2", "title": "Spent in the year", "kind": "actual", "amount": "£70,000", "date": "31 March 2021", "line": "BL1"},
   {"reference": "MOV3", "title": "Brought into 2021/22", "kind": "carry_forward", "amount": "£50,000", "date": "1 June 2021",
   "line": "BL2", "decision": "DEC2"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "bodies": [{"reference": "BODY1", "name": "Council", "kind": "council"}],
 "decisions": [{"reference": "DEC1", "title": "Budget for 2020/21", "body": "BODY1", "act": "resolve", "date": "24 February 2020"},
   {"reference": "DEC2", "title": "Carry forward", "body": "BODY1", "act": "resolve", "date": "24 May 2021"}],
 "budget_lines": [{"reference": "BL1", "title": "Consultants", "fund": "general_fund", "nature": "revenue", "year": "2020/21"},
   {"reference": "BL2", "title": "Consultants", "fund": "general_fund", "nature": "revenue", "year": "2021/22"}],
 "movements": [{"reference": "MOV1", "title": "Budget", "kind": "allocation", "amount": "£100,000", "date": "1 April 2020",
   "line": "BL1", "decision": "DEC1"},
   {"reference": "MOV2", "title": "Spent in the year", "kind": "actual", "amount": "£70,000", "date": "31 March 2021", "line": "BL1"},
   {"reference": "MOV3", "title": "Brought into 2021/22", "kind": "carry_forward", "amount": "£30,000", "date": "1 June 2021",
   "line": "BL2", "decision": "DEC2"}]}"#,
    },
    check: Check::Programme(check),
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let programme = context.programme;
    let kind = Some(MovementKind::CarryForward);
    let carried: Vec<_> =
        programme.movements().into_iter().filter(|row| row.kind == kind).collect();
    if carried.is_empty() {
        return;
    }
    let lines = Lines::of(context);
    for movement in carried {
        approved(context, movement, sink);
        let line = movement.line.and_then(|id| programme.get(id));
        if let Some((amount, before, left)) = line.and_then(|line| {
            let amount = movement.amount.as_ref()?.value()?;
            let (before, left) = lines.left_before(line)?;
            Some((*amount, before, left))
        }) {
            sink.expect(amount <= left.max(Money::NIL), |sink| {
                let message = format!(
                    "'{}' carries {} forward, and {} is left of '{}' in the year before.",
                    movement.title,
                    amount.shown(),
                    left.shown(),
                    before.title
                );
                let finding = sink.finding(message, "Carry forward no more than was left.");
                finding.about(movement.key.id).about(before.key.id)
            });
        }
    }
}

/// What has happened has to be approved by then.
fn approved(context: &Context<'_>, movement: &Movement, sink: &mut Sink<'_>) {
    let happened = happened(context, movement);
    if happened == Certainty::No {
        return;
    }
    let verdict = context.decided(movement.decision, "is carried forward").err();
    let verdict = verdict.unwrap_or(Verdict::Fine).if_happened(happened);
    verdict.put(sink, movement.key.id, &movement.title, "Record who approved it.");
}

/// Lines by what they are for, and what is left of each.
struct Lines<'p> {
    by_name: BTreeMap<Same, Vec<&'p BudgetLine>>,
    budgets: BTreeMap<Id<BudgetLine>, Budget>,
}

/// What lines of one thing in different years have in common.
type Same = (String, Option<Fund>, Option<Nature>, FinancialYear);

impl<'p> Lines<'p> {
    fn of(context: &Context<'p>) -> Self {
        let rows = context.programme.budget_lines().into_iter();
        let budgets = context.funds().ledger().lines(context.on);
        let mut lines = Self { by_name: BTreeMap::new(), budgets: BTreeMap::new() };
        for (row, budget) in rows.zip(budgets) {
            lines.budgets.insert(row.key.id, budget);
            if let Some(year) = year(row) {
                lines.by_name.entry(same(row, year)).or_default().push(row);
            }
        }
        lines
    }

    /// The same line a year before, and what was left of it; none where there is no such line, or
    /// several, or an amount of it is not known.
    fn left_before(&self, line: &BudgetLine) -> Option<(&'p BudgetLine, Money)> {
        let before = FinancialYear::starting(year(line)?.start_year() - 1)?;
        let [before] = self.by_name.get(&same(line, before))?.as_slice() else { return None };
        let budget = self.budgets.get(&before.key.id)?;
        // What was taken off it to be carried forward was left of it.
        let taken = budget.carried()?.min(Money::NIL);
        let left = budget.revised()?.checked_sub(budget.actual()?)?.checked_sub(taken)?;
        Some((*before, left))
    }
}

fn year(line: &BudgetLine) -> Option<FinancialYear> {
    line.year.as_ref().and_then(|year| year.value()).copied()
}

fn same(line: &BudgetLine, year: FinancialYear) -> Same {
    (fold(&line.title), line.fund, line.nature, year)
}
