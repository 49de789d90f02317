//! The query of a resource that is read. Nothing in it is ignored: a filter that is misspelt, or that is not there, would
//! pass for every nation.

use actix_web::web::Query;

use crate::contract::problem::{Class, Fault, Refusal, unknown_names};

/// Its parameters, as forms write them.
pub(super) fn parameters(query: &str) -> Vec<(String, String)> {
    let query = Query::<Vec<(String, String)>>::from_query(query);
    query.map(Query::into_inner).unwrap_or_default()
}

/// A fault for each parameter that is not known, with those that are.
pub(super) fn unknown(given: &[(String, String)], known: &[&str]) -> Vec<Fault> {
    let names = given.iter().map(|(name, _)| name.as_str());
    let unknown = unknown_names("", names, known).into_iter();
    let known = known.iter().copied().map(str::to_owned);
    unknown
        .map(|fault| fault.allowing(known.clone().collect()))
        .collect()
}

/// Refuses a query with faults.
pub(super) fn refuse(faults: Vec<Fault>) -> Result<(), Refusal> {
    if faults.is_empty() {
        return Ok(());
    }
    Err(Refusal {
        class: Class::InvalidQuery,
        faults,
    })
}
