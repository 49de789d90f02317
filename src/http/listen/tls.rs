//! Encryption: a certificate of ours, and where the operator wants it, one of whoever calls.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use arc_swap::ArcSwap;
use prometheus_client::metrics::gauge::Gauge;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::server::WebPkiClientVerifier;
use rustls::{RootCertStore, ServerConfig};
use tokio_rustls::TlsAcceptor;

/// Where the certificates are.
#[derive(Debug, Clone)]
pub struct TlsFiles {
    /// The certificate of the service, and those that lead to its root.
    pub certificate: PathBuf,
    /// The private key of it.
    pub key: PathBuf,
    /// Who signs the certificates of those who may call; anybody may where this is left out.
    pub client_ca: Option<PathBuf>,
}

/// Encryption with the certificates in force, which can be read again.
pub struct Tls {
    files: TlsFiles,
    now: ArcSwap<InForce>,
    stale: Gauge,
}

/// What is in force at one moment.
struct InForce {
    config: Arc<ServerConfig>,
    /// Who signs the certificates of those who may call.
    signers: Vec<CertificateDer<'static>>,
    /// How often other signers have taken their place.
    change: u64,
}

/// Those who sign the certificates of callers, as they were when one of them was let in.
#[derive(Debug)]
pub(super) struct Signers {
    tls: Arc<Tls>,
    change: u64,
}

impl Signers {
    /// Whether others have taken their place, for whom the certificate may be worth nothing.
    pub(super) fn have_changed(&self) -> bool {
        self.tls.now.load().change != self.change
    }
}

impl fmt::Debug for Tls {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Tls")
            .field("files", &self.files)
            .finish_non_exhaustive()
    }
}

impl Tls {
    /// Reads the certificates.
    ///
    /// # Errors
    ///
    /// The file that cannot be used, and why.
    pub fn new(files: TlsFiles) -> Result<Self, String> {
        let now = ArcSwap::from_pointee(InForce::read(&files)?);
        let stale = Gauge::default();
        Ok(Self { files, now, stale })
    }

    /// Reads the certificates again. Where they cannot be used, those in force go on.
    ///
    /// # Errors
    ///
    /// The file that cannot be used, and why.
    pub fn read_again(&self) -> Result<(), String> {
        let newer = InForce::read(&self.files);
        self.stale.set(newer.is_err().into());
        let mut newer = newer?;
        let now = self.now.load();
        newer.change = now.change + u64::from(newer.signers != now.signers);
        self.now.store(Arc::new(newer));
        Ok(())
    }

    /// 1 while newer ones were refused.
    pub(in crate::http) fn stale(&self) -> Gauge {
        self.stale.clone()
    }

    /// What greets a client, and by whose word, where they need a certificate.
    pub(super) fn acceptor(self: &Arc<Self>) -> (TlsAcceptor, Option<Signers>) {
        let now = self.now.load();
        let signers = self.files.client_ca.as_ref().map(|_| Signers {
            tls: self.clone(),
            change: now.change,
        });
        (now.config.clone().into(), signers)
    }
}

impl InForce {
    fn read(files: &TlsFiles) -> Result<Self, String> {
        let signers = match &files.client_ca {
            None => Vec::new(),
            Some(file) => certificates(file)?,
        };
        Ok(Self {
            config: Arc::new(configured(files, &signers)?),
            signers,
            change: 0,
        })
    }
}

fn configured(
    files: &TlsFiles,
    signers: &[CertificateDer<'static>],
) -> Result<ServerConfig, String> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let builder = ServerConfig::builder_with_provider(provider.clone())
        .with_safe_default_protocol_versions()
        .map_err(|error| error.to_string())?;
    let builder = match &files.client_ca {
        None => builder.with_no_client_auth(),
        Some(file) => {
            let mut roots = RootCertStore::empty();
            for root in signers {
                roots.add(root.clone()).map_err(of(file))?;
            }
            let verifier = WebPkiClientVerifier::builder_with_provider(roots.into(), provider);
            builder.with_client_cert_verifier(verifier.build().map_err(of(file))?)
        }
    };
    let key = PrivateKeyDer::from_pem_file(&files.key).map_err(of(&files.key))?;
    let mut config = builder
        .with_single_cert(certificates(&files.certificate)?, key)
        .map_err(of(&files.certificate))?;
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(config)
}

fn certificates(file: &Path) -> Result<Vec<CertificateDer<'static>>, String> {
    let all = CertificateDer::pem_file_iter(file).and_then(Iterator::collect::<Result<Vec<_>, _>>);
    let all = all.map_err(of(file))?;
    if all.is_empty() {
        return Err(format!("{}: there is no certificate in it", file.display()));
    }
    Ok(all)
}

fn of<E: fmt::Display>(file: &Path) -> impl Fn(E) -> String {
    move |error| format!("{}: {error}", file.display())
}
