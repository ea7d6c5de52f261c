//! The program `arende`: everything around the pages that is not a page.

pub mod auth;
pub mod config;
pub mod database;
pub mod demo;
pub mod files;
mod health;
pub mod live;
pub mod router;
mod security;
pub mod serve;
pub mod telemetry;
