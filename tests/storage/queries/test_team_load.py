"""What those who work on trin 3 carry, counted in one statement, against what lies there."""

from datetime import timedelta

import pytest

from koordinator.domain.ids import RowId, TeamId
from koordinator.domain.organisation import Employee, Team, TeamKind, TeamMembership
from koordinator.domain.steps import Step
from koordinator.domain.takeover import Takeover
from koordinator.domain.team_load import MemberLoad, TeamLoad
from koordinator.usecases.courses import Courses
from tests.support.histories import Histories, counted_statements, days_ago
from tests.support.office import TODAY, Bench


@pytest.fixture
def histories(bench: Bench) -> Histories:
    return Histories(bench)


@pytest.fixture
def team(histories: Histories) -> Team:
    return histories.add(Team(TeamId(0), None, "Familieteamet", TeamKind.CROSS))


@pytest.fixture
def ida(histories: Histories, team: Team) -> Employee:
    """In a home team and, with two fifths of the time, in the team across."""
    employee = histories.employee()
    home = histories.add(Team(TeamId(0), histories.department("Handicap").id, "Voksen"))
    histories.add(TeamMembership(RowId(0), employee.id, home.id, days_ago(900), share_percent=60))
    histories.add(TeamMembership(RowId(0), employee.id, team.id, days_ago(30), share_percent=40))
    return employee


def load_of(bench: Bench) -> TeamLoad:
    return Courses(bench.office).load()


def test_each_number_comes_with_its_ids(bench: Bench, histories: Histories, ida: Employee) -> None:
    lone, otto = bench.add_citizen(), bench.add_citizen("Otto Rømer", "")
    family = histories.family("Familien Rømer", otto)
    histories.case(lone, "Handicap")
    histories.case(lone, "Familie")
    for subject_id in (lone.subject_id, family.subject_id):
        decided = histories.assessment(subject_id, Step.ONE_CASEWORK, TODAY)
        Courses(bench.office).carry_out(bench.actor, decided.id)
        Courses(bench.office).choose_coordinator(bench.actor, subject_id, ida.id)
    waiting = tuple(line.id for line in histories.all(Takeover))

    load = load_of(bench)

    assert load.as_of == bench.clock.now()
    assert load.members == (
        MemberLoad(ida.id, ida.name, 40, ("Voksen",), (family.subject_id,), (lone.subject_id,), waiting),
    )
    assert len(waiting) == 2


def test_who_coordinates_without_being_in_the_team_is_there_too(
    bench: Bench, histories: Histories, ida: Employee
) -> None:
    bo = histories.employee("Bo")
    histories.course(bench.add_citizen().subject_id, Step.ONE_CASEWORK, by=bo)
    histories.course(bench.add_citizen("Kim", "").subject_id, Step.MEETINGS, by=histories.employee("Carla"))

    assert [(row.name, row.share_percent, row.courses) for row in load_of(bench).members] == [
        (ida.name, 40, 0),
        ("Bo", 0, 1),
    ]


def test_who_has_left_and_who_is_to_come_are_not(bench: Bench, histories: Histories, team: Team) -> None:
    for from_on, until_on in ((days_ago(90), TODAY), (TODAY + timedelta(days=1), None)):
        employee = histories.employee(f"Fra {from_on}")
        histories.add(TeamMembership(RowId(0), employee.id, team.id, from_on, until_on))

    assert load_of(bench).members == ()


def test_it_takes_one_statement_however_many_there_are(bench: Bench, histories: Histories, team: Team) -> None:
    for number in range(12):
        employee = histories.employee(f"Nr. {number}")
        histories.add(TeamMembership(RowId(0), employee.id, team.id, days_ago(9)))
        histories.course(bench.add_citizen(f"Borger {number}", "").subject_id, Step.ONE_CASEWORK, by=employee)

    with counted_statements() as count:
        load = load_of(bench)

    assert [row.courses for row in load.members] == [1] * 12
    assert sum("step_period" in text for text in count.texts) == 1
