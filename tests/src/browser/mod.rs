//! A reader with a browser: [`visit`] opens the built page in Chromium, runs a test
//! against it, and fails on anything a reader's browser would have complained of.
//!
//! ```ignore
//! visit(Reader::WIDE, async |page| page.wait_for_text("#status", "ready").await);
//! ```
//!
//! No test sleeps: it waits for what it wants to see, and is told what it saw.

mod accessibility;
mod driver;
mod editor;
mod page;
mod pointer;
mod reader;
mod report;
mod requests;
mod session;
mod site;
mod visit;

pub use driver::dist;
pub use fantoccini::key::Key;
pub use page::Page;
pub use reader::Reader;
pub use report::{Complaint, Report};
pub use site::Site;
pub use visit::{observe, visit, visit_abroad, visit_course, visit_host, visit_site};
