//! What an answer gives up where it would be too long: SEMANTICS 12.15, 12.16.

use serde_json::{Value, json};

use super::included::ALL;

/// The most bytes of an answer, without what `include` adds.
const MOST: usize = 24_000;

/// The most bytes of an answer with all that `include` adds but what would happen and how statuses came about.
pub(super) const MOST_OF_ALL: usize = 131_072;

/// The lists that give something up, and what, in their order.
const YIELDING: [(&str, &str); 9] = [
    ("/actions", "because"),
    ("/prohibitions", "because"),
    ("/actions", "detail"),
    ("/prohibitions", "detail"),
    ("/prohibitions", "lifted_when"),
    ("/waiting", "release_hint"),
    ("/controls", "items"),
    ("/card/then", "call"),
    ("/actions", "contacts"),
];

/// The same for what `include` adds.
const YIELDING_OF_ALL: [(&str, &str); 3] = [
    ("/possible", "because"),
    ("/all_questions", "detail"),
    ("/possible", "depends_on"),
];

/// Takes out of the naive answer what there is no room for. How long it is, the engine's answer shows: it has details
/// of contacts, which are not compared, and lacks what it gave up.
pub(super) fn shorten(naive: &mut Value, engine: &Value) {
    give_up(naive, engine, &YIELDING, bytes(engine), MOST);
    let all = engine.to_string().len();
    give_up(naive, engine, &YIELDING_OF_ALL, all, MOST_OF_ALL);
}

/// Takes members out until the answer, of which the engine's has `length` bytes, has at most so many.
fn give_up(
    naive: &mut Value,
    engine: &Value,
    yielding: &[(&str, &str)],
    length: usize,
    most: usize,
) {
    let contacts = list_at(engine, "/contacts");
    let length_of = |name: &str, value: &Value| {
        let value = if name == "call" {
            &links(value, contacts)
        } else {
            value
        };
        format!(",\"{name}\":{value}").len()
    };
    let mut over = length;
    for (list, name) in yielding {
        let theirs = list_at(engine, list).iter();
        for (own, their) in list_at(naive, list).iter().zip(theirs) {
            over += own
                .get(name)
                .filter(|own| !own.is_null() && their.get(name).is_none())
                .map_or(0, |own| length_of(name, own));
        }
    }
    for (list, name) in yielding {
        let items = naive.pointer_mut(list).and_then(Value::as_array_mut);
        for item in items.into_iter().flatten().rev() {
            let item = item.as_object_mut().expect("an item");
            if over > most
                && let Some(text) = item.shift_remove(*name)
            {
                over -= length_of(name, &text);
            }
        }
    }
}

fn list_at<'v>(answer: &'v Value, list: &str) -> &'v [Value] {
    answer
        .pointer(list)
        .and_then(Value::as_array)
        .map_or(&[], Vec::as_slice)
}

/// The contacts of a line as links: SEMANTICS 16.14.
fn links(call: &Value, contacts: &[Value]) -> Value {
    let ids = call.as_array().into_iter().flatten();
    let links = ids.map(|link| {
        let contact = contacts.iter().find(|one| one["id"] == link["contact"]);
        let contact = contact.expect("what is called is a contact of the answer");
        let number = contact["phones"][0]["number"].as_str();
        let number = number.filter(|number| !number.contains(char::is_alphabetic));
        let (shown, href) = number.map_or_else(
            || {
                let url = contact["url"].as_str().expect("a page");
                let host = url.split('/').nth(2).expect("a host");
                (host.trim_start_matches("www."), url.to_owned())
            },
            |number| {
                let digits = number.replace(|one: char| !one.is_ascii_digit() && one != '+', "");
                (number, format!("tel:{digits}"))
            },
        );
        let name = contact["name"].as_str().expect("a name");
        json!({ "contact": link["contact"], "label": format!("{name}: {shown}"), "href": href })
    });
    links.collect()
}

/// The length of an answer without what `include` adds.
fn bytes(answer: &Value) -> usize {
    let mut answer = answer.clone();
    let members = answer.as_object_mut().expect("an answer");
    members.retain(|name, _| !ALL.contains(&name.as_str()));
    answer.to_string().len()
}
