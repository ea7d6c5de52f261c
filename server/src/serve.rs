//! `arende serve`: from an open database to the last answered request.

use crate::{
    config::ServeConfig,
    files::{self, Storage},
    live::Hub,
    router,
};
use app::request::{Services, Site};
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
pub async fn serve(db: Db, config: &ServeConfig, storage: Storage) -> std::io::Result<()> {
    let site = site_folder()?;
    let public_url = config.public_url();
    let hub = Hub::start(db.clone()).await;
    let services = Services {
        db: db.clone(),
        site: read_site(&site)?.into(),
        public_url: public_url.as_str().into(),
        latest_news: hub.latest_news(),
    };
    let is_secure = public_url.starts_with("https://");
    let app = router::router(services, &site, is_secure, storage.clone(), hub.clone());
    let listener = TcpListener::bind(config.addr)
        .await
        .map_err(|error| Error::new(error.kind(), format!("cannot listen on {}: {error}", config.addr)))?;
    let sweeper = tokio::spawn(files::keep_swept(storage, db.clone()));
    tracing::info!("Ärenden is at {public_url}");
    axum::serve(listener, app.into_make_service_with_connect_info::<SocketAddr>())
        .with_graceful_shutdown(async move {
            asked_to_stop().await;
            hub.close();
        })
        .await?;
    sweeper.abort();
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

/// This build's folder of assets.
///
/// # Errors
/// When the site has not been built.
pub fn read_site(site: &Path) -> std::io::Result<Site> {
    let version = std::fs::read_to_string(site.join("version")).map_err(|error| {
        let sentence = format!("no site at {}; build it with `cargo run -p bundle`", site.display());
        Error::new(error.kind(), sentence)
    })?;
    Ok(Site { assets: format!("/pkg/{}", version.trim()) })
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
