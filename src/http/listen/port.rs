//! What the service needs of the system: a port to listen at, and descriptors for its connections.

use std::io;
use std::net::{SocketAddr, TcpListener};

use socket2::{Domain, Protocol, Socket, Type};

use super::limits::{Limits, OPERATORS};
use super::workers::so_many;

/// How many connections the system keeps for the service before it takes them.
pub(super) const BACKLOG: u16 = 1024;

/// How many bytes the system keeps of what a client has not taken, and of what was not read of a client. It takes twice the
/// room for them, which counts as ours, and would take megabytes.
const UNSENT: usize = 32 * 1024;
const UNREAD: usize = 16 * 1024;

/// Descriptors that a worker needs.
const EACH_WORKER: usize = 4;

/// Listens at an address. What the system keeps for a client is bounded as what is kept here is.
///
/// # Errors
///
/// The system does not let it.
pub fn listen_at(address: SocketAddr, limits: &Limits) -> io::Result<TcpListener> {
    let family = Domain::for_address(address);
    let socket = Socket::new(family, Type::STREAM, Some(Protocol::TCP))?;
    socket.set_reuse_address(true)?;
    // Each connection has these from the port that it comes in at.
    socket.set_send_buffer_size(UNSENT)?;
    socket.set_recv_buffer_size(UNREAD)?;
    #[cfg(target_os = "linux")]
    socket.set_tcp_user_timeout(Some(limits.write))?;
    socket.bind(&address.into())?;
    socket.listen(BACKLOG.into())?;
    Ok(socket.into())
}

/// Sees to it that there are descriptors for so many connections and workers, and for operators where they have a port of
/// their own, and says where there are too few how many there are.
///
/// # Errors
///
/// The system allows fewer.
pub fn descriptors_for(
    limits: &Limits,
    workers: Option<usize>,
    operators: bool,
) -> Result<(), u64> {
    let port =
        |connections, workers| connections + Limits::OTHER_DESCRIPTORS + EACH_WORKER * workers;
    let callers = port(limits.connections, so_many(workers));
    let operators = if operators { port(OPERATORS, 1) } else { 0 };
    let wanted = (callers + operators) as u64;
    match rlimit::increase_nofile_limit(wanted) {
        Ok(allowed) if allowed < wanted => Err(allowed),
        // A system that cannot be asked is not asked.
        Ok(_) | Err(_) => Ok(()),
    }
}
