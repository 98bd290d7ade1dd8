"""The pages of a PDF as pictures, drawn by PDFium from the bytes in memory.

PDFium is not made for threads: one lock stands before every call.
"""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Any, Final

from pypdfium2 import raw as pdfium

from koordinator.domain.page_picture import PagePicture, PageSize, UnreadablePaper

_ONE_AT_A_TIME: Final = Lock()
_BYTES_A_PIXEL: Final = 4
_WHITE: Final = 0xFFFFFFFF
_HYPHEN_AT_LINE_END: Final = "\ufffe"
_NO_TURN: Final = 0


class PdfiumReader:
    """Opens papers."""

    def open(self, content: bytes) -> "PdfiumPages":
        """The paper's pages. Raises UnreadablePaper."""
        return PdfiumPages(content)


class PdfiumPages:
    """One paper. PDFium reads from `content` as long as the paper is open."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        with _ONE_AT_A_TIME:
            self._handle: Any = pdfium.FPDF_LoadMemDocument64(content, len(content), None)
            self.sizes = tuple(self._sizes()) if self._handle else ()
        if not self.sizes:
            self.close()
            raise UnreadablePaper

    def picture(self, number: int, width: int, rows: range | None = None) -> PagePicture:
        """The page so many pixels wide: all of it, or only these rows. Raises UnreadablePaper."""
        height = self.sizes[number].height_at(width)
        wanted = range(height) if rows is None else rows
        pixels = ctypes.create_string_buffer(width * len(wanted) * _BYTES_A_PIXEL)
        with self._page(number) as page:
            stride = width * _BYTES_A_PIXEL
            bitmap = pdfium.FPDFBitmap_CreateEx(width, len(wanted), pdfium.FPDFBitmap_BGRx, pixels, stride)
            pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, len(wanted), _WHITE)
            pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, -wanted.start, width, height, _NO_TURN, pdfium.FPDF_ANNOT)
            pdfium.FPDFBitmap_Destroy(bitmap)
        return PagePicture(width, len(wanted), pixels.raw)

    def words(self, number: int) -> str:
        """What stands on the page, in reading order, a line each. Raises UnreadablePaper."""
        with self._page(number) as page:
            text = pdfium.FPDFText_LoadPage(page)
            length = pdfium.FPDFText_CountChars(text)
            letters = (ctypes.c_ushort * (length + 1))()
            pdfium.FPDFText_GetText(text, 0, length, letters)
            pdfium.FPDFText_ClosePage(text)
        said = bytes(letters).decode("utf-16-le", errors="replace").rstrip("\0")
        return said.replace(_HYPHEN_AT_LINE_END, "-").replace("\r\n", "\n")

    def close(self) -> None:
        """Lets go of the paper."""
        with _ONE_AT_A_TIME:
            if self._handle:
                pdfium.FPDF_CloseDocument(self._handle)
            self._handle = None

    def _sizes(self) -> Iterator[PageSize]:
        """A page without a size could not be drawn, and would not be a page to anybody."""
        for number in range(pdfium.FPDF_GetPageCount(self._handle)):
            size = pdfium.FS_SIZEF()
            known = pdfium.FPDF_GetPageSizeByIndexF(self._handle, number, size)
            if known and size.width > 0 and size.height > 0:
                yield PageSize(size.width, size.height)

    @contextmanager
    def _page(self, number: int) -> Iterator[Any]:
        with _ONE_AT_A_TIME:
            page = pdfium.FPDF_LoadPage(self._handle, number) if self._handle else None
            if not page:
                raise UnreadablePaper
            try:
                yield page
            finally:
                pdfium.FPDF_ClosePage(page)
