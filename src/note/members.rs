//! What a note reads of an answer, and where it stands there: the one file that knows.

use std::collections::BTreeSet;

use crate::contract::advice::{
    Action, ActionStatus, Advice, Basis, Citation, Edition, Explanation, Ground, Line, Question,
    UrgencyLevel, Voice,
};
use crate::contract::incident::CountedFact;
use crate::contract::prerendered::Prerendered;

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
    pub(super) items: Vec<&'a Action<'g>>,
}

/// What is held back, by what releases it.
pub(super) fn held_back<'a, 'g>(advice: &'a Advice<'g>) -> Vec<HeldBack<'a, 'g>> {
    let mut groups: Vec<HeldBack<'a, 'g>> = Vec::new();
    for action in actions(advice, ActionStatus::Withheld) {
        let until = action.withheld_until.as_deref();
        let until = until.unwrap_or("it is settled");
        match groups.iter_mut().find(|group| group.until == until) {
            Some(group) => group.items.push(action),
            None => groups.push(HeldBack {
                until,
                items: vec![action],
            }),
        }
    }
    groups
}

/// What is to be done if it turns out so: what hangs on a question, in the order of the questions, then the rest.
pub(super) fn possible<'a, 'g>(advice: &'a Advice<'g>) -> impl Iterator<Item = &'a Action<'g>> {
    let questions = questions(advice).iter();
    let pending = questions.flat_map(|question| &question.consequences);
    pending.chain(actions(advice, ActionStatus::Conditional))
}

/// What is done, in a few words.
pub(super) fn short<'a>(action: &'a Action<'_>) -> &'a str {
    action.title.as_str()
}

/// What has to turn out so: the first reason, as far as it speaks of facts and not of what follows from them.
pub(super) fn condition<'a>(action: &'a Action<'_>) -> Option<&'a str> {
    let because = &action.grounds.first()?.because;
    let because = because.strip_prefix("Not ruled out: ").unwrap_or(because);
    let ends = [": ", ". "].into_iter().filter_map(|end| because.find(end));
    let facts = because.get(..ends.min().unwrap_or(because.len()))?;
    Some(facts.trim_end_matches('.'))
}

/// Whether a life may hang on it.
pub(super) fn saves_a_life(action: &Action<'_>) -> bool {
    let mut grounds = action.grounds.iter();
    grounds.any(|ground| ground.urgency == Some(UrgencyLevel::Emergency))
}

/// What can be asked, with what to do unless the answer rules it out.
pub(super) fn questions<'a, 'g>(advice: &'a Advice<'g>) -> &'a [Question<'g>] {
    &advice.questions
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
    let prohibitions = advice.prohibitions.iter().map(|item| &item.grounds);
    let now = [ActionStatus::Recommended, ActionStatus::Precautionary];
    let now = now.into_iter().flat_map(|status| actions(advice, status));
    let grounds = prohibitions.chain(now.map(|item| &item.grounds));
    let best = grounds.flat_map(|grounds| grounds.iter().take(known(grounds)));
    let cited = best.flat_map(|ground| &ground.citations);
    cited.map(String::as_str).collect()
}

/// How many of the grounds to tell: all that are known, or else the first.
pub(super) fn known(grounds: &[&Prerendered<Ground>]) -> usize {
    let known = grounds.iter().filter(|ground| ground.basis == Basis::Known);
    known.count().max(1)
}

/// The facts as they were counted.
pub(super) fn facts<'a, 'g>(advice: &'a Advice<'g>) -> &'a [CountedFact<'g>] {
    &advice.facts
}

/// What to know.
pub(super) fn explanations<'a, 'g>(advice: &'a Advice<'g>) -> &'a [Explanation<'g>] {
    &advice.explanations
}

/// Every statement that the answer cites.
pub(super) fn citations<'a, 'g>(advice: &'a Advice<'g>) -> &'a [&'g Prerendered<Citation>] {
    &advice.citations
}

/// The packs that the answer is made of.
pub(super) fn editions<'a, 'g>(advice: &'a Advice<'g>) -> &'a [&'g Prerendered<Edition>] {
    &advice.guidance
}

/// The day of the guidance: that from which the last of its editions applies.
pub(super) fn day<'a>(advice: &'a Advice<'_>) -> Option<&'a str> {
    let editions = editions(advice).iter();
    editions.map(|edition| &*edition.effective_from).max()
}

/// Whether the day by which something was to be reviewed is over.
pub(super) fn overdue(advice: &Advice<'_>) -> bool {
    let mut editions = editions(advice).iter();
    let mut contacts = advice.contacts.iter();
    editions.any(|edition| edition.review_overdue) || contacts.any(|contact| contact.review_overdue)
}
