//! The application: every resource, and what holds for all of them.

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::middleware::from_fn;
use actix_web::web::{self, Data};
use actix_web::{App, Error, ResponseError};
use utoipa_actix_web::AppExt;
use utoipa_actix_web::service_config::ServiceConfig;

use super::error::ApiError;
use super::middleware::Attendance;
use super::resources::{docs_settings, routes};
use super::settings::Settings;
use super::state::State;
use super::telemetry::Telemetry;
use crate::contract::problem::Class;

/// The application.
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
    let attendance = Data::new(Attendance::new(state, telemetry, &settings));
    attended(attendance, settings, routes)
}

/// The application with these resources, as every worker runs it: what is counted is counted for all of them.
pub(super) fn attended(
    attendance: Data<Attendance>,
    settings: Settings,
    routes: fn(&mut ServiceConfig<'_>),
) -> App<
    impl ServiceFactory<
        ServiceRequest,
        Config = (),
        Response = ServiceResponse<impl MessageBody>,
        Error = Error,
        InitError = (),
    >,
> {
    App::new()
        .app_data(attendance.state.clone())
        .app_data(attendance.telemetry.clone())
        .app_data(Data::new(settings))
        .app_data(Data::new(docs_settings()))
        .wrap(from_fn(move |request, next| {
            let attendance = attendance.clone();
            async move { attendance.attend(request, next).await }
        }))
        .into_utoipa_app()
        .configure(routes)
        .default_service(web::to(async || {
            ApiError::from(Class::NotFound).error_response()
        }))
        .into_app()
}
