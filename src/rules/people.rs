//! Who has what and when: roles, posts and the people in them, and seats, as rules of governance ask.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::Context;
pub(super) use crate::governance::tenure::{
    EXECUTIVE, Tenure, Who, has_office, has_say, is_chair, is_of_programme, is_plural,
    programme_roles,
};
use crate::{
    governance::tenure::{is_taken, numbers, person},
    model::{
        Body, BodyState, Holder, HolderBasis, Lead, Office, Party, Post, PostKind, PostState,
        RoleKind, Subject, Term,
    },
    values::Certainty,
};

/// Somebody who has two things at once.
pub(super) struct Both<'t, 'p> {
    pub(super) first: &'t Tenure<'p>,
    pub(super) second: &'t Tenure<'p>,
    pub(super) certainty: Certainty,
}

impl Both<'_, '_> {
    /// Who it is, with the two posts where it is one person in two.
    pub(super) fn named(&self) -> String {
        match self.first.who {
            Who::Person(person) if self.first.row != self.second.row => {
                format!("'{person}' ('{}' and '{}')", self.first.by, self.second.by)
            }
            _ => self.first.named(),
        }
    }

    /// The rows by which it is so.
    pub(super) fn rows(&self) -> impl Iterator<Item = Subject> {
        let second = self.second.row.filter(|row| Some(*row) != self.first.row);
        self.first.row.into_iter().chain(second)
    }
}

/// Whoever has one of some things and one of some others, on some day or on the one that is given:
/// once for each two rows, and of a post rather than of the people in it.
pub(super) fn both<'t, 'p>(
    some: &'t [Tenure<'p>],
    others: &'t [Tenure<'p>],
    on: Option<NaiveDate>,
) -> Vec<Both<'t, 'p>> {
    let mut by_who: BTreeMap<&Who<'p>, Vec<&'t Tenure<'p>>> = BTreeMap::new();
    for other in others {
        by_who.entry(&other.who).or_default().push(other);
    }
    let mut all: Vec<Both<'t, 'p>> = Vec::new();
    for first in some {
        for second in by_who.get(&first.who).into_iter().flatten().copied() {
            let certainty = match on {
                Some(day) => first.on(day).and(second.on(day)),
                None => Term::meet(first.terms.iter().chain(&second.terms).copied()),
            };
            let vague = first.plural || second.plural;
            let certainty = if vague { certainty.and(Certainty::Possibly) } else { certainty };
            if certainty != Certainty::No {
                all.push(Both { first, second, certainty });
            }
        }
    }
    let is_person = |one: &Both<'_, '_>| matches!(one.first.who, Who::Person(_));
    all.sort_by_key(|one| (std::cmp::Reverse(one.certainty), is_person(one)));
    let mut seen = BTreeSet::new();
    all.retain(|one| match (one.first.row, one.second.row) {
        (Some(a), Some(b)) => seen.insert((a, b)),
        _ => true,
    });
    all
}

/// How many people hold some posts at once on a day, at least and at most.
pub(super) struct Staffing<'p> {
    pub(super) least: usize,
    pub(super) most: usize,
    /// Whether two of them share the job.
    pub(super) shared: bool,
    /// Who does, certainly or possibly.
    pub(super) persons: Vec<&'p str>,
}

/// How many hold posts on a day. Who acts for the holder is there in the holder's place, so that the
/// two are one.
pub(super) fn staffing<'p>(
    posts: impl IntoIterator<Item = &'p Post>,
    on: NaiveDate,
) -> Staffing<'p> {
    let stands_in =
        |holder: &Holder| matches!(holder.basis, Some(HolderBasis::Acting | HolderBasis::Interim));
    let mut shared = false;
    // By whether they stand in and how certain it is, each person once.
    let mut held: [BTreeMap<&'p str, Certainty>; 2] = Default::default();
    for holder in posts.into_iter().flat_map(|post| &post.holders) {
        let certainty = holder.holds(on);
        let [own, cover] = &mut held;
        let list = if stands_in(holder) { cover } else { own };
        if let (Some(person), true) = (person(&holder.person), certainty != Certainty::No) {
            shared |= holder.basis == Some(HolderBasis::JobShare);
            let entry = list.entry(person).or_insert(certainty);
            *entry = certainty.or(*entry);
        }
    }
    let most = held.iter().map(BTreeMap::len).max().unwrap_or(0);
    let certain =
        |list: &BTreeMap<&str, Certainty>| list.values().filter(|c| c.is_certain()).count();
    let least = held.iter().map(certain).max().unwrap_or(0);
    let persons: BTreeSet<&str> = held.iter().flat_map(|list| list.keys().copied()).collect();
    Staffing { least, most, shared, persons: persons.into_iter().collect() }
}

/// Who directs or manages a programme from day to day.
pub(super) const MANAGERS: &[RoleKind] = &[RoleKind::ProgrammeDirector, RoleKind::ProgrammeManager];

/// Whether there is such a post, as far as its state says.
pub(super) fn exists(post: &Post) -> bool {
    !matches!(post.state, Some(PostState::Proposed | PostState::Ended))
}

/// Whether a councillor holds a post.
pub(super) fn is_members(post: &Post) -> bool {
    let offices = [
        Office::ChairOfCouncil,
        Office::ViceChairOfCouncil,
        Office::ScrutinyChair,
        Office::AuditChair,
    ];
    post.kind == Some(PostKind::Councillor)
        || has_office(post, &EXECUTIVE)
        || has_office(post, &offices)
}

/// Whether a paid officer holds a post.
pub(super) fn is_officers(post: &Post) -> bool {
    let offices = [
        Office::HeadOfPaidService,
        Office::MonitoringOfficer,
        Office::ChiefFinanceOfficer,
        Office::DirectorOfChildrensServices,
        Office::DirectorOfAdultSocialServices,
        Office::DirectorOfPublicHealth,
        Office::ScrutinyOfficer,
    ];
    post.kind == Some(PostKind::Officer) || has_office(post, &offices)
}

/// Whether a body is still there.
pub(super) fn is_there(body: &Body) -> bool {
    body.state != Some(BodyState::Ended)
}

/// How many seats with a say a body has on a day, at least and at most; or how many of them are
/// taken. None where of some seat it is not known how many it stands for.
pub(super) fn seats(context: &Context<'_>, body: &Body, taken: bool) -> Option<(usize, usize)> {
    let counted = body.seats.iter().filter(|seat| has_say(seat) && (!taken || is_taken(seat)));
    let (mut least, mut most, mut any) = (0_usize, 0_usize, false);
    for seat in counted {
        let held = seat.holds(context.on);
        let (few, many) = match &seat.count {
            Some(count) => numbers(Some(count))?,
            None if !seat.holders.is_empty() => {
                let alone = |lead: &Lead| {
                    matches!(lead.party, Party::Post(id)
                        if !context.programme.name(id).is_some_and(is_plural))
                };
                seat.holders
                    .iter()
                    .all(alone)
                    .then_some((seat.holders.len(), seat.holders.len()))?
            }
            None => seat.person.as_deref().and_then(person).map(|_| (1, 1))?,
        };
        any = true;
        least = least.saturating_add(if held.is_certain() { few } else { 0 });
        most = most.saturating_add(if held == Certainty::No { 0 } else { many });
    }
    any.then_some((least, most))
}

/// Names in quotation marks, each once, as a list that ends with "and".
pub(super) fn listed(names: impl IntoIterator<Item = String>) -> String {
    let mut once: Vec<String> = Vec::new();
    for name in names {
        if !once.contains(&name) {
            once.push(name);
        }
    }
    match once.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        Some((last, _)) => last.clone(),
        None => String::new(),
    }
}
