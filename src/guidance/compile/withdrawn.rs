//! The editions that an operator has withdrawn. What cannot be told from them stops the guidance too: somebody
//! believes that it is withdrawn.

use super::Compiler;
use super::names::line;
use crate::contract::pack::Pack;
use crate::guidance::diagnostic::Code;
use crate::guidance::load::{In, Parsed};
use crate::guidance::source::Withdrawn;

impl Compiler {
    /// Refuses editions that the operator has withdrawn.
    pub(super) fn check_withdrawn(&mut self, parsed: &Parsed) {
        for In { file, part } in &parsed.withdrawn {
            if let Some((message, help)) = refused(parsed, part) {
                let place = (&**file, line(&part.pack));
                self.faults.add(Code::Withdrawn, place, message, help);
            }
        }
    }
}

/// What is wrong with serving all the same, if anything is.
fn refused(parsed: &Parsed, part: &Withdrawn) -> Option<(String, String)> {
    let (pack, edition) = (&part.pack.value, &part.edition);
    if Pack::named(pack).is_none() {
        let known = Pack::ALL.map(Pack::id).join(", ");
        let message = format!("what is withdrawn is not known: there is no pack `{pack}`");
        return Some((message, format!("name one of: {known}")));
    }
    let numbers = edition.split('.').map(str::parse::<u32>);
    if numbers.clone().count() != 3 || numbers.clone().any(|number| number.is_err()) {
        let message = format!("what is withdrawn is not known: `{edition}` is no edition");
        return Some((message, "write it as the pack does: \"1.0.0\"".to_owned()));
    }
    let mut loaded = parsed.headers.iter().map(|entry| &entry.part.value);
    let serves = loaded.any(|header| header.id.value == *pack && header.edition == *edition);
    serves.then(|| {
        let message = format!(
            "edition {edition} of `{pack}` was withdrawn: {}",
            part.because
        );
        let help =
            "install a release of signpost with another edition, or take the withdrawal back";
        (message, help.to_owned())
    })
}
