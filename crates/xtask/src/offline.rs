//! Tells a built site's service worker (`web/offline.js`) which files the site has, and what is in each.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use crate::{alone, archive};

/// The worker, in the site's folder: it is in charge of what lies there.
pub(crate) const WORKER: &str = "offline.js";

/// Where it has the list; Trunk leaves it empty.
const NONE: &str = "const FILES = {};";

/// So much of a fingerprint tells files apart, in bytes.
const LENGTH: usize = 8;

/// Writes the list into the worker, when all else is in the folder.
pub(crate) fn write(dist: &Path) -> Result<()> {
    let path = dist.join(WORKER);
    let worker = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let files = serde_json::to_string(&files(dist)?)?;
    let written = worker.replacen(NONE, &format!("const FILES = {files};"), 1);
    ensure!(written != worker, "{WORKER} has no place for the list of files");
    fs::write(&path, written)?;
    Ok(())
}

/// What each file has in it. Frames without an origin, whom the one file is for, have no service workers.
fn files(dist: &Path) -> Result<Map<String, Value>> {
    let names =
        archive::names(dist)?.into_iter().filter(|name| ![WORKER, alone::FILE].contains(&name.as_str()));
    let file = |name: String| {
        let fingerprint = fingerprint(&fs::read(dist.join(&name))?);
        Ok((name, fingerprint.into()))
    };
    names.map(file).collect()
}

fn fingerprint(content: &[u8]) -> String {
    Sha256::digest(content)[..LENGTH].iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worker_is_told_what_every_other_file_has_in_it() {
        let site = std::env::temp_dir().join(format!("interleave-offline-{}", std::process::id()));
        fs::create_dir_all(site.join("embed")).unwrap();
        for name in ["index.html", "embed.js", alone::FILE] {
            fs::write(site.join(name), "tea").unwrap();
        }
        fs::write(site.join(WORKER), format!("first();\n{NONE}\nlast();\n")).unwrap();
        write(&site).unwrap();
        let worker = fs::read_to_string(site.join(WORKER)).unwrap();
        let again = write(&site);
        fs::remove_dir_all(&site).unwrap();
        assert_eq!(
            worker,
            "first();\nconst FILES = {\"embed.js\":\"a9f74d1ec36ebdeb\",\"index.html\":\"a9f74d1ec36ebdeb\"};\nlast();\n"
        );
        assert!(again.unwrap_err().to_string().contains("no place"));
    }
}
