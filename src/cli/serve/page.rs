//! What can be set of the page that a service brings along.

use clap::Args;
use clap::builder::BoolishValueParser;
use signpost::http::{BrowserPage, State};

/// The page at `/` and `/try`.
#[derive(Debug, Args)]
pub(super) struct PageArguments {
    /// Leave out the page at / and /try
    #[arg(long, env = "SIGNPOST_NO_PAGE", value_parser = BoolishValueParser::new())]
    no_page: bool,
    /// What each incident on the page begins with, such as jurisdiction=GB-NIR: nation, setting and role of whoever asks
    #[arg(
        long,
        env = "SIGNPOST_PAGE_DEFAULTS",
        value_name = "FACT=ANSWER,...",
        value_delimiter = ','
    )]
    #[arg(value_parser = default)]
    page_defaults: Vec<(&'static str, String)>,
}

impl PageArguments {
    /// The page of that service, if it is to have one.
    pub(super) fn page(&self, state: &State) -> Result<Option<BrowserPage>, String> {
        let page = BrowserPage::new(state, &self.page_defaults)
            .map_err(|fault| format!("signpost cannot use --page-defaults: {fault}"))?;
        Ok((!self.no_page).then_some(page))
    }
}

/// Reads a fact with its answer.
fn default(text: &str) -> Result<(&'static str, String), String> {
    let (name, value) = text.split_once('=').unwrap_or((text, ""));
    let fact = BrowserPage::SETTABLE.into_iter().find(|fact| *fact == name);
    let fact = fact.filter(|_| !value.is_empty()).ok_or_else(|| {
        format!(
            "it must be one of {}, then = and an answer",
            BrowserPage::SETTABLE.join(", ")
        )
    })?;
    Ok((fact, value.to_owned()))
}
