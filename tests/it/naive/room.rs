//! What an answer gives up where it would be too long: SEMANTICS 12.15.

use serde_json::Value;

use super::included::ALL;

/// The most bytes of an answer, without what `include` adds.
const MOST: usize = 24_000;

/// The lists that give something up, and what, in their order.
const YIELDING: [(&str, &str); 7] = [
    ("actions", "because"),
    ("prohibitions", "because"),
    ("actions", "detail"),
    ("prohibitions", "detail"),
    ("prohibitions", "lifted_when"),
    ("waiting", "release_hint"),
    ("controls", "items"),
];

/// Takes out of the naive answer what there is no room for. How long it is, the engine's answer shows: it has details
/// of contacts, which are not compared, and lacks what it gave up.
pub(super) fn shorten(naive: &mut Value, engine: &Value) {
    let mut over = bytes(engine);
    for (list, name) in YIELDING {
        let theirs = engine[list].as_array().into_iter().flatten();
        for (own, their) in naive[list].as_array().into_iter().flatten().zip(theirs) {
            over += own
                .get(name)
                .filter(|_| their.get(name).is_none())
                .map_or(0, |own| length(name, own));
        }
    }
    for (list, name) in YIELDING {
        let items = naive[list].as_array_mut().into_iter().flatten();
        for item in items.rev() {
            let item = item.as_object_mut().expect("an item");
            if over > MOST
                && let Some(text) = item.shift_remove(name)
            {
                over -= length(name, &text);
            }
        }
    }
}

/// The length of a member with a comma.
fn length(name: &str, text: &Value) -> usize {
    format!(",\"{name}\":{text}").len()
}

/// The length of an answer without what `include` adds.
fn bytes(answer: &Value) -> usize {
    let mut answer = answer.clone();
    let members = answer.as_object_mut().expect("an answer");
    members.retain(|name, _| !ALL.contains(&name.as_str()));
    answer.to_string().len()
}
