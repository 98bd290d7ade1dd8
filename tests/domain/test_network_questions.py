"""What the network makes one ask: rules that can be explained, and nothing twice."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain.errors import FieldMissing, FieldTooLong
from koordinator.domain.ids import (
    AgendaItemId,
    CitizenId,
    ContactPersonId,
    DepartmentId,
    EffortId,
    EmployeeId,
    GoalId,
    MeetingId,
    RowId,
    SubjectId,
)
from koordinator.domain.meeting import AgendaItem, AgendaKind, Meeting, MeetingKind, MeetingStatus
from koordinator.domain.network_questions import (
    Likeness,
    QuestionKind,
    Standing,
    TakenQuestion,
    checked_question,
    likeness_of,
    questions_about,
    standing_of,
)
from koordinator.domain.register import ContactKind, ContactPerson, Effort, EffortGoal

TODAY = date(2026, 11, 21)
LONE, ANNA = CitizenId(1), CitizenId(2)
FAMILY, HEALTH, WORK = DepartmentId(1), DepartmentId(2), DepartmentId(3)
NO_GOALS: frozenset[GoalId] = frozenset()


def effort(key: int, name: str, department: DepartmentId | None = FAMILY, **said: object) -> Effort:
    return replace(Effort(EffortId(key), LONE, name, department_id=department), **said)  # type: ignore[arg-type]


def contact(key: int, name: str, **said: object) -> ContactPerson:
    return replace(ContactPerson(ContactPersonId(key), LONE, name), **said)  # type: ignore[arg-type]


def tied(*pairs: tuple[int, int]) -> tuple[EffortGoal, ...]:
    return tuple(EffortGoal(RowId(n), EffortId(one), GoalId(goal)) for n, (one, goal) in enumerate(pairs))


def test_an_effort_without_a_goal_is_a_question() -> None:
    asked = questions_about((), (effort(1, "Bostøtte"), effort(2, "Mentor")), tied((1, 9)), TODAY)
    assert [(each.kind, each.efforts[0].name) for each in asked] == [(QuestionKind.EFFORT_WITHOUT_GOAL, "Mentor")]


def test_what_is_over_is_no_question() -> None:
    over = effort(1, "Bostøtte", until_on=TODAY)
    left = contact(1, "Kim", until_on=TODAY)
    assert questions_about((left,), (over,), (), TODAY) == ()


@pytest.mark.parametrize(
    ("person", "given"),
    [
        (contact(1, "Kim Møller", department_id=FAMILY), effort(1, "Bostøtte")),
        (contact(1, "Kim Møller"), effort(1, "Bostøtte", None, provider="v/ Kim  MØLLER")),
        (contact(1, "Kim", organisation="Lægehuset"), effort(1, "Samtaler", None, provider="Laegehuset i Solbæk")),
    ],
)
def test_somebody_of_the_department_or_named_as_provider_has_an_effort(person: ContactPerson, given: Effort) -> None:
    assert questions_about((person,), (given,), tied((1, 1)), TODAY) == ()


@pytest.mark.parametrize(
    ("person", "given"),
    [
        (contact(1, "Kim"), effort(1, "Bostøtte")),
        (contact(1, "Kim", department_id=FAMILY), effort(1, "Bostøtte", citizen_id=ANNA)),
        (contact(1, "Bo"), effort(1, "Bostøtte", None, provider="Botilbuddet")),
    ],
)
def test_a_professional_without_an_effort_is_a_question(person: ContactPerson, given: Effort) -> None:
    (asked,) = questions_about((person,), (given,), tied((1, 1)), TODAY)
    assert (asked.kind, asked.contact, asked.key) == (
        QuestionKind.CONTACT_WITHOUT_EFFORT,
        person,
        "contact_without_effort:1",
    )


def test_nobody_asks_what_a_neighbour_is_for() -> None:
    assert questions_about((contact(1, "Nabo Jens", kind=ContactKind.PRIVATE),), (), (), TODAY) == ()


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        (effort(1, "Bostøtte"), effort(2, "bostoette § 85", HEALTH), Likeness.NAME),
        (effort(1, "A", purpose="Ro omkring morgenen"), effort(2, "B", WORK, purpose="Morgenen: ro omkring børn"),
         Likeness.PURPOSE),
        (effort(1, "A", purpose="Hverdagen"), effort(2, "B", WORK, purpose="Hverdagen"), None),
        (effort(1, "Mentor"), effort(2, "Mentor"), None),
        (effort(1, "Mentor"), effort(2, "Mentor", None), None),
        (effort(1, "Mentor"), effort(2, "Mentor", None, provider="Firma"), Likeness.NAME),
        (effort(1, "Mentor"), effort(2, "Mentor", HEALTH, citizen_id=ANNA), None),
        (effort(1, "Mentor", until_on=TODAY), effort(2, "Mentor", HEALTH, from_on=TODAY), None),
        (effort(1, "Mentor", from_on=TODAY), effort(2, "Mentor", HEALTH, until_on=TODAY), None),
        (effort(1, "Mentor"), effort(2, "Hjemmesygepleje", HEALTH), None),
        (effort(1, "§ 85"), effort(2, "§ 85", HEALTH), None),
    ],
)  # fmt: skip
def test_when_two_efforts_are_alike(one: Effort, other: Effort, likeness: Likeness | None) -> None:
    assert likeness_of(one, other, NO_GOALS) is likeness
    assert likeness_of(other, one, NO_GOALS) is likeness


def test_two_departments_with_one_goal_are_asked_who_does_what() -> None:
    pair = effort(1, "Mentor"), effort(2, "Hjemmesygepleje", HEALTH)
    (asked,) = questions_about((), pair, tied((1, 5), (2, 5), (2, 6)), TODAY)
    assert (asked.kind, asked.likeness, asked.key) == (QuestionKind.SAME_TWICE, Likeness.GOAL, "same_twice:1:2")


def test_all_that_hang_together_are_one_question() -> None:
    efforts = (
        effort(1, "Bostøtte"),
        effort(2, "Mentor", WORK),
        effort(3, "Bostøtte", HEALTH, purpose="Struktur på hverdagen"),
        effort(4, "Hjemmehjælp", WORK, purpose="Struktur på hverdagen"),
    )
    ties = tied((1, 1), (2, 2), (3, 3), (4, 4))
    (asked,) = questions_about((), efforts, ties, TODAY)
    assert [each.id for each in asked.efforts] == [1, 3, 4]


@given(st.lists(st.tuples(st.sampled_from(["Bostøtte", "Mentor", "Støtte"]), st.integers(1, 3)), max_size=8))
def test_each_effort_is_in_one_group_and_no_two_questions_have_a_key(rows: list[tuple[str, int]]) -> None:
    efforts = tuple(effort(n, name, DepartmentId(dep)) for n, (name, dep) in enumerate(rows, start=1))
    asked = questions_about((), efforts, (), TODAY)

    grouped = [one.id for each in asked if each.kind is QuestionKind.SAME_TWICE for one in each.efforts]
    assert len(grouped) == len(set(grouped))
    assert len({each.key for each in asked}) == len(asked)


def taken(meeting_id: int | None, title: str = "Hvem gør hvad?") -> TakenQuestion:
    to = MeetingId(meeting_id) if meeting_id is not None else None
    return TakenQuestion(RowId(1), SubjectId(1), "same_twice:1:2", title, TODAY, EmployeeId(1), to)


def test_where_a_question_stands() -> None:
    meeting = Meeting(
        MeetingId(4), "u", SubjectId(1), None, MeetingKind.COORDINATION, MeetingStatus.PLANNED,
        TODAY + timedelta(days=9), time(13), 60,
    )  # fmt: skip
    item = AgendaItem(AgendaItemId(1), meeting.id, 1, AgendaKind.OTHER, "Hvem gør hvad?", 5)
    key = "same_twice:1:2"

    assert standing_of(key, (), meeting, (item,)) is Standing.OPEN
    assert standing_of(key, (taken(None),), meeting, ()) is Standing.WAITING
    assert standing_of(key, (taken(4),), meeting, (item,)) is Standing.ON_AGENDA
    assert standing_of(key, (taken(4),), meeting, ()) is Standing.OPEN
    assert standing_of(key, (taken(3),), meeting, (item,)) is Standing.OPEN
    assert standing_of(key, (taken(4),), None, ()) is Standing.OPEN
    assert standing_of("other", (taken(None),), meeting, (item,)) is Standing.OPEN


def test_a_taken_question_can_stand_on_an_agenda() -> None:
    assert checked_question(taken(None, "  Hvorfor? ")).title == "Hvorfor?"
    with pytest.raises(FieldMissing):
        checked_question(taken(None, " "))
    with pytest.raises(FieldTooLong):
        checked_question(taken(None, "x" * 100_000))
