"""Looking back at a subject: the newest first, with the reasons, nothing to be rewritten, and the look in the log."""

from dataclasses import replace

import pytest
from sqlalchemy.exc import IntegrityError

from koordinator.domain.access import Action
from koordinator.domain.citizen import FamilyMembership, FamilyRole, PrimaryCaseworkerPeriod
from koordinator.domain.course import CoordinatorPeriod, Course, EndReason, StepPeriod
from koordinator.domain.course_history import Event, EventKind, PersonSpan, StepSpan
from koordinator.domain.errors import NotFound
from koordinator.domain.handouts import HandedOver, HandedThing
from koordinator.domain.handover import Handover, HandoverKind, HandoverOutcome
from koordinator.domain.ids import CourseId, EmployeeId, HandoverId, RowId, SubjectId, TakeoverId
from koordinator.domain.meeting import MeetingStatus
from koordinator.domain.misfit import MisfitLook
from koordinator.domain.paper import HandoutWay, PaperKind
from koordinator.domain.paper_order import PaperOrder
from koordinator.domain.steps import Step
from koordinator.domain.takeover import Takeover, TakeoverOutcome
from koordinator.texts.course_history import what, why
from koordinator.usecases.history import NEWEST, History, SubjectHistory
from koordinator.usecases.organisation import Organisation
from tests.support.desk import services_at
from tests.support.histories import MORNING, Histories, days_ago
from tests.support.meeting_world import FIRST_DAY, MeetingWorld
from tests.support.office import TODAY, Bench

NEW = RowId(0)


def history_of(bench: Bench) -> History:
    return services_at(bench).history


def seen_of(bench: Bench, subject_id: SubjectId) -> SubjectHistory:
    return history_of(bench).of_subject(bench.actor, subject_id)


def test_lanes_of_a_course_with_their_names(world: MeetingWorld) -> None:
    course = seen_of(world.bench, world.subject_id).course

    assert course.steps == (StepSpan(Step.MEETINGS, FIRST_DAY, None),)
    assert course.coordinators == (PersonSpan("Mette Holm", FIRST_DAY, None),)
    assert (course.name, course.is_family, course.has_course) == ("Lone Bæk", False, True)


def test_everything_that_happened_the_newest_first(bench: Bench) -> None:
    histories, citizen = Histories(bench), bench.add_citizen()
    subject_id, ida = citizen.subject_id, histories.employee()
    course = histories.course(subject_id, Step.MEETINGS, days_ago(100), by=ida)
    histories.add(PrimaryCaseworkerPeriod(NEW, citizen.id, ida.id, days_ago(90), days_ago(30)))
    decided = histories.assessment(subject_id, Step.MEETINGS, days_ago(101))
    histories.save(
        replace(decided, recommended_step=Step.ALIGNMENT, deviation_reason="Børnene mistrives", decided_by_id=ida.id)
    )
    histories.meeting(subject_id, days_ago(80), MeetingStatus.HELD)
    late = histories.meeting(subject_id, days_ago(40), MeetingStatus.CANCELLED)
    histories.save(replace(late, cancel_reason="Syg", closed_at=MORNING))
    histories.plan(subject_id, days_ago(79))
    histories.add(MisfitLook(NEW, subject_id, days_ago(20), ida.id, "new_cases=1", "En fornyelse"))
    _end(histories, course)

    events = seen_of(bench, subject_id).course.events

    assert [event.kind for event in events] == [
        EventKind.ENDED,
        EventKind.LOOKED,
        EventKind.PLAN_APPROVED,
        EventKind.HELD,
        EventKind.PRIMARY,
        EventKind.STEP,
        EventKind.COORDINATOR,
        EventKind.DEVIATED,
        EventKind.CANCELLED,
    ]
    by_kind = {event.kind: event for event in events}
    assert by_kind[EventKind.DEVIATED] == Event(
        EventKind.DEVIATED,
        days_ago(101),
        step=Step.MEETINGS,
        recommended=Step.ALIGNMENT,
        by="Ida Mikkelsen",
        reason="Børnene mistrives",
    )
    assert by_kind[EventKind.CANCELLED].on == MORNING.date(), "the day it was called off"
    assert by_kind[EventKind.ENDED].end_reason is EndReason.GOALS_REACHED


def _end(histories: Histories, course: Course) -> None:
    (step,), (coordinator,) = histories.all(StepPeriod), histories.all(CoordinatorPeriod)
    histories.save(replace(step, until_on=days_ago(5)))
    histories.save(replace(coordinator, until_on=days_ago(5)))
    ended = replace(course, until_on=days_ago(5), end_reason=EndReason.GOALS_REACHED, citizens_word="Nu kan jeg selv")
    histories.save(ended)


def test_a_family_has_no_fast_sagsbehandler(bench: Bench) -> None:
    histories = Histories(bench)
    family = histories.family("Familien Rømer", bench.add_citizen())
    histories.course(family.subject_id, Step.ONE_CASEWORK)

    course = seen_of(bench, family.subject_id).course

    assert (course.name, course.is_family, course.primaries) == ("Familien Rømer", True, ())


def test_each_look_is_in_the_log_and_seen_the_next_time(world: MeetingWorld) -> None:
    world.plans.open(world.actor, world.subject_id)
    seen_of(world.bench, world.subject_id)

    seen = seen_of(world.bench, world.subject_id)

    assert [entry.action for entry in seen.entries[:2]] == [Action.OPEN_HISTORY, Action.OPEN_PLAN]
    assert seen.entries[0].actor_id in seen_of(world.bench, world.subject_id).employees


def test_only_the_subjects_own_entries_and_at_most_so_many(world: MeetingWorld) -> None:
    for _ in range(NEWEST + 5):
        world.plans.open(world.actor, world.subject_id)
    world.plans.open(world.actor, world.anna.subject_id)

    entries = seen_of(world.bench, world.subject_id).entries

    assert len(entries) == NEWEST
    assert {entry.subject_id for entry in entries} == {world.subject_id}


def test_a_subject_without_a_history(bench: Bench) -> None:
    seen = seen_of(bench, bench.add_citizen().subject_id)

    assert (seen.course.steps, seen.course.events, seen.entries) == ((), (), ())
    assert not seen.course.has_course
    with pytest.raises(NotFound):
        seen_of(bench, SubjectId(999))


def test_the_course_on_paper_is_kept_and_logged(world: MeetingWorld) -> None:
    made = world.make(PaperKind.COURSE_HISTORY, world.subject_id)

    assert made.content.startswith(b"%PDF")
    assert made.paper.file_name == f"forloebets-historie-{world.bench.clock.today()}.pdf"
    assert world.bench.log()[-1].action is Action.MAKE_PAPER


def test_there_is_no_way_to_change_it(world: MeetingWorld) -> None:
    """What the use case offers reads and draws; the bench's office tells which tables were written to."""
    offered = {name for name in vars(History) if not name.startswith("_")}
    before = len(world.bench.changes)
    seen_of(world.bench, world.subject_id)

    assert offered == {"of_subject", "picture"}
    assert set().union(*world.bench.changes[before:]) == set()


@pytest.fixture
def closed(bench: Bench) -> tuple[object, ...]:
    """A closed row of each kind of period."""
    histories, citizen, ida = Histories(bench), bench.add_citizen(), EmployeeId(1)
    course = histories.add(Course(CourseId(0), "c", citizen.subject_id, days_ago(90), days_ago(30)))
    family = histories.family("Familien Bæk")
    rows = (
        StepPeriod(NEW, citizen.subject_id, course.id, Step.MEETINGS, days_ago(90), days_ago(30)),
        CoordinatorPeriod(NEW, citizen.subject_id, course.id, ida, days_ago(90), days_ago(30)),
        PrimaryCaseworkerPeriod(NEW, citizen.id, ida, days_ago(90), days_ago(30)),
        FamilyMembership(NEW, family.id, citizen.id, FamilyRole.ADULT, days_ago(90), days_ago(30)),
    )
    return (course, *(histories.add(row) for row in rows))


def test_the_database_lets_nobody_rewrite_what_is_over(bench: Bench, closed: tuple[object, ...]) -> None:
    histories = Histories(bench)
    for row in closed:
        for change in ({"until_on": None}, {"until_on": days_ago(20)}, {"from_on": days_ago(95)}):
            with pytest.raises(IntegrityError, match="is_history"):
                histories.save(replace(row, **change))  # type: ignore[type-var]
        with bench.office.aside() as tx, pytest.raises(IntegrityError, match="stays"):
            tx.of(type(row)).remove(row.id)  # type: ignore[attr-defined]
        histories.save(row)
    assert [histories.all(type(row), id=row.id) for row in closed]  # type: ignore[attr-defined]


def test_the_database_lets_no_two_periods_overlap(bench: Bench, closed: tuple[object, ...]) -> None:
    histories = Histories(bench)
    for row in closed:
        uid = {"uid": "another"} if isinstance(row, Course) else {}
        for from_on, until_on in ((days_ago(31), None), (days_ago(200), days_ago(89)), (days_ago(60), days_ago(50))):
            again = replace(row, id=0, from_on=from_on, until_on=until_on, **uid)  # type: ignore[type-var]
            with pytest.raises(IntegrityError, match="overlaps"):
                histories.add(again)
        histories.add(replace(row, id=0, from_on=days_ago(30), until_on=None, **uid))  # type: ignore[type-var]


def test_an_open_period_keeps_whom_it_is_about(bench: Bench) -> None:
    histories, citizen = Histories(bench), bench.add_citizen()
    ida, bo = histories.employee(), histories.employee("Bo Thygesen")
    histories.course(citizen.subject_id, Step.MEETINGS, days_ago(9), by=ida)
    (step,), (coordinator,) = histories.all(StepPeriod), histories.all(CoordinatorPeriod)

    with pytest.raises(IntegrityError):
        histories.save(replace(step, step=Step.ALIGNMENT))
    with pytest.raises(IntegrityError):
        histories.save(replace(coordinator, employee_id=bo.id))

    Organisation(bench.office).merge_employees(bench.actor, ida.id, bo.id)
    assert [row.employee_id for row in histories.all(CoordinatorPeriod)] == [bo.id]


def test_what_was_handed_over_and_taken_over_and_what_came_of_it(bench: Bench) -> None:
    histories, citizen = Histories(bench), bench.add_citizen()
    subject_id, ida, bo = citizen.subject_id, histories.employee(), histories.employee("Bo Friis")
    course = histories.course(subject_id, Step.ONE_CASEWORK, days_ago(100), by=ida)
    for department, outcome, reason in (
        ("Familie", TakeoverOutcome.TAKEN_OVER, ""),
        ("Sundhed", TakeoverOutcome.NOT_HANDED_OVER, "Kun bevilling"),
        ("Handicap", None, ""),
    ):
        department_id = histories.department(department).id
        line = Takeover(
            TakeoverId(0), subject_id, course.id, department_id, "Sagen", days_ago(80), days_ago(100),
            until_on=days_ago(70) if outcome else None, outcome=outcome, outcome_reason=reason,
        )  # fmt: skip
        histories.add(line)
    away = Handover(HandoverId(0), subject_id, HandoverKind.ABSENCE, ida.id, bo.id, days_ago(50), days_ago(60))
    ended = replace(away, outcome=HandoverOutcome.CARRIED_OUT, ended_on=days_ago(50), returned_on=days_ago(40))
    called_off = replace(away, outcome=HandoverOutcome.CANCELLED, ended_on=days_ago(30), cancel_reason="Rask igen")
    for each in (ended, called_off, replace(away, outcome=HandoverOutcome.OVERTAKEN, ended_on=days_ago(20)), away):
        histories.add(each)

    lines = [(what(event), why(event)) for event in seen_of(bench, subject_id).course.events]

    assert lines == [
        ("Overdragelse fra Ida Mikkelsen til Bo Friis aflyst", "Rask igen"),
        ("Givet tilbage fra Bo Friis til Ida Mikkelsen", ""),
        ("Overdraget fra Ida Mikkelsen til Bo Friis", "Ved fravær"),
        ("Familie har overdraget til det fælles team", "Sagen"),
        ("Sundhed overdrager ikke til det fælles team", "Kun bevilling"),
        ("Trin 3", "Forløbet begyndte, før programmet blev taget i brug"),
        ("Koordinerende sagsbehandler: Ida Mikkelsen", ""),
    ]


def test_who_got_what_is_told_once_for_each_day_and_way(world: MeetingWorld) -> None:
    plan = world.plans.begin(world.actor, world.subject_id).plan
    assert plan is not None
    world.plans.add_goal(world.actor, plan.id, "Ro")
    filled = world.plans.open(world.actor, world.subject_id).plan
    assert filled is not None
    (version,) = world.plans.approve(world.actor, filled).versions
    paper = world.papers.make(world.actor, PaperOrder(PaperKind.CONTACTS, world.subject_id)).paper
    letter = HandedOver("Lone Bæk", TODAY, HandoutWay.LETTER)
    both = (letter, replace(letter, recipient="Jens Ravn"))
    world.handouts.note(world.actor, world.subject_id, HandedThing(plan_version_id=version.id), both)
    (wrong,) = world.handouts.note(world.actor, world.subject_id, HandedThing(paper.id), both[:1])
    world.handouts.withdraw(world.actor, wrong.id, "Forkert dag")
    world.handouts.note(world.actor, world.subject_id, HandedThing(paper.id), both[1:])

    events = seen_of(world.bench, world.subject_id).course.events

    handed = [(what(event), why(event)) for event in events if event.kind is EventKind.HANDED_OUT]
    assert handed == [
        ("Fælles plan, version 1 til Lone Bæk, Jens Ravn", "Brev"),
        ("Hvem hjælper dig med hvad til Jens Ravn", "Brev"),
    ]
