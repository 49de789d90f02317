//! Prohibitions and actions as entries of a note.

use crate::contract::advice::{
    Action, ActionStatus, Actor, Advice, Basis, Caution, Ground, NotCovered, Possible, Prohibition,
    ProhibitionStatus, Question, UrgencyLevel, Voice, Waiting,
};
use crate::contract::prerendered::Prerendered;
use crate::note::contacts;
use crate::note::members::{self, known};
use crate::note::sheet::Entry;
use crate::note::words::inside;

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

/// Why: so many grounds in words, and what the others cite beside.
fn why(grounds: &[&Prerendered<Ground>], told: usize) -> Option<String> {
    let (told, others) = grounds.split_at_checked(told).unwrap_or((grounds, &[]));
    let mut why: Vec<String> = Vec::new();
    for ground in told {
        let doubt = match ground.basis {
            Basis::Known => "",
            Basis::NotRuledOut => "Not ruled out: ",
        };
        why.push(format!("{doubt}{} {}", ground.because, said(ground)));
    }
    let mut beside: Vec<&String> = Vec::new();
    for id in others.iter().flat_map(|ground| &ground.citations) {
        let said = told.iter().any(|ground| ground.citations.contains(id));
        if !said && !beside.contains(&id) {
            beside.push(id);
        }
    }
    if !beside.is_empty() {
        let see = if told.is_empty() { "" } else { "See also " };
        why.push(format!("{see}{}", cited(&beside)));
    }
    (!why.is_empty()).then(|| why.join(" "))
}

/// What stands before the statements on which the editors build what nobody else says.
const OUR_OWN: &str = "This is our own advice, based on: ";

pub(super) fn prohibition(advice: &Advice<'_>, prohibition: &Prohibition<'_>) -> Entry {
    let uncertain = prohibition.status == ProhibitionStatus::Precautionary;
    let uncertain = uncertain.then_some("This may not apply here. Follow it until you know.");
    let cited = why(members::grounds(advice, prohibition.id), 0);
    let ours = prohibition.voice == Voice::Editorial;
    let cited = cited.map(|cited| if ours { OUR_OWN } else { "See " }.to_owned() + &cited);
    Entry::strong(prohibition.title.as_str())
        .maybe("", uncertain)
        .maybe("", prohibition.detail.map(|detail| detail.as_str()))
        .maybe("Until: ", prohibition.lifted_when.map(|when| when.as_str()))
        .maybe("", cited.as_deref())
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
    let contact = contacts::named(advice, &action.contacts);
    let entry = entry
        .maybe("", action.detail.map(|detail| detail.as_str()))
        .maybe("Contact: ", contact.as_deref());
    let grounds = members::grounds(advice, action.id);
    entry.maybe("Why: ", why(grounds, known(grounds)).as_deref())
}

fn cautioned(entry: Entry, cautions: &[&Prerendered<Caution>]) -> Entry {
    cautions.iter().fold(entry, |entry, caution| {
        let cited = cited(&caution.citations);
        entry.line(format!("{} {cited}", caution.because))
    })
}

/// An action that is to be done only if something turns out so: how and why is told once it has.
pub(super) fn conditional(action: &Possible<'_>) -> Entry {
    let title = inside(action.title.as_str());
    cautioned(
        Entry::strong(match members::condition(action) {
            Some(condition) => format!("If {}: {title}", inside(condition)),
            None => action.title.to_string(),
        }),
        &action.cautions,
    )
}

fn when(urgency: UrgencyLevel) -> Option<&'static str> {
    match urgency {
        UrgencyLevel::Emergency => Some("now, before all else"),
        UrgencyLevel::Urgent => Some("at once"),
        UrgencyLevel::Standard => None,
    }
}

/// What is said of what may not apply.
pub(super) const TO_BE_SAFE: &str = "To be safe, because it is not ruled out";

/// The same in short: what to do, who to reach, and what to make sure of first.
pub(super) fn in_short(advice: &Advice<'_>, action: &Action<'_>) -> Entry {
    let title = action.title.as_str();
    let title = match action.status {
        ActionStatus::Precautionary => format!("{TO_BE_SAFE}: {}", inside(title)),
        ActionStatus::Recommended => title.to_owned(),
    };
    let contact = contacts::reached(advice, &action.contacts);
    let contact = contact.map_or(String::new(), |contact| format!(" ({contact})"));
    let head = format!("{title}{contact}");
    cautioned(Entry::quiet(head), &action.cautions)
}

/// What waits for one thing, and what can be done about it.
pub(super) fn waiting(advice: &Advice<'_>, group: &Waiting<'_>) -> Entry {
    let entry = Entry::strong(format!("Wait until {} before you:", group.until));
    let entry = group.items.iter().fold(entry, |entry, action| {
        entry.line(inside(action.title.as_str()))
    });
    let reasons = group.items.iter();
    let reasons = reasons.filter_map(|item| members::reasons(advice, item.id));
    let mut lines: Vec<String> = Vec::new();
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
    let entry = cautioned(entry, &group.cautions);
    entry.maybe("Now: ", group.release_hint.map(|hint| hint.as_str()))
}

pub(super) fn question(advice: &Advice<'_>, question: &Question<'_>) -> Entry {
    let entry = Entry::strong(question.title.as_str())
        .maybe("", question.detail.map(|detail| detail.as_str()));
    members::pending(advice, question.id).fold(entry, |entry, action| {
        let title = inside(action.title.as_str());
        entry.line(format!("If yes, or if you cannot rule it out: {title}"))
    })
}

pub(super) fn gap(advice: &Advice<'_>, gap: &NotCovered<'_>) -> Entry {
    Entry::strong(gap.title.as_str())
        .maybe("", gap.detail.map(|detail| detail.as_str()))
        .maybe(
            "Contact: ",
            contacts::named(advice, &gap.contacts).as_deref(),
        )
}
