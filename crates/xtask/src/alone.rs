//! The page for frames as one file that fetches nothing: for frames without an origin, in which scripts that are modules,
//! `fetch`, and workers from addresses all fail.
//!
//! Its script is what the site's modules say, each in a function of its own; the engine lies in it packed.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};

/// What it is written to, below the built site.
pub(crate) const FILE: &str = "embed/alone.html";

/// The page that it is for those who have no origin.
const FRAMES: &str = "embed/index.html";

/// The modules, each behind those that it imports. One comes from another file here.
const MODULES: [(&str, &str); 11] = [
    ("figure", "embed/figure.js"),
    ("hidden", "embed/hidden.js"),
    ("panes", "embed/panes.js"),
    ("places", "embed/places.js"),
    ("words", "embed/words.js"),
    ("style", "embed/style.js"),
    ("source", "embed/alone/source.js"),
    ("line", "embed/line.js"),
    ("player", "embed/player.js"),
    ("embed", "embed.js"),
    ("frame", "embed/frame.js"),
];

/// The one that is the page's own.
const LAST: &str = "frame";

/// Where modules say that they lie; from there they know the site.
const OWN_ADDRESS: (&str, &str) = ("import.meta.url", "new URL(\"../embed.js\", document.baseURI)");

/// Writes the file into a built site, and takes out what only it needs.
pub(crate) fn write(dist: &Path) -> Result<()> {
    let read = |file: &str| {
        fs::read_to_string(dist.join(file)).with_context(|| format!("cannot read {file} of the built site"))
    };
    let mut script = String::from("\"use strict\";\nconst modules = {};\n");
    for (name, file) in MODULES {
        script.push_str(&as_function(name, &read(file)?));
    }
    // Whatever a module says about it must not end the script that it has become a part of.
    let script = script.replace("</script", "<\\/script");
    let worker = as_script(&read("worker.js")?)
        + "const start = __wbg_init;\n"
        + &as_script(&read("parts.js")?)
        + &read("embed/alone/worker.js")?;
    let style = read("embed/frame.css")?;
    let policy = policy(&read(FRAMES)?, &script, &style)?;
    let mut page = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>Interleave</title>\n\
         <link rel=\"icon\" href=\"data:,\">\n<style>{style}</style>\n</head>\n<body>\n\
         <interleave-play></interleave-play>\n"
    );
    page.push_str(&packed("worker.js", worker.as_bytes(), "")?);
    page.push_str(&packed("worker_bg.wasm", &fs::read(dist.join("worker_bg.wasm"))?, "")?);
    for entry in fs::read_dir(dist)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.starts_with("worker_bg-") || name.starts_with("library-") {
            page.push_str(&packed(&name, &fs::read(&path)?, " data-file")?);
        }
    }
    page.push_str(&format!("<script>{script}</script>\n</body>\n</html>\n"));
    fs::write(dist.join(FILE), page)?;
    fs::remove_dir_all(dist.join("embed/alone")).context("its sources are no part of the site")
}

/// A file as a block of data, which no browser takes for a script.
fn packed(name: &str, content: &[u8], mark: &str) -> Result<String> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::best());
    packed.write_all(content)?;
    let text = BASE64_STANDARD.encode(packed.finish()?);
    Ok(format!("<script type=\"text/plain\" id=\"{name}\"{mark}>{text}</script>\n"))
}

/// The policy of the page for frames, for one that has its only script and style in it and makes the rest itself.
fn policy(page: &str, script: &str, style: &str) -> Result<String> {
    let (_, rest) =
        page.split_once("Policy\" content=\"").with_context(|| format!("{FRAMES} has no policy"))?;
    let own = rest.split('"').next().unwrap_or_default();
    let sources = [
        ("script-src", format!("'{}'", fingerprint(script))),
        ("style-src", format!("'{}'", fingerprint(style))),
        ("connect-src", "blob:".to_owned()),
        ("worker-src", "blob:".to_owned()),
    ];
    let replaced = sources.iter().fold(own.to_owned(), |policy, (kind, source)| {
        policy.replace(&format!("{kind} 'self'"), &format!("{kind} {source}"))
    });
    ensure!(
        !replaced.contains("'self'"),
        "{FRAMES} allows something of its own site that one file has not: {own}"
    );
    Ok(replaced)
}

/// How a policy names a script or style.
fn fingerprint(text: &str) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(text)))
}

/// A module as a function whose result is what it exports. Knows the few ways in which ours import and export.
fn as_function(name: &str, module: &str) -> String {
    let mut exports = Vec::new();
    let mut body = String::new();
    for line in module.lines() {
        if let Some(import) = line.strip_prefix("import ") {
            if let Some((names, from)) = import.split_once(" from ") {
                body.push_str(&format!("const {names} = modules.{};\n", module_name(from)));
            }
            continue;
        }
        let declared = line.strip_prefix("export ").inspect(|rest| match rest.strip_prefix('{') {
            Some(list) => exports.extend(list.trim_end_matches(['}', ';', ' ']).split(',').map(str::trim)),
            None => {
                let words = rest
                    .split([' ', '('])
                    .filter(|word| !["async", "function", "class", "const"].contains(word));
                exports.extend(words.take(1));
            }
        });
        match declared {
            Some(list) if list.starts_with('{') => {}
            declared => body.push_str(&format!("{}\n", declared.unwrap_or(line))),
        }
    }
    let body = body.replace(OWN_ADDRESS.0, OWN_ADDRESS.1);
    let here = |body: String, name| {
        body.replace(&format!("import(\"./embed/{name}.js\")"), &format!("Promise.resolve(modules.{name})"))
    };
    let body = ["line", "player"].into_iter().fold(body, here);
    // Nobody imports the last one, and it waits for the engine.
    let kind = if name == LAST { "async " } else { "" };
    format!("modules.{name} = ({kind}() => {{\n{body}return {{ {} }};\n}})();\n", exports.join(", "))
}

fn module_name(from: &str) -> &str {
    from.trim_matches(['"', ';']).rsplit('/').next().unwrap_or(from).trim_end_matches(".js")
}

/// A module that imports nothing as a script, which has no address that files could lie beside.
fn as_script(module: &str) -> String {
    let lines = module.lines().filter(|line| !line.starts_with("export {"));
    let lines = lines.map(|line| format!("{}\n", line.strip_prefix("export ").unwrap_or(line)));
    lines.collect::<String>().replace("import.meta.url", "\"file:///\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_module_becomes_a_function() {
        let module = "import { a, b } from \"./line.js\";\nimport \"../embed.js\";\nexport { a };\n\
                      export async function run() {}\nexport const WORDS = 1;\nexport class Player {\n}\n";
        assert_eq!(
            as_function("player", module),
            "modules.player = (() => {\nconst { a, b } = modules.line;\nasync function run() {}\nconst WORDS = 1;\n\
             class Player {\n}\nreturn { a, run, WORDS, Player };\n})();\n"
        );
    }

    #[test]
    fn a_module_of_the_engines_becomes_a_script() {
        let module = "export function f() {}\nnew URL('x', import.meta.url);\nexport { initSync, __wbg_init as default };\n";
        assert_eq!(as_script(module), "function f() {}\nnew URL('x', \"file:///\");\n");
    }

    #[test]
    fn nothing_of_a_site_is_left_in_the_policy() {
        let page =
            |sources: &str| format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{sources}\">");
        let made = policy(&page("img-src data:; worker-src 'self'"), "", "").expect("all is replaced");
        assert_eq!(made, "img-src data:; worker-src blob:");
        assert!(policy(&page("font-src 'self'"), "", "").is_err());
        assert!(policy("<meta>", "", "").is_err());
    }

    #[test]
    fn policies_name_a_script_by_what_it_says() {
        assert_eq!(fingerprint(""), "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }
}
