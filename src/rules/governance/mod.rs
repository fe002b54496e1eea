//! Rules of roles and boards (area GOV).

pub(super) mod gov_001_owner_shared;
pub(super) mod gov_002_owner_manages;
pub(super) mod gov_003_manager_chairs;
pub(super) mod gov_004_accountable_twice;
pub(super) mod gov_005_monitoring_and_finance;
pub(super) mod gov_006_monitoring_and_head;
pub(super) mod gov_007_statutory_post;
pub(super) mod gov_008_member_and_officer;
pub(super) mod gov_009_executive_made_up;
pub(super) mod gov_010_executive_scrutinises;
pub(super) mod gov_011_board_lacks;
pub(super) mod gov_012_reporting_line;
pub(super) mod gov_013_cannot_decide;
pub(super) mod gov_014_rarer_than_promised;
pub(super) mod gov_015_term_reversed;
pub(super) mod gov_016_post_held_twice;
pub(super) mod gov_017_rules_at_once;

use super::{
    Context, Sink,
    people::{self, Both, Tenure, Who},
};
use crate::model::{Office, Subject};

/// A sentence about somebody who has two things at once, and the help where that is certain.
struct Said<'s> {
    /// Between the name and the rest: where it is certain, and where it is not.
    verb: [&'s str; 2],
    rest: &'s str,
    help: &'s str,
}

/// Reports somebody who has two things at once, after the row that it is about, if that is another.
fn tell(both: &Both<'_, '_>, first: Option<Subject>, said: &Said<'_>, sink: &mut Sink<'_>) {
    let [certainly, possibly] = said.verb;
    let (verb, help) = if both.certainty.is_certain() {
        (certainly, said.help)
    } else {
        (possibly, "Say from which day to which each of the two is so, and of whom.")
    };
    let message = format!("{} {verb} {}", both.named(), said.rest);
    let rows = first.into_iter().chain(both.rows());
    let finding = rows.fold(sink.finding(message, help), |finding, row| finding.about(row));
    sink.find(if both.certainty.is_certain() { finding } else { finding.undetermined() });
}

/// What rules say of whoever has two offices of the programme's own council at once, on any day.
fn two_offices(
    context: &Context<'_>,
    offices: [Office; 2],
    rest: &str,
    help: &str,
    sink: &mut Sink<'_>,
) {
    if !context.is_english() {
        return;
    }
    let held = offices.map(|office| {
        let posts = context.programme.posts().into_iter();
        let own = posts.filter(|post| people::exists(post) && context.is_own(post.organisation));
        let with = own.filter(|post| post.offices.contains(&office));
        with.flat_map(|post| Tenure::of_post(post, &[])).collect::<Vec<_>>()
    });
    let [first, second] = &held;
    let found = people::both(first, second, None);
    let said = Said { verb: ["is", "may at one time be"], rest, help };
    found.iter().for_each(|both| tell(both, None, &said, sink));
    // Where persons are not known nothing is said of them.
    let known = |held: &[Tenure<'_>]| held.iter().any(|one| matches!(one.who, Who::Person(_)));
    if found.is_empty() && held.iter().all(|held| known(held)) {
        sink.pass();
    }
}
