"""Where an employee belonged on a day."""

from datetime import date

from koordinator.domain.belonging import Belonging, Belongings
from koordinator.domain.ids import DepartmentId, EmployeeId, RowId, TeamId
from koordinator.domain.organisation import Team, TeamKind, TeamMembership
from koordinator.domain.steps import Step

HANDICAP = DepartmentId(1)
VOKSEN = Team(TeamId(1), HANDICAP, "Voksen")
BOERN = Team(TeamId(2), DepartmentId(2), "Børn")
TRIN3 = Team(TeamId(3), None, "Trin 3-teamet", TeamKind.CROSS)
ANE = EmployeeId(7)
DAY = date(2026, 8, 3)


def memberships(*rows: tuple[Team, date, date | None]) -> Belongings:
    return Belongings(
        (VOKSEN, BOERN, TRIN3),
        (
            TeamMembership(RowId(number), ANE, team.id, from_on, until_on)
            for number, (team, from_on, until_on) in enumerate(rows, start=1)
        ),
    )


def test_the_step_chooses_between_home_team_and_trin_3_team() -> None:
    both = memberships((TRIN3, DAY, None), (VOKSEN, DAY, None))

    assert both.on(ANE, DAY, Step.MEETINGS) == Belonging(VOKSEN.id, HANDICAP)
    assert both.on(ANE, DAY, None) == Belonging(VOKSEN.id, HANDICAP)
    assert both.on(ANE, DAY, Step.ONE_CASEWORK) == Belonging(TRIN3.id, HANDICAP)


def test_the_only_team_counts_for_everything() -> None:
    assert memberships((VOKSEN, DAY, None)).on(ANE, DAY, Step.ONE_CASEWORK) == Belonging(VOKSEN.id, HANDICAP)
    assert memberships((TRIN3, DAY, None)).on(ANE, DAY, Step.MEETINGS) == Belonging(TRIN3.id, None)


def test_the_team_joined_first_counts_and_only_on_its_days() -> None:
    moved = memberships((BOERN, date(2026, 8, 10), None), (VOKSEN, DAY, date(2026, 8, 20)))

    assert moved.on(ANE, date(2026, 8, 2)) == Belonging()
    assert moved.on(ANE, date(2026, 8, 19)).team_id == VOKSEN.id
    assert moved.on(ANE, date(2026, 8, 20)).team_id == BOERN.id
    assert moved.on(EmployeeId(8), DAY) == Belonging()


def test_from_which_day_on_nothing_changes() -> None:
    moved = memberships((BOERN, date(2026, 8, 10), None), (VOKSEN, DAY, date(2026, 8, 20)))

    assert moved.settled_on(date(2026, 12, 31)) == date(2026, 8, 20)
    assert moved.settled_on(date(2026, 8, 19)) == date(2026, 8, 10)
    assert memberships().settled_on(DAY) == date.min
