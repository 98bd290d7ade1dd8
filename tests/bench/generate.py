"""A whole region's register to measure on: 100,000 citizens with a course each, 1,000,000 meetings over ten years.

Ten thousand courses are open at a time, with 300 coordinators in 40 teams. Everything is random with a
fixed seed, so that the same days give the same file. It takes a minute; the file is made once a folder.
"""

import random
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import count, islice
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Table

from koordinator.storage.database_files import EncryptedFiles
from koordinator.storage.engine import Database
from koordinator.storage.tables import course, organisation, people
from tests.support.office import KEY, make_template

CITIZENS: Final = 100_000
MEETINGS_EACH: Final = 10
EMPLOYEES: Final = 300
TEAMS: Final = 40
DEPARTMENTS: Final = 4
FIRST_DAY: Final = date(2016, 7, 1)
LAST_DAY: Final = date(2026, 6, 30)
HALF_YEAR: Final = (date(2026, 1, 1), LAST_DAY)
_DAYS: Final = (LAST_DAY - FIRST_DAY).days
_FIRST_KEY: Final = 1_000
_AT_ONCE: Final = 20_000
_STEPS: Final = (1, 2, 3)
_OFTEN: Final = (30, 69, 1)
_DAY: Final = tuple((FIRST_DAY + timedelta(days=number)).isoformat() for number in range(-200, _DAYS + 800))
_PLAN: Final = "x" * 2_000


def generate(folder: Path) -> Path:
    """The database in the folder, made now unless it is there."""
    path = folder / "office.db"
    ready = folder / "generated"
    if not ready.exists():
        make_template(folder).replace(path)
        database = EncryptedFiles().open(path, KEY)
        _fill(database)
        database.close()
        ready.touch()
    return path


def _fill(database: Database) -> None:
    chance = random.Random(1)  # noqa: S311 - the same file each time
    with database.write() as connection:
        _organisation(connection)
        subjects = range(_FIRST_KEY, _FIRST_KEY + CITIZENS)
        _insert(connection, people.SUBJECT, "id kind", ((key, "citizen") for key in subjects))
        _insert(
            connection,
            people.CITIZEN,
            "id uid subject_id cpr name preferred_contact primary_caseworker_wish",
            ((key, f"c{key}", key, f"{key:010}", f"Borger {key}", "unknown", "not_asked") for key in subjects),
        )
        lives = [_Life(chance, key) for key in subjects]
        _courses(connection, lives)
        _plans(connection, lives)
        _meetings(connection, lives)
    with database.write() as connection:
        connection.exec_driver_sql("ANALYZE")


class _Life:
    """One citizen's course: from one day to another (numbers of days), with a step and perhaps another after it."""

    def __init__(self, chance: random.Random, key: int) -> None:
        self.key = key
        start = chance.randrange(-180, _DAYS - 30)
        self.ends = start + chance.randrange(200, 530)
        self.starts = max(start, 0)
        self.middle = (self.starts + self.ends) // 2
        self.step, self.later_step = chance.choices(_STEPS, _OFTEN, k=2)
        self.moves = self.middle < _DAYS and chance.random() < 0.15 and self.step != self.later_step
        self.changes = self.middle < _DAYS and chance.random() < 0.1
        self.coordinator, self.later_coordinator = (chance.randrange(EMPLOYEES) + _FIRST_KEY for _ in range(2))
        self.has_plan = self.step > 1 and self.starts + 60 < min(self.ends, _DAYS) and chance.random() < 0.8
        self.luck = [chance.random() for _ in range(MEETINGS_EACH)]

    @property
    def until_on(self) -> str | None:
        return _day(self.ends) if self.ends < _DAYS else None

    def stretches(self) -> Iterator[tuple[int, str, str | None]]:
        if self.moves:
            yield self.step, _day(self.starts), _day(self.middle)
            yield self.later_step, _day(self.middle), self.until_on
        else:
            yield self.step, _day(self.starts), self.until_on

    def coordinators(self) -> Iterator[tuple[int, str, str | None]]:
        if self.changes:
            yield self.coordinator, _day(self.starts), _day(self.middle)
            yield self.later_coordinator, _day(self.middle), self.until_on
        else:
            yield self.coordinator, _day(self.starts), self.until_on


def _organisation(connection: Connection) -> None:
    employees = range(_FIRST_KEY, _FIRST_KEY + EMPLOYEES)
    teams = range(_FIRST_KEY, _FIRST_KEY + TEAMS)
    _insert(
        connection,
        organisation.TEAM,
        "id department_id name kind",
        ((key, _department(key), f"Team {key}", "home") for key in teams),
    )
    _insert(connection, organisation.EMPLOYEE, "id name", ((key, f"Medarbejder {key}") for key in employees))
    _insert(
        connection,
        organisation.TEAM_MEMBERSHIP,
        "employee_id team_id from_on",
        ((key, _team(key), _day(0)) for key in employees),
    )


def _courses(connection: Connection, lives: Sequence[_Life]) -> None:
    _insert(
        connection,
        course.COURSE,
        "id uid subject_id from_on until_on",
        ((life.key, f"f{life.key}", life.key, _day(life.starts), life.until_on) for life in lives),
    )
    _insert(
        connection,
        course.STEP_PERIOD,
        "subject_id course_id step from_on until_on",
        ((life.key, life.key, *stretch) for life in lives for stretch in life.stretches()),
    )
    _insert(
        connection,
        course.COORDINATOR_PERIOD,
        "subject_id course_id employee_id from_on until_on",
        ((life.key, life.key, *period) for life in lives for period in life.coordinators()),
    )


def _plans(connection: Connection, lives: Sequence[_Life]) -> None:
    with_plan = [life for life in lives if life.has_plan]
    _insert(
        connection,
        course.JOINT_PLAN,
        "id uid subject_id course_id ended_on",
        ((life.key, f"p{life.key}", life.key, life.key, life.until_on) for life in with_plan),
    )
    _insert(
        connection,
        course.PLAN_VERSION,
        "plan_id subject_id number content has_common_goal approved_at approved_by_id from_on until_on",
        (
            (life.key, life.key, number, _PLAN, 1, f"{since}T10:00:00.000000+00:00", life.coordinator, since, until)
            for life in with_plan
            for number, since, until in _versions(life)
        ),
    )


def _versions(life: _Life) -> Iterator[tuple[int, str, str | None]]:
    first, second = life.starts + 60, (life.starts + 60 + life.ends) // 2
    if second < _DAYS:
        yield 1, _day(first), _day(second)
        yield 2, _day(second), life.until_on
    else:
        yield 1, _day(first), life.until_on


def _meetings(connection: Connection, lives: Iterable[_Life]) -> None:
    columns = (
        "id uid subject_id course_id kind status starts_on starts_clock duration_minutes place_kind "
        "coordinator_id team_id department_id step citizen_took_part paper_days"
    )
    keys = count(_FIRST_KEY)
    _insert(connection, course.MEETING, columns, (row for life in lives for row in _meetings_of(life, keys)))


def _meetings_of(life: _Life, keys: Iterator[int]) -> Iterator[tuple[Any, ...]]:
    for number, luck in enumerate(life.luck):
        day = life.starts + number * (life.ends - life.starts) // MEETINGS_EACH
        status = "planned" if day >= _DAYS else "held" if luck < 0.9 else "cancelled"
        kind = "coordination" if luck < 0.86 or luck >= 0.9 else "network"
        later = life.changes and day >= life.middle
        coordinator = life.later_coordinator if later else life.coordinator
        step = life.later_step if life.moves and day >= life.middle else life.step
        key, team = next(keys), _team(coordinator)
        place = (coordinator, team, _department(team), step, int(luck < 0.8), int(luck * 12) if luck < 0.75 else None)
        yield key, f"m{key}", life.key, life.key, kind, status, _day(day), "10:00", 60, "town_hall", *place


def _team(employee: int) -> int:
    return _FIRST_KEY + employee % TEAMS


def _department(team: int) -> int:
    return 1 + team % DEPARTMENTS


def _day(number: int) -> str:
    return _DAY[number + 200]


def _insert(connection: Connection, table: Table, columns: str, rows: Iterable[Sequence[object]]) -> None:
    """The rows, with nothing in the columns that are not named."""
    named = columns.split()
    rest = {
        column.name: "0" if column.type.compile(connection.dialect) == "INTEGER" else "''"
        for column in table.c
        if not column.nullable and column.name not in {*named, "id"}
    }
    marks = ", ".join([*("?" for _ in named), *rest.values()])
    statement = f"INSERT INTO {table.name} ({', '.join([*named, *rest])}) VALUES ({marks})"  # noqa: S608
    waiting = iter(rows)
    while some := list(islice(waiting, _AT_ONCE)):
        connection.exec_driver_sql(statement, some)
