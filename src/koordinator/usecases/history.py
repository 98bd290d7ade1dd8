"""The history of a subject: its courses over time, and who has looked at or changed what."""

from collections.abc import Mapping
from dataclasses import dataclass

from koordinator.domain.access import Action, Actor
from koordinator.domain.audit import AuditEntry
from koordinator.domain.citizen import Subject
from koordinator.domain.course_history import CourseHistory
from koordinator.domain.ids import EmployeeId, SubjectId
from koordinator.domain.organisation import Employee
from koordinator.usecases.history_events import load_history
from koordinator.usecases.ports import Office
from koordinator.usecases.ports_course import CourseSheets
from koordinator.usecases.ports_network import Drawn
from koordinator.usecases.ports_year_wheel import Colours

NEWEST = 200
"""How many audit entries are shown; the rest lies in the log."""


@dataclass(frozen=True, slots=True)
class SubjectHistory:
    """The courses, and the newest audit entries with the names of those who acted."""

    course: CourseHistory
    entries: tuple[AuditEntry, ...]
    employees: Mapping[EmployeeId, Employee]


class History:
    """Looking back; nothing can be changed here. The look is itself logged."""

    def __init__(self, office: Office, sheets: CourseSheets) -> None:
        self._office = office
        self._sheets = sheets

    def of_subject(self, actor: Actor, subject_id: SubjectId) -> SubjectHistory:
        """Everything that the tab Historik shows. Raises NotFound."""
        with self._office.act(actor, Action.OPEN_HISTORY) as tx:
            tx.of(Subject).get(subject_id)
            tx.about("subject", subject_id, subject_id)
            entries = tx.audit.newest_about(subject_id, NEWEST)
            acting = tx.of(Employee).where(id=frozenset(entry.actor_id for entry in entries))
            return SubjectHistory(load_history(tx, subject_id), entries, {each.id: each for each in acting})

    def picture(self, course: CourseHistory, colours: Colours) -> Drawn:
        """The course as a drawing; what is drawn has been read, and logged, before."""
        return self._sheets.picture(course, colours)
