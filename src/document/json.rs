//! Documents as JSON text.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Document, FORMAT, HISTORY_FORMAT, HistoryDocument, Raw, entries};
use crate::finding::{Entry, Finding, Place};

/// Why a text gives no document: it is no JSON, breaks off, is nested too deep, is no object, or is
/// of another format. Holds the finding, with line and column.
///
/// ```
/// use programme::document::Document;
///
/// let error = Document::from_json("{\"actions\": [").unwrap_err();
/// assert_eq!(error.finding().code().to_string(), "INP-001");
/// assert!(error.to_string().starts_with("line 1, column 13"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadError {
    finding: Box<Finding>,
}

impl ReadError {
    fn new(
        entry: &'static Entry,
        place: Option<(usize, usize)>,
        message: String,
        help: impl Into<String>,
    ) -> Self {
        let mut finding = Finding::new(entry, message, help);
        finding.place = Some(Place { path: String::new(), line_column: place });
        Self { finding: Box::new(finding) }
    }

    /// The finding that says what is the matter, where, and how to mend it.
    ///
    /// ```
    /// use programme::document::Document;
    ///
    /// let error = Document::from_json("{\"format\": \"programme/9\"}").unwrap_err();
    /// assert!(error.finding().message.contains("programme/9"));
    /// ```
    #[must_use]
    pub fn finding(&self) -> &Finding {
        &self.finding
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let finding = &self.finding;
        if let Some(place) = finding.place.as_ref().filter(|place| place.line_column.is_some()) {
            write!(f, "{place}: ")?;
        }
        write!(f, "{} {} ({})", finding.message, finding.help, finding.code())
    }
}

impl std::error::Error for ReadError {}

impl<'a> Document<'a> {
    /// Reads a document from JSON text, borrowing its words.
    ///
    /// ```
    /// use programme::document::Document;
    ///
    /// let text = r#"{"format": "programme/1", "programme": "Example",
    ///     "actions": [{"title": "Publish the plan", "timescale": "15th May 2019 Cabinet"}]}"#;
    /// let programme = Document::from_json(text)?.check().strict()?;
    /// assert_eq!(programme.actions().len(), 1);
    /// assert!(Document::from_json("[]").is_err(), "a document is one object");
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`ReadError`] if the text is no JSON, breaks off, is nested too deep, is no object, or says
    /// that it is of another format. Whatever else is wrong is for [`check`](Document::check) to
    /// report.
    pub fn from_json(text: &'a str) -> Result<Self, ReadError> {
        let document: Self = parsed(text)?;
        of_format(document.format.as_ref(), FORMAT)?;
        Ok(document)
    }

    /// The same from bytes, which must be UTF-8.
    ///
    /// ```
    /// use programme::document::Document;
    ///
    /// assert!(Document::from_slice(b"{\"format\": \"programme/1\"}").is_ok());
    /// let error = Document::from_slice(b"{\"format\": \"\xa3\"}").unwrap_err();
    /// assert!(error.to_string().starts_with("line 1, column 13"));
    /// ```
    ///
    /// # Errors
    /// As [`from_json`](Self::from_json), and if the bytes are no UTF-8.
    pub fn from_slice(bytes: &'a [u8]) -> Result<Self, ReadError> {
        let text = utf8(bytes)?;
        Self::from_json(text)
    }

    /// Writes the document as JSON text, indented, with a last line end.
    ///
    /// In the order of the format's fields; what the document does not say is left out.
    ///
    /// ```
    /// use programme::document::Document;
    ///
    /// let text = "{\n  \"format\": \"programme/1\"\n}\n";
    /// assert_eq!(Document::from_json(text)?.to_json(), text);
    /// # Ok::<_, programme::document::ReadError>(())
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        written(self)
    }
}

impl<'a> HistoryDocument<'a> {
    /// Reads a history from JSON text, borrowing its words.
    ///
    /// See [`HistoryDocument`] for an example.
    ///
    /// # Errors
    /// [`ReadError`] if the text is no JSON, breaks off, is nested too deep, is no object, or says
    /// that it is of another format. Whatever else is wrong is for
    /// [`check`](HistoryDocument::check) to report.
    pub fn from_json(text: &'a str) -> Result<Self, ReadError> {
        let document: Self = parsed(text)?;
        of_format(document.format.as_ref(), HISTORY_FORMAT)?;
        Ok(document)
    }

    /// The same from bytes, which must be UTF-8.
    ///
    /// ```
    /// use programme::document::HistoryDocument;
    ///
    /// let error = HistoryDocument::from_slice(b"{\"format\": \"programme/1\"}").unwrap_err();
    /// assert!(error.to_string().contains("Document::from_json"));
    /// ```
    ///
    /// # Errors
    /// As [`from_json`](Self::from_json), and if the bytes are no UTF-8.
    pub fn from_slice(bytes: &'a [u8]) -> Result<Self, ReadError> {
        Self::from_json(utf8(bytes)?)
    }

    /// Writes the history as JSON text, indented, with a last line end.
    ///
    /// In the order of the format's fields; what the document does not say is left out.
    ///
    /// ```
    /// use programme::document::HistoryDocument;
    ///
    /// let text = "{\n  \"format\": \"programme-history/1\"\n}\n";
    /// assert_eq!(HistoryDocument::from_json(text)?.to_json(), text);
    /// # Ok::<_, programme::document::ReadError>(())
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        written(self)
    }
}

fn parsed<'a, T: Deserialize<'a>>(text: &'a str) -> Result<T, ReadError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    serde_json::from_str(text).map_err(|error| fault(&error))
}

fn written(document: &impl Serialize) -> String {
    // Writing plain structs of text to a string cannot fail.
    let mut text = serde_json::to_string_pretty(document).unwrap_or_default();
    text.push('\n');
    text
}

fn utf8(bytes: &[u8]) -> Result<&str, ReadError> {
    std::str::from_utf8(bytes).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        let column = before.iter().rev().take_while(|byte| **byte != b'\n').count() + 1;
        let message = "The text is not UTF-8.".to_owned();
        let help = "Save it as UTF-8.";
        ReadError::new(&entries::NOT_JSON, Some((line, column)), message, help)
    })
}

/// Refuses a document that says that it is of another format than is read, with what reads it.
fn of_format(said: Option<&Raw<'_>>, wanted: &str) -> Result<(), ReadError> {
    let Some(Raw::Text(format)) = said else { return Ok(()) };
    let help = match format.as_ref() {
        same if same == wanted => return Ok(()),
        FORMAT => "Read a programme with `Document::from_json`.".to_owned(),
        HISTORY_FORMAT => "Read a history with `HistoryDocument::from_json`.".to_owned(),
        _ => format!("This version reads `{wanted}` here."),
    };
    let message = format!("The document is of the format `{format}`.");
    Err(ReadError::new(&entries::OTHER_FORMAT, None, message, help))
}

fn fault(error: &serde_json::Error) -> ReadError {
    let place = Some((error.line(), error.column()));
    let said = error.to_string();
    let what = said.split(" at line ").next().unwrap_or("");
    let (entry, message, help) = match error.classify() {
        serde_json::error::Category::Eof => {
            let help = "The file is cut short; fetch it again or close what is open.";
            (&entries::NOT_JSON, "The text breaks off.".to_owned(), help)
        }
        _ if what.contains("recursion limit") => {
            let help = "A document needs no more than six levels, and a history nine.";
            (&entries::WRONG_SHAPE, "Lists or objects are nested too deep.".to_owned(), help)
        }
        serde_json::error::Category::Data => {
            let help = "A document is one object; rows are objects in lists.";
            (&entries::WRONG_SHAPE, format!("The shape is not that of a document: {what}."), help)
        }
        _ => {
            (&entries::NOT_JSON, format!("The text is no JSON: {what}."), "Correct the text there.")
        }
    };
    ReadError::new(entry, place, message, help)
}
