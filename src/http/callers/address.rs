//! The address of whoever calls: what a proxy says, where it is one of ours that says it.

use std::net::{IpAddr, SocketAddr};

use actix_web::dev::ServiceRequest;

use crate::http::listen::Proxies;

/// The address that a request is counted by: where a proxy says in no way that can be read for whom it asks, its own. There
/// is none where it says nothing, or that it asks for a proxy.
pub(super) fn of(request: &ServiceRequest, peer: IpAddr, proxies: &Proxies) -> Option<IpAddr> {
    if !proxies.contains(peer) {
        return Some(peer);
    }
    // Each proxy has added whom it heard; what stands before the last that is no proxy can be invented.
    let lines = request.headers().get_all("x-forwarded-for").rev();
    let mut heard = lines.flat_map(|line| line.as_bytes().rsplit(|byte| *byte == b','));
    heard.find_map(|one| match read(one) {
        Some(address) if proxies.contains(address) => None,
        Some(address) => Some(address),
        None => Some(peer),
    })
}

/// An address, with or without a port.
fn read(said: &[u8]) -> Option<IpAddr> {
    let said = str::from_utf8(said).ok()?.trim();
    let with_port = || said.parse::<SocketAddr>().map(|both| both.ip());
    said.parse().or_else(|_| with_port()).ok()
}
