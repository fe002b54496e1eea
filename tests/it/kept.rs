//! Kept totals: whatever changes, they are what all programmes give anew.

use programme::{
    Draft, Programme,
    change::{self, Change},
    model::About,
    rollup::{self, Kept, Policy, Progress},
    values::Timescale,
};
use proptest::prelude::*;

use crate::{day, two_states};

fn policies() -> [Policy; 3] {
    [Policy::pooled(), Policy::mean(), Policy::legacy()]
}

fn anew(programmes: &[&Programme], policy: &Policy) -> Progress {
    let on = day("2020-06-30");
    programmes.iter().map(|programme| rollup::progress(programme, policy, on)).sum()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn kept_totals_are_what_all_give_anew(
        (before, after) in two_states::states(),
        policy in prop::sample::select(policies().to_vec()),
    ) {
        let other = plan(700, "Other");
        let mut kept = Kept::new(policy.clone(), day("2020-06-30"));
        kept.put(&before);
        kept.put(&other);
        prop_assert_eq!(kept.total(), &anew(&[&before, &other], &policy));
        kept.follow(&after, &change::diff(&before, &after));
        prop_assert_eq!(kept.total(), &anew(&[&after, &other], &policy));
        kept.remove(other.about().id);
        prop_assert_eq!(kept.total(), &anew(&[&after], &policy));
    }
}

/// A plan of so many actions, each with a date.
fn plan(actions: u32, name: &str) -> Programme {
    let mut draft = Draft::new(About::named(name));
    for number in 1..=actions {
        let key = draft.key(format!("A{number}").parse().unwrap());
        let mut action = programme::Action::new(key, "Publish the plan");
        action.timescale = Timescale::read(if number % 3 == 0 { "Completed" } else { "May 2020" });
        draft.put(action);
    }
    draft.finish().unwrap()
}

#[test]
fn each_of_many_actions_is_followed_where_it_stands() {
    // 700 actions are three chunks; the first, one at an edge, and the last change.
    let policy = Policy::pooled();
    let mut state = plan(700, "One");
    let mut kept = Kept::new(policy.clone(), day("2020-06-30"));
    kept.put(&state);
    assert_eq!((kept.total().complete(), kept.total().overdue()), (233, 467));
    for (at, complete) in [(0, 234), (255, 234), (256, 235), (699, 236)] {
        let mut action = state.actions().iter().nth(at).unwrap().clone();
        // The numbers are 1, 256, 257 and 700, none of which 3 divides: all are open before.
        action.timescale = Timescale::read(if at == 255 { "June 2021" } else { "Completed" });
        let changes = [Change::replace(action)];
        let after = state.apply(&changes).unwrap();
        kept.follow(&after, &changes);
        state = after;
        assert_eq!(kept.total().complete(), complete);
        assert_eq!(kept.total(), &anew(&[&state], &policy));
    }
    assert_eq!(kept.programme(state.about().id), Some(kept.total()));
}
