"""The letter on who has seen or changed a citizen's data."""

from collections.abc import Iterator

from koordinator.documents.content import (
    Block,
    Callout,
    Column,
    Document,
    Heading,
    Paragraph,
    Table,
    Title,
)
from koordinator.domain.right_of_access import AccessLog, AccessLogLine
from koordinator.texts import log_letter as words
from koordinator.texts import right_of_access
from koordinator.texts.formats import danish_day, date_long, date_short, number


def log_letter(log: AccessLog, *, large_print: bool) -> Document:
    """The letter."""
    return Document(
        title=words.TITLE,
        subject=words.TITLE,
        author=log.sender.municipality,
        version_text=words.TITLE,
        date_text=date_long(log.made_on),
        running_head=words.TITLE,
        large_print=large_print,
        blocks=tuple(_blocks(log)),
    )


def log_table(log: AccessLog) -> Table:
    """What was done, the newest first."""
    columns = (Column(words.WHEN, 0), Column(words.WHO, 1), Column(words.WHAT, 1.4), Column(words.WHY, 1.3))
    rows = tuple((words.when(line), words.who(line), words.what(line), words.why(line)) for line in log.lines)
    return Table(columns, rows, words.NOBODY)


def _blocks(log: AccessLog) -> Iterator[Block]:
    yield Title(words.TITLE, right_of_access.kicker(log.sender.municipality, log.made_on), log.name)
    yield Paragraph(words.INTRO)
    yield Callout((words.WRONG,))
    yield Heading(words.WHO_HEADING)
    yield _people(log)
    yield Heading(words.ALL_HEADING)
    yield log_table(log)
    yield Paragraph(words.NOT_HERE)


def _people(log: AccessLog) -> Table:
    """Whoever was there most often comes first."""
    by_person: dict[str, list[AccessLogLine]] = {}
    for line in log.lines:
        by_person.setdefault(words.who(line), []).append(line)
    columns = (Column(words.WHO, 2), Column(words.TIMES, 0), Column(words.FIRST, 0), Column(words.LAST, 0))
    counted = sorted(
        ((sum(line.times for line in lines), who, lines) for who, lines in by_person.items()),
        key=lambda each: (-each[0], each[1]),
    )
    rows = tuple(
        (
            who,
            number(times),
            date_short(danish_day(min(line.first_at for line in lines))),
            date_short(danish_day(max(line.last_at for line in lines))),
        )
        for times, who, lines in counted
    )
    return Table(columns, rows, words.NOBODY)
