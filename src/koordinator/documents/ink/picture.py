"""A PNG of our own making (see `domain.letterhead_logo.Logo`) as it lies in a PDF: its rows as they are, undecoded."""

import hashlib
from collections.abc import Iterator
from typing import Any, Final

from reportlab.pdfgen.canvas import Canvas

from koordinator.documents.ink.pdf_file import RawObject, raw_stream

_SIGNATURE_LENGTH: Final = 8
_COLOUR_LENGTH: Final = 3


def draw_picture(canvas: Canvas, content: bytes, place: tuple[float, float, float, float]) -> None:
    """The picture with its lower left corner at x and y, so wide and high; `place` holds the four."""
    document: Any = canvas._doc  # type: ignore[attr-defined]  # noqa: SLF001
    name = hashlib.sha256(content).hexdigest()[:16]
    known = document.getXObjectName(name)
    if known not in document.idToObject:
        document.addForm(name, RawObject(_image(content)))
    x, y, width, height = place
    canvas._formsinuse.append(name)  # type: ignore[attr-defined]  # noqa: SLF001
    canvas._code.append(f"q {width:.3f} 0 0 {height:.3f} {x:.3f} {y:.3f} cm /{known} Do Q")  # type: ignore[attr-defined]  # noqa: SLF001


def _image(content: bytes) -> bytes:
    chunks = list(_chunks(content))
    (head,) = (data for kind, data in chunks if kind == b"IHDR")
    (palette,) = (data for kind, data in chunks if kind == b"PLTE")
    width, height = int.from_bytes(head[:4], "big"), int.from_bytes(head[4:8], "big")
    entries = (
        b"/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8/ColorSpace[/Indexed/DeviceRGB %d<%s>]"
        b"/Filter/FlateDecode/DecodeParms<</Predictor 15/Columns %d>>"
        % (width, height, len(palette) // _COLOUR_LENGTH - 1, palette.hex().encode(), width)
    )
    return raw_stream(entries, b"".join(data for kind, data in chunks if kind == b"IDAT"))


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Each chunk's kind and data; the checksum behind it is for those who did not write the file."""
    at = _SIGNATURE_LENGTH
    while at < len(content):
        length = int.from_bytes(content[at : at + 4], "big")
        yield content[at + 4 : at + 8], content[at + 8 : at + 8 + length]
        at += length + 12
