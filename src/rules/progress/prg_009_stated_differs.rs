//! PRG-009: the percentage that is stated for a recommendation, workstream, phase or programme cannot be what its actions give.

use crate::{
    finding::{Entry, Severity},
    rollup::Ratio,
    rules::{Check, Context, Example, Rule, Sink},
    values::Code,
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"PRG", 9),
        name: "stated-percentage-differs",
        severity: Severity::Warning,
        finds: "The percentage that is stated for a recommendation, workstream, phase or programme cannot be what its actions give.",
        why: "Readers take the stated figure for the count; what follows from the actions is shown beside it.",
        source: "Good practice",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2019-09-04",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "COO"}],
 "recommendations": [{"reference": "R1", "title": "Plan ahead", "response": "accepted",
   "status": [{"state": "in progress", "percent": "80%", "as_at": "May 2019"}]}],
 "actions": [{"reference": "A1", "title": "Write the plan", "answers": "R1", "leads": "COO",
   "timescale": "December 2019", "status": [{"state": "in progress", "as_at": "May 2019"}]}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "COO"}],
 "recommendations": [{"reference": "R1", "title": "Plan ahead", "response": "accepted",
   "status": [{"state": "in progress", "percent": "80%", "as_at": "May 2019"}]}],
 "actions": [{"reference": "A1", "title": "Write the plan", "answers": "R1", "leads": "COO",
   "timescale": "December 2019"}]}"#,
    },
    check: Check::Programme(check),
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    for whole in context.wholes() {
        let Some(percent) = whole.percent else { continue };
        let assessment = whole.progress.assess();
        let Some(known) = assessment.known() else { continue };
        let stated = u128::from(percent.hundredths());
        // Some round to the nearest, some cut: "66 %" is two of three, and so is "67 %".
        let unit = [100, 10, 1].into_iter().find(|unit| stated % unit == 0).unwrap_or(1);
        let share = |parts| Ratio::new(parts, 20_000).unwrap_or(Ratio::ZERO);
        let low = share((2 * stated).saturating_sub(unit));
        let fits = known.confirmed < share(2 * (stated + unit)) && low <= known.possible;
        sink.expect(fits, |sink| {
            let (complete, counted) = (whole.progress.complete(), whole.progress.counted());
            let message = format!(
                "{} is stated to be {percent} done; {complete} of its {counted} actions are complete.",
                whole.named()
            );
            let help = "State the count, or say how the percentage was reckoned.";
            let finding = sink.finding(message, help);
            let rows = whole.subject.iter().chain(whole.open.iter().take(1));
            rows.fold(finding, |finding, row| finding.about(*row))
        });
    }
}
