//! Cited advice for professionals when a child or young person is involved in sexting.
//!
//! Facts go in, advice comes out. Nothing is kept, nothing is guessed, and a fact that is not known is
//! never read as a no.
//!
//! # From bytes to advice
//!
//! [`guidance`] is loaded once. An [`Intake`](intake::Intake) reads what a caller sends, or says everything
//! that is wrong with it. [`advise`](fn@advise::advise) answers; it does no I/O, reads no clock and cannot
//! fail. The [`Advice`](contract::advice::Advice) borrows its words from the guidance:
//!
//! ```
//! use signpost::{advise, guidance, intake, note};
//!
//! let guidance = guidance::embedded().expect("a release carries guidance without a fault");
//! let intake = intake::Intake::new(&guidance);
//!
//! let body = br#"{"facts": {"child_received": "yes", "adult_involved": "yes"}}"#;
//! let incident = intake.read(body).expect("an incident");
//! let advice = advise::advise(&guidance, &incident);
//! assert_eq!(advice.prohibitions[0].id, "do_not_delete");
//! assert_eq!(advice.actions[0].id, "contact_police");
//!
//! let json = serde_json::to_string(&advice)?;
//! assert!(json.starts_with(r#"{"scope":"incident","#));
//! let note = note::case_note(&guidance, &incident, note::Form::Plain);
//! assert!(note.starts_with("SEXTING INCIDENT: ADVICE"));
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! # Facts
//!
//! Which facts there are is guidance too, so facts are stated by the [`Vocabulary`](facts::Vocabulary)
//! of the guidance that answers. Of each fact one of its answers is stated, that it was asked and is not
//! known, or nothing:
//!
//! ```
//! use signpost::contract::incident::Incident;
//! use signpost::facts::{Facts, Stated};
//! use signpost::{advise, guidance};
//!
//! let guidance = guidance::embedded().expect("guidance without a fault");
//! let vocabulary = guidance.vocabulary();
//! let adult = vocabulary.named("adult_involved").expect("a fact");
//! let suspected = vocabulary[adult].answer("suspected").expect("an answer of it");
//! let danger = vocabulary.named("immediate_danger").expect("a fact");
//!
//! let mut facts = Facts::default();
//! facts.state(adult, Stated::Answer(suspected));
//! facts.state(danger, Stated::Unknown);
//! let advice = advise::advise(&guidance, &Incident::from(facts));
//! assert_eq!(advice.actions[0].id, "call_emergency_services");
//! ```
//!
//! An [`Incident`](contract::incident::Incident) can also name the packs that answer, and what to
//! [`include`](contract::include::Include) beyond what an answer always has.
//!
//! # Guidance of your own
//!
//! [`guidance::load`](fn@guidance::load) reads a folder, [`Files`](guidance::Files) adds what an operator has
//! to what the crate carries. Every fault comes with its file, its line and what to do about it:
//!
//! ```
//! use signpost::guidance::from_files;
//!
//! let files = vec![("sexting_advice/pack.yaml".into(), "pack: {}".to_owned())];
//! let faults = from_files(files).unwrap_err();
//! assert!(faults.iter().all(|fault| !fault.help.is_empty()));
//! ```
//!
//! [`prove`](mod@prove) says what holds in every incident that can be stated.
//!
//! # Without the service
//!
//! With the feature `service`, on by default, the crate is also the HTTP service and its program, and with
//! `authoring` it has what whoever writes guidance needs: [`prove`](mod@prove), [`diff`](mod@diff) and the commands
//! for them. An answer needs neither: build without default features. `SEMANTICS.md` has the rules of an answer,
//! `ARCHITECTURE.md` the map.

pub mod advise;
pub mod contract;
#[cfg(feature = "authoring")]
pub mod diff;
#[cfg(feature = "service")]
pub mod export;
pub mod facts;
mod few;
pub mod guidance;
#[cfg(feature = "service")]
pub mod http;
mod index;
pub mod intake;
#[cfg_attr(
    not(feature = "authoring"),
    expect(
        dead_code,
        unused_imports,
        unreachable_pub,
        reason = "what draws every incident at once needs more of it than what answers one"
    )
)]
mod mdd;
mod nearest;
pub mod note;
#[cfg(feature = "authoring")]
pub mod prove;
#[cfg(feature = "authoring")]
mod symbolic;

#[cfg(test)]
#[path = "../tests/it/how_many.rs"]
mod how_many;
