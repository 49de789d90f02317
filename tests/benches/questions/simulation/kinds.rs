//! Kinds of incident, and how often each answer is true in them.
//!
//! The numbers are our assumption: they are to give all kinds of incident, and the common ones more
//! often. They stand here alone. No rule of the service knows of them.

/// For each fact, how often each of its answers is true, in their order. Only proportions count.
pub(crate) type Weights = &'static [(&'static str, &'static [u32])];

/// A kind of incident.
pub(crate) struct Kind {
    pub(crate) title: &'static str,
    /// How many incidents in a hundred are of it.
    pub(crate) in_a_hundred: u32,
    /// How many facts in a hundred nobody can tell.
    pub(crate) unknown_in_a_hundred: u32,
    /// What sets it apart from [`USUALLY`].
    pub(crate) weights: Weights,
    /// Of each list, at least one answer is true.
    pub(crate) makes: &'static [&'static [(&'static str, &'static str)]],
}

const UNKNOWN: u32 = 10;
const SENT_OR_PASSED_ON: &[(&str, &str)] =
    &[("child_sent_or_posted", "yes"), ("child_passed_on", "yes")];

/// The four situations of the source of the first pack, and what comes beside them.
pub(crate) const KINDS: &[Kind] = &[
    Kind {
        title: "A sent or posted",
        in_a_hundred: 40,
        unknown_in_a_hundred: UNKNOWN,
        weights: &[
            ("forced_or_coerced", &[0, 1]),
            ("threatened_or_blackmailed", &[0, 1]),
            ("bullied", &[0, 1]),
            ("adult_involved", &[0, 15, 85]),
        ],
        makes: &[SENT_OR_PASSED_ON],
    },
    Kind {
        title: "B forced or blackmailed",
        in_a_hundred: 20,
        unknown_in_a_hundred: UNKNOWN,
        weights: &[
            ("forced_or_coerced", &[50, 50]),
            ("threatened_or_blackmailed", &[50, 50]),
            ("bullied", &[40, 60]),
            ("under_pressure", &[60, 40]),
            ("says_sent_willingly", &[25, 75]),
            ("immediate_danger", &[8, 92]),
            ("adult_involved", &[0, 45, 55]),
            ("shared_on_social_network_or_website", &[60, 40]),
        ],
        makes: &[
            SENT_OR_PASSED_ON,
            &[
                ("forced_or_coerced", "yes"),
                ("threatened_or_blackmailed", "yes"),
                ("bullied", "yes"),
            ],
        ],
    },
    Kind {
        title: "C received a child's image",
        in_a_hundred: 15,
        unknown_in_a_hundred: UNKNOWN,
        weights: &[
            ("child_sent_or_posted", &[10, 90]),
            ("child_passed_on", &[20, 80]),
            ("child_received", &[1, 0]),
            ("child_depicted", &[10, 90]),
            ("material_kind", &[1, 0]),
            ("youngest_depicted", &[15, 85, 0]),
            ("adult_involved", &[0, 20, 80]),
        ],
        makes: &[],
    },
    Kind {
        title: "D with an adult",
        in_a_hundred: 15,
        unknown_in_a_hundred: UNKNOWN,
        weights: &[
            ("child_sent_or_posted", &[70, 30]),
            ("child_received", &[60, 40]),
            ("child_was_asked", &[80, 20]),
            ("adult_involved", &[1, 0, 0]),
            ("parent_or_carer_implicated", &[8, 7, 85]),
            ("forced_or_coerced", &[30, 70]),
            ("threatened_or_blackmailed", &[30, 70]),
            ("immediate_danger", &[10, 90]),
            ("shared_on_social_network_or_website", &[60, 40]),
        ],
        makes: &[&[
            ("child_sent_or_posted", "yes"),
            ("child_passed_on", "yes"),
            ("child_received", "yes"),
        ]],
    },
    Kind {
        title: "asked, and nothing sent",
        in_a_hundred: 6,
        unknown_in_a_hundred: UNKNOWN,
        weights: &[
            ("child_sent_or_posted", &[0, 1]),
            ("child_passed_on", &[0, 1]),
            ("child_received", &[0, 1]),
            ("child_was_asked", &[1, 0]),
            ("material_exists", &[0, 1]),
            ("adult_involved", &[15, 25, 60]),
        ],
        makes: &[],
    },
    Kind {
        title: "nothing has happened",
        in_a_hundred: 2,
        unknown_in_a_hundred: UNKNOWN,
        weights: &[
            ("incident_has_happened", &[0, 1]),
            ("material_exists", &[0, 1]),
        ],
        makes: &[],
    },
    Kind {
        title: "nobody under 18",
        in_a_hundred: 2,
        unknown_in_a_hundred: UNKNOWN,
        weights: &[
            ("anyone_under_18", &[0, 1]),
            ("child_age_band", &[0, 0, 0, 0, 1]),
        ],
        makes: &[],
    },
];

/// What a caller says first: where they work, and in a sentence what happened.
pub(crate) const SAID_FIRST: &[&str] = &[
    "jurisdiction",
    "setting",
    "asked_by",
    "child_sent_or_posted",
    "material_kind",
    "adult_involved",
    "forced_or_coerced",
    "threatened_or_blackmailed",
    "money_or_more_images_demanded",
    "under_pressure",
    "says_sent_willingly",
];

/// The ordinary case: an image of themselves, sent by a young person to another whom they know;
/// nobody presses them, nobody is in danger, and nothing else has happened. All of it can be learned.
pub(crate) const ORDINARY: Kind = Kind {
    title: "the ordinary case",
    in_a_hundred: 0,
    unknown_in_a_hundred: 0,
    weights: &[
        ("jurisdiction", &[1, 1, 1, 1, 0]),
        ("child_age_band", &[0, 1, 0, 0, 0]),
        ("child_sent_or_posted", &[1, 0]),
        ("child_passed_on", &[0, 1]),
        ("child_depicted", &[1, 0]),
        ("material_kind", &[1, 0]),
        ("youngest_depicted", &[0, 1, 0]),
        ("adult_involved", &[0, 0, 1]),
        ("parent_or_carer_implicated", &[0, 0, 1]),
        ("safeguarding_lead_implicated", &[0, 0, 1]),
        ("parents_safe_to_tell", &[1, 0]),
        ("immediate_danger", &[0, 1]),
        ("self_harm_risk", &[0, 1]),
        ("meeting", &[1, 0, 0, 0]),
        ("contact_continuing", &[0, 1]),
        ("going_home_to_someone_involved", &[0, 1]),
        ("forced_or_coerced", &[0, 1]),
        ("threatened_or_blackmailed", &[0, 1]),
        ("money_or_more_images_demanded", &[0, 1]),
        ("bullied", &[0, 1]),
        ("under_pressure", &[0, 1]),
        ("deceived_or_induced", &[0, 1]),
        ("says_sent_willingly", &[1, 0]),
        ("under_influence", &[0, 1]),
        ("capacity_in_doubt", &[0, 1]),
        ("looked_after", &[0, 1]),
        ("child_pressured_or_harmed_another", &[0, 1]),
        ("beyond_developmental_stage_or_violent", &[0, 1]),
        ("made_without_consent", &[0, 1]),
        ("ai_generated", &[0, 1]),
        ("shown_or_passed_on_without_consent", &[0, 1]),
        ("other_children_may_be_at_risk", &[0, 1]),
        ("professional_has_viewed", &[0, 1]),
        ("professional_holds_copy", &[0, 1]),
        ("material_deleted", &[0, 1]),
        ("police_decision", &[1, 0, 0, 0, 0]),
        ("shared_on_social_network_or_website", &[0, 1]),
        ("still_online", &[0, 1]),
    ],
    makes: &[],
};

/// Facts are drawn in this order, and an answer that one drawn before excludes is not drawn. What
/// no list names is drawn last, with every answer alike: no question asks for it.
pub(crate) const USUALLY: Weights = &[
    ("incident_has_happened", &[1, 0]),
    ("anyone_under_18", &[1, 0]),
    ("child_age_band", &[14, 52, 27, 5, 2]),
    ("material_exists", &[1, 0]),
    ("child_sent_or_posted", &[85, 15]),
    ("child_passed_on", &[15, 85]),
    ("child_received", &[30, 70]),
    ("child_was_asked", &[50, 50]),
    ("material_kind", &[80, 20]),
    ("child_depicted", &[80, 20]),
    ("youngest_depicted", &[15, 75, 10]),
    ("adult_involved", &[10, 20, 70]),
    ("parent_or_carer_implicated", &[2, 3, 95]),
    ("immediate_danger", &[3, 97]),
    ("forced_or_coerced", &[10, 90]),
    ("threatened_or_blackmailed", &[10, 90]),
    ("bullied", &[15, 85]),
    ("under_pressure", &[30, 70]),
    ("deceived_or_induced", &[15, 85]),
    ("says_sent_willingly", &[70, 30]),
    ("under_influence", &[10, 90]),
    ("others_may_have_it", &[40, 60]),
    ("shared_on_social_network_or_website", &[40, 60]),
    ("shared_by_mobile_phone", &[60, 40]),
    ("still_online", &[30, 70]),
    ("parents_aware", &[40, 60]),
    ("parents_supportive", &[70, 30]),
    ("parents_safe_to_tell", &[85, 15]),
    ("advice_taken_on_telling_parents", &[10, 90]),
    ("safeguarding_lead_told", &[40, 60]),
    ("going_home_to_someone_involved", &[3, 97]),
    ("police_decision", &[70, 12, 8, 4, 6]),
    ("police_knew_all_this", &[40, 60]),
    ("police_instruction_on_material", &[20, 5, 75]),
];
