//! Roles, and who reports to whom: as written.

use super::{LeadDoc, Many, rows::row_mirror};
use crate::model::{ReportingLine, Role};

row_mirror! {
    /// A role in a programme and who has it: sponsor, senior responsible owner, programme director and so on, as written.
    RoleDoc for Role named(title) {
        title: name = "What it is called.",
        kind: word = "Which role it is: `sponsor`, `senior_responsible_owner`, `programme_director`...",
        holders: leads(Many<'a, LeadDoc<'a>>) = "Who has it; none where nobody is named. A word alone is a cell as printed.",
        of: subject = "The row in which they have it; none where it is the programme.",
        involvement: word = "How they are involved: `accountable`, `responsible`, `consulted`...",
        answers_for: text = "What they answer for.",
        collective: flag = "Whether several are said to have it together.",
        on_behalf_of: link = "The post for which they act.",
        size: word = "The size of projects for which there is one: `larger`, `smaller`.",
        condition: text = "When there is one, in words.",
        aspects: texts = "What belongs to it.",
        may_vary: flag = "Whether those who have it may carry it out differently.",
        purpose: text = "What it is for.",
        phase: link = "The phase in which it is brought in.",
        since: printed = "From when, as printed.",
        until: printed = "Until when, as printed.",
    }
}

row_mirror! {
    /// Who reports to whom, and since when: one line of a chart that may change, as written.
    ReportingLineDoc for ReportingLine named() {
        title: name = "Who reports to whom, in short.",
        from: subject = "The body, post, workstream or other row that reports.",
        programme: yes = "Whether it is the programme itself that reports.",
        of: text = "Who reports, in words, where that is no row.",
        to: subjects = "The bodies or posts to which they report; where there are several, whichever fits.",
        since: printed = "From when, as printed.",
        until: printed = "Until when, as printed.",
        reason: text = "Why it is so, or changed.",
    }
}
