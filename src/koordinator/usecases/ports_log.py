"""What looking at the log, thinning it out and drawing from it ask of the store."""

from collections.abc import Collection
from datetime import datetime
from typing import NamedTuple, Protocol

from koordinator.domain.access import Action, Relation
from koordinator.domain.audit import AuditEntry
from koordinator.domain.ids import EmployeeId, SubjectId
from koordinator.domain.log_filter import LogFilter
from koordinator.usecases.ports_first import Shelves


class Looker(NamedTuple):
    """Somebody who looked at a citizen or a family, and the first entry that says so."""

    employee_id: EmployeeId
    subject_id: SubjectId
    sequence: int
    at: datetime
    action: Action


class LogView(Shelves, Protocol):
    """What the log's own period is worked out from."""

    @property
    def log_lines(self) -> "LogLines":
        """The log, page by page."""


class LogLines(Protocol):
    """The entries of the log, in the order in which they were written."""

    def page(self, wanted: LogFilter, before: int, most: int) -> tuple[AuditEntry, ...]:
        """The newest that are wanted among those before the sequence, the newest first, at most so many."""

    def entry(self, sequence: int) -> AuditEntry | None:
        """The entry, None where it was thinned out."""

    def after_return(self, sequence: int) -> int:
        """The number of the newest return (`domain.audit.LogReturn`) among the entries to the sequence, 0 for none."""

    def oldest(self) -> AuditEntry | None:
        """The first entry there is."""

    def terms(self, sequences: Collection[int]) -> dict[int, str]:
        """What was searched for, of those whose words are still kept."""

    def last_before(self, moment: datetime) -> AuditEntry | None:
        """The last entry of all that were written before the moment."""

    def all_before(self, moment: datetime) -> AuditEntry | None:
        """The last entry that is of before the moment as every one before it is: the clock may have been wrong."""

    def remove_until(self, sequence: int) -> int:
        """Takes the entries to the sequence out, with what was searched for; how many. An entry must say so first."""

    def has_terms_until(self, sequence: int) -> bool:
        """Whether words of a search to the sequence are kept."""

    def forget_terms_until(self, sequence: int) -> int:
        """Takes out the words of the searches to the sequence; how many."""

    def lookers(self, first: datetime, until: datetime) -> tuple[Looker, ...]:
        """Who opened whom between the moments, each pair once, in the order of their first looks."""

    def relation(self, looker: Looker) -> Relation | None:
        """What the employee had to do with the subject then, so far as it is known today; the nearest of several."""
