"""Two thousand texts that have broken programs: what people paste, what machines send, and what somebody tries."""

from random import Random
from typing import Final

_PIECES: Final = (
    # Markup, formulas, statements, paths and addresses, as text that must stay text.
    "<b>", "</para>", "<br/>", '<img src="/etc/passwd">', '<a href="javascript:x">y</a>', "<font size=99>",
    "&lt;", "&#0;",
    "&amp;&", "]]>", "<![CDATA[", "<!--", "<?xml?>", "<script>alert(1)</script>", "{navn}", "{", "}}", "{0}",
    "%s", "%d%n", "%",
    "${x}", "$(id)", "`id`", "{{7*7}}", "=1+1", "=HYPERLINK(1)", "@SUM(1)", "+45", "-1", "'", '"', "''",
    "'; DROP TABLE citizen; --",
    "\\", "\\n", "\\u0000", "../../etc/passwd", "C:\\con\\nul", "file:///etc/passwd", "\\\\server\\share", "/",
    "a/b", "NUL", "con.pdf",
    "http://[::1]/%00", "mailto:a@b?cc=c@d", "BEGIN:VEVENT", "\nATTENDEE:mailto:x@y", "\r\nBcc: x@y.example",
    "X-ALT;FOO=1:bar", ";,:\\",
    "NULL", "None", "nan", "inf", "true", "1e400", "0x10", "-0", "00", "१२३", "½", "１２", "010185-0017",
    "0101850017", "999999-9999",
    # Letters that change length, order, shape or place.
    "ÆØÅ", "æøå", "Aa", "AA", "å", "Å", "ß", "ẞ", "ŉ", "ǰ", "İ", "ı", "ﬁ", "ﬀ", "Ǆ", "ſ", "K", "Å", "é",
    "e\u0301", "o\u0308\u0323", "a" + "\u0301" * 40,
    "\u0301", "Z\u0351\u036b\u0343", "नि", "ก็", "한국", "각", "日本語", "العربية", "עברית", "\u202eabc\u202c",
    "\u2066a\u2069", "\u200f",
    "\u200b", "\u200d", "\u00ad", "\ufeff", "\u2028", "\u2029", "\x85", "\u00a0", "\u3000", "\u180e", "\ufe0f",
    "\U000e0041", "\ufffd",
    "\ufffe", "\uffff", "\U0010ffff", "\ue000", "\ufdd0", "😀", "👨\u200d👩\u200d👧", "🇩🇰", "👍🏽", "1️⃣", "𝕬", "𠮷",
    "\U0001f1e9", "ﷺ", "𒐫",
    # What is no text.
    "\x00", "\x01", "\x07", "\x08", "\x0b", "\x0c", "\x1b[2J", "\x1f", "\x7f", "\x9f", "\ud800", "\udc00",
    "\ud83d\ude00", "\udfff",
    # Space, and too much of everything.
    " ", "  ", "\t", "\n", "\r", "\r\n", "\n\n\n", " \n ", "-", "–", "…", "„“", "»«", "W" * 79, "i" * 300,
    "langtord" * 40, "ord " * 200,
    "\n".join("linje" for _ in range(60)), "æ" * 1_900, ".", "...", "•", "1.", "* ", "# ", "__", "~~", "|",
    "://", "@", "a@b", "#",
)  # fmt: skip


def hostile(number: int) -> str:
    """The text with the number: first each piece alone, then pieces put together."""
    if number < len(_PIECES):
        return _PIECES[number]
    random = Random(number)  # noqa: S311 - not for secrets
    parts = (random.choice(_PIECES) for _ in range(random.randint(2, 6)))
    return random.choice(("", " ", "x")).join(parts)
