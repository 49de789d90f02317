//! Where each item stands: the statuses, judged in their one order.

use super::reading::Understood;
use super::verdicts::{Truth, Verdicts};
use crate::contract::advice::{ActionStatus, Basis, Protects, Scope};
use crate::facts::FactSet;
use crate::guidance::{Action, Core, Gate, Ground, Guidance, Item, Prohibition};
use crate::mdd::Condition;

/// The stated facts and what every reading of them makes of the guidance.
#[derive(Debug)]
pub(super) struct Judged<'g> {
    pub(super) guidance: &'g Guidance,
    pub(super) understood: Understood<'g>,
    verdicts: Vec<(Scope, Verdicts)>,
}

/// What an item's trigger comes to over all readings.
#[derive(Debug, Clone, Copy)]
pub(super) struct Trigger {
    possible: bool,
    certain: bool,
    /// The facts that are not settled and can change it.
    pub(super) depends_on: FactSet,
}

/// Where a prohibition stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Force {
    /// It is refuted or lifted.
    Absent,
    /// It protects welfare and nobody has asked: a caution inside the actions that it would hold.
    Caution,
    /// It is not ruled out, and in force.
    Precautionary,
    /// It is certain.
    Prohibited,
}

/// Where an action stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Standing {
    pub(super) status: ActionStatus,
    pub(super) depends_on: FactSet,
    /// It rests only on facts that nobody has asked about.
    pub(super) unasked: bool,
}

impl Standing {
    /// Whether it stands under a question that asks for something it depends on, if there is one.
    pub(super) fn can_pend(&self) -> bool {
        self.status == ActionStatus::Precautionary && self.unasked
    }
}

impl<'g> Judged<'g> {
    /// Judges the guidance by the stated facts.
    pub(super) fn new(guidance: &'g Guidance, understood: Understood<'g>) -> Self {
        let verdicts = understood
            .readings
            .iter()
            .map(|reading| {
                (
                    reading.scope(guidance.vocabulary().scope()),
                    Verdicts::of(&guidance.forest, reading),
                )
            })
            .collect();
        Self {
            guidance,
            understood,
            verdicts,
        }
    }

    /// The kind of answer: an incident where any reading is one.
    pub(super) fn scope(&self) -> Scope {
        let any = |scope| self.verdicts.iter().any(|(in_scope, _)| *in_scope == scope);
        if any(Scope::Incident) {
            Scope::Incident
        } else if any(Scope::Prevention) {
            Scope::Prevention
        } else {
            Scope::OutOfScope
        }
    }

    /// Whether a condition holds in every completion of every reading.
    pub(super) fn holds(&self, condition: Condition) -> bool {
        self.truths(condition).all(|truth| truth == Truth::Holds)
    }

    /// Whether a condition holds in no completion of any reading.
    pub(super) fn refuted(&self, condition: Condition) -> bool {
        self.truths(condition).all(|truth| truth == Truth::Refuted)
    }

    /// Where a condition stands in each reading.
    pub(super) fn truths(&self, condition: Condition) -> impl Iterator<Item = Truth> {
        self.verdicts
            .iter()
            .map(move |(_, v)| v.truth(&self.guidance.forest, condition))
    }

    /// Where a ground stands in each reading: where it does not count, it is refuted.
    pub(super) fn ground_truths(&self, ground: &Ground) -> impl Iterator<Item = Truth> {
        self.verdicts.iter().map(move |(scope, verdicts)| {
            if *scope == ground.scope {
                verdicts.truth(&self.guidance.forest, ground.when)
            } else {
                Truth::Refuted
            }
        })
    }

    /// Where the trigger of an item stands in each reading.
    pub(super) fn trigger_truths(&self, core: &Core) -> impl Iterator<Item = Truth> {
        self.verdicts.iter().map(move |(scope, verdicts)| {
            let trigger = core.trigger_in(*scope);
            trigger.map_or(Truth::Refuted, |trigger| {
                verdicts.truth(&self.guidance.forest, trigger)
            })
        })
    }

    /// The facts that can still change what an item comes to once everything is known.
    pub(super) fn can_change(&self, core: &Core) -> FactSet {
        self.verdicts
            .iter()
            .fold(FactSet::default(), |all, (_, verdicts)| {
                all.union(verdicts.depends_on(&self.guidance.forest, core.settled))
            })
    }

    /// The facts that were put to somebody and are not settled all the same.
    fn unsettled(&self) -> FactSet {
        self.understood
            .asked_in_vain
            .union(self.understood.contradictory)
    }

    /// What the item's trigger comes to. While answers contradict each other a protective item
    /// takes the strongest status that a reading gives it, and nothing is lifted.
    fn trigger(&self, core: &Core, protective: bool) -> Trigger {
        let contradicted = !self.understood.contradictory.is_empty();
        let lifted = !contradicted && self.holds(core.lifted);
        let mut depends_on = FactSet::default();
        let (mut holds, mut open, mut refuted) = (false, false, false);
        for (scope, verdicts) in &self.verdicts {
            let Some(condition) = core.trigger_in(*scope) else {
                refuted = true;
                continue;
            };
            let forest = &self.guidance.forest;
            depends_on = depends_on.union(verdicts.depends_on(forest, condition));
            match verdicts.truth(forest, condition) {
                Truth::Holds => holds = true,
                Truth::Open => open = true,
                Truth::Refuted => refuted = true,
            }
        }
        let certain = holds && (protective || !open && !refuted);
        // It holds in one reading and not in another, so the contradiction decides.
        if holds && !certain {
            depends_on = depends_on.union(self.understood.contradictory);
        }
        Trigger {
            possible: (holds || open) && !lifted,
            certain: certain && !lifted,
            depends_on,
        }
    }

    /// Where a prohibition stands, and the facts that it depends on.
    fn force(&self, prohibition: &Prohibition) -> (Force, FactSet) {
        let trigger = self.trigger(&prohibition.core, true);
        let asked = trigger.depends_on.meets(self.unsettled());
        let force = match (trigger.possible, trigger.certain) {
            (false, _) => Force::Absent,
            (true, true) => Force::Prohibited,
            (true, false) if prohibition.protects == Protects::Welfare && !asked => Force::Caution,
            (true, false) => Force::Precautionary,
        };
        (force, trigger.depends_on)
    }

    /// Where each prohibition stands.
    pub(super) fn forces(&self) -> Vec<(Force, FactSet)> {
        let prohibitions = self.guidance.prohibitions.iter();
        prohibitions.map(|one| self.force(one)).collect()
    }

    /// Where an action stands, if it is not absent. `held`: a prohibition in force holds it back.
    pub(super) fn standing(&self, action: &Action, held: bool) -> Option<Standing> {
        let trigger = self.trigger(&action.core, action.protective);
        if !trigger.possible {
            return None;
        }
        let gate = action.gate.and_then(|place| self.guidance.gates.get(place));
        let status = if held || gate.is_some_and(|gate| !self.open(gate)) {
            ActionStatus::Withheld
        } else if trigger.certain {
            ActionStatus::Recommended
        } else if action.protective {
            ActionStatus::Precautionary
        } else {
            ActionStatus::Conditional
        };
        let depends_on = if trigger.certain {
            FactSet::default()
        } else {
            trigger.depends_on
        };
        let unasked = !depends_on.meets(self.unsettled());
        Some(Standing {
            status,
            depends_on,
            unasked,
        })
    }

    /// A gate opens on what is known, and never while answers contradict each other.
    pub(super) fn open(&self, gate: &Gate) -> bool {
        self.understood.contradictory.is_empty()
            && gate
                .conditions
                .iter()
                .all(|condition| self.holds(condition.when))
    }

    /// Whether a ground is known to hold, if it is not refuted.
    pub(super) fn basis(&self, ground: &Ground, protective: bool) -> Option<Basis> {
        let (mut any_holds, mut all_hold, mut all_refuted) = (false, true, true);
        for truth in self.ground_truths(ground) {
            any_holds |= truth == Truth::Holds;
            all_hold &= truth == Truth::Holds;
            all_refuted &= truth == Truth::Refuted;
        }
        let known = if protective { any_holds } else { all_hold };
        (!all_refuted).then_some(if known {
            Basis::Known
        } else {
            Basis::NotRuledOut
        })
    }

    /// The open facts that a ground depends on.
    pub(super) fn ground_depends_on(&self, ground: &Ground) -> FactSet {
        self.verdicts
            .iter()
            .fold(FactSet::default(), |all, (_, verdicts)| {
                all.union(verdicts.depends_on(&self.guidance.forest, ground.when))
            })
    }

    /// The part of an item that all items share.
    pub(super) fn core(&self, item: Item) -> Option<&'g Core> {
        match item {
            Item::Prohibition(place) => Some(&self.guidance.prohibitions.get(place)?.core),
            Item::Action(place) => Some(&self.guidance.actions.get(place)?.core),
        }
    }
}
