"""The real press, and what a reader finds in what it printed."""

import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pypdfium2
from typing_extensions import override

from koordinator.documents.content import Block, Document
from koordinator.documents.course_maker import CourseDrawings
from koordinator.documents.letter_maker import PdfLetters
from koordinator.documents.network_maker import NetworkDrawings
from koordinator.documents.paper_maker import PdfPapers
from koordinator.documents.pdf import Pdf, PdfPress
from koordinator.documents.sheet_maker import PdfSheets
from koordinator.domain.letterhead import Letterhead
from koordinator.usecases.paper_drawing import Makers
from tests.support.letter_texts import STANDARD

FONTS: Final = Path(__file__).resolve().parents[2] / "resources" / "fonts"
PRESS: Final = PdfPress(FONTS)


class RememberingPress(PdfPress):
    """Keeps what it was asked to set."""

    def __init__(self, paper: Callable[[], Letterhead] = Letterhead) -> None:
        super().__init__(FONTS, paper)
        self.documents: list[Document] = []

    @override
    def render(self, document: Document, letterhead: Letterhead | None = None) -> Pdf:
        self.documents.append(document)
        return super().render(document, letterhead)


def makers_of(press: PdfPress) -> Makers:
    """Everybody who makes a paper, with one press."""
    drawings = NetworkDrawings(press), CourseDrawings(press)
    own = PdfPapers(press, STANDARD), PdfLetters(press, STANDARD), *drawings, PdfSheets(press)
    return Makers(*own, hiding=lambda addresses: makers_of(press.hiding(addresses)))


MAKERS: Final = makers_of(PRESS)


@dataclass(frozen=True)
class ReadBack:
    """The text of each page, line by line, and the file's properties."""

    pages: list[list[str]]
    properties: dict[str, str]

    @property
    def text(self) -> str:
        """All pages in one."""
        return "\n".join("\n".join(page) for page in self.pages)

    @property
    def words(self) -> str:
        """All text with every space and line end taken out: what was broken over lines is whole again."""
        return "".join(self.text.split())


def read_back(pdf: Pdf) -> ReadBack:
    """What another program reads in the file."""
    document = pypdfium2.PdfDocument(pdf.content)
    pages = [page.get_textpage().get_text_range().replace("\ufffe", "-").splitlines() for page in document]
    properties = document.get_metadata_dict()
    document.close()
    return ReadBack([[line.strip() for line in page if line.strip()] for page in pages], properties)


def unpacked(pdf: Pdf) -> bytes:
    """The small objects of the file, which are packed together in it."""
    packs = re.findall(rb"/Type/ObjStm[^>]*>>\nstream\n(.*?)\nendstream\n", pdf.content, re.DOTALL)
    return b"\n".join(map(zlib.decompress, packs))


def printed(*blocks: Block, large_print: bool = False) -> ReadBack:
    """The blocks on paper, read back."""
    return read_back(PRESS.render(Document("Prøve", blocks, large_print=large_print)))
