"""The client that bravado makes of the contract in Swagger 2.0: python bravado_client.py http://127.0.0.1:8080

It checks each request and each answer against that document.
"""

import sys

from bravado.client import SwaggerClient
from bravado.exception import HTTPNotFound
from jsonschema.exceptions import ValidationError

signpost = SwaggerClient.from_url(f"{sys.argv[1]}/swagger-2.0.json")
facts = {"child_age_band": "13_to_15", "child_sent_or_posted": "yes"}

vocabulary = signpost.catalogue.listFacts().response().result
assert {fact.name for fact in vocabulary.facts} > set(facts)

advice = signpost.advice.adviseOnIncident(body={"facts": facts}).response().result
assert advice.actions[0].status == "recommended"
assert advice.actions[0].contacts == ["safeguarding_lead"]
assert "Call the police now for advice." in [line.text for line in advice.card.do]
assert {control.control: control.state for control in advice.controls}["material_delete"] == "blocked"

try:
    signpost.advice.adviseOnIncident(body={"facts": {"child_received": "suspected"}}).response()
    raise AssertionError("a wrong answer was sent")
except ValidationError as error:
    assert "['yes', 'no', 'unknown']" in error.message

try:
    signpost.catalogue.getItem(id="no_such_item").response()
    raise AssertionError("there is no such item")
except HTTPNotFound:
    pass
