//! The address of whoever calls: what a proxy says, where it is one of ours that says it.

use std::net::IpAddr;

use actix_web::dev::ServiceRequest;
use ipnet::IpNet;

/// The address that a request is counted by; nothing where a proxy does not say for whom it asks.
pub(super) fn of(request: &ServiceRequest, peer: IpAddr, proxies: &[IpNet]) -> Option<IpAddr> {
    if !is_proxy(peer, proxies) {
        return Some(peer);
    }
    // Each proxy has added whom it heard; what stands before the last that is no proxy can be invented.
    let mut said = request.headers().get_all("x-forwarded-for");
    let last = said.next_back()?.to_str().ok()?;
    let heard = last
        .rsplit(',')
        .map(|one| one.trim().parse::<IpAddr>().ok());
    heard
        .take_while(Option::is_some)
        .flatten()
        .find(|address| !is_proxy(*address, proxies))
}

fn is_proxy(address: IpAddr, proxies: &[IpNet]) -> bool {
    let address = address.to_canonical();
    proxies.iter().any(|proxy| proxy.contains(&address))
}
