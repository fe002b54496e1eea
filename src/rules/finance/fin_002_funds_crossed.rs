//! FIN-002: money crosses between the HRA and another fund, and no provision is named.

use super::{crosses, fund_name, line_fund, origin_fund, reserve_fund, source_fund};
use crate::{
    finding::{Entry, Severity},
    model::{Fund, Movement, MovementKind, Subject},
    rules::{Check, Context, Example, Rule, Sink},
    values::Code,
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"FIN", 2),
        name: "funds-crossed-without-basis",
        severity: Severity::Error,
        finds: "Money crosses between the HRA and another fund, and no provision is named.",
        why: "Rents do not pay for other services, nor council tax for what landlords pay, but as the Act allows.",
        source: "LGHA 1989 ss.74 to 76 and Schedule 4",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-06-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "funding_requirements": [{"reference": "FR1", "title": "Customer desk", "amount": "£100k",
   "fund": "general_fund"}],
 "funding_sources": [{"reference": "FS1", "title": "HRA balances", "requirement": "FR1",
   "resource": "hra_balance", "fund": "hra", "amount": "£100k"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "funding_requirements": [{"reference": "FR1", "title": "Customer desk", "amount": "£100k",
   "fund": "general_fund"}],
 "funding_sources": [{"reference": "FS1", "title": "HRA balances", "requirement": "FR1",
   "resource": "hra_balance", "fund": "hra", "amount": "£100k",
   "basis": "LGHA 1989 Schedule 4 Part III, shared benefits"}]}"#,
    },
    check: Check::Programme(check),
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    if !context.is_english() {
        return;
    }
    let programme = context.programme;
    for row in programme.movements() {
        let (from, to) = ends(context, row);
        let basis = row.basis.as_deref();
        judge(row.key.id.into(), &row.title, crosses(from, to), basis, (from, to), sink);
    }
    for row in programme.funding_sources() {
        let from = origin_fund(programme, row).or_else(|| source_fund(programme, row));
        let need = row.requirement.and_then(|id| programme.get(id)).and_then(|need| need.fund);
        // What the money is, whose account is named, and who needs it may be three accounts.
        let crossed = crosses(from, need).or_else(|| crosses(from, row.fund));
        let to = need.or(row.fund.filter(|_| row.fund != from));
        let basis = row.basis.as_deref();
        judge(row.key.id.into(), &row.title, crossed, basis, (from, to), sink);
    }
}

type Ends = (Option<Fund>, Option<Fund>);

/// From which fund to which a movement goes, as far as that is known. Virements between funds are
/// for the rules of budgets.
fn ends(context: &Context<'_>, row: &Movement) -> Ends {
    let programme = context.programme;
    let reserve = |id| programme.get(id).and_then(reserve_fund);
    let line = |id| line_fund(programme, id);
    match row.kind {
        Some(MovementKind::Transfer | MovementKind::ReserveRelease) => {
            (row.reserve.and_then(reserve), row.to_reserve.and_then(reserve))
        }
        Some(MovementKind::Drawdown | MovementKind::SupplementaryEstimate) => {
            (row.reserve.and_then(reserve), row.line.and_then(line))
        }
        Some(MovementKind::ContingencyRelease | MovementKind::Reprofile) => {
            (row.line.and_then(line), row.to_line.and_then(line))
        }
        _ => (None, None),
    }
}

fn judge(
    row: Subject,
    title: &str,
    crossed: Option<(Fund, Fund)>,
    basis: Option<&str>,
    ends: Ends,
    sink: &mut Sink<'_>,
) {
    match (crossed, ends) {
        (Some((from, to)), _) => sink.expect(basis.is_some(), |sink| {
            let (from, to) = (fund_name(from), fund_name(to));
            let message = format!("'{title}' moves money from {from} to {to}, and names no basis.");
            let help = "Name the item of Schedule 4, the recharge or the direction relied on, or \
                        take the money from the fund that needs it.";
            sink.finding(message, help).about(row)
        }),
        (None, (Some(_), Some(_))) => sink.pass(),
        (None, _) => {}
    }
}
