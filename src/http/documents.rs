//! The documents that describe the service, as it serves them. `export` makes them.

/// What describes a service, each document as its text.
#[derive(Debug, Clone)]
pub struct Documents {
    /// The `OpenAPI` 3.1 document.
    pub openapi: String,
    /// The same in the format 3.0.3.
    pub openapi_3_0: String,
    /// The same in the format Swagger 2.0.
    pub swagger_2_0: String,
    /// The JSON Schemas, in the order of [`SCHEMAS`](Self::SCHEMAS).
    pub schemas: [String; 3],
}

impl Documents {
    /// The names of the schemas.
    pub const SCHEMAS: [&'static str; 3] = ["incident", "advice", "problem"];
}
