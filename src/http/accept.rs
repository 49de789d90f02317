//! Whether the client accepts a form that there is.
//!
//! Deliberately lenient: there is one form of each resource, so a preference changes nothing, and
//! a header that cannot be read accepts everything. Only a clear no is a no.

use actix_web::HttpRequest;
use actix_web::http::header::{Accept, Header, Quality};

use super::error::ApiError;

/// Refuses a request whose `Accept` header allows none of the media types offered.
pub(super) fn check(request: &HttpRequest, offered: &[&str]) -> Result<(), ApiError> {
    let Ok(Accept(ranges)) = Accept::parse(request) else {
        return Ok(());
    };
    let named = ranges
        .iter()
        .map(|range| (range.item.essence_str(), range.quality));
    let named: Vec<_> = named.collect();
    let allowed = named.is_empty() || offered.iter().any(|media_type| allows(&named, media_type));
    if allowed {
        Ok(())
    } else {
        Err(ApiError::NotAcceptable)
    }
}

/// Whether the most specific range that covers the media type allows it.
fn allows(ranges: &[(&str, Quality)], media_type: &str) -> bool {
    let family = media_type
        .split('/')
        .next()
        .map(|family| format!("{family}/*"));
    let candidates = [Some(media_type), family.as_deref(), Some("*/*")];
    let mut qualities = candidates.into_iter().flatten().filter_map(|range| {
        let of_range = ranges
            .iter()
            .filter(|(named, _)| named.eq_ignore_ascii_case(range));
        of_range.map(|(_, quality)| *quality).max()
    });
    qualities
        .next()
        .is_some_and(|quality| quality > Quality::ZERO)
}
