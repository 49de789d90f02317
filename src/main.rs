//! The program: it reads the command line, prints and exits. Everything else is the library's.

#![expect(
    clippy::print_stderr,
    reason = "a program speaks; its library does not"
)]

use std::fs;
use std::io::{self, Write};
use std::net::TcpListener;
use std::path::Path;
use std::process::ExitCode;
use std::task::Poll;

use actix_web::rt::System;
use actix_web::rt::signal::unix::{SignalKind, signal};
use clap::Parser;
use signpost::config::{Command, CommandLine, Log, Serve};
use signpost::export;
use signpost::guidance::{self, Coverage, Guidance};
use signpost::http::{LogWriter, Settings, server};

fn main() -> ExitCode {
    let line = CommandLine::parse();
    let done = match line.command.unwrap_or(Command::Serve(line.serve)) {
        Command::Serve(settings) => serve(&settings),
        Command::Check { directory } => check(directory.as_deref()),
        Command::Export { dir } => write(&dir),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn serve(serve: &Serve) -> Result<(), String> {
    // The message of a panic can carry what was being worked on; its place cannot.
    std::panic::set_hook(Box::new(|panic| match panic.location() {
        Some(place) => eprintln!("signpost failed at {place}; other requests are not concerned"),
        None => eprintln!("signpost failed; other requests are not concerned"),
    }));
    let guidance = loaded(None)?;
    let bind = serve.bind;
    let failed = |error: io::Error| format!("signpost cannot listen on {bind}: {error}");
    let listener = TcpListener::bind(bind).map_err(failed)?;
    let address = listener.local_addr().map_err(failed)?;
    let workers = serve.workers.map(usize::from);
    let writer = match serve.log {
        Log::Requests => Some(LogWriter::new(io::stdout(), &guidance)),
        Log::None => None,
    };
    let writer = writer
        .transpose()
        .map_err(|error| format!("signpost cannot log: {error}"))?;
    let settings = Settings {
        workers,
        log: writer.as_ref().map(LogWriter::log),
        ..Settings::default()
    };
    let served = System::new().block_on(async {
        let server = server(listener, guidance, settings, told_to_stop()).map_err(failed)?;
        eprintln!("signpost listens on http://{address}");
        server
            .await
            .map_err(|error| format!("signpost stopped: {error}"))
    });
    // Writes the last lines.
    drop(writer);
    served
}

/// Ready when the operator or the system asks the service to stop.
async fn told_to_stop() {
    let (Ok(mut terminate), Ok(mut interrupt)) = (
        signal(SignalKind::terminate()),
        signal(SignalKind::interrupt()),
    ) else {
        return std::future::pending().await;
    };
    std::future::poll_fn(|context| {
        let told =
            terminate.poll_recv(context).is_ready() || interrupt.poll_recv(context).is_ready();
        if told { Poll::Ready(()) } else { Poll::Pending }
    })
    .await;
}

fn check(directory: Option<&Path>) -> Result<(), String> {
    let guidance = loaded(directory)?;
    let coverage = guidance.coverage();
    let uses: usize = coverage.iter().map(|entry| entry.items.len()).sum();
    let mut report = vec![format!(
        "no fault: {} statements with {uses} uses, {} nodes of conditions",
        coverage.len(),
        guidance.diagram_nodes()
    )];
    let row = |entry: &Coverage| format!("{:<5} {}", entry.statement, entry.items.join(", "));
    report.extend(coverage.iter().map(row));
    report.push(String::new());
    // A reader that has seen enough, such as `head`, is no failure.
    match io::stdout().write_all(report.join("\n").as_bytes()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(format!("signpost cannot print: {error}"))
        }
        _ => Ok(()),
    }
}

fn loaded(directory: Option<&Path>) -> Result<Guidance, String> {
    let loaded = directory.map_or_else(guidance::embedded, guidance::load);
    loaded.map_err(|faults| {
        let mut lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
        lines.push(match faults.len() {
            1 => "1 fault".to_owned(),
            number => format!("{number} faults"),
        });
        lines.join("\n")
    })
}

fn write(directory: &Path) -> Result<(), String> {
    for (name, text) in export::files() {
        let path = directory.join(name);
        let folder = path.parent().unwrap_or(directory);
        fs::create_dir_all(folder)
            .and_then(|()| fs::write(&path, text))
            .map_err(|error| format!("signpost cannot write {}: {error}", path.display()))?;
    }
    Ok(())
}
