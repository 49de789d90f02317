//! Edits of the guidance that is shipped.

use std::path::Path;

use signpost::guidance::{Guidance, from_files};

use super::{compared, shows};
use crate::bad_packs::shipped;
use crate::kernel::guidance;

fn edited(file: &str, find: &str, put: &str) -> Guidance {
    let mut files = shipped();
    let (_, text) = files
        .iter_mut()
        .find(|(name, _)| name == Path::new(file))
        .unwrap();
    assert!(text.contains(find), "{find}");
    *text = text.replacen(find, put, 1);
    from_files(files).unwrap()
}

#[test]
#[ignore = "it takes minutes without optimisation"]
fn whatever_is_told_of_the_shipped_guidance_shows_in_its_smallest_incident() {
    let shipped = guidance();
    let actions = "sexting_advice/actions.yaml";
    let waiting = "sexting_advice/after_the_police_decide.yaml";
    let because = "\n        because: The child received a sexual image of someone under 18.";
    let narrowed = "      - when: { situation: received_child_image";
    let edits = [
        (
            actions,
            format!("{narrowed} }}{because}"),
            format!("{narrowed}, shared_by_mobile_phone: [yes] }}{because}"),
        ),
        (waiting, "    gate: deletion\n".to_owned(), String::new()),
        (
            "exclusions.yaml",
            "exclusions:\n".to_owned(),
            "exclusions:\n  - answer: { bullied: [yes] }\n    says: the child is bullied\n    excludes:\n      - answer: { adult_involved: [yes] }\n        says: an adult is involved\n".to_owned(),
        ),
    ];
    for (file, find, put) in edits {
        let edited = edited(file, &find, &put);
        for editions in [[shipped, &edited], [&edited, shipped]] {
            let compared = compared(editions[0], editions[1]);
            assert_eq!(compared.choices.len(), 2);
            assert!(shows(&compared, editions) > 0, "{put}");
        }
    }
}
