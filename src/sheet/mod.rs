//! Spreadsheets: an action plan as councils keep it, read from CSV text and written as such.
//!
//! A [`Sheet`] is the cells and no more. [`Sheet::propose`] says what each column seems to hold, as
//! a [`Mapping`] that the caller may look at and change; [`Sheet::import`] makes a
//! [`Document`](crate::document::Document) of it, to be read like any other. Nothing is dropped: what
//! finds no field is kept with its row, as printed, and reported. [`write()`] gives a programme back as
//! a flat table that spreadsheet programs can open without running any of it.
//!
//! A table says less than a programme, and what is written is read as any council's sheet is. Titles,
//! numbers, leads, dates, parts and what each action answers come back, with the last that was said
//! of it. These do not: earlier notes, phases, cadences, risks, and whatever else has no column; the
//! ids of rows where the programme has another name. And where a title has the looks of something
//! else, it is read as that: one that is a list with bullets or numbers, or has paragraphs, becomes
//! several actions, further lines of one become its detail, and one that ends with a question mark,
//! or says nothing but "TBC", becomes a note to the author. To keep a programme whole, write it as a
//! document.
//!
//! ```
//! use programme::sheet::{Settings, Sheet};
//!
//! let text = "Our plan,,,\n\
//!     LGA recommendation,What we will do,By when,Owner\n\
//!     Set out a vision,Write it,15th May 2019 Cabinet,Director of Place\n\
//!     ,Talk it over,On-going,Director of Place\n";
//! let sheet = Sheet::read(text);
//! let imported = sheet.import(&sheet.propose(), &Settings::named("Example"));
//! let (programme, findings) = imported.check();
//! assert_eq!((programme.recommendations().len(), programme.actions().len()), (1, 2));
//! assert_eq!(findings.len(), 1, "the title stands outside the table: {findings}");
//! ```

mod cells;
mod entries;
mod guard;
mod headings;
mod import;
mod lines;
mod links;
mod mapping;
mod numbers;
mod read;
mod split;
mod states;
mod write;

pub use entries::ENTRIES;
pub use import::{Imported, Settings};
pub use mapping::Mapping;
pub use read::{Sheet, SheetRow};
pub use write::write;
