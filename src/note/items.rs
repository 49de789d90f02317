//! Prohibitions and actions as entries of a note.

use super::facts;
use super::page::Entry;
use super::people;
use crate::contract::advice::{
    Action, ActionStatus, Actor, Advice, Basis, Ground, NotCovered, Prohibition, ProhibitionStatus,
    Question, Waiting,
};
use crate::contract::piece::Piece;

/// The statements that something rests on.
pub(super) fn cited(citations: &[impl AsRef<str>]) -> String {
    let ids: Vec<_> = citations.iter().map(AsRef::as_ref).collect();
    format!("[{}]", ids.join(", "))
}

/// Why: so many grounds in words, and what the others cite beside.
fn why(grounds: &[&Piece<Ground>], told: usize) -> Option<String> {
    let (told, others) = grounds.split_at_checked(told).unwrap_or((grounds, &[]));
    let mut why: Vec<String> = Vec::new();
    for ground in told {
        why.push(format!("{} {}", ground.because, cited(&ground.citations)));
    }
    let mut beside: Vec<&String> = Vec::new();
    for id in others.iter().flat_map(|ground| &ground.citations) {
        let said = told.iter().any(|ground| ground.citations.contains(id));
        if !said && !beside.contains(&id) {
            beside.push(id);
        }
    }
    if !beside.is_empty() {
        why.push(format!("See also {}", cited(&beside)));
    }
    (!why.is_empty()).then(|| why.join(" "))
}

/// How many of the grounds to tell: all that are known, or else the first.
fn known(grounds: &[&Piece<Ground>]) -> usize {
    let known = grounds.iter().filter(|ground| ground.basis == Basis::Known);
    known.count().max(1)
}

pub(super) fn prohibition(prohibition: &Prohibition<'_>) -> Entry {
    let uncertain = prohibition.status == ProhibitionStatus::Precautionary;
    let uncertain = uncertain.then_some("Not ruled out: keep to it as if it were certain.");
    Entry::strong(prohibition.title.as_str())
        .maybe("", uncertain)
        .maybe("", prohibition.detail.map(|detail| detail.as_str()))
        .maybe(
            "Holds until ",
            prohibition.lifted_when.map(|when| when.as_str()),
        )
        .maybe("Why: ", why(&prohibition.grounds, 1).as_deref())
}

pub(super) fn action(advice: &Advice<'_>, action: &Action<'_>) -> Entry {
    let entry = Entry::strong(action.title.as_str()).line(match action.actor {
        Actor::Professional => "Who: you",
        Actor::Child => "Who: the child, with your support",
    });
    let entry = entry
        .maybe("", action.detail.map(|detail| detail.as_str()))
        .maybe(
            "Contact: ",
            people::named(advice, &action.contacts).as_deref(),
        );
    let cautions = action.cautions.iter();
    let entry = cautions.fold(entry, |entry, caution| {
        let cited = cited(&caution.citations);
        entry.line(format!("{} {cited}", caution.because))
    });
    let told = known(&action.grounds);
    let entry = entry.maybe("Why: ", why(&action.grounds, told).as_deref());
    if action.status == ActionStatus::Conditional {
        entry.maybe("Depends on: ", facts::asked(&action.depends_on).as_deref())
    } else {
        entry
    }
}

/// What waits, and what can be done about it.
pub(super) fn waiting(advice: &Advice<'_>, waiting: &Waiting<'_>) -> Entry {
    let until: Vec<_> = waiting.until.iter().map(|until| until.as_str()).collect();
    let held = waiting
        .items
        .iter()
        .filter_map(|id| advice.actions.iter().find(|action| action.id == *id));
    let held: Vec<_> = held.collect();
    let mut because: Vec<String> = Vec::new();
    for reason in held.iter().flat_map(|action| &action.withheld_because) {
        let reason = match reason.citations.as_slice() {
            [] => reason.because.clone(),
            citations => format!("{} {}", reason.because, cited(citations)),
        };
        if !because.contains(&reason) {
            because.push(reason);
        }
    }
    let entry = Entry::strong(format!("Until {}:", until.join("; or until ")));
    let entry = held.iter().fold(entry, |entry, action| {
        entry.line(format!("Not yet: {}", action.title.as_str()))
    });
    let entry = because
        .into_iter()
        .fold(entry, |entry, reason| entry.line(format!("Why: {reason}")));
    entry.maybe("Now: ", waiting.release_hint.map(|hint| hint.as_str()))
}

pub(super) fn question(advice: &Advice<'_>, question: &Question<'_>) -> Entry {
    let entry = Entry::strong(question.title.as_str())
        .maybe("", question.detail.map(|detail| detail.as_str()));
    let consequences = question.consequences.iter();
    consequences.fold(entry, |entry, action| {
        let contact = people::named(advice, &action.contacts);
        let contact = contact.map(|contact| format!(" ({contact})"));
        entry.line(format!(
            "If it is so, or nobody knows: {}{}",
            action.title.as_str(),
            contact.unwrap_or_default()
        ))
    })
}

pub(super) fn gap(advice: &Advice<'_>, gap: &NotCovered<'_>) -> Entry {
    Entry::strong(gap.title.as_str())
        .maybe("", gap.detail.map(|detail| detail.as_str()))
        .maybe("Contact: ", people::named(advice, &gap.contacts).as_deref())
}
