//! Where bytes lie: a folder of the data folder, or a bucket of S3, through one library.

use domain::ids::CompanyId;
use futures::{StreamExt, stream::BoxStream};
use object_store::{
    ObjectStore, PutPayload, WriteMultipart, aws::AmazonS3Builder, local::LocalFileSystem, path::Path,
};
use std::{io, path::Path as Folder, sync::Arc, time::SystemTime};

/// What is written at a time may wait for so many parts; a slow disk slows the sender, not the memory.
const PARTS_AT_ONCE: usize = 2;

/// What the pictures' places end with.
const SMALL: &str = ".small";
const LARGE: &str = ".large";

/// The place of all files.
#[derive(Clone, Debug)]
pub struct Storage(Arc<dyn ObjectStore>);

/// The bytes of a file, part by part.
type Bytes = BoxStream<'static, Result<axum::body::Bytes>>;

/// Why bytes were not kept or not found.
pub(crate) type Result<T> = object_store::Result<T>;

impl Storage {
    /// `s3://…` with the usual AWS variables, else the folder, which is made.
    ///
    /// # Errors
    /// When the folder cannot be made or the address is none of S3's.
    pub fn open(url: Option<&str>, folder: &Folder) -> io::Result<Self> {
        let Some(url) = url else {
            std::fs::create_dir_all(folder)?;
            return Ok(Self(Arc::new(LocalFileSystem::new_with_prefix(folder)?)));
        };
        if !url.starts_with("s3://") {
            let sentence = format!("ARENDE_FILES_URL must begin with s3://, not be {url}");
            return Err(io::Error::new(io::ErrorKind::InvalidInput, sentence));
        }
        Ok(Self(Arc::new(AmazonS3Builder::from_env().with_url(url).build()?)))
    }

    /// A place that nobody can guess and no name is part of.
    pub(super) fn place(company: CompanyId) -> io::Result<String> {
        let mut random = [0_u8; 16];
        getrandom::fill(&mut random).map_err(io::Error::other)?;
        Ok(format!("{company}/{:032x}", u128::from_be_bytes(random)))
    }

    /// Begins to write there, part by part.
    pub(super) async fn write(&self, place: &str) -> Result<Writing> {
        Ok(Writing(WriteMultipart::new(self.0.put_multipart(&Path::from(place)).await?)))
    }

    /// Writes what is small.
    pub(super) async fn put(&self, place: &str, bytes: Vec<u8>) -> Result<()> {
        self.0.put(&Path::from(place), PutPayload::from(bytes)).await.map(drop)
    }

    /// Lays a small file and its thumbnail and preview, if it has them.
    pub(crate) async fn lay(
        &self,
        place: &str,
        bytes: Vec<u8>,
        pictures: Option<[Vec<u8>; 2]>,
    ) -> Result<()> {
        self.put(place, bytes).await?;
        if let Some([large_one, small_one]) = pictures {
            self.put(&large(place), large_one).await?;
            self.put(&small(place), small_one).await?;
        }
        Ok(())
    }

    /// How many bytes, and the bytes as they come.
    pub(super) async fn read(&self, place: &str) -> Result<(u64, Bytes)> {
        let found = self.0.get(&Path::from(place)).await?;
        Ok((found.meta.size, found.into_stream().boxed()))
    }

    /// The bytes at once, for a picture's sake.
    pub(super) async fn read_whole(&self, place: &str) -> Result<axum::body::Bytes> {
        self.0.get(&Path::from(place)).await?.bytes().await
    }

    /// Whose bytes lie here since before that time, and where: once for each file and for each of its
    /// pictures. What is none of ours is passed over.
    pub(super) fn places(&self, before: SystemTime) -> BoxStream<'static, Result<(CompanyId, String)>> {
        let ours = move |found: object_store::ObjectMeta| {
            let path = found.location.as_ref();
            let place = path.trim_end_matches(SMALL).trim_end_matches(LARGE);
            let company = place.split_once('/')?.0.parse().ok()?;
            (SystemTime::from(found.last_modified) < before).then(|| (CompanyId(company), place.to_owned()))
        };
        let found = self.0.list(None).filter_map(move |found| {
            let found = found.map(&ours).transpose();
            std::future::ready(found)
        });
        found.boxed()
    }

    /// Deletes the bytes and their previews. What is left behind is only disk, so that is no failure.
    pub(super) async fn delete(&self, place: &str) {
        for path in [place.to_owned(), small(place), large(place)] {
            match self.0.delete(&Path::from(path.as_str())).await {
                Ok(()) | Err(object_store::Error::NotFound { .. }) => {}
                Err(error) => tracing::warn!(%error, path, "a file's bytes were left behind"),
            }
        }
    }
}

/// Where the thumbnail of the file there lies.
pub(super) fn small(place: &str) -> String {
    format!("{place}{SMALL}")
}

/// Where the preview of the file there lies.
pub(super) fn large(place: &str) -> String {
    format!("{place}{LARGE}")
}

/// A file that is being written.
pub(super) struct Writing(WriteMultipart);

impl Writing {
    /// Takes the next bytes, once there is room for them.
    pub(super) async fn push(&mut self, bytes: axum::body::Bytes) -> Result<()> {
        self.0.wait_for_capacity(PARTS_AT_ONCE).await?;
        self.0.put(bytes);
        Ok(())
    }

    /// All is said.
    pub(super) async fn finish(self) -> Result<()> {
        self.0.finish().await.map(drop)
    }

    /// Nothing of it shall be kept.
    pub(super) async fn abort(self) {
        if let Err(error) = self.0.abort().await {
            tracing::warn!(%error, "an unfinished file was left behind");
        }
    }
}
