//! Rows of delivery, purpose and what papers say of them.

use super::{Choices, keys::Rows};
use crate::{
    model::{
        Achievement, Capability, Claim, CorporatePriority, Deliverable, Dependency, DependencyKind,
        Draft, Driver, DriverKind, Event, Intent, IntentKind, Kind, Mention, Milestone, Phase,
        PrioritySupport, Project, ProjectSize, ServiceReview, Tense, Waiver, Workstream,
    },
    values::Printed,
};

impl Choices {
    pub(super) fn delivery(&mut self, draft: &mut Draft, rows: &Rows) {
        for (at, key) in rows.workstreams.iter().enumerate() {
            let mut row = Workstream::new(self.cited(key, rows), self.text());
            row.aliases = self.several(Self::text);
            row.scope = self.maybe(Self::text);
            row.outcome = self.maybe(Self::text);
            row.leads = self.several(|c| c.lead(rows));
            row.kind = self.maybe(Self::text);
            row.parent = self.link(rows.workstreams.get(..at).unwrap_or_default());
            row.carries = self.links(&rows.recommendations);
            row.portfolio = self.link(&rows.posts);
            row.audiences = self.several(Self::text);
            row.status = self.several(|c| c.note(rows));
            draft.put(row);
        }
        for key in &rows.phases {
            let mut row = Phase::new(self.cited(key, rows), self.text());
            row.aliases = self.several(Self::text);
            row.number = self.maybe(|c| u32::try_from(c.below(9)).unwrap_or(0));
            row.held = self.printed();
            row.approved_by = self.link(&rows.decisions);
            row.open_ended = self.yes();
            row.status = self.several(|c| c.note(rows));
            draft.put(row);
        }
        for key in &rows.milestones {
            let mut row = Milestone::new(self.cited(key, rows), self.text());
            row.workstream = self.link(&rows.workstreams);
            row.phase = self.link(&rows.phases);
            row.timescale = Printed::read(&self.cell());
            row.redated = self.several(|c| c.moved(rows));
            row.leads = self.several(|c| c.lead(rows));
            row.status = self.several(|c| c.note(rows));
            row.deliverable = self.link(&rows.deliverables);
            row.body = self.link(&rows.bodies);
            row.review = self.link(&rows.reviews);
            draft.put(row);
        }
        for (at, key) in rows.deliverables.iter().enumerate() {
            let mut row = Deliverable::new(self.cited(key, rows), self.text());
            row.aliases = self.several(Self::text);
            row.kind = self.maybe(Self::text);
            row.parent = self.link(rows.deliverables.get(..at).unwrap_or_default());
            row.published = self.printed();
            row.cadence = self.printed();
            row.workstream = self.link(&rows.workstreams);
            row.phase = self.link(&rows.phases);
            row.answers = self.links(&rows.recommendations);
            row.contents = self.several(Self::text);
            row.covers = self.printed();
            row.body = self.link(&rows.bodies);
            row.from_system = self.maybe(Self::text);
            row.to_system = self.maybe(Self::text);
            row.audiences = self.several(Self::text);
            row.timescale = Printed::read(&self.cell());
            row.status = self.several(|c| c.note(rows));
            draft.put(row);
        }
    }

    pub(super) fn purpose(&mut self, draft: &mut Draft, rows: &Rows) {
        for (at, key) in rows.intents.iter().enumerate() {
            let mut row = Intent::new(self.cited(key, rows), self.text());
            row.kind = self.of(&[IntentKind::Vision, IntentKind::Aim]);
            row.parent = self.link(rows.intents.get(..at).unwrap_or_default());
            row.recommendation = self.link(&rows.recommendations);
            row.workstream = self.link(&rows.workstreams);
            row.deliverable = self.link(&rows.deliverables);
            row.actions = self.links(&rows.actions);
            row.elements = self.several(Self::text);
            row.beneficiaries = self.several(Self::text);
            row.horizon = self.printed();
            row.certainty = self.maybe(Self::text);
            row.attributed_to = self.maybe(Self::text);
            draft.put(row);
        }
        for key in &rows.drivers {
            let mut row = Driver::new(self.cited(key, rows), self.text());
            row.kind = self.of(&[DriverKind::Context, DriverKind::Financial]);
            row.elements = self.several(Self::text);
            row.direction = self.maybe(Self::text);
            row.since = self.printed();
            row.workstreams = self.links(&rows.workstreams);
            draft.put(row);
        }
        for key in &rows.priorities {
            let mut row = CorporatePriority::new(self.cited(key, rows), self.text());
            row.aliases = self.several(Self::text);
            row.plan = self.link(&rows.deliverables);
            row.support = self.of(&[PrioritySupport::Ticked, PrioritySupport::Primary]);
            row.report = self.link(&rows.reports);
            draft.put(row);
        }
    }

    pub(super) fn work(&mut self, draft: &mut Draft, rows: &Rows) {
        for key in &rows.projects {
            let mut row = Project::new(self.cited(key, rows), self.text());
            row.aliases = self.several(Self::text);
            row.kind = self.maybe(Self::text);
            row.size = self.of(&[ProjectSize::Larger, ProjectSize::Smaller]);
            row.workstream = self.link(&rows.workstreams);
            row.phase = self.link(&rows.phases);
            row.board = self.link(&rows.bodies);
            row.leads = self.several(|c| c.lead(rows));
            row.timescale = Printed::read(&self.cell());
            row.status = self.several(|c| c.note(rows));
            row.answers = self.links(&rows.recommendations);
            row.serves = self.links(&rows.intents);
            row.targets = self.links(&rows.measures);
            row.audiences = self.several(Self::text);
            draft.put(row);
        }
        for (at, key) in rows.service_reviews.iter().enumerate() {
            let mut row = ServiceReview::new(self.cited(key, rows), self.text());
            row.aliases = self.several(Self::text);
            row.kind = self.maybe(Self::text);
            row.parent = self.link(rows.service_reviews.get(..at).unwrap_or_default());
            row.services = self.several(Self::text);
            row.scope = self.several(Self::text);
            row.workstream = self.link(&rows.workstreams);
            row.phase = self.link(&rows.phases);
            row.leads = self.several(|c| c.lead(rows));
            row.timescale = Printed::read(&self.cell());
            row.status = self.several(|c| c.note(rows));
            row.answers = self.links(&rows.recommendations);
            draft.put(row);
        }
        for (at, key) in rows.capabilities.iter().enumerate() {
            let mut row = Capability::new(self.cited(key, rows), self.text());
            row.aliases = self.several(Self::text);
            row.kind = self.maybe(Self::text);
            row.parent = self.link(rows.capabilities.get(..at).unwrap_or_default());
            row.functions = self.several(Self::text);
            row.attributes = self.several(Self::text);
            row.reasons = self.several(Self::text);
            row.workstream = self.link(&rows.workstreams);
            row.phase = self.link(&rows.phases);
            row.leads = self.several(|c| c.lead(rows));
            row.timescale = Printed::read(&self.cell());
            row.status = self.several(|c| c.note(rows));
            row.answers = self.links(&rows.recommendations);
            draft.put(row);
        }
    }

    pub(super) fn events(&mut self, draft: &mut Draft, rows: &Rows) {
        for key in &rows.events {
            let mut row = Event::new(self.cited(key, rows), self.text());
            row.kind = self.maybe(Self::text);
            row.date = self.printed();
            row.count = self.printed();
            row.mode = self.maybe(Self::text);
            row.body = self.link(&rows.bodies);
            row.organised_by = self.link(&rows.organisations);
            row.facilitators = self.several(Self::text);
            row.attendees = self.several(Self::text);
            row.aims = self.several(Self::text);
            row.outputs = self.several(Self::text);
            row.gives = self.links(&rows.intents);
            row.considers = self.links(&rows.deliverables);
            row.review = self.link(&rows.reviews);
            row.workstream = self.link(&rows.workstreams);
            row.phase = self.link(&rows.phases);
            row.status = self.several(|c| c.note(rows));
            row.answers = self.links(&rows.recommendations);
            draft.put(row);
        }
        for key in &rows.achievements {
            let mut row = Achievement::new(self.cited(key, rows), self.text());
            row.kind = self.maybe(Self::text);
            row.wording = self.of(&[Tense::Done, Tense::UnderWay]);
            row.on = self.printed();
            row.amount = self.printed();
            row.workstream = self.link(&rows.workstreams);
            row.phase = self.link(&rows.phases);
            row.review = self.link(&rows.reviews);
            row.recognised_by = self.link(&rows.organisations);
            row.of = self.subject(rows);
            row.elements = self.several(Self::text);
            row.evidence = self.maybe(Self::text);
            row.answers = self.links(&rows.recommendations);
            draft.put(row);
        }
    }

    pub(super) fn statement(&mut self, draft: &mut Draft, rows: &Rows) {
        for key in &rows.dependencies {
            let mut row = Dependency::new(self.cited(key, rows), self.text());
            row.kind = self.of(&[DependencyKind::FinishToStart, DependencyKind::FinishToFinish]);
            row.predecessor = self.subject(rows);
            row.successor = self.subject(rows);
            row.condition = self.maybe(Self::text);
            row.on = self.printed();
            row.programme = self.maybe(Self::text);
            draft.put(row);
        }
        for key in &rows.mentions {
            let mut row = Mention::new(self.cited(key, rows), self.text());
            row.kind = self.of(Kind::ALL);
            row.means = self.subject(rows);
            row.programme = self.yes();
            draft.put(row);
        }
        for key in &rows.claims {
            let mut row = Claim::new(self.cited(key, rows), self.text());
            row.stated = self.printed();
            row.of = self.subject(rows);
            row.counts = self.of(Kind::ALL);
            let c = &mut *self;
            row.same_as = c.link(&rows.claims);
            row.parts = c.links(&rows.claims);
            row.share_of = c.link(&rows.claims);
            row.share = c.link(&rows.claims);
            row.compared_with = c.link(&rows.claims);
            row.per = c.maybe(Self::small);
            draft.put(row);
        }
        for key in &rows.waivers {
            let mut row = Waiver::new(self.cited(key, rows), self.text());
            row.subject = self.subject(rows);
            row.by = self.maybe(Self::text);
            row.reason = self.maybe(Self::text);
            row.ends = self.printed();
            draft.put(row);
        }
    }
}
