//! The naive answer to an incident.

use serde_json::Value;

use super::answer::{
    Added, Answer, Edition, Explanation, Gap, OpenFact, Question, Situation, text, texts,
};
use super::ask::{Asked, first_about, questions};
use super::card;
use super::decided::{ALWAYS, Decided, Status, protective};
use super::evaluator::Evaluator;
use super::interpretation::{Incident, Interpreted};
use super::items::{action, ground, prohibition};
use super::memo::Memo;
use super::pack::Pack;
use super::summary::{
    citations, completeness, contacts, contradictions, facts, strongest, urgency, waiting,
};

/// The answer, and its card and controls beside it.
pub(super) fn answer(pack: &'static Pack, incident: &Incident, memo: &mut Memo) -> (Answer, Value) {
    let interpreted = Interpreted::of(pack, incident);
    let mut evaluator = Evaluator {
        interpreted: &interpreted,
        memo,
    };
    let items = evaluator.items();
    let asked = questions(&mut evaluator, &items);
    let scope = interpreted.scope();

    let ordered = ordered(&mut evaluator, &items);
    let standing: Vec<_> = ordered
        .iter()
        .copied()
        .filter(|decided| decided.status < Status::Caution && pending(decided, &asked).is_none())
        .collect();
    let (prohibited, acting): (Vec<_>, Vec<_>) = standing
        .iter()
        .copied()
        .partition(|decided| decided.item.protects.is_some());
    let actions: Vec<_> = acting
        .iter()
        .map(|decided| action(&mut evaluator, decided, &items, None))
        .collect();
    let prohibitions: Vec<_> = prohibited
        .iter()
        .map(|decided| prohibition(&interpreted, decided))
        .collect();
    let questions: Vec<_> = (0..asked.len())
        .map(|place| question(&mut evaluator, (&items, &ordered), &asked, place))
        .collect();
    // SEMANTICS 12.1.
    let situations: Vec<_> = pack
        .situations
        .iter()
        .filter(|situation| scope == "incident" && evaluator.known(&situation.when))
        .map(|found| Situation {
            id: text(&found.id),
            citations: texts(&found.statements),
        })
        .collect();
    let explanations = explanations(&mut evaluator, &standing);
    // SEMANTICS 12.3.
    let not_covered: Vec<_> = pack
        .not_covered
        .iter()
        .filter(|gap| gap.scope == scope && evaluator.known(&gap.when))
        .map(|gap| Gap {
            id: text(&gap.id),
            contacts: interpreted.contacts(&gap.contacts),
        })
        .collect();
    let consequences = questions.iter().flat_map(|question| &question.consequences);
    let items_shown = prohibitions.iter().chain(&actions).chain(consequences);
    let named = items_shown.flat_map(|item| &item.contacts);
    let named = named.chain(not_covered.iter().flat_map(|gap| &gap.contacts));
    let contacts = contacts(pack, &named.cloned().collect::<Vec<_>>());
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
    let minute = card::first_minute(&mut evaluator, &items, &asked);
    let answer = Answer {
        scope: text(scope),
        urgency: urgency(&acting, &asked),
        situations,
        prohibitions,
        waiting: waiting(&actions),
        actions,
        questions,
        explanations,
        citations: citations(pack, &cited),
        contradictions: contradictions(&interpreted),
        not_covered,
        completeness: text(completeness(&interpreted, &items)),
        facts: facts(&interpreted),
        contacts,
        // SEMANTICS 12.7.
        guidance: pack
            .ids
            .iter()
            .map(|id| Edition { pack: text(id) })
            .collect(),
    };
    (answer, minute)
}

/// The question whose consequence an action is: SEMANTICS 11.1, 11.4.
pub(super) fn pending(decided: &Decided, asked: &[Asked]) -> Option<usize> {
    let question = question_of(decided, asked);
    question.filter(|_| decided.item.listed != ALWAYS)
}

/// The first question that settles a precautionary action which hangs on nothing else: SEMANTICS 11.1.
pub(super) fn question_of(decided: &Decided, asked: &[Asked]) -> Option<usize> {
    let consequence = decided.status == Status::Precautionary
        && decided.item.protects.is_none()
        && !decided.asked_not_known;
    consequence
        .then(|| first_about(asked, &decided.depends_on))
        .flatten()
}

/// The items in the order of the answer: SEMANTICS 9.1, 9.2, 9.3.
fn ordered<'i>(evaluator: &mut Evaluator, items: &'i [Decided]) -> Vec<&'i Decided> {
    let mut ordered: Vec<_> = items.iter().collect();
    ordered.sort_by_key(|decided| {
        let mut escalation = decided.item.escalates_when.iter();
        let escalates = decided.status == Status::Withheld
            && escalation.any(|escalation| evaluator.known(&escalation.once));
        let acting = decided.item.protects.is_none();
        let group = match decided.status {
            Status::Precautionary if acting => Status::Recommended,
            status => status,
        };
        let within = acting.then(|| (strongest(decided), decided.status, !escalates));
        (group, within)
    });
    ordered
}

/// SEMANTICS 11.2, 11.3.
fn question(
    evaluator: &mut Evaluator,
    (items, ordered): (&[Decided], &[&Decided]),
    asked: &[Asked],
    place: usize,
) -> Question {
    let this = &asked[place];
    let mut consequences = Vec::new();
    let mut adds_to = Vec::new();
    for decided in ordered.iter().copied() {
        if pending(decided, asked) == Some(place) {
            consequences.push(action(evaluator, decided, items, Some(&this.question.id)));
        }
        if decided.status == Status::Recommended && protective(decided.item) {
            let open = decided.grounds.iter().filter(|decided| !decided.known);
            let added = open.filter(|decided| first_about(asked, &decided.facts) == Some(place));
            adds_to.extend(added.map(|found| Added {
                item: text(&decided.item.id),
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
        voice: text(&this.question.voice),
    }
}

/// SEMANTICS 12.2.
fn explanations(evaluator: &mut Evaluator, standing: &[&Decided]) -> Vec<Explanation> {
    let scope = evaluator.interpreted.scope();
    let mut found = Vec::new();
    for explanation in evaluator
        .interpreted
        .pack
        .explanations
        .iter()
        .filter(|it| it.scope == scope)
    {
        let explains = explanation.explains.iter().filter(|id| {
            let stands = |it: &&Decided| it.item.id == **id && it.status != Status::Conditional;
            standing.iter().copied().any(|decided| stands(&decided))
        });
        let explains: Vec<_> = explains.map(|id| text(id)).collect();
        if !explains.is_empty() && evaluator.known(&explanation.when) {
            found.push(Explanation {
                id: text(&explanation.id),
                explains,
                citations: texts(&explanation.statements),
                voice: text(&explanation.voice),
            });
        }
    }
    found
}
