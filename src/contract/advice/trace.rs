//! How every status came about.
//!
//! The parts of a condition stand in one flat list with their depth, because neither the older formats
//! of the contract nor generated clients take well to a schema that contains itself.

use utoipa::ToSchema;

use super::items::ItemStatus;
use super::scope::Scope;
use crate::contract::open_enum::open_enum;
use crate::contract::prerendered::Text;
use crate::contract::write_json::{json_structs, write_json_by_serde};

json_structs! {
    /// How every status came about: what each condition of the guidance came to, part by part.
    ///
    /// While answers contradict each other nothing is lifted and no gate is open, whatever stands here,
    /// and a protective item is certain where any one reading of the answers makes it so.
    #[derive(Debug, Clone, ToSchema)]
    pub struct Trace<'g> {
        /// Every prohibition and every action that the guidance has, the absent ones too.
        pub items: Vec<TracedItem<'g>>,
        /// The named conditions that parts refer to as `situation`.
        pub situations: Vec<TracedSituation<'g>>,
        /// What actions wait for, and what parts refer to as `gate`.
        pub gates: Vec<TracedGate<'g>>,
    }
}

json_structs! {
    /// How the status of an item came about.
    #[derive(Debug, Clone, ToSchema)]
    pub struct TracedItem<'g> {
        /// The item, by id.
        #[schema(value_type = String, example = "contact_police")]
        pub item: &'g str,
        /// Where it stands.
        pub status: ItemStatus,
        /// Whether at least one of its grounds holds. That can be certain although each by itself is open.
        pub trigger: Outcome,
        /// Every ground, the refuted ones too.
        pub grounds: Vec<TracedGround<'g>>,
        /// What takes the item away, whatever its grounds.
        #[schema(required = false, value_type = TracedCondition, nullable = false)]
        pub lifted_when: Option<TracedCondition<'g>>,
        /// What puts a prohibition in force while its trigger is open.
        #[schema(required = false, value_type = TracedCondition, nullable = false)]
        pub in_force_when: Option<TracedCondition<'g>>,
        /// The gate that it waits for, by id.
        #[schema(required = false, value_type = String, nullable = false)]
        pub gate: Option<&'g str>,
        /// The prohibitions in force that hold it back, by id.
        #[schema(value_type = Vec<String>)]
        pub held_by: Vec<&'g str>,
    }
}

json_structs! {
    /// What a ground came to.
    #[derive(Debug, Clone, ToSchema)]
    pub struct TracedGround<'g> {
        /// The reason in one line.
        #[schema(value_type = String)]
        pub because: &'g str,
        /// In what kind of answer it counts.
        pub scope: Scope,
        /// What it came to. Where it does not count, it is refuted.
        pub result: Outcome,
        /// Its condition, part by part. Without any it always holds.
        pub parts: Vec<Part<'g>>,
    }
}

json_structs! {
    /// What a condition came to.
    #[derive(Debug, Clone, ToSchema)]
    pub struct TracedCondition<'g> {
        /// What it came to.
        pub result: Outcome,
        /// The condition, part by part.
        pub parts: Vec<Part<'g>>,
    }
}

json_structs! {
    /// What a named condition came to.
    #[derive(Debug, Clone, ToSchema)]
    pub struct TracedSituation<'g> {
        /// Stable id.
        #[schema(value_type = String, example = "sent_or_posted")]
        pub id: &'g str,
        /// What it came to.
        pub result: Outcome,
        /// The condition, part by part.
        pub parts: Vec<Part<'g>>,
    }
}

json_structs! {
    /// What a gate came to.
    #[derive(Debug, Clone, ToSchema)]
    pub struct TracedGate<'g> {
        /// Stable id.
        #[schema(value_type = String, example = "deletion")]
        pub id: &'g str,
        /// What it came to: all conditions of one of its alternatives.
        pub result: Outcome,
        /// Whether it can come no more, whatever may still change: then what waits for it is absent.
        pub out_of_reach: bool,
        /// Each thing that it asks for.
        pub conditions: Vec<TracedCondition<'g>>,
    }
}

json_structs! {
    /// One part of a condition as it is written. Parts stand in the order in which they are written, a
    /// part before those that it is made of; all parts of depth 0 must hold.
    #[derive(Debug, Clone, ToSchema)]
    pub struct Part<'g> {
        /// How deep it stands: it is made of the parts after it that stand one deeper, up to the next
        /// that does not stand deeper.
        #[schema(example = 0)]
        pub depth: usize,
        /// What kind of part it is.
        pub term: Term,
        /// The fact, the situation or the gate, by name.
        #[schema(required = false, value_type = String, nullable = false)]
        pub name: Option<&'g str>,
        /// The answers to the fact that count.
        #[schema(value_type = Vec<String>)]
        pub answers: &'g [String],
        /// The part in words.
        #[schema(value_type = String)]
        pub says: &'g Text,
        /// What it came to.
        pub result: Outcome,
    }
}

write_json_by_serde!(usize, bool);

open_enum! {
    /// What a condition, or a part of one, came to.
    pub enum Outcome {
        /// It is so, whatever the open facts turn out to be.
        Holds = "holds",
        /// It is not so, whatever the open facts turn out to be.
        Refuted = "refuted",
        /// It hangs on open facts, or on answers that contradict each other.
        Open = "open",
    }
}

open_enum! {
    /// A kind of part.
    pub enum Term {
        /// All of the parts that it is made of.
        All = "all",
        /// At least one of the parts that it is made of.
        Any = "any",
        /// That the part that it is made of is not so.
        Not = "not",
        /// That the part that it is made of is known, as the facts are. Where it is open that is not so.
        Known = "known",
        /// That a fact was asked and is not known.
        NotKnown = "not_known",
        /// A named condition.
        Situation = "situation",
        /// All conditions of a gate.
        Gate = "gate",
        /// A fact that has one of some answers.
        Fact = "fact",
    }
}
