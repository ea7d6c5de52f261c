//! Compiles the frontend, splits it by wings, and makes its JavaScript glue.

use crate::{
    Build, Failure,
    parts::{self, SPLIT},
};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

const TARGET: &str = "wasm32-unknown-unknown";

/// Writes `arende.js`, `arende.wasm` and the wings, in packs and in parts, into `pkg`.
pub(crate) fn build(build: &Build, pkg: &Path) -> Result<(), Failure> {
    let compiled = fs::read(compile(build)?)?;
    let main = pkg.join("split.wasm");
    let mut options = wasm_split_cli_support::Options::new(&compiled);
    options.output_dir = pkg;
    options.main_out_path = &main;
    options.link_name = SPLIT;
    options.main_module = "./arende.js";
    let split = wasm_split_cli_support::transform(options)
        .map_err(|error| format!("splitting the wasm: {error:#}"))?;

    wasm_bindgen_cli_support::Bindgen::new()
        .input_path(&main)
        .out_name("arende")
        .web(true)?
        .typescript(false)
        .keep_lld_exports(true)
        .demangle(false)
        .remove_name_section(!build.dev)
        .remove_producers_section(true)
        .generate(pkg)
        .map_err(|error| format!("wasm-bindgen: {error:#}"))?;
    fs::remove_file(main)?;
    fs::rename(pkg.join("arende_bg.wasm"), pkg.join("arende.wasm"))?;
    if !build.dev {
        for chunk in &split.split_modules {
            fs::write(chunk, without_names(&fs::read(chunk)?)?)?;
        }
    }
    for (wing, chunks) in &split.prefetch_map {
        let parts: Vec<_> = chunks.iter().map(|chunk| format!("{chunk}.wasm")).collect();
        parts::pack(wing, &parts, pkg)?;
    }
    parts::join_glue(pkg)
}

/// The splitter leaves the functions' names in the chunks: half of their bytes. They are custom
/// sections, which stand between the others and matter to nobody but a debugger.
fn without_names(chunk: &[u8]) -> Result<Vec<u8>, Failure> {
    const CUSTOM: u8 = 0;
    let mut stripped = wasm_encoder::Module::new();
    for payload in wasmparser::Parser::new(0).parse_all(chunk) {
        if let Some((id, range)) = payload?.as_section().filter(|(id, _)| *id != CUSTOM) {
            let data = &chunk[usize::try_from(range.start)?..usize::try_from(range.end)?];
            stripped.section(&wasm_encoder::RawSection { id, data });
        }
    }
    Ok(stripped.finish())
}

/// Cargo's own command for the frontend; returns where the wasm stands.
fn compile(build: &Build) -> Result<PathBuf, Failure> {
    let profile = if build.dev { "dev" } else { "wasm-release" };
    let folder = if build.dev { "debug" } else { "wasm-release" };
    let target = build.target.join("front");
    let mut cargo = toolchain()?;
    // Foreign flags would replace those of .cargo/config.toml, without which nothing can be split.
    for name in ["RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS"] {
        cargo.env_remove(name);
    }
    cargo
        .current_dir(&build.root)
        .args(["build", "-p", "frontend", "--lib", "--target", TARGET, "--profile", profile, "--target-dir"])
        .arg(&target);
    if !cargo.status()?.success() {
        return Err("the frontend does not compile".into());
    }
    Ok(target.join(TARGET).join(folder).join("frontend.wasm"))
}

/// The rustup toolchain where it knows wasm; otherwise Debian's compiler with its library sources.
fn toolchain() -> Result<Command, Failure> {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let sysroot = Command::new(rustc).args(["--print", "sysroot"]).output()?.stdout;
    let sysroot = PathBuf::from(String::from_utf8(sysroot)?.trim());
    if sysroot.join("lib/rustlib").join(TARGET).join("lib").is_dir() {
        return Ok(Command::new("cargo"));
    }
    let linker = (14..=30)
        .rev()
        .map(|version| PathBuf::from(format!("/usr/bin/wasm-ld-{version}")))
        .find(|path| path.exists());
    match linker {
        Some(linker)
            if Path::new("/usr/lib/rustlib/src/rust/library").is_dir()
                && Path::new("/usr/bin/cargo").exists() =>
        {
            Ok(debian(&linker))
        }
        _ => Err(format!(
            "no Rust compiler for {TARGET}. Install it with either\n  rustup target add {TARGET}\nor, on Debian \
             and Ubuntu,\n  apt-get install rustc-web cargo-web rust-web-src lld-19"
        )
        .into()),
    }
}

/// Builds the standard library for wasm from Debian's sources. What rustup's proxy and an outer
/// cargo set would lead back to their compiler, so it goes.
fn debian(linker: &Path) -> Command {
    let mut cargo = Command::new("/usr/bin/cargo");
    let path = std::env::var("PATH").unwrap_or_default();
    cargo.env("PATH", format!("/usr/bin:{path}")).env("RUSTC_BOOTSTRAP", "1");
    for name in ["RUSTUP_TOOLCHAIN", "RUSTC", "CARGO", "LD_LIBRARY_PATH"] {
        cargo.env_remove(name);
    }
    cargo.arg("-Zbuild-std=std,panic_abort");
    cargo.arg("--config").arg(format!("target.{TARGET}.linker={:?}", linker));
    cargo
}
