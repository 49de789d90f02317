//! `signpost health`: whether the service answers that it takes requests.

use std::io::{self, ErrorKind, Read, Write};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpStream};
use std::time::Duration;

use signpost::config::Health;

use super::{Done, Ending};

const PATIENCE: Duration = Duration::from_secs(2);
const WELL: &[u8] = b"HTTP/1.1 200 ";

/// Asks the service whether it takes requests.
pub(crate) fn health(asked: Health) -> Done {
    let address = reachable(asked.address()?);
    match answers_well(address) {
        Ok(true) => Ok(()),
        Ok(false) => Err(Ending::no(format!(
            "what answers at http://{address} does not say that it is ready"
        ))),
        Err(error) => Err(Ending::no(format!(
            "signpost does not answer at http://{address}: {}",
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

fn answers_well(address: SocketAddr) -> io::Result<bool> {
    let mut stream = TcpStream::connect_timeout(&address, PATIENCE)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let request =
        format!("GET /health/ready HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes())?;
    let mut start = [0; WELL.len()];
    match stream.read_exact(&mut start) {
        Err(error) if error.kind() == ErrorKind::UnexpectedEof => Ok(false),
        read => read.map(|()| start == WELL),
    }
}

/// What went wrong; a timeout of a socket is told as something else by the system.
fn reason(error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::WouldBlock | ErrorKind::TimedOut => {
            format!("nothing came within {} seconds", PATIENCE.as_secs())
        }
        _ => error.to_string(),
    }
}
