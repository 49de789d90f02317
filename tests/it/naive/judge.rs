//! The status of each item, word for word by SEMANTICS.md.

use std::collections::BTreeSet;

use super::condition::Condition;
use super::function::{Function, Verdict, any, put_in};
use super::judged::{Judged, JudgedGround, Status, protective};
use super::memo::Memo;
use super::pack::Item;
use super::reading::Understood;
use super::view::View;

pub(super) struct Judge<'i, 'm> {
    pub(super) understood: &'i Understood<'i>,
    pub(super) memo: &'m mut Memo,
}

impl Judge<'_, '_> {
    /// The verdict on a condition in each reading.
    pub(super) fn verdicts(&mut self, condition: &Condition) -> Vec<Verdict> {
        let readings = self.understood.readings.iter();
        readings
            .map(|reading| self.memo.verdict(&put_in(condition, reading)))
            .collect()
    }

    /// Whether a condition holds in every reading.
    pub(super) fn known(&mut self, condition: &Condition) -> bool {
        let mut readings = self.understood.readings.iter();
        readings.all(|reading| self.memo.verdict(&put_in(condition, reading)) == Verdict::Holds)
    }

    pub(super) fn items(&mut self) -> Vec<Judged> {
        let mut judged = Vec::new();
        let pack = self.understood.pack;
        for item in pack.prohibitions.iter().chain(&pack.actions) {
            let next = self.item(item, &judged);
            judged.push(next);
        }
        judged
    }

    fn item(&mut self, item: &'static Item, before: &[Judged]) -> Judged {
        let understood = self.understood;
        let settled = understood.contradictory.is_empty();
        let mut views = Vec::new();
        let mut present = Vec::new();
        for (place, reading) in understood.readings.iter().enumerate() {
            let holding = before
                .iter()
                .filter(|other| other.item.holds_back.contains(&item.id));
            let held = any(holding.map(|other| other.present[place].clone()));
            let view = View::of(item, reading, held);
            present.push(view.present.clone());
            if !views.contains(&view) {
                views.push(view);
            }
        }
        let triggers: Vec<_> = views
            .iter()
            .map(|view| any(view.counting.clone()))
            .collect();
        let verdicts: Vec<_> = triggers
            .iter()
            .map(|trigger| self.memo.verdict(trigger))
            .collect();
        let certain = holds(item, &verdicts);
        let refuted = verdicts.iter().all(|verdict| *verdict == Verdict::Refuted);
        let lifted = settled
            && item
                .lifted_when
                .as_ref()
                .is_some_and(|when| self.known(when));
        let trigger_facts = if certain {
            BTreeSet::new()
        } else {
            self.union(&triggers)
        };
        let mut depends_on = trigger_facts.clone();
        if !certain && verdicts.contains(&Verdict::Holds) {
            depends_on.extend(&understood.contradictory);
        }
        let in_vain = depends_on.iter().any(|fact| understood.asked_in_vain(fact));
        let gate_open = item
            .gate
            .as_ref()
            .is_none_or(|gate| settled && self.known(&Condition::Gate(gate.clone())));
        let holding = before.iter().filter(|other| {
            other.item.holds_back.contains(&item.id) && other.status <= Status::Precautionary
        });
        let held_back_by: Vec<_> = holding
            .map(|other| {
                (
                    other.item,
                    other.grounds.iter().map(JudgedGround::reason).collect(),
                )
            })
            .collect();
        let status = if refuted || lifted {
            Status::Absent
        } else if let Some(protects) = &item.protects {
            match certain {
                true => Status::Prohibited,
                false if protects == "welfare" && !in_vain => Status::Caution,
                false => Status::Precautionary,
            }
        } else if !gate_open || !held_back_by.is_empty() {
            Status::Withheld
        } else if certain {
            Status::Recommended
        } else if protective(item) {
            Status::Precautionary
        } else {
            Status::Conditional
        };
        let grounds = (0..item.grounds.len())
            .filter_map(|place| self.ground(item, place, &views, certain))
            .collect();
        let settled_by = self.settled_by(&views);
        Judged {
            item,
            status,
            certain,
            trigger_facts,
            depends_on,
            in_vain,
            grounds,
            settled_by,
            gate_open,
            held_back_by,
            present,
        }
    }

    fn ground(
        &mut self,
        item: &'static Item,
        place: usize,
        views: &[View],
        certain: bool,
    ) -> Option<JudgedGround> {
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
        let refuted = verdicts.iter().all(|verdict| *verdict == Verdict::Refuted);
        (!refuted).then_some(JudgedGround {
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

    /// The open facts on which it depends whether the item is absent, withheld or standing once
    /// everything is known.
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

/// In some reading for a protective item, in every reading for another.
fn holds(item: &Item, verdicts: &[Verdict]) -> bool {
    let mut holds = verdicts.iter().map(|verdict| *verdict == Verdict::Holds);
    if protective(item) {
        holds.any(|it| it)
    } else {
        holds.all(|it| it)
    }
}
