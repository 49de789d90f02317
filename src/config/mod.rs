//! The command line and the environment: the only place from which settings come.
//!
//! clap reads the line and writes the help; the values of the settings are read here, so that every
//! one that cannot be used is told at once. The examples, exit codes and variables at the end of
//! each help are the plain texts in `help/`.

mod guidance;
mod line;
mod setting;

pub use self::guidance::{Added, OnDay};
pub use self::line::{
    Advise, Check, Command, CommandLine, Export, Exported, Form, Health, Log, Prove, Serve, Service,
};
pub use self::setting::{Fault, Faults, Given};
