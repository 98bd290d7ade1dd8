"""What Ledelsestilsyn shows, made of what was counted. Without Qt."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from koordinator.domain.calendar_periods import half_year_of, period_before
from koordinator.domain.danish_day import danish_day
from koordinator.domain.periods import DayRange
from koordinator.domain.supervision import (
    ALL_COUNTS,
    TOTAL,
    WHOLE_OF,
    CountName,
    Group,
    GroupBy,
    SupervisionReport,
    SupervisionRow,
)
from koordinator.texts import supervision as words
from koordinator.texts import supervision_page as texts
from koordinator.texts.formats import date_short, number
from koordinator.texts.ui import joined, step_badge
from koordinator.usecases.supervision import NumberRow, OpenedNumber, SupervisionOverview

FIRST_CHOICE: Final = CountName.STEP2_WITH_MEETING
_ONE_DAY: Final = timedelta(days=1)
_NO_PERIOD: Final = frozenset(
    {
        CountName.MEETINGS_HELD,
        CountName.MEETINGS_WITHOUT_CITIZEN,
        CountName.ASSESSMENTS_MADE,
        CountName.APPLICATIONS_DUE,
        CountName.APPLICATIONS_IN_TIME,
        CountName.PROMISES_DUE,
        CountName.PROMISES_KEPT,
        CountName.PLANS_REPLACED,
    }
)
_PAPERS: Final = frozenset({CountName.PAPERS_DUE, CountName.PAPERS_IN_TIME, CountName.PAPERS_LATE})
"""Their rows have days, not a stretch of days."""


@dataclass(frozen=True, slots=True)
class Opening:
    """The number whose rows are asked for."""

    name: CountName
    group: Group = TOTAL
    group_name: str = ""
    days: DayRange | None = None
    """Other days than the page's."""
    by: GroupBy | None = None
    """Other groups than the page's."""


@dataclass(frozen=True, slots=True)
class Tile:
    """A number with what it is held against; `link` is empty where there is nothing to open."""

    figure: str
    remark: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class NumberLine:
    """One count in total."""

    name: CountName
    title: str
    figure: str
    meaning: str


@dataclass(frozen=True, slots=True)
class GroupBar:
    """One group's number, and what it is a part of."""

    group: Group
    label: str
    number: int
    total: int | None


@dataclass(frozen=True, slots=True)
class SupervisionView:
    """The page. The tiles are meetings, courses with a meeting, with a plan, trin 3 today, and meetings with paper."""

    title: str
    subtitle: str
    tiles: tuple[Tile, Tile, Tile, Tile, Tile]
    lines: tuple[NumberLine, ...]


@dataclass(frozen=True, slots=True)
class RowLine:
    """One row behind a number."""

    name: str
    step: str
    step_number: int
    coordinator: str
    first: str
    last: str
    from_on: date


def periods(today: date, own: DayRange | None = None) -> tuple[tuple[DayRange, str], ...]:
    """This half-year, the last one, this year, and the days that were chosen by hand."""
    this = half_year_of(today)
    offered = [this, period_before(this), DayRange(date(today.year, 1, 1), date(today.year, 12, 31)), own]
    return tuple((days, words.period_name(days)) for days in dict.fromkeys(offered) if days is not None)


def view_of(overview: SupervisionOverview) -> SupervisionView:
    """What to show of the numbers."""
    report = overview.report
    is_mine = report.scope.only is not None
    return SupervisionView(
        title=words.MY_NUMBERS if is_mine else words.TITLE,
        subtitle=joined((texts.MINE_EXPLAINED if is_mine else "", words.counted_line(report), texts.ONLY_NUMBERS)),
        tiles=(
            _meetings(overview),
            _lacking(report.total, CountName.STEP2_WITH_MEETING, CountName.STEP2_WITHOUT_MEETING),
            _lacking(report.total, CountName.WITH_PLAN, CountName.WITHOUT_PLAN),
            _capacity(overview, is_mine=is_mine),
            _papers(report.total),
        ),
        lines=tuple(_line(report.total, name) for name in ALL_COUNTS),
    )


def bars_of(report: SupervisionReport, name: CountName) -> tuple[GroupBar, ...]:
    """A bar for each group that has something to count."""
    whole = WHOLE_OF.get(name)
    bars = (
        GroupBar(row.group, words.row_name(row), row.number(name), row.number(whole) if whole else None)
        for row in report.rows
    )
    return tuple(bar for bar in bars if bar.number or bar.total)


def row_lines(opened: OpenedNumber) -> tuple[RowLine, ...]:
    """The rows behind a number as lines."""
    return tuple(_row_line(opened.count.name, row) for row in opened.rows)


def today_of(report: SupervisionReport) -> DayRange:
    """The day on which the report was made."""
    today = danish_day(report.as_of)
    return DayRange(today, today)


def _meetings(overview: SupervisionOverview) -> Tile:
    report = overview.report
    held = report.total.number(CountName.MEETINGS_HELD)
    compared = words.compared(held, overview.meetings_before, report.scope.days, danish_day(report.as_of))
    return Tile(number(held), compared if overview.days_before is not None else "", texts.SEE_WHICH if held else "")


def _lacking(total: SupervisionRow, name: CountName, rest: CountName) -> Tile:
    if not total.number(WHOLE_OF[name]):
        return Tile(words.out_of(total, name), texts.NO_COURSES)
    lacking = total.number(rest)
    return Tile(words.out_of(total, name), texts.lacking(lacking), texts.SEE_WHO if lacking else "")


def _papers(total: SupervisionRow) -> Tile:
    late, figure = total.number(CountName.PAPERS_LATE), words.out_of(total, CountName.PAPERS_IN_TIME)
    if not total.number(CountName.PAPERS_DUE):
        return Tile(figure, texts.NO_MEETINGS)
    return Tile(figure, texts.papers_late(late), texts.SEE_WHICH if late else "")


def _capacity(overview: SupervisionOverview, *, is_mine: bool) -> Tile:
    """What is expected is expected of the whole municipality, not of one employee."""
    capacity = overview.capacity
    expected = words.expected_on_step3(capacity.number, capacity.expected_from, capacity.expected_to)
    return Tile(number(capacity.number), "" if is_mine else expected, texts.SEE_WHO if capacity.number else "")


def _line(total: SupervisionRow, name: CountName) -> NumberLine:
    return NumberLine(name, words.COUNTS[name].title, words.out_of(total, name), words.COUNTS[name].meaning)


def _row_line(name: CountName, row: NumberRow) -> RowLine:
    return RowLine(
        name=row.subject_name or texts.DELETED,
        step=step_badge(row.step) if row.step is not None else "",
        step_number=row.step or 0,
        coordinator=row.coordinator or texts.NOBODY,
        first=date_short(row.from_on),
        last=_last(name, row),
        from_on=row.from_on,
    )


def _last(name: CountName, row: NumberRow) -> str:
    """A stretch of days ends on the day before the first one without it."""
    if name in _PAPERS:
        return texts.handed_after(row.until_on, (row.until_on - row.from_on).days if row.until_on else 0)
    if name in _NO_PERIOD:
        return date_short(row.until_on) if row.until_on is not None else ""
    return date_short(row.until_on - _ONE_DAY) if row.until_on is not None else texts.STILL
