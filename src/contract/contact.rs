//! Who to turn to: services with published details, and people by their role.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::open_enum::open_enum;

/// A service or a person's role to turn to, under a stable id.
///
/// Either `service` or `role` is present. The members of `service` carry the field names of the
/// Open Referral Human Services Data Specification; no conformance to it is claimed.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// Stable id.
    #[schema(example = "childline")]
    pub id: String,
    /// A service with published contact details.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub service: Option<Service>,
    /// A person or body that the professional knows or can find; no details are held.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub role: Option<Role>,
    /// Who may use it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub audience: Option<String>,
    /// The same in words to filter by.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub audiences: Vec<Audience>,
    /// What it is not for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub not_for: Option<String>,
    /// Whether the material may be sent to it. It never may.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub may_receive_image: Option<MayReceiveImage>,
    /// Whether an operator's own guidance may give a service for it.
    #[serde(default, skip_serializing_if = "is_false")]
    #[schema(required = false)]
    pub fillable: bool,
    /// How far the details are verified.
    #[serde(default)]
    #[schema(required = true)]
    pub assurance: Assurance,
    /// The day on which it was last compared with what it comes from (ISO 8601).
    #[serde(default)]
    #[schema(required = true, example = "2026-11-22")]
    pub checked_on: String,
    /// The day by which it is to be checked again (ISO 8601).
    #[serde(default)]
    #[schema(required = true, example = "2027-05-22")]
    pub review_by: String,
    /// Whether that day is over. It is given all the same.
    #[serde(default)]
    #[schema(required = true)]
    pub review_overdue: bool,
    /// Whether the operator of this service added it.
    #[serde(default, skip_serializing_if = "is_false")]
    #[schema(required = false)]
    pub local: bool,
    /// The contact for which it is the service here: it is named wherever that one is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub fills: Option<String>,
    /// The pages that the details of a service were taken from, as they were read on the day in `checked_on`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pages: Vec<Page>,
    /// The statements that a role comes from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub statements: Vec<String>,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde passes a reference"
)]
pub(super) fn is_false(value: &bool) -> bool {
    !value
}

impl Contact {
    /// What it is called.
    pub fn name(&self) -> &str {
        let service = self.service.as_ref().map(|service| &service.name);
        let role = self.role.as_ref().map(|role| &role.name);
        service.or(role).unwrap_or(&self.id)
    }

    /// Where the contact serves: codes of the fact `jurisdiction`.
    pub fn service_areas(&self) -> &[String] {
        match (&self.service, &self.role) {
            (Some(service), _) => &service.service_areas,
            (None, Some(role)) => &role.service_areas,
            (None, None) => &[],
        }
    }
}

/// A service as its publisher describes it.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Service {
    /// What it is called.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// Its web address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub url: Option<String>,
    /// Its e-mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub email: Option<String>,
    /// Its telephone numbers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub phones: Vec<Phone>,
    /// When it can be reached.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub schedules: Vec<Schedule>,
    /// Where it serves: codes of the fact `jurisdiction`.
    pub service_areas: Vec<String>,
    /// The languages that it offers (ISO 639), where its publisher states them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<String>,
}

/// A telephone number as it is published.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Phone {
    /// The number as it is dialled within the service area.
    #[schema(example = "999")]
    pub number: String,
    /// What sets this number apart.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub description: Option<String>,
}

/// When a service can be reached.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Schedule {
    /// The times in words.
    pub description: String,
}

/// A page that details of a service were taken from.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Page {
    /// Who published it.
    pub publisher: String,
    /// Its title.
    pub title: String,
    /// Its whole address.
    #[schema(example = "https://learning.nspcc.org.uk/services/childline")]
    pub url: String,
    /// When it was published, or `not_stated`.
    pub published: String,
    /// Whose page it is.
    pub how_read: HowRead,
}

/// A person or body by role.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Role {
    /// What to call them.
    pub name: String,
    /// Who exactly is meant.
    pub description: String,
    /// Where the role applies: codes of the fact `jurisdiction`.
    pub service_areas: Vec<String>,
}

open_enum! {
    /// Whether material may be sent to a contact.
    pub enum MayReceiveImage {
        /// Never.
        No = "no",
    }
}

open_enum! {
    /// Who may use a service.
    pub enum Audience {
        /// A child or young person.
        Child = "child",
        /// A parent or carer.
        ParentOrCarer = "parent_or_carer",
        /// Someone who works with children.
        Professional = "professional",
        /// Any adult.
        Adult = "adult",
    }
}

open_enum! {
    /// How something was read: at its publisher's, or elsewhere.
    pub enum HowRead {
        /// On a page of whoever says it.
        Primary = "primary",
        /// In a copy of its text that somebody else keeps.
        Mirror = "mirror",
        /// At second hand: on a page of somebody else, who tells what it says.
        Secondary = "secondary",
        /// As the document itself, of which no page is named.
        Document = "document",
    }
}

impl HowRead {
    /// Whether it needs no warning.
    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "serde passes a reference"
    )]
    pub(crate) fn is_first_hand(&self) -> bool {
        self.warning().is_none()
    }

    /// What a reader is to know of it.
    pub(crate) fn warning(self) -> Option<&'static str> {
        match self {
            Self::Mirror => Some("read in a copy"),
            Self::Secondary => Some("read at second hand"),
            Self::Primary | Self::Document => None,
        }
    }
}

open_enum! {
    /// How far a contact's details are verified.
    pub enum Assurance {
        /// Whoever runs the service says so, or two or more published pages agree.
        Verified = "verified",
        /// One published page says so.
        SingleSource = "single_source",
        /// No details are held: the professional knows whom to turn to, or can find out.
        NoDetails = "no_details",
    }
}

#[expect(
    clippy::derivable_impls,
    reason = "the macro declares the words, and nothing more"
)]
impl Default for Assurance {
    fn default() -> Self {
        Self::NoDetails
    }
}
