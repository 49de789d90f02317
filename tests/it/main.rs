//! Every test of the service as a whole, in one binary.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops at what it does not expect"
)]

mod app;
mod bad_packs;
mod canary;
mod catalogue;
mod conformance;
mod contacts;
mod contract;
mod decision_table;
mod differential;
mod documents;
mod examples;
mod layers;
mod naive;
mod notes;
mod pages;
mod problems;
mod program;
mod proofs;
mod questions;
mod reload;
mod running;
mod scenarios;
mod telemetry;
mod trace;
mod what_if;
