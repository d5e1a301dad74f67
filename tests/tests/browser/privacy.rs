//! Nothing leaves the page: whatever a reader does, the browser asks for files of the site, and for nothing else. Every
//! visit fails when another host is asked; here one goes through all that the page can do, and what the server was
//! asked for is looked at as well: what readers write could leave in an address, too.

use interleave_tests::browser::{Complaint, Key, Page, Reader, dist, observe, visit_site};
use serde_json::json;

use super::{builds, offline};

/// What is in everything that the reader writes here.
const SECRET: &str = "secret0x5ec2e7";

fn program() -> String {
    format!(
        "import asyncio\nimport statistics\n\n\nasync def job(name, seconds):\n    await asyncio.sleep(seconds)\n    \
         print(name, '{SECRET}', statistics.mean([1, 2]))\n\n\nasync def main():\n    \
         await asyncio.gather(job('tea', 2), job('coffee', 1))\n\n\nasyncio.run(main())\n"
    )
}

async fn runs_and_looks(page: &Page) {
    page.write_program(&program()).await;
    page.wait_for_text("#log", SECRET).await;
    for fold in ["why", "loop", "variables", "graph", "comparison"] {
        let summary = format!(".{fold}-fold > summary");
        page.evaluate(&format!("document.querySelector('{summary}').scrollIntoView({{ block: 'center' }})"))
            .await;
        page.click(&summary).await;
        let inside = format!("document.querySelector('.{fold}-fold > .fold-inside')?.textContent ?? ''");
        page.wait_until(&format!("the fold {fold}"), &inside, "seen !== ''").await;
    }
    page.click(".log-row").await;
    page.wait_for_text(".why-chain", "asyncio.run").await;
    page.click("#predict").await;
    page.wait_for_text("[data-question]", "?").await;
    page.click("#leave-prediction").await;
    page.wait_for_text("#log", SECRET).await;
}

async fn shares_and_opens(page: &Page) {
    page.evaluate(
        "Object.defineProperty(navigator, 'clipboard', { value: { writeText: async () => {} } });
         HTMLAnchorElement.prototype.click = () => {};",
    )
    .await;
    page.click("#share").await;
    page.wait_until("the QR code", "document.querySelectorAll('#share-code path').length", "seen === 1")
        .await;
    for button in ["#take-link", "#take-markdown", "#take-code", "#take-element", "#take-frame"] {
        page.click(button).await;
        page.wait_for_text("#taken", "Copied.").await;
    }
    for button in ["#save-program", "#save-svg", "#save-png"] {
        page.click(button).await;
        page.wait_for_text("#taken", "Saved.").await;
    }
    let link = page.evaluate("return document.querySelector('#share-link').value").await;
    page.press(Key::Escape).await;
    page.click("#open").await;
    page.click("#open-text").await;
    page.type_text(&format!("print('opened', '{SECRET}')")).await;
    page.click("#open-program").await;
    page.wait_for_text("#log", "opened").await;
    page.evaluate(&format!("location.hash = new URL({link}).hash")).await;
    page.wait_for_text("#log", "coffee").await;
}

async fn learns(page: &Page) {
    page.click("#lessons").await;
    page.click("#lesson a[href='#lesson/en/two-tasks']").await;
    page.wait_for_text("#lesson-title", "Two tasks").await;
    page.click("#try-it").await;
    page.wait_for_text("#log", "3.000 s").await;
    page.go_to("lessons/en/two-tasks.html").await;
    page.wait_for_text("h1", "Two tasks").await;
}

async fn embeds(page: &Page) {
    page.go_to("embed/examples.html").await;
    let embed = "document.querySelector('interleave-play')";
    page.evaluate(&format!(
        "return {embed}.setCode({}).then(() => {embed}.run()).then(() => null)",
        json!(program())
    ))
    .await;
    page.wait_until(
        "its log",
        &format!("{embed}.shadowRoot.querySelector('.log').innerText"),
        &format!("seen.includes('{SECRET}')"),
    )
    .await;
    page.evaluate(&format!("return {embed}.getShareUrl().then(() => {embed}.exportSvg()).then(() => null)"))
        .await;
    page.evaluate("document.querySelector('iframe').scrollIntoView()").await;
    page.wait_until("the frame's height", "document.querySelector('iframe').style.height", "seen !== ''")
        .await;
}

#[test]
fn whatever_one_does_the_site_alone_is_asked_and_for_its_files_alone() {
    let folder = offline::unresting();
    visit_site(folder.path().to_path_buf(), Reader::WIDE, async |page, site| {
        runs_and_looks(page).await;
        shares_and_opens(page).await;
        learns(page).await;
        embeds(page).await;
        page.go_to("").await;
        offline::stay(page).await;

        let asked = site.asked();
        assert!(asked.len() > 50, "the service worker alone asks for more: {asked:?}");
        for address in &asked {
            let file = address.strip_prefix("/course/interleave/").unwrap_or("outside of the site");
            // The frame's program is behind a #, which is not sent.
            let file = file.strip_suffix("?v=1&lang=en").unwrap_or(file);
            let path = dist().join(file);
            assert!(path.is_file() || path.join("index.html").is_file(), "{address:?} was asked for");
        }
    });
}

#[test]
fn what_would_leave_is_seen() {
    const ELSEWHERE: &str = "http://elsewhere.invalid/";
    let planted = format!("fetch('{ELSEWHERE}').catch(() => {{}});\nimport");
    let leaking = ("boot.js", "import", planted.as_str());
    let report = observe(builds::changed(&[leaking]).path().to_path_buf(), Reader::WIDE, async |page| {
        page.wait_until_ready().await;
    });
    let is_policy = |complaint: &Complaint| matches!(complaint, Complaint::Console(said) if said.contains("Content Security Policy"));
    assert!(report.complaints.iter().any(is_policy), "the page's policy lets it through: {report}");

    let lenient = ("index.html", "http-equiv=Content-Security-Policy", "name=policy");
    let report =
        observe(builds::changed(&[leaking, lenient]).path().to_path_buf(), Reader::WIDE, async |page| {
            page.wait_until_ready().await;
        });
    assert!(report.complaints.contains(&Complaint::ForeignRequest(ELSEWHERE.into())), "{report}");
}
