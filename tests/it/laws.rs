//! Laws, each over programmes and words made at random.

use programme::{
    Programme,
    document::Document,
    finding::Findings,
    model::{Kind, Milestone, State, Subject},
    rollup::{
        self, Continuing, Credit, Grouping, Level, MissingWeight, Policy, Progress, Trace,
        Weighting,
    },
    rules::{self, Settings},
    strategy,
    values::{
        Cadence, Certainty, Figure, Meaning, Part, PartialDate, Period, Printed, Readable,
        Reported, Rhythm, Span, Stated, Timescale, When,
    },
};
use proptest::prelude::*;

use crate::day;

const GROUPINGS: [Grouping; 7] = [
    Grouping::Recommendation,
    Grouping::Theme,
    Grouping::Workstream,
    Grouping::Phase,
    Grouping::Lead,
    Grouping::Review,
    Grouping::Plan,
];

const LEVELS: [Level; 3] =
    [Level::Pooled, Level::MeanOf(Grouping::Recommendation), Level::MeanOf(Grouping::Workstream)];

/// How many `policies` there are.
const POLICIES: usize = 54;

fn policies() -> Vec<Policy> {
    let credits =
        [Credit::WhenComplete, Credit::AsStated, Credit::ByState { in_progress: 30, on_hold: 60 }];
    let weightings = [
        Weighting::Equal,
        Weighting::Stated { missing: MissingWeight::Equal },
        Weighting::Stated { missing: MissingWeight::Refuse },
    ];
    let mut policies = Vec::new();
    for credit in credits {
        for weighting in weightings {
            for continuing in [Continuing::Apart, Continuing::AsOpen] {
                for level in LEVELS {
                    let name = "any".to_owned();
                    policies.push(Policy {
                        name,
                        version: 1,
                        level,
                        credit,
                        weighting,
                        continuing,
                    });
                }
            }
        }
    }
    policies
}

fn progress(programme: &Programme, policy: usize, on: &str) -> Progress {
    let policies = policies();
    rollup::progress(programme, &policies[policy % policies.len()], day(on))
}

/// Puts things in an order that hangs on the seed alone: each in turn changes places with one that
/// is still to come.
fn shuffled<T>(things: &mut [T], mut seed: u64) {
    for at in 0..things.len() {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        things.swap(at, at + (seed >> 33) as usize % (things.len() - at));
    }
}

/// What findings say, without their places, in the order of the words.
fn messages(findings: &Findings) -> Vec<(String, String)> {
    let mut all: Vec<_> =
        findings.iter().map(|f| (f.code().to_string(), f.message.clone())).collect();
    all.sort();
    all
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn one_fault_gives_one_finding_more(faulty in strategy::faulty()) {
        let (_, before) = Document::of(&faulty.programme).check().lenient();
        let (_, mut after) = faulty.document().check().lenient();
        // Rows behind all others leave everything else where it was.
        for finding in &before {
            prop_assert!(after.iter().any(|other| other == finding), "{finding}");
        }
        let new: Vec<_> =
            std::mem::take(&mut after).into_iter().filter(|f| !before.iter().any(|b| b == f)).collect();
        prop_assert_eq!(new.len(), 1, "{:?}", new);
        prop_assert_eq!(new[0].code(), faulty.fault.code());
        prop_assert_eq!(new[0].place.as_ref().map(|place| place.path.clone()), Some(faulty.place()));
    }

    #[test]
    fn writing_then_reading_gives_the_same(programme in strategy::programmes()) {
        let text = Document::of(&programme).to_json();
        let (again, _) = Document::from_json(&text).unwrap().check().lenient();
        prop_assert_eq!(&again, &programme);
        prop_assert_eq!(Document::of(&again).to_json(), text);
    }

    #[test]
    fn progress_is_a_commutative_monoid(
        a in strategy::programmes(),
        b in strategy::programmes(),
        c in strategy::programmes(),
        policy in 0..POLICIES,
    ) {
        let [a, b, c] = [a, b, c].map(|programme| progress(&programme, policy, "2020-01-01"));
        prop_assert_eq!(a.clone().merge(Progress::default()), a.clone());
        prop_assert_eq!(Progress::default().merge(a.clone()), a.clone());
        prop_assert_eq!(a.clone().merge(b.clone()), b.clone().merge(a.clone()));
        prop_assert_eq!(a.clone().merge(b.clone()).merge(c.clone()), a.merge(b.merge(c)));
    }

    #[test]
    fn any_partition_folds_to_the_whole(
        programme in strategy::programmes(),
        policy in 0..POLICIES,
        parts in 1_u32..5,
    ) {
        let policy = &policies()[policy];
        let on = day("2020-01-01");
        let by = rollup::breakdown_by(&programme, policy, on, |action| {
            [action.key.reference.numbers().next().unwrap_or(0) % parts]
        });
        let folded: Progress = by.groups.into_iter().map(|(_, progress)| progress).sum();
        let mut whole = rollup::progress(&programme, policy, on);
        // Milestones belong to no action.
        whole = whole.merge(Progress::default());
        let milestones = by.unassigned;
        prop_assert_eq!(folded.merge(milestones), whole);
    }

    #[test]
    fn groups_of_one_column_fold_to_the_whole(programme in strategy::programmes()) {
        let on = day("2020-01-01");
        for grouping in [Grouping::Workstream, Grouping::Phase, Grouping::Plan] {
            let by = rollup::breakdown(&programme, grouping, &Policy::pooled(), on);
            let groups: Progress = by.groups.into_iter().map(|(_, progress)| progress).sum();
            prop_assert_eq!(groups.merge(by.unassigned), by.total.clone());
            prop_assert_eq!(by.total, rollup::progress(&programme, &Policy::pooled(), on));
        }
    }

    #[test]
    fn whole_workstreams_fold_to_the_whole(programme in strategy::programmes()) {
        let on = day("2020-09-23");
        let own = rollup::breakdown(&programme, Grouping::Workstream, &Policy::pooled(), on);
        let all = own.clone().with_sub_streams(&programme);
        let whole = |subject: &Subject| match subject {
            Subject::Workstream(id) => programme.get(*id).is_some_and(|row| row.parent.is_none()),
            _ => false,
        };
        let tops = all.groups.iter().filter(|(subject, _)| whole(subject));
        let counted: u64 = tops.map(|(_, progress)| progress.counted()).sum();
        prop_assert_eq!(counted + all.unassigned.counted(), own.total.counted());
        prop_assert_eq!(all.total, own.total);
    }

    #[test]
    fn bounds_hold_what_is_confirmed(programme in strategy::programmes(), policy in 0..POLICIES) {
        for on in ["2018-01-01", "2019-09-04", "2025-01-01"] {
            if let Some(known) = rollup::assess(&programme, &policies()[policy], day(on)).known() {
                prop_assert!(known.confirmed <= known.possible);
                prop_assert!(known.possible <= rollup::Ratio::ONE);
                prop_assert!(known.coverage <= rollup::Ratio::ONE);
                prop_assert!((known.percent() == 100) <= (known.confirmed == rollup::Ratio::ONE));
                prop_assert!((known.percent() == 0) == (known.confirmed == rollup::Ratio::ZERO));
            }
        }
    }

    #[test]
    fn every_action_is_counted_once(programme in strategy::programmes()) {
        let on = day("2019-09-04");
        let total = rollup::progress(&programme, &Policy::pooled(), on);
        let states: Vec<_> = programme.states(on).collect();
        let all: u64 = programme::model::State::ALL.iter().map(|state| total.count(*state)).sum();
        prop_assert_eq!(all, programme.actions().len() as u64);
        prop_assert_eq!(states.iter().filter(|s| s.is_counted()).count() as u64, total.counted());
        let due = total.overdue() + total.in_window() + total.undated() + total.unpaired();
        prop_assert!(due + total.complete() <= total.counted());
        prop_assert_eq!(programme.overdue(on).len() as u64, total.overdue());
    }

    #[test]
    fn the_order_of_rows_changes_no_finding(
        programme in strategy::programmes(),
        seed in any::<u64>(),
    ) {
        let settings = Settings::as_at(day("2019-09-04"));
        // Every row of a canonical document has its reference, so none hangs on its place.
        let mut document = Document::of(&programme);
        macro_rules! shuffle {
            ($($list:ident)+) => {$({
                let mut rows = std::mem::take(&mut document.$list).into_items();
                shuffled(&mut rows, seed);
                document.$list = rows.into_iter().collect();
            })+};
        }
        shuffle!(organisations posts bodies documents reports decisions reviews review_findings
             themes recommendations plans actions workstreams phases milestones deliverables
             measures);
        let (written, said) = Document::of(&programme).check().lenient();
        let (other, said_otherwise) = document.check().lenient();
        prop_assert_eq!(&other, &programme);
        prop_assert_eq!(messages(&said_otherwise), messages(&said));
        let run = rules::lint(&written, &settings);
        prop_assert_eq!(rules::lint(&other, &settings), run);
    }

    #[test]
    fn print_is_kept_to_the_letter(words in ".{0,40}", cell in strategy::words()) {
        for words in [words, cell] {
            prop_assert_eq!(Timescale::read(&words).to_string(), words.clone());
            prop_assert_eq!(When::read(&words).to_string(), words.clone());
            prop_assert_eq!(Span::read(&words).to_string(), words.clone());
            prop_assert_eq!(Rhythm::read(&words).to_string(), words.clone());
            prop_assert_eq!(Stated::read(&words).to_string(), words.clone());
        }
    }

    #[test]
    fn what_was_read_prints_and_reads_again(cell in strategy::words()) {
        reads_again(&cell);
    }

    #[test]
    fn widening_a_date_never_turns_certainly_into_no(
        year in 1990_i32..2050,
        month in 1_u32..=12,
        other_year in 1990_i32..2050,
        other_month in 1_u32..=12,
        part in 0_usize..5,
    ) {
        let part = [Part::Start, Part::Early, Part::Mid, Part::Late, Part::End][part];
        let narrow = PartialDate::month(year, month, Some(part)).unwrap();
        let wider = [PartialDate::month(year, month, None), PartialDate::year(year, None)];
        let fixed = PartialDate::month(other_year, other_month, None).unwrap();
        for wide in wider.into_iter().flatten() {
            prop_assert!(wide.earliest() <= narrow.earliest() && narrow.latest() <= wide.latest());
            if narrow.before(fixed) == Certainty::Certainly {
                prop_assert!(wide.before(fixed) != Certainty::No);
            }
            if fixed.before(narrow) == Certainty::Certainly {
                prop_assert!(fixed.before(wide) != Certainty::No);
            }
            if wide.before(fixed) == Certainty::Certainly {
                prop_assert_eq!(narrow.before(fixed), Certainty::Certainly);
            }
        }
    }

    #[test]
    fn no_json_makes_the_reader_panic(value in json(), at in 0_usize..19) {
        let list = Kind::ALL.get(at).map_or("programme", |kind| kind.list());
        let text = format!("{{\"{list}\": {value}}}");
        let (programme, findings) = Document::from_json(&text).unwrap().check().lenient();
        assert_places_are_there(&text, &findings);
        let run = rules::lint(&programme, &Settings::as_at(day("2019-09-04")));
        let again = Document::of(&programme).to_json();
        let (same, _) = Document::from_json(&again).unwrap().check().lenient();
        prop_assert_eq!(same, programme);
        drop(run);
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in ".{0,60}") {
        let _ = Document::from_json(&text).map(|document| document.check().lenient());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]

    /// What a trace says of a row is what that row adds and what its parts say.
    #[test]
    fn a_trace_accounts_for_its_whole(programme in strategy::programmes(), policy in 0..POLICIES) {
        let (policy, on) = (&policies()[policy], day("2019-09-04"));
        for by in GROUPINGS {
            let trace = rollup::explain(&programme, by, policy, on);
            let sums = rollup::breakdown(&programme, by, policy, on);
            prop_assert_eq!(&trace.progress, &sums.total);
            let rest = trace.parts.iter().filter(|part| part.subject.is_none());
            prop_assert_eq!(parts(rest), sums.unassigned);
            let groups = trace.parts.iter().filter_map(|part| Some((part.subject?, part)));
            for ((subject, group), (of, progress)) in groups.zip(&sums.groups) {
                prop_assert_eq!((&subject, &group.progress), (of, progress));
            }
            if matches!(by, Grouping::Workstream | Grouping::Phase | Grouping::Plan) {
                prop_assert_eq!(parts(&trace.parts), trace.progress);
            }
            trace.parts.iter().for_each(assert_accounted);
        }
    }

    /// A part that repeats what its whole says stands where it stood.
    #[test]
    fn repeating_the_links_of_a_whole_changes_nothing(programme in strategy::programmes()) {
        let mut draft = programme.to_draft();
        // Parts come after their wholes here.
        for row in programme.actions() {
            let whole = row.parent.and_then(|id| draft.get(id).cloned());
            let (Some(whole), Some(row)) = (whole, draft.get_mut(row.key.id)) else { continue };
            row.workstream = row.workstream.or(whole.workstream);
            row.phase = row.phase.or(whole.phase);
            if row.answers.is_empty() {
                row.answers = whole.answers;
            }
            if row.leads.is_empty() {
                row.leads = whole.leads;
            }
        }
        let (repeated, on) = (draft.finish().unwrap(), day("2019-09-04"));
        for by in GROUPINGS {
            let sums = |programme| rollup::breakdown(programme, by, &Policy::pooled(), on);
            prop_assert_eq!(sums(&repeated), sums(&programme));
        }
    }

    /// Milestones beside actions can keep a plan open, and never move its share; nor do those in no
    /// group move a mean.
    #[test]
    fn milestones_weigh_nothing_beside_actions(
        programme in strategy::programmes(),
        policy in 0..POLICIES,
    ) {
        let policy = &policies()[policy];
        if programme.actions().is_empty() || policy.level == Level::MeanOf(Grouping::Workstream) {
            return Ok(());
        }
        let mut draft = programme.to_draft();
        let milestones: Vec<_> = draft.rows::<Milestone>().map(|row| row.key.id).collect();
        for id in milestones {
            draft.remove(id);
        }
        // Where something links to a milestone, it cannot be left out.
        let Ok(bare) = draft.finish() else { return Ok(()) };
        let share = |programme| {
            let share = rollup::assess(programme, policy, day("2019-09-04"));
            share.known().map(|known| (known.confirmed, known.possible, known.coverage))
        };
        prop_assert_eq!(share(&bare), share(&programme));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, ..ProptestConfig::default() })]

    /// Cells put together from pieces of cells: most mean nothing, and what does mean something
    /// means the same when it is printed.
    #[test]
    fn pieces_of_cells_read_as_they_print(
        pieces in prop::collection::vec(prop::sample::select(PIECES), 1..6),
        spaced in any::<bool>(),
    ) {
        reads_again(&pieces.join(if spaced { " " } else { "" }));
    }
}

const PIECES: &[&str] = &[
    "15",
    "15th",
    "31",
    "4",
    "29",
    "May",
    "June",
    "Feb",
    "2019",
    "2020",
    "'20",
    "2019/20",
    "20/21",
    "04/05/2020",
    "Q3",
    "Q1",
    "H2",
    "first half of",
    "early",
    "mid",
    "end of",
    "late",
    "start of",
    "by",
    "from",
    "in",
    "before",
    "until",
    "onwards",
    "around",
    "Cabinet",
    "Full Council",
    "report to",
    "completed",
    "in progress",
    "superseded by",
    "cancelled",
    "amber",
    "on track",
    "accepted",
    "-",
    "(",
    ")",
    ",",
    ";",
    ":",
    "/",
    "&",
    ".",
    "+",
    "was",
    "now",
    "revised to",
    "extended from",
    "originally",
    "on-going",
    "quarterly",
    "every",
    "6-weekly",
    "regular",
    "review",
    "within",
    "3",
    "6-12",
    "months",
    "years",
    "weeks",
    "of",
    "after",
    "next",
    "spring",
    "winter",
    "w/c",
    "first week in",
    "municipal year",
    "academic year",
    "calendar year",
    "£",
    "k",
    "m",
    "c",
    "over",
    "up to",
    "nearly",
    "at least",
    "1.5",
    "300",
    "0",
    "%",
    "nil",
    "to",
    "and",
    "between",
    "TBC",
    "short term",
    "immediate",
    "the",
    "minus",
    "bn",
    "per cent",
    "é",
    "İ",
    "ſ",
    "K",
];

fn parts<'t>(parts: impl IntoIterator<Item = &'t Trace>) -> Progress {
    parts.into_iter().map(|part| part.progress.clone()).sum()
}

fn assert_accounted(trace: &Trace) {
    let below = parts(&trace.parts);
    let own = match (trace.subject, &trace.fact) {
        (Some(Subject::Action(_)), Some(fact)) => Some(fact.state),
        (Some(Subject::Milestone(_)), Some(_)) => return assert!(trace.parts.is_empty()),
        (_, fact) => {
            assert!(fact.is_none());
            assert_eq!(trace.progress, below);
            None
        }
    };
    for state in State::ALL {
        let mine = u64::from(own == Some(state));
        assert_eq!(trace.progress.count(state), below.count(state) + mine, "{state:?}");
    }
    trace.parts.iter().for_each(assert_accounted);
}

fn reads_again(cell: &str) {
    fn again<T: Readable + PartialEq + std::fmt::Debug>(cell: &str) {
        let printed = Printed::<T>::read(cell);
        assert_eq!(printed.to_string(), cell);
        if let Some(value) = printed.value() {
            assert_eq!(T::read(&value.to_string()).as_ref(), Ok(value), "{cell} -> {value}");
        }
        if let Some(near) = printed.nearest() {
            assert!(T::read(&near).is_ok(), "{cell} -> {near}");
        }
    }
    again::<Meaning>(cell);
    again::<PartialDate>(cell);
    again::<Period>(cell);
    again::<Cadence>(cell);
    again::<Figure>(cell);
    again::<Reported>(cell);
}

/// Every place that findings name is one that the text has, or a field missing from one.
fn assert_places_are_there(text: &str, findings: &Findings) {
    let value: serde_json::Value = serde_json::from_str(text).unwrap();
    // Of a field that stands twice, the parser here keeps the other than the reader.
    if findings.iter().any(|finding| finding.code().to_string() == "INP-005") {
        return;
    }
    for place in findings.iter().filter_map(|finding| finding.place.as_ref()) {
        let around = place.path.rsplit_once('/').map_or("", |(around, _)| around);
        let found = value.pointer(&place.path).or_else(|| value.pointer(around));
        assert!(found.is_some() || around == "/programme", "{} in {text}", place.path);
    }
}

/// Any JSON, with the names and words of documents in it.
fn json() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        strategy::words(),
        Just("A1".to_owned()),
        Just("R1".to_owned()),
        Just("unknown".to_owned()),
    ];
    let leaf = prop_oneof![
        Just("null".to_owned()),
        any::<bool>().prop_map(|flag| flag.to_string()),
        any::<i64>().prop_map(|number| number.to_string()),
        any::<u64>().prop_map(|number| number.to_string()),
        (-1e9..1e9).prop_map(|number| format!("{number:?}")),
        word.prop_map(|word| serde_json::to_string(&word).unwrap()),
    ];
    let field = prop::sample::select(vec![
        "id",
        "reference",
        "label",
        "title",
        "name",
        "aliases",
        "sources",
        "leads",
        "status",
        "timescale",
        "parent",
        "answers",
        "team",
        "rows",
        "themes",
        "response",
        "party",
        "weight",
        "obligations",
        "stated_states",
        "as_at",
        "held",
        "kind",
        "other",
    ]);
    leaf.prop_recursive(4, 40, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5)
                .prop_map(|items| format!("[{}]", items.join(","))),
            prop::collection::vec((field.clone(), inner), 0..6).prop_map(|fields| {
                let fields: Vec<_> =
                    fields.into_iter().map(|(name, value)| format!("\"{name}\":{value}")).collect();
                format!("{{{}}}", fields.join(","))
            }),
        ]
    })
}
