//! Who to contact, and the guidance that an answer rests on.

use crate::contract::advice::{Advice, CitedDocument, Edition, NamedContact};
use crate::contract::contact::Assurance;
use crate::guidance::Guidance;
use crate::note::members;
use crate::note::sheet::Entry;

/// Every contact of what is to be done now, with how to reach it.
pub(super) fn directory(advice: &Advice<'_>) -> Vec<Entry> {
    let contacts = advice.contacts.iter();
    contacts.map(|contact| in_full(contact)).collect()
}

fn in_full(contact: &NamedContact) -> Entry {
    let phones = contact.phones.iter().map(|phone| match &phone.description {
        Some(about) => format!("{} ({about})", phone.number),
        None => phone.number.clone(),
    });
    let ways = contact.url.iter().chain(&contact.email);
    let reach: Vec<String> = phones.chain(ways.chain(&contact.hours).cloned()).collect();
    let reach = (!reach.is_empty()).then(|| reach.join("; "));
    let overdue = "The review of these details is overdue.";
    Entry::strong(contact.name.clone())
        .maybe("", reach.as_deref())
        .maybe("Not for: ", contact.not_for.as_deref())
        .maybe("", contact.review_overdue.then_some(overdue))
}

/// The guidance that the answer rests on.
pub(super) fn guidance(guidance: &Guidance, advice: &Advice<'_>) -> Vec<Entry> {
    members::editions(guidance, advice)
        .map(|edition| about(advice, edition))
        .collect()
}

/// An edition, with those of its sources that the answer cites.
fn about(advice: &Advice<'_>, edition: &Edition) -> Entry {
    let head = format!("{}, edition {}", edition.title, edition.edition);
    let documents = members::documents(advice);
    let documents = documents.filter(|document| edition.sources.iter().any(|id| id == document.id));
    let cited = documents.filter_map(|document| cited(advice, document));
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
fn cited(advice: &Advice<'_>, source: &CitedDocument<'_>) -> Option<String> {
    let cited = members::citations(advice)
        .filter(|one| one.source == source.id || one.also.iter().any(|id| id == source.id));
    let ids: Vec<String> = cited
        .map(|one| match one.assurance {
            Some(Assurance::SingleSource) => format!("{} (one page only)", one.id),
            _ => one.id.clone(),
        })
        .collect();
    let date = match source.published {
        "not_stated" => "date not stated",
        date => date,
    };
    let date = match source.how_read.warning() {
        Some(warning) => format!("{date}; {warning}"),
        None => date.to_owned(),
    };
    let (title, by) = (&source.title, &source.publisher);
    let ids = (!ids.is_empty()).then(|| ids.join(", "))?;
    Some(format!("Source: {title}. {by}; {date}. [{ids}]"))
}
