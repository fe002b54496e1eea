//! Portfolios made up for measuring, and a clock that compares.
//!
//! Two jobs are timed in turn, A B A B, on the processor's clock of this thread, and their medians
//! are printed with the ratio: figures of one run on one machine, which neighbours on it move
//! little. The usual harnesses time one job after the other and give no ratios.
#![allow(dead_code, unreachable_pub, reason = "each bench uses its own part")]

use std::{fmt::Write, hint::black_box, time::Duration};

use cpu_time::ThreadTime;

/// The day as at which everything is reckoned.
pub fn on() -> chrono::NaiveDate {
    chrono::NaiveDate::from_ymd_opt(2026, 4, 1).unwrap()
}

/// Sizes: a name, and programmes x workstreams x actions.
pub const SIZES: [(&str, [u32; 3]); 3] =
    [("1e3", [5, 10, 20]), ("1e5", [20, 50, 100]), ("1e6", [100, 100, 100])];

/// The sizes to measure: all, or those named on the command line.
pub fn sizes() -> Vec<(&'static str, [u32; 3])> {
    let named: Vec<String> =
        std::env::args().skip(1).filter(|word| word.starts_with("1e")).collect();
    SIZES
        .into_iter()
        .filter(|(name, _)| named.is_empty() || named.iter().any(|word| word == name))
        .collect()
}

/// Numbers that are the same on every machine.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub fn below(&mut self, bound: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (((z >> 32) * u64::from(bound)) >> 32) as u32
    }

    fn of<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all[self.below(all.len() as u32) as usize]
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// One programme's document. One action in 500 has a fault: no lead, no timescale, a link to
/// nothing, a date that does not exist.
pub fn document(number: u32, [_, workstreams, actions]: [u32; 3]) -> String {
    let mut dice = Dice::new(u64::from(number));
    let mut out = format!(
        "{{\n\"format\": \"programme/1\",\n\"programme\": {{\"name\": \"Programme {number}\"}},\n"
    );
    let list = |out: &mut String, name: &str, rows: Vec<String>| {
        write!(out, "\"{name}\": [\n{}\n],\n", rows.join(",\n")).unwrap();
    };
    list(
        &mut out,
        "posts",
        (1..=200)
            .map(|n| format!("{{\"reference\": \"POST{n}\", \"title\": \"Officer {n:03}\"}}"))
            .collect(),
    );
    let decided = "{\"reference\": \"DEC1\", \"title\": \"Re-plan\", \"date\": \"2026-03-02\"}";
    list(&mut out, "decisions", vec![decided.to_owned()]);
    list(
        &mut out,
        "recommendations",
        (1..=20)
            .map(|n| format!("{{\"reference\": \"R{n}\", \"title\": \"Advice {n}\"}}"))
            .collect(),
    );
    list(
        &mut out,
        "workstreams",
        (1..=workstreams)
            .map(|n| {
                format!(
                    "{{\"reference\": \"W{n}\", \"name\": \"Workstream {n}\", \"leads\": \
                     [\"Officer {:03}\"], \"outcome\": \"Residents see change {n}\"}}",
                    1 + n % 200
                )
            })
            .collect(),
    );
    out.push_str("\"actions\": [\n");
    let mut at = 0_u32;
    for workstream in 1..=workstreams {
        for action in 1..=actions {
            if at > 0 {
                out.push_str(",\n");
            }
            write_action(&mut out, &mut dice, at, workstream, action);
            at += 1;
        }
    }
    out.push_str("\n]\n}\n");
    out
}

fn write_action(out: &mut String, dice: &mut Dice, at: u32, workstream: u32, action: u32) {
    const VERBS: [&str; 8] =
        ["Agree", "Publish", "Procure", "Migrate", "Review", "Close", "Design", "Train staff for"];
    const THINGS: [&str; 8] = [
        "the new operating model",
        "council tax billing",
        "adult social care case files",
        "the depot lease",
        "school transport routes",
        "the contact centre telephony",
        "housing repairs scheduling",
        "the commissioning framework",
    ];
    let fault = (at % 500 == 250).then_some(at / 500 % 4);
    let (verb, thing) = (dice.of(&VERBS), dice.of(&THINGS));
    let answers = if fault == Some(2) { 99 } else { 1 + dice.below(20) };
    write!(
        out,
        "{{\"reference\": \"A{workstream}.{action}\", \"title\": \"{verb} {thing}\", \
         \"answers\": [\"R{answers}\"], \"workstream\": \"W{workstream}\""
    )
    .unwrap();
    if fault != Some(0) {
        write!(out, ", \"leads\": [\"Officer {:03}\"]", 1 + dice.below(200)).unwrap();
    }
    let (year, month) = (2024 + dice.below(4), dice.below(12));
    let timescale = match dice.below(20) {
        0..10 => format!("{} {year}", MONTHS[month as usize]),
        10..15 => format!("{year}-{:02}-{:02}", month + 1, 1 + dice.below(28)),
        15..18 => format!("{} {} {year}", 1 + dice.below(28), MONTHS[month as usize]),
        _ => "On-going".to_owned(),
    };
    match fault {
        Some(1) => {}
        Some(3) => out.push_str(", \"timescale\": \"31 June 2026\""),
        _ => write!(out, ", \"timescale\": \"{timescale}\"").unwrap(),
    }
    if timescale == "On-going" {
        out.push_str(", \"cadence\": \"quarterly\"");
    }
    let past = year < 2026;
    match (past, dice.below(10)) {
        (true, 0..9) => write!(
            out,
            ", \"status\": [{{\"state\": \"complete\", \"as_at\": \"2026-03-31\", \"on\": \
             \"{year}-{:02}-15\", \"evidence\": \"Board minute {}\"}}]",
            month + 1,
            dice.below(90)
        )
        .unwrap(),
        (_, 0..5) => {
            out.push_str(", \"status\": [{\"state\": \"in progress\", \"as_at\": \"2026-03-31\"}]")
        }
        (_, 5..9) => {
            out.push_str(", \"status\": [{\"state\": \"not started\", \"as_at\": \"2026-03-31\"}]")
        }
        _ => out.push_str(
            ", \"status\": [{\"state\": \"cancelled\", \"as_at\": \"2026-03-31\", \"on\": \
             \"2026-03-02\", \"reason\": \"Overtaken by the budget\", \"decision\": \"DEC1\"}]",
        ),
    }
    out.push('}');
}

/// Every document of a portfolio.
pub fn portfolio(size: [u32; 3]) -> Vec<String> {
    (0..size[0]).map(|number| document(number, size)).collect()
}

/// Times two jobs in turn and prints their medians and the ratio of the first to the second, which
/// is held against a goal where there is one.
pub fn compare<A, B>(
    size: &str,
    (name, mut job): (&str, impl FnMut() -> A),
    (other_name, mut other): (&str, impl FnMut() -> B),
    goal: impl Into<Option<f64>>,
) {
    // Short jobs are repeated so that a sample lasts some milliseconds.
    let (repeat, length) = sample(&mut job);
    let (other_repeat, other_length) = sample(&mut other);
    let rounds = (6.0 / length.max(other_length)).clamp(5.0, 41.0) as usize;
    let (mut a, mut b, mut ratios) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..rounds {
        let own = time(&mut job, repeat).as_secs_f64() / f64::from(repeat);
        let instead = time(&mut other, other_repeat).as_secs_f64() / f64::from(other_repeat);
        a.push(own);
        b.push(instead);
        ratios.push(own / instead);
    }
    let (a, b, ratio) = (median(a), median(b), median(ratios));
    let verdict = match goal.into() {
        Some(goal) if ratio <= goal => format!(" (within {goal})"),
        Some(goal) => format!(" (OVER {goal})"),
        None => String::new(),
    };
    let digits = if ratio < 0.1 { 5 } else { 2 };
    println!(
        "{size}  {name:<34} {:>10}   {other_name:<34} {:>10}   ratio {ratio:5.digits$}{verdict}",
        shown(a),
        shown(b)
    );
}

/// How often a job is repeated in a sample, and how many seconds that takes.
fn sample<T>(job: &mut impl FnMut() -> T) -> (u32, f64) {
    let once = time(job, 1).max(Duration::from_nanos(50)).as_secs_f64();
    let repeat = (0.01 / once).clamp(1.0, 1e5) as u32;
    (repeat, once * f64::from(repeat))
}

fn time<T>(job: &mut impl FnMut() -> T, repeat: u32) -> Duration {
    let start = ThreadTime::now();
    for _ in 0..repeat {
        black_box(job());
    }
    start.elapsed()
}

fn median(mut samples: Vec<f64>) -> f64 {
    samples.sort_by(f64::total_cmp);
    samples[samples.len() / 2]
}

fn shown(seconds: f64) -> String {
    match seconds {
        s if s < 1e-6 => format!("{:.0} ns", s * 1e9),
        s if s < 1e-3 => format!("{:.2} us", s * 1e6),
        s if s < 1.0 => format!("{:.2} ms", s * 1e3),
        s => format!("{s:.2} s"),
    }
}
