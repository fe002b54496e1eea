//! Measures, where they are to be and what was read: as written.

use super::{
    LeadDoc, Many, Part,
    rows::{part_mirror, row_mirror},
};
use crate::model::{Measure, Measurement, Target};

row_mirror! {
    /// Something that is measured: from where it starts, where it is to be, what was read, as written.
    MeasureDoc for Measure named(name) {
        name: name = "Its name.",
        of: link = "The plan or strategy whose success it measures.",
        cadence: printed = "How often it is read, as printed.",
        state: word = "How far it is settled: `to_be_identified`, `proposed`, `agreed`...",
        unit: text = "What it is read in, as the paper says: `%`, `sessions`, `tonnes`.",
        direction: word = "Which way it is to go: `increase`, `decrease`, `maintain`.",
        baseline: part(Part<'a, MeasurementDoc<'a>>) = "From where it starts; a word alone is the figure.",
        targets: parts(Many<'a, TargetDoc<'a>>) = "Where it is to be, and by when; a word alone is the figure.",
        tolerance: printed = "How far it may fall short of the target before somebody is told, in its unit, as printed.",
        data_source: text = "Where its figures come from.",
        evidence: text = "What is needed to settle it, or what it rests on.",
        owners: leads(Many<'a, LeadDoc<'a>>) = "Who answers for it. A word alone is a cell as printed.",
        readings: parts(Many<'a, MeasurementDoc<'a>>) = "What was measured; a word alone is the figure.",
    }
}

part_mirror! {
    /// A figure that was measured, of a time and a place, as written.
    MeasurementDoc for Measurement word(figure) {
        figure: printed = "The figure, as printed.",
        period: printed = "The day or the time for which it was measured, as printed.",
        place: text = "Where, or of whom, if not of the whole.",
        per: number = "The base of a rate: 1,000 of `124 per 1,000`.",
        unit: text = "What it is read in, where that is not the unit of the measure.",
        change: word = "Which way it changed, where the figure is by how much and not how much: `increase`, `decrease`, `maintain`.",
        data_source: text = "Where the figure comes from.",
        text: text = "What was said of it.",
        source: source = "Where it was said.",
    }
}

part_mirror! {
    /// Where a measure is to be, and by when, as written.
    TargetDoc for Target word(figure) {
        figure: printed = "The figure, as printed.",
        text: text = "What is to be so, where that is no figure.",
        by: printed = "By when, as printed.",
        scope: text = "For what part of the whole.",
        strategic: flag = "Whether it is one of strategy.",
        set_by: link = "The decision that set it.",
        source: source = "Where it was said.",
    }
}
