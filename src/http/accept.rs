//! Which of the forms that there are the client is to get.
//!
//! Deliberately lenient: a header that cannot be read accepts everything. Only a clear no is a no.

use actix_web::HttpRequest;
use actix_web::http::header::{Accept, Header, Quality};

use crate::contract::problem::Class;

/// Refuses a request whose `Accept` header allows none of the media types offered.
pub(super) fn check(request: &HttpRequest, offered: &[&str]) -> Result<(), Class> {
    choose(request, offered).map(drop)
}

/// The media type that the client gives the highest quality; the first of those with the same. Parameters of those
/// offered, such as the charset, are no matter of quality.
pub(super) fn choose<'o>(request: &HttpRequest, offered: &[&'o str]) -> Result<&'o str, Class> {
    let first = offered.first().copied().ok_or(Class::NotAcceptable);
    let Ok(Accept(ranges)) = Accept::parse(request) else {
        return first;
    };
    if ranges.is_empty() {
        return first;
    }
    let named = ranges
        .iter()
        .map(|range| (range.item.essence_str(), range.quality));
    let named: Vec<_> = named.collect();
    let offered = offered
        .iter()
        .rev()
        .map(|media_type| (quality(&named, media_type), *media_type));
    // Of several with the same quality the last is taken: the first offered.
    match offered.max_by_key(|(quality, _)| *quality) {
        Some((quality, media_type)) if quality > Quality::ZERO => Ok(media_type),
        _ => Err(Class::NotAcceptable),
    }
}

/// The quality of a media type: that of the most specific range that covers it.
fn quality(ranges: &[(&str, Quality)], media_type: &str) -> Quality {
    let media_type = media_type.split(';').next().unwrap_or(media_type);
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
    qualities.next().unwrap_or(Quality::ZERO)
}
