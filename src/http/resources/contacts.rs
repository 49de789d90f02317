//! What `/v1/contacts` takes as a query: all contacts, or those for a place and for whoever is to call.
//!
//! A role has no audience and is listed by place alone: to a child who looks for help it is nobody to
//! call.
//!
//! Each list that can be asked for is written once, like everything else that is read.

use std::borrow::Cow;

use actix_web::HttpRequest;
use utoipa::PartialSchema;
use utoipa::openapi::path::{Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::{OpenApi, RefOr, Required};

use super::query;
use crate::contract::contact::{Audience, Contact};
use crate::contract::prerendered::Prerendered;
use crate::contract::problem::{Fault, FaultCode, Refusal};
use crate::facts::Vocabulary;
use crate::guidance::Guidance;
use crate::http::problems::names;

const PATH: &str = "/v1/contacts";
const JURISDICTION: &str = "jurisdiction";
const AUDIENCE: &str = "audience";

/// Which contacts are asked for.
#[derive(Debug, Clone, Copy)]
struct Filter<'v> {
    jurisdiction: Option<&'v str>,
    audience: Option<&'static str>,
}

/// Every list that can be asked for, by its name.
pub(super) fn lists(
    guidance: &Guidance,
) -> impl Iterator<Item = (String, Vec<&Prerendered<Contact>>)> {
    Filter::every(guidance.vocabulary()).map(move |filter| {
        let chosen = guidance.contacts().iter().filter(|one| filter.keeps(one));
        (filter.name(), chosen.collect())
    })
}

/// The name of the list that a request asks for.
pub(super) fn select<'r>(
    request: &'r HttpRequest,
    vocabulary: &Vocabulary,
) -> Result<Cow<'r, str>, Refusal> {
    let filter = Filter::of(vocabulary, request.query_string())?;
    Ok(filter.name().into())
}

fn jurisdictions(vocabulary: &Vocabulary) -> impl Iterator<Item = &str> {
    vocabulary[vocabulary.jurisdiction()].values()
}

fn audiences() -> impl Iterator<Item = &'static str> {
    Audience::ALL.iter().map(|audience| audience.word())
}

impl<'v> Filter<'v> {
    fn every(vocabulary: &'v Vocabulary) -> impl Iterator<Item = Self> {
        let places = std::iter::once(None).chain(jurisdictions(vocabulary).map(Some));
        places.flat_map(|jurisdiction| {
            let readers = std::iter::once(None).chain(audiences().map(Some));
            readers.map(move |audience| Self {
                jurisdiction,
                audience,
            })
        })
    }

    /// What a query asks for.
    fn of(vocabulary: &'v Vocabulary, query: &str) -> Result<Self, Refusal> {
        let given = query::parameters(query);
        let mut faults = query::unknown(&given, &[JURISDICTION, AUDIENCE]);
        let filter = Self {
            jurisdiction: one_of(
                &given,
                JURISDICTION,
                jurisdictions(vocabulary).collect(),
                &mut faults,
            ),
            audience: one_of(&given, AUDIENCE, audiences().collect(), &mut faults),
        };
        query::refuse(faults)?;
        Ok(filter)
    }

    /// Whether a contact is listed. A role is nobody's service: it has no audience.
    fn keeps(&self, contact: &Contact) -> bool {
        let serves = |place: &str| contact.service_areas().iter().any(|area| area == place);
        let is_for = |reader: &str| contact.audiences.iter().any(|one| one.word() == reader);
        self.jurisdiction.is_none_or(serves) && self.audience.is_none_or(is_for)
    }

    /// The name by which the list is read.
    fn name(&self) -> String {
        match (self.jurisdiction, self.audience) {
            (None, None) => PATH.to_owned(),
            (place, reader) => {
                let (place, reader) = (place.unwrap_or_default(), reader.unwrap_or_default());
                format!("{PATH}?{JURISDICTION}={place}&{AUDIENCE}={reader}")
            }
        }
    }
}

/// The value of a parameter, which must be one of those allowed and be given once.
fn one_of<'v>(
    given: &[(String, String)],
    name: &str,
    allowed: Vec<&'v str>,
    faults: &mut Vec<Fault>,
) -> Option<&'v str> {
    let mut values = given.iter().filter(|(given, _)| given == name);
    let (_, value) = values.next()?;
    let found = allowed.iter().find(|allowed| *allowed == value).copied();
    let code = if values.next().is_some() {
        FaultCode::TooMany
    } else if found.is_none() {
        FaultCode::NotAllowed
    } else {
        return found;
    };
    let allowed = allowed.into_iter().map(str::to_owned);
    faults.push(Fault::at(format!("/{name}"), code).allowing(allowed.collect()));
    None
}

/// Says in the document which places there are: the vocabulary knows them.
pub(in crate::http) fn document_places(document: &mut OpenApi, vocabulary: &Vocabulary) {
    let path = document.paths.paths.get_mut(PATH);
    let operation = path.and_then(|path| path.get.as_mut());
    let parameters = operation.and_then(|operation| operation.parameters.as_mut());
    for parameter in parameters.into_iter().flatten() {
        if let RefOr::T(parameter) = parameter
            && parameter.name == JURISDICTION
        {
            parameter.schema = Some(names(jurisdictions(vocabulary)));
        }
    }
}

/// What a query can hold.
pub(super) fn parameters(_: &str) -> Vec<Parameter> {
    let parameter = |name, about, words| {
        ParameterBuilder::new()
            .name(name)
            .parameter_in(ParameterIn::Query)
            .required(Required::False)
            .description(Some(about))
            .schema(Some(words))
            .build()
    };
    vec![
        parameter(
            JURISDICTION,
            "Those that serve there, roles included: a code of the fact `jurisdiction`.",
            String::schema(),
        ),
        parameter(
            AUDIENCE,
            "Those that whoever is meant may use: a word of `audiences`. Roles have none, and are left out.",
            names(audiences()),
        ),
    ]
}
