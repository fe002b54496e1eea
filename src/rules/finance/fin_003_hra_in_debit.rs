//! FIN-003: the balance of the HRA is planned to be below nothing at the end of a year.

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;

use crate::{
    finding::{Entry, Severity, Value},
    model::ReserveKind,
    rules::{Check, Context, Example, Rule, Sink},
    values::{Code, PartialDate},
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

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    if !context.council().is_english() {
        return;
    }
    let reserves = context.programme.reserves().into_iter();
    for reserve in reserves.filter(|row| row.kind == Some(ReserveKind::HraBalance)) {
        for balance in reserve.balances.iter().filter(|balance| !balance.minimum) {
            let date = balance.on.as_ref().and_then(|on| on.value());
            let (Some(stated), Some(date)) = (&balance.amount, date) else { continue };
            let Some(figure) = stated.value().filter(|_| may_end_a_year(*date)) else { continue };
            let interval = figure.interval();
            let (low, high) = (interval.low, interval.high);
            if low >= Decimal::ZERO {
                sink.pass();
                continue;
            }
            let certain = high < Decimal::ZERO || (high.is_zero() && !interval.high_included);
            let message = format!("'{}' is to be {stated} on {date}.", reserve.name);
            let help = match certain {
                true => "Spend less, raise more, or use reserves of the HRA.",
                false => {
                    "Give the balance exactly, so that it can be told whether it is below nothing."
                }
            };
            let finding = sink.finding(message, help).about(reserve.key.id);
            let finding = finding.with("balance", Value::Words(stated.to_string()));
            let certain = certain && ends_a_year(*date);
            sink.find(if certain { finding } else { finding.undetermined() });
        }
    }
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
