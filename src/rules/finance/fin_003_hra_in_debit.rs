//! FIN-003: the balance of the HRA is planned to be below nothing at the end of a year.

use chrono::{Datelike, NaiveDate};

use crate::{
    finance::{Ledger, Total},
    finding::{Entry, Severity, Value},
    model::{Reserve, ReserveKind},
    rules::{Check, Context, Example, Rule, Sink, written},
    values::{Certainty, Code, FigureUnit, FinancialYear, Money, PartialDate},
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
    if !context.council().is_english() {
        return;
    }
    let reserves = context.programme.reserves().into_iter();
    let reserves = reserves.filter(|row| row.kind == Some(ReserveKind::HraBalance));
    let reserves: Vec<&Reserve> = reserves.collect();
    if reserves.is_empty() {
        return;
    }
    let ledger = Ledger::with(context.programme, context.calendar);
    for reserve in reserves {
        // What a paper states is told in its words, and where nothing moves there is nothing to add.
        let id = Some(reserve.key.id);
        let mut movements = context.programme.movements().into_iter();
        let moves = movements.any(|row| row.reserve == id || row.to_reserve == id);
        if !stated(reserve, sink) && moves {
            planned(context, &ledger, reserve, sink);
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
        let below = Total::stated(stated).below(Money::NIL);
        let certainty = if ends_a_year(*date) { below } else { below.and(Certainty::Possibly) };
        let message = format!("'{}' is to be {stated} on {date}.", reserve.name);
        told |= certainty != Certainty::No;
        judge(reserve, certainty, message, stated.to_string(), sink);
    }
    told
}

/// What its movements come to at the ends of the years to come, if all that is planned happens.
/// Only the first year that ends below nothing is told.
fn planned(context: &Context<'_>, ledger: &Ledger<'_>, reserve: &Reserve, sink: &mut Sink<'_>) {
    let year = context.on.year() - i32::from(context.on.month() <= 3);
    let years = (year..=year + YEARS).filter_map(FinancialYear::starting);
    for year in years {
        let balance = ledger.reserve(reserve.key.id, year.last_day()).closing_if_planned();
        // What is not known is for the rules of reserves.
        let Some(interval) = balance.interval() else { return };
        let below = balance.below(Money::NIL);
        if below == Certainty::No {
            continue;
        }
        let pounds = |amount| super::shown(amount, Some(FigureUnit::Pounds));
        let amount = match interval.low == interval.high {
            true => pounds(interval.low),
            false => format!("{} to {}", pounds(interval.low), pounds(interval.high)),
        };
        let day = written(year.last_day());
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
