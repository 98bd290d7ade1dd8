"""What lists are read through: whole pages of facts at a time, never one aggregate after the other."""

from collections.abc import Iterable
from typing import Protocol

from koordinator.domain.guide_facts import GuideFacts
from koordinator.domain.ids import EmployeeId, SubjectId


class GuideLists(Protocol):
    """The facts that the guide needs, as of the transaction's day, in a handful of reads however many are asked for."""

    def of_subjects(self, subject_ids: Iterable[SubjectId]) -> tuple[GuideFacts, ...]:
        """Those of the subjects, in the order of their ids; a subject that does not exist is left out."""

    def of_employee(self, employee_id: EmployeeId) -> tuple[GuideFacts, ...]:
        """Those of the employee's own subjects: whom they coordinate, and the citizens without a coordinator whose
        primary caseworker they are or whose open case they have.
        """

    def of_all(self) -> tuple[GuideFacts, ...]:
        """Those of every subject."""
