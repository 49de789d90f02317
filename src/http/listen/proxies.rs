//! Those who stand for many clients.

use std::net::{IpAddr, Ipv6Addr};

use ipnet::{IpNet, Ipv4Net};

/// The addresses and networks of those who stand for many clients.
#[derive(Debug, Clone)]
pub struct Proxies(Vec<IpNet>);

impl Proxies {
    /// Whether it is one of theirs.
    pub(in crate::http) fn contains(&self, address: IpAddr) -> bool {
        let address = address.to_canonical();
        self.0.iter().any(|network| network.contains(&address))
    }
}

impl FromIterator<IpNet> for Proxies {
    fn from_iter<N: IntoIterator<Item = IpNet>>(networks: N) -> Self {
        Self(networks.into_iter().map(canonical).collect())
    }
}

impl Default for Proxies {
    fn default() -> Self {
        let loopback = [
            IpNet::new_assert([127, 0, 0, 0].into(), 8),
            IpNet::new_assert(Ipv6Addr::LOCALHOST.into(), 128),
        ];
        loopback.into_iter().collect()
    }
}

/// A network of IPv4 that is written as one of IPv6, such as `::ffff:10.0.0.0/104`, is what it stands for.
fn canonical(network: IpNet) -> IpNet {
    let IpNet::V6(six) = network else {
        return network;
    };
    let four = six.addr().to_ipv4_mapped();
    let prefix = six.prefix_len().checked_sub(96);
    let four = four
        .zip(prefix)
        .map(|(four, prefix)| Ipv4Net::new(four, prefix));
    match four {
        Some(Ok(four)) => four.into(),
        _ => network,
    }
}
