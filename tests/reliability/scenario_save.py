"""A caseworker writes: drafts, notes and agreements in a meeting, agreements outside it, the plan approved, a paper."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from koordinator.domain.access import Action
from koordinator.domain.agreement_rules import Promise
from koordinator.domain.draft import DraftPlace
from koordinator.domain.meeting import NoteKind
from koordinator.domain.note_rules import NoteDraft
from koordinator.domain.paper import PaperKind
from koordinator.domain.paper_order import PaperOrder
from tests.reliability.house import House, house_in, make_house
from tests.reliability.scenario import Scenario, Steps, lost_or_made_up, numbers_told

ROUNDS: Final = 3


def _work(folder: Path, step: Steps) -> None:
    with house_in(folder) as house:
        write(house, step, ROUNDS)


def write(house: House, step: Steps, rounds: int) -> None:
    """So many of each."""
    services, actor, meeting = house.services, house.actor, house.meeting
    room, place = services.meeting_room_plan, DraftPlace("meeting", meeting.id, "note")
    for number in range(1, rounds + 1):
        said, promised = NoteDraft(NoteKind.SAID, f"ord {number}"), Promise(f"aftale {number}")
        step(f"draft {number}", partial(services.drafts.keep, actor, place, f"skriver {number}"))
        step(f"note {number}", partial(room.note, actor, meeting.id, said))
        step(f"agreement {number}", partial(room.promise, actor, meeting.id, promised))
        step(f"promise {number}", partial(_promise, house, number))
        step(f"version {number}", partial(_approve, house, number))
    step("paper 1", lambda: services.papers.make(actor, PaperOrder(PaperKind.PLAN, house.subject_id)))


def _promise(house: House, number: int) -> None:
    house.services.promises.promise(house.actor, house.subject_id, Promise(f"løfte {number}"))


def _approve(house: House, number: int) -> None:
    plans = house.services.plans
    begun = plans.begin(house.actor, house.subject_id).plan
    assert begun is not None
    written = plans.write(house.actor, begun, "own_words", f"Ro om morgenen {number}").plan
    assert written is not None
    plans.approve(house.actor, written)


def _faults(folder: Path, told: Sequence[str]) -> Iterator[str]:
    with house_in(folder) as house:
        yield from house.faults()
        yield from not_as_told(house, told)
        _promise(house, 0)


def not_as_told(house: House, told: Sequence[str]) -> Iterator[str]:
    """What the person was told and is not there, what is there and was never written, and what is there in halves."""
    services, actor = house.services, house.actor
    file = services.meetings.open(actor, house.meeting.id)
    plan = services.plans.open(actor, house.subject_id)
    notes = [_number(note.text) for note in file.notes]
    yield from lost_or_made_up(told, "note", notes)
    agreements = [each.what for each in plan.agreements]
    for kind, word in (("agreement", "aftale"), ("promise", "løfte")):
        found = sorted(_number(what) for what in agreements if what.startswith(word))
        yield from lost_or_made_up(told, kind, found)
    yield from lost_or_made_up(told, "version", sorted(version.number for version in plan.versions))
    yield from lost_or_made_up(told, "paper", [1 for _ in services.papers.of_subject(actor, house.subject_id).papers])
    draft = services.drafts.find(actor, DraftPlace("meeting", house.meeting.id, "note"))
    last = len(numbers_told(told, "draft"))
    if (_number(draft.text) if draft else 0) not in (last, last + 1):
        yield f"draft: told {last}, found {draft}"
    logged = house.logged(Action.APPROVE_PLAN)
    if sum(logged.values()) != len(plan.versions):
        yield f"{len(plan.versions)} versions, and {logged} in the log"


def _number(text: str) -> int:
    return int(text.rpartition(" ")[2])


SCENARIO: Final = Scenario(make_house, _work, _faults)
