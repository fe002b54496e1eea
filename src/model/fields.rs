//! The fields of every kind of row, by name: how two states of a row differ, and one field of it as
//! another state has it.

use super::{About, Key};

/// A thing whose fields can be told apart by name; the names are those of a document.
pub(crate) trait Fields: Sized {
    /// The fields in which the other differs, in the order of a document.
    fn differing(&self, other: &Self) -> Vec<&'static str>;

    /// Takes one field over from another state of the same thing.
    fn take(&mut self, field: &str, from: &Self);
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

            fn take(&mut self, field: &str, from: &Self) {
                match field {
                    "reference" => self.key.reference = from.key.reference,
                    "label" => self.key.label.clone_from(&from.key.label),
                    "sources" => self.key.sources.clone_from(&from.key.sources),
                    $(stringify!($field) => self.$field.clone_from(&from.$field),)+
                    // No other names are given out.
                    _ => {}
                }
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

    fn take(&mut self, field: &str, from: &Self) {
        match field {
            "name" => self.name.clone_from(&from.name),
            "aliases" => self.aliases.clone_from(&from.aliases),
            "council" => self.council = from.council,
            "answers" => self.answers.clone_from(&from.answers),
            "origin" => self.origin.clone_from(&from.origin),
            "scope" => self.scope.clone_from(&from.scope),
            "related" => self.related.clone_from(&from.related),
            "started" => self.started.clone_from(&from.started),
            "stated_spans" => self.stated_spans.clone_from(&from.stated_spans),
            "cadence" => self.cadence.clone_from(&from.cadence),
            "status" => self.status.clone_from(&from.status),
            "sources" => self.sources.clone_from(&from.sources),
            _ => {}
        }
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
        title, parameter, amount, days, counted, body, post, text, matrix, since, until
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
    Benefit { title, dis_benefit, owners, beneficiaries, measure, realisation, cashable, recurrence, line, saving, enabled_by, contributes_to, states, impact }
}
