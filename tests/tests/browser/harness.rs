//! The harness must be able to fail: each kind of fault, planted in a small site of its
//! own, is reported, and a site without faults is not.

use std::path::{Path, PathBuf};

use interleave_tests::browser::{Complaint, Page, Reader, Report, observe};

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(name)
}

async fn says(page: &Page, text: &str) {
    page.wait_for_text("#says", text).await;
}

#[track_caller]
fn check_console(report: &Report, expected: &[&str]) {
    for text in expected {
        let hit =
            |complaint: &Complaint| matches!(complaint, Complaint::Console(entry) if entry.contains(text));
        assert!(report.complaints.iter().any(hit), "no complaint has {text:?}: {report}");
    }
    assert_eq!(report.complaints.len(), expected.len(), "{report}");
}

#[test]
fn a_calm_page_gives_no_complaint() {
    let report = observe(fixture("calm"), Reader::WIDE, async |page| {
        says(page, "The worker is well too.").await;
        page.audit_accessibility().await;
    });
    assert_eq!(report.complaints, [], "{report}");
    assert_eq!(report.test, "harness::a_calm_page_gives_no_complaint");
}

#[test]
fn errors_of_scripts_are_reported() {
    let report = observe(fixture("console-error"), Reader::WIDE, async |_| {});
    check_console(&report, &["logged on purpose", "thrown on purpose"]);
}

#[test]
fn errors_of_workers_are_reported() {
    let report = observe(fixture("worker-error"), Reader::WIDE, async |page| says(page, "has failed").await);
    check_console(&report, &["logged in the worker", "rejected in the worker"]);
}

#[test]
fn requests_of_pages_and_workers_to_other_hosts_are_reported() {
    let report =
        observe(fixture("foreign-request"), Reader::WIDE, async |page| says(page, "has asked").await);
    for url in ["http://styles.invalid/", "http://worker.invalid/"] {
        assert!(report.complaints.contains(&Complaint::ForeignRequest(url.into())), "{url}: {report}");
    }
}

#[test]
fn a_broken_policy_is_reported() {
    let report = observe(fixture("broken-policy"), Reader::WIDE, async |_| {});
    check_console(&report, &["Content Security Policy"]);
}

#[test]
fn an_unmet_expectation_is_reported_with_what_was_seen() {
    let report = observe(fixture("calm"), Reader::NARROW, async |page| {
        says(page, "The worker is well too.").await;
        let says = page.text("#says").await;
        assert_eq!(says, "something else", "the paragraph");
    });
    let [Complaint::Test(message)] = report.complaints.as_slice() else { panic!("{report}") };
    assert!(message.contains("the paragraph") && message.contains("The worker is well too."), "{report}");
    assert!(report.steps.iter().any(|step| step.starts_with("waited for #says")), "{report}");
    assert!(report.picture.starts_with(b"\x89PNG"), "{report}");
}

#[test]
fn a_page_that_leaves_readers_out_is_reported() {
    let report =
        observe(fixture("inaccessible"), Reader::WIDE, async |page| page.audit_accessibility().await);
    let [Complaint::Test(message)] = report.complaints.as_slice() else { panic!("{report}") };
    assert!(message.contains("image-alt (critical)") && message.contains("#nameless"), "{report}");
}
