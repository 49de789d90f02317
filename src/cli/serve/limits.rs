//! Options that bound what a client can hold, and for how long.

use std::net::IpAddr;
use std::time::Duration;

use clap::{Args, value_parser};
use ipnet::IpNet;
use signpost::http::Limits;

/// What a client can hold, and for how long.
#[derive(Debug, Args)]
#[command(next_help_heading = "Limits")]
pub(super) struct LimitArguments {
    /// Connections at one time
    #[arg(long, env = "SIGNPOST_CONNECTIONS", value_name = "NUMBER")]
    #[arg(default_value_t = 256, value_parser = value_parser!(u32).range(1..=100_000))]
    connections: u32,
    /// Connections at one time from one address, but for those of --proxies
    #[arg(long, env = "SIGNPOST_CONNECTIONS_PER_ADDRESS", value_name = "NUMBER")]
    #[arg(default_value_t = 64, value_parser = value_parser!(u32).range(1..))]
    connections_per_address: u32,
    /// Addresses and networks that stand for many clients, with commas between them
    #[arg(
        long,
        env = "SIGNPOST_PROXIES",
        value_name = "NETWORKS",
        value_delimiter = ','
    )]
    #[arg(default_value = "127.0.0.0/8,::1/128", value_parser = network)]
    proxies: Vec<IpNet>,
    /// Answers that a worker may give before that to a request while more come than are answered; the rest are told 503
    #[arg(long, env = "SIGNPOST_WAITING", value_name = "NUMBER")]
    #[arg(default_value_t = 8, value_parser = value_parser!(u32).range(1..))]
    waiting: u32,
    /// Seconds that the head of a request may take
    #[arg(long, env = "SIGNPOST_HEAD_TIMEOUT", value_name = "SECONDS")]
    #[arg(default_value = "5", value_parser = seconds)]
    head_timeout: Duration,
    /// Seconds that the body of a request may take
    #[arg(long, env = "SIGNPOST_BODY_TIMEOUT", value_name = "SECONDS")]
    #[arg(default_value = "5", value_parser = seconds)]
    body_timeout: Duration,
    /// Seconds that a client may take to read an answer
    #[arg(long, env = "SIGNPOST_WRITE_TIMEOUT", value_name = "SECONDS")]
    #[arg(default_value = "30", value_parser = seconds)]
    write_timeout: Duration,
    /// Seconds that a connection may be idle; the less, the less room there is
    #[arg(long, env = "SIGNPOST_KEEP_ALIVE", value_name = "SECONDS")]
    #[arg(default_value = "75", value_parser = seconds)]
    keep_alive: Duration,
    /// Seconds that requests on open connections are answered once it is told to stop
    #[arg(long, env = "SIGNPOST_DRAIN", value_name = "SECONDS")]
    #[arg(default_value = "2", value_parser = seconds)]
    drain: Duration,
    /// Seconds that it takes to stop, at most
    #[arg(long, env = "SIGNPOST_STOP_TIMEOUT", value_name = "SECONDS")]
    #[arg(default_value = "10", value_parser = seconds)]
    stop_timeout: Duration,
    /// Bytes of the head of a request, at most
    #[arg(long, env = "SIGNPOST_HEAD_BYTES", value_name = "BYTES")]
    #[arg(default_value_t = 32_768, value_parser = value_parser!(u32).range(1_024..=57_344))]
    head_bytes: u32,
    /// Bytes that are read of what a client sends before it has taken its answers
    #[arg(long, env = "SIGNPOST_READ_AHEAD", value_name = "BYTES")]
    #[arg(default_value_t = 2_048, value_parser = value_parser!(u32).range(512..=8_192))]
    read_ahead: u32,
}

impl LimitArguments {
    /// The limits of the service.
    pub(super) fn limits(&self) -> Limits {
        let size = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
        Limits {
            connections: size(self.connections),
            connections_per_address: size(self.connections_per_address),
            proxies: self.proxies.iter().copied().collect(),
            waiting: self.waiting,
            head: self.head_timeout,
            body: self.body_timeout,
            write: self.write_timeout,
            keep_alive: self.keep_alive,
            drain: self.drain,
            stop: self.stop_timeout,
            head_bytes: size(self.head_bytes),
            read_ahead: size(self.read_ahead),
        }
    }
}

/// Reads a time. Nobody waits for longer than a day, and no limit is nothing.
fn seconds(text: &str) -> Result<Duration, &'static str> {
    const FORM: &str = "it must be a number of seconds from 0.1 to 86400, such as 5 or 0.5";
    let seconds: f64 = text.parse().or(Err(FORM))?;
    if (0.1..=86_400.0).contains(&seconds) {
        Ok(Duration::from_secs_f64(seconds))
    } else {
        Err(FORM)
    }
}

/// Reads a network, or an address that is one of its own.
fn network(text: &str) -> Result<IpNet, &'static str> {
    const FORM: &str = "it must be an address or a network, such as 10.0.0.7 or 10.0.0.0/8";
    let address = || text.parse::<IpAddr>().map(IpNet::from);
    text.parse().or_else(|_| address()).or(Err(FORM))
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::{LimitArguments, Limits};

    #[derive(Parser)]
    struct Asked {
        #[command(flatten)]
        limits: LimitArguments,
    }

    #[test]
    fn what_is_not_set_is_as_the_library_has_it() {
        let unset = Asked::parse_from(["signpost"]).limits.limits();
        assert_eq!(format!("{unset:?}"), format!("{:?}", Limits::default()));
    }
}
