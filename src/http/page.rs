//! The page at `/` and `/try`: a client of the service like any other, which the program brings along.
//!
//! Its files stand in `src/page` and are sent as they are, but for what the operator sets. It is no resource of the
//! contract.

use std::sync::Arc;

use actix_web::dev::HttpServiceFactory;
use actix_web::http::header::{self, HeaderName, HeaderValue};
use actix_web::web::{self, Bytes};
use actix_web::{HttpRequest, HttpResponse, guard};

use super::error::ApiError;
use super::representations::{Representations, answer};
use super::state::State;
use crate::facts::Vocabulary;

/// Nothing but what this service sends, nothing inline, and nothing that is not needed.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
                      base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";

/// Files that belong together are never of two versions.
const ASK_EACH_TIME: &str = "no-cache";

const HTML: &str = "text/html; charset=utf-8";
const SCRIPT: &str = "text/javascript; charset=utf-8";

/// The page on which incidents are stated: the operator's defaults are written into it.
const TRY: (&str, &str) = ("/try", include_str!("../page/try.html"));

const FILES: &[(&str, &str, &str)] = &[
    ("/", HTML, include_str!("../page/index.html")),
    (
        "/page/page.css",
        "text/css; charset=utf-8",
        include_str!("../page/page.css"),
    ),
    (
        "/page/icon.svg",
        "image/svg+xml",
        include_str!("../page/icon.svg"),
    ),
    ("/page/api.js", SCRIPT, include_str!("../page/api.js")),
    ("/page/behind.js", SCRIPT, include_str!("../page/behind.js")),
    ("/page/card.js", SCRIPT, include_str!("../page/card.js")),
    (
        "/page/changes.js",
        SCRIPT,
        include_str!("../page/changes.js"),
    ),
    ("/page/form.js", SCRIPT, include_str!("../page/form.js")),
    (
        "/page/incident.js",
        SCRIPT,
        include_str!("../page/incident.js"),
    ),
    ("/page/pace.js", SCRIPT, include_str!("../page/pace.js")),
    ("/page/record.js", SCRIPT, include_str!("../page/record.js")),
    ("/page/start.js", SCRIPT, include_str!("../page/start.js")),
    ("/page/try.js", SCRIPT, include_str!("../page/try.js")),
    ("/page/words.js", SCRIPT, include_str!("../page/words.js")),
];

/// The page of a service, with what its operator sets.
#[derive(Debug, Clone)]
pub struct BrowserPage(Arc<Representations>);

impl BrowserPage {
    /// What an operator can set for each incident to begin with. Nothing else: it would be taken for known of an incident,
    /// and nobody would have said so.
    pub const SETTABLE: [&str; 3] = [Vocabulary::JURISDICTION, "setting", "asked_by"];

    /// The page of that service, where these facts have these answers until somebody gives others.
    ///
    /// # Errors
    ///
    /// What the fact can be, where one has an answer that it cannot have.
    pub fn new(state: &State, defaults: &[(&'static str, String)]) -> Result<Self, String> {
        let snapshot = state.now();
        for (fact, value) in defaults {
            let answers = answers(snapshot.intake.vocabulary(), fact);
            if !answers.contains(&value.as_str()) {
                return Err(format!("{fact} can be {}", answers.join(", ")));
            }
        }
        let mut files = Representations::new(ASK_EACH_TIME);
        for (path, media_type, text) in FILES {
            files.put(
                (*path).to_owned(),
                media_type,
                Bytes::from_static(text.as_bytes()),
            );
        }
        let (path, text) = TRY;
        let text = text.replace(&attribute(&[]), &attribute(defaults));
        files.put(path.to_owned(), HTML, text.into());
        Ok(Self(Arc::new(files)))
    }

    /// Where the page is, for the table of methods.
    pub(super) const PATHS: [&str; 3] = ["/", TRY.0, "/page/{file}"];

    /// What answers at these paths.
    pub(super) fn services(&self) -> impl Iterator<Item = impl HttpServiceFactory + 'static> {
        Self::PATHS.into_iter().map(|path| {
            let page = self.clone();
            let read = move |request| std::future::ready(page.read(&request));
            web::resource(path).guard(guard::Get()).to(read)
        })
    }

    fn read(&self, request: &HttpRequest) -> Result<HttpResponse, ApiError> {
        let mut response = answer(request, &self.0, request.match_info().as_str())?;
        let headers = response.headers_mut();
        let mut set =
            |name: HeaderName, value| headers.insert(name, HeaderValue::from_static(value));
        set(header::CONTENT_SECURITY_POLICY, POLICY);
        set(header::REFERRER_POLICY, "no-referrer");
        Ok(response)
    }
}

fn answers<'v>(vocabulary: &'v Vocabulary, fact: &str) -> Vec<&'v str> {
    let fact = vocabulary.named(fact).map(|fact| &vocabulary[fact]);
    fact.iter().flat_map(|fact| fact.values()).collect()
}

/// What each incident begins with, as the attribute of the page has it.
fn attribute(defaults: &[(&str, String)]) -> String {
    let value = |fact| {
        defaults
            .iter()
            .find(|(set, _)| *set == fact)
            .map_or("", |(_, value)| value)
    };
    BrowserPage::SETTABLE
        .map(|fact| format!("{fact}={}", value(fact)))
        .join("&amp;")
}
