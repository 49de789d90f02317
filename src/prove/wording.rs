//! No word sends anyone to the material: a test of words, beside the proof.
//!
//! A word that could tell somebody to look, search, copy, take a picture of the screen, forward or
//! fetch stands only after a refusal in its sentence ("do not look"), or in one of the few phrases
//! in which it means something else.

use super::checks::Broken;
use super::subject::Subject;
use crate::contract::fact::Fact;
use crate::contract::incident::FactId;
use crate::contract::piece::Text;
use crate::guidance::diagram::Node;

const TOWARDS_IT: [&str; 24] = [
    "look",
    "looks",
    "looking",
    "search",
    "searches",
    "searching",
    "copy",
    "copies",
    "copying",
    "screenshot",
    "screenshots",
    "photograph",
    "photographs",
    "forward",
    "forwarding",
    "view",
    "views",
    "viewing",
    "download",
    "downloads",
    "inspect",
    "examine",
    "browse",
    "scroll",
];

const REFUSALS: [&str; 9] = [
    "not", "never", "no", "nobody", "nothing", "without", "crime", "illegal", "offence",
];

const HARMLESS: [&str; 7] = [
    "look after",
    "looks after",
    "looking after",
    "looking into it",
    "a copy of their own picture sent back to them",
    "copies that are only in private messages",
    "other copies are left",
];

impl Subject<'_> {
    /// The sentences that could send somebody to the material, and where they are shown.
    pub(super) fn wording(&mut self) -> Vec<Broken> {
        let mut broken = Vec::new();
        for (shown, text) in self.texts() {
            self.concern(shown);
            for sentence in text.split_inclusive(['.', '?', '!', ';', ':']) {
                if sends_towards_it(sentence) {
                    let what = format!("\"{}\" can be read as telling to", sentence.trim());
                    broken.push(Broken::new(shown, what));
                }
            }
        }
        broken
    }

    /// Every text, and the incidents in whose answers it can stand.
    fn texts(&mut self) -> Vec<(Node, String)> {
        let guidance = self.atlas.guidance;
        let talk = self.atlas.talk();
        let mut texts = Vec::new();
        let mut add = |shown: Node, text: Option<&Text>| {
            texts.extend(text.map(|text| (shown, text.to_string())));
        };
        for (core, standing) in self.items() {
            add(standing.shown, Some(&core.title));
            add(standing.shown, core.detail.as_ref());
        }
        for (one, standing) in guidance.prohibitions.iter().zip(&self.atlas.prohibitions) {
            add(standing.shown, one.lifted_says.as_ref());
            add(standing.shown, one.release_hint.as_ref());
        }
        for (one, standing) in guidance.actions.iter().zip(&self.atlas.actions) {
            for words in &one.rewordings {
                add(standing.shown, Some(&words.title));
                add(standing.shown, words.detail.as_ref());
            }
            let pressing = one.pressing.as_ref();
            add(standing.withheld, pressing.map(|words| &words.release_hint));
            let gate = one.gate.and_then(|gate| guidance.gates.get(gate));
            add(standing.withheld, gate.map(|gate| &gate.until));
            add(standing.withheld, gate.map(|gate| &gate.release_hint));
        }
        for (one, shown) in guidance.explanations.iter().zip(&talk.explained) {
            add(*shown, Some(&one.title));
            add(*shown, one.detail.as_ref());
        }
        for (one, shown) in guidance.not_covered.iter().zip(&talk.not_covered) {
            add(*shown, Some(&one.title));
            add(*shown, one.detail.as_ref());
        }
        for question in &guidance.questions {
            add(Node::TRUE, Some(&question.title));
            add(Node::TRUE, question.detail.as_ref());
        }
        for (core, standing) in self.items() {
            for ground in &core.grounds {
                let words = &ground.known.ground;
                let note = words.note.iter().cloned();
                let said = [words.because.clone()].into_iter().chain(note);
                texts.extend(said.map(|text| (standing.shown, text)));
            }
        }
        let facts = FactId::all().map(FactId::fact);
        let facts = facts.flat_map(
            |Fact {
                 label, description, ..
             }| [*label, *description],
        );
        texts.extend(facts.map(|text| (Node::TRUE, text.to_owned())));
        for contact in &guidance.contacts {
            let service = contact.service.as_ref().map(|one| one.description.clone());
            let said = [service, contact.audience.clone(), contact.not_for.clone()];
            texts.extend(said.into_iter().flatten().map(|text| (Node::TRUE, text)));
        }
        texts
    }
}

fn sends_towards_it(sentence: &str) -> bool {
    let mut sentence = sentence.to_lowercase();
    for harmless in HARMLESS {
        sentence = sentence.replace(harmless, "");
    }
    let mut refused = false;
    for word in sentence.split(|letter: char| !letter.is_alphanumeric()) {
        if TOWARDS_IT.contains(&word) && !refused {
            return true;
        }
        refused |= REFUSALS.contains(&word);
    }
    false
}
