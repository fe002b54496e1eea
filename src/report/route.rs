//! The routes of decisions: who decides what a paper asks for, by which steps, and from when.

use chrono::NaiveDate;
use serde::Serialize;

use super::{
    described::{view, words},
    headline::long,
};
use crate::{
    document::Vocabulary,
    governance::{self, KeyAnswer, MakerKind, Matter, Route, StepKind},
    model::{Act, Party, Programme, Report, Request},
    values::WorkingCalendar,
};

/// The form of routes that this version writes.
const FORMAT: &str = "decision_routes/1";

view! {
    /// The routes of one or more matters, as data.
    ///
    /// ```
    /// use programme::{
    ///     governance::Matter, model::{About, Draft, MatterKind}, report, values::WorkingCalendar,
    /// };
    ///
    /// let programme = Draft::new(About::named("Example")).finish()?;
    /// let mut matter = Matter::new("Set the budget");
    /// matter.kind = Some(MatterKind::Budget);
    /// let calendar = WorkingCalendar::england_and_wales();
    /// let routes = report::decision_route(&programme, &matter, "2021-06-22".parse()?, &calendar);
    /// assert_eq!(routes.routes[0].decides.as_deref(), Some("full Council"));
    /// assert!(report::to_text(&routes).contains("full Council decides"));
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct DecisionRoutes {
        /// The form of this report.
        pub format: &'static str as just(FORMAT),
        /// The name of the programme.
        pub programme: String,
        /// The council, where the programme names one.
        pub council: Option<String>,
        /// The paper that asks, where one does.
        pub paper: Option<String>,
        /// The day from which steps are reckoned.
        pub from: String as day_text(),
        /// The routes, in the order in which matters are asked for.
        pub routes: Vec<RouteView>,
        /// What the paper asks to be noted alone, which needs no authority.
        pub noted: Vec<AskView>,
    }
}

view! {
    /// One route, and what goes by it.
    ///
    /// See [`DecisionRoutes`] for an example.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct RouteView {
        /// What is asked.
        pub asks: Vec<AskView>,
        /// What a reader in a hurry should know, in sentences.
        pub headline: Vec<String>,
        /// Who takes the decision that counts; null where that cannot be told.
        pub decides: Option<String>,
        /// In what capacity: `full_council`, `executive`, `committee`, `officer` or `other`.
        pub decides_as: Option<&'static str> as one_of(MAKERS.iter().copied()),
        /// Why it is they who decide.
        pub why: String,
        /// The rule that says so, and where it stands.
        pub source: String,
        /// Whether it is a key decision: `yes`, `no` or `unknown`.
        pub key: &'static str as one_of(KEYS.iter().copied()),
        /// Why it is, or what would have to be known.
        pub key_why: String,
        /// The steps, in order.
        pub steps: Vec<StepView>,
        /// What is not known, and would have to be.
        pub missing: Vec<String>,
    }
}

view! {
    /// Something that is asked.
    ///
    /// See [`DecisionRoutes`] for an example.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct AskView {
        /// Its label in the paper.
        pub label: Option<String>,
        /// What it is, in short.
        pub title: String,
        /// What kind of matter it is, as documents write it.
        pub matter: Option<&'static str> as one_of(crate::model::MatterKind::WORDS.iter().map(|(_, word)| *word)),
        /// The amount, as printed.
        pub amount: Option<String>,
        /// What the paper asks the body to do, as documents write it.
        pub act: Option<&'static str> as one_of(Act::WORDS.iter().map(|(_, word)| *word)),
        /// To whom the paper has it recommended.
        pub onward: Option<String>,
        /// The label of the request of the paper that it says again.
        pub restates: Option<String>,
        /// What the paper asks for that its route does not allow.
        pub differs: Option<String>,
    }
}

view! {
    /// A step of a route.
    ///
    /// See [`DecisionRoutes`] for an example.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct StepView {
        /// What kind of step it is: `notice`, `papers`, `advice`, `recommendation`, `decision`,
        /// `call_in` or `effect`.
        pub kind: &'static str as one_of(STEPS.iter().copied()),
        /// Who takes it.
        pub by: String,
        /// What they do.
        pub what: String,
        /// The first day on which it can be taken; null where the calendar does not reach.
        pub earliest: Option<String> as day_text(),
        /// Whether that day is the one that a paper gives.
        pub dated: bool,
        /// Why there is no day.
        pub no_day: Option<String>,
        /// Why the step has to be.
        pub why: String,
        /// The rule that says so, and where it stands.
        pub source: String,
    }
}

words! {
    fn maker_word(kind: MakerKind) in MAKERS {
        MakerKind::FullCouncil => "full_council",
        MakerKind::Executive => "executive",
        MakerKind::Committee => "committee",
        MakerKind::Officer => "officer",
        MakerKind::Other => "other",
    }
}

words! {
    fn step_word(kind: StepKind) in STEPS {
        StepKind::Notice => "notice",
        StepKind::Papers => "papers",
        StepKind::Advice => "advice",
        StepKind::Recommendation => "recommendation",
        StepKind::Decision => "decision",
        StepKind::CallIn => "call_in",
        StepKind::Effect => "effect",
    }
}

words! {
    fn key_word(key: &KeyAnswer) in KEYS {
        KeyAnswer::Yes(_) => "yes",
        KeyAnswer::No(_) => "no",
        KeyAnswer::Unknown(_) => "unknown",
    }
}

/// The [route](governance::route) of one matter, as a report.
///
/// See [`DecisionRoutes`] for an example.
#[must_use]
pub fn decision_route(
    programme: &Programme,
    matter: &Matter,
    from: NaiveDate,
    calendar: &WorkingCalendar,
) -> DecisionRoutes {
    let route = governance::route(programme, matter, from, calendar);
    let ask = AskView {
        label: None,
        title: matter.title.clone(),
        matter: matter.kind.map(Vocabulary::word),
        amount: matter.amount.as_ref().map(ToString::to_string),
        act: None,
        onward: None,
        restates: None,
        differs: None,
    };
    let mut routes = empty(programme, from);
    routes.routes.push(RouteView::of(&route, vec![ask]));
    routes
}

/// The routes of all that a paper asks for: what goes the same way stands together.
///
/// ```
/// use programme::{document::Document, report, values::WorkingCalendar};
///
/// # #[cfg(feature = "json")] {
/// let text = r#"{"format": "programme/1", "programme": {"name": "Example"},
///   "bodies": [{"name": "Cabinet", "kind": "executive"}, {"name": "Council", "kind": "council"}],
///   "reports": [{"title": "Business case", "body": "Cabinet", "date": "22 June 2021", "requests": [
///     {"label": "1", "title": "Note progress", "act": "note"},
///     {"label": "2", "title": "Fund Phase 2", "act": "resolve",
///      "matter": "supplementary_estimate", "amount": "£361k"}]}]}"#;
/// let programme = Document::from_json(text)?.check().strict()?;
/// let paper = programme.reports().into_iter().next().ok_or("no paper")?;
/// let calendar = WorkingCalendar::england_and_wales();
/// let found = report::paper_routes(&programme, paper, "2021-06-22".parse()?, &calendar);
/// assert_eq!((found.routes.len(), found.noted.len()), (1, 1));
/// let asked = &found.routes[0].asks[0];
/// assert_eq!(asked.differs.as_deref(), Some("Cabinet cannot decide it: it recommends it to Council."));
/// # }
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn paper_routes(
    programme: &Programme,
    paper: &Report,
    from: NaiveDate,
    calendar: &WorkingCalendar,
) -> DecisionRoutes {
    let mut routes = empty(programme, from);
    routes.paper = Some(paper.title.clone());
    let mut found: Vec<(Route, Vec<AskView>)> = Vec::new();
    for asked in &paper.requests {
        if asked.act == Some(Act::Note) {
            routes.noted.push(AskView::of(programme, paper, asked, None));
            continue;
        }
        let route = governance::route(programme, &Matter::of(paper, asked), from, calendar);
        let ask = AskView::of(programme, paper, asked, Some(&route));
        match found.iter_mut().find(|(other, _)| *other == route) {
            Some((_, asks)) => asks.push(ask),
            None => found.push((route, vec![ask])),
        }
    }
    routes.routes = found.into_iter().map(|(route, asks)| RouteView::of(&route, asks)).collect();
    routes
}

fn empty(programme: &Programme, from: NaiveDate) -> DecisionRoutes {
    let about = programme.about();
    DecisionRoutes {
        format: FORMAT,
        programme: about.name.clone(),
        council: about.council.and_then(|id| programme.name(id)).map(str::to_owned),
        paper: None,
        from: from.to_string(),
        routes: Vec::new(),
        noted: Vec::new(),
    }
}

impl AskView {
    fn of(programme: &Programme, paper: &Report, asked: &Request, route: Option<&Route>) -> Self {
        let body = paper.body.and_then(|id| programme.name(id));
        Self {
            label: asked.label.clone(),
            title: asked.title.clone(),
            matter: asked.matter.map(Vocabulary::word),
            amount: asked.amount.as_ref().map(ToString::to_string),
            act: asked.act.map(Vocabulary::word),
            onward: asked.onward.and_then(|id| programme.name(id)).map(str::to_owned),
            restates: asked.restates.clone(),
            differs: route.and_then(|route| differs(route, asked, paper, body)),
        }
    }
}

/// What a paper asks of the body before which it is put, and its route does not allow.
fn differs(route: &Route, asked: &Request, paper: &Report, body: Option<&str>) -> Option<String> {
    let decides = route.decides.as_ref()?;
    let body = body?;
    let here = paper.body.map(Party::Body) == Some(decides.party);
    let reserved = decides.kind == MakerKind::FullCouncil;
    match asked.act? {
        Act::Resolve | Act::Delegate if !here && reserved => {
            Some(format!("{body} cannot decide it: it recommends it to {}.", decides.name))
        }
        // Who delegates may still decide.
        Act::Resolve | Act::Delegate if !here => {
            Some(format!("It is for {} to decide, unless {body} takes it back.", decides.name))
        }
        Act::Recommend | Act::Refer if here => {
            Some(format!("{body} decides it itself, and need not recommend it."))
        }
        Act::Recommend | Act::Refer => {
            let onward = asked.onward.map(Party::Body)?;
            let other = decides.party != Party::Unknown && decides.party != onward;
            other.then(|| format!("It is for {} to decide.", decides.name))
        }
        _ => None,
    }
}

impl RouteView {
    fn of(route: &Route, asks: Vec<AskView>) -> Self {
        let (KeyAnswer::Yes(key_why) | KeyAnswer::No(key_why) | KeyAnswer::Unknown(key_why)) =
            &route.key;
        let headline = sentences(route, &asks);
        Self {
            asks,
            headline,
            decides: route.decides.as_ref().map(|maker| maker.name.clone()),
            decides_as: route.decides.as_ref().map(|maker| maker_word(maker.kind)),
            why: route.why.clone(),
            source: route.source.clone(),
            key: key_word(&route.key),
            key_why: key_why.clone(),
            steps: route.steps.iter().map(StepView::of).collect(),
            missing: route.missing.clone(),
        }
    }
}

impl StepView {
    fn of(step: &governance::Step) -> Self {
        Self {
            kind: step_word(step.kind),
            by: step.by.name.clone(),
            what: step.what.clone(),
            earliest: step.earliest.ok().map(|day| day.to_string()),
            dated: step.dated,
            no_day: step.earliest.err().map(|error| error.to_string()),
            why: step.why.clone(),
            source: step.source.clone(),
        }
    }
}

/// What a reader in a hurry should know.
fn sentences(route: &Route, asks: &[AskView]) -> Vec<String> {
    let Some(decides) = &route.decides else {
        return vec!["Who decides cannot be told yet; see what is missing.".into()];
    };
    let proposes = route.steps.iter().find(|step| step.kind == StepKind::Recommendation);
    let mut said = vec![match proposes {
        Some(step) => format!("{} recommends, and {} decides.", step.by.name, decides.name),
        None => format!("{} decides.", decides.name),
    }];
    let sums: Vec<String> = asks
        .iter()
        // What is said twice is asked once.
        .filter(|ask| ask.restates.is_none())
        .filter_map(|ask| {
            let amount = ask.amount.as_ref()?;
            let label = ask.label.as_ref().map(|label| format!(" ({label})"));
            Some(format!("{amount}{}", label.unwrap_or_default()))
        })
        .collect();
    let what = match sums.as_slice() {
        [] => "nothing of it is authorised".to_owned(),
        sums => format!("nothing of it is authorised: {}", sums.join(", ")),
    };
    let step = |kind| route.steps.iter().rfind(|step| step.kind == kind);
    let day =
        |kind| step(kind).and_then(|step| step.earliest.ok()).map(|day| long(&day.to_string()));
    let (decided, effect) = (day(StepKind::Decision), day(StepKind::Effect));
    said.push(match (decided, effect) {
        (Some(decided), Some(effect)) if decided == effect => {
            format!("Until {} has decided, on {decided} at the earliest, {what}.", decides.name)
        }
        (Some(decided), Some(effect)) => format!(
            "Until {} has decided, on {decided} at the earliest, and call-in has ended, so that it \
             can take effect from {effect}, {what}.",
            decides.name
        ),
        _ => format!("Until {} has decided, {what}.", decides.name),
    });
    said
}
