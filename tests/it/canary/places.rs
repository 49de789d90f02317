//! The places where a request can be marked.

/// Headers, each with a value in which `*` stands for the mark.
pub(super) const HEADERS: &str = r#"
    Accept: *
    Accept: application/*
    Accept: application/json;*=*
    Accept-Charset: *
    Accept-Encoding: *
    Accept-Language: *
    Access-Control-Request-Headers: *
    Access-Control-Request-Method: *
    Authorization: Bearer *
    Baggage: *=*
    Content-Encoding: *
    Content-Language: *
    Content-Length: *
    Content-Type: *
    Content-Type: application/*
    Content-Type: application/json; charset=*
    Cookie: *=*
    Expect: *
    Forwarded: for=*
    From: *
    Host: *
    If-Match: "*"
    If-Modified-Since: *
    If-None-Match: "*"
    If-None-Match: W/"*"
    If-None-Match: *
    Idempotency-Key: *
    Origin: https://*.example
    Range: bytes=*
    Referer: https://*.example/*
    Request-Id: *
    Sec-Fetch-Site: *
    TE: *
    Traceparent: *
    Traceparent: 00-*
    Tracestate: *=*
    Transfer-Encoding: *
    Upgrade: *
    User-Agent: *
    Via: 1.1 *
    X-Api-Key: *
    X-Correlation-Id: *
    X-Forwarded-For: *
    X-Forwarded-Host: *
    X-Forwarded-Proto: *
    X-HTTP-Method-Override: *
    X-Real-IP: *
    X-Request-Id: *
    *: x
    X-*: *
"#;

/// Paths that no route has, and parts of those that some have. A `%` at the end,
/// or before a dot, stands for the mark percent-encoded.
pub(super) const PATHS: &str = "
    /*
    /%
    /*/*
    /v1
    /v1/*
    /v1/advice/*
    /v1/advice/%
    /v1/advice*
    /v1/advice%2F*
    /v1/advice;*
    /v1/%
    /docs/*
    /docs/%
    /docs/%2e%2e/*
    /docs/*.html
    /schemas/*
    /schemas/*.json
    /schemas/%.json
    /problems/*
    /problems/%
    /problems/%0a*
    /health/*
    /metrics/*
    //*
    /.*/../*
    /%ff*
    /{*}
    http://*.example/*
    http://*@x/v1/advice
    *
";

/// Bodies. `*` stands for the mark, `%` for the mark in JSON's own escapes.
pub(super) const BODIES: &str = r#"
    {"facts":{"adult_involved":"*"}}
    {"facts":{"adult_involved":"%"}}
    {"facts":{"adult_involved":{"*":"*"}}}
    {"facts":{"adult_involved":["*"]}}
    {"facts":{"adult_involved":{"yes":{"*":[{"*":"*"}]}}}}
    {"facts":{"*":"yes"}}
    {"facts":{"%":"yes"}}
    {"facts":{"adult_involved.*":"yes"}}
    {"facts":{"a/*~b":"yes"}}
    {"facts":{"*":"yes","*":"no"}}
    {"facts":{"*":{"*":1,"*":2}}}
    {"facts":{"adult_involved":{"*":1,"*":2}}}
    {"facts":{"adult_involved":"yes","adult_involved":"*"}}
    {"facts":{},"facts":{"*":"*"}}
    {"facts":"*"}
    {"facts":["*"]}
    {"facts":{},"include":"*"}
    {"facts":{},"include":["*","%"]}
    {"facts":{},"include":["trace","*","what_if","*"]}
    {"facts":{},"include":[{"*":"*"}]}
    {"facts":{},"include":[{"*":1,"*":2}]}
    {"facts":{"adult_involved":"yes"},"include":["trace","what_if"],"*":1}
    {"facts":{},"packs":"*"}
    {"facts":{},"packs":["*","%"]}
    {"facts":{},"packs":["sexting_advice","*","supplement","*"]}
    {"facts":{},"packs":["sexting_advice",{"*":"*"}]}
    {"facts":{},"packs":[{"*":1,"*":2}]}
    {"facts":{"adult_involved":"yes"},"packs":["sexting_advice"],"*":1}
    {"*":{}}
    {"*":"*","facts":{}}
    {"facts":{},"*":{"facts":{"*":1}}}
    ["*"]
    "*"
    *
    {"facts":{"*
    {"facts":{}} *
    {"facts":{*:1}}
    {"facts":{"adult_involved":"*\x"}}
    {"facts":{"adult_involved":"*\ud800"}}
"#;

/// What is hardly HTTP, or none at all.
pub(super) const RAW: &[&str] = &[
    "*\r\n\r\n",
    "* / HTTP/1.1\r\n\r\n",
    "GET /* HTTP/9.9\r\n\r\n",
    "GET /* *\r\n\r\n",
    "GET *\r\n\r\n",
    "GET /*\r\n",
    "GET /* HTTP/1.1\r\nHost: *",
    "GET / HTTP/1.1\r\n*\r\n\r\n",
    "GET / HTTP/1.1\r\n* : *\r\n\r\n",
    "GET / HTTP/1.1\r\nX: a\0*\r\n\r\n",
    "GET / HTTP/1.1\r\nX: a\r\n *\r\n\r\n",
    "GET /\0* HTTP/1.1\r\nHost: x\r\n\r\n",
    "GET /a b* HTTP/1.1\r\nHost: x\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: *\r\nHost: *\r\nConnection: close\r\n\r\n",
    "POST /v1/advice HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n*",
    "POST /v1/advice HTTP/1.1\r\nContent-Length: 1*\r\n\r\n*",
    "POST /v1/advice HTTP/1.1\r\nContent-Length: 12\r\nTransfer-Encoding: chunked\r\n\r\n*",
    "POST /v1/advice HTTP/1.1\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n*\r\n",
    "POST /v1/advice HTTP/1.1\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n2;*=*\r\n{}\r\n0\r\n*: *\r\n\r\n",
    "POST /v1/advice HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 200\r\n\r\n{\"facts\":{\"*",
    "GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n*\r\n\r\n",
    "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n*",
    "\x16\x03\x01*",
    "\u{fffd}*\r\n\r\n",
];
