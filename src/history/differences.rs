//! How two states of a programme differ, row by row, in the words of reports.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{
    Called, Redate, Way,
    aspects::{owners, redated, standing, timescale},
};
use crate::{
    model::{Fields, Kind, Programme, Record, Subject},
    values::{ActionStatus, Meaning, Reference, Timescale},
};

/// One row that is not as it was, and in which ways.
///
/// See [`differences`] for an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The row; none where it is the programme itself.
    pub row: Option<Subject>,
    /// Its reference: that of the later state, or of the earlier where it is gone.
    pub reference: Option<Reference>,
    /// What it is called in a report: printed label or reference.
    pub shown: String,
    /// Its name or short title.
    pub name: String,
    /// In which ways it differs; never empty.
    pub ways: Vec<Way>,
}

/// Fields that hold words for people, by which nothing is reckoned.
const WORDS: [&str; 9] =
    ["label", "title", "name", "aliases", "detail", "words", "text", "rationale", "limbs"];
/// Fields that say whose money it is, how much, and where it comes from or goes.
const MONEY: [&str; 19] = [
    "fund",
    "fund_name",
    "nature",
    "amount",
    "stated",
    "ceiling",
    "share",
    "resource",
    "reserve",
    "to_reserve",
    "line",
    "to_line",
    "within_group",
    "right_to_buy",
    "replaced_by",
    "balances",
    "floor",
    "fee",
    "cashable",
];
/// Kinds of row that hold money.
const OF_MONEY: [Kind; 7] = [
    Kind::Reserve,
    Kind::BudgetLine,
    Kind::Movement,
    Kind::FundingRequirement,
    Kind::FundingSource,
    Kind::Saving,
    Kind::Appointment,
];

/// How two states of a programme differ: one entry for each row that does, matched by id and never
/// by title, in the order of kinds and of references. The programme itself comes first.
///
/// What was said of the state of work is compared as at the end of one day: what time alone brings
/// about is no difference of rows, and [`bridge`](super::bridge) tells of it. A row that has new
/// parts has an entry though nothing in it differs.
///
/// ```
/// use programme::{history, model::{About, Draft}, values::Timescale, Action};
///
/// let mut draft = Draft::new(About::named("example"));
/// let mut action = Action::new(draft.key("A1".parse()?), "Publish the plan");
/// action.timescale = Timescale::read("March 2020");
/// draft.put(action.clone());
/// let before = draft.clone().finish()?;
/// action.timescale = Timescale::read("June 2020");
/// action.title = "Publish the plan and report on it".into();
/// draft.put(action);
/// draft.put(Action::new(draft.key("A2".parse()?), "Ask residents"));
/// let after = draft.finish()?;
/// let told: Vec<_> = history::differences(&before, &after, "2020-01-31".parse()?)
///     .iter()
///     .map(ToString::to_string)
///     .collect();
/// assert_eq!(told, [
///     "A1: re-dated from March 2020 to June 2020, later by 62 to 121 days, without approval; \
///      re-worded (title)",
///     "A2: added",
/// ]);
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn differences(before: &Programme, after: &Programme, on: NaiveDate) -> Vec<Difference> {
    let mut parts: BTreeMap<Subject, Vec<Called>> = BTreeMap::new();
    let mut entries: Vec<Difference> = Vec::new();
    let both = Both { before, after, on };
    before.differences(after, |old, new| {
        let whole = new.as_ref().and_then(Record::parent);
        if let (Some(whole), Some(part)) = (whole, &new)
            && old.as_ref().and_then(Record::parent) != Some(whole)
            && before.reference(whole).is_some()
        {
            parts.entry(whole).or_default().push(Called::of(after, part.subject()));
        }
        match (&old, &new) {
            (None, Some(new)) => entries.push(entry(after, new, vec![Way::Added])),
            (Some(old), None) => entries.push(entry(before, old, vec![Way::Removed])),
            (Some(old), Some(new)) => entries.push(entry(after, new, both.ways(old, new))),
            (None, None) => {}
        }
    });
    let places: BTreeMap<Option<Subject>, usize> =
        entries.iter().enumerate().map(|(at, entry)| (entry.row, at)).collect();
    for (whole, parts) in parts {
        let way = Way::SplitInto(parts);
        match places.get(&Some(whole)).and_then(|at| entries.get_mut(*at)) {
            // Parts first: what else differs mostly follows from them.
            Some(entry) => entry.ways.insert(0, way),
            None => entries.extend(after.record(whole).map(|row| entry(after, &row, vec![way]))),
        }
    }
    entries.extend(of_itself(before, after));
    entries.sort_by_key(|entry| (entry.row.map(Subject::kind), entry.reference, entry.row));
    entries
}

fn entry(programme: &Programme, row: &Record, ways: Vec<Way>) -> Difference {
    let (subject, name) = (row.subject(), row.name().to_owned());
    let shown = programme.shown(subject);
    Difference { row: Some(subject), reference: Some(row.reference()), shown, name, ways }
}

/// How the programme itself differs.
fn of_itself(before: &Programme, after: &Programme) -> Option<Difference> {
    if before.about() == after.about() {
        return None;
    }
    let mut fields = before.about().differing(after.about());
    let mut ways = Vec::new();
    let words = taken(&mut fields, &WORDS);
    if !words.is_empty() {
        ways.push(Way::Reworded(words));
    }
    // Two programmes of one name differ in their ids alone.
    if !fields.is_empty() || ways.is_empty() {
        ways.push(Way::Replaced(fields));
    }
    let name = after.about().name.clone();
    Some(Difference { row: None, reference: None, shown: String::new(), name, ways })
}

/// Two states to compare as at a day.
struct Both<'p> {
    before: &'p Programme,
    after: &'p Programme,
    on: NaiveDate,
}

impl Both<'_> {
    /// In which ways two states of one row differ: each field is told of once.
    fn ways(&self, old: &Record, new: &Record) -> Vec<Way> {
        let mut fields = old.differing(new);
        let mut ways: Vec<Way> = self.status(old, new).into_iter().collect();
        if !ways.is_empty() {
            taken(&mut fields, &["status"]);
        }
        let said_so = !ways.is_empty();
        if fields.contains(&"timescale") {
            ways.extend(self.redate(old, new, said_so, &mut fields));
        }
        if let (Some((field, from)), Some((_, to))) = (owners(old), owners(new))
            && !taken(&mut fields, &[field]).is_empty()
        {
            let names = |programme: &Programme, leads: &[crate::model::Lead]| {
                leads.iter().map(|lead| programme.lead_name(lead).to_owned()).collect()
            };
            ways.push(Way::Reowned { from: names(self.before, from), to: names(self.after, to) });
        }
        if let (Record::Action(old), Record::Action(new)) = (old, new)
            && !taken(&mut fields, &["weight"]).is_empty()
        {
            ways.push(Way::Reweighted { from: old.weight, to: new.weight });
        }
        if OF_MONEY.contains(&new.kind()) {
            let money = taken(&mut fields, &MONEY);
            ways.extend((!money.is_empty()).then_some(Way::Refunded(money)));
        }
        let words = taken(&mut fields, &WORDS);
        ways.extend((!words.is_empty()).then_some(Way::Reworded(words)));
        ways.extend((!fields.is_empty() || ways.is_empty()).then_some(Way::Replaced(fields)));
        ways
    }

    /// How a date moved, or that it is only printed otherwise.
    fn redate(
        &self,
        old: &Record,
        new: &Record,
        status_told: bool,
        fields: &mut Vec<&'static str>,
    ) -> Option<Way> {
        let from = timescale(self.before, old)?;
        let to = timescale(self.after, new)?;
        let moved = Redate::of(from, to, redated(self.before, old), redated(self.after, new));
        let is_status = |cell: &Timescale| matches!(cell.value(), Some(Meaning::Status { .. }));
        if is_status(from) || is_status(to) {
            // A state in the timescale's place moves no date.
            if status_told {
                taken(fields, &["timescale"]);
            }
            return None;
        }
        taken(fields, &["timescale"]);
        let Some(moved) = moved else { return Some(Way::Reworded(vec!["timescale"])) };
        taken(fields, &["redated"]);
        Some(Way::Redated(moved))
    }

    /// How what is said of the state differs.
    fn status(&self, old: &Record, new: &Record) -> Option<Way> {
        let (was, now) = (standing(self.before, old, self.on), standing(self.after, new, self.on));
        let (from, to) = (was.status, now.status);
        if from == to {
            return None;
        }
        let successor = || {
            let successor = now.note.and_then(|note| note.successor)?;
            Some(Called::of(self.after, successor))
        };
        Some(match (from, to) {
            (_, Some(ActionStatus::Cancelled)) => Way::Cancelled,
            (_, Some(ActionStatus::Superseded)) => Way::Superseded(successor()),
            (_, Some(ActionStatus::Merged)) => Way::MergedInto(successor()),
            (_, Some(to)) if to.is_excluded() => Way::LeftPlan(to),
            (Some(from), to) if from.is_excluded() => Way::Reinstated { from, to },
            (None, Some(to)) => Way::StatusFirstSaid(to),
            (Some(from), None) => Way::StatusNotSaid(from),
            (Some(from), Some(to)) if rank(from) < rank(to) => Way::StatusForward { from, to },
            (Some(from), Some(to)) => Way::StatusBack { from, to },
            (None, None) => return None,
        })
    }
}

/// How far along a status is: work on hold has not come as far as work that is under way.
fn rank(status: ActionStatus) -> u8 {
    use ActionStatus as S;
    match status {
        S::Possible => 0,
        S::Proposed => 1,
        S::NotStarted => 2,
        S::OnHold => 3,
        S::InProgress => 4,
        S::Complete => 5,
        S::Accepted => 6,
        S::Cancelled | S::Superseded | S::Merged => 7,
        S::Duplicate | S::Rejected | S::Transferred => 7,
    }
}

/// Takes those of some fields out that are among others.
fn taken(fields: &mut Vec<&'static str>, among: &[&str]) -> Vec<&'static str> {
    let found = fields.iter().copied().filter(|field| among.contains(field)).collect();
    fields.retain(|field| !among.contains(field));
    found
}
