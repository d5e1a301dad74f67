//! A static file server, as plain as the plainest host a course may have: files, their
//! types, and nothing else. No header helps the page (but where other origins' pages use it), and the page lies in a folder
//! below the root, so that an absolute path in it finds nothing.
//!
//! Written out because it is shorter than the glue a server library would need.

use std::net::SocketAddr;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};

use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// Where the page lies on its host.
const FOLDER: &str = "/course/interleave/";

/// Where pages lie that embed something of it.
const COURSE: &str = "/course/";

/// What is served.
#[derive(Clone)]
pub(super) struct Folders {
    /// The built page.
    pub(super) page: PathBuf,
    /// The pages beside it.
    pub(super) course: PathBuf,
}

/// Served folders. The runtime it was made in serves them until it ends; meanwhile a test may change what is served.
pub struct Site {
    address: SocketAddr,
    serving: Arc<Mutex<Serving>>,
}

struct Serving {
    folders: Folders,
    /// So many requests are still answered; to others, and while they are none, it hangs up.
    answers: usize,
    /// What was asked for, as paths.
    asked: Vec<String>,
    /// Pages of other origins may use its files.
    is_shared: bool,
}

impl Site {
    pub(super) async fn serve(folders: Folders) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port of this machine");
        let address = listener.local_addr().expect("the port just bound");
        let serving = Serving { folders, answers: usize::MAX, asked: Vec::new(), is_shared: false };
        let site = Self { address, serving: Arc::new(Mutex::new(serving)) };
        let serving = Arc::clone(&site.serving);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let serving = Arc::clone(&serving);
                // A browser that hangs up in the middle is no fault of the page.
                tokio::spawn(async move { answer(stream, &serving).await.ok() });
            }
        });
        site
    }

    /// `http://127.0.0.1:port`, without a slash.
    pub(super) fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Where the page's folder begins, with a slash.
    pub fn url(&self) -> String {
        format!("{}{FOLDER}", self.origin())
    }

    /// From now on the page is that of another folder.
    pub fn serve_from(&self, folder: &Path) {
        folder.clone_into(&mut self.serving().folders.page);
    }

    /// So many requests are still answered, and then it hangs up on everybody.
    pub fn answer_only(&self, requests: usize) {
        self.serving().answers = requests;
    }

    /// Pages of other origins may use its files.
    pub(super) fn share(&self) {
        self.serving().is_shared = true;
    }

    /// Everybody is answered.
    pub fn answer_all(&self) {
        self.answer_only(usize::MAX);
    }

    /// What has been asked for since this was last called, in vain or not.
    pub fn asked(&self) -> Vec<String> {
        std::mem::take(&mut self.serving().asked)
    }

    fn serving(&self) -> MutexGuard<'_, Serving> {
        self.serving.lock().expect("nobody panics while holding it")
    }
}

/// The folders of which a request is to be answered, unless it is not to be, and what is said to other origins.
fn admit(serving: &Mutex<Serving>, target: &str) -> Option<(Folders, &'static str)> {
    let mut serving = serving.lock().ok()?;
    serving.asked.push(target.to_owned());
    serving.answers = serving.answers.checked_sub(1)?;
    let leave = if serving.is_shared { "Access-Control-Allow-Origin: *\r\n" } else { "" };
    Some((serving.folders.clone(), leave))
}

/// Answers one request and closes the connection.
async fn answer(stream: TcpStream, serving: &Mutex<Serving>) -> std::io::Result<()> {
    // A request of a browser to a local page is never longer.
    const LONGEST_REQUEST: u64 = 64 * 1024;
    let mut stream = BufReader::new(stream);
    let mut head = String::new();
    let mut lines = (&mut stream).take(LONGEST_REQUEST);
    while lines.read_line(&mut head).await? > 0 && !head.ends_with("\r\n\r\n") {}

    let target = head.strip_prefix("GET ").and_then(|rest| rest.split(' ').next());
    let Some((folders, leave)) = admit(serving, target.unwrap_or_default()) else { return Ok(()) };
    let file = target.and_then(|target| locate(&folders, target));
    let (status, kind, body) = match file.map(|file| (media_type(&file), std::fs::read(file))) {
        Some((kind, Ok(body))) => ("200 OK", kind, body),
        Some((_, Err(_))) | None => ("404 Not Found", "text/plain", b"There is no such file here.\n".into()),
    };
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n{leave}Connection: close\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes()).await?;
    stream.write_all(&body).await?;
    stream.shutdown().await
}

/// The file that a request means, if it lies in the folders.
fn locate(folders: &Folders, target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?;
    let (folder, inside) = match path.strip_prefix(FOLDER) {
        Some(inside) => (&folders.page, Path::new(inside)),
        None => (&folders.course, Path::new(path.strip_prefix(COURSE)?)),
    };
    let plain = inside.components().all(|part| matches!(part, Component::Normal(_)));
    let file = folder.join(inside);
    plain.then(|| if path.ends_with('/') { file.join("index.html") } else { file })
}

fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("css") => "text/css",
        Some("html") => "text/html",
        Some("ico") => "image/x-icon",
        Some("js" | "mjs") => "text/javascript",
        Some("json") => "application/json",
        Some("png") => "image/png",
        Some("svg") => "image/svg+xml",
        Some("wasm") => "application/wasm",
        Some("webmanifest") => "application/manifest+json",
        Some(_) | None => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::{Folders, locate};

    fn check(target: &str, expected: Option<&str>) {
        let folders = Folders { page: "dist".into(), course: "hosts".into() };
        assert_eq!(locate(&folders, target), expected.map(PathBuf::from), "{target}");
    }

    #[test]
    fn the_folder_is_served_and_nothing_around_it() {
        check("/course/interleave/", Some("dist/index.html"));
        check("/course/interleave/?lang=en", Some("dist/index.html"));
        check("/course/interleave/worker.js?v=1", Some("dist/worker.js"));
        check("/course/interleave/embed/", Some("dist/embed/index.html"));
        check("/course/lesson.html", Some("hosts/lesson.html"));
        check("/worker.js", None);
        check("/", None);
        check("/course/interleave/../../Cargo.toml", None);
        check("/course/interleave//etc/hosts", None);
    }
}
