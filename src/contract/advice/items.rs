//! The items that have a status: prohibitions and actions.

use serde::Serialize;
use utoipa::ToSchema;

use super::ground::Voice;
use super::urgency::UrgencyLevel;
use crate::contract::open_enum::open_enum;
use crate::contract::prerendered::{Prerendered, Text};
use crate::contract::write_json::{IfAny, json_structs};
use crate::few::Few;

json_structs! {
    /// Something not to do.
    #[derive(Debug, Clone, ToSchema)]
    pub struct Prohibition<'g> {
        /// Stable id.
        #[schema(value_type = String, example = "do_not_delete")]
        pub id: &'g str,
        /// The prohibition in one line.
        #[schema(value_type = String, max_length = 140)]
        pub title: &'g Text,
        /// What it covers and what it does not; absent where there is nothing to add, or no room for it.
        #[schema(required = false, value_type = String, nullable = false)]
        pub detail: Option<&'g Text>,
        /// How certain it is. Either way it is in force.
        pub status: ProhibitionStatus,
        /// What it protects.
        pub protects: Protects,
        /// What would lift it; absent where nothing does, or the answer has no room for it.
        #[schema(required = false, value_type = String, nullable = false)]
        pub lifted_when: Option<&'g Text>,
        /// The first reason for it; absent where the answer has no room for it.
        #[schema(required = false, value_type = String, max_length = 140, nullable = false)]
        pub because: Option<&'g Text>,
        /// The statements that it rests on.
        #[schema(value_type = Vec<String>)]
        pub citations: Few<&'g str>,
        /// Who speaks.
        pub voice: Voice,
    }
}

open_enum! {
    /// How certain a prohibition is. Both are in force.
    pub enum ProhibitionStatus {
        /// It holds whatever the open facts turn out to be.
        Prohibited = "prohibited",
        /// It is not ruled out: keep to it until it is.
        Precautionary = "precautionary",
    }
}

open_enum! {
    /// What a prohibition protects.
    pub enum Protects {
        /// Doing it may be an offence, and spreads what should stay where it is.
        Law = "law",
        /// Doing it may destroy evidence.
        Evidence = "evidence",
        /// Doing it may put the child at risk.
        Welfare = "welfare",
    }
}

json_structs! {
    /// Something to do now.
    #[derive(Debug, Clone, ToSchema)]
    pub struct Action<'g> {
        /// Stable id.
        #[schema(value_type = String, example = "contact_police")]
        pub id: &'g str,
        /// The action in one line.
        #[schema(value_type = String, max_length = 140)]
        pub title: &'g Text,
        /// How, and what to mind; absent where there is nothing to add, or no room for it.
        #[schema(required = false, value_type = String, nullable = false)]
        pub detail: Option<&'g Text>,
        /// How certain it is. Either way it is to be done.
        pub status: ActionStatus,
        /// Who does it.
        pub actor: Actor,
        /// How pressing it is: the strongest that its best grounds say.
        pub urgency: UrgencyLevel,
        /// The first reason for it; absent where the answer has no room for it.
        #[schema(required = false, value_type = String, max_length = 140, nullable = false)]
        pub because: Option<&'g Text>,
        /// The statements that it rests on.
        #[schema(value_type = Vec<String>)]
        pub citations: Few<&'g str>,
        /// Who speaks.
        pub voice: Voice,
        /// What to make sure of before doing it; absent where there is nothing.
        #[schema(required = false, value_type = Vec<Caution>)]
        pub cautions: IfAny<&'g Prerendered<Caution>>,
        /// Contacts, by id, in the order in which to try them; absent where it has none.
        #[schema(required = false, value_type = Vec<String>)]
        pub contacts: IfAny<&'g str>,
    }
}

open_enum! {
    /// How certain an action is. Both are to be done now.
    pub enum ActionStatus {
        /// It holds whatever the open facts turn out to be.
        Recommended = "recommended",
        /// Not ruled out: act as if it is so.
        Precautionary = "precautionary",
    }
}

json_structs! {
    /// Something to do only if it turns out so.
    #[derive(Debug, Clone, ToSchema)]
    pub struct Possible<'g> {
        /// Stable id.
        #[schema(value_type = String, example = "report_to_ceop")]
        pub id: &'g str,
        /// The action in one line.
        #[schema(value_type = String, max_length = 140)]
        pub title: &'g Text,
        /// What it hangs on.
        pub status: PossibleStatus,
        /// Who does it.
        pub actor: Actor,
        /// How pressing it is then, as far as its best grounds say.
        pub urgency: UrgencyLevel,
        /// The open facts that it hangs on; absent where the answer has no room for them.
        #[schema(required = false, value_type = Vec<String>)]
        pub depends_on: IfAny<&'g str>,
        /// The question that settles it, for an action that is pending.
        #[schema(required = false, value_type = String, nullable = false)]
        pub question: Option<&'g str>,
        /// The first reason for it; absent where the answer has no room for it.
        #[schema(required = false, value_type = String, max_length = 140, nullable = false)]
        pub because: Option<&'g Text>,
        /// The statements that it rests on.
        #[schema(value_type = Vec<String>)]
        pub citations: Few<&'g str>,
        /// Who speaks.
        pub voice: Voice,
        /// What to make sure of before doing it; absent where there is nothing.
        #[schema(required = false, value_type = Vec<Caution>)]
        pub cautions: IfAny<&'g Prerendered<Caution>>,
    }
}

open_enum! {
    /// What an action hangs on that is to be done only if it turns out so.
    pub enum PossibleStatus {
        /// Protective: do it unless the answer to its question rules it out.
        Pending = "pending",
        /// Do it if the facts that it depends on turn out that way.
        Conditional = "conditional",
    }
}

open_enum! {
    /// Where an item stands, whatever its kind and wherever the answer shows it.
    pub enum ItemStatus {
        /// A prohibition that holds whatever the open facts turn out to be.
        Prohibited = "prohibited",
        /// An action that holds whatever the open facts turn out to be.
        Recommended = "recommended",
        /// Not ruled out, and counted as if it were so.
        Precautionary = "precautionary",
        /// A precautionary action that rests on what nobody has asked: it hangs on a question, and is
        /// not among the actions.
        Pending = "pending",
        /// A prohibition that is not ruled out and that nobody has asked about: it stands as a
        /// caution in the actions that it would hold back.
        Caution = "caution",
        /// An action that waits until something is settled.
        Withheld = "withheld",
        /// An action to take if the facts turn out that way.
        Conditional = "conditional",
        /// It is ruled out, done, or no longer needed.
        Absent = "absent",
    }
}

open_enum! {
    /// Who does something.
    pub enum Actor {
        /// The professional who asked.
        Professional = "professional",
        /// The child, with support.
        Child = "child",
        /// The professional who asked or their safeguarding lead, as they agree.
        ProfessionalOrLead = "professional_or_lead",
        /// The safeguarding lead, and not the professional who asked by themselves.
        SafeguardingLead = "safeguarding_lead",
    }
}

/// Something to make sure of before doing an action.
#[derive(Debug, Serialize, ToSchema)]
pub struct Caution {
    /// The prohibition that would hold the action back.
    pub prohibition: String,
    /// What to make sure of.
    pub because: String,
    /// The statements that it rests on.
    pub citations: Vec<String>,
}
