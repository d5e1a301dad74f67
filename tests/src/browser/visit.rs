//! A visit from its beginning to its report: [`visit`] for the tests of the page, [`visit_host`] for those of embeds,
//! [`visit_course`] for those of whole courses, [`observe`] for the tests of the harness.

use std::any::{Any, type_name};
use std::fmt::Display;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::Duration;

use tokio::runtime::{Builder, Runtime};
use tokio::sync::Semaphore;
use tokio::time::timeout;

use super::driver;
use super::page::Page;
use super::reader::Reader;
use super::report::{Complaint, Report, console_line, is_error};
use super::requests::foreign_requests;
use super::session::Session;
use super::site::{Folders, Site};

/// Where pages lie that embed something of the built page.
const HOSTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/hosts");

/// The longest a visit may take, opening and closing the browser aside.
const DEADLINE: Duration = Duration::from_secs(60);

/// The longest the browser may take for each of its answers after that.
const LAST_WORDS: Duration = Duration::from_secs(15);

/// Browsers at once. More of them make each other late, not the tests early.
static SEATS: Semaphore = Semaphore::const_new(2);

/// Open the built page as `reader`, wait until it is ready, and run the test.
///
/// # Panics
/// If the test does, or takes too long; if the console has an error; if the page's
/// policy was broken; if anything was asked of another host.
pub fn visit<Test: AsyncFnOnce(&Page)>(reader: Reader, test: Test) {
    let test = async |page: &Page| {
        page.wait_until_ready().await;
        test(page).await;
    };
    run(&test_name::<Test>(), beside_hosts(driver::dist()), Place::Page, reader, async |page, _| {
        test(page).await
    })
    .judge();
}

/// The same for a site that the test changes under its reader's hands.
///
/// # Panics
/// As [`visit`].
pub fn visit_site<Test: AsyncFnOnce(&Page, &Site)>(folder: PathBuf, reader: Reader, test: Test) {
    let test = async |page: &Page, site: &Site| {
        page.wait_until_ready().await;
        test(page, site).await;
    };
    run(&test_name::<Test>(), beside_hosts(folder), Place::Page, reader, test).judge();
}

/// Open a page of `fixtures/hosts`, which lies beside the built page's folder and embeds something of it.
///
/// # Panics
/// As [`visit`].
pub fn visit_host<Test: AsyncFnOnce(&Page)>(host: &str, reader: Reader, test: Test) {
    let test = async |page: &Page, _: &Site| test(page).await;
    run(&test_name::<Test>(), beside_hosts(driver::dist()), Place::Beside(host), reader, test).judge();
}

/// Open a page of `fixtures/hosts` that embeds something of the built page from another origin: its search says from
/// which address.
///
/// # Panics
/// As [`visit`].
pub fn visit_abroad<Test: AsyncFnOnce(&Page)>(host: &str, reader: Reader, test: Test) {
    let test = async |page: &Page, _: &Site| test(page).await;
    run(&test_name::<Test>(), beside_hosts(driver::dist()), Place::Abroad(host), reader, test).judge();
}

/// Open a page of a course that has been built into a folder.
///
/// # Panics
/// As [`visit`].
pub fn visit_course<Test: AsyncFnOnce(&Page)>(folder: &Path, page: &str, reader: Reader, test: Test) {
    let folders = Folders { page: folder.join("interleave"), course: folder.to_owned() };
    let test = async |page: &Page, _: &Site| test(page).await;
    run(&test_name::<Test>(), folders, Place::Beside(page), reader, test).judge();
}

/// The same for any folder with an `index.html`, telling instead of failing.
pub fn observe<Test: AsyncFnOnce(&Page)>(folder: PathBuf, reader: Reader, test: Test) -> Report {
    run(&test_name::<Test>(), beside_hosts(folder), Place::Page, reader, async |page, _| test(page).await)
}

fn beside_hosts(page: PathBuf) -> Folders {
    Folders { page, course: HOSTS.into() }
}

/// What is opened first.
enum Place<'a> {
    Page,
    /// A page beside the page's folder.
    Beside(&'a str),
    /// The same, which has the page's folder at another origin.
    Abroad(&'a str),
}

fn run(
    name: &str,
    folders: Folders,
    place: Place<'_>,
    reader: Reader,
    test: impl AsyncFnOnce(&Page, &Site),
) -> Report {
    let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime for one visit");
    let _seat = runtime.block_on(SEATS.acquire()).expect("the seats are never closed");
    let (sites, page) = runtime.block_on(async {
        let mut sites = vec![Site::serve(folders.clone()).await];
        let home = sites[0].url();
        let address = match place {
            Place::Page => home,
            Place::Beside(host) => format!("{home}../{host}"),
            Place::Abroad(host) => {
                let other = Site::serve(folders).await;
                other.share();
                let address = format!("{home}../{host}?{}", other.url());
                sites.push(other);
                address
            }
        };
        (sites, Page::new(Session::open(reader).await, address))
    });
    // A failed test must not keep its browser, nor keep its reasons to itself.
    let outcome = catch_unwind(AssertUnwindSafe(|| walk(&runtime, &page, &sites[0], test)));
    let complaint = match outcome {
        Ok(complaint) => complaint,
        Err(panic) => Some(Complaint::Test(panic_message(&*panic))),
    };
    runtime.block_on(conclude(name, page, &sites, complaint))
}

fn walk(
    runtime: &Runtime,
    page: &Page,
    site: &Site,
    test: impl AsyncFnOnce(&Page, &Site),
) -> Option<Complaint> {
    let visit = async {
        page.open().await;
        test(page, site).await;
    };
    let late = || Complaint::Test(format!("the test had not ended after {} s", DEADLINE.as_secs()));
    runtime.block_on(async { timeout(DEADLINE, visit).await.err().map(|_| late()) })
}

/// Collect what the visit left behind. Nothing here waits for ever on a page that is stuck.
async fn conclude(name: &str, page: Page, sites: &[Site], complaint: Option<Complaint>) -> Report {
    let mut report =
        Report { test: name.into(), complaints: complaint.into_iter().collect(), ..Report::default() };

    match in_time(page.console()).await {
        Ok(entries) => {
            let errors = entries.iter().filter(|entry| is_error(entry));
            report.complaints.extend(errors.map(|entry| Complaint::Console(console_line(entry))));
            report.console = entries.iter().map(console_line).collect();
        }
        Err(problem) => {
            report.complaints.push(Complaint::Blind(format!("the console can't be read: {problem}")))
        }
    }
    // Taken always: whether it is wanted is known only when the browser has gone.
    report.picture = in_time(page.picture()).await.unwrap_or_default();
    report.steps = page.steps();
    let origins: Vec<_> = sites.iter().map(Site::origin).collect();
    match in_time(page.close()).await.and_then(|record| foreign_requests(&record, &origins)) {
        Ok(urls) => report.complaints.extend(urls.into_iter().map(Complaint::ForeignRequest)),
        Err(problem) => report.complaints.push(Complaint::Blind(problem)),
    }
    report
}

async fn in_time<T, E: Display>(answer: impl Future<Output = Result<T, E>>) -> Result<T, String> {
    match timeout(LAST_WORDS, answer).await {
        Ok(answer) => answer.map_err(|error| error.to_string()),
        Err(_) => Err(format!("the browser did not answer within {} s", LAST_WORDS.as_secs())),
    }
}

fn panic_message(panic: &(dyn Any + Send)) -> String {
    let text =
        panic.downcast_ref::<&str>().copied().or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    text.unwrap_or("the test panicked without a message").to_owned()
}

/// `module::test` of the test that a closure is written in.
fn test_name<Test>() -> String {
    let path = type_name::<Test>().trim_end_matches("::{{closure}}");
    path.split_once("::").map_or(path, |(_, inside)| inside).to_owned()
}
