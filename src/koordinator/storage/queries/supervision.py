"""Ledelsestilsyn counted in SQL (see `usecases.ports_supervision`)."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import cached_property
from typing import Any, Final

from koordinator.domain.belonging import Belongings
from koordinator.domain.ids import CourseId, RowId, SubjectId
from koordinator.domain.paper_after import PAPER_WITHIN_DAYS
from koordinator.domain.periods import DayRange
from koordinator.domain.steps import Step
from koordinator.domain.supervision import (
    NOBODY,
    REST_OF,
    WHOLE_OF,
    Cell,
    CountedThing,
    CountName,
    Holder,
    counted_for,
)
from koordinator.domain.supervision_rules import COURSES_ON, MET_ON, TimeOnStep, counted_courses, course_cells
from koordinator.domain.team_load import MemberLoad
from koordinator.storage.queries.guide_facts import Select
from koordinator.storage.queries.supervision_sql import COURSES, THINGS, Things
from koordinator.storage.queries.team_load import members_on

_COURSE_COUNTS: Final = frozenset(
    {*COURSES_ON.values(), *MET_ON.values(), CountName.COURSES_STEP2_OR_3, CountName.WITH_PLAN}
)
_Row = Sequence[Any]


class SupervisionQueries:
    """The counts as of a day, with every employee's teams at hand."""

    def __init__(self, select: Select, today: date, load_belongings: Callable[[], Belongings]) -> None:
        self._select = select
        self._today = today
        self._load_belongings = load_belongings

    @cached_property
    def _belongings(self) -> Belongings:
        """Meetings and applications say themselves where they belong; only the other counts ask."""
        return self._load_belongings()

    def cells(self, days: DayRange, names: Iterable[CountName], *, listed: bool = False) -> tuple[Cell, ...]:
        """What the counts add up from; with `listed` every thing is named by its id."""
        wanted = counted_for(names)
        found: list[Cell] = []
        for things in THINGS:
            if wanted & things.counts.keys():
                found += self._named(things, days) if listed else self._counted(things, days, wanted)
        if wanted & _COURSE_COUNTS:
            found += self._course_cells(days, listed=listed)
        return tuple(found)

    def things(self, days: DayRange, name: CountName) -> tuple[CountedThing, ...]:
        """The things behind one count, whoever holds them."""
        if name in REST_OF:
            part = {(thing.id, thing.holder) for thing in self.things(days, REST_OF[name])}
            whole = self.things(days, WHOLE_OF[REST_OF[name]])
            return tuple(thing for thing in whole if (thing.id, thing.holder) not in part)
        if name in _COURSE_COUNTS:
            return self._courses(days, name)
        (things,) = (things for things in THINGS if name in things.counts)
        place = list(things.counts).index(name)
        rows = self._rows(things.rows(name), days, stands=things.stands)
        return tuple(_thing(row, self._holder(things, row)) for row in rows if row[_FACTS_END + place])

    def team_load(self) -> tuple[MemberLoad, ...]:
        """What those who work on trin 3 carry today."""
        return members_on(self._select, self._today)

    def _counted(self, things: Things, days: DayRange, wanted: frozenset[CountName]) -> Iterator[Cell]:
        names = [name for name in things.counts if name in wanted]
        for row in self._rows(things.numbers(wanted), days, stands=things.stands):
            holder = self._holder(things, row)
            for name, number in zip(names, row[_HOLDER_END:], strict=True):
                if number:
                    yield Cell(name, holder, number)

    def _named(self, things: Things, days: DayRange) -> Iterator[Cell]:
        for row in self._rows(things.rows(), days, stands=things.stands):
            holder = self._holder(things, row)
            for name, has_it in zip(things.counts, row[_FACTS_END:], strict=True):
                if has_it:
                    yield Cell(name, holder, 1, (row[_HOLDER_END],))

    def _course_cells(self, days: DayRange, *, listed: bool) -> Iterator[Cell]:
        apart: list[TimeOnStep] = []
        for row in self._rows(COURSES, days, listed=listed):
            employee_id, day, step, stretch_id, number, met, planned, *_ = row
            if stretch_id is not None:
                apart.append(self._stretch(row))
                continue
            holder = self._working(employee_id, day, step)
            yield Cell(COURSES_ON[step], holder, number)
            yield Cell(CountName.COURSES_STEP2_OR_3, holder, number)
            if met:
                yield Cell(MET_ON[step], holder, met)
            if planned:
                yield Cell(CountName.WITH_PLAN, holder, planned)
        yield from course_cells(apart)

    def _courses(self, days: DayRange, name: CountName) -> tuple[CountedThing, ...]:
        stretches = (self._stretch(row) for row in self._rows(COURSES, days, listed=True))
        counted = [stretch for count, stretch in counted_courses(stretches) if count is name]
        last = {(stretch.course_id, stretch.holder): stretch for stretch in counted}
        return tuple(
            CountedThing(row.course_id, row.subject_id, row.holder, row.step, row.from_on, row.until_on)
            for row in last.values()
        )

    def _stretch(self, row: _Row) -> TimeOnStep:
        employee_id, day, step, stretch_id, _, met, planned, course_id, subject_id, from_on, until_on = row
        return TimeOnStep(
            id=RowId(stretch_id),
            course_id=CourseId(course_id),
            subject_id=SubjectId(subject_id),
            step=Step(step),
            from_on=date.fromisoformat(from_on),
            until_on=_day(until_on),
            holder=self._working(employee_id, day, step),
            met=bool(met),
            planned=bool(planned),
        )

    def _holder(self, things: Things, row: _Row) -> Holder:
        return Holder(*row[:_HOLDER_END]) if things.stands else self._working(*row[:_HOLDER_END])

    def _working(self, employee_id: Any, day: str, step: int | None) -> Holder:  # noqa: ANN401 - as the row has it
        if employee_id is None:
            return NOBODY
        belonging = self._belongings.on(employee_id, date.fromisoformat(day), None if step is None else Step(step))
        return Holder(employee_id, belonging.team_id, belonging.department_id)

    def _rows(self, statement: str, days: DayRange, *, listed: bool = False, stands: bool = False) -> Iterable[_Row]:
        settled_on = days.last_on if stands else self._belongings.settled_on(days.last_on)
        values = {
            "first_on": days.first_on.isoformat(),
            "last_on": days.last_on.isoformat(),
            "settled_on": settled_on.isoformat(),
            "today": self._today.isoformat(),
            "waits_from": (self._today - timedelta(days=PAPER_WITHIN_DAYS)).isoformat(),
            "listed": int(listed),
        }
        return self._select(statement, values)


_HOLDER_END: Final = 3
_FACTS_END: Final = 8
"""Where the holder's columns and the thing's own columns end in a row."""


def _thing(row: _Row, holder: Holder) -> CountedThing:
    thing_id, subject_id, step, from_on, until_on = row[_HOLDER_END:_FACTS_END]
    number = None if step is None else Step(step)
    return CountedThing(thing_id, SubjectId(subject_id), holder, number, date.fromisoformat(from_on), _day(until_on))


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
