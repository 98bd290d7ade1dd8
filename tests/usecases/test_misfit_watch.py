"""Set på det, on a real database: quiet until something new comes, and in the log."""

from datetime import timedelta

import pytest

from koordinator.domain.access import Action
from koordinator.domain.citizen import Citizen
from koordinator.domain.errors import FieldMissing, NotFound
from koordinator.domain.guide_kinds import NextStepKind
from koordinator.domain.ids import ContactPersonId, SubjectId
from koordinator.domain.meeting import MeetingStatus
from koordinator.domain.misfit import MisfitLook, MisfitReason, NothingToSee
from koordinator.domain.register import ContactPerson
from koordinator.domain.setting import SettingKey
from koordinator.domain.steps import Step
from koordinator.usecases.citizen_file import CourseFile
from koordinator.usecases.citizens import Citizens
from koordinator.usecases.misfit_watch import MisfitWatch
from koordinator.usecases.register import Register
from koordinator.usecases.settings import Settings
from tests.support.histories import Histories, days_ago
from tests.support.office import TODAY, Bench


@pytest.fixture
def histories(bench: Bench) -> Histories:
    return Histories(bench)


@pytest.fixture
def lone(bench: Bench, histories: Histories) -> Citizen:
    """On trin 1 since an assessment fifty days ago, with nothing that waits."""
    citizen = bench.add_citizen()
    histories.course(citizen.subject_id, Step.ALIGNMENT, days_ago(50))
    histories.assessment(citizen.subject_id, Step.ALIGNMENT, days_ago(50))
    return citizen


def file_of(bench: Bench, citizen: Citizen) -> CourseFile:
    return Citizens(bench.office).open(bench.actor, citizen.id).course_file


def reasons(bench: Bench, citizen: Citizen) -> list[MisfitReason]:
    return [sign.reason for sign in file_of(bench, citizen).misfits]


def test_each_thing_that_can_be_read_comes_forward(bench: Bench, histories: Histories, lone: Citizen) -> None:
    histories.case(lone, "Sundhed", opened_on=days_ago(5))
    for number in range(2):
        Register(bench.office).save_contact(bench.actor, ContactPerson(ContactPersonId(0), lone.id, f"Læge {number}"))
        histories.meeting(lone.subject_id, days_ago(9 - number), MeetingStatus.CANCELLED)
    for number in range(3):
        histories.agreement(lone.subject_id, days_ago(3 + number))
    histories.agreement(lone.subject_id, TODAY + timedelta(days=30))

    assert reasons(bench, lone) == [
        MisfitReason.NEW_CASES,
        MisfitReason.NEW_DEPARTMENTS,
        MisfitReason.NEW_CONTACTS,
        MisfitReason.MEETINGS_CANCELLED,
        MisfitReason.AGREEMENTS_OVERDUE,
    ]
    (overdue,) = [sign for sign in file_of(bench, lone).misfits if sign.reason is MisfitReason.AGREEMENTS_OVERDUE]
    assert (overdue.count, overdue.of) == (3, 4)
    assert file_of(bench, lone).next_step.kind is NextStepKind.REASSESS


def test_what_was_looked_at_is_quiet_until_something_new_comes(
    bench: Bench, histories: Histories, lone: Citizen
) -> None:
    histories.case(lone, "Sundhed", opened_on=days_ago(5))
    look = MisfitWatch(bench.office).looked(bench.actor, lone.subject_id, " Det er en fornyelse. ")

    assert (look.seen, look.reason, look.looked_on) == ("new_cases=1 new_departments=1", "Det er en fornyelse.", TODAY)
    assert reasons(bench, lone) == []
    entry = bench.log()[-2]
    assert (entry.action, entry.subject_id, entry.codes) == (Action.LOOK_AT_MISFIT, lone.subject_id, look.seen)

    bench.clock.pass_days(3)
    histories.case(lone, "Familie", opened_on=bench.clock.today())
    assert reasons(bench, lone) == [MisfitReason.NEW_CASES, MisfitReason.NEW_DEPARTMENTS]


def test_a_new_assessment_begins_anew(bench: Bench, histories: Histories, lone: Citizen) -> None:
    histories.case(lone, "Sundhed", opened_on=days_ago(5))
    MisfitWatch(bench.office).looked(bench.actor, lone.subject_id, "Kendt")
    bench.clock.pass_days(2)
    histories.assessment(lone.subject_id, Step.ALIGNMENT, bench.clock.today())
    assert reasons(bench, lone) == []

    bench.clock.pass_days(2)
    histories.case(lone, "Familie", opened_on=bench.clock.today())

    assert reasons(bench, lone) == [MisfitReason.NEW_CASES, MisfitReason.NEW_DEPARTMENTS]


def test_an_assessment_that_was_due_is_due_a_whole_interval_later(bench: Bench, lone: Citizen) -> None:
    bench.clock.pass_days(320)
    assert reasons(bench, lone) == [MisfitReason.LONG_AGO]

    MisfitWatch(bench.office).looked(bench.actor, lone.subject_id, "Intet er ændret")

    assert reasons(bench, lone) == []
    bench.clock.pass_days(350)
    assert reasons(bench, lone) == []
    bench.clock.pass_days(1)
    assert reasons(bench, lone) == [MisfitReason.LONG_AGO]


def test_a_later_look_keeps_the_time_that_was_given(bench: Bench, histories: Histories, lone: Citizen) -> None:
    bench.clock.pass_days(320)
    watch = MisfitWatch(bench.office)
    watch.looked(bench.actor, lone.subject_id, "Intet er ændret")
    bench.clock.pass_days(10)
    histories.case(lone, "Familie", opened_on=bench.clock.today())

    watch.looked(bench.actor, lone.subject_id, "En fornyelse")

    assert reasons(bench, lone) == []
    assert [look.renewed_on for look in histories.all(MisfitLook)] == [TODAY + timedelta(days=320)] * 2


def test_moves_to_and_fro(bench: Bench, histories: Histories) -> None:
    anna = bench.add_citizen("Anna", "")
    histories.walk_steps(anna.subject_id, (Step.ALIGNMENT, days_ago(200)), (Step.MEETINGS, days_ago(120)))
    assert reasons(bench, anna) == []
    bo = bench.add_citizen("Bo", "")
    histories.walk_steps(
        bo.subject_id, (Step.ALIGNMENT, days_ago(200)), (Step.MEETINGS, days_ago(120)), (Step.ALIGNMENT, days_ago(20))
    )

    assert reasons(bench, bo) == [MisfitReason.STEP_MOVED]


def test_the_municipality_sets_how_much_it_takes(bench: Bench, histories: Histories, lone: Citizen) -> None:
    histories.meeting(lone.subject_id, days_ago(9), MeetingStatus.CANCELLED)
    assert reasons(bench, lone) == []

    Settings(bench.office).change(bench.actor, {SettingKey.MISFIT_CANCELLED_MEETINGS: "1"})

    assert reasons(bench, lone) == [MisfitReason.MEETINGS_CANCELLED]


def test_there_must_be_something_to_see_and_a_reason(bench: Bench, histories: Histories, lone: Citizen) -> None:
    watch = MisfitWatch(bench.office)
    with pytest.raises(NothingToSee) as nothing:
        watch.looked(bench.actor, lone.subject_id, "Alt er godt")
    assert nothing.value.name == "Lone Bæk"
    histories.case(lone, "Familie", opened_on=days_ago(2))
    with pytest.raises(FieldMissing):
        watch.looked(bench.actor, lone.subject_id, " ")
    with pytest.raises(NotFound):
        watch.looked(bench.actor, SubjectId(999), "Findes ikke")
