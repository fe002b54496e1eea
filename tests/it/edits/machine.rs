//! Any sequence of verbs and raw changes, against a plain model of the same rows.
//!
//! The model knows what councils mean by the verbs and nothing of notes, drafts or indexes: for each
//! row a few facts, and the states that were said with their days.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};
use programme::{
    Action, ActionId, Milestone, Programme,
    change::{self, Change, Edit, EditError},
    document::Document,
    model::{Lead, Record, Redating, State},
    rollup::{self, Policy},
    values::{ActionStatus as Is, Money, Timescale},
};
use proptest::prelude::*;

use super::{action, id, new_action, programme, reason};
use crate::day;

/// What somebody says of a row; numbers choose among names, and some of these are not there.
#[derive(Clone, Debug)]
enum Verb {
    Report(usize, usize),
    Complete(usize, bool),
    Accept(usize, bool),
    Reopen(usize, bool),
    Hold(usize, bool),
    Resume(usize),
    Redate(usize, usize, bool),
    Reown(usize, bool),
    Cancel(usize, bool),
    Supersede(usize, usize),
    Merge(usize, usize, usize),
    Split(usize, usize),
    Add(usize),
    DrawDown(i64, usize),
}

/// One step: verbs of a day, or a change as it is.
#[derive(Clone, Debug)]
enum Step {
    Edit(u64, Vec<Verb>),
    Add(usize),
    Retitle(usize),
    Remove(usize),
}

const NAMES: [&str; 12] =
    ["A1", "A2", "A3", "A3.1", "A4", "A5", "A6", "A7", "A6.1", "A6.2", "A8", "M1"];
const ACTIONS: usize = 11;
const STATES: [Is; 6] =
    [Is::InProgress, Is::NotStarted, Is::Proposed, Is::Possible, Is::OnHold, Is::Cancelled];
const DATES: [&str; 6] = ["June 2020", "end of July 2020", "TBC", "On-going", "", "Completed"];

fn verbs() -> impl Strategy<Value = Verb> {
    // A few rows of which much is said, and all others.
    let row = || prop_oneof![3 => 0..4usize, 2 => 0..NAMES.len()];
    let action = || prop_oneof![1 => 0..5usize, 1 => 0..ACTIONS];
    let said = || prop::bool::weighted(0.9);
    prop_oneof![
        4 => (row(), 0..STATES.len()).prop_map(|(a, b)| Verb::Report(a, b)),
        3 => (row(), said()).prop_map(|(a, b)| Verb::Complete(a, b)),
        1 => (row(), said()).prop_map(|(a, b)| Verb::Accept(a, b)),
        2 => (row(), said()).prop_map(|(a, b)| Verb::Reopen(a, b)),
        2 => (row(), said()).prop_map(|(a, b)| Verb::Hold(a, b)),
        2 => row().prop_map(Verb::Resume),
        2 => (row(), 0..DATES.len(), said()).prop_map(|(a, b, c)| Verb::Redate(a, b, c)),
        1 => (row(), said()).prop_map(|(a, b)| Verb::Reown(a, b)),
        1 => (row(), said()).prop_map(|(a, b)| Verb::Cancel(a, b)),
        2 => (action(), action()).prop_map(|(a, b)| Verb::Supersede(a, b)),
        2 => (action(), action(), action()).prop_map(|(a, b, c)| Verb::Merge(a, b, c)),
        2 => (action(), action()).prop_map(|(a, b)| Verb::Split(a, b)),
        1 => action().prop_map(Verb::Add),
        1 => (-1i64..3, 1usize..4).prop_map(|(a, b)| Verb::DrawDown(a, b)),
    ]
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        8 => (0u64..40, prop::collection::vec(verbs(), 1..5)).prop_map(|(a, b)| Step::Edit(a, b)),
        1 => (0..ACTIONS).prop_map(Step::Add),
        1 => (0..ACTIONS).prop_map(Step::Retitle),
        1 => (0..ACTIONS).prop_map(Step::Remove),
    ];
    // Days mostly follow one another, so that not everything is refused.
    prop::collection::vec(step, 0..14).prop_map(|mut steps| {
        for (at, step) in (0u64..).zip(&mut steps) {
            if let Step::Edit(on, _) = step {
                *on = if *on < 4 { *on } else { 10 * at + *on % 10 };
            }
        }
        steps
    })
}

/// A row as the model knows it.
#[derive(Clone, Debug, Default, PartialEq)]
struct Row {
    title: String,
    whole: Option<&'static str>,
    answers: BTreeSet<&'static str>,
    due: String,
    was_due: Vec<String>,
    lead: Option<String>,
    /// The states that were said, each for its day, in order; and what takes its place.
    said: Vec<(NaiveDate, Is, Option<&'static str>)>,
    /// The last day for which anything was said.
    last: Option<NaiveDate>,
}

#[derive(Clone, Debug, Default, PartialEq)]
struct Model {
    rows: BTreeMap<&'static str, Row>,
    drawn: BTreeMap<usize, i64>,
}

/// What a cell says of the state.
fn of_cell(due: &str) -> Option<Is> {
    match due {
        "Completed" => Some(Is::Complete),
        "In progress, due June 2020" => Some(Is::InProgress),
        _ => None,
    }
}

fn is_out(status: Option<Is>) -> bool {
    status.is_some_and(Is::is_excluded)
}

fn is_done(status: Option<Is>) -> bool {
    status.is_some_and(Is::is_delivered)
}

impl Model {
    fn new() -> Self {
        let row = |due: &str, answers: &[&'static str]| Row {
            title: "Publish the plan".into(),
            answers: answers.iter().copied().collect(),
            due: due.into(),
            lead: Some("Director of Place".into()),
            ..Row::default()
        };
        let mut model = Self::default();
        model.rows.insert("A1", row("March 2020", &["R1"]));
        model.rows.insert("A2", row("", &["R2"]));
        model.rows.insert("A3", row("May 2020", &["R1"]));
        model.rows.insert("A3.1", Row { whole: Some("A3"), ..row("", &[]) });
        model.rows.insert("A4", row("Completed", &[]));
        model.rows.insert("A5", row("In progress, due June 2020", &[]));
        let title = "Hub open".to_owned();
        model.rows.insert("M1", Row { title, lead: None, ..row("June 2020", &[]) });
        model
    }

    fn status(&self, name: &str, on: NaiveDate) -> Option<Is> {
        let row = self.rows.get(name)?;
        let said = row.said.iter().rev().find(|(day, ..)| *day <= on);
        said.map(|(_, status, _)| *status).or_else(|| of_cell(&row.due))
    }

    /// A row and those above.
    fn up(&self, name: &'static str) -> Vec<&'static str> {
        let mut all = vec![name];
        while let Some(whole) = self.rows.get(all[all.len() - 1]).and_then(|row| row.whole) {
            all.push(whole);
        }
        all
    }

    fn in_plan(&self, name: &'static str, on: NaiveDate) -> Option<&Row> {
        let row = self.rows.get(name)?;
        let newest = row.last.is_none_or(|last| last <= on);
        let out = self.up(name).iter().any(|above| is_out(self.status(above, on)));
        (newest && !out).then_some(row)
    }

    fn open(&self, name: &'static str, on: NaiveDate) -> Option<&Row> {
        self.in_plan(name, on).filter(|_| !is_done(self.status(name, on)))
    }

    /// From the nearest of a row and those above.
    fn nearest<'m, T: 'm>(
        &'m self,
        name: &'static str,
        of: impl Fn(&'m Row) -> Option<T>,
    ) -> Option<T> {
        self.up(name).into_iter().find_map(|above| of(&self.rows[above]))
    }

    fn answers(&self, name: &'static str) -> BTreeSet<&'static str> {
        let own = |row: &Row| (!row.answers.is_empty()).then(|| row.answers.clone());
        self.nearest(name, own).unwrap_or_default()
    }

    fn gives_way(&self, name: &'static str, to: &str) -> bool {
        let mut at = name;
        for _ in 0..NAMES.len() {
            if at == to {
                return true;
            }
            match self.rows.get(at).and_then(|row| row.said.last()) {
                Some((_, status, Some(next))) if status.is_excluded() => at = next,
                _ => return false,
            }
        }
        false
    }

    fn may_follow(&self, name: &'static str, by: &'static str, on: NaiveDate) -> Option<()> {
        self.open(name, on)?;
        self.rows.get(by)?;
        let apart = !self.up(name).contains(&by) && !self.up(by).contains(&name);
        let stays = !self.up(by).iter().any(|above| is_out(self.status(above, on)));
        (apart && stays && !self.gives_way(by, name)).then_some(())
    }

    fn say(&mut self, name: &'static str, on: NaiveDate, status: Is, by: Option<&'static str>) {
        let row = self.rows.get_mut(name).unwrap();
        row.said.push((on, status, by));
        row.last = Some(on);
    }

    fn new_row(&mut self, name: &'static str, whole: Option<&'static str>) -> Option<()> {
        if self.rows.contains_key(name) {
            return None;
        }
        let row = Row { title: "Publish the plan".into(), whole, ..Row::default() };
        self.rows.insert(name, row);
        Some(())
    }

    /// What becomes of a verb; none where it is to be refused.
    fn verb(&mut self, verb: &Verb, on: NaiveDate) -> Option<()> {
        let status = |model: &Self, name| model.status(name, on);
        match *verb {
            Verb::Report(row, state) => {
                self.open(NAMES[row], on)?;
                if state > 3 {
                    return None;
                }
                self.say(NAMES[row], on, STATES[state], None);
            }
            Verb::Complete(row, said) => {
                self.open(NAMES[row], on).filter(|_| said)?;
                self.say(NAMES[row], on, Is::Complete, None);
            }
            Verb::Accept(row, said) => {
                self.in_plan(NAMES[row], on).filter(|_| said)?;
                is_done(status(self, NAMES[row])).then_some(())?;
                self.say(NAMES[row], on, Is::Accepted, None);
            }
            Verb::Reopen(row, said) => {
                self.in_plan(NAMES[row], on).filter(|_| said)?;
                is_done(status(self, NAMES[row])).then_some(())?;
                self.say(NAMES[row], on, Is::InProgress, None);
            }
            Verb::Hold(row, said) => {
                self.open(NAMES[row], on).filter(|_| said)?;
                self.say(NAMES[row], on, Is::OnHold, None);
            }
            Verb::Resume(row) => {
                let held = self.in_plan(NAMES[row], on)?;
                (status(self, NAMES[row]) == Some(Is::OnHold)).then_some(())?;
                let before = held.said.iter().rev().map(|(_, status, _)| *status);
                let before = before.chain(of_cell(&held.due)).find(|other| *other != Is::OnHold);
                self.say(NAMES[row], on, before.unwrap_or(Is::InProgress), None);
            }
            Verb::Redate(row, date, said) => self.redate(NAMES[row], DATES[date], on, said)?,
            Verb::Reown(row, said) => {
                self.in_plan(NAMES[row], on).filter(|_| said)?;
                let row = self.rows.get_mut(NAMES[row])?;
                (row.lead, row.last) = (Some("COO".into()), Some(on));
            }
            Verb::Cancel(row, said) => {
                self.open(NAMES[row], on).filter(|_| said)?;
                self.say(NAMES[row], on, Is::Cancelled, None);
            }
            Verb::Supersede(row, by) => {
                self.may_follow(NAMES[row], NAMES[by], on)?;
                self.say(NAMES[row], on, Is::Superseded, Some(NAMES[by]));
            }
            Verb::Merge(one, other, into) => {
                self.merge([NAMES[one], NAMES[other]], NAMES[into], on)?;
            }
            Verb::Split(row, part) => {
                self.open(NAMES[row], on)?;
                self.new_row(NAMES[part], Some(NAMES[row]))?;
            }
            Verb::Add(row) => self.new_row(NAMES[row], None)?,
            Verb::DrawDown(pounds, number) => {
                (pounds > 0 && !self.drawn.contains_key(&number)).then_some(())?;
                self.drawn.insert(number, pounds);
            }
        }
        Some(())
    }

    fn merge(&mut self, all: [&'static str; 2], into: &'static str, on: NaiveDate) -> Option<()> {
        all.iter().try_for_each(|name| self.may_follow(name, into, on))?;
        (!is_done(self.status(into, on))).then_some(())?;
        let had = self.answers(into);
        let more = all.iter().flat_map(|name| self.answers(name)).chain(had.clone());
        let more: BTreeSet<_> = more.collect();
        if more != had {
            self.rows.get_mut(into)?.answers = more;
        }
        for name in BTreeSet::from(all) {
            self.say(name, on, Is::Merged, Some(into));
        }
        Some(())
    }

    fn redate(&mut self, name: &'static str, due: &str, on: NaiveDate, said: bool) -> Option<()> {
        self.open(name, on).filter(|_| said)?;
        let had = self.nearest(name, |row| (!row.due.is_empty()).then(|| row.due.clone()));
        let had = had.unwrap_or_default();
        (had != due && !due.is_empty() && due != "Completed").then_some(())?;
        let row = self.rows.get_mut(name)?;
        if let Some(status) = of_cell(&row.due).filter(|_| row.said.is_empty()) {
            // What the cell said was so before the day, too.
            row.said.push((NaiveDate::MIN, status, None));
        }
        row.was_due.push(had);
        (row.due, row.last) = (due.into(), Some(on));
        Some(())
    }

    /// How many actions are in a state, each reckoned from itself upwards.
    fn count(&self, wanted: State, on: NaiveDate) -> u64 {
        let names = self.rows.keys().filter(|name| name.starts_with('A'));
        names.filter(|name| self.state(name, on) == wanted).count() as u64
    }

    fn state(&self, name: &'static str, on: NaiveDate) -> State {
        let undecided = |status| match status {
            Some(Is::Proposed) => Some(State::Proposed),
            Some(Is::Possible) => Some(State::Possible),
            _ => None,
        };
        let status = self.status(name, on);
        let above = &self.up(name)[1..];
        let own = match status {
            Some(Is::Cancelled) => return State::Cancelled,
            Some(Is::Superseded) => return State::Superseded,
            Some(Is::Merged) => return State::Merged,
            Some(Is::Complete) => State::Complete,
            Some(Is::Accepted) => State::Accepted,
            Some(Is::Proposed) => State::Proposed,
            Some(Is::Possible) => State::Possible,
            _ if self.rows[name].due == "On-going" => State::Continuing,
            Some(Is::InProgress) => State::InProgress,
            Some(Is::NotStarted) => State::NotStarted,
            Some(Is::OnHold) => State::OnHold,
            _ => State::NotReported,
        };
        let out = above.iter().any(|whole| is_out(self.status(whole, on)));
        if out && !is_done(status) {
            return State::AncestorExcluded;
        }
        if self.rows.values().any(|row| row.whole == Some(name)) {
            return State::Divided;
        }
        if out || undecided(status).is_some() {
            return own;
        }
        above.iter().find_map(|whole| undecided(self.status(whole, on))).unwrap_or(own)
    }
}

/// Says a verb to an edit.
fn tell(edit: &mut Edit, verb: &Verb) -> Result<(), EditError> {
    let (aye, text) = ("Minutes, item 4", |said: bool| if said { "Minutes, item 4" } else { " " });
    macro_rules! of {
        ($row:expr, $verb:ident $(, $more:expr)*) => {
            match NAMES[$row] {
                "M1" => edit.$verb(id::<Milestone>("M1") $(, $more)*),
                name => edit.$verb(action(name) $(, $more)*),
            }
        };
    }
    match *verb {
        Verb::Report(row, state) => of!(row, report, STATES[state], aye),
        Verb::Complete(row, said) => of!(row, complete, text(said)),
        Verb::Accept(row, said) => of!(row, accept, text(said)),
        Verb::Reopen(row, said) => of!(row, reopen, text(said)),
        Verb::Hold(row, said) => of!(row, hold, text(said)),
        Verb::Resume(row) => of!(row, resume),
        Verb::Redate(row, date, said) => {
            let redating = if said { reason("It ran late") } else { Redating::default() };
            of!(row, redate, Timescale::read(DATES[date]), redating)
        }
        Verb::Reown(row, said) => of!(row, reown, [Lead::named("COO")], text(said)),
        Verb::Cancel(row, said) => of!(row, cancel, id("DEC1"), text(said)),
        Verb::Supersede(row, by) => edit.supersede(action(NAMES[row]), action(NAMES[by]), None),
        Verb::Merge(one, other, into) => {
            edit.merge(&[action(NAMES[one]), action(NAMES[other])], action(NAMES[into]))
        }
        Verb::Split(row, part) => edit.split(action(NAMES[row]), [new_action(NAMES[part])]),
        Verb::Add(row) => edit.add(new_action(NAMES[row])),
        Verb::DrawDown(pounds, number) => {
            let reference = format!("MOV{number}").parse().unwrap();
            let amount = Money::from_pence(100 * pounds).unwrap();
            edit.draw_down(id("RSV1"), amount, None, "Phase 2", reference).map(|_| ())
        }
    }
}

/// What a programme holds, as the model would know it, but for the states.
fn held(programme: &Programme) -> BTreeMap<String, Row> {
    let name = |id: ActionId| {
        let reference = programme.reference(id).unwrap().to_string();
        NAMES.into_iter().find(|name| *name == reference).unwrap()
    };
    let lead = |leads: &[Lead]| leads.first().map(|lead| programme.lead_name(lead).to_owned());
    let was = |redated: &[Redating]| redated.iter().map(|moved| moved.from.to_string()).collect();
    let actions = programme.actions().iter().map(|row| {
        let answers = row.answers.iter().map(|id| match programme.reference(*id) {
            Some(reference) if reference.to_string() == "R1" => "R1",
            _ => "R2",
        });
        let held = Row {
            title: row.title.clone(),
            whole: row.parent.map(name),
            answers: answers.collect(),
            due: row.timescale.to_string(),
            was_due: was(&row.redated),
            lead: lead(&row.leads),
            ..Row::default()
        };
        (row.key.reference.to_string(), held)
    });
    let milestones = programme.milestones().iter().map(|row| {
        let held = Row {
            title: row.title.clone(),
            due: row.timescale.to_string(),
            was_due: was(&row.redated),
            lead: lead(&row.leads),
            ..Row::default()
        };
        (row.key.reference.to_string(), held)
    });
    actions.chain(milestones).collect()
}

fn check(programme: &Programme, model: &Model, on: NaiveDate) -> Result<(), TestCaseError> {
    let known = model.rows.iter().map(|(name, row)| {
        ((*name).to_owned(), Row { said: Vec::new(), last: None, ..row.clone() })
    });
    prop_assert_eq!(held(programme), known.collect::<BTreeMap<_, _>>());
    for row in programme.actions() {
        let name = NAMES.into_iter().find(|name| action(name) == row.key.id).unwrap();
        prop_assert_eq!(programme.standing(row, on).status, model.status(name, on), "{}", name);
    }
    let progress = rollup::progress(programme, &Policy::pooled(), on);
    for state in State::ALL {
        prop_assert_eq!(progress.count(state), model.count(state, on), "{:?} {}", state, on);
    }
    let met = is_done(model.status("M1", on));
    prop_assert_eq!(progress.milestones().met, u64::from(met));
    let drawn: Vec<i64> = programme
        .movements()
        .iter()
        .map(|row| row.amount.as_ref().unwrap().value().unwrap().pence() / 100)
        .collect();
    prop_assert_eq!(drawn, model.drawn.values().copied().collect::<Vec<_>>());
    let mut references = BTreeSet::new();
    let once = programme.records().all(|row| references.insert((row.kind(), row.reference())));
    prop_assert!(once, "a reference is there twice");
    Ok(())
}

/// The change of a step that is one, and what becomes of the model; none where it is refused.
fn raw(step: &Step, programme: &Programme, model: &mut Model) -> (Vec<Change>, Option<()>) {
    match *step {
        Step::Edit(..) => (Vec::new(), Some(())),
        Step::Add(row) => {
            (vec![Change::add(new_action(NAMES[row]))], model.new_row(NAMES[row], None))
        }
        Step::Retitle(row) => {
            let held = programme.record(action(NAMES[row]));
            let mut new = match held {
                Some(Record::Action(row)) => Action::clone(&row),
                _ => new_action(NAMES[row]),
            };
            new.title.push('!');
            let known = model.rows.get_mut(NAMES[row]).map(|row| row.title.push('!'));
            (vec![Change::replace(new)], known)
        }
        Step::Remove(row) => {
            let name = NAMES[row];
            let linked = model.rows.values().any(|other| {
                other.whole == Some(name) || other.said.iter().any(|(.., by)| *by == Some(name))
            });
            let known = (!linked).then_some(()).and_then(|()| model.rows.remove(name));
            (vec![Change::remove(action(name))], known.map(|_| ()))
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, ..ProptestConfig::default() })]

    #[test]
    fn any_sequence_of_edits_gives_what_a_plain_model_says(steps in steps()) {
        let (mut now, mut model) = (programme(), Model::new());
        let mut latest = day("2020-01-01");
        check(&now, &model, latest)?;
        for step in &steps {
            let before = now.clone();
            let mut next = model.clone();
            let (mut changes, taken) = raw(step, &now, &mut next);
            if let Step::Edit(after, verbs) = step {
                let on = day("2020-01-01") + Days::new(*after);
                latest = latest.max(on);
                let mut edit = Edit::of(&now, on);
                for verb in verbs {
                    let (said, mut then) = (edit.changes(), next.clone());
                    let (told, wanted) = (tell(&mut edit, verb), then.verb(verb, on));
                    prop_assert_eq!(told.is_ok(), wanted.is_some(), "{:?}: {:?}", verb, told);
                    match wanted {
                        Some(()) => next = then,
                        None => prop_assert_eq!(edit.changes(), said, "{:?}", verb),
                    }
                }
                changes = edit.changes();
            }
            let result = now.apply(&changes);
            prop_assert_eq!(&now, &before, "what is there stays as it is");
            prop_assert_eq!(result.is_ok(), taken.is_some(), "{:?}: {:?}", step, result);
            if let Ok(after) = result {
                let differences = change::diff(&now, &after);
                prop_assert_eq!(&now.apply(&differences).unwrap(), &after);
                prop_assert_eq!(change::diff(&after, &after), []);
                (now, model) = (after, next);
            }
            check(&now, &model, latest)?;
        }
        let text = Document::of(&now).to_json();
        prop_assert_eq!(&Document::from_json(&text).unwrap().check().lenient().0, &now);
    }
}
