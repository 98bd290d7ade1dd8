"""Citizens that somebody coordinates, handovers over the real resources, and who coordinates now."""

from koordinator.bootstrap.resources import resources_dir
from koordinator.domain.citizen import Citizen
from koordinator.domain.course import CoordinatorPeriod
from koordinator.domain.ids import EmployeeId
from koordinator.domain.periods import holds_on
from koordinator.domain.steps import Step
from koordinator.integrations.agenda_templates import AgendaTemplatesOnDisk
from koordinator.integrations.handover_checklists import HandoverChecklistsOnDisk
from koordinator.usecases.courses import Courses
from koordinator.usecases.handovers import Handovers
from tests.support.histories import Histories, days_ago
from tests.support.office import Bench


def handovers_at(bench: Bench) -> Handovers:
    resources = resources_dir()
    return Handovers(bench.office, HandoverChecklistsOnDisk(resources), AgendaTemplatesOnDisk(resources))


def coordinated(bench: Bench, histories: Histories, employee_id: EmployeeId, name: str = "Lone Bæk") -> Citizen:
    citizen = bench.add_citizen(name, "")
    histories.course(citizen.subject_id, Step.MEETINGS, days_ago(60))
    Courses(bench.office).choose_coordinator(bench.actor, citizen.subject_id, employee_id)
    return citizen


def coordinator(bench: Bench, histories: Histories, citizen: Citizen) -> EmployeeId | None:
    """Never more than one."""
    today = bench.clock.today()
    rows = histories.all(CoordinatorPeriod, subject_id=citizen.subject_id)
    found = [row.employee_id for row in rows if holds_on(row, today)]
    assert len(found) <= 1
    return found[0] if found else None
