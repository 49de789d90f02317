"""What an integration does, from the form to the record. Copy what you need."""

from collections.abc import Iterator

from signpost import Client
from signpost.api.advice import advise_on_incident
from signpost.api.catalogue import get_front_door, get_item, list_facts
from signpost.models import (
    Action,
    Advice,
    Contact,
    FactList,
    Facts,
    FrontDoor,
    Incident,
    Include,
    ItemEntry,
    Problem,
)


class Refused(Exception):
    """The service refused a request. The problem says why, and which places of the request are at fault."""

    def __init__(self, problem: Problem | None) -> None:
        super().__init__(problem.title if problem else "an answer that is not in the contract")
        self.problem = problem


def connect(base_url: str) -> Client:
    return Client(base_url=base_url, raise_on_unexpected_status=True)


def introduction(signpost: Client) -> list[str]:
    """What the service is for and what it is not, to be read before it is relied on."""
    about = get_front_door.sync(client=signpost)
    if not isinstance(about, FrontDoor):
        raise Refused(about)
    return [f"{about.name} {about.version}: {about.intended_use}", *about.limits]


def form(signpost: Client) -> list[str]:
    """A form: one question a line, with what can be answered. Nothing is chosen until somebody has asked."""
    vocabulary = list_facts.sync(client=signpost)
    if not isinstance(vocabulary, FactList):
        raise Refused(vocabulary)
    return [
        f"{fact.name}: {fact.label} [{', '.join(f'{answer.value} = {answer.label}' for answer in fact.answers)}]"
        for fact in vocabulary.facts
    ]


def advise(signpost: Client, facts: Facts) -> Advice:
    advice = advise_on_incident.sync(client=signpost, body=Incident(facts))
    if not isinstance(advice, Advice):
        raise Refused(advice)
    return advice


def beside(signpost: Client, question: str, facts: Facts) -> Iterator[str]:
    """What each answer to a question would change, to show beside it: a line for each item that would move."""
    advice = advise_on_incident.sync(client=signpost, body=Incident(facts, [Include.WHAT_IF]))
    if not isinstance(advice, Advice):
        raise Refused(advice)
    for fact in advice.what_if or []:
        for answer in fact.answers if fact.question == question else []:
            for move in answer.moves:
                yield f"{fact.fact} = {answer.answer}: {move.item} from {move.from_} to {move.to}"


def case_note(signpost: Client, facts: Facts) -> str:
    """The same advice as text, for the record. The generated function reads JSON alone, so this is its HTTP client."""
    response = signpost.get_httpx_client().post(
        "/v1/advice", json=Incident(facts).to_dict(), headers={"Accept": "text/markdown"}
    )
    if response.status_code != 200:
        raise Refused(Problem.from_dict(response.json()))
    return response.text


def title(signpost: Client, id: str) -> str | None:
    """What an id stands for that is no item of the same answer, or nothing if there is no such item."""
    item = get_item.sync(id, client=signpost)
    if isinstance(item, ItemEntry):
        return item.title
    if item and item.status == 404:
        return None
    raise Refused(item)


# Words that come one day and that this program does not know are shown as they are.
SAID = {
    "recommended": "DO NOW",
    "precautionary": "ACT AS IF IT IS SO",
    "withheld": "NOT YET",
    "conditional": "IF IT TURNS OUT SO",
}


def first_screen(advice: Advice) -> Iterator[str]:
    """The first screen, in the order of the answer."""
    contacts = {contact.id: contact for contact in advice.contacts}
    titles = {action.id: action.title for action in advice.actions}
    for item in advice.urgency.items:
        yield f"{advice.urgency.level.upper()}: {titles.get(item, item)}"
    for contradiction in advice.contradictions:
        yield f"SETTLE: {contradiction.ask}"
    for gap in advice.not_covered:
        yield f"NOT COVERED: {gap.title}"
    for prohibition in advice.prohibitions:
        yield prohibition.title
    for action in advice.actions:
        yield from shown(action, contacts)
    for question in advice.questions:
        yield f"ASK: {question.title}"
        for action in question.consequences:
            yield "  if it is not known:"
            yield from (f"  {line}" for line in shown(action, contacts))


def shown(action: Action, contacts: dict[str, Contact]) -> Iterator[str]:
    yield f"{SAID.get(action.status, action.status)}: {action.title}"
    if action.withheld_until:
        yield f"  until {action.withheld_until}"
        return
    for caution in action.cautions:
        yield f"  {caution.because}"
    for id in action.contacts:
        yield f"  contact: {reached(contacts[id]) if id in contacts else id}"


def reached(contact: Contact) -> str:
    if contact.service:
        return ", ".join([contact.service.name, *(phone.number for phone in contact.service.phones or [])])
    return contact.role.name if contact.role else contact.id
