//! Benefits: what is to be better for it, and whether it is: as written.

use super::{
    LeadDoc, Many,
    rows::{part_mirror, row_mirror},
};
use crate::model::{Benefit, BenefitStatus, Impact};

row_mirror! {
    /// A benefit, or a dis-benefit: who answers for it, by what it is measured, when it is to come about, what brings it about and what it serves, as written.
    BenefitDoc for Benefit named() {
        title: name = "What is to be better, in short; worse, of a dis-benefit.",
        dis_benefit: yes = "Whether it is something for the worse, borne for the sake of the rest.",
        owners: leads(Many<'a, LeadDoc<'a>>) = "Who answers for it, beyond the end of the programme if need be. A word alone is a cell as printed.",
        beneficiaries: texts = "Who has it.",
        measure: link = "By what it is measured: its baseline and targets are those of the measure.",
        realisation: printed = "From when to when it is to come about, which may be after the programme, as printed.",
        cashable: flag = "Whether it lowers a budget.",
        recurrence: word = "Whether it recurs: `one_off`, `recurrent`.",
        line: link = "The line of the base budget that it lowers.",
        saving: link = "The saving that it is, in money.",
        enabled_by: subjects = "The capabilities, deliverables, actions and other rows that bring it about.",
        contributes_to: links = "The outcomes and objectives that it serves.",
        states: parts(Many<'a, BenefitStatusDoc<'a>>) = "How far it had come, as somebody said; a word alone is the state.",
        impact: parts(Many<'a, ImpactDoc<'a>>) = "What followed in the end, as somebody judged: work that is completed need not have done any good; a word alone is what followed.",
    }
}

part_mirror! {
    /// How far a benefit had come, as somebody said, and what shows it, as written.
    BenefitStatusDoc for BenefitStatus word(state) {
        state: word = "How far it had come: `identified`, `planned`, `budgeted`...",
        as_at: printed = "The day for which it was said, as printed.",
        evidence: text = "What shows it.",
        text: text = "What was said, in short.",
        source: source = "Where it was said.",
    }
}

part_mirror! {
    /// What followed in the end, as somebody judged, whatever the work was said to be, as written.
    ImpactDoc for Impact word(text) {
        text: text = "What followed.",
        effective: flag = "Whether it did the good that was meant.",
        as_at: printed = "The day for which it was judged, as printed.",
        by: text = "Who judged it, by post or body.",
        evidence: text = "What shows it.",
        source: source = "Where it was said.",
    }
}
