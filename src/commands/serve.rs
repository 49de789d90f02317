//! `signpost serve`: the service, until it is told to stop.

use std::io;
use std::net::TcpListener;
use std::task::Poll;

use actix_web::rt::System;
use actix_web::rt::signal::unix::{SignalKind, signal};
use signpost::config::{Log, Serve};
use signpost::http::{LogWriter, Settings, server};

use super::{Done, Ending, loaded, say, tell_panics_by_place};

/// Serves until the operator or the system says to stop.
pub(crate) fn serve(asked: Serve) -> Done {
    tell_panics_by_place("; other requests are not concerned");
    let service = asked.service()?;
    let guidance = loaded(None).map_err(Ending::no)?;
    let bind = service.bind;
    let failed =
        |error: io::Error| Ending::no(format!("signpost cannot listen on {bind}: {error}"));
    let listener = TcpListener::bind(bind).map_err(failed)?;
    let address = listener.local_addr().map_err(failed)?;
    let writer = match service.log {
        Log::Requests => Some(LogWriter::new(io::stdout(), &guidance)),
        Log::None => None,
    };
    let writer = writer
        .transpose()
        .map_err(|error| Ending::no(format!("signpost cannot log: {error}")))?;
    let settings = Settings {
        workers: service.workers.map(usize::from),
        log: writer.as_ref().map(LogWriter::log),
        ..Settings::default()
    };
    let served = System::new().block_on(async {
        let stop = told_to_stop()
            .map_err(|error| Ending::no(format!("signpost cannot be told to stop: {error}")))?;
        let server = server(listener, guidance, settings, stop).map_err(failed)?;
        say(&format!("signpost listens on http://{address}\n"));
        server
            .await
            .map_err(|error| Ending::no(format!("signpost stopped: {error}")))
    });
    // Writes the last lines.
    drop(writer);
    served
}

/// Ready when the operator or the system asks the service to stop. It can be asked from now on: whoever
/// has read that it listens may ask at once.
fn told_to_stop() -> io::Result<impl Future<Output = ()>> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    Ok(std::future::poll_fn(move |context| {
        let told =
            terminate.poll_recv(context).is_ready() || interrupt.poll_recv(context).is_ready();
        if told { Poll::Ready(()) } else { Poll::Pending }
    }))
}
