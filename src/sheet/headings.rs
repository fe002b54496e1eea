//! What a column holds, by its heading.

use crate::{
    model::ColumnRole::{self, *},
    values::names::fold,
};

/// How the words of a heading are held against those that are known.
enum Form {
    /// The heading is one of these.
    Is(&'static [&'static str]),
    /// Each group has one of its words, or phrases, in the heading.
    Has(&'static [&'static [&'static str]]),
}
use Form::{Has, Is};

const NUMBERS: &[&str] = &["no", "nos", "number", "ref", "reference", "id"];
const DATES: &[&str] = &["date", "dates"];

/// What headings mean. The first that fits goes: those that say more stand before those that say
/// less, so that "Action owner" is a lead and "Action" an action.
const KNOWN: &[(ColumnRole, Form)] = &[
    (PartOf, Is(&["part of", "part of action", "parent action", "parent action ref"])),
    (AlsoAnswers, Is(&["also answers", "also answers recommendations"])),
    (ActionNumber, Has(&[&["action", "actions", "activity", "task", "sub"], NUMBERS])),
    (
        Number,
        Has(&[&["recommendation", "recommendations", "rec", "recs", "finding", "item"], NUMBERS]),
    ),
    (
        Number,
        Is(&[
            "#",
            "no",
            "nos",
            "number",
            "ref",
            "ref no",
            "reference",
            "reference no",
            "reference number",
            "id",
            "row",
            "item",
            "s no",
            "serial no",
            "lga ref",
            "r no",
        ]),
    ),
    (
        AsAt,
        Is(&[
            "as at",
            "position as at",
            "status as at",
            "updated",
            "date updated",
            "last updated",
            "date of update",
            "update date",
            "date of last update",
            "last update",
        ]),
    ),
    (Percent, Has(&[&["%", "percent", "percentage", "per cent"]])),
    (
        Priority,
        Is(&[
            "priority",
            "priority level",
            "priority rating",
            "priority h m l",
            "priority high medium low",
            "priority 1 2 3",
            "importance",
            "urgency",
            "level of priority",
            "moscow",
        ]),
    ),
    (
        Health,
        Has(&[&[
            "rag",
            "brag",
            "bragg",
            "ragb",
            "traffic light",
            "colour",
            "progress rating",
            "delivery confidence",
            "confidence",
        ]]),
    ),
    (
        Started,
        Is(&[
            "start",
            "started",
            "start date",
            "date started",
            "commencement",
            "commencement date",
            "begins",
            "from",
            "planned start",
            "planned start date",
        ]),
    ),
    (Evidence, Has(&[&["evidence", "evidenced", "proof", "assurance"]])),
    (
        Outcome,
        Has(&[&[
            "outcome",
            "outcomes",
            "success",
            "measure",
            "measures",
            "kpi",
            "kpis",
            "impact",
            "benefit",
            "benefits",
            "result",
            "results",
            "difference",
        ]]),
    ),
    (
        Timescale,
        Has(&[
            &[
                "due",
                "target",
                "completion",
                "complete",
                "end",
                "finish",
                "delivery",
                "implementation",
                "milestone",
                "planned",
                "forecast",
                "revised",
                "agreed",
            ],
            DATES,
        ]),
    ),
    (
        Timescale,
        Has(&[&[
            "timescale",
            "timescales",
            "timeframe",
            "time frame",
            "timeline",
            "timelines",
            "timing",
            "timings",
            "deadline",
            "deadlines",
            "due",
            "by when",
            "when",
            "time scale",
            "timetable",
            "complete by",
            "completed by",
            "delivered by",
        ]]),
    ),
    (Timescale, Is(&["date", "dates", "target", "by"])),
    // What a manager says is no manager.
    (
        Update,
        Has(&[
            &["manager", "managers", "manager s"],
            &["comment", "comments", "commentary", "update", "updates"],
        ]),
    ),
    (
        Lead,
        Has(&[&[
            "lead",
            "leads",
            "owner",
            "owners",
            "owned",
            "responsible",
            "responsibility",
            "responsibilities",
            "accountable",
            "accountability",
            "officer",
            "officers",
            "by whom",
            "who",
            "director",
            "manager",
            "managers",
            "sponsor",
            "sro",
            "assigned",
            "delegated",
            "portfolio holder",
            "action holder",
        ]]),
    ),
    (
        Update,
        Has(&[&["update", "updates", "progress", "commentary", "latest", "position", "narrative"]]),
    ),
    (Status, Has(&[&["status", "state", "stage"]])),
    (
        Response,
        Is(&[
            "agreed",
            "agree",
            "agreed not agreed",
            "agreed y n",
            "agreed yes no",
            "agree disagree",
            "verdict",
        ]),
    ),
    (Response, Has(&[&["accepted", "accept"]])),
    (
        Detail,
        Is(&[
            "detail",
            "details",
            "action detail",
            "action details",
            "detail of action",
            "details of action",
            "further detail",
            "further details",
            "more detail",
        ]),
    ),
    (
        Action,
        Has(&[&[
            "action",
            "actions",
            "activity",
            "activities",
            "task",
            "tasks",
            "we will",
            "will we",
            "commitment",
            "commitments",
            "next steps",
            "intervention",
            "interventions",
            "what will be done",
            "to be done",
            "planned work",
            "deliverable",
            "deliverables",
        ]]),
    ),
    (Response, Has(&[&["response", "responses"]])),
    (Update, Has(&[&["comment", "comments", "notes", "note", "remarks"]])),
    (
        Workstream,
        Has(&[&["workstream", "work stream", "workstreams", "strand", "project", "programme"]]),
    ),
    (
        Recommendation,
        Has(&[&[
            "recommendation",
            "recommendations",
            "rec",
            "finding",
            "findings",
            "area for improvement",
            "areas for improvement",
            "area for consideration",
            "areas for consideration",
            "area of improvement",
            "suggestion",
            "peer challenge said",
            "peers said",
            "peer team said",
            "issue",
        ]]),
    ),
    (Theme, Has(&[&["theme", "themes", "core area", "priority area"]])),
    (Action, Is(&["what"])),
];

/// What a heading says that its column holds, if it says anything that is known.
pub(super) fn role(heading: &str) -> Option<ColumnRole> {
    // Longer cells are sentences, and no headings.
    if heading.chars().count() > 90 {
        return None;
    }
    let mut folded = fold(heading);
    for mark in ["#", "%"] {
        if heading.contains(mark) {
            folded = format!("{folded} {mark}");
        }
    }
    let folded = folded.trim();
    // Numbers and dates are no headings, and what came of a date is not the date that was set.
    let says = folded.contains(|c: char| c.is_alphabetic() || matches!(c, '#' | '%'));
    if !says || has(folded, "actual") {
        return None;
    }
    let fits = |form: &Form| match form {
        Is(all) => all.contains(&folded),
        Has(groups) => groups.iter().all(|group| group.iter().any(|words| has(folded, words))),
    };
    KNOWN.iter().find(|(_, form)| fits(form)).map(|(role, _)| *role)
}

/// Whether words stand in a folded heading, and are no part of longer ones.
fn has(folded: &str, words: &str) -> bool {
    folded.match_indices(words).any(|(at, _)| {
        let before = folded.get(..at).unwrap_or_default();
        let after = folded.get(at + words.len()..).unwrap_or_default();
        (before.is_empty() || before.ends_with(' ')) && (after.is_empty() || after.starts_with(' '))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_of_real_plans_are_known() {
        let known = [
            (Number, "No.|Ref|#|Rec no|Recommendation number|Recommendation ref|Item"),
            (
                Recommendation,
                "Recommendation|LGA recommendation|LGA Draft Peer Challenge Review Recommendation|\
                 Finding|Key recommendations|Peer Challenge Recommendation|Area for improvement|\
                 What the peers said",
            ),
            (
                Action,
                "Action|Actions|Comment/Action|What we will do|What will we do?|Activity|\
                 Recommended action|Action to address recommendation|Key activities|Next steps|What|\
                 Agreed actions",
            ),
            (ActionNumber, "Action no.|Action ref|Action ID"),
            (
                Timescale,
                "Timescale|Target date|Due date|Due|Deadline|By when|By when?|Completion date|\
                 Timescales|Action due date|Target completion date|Date|Timeframe|Revised date|Agreed date",
            ),
            (
                Lead,
                "Lead|Owner|Responsible officer|Lead officer|Accountable|Action owner|By whom|\
                 Lead Thematic Steering Group/SLT Officer|Who|Lead Director|Responsibility|SRO|\
                 Project manager|Programme sponsor|Responsible|Manager responsible",
            ),
            (Status, "Status|Action status|Current status|State"),
            (Health, "RAG|RAG status|BRAG|Progress rating|RAG rating"),
            (
                Update,
                "Progress update|Comments|Commentary|Latest position|Progress|Update|Status update|\
                 Progress against action|Notes|Manager's comments",
            ),
            (Evidence, "Evidence|Evidence of completion"),
            (Priority, "Priority|Priority (H/M/L)"),
            (Workstream, "Workstream|Work stream|Project"),
            (Theme, "Theme|Core area"),
            (Outcome, "Success measure|Outcome|Expected outcomes|How will we measure success|KPI"),
            (Response, "Accepted?|Agreed / not agreed|Agreed?|Response|Council response"),
            (Started, "Start date|Start"),
            (PartOf, "Part of|Parent action"),
            (AlsoAnswers, "Also answers"),
            (Percent, "% complete|Percentage complete|%"),
            (AsAt, "As at|Last updated"),
        ];
        for (expected, headings) in known {
            for heading in headings.split('|') {
                assert_eq!(role(heading), Some(expected), "{heading}");
            }
        }
        for unknown in ["", "Budget code", "Actual completion date", "Directorate", "2019"] {
            assert_eq!(role(unknown), None, "{unknown}");
        }
    }
}
