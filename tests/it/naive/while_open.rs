//! What a prohibition that protects welfare is where it is neither absent nor certain.

use super::condition::Condition;
use super::decided::Status;
use super::evaluator::Evaluator;
use super::function::Verdict;
use super::pack::{Item, WhileOpen};

impl Evaluator<'_, '_> {
    /// SEMANTICS 6.13, 6.14.
    pub(super) fn while_open(
        &mut self,
        item: &'static Item,
        declared: &'static WhileOpen,
        asked_not_known: bool,
    ) -> Status {
        let mut in_force = declared.in_force_when.iter();
        if in_force.any(|when| self.possibly(when)) {
            return Status::Precautionary;
        }
        let word = if asked_not_known {
            &declared.not_known
        } else {
            &declared.not_asked
        };
        match word.as_str() {
            "in_force" => Status::Precautionary,
            "absent" => Status::Absent,
            "caution" => {
                let actions = self.interpreted.pack.actions.iter();
                let mut held = actions.filter(|action| item.holds_back.contains(&action.id));
                if held.all(|action| self.is_absent(action)) {
                    Status::Absent
                } else {
                    Status::Caution
                }
            }
            other => panic!("{other}"),
        }
    }

    /// Whether a condition holds in some interpretation.
    fn possibly(&mut self, condition: &Condition) -> bool {
        let verdicts = self.verdicts(condition);
        verdicts.contains(&Verdict::Holds)
    }
}
