"""Breaking text into lines. Our own, because reportlab's paragraphs read markup and cost four times the drawing."""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import accumulate
from typing import Final, NamedTuple, TypeAlias

from koordinator.documents.ink.fonts import width_of
from koordinator.documents.palette import Ink

_GOOD_ENDS: Final = frozenset("-/@._,;:?&=")
_HAIR: Final = 0.01


class Run(NamedTuple):
    """Text of one font and colour."""

    text: str
    font: str
    ink: Ink


class SetLine(NamedTuple):
    """A finished line.

    Its width leaves out the space at its end; its runs keep that space, so that words do not join when text is copied.
    """

    runs: tuple[Run, ...]
    width: float


# The width, at size 1, of the characters from one place in the text to another.
_Measure: TypeAlias = Callable[[int, int], float]


def break_lines(runs: tuple[Run, ...], size: float, width: float) -> tuple[SetLine, ...]:
    """Lines no wider than `width`, broken at spaces; a word longer than a line is cut. At least one line."""
    text = "".join(run.text for run in runs)
    measure = _measure(runs, text)
    room = width / size + _HAIR
    if "\n" not in text and (whole := measure(0, len(text))) <= room:
        return (SetLine(runs, whole * size),)
    lines = []
    start = 0
    spaced = tuple(run._replace(text=run.text.replace("\n", " ")) for run in runs)
    for paragraph in text.split("\n"):
        stop = start + len(paragraph)
        for begin, end, used in _filled(paragraph, start, measure, room):
            lines.append(SetLine(_between(spaced, begin, end + (end == stop < len(text))), used * size))
        start = stop + 1
    return tuple(lines)


def _measure(runs: tuple[Run, ...], text: str) -> _Measure:
    if len(runs) == 1:
        font = runs[0].font
        return lambda start, end: width_of(font, text[start:end])
    ends = tuple(accumulate(len(run.text) for run in runs))

    def measure(start: int, end: int) -> float:
        number = bisect_right(ends, start)
        if number < len(ends) and end <= ends[number]:
            return width_of(runs[number].font, text[start:end])
        return sum(width_of(run.font, run.text) for run in _between(runs, start, end))

    return measure


def _between(runs: tuple[Run, ...], start: int, end: int) -> tuple[Run, ...]:
    """The runs' text from one place to another, each part in its look."""
    parts = []
    for run in runs:
        length = len(run.text)
        if end > 0 and start < length and start < end:
            parts.append(run if start <= 0 and end >= length else run._replace(text=run.text[max(start, 0) : end]))
        start -= length
        end -= length
    return tuple(parts)


def _filled(paragraph: str, start: int, measure: _Measure, room: float) -> Iterator[tuple[int, int, float]]:
    """Where each line begins and ends, and its width without the space at its end."""
    begin = at = start
    used = gap = 0.0
    for word in paragraph.split(" "):
        end = at + len(word)
        if word:
            width = measure(at, end)
            if used + gap + width > room and at > begin:
                yield begin, at, used
                begin, used, gap = at, 0.0, 0.0
            if width > room:
                for cut in _cuts(word, at, measure, room):
                    yield begin, cut, measure(begin, cut)
                    begin = cut
                width = measure(begin, end)
            used += gap + width
            gap = 0.0
        gap += measure(end, end + 1)
        at = end + 1
    yield begin, start + len(paragraph), used


def _cuts(word: str, start: int, measure: _Measure, room: float) -> Iterator[int]:
    """Where to cut a word longer than a line: after a hyphen or the like where there is one, else anywhere."""
    begin = good = start
    used = 0.0
    for place, character in enumerate(word, start):
        width = measure(place, place + 1)
        if used + width > room and place > begin:
            begin = good if good > begin else place
            yield begin
            used = measure(begin, place)
        used += width
        if character in _GOOD_ENDS:
            good = place + 1
