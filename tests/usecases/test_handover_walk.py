"""Whoever resigns and whatever is handed over, in whatever order: nobody is without a coordinator unseen."""

from contextlib import suppress
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from koordinator.domain.citizen import Citizen
from koordinator.domain.course import NoOpenCourse, NotOnStep
from koordinator.domain.guide_kinds import NextStepKind
from koordinator.domain.handover import (
    CannotReturn,
    Handover,
    HandoverKind,
    HandoverNotYet,
    HandoverOver,
    HandoverTerms,
    HandoverToSelf,
    HandoverUnderWay,
    NothingToHandOver,
)
from koordinator.domain.ids import EmployeeId
from koordinator.domain.organisation import AuthorityPeriod, LacksAuthority
from koordinator.domain.periods import holds_on
from koordinator.domain.steps import Step
from koordinator.usecases.citizens import Citizens
from koordinator.usecases.courses import Courses
from koordinator.usecases.handovers import Handovers
from koordinator.usecases.organisation import Organisation
from tests.support.campaign import examples
from tests.support.colleagues import change_colleague
from tests.support.coordinated import coordinated, coordinator, handovers_at
from tests.support.histories import Histories
from tests.support.office import Bench

_PLANNED, ABSENCE, RESIGNATION = HandoverKind
DEEDS = st.one_of(
    st.integers(1, 20),
    st.tuples(st.sampled_from(["resign", "join", "coordinate"]), st.integers(0, 2)),
    st.tuples(st.sampled_from(["hand over", "absence"]), st.integers(0, 2)),
    st.sampled_from(["carry out", "cancel", "give back", "down", "up"]).map(lambda deed: (deed, 0)),
)
REFUSED = (
    CannotReturn,
    HandoverNotYet,
    HandoverOver,
    HandoverToSelf,
    HandoverUnderWay,
    LacksAuthority,
    NoOpenCourse,
    NotOnStep,
    NothingToHandOver,
)


@pytest.fixture
def histories(bench: Bench) -> Histories:
    return Histories(bench)


@pytest.fixture
def handovers(bench: Bench) -> Handovers:
    return handovers_at(bench)


@settings(max_examples=examples(25), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(DEEDS, max_size=14))
def test_nobody_is_left_without_a_coordinator_unseen(
    bench: Bench, histories: Histories, handovers: Handovers, deeds: list[int | tuple[str, int]]
) -> None:
    employees = [histories.employee(name).id for name in ("Ida", "Bo", "Mia")]
    lone = coordinated(bench, histories, employees[0])
    for deed in deeds:
        with suppress(*REFUSED):
            if isinstance(deed, int):
                bench.clock.pass_days(deed)
            else:
                do(bench, histories, handovers, lone, (deed[0], employees[deed[1]]))
        check_seen(bench, histories, lone)


def do(
    bench: Bench, histories: Histories, handovers: Handovers, citizen: Citizen, deed: tuple[str, EmployeeId]
) -> None:
    named, employee = deed
    subject_id, actor = citizen.subject_id, bench.actor
    latest = max(histories.all(Handover, subject_id=subject_id), key=lambda each: each.id, default=None)
    now = coordinator(bench, histories, citizen)
    match named:
        case "resign" | "join":
            change_colleague(Organisation(bench.office), actor, employee, has_authority=named == "join")
        case "coordinate":
            Courses(bench.office).choose_coordinator(actor, subject_id, employee)
        case "hand over" | "absence" if now is not None:
            kind = RESIGNATION if named == "hand over" else ABSENCE
            terms = HandoverTerms(kind, now, bench.clock.today() + timedelta(days=5))
            handovers.begin(actor, terms, {subject_id: employee})
        case "carry out" if latest is not None:
            handovers.carry_out(actor, latest.id)
        case "cancel" if latest is not None:
            handovers.cancel(actor, latest.id, "Alligevel ikke")
        case "give back" if latest is not None:
            handovers.give_back(actor, latest.id)
        case "down" | "up":
            step = Step.MEETINGS if named == "up" else Step.ALIGNMENT
            decided = histories.assessment(subject_id, step, bench.clock.today())
            Courses(bench.office).carry_out(actor, decided.id)


def check_seen(bench: Bench, histories: Histories, citizen: Citizen) -> None:
    """On trin 2 somebody with authority coordinates, or the next thing says that nobody does."""
    file = Citizens(bench.office).open(bench.actor, citizen.id).course_file
    if file.step is None or not file.step.step.has_joint_plan:
        return
    today, now = bench.clock.today(), coordinator(bench, histories, citizen)
    authority = histories.all(AuthorityPeriod, employee_id=now) if now is not None else ()
    is_seen = file.next_step.kind in (NextStepKind.CHOOSE_COORDINATOR, NextStepKind.HANDOVER)
    assert is_seen or any(holds_on(period, today) for period in authority)
