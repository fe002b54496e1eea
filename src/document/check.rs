//! The whole way: from a document to a programme with findings, and back.

use super::{
    AboutDoc, Document, Extras, FORMAT, Flex, Many, Mirrored, Part, Raw, entries,
    keys::Keys,
    raw::Cell,
    read::{
        At::{self, Field},
        Reader, cut, short,
    },
    resolve::Listed,
    rows::MirrorRow,
    write::Writer,
};
use crate::{
    finding::{Findings, Severity},
    model::{About, ActionPlan, AnyRow, Draft, Fault, Kind, PlanRow, Programme, kinds},
    values::{Id, names},
};

/// A document that was read whole: the programme it gives, and every fault of reading.
///
/// ```
/// use programme::document::Document;
///
/// let checked = Document::from_json(r#"{"format": "programme/1",
///     "programme": {"name": "Example"}, "actions": [{"title": "Publish", "answers": "R9"}]}"#)?
///     .check();
/// assert!(checked.clone().strict().is_err(), "there is no R9");
/// let (programme, findings) = checked.lenient();
/// assert_eq!(programme.actions().len(), 1, "the action is held without the link");
/// assert_eq!(findings.iter().next().map(|f| f.code().to_string()), Some("INP-007".into()));
/// # Ok::<_, programme::document::ReadError>(())
/// ```
#[must_use]
#[derive(Clone, Debug, PartialEq)]
pub struct Checked {
    programme: Programme,
    findings: Findings,
}

impl Checked {
    /// The programme, if nothing was left out of it or doubtful: findings of the severity
    /// [`Info`](Severity::Info), such as words that are not understood, do not stand in its way.
    ///
    /// ```
    /// # #[cfg(feature = "json")] {
    /// use programme::document::Document;
    ///
    /// let strict = |text| Document::from_json(text).map(|document| document.check().strict());
    /// let vague = r#"{"format": "programme/1", "programme": "Example",
    ///     "actions": [{"title": "Publish the plan", "timescale": "when we can"}]}"#;
    /// assert!(strict(vague)?.is_ok(), "words that are not understood are kept as words");
    /// let broken = r#"{"format": "programme/1", "programme": "Example",
    ///     "actions": [{"title": "Publish the plan", "answers": "R9"}]}"#;
    /// assert!(strict(broken)?.is_err(), "there is no R9");
    /// # }
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// All findings, if any is an error or a warning.
    pub fn strict(self) -> Result<Programme, Findings> {
        let grave = |severity: Severity| severity < Severity::Info;
        if self.findings.iter().any(|finding| grave(finding.severity)) {
            return Err(self.findings);
        }
        Ok(self.programme)
    }

    /// The programme without what could not be placed, and the findings that say what that was.
    ///
    /// ```
    /// use programme::document::Document;
    ///
    /// let (programme, findings) = Document::default().check().lenient();
    /// assert!(programme.actions().is_empty());
    /// assert!(!findings.is_empty(), "no format is said, for one");
    /// ```
    #[must_use]
    pub fn lenient(self) -> (Programme, Findings) {
        (self.programme, self.findings)
    }
}

macro_rules! define_check {
    ($($list:ident: $row:ident($($shape:tt)*) $kind:literal $letters:literal $doc:literal;)+) => {
        impl Document<'_> {
            /// Reads the document whole. Never fails: what cannot be placed is left out of the
            /// programme and reported, with its words and its place.
            ///
            /// See [`Checked`] for an example.
            pub fn check(self) -> Checked {
                let Self { format, currency, programme, $($list,)+ extra } = self;
                let mut reader = Reader::new();
                reader.extra(None, extra, Self::FIELDS);
                reader.format(format, FORMAT);
                reader.currency(currency);
                let (id, written) = reader.programme_id(programme, None);
                $(let $list = (reader.register::<crate::model::$row>(id, &$list), $list);)+
                let mut draft = Draft::new(reader.about(id, written));
                $(reader.rows::<crate::model::$row>(&mut draft, $list);)+
                reader.cells_against_actions(&draft, &draft);
                reader.out_of_rings(&mut draft);
                let programme = draft.finish_without_faults();
                Checked { programme, findings: Findings::new(reader.findings) }
            }

            /// Writes a programme in the canonical form: rows in the order of references, links
            /// as references, nothing that follows from something else. Reading it back gives the
            /// same programme.
            ///
            /// ```
            /// use programme::{document::Document, model::{About, Draft}, Action};
            ///
            /// let mut draft = Draft::new(About::named("Example"));
            /// draft.put(Action::new(draft.key("A1".parse()?), "Publish the plan"));
            /// let programme = draft.finish()?;
            /// let text = Document::of(&programme).to_json();
            /// assert_eq!(Document::from_json(&text)?.check().strict()?, programme);
            /// # Ok::<_, Box<dyn std::error::Error>>(())
            /// ```
            #[must_use]
            pub fn of(programme: &Programme) -> Document<'_> {
                let writer = Writer::new(programme);
                Document {
                    format: Some(FORMAT.into()),
                    currency: None,
                    programme: Some(Flex::full(about_doc(programme.about(), &writer))).into(),
                    $($list: programme.$list().iter().map(|row| {
                        Flex::full(MirrorRow::write(row, &writer))
                    }).collect(),)+
                    extra: Extras::none(),
                }
            }
        }
    };
}
kinds!(define_check);

pub(super) fn about_doc<'a>(about: &'a About, w: &Writer<'a>) -> AboutDoc<'a> {
    let About {
        id,
        name,
        aliases,
        council,
        answers,
        origin,
        scope,
        related,
        started,
        stated_spans,
        cadence,
        status,
        sources,
    } = about;
    AboutDoc {
        id: Some(id.to_string().into()),
        name: w.name(name),
        aliases: w.texts(aliases),
        council: w.link(council),
        answers: w.links(answers),
        origin: w.links(origin),
        scope: w.text(scope),
        related: w.texts(related),
        started: w.printed(started),
        stated_spans: w.parts(stated_spans),
        cadence: w.printed(cadence),
        status: w.parts(status),
        sources: w.citations(sources),
        extra: Extras::none(),
    }
}

impl Reader {
    pub(super) fn format(&mut self, format: Cell<'_>, wanted: &str) {
        match format {
            Some(Raw::Text(format)) if format == wanted => {}
            None | Some(Raw::Null) => {
                let message = "The document does not say its format.".to_owned();
                let help = format!("Add \"format\": \"{wanted}\".");
                self.report(&entries::NO_FORMAT, Some(&Field("format")), message, help);
            }
            Some(other) => {
                let message = format!("The document is of the format `{other}`.");
                let help = format!("What is read here is `{wanted}`.");
                self.report(&entries::OTHER_FORMAT, Some(&Field("format")), message, help);
            }
        }
    }

    pub(super) fn currency(&mut self, currency: Cell<'_>) {
        if let Some(currency) = currency.filter(|c| *c != Raw::Null && *c != "GBP".into()) {
            let message = format!("The currency is `{currency}`.");
            let help = "Only sterling is read; write GBP, or leave it out.";
            self.report(&entries::OTHER_CURRENCY, Some(&Field("currency")), message, help);
        }
    }

    /// The id of the programme, from which those of its rows derive: as written, as known, or that
    /// of its name.
    pub(super) fn programme_id<'a>(
        &mut self,
        part: Part<'a, AboutDoc<'a>>,
        known: Option<Id<Programme>>,
    ) -> (Id<Programme>, AboutDoc<'a>) {
        let written = match part.0 {
            Some(Flex::Rich(written)) => *written,
            // A word alone is the name.
            Some(Flex::Plain(name)) => AboutDoc { name: Some(name), ..AboutDoc::default() },
            None => AboutDoc::default(),
        };
        self.enter("programme", None);
        let id = self.called("id", "a uuid", &written.id).and_then(|text| {
            let id = text.parse();
            if id.is_err() {
                let message = format!("`{}` is no uuid.", cut(&text));
                let help = "Leave the id out and have it derived, or write a uuid.";
                self.report(&entries::REPEATED_ID, Some(&Field("id")), message, help);
            }
            id.ok()
        });
        let named = || Id::named(&written.name.as_ref().and_then(Raw::text).unwrap_or_default());
        (id.or(known).unwrap_or_else(named), written)
    }

    pub(super) fn about(&mut self, id: Id<Programme>, written: AboutDoc<'_>) -> About {
        self.enter("programme", None);
        let AboutDoc {
            id: _,
            name,
            aliases,
            council,
            answers,
            origin,
            scope,
            related,
            started,
            stated_spans,
            cadence,
            status,
            sources,
            extra,
        } = written;
        self.extra(None, extra, AboutDoc::FIELDS);
        About {
            id,
            name: self.name(&Field("name"), name),
            aliases: self.texts(&Field("aliases"), aliases),
            council: self.link(&Field("council"), council),
            answers: self.links(&Field("answers"), answers),
            origin: self.links(&Field("origin"), origin),
            scope: self.text(&Field("scope"), scope),
            related: self.texts(&Field("related"), related),
            started: self.printed(&Field("started"), started),
            stated_spans: self.parts(&Field("stated_spans"), stated_spans),
            cadence: self.printed(&Field("cadence"), cadence),
            status: self.parts(&Field("status"), status),
            sources: self.citations(&Field("sources"), sources),
        }
    }

    /// Reads the rows of a kind, each with the key that it was given.
    pub(super) fn rows<'a, R>(
        &mut self,
        draft: &mut Draft,
        (keys, many): (Keys<R>, Many<'a, R::Doc<'a>>),
    ) where
        R: AnyRow + Listed + Mirrored,
        R::Doc<'a>: MirrorRow<'a, Row = R>,
    {
        draft.reserve::<R>(keys.len());
        let listed = matches!(many, Many::Listed(_));
        for (at, (item, key)) in many.into_items().into_iter().zip(keys).enumerate() {
            self.enter(R::OF.list(), listed.then_some(at));
            match (item, key) {
                (Flex::Rich(written), Some(key)) => {
                    if R::OF == Kind::ActionPlan {
                        self.plans.push(at);
                    }
                    draft.put(written.read(key, self));
                }
                // Objects have keys.
                (Flex::Rich(_), None) => {}
                (Flex::Plain(raw), _) => {
                    let message =
                        format!("{} stands where a {} belongs.", short(&raw), R::OF.word());
                    let help = "Write it as an object, with its title or name as a field.";
                    self.report(&entries::WRONG_SHAPE, None, message, help);
                }
            }
        }
    }

    /// Holds what the rows of plans print against what their actions say. Whoever leads them may
    /// stand elsewhere.
    pub(super) fn cells_against_actions(&mut self, draft: &Draft, leads: &Draft) {
        // Rows of a draft come as they were put in, and so do their places in the document.
        for (place, plan) in self.plans.clone().into_iter().zip(draft.rows::<ActionPlan>()) {
            self.enter(Kind::ActionPlan.list(), Some(place));
            for (at, row) in plan.rows.iter().enumerate() {
                let row_at = &At::Nth(&Field("rows"), at);
                for Slip { field, item, cell, own } in disagreements(draft, leads, row) {
                    let message = format!(
                        "Row {} of {} prints '{cell}'; the action says '{own}'.",
                        at + 1,
                        plan.key.reference
                    );
                    let help = "Print the row as the paper does, and say the same on the action.";
                    let place = At::Nth(&At::In(row_at, field), item);
                    self.report(&entries::CELLS_DISAGREE, Some(&place), message, help);
                }
            }
        }
    }

    /// Takes rows that are parts of one another in a ring out of it.
    pub(super) fn out_of_rings(&mut self, draft: &mut Draft) {
        for ring in draft.rings() {
            let Fault::PartOfItself { rows, references } = ring else { continue };
            let names: Vec<_> = references.iter().map(|r| format!("`{r}`")).collect();
            self.enter(rows.first().map_or("", |row| row.kind().list()), None);
            let names = names.join(", ");
            let message = format!("{names} are parts of one another; these links are left out.");
            let help = "Take one out of the ring.";
            self.report(&entries::PART_OF_ITSELF, None, message, help);
            rows.into_iter().for_each(|row| draft.release(row));
        }
    }
}

/// A cell of a plan's row that says something else than the action that it pairs with.
struct Slip {
    field: &'static str,
    item: usize,
    cell: String,
    own: String,
}

fn disagreements(draft: &Draft, leads: &Draft, row: &PlanRow) -> Vec<Slip> {
    let mut slips = Vec::new();
    let shared = |cells: &[String], at: usize| {
        let item = if cells.len() == 1 && row.shared { 0 } else { at };
        cells.get(item).map(|cell| (item, cell.clone()))
    };
    // Where among the actions a note to the author stood is not held, so cells cannot be paired.
    if !row.placeholders.is_empty() {
        return slips;
    }
    for (at, action) in row.actions.iter().enumerate() {
        let Some(action) = draft.get(*action) else { continue };
        if row.timescales_pair()
            && let Some((item, cell)) = shared(&row.timescales, at)
            && action.timescale.words() != cell
        {
            let own = action.timescale.words().into_owned();
            slips.push(Slip { field: "timescales", item, cell, own });
        }
        if row.leads_pair()
            && let Some((item, cell)) = shared(&row.leads, at)
        {
            let own: Vec<String> =
                action.leads.iter().map(|lead| lead_words(leads, lead)).collect();
            if names::without_joiners(&cell) != names::without_joiners(&own.join(" ")) {
                slips.push(Slip { field: "leads", item, cell, own: own.join(", ") });
            }
        }
    }
    slips
}

fn lead_words(draft: &Draft, lead: &crate::model::Lead) -> String {
    use crate::model::Party;
    let named = match lead.party {
        Party::Post(id) => draft.get(id).map(|post| post.title.as_str()),
        Party::Body(id) => draft.get(id).map(|body| body.name.as_str()),
        Party::Unknown => None,
    };
    lead.words.as_deref().or(named).unwrap_or("").to_owned()
}
