"""Letterheads to print on, and where everything on a page stands."""

from collections.abc import Iterator
from ctypes import c_uint
from dataclasses import replace
from pathlib import Path
from typing import Final, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from koordinator.documents.ink.style import MM
from koordinator.documents.pdf import Pdf
from koordinator.domain.letterhead import Envelope, Letterhead
from koordinator.domain.letterhead_logo import LogoPicture
from koordinator.integrations.logo_files import LogoFilesOnDisk
from koordinator.ui.svg_bitmap import svg_bitmap

LOGO: Final = LogoFilesOnDisk(svg_bitmap).read(Path(__file__).resolve().parents[1] / "samples" / "logo.svg")
FULL: Final = Letterhead(
    municipality="Lilleby Kommune",
    department="Familie og Velfærd",
    address="Rådhuspladsen 1, 9981 Lilleby",
    phone="99 12 30 00",
    web="lilleby.example",
    accent="#7A1F1F",
    logo=LOGO,
)
TALL: Final = replace(
    FULL, logo=LogoPicture(LOGO.content, 100, 400), name="Børn, Unge og Voksne på tværs af forvaltninger"
)
LETTERHEADS: Final[dict[str, Letterhead]] = {
    "plain": Letterhead(),
    "name only": Letterhead("Lilleby Kommune"),
    "full": FULL,
    "full in m65": replace(FULL, envelope=Envelope.M65),
    "tall in c5": replace(TALL, envelope=Envelope.C5),
    "tall": TALL,
}


class Box(NamedTuple):
    """What stands where, in points from the page's top left corner."""

    what: str
    left: float
    top: float
    right: float
    bottom: float
    colour: str = ""

    def covers(self, other: "Box", slack: float = 0.6) -> bool:
        """They share more of the page than rounding makes them."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.bottom, other.bottom) - max(self.top, other.top)
        return wide > slack and high > slack

    def within(self, left: float, top: float, right: float, bottom: float) -> bool:
        """All of it stands between these, in millimetres."""
        return (
            self.left >= left * MM - 0.5
            and self.top >= top * MM - 0.5
            and self.right <= right * MM + 0.5
            and self.bottom <= bottom * MM + 0.5
        )


def boxes(pdf: Pdf) -> list[list[Box]]:
    """Words and pictures of each page."""
    opened = pypdfium2.PdfDocument(pdf.content)
    found = [list(_boxes(page)) for page in opened]
    opened.close()
    return found


def _boxes(page: pypdfium2.PdfPage) -> Iterator[Box]:
    height, words = page.get_height(), page.get_textpage()
    for item in page.get_objects([pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_PAGEOBJ_IMAGE], textpage=words):
        is_text = item.type == pdfium.FPDF_PAGEOBJ_TEXT
        said = item.extract().strip() if is_text else "picture"
        if said:
            left, bottom, right, top = item.get_bounds()
            yield Box(said, left, height - top, right, height - bottom, _colour(item) if is_text else "")


def lines(pdf: Pdf) -> list[Box]:
    """The drawn lines and frames of the first page."""
    opened = pypdfium2.PdfDocument(pdf.content)
    page = opened[0]
    height = page.get_height()
    found = []
    for item in page.get_objects([pdfium.FPDF_PAGEOBJ_PATH]):
        left, bottom, right, top = item.get_bounds()
        found.append(Box("line", left, height - top, right, height - bottom))
    opened.close()
    return found


def _colour(item: pypdfium2.PdfObject) -> str:
    channels = [c_uint() for _ in range(4)]
    pdfium.FPDFPageObj_GetFillColor(item.raw, *channels)
    return "#" + "".join(f"{channel.value:02X}" for channel in channels[:3])
