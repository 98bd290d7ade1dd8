"""Modellen kort, for the wall: the staircase, what one does on each step, and what is held on to. About nobody."""

from typing import Final

from koordinator.documents.content import (
    BulletList,
    Card,
    Cards,
    Column,
    Document,
    Drawing,
    Heading,
    OnePage,
    Paragraph,
    Part,
    Span,
    Table,
    Title,
    bold,
)
from koordinator.documents.figures import LARGE_STAIRS, Figure, Stair, staircase
from koordinator.domain.model_pace import ModelPace
from koordinator.texts import learning as words
from koordinator.texts.formats import date_long

_STATIONS: Final = ((words.NO_NEED, words.NO_NEED_UNDER), *words.STAIRS, (words.END, words.END_UNDER))


def model_figure() -> Figure:
    """The staircase as a drawing."""
    before, first, second, third, after = (Stair(*each) for each in _STATIONS)
    return staircase(before, (first, second, third), after, words.SHOWN_ALTERNATIVE)


def _large_figure() -> Figure:
    """The same with its labels alone."""
    before, first, second, third, after = (Stair(label, ()) for label, _ in _STATIONS)
    return staircase(before, (first, second, third), after, words.SHOWN_ALTERNATIVE, LARGE_STAIRS)


def model_sheet(pace: ModelPace, *, large_print: bool) -> Document:
    """One page; in large print only what can be read from the other end of the table."""
    blocks, shorter = (_large(pace), ()) if large_print else (_normal(pace), (_without_sides(pace),))
    return Document(
        title=words.MODEL,
        subject=words.MODEL,
        author=pace.municipality,
        version_text=words.MODEL,
        date_text=date_long(pace.today),
        footer=words.FOOTER,
        large_print=large_print,
        blocks=(OnePage(blocks, shorter),),
    )


def _normal(pace: ModelPace) -> tuple[Part, ...]:
    sides = Cards((Card((bold(words.NO_NEED),), (words.NO_NEED_TEXT,)), Card((bold(words.END),), (words.END_TEXT,))))
    return (*_head(pace, model_figure()), _table(pace), sides, *_principles())


def _without_sides(pace: ModelPace) -> tuple[Part, ...]:
    """For numbers that need more room than the page has."""
    return (*_head(pace, model_figure()), _table(pace), *_principles())


def _large(pace: ModelPace) -> tuple[Part, ...]:
    levels = ((level.label, level.gist) for level in words.levels(pace))
    stations = ((words.NO_NEED, words.NO_NEED_GIST), *levels, (words.END, words.END_GIST))
    return (
        *_head(pace, _large_figure()),
        *(Paragraph((bold(f"{label}: "), Span(gist))) for label, gist in stations),
        Heading(words.PRINCIPLES_HEADING, 3),
        BulletList(tuple(head.rstrip(".") for head, _ in words.PRINCIPLES)),
    )


def _head(pace: ModelPace, figure: Figure) -> tuple[Part, ...]:
    return Title(words.MODEL, pace.municipality), Drawing(figure, fills=True)


def _table(pace: ModelPace) -> Table:
    levels = words.levels(pace)
    return Table(
        (Column("", 0), *(Column(level.label) for level in levels)),
        (
            ((bold(words.WHO),), *(level.who for level in levels)),
            ((bold(words.WHAT),), *(level.what for level in levels)),
            ((bold(words.OFTEN),), *(level.often for level in levels)),
            ((bold(words.GETS),), *(level.gets for level in levels)),
        ),
    )


def _principles() -> tuple[Part, ...]:
    told = tuple((bold(head), Span(f" {text}")) for head, text in words.PRINCIPLES)
    return Heading(words.PRINCIPLES_HEADING, 3), BulletList(told)
