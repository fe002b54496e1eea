//! In whose name something is decided.

use crate::{
    model::{BodyKind, Function},
    values::Certainty,
};

/// In whose name something is decided, as far as that is said.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    /// The full council.
    Council,
    /// A committee or an officer, for the council.
    OfCouncil,
    /// The executive, or somebody for it.
    Executive,
    /// Nobody says.
    Unsaid,
}

impl Side {
    /// By the kind of body that decides, and whose function it is.
    pub(crate) fn of(kind: Option<BodyKind>, function: Option<Function>) -> Self {
        match (kind, function) {
            (Some(BodyKind::Council), _) => Self::Council,
            (_, Some(Function::Executive)) => Self::Executive,
            (_, Some(Function::Council)) | (Some(BodyKind::Committee | BodyKind::Scrutiny), _) => {
                Self::OfCouncil
            }
            (Some(BodyKind::Executive), _) => Self::Executive,
            // Sub-committees and joint committees may be of either side.
            (_, Some(Function::LocalChoice) | None) => Self::Unsaid,
        }
    }

    /// Whether it is the executive that decides, in a council of which it may be known whether it
    /// has one.
    pub(crate) fn is_executive(self, has_executive: Option<bool>) -> Certainty {
        match (has_executive, self) {
            (Some(false), _) | (_, Self::Council | Self::OfCouncil) => Certainty::No,
            (_, Self::Unsaid) => Certainty::Possibly,
            (_, Self::Executive) => Certainty::Certainly,
        }
    }
}
