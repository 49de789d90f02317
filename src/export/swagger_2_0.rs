//! The Swagger 2.0 document.
//!
//! A body is a parameter, a parameter and a header carry their type themselves, and an answer has one
//! schema whatever its media types: that of its JSON. Only objects are referred to; anything else
//! stands where it is used. A test holds the result to the members that 2.0 has.

use serde_json::{Map, Value, json};

use super::walk::{by_name, each, each_schema, members, without};

/// The document in 2.0, from 3.0.
pub fn from_3_0(document: &Value) -> Value {
    let original = Original(document);
    let mut converted = Map::new();
    for (name, value) in members(document) {
        let (name, value) = match name.as_str() {
            "openapi" => ("swagger", json!("2.0")),
            // The host is left out: it is the one that the document was read from.
            "servers" => ("basePath", value.pointer("/0/url").cloned().into()),
            "paths" => ("paths", each(value, |item| original.path_item(item))),
            "components" => {
                if let Some(schemes) = value.get("securitySchemes") {
                    let keys = members(schemes).filter(|(_, scheme)| is_key(scheme));
                    let keys = keys.map(|(name, scheme)| (name.clone(), scheme.clone()));
                    converted.insert("securityDefinitions".into(), keys.collect());
                }
                ("definitions", original.definitions(&value["schemas"]))
            }
            kept => (kept, value.clone()),
        };
        converted.insert(name.into(), value);
    }
    converted.into()
}

/// The document that is converted; what it refers to is looked up here.
struct Original<'d>(&'d Value);

impl Original<'_> {
    fn definitions(&self, schemas: &Value) -> Value {
        let kept = members(schemas).filter(|(_, schema)| !is_plain(schema));
        kept.map(|(name, schema)| (name.clone(), self.schema(schema)))
            .collect()
    }

    /// A schema. Importers of 2.0 take a definition for a class and `allOf` for inheritance. So a plain
    /// value is written out where it stands, and an object is described in its one place.
    fn schema(&self, value: &Value) -> Value {
        let referred = match value["allOf"].as_array().map(Vec::as_slice) {
            Some([only]) => only,
            _ => value,
        };
        let Some(to) = referred["$ref"].as_str() else {
            return each_schema(value, |value| self.schema(value));
        };
        let target = self.resolved(referred);
        if is_plain(target) {
            let mut written_out = without(target, &[]);
            written_out.extend(without(value, &["$ref", "allOf"]));
            return written_out.into();
        }
        json!({ "$ref": to.replace("#/components/schemas/", "#/definitions/") })
    }

    fn path_item(&self, item: &Value) -> Value {
        by_name(item, |name, value| match name {
            "parameters" => each(value, |parameter| self.flat(parameter)),
            "get" | "put" | "post" | "delete" => self.operation(value),
            _ => value.clone(),
        })
    }

    fn operation(&self, operation: &Value) -> Value {
        let others = ["parameters", "requestBody", "responses", "security"];
        let mut converted = without(operation, &others);
        if let Some(Value::Array(ways)) = operation.get("security") {
            let ways = ways.iter().filter(|way| self.is_a_key(way));
            converted.insert("security".into(), ways.cloned().collect());
        }
        let mut parameters: Vec<Value> = Vec::new();
        if let Some(Value::Array(others)) = operation.get("parameters") {
            parameters.extend(others.iter().map(|parameter| self.flat(parameter)));
        }
        if let Some(body) = operation.get("requestBody") {
            let body = self.resolved(body);
            converted.insert("consumes".into(), media_types([body]));
            parameters.push(self.body(body));
        }
        let responses = each(&operation["responses"], |one| self.resolved(one).clone());
        let bodies = members(&responses).map(|(_, response)| response);
        converted.insert("produces".into(), media_types(bodies));
        if !parameters.is_empty() {
            converted.insert("parameters".into(), parameters.into());
        }
        let responses = each(&responses, |response| self.response(response));
        converted.insert("responses".into(), responses);
        converted.into()
    }

    /// Whether a way to say who calls is a key in a header. 2.0 knows neither tokens of a bearer nor that there can be none.
    fn is_a_key(&self, way: &Value) -> bool {
        let schemes = self.0.pointer("/components/securitySchemes");
        let named = members(way).next();
        let scheme = named.and_then(|(name, _)| schemes?.get(name));
        scheme.is_some_and(is_key)
    }

    /// A parameter or a header. It says itself what it says in its schema in 3.0.
    fn flat(&self, value: &Value) -> Value {
        let value = self.resolved(value);
        let mut flat = without(value, &["schema"]);
        for (name, value) in members(self.resolved(&value["schema"])) {
            flat.entry(name).or_insert_with(|| value.clone());
        }
        if let Some(example) = flat.remove("example") {
            flat.insert("x-example".into(), example);
        }
        flat.into()
    }

    fn body(&self, body: &Value) -> Value {
        let media = principal(&body["content"]);
        let mut parameter = Map::new();
        parameter.insert("name".into(), json!("body"));
        parameter.insert("in".into(), json!("body"));
        parameter.extend(without(body, &["content"]));
        parameter.insert("schema".into(), self.schema(&media["schema"]));
        let examples = self.examples(media);
        if !examples.is_empty() {
            parameter.insert("x-examples".into(), examples.into());
        }
        parameter.into()
    }

    fn response(&self, response: &Value) -> Value {
        let mut converted = without(response, &["headers", "content"]);
        if let Some(headers) = response.get("headers") {
            let headers = each(headers, |header| self.flat(header));
            converted.insert("headers".into(), headers);
        }
        if let Some(content) = response.get("content") {
            let schema = self.schema(&principal(content)["schema"]);
            converted.insert("schema".into(), schema);
            // There is room for one example of each media type.
            let examples: Map<_, _> = members(content)
                .filter_map(|(media_type, media)| {
                    let (_, example) = self.examples(media).into_iter().next()?;
                    Some((media_type.clone(), example.get("value")?.clone()))
                })
                .collect();
            if !examples.is_empty() {
                converted.insert("examples".into(), examples.into());
            }
        }
        converted.into()
    }

    /// The examples of a media type, by name.
    fn examples(&self, media: &Value) -> Map<String, Value> {
        members(&media["examples"])
            .map(|(name, example)| (name.clone(), self.resolved(example).clone()))
            .collect()
    }

    /// What a reference leads to, or the value itself.
    fn resolved<'v>(&'v self, value: &'v Value) -> &'v Value {
        let target = value["$ref"].as_str().and_then(|to| to.strip_prefix('#'));
        match target.and_then(|pointer| self.0.pointer(pointer)) {
            Some(target) => self.resolved(target),
            None => value,
        }
    }
}

fn is_key(scheme: &Value) -> bool {
    scheme["type"] == "apiKey"
}

/// Whether a schema is that of a value without parts.
fn is_plain(schema: &Value) -> bool {
    let kind = schema["type"].as_str();
    kind.is_some_and(|kind| ["string", "integer", "number", "boolean"].contains(&kind))
}

/// The media types of bodies, each once, as they come.
fn media_types<'v>(bodies: impl IntoIterator<Item = &'v Value>) -> Value {
    let mut media_types: Vec<&String> = Vec::new();
    for (media_type, _) in bodies
        .into_iter()
        .flat_map(|body| members(&body["content"]))
    {
        if !media_types.contains(&media_type) {
            media_types.push(media_type);
        }
    }
    json!(media_types)
}

/// The media type whose schema stands for all: JSON, where it is one of them.
fn principal(content: &Value) -> &Value {
    let json = |(name, _): &(&String, _)| *name == "application/json" || name.ends_with("+json");
    let found = members(content).find(json).or(members(content).next());
    found.map_or(&Value::Null, |(_, media)| media)
}
