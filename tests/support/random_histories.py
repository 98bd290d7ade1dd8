"""Histories of a few courses within a few weeks, so that days fall on the edges of the period all the time."""

from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import strategies as st

from koordinator.domain.course import Course
from koordinator.domain.ids import DepartmentId, EmployeeId, SubjectId, TeamId
from koordinator.domain.meeting import MeetingKind, MeetingStatus
from koordinator.domain.periods import DayRange
from koordinator.domain.register import ApplicationKind
from koordinator.domain.steps import Step
from tests.support.counted_world import World

FIRST_DAY = date(2026, 6, 20)
LENGTH = 20
PERIOD = DayRange(FIRST_DAY + timedelta(days=6), FIRST_DAY + timedelta(days=13))
STEPS = st.sampled_from([*Step, Step.MEETINGS, Step.MEETINGS, Step.ONE_CASEWORK])


def day(number: int) -> date:
    return FIRST_DAY + timedelta(days=number)


@dataclass(frozen=True)
class House:
    """Who there is to draw from."""

    departments: list[DepartmentId]
    teams: list[TeamId]
    employees: list[EmployeeId]


@st.composite
def histories(draw: st.DrawFn) -> World:
    """A world in which everything holds that the use cases hold: no two courses, steps, coordinators at once."""
    world = World(today=day(draw(st.integers(0, LENGTH))))
    departments = [world.department(name) for name in ("Handicap", "Familie")]
    teams = [world.team("Voksen", departments[0]), world.team("Familie", departments[1]), world.team("Trin 3", None)]
    house = House(departments, teams, [world.employee(name) for name in ("Ane", "Bo", "Carla")])
    for employee in house.employees:
        for team in draw(st.lists(st.sampled_from(teams), max_size=3)):
            world.member(employee, team, *draw(_period()))
    for number, name in enumerate(("Lone", "Per", "Mia", "Jonas")):
        _add_subject(draw, world, house, f"{name} {number}")
    return world


def _add_subject(draw: st.DrawFn, world: World, house: House, name: str) -> None:
    is_citizen = draw(st.booleans())
    subject = world.citizen(name) if is_citizen else world.family(name)
    begins = 0
    for is_last in (False, True)[draw(st.integers(0, 1)) :]:
        starts = draw(st.integers(begins, LENGTH))
        begins = draw(st.integers(starts, LENGTH))
        ends = None if is_last and draw(st.booleans()) else begins
        course = _add_course(draw, world, house, subject, (starts, ends))
        _add_meetings(draw, world, house, course)
    for _ in range(draw(st.integers(0, 2))):
        on = day(draw(st.integers(0, LENGTH)))
        world.assessment(subject, on, draw(st.sampled_from(house.employees)), locked=draw(st.booleans()))
    if is_citizen:
        _add_cases(draw, world, house, subject)


def _add_course(
    draw: st.DrawFn, world: World, house: House, subject: SubjectId, span: tuple[int, int | None]
) -> Course:
    starts, ends = span
    last = LENGTH if ends is None else ends
    until_on = None if ends is None else day(ends)
    changes = [starts, *sorted(draw(st.lists(st.integers(starts, last), max_size=3)))]
    course = world.course(subject, *((draw(STEPS), day(number)) for number in changes), ends=until_on)
    free_from = starts
    for employee in draw(st.lists(st.sampled_from(house.employees), max_size=3)):
        from_on, stops = sorted((draw(st.integers(free_from, last)), draw(st.integers(free_from, last))))
        world.coordinator(course, employee, day(from_on), day(stops))
        free_from = stops
    if ends is None and draw(st.booleans()):
        world.coordinator(course, draw(st.sampled_from(house.employees)), day(free_from))
    approved = sorted(draw(st.lists(st.integers(starts, last), max_size=3)))
    plan = world.plan(course, *map(day, approved), until=until_on, goal=draw(st.booleans()), ended=until_on)
    for number in draw(st.lists(st.integers(1, len(approved)), max_size=2)) if approved else ():
        world.plan_read_aloud(plan, number, day(draw(st.integers(0, LENGTH))))
    return course


def _add_meetings(draw: st.DrawFn, world: World, house: House, course: Course) -> None:
    for number in draw(st.lists(st.integers(0, LENGTH), max_size=3)):
        held = world.meeting(
            course,
            day(number),
            draw(st.none() | STEPS),
            kind=draw(st.sampled_from([*[MeetingKind.COORDINATION] * 5, *MeetingKind])),
            status=draw(st.sampled_from([*[MeetingStatus.HELD] * 10, *MeetingStatus])),
            citizen_took_part=draw(st.booleans()),
            coordinator_id=draw(st.none() | st.sampled_from(house.employees)),
            team_id=draw(st.none() | st.sampled_from(house.teams)),
            department_id=draw(st.none() | st.sampled_from(house.departments)),
        )
        for handed in draw(st.lists(st.integers(0, LENGTH), max_size=2)):
            world.minutes(held, day(handed))


def _add_cases(draw: st.DrawFn, world: World, house: House, subject: SubjectId) -> None:
    maybe_day = st.none() | st.integers(0, LENGTH).map(day)
    for _ in range(draw(st.integers(1, 3))):
        world.case(
            subject,
            draw(st.sampled_from(house.departments)),
            application=draw(st.sampled_from(list(ApplicationKind))),
            team_id=draw(st.none() | st.sampled_from(house.teams)),
            caseworker_id=draw(st.none() | st.sampled_from(house.employees)),
            answer_due_on=draw(maybe_day),
            answered_on=draw(maybe_day),
        )


def _period() -> st.SearchStrategy[tuple[date, date | None]]:
    ends = st.tuples(st.integers(0, LENGTH), st.integers(0, LENGTH)).map(sorted)
    return st.tuples(ends, st.booleans()).map(lambda drawn: (day(drawn[0][0]), None if drawn[1] else day(drawn[0][1])))
