//! Where the items stand in an answer.

use super::ask::{Asked, first_about};
use super::decided::{ALWAYS, Decided, Status};
use super::evaluator::Evaluator;
use super::summary::strongest;

/// The items by the member that has them, each in the order of the answer.
pub(super) struct Places<'i> {
    pub(super) prohibited: Vec<&'i Decided>,
    pub(super) acting: Vec<&'i Decided>,
    pub(super) withheld: Vec<&'i Decided>,
    /// SEMANTICS 12.9.
    pub(super) possible: Vec<&'i Decided>,
}

impl<'i> Places<'i> {
    pub(super) fn of(evaluator: &mut Evaluator, items: &'i [Decided], asked: &[Asked]) -> Self {
        let ordered = ordered(evaluator, items);
        let those = |wanted: &dyn Fn(&Decided) -> bool| {
            let those = ordered.iter().copied();
            those.filter(|decided| wanted(decided)).collect()
        };
        let forbids = |one: &Decided| one.item.protects.is_some();
        let pending = |one: &Decided| pending(one, asked).is_some();
        let stands = |one: &Decided| one.status <= Status::Precautionary && !pending(one);
        Self {
            prohibited: those(&|one| forbids(one) && stands(one)),
            acting: those(&|one| !forbids(one) && stands(one)),
            withheld: those(&|one| one.status == Status::Withheld),
            possible: those(&|one| one.status == Status::Conditional || pending(one)),
        }
    }

    /// All of them, in the order of SEMANTICS 12.10.
    pub(super) fn all(&self) -> impl Iterator<Item = &'i Decided> {
        let first = self.prohibited.iter().chain(&self.acting);
        first.chain(&self.withheld).chain(&self.possible).copied()
    }

    /// What an explanation can be of: SEMANTICS 12.2.
    pub(super) fn explained(&self) -> impl Iterator<Item = &'i Decided> {
        let first = self.prohibited.iter().chain(&self.acting);
        first.chain(&self.withheld).copied()
    }

    /// The actions that stand under a question: SEMANTICS 11.1, 11.3.
    pub(super) fn under(&self, place: usize, asked: &[Asked]) -> Vec<&'i Decided> {
        let possible = self.possible.iter().copied();
        let under = possible.filter(|decided| pending(decided, asked) == Some(place));
        under.collect()
    }
}

/// The question whose consequence an action is: SEMANTICS 11.1, 11.4.
pub(super) fn pending(decided: &Decided, asked: &[Asked]) -> Option<usize> {
    let question = question_of(decided, asked);
    question.filter(|_| decided.item.listed != ALWAYS)
}

/// The first question that settles a precautionary action which hangs on nothing else: SEMANTICS 11.1.
pub(super) fn question_of(decided: &Decided, asked: &[Asked]) -> Option<usize> {
    let consequence = decided.status == Status::Precautionary
        && decided.item.protects.is_none()
        && !decided.asked_not_known;
    consequence
        .then(|| first_about(asked, &decided.depends_on))
        .flatten()
}

/// The items in the order of the answer: SEMANTICS 9.1, 9.2, 9.3.
fn ordered<'i>(evaluator: &mut Evaluator, items: &'i [Decided]) -> Vec<&'i Decided> {
    let mut ordered: Vec<_> = items.iter().collect();
    ordered.sort_by_key(|decided| {
        let mut escalation = decided.item.escalates_when.iter();
        let escalates = decided.status == Status::Withheld
            && escalation.any(|escalation| evaluator.known(&escalation.once));
        let acting = decided.item.protects.is_none();
        let group = match decided.status {
            Status::Precautionary if acting => Status::Recommended,
            status => status,
        };
        let within = acting.then(|| (strongest(decided), decided.status, !escalates));
        (group, within)
    });
    ordered
}
