//! What clients get once the service is told to stop.

use std::net::TcpStream;

use super::{Client, advice, serving};

#[test]
fn what_is_sent_on_an_open_connection_is_answered_for_a_moment() {
    let running = serving(&["--drain", "60", "--stop-timeout", "60"]);
    let mut clients: Vec<_> = (0..3).map(|_| Client::of(&running)).collect();
    clients.iter_mut().for_each(Client::asks);
    running.tell("TERM");
    // Nobody new comes in.
    while TcpStream::connect(&running.address).is_ok() {}
    for client in &mut clients {
        client.send(&advice());
        let head = client.answer();
        assert!(head.starts_with("http/1.1 200 "), "{head}");
        assert!(head.contains("\r\nconnection: close\r\n"), "{head}");
        assert_eq!(client.rest(), "");
    }
    // Nothing is left to wait for.
    assert!(running.stop("TERM").status.success());
}

#[test]
fn it_ends_whatever_clients_do() {
    for drain in ["0.1", "86400"] {
        let running = serving(&["--drain", drain, "--stop-timeout", "0.5"]);
        let mut kept = Client::of(&running);
        kept.asks();
        let mut half = Client::of(&running);
        half.send("GET /");
        let mut deaf = Client::of(&running);
        deaf.0.get_ref().set_nonblocking(true).unwrap();
        // As much as is taken.
        let _ = deaf.tries_to_send(&advice().repeat(5_000));
        assert!(running.stop("TERM").status.success());
    }
}
