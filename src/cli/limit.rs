//! How large the diagrams of a command may become.

use clap::Args;
use signpost::prove::MOST_NODES;

/// How large diagrams may become.
#[derive(Debug, Args)]
pub(super) struct Limit {
    /// The most nodes that the diagrams may have: a gigabyte holds about 20 million
    #[arg(long, value_name = "NUMBER", default_value_t = MOST_NODES)]
    pub(super) most_nodes: usize,
}
