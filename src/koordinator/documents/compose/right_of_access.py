"""Everything held about a citizen, to the citizen: what it is for, what was taken out, and then every row."""

from collections.abc import Iterator
from itertools import groupby

from koordinator.documents.compose.log_letter import log_table
from koordinator.documents.compose.right_of_access_rows import RowSetter
from koordinator.documents.content import (
    Block,
    Callout,
    Column,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Part,
    Table,
    Title,
    Tone,
)
from koordinator.domain.right_of_access import AccessReport, Other
from koordinator.domain.right_of_access_masks import reasons
from koordinator.texts import log_letter
from koordinator.texts import right_of_access as words
from koordinator.texts.formats import date_long
from koordinator.texts.right_of_access_fields import KINDS


def access_report(report: AccessReport, *, large_print: bool) -> Document:
    """The report."""
    log = report.log
    return Document(
        title=words.TITLE,
        subject=words.DOCUMENT,
        author=log.sender.municipality,
        version_text=words.DOCUMENT,
        date_text=date_long(log.made_on),
        running_head=words.running_head(log.name),
        large_print=large_print,
        blocks=tuple(_blocks(report)),
    )


def _blocks(report: AccessReport) -> Iterator[Block]:
    log = report.log
    yield Title(words.TITLE, words.kicker(log.sender.municipality, log.made_on), log.name)
    yield Callout((words.INTRO, words.long(log.sender)))
    yield from _rights()
    yield from _left_out(report.others)
    yield PageBreak()
    setter = RowSetter(report.others, log.name)
    for kind, rows in groupby(report.rows, key=lambda row: row.kind):
        yield Heading(KINDS[kind])
        if kind == "paper":
            yield Paragraph(words.PAPERS_NOTE, Tone.SMALL)
        yield from setter.rows(rows)
    yield Heading(log_letter.TITLE)
    yield Paragraph(log_letter.INTRO)
    yield log_table(log)


def _rights() -> Iterator[Part]:
    yield Heading(words.RIGHTS)
    for heading, text in (
        (words.WHY_HELD, words.WHY_HELD_TEXT),
        (words.FROM_WHOM, words.FROM_WHOM_TEXT),
        (words.WHO_GETS, words.WHO_GETS_TEXT),
        (words.HOW_LONG, words.HOW_LONG_TEXT),
        (words.YOUR_RIGHTS, words.YOUR_RIGHTS_TEXT),
    ):
        yield Heading(heading, level=3)
        yield Paragraph(text)
    yield Paragraph(words.SOURCE, Tone.SMALL)


def _left_out(others: tuple[Other, ...]) -> Iterator[Part]:
    """By number and reason, never by name."""
    yield Heading(words.LEFT_OUT)
    hidden = [other for other in others if other.is_hidden]
    if not hidden:
        yield Paragraph(words.NOTHING_LEFT_OUT)
        return
    together: dict[tuple[str, str], list[Other]] = {}
    given, by_number = reasons(others), {other.number: other for other in others}
    for other in hidden:
        why = words.said(given[other.number], by_number) if other.number in given else words.NOT_DECIDED
        together.setdefault((words.group_of(other.key.kind), why), []).append(other)
    yield Paragraph(words.LEFT_OUT_TEXT)
    rows = tuple((words.left_out(some), why) for (_, why), some in together.items())
    yield Table((Column(words.WHAT), Column(words.WHY, 2)), rows)
    yield Paragraph(words.COMPLAIN)
