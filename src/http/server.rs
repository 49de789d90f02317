//! The server: the application on a port, with its limits.

use std::future::pending;
use std::io;
use std::net::TcpListener;
use std::sync::Arc;
use std::time::Duration;

use actix_http::{HttpService, KeepAlive};
use actix_service::{IntoServiceFactory, map_config};
use actix_web::dev::AppConfig;
use actix_web::web::Data;
use utoipa_actix_web::service_config::ServiceConfig;

use super::app::attended;
use super::listen::{Connections, Exchange, Limits, OPERATORS, Tls, Workers, accept, so_many};
use super::middleware::Attendance;
use super::resources::{operations as for_operators, routes, routes_without_metrics};
use super::settings::Settings;
use super::state::State;
use super::telemetry::{Bounds, Telemetry};

/// How long a client has to read an answer that came before their body was read.
const DISCONNECT: Duration = Duration::from_secs(1);

/// Serves on a port until `stop` is ready, and answers what it has taken.
///
/// # Errors
///
/// The port cannot be used.
pub async fn serve(
    listener: TcpListener,
    operations: Option<TcpListener>,
    state: Data<State>,
    settings: Settings,
    stop: impl Future<Output = ()>,
) -> io::Result<()> {
    let telemetry = Data::new(Telemetry::new(state.clone(), &settings));
    let attendance = Data::new(Attendance::new(state, telemetry.clone(), &settings));
    let for_callers = match operations {
        Some(_) => routes_without_metrics,
        None => routes,
    };
    let operated = async {
        match operations {
            Some(listener) => {
                let few = Limits {
                    connections: OPERATORS,
                    ..settings.limits.clone()
                };
                let all = Arc::new(Connections::new(few, Bounds::default()));
                let attendance = Data::new(attendance.for_operators());
                let settings = Settings {
                    page: None,
                    ..settings.clone()
                };
                let workers = workers(1, None, attendance, settings, for_operators)?;
                accept(listener, all, workers, false, pending()).await
            }
            None => pending().await,
        }
    };
    let all = Arc::new(Connections::new(
        settings.limits.clone(),
        telemetry.bounds(),
    ));
    let tls = settings.tls.as_ref();
    let workers = workers(
        so_many(settings.workers),
        tls,
        attendance.clone(),
        settings.clone(),
        for_callers,
    )?;
    let served = accept(listener, all, workers, tls.is_some(), stop);
    tokio::select! {
        ended = served => ended,
        ended = operated => ended,
    }
}

fn workers(
    number: usize,
    tls: Option<&Arc<Tls>>,
    attendance: Data<Attendance>,
    settings: Settings,
    routes: fn(&mut ServiceConfig<'_>),
) -> io::Result<Workers> {
    Workers::start(number, tls, settings.limits.waiting, move || {
        let app = attended(attendance.clone(), settings.clone(), routes).into_factory();
        HttpService::build()
            // How long a head takes and a connection is idle is looked after here, for each head and not the first alone.
            .keep_alive(KeepAlive::Os)
            .client_request_timeout(Duration::ZERO)
            .client_disconnect_timeout(DISCONNECT)
            .on_connect_ext(|stream, data| {
                data.insert(Exchange::on(stream));
            })
            .finish(map_config(app, |()| AppConfig::default()))
    })
}
