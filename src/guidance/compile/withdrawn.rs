//! The editions that an operator has withdrawn. What cannot be told from them stops the guidance too: somebody
//! believes that it is withdrawn.

use super::names::edition;
use crate::contract::pack::Packs;
use crate::guidance::diagnostic::{Code, Faults};
use crate::guidance::pack_schema::{WrittenWithdrawal, line};
use crate::guidance::parsed::In;

/// Refuses those of these editions, each with its pack, that the operator has withdrawn.
pub(in crate::guidance) fn check_withdrawn(
    withdrawn: &[In<WrittenWithdrawal>],
    packs: Option<&Packs>,
    editions: &[(&str, &str)],
    faults: &mut Faults,
) {
    for In { file, part } in withdrawn {
        if let Some((message, help)) = refused(part, packs, editions) {
            let place = (&**file, line(&part.pack));
            faults.add(Code::Withdrawn, place, message, help);
        }
    }
}

/// What is wrong with serving all the same, if anything is.
fn refused(
    part: &WrittenWithdrawal,
    packs: Option<&Packs>,
    editions: &[(&str, &str)],
) -> Option<(String, String)> {
    let (pack, written) = (&part.pack.value, &part.edition);
    let known: Vec<&str> = packs.into_iter().flat_map(Packs::ids).collect();
    if !known.contains(&&**pack) {
        let known = known.join(", ");
        let message = format!("what is withdrawn is not known: there is no pack `{pack}`");
        return Some((message, format!("name one of: {known}")));
    }
    let Some(numbers) = edition(written) else {
        let message = format!("what is withdrawn is not known: `{written}` is no edition");
        return Some((message, "write it as the pack does: \"1.0.0\"".to_owned()));
    };
    let mut editions = editions.iter();
    // An edition is what its numbers are, however they are written.
    let serves = editions.any(|(one, other)| one == pack && edition(other) == Some(numbers));
    serves.then(|| {
        let message = format!(
            "edition {written} of `{pack}` was withdrawn: {}",
            part.because
        );
        let help =
            "install a release of signpost with another edition, or take the withdrawal back";
        (message, help.to_owned())
    })
}
