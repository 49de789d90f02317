//! The card: which line stands in which slot, in what order, and what is asked (SEMANTICS 16.8 to 16.15).

use std::cmp::Reverse;

use super::lines::Lines;
use super::standing::Standing;
use crate::advise::decision::{DecidedAsk, DecidedCard, DecidedLine, DecidedQuestion, Naming};
use crate::contract::advice::{Basis, Danger, Protects, UrgencyLevel};
use crate::contract::catalogue::{QuestionRank, Slot};
use crate::few::Few;
use crate::guidance::{ContactId, Guidance, ItemId};

/// The most words of a card, without `then` (SEMANTICS 16.11, 16.12).
const MOST_WORDS: usize = 200;
/// The most lines of `stop`.
const MOST_STOP: usize = 3;
/// How many lines of `do` there are where that many can be said.
const ENOUGH_TO_DO: usize = 5;
/// The most questions that are asked.
const MOST_ASKED: usize = 3;

/// The ranks of which the first question comes before all others.
const FIRST_RANKS: [QuestionRank; 3] = [
    QuestionRank::Life,
    QuestionRank::Contact,
    QuestionRank::Home,
];

/// The card of a decision.
pub(super) fn card<'g>(
    guidance: &'g Guidance,
    standing: Standing<'_>,
    questions: &[DecidedQuestion],
    naming: &Naming,
) -> DecidedCard<'g> {
    let (mut say, mut danger) = (None, None);
    let room = guidance.card.lines.len();
    let (mut to_do, mut not_to_do) = (Vec::with_capacity(room), Vec::with_capacity(room));
    for line in Lines::new(guidance, standing).made() {
        match line.slot {
            Slot::Danger => danger = Some(line),
            Slot::Do => to_do.push(line),
            Slot::DoNot => not_to_do.push(line),
            Slot::Say => say = Some(line),
        }
    }
    let state = danger.as_ref().and_then(|line| line.state);
    let state = state.unwrap_or(Danger::None);
    let danger = danger.filter(|_| state != Danger::None);
    let (stop, do_not) = prohibitions(guidance, not_to_do);
    in_order(guidance, &mut to_do);

    let said = stop.iter().chain(&do_not).chain(&say).chain(&danger);
    let must = to_do.iter().filter(|line| is_kept(guidance, line));
    let mut words: usize = said.chain(must).map(|line| line.words).sum();
    let mut ask = asks(guidance, questions, danger.as_ref());
    ask.truncate(fitting(&mut words, ask.iter().map(|ask| ask.words)));
    let (to_do, then) = split(guidance, to_do, words);

    let mut card = DecidedCard {
        state,
        danger,
        stop,
        to_do,
        do_not,
        say,
        ask,
        then,
    };
    offer(guidance, &mut card, naming);
    card
}

/// The prohibitions to read before acting, and the others (SEMANTICS 16.9).
fn prohibitions<'g>(
    guidance: &Guidance,
    mut lines: Vec<DecidedLine<'g>>,
) -> (Vec<DecidedLine<'g>>, Vec<DecidedLine<'g>>) {
    let first = |line: &DecidedLine<'_>| (line.stop.is_none(), line.stop);
    lines.sort_by_key(|line| (first(line), protects(guidance, line)));
    let stop = lines.iter().take_while(|line| line.stop.is_some());
    let others = lines.split_off(stop.count().min(MOST_STOP));
    (lines, others)
}

/// What the prohibitions of a line protect, welfare first.
fn protects(guidance: &Guidance, line: &DecidedLine<'_>) -> Option<Reverse<Protects>> {
    let protects = line.items.iter().filter_map(|item| match item {
        ItemId::Prohibition(id) => Some(Reverse(guidance.prohibitions[*id].protects)),
        ItemId::Action(_) => None,
    });
    protects.min()
}

/// Puts what is to be done in its order (SEMANTICS 16.10).
fn in_order(guidance: &Guidance, lines: &mut Vec<DecidedLine<'_>>) {
    lines.sort_by_key(|line| {
        (
            Reverse(line.level),
            line.basis != Basis::Known,
            guidance.card.lines[line.id].class,
        )
    });
    let following: Few<_> = lines
        .iter()
        .filter_map(|line| Some((line.id, line.after?)))
        .collect();
    for (id, after) in following {
        let place = |id| lines.iter().position(|line| line.id == id);
        let (Some(here), Some(there)) = (place(id), place(after)) else {
            continue;
        };
        // From the line to the one that it follows: what stands between them moves up.
        if let Some(span) = lines.get_mut(here..=there)
            && let [line, .., other] = &*span
            && other.level >= line.level
        {
            span.rotate_left(1);
        }
    }
}

/// Whether a line stands in `do` whatever else does (SEMANTICS 16.11).
fn is_kept(guidance: &Guidance, line: &DecidedLine<'_>) -> bool {
    line.known_level > UrgencyLevel::Standard || guidance.card.lines[line.id].never_cut
}

/// What is to be done now, and what after that (SEMANTICS 16.11).
fn split<'g>(
    guidance: &Guidance,
    lines: Vec<DecidedLine<'g>>,
    mut words: usize,
) -> (Vec<DecidedLine<'g>>, Vec<DecidedLine<'g>>) {
    let kept = lines.iter().filter(|line| is_kept(guidance, line)).count();
    let others = lines.iter().filter(|line| !is_kept(guidance, line));
    let others = others.take(ENOUGH_TO_DO.saturating_sub(kept));
    let mut room = fitting(&mut words, others.map(|line| line.words));
    lines.into_iter().partition(|line| {
        let fits = is_kept(guidance, line) || room > 0;
        if fits && !is_kept(guidance, line) {
            room -= 1;
        }
        fits
    })
}

/// The questions that the card can ask: the first of each rank, then the others (SEMANTICS 16.12).
fn asks<'g>(
    guidance: &'g Guidance,
    questions: &[DecidedQuestion],
    danger: Option<&DecidedLine<'_>>,
) -> Vec<DecidedAsk<'g>> {
    let asked_already = danger.map(|line| guidance.card.lines[line.id].asks);
    let asked_already = asked_already.unwrap_or_default();
    let open = |asked: &&DecidedQuestion| !asked.facts.without(asked_already).is_empty();
    let rank = |asked: &&DecidedQuestion| guidance.questions[asked.question].rank;
    let mut ranks = FIRST_RANKS.to_vec();
    let mut is_first = |asked: &&DecidedQuestion| {
        let place = ranks.iter().position(|one| Some(*one) == rank(asked));
        place.map(|place| ranks.remove(place)).is_some()
    };
    let (first, others): (Vec<_>, Vec<_>) =
        questions.iter().filter(open).partition(|one| is_first(one));
    let ordered = first.into_iter().chain(others);
    let asks = ordered.filter_map(|asked| {
        let facts = &guidance.questions[asked.question].facts;
        let fact = facts.iter().find(|one| asked.facts.contains(one.fact))?;
        Some(DecidedAsk {
            question: asked.question,
            fact: fact.fact,
            spoken: &guidance.vocabulary()[fact.fact].spoken,
            words: fact.spoken_words,
        })
    });
    asks.take(MOST_ASKED).collect()
}

/// Offers each contact on the first line that has it (SEMANTICS 16.14).
fn offer(guidance: &Guidance, card: &mut DecidedCard<'_>, naming: &Naming) {
    let mut offered: Few<ContactId> = Few::new();
    for line in card.lines_mut() {
        for contact in guidance.card.lines[line.id].call.iter().copied() {
            let named = line
                .items
                .iter()
                .any(|item| guidance.core(*item).contacts.contains(&contact));
            let reached = guidance.calls[contact].is_some() && naming.names(guidance, contact);
            if named && reached && !offered.contains(&contact) {
                offered.push(contact);
                line.call.push(contact);
            }
        }
    }
}

/// How many of some texts fit on the card, one after the other, until one does not.
fn fitting(words: &mut usize, texts: impl Iterator<Item = usize>) -> usize {
    let fitting = texts.take_while(|more| {
        let fits = *words + more <= MOST_WORDS;
        *words += if fits { *more } else { 0 };
        fits
    });
    fitting.count()
}
