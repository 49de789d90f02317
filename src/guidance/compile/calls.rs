//! Contacts as links (SEMANTICS 16.14).

use crate::contract::advice::Call;
use crate::contract::contact::{Contact, Service};
use crate::contract::prerendered::Prerendered;

/// What a line offers of a contact; nothing for a role, or a service that only an e-mail reaches.
pub(super) fn call(contact: &Contact) -> Option<Prerendered<Call>> {
    let service = contact.service.as_ref()?;
    let (shown, href) = telephone(service).or_else(|| page(service))?;
    Some(Prerendered::new(Call {
        contact: contact.id.clone(),
        label: format!("{}: {shown}", service.name),
        href,
    }))
}

fn telephone(service: &Service) -> Option<(String, String)> {
    let number = &service.phones.first()?.number;
    // A number in letters is dialled differently from place to place.
    if number.chars().any(char::is_alphabetic) {
        return None;
    }
    let dialled: String = number
        .chars()
        .filter(|one| one.is_ascii_digit() || *one == '+')
        .collect();
    Some((number.clone(), format!("tel:{dialled}")))
}

fn page(service: &Service) -> Option<(String, String)> {
    let url = service.url.as_ref()?;
    let address = url.trim_start_matches("https://");
    let host = address.split('/').next()?;
    Some((host.trim_start_matches("www.").to_owned(), url.clone()))
}
