//! Rows of every kind, linked in every way.

use super::Choices;
use crate::{
    model::{
        Act, Action, ActionPlan, AnyRow, Body, BodyKind, Citation, ColumnRole, Decision,
        Deliverable, DocumentKind, DocumentRef, Draft, FindingKind, Key, Lead, Limb, Measure,
        Milestone, Obligation, ObligationKind, Offer, Organisation, OrganisationKind, Party, Peer,
        PeerKind, PeerRole, Phase, PlanCell, PlanColumn, PlanRow, PlanState, Post, PostKind,
        Programme, QuestionClass, Recommendation, RecommendationClass, Report, Response, Review,
        ReviewFinding, ReviewKind, ScopeQuestion, StatedState, StatusNote, Theme, ThemeKind,
        Urgency, Wording, Workstream,
    },
    values::{Id, Printed, Reference, Verdict},
};

/// The keys of all rows, made before the rows so that any can link to any.
pub(super) struct Rows {
    pub(super) organisations: Vec<Key<Organisation>>,
    posts: Vec<Key<Post>>,
    bodies: Vec<Key<Body>>,
    documents: Vec<Key<DocumentRef>>,
    reports: Vec<Key<Report>>,
    decisions: Vec<Key<Decision>>,
    pub(super) reviews: Vec<Key<Review>>,
    review_findings: Vec<Key<ReviewFinding>>,
    themes: Vec<Key<Theme>>,
    recommendations: Vec<Key<Recommendation>>,
    plans: Vec<Key<ActionPlan>>,
    actions: Vec<Key<Action>>,
    workstreams: Vec<Key<Workstream>>,
    phases: Vec<Key<Phase>>,
    milestones: Vec<Key<Milestone>>,
    deliverables: Vec<Key<Deliverable>>,
    measures: Vec<Key<Measure>>,
}

impl Rows {
    pub(super) fn new(c: &mut Choices, programme: Id<Programme>) -> Self {
        Self {
            organisations: keys(c, programme, 3),
            posts: keys(c, programme, 4),
            bodies: keys(c, programme, 3),
            documents: keys(c, programme, 3),
            reports: keys(c, programme, 2),
            decisions: keys(c, programme, 2),
            reviews: keys(c, programme, 3),
            review_findings: keys(c, programme, 2),
            themes: keys(c, programme, 3),
            recommendations: keys(c, programme, 5),
            plans: keys(c, programme, 2),
            actions: keys(c, programme, 12),
            workstreams: keys(c, programme, 3),
            phases: keys(c, programme, 3),
            milestones: keys(c, programme, 3),
            deliverables: keys(c, programme, 3),
            measures: keys(c, programme, 2),
        }
    }
}

fn keys<R: AnyRow>(c: &mut Choices, programme: Id<Programme>, most: usize) -> Vec<Key<R>> {
    let mut keys: Vec<Key<R>> = Vec::new();
    for at in 0..c.below(most + 1) {
        let number = u32::try_from(at).unwrap_or(0) + 1;
        let numbers = [number, 1];
        let depth = if c.yes() { 2 } else { 1 };
        let reference = Reference::new(R::OF.letters(), numbers.get(..depth).unwrap_or(&numbers));
        let Some(reference) = reference else { continue };
        let mut key = Key::derive(programme, reference);
        if c.yes() {
            key.id = Id::from_uuid(c.uuid());
        }
        key.label = c.maybe(Choices::text);
        if keys.iter().all(|other| other.id != key.id) {
            keys.push(key);
        }
    }
    keys
}

impl Choices {
    pub(super) fn citation(&mut self, rows: &Rows) -> Citation {
        Citation { document: self.link(&rows.documents), place: self.text() }
    }

    fn cited<R: Clone>(&mut self, key: &Key<R>, rows: &Rows) -> Key<R> {
        let mut key = key.clone();
        key.sources = self.several(|c| c.citation(rows));
        key
    }

    fn lead(&mut self, rows: &Rows) -> Lead {
        let post = self.link(&rows.posts).map(Party::Post);
        let body = self.link(&rows.bodies).map(Party::Body);
        Lead {
            words: self.maybe(Self::text),
            party: post.or(body).unwrap_or(Party::Unknown),
            accountable: self.of(&[true, false]),
        }
    }

    fn note(&mut self, rows: &Rows) -> StatusNote {
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

    pub(super) fn fill(&mut self, draft: &mut Draft, rows: &Rows) {
        self.governance(draft, rows);
        self.papers(draft, rows);
        self.reviews(draft, rows);
        self.plans(draft, rows);
        self.actions(draft, rows);
        self.delivery(draft, rows);
    }

    fn governance(&mut self, draft: &mut Draft, rows: &Rows) {
        for key in &rows.organisations {
            let mut row = Organisation::new(self.cited(key, rows), self.text());
            row.aliases = self.several(Self::text);
            row.kind = self.of(&[OrganisationKind::Council, OrganisationKind::Company]);
            draft.put(row);
        }
        for key in &rows.posts {
            let mut row = Post::new(self.cited(key, rows), self.text());
            row.aliases = self.several(Self::text);
            row.organisation = self.link(&rows.organisations);
            row.kind = self.of(&[PostKind::Councillor, PostKind::Officer]);
            draft.put(row);
        }
        for key in &rows.bodies {
            let mut row = Body::new(self.cited(key, rows), self.text());
            row.aliases = self.several(Self::text);
            row.kind = self.of(&[BodyKind::Executive, BodyKind::SteeringGroup]);
            row.organisation = self.link(&rows.organisations);
            row.cadence = self.printed();
            row.count = self.printed();
            row.led_by = self.maybe(Self::text);
            draft.put(row);
        }
    }

    fn papers(&mut self, draft: &mut Draft, rows: &Rows) {
        for key in &rows.documents {
            let mut row = DocumentRef::new(self.cited(key, rows), self.text());
            row.kind = self.of(&[DocumentKind::Appendix, DocumentKind::CoveringReport]);
            row.report = self.link(&rows.reports);
            row.held = self.of(&[true, false]);
            row.date = self.printed();
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
            draft.put(row);
        }
        for key in &rows.decisions {
            let mut row = Decision::new(self.cited(key, rows), self.text());
            row.body = self.link(&rows.bodies);
            row.act = self.of(&[Act::Note, Act::Resolve, Act::Recommend]);
            row.date = self.printed();
            row.organisation = self.link(&rows.organisations);
            draft.put(row);
        }
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
            });
            draft.put(row);
        }
        for key in &rows.review_findings {
            let mut row = ReviewFinding::new(self.cited(key, rows), self.text());
            row.kind = self.of(&[FindingKind::Strength, FindingKind::Context]);
            row.review = self.link(&rows.reviews);
            row.theme = self.link(&rows.themes);
            row.recommendation = self.link(&rows.recommendations);
            draft.put(row);
        }
        for key in &rows.themes {
            let mut row = Theme::new(self.cited(key, rows), self.text());
            row.aliases = self.several(Self::text);
            row.kind = self.of(&[ThemeKind::Steering, ThemeKind::CrossCutting]);
            row.review = self.link(&rows.reviews);
            row.body = self.link(&rows.bodies);
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

    fn delivery(&mut self, draft: &mut Draft, rows: &Rows) {
        for key in &rows.workstreams {
            let mut row = Workstream::new(self.cited(key, rows), self.text());
            row.aliases = self.several(Self::text);
            row.scope = self.maybe(Self::text);
            row.outcome = self.maybe(Self::text);
            row.leads = self.several(|c| c.lead(rows));
            draft.put(row);
        }
        for key in &rows.phases {
            let mut row = Phase::new(self.cited(key, rows), self.text());
            row.aliases = self.several(Self::text);
            row.number = self.maybe(|c| u32::try_from(c.below(9)).unwrap_or(0));
            row.held = self.printed();
            row.approved_by = self.link(&rows.decisions);
            draft.put(row);
        }
        for key in &rows.milestones {
            let mut row = Milestone::new(self.cited(key, rows), self.text());
            row.workstream = self.link(&rows.workstreams);
            row.phase = self.link(&rows.phases);
            row.timescale = Printed::read(&self.cell());
            row.leads = self.several(|c| c.lead(rows));
            row.status = self.several(|c| c.note(rows));
            draft.put(row);
        }
        for (at, key) in rows.deliverables.iter().enumerate() {
            let mut row = Deliverable::new(self.cited(key, rows), self.text());
            row.aliases = self.several(Self::text);
            row.kind = self.maybe(Self::text);
            row.parent = self.link(rows.deliverables.get(..at).unwrap_or_default());
            row.published = self.printed();
            row.cadence = self.printed();
            draft.put(row);
        }
        for key in &rows.measures {
            let mut row = Measure::new(self.cited(key, rows), self.text());
            row.of = self.link(&rows.deliverables);
            row.cadence = self.printed();
            draft.put(row);
        }
    }
}
