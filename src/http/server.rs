//! The server: the application on a socket, with its limits of time.

use std::io;
use std::net::TcpListener;
use std::time::Duration;

use actix_web::HttpServer;
use actix_web::dev::Server;
use actix_web::web::Data;

use super::app::app;
use super::settings::Settings;
use super::state::State;
use super::telemetry::Telemetry;

const DISCONNECT: Duration = Duration::from_secs(1);
const KEEP_ALIVE: Duration = Duration::from_secs(75);
const SHUTDOWN_SECONDS: u64 = 10;

/// Starts the service on a socket. It stops, answering what it has taken, when `stop` is ready.
///
/// # Errors
///
/// The socket cannot be used.
pub fn server(
    listener: TcpListener,
    state: Data<State>,
    settings: Settings,
    stop: impl Future<Output = ()> + Send + 'static,
) -> io::Result<Server> {
    let telemetry = Data::new(Telemetry::new(state.clone(), settings.log.clone()));
    let Settings {
        workers, timeout, ..
    } = settings;
    let factory = move || app(state.clone(), telemetry.clone(), settings.clone());
    let mut server = HttpServer::new(factory)
        .client_request_timeout(timeout)
        .client_disconnect_timeout(DISCONNECT)
        .keep_alive(KEEP_ALIVE)
        .shutdown_timeout(SHUTDOWN_SECONDS)
        .shutdown_signal(stop);
    if let Some(workers) = workers {
        server = server.workers(workers);
    }
    Ok(server.listen(listener)?.run())
}
