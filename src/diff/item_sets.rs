//! What an edition makes of its items, as sets of incidents.

use super::status::StatusInAnswer;
use crate::guidance::Guidance;
use crate::mdd::{LimitReached, Node};
use crate::symbolic::{BeyondItems, Symbolic};

/// An item, and for each status that it can have the incidents in which it has it. In all others it is absent.
#[derive(Debug)]
pub(super) struct ItemSets {
    pub(super) kind: &'static str,
    pub(super) id: String,
    pub(super) title: String,
    /// It is in force while it is not ruled out.
    pub(super) protects: bool,
    pub(super) sets: Vec<(StatusInAnswer, Node)>,
}

/// An edition, drawn in diagrams of its own.
#[derive(Debug)]
pub(super) struct DrawnEdition<'g> {
    pub(super) symbolic: Symbolic<'g>,
    pub(super) items: Vec<ItemSets>,
}

impl<'g> DrawnEdition<'g> {
    /// Draws an edition in at most so many nodes.
    ///
    /// # Errors
    ///
    /// That was not enough.
    pub(super) fn of(guidance: &'g Guidance, limit: usize) -> Result<Self, LimitReached> {
        let mut symbolic = Symbolic::of(guidance, limit)?;
        let beyond = BeyondItems::of(&mut symbolic);
        let mut items = prohibitions(&symbolic);
        items.extend(actions(&mut symbolic, &beyond));
        items.extend(questions(&mut symbolic, &beyond));
        items.extend(explanations(guidance, &beyond));
        items.extend(gaps(&mut symbolic, &beyond));
        symbolic.evaluator.check()?;
        Ok(Self { symbolic, items })
    }
}

impl ItemSets {
    /// An item that an answer shows or does not.
    fn shown(kind: &'static str, id: &str, title: &str, shown: Node) -> Self {
        Self {
            kind,
            id: id.to_owned(),
            title: title.to_owned(),
            protects: false,
            sets: vec![(StatusInAnswer::Shown, shown)],
        }
    }

    /// Whether it is the same item, in the same edition or another.
    pub(super) fn same_item(&self, other: &Self) -> bool {
        self.kind == other.kind && self.id == other.id
    }
}

fn prohibitions(symbolic: &Symbolic<'_>) -> Vec<ItemSets> {
    let prohibitions = symbolic.guidance.prohibitions.iter();
    let items = prohibitions.zip(&symbolic.prohibitions);
    let items = items.map(|(one, sets)| ItemSets {
        kind: "prohibition",
        id: one.core.id.clone(),
        title: one.core.title.as_str().to_owned(),
        protects: true,
        sets: vec![
            (StatusInAnswer::Prohibited, sets.certain),
            (StatusInAnswer::Precautionary, sets.precautionary),
            (StatusInAnswer::Caution, sets.caution),
        ],
    });
    items.collect()
}

fn actions(symbolic: &mut Symbolic<'_>, beyond: &BeyondItems) -> Vec<ItemSets> {
    let incidents = &mut symbolic.evaluator.incidents;
    let actions = symbolic.guidance.actions.iter().zip(&symbolic.actions);
    let items = actions.zip(&beyond.pending);
    let items = items.map(|((one, sets), pending)| ItemSets {
        kind: "action",
        id: one.core.id.clone(),
        title: one.core.title.as_str().to_owned(),
        protects: one.core.protective,
        sets: vec![
            (StatusInAnswer::Recommended, sets.certain),
            (
                StatusInAnswer::Precautionary,
                incidents.without(sets.precautionary, *pending),
            ),
            (StatusInAnswer::Pending, *pending),
            (StatusInAnswer::Conditional, sets.conditional),
            (StatusInAnswer::Withheld, sets.withheld),
        ],
    });
    items.collect()
}

fn questions(symbolic: &mut Symbolic<'_>, beyond: &BeyondItems) -> Vec<ItemSets> {
    let incidents = &mut symbolic.evaluator.incidents;
    let questions = symbolic.guidance.questions.iter();
    let items = questions.zip(&beyond.asked.listed);
    let items = items.map(|(one, listed)| {
        let asked = incidents.any(listed.iter().map(|(_, asks)| *asks));
        ItemSets::shown("question", &one.id, &one.title, asked)
    });
    items.collect()
}

fn explanations(guidance: &Guidance, beyond: &BeyondItems) -> Vec<ItemSets> {
    let items = guidance.explanations.iter().zip(&beyond.explained);
    let items = items.map(|(one, set)| ItemSets::shown("explanation", &one.id, &one.title, *set));
    items.collect()
}

/// A gap that is told in two scopes stands twice in the guidance.
fn gaps(symbolic: &mut Symbolic<'_>, beyond: &BeyondItems) -> Vec<ItemSets> {
    let builder = &mut symbolic.evaluator.incidents.builder;
    let mut items: Vec<ItemSets> = Vec::new();
    for (one, set) in symbolic
        .guidance
        .not_covered
        .iter()
        .zip(&beyond.not_covered)
    {
        let gap = ItemSets::shown("gap", &one.id, &one.title, *set);
        match items.iter_mut().find(|item| item.same_item(&gap)) {
            Some(item) => {
                for (_, shown) in &mut item.sets {
                    *shown = builder.or(*shown, *set);
                }
            }
            None => items.push(gap),
        }
    }
    items
}
