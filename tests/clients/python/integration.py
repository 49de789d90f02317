"""What an integration does, from the form to the record. Copy what you need."""

from collections.abc import Iterator

from signpost import AuthenticatedClient
from signpost.api.advice import advise_on_incident
from signpost.api.catalogue import get_front_door, get_item, list_facts
from signpost.models import (
    Advice,
    FactList,
    Facts,
    FrontDoor,
    Incident,
    Include,
    ItemEntry,
    Line,
    NamedContact,
    Problem,
)
from signpost.types import Unset


class Refused(Exception):
    """The service refused a request. The problem says why, and which places of the request are at fault."""

    def __init__(self, problem: Problem | None) -> None:
        super().__init__(problem.title if problem else "an answer that is not in the contract")
        self.problem = problem


def connect(base_url: str, key: str = "none") -> AuthenticatedClient:
    """The service, with the key that its operator has made; without keys it reads none."""
    return AuthenticatedClient(base_url=base_url, token=key, raise_on_unexpected_status=True)


def introduction(signpost: AuthenticatedClient) -> list[str]:
    """What the service is for and what it is not, to be read before it is relied on."""
    about = get_front_door.sync(client=signpost)
    if not isinstance(about, FrontDoor):
        raise Refused(about)
    return [f"{about.name} {about.version}: {about.intended_use}", *about.limits]


def form(signpost: AuthenticatedClient) -> list[str]:
    """A form: one question a line, with what can be answered. Nothing is chosen until somebody has asked."""
    vocabulary = list_facts.sync(client=signpost)
    if not isinstance(vocabulary, FactList):
        raise Refused(vocabulary)
    return [
        f"{fact.name}: {fact.label} [{', '.join(f'{answer.value} = {answer.label}' for answer in fact.answers)}]"
        for fact in vocabulary.facts
    ]


def advise(signpost: AuthenticatedClient, facts: Facts) -> Advice:
    advice = advise_on_incident.sync(client=signpost, body=Incident(facts))
    if not isinstance(advice, Advice):
        raise Refused(advice)
    return advice


def beside(signpost: AuthenticatedClient, question: str, facts: Facts) -> Iterator[str]:
    """What each answer to a question would change, to show beside it: a line for each item that would move."""
    advice = advise_on_incident.sync(client=signpost, body=Incident(facts, [Include.WHAT_IF]))
    if not isinstance(advice, Advice):
        raise Refused(advice)
    for fact in advice.what_if or []:
        for answer in fact.answers if fact.question == question else []:
            for move in answer.moves:
                yield f"{fact.fact} = {answer.answer}: {move.item} from {move.from_} to {move.to}"


def case_note(signpost: AuthenticatedClient, facts: Facts) -> str:
    """The same advice as text, for the record. The generated function reads JSON alone, so this is its HTTP client."""
    response = signpost.get_httpx_client().post(
        "/v1/advice", json=Incident(facts).to_dict(), headers={"Accept": "text/markdown"}
    )
    if response.status_code != 200:
        raise Refused(Problem.from_dict(response.json()))
    return response.text


def title(signpost: AuthenticatedClient, id: str) -> str | None:
    """What an id stands for that is no item of the same answer, or nothing if there is no such item."""
    item = get_item.sync(id, client=signpost)
    if isinstance(item, ItemEntry):
        return item.title
    if item and item.status == 404:
        return None
    raise Refused(item)


def allows(advice: Advice, control: str) -> bool:
    """Whether a screen may offer this. What is not found, or has a word that this program does not know, is not open."""
    return any(one.control == control and one.state == "open" for one in advice.controls)


def first_screen(advice: Advice) -> Iterator[str]:
    """The first screen: the card as it stands, then what waits, what to settle, and what is not covered."""
    card = advice.card
    if_not_known = {question.id: question.if_not_known for question in advice.questions}
    reached = {contact.id: places(contact) for contact in advice.contacts}
    for line in [card.danger, *card.stop, *card.do, *card.do_not]:
        yield from said(line)
    if card.say:
        yield f"SAY: {card.say.text}"
    for ask in card.ask:
        yield f"ASK: {ask.text}"
        for action in if_not_known.get(ask.question) or []:
            yield f"  if it is not known: {action.title}"
    for line in card.then:
        yield from said(line)
    for group in advice.waiting:
        yield f"NOT UNTIL {group.until}:"
        yield from (f"  {item.title}" for item in group.items)
    for contradiction in advice.contradictions:
        yield f"SETTLE: {contradiction.ask}"
    for gap in advice.not_covered:
        yield f"NOT COVERED: {gap.title}"
        if gap.detail:
            yield f"  {gap.detail}"
        yield from (f"  contact: {reached.get(id, id)}" for id in gap.contacts)


def said(line: Line | Unset) -> Iterator[str]:
    """A line is a whole sentence: nothing goes before it that could turn its meaning round."""
    if line:
        yield line.text
        yield from (f"  call: {call.label} <{call.href}>" for call in line.call or [])


def places(contact: NamedContact) -> str:
    phones = [phone.number for phone in contact.phones or []]
    return ", ".join([contact.name, *phones, *([contact.url] if contact.url else [])])
