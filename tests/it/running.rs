//! The program itself, serving: what it prints is kept until it ends.

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, Output, Stdio};
use std::thread::{self, JoinHandle};

/// The program, with nothing in its environment.
pub(crate) fn signpost() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_signpost"));
    command.env_clear();
    command
}

/// A program that serves. It does not outlive its test.
pub(crate) struct Running {
    child: Child,
    /// What it prints on standard output and standard error.
    printed: Vec<JoinHandle<Vec<u8>>>,
    /// Where it listens.
    pub(crate) address: String,
}

impl Running {
    /// Starts it on a port that the system chooses, and waits until it listens.
    pub(crate) fn start(command: &mut Command) -> Self {
        Self::on("127.0.0.1:0", command)
    }

    /// Starts it at that address, and waits until it listens.
    pub(crate) fn on(bind: &str, command: &mut Command) -> Self {
        let command = command.env("SIGNPOST_BIND", bind);
        let command = command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut running = Self {
            child: command.spawn().unwrap(),
            printed: Vec::new(),
            address: String::new(),
        };
        let stdout = running.child.stdout.take().unwrap();
        let mut stderr = BufReader::new(running.child.stderr.take().unwrap());
        let mut line = String::new();
        stderr.read_line(&mut line).unwrap();
        let address = line.trim().strip_prefix("signpost listens on http");
        let address = address.and_then(|rest| rest.split_once("://"));
        running.address = String::from(address.expect("where it listens").1);
        running.printed = vec![
            gathered(Vec::new(), stdout),
            gathered(line.into_bytes(), stderr),
        ];
        running
    }

    /// The number of its process.
    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    /// Sends it a signal.
    pub(crate) fn tell(&self, signal: &str) {
        let pid = self.child.id().to_string();
        let mut kill = Command::new("kill");
        let told = kill.args(["-s", signal, &pid]).status().unwrap();
        assert!(told.success());
    }

    /// Sends it a signal and waits until it ends.
    pub(crate) fn stop(mut self, signal: &str) -> Output {
        self.tell(signal);
        let status = self.child.wait().unwrap();
        let mut printed = self.printed.drain(..).map(|all| all.join().unwrap());
        Output {
            status,
            stdout: printed.next().unwrap(),
            stderr: printed.next().unwrap(),
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn gathered(mut all: Vec<u8>, mut stream: impl Read + Send + 'static) -> JoinHandle<Vec<u8>> {
    thread::spawn(move || {
        stream.read_to_end(&mut all).unwrap();
        all
    })
}
