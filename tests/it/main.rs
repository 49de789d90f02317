//! Every test of the whole, in one binary. Without the feature `service` it holds those of the engine alone.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops at what it does not expect"
)]

mod bad_packs;
mod conformance;
mod diff;
mod examples;
mod how_many;
mod kernel;
mod layers;
mod lint;
mod naive;
mod questions;
mod rules;
mod scenarios;
mod small_pack;
mod trace;
mod what_if;

#[cfg(feature = "service")]
mod app;
#[cfg(feature = "service")]
mod canary;
#[cfg(feature = "service")]
mod catalogue;
#[cfg(feature = "service")]
mod contacts;
#[cfg(feature = "service")]
mod contract;
#[cfg(feature = "service")]
mod decision_table;
#[cfg(feature = "service")]
mod differential;
#[cfg(feature = "service")]
mod documents;
#[cfg(feature = "service")]
mod facts;
#[cfg(feature = "service")]
mod may_ship;
#[cfg(feature = "service")]
mod notes;
#[cfg(feature = "service")]
mod pages;
#[cfg(feature = "service")]
mod problems;
#[cfg(feature = "service")]
mod program;
#[cfg(feature = "service")]
mod proofs;
#[cfg(feature = "service")]
mod reload;
#[cfg(feature = "service")]
mod running;
#[cfg(feature = "service")]
mod same_bytes;
#[cfg(feature = "service")]
mod telemetry;
