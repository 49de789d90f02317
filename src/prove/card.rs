//! That the card says what it must, and how much it says at most.

use super::heaviest::{Group, heaviest};
use super::invariants::CardSlot;
use super::subject::Subject;
use super::violation::Violation;
use crate::contract::advice::UrgencyLevel;
use crate::contract::catalogue::Slot;
use crate::guidance::{CompiledVariant, ItemId, LineId, Piece, words_of};
use crate::mdd::Node;
use crate::symbolic::of;

/// The most lines that must stand in `do`.
const MOST_TO_DO: usize = 7;
/// The most lines of `stop` and `do_not`.
const MOST_PROHIBITIONS: usize = 8;
/// The most words of a card without `then`.
const MOST_WORDS: usize = 200;

impl Subject<'_> {
    /// Each prohibition in force has its line in `stop` or `do_not`.
    pub(super) fn prohibitions_said(&mut self) -> Vec<Violation> {
        let guidance = self.symbolic.guidance;
        let prohibitions = guidance.prohibitions.ids();
        let violations = prohibitions.map(|id| {
            let in_force = self.symbolic.prohibitions[id].in_force(&mut self.symbolic.evaluator);
            self.unsaid(
                ItemId::Prohibition(id),
                in_force,
                &[CardSlot::Stop, CardSlot::DoNot],
            )
        });
        violations.collect()
    }

    /// Each action that is certain and urgent or an emergency, and each of these items wherever it stands, has its line in
    /// `danger`, or in `do` and is kept there (SEMANTICS 16.11).
    pub(super) fn urgent_said(&mut self, items: &[String]) -> Vec<Violation> {
        let guidance = self.symbolic.guidance;
        let beyond = self.beyond_items();
        let mut violations = Vec::new();
        for id in guidance.actions.ids() {
            let item = ItemId::Action(id);
            let urgent = self.symbolic.at_least(id, UrgencyLevel::Urgent);
            let standing = self.symbolic.standing(&beyond, item);
            let builder = &mut self.symbolic.evaluator.incidents.builder;
            let pressing = builder.and(standing.certain, urgent);
            let always = items.contains(&guidance.core(item).id);
            let among = if always { standing.any } else { pressing };
            violations.push(self.unsaid(item, among, &[CardSlot::Danger, CardSlot::Do]));
        }
        violations
    }

    /// The incidents among these in which no line of an item stands in one of these places.
    fn unsaid(&mut self, item: ItemId, among: Node, places: &[CardSlot]) -> Violation {
        let guidance = self.symbolic.guidance;
        self.concern(among);
        let mut unsaid = among;
        for (id, line) in guidance.card.lines.iter_enumerated() {
            if line.items.contains(&item) {
                for place in places {
                    let there = match place {
                        CardSlot::Do => self.kept_to_do(id),
                        place => self.stands_in(id, *place),
                    };
                    unsaid = self.symbolic.evaluator.incidents.without(unsaid, there);
                }
            }
        }
        let what = format!("`{}` is not said", guidance.core(item).id);
        Violation::new(unsaid, what)
    }

    /// What a line says names only items that stand, and it leaves none of its items that stand unsaid
    /// (SEMANTICS 16.4, 16.7).
    pub(super) fn standing_said(&mut self) -> Vec<Violation> {
        let guidance = self.symbolic.guidance;
        let minute = self.first_minute();
        let mut violations = Vec::new();
        for (id, line) in guidance.card.lines.iter_enumerated() {
            let on_card = self.on_card(id);
            let sets = &minute.card[id];
            let variants = || line.parts.iter().flatten().zip(sets.parts.iter().flatten());
            for (item, standing) in &sets.items {
                let naming = variants().filter(|(variant, _)| variant.names.contains(item));
                let covering = variants().filter(|(variant, _)| variant.covers.contains(item));
                let incidents = &mut self.symbolic.evaluator.incidents;
                let naming = incidents.any(naming.map(|(_, said)| *said));
                let covering = incidents.any(covering.map(|(_, said)| *said));
                let name = &guidance.core(*item).id;
                let absent = incidents.without(naming, standing.any);
                let what = format!("`{}` names `{name}`, which does not stand", line.id);
                violations.push(Violation::new(absent, what));
                if !line.covers.contains(item) {
                    let stands = incidents.builder.and(on_card, standing.any);
                    let unsaid = incidents.without(stands, naming);
                    let unsaid = incidents.without(unsaid, covering);
                    let what = format!("`{}` leaves `{name}` unsaid", line.id);
                    violations.push(Violation::new(unsaid, what));
                }
                self.concern(standing.any);
            }
        }
        violations
    }

    /// So many lines must stand in `do` at most.
    pub(super) fn most_to_do(&mut self) -> Vec<Violation> {
        let lines = self.symbolic.guidance.card.lines.ids();
        let kept = lines.map(|id| vec![(self.kept_to_do(id), 1)]);
        let kept = kept.collect();
        self.at_most(MOST_TO_DO, kept, "lines must stand in `do`")
    }

    /// So many lines of prohibitions stand on a card at most.
    pub(super) fn most_prohibitions(&mut self) -> Vec<Violation> {
        let minute = self.first_minute();
        let lines = minute.card.iter();
        let forbidding =
            lines.map(|line| vec![(of(&mut self.symbolic, &line.slots, Slot::DoNot), 1)]);
        let forbidding = forbidding.collect();
        self.at_most(MOST_PROHIBITIONS, forbidding, "lines of prohibitions")
    }

    /// So many words does a card have at most that are never cut: those of `danger`, `stop`, `do_not` and `say`, and of
    /// the lines that must stand in `do`. All others are taken only where they fit (SEMANTICS 16.11, 16.12).
    pub(super) fn most_words(&mut self) -> Vec<Violation> {
        let lines = self.symbolic.guidance.card.lines.ids();
        let words = lines.map(|id| self.words_of(id));
        let words = words.collect();
        self.at_most(MOST_WORDS, words, "words")
    }

    /// Notes the most that some groups come to in any incident, which is to be no more than that.
    fn at_most(&mut self, bound: usize, groups: Vec<Group>, of_what: &str) -> Vec<Violation> {
        for (node, _) in groups.iter().flatten() {
            self.concern(*node);
        }
        let (most, incidents) = heaviest(&mut self.symbolic.evaluator.incidents, groups);
        self.most = Some(most);
        let what = format!("{most} {of_what}");
        let violation = Violation::new(incidents, what);
        Vec::from_iter((most > bound).then_some(violation))
    }

    /// The incidents in which a line stands in `do` whatever else does.
    fn kept_to_do(&mut self, line: LineId) -> Node {
        let minute = self.first_minute();
        let to_do = self.stands_in(line, CardSlot::Do);
        let builder = &mut self.symbolic.evaluator.incidents.builder;
        builder.and(to_do, minute.card[line].kept)
    }

    /// What a line can say where it is never cut, by the number of its words.
    fn words_of(&mut self, id: LineId) -> Group {
        let minute = self.first_minute();
        let line = &self.symbolic.guidance.card.lines[id];
        let sets = &minute.card[id];
        let on_card = self.on_card(id);
        let to_do = self.stands_in(id, CardSlot::Do);
        let kept = self.kept_to_do(id);
        let incidents = &mut self.symbolic.evaluator.incidents;
        let cut = incidents.without(to_do, kept);
        let mut said: Group = vec![(incidents.without(on_card, cut), 0)];
        let parts = line.parts.iter().zip(&sets.parts);
        for (variants, nodes) in parts.chain([(&line.exit, &sets.exit)]) {
            let mut longer: Group = Vec::new();
            for (before, words) in said {
                let mut silent = before;
                for (variant, node) in variants.iter().zip(nodes) {
                    let more = self.most_words_of(variant);
                    let incidents = &mut self.symbolic.evaluator.incidents;
                    let both = incidents.builder.and(before, *node);
                    silent = incidents.without(silent, *node);
                    longer.push((both, words + more));
                }
                longer.push((silent, words));
            }
            said = self.joined(longer);
        }
        said
    }

    /// The same, each number of words once.
    fn joined(&mut self, said: Group) -> Group {
        let mut joined: Group = Vec::new();
        for (node, words) in said.into_iter().filter(|(node, _)| *node != Node::FALSE) {
            match joined.iter_mut().find(|(_, other)| *other == words) {
                Some((all, _)) => *all = self.symbolic.evaluator.incidents.builder.or(*all, node),
                None => joined.push((node, words)),
            }
        }
        joined
    }

    /// The words of a variant, each term being as long as it can be (SEMANTICS 16.13).
    fn most_words_of(&self, variant: &CompiledVariant) -> usize {
        let terms = &self.symbolic.guidance.card.terms;
        let mut text = String::new();
        for piece in &variant.text {
            text.push_str(match piece {
                Piece::Words(words) => words,
                Piece::Term(term) => {
                    let texts = terms[*term].iter().map(|saying| &*saying.text);
                    let longest = texts.max_by_key(|text| words_of(text));
                    longest.unwrap_or_default()
                }
            });
        }
        words_of(&text)
    }
}
