"""What a leader must not lose sight of: counted, and shown to whose it is to see."""

from dataclasses import replace

import pytest

from koordinator.domain.access import Action
from koordinator.domain.citizen import Citizen
from koordinator.domain.errors import NotAllowed
from koordinator.domain.handover import HandoverKind, HandoverTerms
from koordinator.domain.meeting import MeetingStatus
from koordinator.domain.organisation import Role
from koordinator.domain.steps import Step
from koordinator.texts import handover as texts
from koordinator.usecases.courses import Courses
from koordinator.usecases.organisation import Organisation
from koordinator.usecases.unserved import Unserved
from tests.support.colleagues import change_colleague
from tests.support.coordinated import handovers_at
from tests.support.histories import Histories, days_ago
from tests.support.office import TODAY, Bench


@pytest.fixture
def unserved(bench: Bench) -> Unserved:
    """One without anybody, one whose coordinator resigned, one to be handed over today, and one that is well."""
    histories = Histories(bench)
    ida, bo = histories.employee("Ida Mikkelsen"), histories.employee("Bo Friis")
    for name, by in (("Nanna Nord", None), ("Rie Rask", bo), ("Otto Bæk", ida), ("Lone Bæk", ida)):
        citizen = bench.add_citizen(name, "")
        histories.course(citizen.subject_id, Step.MEETINGS, days_ago(60))
        if by is not None:
            Courses(bench.office).choose_coordinator(bench.actor, citizen.subject_id, by.id)
        if name == "Otto Bæk":
            terms = HandoverTerms(HandoverKind.PLANNED, ida.id, TODAY)
            handovers_at(bench).begin(bench.actor, terms, {citizen.subject_id: bench.actor.employee_id})
    change_colleague(Organisation(bench.office), bench.actor, bo.id, has_authority=False)
    return Unserved(bench.office)


def test_they_are_counted(unserved: Unserved) -> None:
    numbers = unserved.numbers()

    assert (numbers.without_coordinator, numbers.not_handed_over, numbers.is_any) == (2, 1, True)


def test_the_owner_sees_all_and_the_look_is_logged(bench: Bench, unserved: Unserved) -> None:
    found = unserved.rows(bench.actor)

    rows = {row.subject_name: row for row in found.rows}
    assert set(rows) == {"Nanna Nord", "Rie Rask", "Otto Bæk"}
    assert (rows["Rie Rask"].coordinator, rows["Rie Rask"].since_on) == ("Bo Friis", TODAY)
    assert rows["Nanna Nord"].coordinator == ""
    assert rows["Otto Bæk"].since_on == TODAY
    assert rows["Otto Bæk"].receiver
    assert found.hidden == 0
    assert bench.log()[-1].action is Action.OPEN_SUPERVISION_ROWS


def test_another_caseworker_sees_none_and_an_administrator_is_refused(bench: Bench, unserved: Unserved) -> None:
    other = replace(bench.actor, employee_id=Histories(bench).employee("Mia").id, roles=frozenset({Role.COORDINATOR}))

    assert (unserved.rows(other).rows, unserved.rows(other).hidden) == ((), 3)
    with pytest.raises(NotAllowed):
        unserved.rows(replace(other, roles=frozenset({Role.ADMINISTRATOR})))


def test_meetings_cancelled_one_after_the_other_come_forward(bench: Bench, unserved: Unserved) -> None:
    histories = Histories(bench)
    with bench.office.aside() as tx:
        (lone,) = tx.of(Citizen).where(name="Lone Bæk")
    for days in (20, 9):
        histories.meeting(lone.subject_id, days_ago(days), MeetingStatus.CANCELLED)

    assert unserved.numbers().not_meeting == 1
    (row,) = [each for each in unserved.rows(bench.actor).rows if each.cancelled]
    assert (row.subject_name, row.coordinator, row.cancelled) == ("Lone Bæk", "Ida Mikkelsen", 2)
    assert texts.unserved_why(row.receiver, row.cancelled) == "2 møder aflyst i træk, og intet møde er aftalt"
    assert texts.unserved(0, 0, 1) == "1 forløb har fået flere møder aflyst i træk."
    histories.meeting(lone.subject_id, days_ago(-9))
    assert unserved.numbers().not_meeting == 0
