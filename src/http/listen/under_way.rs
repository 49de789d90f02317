//! Which of the bytes that come may be read: those of the request under way, and none of the next.
//!
//! The reader of HTTP frames an answer by the head that it has read last, so it is given one head, and no other before that
//! request has its answer. Where a head ends is seen here; how its body is framed is what the reader has made of it, since two
//! who read the same bytes differently are two who see other requests in them. Where the reader alone can tell the end, as in
//! chunks, the bytes are given as far as it can be, and more only once the body is asked for again.

/// How far the request under way was read.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum UnderWay {
    /// Its head is read, as far as that line.
    Head(LineSoFar),
    /// All of its head was read: now it begins, or it is refused.
    Known,
    /// It has begun. That is left of its body, which is asked for or is not.
    Begun { left: Remaining, asked: bool },
    /// It has its answer.
    Answered,
}

/// What is left of a body.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Remaining {
    /// So many bytes.
    Bytes(u64),
    /// It ends with an empty line, though not each is its end.
    Lines(LineSoFar),
}

/// What was read of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LineSoFar {
    /// Nothing, and nothing of lines before: those that are empty do not count.
    First,
    /// Nothing.
    Empty,
    /// Something.
    Filled,
}

impl LineSoFar {
    /// Where the first empty line ends, if it does in these bytes.
    fn empty(&mut self, bytes: &[u8]) -> Option<usize> {
        for (at, byte) in bytes.iter().enumerate() {
            *self = match (byte, *self) {
                (b'\n', Self::Empty) => return Some(at + 1),
                (b'\n', Self::Filled) => Self::Empty,
                (b'\r' | b'\n', line) if line != Self::Filled => line,
                _ => Self::Filled,
            };
        }
        None
    }
}

impl UnderWay {
    /// None is: the next begins with what comes.
    pub(super) fn next() -> Self {
        Self::Head(LineSoFar::First)
    }

    /// It has begun, with a body of that many bytes, or of nobody knows how many.
    pub(super) fn begun(body: Option<u64>) -> Self {
        Self::Begun {
            // What comes first is no end of a line.
            left: body.map_or(Remaining::Lines(LineSoFar::Filled), Remaining::Bytes),
            asked: false,
        }
    }

    /// Its body is asked for: what was read of it is not all.
    pub(super) fn ask(&mut self) {
        if let Self::Begun { asked, .. } = self {
            *asked = true;
        }
    }

    /// Whether more of it may be read.
    pub(super) fn is_open(&self) -> bool {
        match self {
            Self::Head(_) => true,
            Self::Begun { left, asked } => *asked && *left != Remaining::Bytes(0),
            Self::Known | Self::Answered => false,
        }
    }

    /// How many of these bytes may be read, which counts as done.
    pub(super) fn take(&mut self, bytes: &[u8]) -> usize {
        match self {
            Self::Head(line) => {
                let end = line.empty(bytes);
                if end.is_some() {
                    *self = Self::Known;
                }
                end.unwrap_or(bytes.len())
            }
            Self::Begun { left, asked } => {
                *asked = false;
                match left {
                    Remaining::Bytes(left) => {
                        let taken = usize::try_from(*left)
                            .map_or(bytes.len(), |left| left.min(bytes.len()));
                        *left -= taken as u64;
                        taken
                    }
                    Remaining::Lines(line) => {
                        let end = line.empty(bytes);
                        if end.is_some() {
                            *line = LineSoFar::Filled;
                        }
                        end.unwrap_or(bytes.len())
                    }
                }
            }
            Self::Known | Self::Answered => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Takes it in two pieces, wherever it is cut: how much of it may be read before anything else is known.
    fn taken(start: fn() -> UnderWay, sent: &str) -> usize {
        let sent = sent.as_bytes();
        let whole = start().take(sent);
        for at in 0..sent.len() {
            let mut under_way = start();
            let (first, second) = sent.split_at(at);
            let mut taken = under_way.take(first);
            if taken == first.len() {
                taken += under_way.take(second);
            }
            // An end that comes last in the first piece is no reason to take nothing of the second.
            let went_on = whole == at && taken > whole;
            assert!(taken == whole || went_on, "{taken} of {whole}, cut at {at}");
        }
        whole
    }

    #[test]
    fn a_head_is_read_to_its_end_and_no_further() {
        for (head, more) in [
            ("GET / HTTP/1.1\r\nHost: x\r\n\r\n", "GET /"),
            ("GET / HTTP/1.1\nHost: x\n\n", "\n\n"),
            ("GET / HTTP/1.1\r\n\n", "\r\n"),
            ("\r\n\n\r\nGET / HTTP/1.1\nHost: x\n\r\n", "{}"),
            ("\r\nGET / HTTP/1.1\r\nHost: x", ""),
            ("\r\n\r\n\n\n", ""),
        ] {
            assert_eq!(taken(UnderWay::next, &format!("{head}{more}")), head.len());
        }
    }

    #[test]
    fn nothing_is_read_after_a_head_before_it_has_begun_nor_after_its_answer() {
        let mut under_way = UnderWay::next();
        assert!(under_way.is_open());
        under_way.take(b"GET / HTTP/1.1\n\n");
        for under_way in [under_way, UnderWay::begun(Some(0)), UnderWay::Answered] {
            assert_closed(under_way);
        }
    }

    fn assert_closed(mut under_way: UnderWay) {
        assert!(!under_way.is_open());
        under_way.ask();
        assert!(!under_way.is_open());
        assert_eq!(under_way.take(b"GET"), 0);
    }

    #[test]
    fn of_a_body_whose_length_is_known_that_much_is_read_once_it_is_asked_for() {
        let mut under_way = UnderWay::begun(Some(5));
        assert!(!under_way.is_open());
        under_way.ask();
        assert_eq!(under_way.take(b"\n\n"), 2);
        assert!(!under_way.is_open());
        under_way.ask();
        assert_eq!(under_way.take(b"1234"), 3);
        assert_closed(under_way);
    }

    #[test]
    fn of_chunks_no_more_is_read_than_can_be_their_end_until_they_are_asked_for_again() {
        let begun = || UnderWay::begun(None);
        assert_eq!(taken(begun, "0\r\n\r\nGET"), 5);
        assert_eq!(taken(begun, "0\r\nX: y\r\n\r\nGET"), 11);
        assert_eq!(taken(begun, "4\r\n\n\n\n\n\r\n0\r\n\r\n"), 4);
        let mut under_way = begun();
        let mut sent = &b"2\n\n\n\n0\n\nGET"[..];
        for taken in [3, 2, 3, 3] {
            assert!(!under_way.is_open());
            under_way.ask();
            assert!(under_way.is_open());
            let given = under_way.take(sent);
            assert_eq!(given, taken);
            sent = &sent[given..];
        }
        assert_eq!(sent, b"");
    }
}
