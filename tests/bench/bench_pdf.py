"""Goal 9: a plan of six pages against the bare canvas that draws the same words at the same places."""

import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Final, NamedTuple

import pypdfium2
from pypdfium2 import raw
from reportlab.pdfgen.canvas import Canvas

from koordinator.documents.ink.fonts import BOLD, REGULAR
from koordinator.documents.ink.style import PORTRAIT
from koordinator.documents.pdf import PdfPress
from tests.bench.measuring import Row, medians
from tests.documents.sample_plan import sample_plan

ROOT: Final = Path(__file__).resolve().parents[2]
FONTS: Final = ROOT / "resources" / "fonts"
ROUNDS: Final = 25

_FIRST: Final = """
import sys, time
started = time.perf_counter()
from pathlib import Path
from koordinator.documents.pdf import PdfPress
from tests.documents.sample_plan import sample_plan
PdfPress(Path(sys.argv[1])).render(sample_plan())
print((time.perf_counter() - started) * 1000)
"""


class Words(NamedTuple):
    """A string as it was drawn, with its place."""

    font: str
    size: float
    x: float
    y: float
    text: str


def measure() -> list[Row]:
    """A warm plan against its floor, and the first plan of a fresh process."""
    press, plan = PdfPress(FONTS), sample_plan()
    pages = words_of(press.render(plan).content)
    ours, floor = medians(ROUNDS, lambda: press.render(plan), lambda: bare_canvas(pages))
    name = f"Plan as PDF, {len(pages)} pages, tagged for an archive"
    return [
        Row(name, "<= 3.5 x", floor, ours, ours / floor),
        Row("First PDF of a fresh process, imports included", "<= 1000 ms", None, first_of_a_process(), None),
    ]


def words_of(content: bytes) -> list[list[Words]]:
    """Every string of the file, page by page."""
    return [list(_words_of_page(page)) for page in pypdfium2.PdfDocument(content)]


def _words_of_page(page: pypdfium2.PdfPage) -> list[Words]:
    words = []
    for item in page.get_objects([raw.FPDF_PAGEOBJ_TEXT], textpage=page.get_textpage()):
        matrix = item.get_matrix()
        font = BOLD if "Bold" in item.get_font().get_base_name() else REGULAR
        words.append(Words(font, item.get_font_size(), matrix.e, matrix.f, item.extract()))
    return words


def bare_canvas(pages: list[list[Words]]) -> bytes:
    """Nothing but reportlab's canvas: no measuring, no breaking, no boxes."""
    output = BytesIO()
    canvas = Canvas(output, pagesize=(PORTRAIT.width, PORTRAIT.height), invariant=1)
    for page in pages:
        for font, size, x, y, text in page:
            canvas.setFont(font, size)
            canvas.drawString(x, y, text)
        canvas.showPage()
    canvas.save()
    return output.getvalue()


def first_of_a_process() -> float:
    """Milliseconds in a process that has imported nothing yet."""
    command = [sys.executable, "-c", _FIRST, str(FONTS)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    return float(done.stdout)
