//! What the columns of a plan's table hold, and cells that stand in none of them.

use std::fmt;

macro_rules! roles {
    ($($role:ident $word:literal $doc:literal)+) => {
        /// What a column of a plan's table holds.
        ///
        /// ```
        /// use programme::model::ColumnRole;
        ///
        /// assert_eq!(ColumnRole::ActionNumber.to_string(), "action_number");
        /// assert!(ColumnRole::ALL.contains(&ColumnRole::Timescale));
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum ColumnRole {
            $(#[doc = $doc] $role,)+
        }

        impl ColumnRole {
            /// Every role, in the order in which they are declared.
            pub const ALL: &'static [Self] = &[$(Self::$role),+];

            /// Every role with the word for it in documents.
            pub(crate) const WORDS: &'static [(Self, &'static str)] = &[$((Self::$role, $word)),+];
        }
    };
}

roles! {
    Number "number" "The number of the row, or of its recommendation."
    Recommendation "recommendation" "The recommendation."
    Action "action" "What is to be done."
    Timescale "timescale" "By when."
    Lead "lead" "By whom."
    Status "status" "How it stands."
    ActionNumber "action_number" "The number of the action."
    Detail "detail" "More of what is to be done."
    Response "response" "Whether the recommendation is accepted."
    Health "health" "How it is said to go: a RAG."
    Percent "percent" "How much of it is done, in per cent."
    AsAt "as_at" "The day for which the line speaks."
    Update "update" "What was said of its progress."
    Evidence "evidence" "What shows that it was done."
    Started "started" "When it began."
    Workstream "workstream" "The workstream that carries it."
    Theme "theme" "The theme under which the recommendation stands."
    Priority "priority" "How urgent it is."
    Outcome "outcome" "What it should bring about, or how that is measured."
    PartOf "part_of" "The action of which it is a part."
    AlsoAnswers "also_answers" "The other recommendations that it answers."
}

impl fmt::Display for ColumnRole {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let word = Self::WORDS.iter().find(|(role, _)| role == self);
        f.write_str(word.map_or("", |(_, word)| word))
    }
}

/// A cell of a plan's row that no field of the row holds: its words, and over what column.
///
/// ```
/// use programme::model::{PlanCell, PlanRow};
///
/// let cell = PlanCell { heading: "Budget code".into(), text: "T-4411".into() };
/// let row = PlanRow { label: "3".into(), other: vec![cell], ..PlanRow::default() };
/// assert_eq!(row.other[0].text, "T-4411", "as printed");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanCell {
    /// The heading of its column, as printed; empty where it stands under none.
    pub heading: String,
    /// Its words, as printed.
    pub text: String,
}
