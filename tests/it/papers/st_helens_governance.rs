//! St Helens, 2020: who decides what, who reports to whom and who is told when, counted from
//! section 6.0 of the paper by hand.

use chrono::NaiveDate;
use programme::{
    Programme,
    governance::{self, Council, End, Matter, Route},
    model::{
        BodyState, Capacity, Involvement, Kind, Lead, MatterKind, Parameter, Party, ProjectSize,
        RightAct, RoleKind, SeatState, StakeholderKind, Subject, Trigger,
    },
    values::{Cadence, Length, Stated, Unit, When, WorkingCalendar},
};

use super::paper;
use crate::day;

const FOLDER: &str = "st-helens-2020";
const ON: &str = "2020-09-23";
const BOARD: &str = "One St Helens: One Council Programme Board";

fn names(programme: &Programme, leads: &[Lead]) -> Vec<String> {
    leads.iter().map(|lead| programme.lead_name(lead).to_owned()).collect()
}

/// The day that a date means, if it is one.
fn only_day(date: Option<&When>) -> Option<NaiveDate> {
    let date = date?.value()?;
    (date.earliest() == date.latest()).then(|| date.latest())
}

/// The row of a name, be it a body, a post or a role.
fn row(programme: &Programme, name: &str) -> Subject {
    let bodies = programme.bodies().into_iter().map(|row| Subject::from(row.key.id));
    let posts = programme.posts().into_iter().map(|row| Subject::from(row.key.id));
    let roles = programme.roles().into_iter().map(|row| Subject::from(row.key.id));
    let mut rows = bodies.chain(posts).chain(roles);
    rows.find(|row| programme.name(*row) == Some(name)).unwrap_or_else(|| panic!("no {name}"))
}

#[test]
fn lines_of_reporting_end_at_the_programme_board() {
    let programme = paper(FOLDER);
    let walk = |from: Subject| {
        let path = governance::reports_to(&programme, from, day(ON));
        let steps = path.steps.iter().map(|row| programme.name(*row).unwrap().to_owned());
        (steps.collect::<Vec<_>>(), path.end)
    };
    let lines: Vec<_> = programme.reporting_lines().into_iter().collect();
    // Project boards to the programme board, and no further: to whom it reports is not said.
    let boards = walk(lines[0].from.unwrap());
    assert_eq!(boards, (vec!["Project Boards".into(), BOARD.into()], End::Nowhere));
    // Leads of smaller projects to either, "as appropriate".
    let ends: Vec<_> = lines[1].to.iter().map(|row| programme.name(*row).unwrap()).collect();
    assert_eq!(ends, ["Project Boards", BOARD]);
    let leads = walk(lines[1].from.unwrap());
    assert_eq!(leads.0.last().map(String::as_str), Some(BOARD));
    assert_eq!(leads.1, End::Nowhere);
    assert_eq!(lines.len(), 2);
    // The programme board and the design authority report to nobody.
    for name in [BOARD, "Technical Design Authority"] {
        assert_eq!(walk(row(&programme, name)), (vec![name.into()], End::Nowhere));
    }
    // Cabinet decides, and so do those who are senior responsible officers together.
    for name in ["Cabinet", "Chief Executive", "Executive Directors"] {
        assert_eq!(walk(row(&programme, name)).1, End::Decides, "{name}");
    }
}

#[test]
fn there_are_thirteen_layers_in_the_order_of_the_paper() {
    let programme = paper(FOLDER);
    let layers = [
        (Kind::Body, "Cabinet"),
        (Kind::Role, "Accountable Cabinet Portfolio Holder and sponsor"),
        (Kind::Role, "day to day Cabinet lead"),
        (Kind::Post, "Cabinet Portfolio Holders"),
        (Kind::Body, "Scrutiny Commission"),
        (Kind::Body, "Audit and Risk Committee"),
        (Kind::Role, "Senior Responsible Officer (SRO)"),
        (Kind::Role, "Programme Director"),
        (Kind::Body, BOARD),
        (Kind::Body, "Technical Design Authority"),
        (Kind::Body, "Project Boards"),
        (Kind::Role, "Project Managers"),
        (Kind::Role, "Senior Managers and other officers"),
    ];
    // The paper does not number them: sources count its entries.
    let entries = |row: Subject| -> Vec<usize> {
        let places = programme.sources(row).iter().map(|source| source.place.as_str());
        let entries = places.filter_map(|place| place.strip_prefix("6.0, entry "));
        entries.map(|entry| entry.parse().unwrap()).collect()
    };
    for (number, (kind, name)) in layers.into_iter().enumerate() {
        let layer = row(&programme, name);
        assert_eq!((layer.kind(), entries(layer)), (kind, vec![number + 1]), "{name}");
    }
    // The fourteenth entry is no layer: internal communications.
    let mut intents = programme.intents().into_iter();
    let last = intents.find(|intent| entries(intent.key.id.into()) == [14]).unwrap();
    assert!(last.title.contains("Internal communications"));
}

#[test]
fn roles_are_held_as_the_paper_says() {
    let programme = paper(FOLDER);
    let holders = |kind| {
        let role = programme.roles().into_iter().find(|role| role.kind == Some(kind)).unwrap();
        (role, names(&programme, &role.holders))
    };
    assert_eq!(holders(RoleKind::Sponsor).1, ["Leader of the Council"]);
    let (owner, who) = holders(RoleKind::SeniorResponsibleOwner);
    assert_eq!(who, ["Chief Executive", "Executive Directors"]);
    assert_eq!(owner.collective, Some(true));
    let (director, who) = holders(RoleKind::ProgrammeDirector);
    assert_eq!(who, ["Assistant Chief Executive"]);
    // The director chairs the board, wrote the paper and takes questions on it.
    let board = programme.bodies().into_iter().find(|body| body.programme).unwrap();
    assert_eq!(board.name, BOARD);
    assert_eq!(board.chairs, director.holders);
    let report = programme.reports().into_iter().next().unwrap();
    assert_eq!(report.contact, report.issued_by);
    // Two are called accountable: the Leader, and the director for the timelines.
    let accountable =
        programme.roles().into_iter().filter(|r| r.involvement == Some(Involvement::Accountable));
    let accountable: Vec<_> =
        accountable.map(|role| (role.kind, role.answers_for.is_some())).collect();
    let expected = [(Some(RoleKind::Sponsor), false), (Some(RoleKind::ProgrammeDirector), true)];
    assert_eq!(accountable, expected);
    // The lead from day to day acts for the Leader, and is whose portfolio the paper is in.
    let (lead, _) = holders(RoleKind::DayToDayLead);
    let post = programme.get(lead.on_behalf_of.unwrap()).unwrap();
    assert_eq!(post.title, "Leader of the Council");
    assert_eq!(lead.holders[0].party, Party::Post(report.portfolio.unwrap()));
}

#[test]
fn size_settles_how_a_project_is_governed() {
    let programme = paper(FOLDER);
    let of_size = |size| {
        let boards = programme.bodies().into_iter().filter(|row| row.for_projects == Some(size));
        let roles = programme.roles().into_iter().filter(|row| row.size == Some(size));
        (
            boards.count(),
            roles.map(|row| (row.kind.unwrap(), row.holders.len())).collect::<Vec<_>>(),
        )
    };
    // A board and a manager, whom nobody is yet; or only somebody who leads.
    assert_eq!(of_size(ProjectSize::Larger), (1, vec![(RoleKind::ProjectManager, 0)]));
    assert_eq!(of_size(ProjectSize::Smaller), (0, vec![(RoleKind::ProjectLead, 2)]));
    assert!(programme.projects().is_empty(), "and from where on one is larger is not said");
}

#[test]
fn each_trigger_leads_to_who_decides_and_none_has_a_threshold() {
    let programme = paper(FOLDER);
    let who = |trigger| {
        let mut rights = programme.decision_rights().into_iter();
        let right = rights.find(|right| right.triggers.contains(&trigger)).unwrap();
        assert!(rights.all(|other| !other.triggers.contains(&trigger)), "{trigger:?} once");
        (names(&programme, &right.holders).join(", "), right.act.unwrap())
    };
    let expected = [
        (Trigger::SignificantSpend, "Cabinet", RightAct::Approve),
        (Trigger::PoliticallySensitive, "Cabinet", RightAct::Approve),
        (Trigger::Strategy, "Cabinet", RightAct::Approve),
        (Trigger::Policy, "Cabinet", RightAct::Approve),
        (Trigger::InPortfolio, "Cabinet Portfolio Holders", RightAct::Consider),
        (Trigger::Stage, "Technical Design Authority", RightAct::Agree),
    ];
    for (trigger, holder, act) in expected {
        assert_eq!(who(trigger), (holder.to_owned(), act), "{trigger:?}");
    }
    let rights = || programme.decision_rights().into_iter();
    assert!(rights().all(|right| right.threshold.is_none() && right.limit.is_none()));
    let threshold = Parameter::KeyDecisionThreshold;
    assert!(Council::of(&programme, day(ON)).amount(threshold, None).is_none());
    // Two rights need no trigger: oversight, and what the strategy may cost.
    let always: Vec<_> = rights().filter(|right| right.triggers.is_empty()).collect();
    let acts: Vec<_> = always.iter().filter_map(|right| right.act).collect();
    assert_eq!(acts, [RightAct::Oversee, RightAct::Approve]);
    let design = rights().find(|right| right.act == Some(RightAct::Agree)).unwrap();
    assert_eq!((design.stages.len(), design.criteria.len()), (3, 2));
}

#[test]
fn triggers_send_a_matter_where_the_paper_says() {
    let programme = paper(FOLDER);
    let calendar = WorkingCalendar::england_and_wales();
    let of = |kind, sensitive| {
        let mut matter = Matter::new("A matter");
        matter.kind = Some(kind);
        matter.politically_sensitive = Some(sensitive);
        matter.amount = Some(Stated::read("£1m"));
        governance::route(&programme, &matter, day(ON), &calendar)
    };
    let by_paper = |route: &Route| {
        let by = route.decides.as_ref().map(|maker| maker.name.as_str());
        assert_eq!(by, Some("Cabinet"), "the law leaves to it what the paper does not give it");
        route.source.starts_with("DR1: ")
    };
    assert!(by_paper(&of(MatterKind::Strategy, false)));
    assert!(by_paper(&of(MatterKind::Policy, false)));
    assert!(by_paper(&of(MatterKind::Governance, true)));
    assert!(!by_paper(&of(MatterKind::Governance, false)));
    // No amount is given from which spend is significant, nor what else the rest hang on.
    let spend = of(MatterKind::Spend, false);
    assert!(!by_paper(&spend));
    for what in [
        "from which amount spend is significant ('Cabinet approves what is large, sensitive, a strategy or a policy' hangs on it)",
        "in whose portfolio it falls ('Portfolio holders consider what lies in their own fields' hangs on it)",
        "which stage it has reached ('The TDA has each change agree a technical design' hangs on it)",
    ] {
        assert!(spend.missing.iter().any(|missing| missing == what), "{:?}", spend.missing);
    }
}

#[test]
fn who_is_told_how_often() {
    let programme = paper(FOLDER);
    let every = |months| Some(Cadence::Every(Length::new(months, months, Unit::Month).unwrap()));
    let expected = [
        ("Leader of the Council", Some(Cadence::Regular)),
        ("Cabinet Portfolio Holders", Some(Cadence::Regular)),
        ("Cabinet Portfolio Holders", None),
        ("Scrutiny Commission", every(3)),
        ("Audit and Risk Committee", Some(Cadence::OnRequest)),
        ("trade unions", Some(Cadence::Continuous)),
    ];
    let told: Vec<_> = programme
        .promises()
        .into_iter()
        .filter_map(|promise| {
            let group = promise.group.and_then(|group| programme.get(group));
            let to = names(&programme, &promise.to);
            let to = to.first().cloned().or_else(|| group.map(|group| group.name.clone()))?;
            Some((to, promise.cadence.as_ref().and_then(|cadence| cadence.value().copied())))
        })
        .collect();
    let expected: Vec<_> = expected.into_iter().map(|(to, how)| (to.to_owned(), how)).collect();
    assert_eq!(told, expected);
    // All were made by the paper, and what is owed once has no date.
    for promise in programme.promises() {
        assert_eq!(only_day(promise.made.as_ref()), Some(day(ON)), "{}", promise.title);
        assert!(promise.timescale.value().is_none() && promise.status.is_empty());
    }
    assert_eq!(programme.promises().len() - told.len(), 3, "measures, community, risks");
    // Scrutiny was told twice before: 133 days lie between, and 226 since.
    let scrutiny = programme.promises().into_iter().find(|row| !row.kept_by.is_empty()).unwrap();
    let days: Vec<_> = scrutiny
        .kept_by
        .iter()
        .filter_map(|paper| only_day(programme.get(*paper)?.date.as_ref()))
        .collect();
    let gaps = [(days[1] - days[0]).num_days(), (day(ON) - days[1]).num_days()];
    assert_eq!((days.len(), gaps), (2, [133, 226]));
}

#[test]
fn trade_unions_are_promised_one_seat_and_several() {
    let programme = paper(FOLDER);
    let board = programme.bodies().into_iter().find(|body| body.programme).unwrap();
    assert_eq!(board.state, Some(BodyState::ToBeEstablished));
    let [one, several] = board.seats.as_slice() else { panic!("two promises") };
    for seat in [one, several] {
        let group = programme.get(seat.group.unwrap()).unwrap();
        assert_eq!(group.kind, Some(StakeholderKind::TradeUnion));
        assert_eq!((seat.state, seat.holders.len()), (Some(SeatState::ToBeInvited), 0));
    }
    // At 6.0 one representative; at 8.3 the unions, with a full say, once there is a board.
    let count = one.count.as_ref().map(|count| count.to_string());
    assert_eq!((count.as_deref(), one.capacity), (Some("one"), Some(Capacity::Representative)));
    assert!(one.condition.is_none());
    assert_eq!((several.count.as_ref(), several.capacity), (None, Some(Capacity::FullParticipant)));
    assert!(several.condition.is_some());
}
