//! Money: printed figures against what follows from others.
//!
//! [`reconcile`] compares every figure that papers print with those that speak of the same thing.

mod reconcile;

pub use reconcile::{
    Addition, Combination, Comparison, Converted, Fit, Obstacle, Pair, Quotations, Quote, Reading,
    Reconciliation, Share, reconcile,
};
