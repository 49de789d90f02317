//! Whom the answer names: what is needed to reach them.

use serde::Serialize;
use utoipa::ToSchema;

use crate::contract::contact::{Contact, Phone, is_false};

/// A contact that the answer names, and how to reach it. `/v1/contacts` has the rest of each: whom it is for, how
/// far it is verified, and when it was checked.
#[derive(Debug, Serialize, ToSchema)]
pub struct NamedContact {
    /// Stable id.
    #[schema(example = "childline")]
    pub id: String,
    /// What it is called.
    pub name: String,
    /// Whether it is a person or a body by role, of whom no details are held.
    #[serde(skip_serializing_if = "is_false")]
    #[schema(required = false)]
    pub role: bool,
    /// Its telephone numbers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(required = false)]
    pub phones: Vec<Phone>,
    /// Its web address.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub url: Option<String>,
    /// Its e-mail address.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub email: Option<String>,
    /// When it can be reached, in words.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(required = false)]
    pub hours: Vec<String>,
    /// What it is not for.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub not_for: Option<String>,
    /// The role for which it is the service here: it is named wherever that one is.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub fills: Option<String>,
    /// Whether the operator of this service added it.
    #[serde(skip_serializing_if = "is_false")]
    #[schema(required = false)]
    pub local: bool,
    /// Whether the day by which it is to be checked again is over. It is given all the same.
    #[serde(skip_serializing_if = "is_false")]
    #[schema(required = false)]
    pub review_overdue: bool,
}

impl From<&Contact> for NamedContact {
    fn from(contact: &Contact) -> Self {
        let named = Self {
            id: contact.id.clone(),
            name: contact.name().to_owned(),
            role: contact.role.is_some(),
            phones: Vec::new(),
            url: None,
            email: None,
            hours: Vec::new(),
            not_for: contact.not_for.clone(),
            fills: contact.fills.clone(),
            local: contact.local,
            review_overdue: contact.review_overdue,
        };
        match &contact.service {
            None => named,
            Some(service) => Self {
                phones: service.phones.clone(),
                url: service.url.clone(),
                email: service.email.clone(),
                hours: service
                    .schedules
                    .iter()
                    .map(|hours| hours.description.clone())
                    .collect(),
                ..named
            },
        }
    }
}
