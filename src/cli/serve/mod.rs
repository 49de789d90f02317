//! `signpost serve`: the service, until it is stopped.

mod access;
mod limits;
mod page;
mod who;

use std::io;
use std::net::{SocketAddr, TcpListener};
use std::path::PathBuf;
use std::task::Poll;
use std::time::Duration;

use actix_web::rt::signal::unix::{Signal, SignalKind, signal};
use actix_web::rt::task::spawn_blocking;
use actix_web::rt::time::timeout;
use actix_web::rt::{System, spawn};
use clap::{Args, ValueEnum, value_parser};
use signpost::export::documents;
use signpost::http::{
    Limits, LogWriter, Reloader, Settings, descriptors_for, listen_at, serve as serve_on,
};
use time::{Date, OffsetDateTime, Time};

use self::access::Access;
use self::limits::LimitArguments;
use self::page::PageArguments;
use self::who::WhoArguments;
use super::arguments::{Listen, address, date, today};
use super::exit::{CommandResult, Exit};
use super::load::listed;
use super::output::{report_panics_by_place, say};

/// Serve advice over HTTP: what happens without a command.
///
/// Says on standard error where it listens. It reads --guidance-dir, --keys and the
/// certificates again on SIGHUP, and stops on SIGTERM or SIGINT, after answering what it has taken.
#[derive(Debug, Args)]
#[command(verbatim_doc_comment, after_long_help = include_str!("../help/serve.txt"))]
pub(super) struct ServeArguments {
    #[command(flatten)]
    listen: Listen,
    /// The number of worker threads, from 1 to 512 [default: one for each core]
    #[arg(long, env = "SIGNPOST_WORKERS", value_name = "NUMBER")]
    #[arg(value_parser = value_parser!(u16).range(1..=512))]
    workers: Option<u16>,
    /// What to write on standard output while serving
    #[arg(
        long,
        env = "SIGNPOST_LOG",
        value_name = "WHAT",
        default_value = "requests"
    )]
    log: Log,
    /// A directory with guidance of your own, which is added; read again on SIGHUP
    #[arg(long, env = "SIGNPOST_GUIDANCE_DIR", value_name = "DIRECTORY")]
    guidance_dir: Option<PathBuf>,
    /// The day on which it is, year-month-day [default: today, and each day as it comes, in UTC]
    #[arg(long, env = "SIGNPOST_TODAY", value_name = "DATE", value_parser = date)]
    today: Option<Date>,
    #[command(flatten)]
    limits: LimitArguments,
    #[command(flatten)]
    who: WhoArguments,
    #[command(flatten)]
    page: PageArguments,
}

/// What to write on standard output while serving.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Log {
    /// A line of JSON for each request: its id, route, status and latency, and the guidance
    Requests,
    /// Nothing
    None,
}

/// How long the day is not looked at. A clock can be set, and a machine can sleep over midnight.
const UNSEEN: Duration = Duration::from_secs(60);

/// Serves until the operator or the system stops it.
pub(super) fn serve(asked: &ServeArguments) -> CommandResult {
    report_panics_by_place("; other requests are not concerned");
    let Prepared {
        reloader,
        listener,
        operations,
        keys,
        settings,
    } = prepare(asked)?;
    let address = listener.local_addr();
    let address = address.map_err(|error| Exit::no(not_listening(asked.listen.bind, &error)))?;
    let writer = match asked.log {
        Log::Requests => Some(LogWriter::new(io::stdout())),
        Log::None => None,
    };
    let writer = writer
        .transpose()
        .map_err(|error| Exit::no(format!("signpost cannot log: {error}")))?;
    let settings = Settings {
        log: writer.as_ref().map(LogWriter::log),
        ..settings
    };
    let served = System::new().block_on(async {
        let deaf = |error| Exit::no(format!("signpost cannot be told to stop: {error}"));
        let stop = stop_signal().map_err(deaf)?;
        let hangup = signal(SignalKind::hangup()).map_err(deaf)?;
        let state = reloader.state();
        let access = Access::new(keys, &settings);
        spawn(keep_current(reloader, access, hangup, asked.today));
        let scheme = if settings.tls.is_some() {
            "https"
        } else {
            "http"
        };
        say(&format!("signpost listens on {scheme}://{address}\n"));
        serve_on(listener, operations, state, settings, stop)
            .await
            .map_err(|error| Exit::no(format!("signpost stopped: {error}")))
    });
    // Writes the last lines.
    drop(writer);
    served
}

/// What it takes to serve.
struct Prepared {
    reloader: Reloader,
    listener: TcpListener,
    operations: Option<TcpListener>,
    keys: Option<PathBuf>,
    settings: Settings,
}

/// Makes ready what it takes to serve, or says every reason why it cannot.
fn prepare(asked: &ServeArguments) -> Result<Prepared, Exit> {
    let mut reasons = Vec::new();
    let limits = asked.limits.limits();
    let workers = asked.workers.map(usize::from);
    let bind = asked.listen.bind;
    reasons.extend(asked.who.fault_at(bind));
    reasons.extend(
        descriptors_for(&limits, workers, asked.who.metrics_bind.is_some())
            .err()
            .map(|allowed| too_few(&limits, allowed)),
    );
    let mut kept = |fault: String| reasons.push(fault);
    let keys = asked.who.keys().map_err(&mut kept).unwrap_or_default();
    let tls = asked.who.tls().map_err(&mut kept).ok().flatten();
    let day = asked.today.unwrap_or_else(today);
    let reloader = Reloader::new(documents, asked.guidance_dir.clone(), day);
    let reloader = reloader.map_err(|faults| kept(listed(&faults))).ok();
    let page = reloader.as_ref();
    let page = page.map(|reloader| asked.page.page(&reloader.state()));
    let page = page.transpose().map_err(&mut kept).ok().flatten().flatten();
    let listening = |bind| listen_at(bind, &limits).map_err(|error| not_listening(bind, &error));
    let listener = listening(bind).map_err(&mut kept).ok();
    let operations = asked.who.metrics_bind.map(listening).transpose();
    let operations = operations.map_err(&mut kept).ok();
    match (reloader, listener, operations) {
        (Some(reloader), Some(listener), Some(operations)) if reasons.is_empty() => Ok(Prepared {
            reloader,
            listener,
            operations,
            keys: asked.who.keys_file(),
            settings: Settings {
                workers,
                limits,
                keys,
                rate: asked.who.rate,
                tls,
                origins: asked.who.cors_origins.clone().into(),
                log: None,
                page,
            },
        }),
        _ => Err(Exit::no(reasons.join("\n"))),
    }
}

fn not_listening(bind: SocketAddr, error: &io::Error) -> String {
    format!("signpost cannot listen on {bind}: {error}")
}

/// The system allows fewer descriptors than the connections need.
fn too_few(limits: &Limits, allowed: u64) -> String {
    let connections = limits.connections;
    format!(
        "signpost cannot hold {connections} connections with {allowed} descriptors: allow it more (ulimit -n, \
         LimitNOFILE), or set --connections or --workers"
    )
}

/// Reads guidance, keys and certificates again when the operator sends SIGHUP, and dates guidance anew when a day begins.
async fn keep_current(
    mut reloader: Reloader,
    access: Access,
    mut hangup: Signal,
    fixed: Option<Date>,
) {
    loop {
        let hung_up = timeout(until_the_next_look(), hangup.recv()).await.is_ok();
        let day = fixed.unwrap_or_else(today);
        if !hung_up && reloader.is_of(day) {
            continue;
        }
        let mut at_work = reloader.clone();
        let access = access.clone();
        // To load takes time that requests are not to wait for.
        let done = spawn_blocking(move || {
            if hung_up {
                access.read_again();
                reload(&mut at_work, day);
            } else {
                at_work.change_day(day);
            }
            at_work
        });
        match done.await {
            Ok(done) => reloader = done,
            // It panicked, and printed where.
            Err(_) => reloader.refuse(),
        }
    }
}

fn reload(reloader: &mut Reloader, day: Date) {
    match reloader.reload(day) {
        Ok(()) => say("signpost has loaded its guidance again\n"),
        Err(faults) => say(&format!(
            "signpost has not taken the guidance that it was told to load\n{}\n",
            listed(&faults)
        )),
    }
}

/// The time until midnight in UTC, or less.
#[expect(
    clippy::disallowed_methods,
    reason = "the day is read again when it changes"
)]
fn until_the_next_look() -> Duration {
    let now = OffsetDateTime::now_utc();
    let midnight = now.replace_time(Time::MIDNIGHT) + time::Duration::DAY;
    Duration::try_from(midnight - now).map_or(UNSEEN, |left| left.min(UNSEEN))
}

/// Ready when the operator or the system asks the service to stop. It can be asked from now on: whoever
/// has read that it listens may ask at once.
fn stop_signal() -> io::Result<impl Future<Output = ()>> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    Ok(std::future::poll_fn(move |context| {
        let told =
            terminate.poll_recv(context).is_ready() || interrupt.poll_recv(context).is_ready();
        if told { Poll::Ready(()) } else { Poll::Pending }
    }))
}
