//! One browser of its own for one visit, in the shape of its reader, with nothing left
//! from another visit; and what chromedriver offers beyond the WebDriver standard.

use std::path::PathBuf;
use std::time::Duration;

use fantoccini::error::CmdError;
use fantoccini::wd::{TimeoutConfiguration, WebDriverCompatibleCommand};
use fantoccini::{Client, ClientBuilder};
use http::Method;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Map, Value, json};
use tempfile::TempDir;
use url::{ParseError, Url};

use super::driver;
use super::reader::Reader;

/// Beyond it a script of ours, or the page, is stuck.
const SCRIPT_LIMIT: Duration = Duration::from_secs(20);

/// An open browser.
pub(super) struct Session {
    pub(super) client: Client,
    profile: TempDir,
}

impl Session {
    pub(super) async fn open(reader: Reader) -> Self {
        let profile = tempfile::tempdir().expect("a temporary folder for a browser's profile");
        let capabilities = capabilities(reader, &profile);
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(driver::url())
            .await
            .unwrap_or_else(|error| panic!("chromedriver could not open a browser: {error}"));
        let session = Self { client, profile };
        session.become_reader(reader).await.expect("chromedriver can imitate a reader's screen");
        session
    }

    pub(super) async fn become_reader(&self, reader: Reader) -> Result<(), CmdError> {
        let limits = TimeoutConfiguration::new(Some(SCRIPT_LIMIT), None, None);
        self.client.update_timeouts(limits).await?;
        let Reader { width, height, touch, dark, .. } = reader;
        self.devtools(
            "Emulation.setDeviceMetricsOverride",
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": touch }),
        )
        .await?;
        self.devtools("Emulation.setTouchEmulationEnabled", json!({ "enabled": touch })).await?;
        let scheme = if dark { "dark" } else { "light" };
        let features = json!([{ "name": "prefers-color-scheme", "value": scheme }]);
        self.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await
    }

    pub(super) async fn devtools(&self, command: &str, parameters: Value) -> Result<(), CmdError> {
        self.devtools_answer(command, parameters).await.map(drop)
    }

    pub(super) async fn devtools_answer(&self, command: &str, parameters: Value) -> Result<Value, CmdError> {
        let body = json!({ "cmd": command, "params": parameters });
        self.client.issue_cmd(Extension { path: "goog/cdp/execute", body }).await
    }

    /// What the console has said since last asked, of the page and of its workers.
    pub(super) async fn console(&self) -> Result<Vec<Value>, CmdError> {
        let body = json!({ "type": "browser" });
        let said = self.client.issue_cmd(Extension { path: "se/log", body }).await?;
        Ok(said.as_array().cloned().unwrap_or_default())
    }

    /// The largest peak of all renderers of this browser, from Linux's books on processes.
    pub(super) fn renderer_peak_mib(&self) -> Option<f64> {
        self.renderer_mib("VmHWM:")
    }

    /// What the largest renderer holds now that is its own, and no page of the browser's files; from the same books.
    pub(super) fn renderer_own_mib(&self) -> Option<f64> {
        self.renderer_mib("RssAnon:")
    }

    fn renderer_mib(&self, entry: &str) -> Option<f64> {
        let sizes = self.renderers().filter_map(|process| {
            let status = std::fs::read_to_string(process.join("status")).ok()?;
            let size = status.lines().find_map(|line| line.strip_prefix(entry))?;
            size.trim().trim_end_matches(" kB").parse::<f64>().ok()
        });
        sizes.reduce(f64::max).map(|kib| kib / 1024.0)
    }

    /// How long all renderers of this browser have computed, in hundredths of a second, from the same books.
    pub(super) fn renderer_ticks(&self) -> Option<f64> {
        let ticks = self.renderers().filter_map(|process| {
            let line = std::fs::read_to_string(process.join("stat")).ok()?;
            // Behind the name, which may hold anything: the state, ten numbers, and then these two.
            let (_, numbers) = line.rsplit_once(')')?;
            let mut numbers = numbers.split_whitespace().skip(11).map(str::parse::<f64>);
            Some(numbers.next()?.ok()? + numbers.next()?.ok()?)
        });
        ticks.reduce(|a, b| a + b)
    }

    fn renderers(&self) -> impl Iterator<Item = PathBuf> {
        let profile = self.profile.path().to_string_lossy().into_owned();
        let processes = std::fs::read_dir("/proc").into_iter().flatten().flatten();
        processes.map(|process| process.path()).filter(move |process| {
            std::fs::read_to_string(process.join("cmdline"))
                .is_ok_and(|command| command.contains(&profile) && command.contains("--type=renderer"))
        })
    }

    /// End the browser. Its record of requests is whole only then.
    pub(super) async fn close(self) -> std::io::Result<String> {
        // A browser that has gone already is what is wanted.
        self.client.close().await.ok();
        std::fs::read_to_string(request_record(&self.profile))
    }
}

fn request_record(profile: &TempDir) -> PathBuf {
    profile.path().join("requests.json")
}

fn capabilities(reader: Reader, profile: &TempDir) -> Map<String, Value> {
    let options = json!({
        "binary": driver::tool("CHROMIUM"),
        "args": [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            // A browser has errands of its own; none leaves this machine.
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
            format!("--user-data-dir={}", profile.path().join("profile").display()),
            format!("--log-net-log={}", request_record(profile).display()),
        ],
        "prefs": { "intl.accept_languages": reader.languages },
    });
    let mut capabilities = Map::new();
    capabilities.insert("goog:chromeOptions".into(), options);
    capabilities.insert("goog:loggingPrefs".into(), json!({ "browser": "ALL" }));
    capabilities
}

/// A command of chromedriver that the WebDriver standard lacks.
#[derive(Debug)]
struct Extension {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Extension {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.body.to_string()))
    }
}
