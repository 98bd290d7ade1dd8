"""The pages of real papers as pictures, drawn by the real PDFium; damaged ones are refused."""

import threading
from collections.abc import Iterator

import pytest

from koordinator.documents.content import Document, Heading, Paragraph
from koordinator.documents.page_pictures import PdfiumPages, PdfiumReader
from koordinator.domain.page_picture import PagePicture, UnreadablePaper
from tests.documents.press import PRESS

WHITE, TEXT = b"\xff\xff\xff", "Æblegrød på åen med Søren og Zoë"
NO_PAGES = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
    b"xref\n0 3\n0000000000 65535 f \n0000000009 00000 n \n0000000054 00000 n \n"
    b"trailer<</Size 3/Root 1 0 R>>\nstartxref\n101\n%%EOF\n"
)


def paper(pages: int = 1) -> bytes:
    """Of at least so many pages."""
    lines = (Paragraph(f"Linje {number}: {TEXT}") for number in range(40 * (pages - 1) + 3))
    return PRESS.render(Document("Prøve", (Heading(TEXT, 2), *lines))).content


@pytest.fixture
def pages() -> Iterator[PdfiumPages]:
    opened = PdfiumReader().open(paper(3))
    yield opened
    opened.close()


def ink(picture: PagePicture) -> int:
    """How many pixels are not white."""
    each = (picture.pixels[place : place + 3] for place in range(0, len(picture.pixels), 4))
    return sum(pixel != WHITE for pixel in each)


def test_a_page_is_as_wide_as_asked_and_keeps_its_shape(pages: PdfiumPages) -> None:
    picture = pages.picture(0, 400)

    assert (picture.width, picture.height) == (400, 566)
    assert len(picture.pixels) == 400 * 566 * 4
    assert ink(picture) > 1000


def test_rows_alone_are_those_of_the_whole_page(pages: PdfiumPages) -> None:
    whole = pages.picture(1, 300)
    bands = [pages.picture(1, 300, range(top, min(top + 100, whole.height))) for top in range(0, whole.height, 100)]

    joined = b"".join(band.pixels for band in bands)
    differing = sum(one != other for one, other in zip(joined, whole.pixels, strict=True))
    assert differing < len(joined) / 1000


def test_words_are_read_in_order_with_danish_letters_whole(pages: PdfiumPages) -> None:
    words = pages.words(0)

    assert TEXT in words
    assert words.index("Linje 1:") < words.index("Linje 2:")


@pytest.mark.parametrize("content", [b"", b"Hej", paper()[:500], paper()[:-700], NO_PAGES])
def test_what_is_no_paper_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadablePaper):
        PdfiumReader().open(content)


def test_a_closed_paper_gives_nothing_and_can_be_closed_again(pages: PdfiumPages) -> None:
    pages.close()
    pages.close()

    with pytest.raises(UnreadablePaper):
        pages.picture(0, 100)
    with pytest.raises(UnreadablePaper):
        pages.words(0)


def test_many_threads_may_ask_at_once(pages: PdfiumPages) -> None:
    expected, seen = pages.picture(2, 200), list[PagePicture]()
    other = PdfiumReader().open(paper(2))
    threads = [threading.Thread(target=lambda: seen.append(pages.picture(2, 200))) for _ in range(6)]
    threads += [threading.Thread(target=lambda: other.picture(0, 500)) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    other.close()

    assert seen == [expected] * 6
