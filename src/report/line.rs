//! Actions as lines of a report.

use chrono::NaiveDate;
use serde::Serialize;

use super::{
    described::{view, words},
    view::{cites, day},
};
use crate::{
    model::{Action, AnyRow, DueState, Programme, State},
    values::{Id, Meaning},
};

view! {
    /// An action as a line of a report.
    ///
    /// ```
    /// use programme::{Action, model::{About, Draft, Lead}, report::ActionLine, values::Timescale};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// let mut action = Action::new(draft.key("A1".parse()?), "Publish the plan");
    /// action.timescale = Timescale::read("15th May 2019 Cabinet");
    /// action.leads.push(Lead::named("Chief Executive"));
    /// draft.put(action);
    /// let lines = ActionLine::all(&draft.finish()?, "2019-05-25".parse()?);
    /// let line = lines.first().ok_or("no action")?;
    /// assert_eq!(line.timescale, "15th May 2019 Cabinet", "as printed");
    /// assert_eq!((line.latest.as_deref(), line.days_overdue), (Some("2019-05-15"), Some(10)));
    /// assert_eq!((line.state, &line.status), ("not_reported", &None));
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct ActionLine {
        /// Its id.
        pub id: String as uuid_text(),
        /// Its reference.
        pub reference: String,
        /// What the paper prints in its place, where that differs.
        pub label: Option<String>,
        /// What is to be done, in short.
        pub title: String,
        /// How it counts: `not_reported`, `not_started`, `in_progress`, `on_hold`, `complete`,
        /// `accepted`, `continuing`, `proposed`, `possible`, `cancelled`, `superseded`, `merged`,
        /// `duplicate`, `rejected`, `transferred`, `ancestor_excluded` or `divided` into parts.
        pub state: &'static str as one_of(STATES.iter().copied()),
        /// What was last said of its state; none where nothing readable was.
        pub status: Option<String>,
        /// How it stands to its timescale: `not_due`, `in_window`, `overdue`, `undated`, `unpaired` or
        /// `nothing_due`.
        pub due: &'static str as one_of(DUES.iter().copied()),
        /// The timescale cell as printed, or that of the action that it is a part of; empty where
        /// nothing is.
        pub timescale: String,
        /// The first day on which it may fall due, in ISO form.
        pub earliest: Option<String> as day_text(),
        /// The last day on which it may fall due, in ISO form.
        pub latest: Option<String> as day_text(),
        /// Days since then, where it is overdue.
        pub days_overdue: Option<i64>,
        /// Who leads it, or the action that it is a part of, as printed.
        pub leads: Vec<String>,
        /// References of the recommendations that it answers.
        pub answers: Vec<String>,
        /// Reference of the action that it is a part of.
        pub parent: Option<String>,
        /// Reference of its workstream.
        pub workstream: Option<String>,
        /// Reference of its phase.
        pub phase: Option<String>,
        /// Where in the papers it stands.
        pub cites: Vec<String>,
    }
}

impl ActionLine {
    /// Every action as at a day, in the order of references.
    #[must_use]
    pub fn all(programme: &Programme, on: NaiveDate) -> Vec<Self> {
        let rows = programme.actions().into_iter().zip(programme.states(on));
        rows.map(|(action, state)| Self::with(programme, (action, state), on)).collect()
    }

    fn with(programme: &Programme, (action, state): (&Action, State), on: NaiveDate) -> Self {
        let timescale = programme.timescale_of(action);
        let due = match timescale.value() {
            Some(Meaning::Due(due)) => Some(due),
            _ => None,
        };
        let latest = due.and_then(|due| due.latest());
        let stands = programme.due_state(action, on);
        let late = latest.map(|latest| (on - latest).num_days());
        let answers = action.answers.iter().filter_map(|id| programme.reference(*id));
        Self {
            id: action.key.id.to_string(),
            reference: action.key.reference.to_string(),
            label: action.key.label.clone(),
            title: action.title.clone(),
            state: state_word(state),
            status: programme.standing(action, on).status.map(|status| status.to_string()),
            due: due_word(stands),
            timescale: timescale.words().into_owned(),
            earliest: day(due.map(|due| due.earliest())),
            latest: day(latest),
            days_overdue: late.filter(|_| stands == DueState::Overdue),
            leads: programme
                .leads_of(action)
                .iter()
                .map(|l| programme.lead_name(l).to_owned())
                .collect(),
            answers: answers.map(|reference| reference.to_string()).collect(),
            parent: reference(programme, action.parent),
            workstream: reference(programme, action.workstream),
            phase: reference(programme, action.phase),
            cites: cites(programme, &[action.key.id.into()]),
        }
    }
}

fn reference<R: AnyRow>(programme: &Programme, id: Option<Id<R>>) -> Option<String> {
    id.and_then(|id| programme.get(id)).map(|row| row.key().reference.to_string())
}

words! {
    /// The words of serialised forms, which stay though a variant is renamed.
    fn state_word(state: State) in STATES {
        State::NotReported => "not_reported",
        State::NotStarted => "not_started",
        State::InProgress => "in_progress",
        State::OnHold => "on_hold",
        State::Complete => "complete",
        State::Accepted => "accepted",
        State::Continuing => "continuing",
        State::Proposed => "proposed",
        State::Possible => "possible",
        State::Cancelled => "cancelled",
        State::Superseded => "superseded",
        State::Merged => "merged",
        State::Duplicate => "duplicate",
        State::Rejected => "rejected",
        State::Transferred => "transferred",
        State::AncestorExcluded => "ancestor_excluded",
        State::Divided => "divided",
    }
}

words! {
    fn due_word(due: DueState) in DUES {
        DueState::NotDue => "not_due",
        DueState::InWindow => "in_window",
        DueState::Overdue => "overdue",
        DueState::Undated => "undated",
        DueState::Unpaired => "unpaired",
        DueState::NothingDue => "nothing_due",
    }
}
