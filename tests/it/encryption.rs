//! Encryption: certificates of the service and of whoever calls, against the program.

use std::fs;
use std::io::{self, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::{ClientConfig, ClientConnection, RootCertStore, StreamOwned};

use crate::running::{Running, signpost};

pub(crate) type Encrypted = StreamOwned<ClientConnection, TcpStream>;

/// Somebody who signs certificates, with a folder for them.
pub(crate) struct Authority {
    folder: PathBuf,
    issuer: Issuer<'static, KeyPair>,
}

impl Authority {
    pub(crate) fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::create_dir_all(&folder).unwrap();
        let mut params = CertificateParams::default();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let key = KeyPair::generate().unwrap();
        let root = params.self_signed(&key).unwrap();
        fs::write(folder.join("ca.pem"), root.pem()).unwrap();
        let issuer = Issuer::new(params, key);
        Self { folder, issuer }
    }

    pub(crate) fn file(&self, name: &str) -> String {
        self.folder.join(name).to_str().unwrap().to_owned()
    }

    /// Signs a certificate for somebody, in the place of the one before.
    pub(crate) fn signs(&self, name: &str) {
        let key = KeyPair::generate().unwrap();
        let params = CertificateParams::new(["localhost".to_owned()]).unwrap();
        let certificate = params.signed_by(&key, &self.issuer).unwrap();
        fs::write(self.file(&format!("{name}.pem")), certificate.pem()).unwrap();
        fs::write(self.file(&format!("{name}.key")), key.serialize_pem()).unwrap();
    }

    /// A service with the certificate `service`.
    fn serving(&self, more: &[&str]) -> Running {
        let mut command = signpost();
        command.args(["serve", "--tls-cert", &self.file("service.pem")]);
        command.args(["--tls-key", &self.file("service.key")]);
        Running::start(command.args(more))
    }

    /// A connection over TLS, of the holder of a certificate or of nobody.
    fn connects(&self, running: &Running, holder: Option<&str>) -> io::Result<Encrypted> {
        Ok(self.encrypts(TcpStream::connect(&running.address)?, holder))
    }

    /// A connection over TLS.
    pub(crate) fn encrypts(&self, socket: TcpStream, holder: Option<&str>) -> Encrypted {
        let mut roots = RootCertStore::empty();
        let root = CertificateDer::from_pem_file(self.file("ca.pem")).unwrap();
        roots.add(root).unwrap();
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = ClientConfig::builder_with_provider(provider);
        let config = config.with_safe_default_protocol_versions().unwrap();
        let config = config.with_root_certificates(roots);
        let config = match holder {
            None => config.with_no_client_auth(),
            Some(file) => {
                let own = CertificateDer::from_pem_file(format!("{file}.pem")).unwrap();
                let key = PrivateKeyDer::from_pem_file(format!("{file}.key")).unwrap();
                config.with_client_auth_cert(vec![own], key).unwrap()
            }
        };
        let name = "localhost".try_into().unwrap();
        let client = ClientConnection::new(config.into(), name).unwrap();
        StreamOwned::new(client, socket)
    }

    /// Asks over TLS. What comes back, and the certificate of the service.
    fn asks(&self, running: &Running, holder: Option<&str>) -> io::Result<(String, Vec<u8>)> {
        self.asks_for("/v1", running, holder)
    }

    fn asks_for(
        &self,
        path: &str,
        running: &Running,
        holder: Option<&str>,
    ) -> io::Result<(String, Vec<u8>)> {
        let mut stream = self.connects(running, holder)?;
        write!(
            stream,
            "GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
        )?;
        let mut answer = Vec::new();
        let read = stream.read_to_end(&mut answer);
        if answer.is_empty() {
            read?;
        }
        let certificate = stream.conn.peer_certificates().unwrap()[0].to_vec();
        Ok((String::from_utf8(answer).unwrap(), certificate))
    }
}

#[test]
fn an_answer_is_encrypted_and_a_renewed_certificate_is_read_again() {
    let authority = Authority::new("encrypted");
    authority.signs("service");
    let running = authority.serving(&[]);
    let (answer, first) = authority.asks(&running, None).unwrap();
    assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
    assert!(
        answer.contains("\r\nstrict-transport-security: max-age="),
        "{answer}"
    );

    authority.signs("service");
    running.tell("HUP");
    let renewed = || authority.asks(&running, None).unwrap().1 != first;
    assert!((0..3_000).any(|_| renewed()));
    // With files that cannot be used, those in force go on, and the metrics say so.
    fs::write(authority.file("service.pem"), "nothing").unwrap();
    running.tell("HUP");
    let metrics = || authority.asks_for("/metrics", &running, None).unwrap().0;
    while !metrics().contains("\nsignpost_certificates_stale 1\n") {}
    assert!(renewed());
    let said = String::from_utf8(running.stop("TERM").stderr).unwrap();
    assert!(
        said.contains("signpost has read its certificates again"),
        "{said}"
    );
}

#[test]
fn requests_that_come_in_one_record_are_all_answered() {
    let authority = Authority::new("together");
    authority.signs("service");
    let running = authority.serving(&[]);
    let mut stream = authority.connects(&running, None).unwrap();
    let together = "HEAD /health/live HTTP/1.1\r\nHost: x\r\n\r\n".repeat(100);
    let last = "GET /health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    write!(stream, "{together}{last}").unwrap();
    let mut answers = String::new();
    stream.read_to_string(&mut answers).unwrap();
    assert_eq!(answers.matches("HTTP/1.1 200 ").count(), 101);
    assert_eq!(answers.matches('{').count(), 1);
}

#[test]
fn who_has_no_certificate_that_was_signed_is_not_answered() {
    let authority = Authority::new("certificates");
    authority.signs("service");
    authority.signs("caller");
    let stranger = Authority::new("stranger");
    stranger.signs("caller");
    let running = authority.serving(&["--client-ca", &authority.file("ca.pem")]);
    let (answer, _) = authority
        .asks(&running, Some(&authority.file("caller")))
        .unwrap();
    assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
    for holder in [None, Some(stranger.file("caller"))] {
        let refused = authority.asks(&running, holder.as_deref());
        assert!(refused.is_err(), "{refused:?}");
    }
    // Nor is who speaks without encryption.
    let mut plain = TcpStream::connect(&running.address).unwrap();
    plain
        .write_all(b"GET /v1 HTTP/1.1\r\nHost: x\r\n\r\n")
        .unwrap();
    let mut answer = Vec::new();
    let _ = plain.read_to_end(&mut answer);
    assert!(!answer.starts_with(b"HTTP/"), "{answer:?}");
}

/// Asks on a connection that is kept: whether there is an answer.
fn is_answered(kept: &mut Encrypted) -> bool {
    let asked = kept.write_all(b"GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n");
    let mut answer = [0; 8192];
    asked.is_ok()
        && kept
            .read(&mut answer)
            .is_ok_and(|read| answer[..read].starts_with(b"HTTP/1.1 200 "))
}

#[test]
fn who_was_let_in_by_the_word_of_another_is_not_answered_any_more() {
    let authority = Authority::new("taken_away");
    authority.signs("service");
    authority.signs("caller");
    let signers = authority.file("signers.pem");
    fs::copy(authority.file("ca.pem"), &signers).unwrap();
    let running = authority.serving(&["--client-ca", &signers]);
    let holder = authority.file("caller");
    let mut kept = authority.connects(&running, Some(&holder)).unwrap();
    assert!(is_answered(&mut kept));
    // The same is read again: nobody has to come again.
    authority.signs("service");
    let (_, first) = authority.asks(&running, Some(&holder)).unwrap();
    running.tell("HUP");
    while authority.asks(&running, Some(&holder)).unwrap().1 == first {}
    assert!(is_answered(&mut kept));

    let other = Authority::new("takes_its_place");
    fs::copy(other.file("ca.pem"), &signers).unwrap();
    running.tell("HUP");
    while authority.asks(&running, Some(&holder)).is_ok() {}
    assert!(!is_answered(&mut kept));
}

#[test]
fn a_service_that_is_encrypted_can_be_asked_how_it_is() {
    let authority = Authority::new("health");
    authority.signs("service");
    let running = authority.serving(&[]);
    let health = |more: &[&str]| {
        let mut command = signpost();
        let command = command.args(["health", "--bind", &running.address]);
        command.args(more).output().unwrap().status.code()
    };
    let certificate = authority.file("service.pem");
    assert_eq!(health(&["--tls-cert", &certificate]), Some(0));
    assert_eq!(health(&[]), Some(1));
    running.tell("STOP");
    assert_eq!(health(&["--tls-cert", &certificate]), Some(1));
    running.tell("CONT");
}

#[test]
fn a_client_who_does_not_finish_the_greeting_is_cut_off() {
    let authority = Authority::new("greeting");
    authority.signs("service");
    let running = authority.serving(&["--head-timeout", "0.3"]);
    let mut silent = TcpStream::connect(&running.address).unwrap();
    let mut answer = Vec::new();
    let _ = silent.read_to_end(&mut answer);
    assert_eq!(answer, b"");
    let counted = |_| {
        let (metrics, _) = authority.asks_for("/metrics", &running, None).unwrap();
        metrics.contains("\nsignpost_handshakes_failed_total 1\n")
    };
    // It is counted once the connection has ended.
    assert!((0..100).any(counted));
}

#[test]
fn files_that_cannot_be_used_stop_the_start() {
    let authority = Authority::new("unusable");
    authority.signs("service");
    authority.signs("other");
    let (service, other) = (authority.file("service.pem"), authority.file("other.key"));
    for (certificate, key) in [
        (service.as_str(), "/nothing"),
        ("/nothing", &other),
        (&service, &other),
    ] {
        let mut command = signpost();
        command.args([
            "--bind",
            "127.0.0.1:0",
            "--tls-cert",
            certificate,
            "--tls-key",
            key,
        ]);
        assert_eq!(command.output().unwrap().status.code(), Some(1));
    }
}
