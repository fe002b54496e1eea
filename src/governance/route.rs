//! The route of a matter: who decides it in the end, what has to come before, and from when.

use chrono::NaiveDate;

use super::{
    Council, Matter,
    law::{self, Final},
    matter::{Pull, exceeds, reaches},
    steps,
};
use crate::{
    model::{
        Act, Body, BodyKind, DecisionRight, Lead, MatterKind, Parameter, Party, Programme, RightAct,
    },
    values::{Certainty, NotCovered, WorkingCalendar},
};

/// The route that a matter still has to go, as its council's rules and the law make it.
///
/// Every step says why it is there and who says so. What cannot be told for want of a figure or a
/// judgement is named in [`missing`](Self::missing), and not guessed.
///
/// See [`route`] for an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// The steps, in order. The last but those of effect is the decision that counts.
    pub steps: Vec<Step>,
    /// Who takes the decision that counts; none where that cannot be told.
    pub decides: Option<Maker>,
    /// Why it is they who decide.
    pub why: String,
    /// The rule that says so, and where it stands.
    pub source: String,
    /// Whether it is a key decision.
    pub key: KeyAnswer,
    /// What is not known, and would have to be.
    pub missing: Vec<String>,
}

/// A step of a route.
///
/// See [`route`] for an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What kind of step it is.
    pub kind: StepKind,
    /// Who takes it.
    pub by: Maker,
    /// What they do, in short.
    pub what: String,
    /// The first day on which it can be taken.
    pub earliest: Result<NaiveDate, NotCovered>,
    /// Whether that day is the one that a paper gives, and not only the first possible.
    pub dated: bool,
    /// Why it has to be.
    pub why: String,
    /// The rule that says so, and where it stands.
    pub source: String,
}

/// What kind of step of a route it is.
///
/// See [`route`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StepKind {
    /// Public notice of a key decision.
    Notice,
    /// The papers are open to inspection.
    Papers,
    /// Somebody has to agree, test or consider it first.
    Advice,
    /// A body recommends it to the one that decides.
    Recommendation,
    /// The decision that counts.
    Decision,
    /// The decision can be called in.
    CallIn,
    /// It can be put into effect.
    Effect,
}

/// Who takes a step.
///
/// See [`route`] for an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Maker {
    /// In what capacity.
    pub kind: MakerKind,
    /// The post or body, where the programme holds it.
    pub party: Party,
    /// Their name.
    pub name: String,
}

/// In what capacity somebody takes a step.
///
/// See [`route`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MakerKind {
    /// The full Council.
    FullCouncil,
    /// The executive together, or a part of it.
    Executive,
    /// A committee.
    Committee,
    /// An officer.
    Officer,
    /// Somebody who advises, agrees or publishes, and does not decide.
    Other,
}

/// Whether something is a key decision.
///
/// See [`route`] for an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyAnswer {
    /// It is, for this reason.
    Yes(String),
    /// It is not, for this reason.
    No(String),
    /// It cannot be told without this.
    Unknown(String),
}

/// The route of a matter from a day on.
///
/// A matter that the law reserves goes to the full Council, on the executive's recommendation where
/// there is one. Else it goes where the council's own decision rights send it; where none certainly
/// does, functions are the executive's (LGA 2000 s.9D).
///
/// ```
/// use programme::{
///     document::Document, governance::{self, MakerKind, Matter, StepKind},
///     model::MatterKind, values::WorkingCalendar,
/// };
///
/// # #[cfg(feature = "json")] {
/// let text = r#"{"format": "programme/1", "programme": {"name": "Example"},
///   "bodies": [{"name": "Cabinet", "kind": "executive"}, {"name": "Council", "kind": "council"}]}"#;
/// let programme = Document::from_json(text)?.check().strict()?;
/// let mut matter = Matter::new("More money for Phase 2");
/// matter.kind = Some(MatterKind::SupplementaryEstimate);
/// let calendar = WorkingCalendar::england_and_wales();
/// let route = governance::route(&programme, &matter, "2021-06-22".parse()?, &calendar);
/// assert_eq!(route.decides.map(|maker| maker.kind), Some(MakerKind::FullCouncil));
/// assert!(route.steps.iter().any(|step| step.kind == StepKind::Recommendation));
/// assert!(route.missing.iter().any(|missing| missing.contains("up to which amount")));
/// # }
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn route(
    programme: &Programme,
    matter: &Matter,
    on: NaiveDate,
    calendar: &WorkingCalendar,
) -> Route {
    let finder = Finder { programme, council: Council::of(programme, on), matter };
    let mut missing = Vec::new();
    let rights = finder.rights(&mut missing);
    let decision = finder.decision(&rights, &mut missing);
    let key = finder.key(&decision);
    if let KeyAnswer::Unknown(what) = &key {
        missing.push(what.clone());
    }
    let steps = steps::steps(&finder, &decision, &rights, &key, on, calendar);
    let Decision { by, why, source, .. } = decision;
    missing.dedup();
    Route { steps, decides: by, why, source, key, missing }
}

/// The decision that counts, before it is put into steps.
pub(super) struct Decision {
    pub(super) by: Option<Maker>,
    /// Who puts it before them, where somebody has to.
    pub(super) proposed_by: Option<Maker>,
    pub(super) why: String,
    pub(super) source: String,
}

/// A right that certainly has to do with the matter.
pub(super) struct Right<'p> {
    pub(super) right: &'p DecisionRight,
    pub(super) act: RightAct,
}

pub(super) struct Finder<'p> {
    pub(super) programme: &'p Programme,
    pub(super) council: Council<'p>,
    pub(super) matter: &'p Matter,
}

impl<'p> Finder<'p> {
    /// The council's own rights that the matter touches; what is missing to tell of others.
    fn rights(&self, missing: &mut Vec<String>) -> Vec<Right<'p>> {
        let mut found = Vec::new();
        for right in self.programme.decision_rights() {
            let Some(act) = right.act else { continue };
            if right.holds(self.council.on()) == Certainty::No {
                continue;
            }
            let pulls = right.triggers.iter().map(|t| self.matter.triggers(*t, right));
            let pulls: Vec<Pull> = pulls.collect();
            if pulls.contains(&Pull::Certain) {
                found.push(Right { right, act });
            } else if matches!(act, RightAct::Approve) {
                for pull in pulls {
                    if let Pull::Unknown(what) = pull {
                        let name = &right.title;
                        missing.push(format!("{what} ('{name}' hangs on it)"));
                    }
                }
            }
        }
        found
    }

    fn decision(&self, rights: &[Right<'p>], missing: &mut Vec<String>) -> Decision {
        let english = self.council.is_english();
        let law = self.matter.kind.filter(|_| english).and_then(law::reserved);
        if let Some(reserved) = law
            && let Some(decision) = self.reserved(&reserved, missing)
        {
            return decision;
        }
        let approves = rights.iter().find(|right| right.act == RightAct::Approve);
        if let Some(Right { right, .. }) = approves
            && let Some(holder) = right.holders.first()
        {
            let why = format!("'{}' brings it there.", right.title);
            let by = Some(self.holder(holder));
            let source = self.cited(right);
            return Decision { by, proposed_by: None, why, source };
        }
        if self.matter.kind.is_none() {
            missing.push("what kind of matter it is".into());
            let why = "Whose function it is cannot be told.".into();
            return Decision { by: None, proposed_by: None, why, source: String::new() };
        }
        self.by_default(missing)
    }

    /// The decision on a reserved matter; none where a limit certainly leaves it to somebody else.
    fn reserved(&self, reserved: &law::Reserved, missing: &mut Vec<String>) -> Option<Decision> {
        let body = self.body(BodyKind::Executive);
        if let Final::AboveLimit(parameter) = reserved.to {
            let of = self.matter.put_to.or(body.map(|body| body.key.id)).map(Party::Body);
            let who = of.map_or("the executive".to_owned(), |of| self.named(of));
            match self.council.amount(parameter, of) {
                None => missing.push(format!(
                    "up to which amount {who} may decide on {} (no such limit is given)",
                    law::called(parameter)
                )),
                Some(limit) => {
                    let amount = self.matter.amount.as_ref();
                    let over = amount.and_then(|amount| exceeds(amount, limit.value));
                    match over {
                        Some(Certainty::No) => {
                            let by = of.map(|of| self.maker(of));
                            let why = format!("It is within the limit of {}.", limit.value);
                            let source = self.council.source(limit.basis);
                            return Some(Decision { by, proposed_by: None, why, source });
                        }
                        Some(Certainty::Certainly) => {}
                        _ => missing.push(format!(
                            "whether the amount is above {who}'s limit of {}",
                            limit.value
                        )),
                    }
                }
            }
        }
        let proposed_by = match self.council.has_executive() {
            Some(false) => None,
            _ => Some(body.map_or_else(|| unnamed(MakerKind::Executive), |b| self.of_body(b))),
        };
        let by = self.body(BodyKind::Council);
        let by = by.map_or_else(|| unnamed(MakerKind::FullCouncil), |body| self.of_body(body));
        let (why, source) = (reserved.why.to_owned(), reserved.source.to_owned());
        Some(Decision { by: Some(by), proposed_by, why, source })
    }

    /// Who decides where nothing else says so.
    fn by_default(&self, missing: &mut Vec<String>) -> Decision {
        let council_side = self.matter.kind == Some(MatterKind::Staffing);
        let (kind, why, source) = match self.council.has_executive() {
            _ if council_side => (
                MakerKind::Officer,
                "Appointing and managing staff below the top is for the head of paid service.",
                "LGHA 1989 s.4; SI 2001/3384",
            ),
            Some(false) => (
                MakerKind::Committee,
                "Under the committee system a committee decides, unless the Council does.",
                "LGA 1972 s.101",
            ),
            Some(true) | None => (
                MakerKind::Executive,
                "A function is the executive's unless the law says otherwise.",
                "LGA 2000 s.9D(2)",
            ),
        };
        if self.council.has_executive().is_none() && !council_side {
            missing.push("by which model the council is governed".into());
        }
        let wanted = match kind {
            MakerKind::Committee => Some(BodyKind::Committee),
            MakerKind::Executive => Some(BodyKind::Executive),
            _ => None,
        };
        let body = wanted.and_then(|kind| self.body(kind));
        let by = body.map_or_else(|| unnamed(kind), |body| self.of_body(body));
        Decision { by: Some(by), proposed_by: None, why: why.into(), source: source.into() }
    }

    /// Whether the decision is key (SI 2012/2089 reg 8).
    fn key(&self, decision: &Decision) -> KeyAnswer {
        let Some(by) = &decision.by else {
            return KeyAnswer::Unknown(
                "who decides, so that it can be told whether it is key".into(),
            );
        };
        if by.kind != MakerKind::Executive {
            return KeyAnswer::No(format!(
                "{} decides, and only decisions of the executive can be key (SI 2012/2089 reg 8(1)).",
                by.name
            ));
        }
        let threshold = self.council.amount(Parameter::KeyDecisionThreshold, None);
        let amount = self.matter.amount.as_ref();
        let money = match (amount, threshold) {
            (Some(amount), Some(given)) => match reaches(amount, given.value) {
                Some(Certainty::Certainly) => {
                    let source = self.council.source(given.basis);
                    return KeyAnswer::Yes(format!(
                        "{amount} is at or over the threshold of {} ({source}).",
                        given.value
                    ));
                }
                Some(Certainty::No) => None,
                _ => Some(format!("whether {amount} reaches the key decision threshold")),
            },
            (Some(_), None) => Some("from which amount a decision is key".to_owned()),
            (None, _) => Some("the amount, to tell whether the decision is key".to_owned()),
        };
        match (self.matter.is_in_wards(), self.matter.significant_in_wards) {
            (Some(true), Some(true)) => {
                return KeyAnswer::Yes("its effect in two or more wards is significant.".into());
            }
            (Some(true), None) => {
                let wards = "whether its effect in two or more wards is significant";
                return KeyAnswer::Unknown(
                    money.map_or(wards.to_owned(), |m| format!("{m}; {wards}")),
                );
            }
            _ => {}
        }
        match money {
            Some(what) => KeyAnswer::Unknown(what),
            None => KeyAnswer::No("it is below the threshold, and nothing says more.".into()),
        }
    }

    /// The council's own body of a kind.
    fn body(&self, kind: BodyKind) -> Option<&'p Body> {
        let council = self.programme.about().council;
        let own = |row: &&Body| row.organisation.is_none() || row.organisation == council;
        let mut bodies = self.programme.bodies().into_iter();
        bodies.find(|row| own(row) && row.kind == Some(kind))
    }

    fn of_body(&self, body: &Body) -> Maker {
        self.maker(Party::Body(body.key.id))
    }

    /// A post or body as the maker of a step.
    pub(super) fn maker(&self, party: Party) -> Maker {
        let kind = match party {
            Party::Body(id) => self.programme.get(id).and_then(|body| body.kind),
            Party::Post(_) => {
                return Maker { kind: MakerKind::Officer, party, name: self.named(party) };
            }
            Party::Unknown => None,
        };
        let kind = match kind {
            Some(BodyKind::Council) => MakerKind::FullCouncil,
            Some(BodyKind::Executive) => MakerKind::Executive,
            Some(BodyKind::Committee | BodyKind::SubCommittee | BodyKind::JointCommittee) => {
                MakerKind::Committee
            }
            _ => MakerKind::Other,
        };
        Maker { kind, party, name: self.named(party) }
    }

    pub(super) fn holder(&self, lead: &Lead) -> Maker {
        Maker { name: self.programme.lead_name(lead).to_owned(), ..self.maker(lead.party) }
    }

    pub(super) fn named(&self, party: Party) -> String {
        let name = match party {
            Party::Body(id) => self.programme.name(id),
            Party::Post(id) => self.programme.name(id),
            Party::Unknown => None,
        };
        name.unwrap_or_default().to_owned()
    }

    /// A right and where it stands.
    pub(super) fn cited(&self, right: &DecisionRight) -> String {
        super::council::cited(self.programme, right.key.id)
    }
}

/// Somebody whom the programme does not hold.
fn unnamed(kind: MakerKind) -> Maker {
    let name = match kind {
        MakerKind::FullCouncil => "full Council",
        MakerKind::Executive => "the executive",
        MakerKind::Committee => "a committee",
        MakerKind::Officer => "the head of paid service",
        MakerKind::Other => "the council",
    };
    Maker { kind, party: Party::Unknown, name: name.into() }
}

impl StepKind {
    /// The act that the step is, where it is one.
    ///
    /// ```
    /// use programme::{governance::StepKind, model::Act};
    ///
    /// assert_eq!(StepKind::Recommendation.act(), Some(Act::Recommend));
    /// assert_eq!(StepKind::CallIn.act(), None);
    /// ```
    #[must_use]
    pub fn act(self) -> Option<Act> {
        match self {
            Self::Recommendation => Some(Act::Recommend),
            Self::Decision => Some(Act::Resolve),
            Self::Notice | Self::Papers | Self::Advice | Self::CallIn | Self::Effect => None,
        }
    }
}
