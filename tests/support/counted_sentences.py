"""The definition of ledelsestilsyn, version 1, sentence by sentence, each with the smallest story that shows it.

The stories are told once and counted twice: by the rules in `tests/domain`, by SQL in `tests/storage`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from koordinator.domain.course import Course
from koordinator.domain.ids import DepartmentId, EmployeeId, TeamId
from koordinator.domain.meeting import MeetingKind, MeetingStatus
from koordinator.domain.periods import DayRange
from koordinator.domain.register import ApplicationKind
from koordinator.domain.steps import Step
from koordinator.domain.supervision import TOTAL, CountName, Group, GroupBy, GroupKind
from tests.support.counted_world import LONG_AGO, World

PERIOD: Final = DayRange(date(2026, 7, 1), date(2026, 12, 31))
FIRST, LAST = PERIOD.first_on, PERIOD.last_on
DAY_BEFORE, DAY_AFTER = date(2026, 6, 30), date(2027, 1, 1)
SUMMER, AUTUMN, WINTER = date(2026, 8, 3), date(2026, 10, 5), date(2026, 12, 1)
WITHOUT: Final = Group(GroupKind.NO_COORDINATOR)


class Town(World):
    """Ane in Voksen (Handicap) and Bo in Børn (Familie)."""

    def __init__(self) -> None:
        super().__init__()
        self.handicap: DepartmentId = self.department("Handicap")
        self.familie: DepartmentId = self.department("Familie")
        self.voksen: TeamId = self.team("Voksen", self.handicap)
        self.boern: TeamId = self.team("Børn", self.familie)
        self.trin3: TeamId = self.team("Trin 3-teamet", None)
        self.ane: EmployeeId = self.employee("Ane", self.voksen)
        self.bo: EmployeeId = self.employee("Bo", self.boern)

    def on_step(self, step: Step, employee: EmployeeId | None, since: date = LONG_AGO) -> Course:
        """A citizen's course on the step since the day, with the coordinator all the way."""
        course = self.course(self.citizen("Lone"), (step, since))
        if employee is not None:
            self.coordinator(course, employee)
        return course


Counts = dict[CountName, int]


@dataclass(frozen=True)
class Expected:
    """What a row shows; the counts that are not named are not looked at."""

    by: GroupBy
    group: Group
    counts: Counts


@dataclass(frozen=True)
class Sentence:
    words: str
    story: Callable[[Town], Iterator[Expected]]

    def tell(self) -> tuple[Town, list[Expected]]:
        town = Town()
        return town, list(self.story(town))


SENTENCES: list[Sentence] = []


def shows(words: str) -> Callable[[Callable[[Town], Iterator[Expected]]], Callable[[Town], Iterator[Expected]]]:
    def keep(story: Callable[[Town], Iterator[Expected]]) -> Callable[[Town], Iterator[Expected]]:
        SENTENCES.append(Sentence(words, story))
        return story

    return keep


def total(**counts: int) -> Expected:
    return Expected(GroupBy.EMPLOYEE, TOTAL, _counts(counts))


def held_by(employee: EmployeeId, **counts: int) -> Expected:
    return Expected(GroupBy.EMPLOYEE, Group(GroupKind.EMPLOYEE, employee), _counts(counts))


def in_team(team: TeamId, **counts: int) -> Expected:
    return Expected(GroupBy.TEAM, Group(GroupKind.TEAM, team), _counts(counts))


def in_department(department: DepartmentId, **counts: int) -> Expected:
    return Expected(GroupBy.DEPARTMENT, Group(GroupKind.DEPARTMENT, department), _counts(counts))


def held_by_nobody(**counts: int) -> Expected:
    return Expected(GroupBy.EMPLOYEE, WITHOUT, _counts(counts))


def _counts(counts: dict[str, int]) -> Counts:
    return {CountName(name): number for name, number in counts.items()}


@shows("the unit is a course: a family meeting is one meeting, a family plan one plan")
def _(town: Town) -> Iterator[Expected]:
    family = town.course(town.family("Familien Bæk"), (Step.ONE_CASEWORK, LONG_AGO))
    town.coordinator(family, town.bo)
    town.meeting(family, SUMMER, Step.ONE_CASEWORK)
    town.plan(family, SUMMER)
    yield total(courses_step3=1, meetings_held=1, plans_in_force=1, plans_approved=1, with_plan=1)


@shows("meetings held: coordination meetings on trin 2 and 3 that were held with the citizen")
def _(town: Town) -> Iterator[Expected]:
    course = town.on_step(Step.MEETINGS, town.ane)
    for step in Step:
        town.meeting(course, SUMMER, step)
    town.meeting(course, SUMMER, None)
    for kind in MeetingKind:
        town.meeting(course, AUTUMN, kind=kind)
    for status in MeetingStatus:
        town.meeting(course, WINTER, status=status)
    yield total(meetings_held=4, meetings_without_citizen=0)


@shows("meetings of professionals are counted beside the others, never among them")
def _(town: Town) -> Iterator[Expected]:
    course = town.on_step(Step.MEETINGS, town.ane)
    town.meeting(course, SUMMER, citizen_took_part=False)
    yield total(meetings_held=0, meetings_without_citizen=1, courses_step2=1, step2_with_meeting=0)


@shows("both ends of the period are included")
def _(town: Town) -> Iterator[Expected]:
    course = town.on_step(Step.MEETINGS, town.ane)
    for day in (DAY_BEFORE, FIRST, LAST, DAY_AFTER):
        town.meeting(course, day)
    yield total(meetings_held=2)


@shows("a meeting counts for the coordinator, team and department of the day, whoever comes later")
def _(town: Town) -> Iterator[Expected]:
    course = town.course(town.citizen("Lone"), (Step.MEETINGS, LONG_AGO))
    town.coordinator(course, town.ane, LONG_AGO, AUTUMN)
    town.coordinator(course, town.bo, AUTUMN)
    town.meeting(course, SUMMER, coordinator_id=town.ane, team_id=town.voksen, department_id=town.handicap)
    yield held_by(town.ane, meetings_held=1, courses_step2=0)
    yield held_by(town.bo, meetings_held=0, courses_step2=1, step2_with_meeting=1)
    yield in_team(town.voksen, meetings_held=1)
    yield in_department(town.handicap, meetings_held=1)
    yield in_team(town.boern, courses_step2=1)


@shows("courses on a step on any day of the period")
def _(town: Town) -> Iterator[Expected]:
    town.course(town.citizen("Before"), (Step.MEETINGS, LONG_AGO), ends=FIRST)
    town.course(town.citizen("First day"), (Step.MEETINGS, LONG_AGO), ends=date(2026, 7, 2))
    town.course(town.citizen("Last day"), (Step.MEETINGS, LAST))
    town.course(town.citizen("After"), (Step.MEETINGS, DAY_AFTER))
    town.course(town.citizen("On trin 1"), (Step.ALIGNMENT, LONG_AGO))
    town.course(town.citizen("No need"), (Step.NO_NEED, LONG_AGO))
    yield total(courses_step2=2, courses_step3=0, courses_step2_or_3=2)


@shows("a step that began and ended on the same day never was")
def _(town: Town) -> Iterator[Expected]:
    course = town.course(
        town.citizen("Lone"), (Step.ALIGNMENT, LONG_AGO), (Step.ONE_CASEWORK, SUMMER), (Step.MEETINGS, SUMMER)
    )
    town.plan(course, SUMMER)
    yield total(courses_step3=0, courses_step2=1, moves_up=1, moves_down=0, with_plan=1)


@shows("a course is given to the coordinator at the period's end")
def _(town: Town) -> Iterator[Expected]:
    course = town.course(town.citizen("Lone"), (Step.MEETINGS, LONG_AGO))
    town.coordinator(course, town.ane, LONG_AGO, LAST)
    town.coordinator(course, town.bo, LAST)
    yield held_by(town.ane, courses_step2=0)
    yield held_by(town.bo, courses_step2=1)


@shows("or at the step's end")
def _(town: Town) -> Iterator[Expected]:
    course = town.course(town.citizen("Lone"), (Step.MEETINGS, LONG_AGO), (Step.ALIGNMENT, AUTUMN))
    town.coordinator(course, town.ane, LONG_AGO, AUTUMN)
    town.coordinator(course, town.bo, AUTUMN)
    yield held_by(town.ane, courses_step2=1)
    yield held_by(town.bo, courses_step2=0)


@shows("without one under Uden koordinerende sagsbehandler")
def _(town: Town) -> Iterator[Expected]:
    course = town.course(town.citizen("Lone"), (Step.MEETINGS, LONG_AGO))
    town.coordinator(course, town.ane, LONG_AGO, LAST)
    yield held_by_nobody(courses_step2=1)
    yield held_by(town.ane, courses_step2=0)
    yield total(courses_step2=1)


@shows("a course that was on a step twice is one course, the later coordinator's")
def _(town: Town) -> Iterator[Expected]:
    course = town.course(
        town.citizen("Lone"), (Step.MEETINGS, LONG_AGO), (Step.ALIGNMENT, SUMMER), (Step.MEETINGS, AUTUMN)
    )
    town.coordinator(course, town.ane, LONG_AGO, SUMMER)
    town.coordinator(course, town.bo, AUTUMN)
    yield total(courses_step2=1, courses_step2_or_3=1, moves_up=1, moves_down=1)
    yield held_by(town.bo, courses_step2=1)
    yield held_by(town.ane, courses_step2=0)


@shows("trin 2 is held against meetings on trin 2, trin 3 on its own line")
def _(town: Town) -> Iterator[Expected]:
    course = town.course(town.citizen("Lone"), (Step.MEETINGS, LONG_AGO), (Step.ONE_CASEWORK, AUTUMN))
    town.coordinator(course, town.ane)
    town.meeting(course, WINTER, Step.ONE_CASEWORK)
    yield total(courses_step2=1, step2_with_meeting=0, step2_without_meeting=1)
    yield total(courses_step3=1, step3_with_meeting=1, step3_without_meeting=0)


@shows("several meetings make one course with a meeting")
def _(town: Town) -> Iterator[Expected]:
    course = town.on_step(Step.MEETINGS, town.ane)
    town.on_step(Step.MEETINGS, town.ane)
    town.meeting(course, SUMMER)
    town.meeting(course, AUTUMN)
    yield total(meetings_held=2, courses_step2=2, step2_with_meeting=1, step2_without_meeting=1)


@shows("plans are held against trin 2 and 3, a moved course once in the total and once with each coordinator")
def _(town: Town) -> Iterator[Expected]:
    course = town.course(town.citizen("Lone"), (Step.MEETINGS, LONG_AGO), (Step.ONE_CASEWORK, AUTUMN))
    town.coordinator(course, town.ane, LONG_AGO, AUTUMN)
    town.coordinator(course, town.bo, AUTUMN)
    town.plan(course, WINTER)
    yield held_by(town.ane, courses_step2_or_3=1, with_plan=1)
    yield held_by(town.bo, courses_step2_or_3=1, with_plan=1)
    yield total(courses_step2=1, courses_step3=1, courses_step2_or_3=1, with_plan=1, without_plan=0)


@shows("with a plan: approved and in force on a day of the course's time on trin 2 or 3 in the period")
def _(town: Town) -> Iterator[Expected]:
    for name, (approved, until) in {
        "Ended before": (LONG_AGO, FIRST),
        "First day": (LONG_AGO, date(2026, 7, 2)),
        "Last day": (LAST, None),
        "After": (DAY_AFTER, None),
    }.items():
        town.plan(town.course(town.citizen(name), (Step.MEETINGS, LONG_AGO)), approved, until=until)
    town.plan(town.course(town.citizen("Draft"), (Step.MEETINGS, LONG_AGO)))
    stepped_down = town.course(town.citizen("Only on trin 1"), (Step.MEETINGS, LONG_AGO), (Step.ALIGNMENT, SUMMER))
    town.plan(stepped_down, SUMMER)
    town.plan(town.course(town.citizen("Taken back at once"), (Step.MEETINGS, LONG_AGO)), SUMMER, until=SUMMER)
    yield total(courses_step2=7, with_plan=2, without_plan=5)


@shows("plans in force on the period's last day, through all their versions one plan")
def _(town: Town) -> Iterator[Expected]:
    course = town.on_step(Step.MEETINGS, town.ane)
    town.plan(course, LONG_AGO, SUMMER, LAST)
    ended = town.course(town.citizen("Per"), (Step.MEETINGS, LONG_AGO), ends=LAST)
    town.plan(ended, LONG_AGO, until=LAST, ended=LAST)
    yield total(plans_in_force=1, plans_with_goal=1, plans_approved=0)
    yield held_by(town.ane, plans_in_force=1)


@shows("the version that is in force on the last day says whether there is a common goal")
def _(town: Town) -> Iterator[Expected]:
    town.plan(town.on_step(Step.MEETINGS, town.ane), SUMMER, goal=False)
    yield total(plans_in_force=1, plans_with_goal=0)


@shows("first approvals in the period; drafts and new versions never count")
def _(town: Town) -> Iterator[Expected]:
    for days in ((FIRST,), (LAST,), (DAY_BEFORE, SUMMER), (DAY_AFTER,), (SUMMER, SUMMER), ()):
        town.plan(town.on_step(Step.MEETINGS, town.ane), *days)
    yield total(plans_approved=3)


@shows("a plan's first approval counts for the coordinator of that day")
def _(town: Town) -> Iterator[Expected]:
    course = town.course(town.citizen("Lone"), (Step.MEETINGS, LONG_AGO))
    town.coordinator(course, town.ane, LONG_AGO, AUTUMN)
    town.coordinator(course, town.bo, AUTUMN)
    town.plan(course, SUMMER)
    yield held_by(town.ane, plans_approved=1, plans_in_force=0)
    yield held_by(town.bo, plans_approved=0, plans_in_force=1)


@shows("courses per step at the start and the end")
def _(town: Town) -> Iterator[Expected]:
    town.course(town.citizen("Lone"), (Step.ALIGNMENT, LONG_AGO), (Step.MEETINGS, FIRST), (Step.ONE_CASEWORK, LAST))
    town.course(town.citizen("Per"), (Step.ALIGNMENT, LONG_AGO), ends=LAST)
    town.course(town.citizen("Mia"), (Step.NO_NEED, LONG_AGO))
    yield total(step1_at_start=1, step2_at_start=1, step3_at_start=0, step1_at_end=0, step2_at_end=0, step3_at_end=1)


@shows("moves up and down happen on the first day of the new step; a first step is no move")
def _(town: Town) -> Iterator[Expected]:
    course = town.course(
        town.citizen("Lone"),
        (Step.MEETINGS, DAY_BEFORE),
        (Step.ONE_CASEWORK, FIRST),
        (Step.MEETINGS, SUMMER),
        (Step.MEETINGS, AUTUMN),
        (Step.ALIGNMENT, LAST),
        (Step.MEETINGS, DAY_AFTER),
    )
    town.coordinator(course, town.ane)
    yield held_by(town.ane, moves_up=1, moves_down=2)


@shows("assessments made are locked ones, of the employee who decided")
def _(town: Town) -> Iterator[Expected]:
    subject = town.citizen("Lone")
    for day in (DAY_BEFORE, FIRST, LAST, DAY_AFTER):
        town.assessment(subject, day, town.bo)
    town.assessment(subject, SUMMER, town.ane, locked=False)
    yield total(assessments_made=2)
    yield held_by(town.bo, assessments_made=2)
    yield in_department(town.familie, assessments_made=2)


@shows("courses ended: the first day without the course lies in the period, and the last coordinator has it")
def _(town: Town) -> Iterator[Expected]:
    for end in (DAY_BEFORE, FIRST, LAST, DAY_AFTER):
        course = town.course(town.citizen("Lone"), (Step.MEETINGS, LONG_AGO), ends=end)
        town.coordinator(course, town.ane)
    town.course(town.citizen("Never"), (Step.MEETINGS, SUMMER), ends=SUMMER)
    yield total(courses_ended=2)
    yield held_by(town.ane, courses_ended=2)


@shows("new and renewed applications answered within their deadline")
def _(town: Town) -> Iterator[Expected]:
    subject = town.citizen("Lone")

    def applied(due: date | None, answered: date | None, kind: ApplicationKind = ApplicationKind.NEW) -> None:
        town.case(subject, town.familie, application=kind, answer_due_on=due, answered_on=answered)

    applied(SUMMER, SUMMER)
    applied(AUTUMN, SUMMER, ApplicationKind.RENEWED)
    applied(SUMMER, AUTUMN)
    applied(AUTUMN, None)
    applied(town.today, None)
    applied(LAST, LAST)
    applied(DAY_BEFORE, DAY_BEFORE)
    applied(None, SUMMER)
    applied(SUMMER, SUMMER, ApplicationKind.NONE)
    yield total(applications_due=5, applications_in_time=3)
    yield in_department(town.familie, applications_due=5)
    yield Expected(GroupBy.EMPLOYEE, Group(GroupKind.NO_CASEWORKER), {CountName.APPLICATIONS_DUE: 5})
    yield Expected(GroupBy.TEAM, Group(GroupKind.NO_TEAM), {CountName.APPLICATIONS_DUE: 5})


@shows("what is done on trin 3 belongs to the trin 3 team and the home department")
def _(town: Town) -> Iterator[Expected]:
    town.member(town.ane, town.trin3, SUMMER)
    town.on_step(Step.ONE_CASEWORK, town.ane)
    town.on_step(Step.MEETINGS, town.ane)
    yield in_team(town.trin3, courses_step3=1, courses_step2=0)
    yield in_team(town.voksen, courses_step3=0, courses_step2=1)
    yield in_department(town.handicap, courses_step3=1, courses_step2=1)


@shows("a coordinator without team or department is told from no coordinator")
def _(town: Town) -> Iterator[Expected]:
    town.on_step(Step.MEETINGS, town.employee("Carla"))
    town.on_step(Step.MEETINGS, None)
    yield Expected(GroupBy.TEAM, Group(GroupKind.NO_TEAM), {CountName.COURSES_STEP2: 1})
    yield Expected(GroupBy.DEPARTMENT, Group(GroupKind.NO_DEPARTMENT), {CountName.COURSES_STEP2: 1})
    yield Expected(GroupBy.TEAM, WITHOUT, {CountName.COURSES_STEP2: 1})


@shows("a change of team in the period moves what is counted at its end, not what was done before it")
def _(town: Town) -> Iterator[Expected]:
    carla = town.employee("Carla")
    town.member(carla, town.voksen, LONG_AGO, AUTUMN)
    town.member(carla, town.boern, AUTUMN)
    course = town.on_step(Step.MEETINGS, carla)
    town.plan(course, SUMMER)
    yield in_team(town.voksen, plans_approved=1, courses_step2=0, plans_in_force=0)
    yield in_team(town.boern, plans_approved=0, courses_step2=1, plans_in_force=1)
