"""The two cuts of Source Sans 3: registered once, measured, and asked which characters they have."""

import unicodedata
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Final, cast

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from koordinator.documents.plain import plain
from koordinator.texts.documents import EMOJI, MISSING_CHARACTER

REGULAR: Final = "SourceSans3-Regular"
BOLD: Final = "SourceSans3-Bold"

_LONGEST_REMEMBERED: Final = 40
_SKIN_TONES: Final = frozenset("\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff")
"""They only colour the emoji before them."""

_registering: Final = Lock()


def register_fonts(folder: Path) -> None:
    """Make both cuts known to reportlab; the second call does nothing."""
    with _registering:
        known = pdfmetrics.getRegisteredFontNames()
        for name in (REGULAR, BOLD):
            if name not in known:
                pdfmetrics.registerFont(TTFont(name, str(folder / f"{name}.ttf")))


@lru_cache(maxsize=20_000)
def _remembered_width(font: str, text: str) -> float:
    return float(pdfmetrics.stringWidth(text, font, 1))


def width_of(font: str, text: str) -> float:
    """The width of the text at size 1. Words are remembered: a plan says the same ones again and again."""
    if len(text) > _LONGEST_REMEMBERED:
        return float(pdfmetrics.stringWidth(text, font, 1))
    return _remembered_width(font, text)


@lru_cache(maxsize=1)
def _drawable() -> frozenset[str]:
    fonts = (cast("TTFont", pdfmetrics.getFont(name)) for name in (REGULAR, BOLD))
    return frozenset.intersection(*(frozenset(map(chr, font.face.charToGlyph)) for font in fonts)) | {"\n"}


@lru_cache(maxsize=1)
def _ordinary() -> frozenset[str]:
    """The drawable characters that `plain` leaves alone wherever they stand; nearly all text is of these only."""
    return frozenset(c for c in _drawable() if plain(c) == c and not unicodedata.combining(c))


def readable(text: str, substituted: set[str]) -> str:
    """The plain text with only characters the fonts can draw.

    What they lack is set as its plain-letter form, as a word in brackets or as an empty square, never left out;
    each such character is added to `substituted`.
    """
    if _ordinary().issuperset(text):
        return text
    text, drawable = plain(text), _drawable()
    return "".join(c if c in drawable else _substitute(c, drawable, substituted) for c in text)


def _substitute(character: str, drawable: frozenset[str], substituted: set[str]) -> str:
    letters = unicodedata.normalize("NFKC", character)
    if drawable.issuperset(letters):
        return letters
    if character in _SKIN_TONES:
        return ""
    substituted.add(character)
    return f"[{EMOJI[character]}]" if character in EMOJI else MISSING_CHARACTER
