//! FIN-012: money is committed while a report under section 114(3) stands, without leave, or such a report is considered late.

use chrono::{Days, NaiveDate};

use crate::{
    finding::{Entry, Finding, Severity, Value},
    model::{Movement, MovementKind, Report, ReportKind},
    rules::{Check, Context, Example, Rule, Sink, funds::day, written},
    values::{Certainty, Code, DayCount, PartialDate},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"FIN", 12),
        name: "commitment-while-spending-is-barred",
        severity: Severity::Error,
        finds: "Money is committed while a report under section 114(3) stands, without leave, or such a report is considered late.",
        why: "Until the council has met on it, no new agreement to spend may be made without the chief finance officer's written leave.",
        source: "LGFA 1988 ss.114(3), 115(3), (5) to (6A) and (9)",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2023-12-31",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "reports": [{"reference": "REP1", "title": "Section 114 report", "kind": "section_114",
   "published": "1 September 2023", "date": "19 September 2023"}],
 "budget_lines": [{"reference": "BL1", "title": "Advisers", "fund": "general_fund", "year": "2023/24"}],
 "movements": [{"reference": "MOV1", "title": "Order for advisers", "kind": "commitment", "line": "BL1",
   "date": "11 September 2023", "amount": "£40,000"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "reports": [{"reference": "REP1", "title": "Section 114 report", "kind": "section_114",
   "published": "1 September 2023", "date": "19 September 2023"}],
 "budget_lines": [{"reference": "BL1", "title": "Advisers", "fund": "general_fund", "year": "2023/24"}],
 "movements": [{"reference": "MOV1", "title": "Order for advisers", "kind": "commitment", "line": "BL1",
   "date": "11 September 2023", "amount": "£40,000",
   "leave": "Chief finance officer, 8 September 2023: keeps statutory care going"}]}"#,
    },
    check: Check::Programme(check),
};

/// The council meets before the end of so many days, the first of which is that of the report.
const MEETS_WITHIN: u64 = 21;

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    if !context.is_english() {
        return;
    }
    let programme = context.programme;
    let reports = programme.reports().into_iter();
    for report in reports.filter(|row| row.kind == Some(ReportKind::Section114)) {
        let sent = report.published.as_ref().or(report.signed.as_ref());
        let Some(sent) = day(sent) else {
            let message = format!("From when '{}' bars spending is not said.", report.title);
            let help = "Say when copies of it were sent.";
            sink.find(sink.finding(message, help).about(report.key.id).not_assessed());
            continue;
        };
        let met = day(report.date.as_ref());
        meeting(report, sent, met, sink);
        let ends = met.map(|met| (last(context, met.earliest()), last(context, met.latest())));
        for row in programme.movements() {
            if row.kind == Some(MovementKind::Commitment) {
                judge(report, row, sent, ends, sink);
            }
        }
    }
}

/// The last day on which spending is barred: the first working day after the meeting.
fn last(context: &Context<'_>, met: NaiveDate) -> NaiveDate {
    // Where the calendar ends, the day after is the least that it can be.
    let day = context.calendar.after(met, 1, DayCount::Working).ok();
    day.or_else(|| met.succ_opt()).unwrap_or(met)
}

fn meeting(report: &Report, sent: PartialDate, met: Option<PartialDate>, sink: &mut Sink<'_>) {
    let by = |sent: NaiveDate| sent.checked_add_days(Days::new(MEETS_WITHIN - 1)).unwrap_or(sent);
    let Some(met) = met else { return };
    let late = Certainty::from_readings(
        met.earliest() > by(sent.latest()),
        met.latest() > by(sent.earliest()),
    );
    let day = written(by(sent.latest()));
    let message = format!("'{}' is considered on {met}, and had to be by {day}.", report.title);
    let finding = sink.finding(message, "Hold the meeting within 21 days of the report.");
    settle(
        finding.about(report.key.id),
        late,
        "Give the days of the report and of the meeting.",
        sink,
    );
}

fn judge(
    report: &Report,
    row: &Movement,
    sent: PartialDate,
    ends: Option<(NaiveDate, NaiveDate)>,
    sink: &mut Sink<'_>,
) {
    let Some(made) = day(row.date.as_ref()) else { return };
    let begun = Certainty::from_readings(
        made.earliest() >= sent.latest(),
        made.latest() >= sent.earliest(),
    );
    // A report that nobody has met on still stands.
    let still = ends.map_or(Certainty::Certainly, |(least, most)| {
        Certainty::from_readings(made.latest() <= least, made.earliest() <= most)
    });
    let barred = begun.and(still);
    if barred == Certainty::No {
        return;
    }
    if row.leave.is_some() {
        return sink.pass();
    }
    let until = match ends {
        Some((_, last)) => format!("until {}", written(last)),
        None => "until the council has met on it".to_owned(),
    };
    let message =
        format!("'{}' is committed {made}, and '{}' bars that {until}.", row.title, report.title);
    let help =
        "Record the chief finance officer's written leave and its ground, or withdraw the order.";
    let finding = sink.finding(message, help).about(row.key.id).about(report.key.id);
    let finding = finding.with("committed", Value::Words(made.to_string()));
    settle(finding, barred, "Give the days, so that it can be told whether it was barred.", sink);
}

fn settle(mut finding: Finding, certainty: Certainty, vague: &str, sink: &mut Sink<'_>) {
    match certainty {
        Certainty::Certainly => sink.find(finding),
        Certainty::Possibly => {
            vague.clone_into(&mut finding.help);
            sink.find(finding.undetermined());
        }
        Certainty::No => sink.pass(),
    }
}
