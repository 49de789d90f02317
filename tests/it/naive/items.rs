//! Prohibitions and actions as an answer shows them.

use super::answer::{Caution, Ground, Item, Question, Reason};
use super::function::Verdict;
use super::judge::{Judge, Judged, JudgedGround, Status};
use super::pack::{self, PACK};
use super::reading::{Understood, in_order};

pub(super) fn contradicted(understood: &Understood) -> bool {
    !understood.contradictory.is_empty()
}

pub(super) fn prohibition(judge: &Judge, judged: &Judged) -> Item {
    Item {
        id: judged.item.id.clone(),
        title: judged.item.title.clone(),
        status: word(judged.status),
        depends_on: depends_on(judge, judged),
        withheld_until: None,
        withheld_because: Vec::new(),
        release_hint: None,
        pending_question: None,
        cautions: Vec::new(),
        grounds: judged.grounds.iter().map(ground).collect(),
    }
}

pub(super) fn action(
    judge: &mut Judge,
    judged: &Judged,
    items: &[Judged],
    pending: Option<&str>,
) -> Item {
    let item = judged.item;
    let reworded = item.rewordings.iter().find(|rewording| judge.known(&rewording.once));
    let cautions = items.iter().filter(|other| {
        other.status == Status::Caution && other.item.holds_back.contains(&item.id)
    });
    let cautions = cautions.map(|other| Caution {
        prohibition: other.item.id.clone(),
        because: other.item.caution.clone().unwrap_or_default(),
        citations: statements(other.item),
    });
    let mut shown = Item {
        title: reworded.map_or(&item.title, |rewording| &rewording.title).clone(),
        pending_question: pending.map(str::to_owned),
        cautions: cautions.collect(),
        ..prohibition(judge, judged)
    };
    if judged.status == Status::Withheld {
        withhold(judge, judged, &mut shown);
    }
    shown
}

/// Says what the action waits for: its gate, or else the prohibitions that hold it back.
fn withhold(judge: &mut Judge, judged: &Judged, shown: &mut Item) {
    let item = judged.item;
    if judged.gate_open {
        let first = judged.held_back_by[0];
        shown.withheld_until.clone_from(&first.lifted_says);
        shown.release_hint.clone_from(&first.release_hint);
        let reasons = judged.held_back_by.iter().map(|prohibition| Reason {
            because: prohibition.title.clone(),
            citations: statements(prohibition),
        });
        shown.withheld_because = reasons.collect();
    } else {
        let gate = PACK.gates.iter().find(|gate| Some(&gate.id) == item.gate.as_ref());
        let gate = gate.expect("a gate of the pack");
        shown.withheld_until = Some(gate.until.clone());
        shown.release_hint = Some(gate.release_hint.clone());
        for condition in &gate.conditions {
            let verdicts = judge.verdicts(&condition.when);
            let every = |wanted| verdicts.iter().all(|verdict| *verdict == wanted);
            if every(Verdict::Holds) {
                continue;
            }
            let refuted = every(Verdict::Refuted);
            shown.withheld_because.push(Reason {
                because: if refuted { &condition.refuted } else { &condition.not_known }.clone(),
                citations: condition.statements.clone(),
            });
        }
        if contradicted(judge.understood) {
            shown.withheld_because.push(Reason {
                because: "Some answers contradict each other. Settle them first.".to_owned(),
                citations: Vec::new(),
            });
        }
    }
    if let Some(pressing) = item.pressing.as_ref().filter(|pressing| judge.known(&pressing.once)) {
        shown.release_hint = Some(pressing.release_hint.clone());
    }
}

pub(super) fn ground(judged: &JudgedGround) -> Ground {
    let ground = judged.ground;
    Ground {
        because: ground.because.clone(),
        citations: ground.statements.clone(),
        strength: ground.strength.clone(),
        basis: if judged.known { "known" } else { "not_ruled_out" }.to_owned(),
        voice: ground.voice.clone(),
    }
}

/// The open facts on which the status depends, the contradictory ones included.
fn depends_on(judge: &Judge, judged: &Judged) -> Vec<String> {
    if judged.certain {
        return Vec::new();
    }
    let facts = &judged.trigger_facts | &judge.understood.contradictory;
    in_order(&facts).into_iter().map(str::to_owned).collect()
}

/// Every statement that the item rests on, once.
fn statements(item: &pack::Item) -> Vec<String> {
    let mut statements: Vec<String> = Vec::new();
    for statement in item.grounds.iter().flat_map(|ground| &ground.statements) {
        if !statements.contains(statement) {
            statements.push(statement.clone());
        }
    }
    statements
}

fn word(status: Status) -> String {
    format!("{status:?}").to_lowercase()
}

impl Item {
    /// Adds every statement that it cites.
    pub(super) fn cites(&self, cited: &mut Vec<String>) {
        self.grounds.iter().for_each(|ground| cited.extend(ground.citations.clone()));
        self.withheld_because.iter().for_each(|reason| cited.extend(reason.citations.clone()));
        self.cautions.iter().for_each(|caution| cited.extend(caution.citations.clone()));
    }
}

impl Question {
    /// Adds every statement that it cites.
    pub(super) fn cites(&self, cited: &mut Vec<String>) {
        cited.extend(self.citations.clone());
        self.consequences.iter().for_each(|item| item.cites(cited));
        self.adds_to.iter().for_each(|added| cited.extend(added.ground.citations.clone()));
    }
}
