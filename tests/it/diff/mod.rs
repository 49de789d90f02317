//! Two editions compared: what is told is so, and all of it is told.

mod answer;
mod every_incident;
mod shipped;
mod words;

use signpost::diff::{Comparison, LimitReached, MOST_NODES, StatusChange, compare};
use signpost::guidance::{Guidance, from_files};
use signpost::intake::Intake;

use self::answer::{Key, statuses};
use crate::bad_packs::{sound, sound_but};

const GROUND: &str = "when: { situation: received }\n        because: Something";
const GATE: &str = "    gate: police\n";

/// Edits of the small guidance that change what items come to.
pub(crate) const EDITS: [(&str, &[(&str, &str)]); 6] = [
    (
        "a ground is narrowed",
        &[(
            GROUND,
            "when: { situation: received, police_decision: [no_investigation] }\n        because: Something",
        )],
    ),
    ("a gate is gone", &[(GATE, "")]),
    (
        "a ground is widened",
        &[(
            GROUND,
            "when: { any: [{ situation: received }, { police_decision: [no_investigation] }] }\n        because: Something",
        )],
    ),
    (
        "a prohibition protects evidence",
        &[
            ("protects: welfare", "protects: evidence"),
            (
                "    while_open: { not_asked: caution, not_known: in_force }\n    caution: { says: Make sure that it is safe., statements: [A2] }\n",
                "",
            ),
        ],
    ),
    (
        "something else lifts a prohibition",
        &[(
            "lifted_when: { advice_taken_on_telling_parents: [yes] }",
            "lifted_when: { police_decision: [no_investigation] }",
        )],
    ),
    (
        "there is a new action, and no explanation",
        &[
            (
                "actions:\n",
                "actions:\n  - id: watch\n    title: Watch\n    actor: professional\n    when_unknown: act\n    grounds:\n      - when: { parents_safe_to_tell: [no] }\n        because: It may not be safe.\n        statements: [A2]\n        strength: should\n",
            ),
            (
                "items: [talk], parts: [[{ id: any, basis: any, for: [talk],",
                "items: [talk, watch], parts: [[{ id: any, basis: any, covers: [talk, watch],",
            ),
            (
                "explanations:\n  - id: why\n    title: Talking helps\n    explains: [talk]\n    statements: [A2]\n",
                "",
            ),
        ],
    ),
];

fn compared(old: &Guidance, new: &Guidance) -> Comparison {
    compare(old, new, MOST_NODES).unwrap()
}

/// What an item of an answer to the smallest incident of a change comes to in both editions.
fn of_smallest(change: &StatusChange, editions: [&Guidance; 2]) -> [&'static str; 2] {
    let key: Key = (change.kind, change.id.clone());
    let body = change.smallest.to_string();
    editions.map(|guidance| {
        let incident = Intake::new(guidance).read(body.as_bytes()).unwrap();
        let statuses = statuses(guidance, &incident);
        statuses.get(&key).copied().unwrap_or("absent")
    })
}

/// Every change that is told shows in its smallest incident.
fn shows(compared: &Comparison, editions: [&Guidance; 2]) -> usize {
    let changes = compared.choices.iter().flat_map(|one| &one.statuses);
    for change in changes.clone() {
        let told = [change.from.word(), change.to.word()];
        assert_eq!(of_smallest(change, editions), told, "{change:?}");
    }
    changes.count()
}

#[test]
fn nothing_differs_between_two_copies() {
    let [old, new] = [(); 2].map(|()| sound_but(&[]));
    let compared = compared(&old, &new);
    assert!(compared.is_empty(), "{compared:?}");
    assert_eq!(compared.choices.len(), 1);
}

#[test]
fn whatever_is_told_shows_in_its_smallest_incident() {
    let sound = sound_but(&[]);
    for (it, edit) in EDITS {
        let edited = sound_but(edit);
        for editions in [[&sound, &edited], [&edited, &sound]] {
            let compared = compared(editions[0], editions[1]);
            assert!(shows(&compared, editions) > 0, "{it}");
        }
    }
}

#[test]
fn what_is_lost_one_way_is_gained_the_other() {
    let sound = sound_but(&[]);
    for (it, edit) in EDITS {
        let edited = sound_but(edit);
        let told = |old, new, back: bool| {
            let compared = compared(old, new);
            let changes = compared.choices[0].statuses.iter().map(|one| {
                let [from, to] = if back {
                    [one.to, one.from]
                } else {
                    [one.from, one.to]
                };
                (one.kind, one.id.clone(), from, to, one.incidents.clone())
            });
            let mut changes: Vec<_> = changes.collect();
            changes.sort();
            changes
        };
        assert_eq!(
            told(&sound, &edited, false),
            told(&edited, &sound, true),
            "{it}"
        );
    }
}

#[test]
fn what_takes_protection_comes_first() {
    let (old, new) = (sound_but(&[]), sound_but(EDITS[1].1));
    let compared = compared(&old, &new);
    let told = compared.choices[0].statuses.iter();
    let told: Vec<_> = told
        .map(|one| (one.id.as_str(), one.from.word(), one.to.word()))
        .collect();
    assert_eq!(
        told[..2],
        [
            ("talk", "withheld", "conditional"),
            ("talk", "withheld", "recommended")
        ]
    );
}

#[test]
fn what_does_not_fit_is_no_result() {
    let guidance = sound_but(&[]);
    for nodes in [0, 10, 100] {
        let stopped = compare(&guidance, &guidance, nodes);
        assert_eq!(stopped.err(), Some(LimitReached { nodes }));
    }
}

/// The small guidance, and one with a fact and an answer more, which decide something, and a fact less.
fn other_vocabulary() -> [Guidance; 2] {
    let old = sound_but(&[]);
    let mut files = sound();
    let edits = [
        (
            "facts.yaml",
            "      - name: material_exists",
            "      - name: seen\n        label: Was it seen?\n        short: seen\n        description: Yes if it was.\n        answers: yes_no\n      - name: material_exists",
        ),
        (
            "facts.yaml",
            "          awaiting: They have not decided\n",
            "          awaiting: They have not decided\n          reopened: They look at it again\n",
        ),
        (
            "sexting_advice/pack.yaml",
            GROUND,
            "when: { any: [{ situation: received }, { seen: [yes] }, { police_decision: [reopened] }] }\n        because: Something",
        ),
        (
            "sexting_advice/pack.yaml",
            "      - child_received\n",
            "      - child_received\n      - seen\n",
        ),
    ];
    for (name, find, put) in edits {
        let file = files.iter_mut().find(|(file, _)| file.ends_with(name));
        let (_, text) = file.unwrap();
        assert!(text.contains(find), "{find}");
        *text = text.replacen(find, put, 1);
    }
    [old, from_files(files).unwrap()]
}

#[test]
fn what_one_side_alone_can_be_told_is_named_and_stated_nowhere() {
    let [old, new] = other_vocabulary();
    for (editions, side) in [([&old, &new], "New"), ([&new, &old], "Old")] {
        let compared = compared(editions[0], editions[1]);
        let only = compared.choices[0].only.iter();
        let only: Vec<_> = only
            .map(|one| {
                (
                    format!("{:?}", one.side),
                    one.fact.as_str(),
                    one.answers.join(" "),
                )
            })
            .collect();
        let expected = [
            ("seen", "yes no".to_owned()),
            ("police_decision", "reopened".to_owned()),
        ];
        let expected = expected.map(|(fact, answers)| (side.to_owned(), fact, answers));
        assert_eq!(only, expected);
        // Nobody says that it was not seen, so the ground is not ruled out any more.
        assert!(shows(&compared, editions) > 0);
    }
}
