"""Runs the integration against a running service: python check.py http://127.0.0.1:8080"""

import sys

from integration import Refused, advise, beside, case_note, connect, first_screen, form, introduction, title
from signpost.models import AdultInvolved, Advice, ChildAgeBand, Facts, MaterialKind, YesNo

signpost = connect(sys.argv[1])
facts = Facts(
    child_age_band=ChildAgeBand.AGED_13_TO_15,
    child_sent_or_posted=YesNo.YES,
    material_kind=MaterialKind.IMAGE_OR_VIDEO,
)

about, *limits = introduction(signpost)
assert about.startswith("signpost ") and ": Advice to a professional" in about, about
assert limits

questions = form(signpost)
assert any(line.startswith("adult_involved: ") and "unknown = " in line for line in questions), questions

advice = advise(signpost, facts)
screen = list(first_screen(advice))
print("\n".join(screen))
for line in [
    "Do not show the message or image to anyone else",
    "DO NOW: Ask the local police for advice on what to do next",
    "  contact: Local police, 101, 18001 101",
    "ASK: Is anyone involved an adult, or someone the child only knows online?",
    "  ACT AS IF IT IS SO: Report it to CEOP as well as to the police",
]:
    assert line in screen, f"the screen lacks: {line}"
assert any(line.startswith("  until the police") for line in screen)
moves = list(beside(signpost, "ask_about_adults", facts))
assert "adult_involved = yes: report_to_ceop from pending to recommended" in moves, moves
facts.immediate_danger = YesNo.YES
assert next(first_screen(advise(signpost, facts))) == "EMERGENCY: Call 999 now"

note = case_note(signpost, facts)
assert note.startswith("# "), note
assert "Ask the local police for advice on what to do next" in note

assert title(signpost, "report_to_ceop") == "Report it to CEOP as well as to the police"
assert title(signpost, "no_such_item") is None

# A form that is mapped wrongly, past the types: the service names the place and what it allows there.
try:
    advise(signpost, Facts(child_received=AdultInvolved.SUSPECTED))  # type: ignore[arg-type]
    raise AssertionError("it was not refused")
except Refused as refused:
    assert refused.problem and refused.problem.type_ == "/problems/invalid_incident"
    [fault] = refused.problem.faults or []
    assert (fault.pointer, fault.code, fault.allowed) == (
        "/facts/child_received",
        "not_allowed",
        ["yes", "no", "unknown"],
    )

# An answer of tomorrow: it has words and members that this program has never seen.
grown = advice.to_dict()
grown["mood"] = grown["contacts"][0]["mood"] = 1
grown["actions"][0]["status"] = "delegated"
assert "delegated: Tell your safeguarding lead at once" in first_screen(Advice.from_dict(grown))
