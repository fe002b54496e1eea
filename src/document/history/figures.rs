//! Figures of published reports as they were, both ways.

use crate::{
    document::{
        Cell, Extras, Raw,
        mirror::mirror,
        read::{
            At::{self, In},
            Reader,
        },
    },
    history::Figures,
    rollup::Ratio,
};

/// Defines a mirror of figures, with fields of its own before them.
macro_rules! figures_mirror {
    ($(#[doc = $about:literal])+ $doc:ident { $($own:tt)* }) => {
        figures_mirror! {
            @ [$(#[doc = $about])+] $doc { $($own)* }
            counts {
                counted "Actions in the base."
                complete "Of them, complete."
                in_progress "Of them, in progress."
                on_hold "Of them, on hold."
                not_started "Of them, not started."
                unknown "Of them, such of which nothing readable was said."
                continuing "Commitments without an end."
                excluded "Actions that are out of the plan."
                undecided "Actions that are not approved or decided."
                overdue "Open actions past their dates."
                undated "Open actions without a date."
            }
            shares {
                confirmed "What is done as far as is known, as `7/12`; left out where there is no share."
                possible "What would be done if all that is unknown were, as `7/12`."
                coverage "The share of the base of which anything is known, as `7/12`."
            }
        }
    };
    (
        @ [$(#[doc = $about:literal])+] $doc:ident { $($own:tt)* }
        counts { $($count:ident $said:literal)+ } shares { $($share:ident $told:literal)+ }
    ) => {
        mirror! {
            $(#[doc = $about])+
            $doc {
                $($own)*
                $($count: Cell<'a> as count = $said,)+
                $($share: Cell<'a> as share = $told,)+
            }
        }

        impl $doc<'_> {
            /// These figures, every one of them; no field besides.
            pub(super) fn of(figures: &Figures) -> Self {
                let Figures { $($count,)+ $($share,)+ } = figures;
                Self {
                    $($count: Some(whole(*$count)),)+
                    $($share: $share.map(|share| share.to_string().into()),)+
                    ..Self::default()
                }
            }

            /// The figures; none where one is missing.
            pub(super) fn figures(&mut self, r: &mut Reader, at: &At<'_>) -> Option<Figures> {
                r.extra(Some(at), std::mem::replace(&mut self.extra, Extras::none()), Self::FIELDS);
                $(let $count = r.count(&In(at, stringify!($count)), self.$count.take());)+
                $(let $share = r.share(&In(at, stringify!($share)), self.$share.take());)+
                Some(Figures { $($count: $count?,)+ $($share: $share?,)+ })
            }
        }
    };
}

figures_mirror! {
    /// Figures of progress as written.
    FiguresDoc {}
}

figures_mirror! {
    /// Figures of the progress of a workstream as written.
    WorkstreamFiguresDoc {
        workstream: Cell<'a> as name = "The workstream, by reference.",
    }
}

fn whole(number: u64) -> Raw<'static> {
    i64::try_from(number).map_or(Raw::Large(number), Raw::Integer)
}

impl Reader {
    /// A number of actions.
    fn count(&mut self, at: &At<'_>, cell: Cell<'_>) -> Option<u64> {
        self.needed(at, "a whole number", cell, |words| words.parse().ok())
    }

    /// An exact share, or that there is none; nothing where what is written is no share.
    fn share(&mut self, at: &At<'_>, cell: Cell<'_>) -> Option<Option<Ratio>> {
        let Some(raw) = cell.filter(|raw| *raw != Raw::Null) else { return Some(None) };
        self.needed(at, "an exact share, such as `7/12`", Some(raw), ratio).map(Some)
    }
}

fn ratio(words: &str) -> Option<Ratio> {
    let (num, den) = words.split_once('/')?;
    Ratio::new(num.parse().ok()?, den.parse().ok()?)
}
