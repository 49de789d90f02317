//! What a caller's own screen can do with the material or with people.

use utoipa::ToSchema;

use crate::contract::open_enum::open_enum;
use crate::contract::write_json::{IfAny, json_structs};

json_structs! {
    /// Something that a caller's own screen can do, and whether the advice allows it. What is not listed, and a
    /// state that is not known, count as `blocked`.
    #[derive(Debug, Clone, ToSchema)]
    pub struct Control<'g> {
        /// What can be done.
        pub control: ControlName,
        /// Whether it can be done now.
        pub state: ControlState,
        /// The items of the answer that say so; absent where none does, or the answer has no room for them.
        #[schema(required = false, value_type = Vec<String>)]
        pub items: IfAny<&'g str>,
    }
}

open_enum! {
    /// What can be done with the material, or with people. Never with the case record.
    pub enum ControlName {
        /// Delete it.
        MaterialDelete = "material_delete",
        /// Send or pass it on.
        MaterialShare = "material_share",
        /// Show it to somebody.
        MaterialShow = "material_show",
        /// Copy or save it.
        MaterialCopy = "material_copy",
        /// Look at it.
        MaterialView = "material_view",
        /// Ask for it.
        MaterialRequest = "material_request",
        /// Contact whoever may be responsible.
        SuspectContact = "suspect_contact",
        /// Contact the parents or carers.
        ParentsContact = "parents_contact",
        /// Contact those who received it, or their parents.
        RecipientsContact = "recipients_contact",
        /// Report it to the site or app.
        SiteReport = "site_report",
    }
}

open_enum! {
    /// Whether something can be done now. Where several fit, the first of these holds.
    pub enum ControlState {
        /// It must not be done.
        Blocked = "blocked",
        /// Not before the police have said so.
        AskPoliceFirst = "ask_police_first",
        /// Not by the professional who asked.
        NotByYou = "not_by_you",
        /// It can be done.
        Open = "open",
    }
}
