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

ROUNDS: Final = 2


def _work(folder: Path, step: Steps) -> None:
    with house_in(folder) as house:
        write(house, step, ROUNDS)


def write(house: House, step: Steps, rounds: int) -> None:
    """So many of each."""
    services, actor, meeting = house.services, house.actor, house.meeting
    room, place = services.meeting_room_plan, DraftPlace("meeting", meeting.id, "note")
    for number in range(1, rounds + 1):
        said, promised = NoteDraft(NoteKind.SAID, f"ord {number}"), Promise(f"aftale {number}")
        step(f"draft {number}", partial(services.drafts.keep, actor, place, f"ord {number}"))
        step(f"note {number}", partial(room.note, actor, meeting.id, said))
        step(f"agreement {number}", partial(room.promise, actor, meeting.id, promised))
        step(f"promise {number}", partial(promise, house, number))
        step(f"version {number}", partial(approve, house, number))
    step("paper 1", lambda: services.papers.make(actor, PaperOrder(PaperKind.PLAN, house.subject_id)))


def promise(house: House, number: int) -> None:
    """An agreement outside a meeting."""
    house.services.promises.promise(house.actor, house.subject_id, Promise(f"løfte {number}"))


def approve(house: House, number: int) -> None:
    """The plan with other words, approved."""
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
        promise(house, 0)


def not_as_told(house: House, told: Sequence[str]) -> Iterator[str]:
    """What the person was told and is not there, what is there and was never written, and what is there in halves."""
    services, actor = house.services, house.actor
    file = services.meetings.open(actor, house.meeting.id)
    plan = services.plans.open(actor, house.subject_id)
    papers = services.papers.of_subject(actor, house.subject_id).papers
    draft = services.drafts.find(actor, DraftPlace("meeting", house.meeting.id, "note"))
    notes, agreements = [note.text for note in file.notes], [agreement.what for agreement in plan.agreements]
    yield from lost_or_made_up(told, "note", _numbers(notes, "ord"))
    yield from lost_or_made_up(told, "agreement", _numbers(agreements, "aftale"))
    yield from lost_or_made_up(told, "promise", _numbers(agreements, "løfte"))
    yield from lost_or_made_up(told, "version", sorted(version.number for version in plan.versions))
    yield from lost_or_made_up(told, "paper", range(1, len(papers) + 1))
    typed = numbers_told(told, "draft")[-1:]
    if typed and not {f"ord {number}" for number in (*typed, typed[0] + 1)} & {*notes, draft.text if draft else ""}:
        yield f"draft: told {typed}, found {draft}"
    logged = house.logged(Action.APPROVE_PLAN)
    if logged != len(plan.versions):
        yield f"{len(plan.versions)} versions, and {logged} in the log"


def _numbers(texts: Sequence[str], word: str) -> list[int]:
    return sorted(int(text.rpartition(" ")[2]) for text in texts if text.startswith(word))


SCENARIO: Final = Scenario(make_house, _work, _faults)
