"""What a program that reads aloud finds: each block in its place and with its words whole."""

import os
from collections import Counter
from pathlib import Path
from typing import Final

import pytest

from koordinator.documents.content import Document, Paragraph
from tests.documents.compose.papers import PAPERS
from tests.documents.hard_papers import EVERY_BLOCK, HARD_PAPERS, WORDS
from tests.documents.press import PRESS, unpacked
from tests.support.tagged import read_tags, unread
from tests.support.verapdf import MISSING, tools_are_here

GOLDEN: Final = Path(__file__).parent / "golden" / "tags.txt"


@pytest.fixture(autouse=True, scope="module")
def _tools() -> None:
    if not tools_are_here():
        pytest.fail(MISSING) if os.environ.get("CI") else pytest.skip(MISSING)


def test_every_block_is_what_it_says_it_is(tmp_path: Path) -> None:
    read = read_tags(PRESS.render(Document("Prøve", EVERY_BLOCK)).content, tmp_path)

    told = "\n".join(f"{'  ' * element.depth}{element.tag} {element.text}".rstrip() for element in read)
    assert told == GOLDEN.read_text(encoding="utf-8").rstrip("\n")


def test_what_is_only_drawn_has_words() -> None:
    objects = unpacked(PRESS.render(Document("Prøve", EVERY_BLOCK)))

    assert objects.count(b"/ActualText(Afkrydset)") == 2
    assert objects.count(b"/ActualText(Ikke afkrydset)") == 2
    assert objects.count(b"/Alt(Fra 3 i maj til 5 i november)") == 1


def test_a_block_over_several_pages_is_one_element(tmp_path: Path) -> None:
    read = read_tags(PRESS.render(Document("Prøve", HARD_PAPERS["over pages"])).content, tmp_path)

    tags = Counter(element.tag for element in read)
    assert tags == {
        "Document": 1,
        "H1": 1,
        "P": 4,
        "Table": 2,
        "TR": 63,
        "TH": 4,
        "TD": 122,
        "BlockQuote": 1,
        "L": 1,
        "LI": 2,
        "Lbl": 2,
        "LBody": 2,
    }
    assert {element.text for element in read if len(element.text) > len(WORDS) * 50} == {
        WORDS * times for times in (60, 80, 100, 120)
    }


def test_what_was_made_shorter_is_read_once(tmp_path: Path) -> None:
    read = read_tags(PRESS.render(Document("Prøve", HARD_PAPERS["shortened"])).content, tmp_path)

    assert [element.text.strip() for element in read] == ["", "Kort", WORDS.strip()]


@pytest.mark.parametrize("name", [name for name in PAPERS if "stuffed" not in name])
def test_no_words_are_joined_or_lost(name: str, tmp_path: Path) -> None:
    paper = PAPERS[name](large_print=False)

    read = read_tags(PRESS.render(paper).content, tmp_path)

    assert unread(paper, read) == []


def test_words_that_are_lost_or_joined_would_be_seen(tmp_path: Path) -> None:
    read = read_tags(PRESS.render(Document("Prøve", (Paragraph("Vores fælles plan"),))).content, tmp_path)

    for fault in ("Vores fællesplan", "Vores fælles plan på én side", "Vores faelles plan"):
        assert unread(Document("Prøve", (Paragraph(fault),)), read) == [fault]
