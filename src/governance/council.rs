//! A council as at a day: the law it is under, and the figures that it set for itself.

use chrono::NaiveDate;

use crate::{
    model::{
        Body, BodyKind, BodyState, GovernanceModel, Jurisdiction, Level, LocalRule, Organisation,
        Parameter, Party, Programme, RiskMatrix, Subject,
    },
    values::{Certainty, DayCount, Dimension, Id, Stated},
};

/// A council as at a day: jurisdiction, model of governance, and every figure that a rule or a route
/// needs, each with where it comes from. Nothing in it is a constant of the library's: what the
/// council set itself goes first, then what the law says, then common practice, named as such.
///
/// ```
/// use programme::{governance::{Basis, Council}, model::{About, Draft, Parameter}};
///
/// let programme = Draft::new(About::named("example")).finish()?;
/// let council = Council::of(&programme, "2021-06-22".parse()?);
/// let call_in = council.wait(Parameter::CallInPeriod).ok_or("there is a default")?;
/// assert_eq!(call_in.value.to_string(), "5 working days");
/// assert!(matches!(call_in.basis, Basis::Practice(_)), "no law sets it");
/// assert!(council.amount(Parameter::KeyDecisionThreshold, None).is_none(), "each sets its own");
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Council<'p> {
    programme: &'p Programme,
    on: NaiveDate,
}

/// A figure, and where it comes from.
///
/// See [`Council`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Given<T> {
    /// The figure.
    pub value: T,
    /// Where it comes from.
    pub basis: Basis,
    /// Whether it is sure that it is this one: a rule of the council's that only may hold on the day,
    /// because its dates are vague, leaves that open.
    pub certainty: Certainty,
}

/// Where a figure comes from.
///
/// See [`Council`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// The council's own rule.
    Local(Id<LocalRule>),
    /// An Act or instrument, and the place in it.
    Law(&'static str),
    /// What councils commonly do, where no law says.
    Practice(&'static str),
}

/// A number of days, and how they are counted.
///
/// ```
/// use programme::{governance::Wait, values::DayCount};
///
/// let notice = Wait { days: 28, counted: DayCount::Calendar };
/// assert_eq!(notice.to_string(), "28 calendar days");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Wait {
    /// How many.
    pub days: u32,
    /// Which days count.
    pub counted: DayCount,
}

impl std::fmt::Display for Wait {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.days, self.counted)
    }
}

/// What holds where a council has no rule of its own: how many days, how they are counted, and who
/// says so.
const WAITS: [(Parameter, u32, DayCount, Basis); 6] = [
    (
        Parameter::CallInPeriod,
        5,
        DayCount::Working,
        Basis::Practice(
            "each constitution sets it; five working days after publication are common (LGA 2000 s.9F)",
        ),
    ),
    (Parameter::KeyDecisionNotice, 28, DayCount::Calendar, Basis::Law("SI 2012/2089 reg 9")),
    (Parameter::GeneralExceptionNotice, 5, DayCount::Working, Basis::Law("SI 2012/2089 reg 10")),
    (
        Parameter::MeetingNotice,
        5,
        DayCount::Working,
        Basis::Law("LGA 1972 s.100B; SI 2012/2089 reg 6"),
    ),
    (Parameter::PrivateMeetingNotice, 28, DayCount::Calendar, Basis::Law("SI 2012/2089 reg 5(2)")),
    (Parameter::PrivateMeetingReply, 5, DayCount::Working, Basis::Law("SI 2012/2089 reg 5(4)")),
];

impl<'p> Council<'p> {
    /// The council of a programme as at a day.
    #[must_use]
    pub fn of(programme: &'p Programme, on: NaiveDate) -> Self {
        Self { programme, on }
    }

    /// The day as at which it is looked at.
    #[must_use]
    pub fn on(&self) -> NaiveDate {
        self.on
    }

    /// Whose law it is under, as far as that is said.
    #[must_use]
    pub fn jurisdiction(&self) -> Option<Jurisdiction> {
        self.programme.get(self.programme.about().council?)?.jurisdiction
    }

    /// Whether England's law holds: it does where nothing else is said.
    ///
    /// ```
    /// use programme::{governance::Council, model::{About, Draft, Jurisdiction}, Organisation};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// let mut council = Organisation::new(draft.key("ORG1".parse()?), "Example Council");
    /// council.jurisdiction = Some(Jurisdiction::Wales);
    /// draft.about.council = Some(council.key.id);
    /// draft.put(council);
    /// let programme = draft.finish()?;
    /// assert!(!Council::of(&programme, "2021-06-22".parse()?).is_english());
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn is_english(&self) -> bool {
        self.jurisdiction().is_none_or(|law| law == Jurisdiction::England)
    }

    /// By which model it is governed, as far as that is said.
    #[must_use]
    pub fn model(&self) -> Option<GovernanceModel> {
        self.programme.get(self.programme.about().council?)?.governance
    }

    /// Whether it has an executive: as its model says, or else as its bodies show, of which
    /// those that ended or are only proposed do not count. None where neither tells.
    ///
    /// ```
    /// use programme::{governance::Council, model::{About, BodyKind, Draft}, Body};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// let on = "2021-06-22".parse()?;
    /// assert_eq!(Council::of(&draft.clone().finish()?, on).has_executive(), None);
    /// let mut cabinet = Body::new(draft.key("BODY1".parse()?), "Cabinet");
    /// cabinet.kind = Some(BodyKind::Executive);
    /// draft.put(cabinet);
    /// assert_eq!(Council::of(&draft.finish()?, on).has_executive(), Some(true));
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn has_executive(&self) -> Option<bool> {
        match self.model() {
            Some(GovernanceModel::LeaderAndCabinet | GovernanceModel::MayorAndCabinet) => {
                Some(true)
            }
            Some(GovernanceModel::CommitteeSystem) => Some(false),
            Some(GovernanceModel::Prescribed) | None => {
                self.body(BodyKind::Executive).map(|_| true)
            }
        }
    }

    /// The council's own body of a kind: none that ended, and none that is only proposed.
    pub(crate) fn body(&self, kind: BodyKind) -> Option<&'p Body> {
        let there = |row: &Body| !matches!(row.state, Some(BodyState::Ended | BodyState::Proposed));
        let mut bodies = self.programme.bodies().into_iter();
        bodies.find(|row| row.kind == Some(kind) && there(row) && self.is_own(row.organisation))
    }

    /// Whether something is this council's, and not another organisation's: what names none is.
    pub(crate) fn is_own(&self, organisation: Option<Id<Organisation>>) -> bool {
        organisation.is_none() || organisation == self.programme.about().council
    }

    /// How many days something takes: the council's own rule, or else that of England's law or of
    /// common practice there. None for a parameter that is no number of days, and where another law
    /// holds and the council has no rule.
    #[must_use]
    pub fn wait(&self, parameter: Parameter) -> Option<Given<Wait>> {
        let default = WAITS.iter().find(|(of, ..)| *of == parameter);
        let usual = default.map_or(DayCount::Working, |(_, _, counted, _)| *counted);
        if let Some((rule, certainty)) = self.latest(parameter, |rule| rule.days.is_some()) {
            let value = Wait { days: rule.days?, counted: rule.counted.unwrap_or(usual) };
            return Some(Given { value, basis: Basis::Local(rule.key.id), certainty });
        }
        let (_, days, counted, basis) = *default.filter(|_| self.is_english())?;
        Some(Given { value: Wait { days, counted }, basis, certainty: Certainty::Certainly })
    }

    /// An amount that the council set: for somebody where it set one for them, or else for all.
    /// There are no defaults.
    ///
    /// ```
    /// use programme::{
    ///     governance::Council, model::{About, Draft, LocalRule, Parameter}, values::Printed,
    /// };
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// let mut rule = LocalRule::new(draft.key("LR1".parse()?), "Key decisions");
    /// rule.parameter = Some(Parameter::KeyDecisionThreshold);
    /// rule.amount = Some(Printed::read("£350,000"));
    /// draft.put(rule);
    /// let programme = draft.finish()?;
    /// let council = Council::of(&programme, "2021-06-22".parse()?);
    /// let threshold = council.amount(Parameter::KeyDecisionThreshold, None);
    /// assert_eq!(threshold.map(|given| given.value.to_string()), Some("£350,000".into()));
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn amount(&self, parameter: Parameter, of: Option<Party>) -> Option<Given<&'p Stated>> {
        let is_for = |rule: &LocalRule| match of {
            Some(Party::Body(body)) => rule.body == Some(body),
            Some(Party::Post(post)) => rule.post == Some(post),
            Some(Party::Unknown) | None => false,
        };
        let for_all = |rule: &LocalRule| rule.body.is_none() && rule.post.is_none();
        let has = |rule: &LocalRule| rule.amount.is_some();
        let (rule, certainty) = self
            .latest(parameter, |rule| has(rule) && is_for(rule))
            .or_else(|| self.latest(parameter, |rule| has(rule) && for_all(rule)))?;
        let value = rule.amount.as_ref()?;
        Some(Given { value, basis: Basis::Local(rule.key.id), certainty })
    }

    /// The matrix by which the council scores risks. There is no default.
    ///
    /// See [`raid::matrix`](crate::raid::matrix) for an example.
    #[must_use]
    pub fn risk_matrix(&self) -> Option<Given<&'p RiskMatrix>> {
        let has = |rule: &LocalRule| rule.matrix.is_some();
        let (rule, certainty) = self.latest(Parameter::RiskMatrix, has)?;
        let value = rule.matrix.as_ref()?;
        Some(Given { value, basis: Basis::Local(rule.key.id), certainty })
    }

    /// How far a row may stray in a dimension; the programme itself where no row is named. What the
    /// council set for that row goes before what it set for its level, and that before what it set for
    /// all; what it set for the dimension goes before what it set for each. What somebody in particular may bear is not
    /// among them, and there is no default.
    ///
    /// ```
    /// use programme::{governance::Council, values::Dimension};
    /// use programme::model::{About, Draft, Level, LocalRule, Parameter};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// let mut rule = LocalRule::new(draft.key("LR1".parse()?), "Late actions");
    /// rule.parameter = Some(Parameter::Tolerance);
    /// rule.dimension = Some(Dimension::Time);
    /// rule.level = Some(Level::Action);
    /// rule.days = Some(14);
    /// draft.put(rule);
    /// let programme = draft.finish()?;
    /// let council = Council::of(&programme, "2021-06-22".parse()?);
    /// assert!(council.tolerance(Dimension::Time, None).is_none(), "the programme is no action");
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn tolerance(
        &self,
        dimension: Dimension,
        row: Option<Subject>,
    ) -> Option<Given<&'p LocalRule>> {
        let for_all = |rule: &LocalRule| rule.body.is_none() && rule.post.is_none();
        let says = |rule: &LocalRule| match dimension {
            Dimension::Time => rule.days.is_some(),
            Dimension::Cost => rule.amount.is_some(),
            _ => true,
        };
        let rank = |rule: &LocalRule| {
            let near = match (rule.of, rule.level) {
                (Some(of), _) => (Some(of) == row).then_some(2),
                (None, Some(level)) => (Some(level) == Level::of(row)).then_some(1),
                (None, None) => Some(0),
            }?;
            let is_it = |of| of == dimension || of == Dimension::Overall;
            let named = rule.dimension.is_none_or(is_it);
            (named && for_all(rule) && says(rule))
                .then_some((near, rule.dimension == Some(dimension)))
        };
        let rules = self.programme.local_rules().iter();
        let rules = rules.filter(|rule| rule.parameter == Some(Parameter::Tolerance));
        let mut ranks: Vec<_> = rules.filter_map(rank).collect();
        ranks.sort_unstable();
        ranks.dedup();
        let found = ranks.into_iter().rev().find_map(|wanted| {
            self.latest(Parameter::Tolerance, |rule| rank(rule) == Some(wanted))
        });
        let (value, certainty) = found?;
        Some(Given { value, basis: Basis::Local(value.key.id), certainty })
    }

    /// Where a figure comes from, in words: the title and the sources of the council's own rule, or
    /// the provision.
    #[must_use]
    pub fn source(&self, basis: Basis) -> String {
        match basis {
            Basis::Local(id) => cited(self.programme, id),
            Basis::Law(source) | Basis::Practice(source) => source.to_owned(),
        }
    }

    /// The rule of a parameter that holds on the day and began last, and whether it is sure that it is
    /// this one: others that only may hold leave it open.
    fn latest(
        &self,
        parameter: Parameter,
        fits: impl Fn(&LocalRule) -> bool,
    ) -> Option<(&'p LocalRule, Certainty)> {
        let rules = self.programme.local_rules().into_iter();
        let rules = rules.filter(|rule| rule.parameter == Some(parameter) && fits(rule));
        let held: Vec<_> = rules
            .map(|rule| (rule, rule.holds(self.on)))
            .filter(|(_, certainty)| *certainty != Certainty::No)
            .collect();
        let began = |rule: &LocalRule| {
            rule.since.as_ref().and_then(|since| since.value()).map(|date| date.latest())
        };
        let (rule, _) = held.iter().max_by_key(|(rule, sure)| (*sure, began(rule)))?;
        let sure = held.iter().all(|(_, certainty)| certainty.is_certain());
        Some((rule, if sure { Certainty::Certainly } else { Certainty::Possibly }))
    }
}

/// A row by its reference, and where its facts stand.
pub(super) fn cited(programme: &Programme, row: impl Into<Subject>) -> String {
    let row = row.into();
    let places = programme.sources(row).iter().map(|source| {
        let document = source.document.and_then(|document| programme.name(document));
        match document {
            Some(document) => format!("{document}, {}", source.place),
            None => source.place.clone(),
        }
    });
    let places: Vec<_> = places.collect();
    let shown = programme.shown(row);
    if places.is_empty() { shown } else { format!("{shown}: {}", places.join("; ")) }
}
