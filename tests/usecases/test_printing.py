"""What is printed is in the log; a paper is shown only with the bytes that it was kept with."""

from dataclasses import replace

import pytest

from koordinator.domain.access import Action
from koordinator.domain.errors import NotFound
from koordinator.domain.ids import PaperId
from koordinator.domain.page_picture import ChangedPaper
from koordinator.domain.paper import PaperKind, Reader
from koordinator.usecases.page_pictures import exact_bytes
from koordinator.usecases.paper_store import PaperAbout, store_paper
from koordinator.usecases.papers import HandedPaper
from koordinator.usecases.ports_meetings import MadePaper
from koordinator.usecases.printing import Printing
from tests.support.office import Bench


@pytest.fixture
def kept(bench: Bench) -> HandedPaper:
    about = PaperAbout(bench.add_citizen().subject_id, PaperKind.PLAN, Reader.CITIZEN)
    actor = bench.actor
    with bench.office.aside() as tx:
        paper = store_paper(tx, actor, about, MadePaper("plan.pdf", b"bytes"))
    return HandedPaper(paper, b"bytes")


def test_a_printed_paper_is_logged_with_what_it_is(bench: Bench, kept: HandedPaper) -> None:
    Printing(bench.office).note(bench.actor, kept.paper.id, 6)

    entry = bench.log()[-1]
    assert (entry.action, entry.thing_id, entry.subject_id) == (
        Action.PRINT_PAPER,
        kept.paper.id,
        kept.paper.subject_id,
    )
    assert "pages=6" in entry.codes


def test_what_is_not_there_cannot_have_been_printed(bench: Bench) -> None:
    with pytest.raises(NotFound):
        Printing(bench.office).note(bench.actor, PaperId(404), 1)


def test_a_paper_with_other_bytes_than_its_own_is_not_shown(kept: HandedPaper) -> None:
    assert exact_bytes(kept) == b"bytes"
    with pytest.raises(ChangedPaper):
        exact_bytes(replace(kept, content=b"Bytes"))
