//! Money: what budgets and reserves come to on a day, from the movements that made them.
//!
//! A [`Ledger`] is laid out once from a programme. [`budgets`] and [`Ledger::breakdown`] give sums
//! that merge in any order; [`Ledger::reserve`] and [`reserve_statement`] say what reserves hold,
//! planned and authorised apart; [`medium_term`] sets spend, income and savings side by side by
//! year; [`apportion`] shares an amount to the penny. [`reconcile()`] compares every figure that papers
//! print with those that speak of the same thing.
//!
//! What cannot be entered (no date, no amount, no account) is listed and makes figures unknown that
//! would hang on it; it never counts as nothing.

mod apportion;
mod authorised;
mod balances;
mod budget;
mod cells;
mod enter;
mod kernel;
mod ledger;
mod lines;
mod medium;
mod oddities;
mod reconcile;
mod reserves;
mod same;
mod start;
mod statement;
mod total;

pub use apportion::{ApportionError, apportion};
pub use balances::Balances;
pub use budget::{Budget, Budgets};
pub use enter::{Account, Fault, Unentered};
pub(crate) use enter::{ReserveEnds, binds, bound_reserve, takes_up};
pub use ledger::Ledger;
pub use lines::{Excess, OverCeiling, WithParts, budgets};
pub use medium::{MediumTerm, YearView, medium_term};
pub use oddities::{LifeSide, OutsideLife, UnusedLink};
pub use reconcile::{
    Addition, Combination, Comparison, Converted, Fit, Obstacle, Pair, Quotations, Quote, Reading,
    Reconciliation, Share, reconcile,
};
pub(crate) use reconcile::{Proportion, proportion};
pub(crate) use reserves::quotations;
pub use reserves::{Implied, ReserveBalance, Short, Split};
pub use statement::{ReserveStatement, ReserveYear, YearTotal, reserve_statement};
pub use total::Total;
