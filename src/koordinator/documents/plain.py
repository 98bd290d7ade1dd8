"""The one place where text people typed is made fit for paper, calendar, spreadsheet and picture.

Nothing here escapes anything: every writer takes these strings as plain text and escapes, where its format
needs it, at the moment of writing.
"""

import re
import unicodedata
from typing import Final

_LINE_ENDS: Final = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")

# Controls, lone surrogates, and all that is unseen but changes how its neighbours read: direction marks and
# overrides, zero-width and soft-hyphen characters, variation selectors, interlinear marks, tags.
_UNSEEN: Final = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff0-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e0fff]"
)

_SPACES: Final = re.compile("[\t\u2000-\u200a\u205f\u3000]")


def plain(text: str) -> str:
    """The text as it may be written: composed letters, line ends as \\n, nothing invisible or re-ordering."""
    if text.isascii() and text.isprintable():
        return text
    text = _UNSEEN.sub("", _LINE_ENDS.sub("\n", text))
    return unicodedata.normalize("NFC", _SPACES.sub(" ", text))


def one_line(text: str) -> str:
    """The plain text on a single line, for titles, headings, names and calendar fields."""
    return " ".join(plain(text).split())
