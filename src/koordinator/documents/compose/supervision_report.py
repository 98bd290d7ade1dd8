"""Ledelsestilsyn on paper: the period's numbers with what they are held against, and the same for each group."""

from collections.abc import Iterator, Sequence
from typing import Final

from koordinator.documents.content import (
    Align,
    Block,
    BulletList,
    Callout,
    Column,
    Document,
    Drawing,
    Heading,
    KeepTogether,
    Paragraph,
    Part,
    Span,
    Table,
    Title,
    Tone,
    bold,
)
from koordinator.documents.figures_bars import GroupBar, bars_figure
from koordinator.domain.supervision import WHOLE_OF, CountName, SupervisionReport, SupervisionRow
from koordinator.domain.supervision_paper import HELD_AGAINST, SupervisionPaper
from koordinator.texts import paper_supervision as words
from koordinator.texts import supervision as counted
from koordinator.texts.formats import danish_day, date_long, number

_GROUPS_IN_FIGURE: Final = 20
_GROUPS_ON_PAGE: Final = 12
_SHARES: Final = (
    Column(words.COUNTED, 0, Align.RIGHT),
    Column(words.OUT_OF, 0, Align.RIGHT),
    Column(words.SHARE, 0, Align.RIGHT),
)
_SIZE: Final = 10.0
_LARGE_SIZE: Final = 16.0


def supervision_report(paper: SupervisionPaper, *, large_print: bool) -> Document:
    """The report."""
    report = paper.report
    title = words.title(report)
    return Document(
        title=title,
        subject=counted.TITLE,
        author=paper.sender.municipality,
        version_text=words.definition(report),
        date_text=date_long(danish_day(report.as_of)),
        running_head=f"{title} · {counted.period_name(report.scope.days)}",
        large_print=large_print,
        blocks=tuple(_blocks(paper, _LARGE_SIZE if large_print else _SIZE)),
    )


def _blocks(paper: SupervisionPaper, size: float) -> Iterator[Block]:
    report = paper.report
    period = counted.period_name(report.scope.days)
    yield Title(words.title(report), paper.sender.municipality, period)
    yield Callout((counted.counted_line(report), words.ONLY_NUMBERS, *((words.OUTSIDE,) if paper.outside else ())))
    yield Heading(words.WHOLE)
    yield _totals(report)
    yield Heading(words.STEPS)
    yield _steps(report)
    for name in (CountName.MEETINGS_HELD, *HELD_AGAINST):
        if name in report.names and report.rows:
            yield from _for_each_group(report, name, size)
    yield Heading(words.HOW_COUNTED)
    yield Paragraph(words.HOW_COUNTED_INTRO, Tone.SMALL)
    yield BulletList(
        tuple((bold(f"{counted.COUNTS[name].title}: "), Span(counted.COUNTS[name].meaning)) for name in report.names)
    )


def _totals(report: SupervisionReport) -> Table:
    shown = [name for name in report.names if name not in words.STEP_COUNTS and name not in WHOLE_OF.values()]
    rows = tuple((counted.COUNTS[name].title, *_figures(report.total, name)) for name in shown)
    return Table((Column(words.NUMBER), *_SHARES), rows)


def _figures(row: SupervisionRow, name: CountName) -> tuple[str, str, str]:
    whole = WHOLE_OF.get(name)
    return number(row.number(name)), number(row.number(whole)) if whole else "", words.share(row, name)


def _steps(report: SupervisionReport) -> Table:
    columns = (Column(words.STEP), Column(words.AT_START, 0, Align.RIGHT), Column(words.AT_END, 0, Align.RIGHT))
    pairs = [pair for pair in words.STEP_PAIRS if pair[1] in report.names]
    total = report.total
    return Table(
        columns, tuple((said, number(total.number(first)), number(total.number(last))) for said, first, last in pairs)
    )


def _for_each_group(report: SupervisionReport, name: CountName, size: float) -> Iterator[Part]:
    """As bars, and as a table with the same numbers; on one page where there are few groups."""
    whole = WHOLE_OF.get(name)
    rows = [row for row in report.rows if row.number(whole or name)]
    if not rows:
        return
    bars = [_bar(row, name, whole) for row in rows]
    heading = words.for_each(counted.COUNTS[name].title, report.scope.by)
    first, *others = _drawings(bars, heading, size)
    head = (Heading(heading), Paragraph(words.legend(name), Tone.SMALL), first)
    table = Table(
        (Column(counted.GROUP_HEADINGS[report.scope.by]), *(_SHARES if whole else _SHARES[:1])),
        tuple((counted.row_name(row), *_figures(row, name)[: 3 if whole else 1]) for row in (*rows, report.total)),
    )
    if len(rows) <= _GROUPS_ON_PAGE:
        yield KeepTogether((*head, table))
    else:
        yield KeepTogether(head)
        yield from others
        yield table


def _bar(row: SupervisionRow, name: CountName, whole: CountName | None) -> GroupBar:
    return GroupBar(
        counted.row_name(row), row.number(name), row.number(whole) if whole else None, counted.out_of(row, name)
    )


def _drawings(bars: Sequence[GroupBar], heading: str, size: float) -> list[Drawing]:
    """On one scale, however many pages they take."""
    most = max(bar.number if bar.whole is None else bar.whole for bar in bars)
    return [
        Drawing(bars_figure(some, most, words.alternative(heading, [(bar.name, bar.said) for bar in some]), size=size))
        for some in (bars[at : at + _GROUPS_IN_FIGURE] for at in range(0, len(bars), _GROUPS_IN_FIGURE))
    ]
