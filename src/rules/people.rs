//! Who has what and when: roles, posts and the people in them, and seats, as rules of governance ask.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::Context;
use crate::{
    model::{
        Body, BodyState, Capacity, Holder, HolderBasis, Lead, Office, Party, Post, PostKind,
        PostState, Role, RoleKind, Seat, SeatState, Subject, Term,
    },
    values::{Certainty, Id, Stated, names::fold},
};

/// Somebody, as far as it is told who. A post and the person in it are two things.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Who<'p> {
    Post(Id<Post>),
    Body(Id<Body>),
    Person(&'p str),
    /// Words that name no row, folded.
    Words(String),
}

/// That somebody has something, by which post or on which body, and from when to when.
#[derive(Clone, Debug)]
pub(super) struct Tenure<'p> {
    pub(super) who: Who<'p>,
    /// The title of the post, the name of the body, or the words.
    pub(super) by: &'p str,
    pub(super) row: Option<Subject>,
    /// Whether one row may stand for several people.
    pub(super) plural: bool,
    /// It is so in the days that are within all of these.
    terms: Vec<Term<'p>>,
}

impl<'p> Tenure<'p> {
    /// A post, and everybody who holds it.
    pub(super) fn of_post(post: &'p Post, within: &[Term<'p>]) -> Vec<Self> {
        let (by, row) = (post.title.as_str(), Some(post.key.id.into()));
        let terms = [within, &[post.term()]].concat();
        let persons = post.holders.iter().filter_map(|holder| {
            let who = Who::Person(person(&holder.person)?);
            let terms = [terms.as_slice(), &[holder.term()]].concat();
            Some(Self { who, by, row, plural: false, terms })
        });
        let mut all: Vec<Self> = persons.collect();
        let who = Who::Post(post.key.id);
        all.push(Self { who, by, row, plural: is_plural(by), terms });
        all
    }

    /// Whom a lead names, and everybody who holds the post.
    pub(super) fn of_lead(
        context: &'p Context<'_>,
        lead: &'p Lead,
        within: &[Term<'p>],
    ) -> Vec<Self> {
        let (programme, terms) = (context.programme, within.to_vec());
        match lead.party {
            Party::Post(id) => {
                programme.get(id).map_or_else(Vec::new, |post| Self::of_post(post, within))
            }
            Party::Body(id) => {
                let (who, by) = (Who::Body(id), programme.lead_name(lead));
                vec![Self { who, by, row: Some(id.into()), plural: true, terms }]
            }
            Party::Unknown if lead.is_somebody() => {
                let by = programme.lead_name(lead);
                let who = Who::Words(fold(by));
                vec![Self { who, by, row: None, plural: is_plural(by), terms }]
            }
            Party::Unknown => Vec::new(),
        }
    }

    /// Who has a role.
    pub(super) fn of_role(context: &'p Context<'_>, role: &'p Role) -> Vec<Self> {
        let leads = role.holders.iter();
        leads.flat_map(|lead| Self::of_lead(context, lead, &[role.term()])).collect()
    }

    /// Who sits on a body with a say: posts, and people by themselves.
    pub(super) fn of_seats(context: &'p Context<'_>, body: &'p Body) -> Vec<Self> {
        let mut all = Vec::new();
        for seat in body.seats.iter().filter(|seat| has_say(seat) && is_taken(seat)) {
            let term = [seat.term()];
            let several = numbers(seat.count.as_ref());
            let several = several.is_some_and(|(_, most)| most > seat.holders.len().max(1));
            for lead in seat.holders.iter().filter(|lead| matches!(lead.party, Party::Post(_))) {
                let tenures = Self::of_lead(context, lead, &term);
                all.extend(
                    tenures.into_iter().map(|one| Self { plural: one.plural || several, ..one }),
                );
            }
            if let Some(who) = seat.person.as_deref().and_then(person) {
                let (by, row) = (body.name.as_str(), Some(body.key.id.into()));
                let who = Who::Person(who);
                all.push(Self { who, by, row, plural: false, terms: term.to_vec() });
            }
        }
        all
    }

    /// Who chairs a body: as the body says, as a role in it, or by a seat of that name.
    pub(super) fn of_chairs(context: &'p Context<'_>, body: &'p Body) -> Vec<Self> {
        let own = body.chairs.iter().flat_map(|lead| Self::of_lead(context, lead, &[]));
        let roles = context.chair_roles(body.key.id).iter().copied();
        let roles = roles.flat_map(|role| Self::of_role(context, role));
        let seats = body.seats.iter().filter(|seat| is_chair(seat.title.as_deref()));
        let seats = seats.flat_map(|seat| {
            let term = [seat.term()];
            let leads = seat.holders.iter();
            leads.flat_map(|lead| Self::of_lead(context, lead, &term)).collect::<Vec<_>>()
        });
        own.chain(roles).chain(seats).collect()
    }

    /// Whether it is so on a day.
    pub(super) fn on(&self, day: NaiveDate) -> Certainty {
        self.terms.iter().fold(Certainty::Certainly, |so, term| so.and(term.holds(day)))
    }

    /// Who and by what, to be told.
    pub(super) fn named(&self) -> String {
        match self.who {
            Who::Person(person) => format!("'{person}' ('{}')", self.by),
            _ => format!("'{}'", self.by),
        }
    }
}

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

/// The roles of some kinds in the programme itself, and not in a part of it or in some projects.
pub(super) fn programme_roles<'p>(
    context: &'p Context<'_>,
    kinds: &'static [RoleKind],
) -> impl Iterator<Item = &'p Role> {
    let programme = context.programme;
    let all = programme.roles().into_iter();
    all.filter(move |role| {
        role.kind.is_some_and(|kind| kinds.contains(&kind)) && is_of_programme(programme, role)
    })
}

/// Whether a role is in the programme itself: in nothing smaller, or in the programme's own board.
pub(super) fn is_of_programme(programme: &crate::Programme, role: &Role) -> bool {
    let own = match role.of {
        None => true,
        Some(Subject::Body(id)) => programme.get(id).is_some_and(|body| body.programme),
        Some(_) => false,
    };
    own && role.size.is_none()
}

/// Who directs or manages a programme from day to day.
pub(super) const MANAGERS: &[RoleKind] = &[RoleKind::ProgrammeDirector, RoleKind::ProgrammeManager];

/// Offices of members of the executive.
pub(super) const EXECUTIVE: [Office; 3] =
    [Office::Leader, Office::ElectedMayor, Office::ExecutiveMember];

/// Whether a post goes with one of some offices.
pub(super) fn has_office(post: &Post, offices: &[Office]) -> bool {
    post.offices.iter().any(|office| offices.contains(office))
}

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

/// Whether who sits there has a say.
pub(super) fn has_say(seat: &Seat) -> bool {
    !matches!(seat.capacity, Some(Capacity::Support | Capacity::Observer))
}

/// Whether somebody sits there, as far as its state says.
fn is_taken(seat: &Seat) -> bool {
    !matches!(seat.state, Some(SeatState::ToBeInvited | SeatState::Invited | SeatState::Vacant))
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

/// The whole numbers that a printed figure can mean, the least and the most.
fn numbers(count: Option<&Stated>) -> Option<(usize, usize)> {
    let interval = count?.value()?.interval();
    let (least, most) = (interval.low.ceil(), interval.high.floor());
    let least = if interval.holds(least) { least } else { least + Decimal::ONE };
    let most = if interval.holds(most) { most } else { most - Decimal::ONE };
    Some((usize::try_from(least).ok()?, usize::try_from(most).ok()?))
}

/// Whether a title is that of who chairs.
pub(super) fn is_chair(title: Option<&str>) -> bool {
    let folded = fold(title.unwrap_or(""));
    let mut words = folded.split(' ');
    let chairs = ["chair", "chairs", "chairing", "chairman", "chairperson", "chairwoman"];
    words.any(|word| chairs.contains(&word))
        && !folded.split(' ').any(|word| matches!(word, "vice" | "deputy"))
}

/// Whether a title is that of several posts.
pub(super) fn is_plural(title: &str) -> bool {
    let words = title.split(|c: char| c.is_whitespace() || matches!(c, ',' | '/' | '(' | ')'));
    words.map(str::to_lowercase).any(|word| PLURALS.contains(&word.as_str()))
}

/// What several people are called together.
const PLURALS: [&str; 16] = [
    "assistants",
    "chairs",
    "chiefs",
    "councillors",
    "deputies",
    "directors",
    "executives",
    "heads",
    "holders",
    "leaders",
    "leads",
    "managers",
    "members",
    "officers",
    "representatives",
    "sponsors",
];

/// A person's id, where there is one.
fn person(words: &str) -> Option<&str> {
    Some(words.trim()).filter(|words| !words.is_empty())
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
