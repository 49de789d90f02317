//! The front door: what the service is, and where everything stands.

use serde::Serialize;
use utoipa::ToSchema;

use crate::contract::advice::Edition;
use crate::contract::prerendered::Prerendered;
use crate::facts::Answer;

/// What the service is, what it is for and what it is not, and where everything stands.
#[derive(Debug, Serialize, ToSchema)]
pub struct FrontDoor<'c> {
    /// The name of the service.
    #[schema(value_type = String, example = "signpost")]
    pub name: &'static str,
    /// The version of the program.
    #[schema(value_type = String, example = "0.1.0")]
    pub version: &'static str,
    /// The version of the contract. Within it, members and values are added and never removed or renamed.
    #[schema(value_type = String, example = "v1")]
    pub contract: &'static str,
    /// What it is for.
    #[schema(value_type = String)]
    pub intended_use: &'static str,
    /// What it does not do, and what to know before relying on it.
    #[schema(value_type = Vec<String>)]
    pub limits: &'static [&'static str],
    /// The places that the fact `jurisdiction` tells apart.
    #[schema(value_type = Vec<Answer>)]
    pub jurisdictions: &'c [Answer],
    /// The guidance that is loaded, with its limits.
    #[schema(value_type = Vec<Edition>)]
    pub guidance: &'c [Prerendered<Edition>],
    /// Where everything stands.
    #[schema(value_type = Vec<Link>)]
    pub links: &'static [Link],
}

/// Where something stands.
#[derive(Debug, Serialize, ToSchema)]
pub struct Link {
    /// What stands there.
    #[schema(value_type = String, example = "facts")]
    pub rel: &'static str,
    /// The address, from the root of the service.
    #[schema(value_type = String, example = "/v1/facts")]
    pub href: &'static str,
    /// What it is in a few words.
    #[schema(value_type = String)]
    pub title: &'static str,
}
