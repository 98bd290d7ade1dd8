"""How the pages are laid out, over every paper, those with far too much in them among them, in both prints."""

import ctypes
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Final

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from koordinator.documents.compose.network import network_paper
from koordinator.documents.content import Block, Column, Document, Heading, OnePage, Paragraph, Table, Title
from koordinator.documents.ink.style import LARGE, NORMAL
from koordinator.documents.pdf import Pdf
from tests.documents.compose.papers import PAPERS
from tests.documents.compose.test_hostile import documents
from tests.documents.hard_papers import WORDS
from tests.documents.networks import with_everything
from tests.documents.press import PRESS, read_back, unpacked

ENTRY: Final = "Rydder op sammen med familien én gang om ugen og taler om, hvad der var svært. "
UNEVEN: Final = "uneven"
NAME_ROOM: Final = 40
ONLY_THE_FOOTS: Final = 1
PRINTS = pytest.mark.parametrize("large_print", [False, True])
HARD: Final = "hard"
"""And the number of a paper in which every field holds a whole line."""
HARD_ONES: Final = tuple(f"{HARD} {number}" for number in range(len(documents(""))))
EVERY = pytest.mark.parametrize("name", [*PAPERS, UNEVEN, *HARD_ONES])


def uneven(*, large_print: bool) -> Document:
    """Headings, paragraphs and tables of every length, so that each of them comes to the end of a page."""
    columns = (Column("Hvad", 2), Column("Hvem", 0), Column("Hvornår", 1))
    blocks: list[Block] = [Title("Ujævnt")]
    for number in range(1, 40):
        rows = tuple((ENTRY * (1 + (number + row) % 6), "Åse Møller", "hver fredag") for row in range(number % 7))
        blocks += [
            Heading(f"Afsnit {number}"),
            *((Heading("Lille overskrift", 3),) if number % 3 == 0 else ()),
            *((Paragraph(WORDS * (number % 5 + 1)),) if number % 2 else ()),
            Table(columns, rows, "Der er ikke noget endnu."),
            Table((Column("Et"), Column("To")), tuple((row[0], row[1]) for row in rows)),
        ]
    return Document(
        "Ujævnt", tuple(blocks), version_text="Prøve", date_text="21. november 2026", large_print=large_print
    )


@cache
def printed(name: str, *, large_print: bool) -> tuple[Document, Pdf]:
    document = composed(name, large_print=large_print)
    return document, PRESS.render(document)


def composed(name: str, *, large_print: bool) -> Document:
    if name.startswith(HARD):
        return documents(ENTRY, large_print=large_print)[int(name.removeprefix(HARD))]
    return uneven(large_print=large_print) if name == UNEVEN else PAPERS[name](large_print=large_print)


@PRINTS
@EVERY
def test_no_heading_stands_last_on_a_page(name: str, large_print: bool) -> None:
    document, pdf = printed(name, large_print=large_print)

    assert not any(headings_last(pdf, document.large_print))


@PRINTS
@EVERY
def test_no_row_is_cut_and_the_head_stands_over_its_rows_again(name: str, large_print: bool) -> None:
    document, pdf = printed(name, large_print=large_print)

    tags = tags_by_page(pdf)
    assert rows_on_pages(tags) == rows_in(pdf)
    heads = [tuple(one_word(column.heading) for column in table.columns) for table in tables_in(document.blocks)]
    for page, said in zip(tags, read_back(pdf).pages, strict=True):
        words = one_word(" ".join(said))
        assert "TR" not in page or any(all(head in words for head in columns) for columns in heads)


@PRINTS
@EVERY
def test_every_page_says_which_it_is_of_which_version_and_day(name: str, large_print: bool) -> None:
    document, pdf = printed(name, large_print=large_print)
    read = read_back(pdf).pages

    assert document.version_text
    assert document.date_text
    for number, page in enumerate(read, start=1):
        words = " ".join(page)
        assert f"Side {number} af {len(read)}" in words
        assert f"{document.version_text} · {document.date_text}" in words


@PRINTS
def test_a_long_name_takes_room_from_the_picture_under_it(large_print: bool) -> None:
    content = with_everything()
    content = replace(content, subject=replace(content.subject, name="Åse-Marie " * 20))

    pdf = PRESS.render(network_paper(content, large_print=large_print))

    assert not any(headings_last(pdf, large_print))


def test_what_is_looked_for_is_found_where_it_is() -> None:
    last = PRESS.render(Document("Prøve", (Paragraph("Ord"), Heading("Til sidst"))))
    cut = PRESS.render(Document("Prøve", (Table((Column("Hvad"),), ((ENTRY * 200,),)),)))

    assert headings_last(last, large_print=False) == [True]
    assert rows_on_pages(tags_by_page(cut)) > rows_in(cut)


def rows_in(pdf: Pdf) -> int:
    return len(re.findall(rb"/S ?/TR\b", unpacked(pdf)))


def rows_on_pages(tags: list[tuple[str, ...]]) -> int:
    """A row that is cut is on two of them."""
    return sum(page.count("TR") for page in tags)


def tags_by_page(pdf: Pdf) -> list[tuple[str, ...]]:
    opened = pypdfium2.PdfDocument(pdf.content)
    tags = [tuple(tags_on(page)) for page in opened]
    opened.close()
    return tags


def headings_last(pdf: Pdf, large_print: bool) -> list[bool]:
    opened = pypdfium2.PdfDocument(pdf.content)
    found = [heading_is_last(page, large_print) for page in opened]
    opened.close()
    return found


def heading_is_last(page: pypdfium2.PdfPage, large_print: bool) -> bool:
    """Whether the lowest text above the foot is as large and as strong as a heading, with no line to write on below."""
    styles = LARGE if large_print else NORMAL
    texts = [(item.get_bounds()[1], item) for item in page.get_objects([pdfium.FPDF_PAGEOBJ_TEXT])]
    above = [(bottom, item) for bottom, item in texts if item.get_font_size() != styles.footer.size]
    if not above:
        return False
    bottom, lowest = min(above, key=lambda each: each[0])
    lines_below = sum(item.get_bounds()[1] < bottom for item in page.get_objects([pdfium.FPDF_PAGEOBJ_PATH]))
    sizes = {styles.title.size, *(style.size for style in styles.headings.values())}
    looks_so = lowest.get_font_size() in sizes and lowest.get_font().get_base_name().endswith("Bold")
    return looks_so and lines_below <= ONLY_THE_FOOTS


def tags_on(page: pypdfium2.PdfPage) -> Iterator[str]:
    """The structure's tags that have content on the page."""
    tree = pdfium.FPDF_StructTree_GetForPage(page.raw)
    for number in range(pdfium.FPDF_StructTree_CountChildren(tree)):
        yield from tags_in(pdfium.FPDF_StructTree_GetChildAtIndex(tree, number))
    pdfium.FPDF_StructTree_Close(tree)


def tags_in(element: object) -> Iterator[str]:
    name = ctypes.create_string_buffer(NAME_ROOM)
    length = pdfium.FPDF_StructElement_GetType(element, name, NAME_ROOM)
    yield name.raw[: max(length - 2, 0)].decode("utf-16-le")
    for number in range(pdfium.FPDF_StructElement_CountChildren(element)):
        child = pdfium.FPDF_StructElement_GetChildAtIndex(element, number)
        if child:
            yield from tags_in(child)


def tables_in(blocks: tuple[object, ...]) -> Iterator[Table]:
    for block in blocks:
        if isinstance(block, Table):
            yield block
        elif isinstance(block, OnePage):
            yield from tables_in((*block.blocks, *(part for shorter in block.shorter for part in shorter)))
        elif parts := getattr(block, "blocks", ()):
            yield from tables_in(parts)


def one_word(text: str) -> str:
    return "".join(text.split())
