//! The facts that decide whether advice is given at all, and the diagrams that ask for them first.

use crate::contract::incident::FactId;
use crate::contract::sets::AnswerSet;
use crate::mdd::{Builder, Node, Variables};

/// The facts that decide whether advice is given at all: asked first in every diagram.
pub(crate) const SCOPE_FACTS: [&str; 2] = ["anyone_under_18", "incident_has_happened"];

/// Each of these facts with its `no`.
pub(crate) fn no_to_scope() -> [Option<(FactId, u8)>; 2] {
    SCOPE_FACTS.map(|name| FactId::named(name).and_then(|fact| Some((fact, fact.answer("no")?))))
}

/// For each of these facts, the condition that it is answered with no.
pub(crate) fn nodes_of_no(builder: &mut Builder) -> [Node; 2] {
    no_to_scope().map(|no| {
        no.map_or(Node::FALSE, |(fact, no)| {
            builder.literal(fact, AnswerSet::only(no))
        })
    })
}

/// Diagrams over incidents of which everything is known: a branch for each answer.
pub(crate) fn variables() -> Variables {
    let arity = |fact: FactId| fact.fact().answers.len();
    Variables::new(arity, |fact| !SCOPE_FACTS.contains(&fact.fact().name))
}
