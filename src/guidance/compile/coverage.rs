//! What must hold of a body of guidance as a whole.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::items::{CompiledItems, Deciding};
use super::statements::Statements;
use crate::facts::Vocabulary;
use crate::guidance::diagnostic::{Code, Faults};
use crate::guidance::model::{
    CompiledExplanation, CompiledQuestion, Coverage, ExplanationId, QuestionId, StatementId,
};
use crate::guidance::pack_schema::{Word, line};
use crate::guidance::parsed::Parsed;
use crate::index::IndexVec;

/// Every statement with the items that rest on it, which is one at least.
pub(super) fn coverage(
    parsed: &Parsed,
    resting: IndexVec<StatementId, BTreeSet<String>>,
    faults: &mut Faults,
) -> Vec<Coverage> {
    let mut coverage = Vec::new();
    for (entry, items) in parsed.statements.iter().zip(resting) {
        let id = &entry.part.id;
        if items.is_empty() {
            let message = format!("no item rests on statement `{}`", id.value);
            let help = "cite it in the item that says it";
            let place = (&*entry.file, line(id));
            faults.add(Code::OrphanStatement, place, message, help);
        }
        coverage.push(Coverage {
            statement: id.value.clone(),
            items: items.into_iter().collect(),
        });
    }
    coverage
}

/// For each statement, the items that rest on it.
pub(super) fn resting(
    statements: &Statements,
    items: &CompiledItems,
    questions: &IndexVec<QuestionId, CompiledQuestion>,
    explanations: &IndexVec<ExplanationId, CompiledExplanation>,
) -> IndexVec<StatementId, BTreeSet<String>> {
    let mut resting = statements.citations.map(|_| BTreeSet::new());
    let mut rests = |id: &String, cites: &[StatementId]| {
        for statement in cites {
            resting[*statement].insert(id.clone());
        }
    };
    let cores = items.prohibitions.iter().map(|one| &one.core);
    for core in cores.chain(items.actions.iter().map(|one| &one.core)) {
        for ground in &core.grounds {
            rests(&core.id, &items.grounds[*ground].cites);
        }
    }
    for prohibition in &items.prohibitions {
        if let Some(caution) = &prohibition.caution {
            rests(&prohibition.core.id, &caution.cites);
        }
    }
    for question in questions {
        rests(&question.id, &question.cites);
    }
    for explanation in explanations {
        rests(&explanation.id, &explanation.cites);
    }
    resting
}

/// Every fact that decides something can be asked for wherever the incident stands.
pub(super) fn check_unasked(
    vocabulary: &Vocabulary,
    deciding: &Deciding,
    questions: &IndexVec<QuestionId, CompiledQuestion>,
    faults: &mut Faults,
) {
    for (fact, (file, line)) in deciding {
        let asked = questions
            .iter()
            .any(|question| question.when.is_none() && question.fact_set.contains(*fact));
        if !asked {
            let message = format!("no question asks for `{}`", vocabulary[*fact].name);
            let help = "name the fact in a question that has no `when`";
            faults.add(Code::Unasked, (file, *line), message, help);
        }
    }
}

/// One act, one item: no two items say the same.
pub(super) fn check_titles(parsed: &Parsed, faults: &mut Faults) {
    let prohibitions = parsed
        .prohibitions
        .iter()
        .map(|e| (&*e.file, &e.part.title));
    let actions = parsed.actions.iter().map(|e| (&*e.file, &e.part.title));
    let mut seen: BTreeMap<String, (&Path, u64)> = BTreeMap::new();
    let titles: Vec<(&Path, &Word)> = prohibitions.chain(actions).collect();
    for (file, title) in titles {
        let place = (file, line(title));
        if let Some((file, line)) = seen.insert(title.value.to_lowercase(), place) {
            let message = format!("another item has this title ({}:{line})", file.display());
            let help = "make them one item with two grounds";
            faults.add(Code::Clash, place, message, help);
        }
    }
}
