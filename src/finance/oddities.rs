//! Movements that are entered and look odd: held twice, outside the life of their reserve, or with
//! links that play no part.

use std::collections::BTreeMap;

use super::{
    Ledger,
    enter::{number_of_line, number_of_reserve},
};
use crate::{
    model::{Movement, NONE, Reserve},
    values::{Certainty, Id},
};

/// A movement of a reserve on a day on which the reserve was not there, or may not have been.
///
/// See [`Ledger::outside_life`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct OutsideLife {
    /// The movement; it counts all the same.
    pub movement: Id<Movement>,
    /// The reserve.
    pub reserve: Id<Reserve>,
    /// On which side of its life.
    pub side: LifeSide,
    /// Whether it surely is, or may be.
    pub certainty: Certainty,
}

/// On which side of the life of a reserve something lies.
///
/// See [`Ledger::outside_life`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LifeSide {
    /// Before it was set up.
    BeforeOpened,
    /// Before the day of its opening balance, in which the movement should be.
    BeforeOpeningBalance,
    /// After it was closed.
    AfterClosed,
}

/// A link of a movement that plays no part in what its kind does.
///
/// See [`Ledger::unused_links`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct UnusedLink {
    /// The movement; it counts all the same.
    pub movement: Id<Movement>,
    /// The field that holds the link.
    pub field: &'static str,
}

impl Ledger<'_> {
    /// Links of movements that are entered and play no part in it: a reserve on an allocation, an
    /// order that is taken up by what is no order or invoice.
    ///
    /// ```
    /// use programme::{document::Document, finance::Ledger};
    ///
    /// let text = r#"{"format": "programme/1", "programme": {"name": "Example"},
    ///   "budget_lines": [{"reference": "BL1", "title": "Consultants"}],
    ///   "reserves": [{"reference": "RSV1", "name": "Modernisation"}],
    ///   "movements": [{"title": "Budget", "kind": "allocation", "line": "BL1",
    ///     "reserve": "RSV1", "date": "2021-04-01", "amount": "£1,000"}]}"#;
    /// let programme = Document::from_json(text)?.check().strict()?;
    /// let unused = Ledger::of(&programme).unused_links();
    /// let fields: Vec<_> = unused.iter().map(|link| link.field).collect();
    /// assert_eq!(fields, ["reserve"], "an allocation draws nothing");
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn unused_links(&self) -> Vec<UnusedLink> {
        let mut unused = Vec::new();
        let columns = &self.columns;
        let sides = columns.from.iter().zip(&columns.to);
        for ((number, (from, to)), takes) in columns.row.iter().zip(sides).zip(&columns.takes) {
            let Some(row) = self.programme.movements().row(*number) else { continue };
            let line = |id| number_of_line(self.programme, id);
            let reserve = |id| number_of_reserve(self.programme, id);
            let accounts = [
                ("line", line(row.line)),
                ("to_line", line(row.to_line)),
                ("reserve", reserve(row.reserve)),
                ("to_reserve", reserve(row.to_reserve)),
            ];
            let idle = |(field, number): (&'static str, u32)| {
                (number != NONE && number != *from && number != *to).then_some(field)
            };
            let against = (row.against.is_some() && *takes == NONE).then_some("against");
            let fields = accounts.into_iter().filter_map(idle).chain(against);
            unused.extend(fields.map(|field| UnusedLink { movement: row.key.id, field }));
        }
        unused
    }

    /// Movements with all the same facts as one before them, as pairs of the first and the later:
    /// they may be one movement that is held twice. Both count.
    ///
    /// ```
    /// use programme::{finance::Ledger, model::{About, BudgetLine, Draft, Movement, MovementKind}};
    /// use programme::values::{Amount, When};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// let line = BudgetLine::new(draft.key("BL1".parse()?), "Consultants");
    /// for reference in ["MOV1", "MOV2"] {
    ///     let mut invoice = Movement::new(draft.key(reference.parse()?), "Invoice for May");
    ///     (invoice.kind, invoice.line) = (Some(MovementKind::Actual), Some(line.key.id));
    ///     invoice.date = Some(When::read("1 June 2021"));
    ///     invoice.amount = Some(Amount::read("£200"));
    ///     draft.put(invoice);
    /// }
    /// draft.put(line);
    /// let programme = draft.finish()?;
    /// assert_eq!(Ledger::of(&programme).repeats().len(), 1);
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn repeats(&self) -> Vec<(Id<Movement>, Id<Movement>)> {
        let mut first = BTreeMap::new();
        let mut repeats = Vec::new();
        let columns = &self.columns;
        let days = columns.earliest.iter().zip(&columns.day);
        for ((number, days), pence) in columns.row.iter().zip(days).zip(&columns.pence) {
            let Some(row) = self.programme.movements().row(*number) else { continue };
            let accounts = (row.line, row.to_line, row.reserve, row.to_reserve);
            let links = (row.against, row.appointment, row.decision, row.corrects);
            let words = (&row.title, &row.basis, &row.use_for, &row.leave);
            let facts = (row.kind, days, pence, accounts, links, words);
            match first.get(&facts) {
                Some(id) => repeats.push((*id, row.key.id)),
                None => _ = first.insert(facts, row.key.id),
            }
        }
        repeats
    }

    /// Movements of reserves before they were set up or have their opening balance, or after they
    /// were closed: surely or possibly. They count all the same, but where a balance that is stated
    /// for an earlier day tells what there was until the opening balance.
    ///
    /// ```
    /// use programme::{finance::{Ledger, LifeSide}, model::{About, Draft, Movement, MovementKind}};
    /// use programme::{model::Reserve, values::{Amount, Certainty, When}};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// let mut reserve = Reserve::new(draft.key("RSV1".parse()?), "Modernisation");
    /// reserve.opened = Some(When::read("1 April 2020"));
    /// let mut draw = Movement::new(draft.key("MOV1".parse()?), "Consultants");
    /// (draw.kind, draw.reserve) = (Some(MovementKind::Drawdown), Some(reserve.key.id));
    /// draw.date = Some(When::read("March 2020"));
    /// draw.amount = Some(Amount::read("£30k"));
    /// draft.put(reserve);
    /// draft.put(draw);
    /// let programme = draft.finish()?;
    /// let outside = Ledger::of(&programme).outside_life();
    /// let found: Vec<_> = outside.iter().map(|odd| (odd.side, odd.certainty)).collect();
    /// assert_eq!(found, [(LifeSide::BeforeOpened, Certainty::Certainly)]);
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn outside_life(&self) -> Vec<OutsideLife> {
        let mut outside = Vec::new();
        for (number, reserve) in self.programme.reserves().iter().enumerate() {
            let opened = reserve.opened.as_ref().and_then(|day| day.value());
            let closed = reserve.closed.as_ref().and_then(|day| day.value());
            let opening = self.first_opening(number);
            for posting in self.postings(number) {
                let row = self.columns.row.get(posting.place);
                let row = row.and_then(|row| self.programme.movements().row(*row));
                let date = row.and_then(|row| row.date.as_ref()?.value());
                let (Some(row), Some(date)) = (row, date) else { continue };
                let early =
                    opening.is_some_and(|opening| !posting.opening && posting.day < opening);
                let sides = [
                    (LifeSide::BeforeOpened, opened.map(|opened| date.before(*opened))),
                    (LifeSide::BeforeOpeningBalance, early.then_some(Certainty::Certainly)),
                    (LifeSide::AfterClosed, closed.map(|closed| date.after(*closed))),
                ];
                for (side, certainty) in sides {
                    let certainty = certainty.unwrap_or(Certainty::No);
                    if certainty != Certainty::No {
                        let (movement, reserve) = (row.key.id, reserve.key.id);
                        outside.push(OutsideLife { movement, reserve, side, certainty });
                    }
                }
            }
        }
        outside
    }
}
