//! Prohibitions and actions as an answer shows them.

use super::answer::{Caution, Ground, Item, Question, Reason, Text, text, texts};
use super::function::Verdict;
use super::judge::Judge;
use super::judged::{Judged, JudgedGround, Status};
use super::reading::in_order;

pub(super) fn prohibition(judged: &Judged) -> Item {
    let known = judged.grounds.iter().filter(|ground| ground.known);
    let open = judged.grounds.iter().filter(|ground| !ground.known);
    Item {
        id: text(&judged.item.id),
        title: text(&judged.item.title),
        status: text(judged.status.word()),
        depends_on: in_order(&judged.depends_on).into_iter().map(text).collect(),
        withheld_until: None,
        withheld_because: Vec::new(),
        release_hint: None,
        pending_question: None,
        cautions: Vec::new(),
        grounds: known.chain(open).map(ground).collect(),
    }
}

pub(super) fn action(
    judge: &mut Judge,
    judged: &Judged,
    items: &[Judged],
    pending: Option<&'static str>,
) -> Item {
    let item = judged.item;
    let reworded = item
        .rewordings
        .iter()
        .find(|rewording| judge.known(&rewording.once));
    let cautions = items.iter().filter_map(|other| {
        let holds = other.item.holds_back.contains(&item.id);
        let caution = other.item.caution.as_ref()?;
        // What waits is not to be done yet, and needs no caution.
        let shown = other.status == Status::Caution && judged.status != Status::Withheld;
        (shown && holds).then(|| Caution {
            prohibition: text(&other.item.id),
            because: text(&caution.says),
            citations: texts(&caution.statements),
        })
    });
    let mut shown = Item {
        title: text(reworded.map_or(&item.title, |rewording| &rewording.title)),
        pending_question: pending.map(text),
        cautions: cautions.collect(),
        ..prohibition(judged)
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
        let (first, _) = judged.held_back_by[0];
        shown.withheld_until = first.lifted_says.as_deref().map(text);
        shown.release_hint = first.release_hint.as_deref().map(text);
        let reasons = judged
            .held_back_by
            .iter()
            .flat_map(|(_, reasons)| reasons.clone());
        shown.withheld_because = reasons.collect();
    } else {
        let gate = judge
            .understood
            .pack
            .gates
            .iter()
            .find(|gate| Some(&gate.id) == item.gate.as_ref());
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
                because: text(if refuted {
                    &condition.refuted
                } else {
                    &condition.not_known
                }),
                citations: texts(&condition.statements),
            });
        }
        if !judge.understood.contradictory.is_empty() {
            shown.withheld_because.push(Reason {
                because: text("Some answers contradict each other. Settle them first."),
                citations: Vec::new(),
            });
        }
    }
    if let Some(escalation) = item
        .escalates_when
        .as_ref()
        .filter(|escalation| judge.known(&escalation.once))
    {
        shown.release_hint = Some(text(&escalation.release_hint));
    }
}

pub(super) fn ground(judged: &JudgedGround) -> Ground {
    let ground = judged.ground;
    let Reason { because, citations } = judged.reason();
    Ground {
        because,
        citations,
        strength: text(&ground.strength),
        basis: text(if judged.known {
            "known"
        } else {
            "not_ruled_out"
        }),
        voice: text(&ground.voice),
    }
}

impl Status {
    pub(super) fn word(self) -> &'static str {
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
        let grounds = self.grounds.iter().map(|ground| &ground.citations);
        let reasons = self.withheld_because.iter().map(|reason| &reason.citations);
        let cautions = self.cautions.iter().map(|caution| &caution.citations);
        cited.extend(grounds.chain(reasons).chain(cautions).flatten().cloned());
    }
}

impl Question {
    /// Adds every statement that it cites.
    pub(super) fn cites(&self, cited: &mut Vec<Text>) {
        let added = self
            .adds_to
            .iter()
            .flat_map(|added| &added.ground.citations);
        cited.extend(self.citations.iter().chain(added).cloned());
        for item in &self.consequences {
            item.cites(cited);
        }
    }
}
