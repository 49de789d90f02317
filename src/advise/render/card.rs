//! The card and the controls as they are shown in the answer (SEMANTICS 16.5, 16.15, 17.1).

use super::contacts::ContactsNamed;
use crate::advise::decision::{DecidedAsk, DecidedCard, DecidedControl, DecidedLine, Decision};
use crate::contract::advice::{Ask, Card, Control, ItemStatus, Line, More};
use crate::few::Few;
use crate::guidance::ItemId;

/// The card.
pub(super) fn card<'g>(
    decision: &Decision<'g>,
    card: &DecidedCard<'g>,
    contacts: &mut ContactsNamed<'_, 'g>,
) -> Card<'g> {
    let mut lines = |lines: &[DecidedLine<'g>]| -> Vec<Line<'g>> {
        let lines = lines.iter();
        lines.map(|one| line(decision, contacts, one)).collect()
    };
    Card {
        danger: lines(card.danger.as_slice()).pop(),
        stop: lines(&card.stop),
        r#do: lines(&card.to_do),
        do_not: lines(&card.do_not),
        say: lines(card.say.as_slice()).pop(),
        then: lines(&card.then),
        ask: card.ask.iter().map(|one| ask(decision, one)).collect(),
        more: more(decision, card),
    }
}

fn line<'g>(
    decision: &Decision<'g>,
    contacts: &mut ContactsNamed<'_, 'g>,
    line: &DecidedLine<'g>,
) -> Line<'g> {
    let guidance = decision.guidance;
    contacts.name(&line.call);
    let calls = line.call.iter();
    Line {
        id: &guidance.card.lines[line.id].id,
        variant: line.variant.clone(),
        text: line.text.clone(),
        items: ids(decision, &line.items),
        who: line.who,
        level: line.level,
        basis: line.basis,
        call: calls
            .filter_map(|id| guidance.calls[*id].as_ref())
            .collect(),
    }
}

fn ask<'g>(decision: &Decision<'g>, ask: &DecidedAsk<'g>) -> Ask<'g> {
    let guidance = decision.guidance;
    let question = &guidance.questions[ask.question];
    let facts = question.facts.iter();
    let facts = facts.filter(|one| one.fact == ask.fact);
    Ask {
        id: &guidance.vocabulary()[ask.fact].name,
        text: ask.spoken,
        question: &question.id,
        facts: facts.map(|one| &one.asked).collect(),
    }
}

/// What stands behind the card (SEMANTICS 16.15).
fn more(decision: &Decision<'_>, card: &DecidedCard<'_>) -> More {
    let actions = decision.actions.iter();
    let waiting = actions.filter(|action| action.status == ItemStatus::Withheld);
    More {
        waiting: waiting.count(),
        questions: decision.questions.len() - card.ask.len(),
    }
}

/// The controls, always all of them.
pub(super) fn controls<'g>(
    decision: &Decision<'g>,
    controls: &[DecidedControl],
) -> Vec<Control<'g>> {
    let controls = controls.iter().map(|one| Control {
        control: one.control,
        state: one.state,
        items: ids(decision, &one.items).into(),
    });
    controls.collect()
}

fn ids<'g>(decision: &Decision<'g>, items: &[ItemId]) -> Few<&'g str> {
    let guidance = decision.guidance;
    items
        .iter()
        .map(|item| guidance.core(*item).id.as_str())
        .collect()
}
