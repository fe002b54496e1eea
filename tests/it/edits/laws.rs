//! Laws of differences, over programmes made at random.

use programme::{
    Draft, Programme,
    change::{self, Change},
    model::{About, Subject},
    strategy,
};
use proptest::prelude::*;

/// Another state of the same programme: some rows are gone, some have other words, one is new.
fn altered(before: &Programme, picks: &[u8]) -> Programme {
    let mut after = before.clone();
    let rows: Vec<Subject> = before.records().map(|row| row.subject()).collect();
    for (at, row) in picks.iter().map(|pick| usize::from(*pick)).zip(rows.iter().cycle().step_by(7))
    {
        let gone = after.apply(&[Change::remove(*row)]);
        after = match at % 3 {
            // What is linked to stays.
            0 => gone.unwrap_or(after),
            1 => retitled(&after, at),
            _ => after,
        };
    }
    after
}

fn retitled(before: &Programme, at: usize) -> Programme {
    let mut draft = before.to_draft();
    let actions: Vec<_> = before.actions().iter().map(|row| row.key.id).collect();
    if let Some(action) = actions.get(at % actions.len().max(1)).and_then(|id| draft.get_mut(*id)) {
        action.title.push_str(" again");
    }
    draft.about.related.push("Another".into());
    draft.finish().unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn differences_lead_from_one_state_to_another(
        before in strategy::programmes(),
        picks in prop::collection::vec(any::<u8>(), 0..8),
    ) {
        let after = altered(&before, &picks);
        let changes = change::diff(&before, &after);
        prop_assert_eq!(&before.apply(&changes).unwrap(), &after);
        prop_assert_eq!(&after.apply(&change::diff(&after, &before)).unwrap(), &before);
        prop_assert_eq!(change::diff(&after, &after), []);
        prop_assert_eq!(changes.is_empty(), before == after);
        let rows: Vec<_> = changes.iter().map(Change::subject).collect();
        let mut once = rows.clone();
        once.sort();
        once.dedup();
        prop_assert_eq!(once.len(), rows.len(), "one change a row");
    }

    #[test]
    fn a_programme_is_its_differences_from_an_empty_one(after in strategy::programmes()) {
        let about = About::new(after.about().id, "Empty");
        let empty = Draft::new(about).finish().unwrap();
        prop_assert_eq!(&empty.apply(&change::diff(&empty, &after)).unwrap(), &after);
        prop_assert_eq!(&after.apply(&change::diff(&after, &empty)).unwrap(), &empty);
    }
}
