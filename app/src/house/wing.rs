//! The house is loaded by wings: pages that the same person goes to and fro between come together.
//! Whatever a set of wings shares is a part of its own, so nothing is loaded twice; the wing that one
//! comes to first brings all its parts in one file. A part for each page would be smaller still, but
//! there would be hundreds.

use leptos::{prelude::*, wasm_split::SplitLoaderError};
use std::time::Duration;

/// Makes a page out of the function that draws it: `page!(StartPage in rooms, start_page);` for
/// the map of all pages. Its code is loaded with its wing. What the page needs from the server it
/// asks for while it is drawn, so that types and their decoding stay out of the first load too.
macro_rules! page {
    ($(#[$doc:meta])* $page:ident in $wing:ident, $draw:path) => {
        $(#[$doc])*
        #[derive(Debug)]
        pub struct $page;

        const _: () = {
            use ::leptos::prelude::AnyView;
            use ::leptos::wasm_split::wasm_split;

            #[wasm_split($wing, wasm_split_path = ::leptos::wasm_split, preload(preload), fallible)]
            fn draw() -> Result<AnyView, $crate::house::NotArrived> {
                Ok($draw())
            }

            impl ::leptos_router::LazyRoute for $page {
                fn data() -> Self {
                    Self
                }

                async fn view(_page: Self) -> AnyView {
                    #[cfg(feature = "ssr")]
                    $crate::house::announce_wing(stringify!($wing));
                    $crate::house::arrived(draw()).await
                }

                async fn preload() {
                    // The router takes over the whole page once this is done, and then in one go: a
                    // part that has not come would put all after it in the wrong place.
                    let chunk = async { preload().await.map_err($crate::house::NotArrived::from) };
                    $crate::house::arrived(chunk).await;
                    // The same holds for a form that the address opens.
                    $crate::cases::property::expect_linked_form().await;
                }
            }
        };
    };
}
pub(crate) use page;

/// A chunk of wasm that did not come; the console says why.
#[derive(Debug)]
pub(crate) struct NotArrived;

impl From<SplitLoaderError> for NotArrived {
    fn from(_: SplitLoaderError) -> Self {
        Self
    }
}

/// What a chunk of wasm draws, once it has come. One that does not come, because the network is
/// gone or the page is being left, leaves the page as it stands: links and forms work without. When
/// somebody is still there after a while, the server is asked for the whole page.
pub(crate) async fn arrived<T>(chunk: impl Future<Output = Result<T, NotArrived>>) -> T {
    const PATIENCE: Duration = Duration::from_secs(3);
    match chunk.await {
        Ok(drawn) => drawn,
        Err(NotArrived) => {
            set_timeout(|| _ = window().location().reload(), PATIENCE);
            std::future::pending().await
        }
    }
}

/// The element of what holds until the page is interactive.
pub(super) const UNTIL_HYDRATED: &str = "unhydrated";

/// Writes rules to the head that hold until the page is interactive.
#[cfg(feature = "ssr")]
pub(crate) fn style_until_hydrated(rules: &'static str) {
    use leptos_meta::Style;

    let _ = view! { <Style id=UNTIL_HYDRATED>{rules}</Style> }.to_html();
}

/// Tells the glue which pack of wasm the page needs.
#[cfg(feature = "ssr")]
pub(crate) fn announce_wing(wing: &str) {
    use leptos_meta::Link;

    let Some(services) = use_context::<crate::request::Services>() else { return };
    let address = format!("{}/{wing}.pack", services.site.assets);
    // Written to the head when it is made into HTML; there is nothing to show in the body.
    let _ = view! { <Link rel="wing" href=address/> }.to_html();
}
