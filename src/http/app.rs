//! The application: every resource, and what holds for all of them.

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::middleware::from_fn;
use actix_web::web::{self, Data};
use actix_web::{App, Error, ResponseError};
use utoipa_actix_web::AppExt;

use super::error::ApiError;
use super::middleware::attend;
use super::resources::{docs_settings, page_routes, routes};
use super::settings::Settings;
use super::state::State;
use super::telemetry::Telemetry;
use crate::contract::problem::Class;

/// The application, as every worker runs it.
pub fn app(
    state: Data<State>,
    telemetry: Data<Telemetry>,
    settings: Settings,
) -> App<
    impl ServiceFactory<
        ServiceRequest,
        Config = (),
        Response = ServiceResponse<impl MessageBody>,
        Error = Error,
        InitError = (),
    >,
> {
    let page = settings.page.clone();
    App::new()
        .app_data(state.clone())
        .app_data(telemetry.clone())
        .app_data(Data::new(settings))
        .app_data(Data::new(docs_settings()))
        .wrap(from_fn(move |request, next| {
            attend(state.clone(), telemetry.clone(), request, next)
        }))
        .into_utoipa_app()
        .configure(routes)
        .default_service(web::to(async || {
            ApiError::from(Class::NotFound).error_response()
        }))
        .into_app()
        .configure(|config| page_routes(config, page.as_ref()))
}
