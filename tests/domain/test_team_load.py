"""What those who work on trin 3 carry, put in order."""

from datetime import UTC, datetime

from koordinator.domain.ids import EmployeeId, SubjectId
from koordinator.domain.team_load import MemberLoad, team_load

NOW = datetime(2026, 11, 21, 11, tzinfo=UTC)


def member(
    key: int, name: str, share: int, families: tuple[int, ...] = (), citizens: tuple[int, ...] = ()
) -> MemberLoad:
    ids = [tuple(map(SubjectId, each)) for each in (families, citizens)]
    return MemberLoad(EmployeeId(key), name, share, (), ids[0], ids[1], ())


def test_the_team_comes_first_each_in_danish_order() -> None:
    load = team_load(NOW, [member(1, "Åse", 40), member(2, "Bo", 0, (7,)), member(3, "Zita", 50)])

    assert [row.name for row in load.members] == ["Zita", "Åse", "Bo"]
    assert load.as_of == NOW


def test_families_and_citizens_count_together_for_who_coordinates() -> None:
    load = team_load(NOW, [member(1, "Åse", 40, (7, 8), (9,)), member(2, "Bo", 20)])

    assert [load.courses_of(EmployeeId(key)) for key in (1, 2, 3)] == [3, 0, 0]
