use std::path::Path;

/// The superuser of the cluster and owner of the database.
pub(super) const ROLE: &str = "arende";
/// The database.
pub(super) const DATABASE: &str = "arende";
/// Nothing listens on it: PostgreSQL names the socket's file by it.
pub(super) const PORT: u16 = 5432;

/// For a small server with an SSD that does other things too. Given at each start and not written into the cluster,
/// so that a better value here reaches those who have a cluster already.
const FIXED: [(&str, &str); 18] = [
    ("cluster_name", "arende"),
    ("listen_addresses", ""),
    ("unix_socket_permissions", "0700"),
    // Nothing that was acknowledged may be lost, not even by a power cut.
    ("fsync", "on"),
    ("full_page_writes", "on"),
    ("synchronous_commit", "on"),
    ("max_connections", "50"),
    ("shared_buffers", "256MB"),
    ("effective_cache_size", "1GB"),
    ("work_mem", "16MB"),
    ("maintenance_work_mem", "256MB"),
    // Fewer and calmer checkpoints; a restart after a crash still takes seconds.
    ("max_wal_size", "2GB"),
    ("checkpoint_timeout", "15min"),
    ("wal_compression", "on"),
    ("random_page_cost", "1.1"),
    // Compiling costs more than any of our short queries.
    ("jit", "off"),
    ("log_checkpoints", "off"),
    ("logging_collector", "off"),
];

/// The arguments of `postgres` that carry our settings.
pub(super) fn arguments(socket_folder: &Path) -> Vec<String> {
    // A list of folders, in which quotes keep a comma or blank from parting one.
    let folder = socket_folder.display().to_string().replace('"', "\"\"");
    FIXED
        .iter()
        .map(|(name, value)| format!("{name}={value}"))
        .chain([format!("port={PORT}"), format!("unix_socket_directories=\"{folder}\"")])
        .flat_map(|setting| ["-c".to_owned(), setting])
        .collect()
}
