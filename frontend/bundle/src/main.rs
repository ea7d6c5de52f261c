//! Builds what the browser loads and lays it beside the server's binary, ready to be served:
//! wasm split by page, its JavaScript glue, one style sheet, fonts; each compressed once, here.
//!
//! ```text
//! cargo run -p bundle            # for release, as `make run` does
//! cargo run -p bundle -- --dev   # quick and large, for the loop of edit and look
//! ```
//!
//! The result is `<target>/site`. All assets of one build stand in one folder named by their
//! content, so that they can be cached for ever and still refer to each other by plain names.

mod assets;
mod parts;
mod style;
mod wasm;

use std::{path::PathBuf, process::ExitCode};

/// What went wrong, as a sentence for the one who builds.
type Failure = Box<dyn std::error::Error + Send + Sync>;

/// Where the workspace stands and how to build it.
struct Build {
    root: PathBuf,
    target: PathBuf,
    dev: bool,
}

fn main() -> ExitCode {
    let dev = std::env::args().any(|argument| argument == "--dev");
    match bundle(dev) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("bundle: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn bundle(dev: bool) -> Result<(), Failure> {
    // Asked when it runs: clones that share a target folder share this program too.
    let own = std::env::var_os("CARGO_MANIFEST_DIR").ok_or("run it by `cargo run -p bundle`")?;
    let root = PathBuf::from(own).join("../..").canonicalize()?;
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
    let build = Build { target: std::path::absolute(target)?, root, dev };

    let staging = build.target.join("site.new");
    if staging.exists() {
        std::fs::remove_dir_all(&staging)?;
    }
    let pkg = staging.join("pkg/new");
    std::fs::create_dir_all(&pkg)?;
    wasm::build(&build, &pkg)?;
    std::fs::write(pkg.join("arende.css"), style::sheet(&build.root.join("style"))?)?;
    for picture in ["sprite.svg", "icon.svg"] {
        std::fs::copy(build.root.join("style").join(picture), pkg.join(picture))?;
    }
    assets::copy(&build.root.join("style/fonts"), &staging.join("fonts"))?;
    assets::finish(&build, &staging)
}
