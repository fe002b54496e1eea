//! The forward plan: what falls due between two days.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::Serialize;

use super::{
    described::{view, words},
    headline::{long, plural},
    view::{SubjectView, cites},
};
use crate::{
    governance::{self, Basis, Deadline, DeadlineKind, DueItem, NoDay, SetBy, Undated},
    model::Programme,
    values::{Certainty, WorkingCalendar},
};

/// The form of forward plans that this version writes.
const FORMAT: &str = "forward_plan/1";

view! {
    /// A forward plan, as data: what falls due from one day to another, and what has no day.
    ///
    /// ```
    /// use programme::{model::{About, Draft}, report, values::{Timescale, WorkingCalendar}, Action};
    ///
    /// let mut draft = Draft::new(About::named("Peer challenge response"));
    /// let mut action = Action::new(draft.key("A1".parse()?), "Publish the plan");
    /// action.timescale = Timescale::read("15th May 2019 Cabinet");
    /// draft.put(action);
    /// let (from, to) = ("2019-05-01".parse()?, "2019-07-31".parse()?);
    /// let calendar = WorkingCalendar::england_and_wales();
    /// let plan = report::forward_plan(&draft.finish()?, &calendar, from, to);
    /// assert_eq!(plan.due[0].latest, "2019-05-15");
    /// assert!(report::to_text(&plan).contains("MAY 2019"));
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct ForwardPlan {
        /// The form of this report.
        pub format: &'static str as just(FORMAT),
        /// The name of the programme.
        pub programme: String,
        /// The council, where the programme names one.
        pub council: Option<String>,
        /// The first day, as at which it speaks.
        pub from: String as day_text(),
        /// The last day.
        pub to: String as day_text(),
        /// What a reader in a hurry should know, in sentences.
        pub headline: Vec<String>,
        /// What may fall due on one of these days, the first to end first.
        pub due: Vec<DeadlineLine>,
        /// What is owed, and has no day.
        pub undated: Vec<UndatedLine>,
    }
}

view! {
    /// Something that falls due, as a line of a forward plan.
    ///
    /// See [`ForwardPlan`] for an example.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct DeadlineLine {
        /// What kind of thing it is: `action`, `work`, `meeting`, `notice`, `call_in`, `report`,
        /// `review`, `promise`, `term` or `decision`.
        pub kind: &'static str as one_of(KINDS.iter().copied()),
        /// The row that it is about; none where it is the programme.
        pub subject: Option<SubjectView>,
        /// What it is, in short.
        pub title: String,
        /// Who does it.
        pub who: Vec<String>,
        /// Who receives it.
        pub to: Vec<String>,
        /// The first day on which it may fall due, in ISO form.
        pub earliest: String as day_text(),
        /// The last day on which it may fall due, in ISO form.
        pub latest: String as day_text(),
        /// Whether it falls due in the time of the plan: `certainly` or `possibly`.
        pub certainty: &'static str as one_of(CERTAINTIES.iter().copied()),
        /// The words that set the day, as printed.
        pub words: Option<String>,
        /// What sets the day: `programme`, `row`, `local_rule`, `law` or `practice`.
        pub set_by: &'static str as one_of(SETTERS.iter().copied()),
        /// Where that stands: places of the papers, or the provision. Empty where none is cited.
        pub source: String,
        /// What is to be borne in mind.
        pub note: Option<String>,
        /// Where in the papers the row stands.
        pub cites: Vec<String>,
    }
}

view! {
    /// Something that is owed and has no day, as a line of a forward plan.
    ///
    /// See [`ForwardPlan`] for an example.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct UndatedLine {
        /// What kind of thing it is, as in lines that have a day.
        pub kind: &'static str as one_of(KINDS.iter().copied()),
        /// The row that it is about; none where it is the programme.
        pub subject: Option<SubjectView>,
        /// What it is, in short.
        pub title: String,
        /// Who does it.
        pub who: Vec<String>,
        /// Who receives it.
        pub to: Vec<String>,
        /// What is said of when, as printed.
        pub words: Option<String>,
        /// Why no day follows, in a word.
        pub reason: &'static str as one_of(REASONS.iter().copied()),
        /// The same in words.
        pub why: String,
        /// What is to be borne in mind.
        pub note: Option<String>,
        /// Where in the papers the row stands.
        pub cites: Vec<String>,
    }
}

words! {
    fn kind_word(kind: DeadlineKind) in KINDS {
        DeadlineKind::Action => "action",
        DeadlineKind::Work => "work",
        DeadlineKind::Meeting => "meeting",
        DeadlineKind::Notice => "notice",
        DeadlineKind::CallIn => "call_in",
        DeadlineKind::Report => "report",
        DeadlineKind::Review => "review",
        DeadlineKind::Promise => "promise",
        DeadlineKind::Term => "term",
        DeadlineKind::Decision => "decision",
    }
}

words! {
    fn certainty_word(certainty: Certainty) in CERTAINTIES {
        Certainty::Certainly => "certainly",
        // What does not fall due is no line.
        Certainty::Possibly | Certainty::No => "possibly",
    }
}

words! {
    fn setter_word(set_by: SetBy) in SETTERS {
        SetBy::Programme => "programme",
        SetBy::Row(_) => "row",
        SetBy::Rule(Basis::Local(_)) => "local_rule",
        SetBy::Rule(Basis::Law(_)) => "law",
        SetBy::Rule(Basis::Practice(_)) => "practice",
    }
}

words! {
    fn reason_word(reason: NoDay) in REASONS {
        NoDay::Unsaid => "unsaid",
        NoDay::Unread(_) => "unread",
        NoDay::OpenEnded => "open_ended",
        NoDay::Continuing => "continuing",
        NoDay::Relative => "relative",
        NoDay::Horizon => "horizon",
        NoDay::Status => "status",
        NoDay::Unpaired => "unpaired",
        NoDay::NoLength => "no_length",
        NoDay::OnRequest => "on_request",
        NoDay::NoAnchor => "no_anchor",
        NoDay::Onward => "onward",
        NoDay::CalledIn => "called_in",
        NoDay::Unpublished => "unpublished",
        NoDay::BodyUnknown => "body_unknown",
        NoDay::OfferUnknown => "offer_unknown",
        NoDay::RuleChanged => "rule_changed",
        NoDay::OtherLaw => "other_law",
        NoDay::NotCovered(_) => "not_covered",
    }
}

/// Makes a forward plan: what [falls due](governance::falls_due) from one day to another, both
/// counted, as it is known at the end of the first.
///
/// ```
/// use programme::{model::{About, Draft}, report, values::WorkingCalendar};
///
/// let programme = Draft::new(About::named("Example")).finish()?;
/// let calendar = WorkingCalendar::england_and_wales();
/// let (from, to) = ("2019-05-01".parse()?, "2019-07-31".parse()?);
/// let plan = report::forward_plan(&programme, &calendar, from, to);
/// assert_eq!(plan.headline, ["Nothing falls due."]);
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn forward_plan(
    programme: &Programme,
    calendar: &WorkingCalendar,
    from: NaiveDate,
    to: NaiveDate,
) -> ForwardPlan {
    let found = governance::falls_due(programme, calendar, from, to);
    let about = programme.about();
    let mut plan = ForwardPlan {
        format: FORMAT,
        programme: about.name.clone(),
        council: about.council.and_then(|id| programme.name(id)).map(str::to_owned),
        from: found.from.to_string(),
        to: found.to.to_string(),
        headline: Vec::new(),
        due: found.dated.iter().map(|due| DeadlineLine::of(programme, due)).collect(),
        undated: found.undated.iter().map(|owed| UndatedLine::of(programme, owed)).collect(),
    };
    plan.headline = sentences(&plan, programme.overdue(from).len());
    plan
}

/// What a reader in a hurry should know.
fn sentences(plan: &ForwardPlan, overdue: usize) -> Vec<String> {
    let things = |count: usize| format!("{count} {}", plural(count as u64, "thing"));
    let verb = |count: usize, one: &str, more: &str| if count == 1 { one } else { more }.to_owned();
    let times = plan.due.len();
    let sure = plan.due.iter().filter(|line| line.certainty == "certainly").count();
    // What recurs is one thing, however often it falls due.
    let all = plan.due.iter().map(DeadlineLine::thing).collect::<BTreeSet<_>>().len();
    let again = if times > all { format!(", {times} times in all") } else { String::new() };
    let mut said = vec![match all {
        0 => "Nothing falls due.".to_owned(),
        _ if sure == times => {
            format!("{} {} due{again}.", things(all), verb(all, "falls", "fall"))
        }
        _ if sure == 0 => format!("{} may fall due{again}; of none is it certain.", things(all)),
        _ => format!("{} may fall due{again}, {sure} of them certainly.", things(all)),
    }];
    let first = plan.due.iter().find(|line| line.certainty == "certainly");
    said.extend(first.map(|line| format!("First, by {}: {}.", long(&line.latest), line.title)));
    if !plan.undated.is_empty() {
        let count = plan.undated.len();
        said.push(format!(
            "{} {} no date; each says why.",
            things(count),
            verb(count, "has", "have")
        ));
    }
    if overdue > 0 {
        let actions = plural(overdue as u64, "action");
        said.push(format!("{overdue} open {actions} were due before, and are not listed here."));
    }
    said
}

impl DeadlineLine {
    /// What falls due, be it once or again and again.
    pub(super) fn thing(&self) -> (&'static str, &str, &str, &str) {
        let row = self.subject.as_ref().map_or("", |row| row.id.as_str());
        (self.kind, row, &self.title, self.words.as_deref().unwrap_or(""))
    }

    fn of(programme: &Programme, due: &Deadline) -> Self {
        let DueItem { row, kind, title, who, to, words, set_by, source, note } = due.item.clone();
        Self {
            kind: kind_word(kind),
            subject: row.map(|row| SubjectView::of(programme, row)),
            title,
            who,
            to,
            earliest: due.earliest.to_string(),
            latest: due.latest.to_string(),
            certainty: certainty_word(due.certainty),
            words,
            set_by: setter_word(set_by),
            source,
            note,
            cites: cites(programme, row.as_slice()),
        }
    }
}

impl UndatedLine {
    fn of(programme: &Programme, owed: &Undated) -> Self {
        let DueItem { row, kind, title, who, to, words, note, .. } = owed.item.clone();
        Self {
            kind: kind_word(kind),
            subject: row.map(|row| SubjectView::of(programme, row)),
            title,
            who,
            to,
            words,
            reason: reason_word(owed.reason),
            why: owed.why(),
            note,
            cites: cites(programme, row.as_slice()),
        }
    }
}
