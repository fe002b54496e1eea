//! The route of a matter: who decides it in the end, what has to come before, and from when.

use chrono::NaiveDate;

use super::{
    Council, KeyAnswer, Maker, MakerKind, Matter, Step,
    bounds::{Bound, pounds},
    can_decide,
    law::{self, Final},
    matter::Pull,
    steps,
    tenure::{EXECUTIVE, has_office},
};
use crate::{
    model::{
        Body, BodyKind, DecisionRight, Function, Lead, MatterKind, Party, PostKind, Programme,
        RightAct,
    },
    values::{Certainty, WorkingCalendar},
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
    let steps = steps::steps(&finder, &decision, &rights, &key, (on, calendar), &mut missing);
    let Outcome { by, why, source, .. } = decision;
    let mut told = std::collections::BTreeSet::new();
    missing.retain(|what| told.insert(what.clone()));
    Route { steps, decides: by, why, source, key, missing }
}

/// The decision that counts, before it is put into steps.
pub(super) struct Outcome {
    pub(super) by: Option<Maker>,
    /// Who puts it before them, where somebody has to.
    pub(super) proposed_by: Option<Maker>,
    /// Whose function it is, where a right or the law says so.
    pub(super) function: Option<Function>,
    pub(super) why: String,
    pub(super) source: String,
}

/// A right that certainly has to do with the matter.
pub(super) struct Touched<'p> {
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
    fn rights(&self, missing: &mut Vec<String>) -> Vec<Touched<'p>> {
        let mut found = Vec::new();
        for right in self.programme.decision_rights() {
            let name = &right.title;
            let holds = right.holds(self.council.on());
            if holds == Certainty::No || !self.is_within(right, missing) {
                continue;
            }
            if right.triggers.is_empty() && right.act == Some(RightAct::Approve) {
                missing.push(format!("what brings a matter there ('{name}' does not say)"));
            }
            let pulls = right.triggers.iter().map(|t| self.matter.triggers(*t, right));
            let pulls: Vec<Pull> = pulls.collect();
            let touches = pulls.contains(&Pull::Certain);
            match right.act {
                Some(_) if touches && holds == Certainty::Possibly => {
                    missing.push(format!("whether '{name}' holds on this day"));
                }
                Some(act) if touches => found.push(Touched { right, act }),
                None if touches => {
                    missing.push(format!("what '{name}' lets its holders do"));
                }
                _ => missing.extend(pulls.into_iter().filter_map(|pull| match pull {
                    Pull::Unknown(what) => Some(format!("{what} ('{name}' hangs on it)")),
                    Pull::Certain | Pull::None => None,
                })),
            }
        }
        found
    }

    /// Whether the matter is within the amount up to which a right goes, or may be.
    fn is_within(&self, right: &DecisionRight, missing: &mut Vec<String>) -> bool {
        let Some(limit) = &right.limit else { return true };
        let amount = self.matter.amount.as_ref().and_then(pounds);
        let over = amount.zip(Bound::of(limit)).map(|(amount, bound)| bound.exceeded_by(amount));
        match over {
            Some(Certainty::No) => true,
            Some(Certainty::Certainly) => false,
            Some(Certainty::Possibly) | None => {
                missing.push(format!(
                    "whether it is within {limit}, up to which '{}' goes",
                    right.title
                ));
                false
            }
        }
    }

    fn decision(&self, rights: &[Touched<'p>], missing: &mut Vec<String>) -> Outcome {
        let english = self.council.is_english();
        let law = self.matter.kind.filter(|_| english).and_then(law::reserved);
        if let Some(reserved) = law
            && let Some(decision) = self.reserved(&reserved, missing)
        {
            return decision;
        }
        let approves = rights.iter().filter(|right| right.act == RightAct::Approve);
        let holders: Vec<_> = approves
            .flat_map(|touched| touched.right.holders.iter().map(|lead| (touched.right, lead)))
            .collect();
        if let Some((right, first)) = holders.first() {
            let by = self.holder(first);
            let others = holders.iter().map(|(_, lead)| self.holder(lead));
            let others: Vec<String> =
                others.map(|maker| maker.name).filter(|name| *name != by.name).collect();
            if !others.is_empty() {
                missing.push(format!("which of {} and {} decides", by.name, others.join(", ")));
            }
            let why = format!("'{}' brings it there.", right.title);
            let source = self.cited(right);
            return Outcome {
                by: Some(by),
                proposed_by: None,
                function: right.function,
                why,
                source,
            };
        }
        if !english {
            missing.push("what the law that holds there says: only England's is known here".into());
            let why = "Whose function it is cannot be told.".into();
            return Outcome {
                by: None,
                proposed_by: None,
                function: None,
                why,
                source: String::new(),
            };
        }
        if self.matter.kind.is_none() {
            missing.push("what kind of matter it is".into());
            let why = "Whose function it is cannot be told.".into();
            return Outcome {
                by: None,
                proposed_by: None,
                function: None,
                why,
                source: String::new(),
            };
        }
        self.by_default(missing)
    }

    /// The decision on a reserved matter; none where a limit certainly leaves it to somebody else.
    fn reserved(&self, reserved: &law::Reserved, missing: &mut Vec<String>) -> Option<Outcome> {
        let body = self.council.body(BodyKind::Executive);
        let mut above = None;
        if let Final::AboveLimit(parameter) = reserved.to {
            // A board before which a paper comes has no limit of its own.
            let here = self.matter.put_to.and_then(|id| self.programme.get(id));
            let here = here.filter(|body| body.kind.is_some_and(can_decide));
            let of = here.or(body).map(|body| Party::Body(body.key.id));
            let who = of.map_or("the executive".to_owned(), |of| self.named(of));
            match self.council.amount(parameter, of) {
                None => missing.push(format!(
                    "up to which amount {who} may decide on {} (no such limit is given)",
                    reserved.called
                )),
                Some(limit) => {
                    if limit.certainty == Certainty::Possibly {
                        missing.push(format!("whether {who}'s limit of {} holds", limit.value));
                    }
                    let amount = self.matter.amount.as_ref().and_then(pounds);
                    let over = amount.zip(Bound::of(limit.value));
                    match over.map(|(amount, bound)| bound.exceeded_by(amount)) {
                        Some(Certainty::No) => {
                            let by = of.map(|of| self.maker(of));
                            let why = format!("It is within the limit of {}.", limit.value);
                            let source = self.council.source(limit.basis);
                            return Some(Outcome {
                                by,
                                proposed_by: None,
                                function: None,
                                why,
                                source,
                            });
                        }
                        Some(Certainty::Certainly) => {
                            above = Some(format!(
                                "It is above {who}'s limit of {} ({}).",
                                limit.value,
                                self.council.source(limit.basis)
                            ));
                        }
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
        let by = self.council.body(BodyKind::Council);
        let by = by.map_or_else(|| unnamed(MakerKind::FullCouncil), |body| self.of_body(body));
        let why = match above {
            Some(above) => format!("{} {above}", reserved.why),
            None => reserved.why.to_owned(),
        };
        let source = reserved.source.to_owned();
        Some(Outcome { by: Some(by), proposed_by, function: None, why, source })
    }

    /// Who decides where nothing else says so.
    fn by_default(&self, missing: &mut Vec<String>) -> Outcome {
        let council_side = self.matter.kind == Some(MatterKind::Staffing);
        // Staff are appointed for the council, whoever its executive is.
        let function = council_side.then_some(Function::Council);
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
        let body = wanted.and_then(|kind| self.council.body(kind));
        let by = body.map_or_else(|| unnamed(kind), |body| self.of_body(body));
        Outcome {
            by: Some(by),
            proposed_by: None,
            function,
            why: why.into(),
            source: source.into(),
        }
    }

    fn of_body(&self, body: &Body) -> Maker {
        self.maker(Party::Body(body.key.id))
    }

    /// A post or body as the maker of a step.
    pub(super) fn maker(&self, party: Party) -> Maker {
        let kind = match party {
            Party::Body(id) => match self.programme.get(id).and_then(|body| body.kind) {
                Some(BodyKind::Council) => MakerKind::FullCouncil,
                Some(BodyKind::Executive) => MakerKind::Executive,
                Some(BodyKind::Committee) => MakerKind::Committee,
                // A sub-committee or joint committee may be either side's.
                _ => MakerKind::Other,
            },
            Party::Post(id) => {
                let post = self.programme.get(id);
                match post {
                    Some(post) if has_office(post, &EXECUTIVE) => MakerKind::Executive,
                    Some(post) if post.kind == Some(PostKind::Councillor) => MakerKind::Other,
                    _ => MakerKind::Officer,
                }
            }
            Party::Unknown => MakerKind::Other,
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
