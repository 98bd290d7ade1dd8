"""Each paper reads as it was last looked at: by its text, page by page, and its structure, not by its bytes."""

import os
from pathlib import Path

import pytest

from tests.documents.compose.golden_files import (
    GOLDEN_PAPERS,
    golden_structure,
    golden_text,
    structure_of,
    text_of,
)
from tests.support.verapdf import MISSING, tools_are_here


@pytest.mark.parametrize("large_print", [False, True])
@pytest.mark.parametrize("name", GOLDEN_PAPERS)
def test_the_paper_reads_as_it_was_looked_at(name: str, large_print: bool) -> None:
    assert text_of(name, large_print=large_print) == kept(golden_text(name, large_print=large_print))


@pytest.mark.parametrize("name", GOLDEN_PAPERS)
def test_the_paper_is_made_of_what_it_was_made_of(name: str, tmp_path: Path) -> None:
    if not tools_are_here():
        pytest.fail(MISSING) if os.environ.get("CI") else pytest.skip(MISSING)

    assert structure_of(name, tmp_path) == kept(golden_structure(name))


def kept(golden: Path) -> str:
    return golden.read_text(encoding="utf-8").rstrip("\n")
