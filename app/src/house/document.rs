//! The HTML document around the application.

use super::App;
use crate::{
    page::{PageData, Theme},
    request::ALIVE,
};
use axum::http::{HeaderValue, Uri, header};
use leptos::{nonce::use_nonce, prelude::*};
use leptos_axum::ResponseOptions;
use leptos_meta::MetaTags;
use leptos_router::location::RequestUrl;

/// The end of the document, by its id.
const END: &str = "slut";

/// `<html>` with one style sheet and one script, both of this build. Nothing else blocks the
/// first paint, and nothing is inline but what carries the nonce: the scripts that load and start the wasm, and rules
/// that hold until it has.
pub fn shell() -> impl IntoView {
    let Some(page) = use_context::<PageData>() else {
        return ().into_any();
    };
    restrict();
    let assets = page.assets;
    let theme = (page.theme != Theme::Auto).then(|| page.theme.as_str());
    // What is not needed to paint the page waits for the style sheet, so that this and the font have the line for
    // themselves; from then on the browser gets and compiles it beside what it paints. What does not come is told
    // where the document ends; one that is left has no end.
    let wake = format!(
        "let woken;\
         const wake = () => woken ??= Promise.all([import('{assets}/arende.js'), \
         WebAssembly.compileStreaming(fetch('{assets}/arende.wasm'))]);\
         document.addEventListener('load', ({{ target }}) => target.rel === 'stylesheet' && wake().catch(() => {{}}), true);"
    );
    let start = format!(
        "{}const [{{ default: start, hydrate }}, wasm] = await wake();\
         await start({{ module_or_path: wasm }});\
         hydrate();\
         document.cookie = '{ALIVE}=1; path=/; max-age=31536000; samesite=lax';",
        page.reply.as_ref().map(|_| true_address()).unwrap_or_default()
    );
    view! {
        <!DOCTYPE html>
        <html lang=page.language.code() data-theme=theme>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover"/>
                <meta name="color-scheme" content="light dark"/>
                <script nonce=use_nonce()>{wake}</script>
                <link rel="stylesheet" href=format!("{assets}/arende.css")/>
                <link rel="preload" href="/fonts/inter-latin.woff2" r#as="font" r#type="font/woff2" crossorigin=""/>
                <link rel="icon" href=icon() r#type="image/svg+xml"/>
                {opens_form().then(|| view! { <link rel="expect" href=format!("#{END}") blocking="render"/> })}
                <MetaTags/>
            </head>
            <body>
                <App/>
                // Last: a document that is left while it still comes is cut short, and must not wake up.
                <script id=END type="module" nonce=use_nonce()>{start}</script>
            </body>
        </html>
    }
    .into_any()
}

/// Within the document: smaller than what a request of its own would cost.
fn icon() -> String {
    let picture = include_str!("../../../style/icon.svg").trim();
    format!("data:image/svg+xml,{}", picture.replace('"', "'").replace('#', "%23"))
}

/// The page may load its own build and talk to its own server; what is inline counts by nonce alone.
fn restrict() {
    let (Some(response), Some(nonce)) = (use_context::<ResponseOptions>(), use_nonce()) else { return };
    let policy = format!(
        "default-src 'none'; script-src 'nonce-{nonce}' 'strict-dynamic' 'wasm-unsafe-eval'; style-src 'self' 'nonce-{nonce}'; \
         img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; \
         frame-ancestors 'none'"
    );
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        response.insert_header(header::CONTENT_SECURITY_POLICY, policy);
    }
}

/// Whether the address opens a form. Focus goes to it as soon as it can be painted, and the browser scrolls there as far
/// as the document then reaches; so nothing is painted before all of it has come.
fn opens_form() -> bool {
    let url = requested();
    let query = url.as_ref().and_then(Uri::query).unwrap_or_default();
    query.split('&').any(|pair| pair.starts_with("falt="))
}

fn requested() -> Option<Uri> {
    use_context::<RequestUrl>()?.as_ref().parse().ok()
}

/// The answer to a posted form is the page that the form stood on, at the form's address. The
/// browser's router must see the page's.
fn true_address() -> String {
    let url = requested();
    let address = url.as_ref().and_then(Uri::path_and_query).map(|address| address.as_str());
    let address = address.and_then(|address| serde_json::to_string(address).ok()).unwrap_or_default();
    if address.is_empty() {
        return address;
    }
    format!("history.replaceState(null,'',{});", address.replace('<', "\\u003c"))
}
