//! The typed API as an embedding developer first meets it: a small plan is built, asked, changed,
//! and asked again.
//!
//! ```text
//! cargo run --release --example peer_review
//! ```

use std::error::Error;

use chrono::NaiveDate;
use programme::{
    Action, Draft, Post, Programme, Recommendation,
    model::{About, Lead, StatusNote},
    rollup::{self, Grouping, Policy, Trace},
    rules::{self, Settings},
    values::{ActionStatus, Timescale, When},
};

fn main() -> Result<(), Box<dyn Error>> {
    let today: NaiveDate = "2019-09-04".parse()?;

    // A draft takes rows in any order; `finish` is the one door to a programme.
    let mut draft = Draft::new(About::named("Peer challenge response"));
    let director = Post::new(draft.key("POST1".parse()?), "Director of Place");
    let advice = Recommendation::new(draft.key("R1".parse()?), "Set out a vision for the place");
    let (lead, answers) = (Lead::post(director.key.id), vec![advice.key.id]);

    let mut vision = Action::new(draft.key("A1.1".parse()?), "Write the vision for place");
    vision.answers.clone_from(&answers);
    vision.leads.push(lead.clone());
    // Timescales are read as councils write them, and keep their words.
    vision.timescale = Timescale::read("July 2019");

    let mut events = Action::new(draft.key("A1.2".parse()?), "Talk it over with residents");
    events.answers = answers;
    events.leads.push(lead);
    events.timescale = Timescale::read("On-going");

    let vision_id = vision.key.id;
    draft.put(director);
    draft.put(advice);
    draft.put(vision);
    draft.put(events);
    let programme = draft.finish()?;
    println!("As the plan stands on {today}:");
    print_progress(&programme, today);

    // Programmes never change: a change is a draft of the same rows, finished again.
    let mut draft = programme.to_draft();
    if let Some(vision) = draft.get_mut(vision_id) {
        let mut done = StatusNote::new(ActionStatus::Complete);
        done.as_at = Some(When::read("2019-09-04"));
        done.on = Some(When::read("28 August 2019"));
        done.evidence = Some("Cabinet minutes of 28 August 2019".into());
        vision.status.push(done);
    }
    let after = draft.finish()?;
    println!("\nOnce the vision is reported as complete:");
    print_progress(&after, today);
    println!("\nThe first programme is as it was: {} overdue.", programme.overdue(today).len());
    Ok(())
}

fn print_progress(programme: &Programme, today: NaiveDate) {
    let policy = Policy::pooled();
    let progress = rollup::progress(programme, &policy, today);
    match progress.assess().known() {
        Some(share) => println!(
            "  {} of {} complete: {} % confirmed, {} % possible, {} continuing",
            progress.complete(),
            progress.counted(),
            share.percent(),
            share.possible.whole_percent(),
            progress.continuing()
        ),
        None => println!("  no share can be given"),
    }
    for action in programme.overdue(today) {
        println!("  overdue: {} {} ({})", action.key.reference, action.title, action.timescale);
    }
    for finding in &rules::lint(programme, &Settings::as_at(today)).findings {
        println!("  {finding}");
    }
    println!("  Where the figure comes from:");
    print_trace(&rollup::explain(programme, Grouping::Recommendation, &policy, today), 2);
}

fn print_trace(trace: &Trace, depth: usize) {
    let said = trace.fact.as_ref().map(|fact| format!(": {:?} ('{}')", fact.state, fact.words));
    println!("{}{}{}", "  ".repeat(depth), trace.name, said.unwrap_or_default());
    for part in &trace.parts {
        print_trace(part, depth + 1);
    }
}
