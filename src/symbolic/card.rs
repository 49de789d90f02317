//! The card of every incident: each line, what it says and where it stands (SEMANTICS 16.1 to 16.11).

#[cfg(test)]
mod tests;

use super::beyond_items::BeyondItems;
use super::drawing::Symbolic;
use super::predicate::Predicate;
use super::standing::StandingSets;
use crate::contract::advice::{Danger, UrgencyLevel, Who};
use crate::contract::catalogue::{Slot, VariantBasis};
use crate::guidance::{CompiledLine, CompiledVariant, ItemId, LineId};
use crate::index::IndexVec;
use crate::mdd::{Condition, Node};

/// For each line, the incidents in which it is said.
pub(crate) type CardSets = IndexVec<LineId, LineSets>;

/// In which incidents a line says what.
#[derive(Debug)]
pub(crate) struct LineSets {
    /// Where it is on the card, in which slot. Where danger is none, its line is not.
    pub(crate) slots: Vec<(Slot, Node)>,
    /// For each part, the incidents in which each of its variants is said.
    pub(crate) parts: Vec<Vec<Node>>,
    /// The same of what to do where it cannot be done.
    pub(crate) exit: Vec<Node>,
    /// For each of its items, where that stands.
    pub(crate) items: Vec<(ItemId, StandingSets)>,
    pub(crate) who: Vec<(Who, Node)>,
    pub(crate) levels: [(UrgencyLevel, Node); 3],
    /// Where one of its items is certain, or none stands.
    pub(crate) known: Node,
    /// Its places among what is read before acting.
    pub(crate) stops: Vec<(u8, Node)>,
    /// What it says of danger.
    pub(crate) states: Vec<(Danger, Node)>,
    /// Where it stands in `do` whatever else does.
    pub(crate) kept: Node,
}

/// The set that stands beside one of these.
pub(crate) fn of<T: PartialEq + Copy>(
    symbolic: &mut Symbolic<'_>,
    sets: &[(T, Node)],
    one: T,
) -> Node {
    let sets = sets.iter().filter(|(other, _)| *other == one);
    symbolic
        .evaluator
        .incidents
        .any(sets.map(|(_, node)| *node))
}

/// Draws the card where the statuses are drawn.
pub(crate) fn card(symbolic: &mut Symbolic<'_>, beyond: &BeyondItems) -> CardSets {
    let guidance = symbolic.guidance;
    guidance.card.lines.map(|line| {
        let items = line.items.iter();
        let items = items.map(|item| (*item, symbolic.standing(beyond, *item)));
        let items: Vec<_> = items.collect();
        LineDrawing {
            symbolic,
            beyond,
            line,
            items,
        }
        .sets()
    })
}

/// A line while it is drawn.
struct LineDrawing<'d, 'g> {
    symbolic: &'d mut Symbolic<'g>,
    beyond: &'d BeyondItems,
    line: &'d CompiledLine,
    items: Vec<(ItemId, StandingSets)>,
}

impl LineDrawing<'_, '_> {
    fn sets(mut self) -> LineSets {
        let line = self.line;
        let base = self.base();
        let parts = line.parts.iter();
        let parts: Vec<_> = parts.map(|variants| self.said(base, variants)).collect();
        let said = parts.iter().flatten().copied();
        let made = self.any(said);
        let exit = self.said(made, &line.exit);
        let states = self.first(&parts, made, |one| one.state).0;
        let none = states.iter().filter(|(state, _)| *state == Danger::None);
        let none: Vec<Node> = none.map(|(_, node)| *node).collect();
        let none = self.any(none);
        let (mut slots, own) = self.first(&parts, made, |one| one.slot);
        slots.push((line.slot, own));
        for (slot, node) in &mut slots {
            if *slot == Slot::Danger {
                *node = self.symbolic.evaluator.incidents.without(*node, none);
            }
        }
        let (mut who, own) = self.first(&parts, made, |one| one.who);
        who.push((line.who.unwrap_or(Who::You), own));
        let forbidding = of(self.symbolic, &slots, Slot::DoNot);
        let stops = self.first(&parts, forbidding, |one| one.stop).0;
        let [urgent, emergency] = [UrgencyLevel::Urgent, UrgencyLevel::Emergency]
            .map(|level| self.at_least(level, |standing| standing.any));
        let pressing = self.at_least(UrgencyLevel::Urgent, |standing| standing.certain);
        let stands = self.any_item(|standing| standing.any);
        let certain = self.any_item(|standing| standing.certain);
        let incidents = &mut self.symbolic.evaluator.incidents;
        let only_urgent = incidents.without(urgent, emergency);
        LineSets {
            slots,
            parts,
            exit,
            who,
            levels: [
                (UrgencyLevel::Standard, incidents.without(made, urgent)),
                (
                    UrgencyLevel::Urgent,
                    incidents.builder.and(made, only_urgent),
                ),
                (
                    UrgencyLevel::Emergency,
                    incidents.builder.and(made, emergency),
                ),
            ],
            known: {
                let open = incidents.without(stands, certain);
                incidents.without(made, open)
            },
            stops,
            states,
            kept: if line.never_cut {
                made
            } else {
                incidents.builder.and(made, pressing)
            },
            items: self.items,
        }
    }

    /// The incidents in which the line can be made (SEMANTICS 16.3).
    fn base(&mut self) -> Node {
        let scopes = self.symbolic.evaluator.scopes;
        let stands = self.any_item(|standing| standing.any);
        let builder = &mut self.symbolic.evaluator.incidents.builder;
        match self.line.slot {
            Slot::Danger => Node::TRUE,
            Slot::Do => {
                let in_scope = builder.not(scopes.out);
                builder.and(stands, in_scope)
            }
            Slot::DoNot | Slot::Say => builder.and(stands, scopes.incident),
        }
    }

    /// The incidents in which each of some variants is the first that fits (SEMANTICS 16.5).
    fn said(&mut self, mut left: Node, variants: &[CompiledVariant]) -> Vec<Node> {
        let mut said = Vec::new();
        for variant in variants {
            let fits = self.fits(left, variant);
            left = self.symbolic.evaluator.incidents.without(left, fits);
            said.push(fits);
        }
        said
    }

    /// The incidents among these in which a variant fits (SEMANTICS 16.4).
    fn fits(&mut self, among: Node, variant: &CompiledVariant) -> Node {
        let mut fits = among;
        if let Some(when) = variant.when {
            let known = self.symbolic.known(when);
            fits = self.symbolic.evaluator.incidents.builder.and(fits, known);
        }
        let scopes = variant.scopes.iter();
        let scopes = scopes.map(|scope| self.symbolic.evaluator.scope(*scope));
        let scopes: Vec<Node> = scopes.collect();
        let scope = self.any(scopes);
        fits = self.symbolic.evaluator.incidents.builder.and(fits, scope);
        for (place, name) in variant.names.iter().enumerate() {
            let standing = self.symbolic.standing(self.beyond, *name);
            let incidents = &mut self.symbolic.evaluator.incidents;
            let on_its_basis = match variant.basis {
                _ if self.line.full_strength => standing.any,
                VariantBasis::Known => standing.certain,
                VariantBasis::FirstKnown if place == 0 => standing.certain,
                VariantBasis::FirstKnown | VariantBasis::Any => standing.any,
                VariantBasis::NotRuledOut => incidents.without(standing.any, standing.certain),
            };
            fits = incidents.builder.and(fits, on_its_basis);
        }
        fits
    }

    /// For each variant that has a thing, the incidents in which it is the first said that does, and those in which none
    /// said has one (SEMANTICS 16.7).
    fn first<T>(
        &mut self,
        parts: &[Vec<Node>],
        made: Node,
        thing: impl Fn(&CompiledVariant) -> Option<T>,
    ) -> (Vec<(T, Node)>, Node) {
        let mut left = made;
        let mut first = Vec::new();
        for (variant, said) in self.line.parts.iter().flatten().zip(parts.iter().flatten()) {
            if let Some(thing) = thing(variant) {
                let incidents = &mut self.symbolic.evaluator.incidents;
                first.push((thing, incidents.builder.and(left, *said)));
                left = incidents.without(left, *said);
            }
        }
        (first, left)
    }

    /// The incidents in which an action of the line is at least as urgent as that.
    fn at_least(&mut self, level: UrgencyLevel, stands: impl Fn(&StandingSets) -> Node) -> Node {
        let mut urgent = Vec::new();
        for (item, standing) in &self.items {
            if let ItemId::Action(id) = item {
                let level = self.symbolic.at_least(*id, level);
                let builder = &mut self.symbolic.evaluator.incidents.builder;
                urgent.push(builder.and(level, stands(standing)));
            }
        }
        self.any(urgent)
    }

    fn any_item(&mut self, stands: impl Fn(&StandingSets) -> Node) -> Node {
        let items: Vec<Node> = self.items.iter().map(|(_, one)| stands(one)).collect();
        self.any(items)
    }

    fn any(&mut self, sets: impl IntoIterator<Item = Node>) -> Node {
        self.symbolic.evaluator.incidents.any(sets)
    }
}

impl LineSets {
    /// The incidents in which the line is on the card.
    pub(crate) fn shown(&self, symbolic: &mut Symbolic<'_>) -> Node {
        let slots = self.slots.iter().map(|(_, node)| *node);
        symbolic.evaluator.incidents.any(slots)
    }
}

impl Symbolic<'_> {
    /// The incidents in which a condition of the guidance is known.
    pub(super) fn known(&mut self, when: Condition) -> Node {
        let when = Predicate::Condition(self.evaluator.root(when));
        self.evaluator.holds(when)
    }
}
