//! The fields of every kind of row, by name: how two states of a row differ, and what one change makes
//! of a state that another has changed.

use super::{About, Key};

/// A thing whose fields can be told apart by name; the names are those of a document.
pub(crate) trait Fields: Sized {
    /// The fields in which the other differs, in the order of a document.
    fn differing(&self, other: &Self) -> Vec<&'static str>;

    /// Takes over what a change from one state to another makes of each field, and leaves the other
    /// fields. What was said and which dates were given up are lists to which each adds: of those
    /// what the change adds is added and what it drops is dropped.
    fn merge(&mut self, before: &Self, after: &Self);
}

/// Takes over what a change makes of a list.
fn merge_list<T: PartialEq + Clone>(own: &mut Vec<T>, before: &[T], after: &[T]) {
    if own == before {
        own.clear();
        own.extend_from_slice(after);
        return;
    }
    let mut dropped = before.to_vec();
    let mut added = Vec::new();
    for item in after {
        match dropped.iter().position(|other| other == item) {
            Some(at) => drop(dropped.remove(at)),
            None => added.push(item.clone()),
        }
    }
    for item in dropped {
        if let Some(at) = own.iter().position(|other| *other == item) {
            own.remove(at);
        }
    }
    own.extend(added);
}

macro_rules! merge_field {
    (status, $own:expr, $before:expr, $after:expr) => {
        merge_list(&mut $own, &$before, &$after)
    };
    (redated, $own:expr, $before:expr, $after:expr) => {
        merge_list(&mut $own, &$before, &$after)
    };
    ($other:ident, $own:expr, $before:expr, $after:expr) => {
        if $before != $after {
            $own.clone_from(&$after);
        }
    };
}

impl<R> Key<R> {
    fn differing(&self, other: &Self) -> Vec<&'static str> {
        // Two states of one row have one id.
        let Self { id: _, reference, label, sources } = self;
        let mut fields = Vec::new();
        if *reference != other.reference {
            fields.push("reference");
        }
        if *label != other.label {
            fields.push("label");
        }
        if *sources != other.sources {
            fields.push("sources");
        }
        fields
    }

    fn merge(&mut self, before: &Self, after: &Self) {
        merge_field!(reference, self.reference, before.reference, after.reference);
        merge_field!(label, self.label, before.label, after.label);
        merge_field!(sources, self.sources, before.sources, after.sources);
    }
}

// Rows are taken apart field by field, so that a field that is forgotten here does not compile.
macro_rules! fields {
    ($($row:ident { $($field:ident),+ $(,)? })+) => {$(
        impl Fields for super::$row {
            fn differing(&self, other: &Self) -> Vec<&'static str> {
                let Self { key, $($field),+ } = self;
                let mut fields = key.differing(&other.key);
                $(if *$field != other.$field {
                    fields.push(stringify!($field));
                })+
                fields
            }

            fn merge(&mut self, before: &Self, after: &Self) {
                self.key.merge(&before.key, &after.key);
                $(merge_field!($field, self.$field, before.$field, after.$field);)+
            }
        }
    )+};
}

impl Fields for About {
    fn differing(&self, other: &Self) -> Vec<&'static str> {
        let Self {
            id: _,
            name,
            aliases,
            council,
            answers,
            origin,
            scope,
            related,
            started,
            stated_spans,
            cadence,
            status,
            sources,
        } = self;
        let differs = [
            ("name", *name != other.name),
            ("aliases", *aliases != other.aliases),
            ("council", *council != other.council),
            ("answers", *answers != other.answers),
            ("origin", *origin != other.origin),
            ("scope", *scope != other.scope),
            ("related", *related != other.related),
            ("started", *started != other.started),
            ("stated_spans", *stated_spans != other.stated_spans),
            ("cadence", *cadence != other.cadence),
            ("status", *status != other.status),
            ("sources", *sources != other.sources),
        ];
        differs.into_iter().filter(|(_, differs)| *differs).map(|(field, _)| field).collect()
    }

    fn merge(&mut self, before: &Self, after: &Self) {
        merge_field!(name, self.name, before.name, after.name);
        merge_field!(aliases, self.aliases, before.aliases, after.aliases);
        merge_field!(council, self.council, before.council, after.council);
        merge_field!(answers, self.answers, before.answers, after.answers);
        merge_field!(origin, self.origin, before.origin, after.origin);
        merge_field!(scope, self.scope, before.scope, after.scope);
        merge_field!(related, self.related, before.related, after.related);
        merge_field!(started, self.started, before.started, after.started);
        merge_field!(stated_spans, self.stated_spans, before.stated_spans, after.stated_spans);
        merge_field!(cadence, self.cadence, before.cadence, after.cadence);
        merge_field!(status, self.status, before.status, after.status);
        merge_field!(sources, self.sources, before.sources, after.sources);
    }
}

fields! {
    Organisation { name, aliases, kind, identifiers, jurisdiction, governance, ended, succeeded_by }
    Post { title, aliases, organisation, kind, offices, tier, state, phase, since, until, holders }
    Body {
        name, aliases, kind, organisation, cadence, count, led_by, purpose, composition,
        cross_party, time_limited, informal, programme, for_projects, governs, terms,
        work_programme, chairs, seats, quorum, state
    }
    DocumentRef { title, kind, report, held, date, form, body, publisher, contents, covers }
    Report {
        title, body, date, item, pages, supplementary, urgency, issued_by, requests, kind,
        review, openness, key_decision, private, wards, portfolio, contact, signed_by, signed,
        published, purposes, glossary, sections, references, implications, assessments,
        comments, consultees
    }
    Decision {
        title, body, act, date, organisation, matter, amount, by, onward, state, function,
        about, follows, report, request, right, meeting, openness, key_decision, private, wards,
        call_in, implemented, record, vote, instruction, section_25
    }
    Review {
        name, kind, offer, reviewer, reviewed, held, published, outcome, team, questions,
        obligations, aliases, commissioner, nature, evidence, methods
    }
    ReviewFinding {
        title, kind, review, theme, recommendation, elements, headline, generic, replicate,
        confidence, said_by, condition, caveat, repeats, urgency
    }
    Theme { name, aliases, kind, review, body, supports, actions, audiences, requested, mandatory }
    Recommendation {
        title, rationale, limbs, review, class, wording, themes, all_themes, response, parent,
        after, carried_by, audiences, force, areas, addressee, motto, priorities, status
    }
    ActionPlan { title, review, organisation, as_at, published, stated_states, columns, rows }
    Action {
        title, detail, plan, answers, parent, workstream, phase, leads, timescale, redated, cadence,
        started, arranges, status, produces, creates, after, weight, long_term, audiences
    }
    Workstream {
        name, aliases, scope, outcome, leads, kind, parent, carries, portfolio, audiences,
        status
    }
    Phase { name, aliases, number, held, approved_by, open_ended, status }
    Milestone { title, workstream, phase, timescale, redated, leads, status, deliverable, body, review }
    Deliverable {
        name, aliases, kind, parent, published, cadence, workstream, phase, answers, contents,
        covers, body, from_system, to_system, audiences, timescale, status
    }
    Measure { name, of, cadence, state, unit, direction, baseline, targets, tolerance, data_source, evidence, owners, readings }
    Intent {
        title, kind, parent, recommendation, workstream, deliverable, actions, elements,
        beneficiaries, horizon, certainty, attributed_to
    }
    Driver { title, kind, elements, direction, since, workstreams }
    CorporatePriority { name, aliases, plan, support, report }
    Project {
        name, aliases, kind, size, workstream, phase, board, leads, timescale, status, answers,
        serves, targets, audiences
    }
    ServiceReview {
        name, aliases, kind, parent, services, scope, workstream, phase, leads, timescale,
        status, answers
    }
    Capability {
        name, aliases, kind, parent, functions, attributes, reasons, workstream, phase, leads,
        timescale, status, answers
    }
    Event {
        name, kind, date, count, mode, body, organised_by, facilitators, attendees, aims,
        outputs, gives, considers, review, workstream, phase, status, answers
    }
    Achievement {
        title, kind, wording, on, amount, workstream, phase, review, recognised_by, of,
        elements, evidence, answers
    }
    Dependency { title, kind, predecessor, successor, condition, on, programme }
    Mention { words, kind, means, programme }
    Claim { title, stated, of, counts, same_as, parts, share_of, share, compared_with, per }
    Waiver { code, subject, by, reason, ends }
    Role {
        title, kind, holders, of, involvement, answers_for, collective, on_behalf_of, size,
        condition, aspects, may_vary, purpose, phase, since, until
    }
    ReportingLine { title, from, programme, of, to, since, until, reason }
    DecisionRight {
        title, holders, act, matter, of, triggers, threshold, limit, criteria, stages, function,
        delegated_from, consulting, safeguard, purpose, since, until
    }
    LocalRule {
        title, parameter, dimension, level, of, amount, days, counted, body, post, text, matrix,
        since, until
    }
    StakeholderGroup {
        name, aliases, kind, rank, parts, role, channels, commitments, expectations, workstream
    }
    Engagement { title, channel, audiences, groups, levels, of, cadence }
    Partnership { title, kind, function, partners, candidates, cost_sharing, state, of }
    Instrument {
        name, aliases, kind, parent, state, as_at, decided_by, meeting, decision, aspects,
        allocates_to, answers
    }
    Promise {
        title, kind, by, to, group, of, made, timescale, cadence, from, form, vehicle,
        condition, kept_by, status
    }
    Reserve {
        name, aliases, former_names, renamed_by, renamed, kind, fund, fund_name, purpose, uses,
        conditions, approver, owners, floor, reviewed, opened, closed, became, assessment,
        balances
    }
    BudgetLine {
        title, parent, of, fund, fund_name, nature, workstream, phase, year, recurrence, prices,
        stated, ceiling, income, base, contingency, approved_by
    }
    Movement {
        title, kind, date, amount, line, to_line, reserve, to_reserve, against, appointment,
        decision, corrects, basis, use_for, leave
    }
    FundingRequirement {
        title, of, fund, nature, amount, workstream, phase, phases, year, recurrence, until,
        prices, state, contingency, apportioned_by
    }
    FundingSource {
        title, requirement, of, resource, reserve, fund, fund_name, nature, amount, share,
        basis, right_to_buy, within_group, ongoing_savings, strategy, replaced_by, last_year,
        state, preference, report, request, decision
    }
    Saving {
        title, amount, year, fund, recurrence, cashable, state, as_at, line, of, same_as,
        target_met, evidence
    }
    Appointment {
        title, supplier, role, of, workstream, phase, tasks, team, earlier, state, procurement,
        terms_agreed, start, end, fee, status
    }
    Risk { title, kind, category, cause, event, effect, of, inherent, residual, target, proximity, response, mitigations, actions, owners, raised, review, escalated_to, escalated, acceptance, register, attributed_to, closed, status }
    Assumption { title, of, basis, owners, raised, review, state, as_at, risk, status }
    Issue { title, detail, arises_from, of, severity, owners, actions, raised, due, escalated_to, closed, status }
    Survey { name, aliases, topic, method, by, review, workstream, phase, held, population, population_size, responses, stated_rate, groups, results, summary }
    StatedRating { title, of, dimension, rating, scale, by, on, text, confirmed, overrides }
    Exception { title, of, dimension, tolerance, raised, forecast, forecast_date, cause, consequence, options, recommended, body, decision, closed }
    Benefit { title, dis_benefit, owners, beneficiaries, measure, realisation, cashable, recurrence, line, saving, enabled_by, contributes_to, states, impact }
}
