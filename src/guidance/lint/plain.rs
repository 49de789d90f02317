//! Words that somebody under stress reads twice, and sentences that are too long for them: what `check` warns of.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::texts::{sentences, texts};
use crate::guidance::file::File;
use crate::guidance::model::words_of;

/// What is plain, as the guidance has it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::guidance) struct PlainWords {
    /// The most words of a sentence.
    longest_sentence: usize,
    /// What not to say, and what to say instead.
    avoid: BTreeMap<String, String>,
}

impl PlainWords {
    /// Each text that is not plain: where it stands, and what to do about it.
    pub(in crate::guidance) fn warnings(&self, files: &[File]) -> Vec<String> {
        let mut warnings = Vec::new();
        for (file, yaml) in files {
            for (line, text) in texts(yaml) {
                let place = format!("{}:{line}", file.display());
                let unplain = self.of_text(&text).into_iter();
                warnings.extend(unplain.map(|warning| format!("{place}: {warning}")));
            }
        }
        warnings
    }

    fn of_text(&self, text: &str) -> Vec<String> {
        let spaced = spaced(text);
        let avoided = self.avoid.iter();
        let avoided = avoided.filter(|(says, _)| spaced.contains(&format!(" {says} ")));
        let mut warnings: Vec<_> = avoided
            .map(|(says, instead)| format!("`{says}`: write {instead}"))
            .collect();
        for sentence in sentences(text) {
            let words = words_of(sentence);
            if words > self.longest_sentence {
                let start: Vec<_> = sentence.split_whitespace().take(5).collect();
                let start = start.join(" ");
                warnings.push(format!("a sentence of {words} words: `{start} ...`"));
            }
        }
        warnings
    }
}

/// The words of a text in small letters, each between spaces.
fn spaced(text: &str) -> String {
    let mut spaced = " ".to_owned();
    let text = text.to_lowercase();
    for word in text.split(|letter: char| !letter.is_alphanumeric() && letter != '\'') {
        if !word.is_empty() {
            spaced += word;
            spaced.push(' ');
        }
    }
    spaced
}

#[cfg(test)]
mod tests {
    use super::PlainWords;

    fn warnings(text: &str) -> Vec<String> {
        let avoid = [("whom", "who"), ("part of it", "involved")];
        let plain = PlainWords {
            longest_sentence: 4,
            avoid: avoid
                .map(|(says, instead)| (says.to_owned(), instead.to_owned()))
                .into(),
        };
        plain.warnings(&[("a.yaml".into(), format!("text: {text}"))])
    }

    #[test]
    fn a_word_to_avoid_is_found_as_a_whole_whatever_stands_around_it() {
        assert_eq!(warnings("Tell Whom?"), ["a.yaml:1: `whom`: write who"]);
        assert_eq!(
            warnings("Part of it, whom."),
            [
                "a.yaml:1: `part of it`: write involved",
                "a.yaml:1: `whom`: write who"
            ]
        );
        assert_eq!(warnings("Whomever is apart."), [""; 0]);
    }

    #[test]
    fn a_sentence_is_counted_by_itself() {
        assert_eq!(warnings("One two three four. One two."), [""; 0]);
        assert_eq!(
            warnings("One. Two three four five six seven."),
            ["a.yaml:1: a sentence of 6 words: `Two three four five six ...`"]
        );
    }
}
