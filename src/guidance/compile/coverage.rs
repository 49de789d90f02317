//! What must hold of a body of guidance as a whole.

use std::collections::BTreeMap;
use std::path::Path;

use super::Compiler;
use crate::guidance::diagnostic::Code;
use crate::guidance::model::{CompiledQuestion, Coverage, QuestionId};
use crate::guidance::pack_schema::{Word, line};
use crate::guidance::parsed::Parsed;
use crate::index::IndexVec;

impl Compiler {
    /// Every statement with the items that rest on it, after checking the whole.
    pub(super) fn coverage(
        &mut self,
        parsed: &Parsed,
        questions: &IndexVec<QuestionId, CompiledQuestion>,
    ) -> Vec<Coverage> {
        self.check_unasked(questions);
        self.check_titles(parsed);
        let mut coverage = Vec::new();
        for (entry, items) in parsed
            .statements
            .iter()
            .zip(std::mem::take(&mut self.resting))
        {
            let id = &entry.part.id;
            if items.is_empty() {
                let message = format!("no item rests on statement `{}`", id.value);
                let help = "cite it in the item that says it";
                let place = (&*entry.file, line(id));
                self.faults.add(Code::OrphanStatement, place, message, help);
            }
            coverage.push(Coverage {
                statement: id.value.clone(),
                items: items.into_iter().collect(),
            });
        }
        coverage
    }

    /// Every fact that decides something can be asked for wherever the incident stands.
    fn check_unasked(&mut self, questions: &IndexVec<QuestionId, CompiledQuestion>) {
        for (fact, (file, line)) in std::mem::take(&mut self.deciding) {
            let asked = questions
                .iter()
                .any(|question| question.when.is_none() && question.fact_set.contains(fact));
            if !asked {
                let message = format!("no question asks for `{}`", self.vocabulary[fact].name);
                let help = "name the fact in a question that has no `when`";
                self.faults.add(Code::Unasked, (&file, line), message, help);
            }
        }
    }

    /// One act, one item: no two items say the same.
    fn check_titles(&mut self, parsed: &Parsed) {
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
                self.faults.add(Code::Clash, place, message, help);
            }
        }
    }
}
