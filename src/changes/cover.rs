//! A set of incidents without contradictions as a short list of patterns that cover exactly it.
//!
//! A pattern starts from one of the smallest incidents that are not yet covered and says what every
//! fact comes to in it. Then it gives up each fact in turn, or else widens what the fact may come to,
//! as far as every incident that fits stays in the set.

use super::views::Views;
use crate::atlas::{Incidents, smallest};
use crate::guidance::diagram::Node;
use crate::facts::{FactId, Facts};

/// For some facts, the places of what they may come to.
pub(super) type Pattern = Vec<(FactId, Vec<usize>)>;

/// Patterns that fit every required incident, and no incident without a contradiction that is not
/// allowed.
pub(super) fn cover(
    incidents: &mut Incidents,
    views: &Views,
    required: Node,
    allowed: Node,
) -> Vec<Pattern> {
    let forbidden = incidents.without(incidents.consistent, allowed);
    let mut cover = Cover {
        incidents,
        views,
        forbidden,
    };
    let mut left = required;
    let mut patterns = Vec::new();
    while let Some(facts) = smallest(&cover.incidents.builder, left) {
        let pattern = cover.pattern(&facts);
        let fits = cover.fits(&pattern);
        left = cover.incidents.without(left, fits);
        patterns.push((pattern, fits));
    }
    cover.needed(required, patterns)
}

struct Cover<'a> {
    incidents: &'a mut Incidents,
    views: &'a Views,
    forbidden: Node,
}

impl Cover<'_> {
    /// The incidents that fit a pattern.
    fn fits(&mut self, pattern: &Pattern) -> Node {
        let mut fits = self.incidents.consistent;
        for (fact, places) in pattern.iter().rev() {
            let any = self.any(*fact, places);
            fits = self.incidents.builder.and(fits, any);
        }
        fits
    }

    /// The incidents in which the fact comes to any of these.
    fn any(&mut self, fact: FactId, places: &[usize]) -> Node {
        let views = places
            .iter()
            .filter_map(|place| self.views.fact(fact).get(*place));
        self.incidents.any(views.map(|view| view.incidents))
    }

    /// The widest pattern that is found from this incident on.
    fn pattern(&mut self, facts: &Facts) -> Pattern {
        let seed = self.seed(facts);
        // What the facts from each on come to in the incident.
        let mut rest = vec![self.incidents.consistent];
        for (fact, place) in seed.iter().rev() {
            let before = rest.last().copied().unwrap_or(Node::TRUE);
            let here = self.any(*fact, &[*place]);
            rest.push(self.incidents.builder.and(before, here));
        }
        rest.pop();
        let mut pattern = Pattern::new();
        let mut forbidden = self.forbidden;
        for ((fact, seen), rest) in seed.into_iter().zip(rest.into_iter().rev()) {
            let here = self.incidents.builder.and(forbidden, rest);
            let views = self.views.fact(fact);
            let mut places = Vec::new();
            for (place, view) in views.iter().enumerate() {
                if place == seen || self.incidents.builder.and(here, view.incidents) == Node::FALSE
                {
                    places.push(place);
                }
            }
            if places.len() < views.len() {
                let any = self.any(fact, &places);
                forbidden = self.incidents.builder.and(forbidden, any);
                pattern.push((fact, places));
            }
        }
        pattern.sort_unstable();
        pattern
    }

    /// What every fact comes to in the incident; what is least known first, as it is given up first.
    fn seed(&self, facts: &Facts) -> Vec<(FactId, usize)> {
        let mut seed = Vec::new();
        for (fact, views) in self.views.facts() {
            let place = self.views.place(&self.incidents.builder, fact, facts);
            seed.extend(place.and_then(|place| Some((fact, place, views.get(place)?))));
        }
        seed.sort_by_key(|(fact, _, view)| view.comes_to.knowledge(*fact));
        seed.into_iter()
            .map(|(fact, place, _)| (fact, place))
            .collect()
    }

    /// The patterns without those that the others make needless.
    fn needed(&mut self, required: Node, patterns: Vec<(Pattern, Node)>) -> Vec<Pattern> {
        let mut later = vec![Node::FALSE];
        for (_, fits) in patterns.iter().rev() {
            let before = later.last().copied().unwrap_or(Node::FALSE);
            later.push(self.incidents.builder.or(before, *fits));
        }
        later.pop();
        let mut kept = Node::FALSE;
        let mut needed = Vec::new();
        for ((pattern, fits), later) in patterns.into_iter().zip(later.into_iter().rev()) {
            let others = self.incidents.builder.or(kept, later);
            if self.incidents.without(required, others) != Node::FALSE {
                kept = self.incidents.builder.or(kept, fits);
                needed.push(pattern);
            }
        }
        needed
    }
}
