"""Looking at the log, taking a part of it out, and keeping it no longer than is necessary.

The log is for the auditor: who the data are about sees it in the letter of `right_of_access`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Final

from koordinator.domain.access import Action, Actor, Channel, require
from koordinator.domain.audit import AuditEntry
from koordinator.domain.audit_check import NothingToThinOut
from koordinator.domain.citizen import Citizen, Family
from koordinator.domain.codes import Role
from koordinator.domain.cpr import BadCpr, parse_cpr
from koordinator.domain.danish_day import danish_day, moment_of
from koordinator.domain.folding import danish_order, folded
from koordinator.domain.ids import EmployeeId
from koordinator.domain.log_filter import LogAbout, LogFilter
from koordinator.domain.organisation import Employee
from koordinator.domain.retention import PeriodInForce, RetentionKind
from koordinator.usecases.long_work import Progress, always_on
from koordinator.usecases.ports import Glance, Office, Transaction
from koordinator.usecases.ports_log import LogLines, LogView
from koordinator.usecases.retention import Standard, periods_today

PAGE_LINES: Final = 100
MOST_IN_A_FILE: Final = 100_000
"""A workbook has room for a million rows, and nobody who looks at them."""
_READ_AT_A_TIME: Final = 2_000
_AFTER_ALL: Final = 1 << 62
_PROGRAM: Final = Actor(EmployeeId(0), frozenset({Role.ADMINISTRATOR}), Channel.SYSTEM)


@dataclass(frozen=True, slots=True)
class LogLine:
    """An entry with its names: who acted, the citizen or family it was about, and what was searched for."""

    entry: AuditEntry
    who: str
    about: str
    term: str


@dataclass(frozen=True, slots=True)
class LogPage:
    """The newest first. `has_more` when there are older ones that are wanted."""

    lines: tuple[LogLine, ...]
    has_more: bool


@dataclass(frozen=True, slots=True)
class LogAge:
    """How old the log is, by which period it is thinned out, and to which entry that could be done today.

    `until` is None where nothing is too old; `last_on` is then the Danish day of no entry.
    """

    period: PeriodInForce
    oldest_on: date | None
    until: int | None
    last_on: date | None


@dataclass(frozen=True, slots=True)
class LogOutline:
    """What the page of the log begins with: who may be asked for, in the order of their names, and the log's age."""

    employees: tuple[tuple[EmployeeId, str], ...]
    age: LogAge
    today: date


@dataclass(frozen=True, slots=True)
class LogExtract:
    """A part of the log for a file, the newest first."""

    lines: tuple[LogLine, ...]
    made_at: datetime


class LogBook:
    """The use cases of the log. `standard` gives the periods that come with the program."""

    def __init__(self, office: Office, standard: Standard) -> None:
        self._office = office
        self._standard = standard

    def outline(self, actor: Actor) -> LogOutline:
        """What the page begins with. It concerns no citizen, so it is not logged. Raises NotAllowed."""
        require(actor, Action.OPEN_LOG)
        with self._office.glance() as view:
            known = sorted(view.of(Employee).where(), key=lambda each: danish_order(each.name))
            return LogOutline(tuple((each.id, each.name) for each in known), self._age(view), view.today)

    def page(self, actor: Actor, wanted: LogFilter, citizen: str = "", before: int | None = None) -> LogPage:
        """A page of the log, from the sequence backwards. `citizen` is a CPR number or part of a name, a family's too.

        Read first and logged before it is shown, so that nobody who writes waits for a look through a million.
        """
        require(actor, Action.OPEN_LOG)
        with self._office.glance() as view:
            asked = _asked(view, wanted, citizen)
            found = view.log_lines.page(asked, before or _AFTER_ALL, PAGE_LINES + 1)
            terms = view.log_lines.terms([entry.sequence for entry in found])
        entries = found[:PAGE_LINES]
        with self._office.act(actor, Action.OPEN_LOG) as tx:
            lines = _lines(tx, entries, terms)
            tx.about("log", entries[0].sequence if entries else 0, codes=_codes(asked, entries))
        return LogPage(lines, len(found) > PAGE_LINES)

    def export(self, actor: Actor, wanted: LogFilter, citizen: str = "", progress: Progress = always_on) -> LogExtract:
        """All that is wanted, for a file: at most `MOST_IN_A_FILE`, the newest first. Stopped half-way it is cut."""
        require(actor, Action.EXPORT_LOG)
        entries: list[AuditEntry] = []
        terms: dict[int, str] = {}
        with self._office.glance() as view:
            asked = _asked(view, wanted, citizen)
            total = view.audit.head().count
            while some := self._older(view.log_lines, asked, entries):
                entries += some
                terms |= view.log_lines.terms([entry.sequence for entry in some])
                if len(entries) >= MOST_IN_A_FILE or not progress(total - some[-1].sequence, total):
                    break
        with self._office.act(actor, Action.EXPORT_LOG) as tx:
            tx.about("log", 0, codes=f"lines={len(entries)} {_codes(asked, entries)}")
            return LogExtract(_lines(tx, entries, terms), tx.now)

    def thin_out(self, actor: Actor) -> int:
        """Takes out what is older than the period says; how many entries. Raises NothingToThinOut.

        The entry about it names the last one that goes, its seal and the return it comes after, so that the check of
        the log still holds. It is written first: stopped in between the log is only longer than it says.
        """
        with self._office.act(actor, Action.PRUNE_LOG) as tx:
            age = self._age(tx)
            last = tx.log_lines.entry(age.until) if age.until is not None else None
            if last is None:
                raise NothingToThinOut
            after_return = tx.log_lines.after_return(last.sequence)
            tx.about("audit_entry", last.sequence, codes=f"seal={last.seal} after_return={after_return}")
        with self._office.aside() as tx:
            return tx.log_lines.remove_until(last.sequence)

    def forget_old_terms(self) -> int:
        """Takes out what was searched for longer ago than the period says; the program does so by itself, and says so.

        The entry of each search stays, with the keyed hash of its words.
        """
        with self._office.glance() as view:
            before = periods_today(view, self._standard())[RetentionKind.SEARCH_TERM].before(view.today)
            last = view.log_lines.last_before(_end_of(before)) if before is not None else None
            if last is None or not view.log_lines.has_terms_until(last.sequence):
                return 0
        with self._office.act(_PROGRAM, Action.FORGET_SEARCH_TERMS) as tx:
            forgotten = tx.log_lines.forget_terms_until(last.sequence)
            tx.about("search_term", 0, codes=f"count={forgotten}")
            return forgotten

    def _age(self, view: LogView) -> LogAge:
        period = periods_today(view, self._standard())[RetentionKind.LOG]
        before, oldest = period.before(view.today), view.log_lines.oldest()
        last = view.log_lines.all_before(_end_of(before)) if before is not None else None
        return LogAge(
            period,
            danish_day(oldest.at) if oldest else None,
            last.sequence if last else None,
            danish_day(last.at) if last else None,
        )

    def _older(self, lines: LogLines, asked: LogFilter, entries: Sequence[AuditEntry]) -> tuple[AuditEntry, ...]:
        return lines.page(asked, entries[-1].sequence if entries else _AFTER_ALL, _READ_AT_A_TIME)


def _asked(view: Glance, wanted: LogFilter, text: str) -> LogFilter:
    if not text.strip():
        return wanted
    try:
        cpr: str | None = parse_cpr(text)
    except BadCpr:
        cpr = None
    name = folded(text)
    meant = [each for each in view.of(Citizen).where() if (each.cpr == cpr if cpr else name in folded(each.name))]
    families = [] if cpr else [each for each in view.of(Family).where() if name in folded(each.name)]
    abouts = (LogAbout(each.subject_id, each.id) for each in meant)
    return replace(wanted, abouts=(*abouts, *(LogAbout(each.subject_id) for each in families)))


def _lines(tx: Transaction, entries: Sequence[AuditEntry], terms: dict[int, str]) -> tuple[LogLine, ...]:
    acting = tx.of(Employee).where(id=frozenset(entry.actor_id for entry in entries))
    subjects = frozenset(entry.subject_id for entry in entries) - {0}
    names = {each.id: each.name for each in acting}
    about: dict[int, str] = {each.subject_id: each.name for each in tx.of(Family).where(subject_id=subjects)}
    about |= {each.subject_id: each.name for each in tx.of(Citizen).where(subject_id=subjects)}
    return tuple(
        LogLine(entry, names.get(entry.actor_id, ""), about.get(entry.subject_id, ""), terms.get(entry.sequence, ""))
        for entry in entries
    )


def _codes(asked: LogFilter, entries: Sequence[AuditEntry]) -> str:
    """By what was asked, and the keys of who was shown."""
    words = (
        f"from={asked.first_on}" if asked.first_on else "",
        f"to={asked.last_on}" if asked.last_on else "",
        f"employee={asked.employee_id}" if asked.employee_id else "",
        f"group={asked.group}" if asked.group else "",
        f"channel={asked.channel}" if asked.channel else "",
    )
    subjects = sorted({entry.subject_id for entry in entries} - {0})
    shown = f"subjects={' '.join(map(str, subjects))}" if subjects else ""
    return " ".join(filter(None, (*words, shown)))


def _end_of(day: date) -> datetime:
    return moment_of(day + timedelta(days=1), time())
