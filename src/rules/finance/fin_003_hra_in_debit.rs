//! FIN-003: the balance of the HRA is planned to be below nothing at the end of a year.

use chrono::{Datelike, NaiveDate};

use crate::{
    finance::{ReserveStatement, Total},
    finding::{Entry, Severity, Value},
    model::{Reserve, ReserveKind},
    rules::{Check, Context, Example, Rule, Sink, written},
    values::{Certainty, Code, FinancialYear, Money, PartialDate, pounds_within},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"FIN", 3),
        name: "hra-planned-into-debit",
        severity: Severity::Error,
        finds: "The balance of the HRA is planned to be below nothing at the end of a year.",
        why: "The HRA may not be budgeted into deficit.",
        source: "LGHA 1989 s.76",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-06-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "reserves": [{"reference": "RSV1", "name": "HRA balance", "kind": "hra_balance", "fund": "hra",
   "balances": [{"amount": "-£200k", "on": "31 March 2023"}]}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "reserves": [{"reference": "RSV1", "name": "HRA balance", "kind": "hra_balance", "fund": "hra",
   "balances": [{"amount": "£200k", "on": "31 March 2023"}]}]}"#,
    },
    check: Check::Programme(check),
};

/// How many years ahead a plan is looked at.
const YEARS: i32 = 10;

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    if !context.is_english() {
        return;
    }
    let reserves = context.programme.reserves().into_iter();
    let reserves = reserves.filter(|row| row.kind == Some(ReserveKind::HraBalance));
    let reserves: Vec<&Reserve> = reserves.collect();
    if reserves.is_empty() {
        return;
    }
    let year = context.on.year() - i32::from(context.on.month() <= 3);
    let [from, to] = [year, year + YEARS].map(FinancialYear::starting);
    let Some((from, to)) = from.zip(to) else { return };
    let statement = context.funds().ledger().reserve_statement(from, to);
    for reserve in reserves {
        // What a paper states is told in its words, and where nothing moves there is nothing to add.
        let id = Some(reserve.key.id);
        let mut movements = context.programme.movements().into_iter();
        let moves = movements.any(|row| row.reserve == id || row.to_reserve == id);
        if !stated(reserve, sink) && moves {
            planned(&statement, reserve, sink);
        }
    }
}

/// What papers say that it holds at the end of a year, and whether one says less than nothing.
fn stated(reserve: &Reserve, sink: &mut Sink<'_>) -> bool {
    let mut told = false;
    for balance in reserve.balances.iter().filter(|balance| !balance.minimum) {
        let date = balance.on.as_ref().and_then(|on| on.value());
        let (Some(stated), Some(date)) = (&balance.amount, date) else { continue };
        if stated.value().is_none() || !may_end_a_year(*date) {
            continue;
        }
        let below = Total::balance(stated).below(Money::NIL);
        let certainty = if ends_a_year(*date) { below } else { below.and(Certainty::Possibly) };
        let message = format!("'{}' is to be {stated} on {date}.", reserve.name);
        told |= certainty != Certainty::No;
        judge(reserve, certainty, message, stated.to_string(), sink);
    }
    told
}

/// What its movements come to at the ends of the years to come, if all that is planned happens.
/// Only the first year that ends below nothing is told.
fn planned(statement: &ReserveStatement, reserve: &Reserve, sink: &mut Sink<'_>) {
    for row in statement.rows.iter().filter(|row| row.reserve == reserve.key.id) {
        let balance = row.balance.closing_if_planned();
        // What is not known is for the rules of reserves.
        let Some(interval) = balance.interval() else { return };
        let below = balance.below(Money::NIL);
        if below == Certainty::No {
            continue;
        }
        let amount = pounds_within(interval);
        let day = written(row.year.last_day());
        let message = format!("'{}' comes to {amount} by {day}, as planned.", reserve.name);
        return judge(reserve, below, message, amount, sink);
    }
}

fn judge(
    reserve: &Reserve,
    below: Certainty,
    message: String,
    amount: String,
    sink: &mut Sink<'_>,
) {
    let help = match below {
        Certainty::No => return sink.pass(),
        Certainty::Certainly => "Spend less, raise more, or use reserves of the HRA.",
        Certainty::Possibly => "Give amount and day exactly, so that it can be told.",
    };
    let finding = sink.finding(message, help).about(reserve.key.id);
    let finding = finding.with("balance", Value::Words(amount));
    sink.find(if below.is_certain() { finding } else { finding.undetermined() });
}

/// Whether a date is the last day of a financial year, or the month that ends with it.
fn ends_a_year(date: PartialDate) -> bool {
    (date.latest().month(), date.latest().day()) == (3, 31)
}

/// Whether it may be: the year's last day is in it.
fn may_end_a_year(date: PartialDate) -> bool {
    let mut years = date.earliest().year()..=date.latest().year();
    let last = |year| NaiveDate::from_ymd_opt(year, 3, 31);
    years.any(|year| last(year).is_some_and(|day| date.earliest() <= day && day <= date.latest()))
}
