//! `arende serve`: from an open database to the last answered request.

use crate::{config::ServeConfig, router};
use app::request::Services;
use std::{
    io::{Error, ErrorKind},
    net::SocketAddr,
    path::{Path, PathBuf},
};
use store::Db;
use tokio::{net::TcpListener, signal};

/// Listens until Ctrl-C or SIGTERM, then answers what was asked already.
///
/// # Errors
/// When the assets are missing or the address is taken; each a sentence.
pub async fn serve(db: Db, config: &ServeConfig) -> std::io::Result<()> {
    let site = site_folder()?;
    let assets = assets_folder(&site)?;
    let public_url = config.public_url();
    let services = Services { db: db.clone(), assets };
    let app = router::router(services, &site, public_url.starts_with("https://"));
    let listener = TcpListener::bind(config.addr)
        .await
        .map_err(|error| Error::new(error.kind(), format!("cannot listen on {}: {error}", config.addr)))?;
    tracing::info!("Ärenden is at {public_url}");
    axum::serve(listener, app.into_make_service_with_connect_info::<SocketAddr>())
        .with_graceful_shutdown(asked_to_stop())
        .await?;
    db.close().await;
    Ok(())
}

/// Where the bundler laid the site: `LEPTOS_SITE_ROOT`, or beside the build's folder.
///
/// # Errors
/// When this program does not know where it stands.
pub fn site_folder() -> std::io::Result<PathBuf> {
    if let Some(folder) = std::env::var_os("LEPTOS_SITE_ROOT") {
        return Ok(folder.into());
    }
    let program = std::env::current_exe()?;
    let beside = |up: usize| program.ancestors().nth(up).map(|folder| folder.join("site"));
    [1, 2, 3].into_iter().filter_map(beside).find(|folder| folder.is_dir()).ok_or_else(|| {
        Error::new(ErrorKind::NotFound, "no site beside the program; build it with `cargo run -p bundle`")
    })
}

/// This build's folder of assets as addresses name it: `/pkg/…`.
///
/// # Errors
/// When the site has not been built.
pub fn assets_folder(site: &Path) -> std::io::Result<std::sync::Arc<str>> {
    let version = std::fs::read_to_string(site.join("version")).map_err(|error| {
        Error::new(
            error.kind(),
            format!("no site at {}; build it with `cargo run -p bundle`", site.display()),
        )
    })?;
    Ok(format!("/pkg/{}", version.trim()).into())
}

async fn asked_to_stop() {
    let terminate = async {
        match signal::unix::signal(signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        _ = signal::ctrl_c() => {}
        () = terminate => {}
    }
}
