//! Rows of governance.

use super::{Choices, keys::Rows};
use crate::{
    model::{
        AudienceRank, Body, BodyKind, BodyState, Capacity, Composition, DecisionRight, Draft,
        Engagement, Function, GovernanceModel, Holder, HolderBasis, Identifier, Instrument,
        InstrumentKind, InstrumentState, Involvement, Jurisdiction, Level, LocalRule, Office,
        Organisation, OrganisationKind, Parameter, Partnership, PartnershipKind, PartnershipState,
        Post, PostKind, PostState, ProjectSize, Promise, PromiseKind, ReportingLine, RightAct,
        Role, RoleKind, Seat, SeatState, StakeholderGroup, StakeholderKind, Trigger,
    },
    values::{DayCount, Dimension, Printed},
};

impl Choices {
    pub(super) fn small(&mut self) -> u32 {
        u32::try_from(self.below(40)).unwrap_or(0)
    }

    pub(super) fn governance(&mut self, draft: &mut Draft, rows: &Rows) {
        for key in &rows.organisations {
            let mut row = Organisation::new(self.cited(key, rows), self.text());
            row.aliases = self.several(Self::text);
            row.kind = self.of(&[OrganisationKind::Council, OrganisationKind::Company]);
            let c = &mut *self;
            row.identifiers = c.several(|c| c.identifier(rows));
            row.jurisdiction = c.of(&[Jurisdiction::England, Jurisdiction::NorthernIreland]);
            row.governance =
                c.of(&[GovernanceModel::LeaderAndCabinet, GovernanceModel::Prescribed]);
            row.ended = c.printed();
            row.succeeded_by = c.links(&rows.organisations);
            draft.put(row);
        }
        for key in &rows.posts {
            let mut row = Post::new(self.cited(key, rows), self.text());
            row.aliases = self.several(Self::text);
            row.organisation = self.link(&rows.organisations);
            row.kind = self.of(&[PostKind::Councillor, PostKind::Officer]);
            let c = &mut *self;
            row.offices =
                c.of(&[Office::HeadOfPaidService, Office::AuditChair]).into_iter().collect();
            row.tier = c.maybe(Self::small);
            row.state = c.of(&[PostState::Proposed, PostState::Ended]);
            row.phase = c.link(&rows.phases);
            row.since = c.printed();
            row.until = c.printed();
            row.holders = c.several(|c| c.holder(rows));
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
            let c = &mut *self;
            row.purpose = c.maybe(Self::text);
            row.composition = c.of(&[Composition::Members, Composition::Mixed]);
            row.cross_party = c.of(&[true, false]);
            row.time_limited = c.of(&[true, false]);
            row.informal = c.of(&[true, false]);
            row.programme = c.yes();
            row.for_projects = c.of(&[ProjectSize::Larger, ProjectSize::Smaller]);
            row.governs = c.several(|c| c.subject(rows)).into_iter().flatten().collect();
            row.terms = c.link(&rows.documents);
            row.work_programme = c.maybe(Self::text);
            row.chairs = c.several(|c| c.lead(rows));
            row.seats = c.several(|c| c.seat(rows));
            row.quorum = c.maybe(Self::small);
            row.state = c.of(&[BodyState::Proposed, BodyState::Ended]);
            draft.put(row);
        }
    }

    pub(super) fn roles(&mut self, draft: &mut Draft, rows: &Rows) {
        for key in &rows.roles {
            let mut row = Role::new(self.cited(key, rows), self.text());
            let c = &mut *self;
            row.kind = c.of(&[RoleKind::Sponsor, RoleKind::CommunityLeader]);
            row.holders = c.several(|c| c.lead(rows));
            row.of = c.subject(rows);
            row.involvement = c.of(&[Involvement::Accountable, Involvement::Informed]);
            row.answers_for = c.maybe(Self::text);
            row.collective = c.of(&[true, false]);
            row.on_behalf_of = c.link(&rows.posts);
            row.size = c.of(&[ProjectSize::Larger, ProjectSize::Smaller]);
            row.condition = c.maybe(Self::text);
            row.aspects = c.several(Self::text);
            row.may_vary = c.of(&[true, false]);
            row.purpose = c.maybe(Self::text);
            row.phase = c.link(&rows.phases);
            row.since = c.printed();
            row.until = c.printed();
            draft.put(row);
        }
        for key in &rows.reporting_lines {
            let mut row = ReportingLine::new(self.cited(key, rows), self.text());
            let c = &mut *self;
            row.from = c.subject(rows);
            row.programme = c.yes();
            row.of = c.maybe(Self::text);
            row.to = c.several(|c| c.subject(rows)).into_iter().flatten().collect();
            row.since = c.printed();
            row.until = c.printed();
            row.reason = c.maybe(Self::text);
            draft.put(row);
        }
        for key in &rows.decision_rights {
            let mut row = DecisionRight::new(self.cited(key, rows), self.text());
            let c = &mut *self;
            row.holders = c.several(|c| c.lead(rows));
            row.act = c.of(&[RightAct::Approve, RightAct::Test]);
            row.matter = c.maybe(Self::text);
            row.of = c.subject(rows);
            row.triggers = c.of(&[Trigger::SignificantSpend, Trigger::Any]).into_iter().collect();
            row.threshold = c.printed();
            row.limit = c.printed();
            row.criteria = c.several(Self::text);
            row.stages = c.several(Self::text);
            row.function = c.of(&[Function::Executive, Function::LocalChoice]);
            row.delegated_from = c.link(&rows.bodies);
            row.consulting = c.several(|c| c.lead(rows));
            row.safeguard = c.maybe(Self::text);
            row.purpose = c.maybe(Self::text);
            row.since = c.printed();
            row.until = c.printed();
            draft.put(row);
        }
        self.local_rules(draft, rows);
    }

    fn local_rules(&mut self, draft: &mut Draft, rows: &Rows) {
        for key in &rows.local_rules {
            let mut row = LocalRule::new(self.cited(key, rows), self.text());
            let c = &mut *self;
            row.parameter = c.of(&[Parameter::KeyDecisionThreshold, Parameter::Tolerance]);
            row.dimension = c.of(&[Dimension::Time, Dimension::Overall]);
            row.level = c.of(&[Level::Action, Level::BudgetLine]);
            row.of = c.subject(rows);
            row.amount = c.printed();
            row.days = c.maybe(Self::small);
            row.counted = c.of(&[DayCount::Calendar, DayCount::Working]);
            row.body = c.link(&rows.bodies);
            row.post = c.link(&rows.posts);
            row.text = c.maybe(Self::text);
            row.matrix = c.maybe(Self::risk_matrix);
            row.since = c.printed();
            row.until = c.printed();
            draft.put(row);
        }
    }

    pub(super) fn groups(&mut self, draft: &mut Draft, rows: &Rows) {
        for key in &rows.stakeholder_groups {
            let mut row = StakeholderGroup::new(self.cited(key, rows), self.text());
            let c = &mut *self;
            row.aliases = c.several(Self::text);
            row.kind = c.of(&[StakeholderKind::Staff, StakeholderKind::Government]);
            row.rank = c.of(&[AudienceRank::Primary, AudienceRank::Secondary]);
            row.parts = c.several(Self::text);
            row.role = c.maybe(Self::text);
            row.channels = c.several(Self::text);
            row.commitments = c.several(Self::text);
            row.expectations = c.several(Self::text);
            row.workstream = c.link(&rows.workstreams);
            draft.put(row);
        }
        for key in &rows.engagements {
            let mut row = Engagement::new(self.cited(key, rows), self.text());
            let c = &mut *self;
            row.channel = c.maybe(Self::text);
            row.audiences = c.several(Self::text);
            row.groups = c.links(&rows.stakeholder_groups);
            row.levels = c.several(Self::text);
            row.of = c.subject(rows);
            row.cadence = c.printed();
            draft.put(row);
        }
        for key in &rows.partnerships {
            let mut row = Partnership::new(self.cited(key, rows), self.text());
            let c = &mut *self;
            row.kind = c.of(&[PartnershipKind::SharedService, PartnershipKind::JointWorking]);
            row.function = c.maybe(Self::text);
            row.partners = c.links(&rows.organisations);
            row.candidates = c.several(Self::text);
            row.cost_sharing = c.of(&[true, false]);
            row.state = c.of(&[PartnershipState::Suggested, PartnershipState::Ended]);
            row.of = c.subject(rows);
            draft.put(row);
        }
    }

    pub(super) fn undertakings(&mut self, draft: &mut Draft, rows: &Rows) {
        for (at, key) in rows.instruments.iter().enumerate() {
            let mut row = Instrument::new(self.cited(key, rows), self.text());
            let c = &mut *self;
            row.aliases = c.several(Self::text);
            row.kind = c.of(&[InstrumentKind::Constitution, InstrumentKind::Policy]);
            row.parent = c.link(rows.instruments.get(..at).unwrap_or_default());
            row.state = c.of(&[InstrumentState::UnderReview, InstrumentState::Revoked]);
            row.as_at = c.printed();
            row.decided_by = c.link(&rows.bodies);
            row.meeting = c.link(&rows.events);
            row.decision = c.link(&rows.decisions);
            row.aspects = c.several(Self::text);
            row.allocates_to = c.link(&rows.bodies);
            row.answers = c.links(&rows.recommendations);
            draft.put(row);
        }
        for key in &rows.promises {
            let mut row = Promise::new(self.cited(key, rows), self.text());
            let c = &mut *self;
            row.kind = c.of(&[PromiseKind::Report, PromiseKind::Work]);
            row.by = c.several(|c| c.lead(rows));
            row.to = c.several(|c| c.lead(rows));
            row.group = c.link(&rows.stakeholder_groups);
            row.of = c.subject(rows);
            row.made = c.printed();
            row.timescale = Printed::read(&c.cell());
            row.cadence = c.printed();
            row.from = c.printed();
            row.form = c.maybe(Self::text);
            row.vehicle = c.link(&rows.deliverables);
            row.condition = c.maybe(Self::text);
            row.kept_by = c.links(&rows.documents);
            row.status = c.several(|c| c.note(rows));
            draft.put(row);
        }
    }

    pub(super) fn seat(&mut self, rows: &Rows) -> Seat {
        let c = self;
        Seat {
            title: c.maybe(Self::text),
            holders: c.several(|c| c.lead(rows)),
            person: c.maybe(Self::text),
            group: c.link(&rows.stakeholder_groups),
            count: c.printed(),
            capacity: c.of(&[Capacity::Member, Capacity::Observer]),
            state: c.of(&[SeatState::Seated, SeatState::Vacant]),
            condition: c.maybe(Self::text),
            since: c.printed(),
            until: c.printed(),
        }
    }

    pub(super) fn identifier(&mut self, _: &Rows) -> Identifier {
        let c = self;
        Identifier { scheme: c.text(), code: c.text(), since: c.printed(), until: c.printed() }
    }

    pub(super) fn holder(&mut self, _: &Rows) -> Holder {
        let c = self;
        Holder {
            person: c.text(),
            basis: c.of(&[HolderBasis::Substantive, HolderBasis::JobShare]),
            since: c.printed(),
            until: c.printed(),
        }
    }
}
