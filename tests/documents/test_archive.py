"""Every paper is PDF/A-2a and PDF/UA-1 to veraPDF, which finds the faults that are planted for it."""

import os
from io import BytesIO
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from koordinator.documents.content import Block, Document, Drawing, Paragraph, Title
from koordinator.documents.figures import Figure, Rect
from koordinator.documents.ink.fonts import REGULAR
from koordinator.documents.ink.pdf_file import PdfFile
from koordinator.documents.ink.pen import Pen
from koordinator.documents.palette import Ink
from tests.documents.compose.papers import PAPERS
from tests.documents.hard_papers import HARD_PAPERS
from tests.documents.press import PRESS
from tests.documents.sample_plan import sample_plan
from tests.support.verapdf import MISSING, judged, tools_are_here


@pytest.fixture(autouse=True, scope="module")
def _tools() -> None:
    if not tools_are_here():
        pytest.fail(MISSING) if os.environ.get("CI") else pytest.skip(MISSING)


def test_every_paper_may_be_kept_in_an_archive_and_read_aloud(tmp_path: Path) -> None:
    papers = {name: compose(large_print=False) for name, compose in PAPERS.items()}
    papers |= {f"{name} in large print": compose(large_print=True) for name, compose in PAPERS.items()}

    findings = judged({name: PRESS.render(paper).content for name, paper in papers.items()}, tmp_path)

    assert {name: found for name, found in findings.items() if found} == {}


def test_what_is_hard_to_set_may_be_kept_too(tmp_path: Path) -> None:
    papers = {name: Document("Prøve", blocks) for name, blocks in HARD_PAPERS.items()}
    papers |= {
        f"{name} in large print": Document("Prøve", blocks, large_print=True) for name, blocks in HARD_PAPERS.items()
    }
    papers |= {"draft": sample_plan(draft=True), "lying": Document("Prøve", (Title("Æøå"),), landscape=True)}

    findings = judged({name: PRESS.render(paper).content for name, paper in papers.items()}, tmp_path)

    assert {name: found for name, found in findings.items() if found} == {}


def test_planted_faults_are_found(tmp_path: Path) -> None:
    picture = Figure(20, 20, (Rect(0, 0, 20, 20, Ink.PRIMARY),), "")

    findings = judged(
        {
            "no words for a figure": rendered(Drawing(picture)),
            "no language": PRESS.render(Document("Prøve", (Paragraph("Ord"),), language="")).content,
            "text outside the structure": drawn_by_hand(REGULAR),
            "a font that is not in the file": drawn_by_hand("Helvetica"),
            "not written for an archive": bare_canvas(),
        },
        tmp_path,
    )

    assert broken(findings["no words for a figure"]) == {"PDFUA_1 7.3"}
    assert broken(findings["no language"]) >= {"PDFUA_1 7.2"}
    assert broken(findings["text outside the structure"]) == {"PDFUA_1 7.1"}
    assert broken(findings["a font that is not in the file"]) >= {"PDFA_2_A 6.2.11.4.1", "PDFUA_1 7.21.4.1"}
    assert broken(findings["not written for an archive"]) >= {"PDFA_2_A 6.6.2.1", "PDFA_2_A 6.7.2.2"}


def rendered(*blocks: Block) -> bytes:
    return PRESS.render(Document("Prøve", blocks)).content


def drawn_by_hand(font: str) -> bytes:
    """A page whose only word went past the pen."""
    rendered(Paragraph("Skriften er kendt"))
    canvas = Canvas(BytesIO(), initialFontName=REGULAR)  # type: ignore[arg-type]
    canvas.setTitle("Prøve")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.setFont(font, 12)
    canvas.drawString(100, 100, "Ord")
    pen = Pen(canvas)
    pen.next_page()
    return PdfFile(canvas, pen.tree, "da-DK").content()


def bare_canvas() -> bytes:
    output = BytesIO()
    canvas = Canvas(output)
    canvas.drawString(100, 100, "Ord")
    canvas.save()
    return output.getvalue()


def broken(findings: list[str]) -> set[str]:
    return {finding.partition(":")[0] for finding in findings}
