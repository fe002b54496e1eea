//! Decisions: who makes them, how they are made public, and what becomes of them: as written.

use super::{
    Part,
    rows::{part_mirror, row_mirror},
};
use crate::model::{CallIn, Decision, DecisionRecord, KeyDecision, Openness, PrivateMeeting, Vote};

row_mirror! {
    /// A decision as written.
    DecisionDoc for Decision named(title) {
        title: name = "What is decided, in short.",
        body: link = "The body that decides.",
        act: word = "What it does: `note`, `resolve`, `recommend`, `refer`, `defer`, `delegate`.",
        date: printed = "When, as printed.",
        organisation: link = "Whose decision it is, if not the council's.",
        matter: word = "What kind of matter it is: `budget`, `policy_framework`, `capital_plan`...",
        amount: printed = "The amount that it is about, as printed.",
        by: link = "The officer or member who decides, where it is no body.",
        onward: link = "The body to which it is recommended or referred.",
        state: word = "Whether it is made: `pending`, `made`, `withdrawn`.",
        function: word = "Whose function it is: `executive`, `council`, `local_choice`.",
        about: subjects = "The rows on which it decides.",
        follows: link = "The recommendation or referral on which it acts.",
        report: link = "The paper on which it was made.",
        request: text = "The label in that paper of what was asked.",
        right: link = "The right or delegation under which it was made.",
        meeting: link = "The meeting at which it was made.",
        openness: part(Part<'a, OpennessDoc<'a>>) = "Whether it is open to the public.",
        key_decision: part(Part<'a, KeyDecisionDoc<'a>>) = "Whether it is key; a word alone is yes or no.",
        private: part(Part<'a, PrivateMeetingDoc<'a>>) = "The notices of a private meeting.",
        wards: texts = "The wards that it affects, or `all`.",
        call_in: part(Part<'a, CallInDoc<'a>>) = "Whether it can be called in, and what came of it.",
        implemented: printed = "When it was put into effect, as printed.",
        record: part(Part<'a, DecisionRecordDoc<'a>>) = "What is recorded of it.",
        vote: part(Part<'a, VoteDoc<'a>>) = "How members voted.",
        instruction: text = "What it tells officers to do.",
        section_25: link = "The chief finance officer's report on the estimates and the reserves, where it sets a budget (LGA 2003 s.25).",
    }
}

part_mirror! {
    /// Whether something is open to the public, and if not, on what ground (LGA 1972 s.100A and Schedule 12A), as written.
    OpennessDoc for Openness word(reason) {
        part: word = "Part 1, open, or Part 2, private: `1`, `2`.",
        ground: word = "On what ground it is private: `exempt`, `confidential`.",
        paragraphs: printed = "The paragraphs of Schedule 12A relied on, as printed.",
        public_interest: text = "Why secrecy outweighs the public interest in openness.",
        reason: text = "The reason for it, in the paper's words.",
    }
}

part_mirror! {
    /// Whether an executive decision is key, and how it was made public beforehand (SI 2012/2089 regs 8 to 11), as written.
    KeyDecisionDoc for KeyDecision word(key) {
        key: flag = "Whether it is said to be key.",
        limb: word = "Which limb of the definition it meets: `money`, `wards`, `both`.",
        significance: text = "Why its effect is, or is not, significant.",
        publicity: word = "Under which provision it was made public: `notice`, `general_exception`, `special_urgency`.",
        notice: printed = "When notice was given, as printed.",
        particulars: each_word = "What the notice says: `matter`, `maker`, `date`...",
        chair_told: printed = "When the chair of scrutiny was told, under the general exception, as printed.",
        consent_by: text = "Who agreed that it is urgent, under special urgency.",
        reasons_published: printed = "When the reasons for an exception were published, as printed.",
    }
}

part_mirror! {
    /// Whether a decision can be called in, and what came of it (LGA 2000 s.9F), as written.
    CallInDoc for CallIn {
        applies: flag = "Whether it can be called in.",
        reason: text = "Why it cannot.",
        published: printed = "When the decision was published, as printed.",
        until: printed = "The last day on which it can be called in, as stated, as printed.",
        called_in: printed = "When it was called in, as printed.",
        cleared: printed = "When scrutiny was done with it, as printed.",
        waived_by: text = "Who waived it.",
        waiver_reason: text = "Why.",
    }
}

part_mirror! {
    /// The notices of a meeting of the executive that is held in private (SI 2012/2089 reg 5), as written.
    PrivateMeetingDoc for PrivateMeeting {
        first_notice: printed = "When the first notice, with reasons, was given, as printed.",
        second_notice: printed = "When the second, with reasons, representations and the reply to them, was given, as printed.",
        reasons: text = "The reasons for it.",
        representations: text = "What was said against it, or `none`.",
        consent_by: text = "Who agreed that it is urgent, in place of notice.",
    }
}

part_mirror! {
    /// What is recorded of a decision (SI 2012/2089 regs 12 and 13; SI 2014/2095 reg 7), as written.
    DecisionRecordDoc for DecisionRecord word(reasons) {
        reasons: text = "The reasons.",
        options: text = "What else was considered and rejected.",
        conflicts: text = "Conflicts of interest that were declared.",
        dispensations: text = "Dispensations that were given.",
    }
}

part_mirror! {
    /// How members voted, by post or by ids of the council's own, as written.
    VoteDoc for Vote {
        in_favour: texts = "Who voted for it.",
        against: texts = "Who voted against it.",
        abstained: texts = "Who abstained.",
    }
}
