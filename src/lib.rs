//! Cited advice for professionals when a child or young person is involved in sexting.
//!
//! An incident is read, advised on, and answered; nothing is kept and nothing is guessed:
//!
//! ```
//! use signpost::{advise, guidance, intake};
//!
//! let guidance = guidance::embedded().expect("a released program carries guidance without a fault");
//! let body = br#"{"facts": {"child_received": "yes", "adult_involved": "yes"}}"#;
//! let incident = intake::Intake::new(&guidance).read(body).expect("an incident");
//!
//! let advice = advise::advise(&guidance, &incident);
//! assert_eq!(advice.actions[0].id, "contact_police");
//!
//! let json = serde_json::to_string(&advice)?;
//! assert!(json.starts_with(r#"{"scope":"incident","#));
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! These modules know nothing of HTTP and can be used alone: build without default features. With
//! the feature `service`, on by default, the crate is also the service and its program.

pub mod advise;
pub mod contract;
#[cfg(feature = "service")]
pub mod export;
pub mod facts;
pub mod guidance;
#[cfg(feature = "service")]
pub mod http;
pub mod intake;
mod mdd;
pub mod note;
pub mod prove;
mod symbolic;

#[cfg(test)]
#[path = "../tests/it/how_many.rs"]
mod how_many;

/// The Rust of the README is compiled and run with that of the documentation.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
