//! A book as mdBook hands it over and takes it back: JSON, of which only chapters' texts are changed.

use anyhow::{Context, Result, bail};
use interleave_text::{Fence, Language};
use serde_json::Value;

use crate::block::{Block, Wishes};

/// Where the built site lies, seen from the book's own folder.
const SITE: &str = "interleave/";

/// The book with elements for its programs; `complain` hears what its author should know.
pub(crate) fn process(input: &str, complain: &mut dyn FnMut(&str)) -> Result<String> {
    let (context, mut book): (Value, Value) =
        serde_json::from_str(input).context("standard input has no book as mdBook hands it over")?;
    let config = context.get("config");
    let site = match config.and_then(|config| config.pointer("/preprocessor/interleave/site")) {
        None => SITE,
        Some(site) => site.as_str().context("preprocessor.interleave.site in book.toml has to be a text")?,
    };
    let tag = config.and_then(|config| config.pointer("/book/language")).and_then(Value::as_str);
    let mut reader = Reader { language: Language::negotiate(tag), script: script(site), complain };
    // mdBook 0.4 calls them sections.
    let Some(items) = ["items", "sections"].into_iter().find(|name| book.get(name).is_some()) else {
        bail!("the book has no chapters: neither `items` nor `sections`");
    };
    reader.items(&mut book[items])?;
    Ok(book.to_string())
}

struct Reader<'a> {
    language: Language,
    script: String,
    complain: &'a mut dyn FnMut(&str),
}

impl Reader<'_> {
    fn items(&mut self, items: &mut Value) -> Result<()> {
        for item in items.as_array_mut().context("the book's chapters are no list")? {
            // The others are parts' titles and rules between them.
            let Some(chapter) = item.get_mut("Chapter") else { continue };
            let path = ["source_path", "path", "name"].iter().find_map(|key| chapter.get(key)?.as_str());
            let name = path.unwrap_or("a chapter").to_owned();
            let Some(Value::String(text)) = chapter.get_mut("content") else {
                bail!("{name} has no text");
            };
            *text = self.chapter(text, &name);
            if let Some(inner) = chapter.get_mut("sub_items") {
                self.items(inner)?;
            }
        }
        Ok(())
    }

    fn chapter(&mut self, markdown: &str, name: &str) -> String {
        let mut text = String::new();
        let mut at = 0;
        for fence in Fence::all(markdown) {
            let Some(wishes) = Wishes::of(&fence) else { continue };
            let Some(block) = Block::at(markdown, &fence) else { continue };
            let is_first = at == 0;
            let made = block.element(&wishes, self.language, is_first);
            for problem in made.problems {
                (self.complain)(&format!("{name}, line {}: {problem}", fence.line));
            }
            text += markdown.get(at..block.span.start).unwrap_or_default();
            text += &made.html;
            at = block.span.end;
        }
        text += markdown.get(at..).unwrap_or_default();
        if at > 0 {
            text += &self.script;
        }
        text
    }
}

/// Loads the element. Every page of mdBook's says how it gets to the book's own folder, and so does the page for
/// print, which has all chapters in it.
fn script(site: &str) -> String {
    let address = serde_json::to_string(&format!("{}/embed.js", site.trim_end_matches('/')));
    let address = address.unwrap_or_default().replace('<', "\\u003c");
    format!(
        "\n\n<script type=\"module\">import(new URL({address}, new URL(path_to_root, location.href)));</script>\n"
    )
}
