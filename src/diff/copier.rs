//! Sets of incidents of one edition, in the diagrams of what both editions can be told.

use rustc_hash::FxHashMap as HashMap;

use super::common::{Common, Translation};
use super::item_sets::{DrawnEdition, ItemSets};
use crate::facts::{AnswerSet, FactId};
use crate::mdd::{Builder, Node};

/// The items of an edition, with the incidents of each status that state only what is common.
pub(super) fn copied(
    edition: DrawnEdition<'_>,
    common: &Common,
    builder: &mut Builder,
) -> Vec<ItemSets> {
    let vocabulary = edition.symbolic.guidance.vocabulary();
    let mut copier = Copier {
        from: &edition.symbolic.evaluator.incidents.builder,
        translation: Translation::new(vocabulary, &common.vocabulary),
        builder,
        done: HashMap::default(),
    };
    let mut items = edition.items;
    for (_, set) in items.iter_mut().flat_map(|item| &mut item.sets) {
        *set = copier.copy(*set);
    }
    items
}

struct Copier<'d> {
    from: &'d Builder,
    translation: Translation,
    builder: &'d mut Builder,
    done: HashMap<Node, Node>,
}

impl Copier<'_> {
    /// The incidents of the set that state only what is common.
    fn copy(&mut self, set: Node) -> Node {
        let Some((fact, branches)) = self.from.branching(set) else {
            return set;
        };
        if let Some(known) = self.done.get(&set) {
            return *known;
        }
        let copied = match self.translation.of(fact) {
            Some((common, taken)) => {
                let below = taken.iter().filter_map(|place| branches.get(*place));
                self.branch(common, &below.copied().collect::<Vec<_>>())
            }
            // Nobody states it.
            None => branches
                .last()
                .map_or(Node::FALSE, |unasked| self.copy(*unasked)),
        };
        self.done.insert(set, copied);
        copied
    }

    /// What there is on each branch of a fact. Editions may ask for facts in different orders, so it need not be
    /// the first that is asked for.
    fn branch(&mut self, fact: FactId, below: &[Node]) -> Node {
        let mut chosen = Node::FALSE;
        for (branch, below) in (0..).zip(below) {
            let below = self.copy(*below);
            let taken = self.builder.literal(fact, AnswerSet::only(branch));
            chosen = self.builder.ite(taken, below, chosen);
        }
        chosen
    }
}
