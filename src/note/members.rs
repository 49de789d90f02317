//! What a note reads of an answer and of the guidance behind it, and where it stands there: the one file that knows.

use std::collections::BTreeSet;

use crate::contract::advice::{
    Action, ActionStatus, Advice, Basis, Citation, CitedDocument, Edition, Explanation, Ground,
    Line, Possible, PossibleStatus, Question, Reasons, UrgencyLevel, Voice, WaitingItem,
};
use crate::contract::incident::CountedFact;
use crate::contract::prerendered::Prerendered;
use crate::guidance::{CompiledAction, Guidance};

/// The actions of a status, in the order of the answer.
pub(super) fn actions<'a, 'g>(
    advice: &'a Advice<'g>,
    status: ActionStatus,
) -> impl Iterator<Item = &'a Action<'g>> {
    let actions = advice.actions.iter();
    actions.filter(move |action| action.status == status)
}

/// Actions that wait for the same.
pub(super) struct HeldBack<'a, 'g> {
    /// What they wait for.
    pub(super) until: &'a str,
    /// What waits.
    pub(super) items: Vec<&'a WaitingItem<'g>>,
}

/// What is held back, by what releases it.
pub(super) fn held_back<'a, 'g>(advice: &'a Advice<'g>) -> Vec<HeldBack<'a, 'g>> {
    let mut groups: Vec<HeldBack<'a, 'g>> = Vec::new();
    for waiting in &advice.waiting {
        let until = &*waiting.until;
        match groups.iter_mut().find(|group| group.until == until) {
            Some(group) => group.items.extend(&waiting.items),
            None => groups.push(HeldBack {
                until,
                items: waiting.items.iter().collect(),
            }),
        }
    }
    groups
}

fn action<'g>(guidance: &'g Guidance, id: &str) -> Option<&'g CompiledAction> {
    let mut actions = guidance.actions.iter();
    actions.find(|action| action.core.id == id)
}

/// What is to be done if it turns out so: what hangs on a question, in the order of the questions, then the rest.
pub(super) fn possible<'a, 'g>(advice: &'a Advice<'g>) -> impl Iterator<Item = &'a Possible<'g>> {
    let pending = questions(advice).flat_map(|question| pending(advice, question.id));
    pending.chain(conditional(advice))
}

/// The actions to take unless the answer to a question rules them out.
pub(super) fn pending<'a, 'g>(
    advice: &'a Advice<'g>,
    question: &'a str,
) -> impl Iterator<Item = &'a Possible<'g>> {
    let possible = advice.possible.iter().flatten();
    possible.filter(move |action| action.question == Some(question))
}

/// The actions to take only if the facts turn out that way.
pub(super) fn conditional<'a, 'g>(
    advice: &'a Advice<'g>,
) -> impl Iterator<Item = &'a Possible<'g>> {
    let possible = advice.possible.iter().flatten();
    possible.filter(|action| action.status == PossibleStatus::Conditional)
}

/// What is done, in a few words: those that go with the title that is told.
pub(super) fn short<'g>(guidance: &'g Guidance, id: &str, title: &'g str) -> &'g str {
    let Some(action) = action(guidance, id) else {
        return title;
    };
    let mut rewordings = action.rewordings.iter();
    match rewordings.find(|words| words.title.as_str() == title) {
        Some(words) => &words.short,
        None => &action.short,
    }
}

/// What has to turn out so: the first reason, as far as it speaks of facts and not of what follows from them.
pub(super) fn condition<'a>(action: &'a Possible<'_>) -> Option<&'a str> {
    let because = action.because?.as_str();
    let because = because.strip_prefix("Not ruled out: ").unwrap_or(because);
    let ends = [": ", ". "].into_iter().filter_map(|end| because.find(end));
    let facts = because.get(..ends.min().unwrap_or(because.len()))?;
    Some(facts.trim_end_matches('.'))
}

/// Whether a life may hang on it.
pub(super) fn saves_a_life(guidance: &Guidance, id: &str) -> bool {
    let grounds = action(guidance, id).map(|action| &action.core.grounds);
    let mut grounds = grounds.into_iter().flatten();
    grounds.any(|ground| {
        let urgency = guidance.grounds[*ground].urgency;
        urgency == Some(UrgencyLevel::Emergency)
    })
}

/// What can be asked.
pub(super) fn questions<'a, 'g>(advice: &'a Advice<'g>) -> impl Iterator<Item = &'a Question<'g>> {
    advice.all_questions.iter().flatten()
}

/// Whether a line says what nobody but the editors says.
pub(super) fn is_our_own(advice: &Advice<'_>, line: &Line<'_>) -> bool {
    let ours = |id: &&str| {
        let mut prohibitions = advice.prohibitions.iter();
        let mut actions = advice.actions.iter();
        prohibitions.any(|item| item.id == *id && item.voice == Voice::Editorial)
            || actions.any(|item| item.id == *id && item.voice == Voice::Editorial)
    };
    !line.items.is_empty() && line.items.iter().all(ours)
}

/// The statements that the prohibitions and the actions to take now rest on.
pub(super) fn cited<'a>(advice: &'a Advice<'_>) -> BTreeSet<&'a str> {
    let prohibitions = advice.prohibitions.iter().map(|item| &item.citations);
    let cited = prohibitions.chain(advice.actions.iter().map(|item| &item.citations));
    cited.flatten().copied().collect()
}

/// Why an item stands where it stands.
pub(super) fn reasons<'a, 'g>(advice: &'a Advice<'g>, item: &str) -> Option<&'a Reasons<'g>> {
    let mut reasons = advice.reasons.iter().flatten();
    reasons.find(|reasons| reasons.item == item)
}

/// The grounds of an item.
pub(super) fn grounds<'a, 'g>(advice: &'a Advice<'g>, item: &str) -> &'a [&'g Prerendered<Ground>] {
    reasons(advice, item).map_or(&[], |reasons| &reasons.grounds)
}

/// How many of the grounds to tell: all that are known, or else the first.
pub(super) fn known(grounds: &[&Prerendered<Ground>]) -> usize {
    let known = grounds.iter().filter(|ground| ground.basis == Basis::Known);
    known.count().max(1)
}

/// The facts as they were counted.
pub(super) fn facts<'a, 'g>(advice: &'a Advice<'g>) -> impl Iterator<Item = &'a CountedFact<'g>> {
    advice.facts.iter().flat_map(|facts| &facts.counted)
}

/// What to know.
pub(super) fn explanations<'a, 'g>(
    advice: &'a Advice<'g>,
) -> impl Iterator<Item = &'a Explanation<'g>> {
    advice.explanations.iter().flatten()
}

/// Whether an explanation speaks of this child, and not of children at large.
pub(super) fn is_about_the_child(guidance: &Guidance, explanation: &Explanation<'_>) -> bool {
    let mut explanations = guidance.explanations.iter();
    explanations.any(|one| one.id == explanation.id && one.about_the_child)
}

/// Every statement that the answer cites.
pub(super) fn citations<'a, 'g>(
    advice: &'a Advice<'g>,
) -> impl Iterator<Item = &'a &'g Prerendered<Citation>> {
    advice
        .sources
        .iter()
        .flat_map(|sources| &sources.statements)
}

/// The documents that the statements are from.
pub(super) fn documents<'a, 'g>(
    advice: &'a Advice<'g>,
) -> impl Iterator<Item = &'a CitedDocument<'g>> {
    advice.sources.iter().flat_map(|sources| &sources.documents)
}

/// The packs that the answer is made of.
pub(super) fn editions<'g>(
    guidance: &'g Guidance,
    advice: &Advice<'_>,
) -> impl Iterator<Item = &'g Edition> {
    let editions = guidance.editions().iter().map(|edition| &**edition);
    editions.filter(|edition| {
        let mut packs = advice.receipt.packs.iter();
        packs.any(|pack| pack.pack == edition.pack)
    })
}

/// Whether the day by which something was to be reviewed is over.
pub(super) fn overdue(advice: &Advice<'_>) -> bool {
    let mut packs = advice.receipt.packs.iter();
    let mut contacts = advice.contacts.iter();
    packs.any(|pack| pack.review_overdue) || contacts.any(|contact| contact.review_overdue)
}
