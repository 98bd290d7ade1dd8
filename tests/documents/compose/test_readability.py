"""The fixed words of the citizen's papers are easy to read: a LIX under 35."""

import pytest

from koordinator.documents.content import Document
from koordinator.domain.readability import EASY, lix
from tests.documents.compose.papers import CITIZENS_PAPERS, PAPERS, words_in
from tests.documents.compose.test_hostile import documents


def running_text(document: Document) -> list[str]:
    """What is said in sentences: labels and headings are read one at a time."""
    return [text for text in words_in(document.blocks) if text.rstrip().endswith((".", "?"))]


@pytest.mark.parametrize("name", CITIZENS_PAPERS)
def test_a_citizens_paper_is_easy_to_read(name: str) -> None:
    assert lix(running_text(PAPERS[name](large_print=False))) < EASY


def test_the_fixed_words_alone_are_easy_to_read() -> None:
    """With a short word wherever somebody types, so that only ours are measured."""
    for document in documents("ja"):
        assert lix(running_text(document)) < EASY
