//! The naive answer to an incident.

use super::answer::{Added, Answer, Explanation, Id, OpenFact, Question, Situation, text, texts};
use super::ask::{Asked, first_about, questions};
use super::items::{action, ground, prohibition};
use super::judge::Judge;
use super::judged::{Judged, Status, protective};
use super::memo::Memo;
use super::pack::Pack;
use super::reading::{Incident, Understood};
use super::summary::{
    citations, completeness, contradictions, facts, most_urgent, urgency, waiting,
};

pub(super) fn answer(pack: &'static Pack, incident: &Incident, memo: &mut Memo) -> Answer {
    let understood = Understood::of(pack, incident);
    let mut judge = Judge {
        understood: &understood,
        memo,
    };
    let items = judge.items();
    let asked = questions(&mut judge, &items);
    let scope = understood.scope();

    let ordered = ordered(&mut judge, &items);
    let standing: Vec<_> = ordered
        .iter()
        .copied()
        .filter(|judged| judged.status < Status::Caution && pending(judged, &asked).is_none())
        .collect();
    let (prohibited, acting): (Vec<_>, Vec<_>) = standing
        .iter()
        .copied()
        .partition(|judged| judged.item.protects.is_some());
    let actions: Vec<_> = acting
        .iter()
        .map(|judged| action(&mut judge, judged, &items, None))
        .collect();
    let prohibitions: Vec<_> = prohibited
        .iter()
        .map(|judged| prohibition(judged))
        .collect();
    let questions: Vec<_> = (0..asked.len())
        .map(|place| question(&mut judge, (&items, &ordered), &asked, place))
        .collect();
    let situations: Vec<_> = pack
        .situations
        .iter()
        .filter(|situation| scope == "incident" && judge.known(&situation.when))
        .map(|found| Situation {
            id: text(&found.id),
            citations: texts(&found.statements),
        })
        .collect();
    let explanations = explanations(&mut judge, &standing);
    let not_covered = pack
        .not_covered
        .iter()
        .filter(|gap| gap.scope == scope && judge.known(&gap.when))
        .map(|gap| Id { id: text(&gap.id) })
        .collect();
    let mut cited = Vec::new();
    for found in &situations {
        cited.extend(found.citations.clone());
    }
    for item in prohibitions.iter().chain(&actions) {
        item.cites(&mut cited);
    }
    for question in &questions {
        question.cites(&mut cited);
    }
    for found in &explanations {
        cited.extend(found.citations.clone());
    }
    Answer {
        scope: text(scope),
        urgency: urgency(&acting),
        situations,
        prohibitions,
        waiting: waiting(&actions),
        actions,
        questions,
        explanations,
        citations: citations(pack, &cited),
        contradictions: contradictions(&understood),
        not_covered,
        completeness: text(completeness(&understood, &items)),
        facts: facts(&understood),
    }
}

/// The question whose consequence an action is.
pub(super) fn pending(judged: &Judged, asked: &[Asked]) -> Option<usize> {
    let consequence =
        judged.status == Status::Precautionary && judged.item.protects.is_none() && !judged.in_vain;
    consequence
        .then(|| first_about(asked, &judged.depends_on))
        .flatten()
}

/// The items in the order of the answer: by status, then by what is more pressing, and an emergency before all.
fn ordered<'i>(judge: &mut Judge, items: &'i [Judged]) -> Vec<&'i Judged> {
    let mut ordered: Vec<_> = items.iter().collect();
    ordered.sort_by_key(|judged| {
        let escalation = judged.status == Status::Withheld
            && judged
                .item
                .escalates_when
                .as_ref()
                .is_some_and(|escalation| judge.known(&escalation.once));
        let urgency = most_urgent(judged);
        let acting = judged.status < Status::Withheld && judged.item.protects.is_none();
        let emergency = acting && urgency == Some("emergency");
        let status = (!emergency).then_some(judged.status);
        let level = ["emergency", "urgent"]
            .iter()
            .position(|level| urgency == Some(level));
        (status, level.unwrap_or(2), !escalation)
    });
    ordered
}

fn question(
    judge: &mut Judge,
    (items, ordered): (&[Judged], &[&Judged]),
    asked: &[Asked],
    place: usize,
) -> Question {
    let this = &asked[place];
    let mut consequences = Vec::new();
    let mut adds_to = Vec::new();
    for judged in ordered.iter().copied() {
        if pending(judged, asked) == Some(place) {
            consequences.push(action(judge, judged, items, Some(&this.question.id)));
        }
        if judged.status == Status::Recommended && protective(judged.item) {
            let open = judged.grounds.iter().filter(|judged| !judged.known);
            let added = open.filter(|judged| first_about(asked, &judged.facts) == Some(place));
            adds_to.extend(added.map(|found| Added {
                item: text(&judged.item.id),
                ground: ground(found),
            }));
        }
    }
    Question {
        id: text(&this.question.id),
        facts: this
            .facts
            .iter()
            .map(|fact| OpenFact { fact: text(fact) })
            .collect(),
        settles: this.settles.iter().copied().map(text).collect(),
        consequences,
        adds_to,
        citations: texts(&this.question.statements),
    }
}

fn explanations(judge: &mut Judge, standing: &[&Judged]) -> Vec<Explanation> {
    let scope = judge.understood.scope();
    let mut found = Vec::new();
    for explanation in judge
        .understood
        .pack
        .explanations
        .iter()
        .filter(|it| it.scope == scope)
    {
        let explains = explanation.explains.iter().filter(|id| {
            let stands = |it: &&Judged| it.item.id == **id && it.status != Status::Conditional;
            standing.iter().copied().any(|judged| stands(&judged))
        });
        let explains: Vec<_> = explains.map(|id| text(id)).collect();
        if !explains.is_empty() && judge.known(&explanation.when) {
            found.push(Explanation {
                id: text(&explanation.id),
                explains,
                citations: texts(&explanation.statements),
            });
        }
    }
    found
}
