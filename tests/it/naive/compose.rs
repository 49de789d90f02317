//! The naive answer to an incident.

use super::answer::{
    Added, Answer, Contradiction, CountedFact, Explanation, Id, Item, OpenFact, Question,
    Situation, Stated, Text, Urgency, Waiting, Words, text, texts,
};
use super::ask::{Asked, deciding, first_about, questions};
use super::items::{action, contradicted, ground, prohibition};
use super::judge::{Judge, Judged, Status, protective};
use super::memo::Memo;
use super::pack::PACK;
use super::reading::{Incident, Understood, vocabulary};

pub(super) fn answer(incident: &Incident, memo: &mut Memo) -> Answer {
    let understood = Understood::of(incident);
    let mut judge = Judge { understood: &understood, memo };
    let items = judge.items();
    let asked = questions(&mut judge, &items);
    let scope = understood.scope();

    let mut standing: Vec<_> = items
        .iter()
        .filter(|judged| judged.status < Status::Caution && pending(judged, &asked, &judge).is_none())
        .collect();
    standing.sort_by_key(|judged| {
        let pressing = judged.status == Status::Withheld
            && judged.item.pressing.as_ref().is_some_and(|pressing| judge.known(&pressing.once));
        (judged.status, !pressing)
    });
    let (prohibited, acting): (Vec<_>, Vec<_>) =
        standing.iter().copied().partition(|judged| judged.item.protects.is_some());
    let actions: Vec<_> =
        acting.iter().map(|judged| action(&mut judge, judged, &items, None)).collect();
    let prohibitions: Vec<_> =
        prohibited.iter().map(|judged| prohibition(&judge, judged)).collect();
    let questions: Vec<_> =
        (0..asked.len()).map(|place| question(&mut judge, &items, &asked, place)).collect();
    let situations: Vec<_> = PACK
        .situations
        .iter()
        .filter(|situation| scope != "out_of_scope" && judge.known(&situation.when))
        .map(|found| Situation { id: text(&found.id), citations: texts(&found.statements) })
        .collect();
    let explanations = explanations(&mut judge, &standing);
    let not_covered = PACK
        .not_covered
        .iter()
        .filter(|gap| gap.scope == scope && judge.known(&gap.when))
        .map(|gap| Id { id: text(&gap.id) })
        .collect();
    let mut cited = Vec::new();
    situations.iter().for_each(|found| cited.extend(found.citations.clone()));
    prohibitions.iter().chain(&actions).for_each(|item| item.cites(&mut cited));
    questions.iter().for_each(|question| question.cites(&mut cited));
    explanations.iter().for_each(|found: &Explanation| cited.extend(found.citations.clone()));
    Answer {
        scope: text(scope),
        urgency: urgency(&acting),
        situations,
        prohibitions,
        waiting: waiting(&actions),
        actions,
        questions,
        explanations,
        citations: citations(&cited),
        contradictions: contradictions(&understood),
        not_covered,
        completeness: text(completeness(&understood, &items)),
        facts: facts(&understood),
    }
}

/// The question whose consequence an action is.
fn pending(judged: &Judged, asked: &[Asked], judge: &Judge) -> Option<usize> {
    let consequence = judged.status == Status::Precautionary
        && judged.item.protects.is_none()
        && judge.understood.contradictory.is_empty()
        && !judged.trigger_facts.iter().any(|fact| judge.understood.asked_in_vain(fact));
    consequence.then(|| first_about(asked, &judged.trigger_facts)).flatten()
}

fn question(judge: &mut Judge, items: &[Judged], asked: &[Asked], place: usize) -> Question {
    let this = &asked[place];
    let mut consequences = Vec::new();
    let mut adds_to = Vec::new();
    for judged in items {
        if pending(judged, asked, judge) == Some(place) {
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
        facts: this.facts.iter().map(|fact| OpenFact { fact: text(fact) }).collect(),
        settles: this.settles.iter().copied().map(text).collect(),
        consequences,
        adds_to,
        citations: texts(&this.question.statements),
    }
}

fn explanations(judge: &mut Judge, standing: &[&Judged]) -> Vec<Explanation> {
    let scope = judge.understood.scope();
    let mut found = Vec::new();
    for explanation in PACK.explanations.iter().filter(|it| it.scope == scope) {
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

fn urgency(acting: &[&Judged]) -> Urgency {
    let in_force = acting.iter().filter(|judged| judged.status <= Status::Precautionary);
    let urgent = in_force.filter(|judged| judged.item.urgency.as_deref() == Some("emergency"));
    let items: Vec<_> = urgent.map(|judged| text(&judged.item.id)).collect();
    let level = if items.is_empty() { "standard" } else { "emergency" };
    Urgency { level: text(level), items }
}

/// The statements that are cited, once each, in the order of the pack.
fn citations(cited: &[Text]) -> Vec<Id> {
    let ids = PACK.statements.iter().map(|statement| text(&statement.id));
    ids.filter(|id| cited.contains(id)).map(|id| Id { id }).collect()
}

fn waiting(actions: &[Item]) -> Vec<Waiting> {
    let mut groups: Vec<Waiting> = Vec::new();
    for action in actions {
        let Some(until) = &action.withheld_until else { continue };
        let same = |group: &&mut Waiting| {
            group.until == *until && group.release_hint == action.release_hint
        };
        if let Some(group) = groups.iter_mut().find(same) {
            group.items.push(action.id.clone());
        } else {
            groups.push(Waiting {
                until: until.clone(),
                release_hint: action.release_hint.clone(),
                items: vec![action.id.clone()],
            });
        }
    }
    groups
}

fn contradictions(understood: &Understood) -> Vec<Contradiction> {
    let stated = |fact: &'static str| Stated {
        fact: text(fact),
        answer: Words(understood.incident[fact].clone().into()),
    };
    let broken = understood.contradictions.iter().map(|exclusion| Contradiction {
        facts: [exclusion.one.0, exclusion.other.0].map(stated).into(),
        ask: text(exclusion.ask),
    });
    broken.collect()
}

fn completeness(understood: &Understood, items: &[Judged]) -> &'static str {
    let deciding = deciding(items);
    if contradicted(understood) || deciding.iter().any(|fact| understood.never_asked(fact)) {
        "questions_remain"
    } else if deciding.iter().any(|fact| understood.asked_in_vain(fact)) {
        "all_asked"
    } else {
        "complete"
    }
}

fn facts(understood: &Understood) -> Vec<CountedFact> {
    let count = |fact: &'static str| {
        let stated = understood.incident.get(fact).map(|answer| Words(answer.clone().into()));
        let implied = understood.implied.get(fact).map(|answer| text(answer));
        let (answer, basis) = match (stated, implied) {
            (_, Some(implied)) => (implied, "implied"),
            (Some(stated), _) if understood.contradictory.contains(fact) => {
                (stated, "contradictory")
            }
            (Some(stated), _) => (stated, "given"),
            (None, None) => return None,
        };
        Some(CountedFact { fact: text(fact), answer, basis: text(basis) })
    };
    vocabulary().filter_map(|fact| count(fact.name)).collect()
}
