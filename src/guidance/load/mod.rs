//! From files to parsed parts, and on to [`Guidance`](super::Guidance).
//!
//! A guidance directory holds `packs.yaml`, `facts.yaml`, `exclusions.yaml`, `contacts.yaml` and one folder for each
//! pack. Every YAML file of a pack's folder belongs to the pack.

mod embedded;
mod files;
mod pack_selection;
mod packs;
mod parse;
mod read;

pub use self::files::{Files, embedded, from_files, load};
