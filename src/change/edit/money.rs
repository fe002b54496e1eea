//! Money that is moved.

use super::{Edit, EditError};
use crate::{
    model::{Decision, Key, Movement, MovementKind, Reserve},
    values::{Id, Money, Reference},
};

impl Edit {
    /// Takes money out of a reserve on the day of the edit, by whose decision, and gives the id of
    /// the movement. Its id derives from the programme and the reference.
    ///
    /// ```
    /// use programme::{change::Edit, model::{About, Draft, MovementKind, Reserve}};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// let reserve = Reserve::new(draft.key("RSV1".parse()?), "Management of Change");
    /// let id = reserve.key.id;
    /// draft.put(reserve);
    /// let before = draft.finish()?;
    /// let mut edit = Edit::of(&before, "2021-06-22".parse()?);
    /// let amount = "£361,000".parse()?;
    /// let drawn = edit.draw_down(id, amount, None, "Drawdown for Phase 2", "MOV1".parse()?)?;
    /// let after = before.apply(&edit.changes())?;
    /// let movement = after.get(drawn).ok_or("no MOV1")?;
    /// assert_eq!(movement.kind, Some(MovementKind::Drawdown));
    /// assert_eq!(movement.amount.as_ref().and_then(|amount| amount.value()), Some(&amount));
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`EditError`] if the reserve is gone, the amount is nothing or less, the id is taken, or the
    /// day cannot be written. Whether there is so much in the reserve, and whether the decision
    /// authorises it, is for rules to find.
    pub fn draw_down(
        &mut self,
        reserve: Id<Reserve>,
        amount: Money,
        decision: impl Into<Option<Id<Decision>>>,
        title: impl Into<String>,
        reference: Reference,
    ) -> Result<Id<Movement>, EditError> {
        let row = reserve.into();
        let held = self.rows.get(reserve).ok_or(EditError::Gone { row })?;
        if amount <= Money::NIL {
            let reference = held.key.reference;
            return Err(EditError::NothingDrawn { row, reference, amount });
        }
        let date = self.today().ok_or(EditError::Unwritable { on: self.on })?;
        let mut draw = Movement::new(Key::derive(self.programme.about().id, reference), title);
        draw.kind = Some(MovementKind::Drawdown);
        draw.date = Some(date);
        draw.amount = Some(amount.into());
        draw.reserve = Some(reserve);
        draw.decision = decision.into();
        let id = draw.key.id;
        self.add(draw)?;
        Ok(id)
    }
}
