//! Two states of one programme: a random one, and what random edits make of it.

use programme::{
    Action, Draft, Milestone, Programme,
    model::{Movement, MovementKind, Redating, StatusNote},
    strategy,
    values::{ActionStatus, Amount, Timescale, When},
};
use proptest::prelude::*;

const DATES: [&str; 10] = [
    "",
    "March 2020",
    "June 2020",
    "Summer 2020",
    "15 July 2020",
    "by spring 2021",
    "from April 2020",
    "On-going",
    "TBC",
    "Completed",
];
const DAYS: [&str; 4] = ["1 January 2019", "15 March 2020", "30 June 2020", "1 May 2021"];

/// A programme, and the same with rows altered, added or taken out.
///
/// The first is itself made by edits of a random one, whose actions mostly say little.
pub(crate) fn states() -> impl Strategy<Value = (Programme, Programme)> {
    let edits = |most| prop::collection::vec(any::<[u16; 4]>(), 0..most);
    (strategy::programmes(), edits(40), edits(16)).prop_map(|(base, first, second)| {
        let before = edited(base, 7_000, first);
        let after = edited(before.clone(), 8_000, second);
        (before, after)
    })
}

/// A programme after some edits; rows that they add have numbers from one on.
fn edited(mut state: Programme, from: usize, edits: Vec<[u16; 4]>) -> Programme {
    for (number, edit) in (from..).zip(edits) {
        let mut draft = state.to_draft();
        alter(&mut draft, &state, number, edit.map(usize::from));
        // What would not agree with itself is left out.
        state = draft.finish().unwrap_or(state);
    }
    state
}

fn status(of: usize) -> ActionStatus {
    ActionStatus::ALL[of % ActionStatus::ALL.len()]
}

fn alter(draft: &mut Draft, state: &Programme, number: usize, [what, which, how, day]: [usize; 4]) {
    let chosen = state.actions().iter().nth(which % state.actions().len().max(1));
    let other = state.actions().iter().nth(how % state.actions().len().max(1));
    let date = || Timescale::read(DATES[how % DATES.len()]);
    if what % 14 < 3 {
        added(draft, state, number, [what, which, how, day]);
        return;
    }
    let Some(id) = chosen.map(|action| action.key.id) else { return };
    if what % 14 == 3 {
        draft.remove(id);
        return;
    }
    let Some(action) = draft.get_mut(id) else { return };
    match what % 14 {
        4 | 5 => {
            let mut moved = Redating::from(action.timescale.clone());
            moved.agreed = (day % 2 == 0).then(|| "Cabinet".into());
            action.redated.push(moved);
            action.timescale = date();
        }
        6 => action.timescale = date(),
        7 | 8 => {
            let mut note = StatusNote::new(status(how));
            note.on = (day % 5 < 4).then(|| When::read(DAYS[day % 4]));
            action.status.push(note);
        }
        9 => action.status.clear(),
        10 => action.weight = (how % 7 > 0).then(|| u32::try_from(how % 7 - 1).unwrap()),
        11 => action.workstream = state.workstreams().iter().nth(how % 4).map(|row| row.key.id),
        12 => action.parent = other.filter(|_| day % 3 > 0).map(|row| row.key.id),
        _ => {
            action.title.push_str(" again");
            action.leads.reverse();
        }
    }
}

fn added(draft: &mut Draft, state: &Programme, number: usize, edit: [usize; 4]) {
    let [what, which, how, day] = edit;
    match what % 14 {
        0 => {
            let mut row = Action::new(draft.key(format!("A{number}").parse().unwrap()), "Add");
            row.timescale = Timescale::read(DATES[how % DATES.len()]);
            row.parent = state.actions().iter().nth(which % 9).map(|row| row.key.id);
            draft.put(row);
        }
        1 => {
            let mut row = Milestone::new(draft.key(format!("M{number}").parse().unwrap()), "Reach");
            row.status.push(StatusNote::new(status(how)));
            draft.put(row);
        }
        _ => {
            let line = |at: usize| state.budget_lines().iter().nth(at % 4).map(|row| row.key.id);
            let key = draft.key(format!("MOV{number}").parse().unwrap());
            let mut row = Movement::new(key, "Move");
            let kinds = [MovementKind::Allocation, MovementKind::Virement, MovementKind::Reprofile];
            row.kind = Some(kinds[how % kinds.len()]);
            row.date = Some(When::read(DAYS[day % 4]));
            row.amount = Some(Amount::read(&format!("£{}.07", how % 5_000)));
            (row.line, row.to_line) = (line(which), line(day));
            draft.put(row);
        }
    }
}
