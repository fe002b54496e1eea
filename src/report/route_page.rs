//! The page of the routes of decisions.

use super::{
    DecisionRoutes,
    headline::long,
    page::{Block, Page},
    route::{AskView, RouteView, StepView},
};
use crate::values::capital;

impl Page for DecisionRoutes {
    fn blocks(&self) -> Vec<Block> {
        let mut below = Vec::new();
        below.extend(self.council.clone());
        below.extend(self.paper.clone());
        below.push(format!("Who decides, reckoned from {}", long(&self.from)));
        let mut blocks = vec![Block::Title(self.programme.clone(), below)];
        if self.routes.is_empty() {
            blocks.push(Block::Points(vec!["Nothing is asked that needs a decision.".into()]));
        }
        for (at, route) in self.routes.iter().enumerate() {
            blocks.extend(one(at + 1, self.routes.len(), route));
        }
        if !self.noted.is_empty() {
            let heading = format!("To be noted alone ({})", self.noted.len());
            blocks.push(Block::Heading(heading));
            blocks.push(Block::Points(self.noted.iter().map(asked).collect()));
        }
        blocks
    }
}

fn one(number: usize, of: usize, route: &RouteView) -> Vec<Block> {
    let mut blocks = Vec::new();
    if of > 1 {
        let what = route.asks.first().map(|ask| ask.title.as_str()).unwrap_or_default();
        blocks.push(Block::Heading(format!("Route {number}: {what}")));
    }
    blocks.push(Block::Points(route.headline.clone()));
    blocks.push(Block::Heading("What is asked".into()));
    blocks.push(Block::Points(route.asks.iter().map(asked).collect()));
    blocks.push(Block::Heading("Why".into()));
    let mut why = Vec::new();
    if route.decides.is_some() {
        why.push(cited(&route.why, &route.source));
    }
    why.push(match route.key {
        "yes" => format!("A key decision: {}", route.key_why),
        "no" => format!("Not a key decision: {}", route.key_why),
        _ => {
            format!("Whether it is a key decision cannot be told without this: {}.", route.key_why)
        }
    });
    blocks.push(Block::Points(why));
    if !route.steps.is_empty() {
        blocks.push(Block::Heading("Steps".into()));
        let head = vec![("", true), ("When", false), ("Who and what", false), ("Source", false)];
        let rows = route.steps.iter().enumerate();
        let rows = rows.map(|(at, step)| {
            let what = match step.kind {
                "effect" => capital(&step.what),
                _ => format!("{} {}", step.by, step.what),
            };
            vec![(at + 1).to_string(), when(step), what, step.source.clone()]
        });
        blocks.push(Block::table(head, rows.collect()));
    }
    let mut missing: Vec<String> =
        route.missing.iter().map(|what| format!("{}.", capital(what))).collect();
    missing.extend(without_day(&route.steps));
    if !missing.is_empty() {
        blocks.push(Block::Heading("Not known".into()));
        blocks.push(Block::Points(missing));
    }
    blocks
}

/// Why steps have no day, each reason once with the steps that it keeps from one.
fn without_day(steps: &[StepView]) -> Vec<String> {
    let mut found: Vec<(&str, Vec<String>)> = Vec::new();
    for (at, step) in steps.iter().enumerate() {
        let Some(why) = step.no_day.as_deref() else { continue };
        let number = (at + 1).to_string();
        match found.iter_mut().find(|(other, _)| *other == why) {
            Some((_, numbers)) => numbers.push(number),
            None => found.push((why, vec![number])),
        }
    }
    let told = found.into_iter().map(|(why, numbers)| {
        let steps = if numbers.len() == 1 { "step" } else { "steps" };
        format!("The day of {steps} {}: {why}.", numbers.join(", "))
    });
    told.collect()
}

fn when(step: &StepView) -> String {
    match (&step.earliest, step.kind) {
        (None, _) => "not known".into(),
        (Some(day), "papers") if step.dated => format!("by {}", weekday(day)),
        (Some(day), _) if step.dated => format!("{}, as papers have it", weekday(day)),
        (Some(day), _) => format!("from {}", weekday(day)),
    }
}

/// A day with its weekday, for offices are open on some only.
fn weekday(day: &str) -> String {
    let written = long(day);
    match day.parse::<chrono::NaiveDate>() {
        Ok(day) => format!("{} {written}", day.format("%a")),
        Err(_) => written,
    }
}

fn asked(ask: &AskView) -> String {
    let label = ask.label.as_ref().map(|label| format!("{label}: ")).unwrap_or_default();
    let differs = ask.differs.as_ref().map(|differs| format!(" But: {differs}"));
    let title = ask.title.trim_end_matches('.');
    format!("{label}{title}.{}", differs.unwrap_or_default())
}

fn cited(why: &str, source: &str) -> String {
    if source.is_empty() { why.to_owned() } else { format!("{why} ({source})") }
}
