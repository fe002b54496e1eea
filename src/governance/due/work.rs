//! Actions and work of other kinds that fall due.

use super::Ahead;
use crate::{
    governance::{DeadlineKind, DueItem, NoDay},
    model::{Action, DueState, OtherWork, State, Subject, Tense},
    values::Unread,
};

/// Open actions. Those that are proposed or possible are not agreed, and nothing of them is due.
pub(super) fn actions(ahead: &mut Ahead<'_>) {
    let programme = ahead.programme;
    let states = programme.states(ahead.from).zip(programme.actions());
    let continuing = states.filter(|(state, _)| *state == State::Continuing);
    let continuing: Vec<&Action> = continuing.map(|(_, action)| action).collect();
    let of = |state| programme.in_due_state(state, ahead.from);
    let unpaired = of(DueState::Unpaired);
    let open = [of(DueState::NotDue), of(DueState::InWindow), of(DueState::Undated), continuing];
    for action in open.into_iter().flatten() {
        let item = action_item(ahead, action);
        ahead.timescale(item, programme.timescale_of(action), false);
    }
    for action in unpaired {
        let item = action_item(ahead, action);
        ahead.apart(item, NoDay::Unpaired);
    }
}

fn action_item(ahead: &Ahead<'_>, action: &Action) -> DueItem {
    let row = Subject::Action(action.key.id);
    let who = ahead.names(ahead.programme.leads_of(action));
    DueItem { who, ..ahead.item(DeadlineKind::Action, row, &action.title) }
}

/// Milestones, deliverables, projects, service reviews, capabilities and events; of what is said to
/// be achieved only what is worded as still to come.
pub(super) fn others(ahead: &mut Ahead<'_>) {
    let programme = ahead.programme;
    for work in programme.other_work() {
        let status = work.standing(ahead.from).status;
        let over = status.is_some_and(|status| status.is_delivered() || status.is_excluded());
        if over || is_achieved(ahead, &work) {
            continue;
        }
        let body = match work.subject {
            Subject::Milestone(id) => programme.get(id).and_then(|row| row.body),
            Subject::Deliverable(id) => programme.get(id).and_then(|row| row.body),
            Subject::Event(id) => programme.get(id).and_then(|row| row.body),
            _ => None,
        };
        let meets = matches!(work.subject, Subject::Event(_)) && body.is_some();
        let kind = if meets { DeadlineKind::Meeting } else { DeadlineKind::Work };
        let (who, to) = (ahead.names(work.leads), ahead.name(body));
        let item = DueItem { who, to, ..ahead.item(kind, work.subject, work.name) };
        match work.timescale {
            // How often a new edition appears is listed with other rhythms.
            Some(cell) if cell.unread() == Some(Unread::Blank) && recurs(ahead, &work) => {}
            Some(cell) => ahead.timescale(item, cell, false),
            None => ahead.when(item, work.date),
        }
    }
}

fn recurs(ahead: &Ahead<'_>, work: &OtherWork<'_>) -> bool {
    let Subject::Deliverable(id) = work.subject else { return false };
    let rhythm = ahead.programme.get(id).and_then(|row| row.cadence.as_ref());
    rhythm.is_some_and(|rhythm| rhythm.unread() != Some(Unread::Blank))
}

fn is_achieved(ahead: &Ahead<'_>, work: &OtherWork<'_>) -> bool {
    let Subject::Achievement(id) = work.subject else { return false };
    let to_come = ahead.programme.get(id).is_some_and(|row| {
        matches!(row.wording, Some(Tense::ToDo | Tense::UnderWay))
            && row.on.as_ref().is_some_and(|on| on.unread() != Some(Unread::Blank))
    });
    !to_come
}
