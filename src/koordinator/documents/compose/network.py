"""The network on paper: the picture, the time line and the family tree, each with its table."""

from collections.abc import Iterator

from koordinator.documents.content import (
    Block,
    BulletList,
    Cell,
    Column,
    Document,
    Drawing,
    Heading,
    OnePage,
    PageBreak,
    Paragraph,
    Table,
    bold,
    muted,
)
from koordinator.documents.figures_family import family_figure
from koordinator.documents.figures_network import network_picture
from koordinator.documents.figures_timeline import effort_timeline
from koordinator.domain.network_content import LaneContent, NetworkContent, TreeContent
from koordinator.texts import network as words
from koordinator.texts.formats import age_text, date_long, join_with_og
from koordinator.texts.register import CLOSENESSES


def network_paper(content: NetworkContent, *, large_print: bool = False) -> Document:
    """The paper, across the sheet; a long name takes room from the picture under it."""
    heading, picture = Heading(words.title(content.subject.name)), network_picture(content).figure
    return Document(
        title=words.PAPER,
        subject=words.PAPER,
        author=content.sender.municipality,
        version_text=words.PAPER,
        date_text=date_long(content.made_on),
        running_head=words.running_head(content.subject.name),
        large_print=large_print,
        landscape=True,
        blocks=(
            OnePage((heading, Drawing(picture, fills=True)), ((heading, Drawing(picture, fills=True, highest=0.7)),)),
            Heading(words.WHO_IS_WHO),
            _people(content),
            *_questions(content),
            *(_family(content.tree) if content.tree else ()),
            *(_efforts(content) if content.lanes else ()),
        ),
    )


def _people(content: NetworkContent) -> Table:
    columns = [Column(words.NAME, 3), Column(words.WHO, 3), Column(words.WHERE, 3), Column(words.HELPS_WITH, 4)]
    columns.append(Column(words.CLOSENESS, 0))
    if content.subject.is_family:
        columns.insert(3, Column(words.HELPS_WHOM, 2))
    rows: list[tuple[Cell, ...]] = []
    for area in content.areas:
        for person in area.people:
            row: list[Cell] = [(bold(person.card.name),), words.role_line(person.card), words.area_title(area)]
            if content.subject.is_family:
                row.append(join_with_og(person.helps))
            rows.append((*row, person.card.helps_with, CLOSENESSES[person.closeness]))
    return Table(tuple(columns), tuple(rows), words.NOBODY)


def _family(tree: TreeContent) -> Iterator[Block]:
    """The tree, and under it who is whose."""
    rows = tuple(
        ((bold(each.name),), age_text(each.born_on, tree.made_on) if each.born_on else "", words.bonds(each, tree))
        for generation in tree.generations
        for each in generation
    )
    yield PageBreak()
    yield Heading(words.TREE)
    yield Drawing(family_figure(tree))
    yield Table((Column(words.NAME, 3), Column(words.AGE, 0), Column(words.IN_FAMILY, 6)), rows)


def _efforts(content: NetworkContent) -> Iterator[Block]:
    """The time line, and under it the same as a table, with the days between two efforts that nothing was given."""
    yield PageBreak()
    yield Heading(words.TIMELINE)
    yield Drawing(effort_timeline(content), fills=True)
    rows = tuple(row for lane in content.lanes for row in _lane(lane))
    yield Table((Column(words.EFFORT, 4), Column(words.FROM_WHOM, 3), Column(words.WHEN, 4)), rows)


def _lane(lane: LaneContent) -> Iterator[tuple[Cell, ...]]:
    giver = lane.department or words.NO_DEPARTMENT
    for bar in lane.bars:
        yield (bold(words.effort_named(bar)),), giver, words.effort_period(bar.from_on, bar.until_on)
    for gap in lane.gaps:
        yield words.NOTHING_GIVEN, giver, words.gap_between(*gap)


def _questions(content: NetworkContent) -> Iterator[Block]:
    if content.questions:
        yield Heading(words.QUESTIONS)
        yield Paragraph((muted(words.QUESTIONS_NOTE),), keep_with_next=True)
        yield BulletList(tuple(map(words.question, content.questions)))
