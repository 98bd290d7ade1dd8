"""From the text of a letter to the parts of a paper: its words for one reader, and what the program puts in."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final, NamedTuple

from koordinator.documents.content import (
    BulletList,
    Callout,
    CalloutTone,
    Heading,
    KeepTogether,
    Paragraph,
    Part,
    Span,
    Text,
)
from koordinator.domain.letter_kinds import Placeholder
from koordinator.domain.letter_text import FilledLine, Line, LineStyle, filled

_TONES: Final = {LineStyle.BOX: CalloutTone.NOTICE, LineStyle.WARNING: CalloutTone.WAITING}


@dataclass(frozen=True, slots=True)
class Filling:
    """What is put into a letter: words, and parts for the lines that stand for more. `many` read it, or one."""

    values: Mapping[Placeholder, str]
    blocks: Mapping[Placeholder, tuple[Part, ...]] = field(default_factory=dict)
    many: bool = False


class Written(NamedTuple):
    """A letter's heading and what stands below it."""

    title: str
    parts: tuple[Part, ...]


def written(lines: tuple[Line, ...], filling: Filling) -> Written:
    """The letter. A heading with nothing under it falls away; the greeting stays with the last words."""
    shown = filled(lines, filling.values, many=filling.many)
    title = next((line.text for line in shown if line.style is LineStyle.TITLE), "")
    parts: list[Part] = []
    for section in _sections(line for line in shown if line.style is not LineStyle.TITLE):
        parts.extend(_section(section, filling.blocks))
    return Written(title, tuple(_with_greeting(parts, filling.blocks.get(Placeholder.GREETING, ()))))


def _with_greeting(parts: list[Part], greeting: tuple[Part, ...]) -> Iterator[Part]:
    """A letter that ends with its greeting has some words with it, on whatever page it comes to stand."""
    before = len(parts) - len(greeting)
    if not greeting or before < 1 or tuple(parts[before:]) != greeting:
        yield from parts
        return
    last = parts[before - 1]
    keeps = isinstance(last, Paragraph | BulletList)
    yield from parts[: before - 1 if keeps else before]
    yield KeepTogether((last, *greeting) if keeps else greeting)


def _sections(lines: Iterable[FilledLine]) -> Iterator[list[FilledLine]]:
    """Each from its heading on; the first has none."""
    section: list[FilledLine] = []
    for line in lines:
        if line.style is LineStyle.HEADING:
            yield section
            section = []
        section.append(line)
    yield section


def _section(lines: list[FilledLine], blocks: Mapping[Placeholder, tuple[Part, ...]]) -> Iterator[Part]:
    head: list[Part] = [Heading(line.text) for line in lines[:1] if line.style is LineStyle.HEADING]
    body = list(_parts(lines[len(head) :], blocks))
    if body:
        yield from (*head, *body)


def _parts(lines: list[FilledLine], blocks: Mapping[Placeholder, tuple[Part, ...]]) -> Iterator[Part]:
    """Lines of a kind that follow each other are one part."""
    for (style, block), group in groupby(lines, key=lambda line: (line.style, line.block)):
        texts = tuple(_text(line) for line in group)
        if block is not None:
            yield from blocks.get(block, ())
        elif style is LineStyle.BULLET:
            yield BulletList(texts)
        elif style in _TONES:
            yield Callout(texts, _TONES[style])
        elif style is LineStyle.BODY:
            yield Paragraph(_under_each_other(texts))


def _text(line: FilledLine) -> Text:
    if any(run.bold for run in line.runs):
        return tuple(Span(run.text, bold=run.bold) for run in line.runs)
    return line.text


def _under_each_other(texts: tuple[Text, ...]) -> Text:
    if all(isinstance(text, str) for text in texts):
        return "\n".join(str(text) for text in texts)
    spans: list[Span] = []
    for text in texts:
        spans += [Span("\n")] if spans else []
        spans += (Span(text),) if isinstance(text, str) else text
    return tuple(spans)
