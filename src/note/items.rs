//! Prohibitions and actions as entries of a note.

use super::facts;
use super::page::Entry;
use super::people;
use crate::contract::advice::{
    Action, ActionStatus, Actor, Advice, Basis, Caution, Ground, NotCovered, Possible,
    PossibleStatus, Prohibition, ProhibitionStatus, Question, Reasons, UrgencyLevel, Voice,
    Waiting,
};
use crate::contract::prerendered::Prerendered;
use crate::facts::Vocabulary;

/// Why it is so: the statements of a ground, and that they are carried over where the editors speak.
fn said(ground: &Ground) -> String {
    let ids = ground.citations.join(", ");
    match ground.voice {
        Voice::Editorial => format!("[our own advice, on {ids}]"),
        _ => format!("[{ids}]"),
    }
}

/// The statements that something rests on.
pub(super) fn cited(citations: &[impl AsRef<str>]) -> String {
    let ids: Vec<_> = citations.iter().map(AsRef::as_ref).collect();
    format!("[{}]", ids.join(", "))
}

/// Why an item stands where it stands.
fn reasons<'a, 'g>(advice: &'a Advice<'g>, item: &str) -> Option<&'a Reasons<'g>> {
    let mut reasons = advice.reasons.iter().flatten();
    reasons.find(|reasons| reasons.item == item)
}

/// The grounds of an item.
fn grounds<'a, 'g>(advice: &'a Advice<'g>, item: &str) -> &'a [&'g Prerendered<Ground>] {
    reasons(advice, item).map_or(&[], |reasons| &reasons.grounds)
}

/// Why: so many grounds in words, and what the others cite beside.
fn why(grounds: &[&Prerendered<Ground>], told: usize) -> Option<String> {
    let (told, others) = grounds.split_at_checked(told).unwrap_or((grounds, &[]));
    let mut why: Vec<String> = Vec::new();
    for ground in told {
        why.push(format!("{} {}", ground.because, said(ground)));
    }
    let mut beside: Vec<&String> = Vec::new();
    for id in others.iter().flat_map(|ground| &ground.citations) {
        let said = told.iter().any(|ground| ground.citations.contains(id));
        if !said && !beside.contains(&id) {
            beside.push(id);
        }
    }
    if !beside.is_empty() {
        let see = if told.is_empty() { "See" } else { "See also" };
        why.push(format!("{see} {}", cited(&beside)));
    }
    (!why.is_empty()).then(|| why.join(" "))
}

/// How many of the grounds to tell: all that are known, or else the first.
fn known(grounds: &[&Prerendered<Ground>]) -> usize {
    let known = grounds.iter().filter(|ground| ground.basis == Basis::Known);
    known.count().max(1)
}

/// That nobody but the editors says it.
fn ours(voice: Voice) -> Option<&'static str> {
    (voice == Voice::Editorial).then_some("Our own advice: no statement says just this.")
}

pub(super) fn prohibition(advice: &Advice<'_>, prohibition: &Prohibition<'_>) -> Entry {
    let uncertain = prohibition.status == ProhibitionStatus::Precautionary;
    let uncertain = uncertain.then_some("It may not apply here. Keep to it until that is known.");
    Entry::strong(prohibition.title.as_str())
        .maybe("", uncertain)
        .maybe("", prohibition.detail.map(|detail| detail.as_str()))
        .maybe("Until: ", prohibition.lifted_when.map(|when| when.as_str()))
        .maybe("", ours(prohibition.voice))
        .maybe("", why(grounds(advice, prohibition.id), 0).as_deref())
}

pub(super) fn action(advice: &Advice<'_>, action: &Action<'_>) -> Entry {
    let entry = Entry::strong(action.title.as_str())
        .line(match action.actor {
            Actor::Professional => "Who: you",
            Actor::Child => "Who: the child, with your support",
            Actor::ProfessionalOrLead => "Who: you or your safeguarding lead",
            Actor::SafeguardingLead => "Who: your safeguarding lead, not you by yourself",
        })
        .maybe("When: ", when(action.urgency));
    // What to make sure of stands before how it is done, so that nobody acts before reading it.
    let entry = cautioned(entry, &action.cautions);
    let contact = people::named(advice, &action.contacts);
    let entry = entry
        .maybe("", action.detail.map(|detail| detail.as_str()))
        .maybe("Contact: ", contact.as_deref());
    let grounds = grounds(advice, action.id);
    entry.maybe("Why: ", why(grounds, known(grounds)).as_deref())
}

fn cautioned(entry: Entry, cautions: &[&Prerendered<Caution>]) -> Entry {
    cautions.iter().fold(entry, |entry, caution| {
        let cited = cited(&caution.citations);
        entry.line(format!("{} {cited}", caution.because))
    })
}

/// An action that is to be done only if something turns out so: how and why is told once it has.
pub(super) fn conditional(vocabulary: &Vocabulary, action: &Possible<'_>) -> Entry {
    cautioned(Entry::strong(action.title.as_str()), &action.cautions).maybe(
        "Depends on: ",
        facts::asked(vocabulary, &action.depends_on).as_deref(),
    )
}

fn when(urgency: UrgencyLevel) -> Option<&'static str> {
    match urgency {
        UrgencyLevel::Emergency => Some("now, before all else"),
        UrgencyLevel::Urgent => Some("at once"),
        UrgencyLevel::Standard => None,
    }
}

/// The same in short: what to do, whom to reach, and what to make sure of first.
pub(super) fn in_short(advice: &Advice<'_>, action: &Action<'_>) -> Entry {
    let open = match action.status {
        ActionStatus::Precautionary => "Not ruled out, so act as if it is so: ",
        _ => "",
    };
    let contact = people::reached(advice, &action.contacts);
    let contact = contact.map_or(String::new(), |contact| format!(" ({contact})"));
    let head = format!("{open}{}{contact}", action.title.as_str());
    cautioned(Entry::quiet(head), &action.cautions)
}

/// What waits for one thing, and what can be done about it.
pub(super) fn waiting(advice: &Advice<'_>, group: &Waiting<'_>) -> Entry {
    let entry = Entry::strong(format!("Not until {}:", group.until));
    let entry = group.items.iter().fold(entry, |entry, action| {
        entry.line(format!("Waits: {}", action.title.as_str()))
    });
    let mut lines: Vec<String> = Vec::new();
    let reasons = group
        .items
        .iter()
        .filter_map(|item| reasons(advice, item.id));
    for reason in reasons.flat_map(|reasons| &reasons.withheld_because) {
        let line = match reason.citations.as_slice() {
            [] => format!("Why: {}", reason.because),
            citations => format!("Why: {} {}", reason.because, cited(citations)),
        };
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    let entry = lines.into_iter().fold(entry, Entry::line);
    entry.maybe("Now: ", group.release_hint.map(|hint| hint.as_str()))
}

pub(super) fn question(advice: &Advice<'_>, question: &Question<'_>) -> Entry {
    let entry = Entry::strong(question.title.as_str())
        .maybe("", question.detail.map(|detail| detail.as_str()));
    pending(advice, question.id).fold(entry, |entry, action| {
        let title = action.title.as_str();
        entry.line(format!("Unless the answer rules it out: {title}"))
    })
}

/// The actions to take unless the answer to a question rules them out.
pub(super) fn pending<'a, 'g>(
    advice: &'a Advice<'g>,
    question: &str,
) -> impl Iterator<Item = &'a Possible<'g>> {
    let possible = advice.possible.iter().flatten();
    let pending = possible.filter(|action| action.status == PossibleStatus::Pending);
    pending.filter(move |action| action.question == Some(question))
}

pub(super) fn gap(advice: &Advice<'_>, gap: &NotCovered<'_>) -> Entry {
    Entry::strong(gap.title.as_str())
        .maybe("", gap.detail.map(|detail| detail.as_str()))
        .maybe("Contact: ", people::named(advice, &gap.contacts).as_deref())
}
