//! Rows of risks, measures and benefits.

use super::{Choices, keys::Rows};
use crate::model::{
    Acceptance, Assumption, AssumptionState, Benefit, BenefitState, BenefitStatus, Closure,
    Direction, Draft, Impact, Issue, Leaning, MatrixLevel, MatrixStep, Measure, MeasureState,
    Measurement, Recurrence, Risk, RiskKind, RiskMatrix, RiskResponse, RiskScore, Survey,
    SurveyGroup, SurveyResult, Target,
};

impl Choices {
    pub(super) fn raid(&mut self, draft: &mut Draft, rows: &Rows) {
        for key in &rows.risks {
            let mut row = Risk::new(self.cited(key, rows), self.text());
            let c = &mut *self;
            row.kind = c.of(&[RiskKind::Threat, RiskKind::Opportunity]);
            row.category = c.maybe(Self::text);
            row.cause = c.maybe(Self::text);
            row.event = c.maybe(Self::text);
            row.effect = c.maybe(Self::text);
            row.of = c.several(|c| c.subject(rows)).into_iter().flatten().collect();
            row.inherent = c.maybe(Self::risk_score);
            row.residual = c.maybe(Self::risk_score);
            row.target = c.maybe(Self::risk_score);
            row.proximity = c.printed();
            row.response = c.of(&[
                RiskResponse::Avoid,
                RiskResponse::Reduce,
                RiskResponse::Transfer,
                RiskResponse::Share,
                RiskResponse::Accept,
                RiskResponse::Contingency,
                RiskResponse::Exploit,
                RiskResponse::Enhance,
            ]);
            row.mitigations = c.several(Self::text);
            row.actions = c.links(&rows.actions);
            row.owners = c.several(|c| c.lead(rows));
            row.raised = c.printed();
            row.review = c.printed();
            row.escalated_to = c.link(&rows.bodies);
            row.escalated = c.printed();
            row.acceptance = c.maybe(|c| c.acceptance(rows));
            row.register = c.link(&rows.deliverables);
            row.attributed_to = c.maybe(Self::text);
            row.closed = c.maybe(|c| c.closure(rows));
            row.status = c.several(|c| c.note(rows));
            draft.put(row);
        }
        self.assumptions(draft, rows);
    }

    fn assumptions(&mut self, draft: &mut Draft, rows: &Rows) {
        for key in &rows.assumptions {
            let mut row = Assumption::new(self.cited(key, rows), self.text());
            let c = &mut *self;
            row.of = c.several(|c| c.subject(rows)).into_iter().flatten().collect();
            row.basis = c.maybe(Self::text);
            row.owners = c.several(|c| c.lead(rows));
            row.raised = c.printed();
            row.review = c.printed();
            row.state = c.of(&[
                AssumptionState::Open,
                AssumptionState::Confirmed,
                AssumptionState::Disproved,
            ]);
            row.as_at = c.printed();
            row.risk = c.link(&rows.risks);
            row.status = c.several(|c| c.note(rows));
            draft.put(row);
        }
        for key in &rows.issues {
            let mut row = Issue::new(self.cited(key, rows), self.text());
            let c = &mut *self;
            row.detail = c.maybe(Self::text);
            row.arises_from = c.link(&rows.risks);
            row.of = c.several(|c| c.subject(rows)).into_iter().flatten().collect();
            row.severity = c.maybe(Self::text);
            row.owners = c.several(|c| c.lead(rows));
            row.actions = c.links(&rows.actions);
            row.raised = c.printed();
            row.due = c.printed();
            row.escalated_to = c.link(&rows.bodies);
            row.closed = c.maybe(|c| c.closure(rows));
            row.status = c.several(|c| c.note(rows));
            draft.put(row);
        }
    }

    pub(super) fn outcomes(&mut self, draft: &mut Draft, rows: &Rows) {
        for key in &rows.measures {
            let mut row = Measure::new(self.cited(key, rows), self.text());
            let c = &mut *self;
            row.of = c.link(&rows.deliverables);
            row.cadence = c.printed();
            row.state = c.of(&[
                MeasureState::ToBeIdentified,
                MeasureState::Proposed,
                MeasureState::Agreed,
                MeasureState::Ended,
            ]);
            row.unit = c.maybe(Self::text);
            row.direction = c.of(&[Direction::Increase, Direction::Decrease, Direction::Maintain]);
            row.baseline = c.maybe(|c| c.measurement(rows));
            row.targets = c.several(|c| c.target(rows));
            row.tolerance = c.printed();
            row.data_source = c.maybe(Self::text);
            row.evidence = c.maybe(Self::text);
            row.owners = c.several(|c| c.lead(rows));
            row.readings = c.several(|c| c.measurement(rows));
            draft.put(row);
        }
        for key in &rows.surveys {
            let mut row = Survey::new(self.cited(key, rows), self.text());
            let c = &mut *self;
            row.aliases = c.several(Self::text);
            row.topic = c.maybe(Self::text);
            row.method = c.maybe(Self::text);
            row.by = c.link(&rows.organisations);
            row.review = c.link(&rows.reviews);
            row.workstream = c.link(&rows.workstreams);
            row.phase = c.link(&rows.phases);
            row.held = c.printed();
            row.population = c.maybe(Self::text);
            row.population_size = c.printed();
            row.responses = c.printed();
            row.stated_rate = c.printed();
            row.groups = c.several(|c| c.survey_group(rows));
            row.results = c.several(|c| c.survey_result(rows));
            row.summary = c.link(&rows.documents);
            draft.put(row);
        }
        for key in &rows.benefits {
            let mut row = Benefit::new(self.cited(key, rows), self.text());
            let c = &mut *self;
            row.dis_benefit = c.yes();
            row.owners = c.several(|c| c.lead(rows));
            row.beneficiaries = c.several(Self::text);
            row.measure = c.link(&rows.measures);
            row.realisation = c.printed();
            row.cashable = c.of(&[true, false]);
            row.recurrence = c.of(&[Recurrence::OneOff, Recurrence::Recurrent]);
            row.line = c.link(&rows.budget_lines);
            row.saving = c.link(&rows.savings);
            row.enabled_by = c.several(|c| c.subject(rows)).into_iter().flatten().collect();
            row.contributes_to = c.links(&rows.intents);
            row.states = c.several(|c| c.benefit_status(rows));
            row.impact = c.several(|c| c.impact(rows));
            draft.put(row);
        }
    }

    fn risk_score(&mut self) -> RiskScore {
        let c = self;
        RiskScore {
            likelihood: c.maybe(Self::text),
            impact: c.maybe(Self::text),
            stated: c.printed(),
            as_at: c.printed(),
        }
    }

    fn acceptance(&mut self, rows: &Rows) -> Acceptance {
        let c = self;
        Acceptance {
            by: c.maybe(Self::text),
            on: c.printed(),
            until: c.printed(),
            reason: c.maybe(Self::text),
            decision: c.link(&rows.decisions),
        }
    }

    pub(super) fn closure(&mut self, rows: &Rows) -> Closure {
        let c = self;
        Closure {
            on: c.printed(),
            reason: c.maybe(Self::text),
            decision: c.link(&rows.decisions),
            source: c.maybe(|c| c.citation(rows)),
        }
    }

    pub(super) fn risk_matrix(&mut self) -> RiskMatrix {
        let c = self;
        RiskMatrix {
            likelihoods: c.several(Self::matrix_step),
            impacts: c.several(Self::matrix_step),
            levels: c.several(Self::matrix_level),
            appetite: c.maybe(Self::small),
        }
    }

    fn matrix_step(&mut self) -> MatrixStep {
        let c = self;
        MatrixStep { name: c.maybe(Self::text), value: c.maybe(Self::small) }
    }

    fn matrix_level(&mut self) -> MatrixLevel {
        let c = self;
        MatrixLevel { name: c.maybe(Self::text), from: c.maybe(Self::small) }
    }

    fn measurement(&mut self, rows: &Rows) -> Measurement {
        let c = self;
        Measurement {
            figure: c.printed(),
            period: c.printed(),
            place: c.maybe(Self::text),
            per: c.maybe(Self::small),
            unit: c.maybe(Self::text),
            change: c.of(&[Direction::Increase, Direction::Decrease, Direction::Maintain]),
            data_source: c.maybe(Self::text),
            text: c.maybe(Self::text),
            source: c.maybe(|c| c.citation(rows)),
        }
    }

    fn target(&mut self, rows: &Rows) -> Target {
        let c = self;
        Target {
            figure: c.printed(),
            text: c.maybe(Self::text),
            by: c.printed(),
            scope: c.maybe(Self::text),
            strategic: c.of(&[true, false]),
            set_by: c.link(&rows.decisions),
            source: c.maybe(|c| c.citation(rows)),
        }
    }

    fn survey_group(&mut self, rows: &Rows) -> SurveyGroup {
        let c = self;
        SurveyGroup {
            name: c.maybe(Self::text),
            definition: c.maybe(Self::text),
            posts: c.links(&rows.posts),
            size: c.printed(),
            responses: c.printed(),
        }
    }

    fn survey_result(&mut self, rows: &Rows) -> SurveyResult {
        let c = self;
        SurveyResult {
            question: c.maybe(Self::text),
            answer: c.maybe(Self::text),
            group: c.maybe(Self::text),
            share: c.printed(),
            count: c.printed(),
            answered: c.printed(),
            one_of_all: c.yes(),
            leaning: c.of(&[
                Leaning::Positive,
                Leaning::Negative,
                Leaning::Mixed,
                Leaning::Neutral,
            ]),
            differs_from: c.maybe(Self::text),
            text: c.maybe(Self::text),
            source: c.maybe(|c| c.citation(rows)),
        }
    }

    fn benefit_status(&mut self, rows: &Rows) -> BenefitStatus {
        let c = self;
        BenefitStatus {
            state: c.of(&[
                BenefitState::Identified,
                BenefitState::Planned,
                BenefitState::Budgeted,
                BenefitState::InDelivery,
                BenefitState::Realised,
                BenefitState::NotRealised,
            ]),
            as_at: c.printed(),
            evidence: c.maybe(Self::text),
            text: c.maybe(Self::text),
            source: c.maybe(|c| c.citation(rows)),
        }
    }

    fn impact(&mut self, rows: &Rows) -> Impact {
        let c = self;
        Impact {
            text: c.maybe(Self::text),
            effective: c.of(&[true, false]),
            as_at: c.printed(),
            by: c.maybe(Self::text),
            evidence: c.maybe(Self::text),
            source: c.maybe(|c| c.citation(rows)),
        }
    }
}
