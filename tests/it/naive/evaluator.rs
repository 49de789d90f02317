//! The status of each item, rule by rule.

use std::collections::BTreeSet;

use super::condition::Condition;
use super::decided::{ALWAYS, Decided, DecidedGround, Status, protective};
use super::function::{Function, Verdict, any};
use super::interpretation::Interpreted;
use super::memo::Memo;
use super::pack::Item;
use super::reading::put_in;
use super::view::View;

pub(super) struct Evaluator<'i, 'm> {
    pub(super) interpreted: &'i Interpreted<'i>,
    pub(super) memo: &'m mut Memo,
}

impl Evaluator<'_, '_> {
    /// The verdict on a condition in each interpretation.
    pub(super) fn verdicts(&mut self, condition: &Condition) -> Vec<Verdict> {
        let interpretations = self.interpreted.interpretations.iter();
        interpretations
            .map(|interpretation| self.memo.verdict(&put_in(condition, &interpretation.now)))
            .collect()
    }

    /// Whether a condition holds in every interpretation: SEMANTICS 2.3.
    pub(super) fn known(&mut self, condition: &Condition) -> bool {
        let mut interpretations = self.interpreted.interpretations.iter();
        interpretations.all(|interpretation| {
            self.memo.verdict(&put_in(condition, &interpretation.now)) == Verdict::Holds
        })
    }

    pub(super) fn items(&mut self) -> Vec<Decided> {
        let mut decided = Vec::new();
        let pack = self.interpreted.pack;
        for item in pack.prohibitions.iter().chain(&pack.actions) {
            let next = self.item(item, &decided);
            decided.push(next);
        }
        decided
    }

    fn item(&mut self, item: &'static Item, before: &[Decided]) -> Decided {
        let interpreted = self.interpreted;
        let mut views = Vec::new();
        let mut present = Vec::new();
        for (place, interpretation) in interpreted.interpretations.iter().enumerate() {
            let holding = before
                .iter()
                .filter(|other| other.item.holds_back.contains(&item.id));
            let held = any(holding.map(|other| other.present[place].clone()));
            let view = View::of(item, interpretation, held);
            present.push(view.present.clone());
            if !views.contains(&view) {
                views.push(view);
            }
        }
        // SEMANTICS 6.1.
        let triggers: Vec<_> = views
            .iter()
            .map(|view| any(view.counting.clone()))
            .collect();
        let verdicts: Vec<_> = triggers
            .iter()
            .map(|trigger| self.memo.verdict(trigger))
            .collect();
        let certain = holds(item, &verdicts);
        let trigger_facts = if certain {
            BTreeSet::new()
        } else {
            self.union(&triggers)
        };
        let mut depends_on = trigger_facts.clone();
        if !certain && verdicts.contains(&Verdict::Holds) {
            depends_on.extend(&interpreted.contradictory);
        }
        let asked_not_known = depends_on
            .iter()
            .any(|fact| interpreted.asked_not_known(fact));
        let gate_open = item.gate.iter().all(|gate| self.opens(gate));
        let holding = before.iter().filter(|other| {
            // SEMANTICS 6.9.
            other.item.holds_back.contains(&item.id) && other.status <= Status::Precautionary
        });
        let held_back_by: Vec<_> = holding
            .map(|other| {
                (
                    other.item,
                    other.grounds.iter().map(DecidedGround::reason).collect(),
                )
            })
            .collect();
        // SEMANTICS 6.7, 6.8, 6.10, 6.11.
        let status = if self.is_absent(item) {
            Status::Absent
        } else if item.protects.is_some() {
            match &item.while_open {
                _ if certain => Status::Prohibited,
                None => Status::Precautionary,
                Some(while_open) => self.while_open(item, while_open, asked_not_known),
            }
        } else if !gate_open || !held_back_by.is_empty() {
            Status::Withheld
        } else if certain {
            Status::Recommended
        } else if protective(item) || item.listed == ALWAYS {
            Status::Precautionary
        } else {
            Status::Conditional
        };
        let grounds = (0..item.grounds.len())
            .filter_map(|place| self.ground(item, place, &views, certain))
            .collect();
        let settled_by = self.settled_by(&views);
        Decided {
            item,
            status,
            certain,
            trigger_facts,
            depends_on,
            asked_not_known,
            grounds,
            settled_by,
            gate_open,
            held_back_by,
            present,
        }
    }

    /// SEMANTICS 6.5.
    pub(super) fn is_absent(&mut self, item: &'static Item) -> bool {
        let interpreted = self.interpreted;
        let triggers = interpreted.interpretations.iter().map(|interpretation| {
            let counting = item.grounds.iter();
            let counting = counting.filter(|ground| ground.scope == interpretation.scope);
            any(counting.map(|ground| put_in(&ground.when, &interpretation.now)))
        });
        let triggers: Vec<_> = triggers.collect();
        let mut gate = item.gate.iter();
        self.refuted(&triggers)
            || self.lifted(item)
            || gate.any(|gate| self.within_reach(gate).is_empty())
    }

    /// SEMANTICS 6.4.
    fn lifted(&mut self, item: &'static Item) -> bool {
        let settled = self.interpreted.contradictory.is_empty();
        let mut when = item.lifted_when.iter();
        settled && when.any(|when| self.known(when))
    }

    pub(super) fn refuted(&mut self, functions: &[Function]) -> bool {
        let mut functions = functions.iter();
        functions.all(|function| self.memo.verdict(function) == Verdict::Refuted)
    }

    /// SEMANTICS 7.1, 7.2.
    fn ground(
        &mut self,
        item: &'static Item,
        place: usize,
        views: &[View],
        certain: bool,
    ) -> Option<DecidedGround> {
        let ground = &item.grounds[place];
        let functions: Vec<_> = views
            .iter()
            .map(|view| view.counting[place].clone())
            .collect();
        let verdicts: Vec<_> = functions.iter().map(|it| self.memo.verdict(it)).collect();
        let known = holds(item, &verdicts);
        let open = certain && protective(item) && !known;
        let facts = if open {
            self.union(&functions)
        } else {
            BTreeSet::new()
        };
        let refuted = self.refuted(&functions);
        (!refuted).then_some(DecidedGround {
            ground,
            known,
            facts,
        })
    }

    fn union(&mut self, functions: &[Function]) -> BTreeSet<&'static str> {
        let mut union = BTreeSet::new();
        for function in functions {
            union.extend(self.memo.depends_on(function).iter().copied());
        }
        union
    }

    /// The open facts on which it depends whether the item is absent, withheld or present once everything is known.
    fn settled_by(&mut self, views: &[View]) -> BTreeSet<&'static str> {
        let mut union = BTreeSet::new();
        for view in views {
            union.extend(self.memo.depends_on(&view.present).iter().copied());
            if view.withheld != view.present {
                union.extend(self.memo.depends_on(&view.withheld).iter().copied());
            }
        }
        union
    }
}

/// In some interpretation for a protective item, in every interpretation for another: SEMANTICS 6.3, 7.2.
fn holds(item: &Item, verdicts: &[Verdict]) -> bool {
    let mut holds = verdicts.iter().map(|verdict| *verdict == Verdict::Holds);
    if protective(item) {
        holds.any(|it| it)
    } else {
        holds.all(|it| it)
    }
}
