//! Small pictures of files, drawn anew: what is shown in our pages is never what was uploaded.
//!
//! Pictures are read here, within limits of their measures and of memory. PDF and HEIC are read by
//! `pdftoppm` and `heif-convert`, where these are installed, each in a process of its own with limits.

use super::storage::{Storage, large, small};
use axum::body::Bytes;
use domain::files::{Kind, kind};
use image::{DynamicImage, ImageDecoder, ImageReader, Limits, codecs::jpeg::JpegEncoder};
use std::{io::Cursor, process::Stdio, time::Duration};
use tokio::{process::Command, sync::Semaphore, time::timeout};

/// Pictures that are read at the same time: each may need much memory.
static AT_ONCE: Semaphore = Semaphore::const_new(1);

/// No side of a picture is longer, and none needs more bytes: what claims more is a bomb.
const LONGEST_SIDE: u32 = 16_000;
const MEMORY: u64 = 320 * 1024 * 1024;
/// The longest side of a preview and of a thumbnail.
const LARGE: u32 = 1280;
const SMALL: u32 = 320;
const QUALITY: u8 = 80;
/// What a tool may take.
const TOOL_TIME: Duration = Duration::from_secs(15);

/// Draws preview and thumbnail and keeps them beside the file; false when there is nothing to be seen.
pub(super) async fn draw(storage: &Storage, place: &str, media: &str) -> bool {
    if kind(media).is_none_or(|kind| kind == Kind::Other) {
        return false;
    }
    let Ok(_turn) = AT_ONCE.acquire().await else { return false };
    let Ok(bytes) = storage.read_whole(place).await else { return false };
    let Some([large_one, small_one]) = pictures_of(bytes, media).await else { return false };
    let kept = async {
        storage.put(&large(place), large_one).await?;
        storage.put(&small(place), small_one).await
    };
    kept.await.inspect_err(|error| tracing::warn!(%error, "a preview was not kept")).is_ok()
}

/// Preview and thumbnail; none where there is nothing to be seen.
pub(crate) async fn pictures_of(bytes: Bytes, media: &str) -> Option<[Vec<u8>; 2]> {
    let picture = match kind(media)? {
        Kind::Picture => bytes,
        Kind::Heic => by_tool(&bytes, "heif-convert", &["-q", "85"], &["in", "out.jpg"]).await?.into(),
        Kind::Pdf => {
            let size = LARGE.to_string();
            let before = ["-jpeg", "-singlefile", "-f", "1", "-l", "1", "-scale-to", &size];
            by_tool(&bytes, "pdftoppm", &before, &["in", "out"]).await?.into()
        }
        Kind::Other => return None,
    };
    tokio::task::spawn_blocking(move || shrink(&picture)).await.ok()?
}

/// Programs that are not installed, and which files then have a plain icon.
pub fn missing_tools() -> Vec<(&'static str, &'static str)> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let is_there = |tool: &str| std::env::split_paths(&path).any(|folder| folder.join(tool).is_file());
    let tools = [("pdftoppm", "PDF"), ("heif-convert", "HEIC"), ("prlimit", "PDF and HEIC")];
    tools.into_iter().filter(|(tool, _)| !is_there(tool)).collect()
}

/// What the tool makes of it: `out.jpg`, or the first of several, `out-1.jpg`. Its memory and time are bounded, it reads one file and
/// writes into a folder that goes with it.
async fn by_tool(bytes: &[u8], tool: &str, options: &[&str], files: &[&str]) -> Option<Vec<u8>> {
    let folder = tempfile::tempdir().ok()?;
    std::fs::write(folder.path().join("in"), bytes).ok()?;
    let mut command = Command::new("prlimit");
    command
        .args(["--as=1073741824", "--cpu=10", "--fsize=67108864", tool])
        .args(options)
        .args(files)
        .current_dir(folder.path())
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .kill_on_drop(true);
    let ended = timeout(TOOL_TIME, command.status()).await.ok()?.ok()?;
    if !ended.success() {
        return None;
    }
    ["out.jpg", "out-1.jpg"].into_iter().find_map(|made| std::fs::read(folder.path().join(made)).ok())
}

/// Both sizes as JPEG, the right way up.
fn shrink(bytes: &[u8]) -> Option<[Vec<u8>; 2]> {
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(LONGEST_SIDE);
    limits.max_image_height = Some(LONGEST_SIDE);
    limits.max_alloc = Some(MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().ok()?;
    // What is decoded must fit, whatever the format's own decoder asks for.
    if decoder.total_bytes() > MEMORY {
        return None;
    }
    let turned = decoder.orientation().ok()?;
    let mut picture = DynamicImage::from_decoder(decoder).ok()?;
    let large = jpeg(&mut picture, LARGE, turned)?;
    let small = jpeg(&mut picture, SMALL, image::metadata::Orientation::NoTransforms)?;
    Some([large, small])
}

/// Makes the picture no larger than that, turns it, and writes it without whatever it said of itself.
fn jpeg(picture: &mut DynamicImage, side: u32, turned: image::metadata::Orientation) -> Option<Vec<u8>> {
    if picture.width().max(picture.height()) > side {
        *picture = picture.thumbnail(side, side);
    }
    picture.apply_orientation(turned);
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, QUALITY).encode_image(&picture.to_rgb8()).ok()?;
    Some(bytes)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)] // A test fails by panicking.
mod tests {
    use super::{LARGE, SMALL, by_tool, shrink};
    use image::{DynamicImage, ImageFormat, RgbImage};
    use std::io::Cursor;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        DynamicImage::ImageRgb8(RgbImage::new(width, height)).write_to(&mut bytes, ImageFormat::Png).unwrap();
        bytes.into_inner()
    }

    #[test]
    fn a_large_photo_becomes_a_small_one() {
        let [large, small] = shrink(&png(4000, 3000)).unwrap();
        let side = |bytes: &[u8]| image::load_from_memory(bytes).unwrap().width();
        assert_eq!((side(&large), side(&small)), (LARGE, SMALL));
    }

    #[tokio::test]
    async fn of_a_file_with_several_pictures_the_first_is_shown() {
        let as_heif_convert = "echo second > out-2.jpg; echo first > out-1.jpg";
        let made = by_tool(b"photos", "sh", &["-c"], &[as_heif_convert]).await.unwrap();
        assert_eq!(made, b"first\n");
    }

    #[test]
    fn a_bomb_of_pixels_is_not_read() {
        assert!(shrink(&png(16_001, 1)).is_none());
        // A head that claims more pixels than follow.
        let mut bomb = png(8, 8);
        bomb[16..24].copy_from_slice(&[0, 0, 0x3e, 0x80, 0, 0, 0x3e, 0x80]);
        assert!(shrink(&bomb).is_none());
    }
}
