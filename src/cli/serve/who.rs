//! Options that say who may call, and how.

use std::fs;
use std::net::SocketAddr;
use std::num::NonZeroU32;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;
use signpost::http::{KeyRing, Keys, Tls, TlsFiles};

/// Who may call, and how.
#[derive(Debug, Args)]
#[command(next_help_heading = "Who may call")]
pub(super) struct WhoArguments {
    /// A file with the digests of the keys of those who may call; read again on SIGHUP
    #[arg(long, env = "SIGNPOST_KEYS", value_name = "FILE")]
    keys: Option<PathBuf>,
    /// The certificate of the service (PEM), with those that lead to its root; read again on SIGHUP
    #[arg(
        long,
        env = "SIGNPOST_TLS_CERT",
        value_name = "FILE",
        requires = "tls_key"
    )]
    tls_cert: Option<PathBuf>,
    /// The private key of that certificate (PEM)
    #[arg(
        long,
        env = "SIGNPOST_TLS_KEY",
        value_name = "FILE",
        requires = "tls_cert"
    )]
    tls_key: Option<PathBuf>,
    /// Who signs the certificates of those who may call (PEM)
    #[arg(
        long,
        env = "SIGNPOST_CLIENT_CA",
        value_name = "FILE",
        requires = "tls_cert"
    )]
    client_ca: Option<PathBuf>,
    /// Let whoever reaches the port call: something in front of it says who may
    #[arg(long, env = "SIGNPOST_ALLOW_ANONYMOUS")]
    allow_anonymous: bool,
    /// Requests a minute from one address, at most; of a proxy of --proxies, from each address that it names
    #[arg(long, env = "SIGNPOST_RATE", value_name = "NUMBER")]
    pub(super) rate: Option<NonZeroU32>,
    /// Origins whose pages may read answers, such as <https://cases.example>, with commas between them
    #[arg(
        long,
        env = "SIGNPOST_CORS_ORIGINS",
        value_name = "ORIGINS",
        value_delimiter = ','
    )]
    #[arg(value_parser = origin)]
    pub(super) cors_origins: Vec<String>,
    /// The address and port at which /metrics and /health are read, without a key; /metrics is then nowhere else
    #[arg(long, env = "SIGNPOST_METRICS_BIND", value_name = "ADDRESS", value_parser = super::address)]
    pub(super) metrics_bind: Option<SocketAddr>,
}

/// The three ways to say who may call.
const THREE_WAYS: &str = "\
signpost does not listen where others can reach it before it is said who may call. There are three ways:
  --keys FILE         those who have a key; `signpost key NAME` makes one
  --tls-cert FILE --tls-key FILE --client-ca FILE
                      those who have a certificate that is signed by that one
  --allow-anonymous   whoever reaches the port, because something in front of it says who may
On this machine alone (--bind 127.0.0.1:8080) it needs none of them";

impl WhoArguments {
    /// What is wrong with the choice for an address, where something is.
    pub(super) fn fault_at(&self, bind: SocketAddr) -> Option<String> {
        let chosen = self.keys.is_some() || self.client_ca.is_some() || self.allow_anonymous;
        let alone = bind.ip().to_canonical().is_loopback();
        (!alone && !chosen).then(|| THREE_WAYS.to_owned())
    }

    /// The keys, where there is a file of them. It starts for nobody without one; the last can be taken away later.
    pub(super) fn keys(&self) -> Result<Keys, String> {
        let keys = Keys::default();
        if let Some(file) = &self.keys {
            let read = read_keys(file)?;
            if read.is_empty() {
                let file = file.display();
                return Err(format!("{file}: there is no key in it: nobody could call"));
            }
            keys.take(read);
        }
        Ok(keys)
    }

    /// Where the keys are.
    pub(super) fn keys_file(&self) -> Option<PathBuf> {
        self.keys.clone()
    }

    /// The encryption, where there is any.
    pub(super) fn tls(&self) -> Result<Option<Arc<Tls>>, String> {
        let (Some(certificate), Some(key)) = (&self.tls_cert, &self.tls_key) else {
            return Ok(None);
        };
        let tls = Tls::new(TlsFiles {
            certificate: certificate.clone(),
            key: key.clone(),
            client_ca: self.client_ca.clone(),
        });
        tls.map(Arc::new).map(Some)
    }
}

/// Reads a file of keys.
pub(super) fn read_keys(file: &Path) -> Result<KeyRing, String> {
    let shown = file.display();
    let text = fs::read_to_string(file).map_err(|error| format!("{shown}: {error}"))?;
    KeyRing::read(&text).map_err(|faults| {
        let faults: Vec<_> = faults
            .iter()
            .map(|fault| format!("{shown}, {fault}"))
            .collect();
        faults.join("\n")
    })
}

/// Reads an origin.
fn origin(text: &str) -> Result<String, &'static str> {
    let schemes = [("https://", ":443"), ("http://", ":80")];
    // Browsers leave out the port that the scheme has.
    let origin = schemes.iter().find_map(|(scheme, port)| {
        let rest = text.strip_prefix(scheme)?;
        Some((scheme, rest.strip_suffix(port).unwrap_or(rest)))
    });
    let plain = |rest: &str| {
        let allowed = |sign: char| {
            sign.is_ascii_lowercase() || sign.is_ascii_digit() || ".-:[]".contains(sign)
        };
        !rest.is_empty() && rest.chars().all(allowed)
    };
    match origin {
        Some((scheme, rest)) if plain(rest) => Ok(format!("{scheme}{rest}")),
        _ => Err("it must be a scheme and a host in small letters, such as https://cases.example"),
    }
}
