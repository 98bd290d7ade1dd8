"""Words in a figure: broken into lines and shortened to a width before they are placed."""

from dataclasses import dataclass

from koordinator.documents.figures import Anchor, Label
from koordinator.documents.ink.fonts import BOLD, REGULAR, readable, width_of
from koordinator.documents.ink.text import Run, break_lines
from koordinator.documents.palette import Ink
from koordinator.documents.plain import one_line

_MORE = "…"
_LEADING = 1.22
_BASELINE = 0.92
"""From the top of a line to its baseline, in sizes."""


@dataclass(frozen=True, slots=True)
class Words:
    """Lines of one size and look, as wide as the widest."""

    lines: tuple[str, ...]
    size: float
    bold: bool = False
    ink: Ink = Ink.TEXT

    @property
    def width(self) -> float:
        """The widest line's."""
        return max((text_width(line, self.size, bold=self.bold) for line in self.lines), default=0.0)

    @property
    def height(self) -> float:
        """All lines'."""
        return len(self.lines) * self.size * _LEADING

    def labels(self, x: float, top: float, anchor: Anchor = Anchor.MIDDLE) -> tuple[Label, ...]:
        """The lines below each other from the top down."""
        return tuple(
            Label(x, top + self.size * (_BASELINE + _LEADING * number), line, self.size, self.ink, anchor, self.bold)
            for number, line in enumerate(self.lines)
        )


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a line is, on the screen as on paper."""
    return width_of(BOLD if bold else REGULAR, text) * size


def fitted(text: str, look: Words, width: float, most_lines: int = 1) -> Words:
    """The text in the look of `look` (whose own lines do not matter), broken at spaces and shortened with a mark."""
    shown = readable(one_line(text), set())
    if not shown:
        return Words((), look.size, look.bold, look.ink)
    font = BOLD if look.bold else REGULAR
    begun = shown[: most_lines * _MOST_IN_A_LINE]
    lines = break_lines((Run(begun, font, look.ink),), look.size, width)
    texts = ["".join(run.text for run in line.runs) for line in lines]
    if len(texts) > most_lines or begun != shown:
        texts = [*texts[: most_lines - 1], _shortened("".join(texts[most_lines - 1 :]), look, width)]
    return Words(tuple(text.strip() for text in texts), look.size, look.bold, look.ink)


def _shortened(text: str, look: Words, width: float) -> str:
    kept = text
    while kept and text_width(kept + _MORE, look.size, bold=look.bold) > width:
        kept = kept[:-1]
    return kept.rstrip() + _MORE


_MOST_IN_A_LINE = 120
"""No line of a figure holds more characters than this, so nothing longer need be measured."""
