//! Cited advice for professionals when a child or young person is involved in sexting.

pub mod advise;
pub mod config;
pub mod contract;
pub mod export;
pub mod guidance;
pub mod http;
pub mod intake;
