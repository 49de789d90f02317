//! Situations: conditions that have a name.

use super::conditions::Conditions;
use super::names::Named;
use super::statements::Statements;
use super::text::{TITLE, values, within};
use crate::contract::advice::Situation;
use crate::contract::prerendered::Prerendered;
use crate::guidance::diagnostic::Faults;
use crate::guidance::model::{CompiledSituation, SituationId};
use crate::guidance::pack_schema::line;
use crate::guidance::parsed::Parsed;
use crate::index::IndexVec;

/// Every situation. One can be made of those before it.
pub(super) fn situations(
    parsed: &Parsed,
    statements: &Statements,
    conditions: &mut Conditions<'_>,
    faults: &mut Faults,
) -> IndexVec<SituationId, CompiledSituation> {
    let mut situations = IndexVec::default();
    for entry in &parsed.situations {
        let (file, part) = (&*entry.file, &entry.part);
        let (when, parts) = conditions.in_parts(faults, file, Some(&part.when));
        conditions.must_be_possible(faults, (file, line(&part.id)), "this situation", when);
        let cites = statements.cited(faults, file, &part.id, &part.statements);
        let words = Situation {
            id: part.id.value.clone(),
            title: within(&TITLE, faults, file, &part.title),
            citations: values(&part.statements),
        };
        let says = words.title.as_str().into();
        let id = situations.push(CompiledSituation {
            when: conditions.builder.keep(when.now),
            parts,
            words: Prerendered::new(words),
            cites,
        });
        let named = Named {
            id,
            drawn: when,
            says,
        };
        conditions.situations.give(faults, file, &part.id, named);
    }
    situations
}
