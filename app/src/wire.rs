//! How server functions travel: as JSON, read as text. So is what comes in the document, and the
//! decoding of each type is then in the wasm once; the usual codec reads bytes, which makes it twice.

use crate::AppError;
use domain::problem::Problem;
use gloo_timers::future::TimeoutFuture;
use leptos::server_fn::{Bytes, ContentType, Decodes, Encodes, Format, FormatType, codec::Post};
use serde::{Serialize, de::DeserializeOwned};
use std::{error::Error, str};

/// Of a server function's arguments and of what it returns.
pub type Json = Post<JsonText>;

/// JSON, read as text.
#[derive(Debug)]
pub struct JsonText;

impl ContentType for JsonText {
    const CONTENT_TYPE: &'static str = "application/json";
}

impl FormatType for JsonText {
    const FORMAT_TYPE: Format = Format::Text;
}

impl<T: Serialize> Encodes<T> for JsonText {
    type Error = serde_json::Error;

    fn encode(value: &T) -> Result<Bytes, Self::Error> {
        serde_json::to_string(value).map(Bytes::from)
    }
}

impl<T: DeserializeOwned> Decodes<T> for JsonText {
    type Error = Box<dyn Error>;

    fn decode(bytes: Bytes) -> Result<T, Self::Error> {
        Ok(serde_json::from_str(str::from_utf8(&bytes)?)?)
    }
}

/// Asks again and again as long as no answer comes, with longer and longer pauses, and says through
/// `is_lost` that it does. For what is done once however often it is sent.
///
/// # Errors
/// What the server answers; after a quarter of an hour that it does not.
pub(crate) async fn insist<T>(
    ask: impl AsyncFn() -> Result<T, AppError>,
    is_lost: impl Fn(bool),
) -> Result<T, AppError> {
    const LONGEST: u32 = 15_000;
    const TRIES: u32 = 64;
    let mut pause = 1_000;
    for _ in 0..TRIES {
        match ask().await {
            Err(AppError(Problem::Offline)) => {
                is_lost(true);
                TimeoutFuture::new(pause).await;
                pause = LONGEST.min(pause * 2);
            }
            answer => {
                is_lost(false);
                return answer;
            }
        }
    }
    is_lost(false);
    Err(AppError(Problem::Offline))
}
