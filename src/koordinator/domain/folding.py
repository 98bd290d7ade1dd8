"""Text as it is searched and sorted: the same for every way of writing a Danish name."""

import unicodedata
from typing import Final

_SPELT_OUT: Final = str.maketrans({"æ": "ae", "ø": "oe", "ð": "d", "đ": "d", "ł": "l", "þ": "th"})
"""Letters that Unicode does not take apart."""
_A_WITH_RING: Final = "a\N{COMBINING RING ABOVE}"
_LAST_LETTERS: Final = str.maketrans({"æ": "α", "ä": "α", "ø": "β", "ö": "β", "å": "γ"})
"""The last three letters of the Danish alphabet as letters that come after z, in their order."""


def folded(text: str) -> str:
    """Lower case, without accents, æ ø å as ae oe aa, and one space for everything that is no letter or digit."""
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold()).replace(_A_WITH_RING, "aa")
    letters = "".join(character for character in apart if not unicodedata.combining(character)).translate(_SPELT_OUT)
    return " ".join("".join(character if character.isalnum() else " " for character in letters).split())


def squeezed(text: str) -> str:
    """Folded and without any space: a number found however its parts are kept apart."""
    return folded(text).replace(" ", "")


def danish_order(text: str) -> str:
    """A key to sort names by as a Danish telephone book does: æ, ø and å (also written aa) come last."""
    letters = unicodedata.normalize("NFC", text).casefold().replace("aa", "å").translate(_LAST_LETTERS)
    return folded(letters)
