//! Papers and decisions, with their parts.

use super::{Choices, keys::Rows};
use crate::model::{
    Act, Assessment, AssessmentState, CallIn, Comment, CrossReference, Decision, DecisionRecord,
    DecisionState, DocumentKind, DocumentRef, Draft, Function, ImpactKind, Implication,
    ImplicationKind, KeyDecision, KeyLimb, MatterKind, Openness, PaperPart, Particular,
    PrivateGround, PrivateMeeting, Publicity, ReferenceTarget, Report, ReportKind, Request,
    Section, Stance, Urgency, Vote,
};

impl Choices {
    pub(super) fn papers(&mut self, draft: &mut Draft, rows: &Rows) {
        for key in &rows.documents {
            let mut row = DocumentRef::new(self.cited(key, rows), self.text());
            row.kind = self.of(&[DocumentKind::Appendix, DocumentKind::CoveringReport]);
            row.report = self.link(&rows.reports);
            row.held = self.of(&[true, false]);
            row.date = self.printed();
            let c = &mut *self;
            row.form = c.maybe(Self::text);
            row.body = c.link(&rows.bodies);
            row.publisher = c.link(&rows.organisations);
            row.contents = c.several(Self::text);
            row.covers = c.printed();
            draft.put(row);
        }
        for key in &rows.reports {
            let mut row = Report::new(self.cited(key, rows), self.text());
            row.body = self.link(&rows.bodies);
            row.date = self.printed();
            row.item = self.maybe(Self::text);
            row.pages = self.maybe(Self::text);
            row.supplementary = self.of(&[true, false]);
            row.urgency = self.maybe(|c| Urgency {
                basis: c.maybe(Self::text),
                agreed_by: c.maybe(Self::text),
                circumstances: c.maybe(Self::text),
            });
            row.issued_by = self.link(&rows.posts);
            row.requests = self.several(|c| Request {
                label: c.maybe(Self::text),
                title: c.text(),
                act: c.of(&[Act::Note, Act::Resolve]),
                onward: c.link(&rows.bodies),
                progress: c.yes(),
                matter: c.of(&[MatterKind::Budget, MatterKind::Other]),
                amount: c.printed(),
                of: c.subject(rows),
                restates: c.maybe(Self::text),
            });
            let c = &mut *self;
            row.kind = c.of(&[ReportKind::CommitteePaper, ReportKind::Section114]);
            row.review = c.link(&rows.reviews);
            row.openness = c.maybe(|c| c.openness(rows));
            row.key_decision = c.maybe(|c| c.key_decision(rows));
            row.private = c.maybe(|c| c.private_meeting(rows));
            row.wards = c.several(Self::text);
            row.portfolio = c.link(&rows.posts);
            row.contact = c.link(&rows.posts);
            row.signed_by = c.link(&rows.posts);
            row.signed = c.printed();
            row.published = c.printed();
            row.purposes = c.several(Self::text);
            row.glossary = c.maybe(Self::text);
            row.sections = c.several(|c| c.section(rows));
            row.references = c.several(|c| c.cross_reference(rows));
            row.implications = c.several(|c| c.implication(rows));
            row.assessments = c.several(|c| c.assessment(rows));
            row.comments = c.several(|c| c.comment(rows));
            row.consultees = c.several(|c| c.lead(rows));
            draft.put(row);
        }
    }

    pub(super) fn decisions(&mut self, draft: &mut Draft, rows: &Rows) {
        for key in &rows.decisions {
            let mut row = Decision::new(self.cited(key, rows), self.text());
            row.body = self.link(&rows.bodies);
            row.act = self.of(&[Act::Note, Act::Resolve, Act::Recommend]);
            row.date = self.printed();
            row.organisation = self.link(&rows.organisations);
            let c = &mut *self;
            row.matter = c.of(&[MatterKind::Budget, MatterKind::Other]);
            row.amount = c.printed();
            row.by = c.link(&rows.posts);
            row.onward = c.link(&rows.bodies);
            row.state = c.of(&[DecisionState::Pending, DecisionState::Withdrawn]);
            row.function = c.of(&[Function::Executive, Function::LocalChoice]);
            row.about = c.several(|c| c.subject(rows)).into_iter().flatten().collect();
            row.follows = c.link(&rows.decisions);
            row.report = c.link(&rows.reports);
            row.request = c.maybe(Self::text);
            row.right = c.link(&rows.decision_rights);
            row.section_25 = c.link(&rows.reports);
            row.meeting = c.link(&rows.events);
            row.openness = c.maybe(|c| c.openness(rows));
            row.key_decision = c.maybe(|c| c.key_decision(rows));
            row.private = c.maybe(|c| c.private_meeting(rows));
            row.wards = c.several(Self::text);
            row.call_in = c.maybe(|c| c.call_in(rows));
            row.implemented = c.printed();
            row.record = c.maybe(|c| c.decision_record(rows));
            row.vote = c.maybe(|c| c.vote(rows));
            row.instruction = c.maybe(Self::text);
            draft.put(row);
        }
    }

    pub(super) fn openness(&mut self, _: &Rows) -> Openness {
        let c = self;
        Openness {
            part: c.of(&[PaperPart::One, PaperPart::Two]),
            ground: c.of(&[PrivateGround::Exempt, PrivateGround::Confidential]),
            paragraphs: c.printed(),
            public_interest: c.maybe(Self::text),
            reason: c.maybe(Self::text),
        }
    }

    pub(super) fn key_decision(&mut self, _: &Rows) -> KeyDecision {
        let c = self;
        KeyDecision {
            key: c.of(&[true, false]),
            limb: c.of(&[KeyLimb::Money, KeyLimb::Both]),
            significance: c.maybe(Self::text),
            publicity: c.of(&[Publicity::Notice, Publicity::SpecialUrgency]),
            notice: c.printed(),
            particulars: c
                .of(&[Particular::Matter, Particular::FurtherDocuments])
                .into_iter()
                .collect(),
            chair_told: c.printed(),
            consent_by: c.maybe(Self::text),
            reasons_published: c.printed(),
        }
    }

    pub(super) fn call_in(&mut self, _: &Rows) -> CallIn {
        let c = self;
        CallIn {
            applies: c.of(&[true, false]),
            reason: c.maybe(Self::text),
            published: c.printed(),
            until: c.printed(),
            called_in: c.printed(),
            cleared: c.printed(),
            waived_by: c.maybe(Self::text),
            waiver_reason: c.maybe(Self::text),
        }
    }

    pub(super) fn private_meeting(&mut self, _: &Rows) -> PrivateMeeting {
        let c = self;
        PrivateMeeting {
            first_notice: c.printed(),
            second_notice: c.printed(),
            reasons: c.maybe(Self::text),
            representations: c.maybe(Self::text),
            consent_by: c.maybe(Self::text),
        }
    }

    pub(super) fn decision_record(&mut self, _: &Rows) -> DecisionRecord {
        let c = self;
        DecisionRecord {
            reasons: c.maybe(Self::text),
            options: c.maybe(Self::text),
            conflicts: c.maybe(Self::text),
            dispensations: c.maybe(Self::text),
        }
    }

    pub(super) fn vote(&mut self, _: &Rows) -> Vote {
        let c = self;
        Vote {
            in_favour: c.several(Self::text),
            against: c.several(Self::text),
            abstained: c.several(Self::text),
        }
    }

    pub(super) fn section(&mut self, _: &Rows) -> Section {
        let c = self;
        Section { label: c.maybe(Self::text), heading: c.text(), covers: c.several(Self::text) }
    }

    pub(super) fn cross_reference(&mut self, _: &Rows) -> CrossReference {
        let c = self;
        CrossReference {
            place: c.maybe(Self::text),
            target: c.of(&[ReferenceTarget::Section, ReferenceTarget::Appendix]),
            to: c.maybe(Self::text),
            about: c.maybe(Self::text),
        }
    }

    pub(super) fn implication(&mut self, rows: &Rows) -> Implication {
        let c = self;
        Implication {
            kind: c.of(&[ImplicationKind::Financial, ImplicationKind::PolicyFramework]),
            stance: c.of(&[Stance::None, Stance::Deferred]),
            text: c.maybe(Self::text),
            elements: c.several(Self::text),
            amount: c.printed(),
            deferred_to: c.maybe(Self::text),
            refers_to: c.subject(rows),
            direction: c.maybe(Self::text),
            source: c.maybe(|c| c.citation(rows)),
        }
    }

    pub(super) fn assessment(&mut self, rows: &Rows) -> Assessment {
        let c = self;
        Assessment {
            kind: c.of(&[ImpactKind::Equality, ImpactKind::Health]),
            state: c.of(&[AssessmentState::Done, AssessmentState::LeftToProjects]),
            reason: c.maybe(Self::text),
            of: c.subject(rows),
            condition: c.maybe(Self::text),
            date: c.printed(),
            source: c.maybe(|c| c.citation(rows)),
        }
    }

    pub(super) fn comment(&mut self, rows: &Rows) -> Comment {
        let c = self;
        Comment {
            by: c.several(|c| c.lead(rows)),
            text: c.maybe(Self::text),
            conditions: c.several(Self::text),
            materiality: c.maybe(Self::text),
            of: c.subject(rows),
            date: c.printed(),
            source: c.maybe(|c| c.citation(rows)),
        }
    }
}
