"""What is refused says nothing of somebody whom the employee may not see: no name, and not what is wrong."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from koordinator.bootstrap.resources import resources_dir
from koordinator.domain.access import Action, Actor, Relation
from koordinator.domain.citizen import Citizen, CprTaken, RelationKind
from koordinator.domain.codes import Role
from koordinator.domain.course import EndReason
from koordinator.domain.course_rules import CourseEnd, CourseUnderWay
from koordinator.domain.errors import NotYours, StaleVersion
from koordinator.domain.handover import HandoverKind, HandoverTerms
from koordinator.domain.ids import CaseFileId
from koordinator.domain.paper import PaperKind
from koordinator.domain.paper_order import PaperOrder
from koordinator.domain.register import CaseFile
from koordinator.domain.register_rules import CaseNumberTaken
from koordinator.domain.steps import Step
from koordinator.integrations.agenda_templates import AgendaTemplatesOnDisk
from koordinator.integrations.handover_checklists import HandoverChecklistsOnDisk
from koordinator.usecases.citizens import Citizens, new_citizen
from koordinator.usecases.courses import Courses
from koordinator.usecases.handovers import Handovers
from koordinator.usecases.misfit_watch import MisfitWatch
from koordinator.usecases.plans import Plans
from koordinator.usecases.register import Register
from tests.support.histories import days_ago
from tests.support.meeting_world import MeetingDesk
from tests.support.office import TODAY, Bench
from tests.support.relations import STRANGER, Relations, relations

CPR = "1203784444"


@pytest.fixture
def world(bench: Bench) -> Relations:
    return relations(bench)


def _of_a_family(bench: Bench, world: Relations) -> Citizen:
    """Somebody whom others work with, and who is a member of a family on trin 3."""
    lone = bench.add_citizen("Lone Bæk", CPR)
    elsewhere = world.histories.employee("Per")
    family = world.histories.family("Bæk", lone)
    world.histories.course(family.subject_id, Step.ONE_CASEWORK, by=elsewhere)
    return lone


def _handovers(bench: Bench) -> Handovers:
    resources = resources_dir()
    return Handovers(bench.office, HandoverChecklistsOnDisk(resources), AgendaTemplatesOnDisk(resources))


Try = Callable[[Bench, Actor, Citizen], object]
TRIES: dict[str, Try] = {
    "take_over": lambda bench, kim, lone: Courses(bench.office).take_over(
        kim, lone.subject_id, CourseUnderWay(Step.MEETINGS, days_ago(3))
    ),
    "choose_coordinator": lambda bench, kim, lone: Courses(bench.office).choose_coordinator(
        kim, lone.subject_id, kim.employee_id
    ),
    "end": lambda bench, kim, lone: Courses(bench.office).end(kim, lone.subject_id, CourseEnd(EndReason.MOVED_AWAY)),
    "misfit": lambda bench, kim, lone: MisfitWatch(bench.office).looked(kim, lone.subject_id, "Kendt"),
    "plan": lambda bench, kim, lone: Plans(bench.office).begin(kim, lone.subject_id),
    "hand_over": lambda bench, kim, lone: _handovers(bench).begin(
        kim, HandoverTerms(HandoverKind.PLANNED, kim.employee_id, TODAY), {lone.subject_id: bench.actor.employee_id}
    ),
    "paper": lambda bench, kim, lone: MeetingDesk(bench).papers.make(
        kim, PaperOrder(PaperKind.END_OF_COURSE, lone.subject_id)
    ),
    "preview": lambda bench, kim, lone: MeetingDesk(bench).papers.preview(
        kim, PaperOrder(PaperKind.END_OF_COURSE, lone.subject_id)
    ),
}


@pytest.mark.parametrize("name", TRIES)
def test_a_refusal_is_a_refusal_and_is_logged(bench: Bench, world: Relations, name: str) -> None:
    lone, kim = _of_a_family(bench, world), world.actor(Role.COORDINATOR)

    with pytest.raises(NotYours):
        TRIES[name](bench, kim, lone)

    assert (bench.log()[-1].action, bench.log()[-1].subject_id) == (Action.ACCESS_REFUSED, lone.subject_id)


def test_a_cpr_number_that_is_taken_does_not_tell_whose_it_is(bench: Bench, world: Relations) -> None:
    kim = world.actor(Role.COORDINATOR)
    _of_a_family(bench, world)

    with pytest.raises(CprTaken) as taken:
        Citizens(bench.office).save(kim, new_citizen("Hvem er det?", CPR))

    assert taken.value.name == ""


def test_a_case_number_that_is_taken_does_not_tell_whose_it_is(bench: Bench, world: Relations) -> None:
    kim, own = world.actor(Role.COORDINATOR), world.citizens[Relation.OWN]
    department = world.histories.department().id
    register = Register(bench.office)
    register.save_case(bench.actor, CaseFile(CaseFileId(0), "S-7", world.citizens[STRANGER].id, department))

    with pytest.raises(CaseNumberTaken) as taken:
        register.save_case(kim, CaseFile(CaseFileId(0), "S-7", own.id, department))

    assert taken.value.name == ""


def test_nobody_unseen_is_made_a_relative_to_be_read_of(bench: Bench, world: Relations) -> None:
    kim, own, stranger = world.actor(Role.COORDINATOR), world.citizens[Relation.OWN], world.citizens[STRANGER]
    register = Register(bench.office)

    with pytest.raises(NotYours):
        register.relate(kim, own.id, stranger.id, RelationKind.SIBLING)
    assert (bench.log()[-1].action, bench.log()[-1].subject_id) == (Action.ACCESS_REFUSED, stranger.subject_id)
    register.relate(kim, own.id, world.citizens[Relation.SHARED].id, RelationKind.SIBLING)


def test_what_is_somebody_elses_is_not_made_ones_own_by_saving_it(bench: Bench, world: Relations) -> None:
    kim, own, stranger = world.actor(Role.COORDINATOR), world.citizens[Relation.OWN], world.citizens[STRANGER]
    register, department = Register(bench.office), world.histories.department().id
    theirs = register.save_case(bench.actor, CaseFile(CaseFileId(0), "S-8", stranger.id, department))

    with pytest.raises(StaleVersion):
        register.save_case(kim, replace(theirs, citizen_id=own.id))
    with pytest.raises(StaleVersion):
        Citizens(bench.office).save(kim, replace(stranger, subject_id=own.subject_id))
