//! Printed figures against one another, reckoned by hand.

use std::fmt::Write;

use programme::{
    Claim, Draft, Programme,
    finance::{self, Addition, Fit, Obstacle, Reading, Reconciliation},
    finding::Finding,
    model::About,
    rules::{self, Settings},
    strategy,
    values::{Certainty, Stated},
};
use proptest::prelude::*;

use crate::{day, document, read};

/// Claims: reference, words, place, and what more is said of each.
fn claims(rows: &[(&str, &str, &str, &str)]) -> Programme {
    let mut text = String::new();
    for (reference, words, place, more) in rows {
        let comma = if text.is_empty() { "" } else { ",\n" };
        write!(
            text,
            r#"{comma}{{"reference": "{reference}", "title": "Figure {reference}", "stated": "{words}",
               "sources": "{place}"{more}}}"#
        )
        .unwrap();
    }
    lenient(&format!(r#""claims": [{text}]"#))
}

fn lenient(lists: &str) -> Programme {
    let text = document(lists);
    programme::document::Document::from_json(&text).unwrap().check().lenient().0
}

fn rounded(programme: &Programme) -> Reconciliation {
    finance::reconcile(programme, Reading::RoundingAware)
}

/// Every combination of a sum: what is added, the sum, the difference, the slack, how it fits, and
/// where its parts stand together.
fn combinations(
    programme: &Programme,
    sum: &Addition,
) -> Vec<(String, i64, i64, i64, Fit, String)> {
    let number = |amount: rust_decimal::Decimal| amount.to_string().parse().unwrap();
    let words = |id| programme.get::<Claim>(id).unwrap().stated.as_ref().unwrap().to_string();
    let all = sum.combinations.iter().map(|one| {
        let parts: Vec<_> = one.parts.iter().map(|part| words(*part)).collect();
        let places: Vec<_> = one.places.iter().map(|place| place.place.clone()).collect();
        let (sum, difference, slack) = (number(one.sum), number(one.difference), number(one.slack));
        (parts.join(" + "), sum, difference, slack, one.fit, places.join("; "))
    });
    let mut all: Vec<_> = all.collect();
    all.sort_by(|a, b| a.0.cmp(&b.0));
    all
}

fn found(programme: &Programme, on: &str, reading: Reading) -> Vec<Finding> {
    let settings = Settings { reading, ..Settings::as_at(day(on)) };
    rules::lint(programme, &settings).findings.into_iter().collect()
}

/// Severity, outcome and code of what is found.
fn codes(programme: &Programme, on: &str) -> Vec<String> {
    let found = found(programme, on, Reading::RoundingAware);
    found.iter().map(|f| format!("{} {} {}", f.severity, f.outcome, f.code())).collect()
}

/// Dacorum, 22 June 2021: what recommendation 2, the finance officer and the closing section print.
fn dacorum() -> Programme {
    claims(&[
        ("CL1", "£361k", "Cover, recommendation 2(a)", ""),
        ("CL2", "£365k", "Cover, comments", r#", "same_as": "CL1""#),
        ("CL3", "£361k", "5.4", r#", "same_as": "CL1""#),
        ("CL4", "£305k", "Cover, recommendation 2(b)", ""),
        ("CL5", "£305k", "Cover, comments", r#", "same_as": "CL4""#),
        ("CL6", "£304k", "5.4", r#", "same_as": "CL5""#),
        ("CL7", "£665k", "Cover, comments", r#", "parts": ["CL2", "CL5"]"#),
    ])
}

#[test]
fn of_four_combinations_one_is_exact_and_one_within_rounding() {
    let programme = dacorum();
    let found = rounded(&programme);
    assert_eq!(found.additions.len(), 1);
    // Three figures in thousands, each half a thousand either way: they can differ by 1,500.
    let list = "Cover, recommendation 2".to_owned();
    let expected = [
        ("£361k + £304k", 665_000, 0, 1_500, Fit::Exact, "5.4".to_owned()),
        ("£361k + £305k", 666_000, 1_000, 1_500, Fit::Rounding, list.clone()),
        ("£365k + £304k", 669_000, 4_000, 1_500, Fit::Apart, String::new()),
        ("£365k + £305k", 670_000, 5_000, 1_500, Fit::Apart, "Cover, comments".to_owned()),
    ];
    let expected = expected.map(|(parts, a, b, c, fit, at)| (parts.to_owned(), a, b, c, fit, at));
    assert_eq!(combinations(&programme, &found.additions[0]), expected);
    assert_eq!((found.additions[0].untried, found.additions[0].judged().count()), (0, 3));
    // To the letter only the one that is exact is left, and no slack.
    let letter = finance::reconcile(&programme, Reading::AsPrinted);
    let fits: Vec<_> = combinations(&programme, &letter.additions[0]);
    let fits: Vec<_> = fits.into_iter().map(|(_, _, _, slack, fit, _)| (slack, fit)).collect();
    let apart = (0, Fit::Apart);
    assert_eq!(fits, [(0, Fit::Exact), apart, apart, apart]);
    // 361 and 365 lie apart; 304 and 305 meet at 304.5, which is printed as 305.
    let quoted: Vec<_> = found.quotations.iter().map(|one| one.fit()).collect();
    assert_eq!(quoted, [Some(Fit::Apart), Some(Fit::Touch)]);
}

#[test]
fn only_what_one_place_prints_together_is_found() {
    let programme = dacorum();
    let said = codes(&programme, "2021-06-22");
    let expected = [
        "error certain FIN-007",
        "error certain FIN-008",
        "warning certain FIN-008",
        "info certain FIN-007",
    ];
    assert_eq!(said, expected);
    let all = found(&programme, "2021-06-22", Reading::RoundingAware);
    assert_eq!(
        all[0].message,
        "£365k + £305k = £670k (Cover, comments); the total is given as £665k."
    );
    assert_eq!(all[0].evidence.len(), 3, "the three other quotations");
    assert_eq!(
        all[1].message,
        "'Figure CL1' is £361k (Cover, recommendation 2(a)) and £365k (Cover, comments)."
    );
    // To the letter, 666 is not 665, and 305 is not 304.
    let letter = found(&programme, "2021-06-22", Reading::AsPrinted);
    let letter: Vec<_> = letter.iter().map(|f| format!("{} {}", f.severity, f.code())).collect();
    assert_eq!(letter, ["error FIN-007", "error FIN-007", "error FIN-008", "error FIN-008"]);
}

#[test]
fn one_figure_in_two_scales_is_one_print() {
    let programme = claims(&[
        ("CL1", "£0.865m", "1", ""),
        ("CL2", "£865k", "2", r#", "same_as": "CL1""#),
        ("CL3", "£865,000", "3", r#", "same_as": "CL2""#),
    ]);
    let quoted = &rounded(&programme).quotations[0];
    assert_eq!((quoted.claims.len(), quoted.quotes.len()), (3, 2), "£865,000 is rounded less");
    assert_eq!(quoted.fit(), Some(Fit::Exact), "printed alike, and they meet");
    let letter = finance::reconcile(&programme, Reading::AsPrinted);
    assert_eq!(letter.quotations[0].quotes.len(), 1);
    assert_eq!(codes(&programme, "2021-06-22"), [""; 0]);
}

#[test]
fn chains_and_rings_of_quotations_are_one_figure() {
    let programme = claims(&[
        ("CL1", "£10k", "1", r#", "same_as": "CL3""#),
        ("CL2", "£10k", "2", r#", "same_as": "CL1""#),
        ("CL3", "£11k", "3", r#", "same_as": "CL2""#),
        ("CL4", "£12k", "4", r#", "same_as": "CL3""#),
        ("CL5", "£50k", "5", r#", "same_as": "CL5""#),
    ]);
    let quotations = rounded(&programme).quotations;
    assert_eq!(quotations.len(), 1, "a figure that quotes itself is quoted once");
    let prints: Vec<_> = quotations[0].quotes.iter().map(|q| (&*q.words, q.by.len())).collect();
    assert_eq!(prints, [("£10k", 2), ("£11k", 1), ("£12k", 1)]);
    let pairs: Vec<_> = quotations[0].pairs.iter().map(|p| p.fit.unwrap()).collect();
    assert_eq!(pairs, [Fit::Touch, Fit::Apart, Fit::Touch]);
}

#[test]
fn hedges_widen_and_are_named_as_what_saves_a_sum() {
    let sum = |total: &str| {
        let more = r#", "parts": ["CL1", "CL2"]"#;
        let rows =
            [("CL1", "c£340k", "1", ""), ("CL2", "£361k", "1", ""), ("CL3", total, "1", more)];
        rounded(&claims(&rows)).additions[0].combinations[0].fit
    };
    // c£340k is 335 to 345, so that the sum is 695.5 to 706.5.
    assert_eq!(sum("£701k"), Fit::Exact);
    assert_eq!(sum("£705k"), Fit::Vagueness);
    assert_eq!(sum("£707k"), Fit::Touch, "706.5 is printed as 707, and not reached");
    assert_eq!(sum("£708k"), Fit::Apart);
    assert_eq!(sum("£650k to £700k"), Fit::Vagueness);
}

#[test]
fn things_are_counted_and_not_rounded() {
    let sum = |total: &str| {
        let more = r#", "parts": ["CL1", "CL2"]"#;
        let rows = [("CL1", "18", "1", ""), ("CL2", "four", "1", ""), ("CL3", total, "1", more)];
        rounded(&claims(&rows)).additions[0].combinations[0].fit
    };
    assert_eq!((sum("22"), sum("23")), (Fit::Exact, Fit::Apart));
    assert_eq!(sum("over 20"), Fit::Vagueness);
    assert_eq!(sum("nil"), Fit::Apart, "nothing is nothing in every unit");
}

#[test]
fn what_is_no_figure_is_named_and_never_taken_for_nothing() {
    let more = r#", "parts": ["CL1", "CL2"]"#;
    for (words, help) in [
        ("TBC", "Give the figure of 'Figure CL2' in pounds, things or per cent."),
        ("€305k", "Give the figure of 'Figure CL2' in pounds, things or per cent."),
        (
            "commercially sensitive",
            "Give the figure of 'Figure CL2' in pounds, things or per cent.",
        ),
    ] {
        let rows =
            [("CL1", "£361k", "1", ""), ("CL2", words, "1", ""), ("CL3", "£665k", "1", more)];
        let programme = claims(&rows);
        let found = found(&programme, "2021-06-22", Reading::RoundingAware);
        assert_eq!(codes(&programme, "2021-06-22"), ["info not_assessed FIN-007"], "{words}");
        assert_eq!(found[0].help, help);
    }
    // The same where an amount has another unit, or its total is one of its own parts.
    let rows = [("CL1", "£361k", "1", ""), ("CL2", "305", "1", ""), ("CL3", "£665k", "1", more)];
    let programme = claims(&rows);
    let sum = &rounded(&programme).additions[0];
    assert_eq!(sum.obstacles, [Obstacle::Units(sum.total)]);
    assert_eq!(codes(&programme, "2021-06-22"), ["info not_assessed FIN-007"]);
    let own = r#", "parts": ["CL1", "CL3"]"#;
    let programme = claims(&[("CL1", "£361k", "1", ""), ("CL3", "£665k", "1", own)]);
    let sum = &rounded(&programme).additions[0];
    assert_eq!(sum.obstacles, [Obstacle::OwnPart(sum.total)]);
    // Quoted once in pounds and once with no sign, it cannot be compared.
    let programme =
        claims(&[("CL1", "£340k", "1", ""), ("CL2", "340k", "2", r#", "same_as": "CL1""#)]);
    assert_eq!(rounded(&programme).quotations[0].fit(), None);
    assert_eq!(codes(&programme, "2021-06-22"), ["info not_assessed FIN-008"]);
}

#[test]
fn quotations_that_are_listed_as_parts_are_one_part() {
    // All four quotations are listed, and the total is printed elsewhere.
    let programme = claims(&[
        ("CL1", "£361k", "5.4", ""),
        ("CL2", "£365k", "6", r#", "same_as": "CL1""#),
        ("CL3", "£304k", "5.4", ""),
        ("CL4", "£305k", "7", r#", "same_as": "CL3""#),
        ("CL5", "£665k", "1", r#", "parts": ["CL1", "CL2", "CL3", "CL4"]"#),
    ]);
    let sum = &rounded(&programme).additions[0];
    assert_eq!((sum.parts.len(), sum.combinations.len()), (2, 4));
    let judged: Vec<_> = sum.judged().map(|one| (one.fit, one.places.len())).collect();
    assert_eq!(judged, [(Fit::Exact, 1)], "only 5.4 prints both");
    // Where no place prints both, the best stands for all.
    let programme = claims(&[
        ("CL1", "£361k", "1", ""),
        ("CL2", "£305k", "2", ""),
        ("CL3", "£665k", "3", r#", "parts": ["CL1", "CL2"]"#),
        ("CL4", "£700k", "4", r#", "same_as": "CL3""#),
    ]);
    let sum = &rounded(&programme).additions[0];
    assert_eq!(sum.judged().map(|one| one.fit).collect::<Vec<_>>(), [Fit::Rounding]);
}

#[test]
fn percentages_follow_from_their_counts_or_from_loose_words_or_not() {
    let share = |part: &str, whole: &str, percent: &str| {
        let rows = [
            ("CL1", part, "3.2", ""),
            ("CL2", whole, "3.2", ""),
            ("CL3", percent, "3.2", r#", "share": "CL1", "share_of": "CL2""#),
        ];
        let programme = claims(&rows);
        let share = rounded(&programme).shares.remove(0);
        (share.fit, share.obstacle.is_some(), codes(&programme, "2021-06-22"))
    };
    let fit = |part: &str, whole: &str, percent: &str| share(part, whole, percent).0;
    // 390 of 425 is 91.76 per cent.
    assert_eq!(fit("390", "425", "92%"), Some(Fit::Exact));
    assert_eq!(fit("390", "425", "91.8%"), Some(Fit::Exact));
    assert_eq!(fit("390", "425", "91%"), Some(Fit::Rounding), "cut and not rounded");
    assert_eq!(fit("390", "425", "93%"), Some(Fit::Apart));
    assert_eq!(fit("1", "300", "0%"), Some(Fit::Rounding), "less than one per cent");
    assert_eq!(fit("5", "300", "0%"), Some(Fit::Apart));
    assert_eq!(fit("390", "425", "94%"), Some(Fit::Apart));
    assert_eq!(share("390", "425", "94%").2, ["error certain FIN-009"]);
    // Up to 400 of 420.75 and more would be 95.
    assert_eq!(fit("over 390", "approximately 425", "94%"), Some(Fit::Vagueness));
    assert_eq!(share("over 390", "approximately 425", "94%").2, ["warning certain FIN-009"]);
    assert_eq!(fit("over 390", "approximately 425", "97%"), Some(Fit::Apart));
    // Amounts in thousands are rounded: 304.5 of 664.5 is 45.8.
    assert_eq!(fit("£304k", "£665k", "46%"), Some(Fit::Exact));
    assert_eq!(fit("£304k", "£665k", "45.8%"), Some(Fit::Rounding));
    assert_eq!(share("£304k", "£665k", "45.8%").2, [""; 0]);
    // A loss is a share below nothing.
    assert_eq!(fit("-£10k", "£100k", "-10%"), Some(Fit::Exact));
    assert_eq!(fit("-£10k", "£100k", "10%"), Some(Fit::Apart));
    for (part, whole, percent) in [("5", "nil", "5%"), ("£5k", "20", "25%"), ("5", "20", "25")] {
        let (fit, hindered, codes) = share(part, whole, percent);
        assert_eq!((fit, hindered), (None, true), "{part} of {whole}");
        assert_eq!(codes, ["info not_assessed FIN-009"]);
    }
}

#[test]
fn rates_are_compared_on_one_base() {
    let compared = |first: &str, per: &str, second: &str, of: &str| {
        let more = format!(r#", "compared_with": "CL2"{per}"#);
        let programme = claims(&[("CL1", first, "1.5", &more), ("CL2", second, "1.5", of)]);
        (rounded(&programme).comparisons.remove(0), codes(&programme, "2021-06-22"))
    };
    let (furlough, said) = compared("124", r#", "per": 1000"#, "111", r#", "per": 100000"#);
    let both = furlough.converted.unwrap();
    assert_eq!(
        (both.first.to_string().as_str(), both.second.to_string().as_str()),
        ("12400", "111")
    );
    assert_eq!((both.per, both.tenfold), (100_000, Certainty::Certainly));
    assert_eq!(said, ["error certain FIN-010"], "one finding for both");
    let (_, said) = compared("124", r#", "per": 1000"#, "11", r#", "per": 1000"#);
    assert_eq!(said, ["info certain FIN-010"]);
    let (same, said) = compared("12%", "", "110", r#", "per": 1000"#);
    assert_eq!((same.bases_differ(), said.len()), (true, 1), "12% is per hundred");
    let (_, said) = compared("124", r#", "per": 1000"#, "111", "");
    assert_eq!(said, ["info not_assessed FIN-010"], "per how many is not said");
    let (_, said) = compared("124", r#", "per": 0"#, "111", r#", "per": 1000"#);
    assert_eq!(said, ["info not_assessed FIN-010"], "nothing is given per nothing");
    let (_, said) = compared("124", "", "111", "");
    assert_eq!(said, [""; 0], "counts are no rates");
}

#[test]
fn figures_are_compared_with_the_rows_that_they_speak_of() {
    let programme = read(&document(
        r#""reserves": [{"reference": "RSV1", "name": "Change", "kind": "earmarked", "fund": "general_fund",
           "balances": [{"amount": "c£340k", "source": "Comments"}]}],
         "funding_requirements": [{"reference": "FR1", "title": "Phase 2", "amount": "£665k"}],
         "funding_sources": [
           {"reference": "FS1", "title": "Reserve", "requirement": "FR1", "fund": "general_fund", "amount": "£361k"}],
         "claims": [
           {"reference": "CL1", "title": "Total", "stated": "£665k", "of": "funding requirement FR1",
            "parts": ["CL2", "CL3"]},
           {"reference": "CL2", "title": "General Fund", "stated": "£365k", "of": "funding source FS1"},
           {"reference": "CL3", "title": "HRA", "stated": "£300k", "of": "funding requirement FR1"},
           {"reference": "CL4", "title": "Left", "stated": "£345k", "of": "reserve RSV1", "sources": "Comments"},
           {"reference": "CL5", "title": "Draw", "stated": "£361k", "of": "reserve RSV1", "sources": "2(a)"}]"#,
    ));
    let quotations = rounded(&programme).quotations;
    let said: Vec<_> = quotations
        .iter()
        .map(|one| {
            let words: Vec<_> = one.quotes.iter().map(|quote| quote.words.as_str()).collect();
            (words.join(", "), one.fit().unwrap())
        })
        .collect();
    let expected =
        [("£665k", Fit::Exact), ("£365k, £361k", Fit::Apart), ("£345k, c£340k", Fit::Vagueness)];
    let expected = expected.map(|(words, fit)| (words.to_owned(), fit));
    assert_eq!(said, expected, "a part of a need is not the need, nor a draw the balance");
}

/// Totals of so many parts, each quoted in so many ways.
fn many(totals: usize, parts: usize, quotes: usize) -> Programme {
    let mut draft = Draft::new(About::named("many"));
    let mut number = 0;
    for _ in 0..totals {
        let mut listed = Vec::new();
        for _ in 0..parts {
            let mut first = None;
            for quote in 0..quotes {
                number += 1;
                let mut claim =
                    Claim::new(draft.key(format!("CL{number}").parse().unwrap()), "Part");
                claim.stated = Some(Stated::read(&format!("£{}k", 100 + quote)));
                claim.same_as = first;
                first = first.or(Some(claim.key.id));
                draft.put(claim);
            }
            listed.extend(first);
        }
        number += 1;
        let mut total = Claim::new(draft.key(format!("CL{number}").parse().unwrap()), "Total");
        total.stated = Some(Stated::read("£1k"));
        total.parts = listed;
        draft.put(total);
    }
    draft.finish().unwrap()
}

#[test]
fn combinations_are_bounded_and_the_rest_is_said() {
    // Two to the power of 24 combinations, of which 4,096 are tried.
    let programme = many(1, 24, 2);
    let sum = rounded(&programme).additions.remove(0);
    assert_eq!((sum.combinations.len(), sum.untried), (4_096, (1 << 24) - 4_096));
    // None of those fits, and nobody prints one of them in one place: that proves nothing.
    assert_eq!(codes(&programme, "2021-06-22").last().unwrap(), "info undetermined FIN-007");
    // More than can be counted is said to be as many as can.
    let sum = rounded(&many(1, 100, 2)).additions.remove(0);
    assert_eq!((sum.combinations.len(), sum.untried), (4_096, u64::MAX - 4_096));
    // Thousands of claims, each sum as hard: what is tried in all is bounded too.
    let programme = many(200, 24, 2);
    assert_eq!(programme.claims().len(), 200 * 49);
    let sums = rounded(&programme).additions;
    assert_eq!(sums.len(), 200);
    let tried: usize = sums.iter().map(|sum| sum.combinations.len()).sum();
    let untried = sums.iter().filter(|sum| sum.untried > 0).count();
    assert!(tried * 25 <= 1 << 20 && untried == 200, "{tried}");
    // Simple ones are all tried.
    let sums = rounded(&many(2_000, 4, 1)).additions;
    assert!(sums.iter().all(|sum| sum.combinations.len() == 1 && sum.untried == 0));
    // One figure in 200 ways has 19,900 pairs.
    let quoted = rounded(&many(1, 1, 200)).quotations.remove(0);
    assert_eq!((quoted.pairs.len(), quoted.untried), (4_096, 19_900 - 4_096));
    assert_eq!(quoted.fit(), Some(Fit::Apart));
}

#[test]
fn what_one_place_prints_is_tried_before_all_others() {
    let mut draft = many(1, 24, 2).to_draft();
    // The last quotation of each part stands in one place.
    let last: Vec<_> = (1..=24).map(|part| format!("CL{}", part * 2)).collect();
    let programme = draft.clone().finish().unwrap();
    for reference in last {
        let row = programme.claims().by_reference(reference.parse().unwrap()).unwrap();
        let claim = draft.get_mut(row.key.id).unwrap();
        claim.key.sources.push(programme::model::Citation::at("Table 1"));
    }
    let sum = rounded(&draft.finish().unwrap()).additions.remove(0);
    let judged: Vec<_> = sum.judged().map(|one| one.sum.to_string()).collect();
    assert_eq!(judged, ["2424000"], "24 times 101");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    /// Of so many parts in thousands, rounding explains half a thousand for each and for the total.
    #[test]
    fn rounding_explains_half_a_unit_a_figure(
        parts in prop::collection::vec(1_i64..999, 1..5),
        off in -4_i64..=4,
    ) {
        let sum: i64 = parts.iter().sum();
        let total = format!("£{}k", sum - off);
        prop_assume!(sum - off > 0);
        let list: Vec<_> = (1..=parts.len()).map(|at| format!(r#""CL{at}""#)).collect();
        let more = format!(r#", "parts": [{}]"#, list.join(", "));
        let rows: Vec<(String, String)> =
            (1..).zip(&parts).map(|(at, part)| (format!("CL{at}"), format!("£{part}k"))).collect();
        let mut all: Vec<(&str, &str, &str, &str)> =
            rows.iter().map(|(reference, words)| (&**reference, &**words, "1", "")).collect();
        all.push(("CL9", &total, "1", &more));
        let programme = claims(&all);
        let halves = i64::try_from(parts.len()).unwrap() + 1;
        let expected = match (2 * off.abs()).cmp(&halves) {
            _ if off == 0 => Fit::Exact,
            std::cmp::Ordering::Less => Fit::Rounding,
            std::cmp::Ordering::Equal => Fit::Touch,
            std::cmp::Ordering::Greater => Fit::Apart,
        };
        let one = &rounded(&programme).additions[0].combinations[0];
        prop_assert_eq!(one.fit, expected);
        prop_assert_eq!(one.difference, (off * 1_000).into());
        prop_assert_eq!(one.slack, (halves * 500).into());
        let letter = finance::reconcile(&programme, Reading::AsPrinted);
        let expected = if off == 0 { Fit::Exact } else { Fit::Apart };
        prop_assert_eq!(letter.additions[0].combinations[0].fit, expected);
    }

    /// A whole percentage follows from counts where their share rounds to it.
    #[test]
    fn a_percentage_follows_where_the_share_rounds_to_it(whole in 1_u32..500, percent in 0_u32..=100) {
        let part = whole * percent / 100;
        for (part, percent) in [(part, percent), (part + 1, percent), (part, percent + 1)] {
            let words = [part.to_string(), whole.to_string(), format!("{percent}%")];
            let programme = claims(&[
                ("CL1", &words[0], "1", ""),
                ("CL2", &words[1], "1", ""),
                ("CL3", &words[2], "1", r#", "share": "CL1", "share_of": "CL2""#),
            ]);
            // In half per cents, so that all is whole: up to but not with the upper half, or cut.
            let (share, whole) = (200 * i64::from(part), i64::from(whole));
            let stated = 2 * whole * i64::from(percent);
            let expected = match percent {
                0 if part == 0 => Fit::Exact,
                0 if share < 2 * whole => Fit::Rounding,
                0 => Fit::Apart,
                _ if stated - whole <= share && share < stated + whole => Fit::Exact,
                _ if stated <= share && share < stated + 2 * whole => Fit::Rounding,
                _ => Fit::Apart,
            };
            prop_assert_eq!(rounded(&programme).shares[0].fit, Some(expected), "{:?}", words);
        }
    }

    /// Whatever claims say and however they are linked, figures that agree to the letter agree.
    #[test]
    fn what_holds_to_the_letter_holds_when_rounded(programme in strategy::programmes()) {
        let letter = finance::reconcile(&programme, Reading::AsPrinted);
        let rounded = rounded(&programme);
        prop_assert_eq!(letter.additions.len(), rounded.additions.len());
        let best = |sum: &Addition| sum.combinations.iter().map(|one| one.fit).min();
        for (letter, rounded) in letter.additions.iter().zip(&rounded.additions) {
            if letter.untried == 0 && rounded.untried == 0 {
                prop_assert!(best(rounded).is_none() || best(rounded) <= best(letter));
            }
        }
        for (letter, rounded) in letter.shares.iter().zip(&rounded.shares) {
            prop_assert!(rounded.fit <= letter.fit);
        }
    }
}
