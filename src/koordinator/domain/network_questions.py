"""What the network and the efforts make one ask at the meeting. A question is never a judgement."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from koordinator.domain import limits
from koordinator.domain.folding import folded
from koordinator.domain.ids import EffortId, EmployeeId, GoalId, MeetingId, RowId, SubjectId
from koordinator.domain.meeting import AgendaItem, Meeting
from koordinator.domain.network_people import is_private
from koordinator.domain.periods import holds_from_to
from koordinator.domain.register import ContactPerson, Effort, EffortGoal

_SAYING_LETTERS: Final = 4
_LEAST_WORDS_OF_PURPOSE: Final = 2


class QuestionKind(StrEnum):
    """What is asked about."""

    CONTACT_WITHOUT_EFFORT = "contact_without_effort"
    EFFORT_WITHOUT_GOAL = "effort_without_goal"
    SAME_TWICE = "same_twice"


class Likeness(StrEnum):
    """What the efforts of several departments have in common."""

    NAME = "name"
    PURPOSE = "purpose"
    GOAL = "goal"


@dataclass(frozen=True, slots=True)
class NetworkQuestion:
    """A question: about a contact person, an effort, or efforts that are alike in `likeness`."""

    kind: QuestionKind
    contact: ContactPerson | None = None
    efforts: tuple[Effort, ...] = ()
    likeness: Likeness | None = None

    @property
    def key(self) -> str:
        """The same question has the same key tomorrow."""
        ids = (self.contact.id,) if self.contact is not None else tuple(effort.id for effort in self.efforts)
        return ":".join((self.kind.value, *map(str, ids)))


@dataclass(frozen=True, slots=True)
class TakenQuestion:
    """A question that somebody wants at the meeting; without a meeting it waits for the next one."""

    id: RowId
    subject_id: SubjectId
    key: str
    title: str
    taken_on: date
    taken_by_id: EmployeeId
    meeting_id: MeetingId | None = None
    version: int = 0


class Standing(StrEnum):
    """Where a question has got to."""

    OPEN = "open"
    WAITING = "waiting"
    ON_AGENDA = "on_agenda"


def questions_about(
    contacts: Iterable[ContactPerson], efforts: Iterable[Effort], ties: Iterable[EffortGoal], today: date
) -> tuple[NetworkQuestion, ...]:
    """The questions of today, by kind: the same twice, efforts without a goal, contact persons without an effort.

    Looked at are contact persons who help today and efforts that are not over. `ties` are those to the goals of the
    plan in hand.
    """
    people = tuple(row for row in contacts if holds_from_to(row.from_on, row.until_on, today))
    given = tuple(effort for effort in efforts if effort.until_on is None or effort.until_on > today)
    goals = _goals_by_effort(ties)
    return (
        *_the_same_twice(given, goals),
        *(NetworkQuestion(QuestionKind.EFFORT_WITHOUT_GOAL, efforts=(one,)) for one in given if one.id not in goals),
        *(
            NetworkQuestion(QuestionKind.CONTACT_WITHOUT_EFFORT, contact=person)
            for person in people
            if not is_private(person.kind) and not any(_gives(person, effort) for effort in given)
        ),
    )


def likeness_of(one: Effort, other: Effort, goals_in_common: frozenset[GoalId]) -> Likeness | None:
    """What two efforts of different departments have in common, or None.

    They must be the same citizen's and overlap in time. Names are alike when every word (of four letters or more,
    folded) of the one stands in the other; purposes likewise, where the shorter has at least two such words.
    """
    givers = {_whose(one), _whose(other)}
    if one.citizen_id != other.citizen_id or len(givers) == 1 or "" in givers or not _overlap(one, other):
        return None
    if _alike(one.name, other.name, 1):
        return Likeness.NAME
    if _alike(one.purpose, other.purpose, _LEAST_WORDS_OF_PURPOSE):
        return Likeness.PURPOSE
    return Likeness.GOAL if goals_in_common else None


def checked_question(taken: TakenQuestion) -> TakenQuestion:
    """The question when it can stand on an agenda. Raises FieldMissing, FieldTooLong or UnusableCharacter."""
    return limits.checked_fields(taken, {"key": limits.LINE, "title": limits.LINE}, required=("key", "title"))


def standing_of(
    key: str, taken: Iterable[TakenQuestion], ahead: Meeting | None, agenda: Iterable[AgendaItem]
) -> Standing:
    """Where the question is: on the agenda of the meeting `ahead`, waiting for one, or to be taken (again)."""
    rows = [row for row in taken if row.key == key]
    if any(row.meeting_id is None for row in rows):
        return Standing.WAITING
    titles = {item.title for item in agenda}
    if ahead is not None and any(row.meeting_id == ahead.id and row.title in titles for row in rows):
        return Standing.ON_AGENDA
    return Standing.OPEN


def _goals_by_effort(ties: Iterable[EffortGoal]) -> dict[EffortId, frozenset[GoalId]]:
    found: dict[EffortId, frozenset[GoalId]] = {}
    for tie in ties:
        found[tie.effort_id] = found.get(tie.effort_id, frozenset()) | {tie.goal_id}
    return found


def _the_same_twice(efforts: tuple[Effort, ...], goals: dict[EffortId, frozenset[GoalId]]) -> Iterator[NetworkQuestion]:
    """One question for all that hang together: each is alike with at least one of the others."""
    none: frozenset[GoalId] = frozenset()
    groups: list[list[Effort]] = []
    why: dict[EffortId, Likeness] = {}
    for effort in efforts:
        touched = []
        for group in groups:
            for other in group:
                in_common = goals.get(effort.id, none) & goals.get(other.id, none)
                likeness = likeness_of(effort, other, in_common)
                if likeness is not None:
                    why.setdefault(other.id, likeness)
                    touched.append(group)
                    break
        merged = [*(other for group in touched for other in group), effort]
        groups = [*(group for group in groups if group not in touched), merged]
    for group in groups:
        if len(group) > 1:
            likeness = next(why[effort.id] for effort in group if effort.id in why)
            yield NetworkQuestion(QuestionKind.SAME_TWICE, efforts=tuple(group), likeness=likeness)


def _whose(effort: Effort) -> object:
    """The department, or for one of none the provider; an effort that names neither is like nobody's."""
    return effort.department_id or folded(effort.provider)


def _gives(person: ContactPerson, effort: Effort) -> bool:
    """Somebody of the effort's department, or whose name or workplace its provider names."""
    if effort.citizen_id != person.citizen_id:
        return False
    if person.department_id is not None and person.department_id == effort.department_id:
        return True
    provider = f" {folded(effort.provider)} "
    return any(words and f" {words} " in provider for words in (folded(person.name), folded(person.organisation)))


def _overlap(one: Effort, other: Effort) -> bool:
    return (one.until_on is None or other.from_on is None or other.from_on < one.until_on) and (
        other.until_on is None or one.from_on is None or one.from_on < other.until_on
    )


def _alike(one: str, other: str, least: int) -> bool:
    fewer, more = sorted((_saying(one), _saying(other)), key=len)
    return len(fewer) >= least and fewer <= more


def _saying(text: str) -> frozenset[str]:
    return frozenset(word for word in folded(text).split() if len(word) >= _SAYING_LETTERS and not word.isdigit())
