"""The few words that the paper engine itself puts on every document."""

from typing import Final

MISSING_CHARACTER: Final = "□"
"""Stands where the font has no drawing for a character."""

EMOJI: Final[dict[str, str]] = {
    "😀": "smiler",
    "😃": "smiler",
    "😄": "smiler",
    "😊": "smiler",
    "🙂": "smiler",
    "😁": "smiler stort",
    "😂": "ler",
    "🤣": "ler",
    "😉": "blinker",
    "😍": "forelsket",
    "🥰": "forelsket",
    "😢": "græder",
    "😭": "græder",
    "🙁": "ked af det",
    "😔": "ked af det",
    "😟": "bekymret",
    "😱": "forskrækket",
    "😡": "vred",
    "😠": "vred",
    "😴": "sover",
    "🤔": "tænker",
    "🤗": "krammer",
    "👍": "tommel op",
    "👎": "tommel ned",
    "👏": "klapper",
    "👋": "vinker",
    "🙏": "tak",
    "💪": "stærk",
    "💙": "hjerte",
    "💚": "hjerte",
    "💛": "hjerte",
    "💜": "hjerte",
    "💕": "hjerter",
    "💔": "knust hjerte",
    "🎉": "fest",
    "🎂": "fødselsdag",
    "🌞": "sol",
    "🏠": "hus",
    "🏡": "hus",
    "🐶": "hund",
    "🐱": "kat",
    "📞": "telefon",
    "📅": "kalender",
    "🚌": "bus",
    "🚗": "bil",
}
"""Emoji said in a word: the paper's font has none, and what a citizen meant should still be there to read."""

DRAFT: Final = "Udkast – ikke godkendt"
MISSING_CHARACTERS_NOTE: Final = (
    f"{MISSING_CHARACTER} står i stedet for et tegn, som skriften på papiret ikke har. Spørg os, hvis noget er uklart."
)

TICKED: Final = "Afkrydset"
UNTICKED: Final = "Ikke afkrydset"
"""Said of a box by a program that reads aloud."""

UNNAMED_SHEET: Final = "Ark"


def page_of(page: int, pages: int) -> str:
    """Side 2 af 5"""
    return f"Side {page} af {pages}"


def before_value(label: str) -> str:
    """The label and what parts it from its value, where a table has become a list in large print."""
    return f"{label}: "


HIDDEN_ADDRESS: Final = "(beskyttet adresse)"
