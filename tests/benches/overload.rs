//! Asks for advice on many kept connections, so many times a second whatever comes back, and says how long answers took.
//! Each answer is compared with what the same request was answered before: none may be missing, and none another's.
//!
//! Arguments: the address, how many connections, how many requests a second (0: each connection asks again as soon as it
//! is answered), and for how many seconds.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a measurement stops at what it does not expect, and prints what it has measured"
)]

use std::cell::RefCell;
use std::env;
use std::io;
use std::process::ExitCode;
use std::rc::Rc;
use std::time::{Duration, Instant};

use actix_web::rt::time::{sleep_until, timeout};
use actix_web::rt::{System, spawn};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// An answer that has not come by then is lost.
const PATIENCE: Duration = Duration::from_secs(20);

const BANDS: [&str; 5] = ["under_13", "13_to_15", "16_to_17", "under_18", "unknown"];
const KINDS: [&str; 3] = ["image_or_video", "text_only", "unknown"];

/// A request, and what it is answered.
struct Question {
    sent: Vec<u8>,
    answer: Vec<u8>,
}

/// What came back.
#[derive(Default)]
struct Seen {
    answered: Vec<Duration>,
    refused: Vec<Duration>,
    /// Requests without an answer.
    lost: usize,
    /// Answers that are not those of their request.
    wrong: usize,
}

struct Answer {
    status: u16,
    closes: bool,
    retry: bool,
    body: Vec<u8>,
}

/// One answer.
async fn answer(stream: &mut TcpStream, read: &mut Vec<u8>) -> io::Result<Answer> {
    let end = loop {
        if let Some(end) = read.windows(4).position(|end| end == b"\r\n\r\n") {
            break end + 4;
        }
        more(stream, read).await?;
    };
    let head = String::from_utf8_lossy(&read[..end]).to_ascii_lowercase();
    let said = |name: &str| head.lines().find_map(|line| line.strip_prefix(name));
    let length = said("content-length: ").and_then(|length| length.parse().ok());
    let length: usize = length.ok_or(io::ErrorKind::InvalidData)?;
    while read.len() < end + length {
        more(stream, read).await?;
    }
    let answer = Answer {
        status: head[9..12].parse().unwrap_or_default(),
        closes: said("connection: close").is_some(),
        retry: said("retry-after: ").is_some(),
        body: read[end..end + length].to_vec(),
    };
    read.drain(..end + length);
    Ok(answer)
}

async fn more(stream: &mut TcpStream, read: &mut Vec<u8>) -> io::Result<()> {
    match stream.read_buf(read).await? {
        0 => Err(io::ErrorKind::UnexpectedEof.into()),
        _ => Ok(()),
    }
}

/// Asks, on a connection that is made where there is none.
async fn ask(
    address: &str,
    kept: &mut Option<TcpStream>,
    read: &mut Vec<u8>,
    sent: &[u8],
) -> io::Result<Answer> {
    let mut stream = if let Some(stream) = kept.take() {
        stream
    } else {
        read.clear();
        TcpStream::connect(address).await?
    };
    stream.write_all(sent).await?;
    let answer = answer(&mut stream, read).await?;
    if !answer.closes {
        *kept = Some(stream);
    }
    Ok(answer)
}

/// Every question, with its answer while nobody else asks.
async fn questions(address: &str) -> Vec<Question> {
    let (mut all, mut kept, mut read) = (Vec::new(), None, Vec::new());
    for (band, kind) in BANDS.iter().flat_map(|band| KINDS.map(|kind| (band, kind))) {
        let body = format!(
            r#"{{"facts":{{"child_age_band":"{band}","child_sent_or_posted":"yes","material_kind":"{kind}"}}}}"#
        );
        let sent = format!(
            "POST /v1/advice HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        );
        let sent = sent.into_bytes();
        let answered = ask(address, &mut kept, &mut read, &sent).await;
        let answered = answered.expect("an answer");
        assert_eq!(answered.status, 200);
        all.push(Question {
            sent,
            answer: answered.body,
        });
    }
    all
}

/// One client: asks every `period`, beginning at `start`, until `end`.
async fn client(
    address: Rc<str>,
    questions: Rc<Vec<Question>>,
    seen: Rc<RefCell<Seen>>,
    mut start: Instant,
    period: Duration,
    end: Instant,
    number: usize,
) {
    let (mut kept, mut read) = (None, Vec::new());
    for question in questions.iter().cycle().skip(number) {
        sleep_until(start.into()).await;
        if Instant::now() >= end {
            break;
        }
        if period.is_zero() {
            start = Instant::now();
        }
        let came = timeout(
            PATIENCE,
            ask(&address, &mut kept, &mut read, &question.sent),
        )
        .await;
        let taken = start.elapsed();
        let mut seen = seen.borrow_mut();
        match came {
            Ok(Ok(answer)) if answer.status == 503 && answer.retry => seen.refused.push(taken),
            Ok(Ok(answer)) if answer.body == question.answer => seen.answered.push(taken),
            Ok(Ok(_)) => seen.wrong += 1,
            _ => seen.lost += 1,
        }
        start += period;
    }
}

/// The time that all but so many of a hundred took, in milliseconds.
fn percentile(times: &mut [Duration], percent: usize) -> f64 {
    times.sort_unstable();
    let place = times.len() * percent / 100;
    let time = times.get(place.min(times.len().saturating_sub(1)));
    time.map_or(0.0, Duration::as_secs_f64) * 1e3
}

fn main() -> ExitCode {
    let mut arguments = env::args().skip(1);
    let address: Rc<str> = arguments.next().expect("an address").into();
    let mut number = || -> u32 {
        let next = arguments.next().expect("three numbers");
        next.parse().expect("a number")
    };
    let (connections, rate, seconds) = (number(), number(), number());
    let seen = Rc::new(RefCell::new(Seen::default()));
    System::new().block_on(async {
        let questions = Rc::new(questions(&address).await);
        let start = Instant::now() + Duration::from_millis(100);
        let end = start + Duration::from_secs(seconds.into());
        let each = Duration::from_secs(1).checked_div(rate).unwrap_or_default();
        let clients: Vec<_> = (0..connections)
            .map(|place| {
                let number = usize::try_from(place).unwrap_or_default() % questions.len();
                let (address, questions) = (address.clone(), questions.clone());
                let start = start + each * place;
                let period = each * connections;
                spawn(client(
                    address,
                    questions,
                    seen.clone(),
                    start,
                    period,
                    end,
                    number,
                ))
            })
            .collect();
        for client in clients {
            client.await.expect("a client that ends");
        }
    });
    let mut seen = seen.borrow_mut();
    let Seen {
        answered,
        refused,
        lost,
        wrong,
    } = &mut *seen;
    println!(
        "{} {} {lost} {wrong} {:.2} {:.2} {:.2}",
        answered.len(),
        refused.len(),
        percentile(answered, 50),
        percentile(answered, 99),
        percentile(refused, 99),
    );
    if *lost + *wrong == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
