"""Sådan arbejder vi sammen: one page to the citizen on the three ways of helping, and which one holds today."""

from collections.abc import Iterator

from koordinator.documents.content import (
    Block,
    BulletList,
    Callout,
    Column,
    Document,
    Drawing,
    Heading,
    KeepTogether,
    Masthead,
    OnePage,
    Paragraph,
    Part,
    Span,
    Table,
    Title,
    Tone,
    bold,
)
from koordinator.documents.figures_ways import way_figure, ways_figure
from koordinator.domain.steps import Step
from koordinator.domain.ways_content import WaysSheet, WayToday
from koordinator.texts import paper_ways as words
from koordinator.texts.formats import date_long
from koordinator.texts.paper_voice import TO_ONE, Voice, voice_to


def ways_sheet(content: WaysSheet, *, large_print: bool) -> Document:
    """The sheet: about nobody, or with the way that holds for the citizen today."""
    today, voice = content.today, voice_to(family=content.today.subject.is_family) if content.today else TO_ONE
    name = today.subject.name if today else ""
    parts = (
        Title(words.TITLE, words.kicker(content.sender.municipality, content.made_on), name),
        Paragraph(words.lead(voice), Tone.LEAD),
        *(_today(content, today, voice) if today else ()),
        *(_on_pages(voice) if large_print else _on_one_page(voice, today.step if today else None)),
        *(() if today else (Callout((words.whom_to_call(None, content.sender, voice),)),)),
    )
    blocks: tuple[Block, ...] = parts if large_print else (OnePage(parts),)
    return Document(
        title=words.TITLE,
        subject=words.TITLE,
        author=content.sender.municipality,
        version_text=words.TITLE,
        date_text=date_long(content.made_on),
        footer=words.footer(voice, large_print=large_print),
        running_head=words.running_head(name),
        large_print=large_print,
        masthead=Masthead.MARK,
        blocks=blocks,
    )


def _today(content: WaysSheet, today: WayToday, voice: Voice) -> Iterator[Part]:
    helper = (words.helper(today.to_call, voice),) if today.to_call else ()
    call = words.whom_to_call(today.to_call, content.sender, voice)
    yield Callout(((bold(f"{words.NOW}: "), Span(words.today(today.step, voice))), *helper, call))


def _on_one_page(voice: Voice, today: Step | None) -> Iterator[Part]:
    """The drawings, and under each its words."""
    yield Drawing(ways_figure(voice, today), fills=True)
    ways = tuple(words.way(step, voice) for step in words.WAYS)
    columns = tuple(Column(way.name) for way in ways)
    yield Table(columns, (tuple(way.text for way in ways), tuple(way.gets for way in ways)))
    yield from _about_them(voice)
    yield from _always(voice)


def _on_pages(voice: Voice) -> Iterator[Part]:
    """What is short first, so that it fills the first page and two ways fit the next."""
    yield from _always(voice)
    for step in words.WAYS:
        way, drawn = words.way(step, voice), Drawing(way_figure(step, voice))
        yield KeepTogether((Heading(way.name), drawn, Paragraph(way.text), Paragraph(way.gets)))
    yield from _about_them(voice)


def _about_them(voice: Voice) -> Iterator[Part]:
    yield Heading(words.EQUAL_HEADING)
    yield from map(Paragraph, words.equal(voice))
    yield Heading(words.CHOICE_HEADING)
    yield Paragraph(words.choice(voice))


def _always(voice: Voice) -> Iterator[Part]:
    yield Heading(words.always_heading(voice))
    yield BulletList(words.always(voice))
