//! More clients than there is room for.

use std::net::{SocketAddr, TcpStream};
use std::thread::sleep;
use std::time::Duration;

use super::{Client, advice, metric, serving};
use crate::running::Running;

/// Somebody else asks until there is room, sooner than who is there is ended by a limit.
fn somebody_else_is_served(running: &Running) {
    let served = |_| {
        sleep(Duration::from_millis(20));
        let mut client = Client::of(running);
        // Where there is no room it may be closed before it has asked.
        let _ = client.tries_to_send("GET /v1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        client.rest().starts_with("HTTP/1.1 200 ")
    };
    assert!((0..1_000).any(served));
}

#[test]
fn idle_connections_make_room_for_whoever_comes() {
    let running = serving(&["--connections", "4"]);
    let mut kept: Vec<_> = (0..12)
        .map(|_| {
            let mut client = Client::of(&running);
            client.asks();
            // Who asks at once again is not idle.
            sleep(Duration::from_millis(20));
            client
        })
        .collect();
    let name = r#"signpost_connections_ended_total{because="room"}"#;
    assert!(metric(&running, name) >= 8);
    // Those who were idle longest have gone first.
    assert_eq!(kept[0].rest(), "");
}

/// Two clients who have sent so much and send no more.
fn two_who_dawdle(running: &Running, sent: &str) -> Vec<Client> {
    let clients = (0..2).map(|_| {
        let mut client = Client::of(running);
        client.send(sent);
        client
    });
    clients.collect()
}

#[test]
fn who_finds_no_room_is_told_so_at_once() {
    let running = serving(&["--connections", "2", "--head-timeout", "60"]);
    let slow = two_who_dawdle(&running, "GET /");
    // However many they are: nobody makes room for the next by going.
    let mut others: Vec<_> = (0..60).map(|_| Client::of(&running)).collect();
    for other in &mut others {
        let said = other.rest();
        assert!(said.starts_with("HTTP/1.1 503 "), "{said}");
        assert!(said.contains("\r\nretry-after: 1\r\n"), "{said}");
        assert!(said.contains("/problems/overloaded"), "{said}");
    }
    drop(slow);
}

#[test]
fn who_dawdles_makes_room_after_a_second() {
    let running = serving(&["--connections", "2", "--head-timeout", "600"]);
    let _slow = two_who_dawdle(&running, "GET /");
    somebody_else_is_served(&running);
}

#[test]
fn who_dawdles_over_a_body_makes_room_after_a_second() {
    let running = serving(&["--connections", "2", "--body-timeout", "600"]);
    let request = advice();
    let _slow = two_who_dawdle(&running, &request[..request.len() - 1]);
    somebody_else_is_served(&running);
}

#[test]
fn one_address_has_only_its_share_unless_it_is_that_of_a_proxy() {
    let share = ["--connections-per-address", "2"];
    let running = serving(&[&share[..], &["--proxies", "192.0.2.0/24"]].concat());
    let mut two: Vec<_> = (0..2).map(|_| Client::of(&running)).collect();
    two.iter_mut().for_each(Client::asks);
    let said = Client::of(&running).rest();
    assert!(said.starts_with("HTTP/1.1 503 "), "{said}");
    drop(two);

    for proxies in [
        "192.0.2.0/24,127.0.0.1",
        "::ffff:127.0.0.1",
        "::ffff:127.0.0.0/104",
    ] {
        let running = serving(&[&share[..], &["--proxies", proxies]].concat());
        let mut three: Vec<_> = (0..3).map(|_| Client::of(&running)).collect();
        three.iter_mut().for_each(Client::asks);
    }
}

#[test]
fn the_less_room_there_is_the_shorter_connections_are_kept() {
    let running = serving(&["--connections", "4", "--keep-alive", "1000"]);
    let mut all: Vec<_> = (0..4).map(|_| Client::of(&running)).collect();
    all.iter_mut().for_each(Client::asks);
    assert_eq!(all[0].rest(), "");
}

#[test]
fn the_system_keeps_more_than_a_hundred_clients_for_it() {
    let running = serving(&[]);
    running.tell("STOP");
    let address: SocketAddr = running.address.parse().unwrap();
    let patience = Duration::from_secs(30);
    let come = (0..300).map(|_| TcpStream::connect_timeout(&address, patience));
    let come: Result<Vec<_>, _> = come.collect();
    running.tell("CONT");
    assert_eq!(come.unwrap().len(), 300);
}
