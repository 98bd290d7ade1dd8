"""The course on paper: the picture across the sheet, and under it what has happened."""

from collections.abc import Iterator

from koordinator.documents.content import Block, Column, Document, Drawing, Heading, Paragraph, Table
from koordinator.documents.figures_course import course_figure
from koordinator.domain.course_history import CourseHistory
from koordinator.texts import course_history as words
from koordinator.texts.formats import date_long


def course_paper(history: CourseHistory, *, large_print: bool = False) -> Document:
    """The paper."""
    return Document(
        title=words.PAPER,
        subject=words.PAPER,
        author="",
        version_text=words.PAPER,
        date_text=date_long(history.today),
        running_head=words.title(history.name),
        large_print=large_print,
        landscape=True,
        blocks=(*_course(history), Heading(words.EVENTS), _events(history)),
    )


def _course(history: CourseHistory) -> Iterator[Block]:
    yield Heading(words.title(history.name))
    if history.has_course:
        yield Drawing(course_figure(history), fills=True)
    else:
        yield Paragraph(words.NO_COURSE)


def _events(history: CourseHistory) -> Table:
    rows = tuple((words.when(event), words.what(event), words.why(event)) for event in history.events)
    return Table(
        (Column(words.WHEN, 0), Column(words.WHAT, 2), Column(words.WHY, 3)),
        rows,
        when_empty=words.NO_EVENTS,
    )
