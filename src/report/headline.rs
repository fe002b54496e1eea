//! What a reader in a hurry should know.

use super::{Highlight, view::ProgressView};
use crate::{
    rollup::Ratio,
    values::{capital, written},
};

/// The headline of a report. `delivered` is how many recommendations have nothing left to
/// complete, of how many.
pub(super) fn sentences(report: &Highlight, delivered: (usize, usize)) -> Vec<String> {
    let total = &report.progress.total;
    let mut said = Vec::new();
    said.extend(share(total, &report.policy.level));
    said.extend(doubt(total));
    said.extend(lateness(total));
    said.extend(dates(total));
    if total.continuing > 0 {
        let (n, are) = (total.continuing, are(total.continuing));
        let commitments = plural(n, "commitment");
        said.push(format!("{n} continuing {commitments} {are} without an end and counted apart."));
    }
    if total.excluded > 0 {
        let (n, are) = (total.excluded, are(total.excluded));
        said.push(format!("{n} {} {are} out of the plan.", plural(n, "action")));
    }
    let waiting = total.proposed + total.undecided;
    if waiting > 0 {
        let (n, are) = (waiting, are(waiting));
        said.push(format!(
            "{n} {} {are} proposed or undecided, and not counted.",
            plural(n, "action")
        ));
    }
    if let (ready, all @ 1..) = delivered {
        let of = if all == 1 { "recommendation" } else { "recommendations" };
        said.push(format!("All that can be completed is complete for {ready} of {all} {of}."));
    }
    if !report.unanswered.is_empty() {
        let n = report.unanswered.len() as u64;
        said.push(format!("{n} {} without any answer.", plural(n, "recommendation")));
    }
    said
}

fn share(total: &ProgressView, level: &str) -> Option<String> {
    let (complete, counted) = (total.complete, total.counted);
    match (total.percent, total.confirmed) {
        (Some(percent), Some(share))
            if Ratio::new(complete.into(), counted.into()) == Ratio::new(share.num, share.den) =>
        {
            Some(format!(
                "{complete} of {counted} {} that can be completed {} complete ({percent} %).",
                plural(counted, "action"),
                are(complete)
            ))
        }
        (Some(percent), Some(share)) => Some(format!(
            "{percent} % is complete {} (exactly {}/{}); {complete} of {counted} {} that can be \
             completed.",
            if level == "pooled" { "as this policy reckons" } else { "as the mean of groups" },
            share.num,
            share.den,
            plural(counted, "action")
        )),
        _ => {
            let why = match total.reason {
                Some("no_basis") => "there is nothing to reckon it from",
                Some("nothing_counted") => "nothing in it can be completed",
                Some("weight_missing") => "a weight is missing",
                _ => "it cannot be reckoned exactly",
            };
            Some(format!("No share can be given: {why}."))
        }
    }
}

fn doubt(total: &ProgressView) -> Option<String> {
    let (Some(percent), Some(possible)) = (total.percent, total.possible) else { return None };
    let possible = Ratio::new(possible.num, possible.den)?.whole_percent();
    let silent = total.unknown;
    let bound = if total.possible_open { "under " } else { "" };
    match silent {
        0 if possible > percent && total.possible_open => {
            Some(format!("What is in progress has no figure: the share is under {possible} %."))
        }
        0 => None,
        n => {
            let which = match (total.complete + n == total.counted, n) {
                (true, 1) => "the other one".to_owned(),
                (true, n) => format!("the other {n}"),
                (false, n) => format!("another {n}"),
            };
            Some(format!(
                "The state of {which} is not known, so the true share lies between {percent} % \
                 and {bound}{possible} %."
            ))
        }
    }
}

fn lateness(total: &ProgressView) -> Option<String> {
    let n = total.overdue;
    if n == 0 {
        return None;
    }
    let silence = match total.overdue_silent {
        0 => String::new(),
        silent if silent == n && n > 1 => ", and of none is the state known".to_owned(),
        silent if silent == n => ", and its state is not known".to_owned(),
        silent => format!(", and of {silent} of them the state is not known"),
    };
    let since =
        total.oldest_overdue.as_deref().map(|day| format!("; the oldest was due by {}", long(day)));
    let actions = plural(n, "action");
    Some(format!("{n} {actions} {} overdue{silence}{}.", are(n), since.unwrap_or_default()))
}

fn dates(total: &ProgressView) -> Option<String> {
    let (undated, unpaired) = (total.undated, total.unpaired);
    let undated =
        (undated > 0).then(|| format!("{undated} open {} no date that can be read", has(undated)));
    let unpaired =
        (unpaired > 0).then(|| format!("of {unpaired} it cannot be told which date is theirs"));
    match (undated, unpaired) {
        (Some(a), Some(b)) => Some(format!("{a}, and {b}.")),
        (Some(a), None) => Some(format!("{a}.")),
        (None, Some(b)) => Some(format!("{}.", capital(&b))),
        (None, None) => None,
    }
}

/// An ISO day as people write it.
pub(super) fn long(day: &str) -> String {
    day.parse().map_or_else(|_| day.to_owned(), written)
}

pub(super) fn plural(count: u64, one: &str) -> String {
    if count == 1 { one.to_owned() } else { format!("{one}s") }
}

fn are(count: u64) -> &'static str {
    if count == 1 { "is" } else { "are" }
}

fn has(count: u64) -> &'static str {
    if count == 1 { "action has" } else { "actions have" }
}
