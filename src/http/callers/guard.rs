//! Lets requests pass, or says why not.

use std::num::NonZeroU32;
use std::sync::Arc;

use actix_web::dev::ServiceRequest;
use actix_web::http::header::{AUTHORIZATION, HeaderMap, HeaderName, HeaderValue};
use time::OffsetDateTime;

use super::address;
use super::keys::Keys;
use super::rates::{Allowance, Rates};
use crate::contract::problem::Class;
use crate::http::listen::{Exchange, Proxies, counted};
use crate::http::page::BrowserPage;

const API_KEY: HeaderName = HeaderName::from_static("x-api-key");
const RATE_LIMIT: HeaderName = HeaderName::from_static("ratelimit");
const RATE_LIMIT_POLICY: HeaderName = HeaderName::from_static("ratelimit-policy");

/// What anybody may read beside the page, which asks for a key itself: how the service is, and what describes it. It is
/// the same for everybody, and public.
const OPEN: [&str; 6] = [
    "/health/",
    "/docs",
    "/openapi",
    "/swagger",
    "/schemas/",
    "/problems/",
];

/// Who may call, and how often.
#[derive(Debug)]
pub(in crate::http) struct Guard {
    keys: Keys,
    addresses: Option<Rates>,
    proxies: Proxies,
}

/// A request that may pass, or not: what its answer says of it.
#[derive(Debug, Default)]
pub(in crate::http) struct Pass {
    /// The name of the key.
    pub(in crate::http) key: Option<Arc<str>>,
    /// Why it may not.
    pub(in crate::http) refusal: Option<Class>,
    rate: Option<(&'static str, Allowance)>,
}

impl Guard {
    pub(in crate::http) fn new(keys: Keys, a_minute: Option<NonZeroU32>, proxies: Proxies) -> Self {
        Self {
            keys,
            addresses: a_minute.map(Rates::a_minute),
            proxies,
        }
    }

    /// Looks at who calls, and whether there is time for them.
    pub(in crate::http) fn look(&self, request: &ServiceRequest, from: Option<&Exchange>) -> Pass {
        let mut pass = self.who(request, from);
        let late = || from.is_some_and(|from| !from.is_borne());
        if pass.refusal.is_none() && late() && !is_open(request) {
            pass.refusal = Some(Class::Overloaded);
        }
        pass
    }

    /// Whether whoever calls may, and how often.
    #[expect(clippy::disallowed_methods, reason = "a key expires on its day")]
    fn who(&self, request: &ServiceRequest, from: Option<&Exchange>) -> Pass {
        let mut pass = Pass::default();
        let keys = self.keys.now();
        if keys.is_none() && self.addresses.is_none() || is_open(request) {
            return pass;
        }
        let peer = from.and_then(Exchange::address);
        let address = peer.and_then(|peer| address::of(request, peer, &self.proxies));
        // Before its key, so that keys cannot be tried without end.
        if let (Some(rates), Some(address)) = (&self.addresses, address) {
            pass.count("address", rates.take(counted(address)));
        }
        if pass.refusal.is_some() {
            return pass;
        }
        let Some(keys) = keys else { return pass };
        let Some(key) = presented(request.headers()).and_then(|key| keys.find(key)) else {
            pass.refusal = Some(Class::Unauthorized);
            return pass;
        };
        pass.key = Some(key.name.clone());
        if key.is_expired(OffsetDateTime::now_utc().date()) {
            pass.refusal = Some(Class::Forbidden);
        } else if let Some(rate) = &key.rate {
            pass.count("key", rate.take());
        }
        pass
    }
}

impl Pass {
    fn count(&mut self, by: &'static str, taken: Result<Allowance, Allowance>) {
        let (allowance, refusal) = match taken {
            Ok(allowance) => (allowance, None),
            Err(allowance) => (allowance, Some(Class::TooMany)),
        };
        self.rate = Some((by, allowance));
        self.refusal = refusal;
    }

    /// Why it may not, in a word for the metrics.
    pub(in crate::http) fn refused_for(&self) -> Option<&'static str> {
        Some(match (self.refusal?, &self.rate) {
            (Class::Unauthorized, _) => "no_key",
            (Class::Forbidden, _) => "expired",
            (Class::Overloaded, _) => "late",
            (_, Some((by, _))) => by,
            _ => "other",
        })
    }

    /// Says in an answer how often whoever asks may still call.
    pub(in crate::http) fn tell(&self, headers: &mut HeaderMap) {
        let Some((
            by,
            Allowance {
                limit,
                left,
                seconds,
            },
        )) = self.rate
        else {
            return;
        };
        let policy = format!("\"{by}\";q={limit};w=60");
        let allowance = format!("\"{by}\";r={left};t={seconds}");
        for (name, value) in [(RATE_LIMIT_POLICY, policy), (RATE_LIMIT, allowance)] {
            if let Ok(value) = HeaderValue::try_from(value) {
                headers.insert(name, value);
            }
        }
        if self.refusal == Some(Class::TooMany) {
            headers.insert(
                actix_web::http::header::RETRY_AFTER,
                HeaderValue::from(seconds),
            );
        }
    }
}

/// What has no pattern is not open: a path can be written in many ways, a pattern is ours.
fn is_open(request: &ServiceRequest) -> bool {
    let pattern = request.match_pattern();
    pattern.is_some_and(|pattern| {
        let page = BrowserPage::PATHS.contains(&pattern.as_str());
        page || OPEN.iter().any(|open| pattern.starts_with(open))
    })
}

/// The key that a request presents.
fn presented(headers: &HeaderMap) -> Option<&[u8]> {
    if let Some(key) = headers.get(API_KEY) {
        return Some(key.as_bytes());
    }
    let (scheme, key) = headers.get(AUTHORIZATION)?.as_bytes().split_at_checked(7)?;
    scheme
        .eq_ignore_ascii_case(b"bearer ")
        .then(|| key.trim_ascii())
}
