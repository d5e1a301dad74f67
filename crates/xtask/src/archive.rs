//! The built site as one file, to be put beside a course: the same bytes from the same site.

use std::fs::{self, File};
use std::io::{Seek, Write};
use std::path::Path;

use anyhow::{Context, Result};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// The folder that everything is in, so that unpacking it covers nothing else.
const FOLDER: &str = "interleave";

/// Packs a site; how many files it has.
pub(crate) fn pack(site: &Path, archive: &Path) -> Result<usize> {
    let file = File::create(archive).with_context(|| format!("cannot write {}", archive.display()))?;
    write(site, file)
}

fn write(site: &Path, to: impl Write + Seek) -> Result<usize> {
    let names = names(site)?;
    let mut archive = ZipWriter::new(to);
    let options = SimpleFileOptions::default();
    for name in &names {
        archive.start_file(format!("{FOLDER}/{name}"), options)?;
        archive.write_all(&fs::read(site.join(name))?)?;
    }
    archive.finish()?;
    Ok(names.len())
}

/// All files of a site, by what follows its address.
pub(crate) fn names(site: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    collect(site, "", &mut names)?;
    // As the system lists them, they might come in any order.
    names.sort();
    Ok(names)
}

fn collect(site: &Path, folder: &str, names: &mut Vec<String>) -> Result<()> {
    let all = site.join(folder);
    for entry in fs::read_dir(&all).with_context(|| format!("cannot list {}", all.display()))? {
        let entry = entry?;
        let name = format!("{folder}{}", entry.file_name().display());
        if entry.file_type()?.is_dir() {
            collect(site, &format!("{name}/"), names)?;
        } else {
            names.push(name);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read};

    use zip::ZipArchive;

    use super::*;

    #[test]
    fn all_files_come_in_order_and_the_same_each_time() {
        let site = std::env::temp_dir().join(format!("interleave-archive-{}", std::process::id()));
        fs::create_dir_all(site.join("lessons/en")).unwrap();
        for name in ["lessons/en/tea.html", "index.html", "engine.js"] {
            fs::write(site.join(name), name).unwrap();
        }
        let [mut one, mut other] = [Cursor::new(Vec::new()), Cursor::new(Vec::new())];
        assert_eq!((write(&site, &mut one).unwrap(), write(&site, &mut other).unwrap()), (3, 3));
        fs::remove_dir_all(&site).unwrap();
        assert_eq!(one, other);
        let mut archive = ZipArchive::new(one).unwrap();
        let names: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
        assert_eq!(
            names,
            ["interleave/engine.js", "interleave/index.html", "interleave/lessons/en/tea.html"]
        );
        let mut text = String::new();
        archive.by_index(2).unwrap().read_to_string(&mut text).unwrap();
        assert_eq!(text, "lessons/en/tea.html");
    }
}
