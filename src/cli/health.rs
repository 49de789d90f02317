//! `signpost health`: whether the service answers that it takes requests.

use std::io::{self, ErrorKind, Read, Write};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpStream};
use std::path::PathBuf;
use std::time::Duration;

use clap::Args;

use super::any_certificate::encrypted;
use super::arguments::{Listen, address};
use super::exit::{CommandResult, Exit};

const TIMEOUT: Duration = Duration::from_secs(2);
const WELL: &[u8] = b"HTTP/1.1 200 ";

/// Ask a running service whether it takes requests.
///
/// For whatever runs the service where there is neither a shell nor curl, such as a
/// container. Asks /health/ready at the address that the service is told to listen
/// at; where that is every address (0.0.0.0 or ::), it asks this machine. It has no
/// certificate: a service that wants one of callers is asked at its --metrics-bind.
#[derive(Debug, Args)]
#[command(verbatim_doc_comment, after_long_help = include_str!("help/health.txt"))]
pub(super) struct HealthArguments {
    #[command(flatten)]
    listen: Listen,
    /// The address and port of /metrics and /health, where they have one of their own: it is asked then
    #[arg(long, env = "SIGNPOST_METRICS_BIND", value_name = "ADDRESS", value_parser = address)]
    metrics_bind: Option<SocketAddr>,
    /// The certificate of the service, where it has one: it is asked over TLS then, but for its --metrics-bind
    #[arg(long, env = "SIGNPOST_TLS_CERT", value_name = "FILE")]
    tls_cert: Option<PathBuf>,
}

/// Asks the service whether it takes requests.
pub(super) fn health(asked: &HealthArguments) -> CommandResult {
    let address = reachable(asked.metrics_bind.unwrap_or(asked.listen.bind));
    let tls = asked.tls_cert.is_some() && asked.metrics_bind.is_none();
    let scheme = if tls { "https" } else { "http" };
    match answers_well(address, tls) {
        Ok(true) => Ok(()),
        Ok(false) => Err(Exit::no(format!(
            "what answers at {scheme}://{address} does not say that it is ready"
        ))),
        Err(error) => Err(Exit::no(format!(
            "signpost does not answer at {scheme}://{address}: {}",
            reason(&error)
        ))),
    }
}

/// Where a service that listens at this address can be reached from here.
fn reachable(mut address: SocketAddr) -> SocketAddr {
    match address.ip() {
        IpAddr::V4(Ipv4Addr::UNSPECIFIED) => address.set_ip(Ipv4Addr::LOCALHOST.into()),
        IpAddr::V6(Ipv6Addr::UNSPECIFIED) => address.set_ip(Ipv6Addr::LOCALHOST.into()),
        _ => {}
    }
    address
}

fn answers_well(address: SocketAddr, tls: bool) -> io::Result<bool> {
    let stream = TcpStream::connect_timeout(&address, TIMEOUT)?;
    stream.set_read_timeout(Some(TIMEOUT))?;
    stream.set_write_timeout(Some(TIMEOUT))?;
    if tls {
        is_ready(encrypted(stream, address.ip())?, address)
    } else {
        is_ready(stream, address)
    }
}

fn is_ready(mut stream: impl Read + Write, address: SocketAddr) -> io::Result<bool> {
    let request =
        format!("GET /health/ready HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes())?;
    let mut start = [0; WELL.len()];
    match stream.read_exact(&mut start) {
        Err(error) if error.kind() == ErrorKind::UnexpectedEof => Ok(false),
        read => read.map(|()| start == WELL),
    }
}

/// What went wrong; the system reports a timeout of a socket as something else.
fn reason(error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::WouldBlock | ErrorKind::TimedOut => {
            format!("nothing came within {} seconds", TIMEOUT.as_secs())
        }
        _ => error.to_string(),
    }
}
