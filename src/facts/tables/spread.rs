//! How far the material has gone, and by which ways.

use super::{Group, yes_no};

pub(super) static GROUP: Group = Group {
    title: "How far it has spread",
    facts: &[
        yes_no(
            "others_may_have_it",
            "May anyone have it, or have seen it, whom it was not meant for?",
            "Yes if any of the material has reached, or may well have reached, anyone beyond \
             those for whom the person it comes from or shows meant it. A post that others could \
             see counts, and so does a recipient who is said to have shown it round. A \
             professional, parent or officer who came across it while helping does not count. \
             Whether anyone was wronged by it is asked under shown_or_passed_on_without_consent.",
        ),
        yes_no(
            "shown_or_passed_on_without_consent",
            "Has any of it been shown or passed on without the consent of the person it is of?",
            "Yes if anyone is said to have shown, sent or posted any of it without the consent \
             of the person whom it shows or comes from, to however few people. A threat to do so \
             does not count, and neither does turning to an adult with it to get help. If it has \
             reached others and nobody knows how, it is unknown here and yes under \
             others_may_have_it.",
        ),
        yes_no(
            "shared_on_social_network_or_website",
            "Has any of it been on a social network, website, app or other online service?",
            "Yes if anyone posted, streamed or sent any of it on such a service, to the public, \
             in a group or in a private message, even if it has been taken down. Services reached \
             by an account or user name count, games and video calls included, and so does a \
             group in any messaging app. What went only to single phone numbers, by text or a \
             messaging app, goes under shared_by_mobile_phone. A private back-up that nobody else \
             can open does not count.",
        ),
        yes_no(
            "shared_by_mobile_phone",
            "Has any of it been shared through a mobile phone number?",
            "Yes if anyone sent any of it by text, picture message, phone call or a messaging \
             app that reaches people by their phone number. Using a phone to open a social \
             network or website does not count. Passing it between two devices side by side, or \
             showing a screen, does not count.",
        ),
        yes_no(
            "still_online",
            "Is any of it still online where others can see it?",
            "Yes if you have been told that any of it is still on a social network, website, app \
             or other online service where anyone beyond the sender can open it, a post, a group \
             or an open link included. Copies that are only in private messages, in private \
             back-ups or on somebody's device do not count. If you asked and nobody knows, it is \
             unknown. \
             Answer only from what you have been told; do not look, search or ask to be shown.",
        ),
    ],
};
