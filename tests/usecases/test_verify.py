"""The check of a database, against what can happen to it behind the program's back."""

import pytest

from koordinator.domain.access import Action
from koordinator.domain.audit_check import HeadSource, KnownHead, LogFaultKind
from koordinator.domain.errors import NotAllowed
from koordinator.domain.paper import PaperKind
from koordinator.domain.paper_order import PaperOrder
from koordinator.domain.steps import Step
from koordinator.domain.verification import Verification
from koordinator.storage.audit_key import audit_key
from koordinator.storage.store_check import SqlStoreCheck
from koordinator.usecases.assessments import Decision
from koordinator.usecases.services import Services
from koordinator.usecases.verify import Verify
from tests.support import damage
from tests.support.desk import services_at
from tests.support.meeting_world import MeetingWorld
from tests.support.office import KEY


@pytest.fixture
def services(world: MeetingWorld) -> Services:
    """With one locked assessment, one approved plan, closed minutes and a paper of them."""
    services, actor = services_at(world.bench), world.actor
    shown = services.assessments.open(actor, world.subject_id).assessment
    services.assessments.lock(actor, shown, Decision(Step.MEETINGS, "Aftalt med Lone."))
    plan = services.plans.begin(actor, world.subject_id).plan
    assert plan is not None
    filled = services.plans.add_goal(actor, plan.id, "Rolige morgener").plan
    assert filled is not None
    services.plans.approve(actor, filled)
    meeting_id = world.running().meeting.id
    services.meeting_closing.summarise(actor, meeting_id, "Rolige morgener", read_aloud=True)
    services.meeting_closing.close(actor, meeting_id)
    services.papers.make(actor, PaperOrder(PaperKind.MINUTES, world.subject_id, meeting_id=meeting_id))
    return services


class Noted:
    """A place outside that knows one head."""

    def __init__(self, *known: KnownHead) -> None:
        self._known = known

    def known_heads(self) -> tuple[KnownHead, ...]:
        return self._known


def checked_after(world: MeetingWorld, services: Services, statement: str) -> Verification:
    damage.run_behind_its_back(world.bench.database.path, KEY, statement)
    return services.verify.run(world.actor)


def test_a_whole_database_is_counted_and_the_check_is_logged(world: MeetingWorld, services: Services) -> None:
    checked = services.verify.run(world.actor)

    assert checked.is_whole
    assert (checked.assessments, checked.plan_versions, checked.minutes_versions, checked.papers) == (1, 1, 1, 1)
    log = world.bench.log()
    assert checked.log.entries == len(log)
    assert log[-1].action is Action.VERIFY


def test_the_log_alone_is_checked_against_the_heads_that_are_known(world: MeetingWorld, services: Services) -> None:
    store = SqlStoreCheck(world.bench.database, audit_key(world.bench.database))
    told: list[tuple[int, int]] = []
    known = Noted(KnownHead(store.head(), HeadSource.BACKUP, name="a.backup"))
    verify = Verify(world.bench.office, store, [known])

    def tell(done: int, total: int) -> bool:
        told.append((done, total))
        return True

    checked = verify.log(world.actor, tell).check

    log = world.bench.log()
    assert log[-1].action is Action.CHECK_LOG
    assert (checked.entries, checked.compared, checked.faults) == (len(log), 1, ())
    assert told[-1] == (len(log), len(log) - 1)

    damage.run_behind_its_back(world.bench.database.path, KEY, "DELETE FROM audit_entry WHERE sequence > 3")
    assert [fault.kind for fault in verify.run(world.actor).log.faults] == [LogFaultKind.CUT_SHORT]


def test_a_changed_log_is_found(world: MeetingWorld, services: Services) -> None:
    checked = checked_after(world, services, damage.LOG)

    assert not checked.is_whole
    assert [(fault.kind, fault.first) for fault in checked.log.faults] == [(LogFaultKind.CHANGED, 1)]


def test_a_log_that_lost_its_middle_is_found(world: MeetingWorld, services: Services) -> None:
    checked = checked_after(world, services, "DELETE FROM audit_entry WHERE sequence = 2")

    assert [(fault.kind, fault.first) for fault in checked.log.faults] == [(LogFaultKind.MISSING, 2)]


def test_a_changed_assessment_is_found(world: MeetingWorld, services: Services) -> None:
    checked = checked_after(world, services, damage.ASSESSMENT)

    assert not checked.is_whole
    assert len(checked.assessment_faults) == 1
    assert checked.plan_faults == ()


def test_a_changed_plan_is_found(world: MeetingWorld, services: Services) -> None:
    checked = checked_after(world, services, damage.PLAN)

    assert not checked.is_whole
    assert len(checked.plan_faults) == 1
    assert checked.assessment_faults == ()


@pytest.mark.parametrize("statement", [damage.MINUTES, damage.MINUTES_NUMBER])
def test_changed_minutes_are_found(world: MeetingWorld, services: Services, statement: str) -> None:
    checked = checked_after(world, services, statement)

    assert not checked.is_whole
    assert len(checked.minutes_faults) == 1
    assert (checked.plan_faults, checked.paper_faults) == ((), ())


@pytest.mark.parametrize("statement", [damage.PAPER, damage.PAPER_GONE])
def test_a_paper_with_a_changed_byte_or_without_bytes_is_found(
    world: MeetingWorld, services: Services, statement: str
) -> None:
    checked = checked_after(world, services, statement)

    assert not checked.is_whole
    assert len(checked.paper_faults) == 1
    assert checked.minutes_faults == ()


def test_only_an_administrator_checks(world: MeetingWorld, services: Services) -> None:
    with pytest.raises(NotAllowed):
        services.verify.run(world.colleague(world.kim))
