//! Joins the style sheets of a built page into one. In the sources there is one for each part of
//! the page; there, each would be a request that the first paint waits for.

use std::fs;
use std::ops::Range;
use std::path::Path;

use anyhow::{Context, Result};

/// What a page says of a sheet.
#[derive(Debug, PartialEq)]
struct Sheet<'a> {
    /// Where it says that.
    tag: Range<usize>,
    file: &'a str,
    /// For which media it is, if not for all.
    media: Option<&'a str>,
}

pub(crate) fn join(folder: &Path) -> Result<()> {
    let index = folder.join("index.html");
    let page = fs::read_to_string(&index).with_context(|| format!("cannot read {}", index.display()))?;
    let sheets = sheets(&page);
    let mut all = String::new();
    for sheet in &sheets {
        let path = folder.join(sheet.file);
        let rules = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        match sheet.media {
            Some(media) => all.push_str(&format!("@media {media} {{\n{rules}}}\n")),
            None => all.push_str(&rules),
        }
        fs::remove_file(&path)?;
    }
    // Named after what it says, so that nobody wears an old one.
    let name = format!("styles-{:08x}.css", crc32fast::hash(all.as_bytes()));
    fs::write(folder.join(&name), all)?;
    fs::write(index, with_one_link(&page, &sheets, &name))?;
    Ok(())
}

fn sheets(page: &str) -> Vec<Sheet<'_>> {
    let tags = page.match_indices("<link ").filter_map(|(start, _)| {
        let end = start + page[start..].find('>')? + 1;
        let tag = &page[start..end];
        let file = attribute(tag, "href").filter(|_| attribute(tag, "rel") == Some("stylesheet"))?;
        Some(Sheet { tag: start..end, file, media: attribute(tag, "media") })
    });
    tags.collect()
}

/// What a tag says, between quotes or, in a page that was made small, without.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, value) = tag.split_once(&format!(" {name}="))?;
    match value.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next(),
        None => value.split([' ', '>']).next(),
    }
}

/// The page with one link in the place of the first.
fn with_one_link(page: &str, sheets: &[Sheet], name: &str) -> String {
    let mut text = String::new();
    let mut rest = 0;
    for (index, sheet) in sheets.iter().enumerate() {
        text.push_str(&page[rest..sheet.tag.start]);
        if index == 0 {
            text.push_str(&format!("<link rel=\"stylesheet\" href=\"./{name}\">"));
        }
        rest = sheet.tag.end;
    }
    text.push_str(&page[rest..]);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<link rel=\"stylesheet\" href=\"./a-1.css\" integrity=\"x\"/><link rel=\"icon\" href=\"i.svg\">\
                        <link href=./b-2.css media=print rel=stylesheet><p>";

    #[test]
    fn sheets_are_found_in_their_order() {
        let found: Vec<_> = sheets(PAGE).iter().map(|sheet| (sheet.file, sheet.media)).collect();
        assert_eq!(found, [("./a-1.css", None), ("./b-2.css", Some("print"))]);
    }

    #[test]
    fn one_link_stands_where_there_were_many() {
        let page = with_one_link(PAGE, &sheets(PAGE), "styles-1.css");
        let link = "<link rel=\"stylesheet\" href=\"./styles-1.css\">";
        assert_eq!(page, format!("{link}<link rel=\"icon\" href=\"i.svg\"><p>"));
    }
}
