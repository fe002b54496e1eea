//! What the council itself says: statements of how things stand, and milestones.

use chrono::NaiveDate;
use serde::Serialize;

use super::{described::view, view::SubjectView};
use crate::model::{Kind, Milestone, Programme, StatusNote, since};

view! {
    /// Something that was said of the state of a row or of the programme, as it was said: what
    /// follows from its actions stands elsewhere.
    ///
    /// ```
    /// use programme::{document::Document, report::{self, Request}};
    ///
    /// let (programme, reading) = Document::from_json(r#"{"format": "programme/1",
    ///     "programme": {"name": "Example", "status": {"state": "variable", "as_at": "May 2020"}}}"#)?
    ///     .check()
    ///     .lenient();
    /// let report = report::highlight(&programme, &reading, &Request::as_at("2020-09-23".parse()?));
    /// let said = report.stated.first().ok_or("nothing stated")?;
    /// assert_eq!((said.subject.as_ref(), said.state.as_deref()), (None, Some("variable")));
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct StatedLine {
        /// The row; none for the programme itself.
        pub subject: Option<SubjectView>,
        /// The state, as printed.
        pub state: Option<String>,
        /// How far it is said to have come, as printed.
        pub percent: Option<String>,
        /// The day for which it was said, as printed.
        pub as_at: Option<String>,
        /// What was said besides, in short.
        pub text: Option<String>,
    }
}

view! {
    /// A milestone as a line of a report: met or not, never half.
    ///
    /// ```
    /// use programme::{document::Document, report::{self, Request}};
    ///
    /// let (programme, reading) = Document::from_json(r#"{"format": "programme/1",
    ///     "programme": "Example",
    ///     "milestones": [{"title": "Structure agreed", "timescale": "October 2021"}]}"#)?
    ///     .check()
    ///     .lenient();
    /// let report = report::highlight(&programme, &reading, &Request::as_at("2021-06-22".parse()?));
    /// let line = report.milestones.first().ok_or("no milestone")?;
    /// assert_eq!((line.timescale.as_str(), line.met), ("October 2021", None), "nobody said");
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct MilestoneLine {
        /// The milestone.
        pub subject: SubjectView,
        /// When it is due, as printed.
        pub timescale: String,
        /// Who answers for it.
        pub leads: Vec<String>,
        /// Whether it is met; null where nothing readable was said.
        pub met: Option<bool>,
    }
}

impl StatedLine {
    /// Every statement made by the end of a day of the programme and of rows that are no actions,
    /// which have lines of their own: the programme first, then kind by kind.
    pub(super) fn all(programme: &Programme, on: NaiveDate) -> Vec<Self> {
        let of_programme = programme.about().status.iter().map(|note| (None, note));
        let own = |kind| matches!(kind, Kind::Action | Kind::Milestone);
        let of_rows = programme.notes().filter(|(row, _)| !own(row.kind()));
        let of_rows = of_rows.map(|(row, note)| (Some(row), note));
        of_programme
            .chain(of_rows)
            .filter(|(_, note)| said_by(note, on))
            .map(|(row, note)| Self {
                subject: row.map(|row| SubjectView::of(programme, row)),
                state: note.state.as_ref().map(ToString::to_string),
                percent: note.percent.as_ref().map(ToString::to_string),
                as_at: note.as_at.as_ref().or(note.on.as_ref()).map(ToString::to_string),
                text: note.text.clone(),
            })
            .collect()
    }
}

/// Whether something was said by a day; what has no day always was.
fn said_by(note: &StatusNote, on: NaiveDate) -> bool {
    since(note, None).is_none_or(|day| day <= on)
}

impl MilestoneLine {
    pub(super) fn of(programme: &Programme, row: &Milestone, on: NaiveDate) -> Self {
        let status = programme.milestone_standing(row, on).status;
        Self {
            subject: SubjectView::of(programme, row.key.id.into()),
            timescale: row.timescale.to_string(),
            leads: row.leads.iter().map(|lead| programme.lead_name(lead).to_owned()).collect(),
            met: status.map(|status| status.is_delivered()),
        }
    }
}
