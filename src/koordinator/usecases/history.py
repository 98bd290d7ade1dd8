"""The history of a subject: steps and coordinators over time, and who has looked at or changed what."""

from collections.abc import Mapping
from dataclasses import dataclass

from koordinator.domain.access import Action, Actor
from koordinator.domain.audit import AuditEntry
from koordinator.domain.course import CoordinatorPeriod, Course, StepPeriod
from koordinator.domain.ids import EmployeeId, SubjectId
from koordinator.domain.organisation import Employee
from koordinator.usecases.ports import Office

NEWEST = 200
"""How many audit entries are shown; the rest lies in the log."""


@dataclass(frozen=True, slots=True)
class SubjectHistory:
    """The newest first. `employees` are those who are named."""

    courses: tuple[Course, ...]
    steps: tuple[StepPeriod, ...]
    coordinators: tuple[CoordinatorPeriod, ...]
    entries: tuple[AuditEntry, ...]
    employees: Mapping[EmployeeId, Employee]


class History:
    """Looking back. The look is itself logged."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def of_subject(self, actor: Actor, subject_id: SubjectId) -> SubjectHistory:
        """Everything that the tab Historik shows."""
        with self._office.act(actor, Action.OPEN_HISTORY) as tx:
            tx.about("subject", subject_id, subject_id)
            entries = tx.audit.newest_about(subject_id, NEWEST)
            coordinators = tx.of(CoordinatorPeriod).where(order_by="from_on", subject_id=subject_id)
            named = frozenset({entry.actor_id for entry in entries} | {row.employee_id for row in coordinators})
            return SubjectHistory(
                courses=tx.of(Course).where(order_by="from_on", subject_id=subject_id)[::-1],
                steps=tx.of(StepPeriod).where(order_by="from_on", subject_id=subject_id)[::-1],
                coordinators=coordinators[::-1],
                entries=entries,
                employees={employee.id: employee for employee in tx.of(Employee).where(id=named)},
            )
