//! The marks: each is one word, and names the place where it was sent.

use std::fmt::Display;

/// Hexadecimal numbers have none of these letters, so no mark is seen by chance.
const STEM: &str = "kzqv";

/// Every place that was marked. The number in a mark is the place of its place in this list.
#[derive(Default)]
pub(super) struct Marks(Vec<String>);

impl Marks {
    /// A mark for a place.
    pub(super) fn mark(&mut self, place: impl Display) -> String {
        self.0.push(place.to_string());
        format!("{STEM}{:05}x", self.0.len() - 1)
    }

    /// Where the marks were sent that stand in these bytes, in any spelling, and what stands around
    /// them.
    pub(super) fn seen(&self, bytes: &[u8]) -> Vec<String> {
        let text = String::from_utf8_lossy(bytes).to_lowercase();
        let decoded = percent_decoded(&text);
        let mut seen: Vec<_> = [text, decoded]
            .iter()
            .flat_map(|text| {
                let found = text.match_indices(STEM);
                found
                    .map(|(start, _)| self.told(text, start))
                    .collect::<Vec<_>>()
            })
            .collect();
        seen.dedup();
        seen
    }

    fn told(&self, text: &str, start: usize) -> String {
        let digits: String = text[start + STEM.len()..].chars().take(5).collect();
        let place = digits
            .parse()
            .ok()
            .and_then(|place: usize| self.0.get(place));
        let place = place.map_or("a place that cannot be told", String::as_str);
        let around = |end: &str| end.chars().take(60).collect::<String>();
        let before: String = text[..start].chars().rev().collect();
        let before: String = around(&before).chars().rev().collect();
        format!("{place}: {before}{}", around(&text[start..]))
    }
}

fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let coded = tail.get(..2).and_then(|two| std::str::from_utf8(two).ok());
        let coded = coded.and_then(|two| u8::from_str_radix(two, 16).ok());
        match coded {
            Some(byte) if *first == b'%' => {
                bytes.push(byte);
                rest = &tail[2..];
            }
            _ => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).to_lowercase()
}

/// The mark with every letter percent-encoded.
pub(super) fn percent_encoded(mark: &str) -> String {
    let coded: Vec<_> = mark.bytes().map(|byte| format!("%{byte:02X}")).collect();
    coded.concat()
}

#[test]
fn a_mark_is_seen_in_every_spelling_and_names_its_place() {
    let mut marks = Marks::default();
    let (first, second) = (marks.mark("first"), marks.mark("second"));
    assert_eq!(marks.seen(b"0123456789abcdef"), Vec::<String>::new());
    let seen = marks.seen(format!("a {second} b").as_bytes());
    assert_eq!(seen, [format!("second: a {second} b")]);
    assert_eq!(marks.seen(first.to_uppercase().as_bytes()).len(), 1);
    assert_eq!(marks.seen(percent_encoded(&first).as_bytes()).len(), 1);
    assert_eq!(marks.seen(&first.as_bytes()[..7]).len(), 1);
}
