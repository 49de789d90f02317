//! What an answer rests on, and what it says of how it was made.

use serde_json::{Map, Value, json};

use super::facts::FACTS;
use super::interpretation::Interpreted;
use super::pack::Pack;

/// What the statements, the documents and the editions are that some members cite: SEMANTICS 12.11.
pub(super) fn sources(pack: &'static Pack, citing: &[&Value]) -> Value {
    let mut cited = Vec::new();
    for member in citing {
        named("citations", member, &mut cited);
    }
    let statements = pack.statements.iter();
    let statements = statements.filter(|statement| cited.contains(&&*statement.id));
    let statements: Vec<_> = statements.collect();
    let documents = pack.editions.iter().flat_map(|edition| &edition.sources);
    let documents = documents.filter(|document| {
        let mut statements = statements.iter();
        statements.any(|statement| statement.names(&document.id))
    });
    let documents: Vec<_> = documents.collect();
    // SEMANTICS 12.7.
    let editions = pack.editions.iter().map(|edition| {
        json!({
            "pack": edition.id, "title": edition.title, "edition": edition.edition, "voice": edition.voice,
            "effective_from": edition.effective_from, "limits": edition.limits,
        })
    });
    let editions: Vec<_> = editions.collect();
    json!({ "statements": statements, "documents": documents, "editions": editions })
}

/// The contacts that some members name, an operator's first: SEMANTICS 12.6.
pub(super) fn contacts(pack: &'static Pack, naming: &[&Value]) -> Vec<Value> {
    let mut ids = Vec::new();
    for member in naming {
        named("contacts", member, &mut ids);
        named("contact", member, &mut ids);
    }
    let contacts = pack.contacts.iter();
    let contacts = contacts.filter(|contact| ids.contains(&&*contact.id));
    let shown = contacts.map(|one| {
        let local = one.local.then_some(true);
        // What is not so is left out.
        let role = one.role.is_some().then_some(true);
        json!({ "id": one.id, "role": role, "fills": one.fills, "local": local })
    });
    shown.collect()
}

/// The ids that stand under a name, however deep.
fn named<'v>(name: &str, value: &'v Value, ids: &mut Vec<&'v str>) {
    match value {
        Value::Array(list) => list.iter().for_each(|one| named(name, one, ids)),
        Value::Object(members) => {
            for (member, value) in members {
                match value {
                    Value::Array(list) if member == name => {
                        ids.extend(list.iter().filter_map(Value::as_str));
                    }
                    Value::String(id) if member == name => ids.push(id),
                    other => named(name, other, ids),
                }
            }
        }
        _ => {}
    }
}

/// SEMANTICS 12.13.
pub(super) fn receipt(interpreted: &Interpreted) -> Value {
    let packs = interpreted.pack.editions.iter().map(|edition| {
        json!({ "pack": edition.id, "edition": edition.edition, "review_by": edition.review_by })
    });
    let packs: Vec<_> = packs.collect();
    let stated = FACTS.iter().filter_map(|(fact, _)| {
        let answer = interpreted.incident.get(*fact)?;
        Some(((*fact).to_owned(), json!(answer)))
    });
    let facts: Map<_, _> = stated.collect();
    json!({ "contract": "v1", "packs": packs, "facts": facts })
}

/// SEMANTICS 2.7.
pub(super) fn counted(interpreted: &Interpreted) -> Vec<Value> {
    let count = |fact: &'static str| {
        let stated = interpreted.incident.get(fact).map(String::as_str);
        let implied = interpreted.implied.get(fact).copied();
        let (answer, basis) = match (stated, implied) {
            (_, Some(implied)) => (implied, "implied"),
            (Some(stated), _) if interpreted.contradictory.contains(fact) => {
                (stated, "contradictory")
            }
            (Some(stated), _) => (stated, "given"),
            (None, None) => return None,
        };
        Some(json!({ "fact": fact, "answer": answer, "basis": basis }))
    };
    FACTS.iter().filter_map(|(fact, _)| count(fact)).collect()
}

/// All of them: SEMANTICS 2.6.
pub(super) fn contradictions(interpreted: &Interpreted) -> Vec<Value> {
    let stated = |fact: &'static str| json!({ "fact": fact, "answer": interpreted.incident[fact] });
    let broken = interpreted.contradictions.iter().map(|exclusion| {
        let facts = [exclusion.one.0, exclusion.other.0].map(stated);
        json!({ "facts": facts, "ask": exclusion.ask })
    });
    broken.collect()
}
