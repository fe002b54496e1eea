//! Reports as data, and as text, markdown and JSON.

mod board;
mod board_lines;
mod board_page;
mod board_raid;
mod board_ratings;
mod described;
mod forward;
mod forward_page;
mod headline;
mod highlight;
mod history;
mod history_baseline;
mod history_page;
mod line;
mod markdown;
mod page;
mod request;
mod request_figures;
mod request_money;
mod request_page;
mod reserves;
mod reserves_headline;
mod reserves_page;
mod reserves_short;
mod reserves_stated;
mod route;
mod route_page;
mod stated;
mod text;
pub mod view;

pub use board::{BoardDashboard, BoardPolicies, board_dashboard};
pub use board_lines::{BenefitLine, MeasureLine};
pub use board_raid::{BreachLine, ExceptionLine, IssueLine, MatrixView, RiskLine};
pub use board_ratings::{DimensionLine, RatedView, StatedRatingView, WorkstreamLine};
pub use forward::{DeadlineLine, ForwardPlan, UndatedLine, forward_plan};
pub use highlight::{Highlight, ProgressSection, Request, highlight};
pub use history::{
    BridgeView, CauseView, FiguresView, HistoryReport, PointView, RestatedView, RevisionView,
    history_report,
};
pub use history_baseline::{BaselineView, GoneLine, SlippageLine};
pub use line::ActionLine;
pub use markdown::to_markdown;
pub use request::{AskedView, CostView, FundingRequest, PhaseLine, PoundsView, funding_request};
pub use request_figures::{
    CombinationView, ComparisonLine, FigureLine, PairView, QuotationLine, QuoteView, ShareLine,
    SumLine,
};
pub use request_money::{BalanceView, ReleaseView, ReserveLine, SourceLine};
pub use reserves::{
    KindSubtotal, LeftOutLine, ReserveEntry, ReserveYearView, SplitView, StatementOfReserves,
    reserve_statement,
};
pub use reserves_stated::StatedReserveView;
pub use route::{AskView, DecisionRoutes, RouteView, StepView, decision_route, paper_routes};
pub use stated::{MilestoneLine, StatedLine};
pub use text::to_text;

/// A report that can be text, markdown and JSON: those of this crate, and no others.
///
/// ```
/// use programme::report::{ForwardPlan, Highlight, Printable};
///
/// fn goes_before_a_board<R: Printable>() {}
/// goes_before_a_board::<Highlight>();
/// goes_before_a_board::<ForwardPlan>();
/// ```
pub trait Printable: page::Page + serde::Serialize {}

impl Printable for Highlight {}
impl Printable for ForwardPlan {}
impl Printable for DecisionRoutes {}
impl Printable for FundingRequest {}
impl Printable for StatementOfReserves {}
impl Printable for HistoryReport {}
impl Printable for BoardDashboard {}

/// A report as JSON text: one object, indented, with a last line end.
///
/// ```
/// use programme::{finding::Findings, model::{About, Draft}, report};
///
/// let programme = Draft::new(About::named("Example")).finish()?;
/// let request = report::Request::as_at("2019-09-04".parse()?);
/// let text = report::to_json(&report::highlight(&programme, &Findings::default(), &request));
/// assert!(text.contains("\"reason\": \"no_basis\""), "nothing to do is not 100 %");
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[cfg(feature = "json")]
#[must_use]
pub fn to_json(report: &impl Printable) -> String {
    // Writing plain structs to a string cannot fail.
    let mut text = serde_json::to_string_pretty(report).unwrap_or_default();
    text.push('\n');
    text
}
