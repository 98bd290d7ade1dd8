"""What ledelsestilsyn has counted stays as it was when people are deleted, and everything else goes on without them."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest

from koordinator.domain.calendar_periods import same_time_before
from koordinator.domain.citizen_list import CitizenFilter
from koordinator.domain.deletion import DeletedKind, Deletion
from koordinator.domain.ids import RowId, SubjectId
from koordinator.domain.periods import DayRange
from koordinator.domain.supervision import ALL_COUNTS, TOTAL, CountName, GroupBy, SupervisionScope
from koordinator.storage.office import SqlOffice
from koordinator.usecases.ports_diary import DiaryScope
from koordinator.usecases.services import Services
from tests.support.demo import copy_demo, office_of, opened_demo, services_of


class Town(NamedTuple):
    """Who is left, and who is gone."""

    services: Services
    left: frozenset[SubjectId]
    gone: frozenset[SubjectId]


Counted = dict[tuple[DayRange, CountName], list[tuple[str, ...]]]


@pytest.fixture
def town(demo_folder: Path, tmp_path: Path) -> Iterator[Town]:
    """The town after a third of its citizens and families have been deleted."""
    with opened_demo(copy_demo(demo_folder, tmp_path / "town")) as opened:
        office = office_of(opened)
        with office.aside() as tx:
            everybody = [each.subject_id for each in tx.erasing.held()]
        before, gone = _counted(office), frozenset(everybody[::3])
        for subject_id in gone:
            with office.aside() as tx:
                uid = tx.erasing.uid_of(subject_id)
                counts = tx.erasing.erase(subject_id).as_text
                kind, at = DeletedKind.CITIZEN, tx.now
                tx.of(Deletion).add(Deletion(RowId(0), uid, kind, at, None, counts, 1, subject_id=subject_id))
        assert _counted(office) == before
        yield Town(services_of(opened), frozenset(everybody) - gone, gone)


def _counted(office: SqlOffice) -> Counted:
    """Each thing that is counted in each of the last periods, for whom, and on which step; to the day before today."""
    with office.glance() as view:
        scopes = _periods(view.today - timedelta(days=1))
        return {
            (days, name): sorted(
                tuple(map(str, (thing.holder, thing.subject_id, thing.step)))
                for thing in view.supervision.things(days, name)
            )
            for days in scopes
            for name in ALL_COUNTS
        }


def _periods(yesterday: date) -> tuple[DayRange, ...]:
    year = DayRange(yesterday - timedelta(days=364), yesterday)
    before = same_time_before(year, yesterday)
    halves = (DayRange(yesterday - timedelta(days=age), yesterday - timedelta(days=age - 180)) for age in (200, 400))
    return (year, *(() if before is None else (before,)), *halves)


def test_the_counts_stay_and_every_list_is_without_them(town: Town, tmp_path: Path) -> None:
    services, left, gone = town
    actor = services.who_acts.owner()
    today = services.guide_list.of_all(actor).today
    listed = services.citizen_list.lines(actor, CitizenFilter(), None)

    assert len(gone) > 10
    assert {line.subject_id for line in listed.lines} == left
    assert {line.subject_id for line in services.guide_list.of_all(actor).lines} <= left
    assert {line.subject_id for line in services.overview.open(actor, everybody=True).lines} <= left
    assert {entry.subject_id for entry in services.follow_up.meetings(actor, DiaryScope())} <= left
    groups = services.follow_up.open(actor, DiaryScope()).groups
    assert {item.subject_id for group in groups for item in group.items} <= left
    assert services.verify.run(actor).is_whole
    scope = SupervisionScope(DayRange(today - timedelta(days=400), today), GroupBy.TEAM)
    opened = services.supervision.open_number(actor, scope, TOTAL, CountName.ASSESSMENTS_MADE)
    assert {row.subject_name == "" for row in opened.rows} == {True, False}
    assert services.counts_files.write(actor, scope.days, tmp_path / "counts").lines
