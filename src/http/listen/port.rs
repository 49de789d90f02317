//! What the service needs of the system: a port to listen at, and descriptors for its connections.

use std::io;
use std::net::{SocketAddr, TcpListener};

use socket2::{Domain, Protocol, Socket, Type};

use super::limits::Limits;

/// How many connections the system keeps for the service before it takes them.
const BACKLOG: i32 = 1024;

/// Listens at an address.
///
/// # Errors
///
/// The system does not let it.
pub fn listen_at(address: SocketAddr) -> io::Result<TcpListener> {
    let family = Domain::for_address(address);
    let socket = Socket::new(family, Type::STREAM, Some(Protocol::TCP))?;
    socket.set_reuse_address(true)?;
    socket.bind(&address.into())?;
    socket.listen(BACKLOG)?;
    Ok(socket.into())
}

/// Sees to it that there are descriptors for so many connections, and says where there are too few how many there are.
///
/// # Errors
///
/// The system allows fewer.
pub fn descriptors_for(limits: &Limits) -> Result<(), u64> {
    let wanted = (limits.connections + Limits::OTHER_DESCRIPTORS) as u64;
    match rlimit::increase_nofile_limit(wanted) {
        Ok(allowed) if allowed < wanted => Err(allowed),
        // A system that cannot be asked is not asked.
        Ok(_) | Err(_) => Ok(()),
    }
}
