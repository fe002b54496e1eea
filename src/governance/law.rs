//! Which matters the law reserves, as data.

use crate::model::{MatterKind, Parameter};

/// A matter that is not the executive's to decide.
pub(crate) struct Reserved {
    /// What it is called within a sentence.
    pub(crate) called: &'static str,
    pub(crate) to: Final,
    pub(crate) why: &'static str,
    pub(crate) source: &'static str,
}

/// Who decides it.
pub(crate) enum Final {
    /// The full Council.
    Council,
    /// The full Council, above what is left to somebody by this limit.
    AboveLimit(Parameter),
}

/// What the law says of a kind of matter, in an English council.
pub(crate) fn reserved(kind: MatterKind) -> Option<Reserved> {
    let (called, to, why, source) = match kind {
        MatterKind::Budget => (
            "the budget",
            Final::Council,
            "The budget and the council tax are set by the full Council.",
            "LGFA 1992 ss.31A and 67; SI 2000/2853 reg 4(1)(b)",
        ),
        MatterKind::PolicyFramework => (
            "the policy framework",
            Final::Council,
            "Plans of the policy framework are adopted by the full Council.",
            "SI 2000/2853 reg 4 and Schedule 3",
        ),
        MatterKind::CapitalPlan => (
            "a plan for capital",
            Final::Council,
            "A plan for borrowing, investment or capital spending is approved by the full Council.",
            "SI 2000/2853 reg 4(1)(b)",
        ),
        MatterKind::Constitution => (
            "the constitution",
            Final::Council,
            "The constitution is changed by the full Council.",
            "LGA 2000 s.9P, and constitutions commonly",
        ),
        MatterKind::SupplementaryEstimate => (
            "a supplementary estimate",
            Final::AboveLimit(Parameter::SupplementaryLimit),
            "Money beyond the budget that Council set is for Council, unless its own rules leave it to \
             somebody up to some amount.",
            "SI 2000/2853 reg 4(1)(b) and Schedule 4; Buck v Doncaster [2013] EWCA Civ 1190",
        ),
        MatterKind::Virement => (
            "a virement",
            Final::AboveLimit(Parameter::VirementLimit),
            "Moving money within the budget that Council set is for Council, above what its own rules \
             leave to others.",
            "SI 2000/2853 reg 4(1)(b) and Schedule 4",
        ),
        MatterKind::Spend
        | MatterKind::Saving
        | MatterKind::Contract
        | MatterKind::Strategy
        | MatterKind::Policy
        | MatterKind::Governance
        | MatterKind::Staffing
        | MatterKind::Property
        | MatterKind::Plan
        | MatterKind::Progress
        | MatterKind::Other => return None,
    };
    Some(Reserved { called, to, why, source })
}
