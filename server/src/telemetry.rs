//! Logs: text for people, JSON for machines (`ARENDE_LOG_FORMAT=json`), chosen by `RUST_LOG`.

use tracing_subscriber::EnvFilter;

/// Sets up logging to standard error. Called once, first.
pub fn start() {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info,sqlx=warn"));
    let subscriber = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    if std::env::var("ARENDE_LOG_FORMAT").is_ok_and(|format| format == "json") {
        subscriber.json().init();
    } else {
        subscriber.with_target(false).init();
    }
}
