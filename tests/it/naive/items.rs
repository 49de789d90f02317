//! Prohibitions and actions as an answer shows them.

use super::answer::{Caution, Ground, Item, Question, Reason, Text, Words, text, texts};
use super::decided::{Decided, DecidedGround, Status};
use super::evaluator::Evaluator;
use super::function::Verdict;
use super::interpretation::{Interpreted, in_order};
use super::summary::{urgency_of, voice};

/// What a prohibition and an action have in common.
pub(super) fn prohibition(interpreted: &Interpreted, decided: &Decided) -> Item {
    let known = decided.grounds.iter().filter(|ground| ground.known);
    let open = decided.grounds.iter().filter(|ground| !ground.known);
    Item {
        id: text(&decided.item.id),
        title: text(&decided.item.title),
        detail: decided.item.detail.as_deref().map(text),
        status: text(decided.status.word()),
        depends_on: in_order(&decided.depends_on)
            .into_iter()
            .map(text)
            .collect(),
        withheld_until: None,
        withheld_because: Vec::new(),
        release_hint: None,
        pending_question: None,
        cautions: Vec::new(),
        // SEMANTICS 7.3.
        grounds: known.chain(open).map(ground).collect(),
        // SEMANTICS 12.8.
        contacts: match decided.status {
            Status::Withheld => Vec::new(),
            _ => interpreted.contacts(&decided.item.contacts),
        },
        actor: None,
        urgency: None,
        voice: voice(decided),
    }
}

pub(super) fn action(
    evaluator: &mut Evaluator,
    decided: &Decided,
    items: &[Decided],
    pending: Option<&'static str>,
) -> Item {
    let item = decided.item;
    // SEMANTICS 8.1.
    let reworded = item
        .rewordings
        .iter()
        .find(|rewording| evaluator.known(&rewording.once));
    // SEMANTICS 8.6.
    let cautions = items.iter().filter_map(|other| {
        let holds = other.item.holds_back.contains(&item.id);
        let caution = other.item.caution.as_ref()?;
        let shown = other.status == Status::Caution && decided.status != Status::Withheld;
        (shown && holds).then(|| Caution {
            prohibition: text(&other.item.id),
            because: text(&caution.says),
            citations: texts(&caution.statements),
        })
    });
    let mut shown = Item {
        title: text(reworded.map_or(&item.title, |rewording| &rewording.title)),
        detail: reworded
            .map_or(&item.detail, |rewording| &rewording.detail)
            .as_deref()
            .map(text),
        actor: reworded
            .and_then(|rewording| rewording.actor.as_deref())
            .or(item.actor.as_deref())
            .map(text),
        urgency: Some(text(urgency_of(decided).word())),
        pending_question: pending.map(text),
        cautions: cautions.collect(),
        ..prohibition(evaluator.interpreted, decided)
    };
    if decided.status == Status::Withheld {
        withhold(evaluator, decided, &mut shown);
    }
    shown
}

/// Says what the action waits for: its gate, or else the prohibitions that hold it back.
fn withhold(evaluator: &mut Evaluator, decided: &Decided, shown: &mut Item) {
    let item = decided.item;
    if decided.gate_open {
        // SEMANTICS 8.4.
        let (first, _) = decided.held_back_by[0];
        shown.withheld_until = first.lifted_says.as_deref().map(text);
        shown.release_hint = first.release_hint.as_deref().map(text);
        let reasons = decided
            .held_back_by
            .iter()
            .flat_map(|(_, reasons)| reasons.clone());
        shown.withheld_because = reasons.collect();
    } else {
        let gate = item.gate.as_deref().expect("a gate that is not open");
        let alternatives = evaluator.within_reach(gate);
        // SEMANTICS 8.2.
        let mut until: Vec<&str> = Vec::new();
        for alternative in &alternatives {
            if !until.contains(&alternative.until.as_str()) {
                until.push(&alternative.until);
            }
        }
        shown.withheld_until = Some(Words(until.join(", or ").into()));
        shown.release_hint = Some(text(&alternatives[0].release_hint));
        // SEMANTICS 8.3.
        for condition in alternatives.iter().flat_map(|one| &one.conditions) {
            let verdicts = evaluator.verdicts(&condition.when);
            let every = |wanted| verdicts.iter().all(|verdict| *verdict == wanted);
            if every(Verdict::Holds) {
                continue;
            }
            let refuted = every(Verdict::Refuted);
            let reason = Reason {
                because: text(if refuted {
                    &condition.refuted
                } else {
                    &condition.not_known
                }),
                citations: texts(&condition.statements),
            };
            if !shown.withheld_because.contains(&reason) {
                shown.withheld_because.push(reason);
            }
        }
        if !evaluator.interpreted.contradictory.is_empty() {
            shown.withheld_because.push(Reason {
                because: text("Some answers contradict each other. Settle them first."),
                citations: Vec::new(),
            });
        }
    }
    // SEMANTICS 8.5.
    if let Some(escalation) = item
        .escalates_when
        .as_ref()
        .filter(|escalation| evaluator.known(&escalation.once))
    {
        shown.release_hint = Some(text(&escalation.release_hint));
    }
}

pub(super) fn ground(decided: &DecidedGround) -> Ground {
    let ground = decided.ground;
    let Reason { because, citations } = decided.reason();
    Ground {
        because,
        citations,
        strength: text(&ground.strength),
        basis: text(if decided.known {
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
