//! Rows of money.

use super::{Choices, keys::Rows};
use crate::model::{
    Appointment, AppointmentState, BudgetLine, Draft, Fund, FundingRequirement, FundingSource,
    Movement, MovementKind, Nature, Recurrence, RequirementState, Reserve, ReserveKind, Resource,
    Saving, SavingState, SourceState, StatedBalance,
};

impl Choices {
    pub(super) fn funding(&mut self, draft: &mut Draft, rows: &Rows) {
        for key in &rows.funding_requirements {
            let mut row = FundingRequirement::new(self.cited(key, rows), self.text());
            let c = &mut *self;
            row.of = c.subject(rows);
            row.fund = c.of(&[Fund::GeneralFund, Fund::HeldForOthers]);
            row.nature = c.of(&[Nature::Revenue, Nature::Capital]);
            row.amount = c.printed();
            row.workstream = c.link(&rows.workstreams);
            row.phase = c.link(&rows.phases);
            row.phases = c.maybe(Self::text);
            row.year = c.printed();
            row.recurrence = c.of(&[Recurrence::OneOff, Recurrence::Recurrent]);
            row.until = c.printed();
            row.prices = c.printed();
            row.state = c.of(&[RequirementState::ToBeConsidered, RequirementState::Declined]);
            row.contingency = c.printed();
            row.apportioned_by = c.maybe(Self::text);
            draft.put(row);
        }
        for key in &rows.funding_sources {
            let mut row = FundingSource::new(self.cited(key, rows), self.text());
            let c = &mut *self;
            row.requirement = c.link(&rows.funding_requirements);
            row.of = c.subject(rows);
            row.resource = c.of(&[Resource::BaseBudget, Resource::Redirected]);
            row.reserve = c.link(&rows.reserves);
            row.fund = c.of(&[Fund::GeneralFund, Fund::HeldForOthers]);
            row.fund_name = c.maybe(Self::text);
            row.nature = c.of(&[Nature::Revenue, Nature::Capital]);
            row.amount = c.printed();
            row.share = c.printed();
            row.basis = c.maybe(Self::text);
            row.right_to_buy = c.of(&[true, false]);
            row.within_group = c.of(&[true, false]);
            row.ongoing_savings = c.of(&[true, false]);
            row.strategy = c.link(&rows.decisions);
            row.replaced_by = c.link(&rows.funding_sources);
            row.last_year = c.printed();
            row.state = c.of(&[SourceState::Possible, SourceState::Approved]);
            row.preference = c.maybe(Self::text);
            row.report = c.link(&rows.reports);
            row.request = c.maybe(Self::text);
            row.decision = c.link(&rows.decisions);
            draft.put(row);
        }
        for key in &rows.reserves {
            let mut row = Reserve::new(self.cited(key, rows), self.text());
            let c = &mut *self;
            row.aliases = c.several(Self::text);
            row.former_names = c.several(Self::text);
            row.renamed_by = c.link(&rows.decisions);
            row.renamed = c.yes();
            row.kind = c.of(&[ReserveKind::GeneralBalance, ReserveKind::Unusable]);
            row.fund = c.of(&[Fund::GeneralFund, Fund::HeldForOthers]);
            row.fund_name = c.maybe(Self::text);
            row.purpose = c.maybe(Self::text);
            row.uses = c.several(Self::text);
            row.conditions = c.maybe(Self::text);
            row.approver = c.link(&rows.bodies);
            row.owners = c.several(|c| c.lead(rows));
            row.floor = c.printed();
            row.reviewed = c.printed();
            row.opened = c.printed();
            row.closed = c.printed();
            row.became = c.links(&rows.reserves);
            row.assessment = c.maybe(Self::text);
            row.balances = c.several(|c| c.stated_balance(rows));
            draft.put(row);
        }
    }

    pub(super) fn money(&mut self, draft: &mut Draft, rows: &Rows) {
        for (at, key) in rows.budget_lines.iter().enumerate() {
            let mut row = BudgetLine::new(self.cited(key, rows), self.text());
            let c = &mut *self;
            row.parent = c.link(rows.budget_lines.get(..at).unwrap_or_default());
            row.of = c.subject(rows);
            row.fund = c.of(&[Fund::GeneralFund, Fund::HeldForOthers]);
            row.fund_name = c.maybe(Self::text);
            row.nature = c.of(&[Nature::Revenue, Nature::Capital]);
            row.workstream = c.link(&rows.workstreams);
            row.phase = c.link(&rows.phases);
            row.year = c.printed();
            row.recurrence = c.of(&[Recurrence::OneOff, Recurrence::Recurrent]);
            row.prices = c.printed();
            row.stated = c.printed();
            row.ceiling = c.printed();
            row.income = c.yes();
            row.base = c.yes();
            row.contingency = c.yes();
            row.approved_by = c.link(&rows.decisions);
            draft.put(row);
        }
        for key in &rows.movements {
            let mut row = Movement::new(self.cited(key, rows), self.text());
            let c = &mut *self;
            row.kind = c.of(&[MovementKind::Allocation, MovementKind::ReserveRelease]);
            row.date = c.printed();
            row.amount = c.printed();
            row.line = c.link(&rows.budget_lines);
            row.to_line = c.link(&rows.budget_lines);
            row.reserve = c.link(&rows.reserves);
            row.to_reserve = c.link(&rows.reserves);
            row.against = c.link(&rows.movements);
            row.appointment = c.link(&rows.appointments);
            row.decision = c.link(&rows.decisions);
            row.corrects = c.link(&rows.movements);
            row.basis = c.maybe(Self::text);
            row.use_for = c.maybe(Self::text);
            row.leave = c.maybe(Self::text);
            draft.put(row);
        }
    }

    pub(super) fn savings(&mut self, draft: &mut Draft, rows: &Rows) {
        for key in &rows.savings {
            let mut row = Saving::new(self.cited(key, rows), self.text());
            let c = &mut *self;
            row.amount = c.printed();
            row.year = c.printed();
            row.fund = c.of(&[Fund::GeneralFund, Fund::HeldForOthers]);
            row.recurrence = c.of(&[Recurrence::OneOff, Recurrence::Recurrent]);
            row.cashable = c.of(&[true, false]);
            row.state = c.of(&[SavingState::Target, SavingState::Realised]);
            row.as_at = c.printed();
            row.line = c.link(&rows.budget_lines);
            row.of = c.subject(rows);
            row.same_as = c.link(&rows.savings);
            row.target_met = c.maybe(Self::text);
            row.evidence = c.maybe(Self::text);
            draft.put(row);
        }
        for key in &rows.appointments {
            let mut row = Appointment::new(self.cited(key, rows), self.text());
            let c = &mut *self;
            row.supplier = c.link(&rows.organisations);
            row.role = c.maybe(Self::text);
            row.of = c.subject(rows);
            row.workstream = c.link(&rows.workstreams);
            row.phase = c.link(&rows.phases);
            row.tasks = c.several(Self::text);
            row.team = c.link(&rows.bodies);
            row.earlier = c.of(&[true, false]);
            row.state = c.of(&[AppointmentState::Sought, AppointmentState::Ended]);
            row.procurement = c.maybe(Self::text);
            row.terms_agreed = c.printed();
            row.start = c.printed();
            row.end = c.printed();
            row.fee = c.printed();
            row.status = c.several(|c| c.note(rows));
            draft.put(row);
        }
    }

    pub(super) fn stated_balance(&mut self, rows: &Rows) -> StatedBalance {
        let c = self;
        StatedBalance {
            amount: c.printed(),
            on: c.printed(),
            after: c.link(&rows.movements),
            minimum: c.yes(),
            source: c.maybe(|c| c.citation(rows)),
        }
    }
}
