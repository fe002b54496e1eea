//! DEC-001: a matter that only the full Council can decide is decided elsewhere.

use crate::{
    finding::{Entry, Severity},
    governance::{
        law::{self, Final},
        pounds,
    },
    model::{Act, BodyKind, MatterKind, Parameter},
    rules::{
        Check, Context, Example, Rule, Sink,
        case::{Case, CaseRow, LIMIT_UNSURE, Limit, said},
        papers::called,
    },
    values::{Certainty, Code, Stated},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"DEC", 1),
        name: "reserved-matter-decided-elsewhere",
        severity: Severity::Error,
        finds: "A matter that only the full Council can decide is decided elsewhere.",
        why: "The budget, the policy framework and the plans for capital are the full Council's; the executive proposes them, and acts within them. So is a change of the budget beyond what it has delegated.",
        source: "LGFA 1992 s.67; SI 2000/2853 reg 4; Buck v Doncaster [2013] EWCA Civ 1190; the council's own limits",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-06-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "bodies": [{"reference": "BODY1", "name": "Cabinet", "kind": "executive"}, {"reference": "BODY2", "name": "Council", "kind": "council"}],
 "local_rules": [{"title": "Cabinet's supplementary estimates", "parameter": "supplementary_limit", "amount": "£100,000", "body": "BODY1"}],
 "reports": [{"reference": "REP1", "title": "Phase 2", "body": "BODY1", "date": "22 June 2021",
   "comments": [{"by": ["Section 151 Officer"], "text": "Within the reserve"}, {"by": ["Monitoring Officer"], "text": "None"}],
   "requests": [{"label": "2", "title": "Approve a supplementary estimate", "act": "resolve", "matter": "supplementary_estimate", "amount": "£361k"}],
   "key_decision": {"key": true, "notice": "18 May 2021"}}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "bodies": [{"reference": "BODY1", "name": "Cabinet", "kind": "executive"}, {"reference": "BODY2", "name": "Council", "kind": "council"}],
 "local_rules": [{"title": "Cabinet's supplementary estimates", "parameter": "supplementary_limit", "amount": "£100,000", "body": "BODY1"}],
 "reports": [{"reference": "REP1", "title": "Phase 2", "body": "BODY1", "date": "22 June 2021",
   "comments": [{"by": ["Section 151 Officer"], "text": "Within the reserve"}, {"by": ["Monitoring Officer"], "text": "None"}],
   "requests": [{"label": "2", "title": "Recommend a supplementary estimate", "act": "recommend", "onward": "BODY2", "matter": "supplementary_estimate", "amount": "£361k"}],
   "key_decision": {"key": true, "notice": "18 May 2021"}}]}"#,
    },
    check: Check::Cases(check),
};

fn check(context: &Context<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    match case.row {
        CaseRow::Decision(row) if row.act.is_some_and(Act::decides) => {
            let asked = Asked { what: None, matter: row.matter, amount: row.amount.as_ref() };
            look(context, case, &asked, sink);
        }
        CaseRow::Decision(_) => {}
        CaseRow::Report(row) => {
            // What says another request again is held against that one, by DEC-002.
            let own = row.requests.iter().filter(|request| !said(request.restates.as_ref()));
            let decides = |act: Option<Act>| act.is_some_and(Act::decides);
            let here = own.filter(|asked| decides(asked.act) && asked.onward.is_none());
            for asked in here {
                let what = Some(called(asked));
                let asked = Asked { what, matter: asked.matter, amount: asked.amount.as_ref() };
                look(context, case, &asked, sink);
            }
        }
    }
}

/// What is decided or asked.
struct Asked<'a> {
    /// What a request is called.
    what: Option<&'a str>,
    matter: Option<MatterKind>,
    amount: Option<&'a Stated>,
}

impl Asked<'_> {
    fn called(&self, case: &Case<'_>) -> String {
        let title = case.title;
        self.what.map_or_else(|| format!("'{title}'"), |what| format!("'{what}', of '{title}',"))
    }
}

fn look(context: &Context<'_>, case: &Case<'_>, asked: &Asked<'_>, sink: &mut Sink<'_>) {
    let Some(matter) = asked.matter else { return };
    let Some(reserved) = law::reserved(matter) else { return };
    let word = reserved.called;
    let limit = match reserved.to {
        Final::Council => None,
        Final::AboveLimit(parameter) => Some(parameter),
    };
    if case.body.is_none() && case.post.is_none() {
        return;
    }
    let what = asked.called(case);
    match case.body.map(|body| (body.kind, &body.name)) {
        Some((Some(BodyKind::Council), _)) => return sink.pass(),
        Some((None, name)) => {
            let message = format!(
                "{what} is about {word}, and whether '{name}' is the full Council is not said."
            );
            let help = format!("Say what kind of body '{name}' is.");
            return sink.find(sink.finding(message, help).about(case.subject).undetermined());
        }
        Some((Some(_), _)) | None => {}
    }
    let name =
        case.body.map(|body| body.name.as_str()).or(case.post.map(|post| post.title.as_str()));
    let name = name.unwrap_or_default();
    let Some(parameter) = limit else {
        let message = format!("{what} decides {word}, and '{name}' is not the full Council.");
        let help =
            "Have it recommended to the full Council, with the meeting at which that decides.";
        return sink.find(sink.finding(message, help).about(case.subject));
    };
    over_limit(context, case, asked, (parameter, word, name), sink);
}

/// A change of the budget, which somebody may decide up to a limit.
fn over_limit(
    context: &Context<'_>,
    case: &Case<'_>,
    asked: &Asked<'_>,
    (parameter, word, name): (Parameter, &str, &str),
    sink: &mut Sink<'_>,
) {
    let what = asked.called(case);
    let doubtful = |sink: &mut Sink<'_>, missing: String, help: &str| {
        let message = format!("{what} is {word} decided by '{name}', and {missing}.");
        sink.find(sink.finding(message, help).about(case.subject).undetermined());
    };
    let up_to = format!("up to which amount '{name}' may decide it");
    let (given, limit) = match case.limit(context, parameter) {
        Limit::Held(given, limit) => (given, limit),
        Limit::Unread(given) => {
            let missing = format!("{up_to} cannot be read in '{}'", given.value);
            return doubtful(sink, missing, "Give the limit as an amount in the local rule.");
        }
        Limit::Changed => {
            let missing = format!(
                "{up_to} changed within the days that its date can mean, or may not hold on them"
            );
            return doubtful(sink, missing, LIMIT_UNSURE);
        }
        Limit::Missing => {
            let missing = format!("{up_to} is not held");
            return doubtful(sink, missing, "Add the limit, as a local rule of the council.");
        }
    };
    let Some(amount) = asked.amount.filter(|amount| amount.says_something()) else {
        return doubtful(sink, "the amount is not held".to_owned(), "Give the amount.");
    };
    let Some(interval) = pounds(amount) else {
        let missing = format!("no amount can be read in '{amount}'");
        return doubtful(sink, missing, "Give the amount in pounds.");
    };
    let over = limit.exceeded_by(interval);
    let may = match over {
        Certainty::No => return sink.pass(),
        Certainty::Possibly => "may be over",
        Certainty::Certainly => "is over",
    };
    let source = context.council().source(given.basis);
    let message = format!(
        "{what} is {word} of {amount}, which {may} the {} that '{name}' may decide ({source}).",
        given.value
    );
    if over.is_certain() {
        let help =
            "Have it recommended to the full Council, with the meeting at which that decides.";
        sink.find(sink.finding(message, help).about(case.subject));
    } else {
        let finding = sink.finding(message, "Give the exact amount.").about(case.subject);
        sink.find(finding.undetermined());
    }
}
