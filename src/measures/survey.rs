//! Shares of a survey against their counts.

use rust_decimal::Decimal;

use crate::{
    finance::{Fit, Proportion, Reading, proportion},
    model::{Survey, SurveyResult},
    values::{FigureUnit, Interval, Stated},
};

/// A share that a survey's counts give, beside what the paper states.
///
/// ```
/// use programme::{
///     Survey, finance::{Fit, Reading}, measures, model::{About, Draft}, values::Stated,
/// };
///
/// let draft = Draft::new(About::named("example"));
/// let mut survey = Survey::new(draft.key("SUR1".parse()?), "Ways of working");
/// survey.population_size = Some(Stated::read("425"));
/// survey.responses = Some(Stated::read("390"));
/// survey.stated_rate = Some(Stated::read("94%"));
/// let rate = measures::response_rate(&survey, Reading::default()).ok_or("no counts")?;
/// assert_eq!(rate.computed.round_dp(2).to_string(), "91.76");
/// assert_eq!(rate.fit, Some(Fit::Apart));
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share<'s> {
    /// What it is the share of.
    pub of: Of<'s>,
    /// The part, as printed.
    pub part: &'s Stated,
    /// The whole, as printed.
    pub whole: &'s Stated,
    /// The share as the paper gives it, if it does.
    pub stated: Option<&'s Stated>,
    /// What part and whole give as they are printed, in per cent.
    pub computed: Decimal,
    /// What they can give, however they are meant.
    pub range: Interval,
    /// Whether what is stated follows; none where nothing is, or what is cannot be read.
    pub fit: Option<Fit>,
}

/// What a share of a survey is the share of.
///
/// See [`Share`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of<'s> {
    /// Those who answered, of those who were asked.
    Responses,
    /// Those who gave an answer, of those who answered.
    Result(&'s SurveyResult),
}

/// The answers to one question by one group, and what their shares come to together.
///
/// See [`answer_sets`] for an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerSet<'s> {
    /// The answers, in the order of the survey.
    pub results: Vec<&'s SurveyResult>,
    /// What their shares come to as they are printed, in per cent.
    pub sum: Decimal,
    /// What they can come to.
    pub range: Interval,
}

impl AnswerSet<'_> {
    /// Whether they can come to a hundred.
    #[must_use]
    pub fn adds_up(&self) -> bool {
        self.range.low <= Decimal::ONE_HUNDRED && Decimal::ONE_HUNDRED <= self.range.high
    }
}

/// The share of those asked who answered: none where either number is missing or cannot be read.
///
/// See [`Share`] for an example.
#[must_use]
pub fn response_rate(survey: &Survey, reading: Reading) -> Option<Share<'_>> {
    let (part, whole) = (survey.responses.as_ref()?, survey.population_size.as_ref()?);
    share(Of::Responses, part, whole, survey.stated_rate.as_ref(), reading)
}

/// The share of every result of which both counts are given. Those who answered are those who did
/// answer the question, or else those of the group, or else all who answered the survey.
///
/// ```
/// use programme::{Survey, finance::Reading, measures, model::{About, Draft, SurveyResult}, values::Stated};
///
/// let draft = Draft::new(About::named("example"));
/// let mut survey = Survey::new(draft.key("SUR1".parse()?), "Ways of working");
/// survey.responses = Some(Stated::read("50"));
/// let count = Some(Stated::read("35"));
/// survey.results.push(SurveyResult { count, ..SurveyResult::default() });
/// let shares = measures::shares(&survey, Reading::default());
/// assert_eq!(shares.first().map(|share| share.computed.to_string()), Some("70".into()));
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn shares(survey: &Survey, reading: Reading) -> Vec<Share<'_>> {
    let results = survey.results.iter();
    results.filter_map(|result| of_result(survey, result, reading)).collect()
}

/// The answers that are said to be all that were given to their question, each by its question and
/// group, where every one has a share.
///
/// ```
/// use programme::{Survey, measures, model::{About, Draft, SurveyResult}, values::Stated};
///
/// let draft = Draft::new(About::named("example"));
/// let mut survey = Survey::new(draft.key("SUR1".parse()?), "Ways of working");
/// survey.results = ["56%", "43%", "11%"].iter().map(|share| SurveyResult {
///     question: Some("At home?".into()),
///     share: Some(Stated::read(share)),
///     one_of_all: true,
///     ..SurveyResult::default()
/// }).collect();
/// let sets = measures::answer_sets(&survey);
/// assert_eq!(sets.first().map(|set| (set.sum.to_string(), set.adds_up())), Some(("110".into(), false)));
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn answer_sets(survey: &Survey) -> Vec<AnswerSet<'_>> {
    let mut sets: Vec<Vec<&SurveyResult>> = Vec::new();
    for result in survey.results.iter().filter(|result| result.one_of_all) {
        let same = |set: &&mut Vec<&SurveyResult>| {
            set.first().is_some_and(|first| {
                (&first.question, &first.group) == (&result.question, &result.group)
            })
        };
        match sets.iter_mut().find(same) {
            Some(set) => set.push(result),
            None => sets.push(vec![result]),
        }
    }
    sets.into_iter().filter_map(summed).collect()
}

fn summed(results: Vec<&SurveyResult>) -> Option<AnswerSet<'_>> {
    let figures = results.iter().map(|result| result.share.as_ref()?.value());
    let figures: Vec<_> = figures.collect::<Option<_>>()?;
    if figures.len() < 2 || figures.iter().any(|figure| figure.unit() != FigureUnit::Percent) {
        return None;
    }
    let sum = figures.iter().map(|figure| figure.amount());
    let sum = sum.fold(Decimal::ZERO, Decimal::saturating_add).normalize();
    let range = figures.iter().map(|figure| figure.interval()).sum();
    Some(AnswerSet { results, sum, range })
}

fn of_result<'s>(
    survey: &'s Survey,
    result: &'s SurveyResult,
    reading: Reading,
) -> Option<Share<'s>> {
    let (part, whole) = (result.count.as_ref()?, answered(survey, result)?);
    share(Of::Result(result), part, whole, result.share.as_ref(), reading)
}

/// How many answered the question of a result.
fn answered<'s>(survey: &'s Survey, result: &'s SurveyResult) -> Option<&'s Stated> {
    let Some(group) = &result.group else {
        return result.answered.as_ref().or(survey.responses.as_ref());
    };
    let named = |other: &&crate::model::SurveyGroup| other.name.as_ref() == Some(group);
    let group = survey.groups.iter().find(named);
    result.answered.as_ref().or_else(|| group?.responses.as_ref())
}

fn share<'s>(
    of: Of<'s>,
    part: &'s Stated,
    whole: &'s Stated,
    stated: Option<&'s Stated>,
    reading: Reading,
) -> Option<Share<'s>> {
    let figure = stated.and_then(|stated| stated.value());
    let Proportion { computed, range, fit } =
        proportion(part.value()?, whole.value()?, figure, reading)?;
    Some(Share { of, part, whole, stated, computed, range, fit })
}
