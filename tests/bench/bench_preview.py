"""Page one of a plan before anybody has it, against bare PDFium drawing the same page of the same file.

Ours reads the database, composes and sets the whole plan, writes the log, and draws the page as wide as the window
shows it. The second row is a kept paper: its bytes are there, and only the page is drawn.
"""

import tempfile
from pathlib import Path
from typing import Final

from pypdfium2 import PdfDocument

from koordinator.documents.page_pictures import PdfiumReader
from koordinator.domain.paper import PaperKind
from koordinator.domain.paper_order import PaperOrder
from tests.bench.measuring import Row, medians
from tests.support.desk import services_at
from tests.support.meeting_set import held_with_extracts
from tests.support.meeting_world import make_world
from tests.support.office import make_template, open_office

READERS: Final = 3
WIDTH: Final = 800
POINTS: Final = 595.28
TIMES: Final = 15


def measure() -> list[Row]:
    """In turns with the floor, after one preview that warms everything up."""
    with tempfile.TemporaryDirectory() as name, open_office(Path(name), make_template(Path(name))) as bench:
        world, services, reader = make_world(bench), services_at(bench), PdfiumReader()
        held_with_extracts(world, READERS)
        order = PaperOrder(PaperKind.PLAN, world.subject_id)

        def page_one(content: bytes) -> None:
            pages = reader.open(content)
            pages.picture(0, WIDTH)
            pages.close()

        content = services.papers.preview(world.actor, order).content
        kept = services.papers.make(world.actor, order).paper.id
        count = len(PdfDocument(content))

        def bare() -> None:
            document = PdfDocument(content)
            document[0].render(scale=WIDTH / POINTS)
            document.close()

        preview, opened, floor = medians(
            TIMES,
            lambda: page_one(services.papers.preview(world.actor, order).content),
            lambda: page_one(services.papers.open(world.actor, kept).content),
            bare,
        )
    return [
        Row(f"Preview of page one of a plan of {count} pages", "<= 300 ms", floor, preview, preview / floor),
        Row("Page one of a kept plan", "<= 100 ms", floor, opened, opened / floor),
    ]
