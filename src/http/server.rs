//! The server: the application on a port, with its limits.

use std::io;
use std::net::TcpListener;
use std::num::NonZeroUsize;
use std::sync::Arc;
use std::thread::available_parallelism;
use std::time::Duration;

use actix_http::{HttpService, KeepAlive};
use actix_service::{IntoServiceFactory, map_config};
use actix_web::dev::AppConfig;
use actix_web::web::Data;

use super::app::app;
use super::listen::{Connections, Exchange, Workers, accept};
use super::settings::Settings;
use super::state::State;
use super::telemetry::Telemetry;

/// How long a client has to read an answer that came before their body was read.
const DISCONNECT: Duration = Duration::from_secs(1);

/// Serves on a port until `stop` is ready, and answers what it has taken.
///
/// # Errors
///
/// The port cannot be used.
pub async fn serve(
    listener: TcpListener,
    state: Data<State>,
    settings: Settings,
    stop: impl Future<Output = ()>,
) -> io::Result<()> {
    let telemetry = Data::new(Telemetry::new(state.clone(), settings.log.clone()));
    let limits = settings.limits.clone();
    let connections = Arc::new(Connections::new(limits, telemetry.bounds()));
    let cores = || available_parallelism().map_or(2, NonZeroUsize::get);
    let number = settings.workers.unwrap_or_else(cores);
    let workers = Workers::start(number, move || {
        let app = app(state.clone(), telemetry.clone(), settings.clone()).into_factory();
        HttpService::build()
            // How long a head takes and a connection is idle is looked after here, for each head and not the first alone.
            .keep_alive(KeepAlive::Os)
            .client_request_timeout(Duration::ZERO)
            .client_disconnect_timeout(DISCONNECT)
            .on_connect_ext(|stream, data| {
                data.insert(Exchange::on(stream));
            })
            .finish(map_config(app, |()| AppConfig::default()))
    })?;
    accept(listener, connections, workers, stop).await
}
