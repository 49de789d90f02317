//! The service under test: called in place, or over a socket.

use std::fmt;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::LazyLock;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use actix_web::body::to_bytes;
use actix_web::http::StatusCode;
use actix_web::http::header::{HeaderMap, HeaderName, HeaderValue};
use actix_web::rt::System;
use actix_web::test::{TestRequest, call_service, init_service};
use actix_web::web::Data;
use serde_json::Value;

use signpost::export::documents;
use signpost::guidance::{Guidance, day, embedded};
use signpost::http::{self, Limits, RequestLog, Settings, State, Telemetry};

use tokio::sync::oneshot;

use crate::kernel::TODAY;

/// The state of a service with that guidance.
pub(crate) fn initial_state(guidance: Guidance) -> State {
    http::initial_state(&documents(&guidance), guidance)
}

static STATE: LazyLock<Data<State>> = LazyLock::new(|| Data::new(initial_state(guidance())));

/// The guidance that the program carries.
pub(crate) fn guidance() -> Guidance {
    let guidance = embedded().expect("the embedded guidance has no fault");
    guidance.on(day(TODAY).expect("a day"))
}

/// An answer of the service, whole.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl fmt::Debug for Answer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let start: String = String::from_utf8_lossy(&self.body)
            .chars()
            .take(400)
            .collect();
        write!(formatter, "{} {:?} {start}", self.status, self.headers)
    }
}

impl Answer {
    /// The value of a header; empty where there is none.
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().unwrap())
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    /// Everything that leaves the service.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut bytes = self.body.clone();
        for (name, value) in &self.headers {
            bytes.extend([b"\n", name.as_str().as_bytes(), b": ", value.as_bytes()].concat());
        }
        bytes
    }
}

/// A request for advice with this body.
pub(crate) fn advice(body: impl AsRef<[u8]>) -> TestRequest {
    let request = TestRequest::post().uri("/v1/advice");
    request
        .insert_header(("content-type", "application/json"))
        .set_payload(body.as_ref().to_vec())
}

/// Asks the service in place.
pub(crate) async fn ask(request: TestRequest) -> Answer {
    ask_all(vec![request]).await.remove(0)
}

/// Asks one service in place, again and again.
pub(crate) async fn ask_all(requests: Vec<TestRequest>) -> Vec<Answer> {
    ask_all_of(STATE.clone(), None, requests).await
}

/// Asks one service in place, again and again. It logs each request.
pub(crate) async fn ask_all_and_log(
    log: Option<RequestLog>,
    requests: Vec<TestRequest>,
) -> Vec<Answer> {
    ask_all_of(STATE.clone(), log, requests).await
}

/// Asks a service with other guidance.
pub(crate) async fn ask_all_of(
    state: Data<State>,
    log: Option<RequestLog>,
    requests: Vec<TestRequest>,
) -> Vec<Answer> {
    let settings = Settings {
        log,
        ..Settings::default()
    };
    ask_all_with(state, settings, requests).await
}

/// Asks a service with other guidance and settings.
pub(crate) async fn ask_all_with(
    state: Data<State>,
    settings: Settings,
    requests: Vec<TestRequest>,
) -> Vec<Answer> {
    let telemetry = Data::new(Telemetry::new(state.clone(), &settings));
    let app = http::app(state, telemetry, settings);
    let service = init_service(app).await;
    let mut answers = Vec::new();
    for request in requests {
        let response = call_service(&service, request.to_request()).await;
        let (status, headers) = (response.status(), response.headers().clone());
        let body = to_bytes(response.into_body()).await.ok().unwrap().to_vec();
        answers.push(Answer {
            status,
            headers,
            body,
        });
    }
    answers
}

/// The service on a socket. It stops when it is dropped.
pub(crate) struct Served {
    address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Served {
    /// Serves on a port that the system chooses.
    pub(crate) fn with(settings: Settings) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let settings = Settings {
            workers: Some(1),
            ..settings
        };
        let (stop, told) = oneshot::channel();
        let thread = thread::spawn(move || {
            System::new().block_on(async move {
                let state = Data::new(initial_state(guidance()));
                let stop = async { drop(told.await) };
                http::serve(listener, None, state, settings, stop)
                    .await
                    .unwrap();
            });
        });
        Self {
            address,
            stop: Some(stop),
            thread: Some(thread),
        }
    }

    pub(crate) fn with_timeout(timeout: Duration) -> Self {
        Self::with(Settings {
            limits: Limits {
                body: timeout,
                ..Limits::default()
            },
            ..Settings::default()
        })
    }

    pub(crate) fn new() -> Self {
        Self::with(Settings::default())
    }

    /// Sends these bytes and is gone.
    pub(crate) fn abandon(&self, bytes: impl AsRef<[u8]>) {
        let mut stream = TcpStream::connect(self.address).unwrap();
        stream.write_all(bytes.as_ref()).unwrap();
    }

    /// Sends these bytes and reads until the service closes the connection.
    pub(crate) fn exchange(&self, bytes: impl AsRef<[u8]>) -> Vec<u8> {
        let mut stream = TcpStream::connect(self.address).unwrap();
        stream
            .set_read_timeout(Some(Duration::from_secs(20)))
            .unwrap();
        stream.write_all(bytes.as_ref()).unwrap();
        let mut answer = Vec::new();
        // A connection that is reset has ended as well as one that is closed.
        let _ = stream.read_to_end(&mut answer);
        answer
    }

    /// Sends these bytes and reads one answer.
    pub(crate) fn ask(&self, bytes: impl AsRef<[u8]>) -> Answer {
        let raw = self.exchange(bytes);
        let end = raw
            .windows(4)
            .position(|four| four == b"\r\n\r\n")
            .expect("an answer");
        let head = std::str::from_utf8(&raw[..end]).unwrap();
        let (first, rest) = head.split_once("\r\n").unwrap();
        let status = first.split(' ').nth(1).unwrap().parse().unwrap();
        let headers = rest
            .split("\r\n")
            .map(|line| line.split_once(": ").unwrap());
        let headers = headers.map(|(name, value)| {
            let name: HeaderName = name.parse().unwrap();
            (name, HeaderValue::from_str(value).unwrap())
        });
        Answer {
            status,
            headers: headers.collect(),
            body: raw[end + 4..].to_vec(),
        }
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        drop(self.stop.take());
        self.thread.take().map(JoinHandle::join);
    }
}
