//! The one task that looks at all connections, and tells those to end that have reached a limit.

use std::sync::Arc;
use std::time::Duration;

use actix_web::rt::time::sleep;

use super::connections::Connections;
use super::ending::Ending;
use super::phase::Phase;

/// How often.
const EVERY: Duration = Duration::from_millis(100);

/// How long a client has to read that its connection is closed.
const CLOSING: Duration = Duration::from_secs(1);

/// How long a connection is idle before it rests.
const REST: Duration = Duration::from_millis(250);

/// Looks at all connections, for ever.
pub(super) async fn watch(all: Arc<Connections>) {
    loop {
        sleep(EVERY).await;
        let limits = &all.limits;
        let keep_alive = all.keep_alive();
        all.each(|connection| {
            let (phase, since) = connection.standing();
            let (limit, ending) = match phase {
                _ if connection.is_unsigned() && Ending::Signers.holds_in(phase, since) => {
                    (Duration::ZERO, Ending::Signers)
                }
                Phase::Head => (limits.head, Ending::Head),
                Phase::Writing => (limits.write, Ending::Write),
                Phase::Idle if since < keep_alive => (REST, Ending::Rest),
                Phase::Idle | Phase::Resting => (keep_alive, Ending::KeepAlive),
                Phase::Closing => (CLOSING, Ending::Refused),
                // What handles a request has no end to wait for but that of its body, which it limits itself.
                Phase::Serving => return,
            };
            if since >= limit {
                connection.tell(ending);
            }
        });
    }
}
