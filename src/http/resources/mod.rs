//! The one table of resources: path, operation, and what writes its representations, in a row.
//!
//! The application, the `OpenAPI` document and what is served all come from it, so that no resource can be
//! undocumented but the pages at `/docs`, which show that document, and those at `/` and `/try`. What works
//! its answer out for each request has its operation beside its handler, and is named here.

mod advice;
mod catalogue;
mod contacts;
mod docs;
mod documents;
mod front_door;
mod guidance;
mod health;
mod lists;
mod operation;
mod query;
mod resource;

use actix_web::ResponseError;
use actix_web::dev::HttpServiceFactory;
use actix_web::http::Method;
use actix_web::web;
use utoipa::openapi::PathItem;
use utoipa_actix_web::OpenApiFactory;
use utoipa_actix_web::service_config::ServiceConfig;

use super::documents::Documents;
use super::error::ApiError;
use super::page::BrowserPage;
use super::representations::{PRIVATE, PUBLIC, Representations};
use super::telemetry::read_metrics;
use crate::guidance::Guidance;

use self::resource::{Fill, Put, Resource};

pub(super) use self::contacts::document_places;
pub(super) use self::docs::settings as docs_settings;

fn table() -> impl Iterator<Item = &'static Resource> {
    let tables = [catalogue::TABLE, guidance::TABLE, documents::TABLE];
    tables.into_iter().flatten()
}

/// Every resource of the service. Paths are tried in this order, so that what is asked for most stands first: to
/// try a path with names in it takes longer than to compare one without.
pub(super) fn routes(config: &mut ServiceConfig<'_>) {
    resources(config);
    operations(config);
    pages(config);
}

fn resources(config: &mut ServiceConfig<'_>) {
    add(config, advice::advise_on_incident);
    for resource in table() {
        add(config, *resource);
    }
}

/// Every resource but the metrics, which have a port of their own.
pub(super) fn routes_without_metrics(config: &mut ServiceConfig<'_>) {
    resources(config);
    health(config);
    pages(config);
}

fn pages(config: &mut ServiceConfig<'_>) {
    config.map(|config| {
        config.service(docs::front).service(docs::page);
        docs::PATHS
            .into_iter()
            .fold(config, |config, path| refuse_others(config, path, READ))
    });
}

/// What is for whoever runs the service.
pub(super) fn operations(config: &mut ServiceConfig<'_>) {
    health(config);
    add(config, read_metrics);
}

fn health(config: &mut ServiceConfig<'_>) {
    add(config, health::live);
    add(config, health::ready);
}

/// The page, where there is one.
pub(super) fn page_routes(config: &mut web::ServiceConfig, page: Option<&BrowserPage>) {
    let Some(page) = page else { return };
    for service in page.services() {
        config.service(service);
    }
    for path in BrowserPage::PATHS {
        refuse_others(config, path, READ);
    }
}

/// What describes the service itself: it stays.
pub(super) fn documents(documents: &Documents) -> Representations {
    let mut representations = Representations::new(PUBLIC);
    for resource in table() {
        let mut put = Put::of(resource, &mut representations);
        match resource.fill {
            Fill::Program(fill) => fill(&mut put),
            Fill::Documents(fill) => fill(&mut put, documents),
            Fill::Guidance(_) => {}
        }
    }
    representations
}

/// What is read of that guidance.
pub(super) fn catalogue(guidance: &Guidance) -> Representations {
    let mut representations = Representations::new(PRIVATE);
    for resource in table() {
        if let Fill::Guidance(fill) = resource.fill {
            fill(&mut Put::of(resource, &mut representations), guidance);
        }
    }
    representations
}

const READ: &[Method] = &[Method::GET, Method::HEAD];

// INVARIANT: each path has one operation. A second one would never be reached, for the refusal of the first.
fn add(
    config: &mut ServiceConfig<'_>,
    operation: impl HttpServiceFactory + OpenApiFactory + 'static,
) {
    let documented = operation.paths().paths;
    config.service(operation);
    config.map(|config| {
        documented.iter().fold(config, |config, (path, item)| {
            refuse_others(config, path, methods(item))
        })
    });
}

/// Refuses, at a path that is known, every method that it does not have.
fn refuse_others<'c>(
    config: &'c mut web::ServiceConfig,
    path: &str,
    allowed: &'static [Method],
) -> &'c mut web::ServiceConfig {
    let refusal = move || async move { ApiError::method_not_allowed(allowed).error_response() };
    config.service(web::resource(path).to(refusal))
}

fn methods(item: &PathItem) -> &'static [Method] {
    if item.get.is_some() {
        READ
    } else {
        &[Method::POST]
    }
}
