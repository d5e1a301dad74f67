//! A toolchain that builds for wasm32-unknown-unknown. Where rustup can
//! download, that is the ordinary one. Elsewhere, on Debian, its browser
//! compiler and library sources make one: the standard library is built once
//! into a sysroot in the cache, which rustup then knows as `interleave-wasm`.

use std::env;
use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::debian;
use crate::process::{Step, answer};
use crate::workspace::{self, WASM_TARGET};

const LINK: &str = "interleave-wasm";
const DEBIAN_PACKAGES: &[&str] =
    &["rustc-web", "cargo-web", "rust-web-src", "rust-web-llvm", "rust-web-clippy", "rustfmt-web", "lld-22"];

/// Which toolchain the wasm steps use.
pub(crate) enum WasmToolchain {
    /// The one in use has the target.
    Ordinary,
    /// The rustup toolchain of this name has it.
    Named(&'static str),
}

impl WasmToolchain {
    /// Makes a command use this toolchain, and nobody else.
    pub(crate) fn choose_for(&self, command: &mut Command) {
        if let Self::Named(name) = self {
            command.env("RUSTUP_TOOLCHAIN", name);
        }
    }
}

pub(super) fn toolchain() -> Result<WasmToolchain> {
    if has_target(&mut Command::new("rustc")) {
        return Ok(WasmToolchain::Ordinary);
    }
    if link_is_current() {
        return Ok(WasmToolchain::Named(LINK));
    }
    match add_by_rustup() {
        Ok(()) => Ok(WasmToolchain::Ordinary),
        Err(why_not) => {
            make_from_debian().with_context(|| {
                format!(
                    "no Rust standard library for {WASM_TARGET} can be had.\n\
                     rustup: {why_not:#}.\n\
                     What to try: `rustup target add {WASM_TARGET}` on a machine that can download"
                )
            })?;
            Ok(WasmToolchain::Named(LINK))
        }
    }
}

fn has_target(rustc: &mut Command) -> bool {
    let Some(folder) = answer(rustc.args(["--print", "target-libdir", "--target", WASM_TARGET])) else {
        return false;
    };
    let Ok(files) = fs::read_dir(folder) else {
        return false;
    };
    files.flatten().any(|file| file.file_name().to_string_lossy().starts_with("libstd-"))
}

fn linked_rustc() -> Command {
    let mut rustc = Command::new("rustc");
    rustc.env("RUSTUP_TOOLCHAIN", LINK);
    rustc
}

/// The link exists, points into this cache, and was made for Debian's compiler as it is now.
fn link_is_current() -> bool {
    let Some(version) = debian::version("rustc-web") else {
        return false;
    };
    let Ok(sysroot) = sysroot_for(&version) else {
        return false;
    };
    sysroot.join("complete").is_file()
        && answer(linked_rustc().args(["--print", "sysroot"])).is_some_and(|path| Path::new(&path) == sysroot)
        && has_target(&mut linked_rustc())
}

fn sysroot_for(version: &str) -> Result<PathBuf> {
    Ok(workspace::cache()?.join("wasm-sysroot").join(version))
}

fn add_by_rustup() -> Result<()> {
    if env::var_os("RUSTUP_AUTO_INSTALL").is_some_and(|value| value == "0") {
        bail!("RUSTUP_AUTO_INSTALL=0 says that it must not download here");
    }
    let name = format!("rustup target add {WASM_TARGET}");
    Step::quietly(&name).run(Command::new("rustup").args(["target", "add", WASM_TARGET]))
}

fn make_from_debian() -> Result<()> {
    if debian::version("rustc-web").is_none() || debian::version("rust-web-src").is_none() {
        debian::install(DEBIAN_PACKAGES, "Debian's compiler for browsers")?;
    }
    let version = debian::version("rustc-web").context("rustc-web is not installed")?;
    let sources = debian::version("rust-web-src").context("rust-web-src is not installed")?;
    if version != sources {
        bail!(
            "rustc-web is {version} and rust-web-src {sources}: `apt-get install rustc-web rust-web-src` brings them together"
        );
    }
    let sysroot = sysroot_for(&version)?;
    if !sysroot.join("complete").is_file() {
        build_sysroot(&sysroot)?;
    }
    Step::quietly(&format!("linking the rustup toolchain {LINK}"))
        .run(Command::new("rustup").args(["toolchain", "link", LINK]).arg(&sysroot))?;
    if !has_target(&mut linked_rustc()) {
        bail!(
            "the toolchain in {} has no {WASM_TARGET}: delete that folder and try again",
            sysroot.display()
        );
    }
    Ok(())
}

fn build_sysroot(sysroot: &Path) -> Result<()> {
    let rustlib = sysroot.join("lib/rustlib");
    let libraries = rustlib.join(WASM_TARGET).join("lib");
    let programs = sysroot.join("bin");
    if sysroot.exists() {
        fs::remove_dir_all(sysroot).context("cannot clear an unfinished sysroot")?;
    }
    fs::create_dir_all(&libraries)?;
    fs::create_dir_all(&programs)?;
    compile_standard_library(&libraries)?;
    for part in ["x86_64-unknown-linux-gnu", "src", "etc"] {
        symlink(Path::new("/usr/lib/rustlib").join(part), rustlib.join(part))?;
    }
    install_programs(sysroot, &programs)?;
    fs::write(sysroot.join("complete"), "")?;
    Ok(())
}

/// Builds std as a dependency of an empty crate, which is what -Zbuild-std can do.
fn compile_standard_library(libraries: &Path) -> Result<()> {
    let scratch = workspace::cache()?.join("compiling/std-for-wasm");
    fs::create_dir_all(scratch.join("src"))?;
    fs::write(scratch.join("src/lib.rs"), "#![no_std]\n")?;
    fs::write(
        scratch.join("Cargo.toml"),
        "[package]\nname = \"std-for-wasm\"\nedition = \"2024\"\n[workspace]\n\
         [profile.release]\nopt-level = 3\ndebug = 0\ncodegen-units = 16\npanic = \"abort\"\n",
    )?;
    let mut command = Command::new("/usr/bin/cargo");
    command.current_dir(&scratch);
    for inherited in ["RUSTUP_TOOLCHAIN", "CARGO", "CARGO_TARGET_DIR", "RUSTC_WRAPPER", "CARGO_BUILD_TARGET"]
    {
        command.env_remove(inherited);
    }
    // embed-bitcode lets programs use link-time optimisation with this std;
    // `test` is what tests compiled for wasm link.
    command
        .env("RUSTC", "/usr/bin/rustc")
        .env("RUSTC_BOOTSTRAP", "1")
        .env("RUSTFLAGS", "-Cembed-bitcode=yes");
    command.args(["build", "--release", "--target", WASM_TARGET, "-Zbuild-std=std,panic_abort,test"]);
    Step::quietly("building the standard library for wasm (once, a minute or two)").run(&mut command)?;

    let built = scratch.join("target").join(WASM_TARGET).join("release/deps");
    for file in fs::read_dir(&built)? {
        let file = file?.path();
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.ends_with(".rlib") && !name.contains("std_for_wasm") {
            fs::copy(&file, libraries.join(name))?;
        }
    }
    fs::remove_dir_all(&scratch)?;
    Ok(())
}

fn install_programs(sysroot: &Path, programs: &Path) -> Result<()> {
    // rustc finds its sysroot beside its own library, so a symbolic link would
    // answer /usr: each compiler is a script that names the sysroot. The clippy
    // driver wants the compiler's name as its first argument, hence the order.
    let sysroot = sysroot.display();
    for (name, arguments) in [
        ("rustc", format!("--sysroot '{sysroot}' \"$@\"")),
        ("rustdoc", format!("--sysroot '{sysroot}' \"$@\"")),
        ("clippy-driver", format!("\"$@\" --sysroot '{sysroot}'")),
    ] {
        let file = programs.join(name);
        fs::write(&file, format!("#!/bin/sh\nexec /usr/bin/{name} {arguments}\n"))?;
        fs::set_permissions(&file, Permissions::from_mode(0o755))?;
    }
    symlink("/usr/bin/cargo", programs.join("cargo"))?;
    // These run what lies beside their own real file, so they are copied.
    for name in ["cargo-clippy", "cargo-fmt", "rustfmt"] {
        fs::copy(Path::new("/usr/bin").join(name), programs.join(name))
            .with_context(|| format!("Debian's {name} is missing"))?;
    }
    Ok(())
}
