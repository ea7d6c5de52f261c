//! Names by content, compressed copies, and the swap into place.

use crate::{Build, Failure};
use sha2::{Digest, Sha256};
use std::{
    fs::{self, File},
    io::{BufReader, Write},
    iter,
    path::{Path, PathBuf},
    sync::Mutex,
    thread,
};

/// Copies a folder's files, not its folders.
pub(crate) fn copy(from: &Path, to: &Path) -> Result<(), Failure> {
    fs::create_dir_all(to)?;
    for file in files(from)? {
        if let Some(name) = file.file_name() {
            fs::copy(&file, to.join(name))?;
        }
    }
    Ok(())
}

/// Names `pkg/new` by its content, writes `.br` and `.gz` beside what shrinks, tells the server the
/// name in `site/version`, and puts the whole in place of the former site.
pub(crate) fn finish(build: &Build, staging: &Path) -> Result<(), Failure> {
    let fresh = staging.join("pkg/new");
    let version = digest(&fresh)?;
    let pkg = staging.join("pkg").join(&version);
    fs::rename(fresh, &pkg)?;
    fs::write(staging.join("version"), &version)?;
    if !build.dev {
        compress_all(files(&pkg)?)?;
    }
    let site = build.target.join("site");
    // Pages opened before a deploy still ask for the former build's chunks.
    keep_former(&site.join("pkg"), &staging.join("pkg"))?;
    if site.exists() {
        fs::remove_dir_all(&site)?;
    }
    fs::rename(staging, &site)?;
    report(&site.join("pkg").join(version))
}

fn keep_former(former: &Path, pkg: &Path) -> Result<(), Failure> {
    let Ok(entries) = fs::read_dir(former) else { return Ok(()) };
    let mut builds: Vec<_> = entries.flatten().collect();
    builds.sort_by_key(|entry| entry.metadata().and_then(|data| data.modified()).ok());
    for entry in builds.into_iter().rev().take(2) {
        let kept = pkg.join(entry.file_name());
        if !kept.exists() {
            fs::rename(entry.path(), kept)?;
        }
    }
    Ok(())
}

fn files(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut files: Vec<_> =
        fs::read_dir(folder)?.flatten().map(|entry| entry.path()).filter(|path| path.is_file()).collect();
    files.sort();
    Ok(files)
}

fn digest(folder: &Path) -> Result<String, Failure> {
    let mut hash = Sha256::new();
    for file in files(folder)? {
        hash.update(file.file_name().unwrap_or_default().as_encoded_bytes());
        hash.update(fs::read(file)?);
    }
    Ok(hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect())
}

/// On all processors: brotli at its best is slow.
fn compress_all(files: Vec<PathBuf>) -> Result<(), Failure> {
    let workers = thread::available_parallelism()?.get();
    let queue = Mutex::new(files.into_iter());
    let next = || queue.lock().ok()?.next();
    let work = || iter::from_fn(next).try_for_each(|file| compress(&file));
    thread::scope(|scope| {
        let working: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        working.into_iter().try_for_each(|worker| worker.join().map_err(|_| "compressing panicked")?)
    })
}

fn compress(file: &Path) -> Result<(), Failure> {
    let beside = |ending: &str| PathBuf::from(format!("{}.{ending}", file.display()));
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(
        &mut BufReader::new(File::open(file)?),
        &mut File::create(beside("br"))?,
        &parameters,
    )?;
    let mut gzip = flate2::write::GzEncoder::new(File::create(beside("gz"))?, flate2::Compression::best());
    gzip.write_all(&fs::read(file)?)?;
    gzip.finish()?;
    Ok(())
}

fn report(pkg: &Path) -> Result<(), Failure> {
    for file in files(pkg)?.iter().filter(|file| file.extension().is_some_and(|e| e != "br" && e != "gz")) {
        let raw = fs::metadata(file)?.len();
        let sent = fs::metadata(format!("{}.br", file.display())).map_or(raw, |data| data.len());
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        eprintln!("  {name:60} {:>7.1} kB, sent as {:>6.1} kB", raw as f64 / 1000.0, sent as f64 / 1000.0);
    }
    Ok(())
}
