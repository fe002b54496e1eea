//! Measures, surveys and risks, by hand.

use programme::{
    Measure, Programme, Risk, Survey,
    document::Document,
    finance::{Fit, Reading},
    measures::{self, Against, NoBasis, Trend, Way},
    model::{About, Direction, Draft, Measurement, Target},
    raid::{self, Stage, Unscored},
    rollup::Ratio,
    values::{Certainty, Stated, When},
};

use crate::{day, read};

fn draft() -> Draft {
    Draft::new(About::named("example"))
}

fn target(figure: &str, by: &str) -> Target {
    let by = (!by.is_empty()).then(|| When::read(by));
    Target { figure: Some(Stated::read(figure)), by, ..Target::default() }
}

/// A measure that starts from one figure, is to come to another, and was read as given.
fn measure(baseline: &str, aim: &str, readings: &[(&str, &str)]) -> Measure {
    let mut measure = Measure::new(draft().key("MEA1".parse().unwrap()), "Example");
    measure.baseline = (!baseline.is_empty()).then(|| Measurement::of(baseline, "2019/20"));
    measure.targets = if aim.is_empty() { Vec::new() } else { vec![target(aim, "")] };
    measure.readings = readings.iter().map(|(f, period)| Measurement::of(f, period)).collect();
    measure
}

#[test]
fn achievement_is_the_share_of_the_way_and_exact() {
    let on = day("2021-06-30");
    let cases = [
        // From, to, read: the share of the way, and which way it went.
        ("62%", "80%", "71%", (1, 2), Way::Towards),
        ("62%", "80%", "62%", (0, 1), Way::Towards),
        ("62%", "80%", "80%", (1, 1), Way::Towards),
        ("62%", "80%", "89%", (3, 2), Way::Towards),
        ("62%", "80%", "53%", (1, 2), Way::Away),
        // Downwards, from nothing, and through decimals of different length.
        ("400", "100", "300", (1, 3), Way::Towards),
        ("nil", "£7.5m", "£2.5m", (1, 3), Way::Towards),
        ("1.5", "2.25", "2", (2, 3), Way::Towards),
    ];
    for (from, to, read, (part, whole), way) in cases {
        let measure = measure(from, to, &[(read, "Q4 2020/21")]);
        let come = measures::achievement(&measure, on).unwrap();
        let share = Ratio::new(part, whole).unwrap();
        assert_eq!((come.share, come.way), (share, way), "{from} {to} {read}");
        assert!(!come.hedged);
    }
    let hedged = measure("62%", "80%", &[("around 71%", "Q4 2020/21")]);
    assert!(measures::achievement(&hedged, on).unwrap().hedged);
}

#[test]
fn without_a_basis_achievement_is_unknown_and_says_why() {
    let on = day("2021-06-30");
    let read = [("71%", "Q4 2020/21")];
    let why = |measure: &Measure| measures::achievement(measure, on).unwrap_err();
    assert_eq!(why(&measure("", "80%", &read)), NoBasis::NoBaseline);
    assert_eq!(why(&measure("62%", "", &read)), NoBasis::NoTarget);
    assert_eq!(why(&measure("62%", "62%", &read)), NoBasis::NoWay);
    assert_eq!(why(&measure("62%", "80%", &[])), NoBasis::NoReading);
    assert_eq!(why(&measure("62%", "80%", &[("71%", "Q4 2021/22")])), NoBasis::NoReading);
    assert_eq!(why(&measure("62%", "80%", &[("high", "Q4 2020/21")])), NoBasis::NoReading);
    assert_eq!(why(&measure("62%", "80", &read)), NoBasis::Unlike);
    assert_eq!(why(&measure("62% to 65%", "80%", &read)), NoBasis::NoNumber);
    let mut elsewhere = measure("62%", "80%", &read);
    elsewhere.readings[0].place = Some("England".into());
    assert_eq!(why(&elsewhere), NoBasis::NoReading, "that of another place is not its own");
    let mut fell = measure("62%", "80%", &read);
    fell.readings[0].change = Some(Direction::Decrease);
    assert_eq!(why(&fell), NoBasis::NoReading, "a change is no level");
}

#[test]
fn the_target_is_the_one_that_is_due_next() {
    let mut measure = measure("62%", "", &[]);
    measure.targets = vec![target("90%", "March 2023"), target("80%", "March 2022")];
    let aim = |on: &str| {
        let target = measures::target(&measure, day(on)).unwrap();
        target.figure.as_ref().unwrap().to_string()
    };
    assert_eq!(aim("2021-06-30"), "80%");
    assert_eq!(aim("2022-03-31"), "80%", "the day itself is not past");
    assert_eq!(aim("2022-04-01"), "90%");
    assert_eq!(aim("2030-01-01"), "90%", "and the last one stays");
}

#[test]
fn trend_compares_with_the_reading_before_whatever_the_order_of_the_list() {
    let on = day("2021-06-30");
    let trend =
        |aim: &str, readings: &[(&str, &str)]| measures::trend(&measure("60%", aim, readings), on);
    let (may, june) = (("71%", "May 2021"), ("70%", "June 2021"));
    assert_eq!(trend("80%", &[may, june]), Ok(Trend::Worse));
    assert_eq!(trend("80%", &[june, may]), Ok(Trend::Worse), "in any order");
    assert_eq!(trend("40%", &[may, june]), Ok(Trend::Better), "it is to go down");
    assert_eq!(trend("80%", &[("70%", "May 2021"), june]), Ok(Trend::Same));
    assert_eq!(trend("80%", &[june]), Err(NoBasis::NoEarlier));
    assert_eq!(trend("", &[may, june]), Err(NoBasis::NoDirection));
    assert_eq!(trend("80%", &[may, june, ("99%", "July 2021")]), Ok(Trend::Worse), "not yet over");
    let mut steady = measure("", "70%", &[("74%", "May 2021"), ("67%", "June 2021")]);
    steady.direction = Some(Direction::Maintain);
    assert_eq!(measures::trend(&steady, on), Ok(Trend::Better), "3 off, where it was 4");
}

#[test]
fn a_target_is_met_within_its_tolerance_or_not() {
    let on = day("2021-06-30");
    let stands = |direction, tolerance: &str, read: &str| {
        let mut measure = measure("", "80", &[(read, "May 2021")]);
        measure.direction = Some(direction);
        measure.tolerance = (!tolerance.is_empty()).then(|| Stated::read(tolerance));
        measures::against(&measure, on)
    };
    let (up, down, level) = (Direction::Increase, Direction::Decrease, Direction::Maintain);
    assert_eq!(stands(up, "", "80"), Ok(Against::Met));
    assert_eq!(stands(up, "", "79"), Ok(Against::Short));
    assert_eq!(stands(up, "5", "75"), Ok(Against::WithinTolerance));
    assert_eq!(stands(up, "5", "74"), Ok(Against::Short));
    assert_eq!(stands(down, "5", "60"), Ok(Against::Met));
    assert_eq!(stands(down, "5", "86"), Ok(Against::Short));
    assert_eq!(stands(level, "5", "84"), Ok(Against::WithinTolerance));
    assert_eq!(stands(up, "5%", "75"), Err(NoBasis::Unlike), "per cent of what is not said");
}

#[test]
fn shares_of_a_survey_are_those_of_its_counts() {
    let text = r#"{"format": "programme/1", "programme": {"name": "Example"},
        "surveys": [{"reference": "SUR1", "name": "Ways of working",
          "population_size": "425", "responses": "390", "stated_rate": "92%",
          "groups": [{"name": "Senior staff", "responses": "40"}],
          "results": [
            {"question": "Valued?", "group": "Senior staff", "count": "30", "share": "75%"},
            {"question": "Valued?", "count": "195", "share": "60%"},
            {"question": "Valued?", "group": "Operational staff", "count": "20"}]}]}"#;
    let programme = read(text);
    let survey: &Survey = programme.surveys().into_iter().next().unwrap();
    let rate = measures::response_rate(survey, Reading::default()).unwrap();
    assert_eq!(rate.computed.round_dp(2).to_string(), "91.76");
    assert!(rate.fit.unwrap().holds());
    let shares = measures::shares(survey, Reading::default());
    let found: Vec<_> =
        shares.iter().map(|share| (share.computed.to_string(), share.fit.unwrap())).collect();
    // Of the third nobody says how many answered.
    assert_eq!(found, [("75".to_owned(), Fit::Exact), ("50".to_owned(), Fit::Apart)]);
}

/// Four risks on a matrix of two by three whose impacts count double.
fn risks() -> Programme {
    read(
        r#"{"format": "programme/1", "programme": {"name": "Example"},
        "local_rules": [{"reference": "LR1", "title": "How risks are scored",
          "parameter": "risk_matrix", "since": "1 April 2020",
          "matrix": {"likelihoods": ["unlikely", "likely"],
            "impacts": [{"name": "minor", "value": 2}, {"name": "major", "value": 4},
              {"name": "severe", "value": 8}],
            "levels": [{"name": "low"}, {"name": "high", "from": 8}], "appetite": 7}}],
        "risks": [
          {"reference": "RSK1", "title": "One", "raised": "April 2021",
           "residual": {"likelihood": "likely", "impact": "8"}},
          {"reference": "RSK2", "title": "Two", "residual": {"likelihood": 1, "impact": "Major"}},
          {"reference": "RSK3", "title": "Three", "residual": {"likelihood": 3, "impact": "minor"}},
          {"reference": "RSK4", "title": "Four", "residual": "16"},
          {"reference": "RSK5", "title": "Five", "kind": "opportunity",
           "residual": {"likelihood": "likely", "impact": "severe"}},
          {"reference": "RSK6", "title": "Six", "closed": {"on": "1 May 2021", "reason": "Over"},
           "residual": {"likelihood": "likely", "impact": "severe"}}]}"#,
    )
}

#[test]
fn exposure_counts_what_is_live_and_what_is_not_known_apart() {
    let programme = risks();
    let of = |on: &str| raid::exposure(&programme, Stage::Residual, day(on));
    let live = of("2021-06-22");
    assert_eq!((live.threats.count(), live.opportunities.count()), (4, 1));
    assert_eq!((live.threats.cell(2, 8), live.threats.cell(1, 4)), (1, 1));
    assert_eq!((live.threats.unscored.len(), live.threats.off_matrix.len()), (1, 1));
    assert_eq!(live.threats.above(7).len(), 1, "16 of RSK1; 4 of RSK2 is not");
    assert_eq!(live.threats.perhaps, []);
    // In April it is not sure that the first was raised, and the sixth is not closed.
    let april = of("2021-04-15").threats;
    assert_eq!((april.count(), april.cell(2, 8), april.perhaps.len()), (5, 2, 1));
    // Before the first of April 2020 no matrix holds, so nothing is scored.
    let before = of("2020-03-31").threats;
    assert_eq!((before.count(), before.unscored.len()), (4, 4));
    let inherent = raid::exposure(&programme, Stage::Inherent, day("2021-06-22"));
    assert_eq!(inherent.threats.unscored.len(), 4, "none is scored before anything is done");
}

#[test]
fn a_score_is_made_by_the_matrix_or_not_at_all() {
    let programme = risks();
    let matrix = raid::matrix(&programme, day("2021-06-22")).unwrap();
    assert_eq!((matrix.value.appetite, matrix.certainty), (Some(7), Certainty::Certainly));
    let score = |reference: &str| {
        let risk: &Risk = programme.risks().by_reference(reference.parse().unwrap()).unwrap();
        raid::score(matrix.value, risk.residual.as_ref().unwrap())
    };
    assert_eq!(score("RSK1").map(|score| score.value()), Ok(16));
    assert_eq!(score("RSK2").map(|score| score.value()), Ok(4));
    assert_eq!(score("RSK3"), Err(Unscored::Likelihood("3".into())));
    assert_eq!(score("RSK4"), Err(Unscored::NotGiven), "16 is what the paper says");
}

#[test]
fn what_does_not_go_together_is_kept_to_the_letter() {
    // A score off the matrix, a target on the wrong side, a figure that is none, a benefit of nothing.
    let text = r#"{"format": "programme/1", "programme": {"name": "Example"},
        "risks": [{"reference": "RSK1", "title": "One", "residual": {"likelihood": "often", "stated": "99"}}],
        "measures": [{"reference": "MEA1", "name": "Calls", "direction": "decrease",
          "baseline": {"figure": "10", "period": "2020"}, "targets": [{"figure": "20"}],
          "readings": ["plenty"]}],
        "benefits": [{"reference": "BEN1", "title": "Better"}]}"#;
    let (programme, findings) = Document::from_json(text).unwrap().check().lenient();
    let codes: Vec<_> = findings.iter().map(|finding| finding.to_string()).collect();
    assert_eq!(codes.len(), 1, "{codes:?}");
    assert!(findings.iter().all(|f| f.place.as_ref().unwrap().path == "/measures/0/readings/0"));
    let again = Document::of(&programme).to_json();
    for words in ["often", "99", "plenty"] {
        assert!(again.contains(words), "{words}");
    }
}
