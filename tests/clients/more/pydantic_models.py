"""The models of datamodel-code-generator, sent and read with httpx: python pydantic_models.py http://127.0.0.1:8080"""

import sys

import httpx
from models import Advice, AdultInvolved, ChildAgeBand, Facts, Incident, ItemEntry, Problem, YesNo
from pydantic import ValidationError

signpost = httpx.Client(base_url=sys.argv[1])


def post(facts: Facts, accept: str = "application/json") -> httpx.Response:
    body = Incident(facts=facts).model_dump(mode="json", exclude_none=True)
    return signpost.post("/v1/advice", json=body, headers={"Accept": accept})


facts = Facts(child_age_band=ChildAgeBand.AGED_13_TO_15, child_sent_or_posted=YesNo.YES)
answer = post(facts)
advice = Advice.model_validate_json(answer.content)
assert advice.actions[0].status == "recommended"
assert advice.actions[0].contacts == ["safeguarding_lead"]
assert "Call the police now for advice." in [line.text for line in advice.card.do]
assert {control.control: control.state for control in advice.controls}["material_delete"] == "blocked"
assert post(facts, "text/markdown").text.startswith("# ")

item = ItemEntry.model_validate_json(signpost.get("/v1/items/report_to_ceop").content)
assert item.title == "Report it to CEOP as well as to the police"
missing = Problem.model_validate_json(signpost.get("/v1/items/no_such_item").content)
assert missing.status == 404

# A wrong fact or answer neither type-checks nor passes the model; what gets past both, the service refuses.
try:
    Facts(child_received=AdultInvolved.SUSPECTED)  # type: ignore[arg-type]
    raise AssertionError("a wrong answer passed")
except ValidationError:
    pass
try:
    Facts(child_recieved=YesNo.YES)  # type: ignore[call-arg]
    raise AssertionError("a wrong fact passed")
except ValidationError:
    pass
refused = Problem.model_validate_json(signpost.post("/v1/advice", json={"facts": {"child_received": "maybe"}}).content)
[fault] = refused.faults or []
assert fault.allowed == ["yes", "no", "unknown"]

# Words and members that come one day.
grown = answer.json()
grown["mood"] = grown["contacts"][0]["mood"] = grown["card"]["do"][0]["mood"] = 1
grown["actions"][0]["status"] = "delegated"
assert Advice.model_validate(grown).actions[0].status == "delegated"
