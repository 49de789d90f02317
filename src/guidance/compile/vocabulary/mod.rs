//! From written facts and exclusions to the vocabulary, with every fault in them.

mod emptied;
mod exclusions;
mod facts;

use std::path::Path;

use crate::facts::{MissingFact, Vocabulary};
use crate::guidance::diagnostic::{Code, Faults};
use crate::guidance::file::FACTS;
use crate::guidance::parsed::Parsed;

/// The vocabulary of a body of guidance. There is none where the facts could not be read, or lack what every
/// vocabulary has.
pub(in crate::guidance) fn vocabulary(parsed: &Parsed, faults: &mut Faults) -> Option<Vocabulary> {
    let facts = facts::facts(parsed.facts.as_ref()?, faults);
    match Vocabulary::new(facts) {
        Ok(vocabulary) => {
            let exclusions = exclusions::exclusions(&vocabulary, &parsed.exclusions, faults);
            Some(vocabulary.excluding(exclusions))
        }
        Err(MissingFact(name)) => {
            let message = format!("there is no fact `{name}` here, or it has no answer `no`");
            let help = "what is in scope and who serves where is decided by `anyone_under_18`, \
                        `incident_has_happened` and `jurisdiction`: name all three";
            faults.add(Code::MissingFact, (Path::new(FACTS), 0), message, help);
            None
        }
    }
}
