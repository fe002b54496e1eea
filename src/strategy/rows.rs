//! Rows of every kind, linked in every way.

use super::{Choices, keys::Rows};
use crate::{
    model::{
        Action, ActionPlan, Citation, ColumnRole, Confidence, Draft, FindingKind, Key, Lead, Limb,
        Obligation, ObligationKind, Offer, Party, Peer, PeerKind, PeerRole, PlanCell, PlanColumn,
        PlanRow, PlanState, QuestionClass, Recommendation, RecommendationClass, Redating, Response,
        Review, ReviewFinding, ReviewKind, ScopeQuestion, StatedState, StatusNote, Theme,
        ThemeKind, Wording,
    },
    values::{Printed, Verdict},
};

impl Choices {
    pub(super) fn citation(&mut self, rows: &Rows) -> Citation {
        Citation { document: self.link(&rows.documents), place: self.text() }
    }

    pub(super) fn cited<R: Clone>(&mut self, key: &Key<R>, rows: &Rows) -> Key<R> {
        let mut key = key.clone();
        key.sources = self.several(|c| c.citation(rows));
        key
    }

    pub(super) fn lead(&mut self, rows: &Rows) -> Lead {
        let post = self.link(&rows.posts).map(Party::Post);
        let body = self.link(&rows.bodies).map(Party::Body);
        Lead {
            words: self.maybe(Self::text),
            party: post.or(body).unwrap_or(Party::Unknown),
            accountable: self.of(&[true, false]),
        }
    }

    pub(super) fn note(&mut self, rows: &Rows) -> StatusNote {
        StatusNote {
            as_at: self.printed(),
            state: self.printed(),
            percent: self.printed(),
            on: self.printed(),
            text: self.maybe(Self::text),
            evidence: self.maybe(Self::text),
            awaiting: self.maybe(Self::text),
            reason: self.maybe(Self::text),
            decision: self.link(&rows.decisions),
            successor: self.link(&rows.actions),
            source: self.maybe(|c| c.citation(rows)),
        }
    }

    pub(super) fn moved(&mut self, rows: &Rows) -> Redating {
        Redating {
            from: Printed::read(&self.cell()),
            on: self.printed(),
            reason: self.maybe(Self::text),
            agreed: self.maybe(Self::text),
            agreed_by: self.link(&rows.bodies),
            decision: self.link(&rows.decisions),
            source: self.maybe(|c| c.citation(rows)),
        }
    }

    pub(super) fn fill(&mut self, draft: &mut Draft, rows: &Rows) {
        self.governance(draft, rows);
        self.papers(draft, rows);
        self.decisions(draft, rows);
        self.reviews(draft, rows);
        self.findings(draft, rows);
        self.plans(draft, rows);
        self.actions(draft, rows);
        self.delivery(draft, rows);
        self.purpose(draft, rows);
        self.work(draft, rows);
        self.events(draft, rows);
        self.statement(draft, rows);
        self.roles(draft, rows);
        self.groups(draft, rows);
        self.undertakings(draft, rows);
        self.funding(draft, rows);
        self.money(draft, rows);
        self.savings(draft, rows);
        self.raid(draft, rows);
        self.judgements(draft, rows);
        self.outcomes(draft, rows);
    }

    fn reviews(&mut self, draft: &mut Draft, rows: &Rows) {
        for key in &rows.reviews {
            let mut row = Review::new(self.cited(key, rows), self.text());
            row.kind = self.of(&[ReviewKind::CorporatePeerChallenge, ReviewKind::CultureReview]);
            row.offer = self.of(&[Offer::FollowUpVisit, Offer::CheckIn, Offer::ProgressReview]);
            row.reviewer = self.link(&rows.organisations);
            row.reviewed = self.link(&rows.organisations);
            row.held = self.printed();
            row.published = self.printed();
            row.outcome = self.maybe(Self::text);
            row.team = self.several(|c| Peer {
                post: c.text(),
                former_post: c.maybe(Self::text),
                statutory: c.maybe(Self::text),
                organisation: c.maybe(Self::text),
                organisation_id: c.link(&rows.organisations),
                kind: c.of(&[PeerKind::Member, PeerKind::External]),
                role: c.of(&[PeerRole::Lead, PeerRole::Shadow]),
            });
            row.questions = self.several(|c| ScopeQuestion {
                class: c.of(&[QuestionClass::Core, QuestionClass::Requested]),
                position: c.maybe(|c| u32::try_from(c.below(9)).unwrap_or(0)),
                title: c.maybe(Self::text),
                question: c.text(),
                additional: c.maybe(Self::text),
                fits_under: c.maybe(|c| u32::try_from(c.below(9)).unwrap_or(0)),
            });
            row.obligations = self.several(|c| Obligation {
                kind: c.of(&[ObligationKind::FollowUp, ObligationKind::NextReview]),
                purpose: c.maybe(Self::text),
                target: c.printed(),
                cadence: c.printed(),
                notify: c.maybe(Self::text),
                met_by: c.of(&[ReviewKind::FinancePeerReview]).into_iter().collect(),
                shown_as: c.link(&rows.recommendations),
                declined: c.maybe(Self::text),
            });
            row.aliases = self.several(Self::text);
            row.commissioner = self.link(&rows.organisations);
            row.nature = self.several(Self::text);
            row.evidence = self.several(Self::text);
            row.methods = self.several(Self::text);
            draft.put(row);
        }
    }

    fn findings(&mut self, draft: &mut Draft, rows: &Rows) {
        for key in &rows.review_findings {
            let mut row = ReviewFinding::new(self.cited(key, rows), self.text());
            row.kind = self.of(&[FindingKind::Strength, FindingKind::Context]);
            row.review = self.link(&rows.reviews);
            row.theme = self.link(&rows.themes);
            row.recommendation = self.link(&rows.recommendations);
            row.elements = self.several(Self::text);
            row.headline = self.yes();
            row.generic = self.yes();
            row.replicate = self.yes();
            row.confidence = self.of(&[Confidence::Firm, Confidence::Anecdotal]);
            row.said_by = self.maybe(Self::text);
            row.condition = self.maybe(Self::text);
            row.caveat = self.maybe(Self::text);
            row.repeats = self.link(&rows.review_findings);
            row.urgency = self.maybe(Self::text);
            draft.put(row);
        }
        for key in &rows.themes {
            let mut row = Theme::new(self.cited(key, rows), self.text());
            row.aliases = self.several(Self::text);
            row.kind = self.of(&[ThemeKind::Steering, ThemeKind::CrossCutting]);
            row.review = self.link(&rows.reviews);
            row.body = self.link(&rows.bodies);
            row.supports = self.links(&rows.workstreams);
            row.actions = self.links(&rows.actions);
            row.audiences = self.several(Self::text);
            row.requested = self.of(&[true, false]);
            row.mandatory = self.yes();
            draft.put(row);
        }
    }

    fn plans(&mut self, draft: &mut Draft, rows: &Rows) {
        for (at, key) in rows.recommendations.iter().enumerate() {
            let mut row = Recommendation::new(self.cited(key, rows), self.text());
            row.rationale = self.maybe(Self::text);
            row.limbs = self.several(|c| Limb { label: c.maybe(Self::text), title: c.text() });
            row.review = self.link(&rows.reviews);
            row.class = self.of(&[RecommendationClass::Improvement, RecommendationClass::Process]);
            row.wording = self.of(&[Wording::Draft, Wording::Final]);
            row.themes = self.links(&rows.themes);
            row.all_themes = self.yes();
            row.response =
                self.of(&[Verdict::Accepted, Verdict::NotAccepted]).map(|verdict| Response {
                    verdict: Some(verdict),
                    reason: self.maybe(Self::text),
                    date: self.printed(),
                    decision: self.link(&rows.decisions),
                });
            // Parts come after what they are parts of, so that there is no ring.
            row.parent = self.link(rows.recommendations.get(..at).unwrap_or_default());
            row.after = self.links(&rows.recommendations);
            row.carried_by = self.links(&rows.bodies);
            row.audiences = self.several(Self::text);
            row.force = self.maybe(Self::text);
            row.areas = self.several(Self::text);
            row.addressee = self.maybe(Self::text);
            row.motto = self.maybe(Self::text);
            row.priorities = self.links(&rows.priorities);
            row.status = self.several(|c| c.note(rows));
            draft.put(row);
        }
        for key in &rows.plans {
            let mut row = ActionPlan::new(self.cited(key, rows), self.text());
            row.review = self.link(&rows.reviews);
            row.organisation = self.link(&rows.organisations);
            row.as_at = self.printed();
            row.published = self.printed();
            row.stated_states = self
                .of(&[PlanState::Draft, PlanState::Agreed])
                .map(|state| StatedState {
                    state: Some(state),
                    words: self.text(),
                    source: self.maybe(|c| c.citation(rows)),
                })
                .into_iter()
                .collect();
            row.columns =
                self.several(|c| PlanColumn { heading: c.text(), holds: c.of(ColumnRole::ALL) });
            row.rows = self.several(|c| PlanRow {
                label: c.text(),
                recommendation: c.link(&rows.recommendations),
                actions: c.links(&rows.actions),
                placeholders: c.several(Self::text),
                timescales: c.several(Self::cell),
                leads: c.several(Self::text),
                shared: c.yes(),
                other: c.several(|c| PlanCell { heading: c.text(), text: c.text() }),
            });
            draft.put(row);
        }
    }

    fn actions(&mut self, draft: &mut Draft, rows: &Rows) {
        for (at, key) in rows.actions.iter().enumerate() {
            let mut row = Action::new(self.cited(key, rows), self.text());
            row.timescale = Printed::read(&self.cell());
            row.parent = self.link(rows.actions.get(..at).unwrap_or_default());
            row.detail = self.maybe(Self::text);
            row.plan = self.link(&rows.plans);
            row.answers = self.links(&rows.recommendations);
            row.workstream = self.link(&rows.workstreams);
            row.phase = self.link(&rows.phases);
            row.leads = self.several(|c| c.lead(rows));
            row.redated = self.several(|c| c.moved(rows));
            row.cadence = self.printed();
            row.started = self.printed();
            row.arranges = self.printed();
            row.status = self.several(|c| c.note(rows));
            row.produces = self.links(&rows.deliverables);
            row.creates = self.links(&rows.bodies);
            row.after = self.links(&rows.actions);
            row.weight = self.maybe(|c| u32::try_from(c.below(20)).unwrap_or(0));
            row.long_term = self.yes();
            row.audiences = self.several(Self::text);
            draft.put(row);
        }
    }
}
