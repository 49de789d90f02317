//! Who to contact, and the guidance that an answer rests on.

use std::collections::BTreeSet;

use crate::contract::advice::{ActionStatus, Advice, Citation, Edition, Source};
use crate::contract::contact::{Assurance, Contact};
use crate::contract::prerendered::Prerendered;
use crate::note::contacts::name;
use crate::note::members;
use crate::note::sheet::Entry;

/// Every contact of what is to be done now, with all that is known of how to reach it. What hangs on a
/// question, or stands only if it turns out so, names its own where it stands.
pub(super) fn directory(advice: &Advice<'_>) -> Vec<Entry> {
    let now = [ActionStatus::Recommended, ActionStatus::Precautionary];
    let actions = now
        .into_iter()
        .flat_map(|status| members::actions(advice, status));
    let named = actions.flat_map(|action| &action.contacts);
    let named = named
        .chain(advice.prohibitions.iter().flat_map(|item| &item.contacts))
        .chain(advice.not_covered.iter().flat_map(|gap| &gap.contacts));
    let named: BTreeSet<&str> = named.copied().collect();
    let contacts = advice.contacts.iter();
    contacts
        .filter(|contact| named.contains(contact.id.as_str()))
        .map(|contact| in_full(contact))
        .collect()
}

fn in_full(contact: &Contact) -> Entry {
    let mut entry = Entry::strong(name(contact));
    if let Some(role) = &contact.role {
        entry = entry.line(role.description.clone());
    }
    let Some(service) = &contact.service else {
        return entry;
    };
    let phones = service.phones.iter().map(|phone| match &phone.description {
        Some(about) => format!("{} ({about})", phone.number),
        None => phone.number.clone(),
    });
    let ways = [&service.url, &service.email].into_iter().flatten();
    let hours = service.schedules.iter().map(|hours| &hours.description);
    let reach: Vec<String> = phones.chain(ways.chain(hours).cloned()).collect();
    let mut limits = contact.audience.clone().unwrap_or_default();
    if let Some(not_for) = &contact.not_for {
        limits = format!("{}. Not for: {not_for}", limits.trim_end_matches('.'));
    }
    entry
        .line(reach.join("; "))
        .line(format!("For: {limits}"))
        .line(checked(contact))
}

fn checked(contact: &Contact) -> String {
    let overdue = if contact.review_overdue {
        "; its review is overdue"
    } else {
        ""
    };
    let day = &contact.checked_on;
    format!("From published pages, {day}; not confirmed with the service{overdue}.")
}

/// The guidance that the answer rests on.
pub(super) fn guidance(advice: &Advice<'_>) -> Vec<Entry> {
    let editions = members::editions(advice).iter();
    editions.map(|edition| about(advice, edition)).collect()
}

/// An edition, with those of its sources that the answer cites.
fn about(advice: &Advice<'_>, edition: &Edition) -> Entry {
    let head = format!("{}, edition {}", edition.title, edition.edition);
    let sources = edition.sources.iter();
    let cited = sources.filter_map(|source| cited(advice, source));
    let overdue = if edition.review_overdue {
        ": overdue"
    } else {
        ""
    };
    cited
        .fold(Entry::quiet(head), Entry::line)
        .line(format!("To be reviewed by {}{overdue}.", edition.review_by))
        .line(edition.limits.clone())
}

/// A source with the statements that are cited from it.
fn cited(advice: &Advice<'_>, source: &Source) -> Option<String> {
    let says =
        |one: &&&Prerendered<Citation>| one.source == source.id || one.also.contains(&source.id);
    let cited = members::citations(advice).iter().filter(says);
    let ids: Vec<String> = cited
        .map(|one| match one.assurance {
            Some(Assurance::SingleSource) => format!("{} (one page only)", one.id),
            _ => one.id.clone(),
        })
        .collect();
    let date = match source.published.as_str() {
        "not_stated" => "date not stated",
        date => date,
    };
    let (title, by) = (&source.title, &source.publisher);
    let ids = (!ids.is_empty()).then(|| ids.join(", "))?;
    Some(format!("Source: {title}. {by}; {date}. [{ids}]"))
}
