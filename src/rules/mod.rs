//! Rules with stable codes, and the run that checks a programme by them.
//!
//! One rule is one file, found by area and code: its text, an example that fires and one that is
//! silent, and its check. [`RULES`] lists them in the order of their codes. Codes are never reused.

mod action;
mod benefit;
mod budget;
mod case;
mod compare;
mod context;
mod decision;
mod dependency;
mod finance;
mod funds;
mod governance;
mod history;
mod levels;
mod notice;
mod paper;
mod papers;
mod people;
mod phase;
mod pieces;
mod progress;
mod ratings;
mod recommendation;
mod reserve;
mod review;
mod risk;
mod rule;
mod sink;
mod timeline;
mod waiver;
mod waivers;
mod wholes;
mod workstream;

use chrono::NaiveDate;

use crate::{
    finance::Reading,
    finding::{Finding, Findings},
    history::{History, HistoryError, Known},
    model::{Programme, Row},
    values::{Code, WorkingCalendar, written},
};
use case::Case;
pub use compare::{Comparison, compare};
use context::{Context, Neighbours, appendix_letter, months_after};
pub use levels::{Level, Levels};
use rule::{ActionView, Check};
pub use rule::{Example, Rule};
use sink::Sink;
pub use sink::Tally;
use timeline::Timeline;
use waivers::{Reach, WaiverView};

/// Every rule, in the order of codes.
pub static RULES: &[&Rule] = &[
    &action::act_001_no_lead::RULE,
    &action::act_002_no_timescale::RULE,
    &action::act_003_joint_leads::RULE,
    &action::act_004_lead_unknown::RULE,
    &action::act_005_completion_unproven::RULE,
    &action::act_006_done_in_future::RULE,
    &action::act_007_overdue::RULE,
    &action::act_008_ongoing_unreviewed::RULE,
    &action::act_009_done_before_parts::RULE,
    &action::act_010_after_follow_up::RULE,
    &action::act_011_before_review::RULE,
    &action::act_012_cells_unpaired::RULE,
    &action::act_013_placeholder::RULE,
    &action::act_014_left_unapproved::RULE,
    &action::act_015_year_end_dates::RULE,
    &benefit::ben_001_no_owner::RULE,
    &benefit::ben_002_unmeasurable::RULE,
    &benefit::ben_003_realised_early::RULE,
    &benefit::ben_004_unproven::RULE,
    &benefit::ben_005_cashable_without_line::RULE,
    &benefit::ben_006_counted_twice::RULE,
    &benefit::ben_007_no_figure_promised::RULE,
    &benefit::ben_008_owner_leaves::RULE,
    &benefit::ben_009_not_read::RULE,
    &benefit::ben_010_linked_to_nothing::RULE,
    &benefit::ben_011_readings_unlike::RULE,
    &benefit::ben_012_share_a_saving::RULE,
    &budget::bud_001_unbalanced::RULE,
    &budget::bud_002_no_section_25::RULE,
    &budget::bud_003_before_approval::RULE,
    &budget::bud_004_overspend_untold::RULE,
    &budget::bud_005_virement_wrong::RULE,
    &budget::bud_006_estimate_unfunded::RULE,
    &budget::bud_007_carried_too_much::RULE,
    &budget::bud_008_one_off_pays_lasting::RULE,
    &budget::bud_009_contribution_cut::RULE,
    &budget::bud_010_no_contingency::RULE,
    &budget::bud_011_movement_unsound::RULE,
    &decision::dec_001_reserved_matter::RULE,
    &decision::dec_002_two_deciders::RULE,
    &decision::dec_003_lone_councillor::RULE,
    &decision::dec_004_money_unflagged::RULE,
    &decision::dec_005_wards_unexplained::RULE,
    &decision::dec_006_notice_short::RULE,
    &decision::dec_007_exception_unproven::RULE,
    &decision::dec_008_key_not_executive::RULE,
    &decision::dec_009_private_unnoticed::RULE,
    &decision::dec_010_private_ungrounded::RULE,
    &decision::dec_011_late_item::RULE,
    &decision::dec_012_record_incomplete::RULE,
    &decision::dec_013_before_call_in_ends::RULE,
    &decision::dec_014_advice_missing::RULE,
    &decision::dec_015_impact_unassessed::RULE,
    &decision::dec_016_implications_deferred::RULE,
    &decision::dec_017_vote_unrecorded::RULE,
    &decision::dec_018_before_its_meeting::RULE,
    &decision::dec_019_route_unfinished::RULE,
    &dependency::dep_001_cycle::RULE,
    &dependency::dep_002_starts_too_early::RULE,
    &dependency::dep_003_chain_in_one_phase::RULE,
    &paper::doc_001_wrong_section::RULE,
    &paper::doc_002_wrong_appendix::RULE,
    &paper::doc_003_appendix_missing::RULE,
    &paper::doc_004_count_differs::RULE,
    &paper::doc_005_requests_differ::RULE,
    &paper::doc_006_two_states::RULE,
    &paper::doc_007_several_names::RULE,
    &paper::doc_008_date_without_year::RULE,
    &paper::doc_009_not_achieved::RULE,
    &finance::fin_001_no_fund::RULE,
    &finance::fin_002_funds_crossed::RULE,
    &finance::fin_003_hra_in_debit::RULE,
    &finance::fin_004_split_without_basis::RULE,
    &finance::fin_005_capital_for_revenue::RULE,
    &finance::fin_006_flexible_receipts::RULE,
    &finance::fin_007_parts_and_total::RULE,
    &finance::fin_008_quoted_differently::RULE,
    &finance::fin_009_percentage::RULE,
    &finance::fin_010_rates::RULE,
    &finance::fin_011_price_bases::RULE,
    &finance::fin_012_section_114::RULE,
    &finance::fin_013_set_of_shares::RULE,
    &finance::fin_014_survey_share::RULE,
    &governance::gov_001_owner_shared::RULE,
    &governance::gov_002_owner_manages::RULE,
    &governance::gov_003_manager_chairs::RULE,
    &governance::gov_004_accountable_twice::RULE,
    &governance::gov_005_monitoring_and_finance::RULE,
    &governance::gov_006_monitoring_and_head::RULE,
    &governance::gov_007_statutory_post::RULE,
    &governance::gov_008_member_and_officer::RULE,
    &governance::gov_009_executive_made_up::RULE,
    &governance::gov_010_executive_scrutinises::RULE,
    &governance::gov_011_board_lacks::RULE,
    &governance::gov_012_reporting_line::RULE,
    &governance::gov_013_cannot_decide::RULE,
    &governance::gov_014_rarer_than_promised::RULE,
    &governance::gov_015_term_reversed::RULE,
    &governance::gov_016_post_held_twice::RULE,
    &governance::gov_017_rules_at_once::RULE,
    &history::his_001_silent_past_due::RULE,
    &history::his_002_redated_unapproved::RULE,
    &history::his_003_redated_repeatedly::RULE,
    &history::his_004_baseline_breached::RULE,
    &history::his_005_reopened::RULE,
    &history::his_006_scope_removed::RULE,
    &history::his_007_published_differs::RULE,
    &history::his_008_target_moved::RULE,
    &phase::pha_001_overlap::RULE,
    &phase::pha_002_gap::RULE,
    &phase::pha_003_span_differs::RULE,
    &phase::pha_004_outside_phase::RULE,
    &phase::pha_005_milestone_bare::RULE,
    &phase::pha_006_before_approval::RULE,
    &phase::pha_007_money_for_no_phase::RULE,
    &progress::prg_001_better_than_parts::RULE,
    &progress::prg_002_two_scales::RULE,
    &progress::prg_003_closed_above::RULE,
    &progress::prg_004_unknown_as_good::RULE,
    &progress::prg_005_asserted::RULE,
    &progress::prg_006_status_stale::RULE,
    &progress::prg_007_weight_missing::RULE,
    &progress::prg_008_percent_conflict::RULE,
    &progress::prg_009_stated_differs::RULE,
    &progress::prg_010_off_scale::RULE,
    &progress::prg_011_exception_not_raised::RULE,
    &progress::prg_012_exception_undecidable::RULE,
    &progress::prg_013_rated_twice::RULE,
    &recommendation::rec_001_no_response::RULE,
    &recommendation::rec_002_declined_silently::RULE,
    &recommendation::rec_003_no_action::RULE,
    &recommendation::rec_004_uncarried::RULE,
    &recommendation::rec_005_process_step::RULE,
    &recommendation::rec_006_draft_wording::RULE,
    &recommendation::rec_007_review_unlisted::RULE,
    &reserve::res_001_rules_missing::RULE,
    &reserve::res_002_outside_purpose::RULE,
    &reserve::res_003_overdrawn::RULE,
    &reserve::res_004_roll_forward::RULE,
    &reserve::res_005_unapproved::RULE,
    &reserve::res_006_below_minimum::RULE,
    &reserve::res_007_renamed::RULE,
    &reserve::res_008_not_from_reserves::RULE,
    &reserve::res_009_unusable::RULE,
    &review::rev_001_themes_of_offer::RULE,
    &review::rev_002_team_lopsided::RULE,
    &review::rev_003_organisation_unknown::RULE,
    &review::rev_004_report_late::RULE,
    &review::rev_005_plan_late::RULE,
    &review::rev_006_follow_up_undated::RULE,
    &review::rev_007_next_too_late::RULE,
    &risk::rsk_001_unowned::RULE,
    &risk::rsk_002_score_off_matrix::RULE,
    &risk::rsk_003_residual_above_inherent::RULE,
    &risk::rsk_004_above_appetite::RULE,
    &risk::rsk_005_none_scored::RULE,
    &risk::rsk_006_review_past::RULE,
    &risk::rsk_007_issue_past_due::RULE,
    &workstream::wks_001_no_lead::RULE,
    &workstream::wks_002_no_outcome::RULE,
    &workstream::wks_003_name_unknown::RULE,
    &workstream::wks_004_action_unplaced::RULE,
    &workstream::wks_005_empty::RULE,
    &workstream::wks_006_one_supplier::RULE,
    &waiver::wvr_001_unused::RULE,
    &waiver::wvr_002_incomplete::RULE,
    &waiver::wvr_003_ended::RULE,
];

/// The rule of a code.
///
/// ```
/// use programme::rules;
///
/// let rule = rules::explain("ACT-007".parse()?).ok_or("no such rule")?;
/// assert_eq!(rule.entry.name, "action-overdue");
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn explain(code: Code) -> Option<&'static Rule> {
    let at = RULES.binary_search_by_key(&code, |rule| rule.entry.code).ok()?;
    RULES.get(at).copied()
}

/// What a run of the rules is given; nothing is read from the machine.
///
/// ```
/// use programme::rules::{Level, Levels, Settings};
///
/// let mut settings = Settings::as_at("2019-09-04".parse()?);
/// assert_eq!(settings.levels, Levels::default());
/// settings.levels = settings.levels.set("ACT-008".parse()?, Level::Off);
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The day as at which the programme is checked.
    pub as_at: NaiveDate,
    /// Rules switched off, raised or lowered.
    pub levels: Levels,
    /// The days on which the council works, for notice and call-in.
    pub calendar: WorkingCalendar,
    /// Whether plain figures are taken for rounded ones.
    pub reading: Reading,
}

impl Settings {
    /// All rules at their own severities, by the working days of England and Wales.
    #[must_use]
    pub fn as_at(as_at: NaiveDate) -> Self {
        Self {
            as_at,
            levels: Levels::default(),
            calendar: WorkingCalendar::england_and_wales(),
            reading: Reading::default(),
        }
    }
}

/// What a run of the rules found, and what every rule looked at.
///
/// ```
/// use programme::{model::{About, Draft}, rules::{self, RULES, Settings}};
///
/// let programme = Draft::new(About::named("example")).finish()?;
/// let run = rules::lint(&programme, &Settings::as_at("2019-09-04".parse()?));
/// assert!(run.findings.is_empty());
/// let rules = RULES.iter().filter(|rule| !rule.needs_history());
/// assert_eq!(run.tallies.len(), rules.count(), "every rule says what it looked at");
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// What was found: by severity, then code, then the reference of the main row.
    pub findings: Findings,
    /// One entry a rule that ran, in the order of codes.
    pub tallies: Vec<Tally>,
}

/// Checks a programme by every rule as at a day.
///
/// The order of rows plays no part: two runs over the same facts agree to the letter.
///
/// ```
/// use programme::{model::{About, Draft}, rules::{self, Settings}, Action};
///
/// let mut draft = Draft::new(About::named("example"));
/// draft.put(Action::new(draft.key("A1".parse()?), "Publish the plan"));
/// let run = rules::lint(&draft.finish()?, &Settings::as_at("2019-09-04".parse()?));
/// let codes: Vec<_> = run.findings.iter().map(|f| f.code().to_string()).collect();
/// assert_eq!(codes, ["ACT-001", "ACT-002"]);
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn lint(programme: &Programme, settings: &Settings) -> Run {
    run(programme, None, settings)
}

/// Checks a programme through time as at a day: its state on that day by every rule, and what
/// changed from report to report by the rules of history (HIS), which [`lint`] does not run. What
/// was recorded after the day plays no part.
///
/// ```
/// use programme::{change::Change, history::{History, Revision}, model::{About, Draft, Lead}};
/// use programme::{rules::{self, Settings}, values::Timescale, Action, Post};
///
/// let mut draft = Draft::new(About::named("example"));
/// let mut action = Action::new(draft.key("A1".parse()?), "Publish the plan");
/// action.timescale = Timescale::read("March 2020");
/// action.leads.push(Lead::named("COO"));
/// draft.put(action.clone());
/// let (september, december) = ("2019-09-04".parse()?, "2019-12-31".parse()?);
/// let mut history = History::begin(&draft.finish()?, Revision::new(september, september))?;
/// action.timescale = Timescale::read("June 2020");
/// let mut revision = history.next(december, december);
/// revision.changes.push(Change::replace(action));
/// history.record(revision)?;
/// let run = rules::lint_history(&history, &Settings::as_at("2020-01-31".parse()?))?;
/// let codes: Vec<_> = run.findings.iter().map(|f| f.code().to_string()).collect();
/// assert!(codes.contains(&"HIS-002".to_owned()), "nobody is said to have agreed");
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`HistoryError::BeforeFirst`] if nothing was known of the day.
pub fn lint_history(history: &History, settings: &Settings) -> Result<Run, HistoryError> {
    let on = settings.as_at;
    let programme = history.as_at(on, Known::By(on))?;
    Ok(run(&programme, Some(&Timeline::of(history, on)), settings))
}

fn run(programme: &Programme, timeline: Option<&Timeline<'_>>, settings: &Settings) -> Run {
    let context = Context::new(programme, settings);
    let mut sinks: Vec<(&Rule, Sink<'_>)> = RULES
        .iter()
        .filter(|rule| !settings.levels.is_off(rule.entry.code))
        .filter(|rule| timeline.is_some() || !rule.needs_history())
        .map(|rule| (*rule, Sink::new(&rule.entry, &settings.levels)))
        .collect();
    check_actions(&context, &mut sinks);
    for (rule, sink) in &mut sinks {
        match (rule.check, timeline) {
            (Check::History(check), Some(timeline)) => {
                sink.look(|sink| check(&context, timeline, sink));
            }
            _ => check_rows(&context, rule, sink),
        }
    }
    let mut findings: Vec<Finding> = sinks.iter_mut().flat_map(|(_, sink)| sink.take()).collect();
    let reach = |code: Code| match explain(code) {
        Some(rule) if matches!(rule.check, Check::Waivers(_)) => Reach::Nothing,
        Some(_) if settings.levels.is_off(code) => Reach::Off,
        Some(rule) if timeline.is_none() && rule.needs_history() => Reach::Off,
        Some(_) => Reach::Ran,
        None => Reach::Nothing,
    };
    let waivers = waivers::apply(programme, settings.as_at, reach, &mut findings);
    let mut tallies = Vec::with_capacity(sinks.len());
    for (rule, mut sink) in sinks {
        if let Check::Waivers(check) = rule.check {
            waivers.iter().for_each(|waiver| sink.look(|sink| check(waiver, sink)));
            findings.extend(sink.take());
        }
        tallies.push(sink.tally());
    }
    for waived in findings.iter().filter(|finding| finding.waived_by.is_some()) {
        let tally = tallies.binary_search_by_key(&waived.code(), |tally| tally.code);
        let tally = tally.ok().and_then(|at| tallies.get_mut(at));
        tally.into_iter().for_each(|tally| tally.waive(waived.outcome));
    }
    let findings = in_order(programme, findings);
    Run { findings: Findings::new(findings), tallies }
}

/// Findings by the kind and reference of their main rows, then by what they say: the order of rows
/// is nobody's.
fn in_order(programme: &Programme, findings: Vec<Finding>) -> Vec<Finding> {
    let main = |finding: &Finding| {
        finding.subjects.first().map(|subject| (subject.kind(), programme.reference(*subject)))
    };
    let mut keyed: Vec<_> = findings.into_iter().map(|f| (main(&f), f)).collect();
    keyed.sort_by(|(a, x), (b, y)| a.cmp(b).then_with(|| x.message.cmp(&y.message)));
    keyed.into_iter().map(|(_, finding)| finding).collect()
}

/// One pass over the actions for all rules that look at one action at a time.
fn check_actions(context: &Context<'_>, sinks: &mut [(&Rule, Sink<'_>)]) {
    let programme = context.programme;
    let columns = programme.columns(context.on);
    let mut checks: Vec<_> = sinks
        .iter_mut()
        .filter_map(|(rule, sink)| match rule.check {
            Check::Actions(check) => Some((check, sink)),
            _ => None,
        })
        .collect();
    for (number, action) in (0_u32..).zip(programme.actions()) {
        let state = columns.state(number);
        let view = ActionView {
            number,
            action,
            state,
            due: programme.index().due_state(number, &columns, context.on),
        };
        for (check, sink) in &mut checks {
            sink.look(|sink| check(context, &view, sink));
        }
    }
}

fn check_rows(context: &Context<'_>, rule: &Rule, sink: &mut Sink<'_>) {
    fn each<'p, R: Row>(
        context: &Context<'p>,
        rows: &'p crate::model::Table<R>,
        check: fn(&Context<'_>, &R, &mut Sink<'_>),
        sink: &mut Sink<'_>,
    ) {
        for row in rows {
            sink.look(|sink| check(context, row, sink));
        }
    }
    let programme = context.programme;
    match rule.check {
        Check::Actions(_) | Check::Waivers(_) | Check::History(_) => {}
        Check::Recommendations(check) => each(context, programme.recommendations(), check, sink),
        Check::Reviews(check) => each(context, programme.reviews(), check, sink),
        Check::Plans(check) => each(context, programme.plans(), check, sink),
        Check::Reports(check) => each(context, programme.reports(), check, sink),
        Check::Documents(check) => each(context, programme.documents(), check, sink),
        Check::Workstreams(check) => each(context, programme.workstreams(), check, sink),
        Check::Milestones(check) => each(context, programme.milestones(), check, sink),
        Check::Posts(check) => each(context, programme.posts(), check, sink),
        Check::Bodies(check) => each(context, programme.bodies(), check, sink),
        Check::Decisions(check) => each(context, programme.decisions(), check, sink),
        Check::Promises(check) => each(context, programme.promises(), check, sink),
        Check::Reserves(check) => each(context, programme.reserves(), check, sink),
        Check::Movements(check) => each(context, programme.movements(), check, sink),
        Check::FundingRequirements(check) => {
            each(context, programme.funding_requirements(), check, sink);
        }
        Check::FundingSources(check) => each(context, programme.funding_sources(), check, sink),
        Check::Risks(check) => each(context, programme.risks(), check, sink),
        Check::Measures(check) => each(context, programme.measures(), check, sink),
        Check::Surveys(check) => each(context, programme.surveys(), check, sink),
        Check::Benefits(check) => each(context, programme.benefits(), check, sink),
        Check::StatedRatings(check) => each(context, programme.stated_ratings(), check, sink),
        Check::Cases(check) => {
            let mut look = |case: Option<Case<'_>>| {
                sink.look(|sink| case.iter().for_each(|case| check(context, case, sink)));
            };
            programme.decisions().iter().for_each(|row| look(Case::of_decision(context, row)));
            programme.reports().iter().for_each(|row| look(Case::of_report(context, row)));
        }
        Check::Programme(check) => sink.look(|sink| check(context, sink)),
    }
}
