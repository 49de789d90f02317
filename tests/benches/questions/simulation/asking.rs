//! Asking, one question at a time, until no question can change the answer.

use signpost::advise::advise;
use signpost::contract::advice::{ActionStatus, Advice, Completeness, ProhibitionStatus, Question};
use signpost::contract::catalogue::ItemKind;
use signpost::contract::incident::Incident;
use signpost::contract::include::Include;
use signpost::facts::{Facts, Stated};
use signpost::guidance::Guidance;

use super::hidden::named;

/// Which question of an answer is asked next.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Way {
    /// The first.
    Top,
    /// Of those that settle something, the one that stands first in the catalogue.
    Catalogue,
}

/// How many questions were asked.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Asked {
    /// Until the card was as it stayed.
    pub(crate) card: u32,
    /// Until no question could change a protective item that was not certain.
    pub(crate) protective: u32,
    /// Until the answer was complete, or all was asked.
    pub(crate) in_all: u32,
}

/// Asks about a hidden incident, from what is stated at first.
pub(crate) fn ask(guidance: &Guidance, hidden: &Facts, mut stated: Facts, way: Way) -> Asked {
    let (mut in_all, mut card) = (0, 0);
    let mut protective = None;
    let mut before = Vec::new();
    loop {
        let advice = with_all(guidance, stated);
        let now = told(&advice);
        if now != before {
            (before, card) = (now, in_all);
        }
        if !can_protect(guidance, &advice) {
            protective.get_or_insert(in_all);
        }
        if advice.completeness != Completeness::QuestionsRemain {
            let protective = protective.unwrap_or(in_all);
            return Asked {
                card,
                protective,
                in_all,
            };
        }
        let next = match way {
            Way::Top => questions(&advice).next(),
            Way::Catalogue => first_of_the_catalogue(guidance, &advice),
        };
        let next = next.expect("while questions remain there is one to ask");
        stated = answered(next, hidden, stated);
        in_all += 1;
    }
}

/// What a card tells its reader, with who is to be reached, but for what it asks.
fn told(advice: &Advice<'_>) -> Vec<String> {
    let card = &advice.card;
    let lines = card.danger.iter().chain(&card.stop).chain(&card.r#do);
    let lines = lines.chain(&card.do_not).chain(&card.say);
    lines
        .map(|line| {
            let calls = line.call.iter().map(|call| &*call.label);
            let calls: Vec<_> = calls.collect();
            format!("{} {}", line.text, calls.join(" "))
        })
        .collect()
}

/// The advice with everything that can be asked for.
pub(crate) fn with_all(guidance: &Guidance, facts: Facts) -> Advice<'_> {
    let mut incident = Incident::from(facts);
    incident.include.insert(Include::All);
    advise(guidance, &incident)
}

/// Every question of such advice, in its order.
pub(crate) fn questions<'a, 'g>(advice: &'a Advice<'g>) -> impl Iterator<Item = &'a Question<'g>> {
    advice.all_questions.iter().flatten()
}

/// What is stated once the question has been put to somebody who can say what is to be learned. It
/// is always more than before, so asking comes to an end.
pub(crate) fn answered(question: &Question<'_>, hidden: &Facts, mut stated: Facts) -> Facts {
    let id = question.id;
    assert!(!question.facts.is_empty(), "{id} asks for nothing");
    for open in &question.facts {
        let fact = named(&open.fact);
        let before = stated.stated(fact);
        assert_eq!(before, Stated::NotAsked, "{id} asks again: {}", open.fact);
        stated.state(fact, hidden.stated(fact));
    }
    stated
}

/// Whether a question can still change a protective item that is not certain.
pub(crate) fn can_protect(guidance: &Guidance, advice: &Advice<'_>) -> bool {
    let in_doubt = doubtful(advice);
    questions(advice).any(|question| {
        let asks = |depends_on: &[&str]| {
            let mut facts = question.facts.iter();
            facts.any(|open| depends_on.contains(&open.fact.as_str()))
        };
        !question.consequences.is_empty()
            || in_doubt.iter().any(|depends_on| asks(depends_on))
            || may_prohibit(guidance, advice, question)
    })
}

/// What the protective items depend on that stand as precautions.
fn doubtful<'a>(advice: &'a Advice<'_>) -> Vec<&'a [&'a str]> {
    let prohibitions = advice
        .prohibitions
        .iter()
        .filter(|one| one.status == ProhibitionStatus::Precautionary)
        .map(|one| one.id);
    let actions = advice
        .actions
        .iter()
        .filter(|one| one.status == ActionStatus::Precautionary)
        .map(|one| one.id);
    let doubtful: Vec<&str> = prohibitions.chain(actions).collect();
    let reasons = advice.reasons.iter().flatten();
    let reasons = reasons.filter(|reasons| doubtful.contains(&reasons.item));
    reasons
        .map(|reasons| reasons.depends_on.as_slice())
        .collect()
}

/// Whether the question can bring a prohibition that is no more than a caution so far.
fn may_prohibit(guidance: &Guidance, advice: &Advice<'_>, question: &Question<'_>) -> bool {
    let items = guidance.catalogue().items.iter();
    let mut prohibitions = items.filter(|item| item.kind == ItemKind::Prohibition);
    prohibitions.any(|item| {
        let stands = advice.prohibitions.iter().any(|one| one.id == item.id);
        !stands && question.settles.contains(&item.id.as_str())
    })
}

fn first_of_the_catalogue<'a, 'g>(
    guidance: &Guidance,
    advice: &'a Advice<'g>,
) -> Option<&'a Question<'g>> {
    let place = |id: &str| {
        let mut items = guidance.catalogue().items.iter();
        items.position(|item| item.id == id)
    };
    let settling = questions(advice).filter(|one| !one.settles.is_empty());
    settling.min_by_key(|question| place(question.id))
}
