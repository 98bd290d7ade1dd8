"""Each paper reads as it was last looked at: by its text, page by page, not by its bytes."""

from pathlib import Path

import pytest

from tests.documents.compose.papers import PAPERS, printed_paper

GOLDEN = Path(__file__).parent / "golden"
LARGE = ("plan", "contacts", "invitation", "input-card", "minutes", "take-home", "handover", "responsible", "end")


@pytest.mark.parametrize("name", [name for name in PAPERS if "stuffed" not in name])
def test_the_paper_reads_as_it_was_looked_at(name: str) -> None:
    assert pages_of(name, large_print=False) == golden(name)


@pytest.mark.parametrize("name", LARGE)
def test_the_paper_in_large_print_reads_as_it_was_looked_at(name: str) -> None:
    assert pages_of(name, large_print=True) == golden(f"{name}-large")


def pages_of(name: str, *, large_print: bool) -> str:
    paper = printed_paper(name, large_print=large_print)
    return "\n\f\n".join("\n".join(page) for page in paper.pages)


def golden(name: str) -> str:
    return (GOLDEN / f"{name}.txt").read_text(encoding="utf-8").rstrip("\n")
