//! Every test of the whole, in one binary. Without the default features it holds those of the engine alone.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops at what it does not expect"
)]

mod as_many;
mod bad_packs;
mod conformance;
#[cfg(feature = "authoring")]
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
mod sizes;
mod small_pack;
mod trace;
mod what_if;

#[cfg(feature = "authoring")]
mod app;
#[cfg(feature = "authoring")]
mod bounds;
#[cfg(feature = "authoring")]
mod browsers;
#[cfg(feature = "authoring")]
mod callers;
#[cfg(feature = "authoring")]
mod canary;
#[cfg(feature = "authoring")]
mod catalogue;
#[cfg(feature = "authoring")]
mod contacts;
#[cfg(feature = "authoring")]
mod contract;
#[cfg(feature = "authoring")]
mod decision_table;
#[cfg(feature = "authoring")]
mod differential;
#[cfg(feature = "authoring")]
mod documents;
#[cfg(feature = "authoring")]
mod encryption;
#[cfg(feature = "authoring")]
mod facts;
#[cfg(feature = "authoring")]
mod lines;
#[cfg(feature = "authoring")]
mod may_ship;
#[cfg(feature = "authoring")]
mod notes;
#[cfg(feature = "authoring")]
mod pages;
#[cfg(feature = "authoring")]
mod problems;
#[cfg(feature = "authoring")]
mod program;
#[cfg(feature = "authoring")]
mod proofs;
#[cfg(feature = "authoring")]
mod reload;
#[cfg(feature = "authoring")]
mod running;
#[cfg(feature = "authoring")]
mod same_bytes;
#[cfg(feature = "authoring")]
mod telemetry;
