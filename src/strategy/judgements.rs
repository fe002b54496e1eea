//! Rows of stated ratings and exceptions.

use super::{Choices, keys::Rows};
use crate::{
    model::{Draft, Exception, StatedRating},
    values::{Dimension, RatingScale},
};

const DIMENSIONS: [Dimension; 3] = [Dimension::Time, Dimension::Cost, Dimension::Overall];

impl Choices {
    pub(super) fn judgements(&mut self, draft: &mut Draft, rows: &Rows) {
        for key in &rows.stated_ratings {
            let mut row = StatedRating::new(self.cited(key, rows), self.text());
            let c = &mut *self;
            row.of = c.subject(rows);
            row.dimension = c.of(&DIMENSIONS);
            row.rating = c.printed();
            row.scale = c.of(&RatingScale::ALL);
            row.by = c.several(|c| c.lead(rows));
            row.on = c.printed();
            row.text = c.maybe(Self::text);
            row.confirmed = c.printed();
            row.overrides = c.maybe(Self::text);
            draft.put(row);
        }
        for key in &rows.exceptions {
            let mut row = Exception::new(self.cited(key, rows), self.text());
            let c = &mut *self;
            row.of = c.subject(rows);
            row.dimension = c.of(&DIMENSIONS);
            row.tolerance = c.link(&rows.local_rules);
            row.raised = c.printed();
            row.forecast = c.printed();
            row.forecast_date = c.printed();
            row.cause = c.maybe(Self::text);
            row.consequence = c.maybe(Self::text);
            row.options = c.several(Self::text);
            row.recommended = c.maybe(Self::text);
            row.body = c.link(&rows.bodies);
            row.decision = c.link(&rows.decisions);
            row.closed = c.maybe(|c| c.closure(rows));
            draft.put(row);
        }
    }
}
