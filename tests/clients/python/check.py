"""Runs the integration against a running service: python check.py http://127.0.0.1:8080"""

import sys

from integration import Refused, advise, allows, beside, case_note, connect, first_screen, form, introduction, title
from signpost.models import AdultInvolved, Advice, ChildAgeBand, Facts, Include, MaterialKind, Problem, YesNo

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
    "Call the police now for advice.",
    "  call: Local police: 101 <tel:101>",
    "Do not look, ask for it, save, copy, show or send it.",
    "ASK: Is anyone an adult, or known only online?",
    "  if it is not known: Report it to CEOP as well as to the police",
    "  Let the child delete or remove what they sent or put up",
]:
    assert line in screen, f"the screen lacks: {line}"
assert any(line.startswith("NOT UNTIL the police") for line in screen)
both = Facts(adult_involved=AdultInvolved.NO, adult_in_position_of_trust=YesNo.YES)
unsettled = first_screen(advise(signpost, both))
assert any(line.startswith("SETTLE: You say that no adult was involved") for line in unsettled)
assert "  contact: Samaritans, 116 123" in first_screen(advise(signpost, Facts(anyone_under_18=YesNo.NO)))

assert len(advice.controls) == 10
assert not allows(advice, "material_delete")
assert not allows(advice, "no_such_control")
delete = next(control for control in advice.controls if control.control == "material_delete")
delete.state = "open"
assert allows(advice, "material_delete") and not allows(advice, "material_share")

# What is stored can be had again from its receipt.
made_of = {"facts": advice.receipt.facts.to_dict(), "packs": [one.pack for one in advice.receipt.packs]}
again = signpost.get_httpx_client().post("/v1/advice", json=made_of)
assert again.json() == advise(signpost, facts).to_dict()

moves = list(beside(signpost, "ask_about_adults", facts))
assert "adult_involved = yes: report_to_ceop from pending to recommended" in moves, moves
facts.immediate_danger = YesNo.YES
assert next(first_screen(advise(signpost, facts))) .startswith("Call 999 now")

note = case_note(signpost, facts)
assert note.startswith("# "), note
assert "Ask for police: say all you know." in note

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

# A name and a word that the contract does not have: the problem has the nearest name, and every word.
wrong = {"facts": {"child_recieved": "yes"}, "include": ["everything"]}
problem = Problem.from_dict(signpost.get_httpx_client().post("/v1/advice", json=wrong).json())
name, word = problem.faults or []
assert (name.pointer, name.code, name.position, name.nearest) == ("/facts", "unknown_name", 1, "child_received")
assert (word.pointer, word.code) == ("/include/0", "not_allowed")
assert set(word.allowed or []) == {known.value for known in Include}

# An answer of tomorrow: it has words and members that this program has never seen.
grown = advice.to_dict()
grown["mood"] = grown["card"]["mood"] = grown["card"]["do"][0]["mood"] = 1
grown["danger"] = grown["card"]["do"][0]["level"] = "soon"
for control in grown["controls"]:
    control["state"] = "ask_the_lead_first"
tomorrow = Advice.from_dict(grown)
assert list(first_screen(tomorrow)) == screen
assert not any(allows(tomorrow, control.control) for control in tomorrow.controls)
