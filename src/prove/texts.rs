//! Every text that an answer can hold, and the incidents in whose answers it can stand.

use super::subject::Subject;
use crate::contract::contact::Contact;
use crate::contract::prerendered::Text;
use crate::facts::Vocabulary;
use crate::guidance::{CompiledGate, Core, Guidance};
use crate::mdd::Node;
use crate::symbolic::Predicate;

/// A text, and where it is shown.
pub(super) type ShownText = (Node, String);

impl Subject<'_> {
    /// Every text of the guidance, of the vocabulary and of the contacts.
    pub(super) fn texts(&mut self) -> Vec<ShownText> {
        let mut texts = self.of_items();
        texts.extend(self.of_what_waits());
        texts.extend(self.of_the_talk());
        texts.extend(self.of_situations());
        texts.extend(self.of_contradictions());
        texts.extend(of_facts(self.vocabulary()));
        for contact in &self.symbolic.guidance.contacts {
            texts.extend(always(of_contact(contact)));
        }
        texts
    }

    /// Items in all their wordings, and their grounds.
    fn of_items(&self) -> Vec<ShownText> {
        let guidance = self.symbolic.guidance;
        let mut texts = Vec::new();
        for (core, status) in self.items() {
            texts.extend(at(status.shown, of_core(guidance, core)));
        }
        for (one, status) in guidance
            .prohibitions
            .iter()
            .zip(&self.symbolic.prohibitions)
        {
            let told = [one.lifted_says.as_ref(), one.release_hint.as_ref()];
            texts.extend(at(status.shown, told.into_iter().flat_map(words)));
            let caution = one.caution.iter();
            let caution = caution.map(|caution| caution.words.because.as_str());
            texts.extend(at(status.caution, caution));
        }
        for (one, status) in guidance.actions.iter().zip(&self.symbolic.actions) {
            for reworded in &one.rewordings {
                let detail = words(reworded.detail.as_ref());
                let told = [reworded.title.as_str()].into_iter().chain(detail);
                texts.extend(at(status.shown, told));
            }
        }
        texts
    }

    /// What is said of an action while it waits.
    fn of_what_waits(&self) -> Vec<ShownText> {
        let guidance = self.symbolic.guidance;
        let mut texts = Vec::new();
        for (one, status) in guidance.actions.iter().zip(&self.symbolic.actions) {
            let escalation = one.escalates_when.iter();
            let escalation = escalation.map(|escalation| escalation.release_hint.as_str());
            texts.extend(at(status.withheld, escalation));
            let Some(gate) = one.gate.map(|gate| &guidance.gates[gate]) else {
                continue;
            };
            texts.extend(at(status.withheld, of_gate(guidance, gate)));
            texts.extend(at(status.withheld, [guidance.unsettled.because.as_str()]));
        }
        texts
    }

    /// Questions, explanations and gaps.
    fn of_the_talk(&mut self) -> Vec<ShownText> {
        let guidance = self.symbolic.guidance;
        let beyond = self.beyond_items();
        let mut texts = Vec::new();
        for question in &guidance.questions {
            let detail = words(question.detail.as_ref());
            texts.extend(always([question.title.as_str()].into_iter().chain(detail)));
        }
        for (one, shown) in guidance.explanations.iter().zip(&beyond.explained) {
            let more = words(one.detail.as_ref()).chain(words(one.note.as_ref()));
            texts.extend(at(*shown, [one.title.as_str()].into_iter().chain(more)));
        }
        for (one, shown) in guidance.not_covered.iter().zip(&beyond.not_covered) {
            let detail = words(one.detail.as_ref());
            texts.extend(at(*shown, [one.title.as_str()].into_iter().chain(detail)));
        }
        texts
    }

    /// What an incident is called.
    fn of_situations(&mut self) -> Vec<ShownText> {
        let evaluator = &mut self.symbolic.evaluator;
        let mut texts = Vec::new();
        for situation in &self.symbolic.guidance.situations {
            let when = Predicate::Condition(evaluator.root(situation.when));
            let holds = evaluator.holds(when);
            let shown = evaluator
                .incidents
                .builder
                .and(holds, evaluator.scopes.incident);
            texts.push((shown, situation.words.title.clone()));
        }
        texts
    }

    /// What is asked where answers exclude each other.
    fn of_contradictions(&mut self) -> Vec<ShownText> {
        let exclusions = self.vocabulary().exclusions().iter();
        let builder = &mut self.symbolic.evaluator.incidents.builder;
        let asked = exclusions.map(|exclusion| {
            let sides = [exclusion.one, exclusion.other];
            let [one, other] = sides.map(|side| builder.literal(side.fact, side.answers));
            (builder.and(one, other), exclusion.ask.clone())
        });
        asked.collect()
    }
}

fn at<'t>(
    shown: Node,
    texts: impl IntoIterator<Item = &'t str>,
) -> impl Iterator<Item = ShownText> {
    let texts = texts.into_iter();
    texts.map(move |text| (shown, text.to_owned()))
}

fn always<'t>(texts: impl IntoIterator<Item = &'t str>) -> impl Iterator<Item = ShownText> {
    at(Node::TRUE, texts)
}

fn words(text: Option<&Text>) -> impl Iterator<Item = &str> {
    text.into_iter().map(|text| text.as_str())
}

fn of_core<'g>(guidance: &'g Guidance, core: &'g Core) -> impl Iterator<Item = &'g str> {
    let grounds = guidance.grounds_of(core).flat_map(|ground| {
        let ground = &ground.known.ground;
        [ground.because.as_str()]
            .into_iter()
            .chain(ground.note.as_deref())
    });
    let detail = words(core.detail.as_ref());
    [core.title.as_str()]
        .into_iter()
        .chain(detail)
        .chain(grounds)
}

fn of_gate<'g>(guidance: &'g Guidance, gate: &'g CompiledGate) -> impl Iterator<Item = &'g str> {
    let reasons = guidance.conditions_of(gate).flat_map(|condition| {
        let reasons = [&condition.not_known, &condition.refuted];
        reasons.map(|reason| reason.because.as_str())
    });
    [gate.until.as_str(), gate.release_hint.as_str()]
        .into_iter()
        .chain(reasons)
}

fn of_facts(vocabulary: &Vocabulary) -> impl Iterator<Item = ShownText> {
    vocabulary.facts().iter().flat_map(|fact| {
        let answers = fact.answers.iter().map(|answer| &*answer.label);
        always([&*fact.label, &fact.description].into_iter().chain(answers))
    })
}

fn of_contact(contact: &Contact) -> impl Iterator<Item = &str> {
    let service = contact.service.iter().flat_map(|service| {
        let phones = service.phones.iter();
        let phones = phones.filter_map(|phone| phone.description.as_deref());
        let schedules = service.schedules.iter();
        let schedules = schedules.map(|schedule| schedule.description.as_str());
        [service.name.as_str(), service.description.as_str()]
            .into_iter()
            .chain(phones)
            .chain(schedules)
    });
    let role = contact.role.iter();
    let role = role.flat_map(|role| [role.name.as_str(), role.description.as_str()]);
    let further = [contact.audience.as_deref(), contact.not_for.as_deref()];
    service.chain(role).chain(further.into_iter().flatten())
}
