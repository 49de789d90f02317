//! The curl calls of the pages, made without curl: what they send, and what curl would print.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Parser;
use serde_json::Value;

use super::console::shows;
use crate::app::{Answer, Served};

/// Where the pages find the service.
const SERVICE: &str = "http://127.0.0.1:8080";

/// The options of curl that the pages may use.
#[derive(Debug, Parser)]
#[command(no_binary_name = true, disable_help_flag = true)]
#[expect(clippy::struct_excessive_bools, reason = "they are switches of curl")]
struct Curl {
    #[arg(short = 'X', long)]
    request: Option<String>,
    #[arg(short = 'H', long = "header")]
    headers: Vec<String>,
    #[arg(short, long, aliases = ["data-raw", "data-binary"])]
    data: Option<String>,
    #[arg(long)]
    json: Option<String>,
    #[arg(short, long)]
    include: bool,
    #[arg(short = 'I', long)]
    head: bool,
    #[arg(short, long)]
    output: Option<PathBuf>,
    /// Says less of failures; it changes nothing that a page shows.
    #[arg(short, long)]
    silent: bool,
    #[arg(short = 'S', long)]
    show_error: bool,
    #[arg(short, long)]
    fail: bool,
    url: String,
}

/// Makes the call in the folder and compares what comes back with what the page prints.
pub(super) fn compare(
    words: &[String],
    printed: &[String],
    service: &Served,
    folder: &Path,
) -> Result<(), String> {
    let curl = Curl::try_parse_from(words).map_err(|error| {
        let error = error.to_string();
        error.lines().next().unwrap_or_default().to_owned()
    })?;
    let answer = service.ask(curl.request(folder)?);
    if let Some(file) = &curl.output {
        fs::write(folder.join(file), &answer.body).unwrap();
        return shows(printed, &[]);
    }
    let none = String::new();
    let mut parts = printed.splitn(2, |line| *line == none);
    if curl.head || curl.include {
        let head = parts.next().unwrap_or_default();
        shows_head(head, &answer)?;
        match parts.next() {
            Some(body) => shows_body(body, &answer),
            None if answer.body.is_empty() || head.last().is_some_and(|line| line == "...") => {
                Ok(())
            }
            None => Err("the page leaves out the body without `...`".to_owned()),
        }
    } else {
        shows_body(printed, &answer)
    }
}

impl Curl {
    /// The bytes that curl would send.
    fn request(&self, folder: &Path) -> Result<Vec<u8>, String> {
        let path = self.url.strip_prefix(SERVICE);
        let path = path.ok_or_else(|| format!("it does not call {SERVICE}"))?;
        let data = self.json.as_ref().or(self.data.as_ref());
        let body = data.map(|data| match data.strip_prefix('@') {
            Some(file) => fs::read(folder.join(file)).map_err(|error| format!("{file}: {error}")),
            None => Ok(data.clone().into_bytes()),
        });
        let body = body.transpose()?;
        let method = match (&self.request, &body) {
            (Some(method), _) => method,
            (None, Some(_)) => "POST",
            (None, None) if self.head => "HEAD",
            (None, None) => "GET",
        };
        let mut head = vec![
            format!("{method} {path} HTTP/1.1"),
            "Host: 127.0.0.1:8080".to_owned(),
        ];
        let headers = self.headers()?.into_iter();
        head.extend(headers.map(|(name, value)| format!("{name}: {value}")));
        let length = body.iter().map(Vec::len);
        head.extend(length.map(|length| format!("Content-Length: {length}")));
        head.push("Connection: close\r\n\r\n".to_owned());
        let head = head.join("\r\n").into_bytes();
        Ok([head, body.unwrap_or_default()].concat())
    }

    /// The headers that are written out, and those that curl adds where they are not.
    fn headers(&self) -> Result<Vec<(&str, &str)>, String> {
        let written = self.headers.iter().map(|header| {
            let parts = header.split_once(": ");
            parts.ok_or_else(|| format!("`{header}` is no header"))
        });
        let mut headers: Vec<_> = written.collect::<Result<_, _>>()?;
        let own = match (&self.json, &self.data) {
            (Some(_), _) => vec![
                ("Content-Type", "application/json"),
                ("Accept", "application/json"),
            ],
            (None, Some(_)) => vec![
                ("Content-Type", "application/x-www-form-urlencoded"),
                ("Accept", "*/*"),
            ],
            (None, None) => vec![("Accept", "*/*")],
        };
        for (name, value) in own {
            if !headers
                .iter()
                .any(|(other, _)| name.eq_ignore_ascii_case(other))
            {
                headers.push((name, value));
            }
        }
        Ok(headers)
    }
}

/// The status stands first; the headers have no order.
fn shows_head(printed: &[String], answer: &Answer) -> Result<(), String> {
    let status = format!("HTTP/1.1 {}", answer.status);
    let mut real = vec![status.to_lowercase()];
    real.extend(
        answer
            .headers
            .iter()
            .map(|(name, value)| format!("{name}: {}", value.to_str().unwrap()).to_lowercase()),
    );
    let shown: Vec<_> = printed.iter().filter(|line| *line != "...").collect();
    let strange = shown
        .iter()
        .find(|line| !real.contains(&line.to_lowercase()));
    if let Some(line) = strange {
        return Err(format!("the page prints {line:?}, the head is {real:#?}"));
    }
    if shown
        .first()
        .is_none_or(|first| first.to_lowercase() != real[0])
    {
        return Err(format!("the page does not begin with {status:?}"));
    }
    if shown.len() == printed.len() && shown.len() < real.len() {
        return Err(format!(
            "the page leaves out headers without `...`: {real:#?}"
        ));
    }
    Ok(())
}

/// JSON stands on the page line by line, and without its indentation where that reads better.
fn shows_body(printed: &[String], answer: &Answer) -> Result<(), String> {
    if answer.header("content-type").ends_with("json") {
        let printed: Vec<_> = printed.iter().map(|line| line.trim().to_owned()).collect();
        let value: Value = serde_json::from_slice(&answer.body).unwrap();
        let pretty = serde_json::to_string_pretty(&value).unwrap();
        let real: Vec<_> = pretty.lines().map(|line| line.trim().to_owned()).collect();
        shows(&printed, &real)
    } else {
        let text = std::str::from_utf8(&answer.body).unwrap();
        let real: Vec<_> = text
            .lines()
            .map(|line| line.trim_end().to_owned())
            .collect();
        shows(printed, &real)
    }
}
