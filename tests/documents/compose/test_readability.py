"""The fixed words of the citizen's papers are easy to read: a LIX under 35."""

import re

import pytest

from koordinator.documents.content import Document
from tests.documents.compose.papers import CITIZENS_PAPERS, PAPERS, words_in
from tests.documents.compose.test_hostile import documents

LONG_WORD = 7
EASY = 35


def lix(texts: list[str]) -> float:
    """Words a sentence, and how many in a hundred are longer than six letters (Björnsson 1968)."""
    sentences = [part for text in texts for part in re.split(r"[.!?:]\s|\n", f"{text} ") if re.search(r"\w", part)]
    words = [word for sentence in sentences for word in re.findall(r"[^\W\d_]+", sentence)]
    longer = sum(len(word) >= LONG_WORD for word in words)
    return len(words) / len(sentences) + 100 * longer / len(words)


def running_text(document: Document) -> list[str]:
    """What is said in sentences: labels and headings are read one at a time."""
    return [text for text in words_in(document.blocks) if text.rstrip().endswith((".", "?"))]


def test_a_hard_text_is_told_from_an_easy_one() -> None:
    assert lix(["Du må tage en med. Ring til os."]) < EASY
    assert lix(["Kommunalbestyrelsen fastlægger tilrettelæggelsen af koordineringsindsatsen."]) > EASY


@pytest.mark.parametrize("name", CITIZENS_PAPERS)
def test_a_citizens_paper_is_easy_to_read(name: str) -> None:
    assert lix(running_text(PAPERS[name](large_print=False))) < EASY


def test_the_fixed_words_alone_are_easy_to_read() -> None:
    """With a short word wherever somebody types, so that only ours are measured."""
    for document in documents("ja"):
        assert lix(running_text(document)) < EASY
