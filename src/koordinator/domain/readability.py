"""How easy a text is to read (LIX, Björnsson 1968)."""

import re
from collections.abc import Iterable
from typing import Final

EASY: Final = 35
"""Under it a text is easy to read; what a citizen reads is to be."""
_LONG_WORD: Final = 7
_SENTENCE_ENDS: Final = re.compile(r"[.!?:]\s|\n")
_WORD: Final = re.compile(r"[^\W\d_]+")


def lix(texts: Iterable[str]) -> float:
    """Words a sentence, and how many in a hundred are longer than six letters; 0 where there are no words."""
    sentences = [part for text in texts for part in _SENTENCE_ENDS.split(f"{text} ") if re.search(r"\w", part)]
    words = [word for sentence in sentences for word in _WORD.findall(sentence)]
    if not words:
        return 0.0
    longer = sum(len(word) >= _LONG_WORD for word in words)
    return len(words) / len(sentences) + 100 * longer / len(words)
