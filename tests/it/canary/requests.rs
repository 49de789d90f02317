//! The requests, each marked in one place.

use serde_json::Value;

use super::marks::{Marks, percent_encoded};
use super::places::{BODIES, HEADERS, PATHS, RAW};

const EMPTY: &str = r#"{"facts":{}}"#;

/// What has no fault, so that nothing of it is marked.
const SOUND: &str = r#"{"facts":{"child_sent_or_posted":"yes","material_kind":"image_or_video"}}"#;

/// A request, and whether it breaks off: then nothing more is sent and the other end is told so.
pub(super) struct Sent {
    pub(super) bytes: Vec<u8>,
    pub(super) breaks_off: bool,
}

/// A path that has a resource, with the method that it has.
struct Resource {
    method: String,
    path: String,
}

impl Resource {
    /// The parts of a request that it answers well.
    fn request(&self) -> Request<'_> {
        Request {
            method: &self.method,
            target: &self.path,
            headers: String::new(),
            body: if self.method == "POST" { EMPTY } else { "" },
        }
    }
}

struct Request<'r> {
    method: &'r str,
    target: &'r str,
    headers: String,
    body: &'r str,
}

impl Request<'_> {
    /// The whole request, as it is sent.
    fn sent(&self) -> Sent {
        let Self {
            method,
            target,
            headers,
            body,
        } = self;
        let own = |name| {
            let mut names = headers.lines().filter_map(|line| line.split(':').next());
            names.any(|own| own.eq_ignore_ascii_case(name))
        };
        let mut head = format!("{method} {target} HTTP/1.1\r\nConnection: close\r\n{headers}");
        if !own("host") {
            head += "Host: x\r\n";
        }
        if !body.is_empty() && !own("content-type") {
            head += "Content-Type: application/json\r\n";
        }
        if !body.is_empty() && !own("content-length") && !own("transfer-encoding") {
            head += "Content-Length: ";
            head += &body.len().to_string();
            head += "\r\n";
        }
        Sent {
            bytes: format!("{head}\r\n{body}").into_bytes(),
            breaks_off: false,
        }
    }
}

fn lines(list: &str) -> impl Iterator<Item = &str> {
    list.lines().map(str::trim).filter(|line| !line.is_empty())
}

/// Every request. The one that keeps the service waiting comes first.
pub(super) fn all(marks: &mut Marks, document: &Value) -> Vec<Sent> {
    let mark = marks.mark("a body that does not arrive");
    let head = "Content-Type: application/json\r\nContent-Length: 100\r\n";
    let late = Request {
        method: "POST",
        target: "/v1/advice",
        headers: head.to_owned(),
        body: &mark,
    };
    let sound = Request {
        method: "POST",
        target: "/v1/advice",
        headers: String::new(),
        body: SOUND,
    };
    let mut requests = vec![late.sent(), sound.sent()];
    for resource in resources(document) {
        requests.push(resource.request().sent());
        requests.extend(to_a_resource(marks, &resource));
        if resource.method == "POST" {
            requests.extend(with_bodies(marks, &resource));
        }
    }
    requests.extend(to_no_resource(marks));
    requests.extend(in_parameters(marks, document));
    requests.extend(broken(marks));
    requests
}

/// Nothing is marked in this one.
pub(super) fn metrics() -> Sent {
    let request = Request {
        method: "GET",
        target: "/metrics",
        headers: String::new(),
        body: "",
    };
    request.sent()
}

/// Every resource of the `OpenAPI` document, under each of its names, and the pages beside it.
fn resources(document: &Value) -> Vec<Resource> {
    let get = |path: &str| Resource {
        method: "GET".to_owned(),
        path: path.to_owned(),
    };
    let mut resources = vec![get("/docs"), get("/docs/"), get("/docs/index.html")];
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let mut path = path.clone();
            for parameter in operation["parameters"].as_array().into_iter().flatten() {
                let name = parameter["name"].as_str().unwrap();
                let known = parameter["schema"]["enum"][0].as_str();
                path = path.replace(&format!("{{{name}}}"), known.unwrap_or("any"));
            }
            resources.push(Resource {
                method: method.to_uppercase(),
                path,
            });
        }
    }
    resources
}

/// What can be marked wherever there is a resource.
fn to_a_resource(marks: &mut Marks, resource: &Resource) -> Vec<Sent> {
    let Resource { method, path } = resource;
    let place = |what: &str| format!("{what} of {method} {path}");
    let mut requests = Vec::new();
    for header in lines(HEADERS) {
        let mark = marks.mark(place(header));
        let mut request = resource.request();
        request.headers = format!("{}\r\n", header.replace('*', &mark));
        requests.push(request.sent());
    }
    for target in ["*?*", "*?*=*", "*/*", "*/%", "*#*", "http://*.example*"] {
        let mark = marks.mark(place(target));
        let marked = |part: &str| {
            part.replace('*', &mark)
                .replace('%', &percent_encoded(&mark))
        };
        let target = match target.strip_prefix('*') {
            Some(rest) => format!("{path}{}", marked(rest)),
            None => format!("{}{path}", marked(target.strip_suffix('*').unwrap())),
        };
        let mut request = resource.request();
        request.target = &target;
        requests.push(request.sent());
    }
    let mark = marks.mark(place("the method"));
    let mut request = resource.request();
    request.method = &mark;
    requests.push(request.sent());
    for method in ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE"] {
        let mark = marks.mark(place(&format!("the body sent with {method}")));
        let mut request = resource.request();
        request.method = method;
        request.body = &mark;
        requests.push(request.sent());
    }
    let mark = marks.mark(place("HTTP/1.0"));
    let old = format!("{method} {path}?{mark} HTTP/1.0\r\nUser-Agent: {mark}\r\n\r\n");
    requests.push(Sent {
        bytes: old.into_bytes(),
        breaks_off: false,
    });
    requests
}

fn to_no_resource(marks: &mut Marks) -> Vec<Sent> {
    let mut requests = Vec::new();
    for path in lines(PATHS) {
        for method in ["GET", "POST", "HEAD", "PURGE"] {
            let mark = marks.mark(format!("{method} {path}"));
            let coded = percent_encoded(&mark);
            let target = path.replace('*', &mark);
            // A `%` before anything else begins a code.
            let target = match target.strip_suffix('%') {
                Some(front) => format!("{front}{coded}"),
                None => target.replace("%.", &format!("{coded}.")),
            };
            let request = Request {
                method,
                target: &target,
                headers: String::new(),
                body: "",
            };
            requests.push(request.sent());
        }
    }
    requests
}

/// The parameters of the `OpenAPI` document, in paths and behind them.
fn in_parameters(marks: &mut Marks, document: &Value) -> Vec<Sent> {
    let mut requests = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        let mut places = Vec::new();
        if let Some((front, rest)) = path.split_once('{') {
            let end = rest.split_once('}').unwrap().1;
            places.push((front.to_owned(), end));
        }
        let parameters = item["get"]["parameters"].as_array();
        for parameter in parameters.into_iter().flatten() {
            if parameter["in"] == "query" {
                let name = parameter["name"].as_str().unwrap();
                places.push((format!("{path}?{name}="), ""));
            }
        }
        for (front, end) in places {
            let mark = marks.mark(&front);
            for marked in [mark.clone(), percent_encoded(&mark)] {
                let request = Request {
                    method: "GET",
                    target: &format!("{front}{marked}{end}"),
                    headers: String::new(),
                    body: "",
                };
                requests.push(request.sent());
            }
        }
    }
    requests
}

#[test]
fn every_filter_is_marked() {
    let document = serde_json::json!({ "paths": { "/c": { "get": { "parameters": [
        { "in": "query", "name": "jurisdiction" },
        { "in": "query", "name": "audience" },
        { "in": "header", "name": "accept" },
    ] } } } });
    let mut marks = Marks::default();
    let sent = in_parameters(&mut marks, &document);
    let targets: Vec<_> = sent
        .iter()
        .map(|sent| String::from_utf8_lossy(&sent.bytes).into_owned())
        .collect();
    assert_eq!(targets.len(), 4);
    assert!(
        targets[0].starts_with("GET /c?jurisdiction=kzqv"),
        "{targets:?}"
    );
    assert!(targets[3].starts_with("GET /c?audience=%6B"), "{targets:?}");
}

/// Bodies, as they are and in chunks, and some that are too large or too deep.
fn with_bodies(marks: &mut Marks, resource: &Resource) -> Vec<Sent> {
    let place = |what: &str| format!("{what} to {}", resource.path);
    let mut bodies: Vec<(String, String)> = Vec::new();
    for body in lines(BODIES) {
        let mark = marks.mark(place(body));
        let escaped: Vec<_> = mark.bytes().map(|byte| format!("\\u{byte:04x}")).collect();
        let body = body.replace('*', &mark).replace('%', &escaped.concat());
        bodies.push((String::new(), body));
    }
    let mark = marks.mark(place("a body that is too large"));
    bodies.push((String::new(), mark.repeat(20_000 / mark.len())));
    let mark = marks.mark(place("a body that is too deep"));
    bodies.push((String::new(), format!("{}\"{mark}\"", "[".repeat(300))));
    let mark = marks.mark(place("a body in another encoding"));
    bodies.push(("Content-Encoding: gzip\r\n".to_owned(), mark));
    let mark = marks.mark(place("a body that is no JSON"));
    bodies.push(("Content-Type: text/plain\r\n".to_owned(), mark));
    for (size, what) in [(10, "a body in chunks"), (2_000, "too many chunks")] {
        let mark = marks.mark(place(what));
        let chunk = format!("{:x}\r\n{mark}\r\n", mark.len());
        let chunks = format!("{}0\r\n\r\n", chunk.repeat(size));
        bodies.push(("Transfer-Encoding: chunked\r\n".to_owned(), chunks));
    }
    let requests = bodies.into_iter().map(|(headers, body)| {
        let mut request = resource.request();
        request.headers = headers;
        request.body = &body;
        request.sent()
    });
    requests.collect()
}

/// What is hardly HTTP, and what is too long for it.
fn broken(marks: &mut Marks) -> Vec<Sent> {
    let mut texts: Vec<String> = Vec::new();
    for raw in RAW {
        let mark = marks.mark(format!("{raw:?}"));
        texts.push(raw.replace('*', &mark));
    }
    let long = "a".repeat(70_000);
    let mark = marks.mark("a long header name");
    texts.push(format!("GET / HTTP/1.1\r\n{mark}{long}: x\r\n\r\n"));
    let mark = marks.mark("a long header");
    texts.push(format!("GET / HTTP/1.1\r\nX: {mark}{long}{long}\r\n\r\n"));
    let mark = marks.mark("a long path");
    texts.push(format!("GET /{mark}{long} HTTP/1.1\r\nHost: x\r\n\r\n"));
    let mark = marks.mark("too many headers");
    let header = format!("X: {mark}\r\n").repeat(200);
    texts.push(format!("GET / HTTP/1.1\r\n{header}\r\n"));
    let sent = texts.into_iter().map(|text| Sent {
        bytes: text.into_bytes(),
        breaks_off: true,
    });
    sent.collect()
}
