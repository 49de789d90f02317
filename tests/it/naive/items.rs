//! Prohibitions and actions as an answer shows them.

use super::answer::{Caution, Ground, Item, Question, Reason, Text, text, texts};
use super::function::Verdict;
use super::judge::{Judge, Judged, JudgedGround, Status};
use super::pack::{self, PACK};
use super::reading::{Understood, in_order};

pub(super) fn contradicted(understood: &Understood) -> bool {
    !understood.contradictory.is_empty()
}

pub(super) fn prohibition(judge: &Judge, judged: &Judged) -> Item {
    Item {
        id: text(&judged.item.id),
        title: text(&judged.item.title),
        status: text(judged.status.word()),
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
    pending: Option<&'static str>,
) -> Item {
    let item = judged.item;
    let reworded = item.rewordings.iter().find(|rewording| judge.known(&rewording.once));
    let cautions = items.iter().filter(|other| {
        other.status == Status::Caution && other.item.holds_back.contains(&item.id)
    });
    let cautions = cautions.map(|other| Caution {
        prohibition: text(&other.item.id),
        because: text(other.item.caution.as_ref().expect("a caution")),
        citations: statements(other.item),
    });
    let mut shown = Item {
        title: text(reworded.map_or(&item.title, |rewording| &rewording.title)),
        pending_question: pending.map(text),
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
        shown.withheld_until = first.lifted_says.as_deref().map(text);
        shown.release_hint = first.release_hint.as_deref().map(text);
        let reasons = judged.held_back_by.iter().map(|prohibition| Reason {
            because: text(&prohibition.title),
            citations: statements(prohibition),
        });
        shown.withheld_because = reasons.collect();
    } else {
        let gate = PACK.gates.iter().find(|gate| Some(&gate.id) == item.gate.as_ref());
        let gate = gate.expect("a gate of the pack");
        shown.withheld_until = Some(text(&gate.until));
        shown.release_hint = Some(text(&gate.release_hint));
        for condition in &gate.conditions {
            let verdicts = judge.verdicts(&condition.when);
            let every = |wanted| verdicts.iter().all(|verdict| *verdict == wanted);
            if every(Verdict::Holds) {
                continue;
            }
            let refuted = every(Verdict::Refuted);
            shown.withheld_because.push(Reason {
                because: text(if refuted { &condition.refuted } else { &condition.not_known }),
                citations: texts(&condition.statements),
            });
        }
        if contradicted(judge.understood) {
            shown.withheld_because.push(Reason {
                because: text("Some answers contradict each other. Settle them first."),
                citations: Vec::new(),
            });
        }
    }
    if let Some(pressing) = item.pressing.as_ref().filter(|pressing| judge.known(&pressing.once)) {
        shown.release_hint = Some(text(&pressing.release_hint));
    }
}

pub(super) fn ground(judged: &JudgedGround) -> Ground {
    let ground = judged.ground;
    Ground {
        because: text(&ground.because),
        citations: texts(&ground.statements),
        strength: text(&ground.strength),
        basis: text(if judged.known { "known" } else { "not_ruled_out" }),
        voice: text(&ground.voice),
    }
}

/// The open facts on which the status depends, the contradictory ones included.
fn depends_on(judge: &Judge, judged: &Judged) -> Vec<Text> {
    if judged.certain {
        return Vec::new();
    }
    let facts = &judged.trigger_facts | &judge.understood.contradictory;
    in_order(&facts).into_iter().map(text).collect()
}

/// Every statement that the item rests on, once.
fn statements(item: &'static pack::Item) -> Vec<Text> {
    let mut statements = Vec::new();
    for statement in item.grounds.iter().flat_map(|ground| texts(&ground.statements)) {
        if !statements.contains(&statement) {
            statements.push(statement);
        }
    }
    statements
}

impl Status {
    fn word(self) -> &'static str {
        match self {
            Self::Prohibited => "prohibited",
            Self::Recommended => "recommended",
            Self::Precautionary => "precautionary",
            Self::Withheld => "withheld",
            Self::Conditional => "conditional",
            Self::Caution | Self::Absent => "not shown",
        }
    }
}

impl Item {
    /// Adds every statement that it cites.
    pub(super) fn cites(&self, cited: &mut Vec<Text>) {
        self.grounds.iter().for_each(|ground| cited.extend(ground.citations.clone()));
        self.withheld_because.iter().for_each(|reason| cited.extend(reason.citations.clone()));
        self.cautions.iter().for_each(|caution| cited.extend(caution.citations.clone()));
    }
}

impl Question {
    /// Adds every statement that it cites.
    pub(super) fn cites(&self, cited: &mut Vec<Text>) {
        cited.extend(self.citations.clone());
        self.consequences.iter().for_each(|item| item.cites(cited));
        self.adds_to.iter().for_each(|added| cited.extend(added.ground.citations.clone()));
    }
}
