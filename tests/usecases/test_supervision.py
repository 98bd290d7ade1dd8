"""Who sees which numbers, what lies behind them, and that every look is logged."""

from datetime import date

import pytest

from koordinator.documents.pdf import Pdf
from koordinator.domain.access import Action, Actor, Channel
from koordinator.domain.errors import NotAllowed
from koordinator.domain.ids import EmployeeId
from koordinator.domain.organisation import Role
from koordinator.domain.paper import Paper
from koordinator.domain.periods import DayRange
from koordinator.domain.steps import Step
from koordinator.domain.supervision import (
    ALL_COUNTS,
    DEFINED_COUNTS,
    TOTAL,
    CountName,
    Group,
    GroupBy,
    GroupKind,
    SupervisionReport,
    SupervisionScope,
    TooFewToShare,
)
from koordinator.usecases.supervision import Capacity, NumberRow, Supervision
from tests.documents.press import read_back
from tests.support.counted_sentences import PERIOD, SUMMER, Town
from tests.support.counted_world import LONG_AGO
from tests.support.desk import services_at
from tests.support.histories import Histories
from tests.support.office import Bench

BY_EMPLOYEE = SupervisionScope(PERIOD, GroupBy.EMPLOYEE)
BY_TEAM = SupervisionScope(PERIOD, GroupBy.TEAM)
MEETINGS, ON_STEP2, WITHOUT_PLAN = CountName.MEETINGS_HELD, CountName.COURSES_STEP2, CountName.WITHOUT_PLAN


class Office(Town):
    """Ane has two courses on trin 2, Bo one on trin 3, nobody has one. Inge leads Voksen, where Ane is."""

    def __init__(self) -> None:
        super().__init__()
        self.inge = self.employee("Inge", self.voksen)
        for name in ("Åse Holm", "Bente Lund"):
            course = self.course(self.citizen(name), (Step.MEETINGS, LONG_AGO))
            self.coordinator(course, self.ane)
            self.meeting(course, SUMMER, coordinator_id=self.ane, team_id=self.voksen, department_id=self.handicap)
        self.coordinator(self.course(self.family("Familien Bæk"), (Step.ONE_CASEWORK, SUMMER)), self.bo)
        self.course(self.citizen("Per Uden"), (Step.MEETINGS, SUMMER))

    def leader(self) -> Actor:
        return acting(self.inge, Role.SUPERVISOR)


def store(bench: Bench, town: Town) -> None:
    with bench.office.aside() as tx:
        town.store(tx)


def acting(employee: EmployeeId, *roles: Role) -> Actor:
    return Actor(employee, frozenset(roles), Channel.WINDOW)


@pytest.fixture
def house(bench: Bench) -> Office:
    house = Office()
    store(bench, house)
    return house


@pytest.fixture
def supervision(bench: Bench) -> Supervision:
    return Supervision(bench.office)


def shown(report: SupervisionReport, name: CountName) -> list[tuple[str, int]]:
    return [(row.name or row.group.kind.value, row.number(name)) for row in (*report.rows, report.total)]


def of(employee: EmployeeId) -> Group:
    return Group(GroupKind.EMPLOYEE, employee)


def test_a_leader_sees_everybody_by_name_and_nobody_last(house: Office, supervision: Supervision) -> None:
    report = supervision.report(house.leader(), BY_EMPLOYEE)

    assert report.names == DEFINED_COUNTS
    assert shown(report, ON_STEP2) == [("Ane", 2), ("Bo", 0), ("no_coordinator", 1), ("total", 3)]
    assert shown(supervision.report(house.leader(), BY_TEAM), MEETINGS) == [
        ("Børn", 0),
        ("Voksen", 2),
        ("no_coordinator", 0),
        ("total", 2),
    ]
    by_department = supervision.report(house.leader(), SupervisionScope(PERIOD, GroupBy.DEPARTMENT))
    assert [row.name for row in by_department.rows] == ["Familie", "Handicap", ""]


def test_a_caseworker_sees_her_own_numbers_alone(house: Office, supervision: Supervision) -> None:
    ane = acting(house.ane, Role.COORDINATOR)

    assert shown(supervision.report(ane, BY_EMPLOYEE), ON_STEP2) == [("Ane", 2), ("total", 2)]
    assert shown(supervision.report(ane, BY_TEAM), MEETINGS) == [("Voksen", 2), ("total", 2)]
    opened = supervision.open_number(ane, BY_EMPLOYEE, TOTAL, ON_STEP2)
    assert [row.subject_name for row in opened.rows] == ["Bente Lund", "Åse Holm"]
    assert (opened.count.number, opened.hidden) == (2, 0)


def test_an_administrator_sees_numbers_only(house: Office, supervision: Supervision, bench: Bench) -> None:
    administrator = acting(house.bo, Role.ADMINISTRATOR)

    assert shown(supervision.report(administrator, BY_EMPLOYEE), ON_STEP2)[-1] == ("total", 3)
    before = len(bench.log())
    with pytest.raises(NotAllowed):
        supervision.listed(administrator, BY_EMPLOYEE)
    with pytest.raises(NotAllowed):
        supervision.open_number(administrator, BY_EMPLOYEE, of(house.bo), CountName.COURSES_STEP3)
    assert {entry.action for entry in bench.log()[before:]} == {Action.ACCESS_REFUSED}


def test_a_professional_sees_nothing(house: Office, supervision: Supervision) -> None:
    with pytest.raises(NotAllowed):
        supervision.report(acting(house.bo, Role.CASEWORKER), BY_EMPLOYEE)


def test_a_number_opens_into_name_step_coordinator_and_days(house: Office, supervision: Supervision) -> None:
    opened = supervision.open_number(house.leader(), BY_EMPLOYEE, of(house.ane), MEETINGS)

    assert opened.rows == (
        NumberRow("Bente Lund", Step.MEETINGS, "Ane", SUMMER, None),
        NumberRow("Åse Holm", Step.MEETINGS, "Ane", SUMMER, None),
    )
    assert (opened.count.number, opened.hidden, opened.count.definition_version) == (2, 0, 2)


def test_a_leader_opens_her_own_teams_numbers_only(house: Office, supervision: Supervision, bench: Bench) -> None:
    total = supervision.open_number(house.leader(), BY_TEAM, TOTAL, CountName.COURSES_STEP2_OR_3)

    assert [row.subject_name for row in total.rows] == ["Bente Lund", "Per Uden", "Åse Holm"]
    assert (total.count.number, total.hidden) == (4, 1)
    before = len(bench.log())
    with pytest.raises(NotAllowed):
        supervision.open_number(house.leader(), BY_TEAM, Group(GroupKind.TEAM, house.boern), CountName.COURSES_STEP3)
    assert {entry.action for entry in bench.log()[before:]} == {Action.ACCESS_REFUSED}


def test_what_no_caseworker_has_in_another_team_is_that_teams(bench: Bench, supervision: Supervision) -> None:
    house = Office()
    for team in (house.voksen, house.boern, None):
        house.case(house.citizen(f"Hos {team}"), house.handicap, team_id=team, answer_due_on=SUMMER, answered_on=SUMMER)
    store(bench, house)

    opened = supervision.open_number(house.leader(), BY_TEAM, TOTAL, CountName.APPLICATIONS_DUE)

    assert [row.subject_name for row in opened.rows] == [f"Hos {house.voksen}", "Hos None"]
    assert (opened.count.number, opened.hidden) == (3, 1)


def test_a_leader_of_no_team_opens_nothing(house: Office, supervision: Supervision) -> None:
    elsewhere = acting(EmployeeId(99_999), Role.SUPERVISOR)

    with pytest.raises(NotAllowed):
        supervision.open_number(elsewhere, BY_EMPLOYEE, Group(GroupKind.NO_COORDINATOR), ON_STEP2)


def test_the_owner_of_a_database_opens_everything_in_it(house: Office, supervision: Supervision, bench: Bench) -> None:
    opened = supervision.open_number(bench.actor, BY_EMPLOYEE, TOTAL, CountName.COURSES_STEP2_OR_3)

    assert [row.subject_name for row in opened.rows] == ["Bente Lund", "Familien Bæk", "Per Uden", "Åse Holm"]
    assert [row.coordinator for row in opened.rows] == ["Ane", "Bo", "", "Ane"]


def test_who_lacks_a_meeting_or_a_plan(house: Office, supervision: Supervision) -> None:
    without_meeting = supervision.open_number(house.leader(), BY_EMPLOYEE, TOTAL, CountName.STEP2_WITHOUT_MEETING)
    without_plan = supervision.open_number(house.leader(), BY_EMPLOYEE, of(house.ane), WITHOUT_PLAN)

    assert [row.subject_name for row in without_meeting.rows] == ["Per Uden"]
    assert [row.subject_name for row in without_plan.rows] == ["Bente Lund", "Åse Holm"]
    report = supervision.report(house.leader(), BY_EMPLOYEE, (WITHOUT_PLAN,))
    assert shown(report, WITHOUT_PLAN) == [("Ane", 2), ("Bo", 1), ("no_coordinator", 1), ("total", 4)]


def test_every_listed_number_is_as_long_as_its_list(house: Office, supervision: Supervision, bench: Bench) -> None:
    listed = supervision.listed(bench.actor, BY_EMPLOYEE, ALL_COUNTS)
    counted = supervision.report(bench.actor, BY_EMPLOYEE, ALL_COUNTS)

    assert [row.numbers for row in listed.rows] == [row.numbers for row in counted.rows]
    for row in (*listed.rows, listed.total):
        assert all(len(listed.count(row, name).ids or ()) == row.number(name) for name in ALL_COUNTS)


def test_meetings_are_compared_with_the_same_time_one_period_earlier(
    house: Office, supervision: Supervision, bench: Bench
) -> None:
    for on in (date(2026, 5, 24), date(2026, 5, 25)):
        house.meeting(house.course(house.citizen("Mia"), (Step.MEETINGS, LONG_AGO)), on)
    store(bench, house)

    overview = supervision.overview(house.leader(), BY_EMPLOYEE, (MEETINGS,))

    assert overview.days_before == DayRange(date(2026, 1, 1), date(2026, 5, 24))
    assert overview.meetings_before == 1
    assert overview.capacity == Capacity(number=1, expected_from=20, expected_to=30)


def test_all_time_is_compared_with_nothing(house: Office, supervision: Supervision) -> None:
    ever = SupervisionScope(DayRange(date.min, date.max), GroupBy.EMPLOYEE)

    overview = supervision.overview(house.leader(), ever, DEFINED_COUNTS)

    assert (overview.days_before, overview.meetings_before) == (None, 0)
    assert overview.report.total.number(MEETINGS) == 2


def test_names_that_two_share_are_told_apart(bench: Bench, supervision: Supervision) -> None:
    town = Town()
    for name, team, department in (
        ("Anne Jensen", "Modtagelsen", town.handicap),
        ("Ole", "Modtagelsen", town.familie),
        ("Anne Jensen", "Børnehuset", town.familie),
    ):
        town.on_step(Step.MEETINGS, town.employee(name, town.team(team, department)))
    store(bench, town)

    by_team = supervision.report(bench.actor, BY_TEAM)

    assert [row.name for row in by_team.rows] == ["Børnehuset", "Modtagelsen (Familie)", "Modtagelsen (Handicap)"]
    assert [row.name for row in supervision.report(bench.actor, BY_EMPLOYEE).rows] == [
        "Anne Jensen (Børnehuset)",
        "Anne Jensen (Modtagelsen)",
        "Ole",
    ]


def test_what_leaves_the_house_has_no_small_group(house: Office, supervision: Supervision, bench: Bench) -> None:
    with pytest.raises(TooFewToShare):
        supervision.export(house.leader(), BY_EMPLOYEE, outside=True)
    assert shown(supervision.export(house.leader(), BY_EMPLOYEE), ON_STEP2)[-1] == ("total", 3)
    for _ in range(3):
        house.on_step(Step.MEETINGS, house.ane)
    store(bench, house)

    outside = supervision.export(house.leader(), BY_EMPLOYEE, outside=True)

    assert [(row.name, row.group.kind, row.number(ON_STEP2)) for row in outside.rows] == [
        ("", GroupKind.MERGED, 6),
    ]


def test_every_look_is_logged_with_codes_and_keys_alone(house: Office, supervision: Supervision, bench: Bench) -> None:
    before = len(bench.log())
    supervision.report(house.leader(), BY_EMPLOYEE)
    supervision.overview(house.leader(), BY_TEAM, DEFINED_COUNTS)
    supervision.listed(house.leader(), BY_TEAM)
    supervision.export(house.leader(), BY_EMPLOYEE)
    supervision.open_number(acting(house.ane, Role.COORDINATOR), BY_EMPLOYEE, of(house.ane), MEETINGS)

    entries = bench.log()[before:]

    assert [(entry.action, entry.codes) for entry in entries[:-1]] == [
        (Action.OPEN_SUPERVISION, "employee 2026-07-01 2026-12-31"),
        (Action.OPEN_SUPERVISION, "team 2026-07-01 2026-12-31"),
        (Action.OPEN_SUPERVISION_ROWS, "team 2026-07-01 2026-12-31"),
        (Action.EXPORT_SUPERVISION, "employee 2026-07-01 2026-12-31 outside=0"),
    ]
    assert entries[-1].action is Action.OPEN_SUPERVISION_ROWS
    subjects = sorted(row.subject_id for row in house.things if getattr(row, "name", "") in ("Åse Holm", "Bente Lund"))
    assert entries[-1].codes == (
        f"employee 2026-07-01 2026-12-31 only={house.ane} meetings_held employee={house.ane} "
        f"subjects={subjects[0]} {subjects[1]}"
    )


def test_the_report_on_paper_holds_what_the_actor_may_see_and_is_kept_nowhere(bench: Bench) -> None:
    office = Office()
    store(bench, office)
    papers = services_at(bench).supervision_papers

    made = papers.make(office.leader(), BY_TEAM)
    own = papers.make(acting(office.ane, Role.COORDINATOR), BY_EMPLOYEE, large_print=True)

    assert made.file_name == f"ledelsestilsyn-{PERIOD.first_on}-{PERIOD.last_on}.pdf"
    assert "Mine tal" in read_back(Pdf(own.content, 0, ())).text
    assert "Åse Holm" not in read_back(Pdf(made.content, 0, ())).text
    assert [entry.action for entry in bench.log()[-2:]] == [Action.EXPORT_SUPERVISION] * 2
    assert Histories(bench).all(Paper) == ()


def test_the_report_of_too_few_courses_does_not_leave_the_house(bench: Bench) -> None:
    office = Office()
    store(bench, office)

    with pytest.raises(TooFewToShare):
        services_at(bench).supervision_papers.make(office.leader(), BY_TEAM, outside=True)
