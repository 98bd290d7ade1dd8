"""How long what is held may be kept: a period for each kind, counted from an event.

The standard periods come with the program as data with their source, and most of them are no law: where the law has no
fixed number of years the municipality decides, and has its lawyer and its archivist look first. What the municipality
has decided for itself is kept as versions from a day on, each with the reason, and goes before the standard.
Source: GDPR art. 5(1)(e) (no longer than is necessary); arkivloven (what shall go to an archive is not deleted first).
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final

from koordinator.domain import limits
from koordinator.domain.errors import DomainError
from koordinator.domain.ids import EmployeeId, RowId
from koordinator.domain.plan_types import months_later
from koordinator.domain.toml_text import NotToml, read_toml

LONGEST_MONTHS: Final = 1_200
"""A hundred years: beyond that a number is a slip of the fingers."""


class RetentionKind(StrEnum):
    """What has a period of its own. Everything else that is held about a citizen or a family goes with them."""

    SUBJECT = "subject"
    DECEASED = "deceased"
    MOVED = "moved"
    WITHOUT_COURSE = "without_course"
    CONSENT = "consent"
    PAPER = "paper"
    DRAFT = "draft"
    SEARCH_TERM = "search_term"
    LOG = "log"

    @property
    def is_subject(self) -> bool:
        """A whole citizen or family, decided about one by one."""
        return self in _SUBJECTS


class RetentionEvent(StrEnum):
    """What a period is counted from."""

    COURSE_ENDED = "course_ended"
    DIED = "died"
    MOVED_AWAY = "moved_away"
    LAST_USED = "last_used"
    CONSENT_OVER = "consent_over"
    PAPER_MADE = "paper_made"
    DRAFT_SAVED = "draft_saved"
    SEARCHED = "searched"
    LOGGED = "logged"


EVENTS: Final = {
    RetentionKind.SUBJECT: RetentionEvent.COURSE_ENDED,
    RetentionKind.DECEASED: RetentionEvent.DIED,
    RetentionKind.MOVED: RetentionEvent.MOVED_AWAY,
    RetentionKind.WITHOUT_COURSE: RetentionEvent.LAST_USED,
    RetentionKind.CONSENT: RetentionEvent.CONSENT_OVER,
    RetentionKind.PAPER: RetentionEvent.PAPER_MADE,
    RetentionKind.DRAFT: RetentionEvent.DRAFT_SAVED,
    RetentionKind.SEARCH_TERM: RetentionEvent.SEARCHED,
    RetentionKind.LOG: RetentionEvent.LOGGED,
}
"""The event of each kind."""
_SUBJECTS: Final = frozenset(
    {RetentionKind.SUBJECT, RetentionKind.DECEASED, RetentionKind.MOVED, RetentionKind.WITHOUT_COURSE}
)


@dataclass(frozen=True, slots=True)
class StandardPeriod:
    """A period as it comes with the program, valid from a day until (not including) another.

    `months` is None where the kind goes with the citizen or the family. `source` says where the number comes from,
    `check` what the municipality must have looked at before it relies on it.
    """

    kind: RetentionKind
    event: RetentionEvent
    months: int | None
    source: str
    check: str
    from_on: date
    until_on: date | None = None


@dataclass(frozen=True, slots=True)
class OwnPeriod:
    """What the municipality has decided for itself, from a day until its next decision. Never changed."""

    id: RowId
    kind: RetentionKind
    months: int | None
    reason: str
    from_on: date
    set_by_id: EmployeeId
    set_at: datetime


@dataclass(frozen=True, slots=True)
class PeriodInForce:
    """The period of a kind on a day. `source` is the standard's, or the municipality's own reason."""

    kind: RetentionKind
    event: RetentionEvent
    months: int | None
    source: str
    check: str
    from_on: date
    is_own: bool = False

    def due_on(self, event_on: date) -> date | None:
        """The first day on which the time is up; None where the kind has no period of its own."""
        return None if self.months is None else months_later(event_on, self.months)

    def before(self, today: date) -> date | None:
        """What happened on or before this day has its time up today; None where there is no period."""
        return None if self.months is None else months_later(today, -self.months)


class UnusablePeriods(DomainError):
    """The file is no list of periods: the line where it stops making sense, None where a field is wrong or missing."""

    line: int | None


class PeriodOutOfRange(DomainError):
    """A period is from 1 to 1,200 whole months."""

    months: int
    most: int


class PeriodTwice(DomainError):
    """The file says two things about one kind from the same day."""

    kind: RetentionKind


class PeriodBackwards(DomainError):
    """The municipality's own period holds from today or a later day: what was done before was done by the old one."""

    earliest: date


def period_on(
    kind: RetentionKind, standard: Iterable[StandardPeriod], own: Iterable[OwnPeriod], day: date
) -> PeriodInForce:
    """The period of the kind on the day: the municipality's last decision, else the standard.

    Where neither says anything the kind has no period, and nothing of it falls due.
    """
    decided = [each for each in own if each.kind is kind and each.from_on <= day]
    known = [each for each in standard if each.kind is kind and each.from_on <= day]
    valid = next((each for each in known if each.until_on is None or day < each.until_on), None)
    check = valid.check if valid else ""
    if decided:
        last = max(decided, key=lambda each: (each.from_on, each.id))
        return PeriodInForce(kind, EVENTS[kind], last.months, last.reason, check, last.from_on, is_own=True)
    if valid is None:
        return PeriodInForce(kind, EVENTS[kind], None, "", "", day)
    return PeriodInForce(kind, valid.event, valid.months, valid.source, check, valid.from_on)


def from_today_on(periods: Iterable[StandardPeriod], today: date) -> tuple[StandardPeriod, ...]:
    """What of the periods still counts, in the order of their days: each kind's newest of today, and those to come.

    What began before today begins today.
    """
    begun: dict[RetentionKind, StandardPeriod] = {}
    to_come = []
    for each in sorted(periods, key=lambda each: each.from_on):
        if each.from_on > today:
            to_come.append(each)
        elif each.until_on is None or each.until_on > today:
            begun[each.kind] = replace(each, from_on=today)
    return (*begun.values(), *to_come)


def checked_own(period: OwnPeriod, today: date) -> OwnPeriod:
    """The municipality's own period when it can be kept.

    Raises PeriodOutOfRange, PeriodBackwards, FieldMissing, FieldTooLong or UnusableCharacter.
    """
    _check_months(period.months)
    if period.from_on < today:
        raise PeriodBackwards(today)
    return limits.checked_fields(period, {"reason": limits.PARAGRAPH}, required=("reason",))


def read_periods(text: str) -> tuple[StandardPeriod, ...]:
    """The periods of a file (TOML). Every field but `months`, `years`, `check` and `until_on` must be there.

    Raises UnusablePeriods, PeriodOutOfRange, PeriodTwice, FieldMissing, FieldTooLong or UnusableCharacter.
    """
    try:
        tables = read_toml(text)
    except NotToml as error:
        raise UnusablePeriods(error.line) from error
    rows = tables.pop("periods", None)
    if tables or not isinstance(rows, list):
        raise UnusablePeriods(None)
    periods = tuple(_period_of(row) for row in rows)
    seen: set[tuple[RetentionKind, date]] = set()
    for period in periods:
        if (period.kind, period.from_on) in seen:
            raise PeriodTwice(period.kind)
        seen.add((period.kind, period.from_on))
    return periods


_FIELDS: Final = frozenset({"kind", "event", "years", "months", "source", "check", "from_on", "until_on"})
_MONTHS_A_YEAR: Final = 12


def _period_of(row: object) -> StandardPeriod:
    if not isinstance(row, dict) or not row.keys() <= _FIELDS or {"years", "months"} <= row.keys():
        raise UnusablePeriods(None)
    try:
        kind, event = RetentionKind(row["kind"]), RetentionEvent(row["event"])
        from_on, until_on, texts = row["from_on"], row.get("until_on"), (row["source"], row.get("check", ""))
    except (KeyError, ValueError) as error:
        raise UnusablePeriods(None) from error
    days = type(from_on) is date and (until_on is None or (type(until_on) is date and until_on > from_on))
    if event is not EVENTS[kind] or not days or not all(isinstance(each, str) for each in texts):
        raise UnusablePeriods(None)
    made = StandardPeriod(kind, event, _months_of(row), *texts, from_on, until_on)
    named = {"source": limits.PARAGRAPH, "check": limits.PARAGRAPH}
    return limits.checked_fields(made, named, required=("source",))


def _months_of(row: dict[str, Any]) -> int | None:
    number = row.get("years", row.get("months"))
    if number is None:
        return None
    if type(number) is not int:
        raise UnusablePeriods(None)
    months = number * _MONTHS_A_YEAR if "years" in row else number
    _check_months(months)
    return months


def _check_months(months: int | None) -> None:
    if months is not None and not 1 <= months <= LONGEST_MONTHS:
        raise PeriodOutOfRange(months, LONGEST_MONTHS)


def write_periods(periods: Iterable[PeriodInForce]) -> str:
    """The periods as a file that `read_periods` reads, to be changed and read again."""
    return "\n".join(_written(each) for each in periods)


def _written(each: PeriodInForce) -> str:
    lines = (
        "[[periods]]",
        f'kind = "{each.kind}"',
        f'event = "{each.event}"',
        *(() if each.months is None else (f"months = {each.months}",)),
        f"source = {_quoted(each.source)}",
        f"check = {_quoted(each.check)}",
        f"from_on = {each.from_on.isoformat()}",
    )
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'
