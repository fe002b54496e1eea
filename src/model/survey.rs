//! Surveys, and what was answered.

use super::{
    Citation, DocumentRef, Key, Link, Organisation, Phase, Post, Review, Workstream,
    key::{cite, each},
};
use crate::values::{Id, Span, Stated};

/// A survey: whom it asked, how many answered, what they said.
///
/// ```
/// use programme::{model::Key, values::Stated, ProgrammeId, Survey};
///
/// let key = Key::derive(ProgrammeId::named("example"), "SUR1".parse()?);
/// let mut survey = Survey::new(key, "Questionnaire on ways of working");
/// survey.population_size = Some(Stated::read("approximately 425"));
/// survey.responses = Some(Stated::read("over 390"));
/// survey.stated_rate = Some(Stated::read("94%"));
/// # Ok::<_, programme::values::ParseReferenceError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Survey {
    /// Identity and reference.
    pub key: Key<Self>,
    /// Its name.
    pub name: String,
    /// Other names that are known to mean it.
    pub aliases: Vec<String>,
    /// What it asked about.
    pub topic: Option<String>,
    /// How it asked, in a word: "questionnaire", "structured return".
    pub method: Option<String>,
    /// Who held it, if not the council.
    pub by: Option<Id<Organisation>>,
    /// The review of which it is a part.
    pub review: Option<Id<Review>>,
    /// The workstream to which it belongs.
    pub workstream: Option<Id<Workstream>>,
    /// The phase to which it belongs.
    pub phase: Option<Id<Phase>>,
    /// When it was held.
    pub held: Option<Span>,
    /// Whom it asked.
    pub population: Option<String>,
    /// How many they are.
    pub population_size: Option<Stated>,
    /// How many answered.
    pub responses: Option<Stated>,
    /// The share that answered, as the paper gives it.
    pub stated_rate: Option<Stated>,
    /// Into which groups answers are split.
    pub groups: Vec<SurveyGroup>,
    /// What they answered.
    pub results: Vec<SurveyResult>,
    /// The document in which the answers stand.
    pub summary: Option<Id<DocumentRef>>,
}

impl Survey {
    /// One of which only the name is known.
    #[must_use]
    pub fn new(key: Key<Self>, name: impl Into<String>) -> Self {
        Self {
            key,
            name: name.into(),
            aliases: Vec::new(),
            topic: None,
            method: None,
            by: None,
            review: None,
            workstream: None,
            phase: None,
            held: None,
            population: None,
            population_size: None,
            responses: None,
            stated_rate: None,
            groups: Vec::new(),
            results: Vec::new(),
            summary: None,
        }
    }

    pub(super) fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        let Self {
            key,
            name: _,
            aliases: _,
            topic: _,
            method: _,
            by,
            review,
            workstream,
            phase,
            held: _,
            population: _,
            population_size: _,
            responses: _,
            stated_rate: _,
            groups,
            results,
            summary,
        } = self;
        cite(&key.sources, visit);
        each("by", by, visit);
        each("review", review, visit);
        each("workstream", workstream, visit);
        each("phase", phase, visit);
        groups.iter().for_each(|part| part.visit_links(visit));
        results.iter().for_each(|part| part.visit_links(visit));
        each("summary", summary, visit);
    }
}

/// A group into which the answers of a survey are split.
///
/// ```
/// use programme::model::SurveyGroup;
///
/// let senior = SurveyGroup { name: Some("Senior staff".into()), ..SurveyGroup::default() };
/// assert!(senior.size.is_none());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SurveyGroup {
    /// Its name.
    pub name: Option<String>,
    /// Who is in it.
    pub definition: Option<String>,
    /// The posts that are in it, or from which it begins.
    pub posts: Vec<Id<Post>>,
    /// How many they are.
    pub size: Option<Stated>,
    /// How many of them answered.
    pub responses: Option<Stated>,
}

impl SurveyGroup {
    pub(super) fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        let Self { name: _, definition: _, posts, size: _, responses: _ } = self;
        each("posts", posts, visit);
    }
}

/// What was answered to a question of a survey, as printed.
///
/// ```
/// use programme::{model::{Leaning, SurveyResult}, values::Stated};
///
/// let result = SurveyResult {
///     question: Some("I would recommend the council as an employer".into()),
///     share: Some(Stated::read("71%")),
///     leaning: Some(Leaning::Positive),
///     ..SurveyResult::default()
/// };
/// assert!(result.count.is_none(), "of how many is not said");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SurveyResult {
    /// What was asked, or the statement that was put.
    pub question: Option<String>,
    /// The answer that is counted, where there are several.
    pub answer: Option<String>,
    /// The group whose answer it is; all, where none is said.
    pub group: Option<String>,
    /// The share that gave it.
    pub share: Option<Stated>,
    /// How many gave it.
    pub count: Option<Stated>,
    /// How many answered the question.
    pub answered: Option<Stated>,
    /// Whether the answers given to its question are all that there were, and each gave one.
    pub one_of_all: bool,
    /// Which way it leans.
    pub leaning: Option<Leaning>,
    /// The group that answered otherwise.
    pub differs_from: Option<String>,
    /// What was said of it.
    pub text: Option<String>,
    /// Where it was said.
    pub source: Option<Citation>,
}

impl SurveyResult {
    pub(super) fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        let Self {
            question: _,
            answer: _,
            group: _,
            share: _,
            count: _,
            answered: _,
            one_of_all: _,
            leaning: _,
            differs_from: _,
            text: _,
            source,
        } = self;
        cite(source.as_slice(), visit);
    }
}

/// Which way answers lean.
///
/// See [`SurveyResult`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Leaning {
    /// Well disposed.
    Positive,
    /// Ill disposed.
    Negative,
    /// Both.
    Mixed,
    /// Neither.
    Neutral,
}
