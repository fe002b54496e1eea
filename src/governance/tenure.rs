//! Who has what and when: roles, posts and the people in them, and seats.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::{
    model::{
        Body, Capacity, Lead, Office, Party, Post, Programme, Role, RoleKind, Seat, SeatState,
        Subject, Term,
    },
    values::{Certainty, Id, Stated, names::fold},
};

/// Somebody, as far as it is told who. A post and the person in it are two things.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Who<'p> {
    Post(Id<Post>),
    Body(Id<Body>),
    Person(&'p str),
    /// Words that name no row, folded.
    Words(String),
}

/// That somebody has something, by which post or on which body, and from when to when.
#[derive(Clone, Debug)]
pub(crate) struct Tenure<'p> {
    pub(crate) who: Who<'p>,
    /// The title of the post, the name of the body, or the words.
    pub(crate) by: &'p str,
    pub(crate) row: Option<Subject>,
    /// Whether one row may stand for several people.
    pub(crate) plural: bool,
    /// It is so in the days that are within all of these.
    pub(crate) terms: Vec<Term<'p>>,
}

impl<'p> Tenure<'p> {
    /// A post, and everybody who holds it.
    pub(crate) fn of_post(post: &'p Post, within: &[Term<'p>]) -> Vec<Self> {
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
    pub(crate) fn of_lead(
        programme: &'p Programme,
        lead: &'p Lead,
        within: &[Term<'p>],
    ) -> Vec<Self> {
        let terms = within.to_vec();
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
    pub(crate) fn of_role(programme: &'p Programme, role: &'p Role) -> Vec<Self> {
        let leads = role.holders.iter();
        leads.flat_map(|lead| Self::of_lead(programme, lead, &[role.term()])).collect()
    }

    /// Who sits on a body with a say: posts, and people by themselves.
    pub(crate) fn of_seats(programme: &'p Programme, body: &'p Body) -> Vec<Self> {
        let mut all = Vec::new();
        for seat in body.seats.iter().filter(|seat| has_say(seat) && is_taken(seat)) {
            let term = [seat.term()];
            let several = numbers(seat.count.as_ref());
            let several = several.is_some_and(|(_, most)| most > seat.holders.len().max(1));
            for lead in seat.holders.iter().filter(|lead| matches!(lead.party, Party::Post(_))) {
                let tenures = Self::of_lead(programme, lead, &term);
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

    /// Who chairs a body: as the body says, by one of the roles on it of who chairs, or by a seat of that name.
    pub(crate) fn of_chairs(
        programme: &'p Programme,
        roles: &[&'p Role],
        body: &'p Body,
    ) -> Vec<Self> {
        let own = body.chairs.iter().flat_map(|lead| Self::of_lead(programme, lead, &[]));
        let roles = roles.iter().copied().flat_map(|role| Self::of_role(programme, role));
        let seats = body.seats.iter().filter(|seat| is_chair(seat.title.as_deref()));
        let seats = seats.flat_map(|seat| {
            let term = [seat.term()];
            let leads = seat.holders.iter();
            leads.flat_map(|lead| Self::of_lead(programme, lead, &term)).collect::<Vec<_>>()
        });
        own.chain(roles).chain(seats).collect()
    }

    /// Whether it is so on a day.
    pub(crate) fn on(&self, day: NaiveDate) -> Certainty {
        self.terms.iter().fold(Certainty::Certainly, |so, term| so.and(term.holds(day)))
    }

    /// Who and by what, to be told.
    pub(crate) fn named(&self) -> String {
        match self.who {
            Who::Person(person) => format!("'{person}' ('{}')", self.by),
            _ => format!("'{}'", self.by),
        }
    }
}

/// The roles of some kinds in the programme itself, and not in a part of it or in some projects.
pub(crate) fn programme_roles<'p>(
    programme: &'p Programme,
    kinds: &'static [RoleKind],
) -> impl Iterator<Item = &'p Role> {
    let all = programme.roles().into_iter();
    all.filter(move |role| {
        role.kind.is_some_and(|kind| kinds.contains(&kind)) && is_of_programme(programme, role)
    })
}

/// Whether a role is in the programme itself: in nothing smaller, or in the programme's own board.
pub(crate) fn is_of_programme(programme: &Programme, role: &Role) -> bool {
    let own = match role.of {
        None => true,
        Some(Subject::Body(id)) => programme.get(id).is_some_and(|body| body.programme),
        Some(_) => false,
    };
    own && role.size.is_none()
}

/// Offices of members of the executive.
pub(crate) const EXECUTIVE: [Office; 3] =
    [Office::Leader, Office::ElectedMayor, Office::ExecutiveMember];

/// Whether a post goes with one of some offices.
pub(crate) fn has_office(post: &Post, offices: &[Office]) -> bool {
    post.offices.iter().any(|office| offices.contains(office))
}

/// Whether who sits there has a say.
pub(crate) fn has_say(seat: &Seat) -> bool {
    !matches!(seat.capacity, Some(Capacity::Support | Capacity::Observer))
}

/// Whether somebody sits there, as far as its state says.
pub(crate) fn is_taken(seat: &Seat) -> bool {
    !matches!(seat.state, Some(SeatState::ToBeInvited | SeatState::Invited | SeatState::Vacant))
}

/// The whole numbers that a printed figure can mean, the least and the most.
pub(crate) fn numbers(count: Option<&Stated>) -> Option<(usize, usize)> {
    let interval = count?.value()?.interval();
    let (least, most) = (interval.low.ceil(), interval.high.floor());
    let least = if interval.holds(least) { least } else { least + Decimal::ONE };
    let most = if interval.holds(most) { most } else { most - Decimal::ONE };
    Some((usize::try_from(least).ok()?, usize::try_from(most).ok()?))
}

/// Whether a title is that of who chairs.
pub(crate) fn is_chair(title: Option<&str>) -> bool {
    let folded = fold(title.unwrap_or(""));
    let mut words = folded.split(' ');
    let chairs = ["chair", "chairs", "chairing", "chairman", "chairperson", "chairwoman"];
    words.any(|word| chairs.contains(&word))
        && !folded.split(' ').any(|word| matches!(word, "vice" | "deputy"))
}

/// Whether a title is that of several posts.
pub(crate) fn is_plural(title: &str) -> bool {
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
pub(crate) fn person(words: &str) -> Option<&str> {
    Some(words.trim()).filter(|words| !words.is_empty())
}

/// Roles on bodies that are those of who chairs them, by their titles.
pub(crate) fn chair_roles(programme: &Programme) -> BTreeMap<Id<Body>, Vec<&Role>> {
    let mut all: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for role in programme.roles() {
        if let (Some(Subject::Body(of)), true) = (role.of, is_chair(Some(&role.title))) {
            all.entry(of).or_default().push(role);
        }
    }
    all
}
