//! What can be said about an incident: the kernel that everything else is written in.
//!
//! A *fact* is one named, closed question with a few allowed answers. A [`Vocabulary`] holds every
//! fact and every [`Exclusion`], the pairs of answers that cannot both be true. It is a value that
//! guidance owns: nothing here is known to the whole process. [`Facts`] are what was stated about
//! one incident, by the places of the facts in a vocabulary, so they are read and written together
//! with it.

mod asking;
mod by_fact;
mod exclusion;
mod fact;
mod id;
mod json;
mod possibilities;
#[cfg(test)]
mod sample;
mod sets;
mod stated;
mod vocabulary;

pub(crate) use self::asking::Asking;
pub use self::by_fact::ByFact;
pub use self::exclusion::{Exclusion, Side};
pub use self::fact::{Answer, Fact, NOT_KNOWN, UNKNOWN};
pub use self::id::{FactId, MOST_FACTS};
pub use self::json::WithNames;
pub(crate) use self::possibilities::Possibilities;
#[cfg(test)]
pub(crate) use self::sample::sample;
pub use self::sets::{AnswerSet, FactSet};
pub use self::stated::{Facts, Stated};
pub use self::vocabulary::{MissingFact, ScopeFacts, Vocabulary};
