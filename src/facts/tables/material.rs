//! The sexual messages, pictures, video and recordings, all of them taken together.

use super::{Group, answer, choice, yes_no};

pub(super) static GROUP: Group = Group {
    title: "The material",
    facts: &[
        yes_no(
            "material_exists",
            "Has anything sexual been made, sent or received, beyond a request or a threat?",
            "Yes if there is or was any sexual message, picture, video, recording, live stream \
             or call, real or made with AI, sent or not, even if it was never kept or has been \
             deleted. No only if there has been nothing beyond asking or threatening, such as a \
             threat to make a fake that has not been made. If somebody claims to have such \
             material and nobody can be sure, it is unknown. Answer only from what you have been \
             told; do not look, search or ask to be shown.",
        ),
        choice(
            "material_kind",
            "Is any of it a picture, a video, a live stream or a call with picture?",
            "Image or video: any of it is a sexual picture, video, live stream or video call, \
             kept or not, real or made with AI, even if there are words beside it. Words only: \
             you have been told that all of it is words, emoji or voice, which includes the case \
             that there is nothing beyond a request or a threat. If a picture has not been ruled \
             out, it is unknown. Answer only from what you have been told; do not look, search or \
             ask to be shown.",
            &[
                answer(
                    "image_or_video",
                    "Yes: a picture, video, live stream or video call",
                ),
                answer("text_only", "No: words, emoji or voice only"),
            ],
        ),
        choice(
            "youngest_depicted",
            "How old was the youngest person shown, when it was made?",
            "The age that the youngest person shown in any of it had when it was made, the \
             child's own pictures included; for someone wholly made up, the age they seem to \
             have. Choose 18 or over only if you have been told that none of it shows anyone \
             under 18, which also holds where it shows nobody. Never judge an age by looking: if \
             you have not been told, it is unknown. Answer only from what you have been told; do \
             not look, search or ask to be shown.",
            &[
                answer("under_13", "Under 13"),
                answer("13_to_17", "13 to 17"),
                answer("18_or_over", "18 or over: nobody under 18 is shown"),
            ],
        ),
        yes_no(
            "made_without_consent",
            "Was any of it made without the consent of the person it shows or records?",
            "Yes if anyone shown or heard in any of it did not agree to its being made: a hidden \
             or secret recording, a recorded call, a picture of someone asleep, or a picture \
             changed to be sexual. What matters is the making. Passing on something that was made \
             with consent goes under shown_or_passed_on_without_consent. Answer only from what \
             you have been told; do not look, search or ask to be shown.",
        ),
        yes_no(
            "ai_generated",
            "Was any picture or video in it made or changed with AI or editing?",
            "Yes if any picture or video was made with AI, or was changed with AI or other \
             editing so that it is sexual or shows somebody else. Filters, cropping and added \
             text do not count. Words or voice made with AI do not count here. Answer only from \
             what you have been told; do not look, search or ask to be shown.",
        ),
        yes_no(
            "beyond_developmental_stage_or_violent",
            "Does any of it show or describe violence, or acts unusual at the age of those \
             involved?",
            "Yes if you have been told that any of it shows or describes violence, pain, force \
             or animals, or sexual acts that a person who works with children would find unusual \
             at the age of those involved. Nakedness, posing and sexual words that are ordinary \
             at that age do not count. If you do not know what it shows, it is unknown. Answer \
             only from what you have been told; do not look, search or ask to be shown.",
        ),
    ],
};
