"""The municipality's paper: everything in its place, read back from the file, and nothing over anything else."""

import os
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Final

import pytest

from koordinator.documents.content import Address, Document, Heading, Masthead, OnePage, Paragraph, Title
from koordinator.documents.ink.letterhead import LOGO_HEIGHT, LOGO_WIDTH
from koordinator.documents.ink.style import MARGIN_SIDE, MM, PORTRAIT
from koordinator.documents.letterhead_sample import LetterheadLetters
from koordinator.documents.palette import PAPER, Ink, paper_colours
from koordinator.documents.pdf import Pdf
from koordinator.domain.letterhead import WINDOWS, Envelope, Letterhead
from koordinator.domain.letterhead_colour import STANDARD_ACCENT, tint_of
from koordinator.integrations.logo_files import AIMED_BYTES
from koordinator.texts import letterhead as words
from tests.documents.compose.papers import PAPERS
from tests.documents.letterheads import FULL, LETTERHEADS, LOGO, Box, boxes, lines
from tests.documents.press import PRESS, read_back, unpacked
from tests.documents.sample_plan import sample_plan
from tests.support.tagged import read_tags
from tests.support.verapdf import MISSING, judged, tools_are_here

ADDRESS: Final = Address(("Lone Bæk", "Åløkken 3, 2. tv.", "5250 Solbæk"), "Sundby Kommune, Torvet 1, 9990 Sundby")
LONG_ADDRESS: Final = Address(
    (
        "Åse Marie Charlotte Kjærsgård-Østergaard Vestermark Jensen",
        "c/o Bofællesskabet Den Gamle Købmandsgård ved Åen",
        "Kirkegårdsvej-Nørre Vestergade 112B, 3. sal, dør 14",
        "9990 Sønder Åby og Omegn",
    ),
    "x" * 70,
)
LETTERS: Final = tuple(
    name for name in PAPERS if PAPERS[name](large_print=False).masthead is Masthead.LETTER and "stuffed" not in name
)
OPENED: Final = tuple(name for name in PAPERS if PAPERS[name](large_print=False).masthead is not Masthead.NONE)
PRINTS = pytest.mark.parametrize("large_print", [False, True])
ENVELOPES = pytest.mark.parametrize("envelope", Envelope)


def letter(*blocks: object, large_print: bool = False, address: Address = ADDRESS) -> Document:
    body = (address, Title("Et brev", "Sundby Kommune"), Paragraph("Kære Lone"), *blocks)
    return Document("Et brev", (OnePage(body),), masthead=Masthead.LETTER, large_print=large_print)  # type: ignore[arg-type]


def overlapping(pdf: Pdf) -> list[tuple[str, str]]:
    return [
        (one.what, other.what)
        for page in boxes(pdf)
        for one, other in combinations(sorted(page, key=lambda box: box.top), 2)
        if other.top < one.bottom and one.covers(other)
    ]


@PRINTS
@pytest.mark.parametrize("letterhead", ["name only", "full in m65", "tall"])
@pytest.mark.parametrize("name", OPENED)
def test_nothing_stands_over_anything_else_on_headed_paper(name: str, letterhead: str, large_print: bool) -> None:
    pdf = PRESS.render(PAPERS[name](large_print=large_print), LETTERHEADS[letterhead])

    assert overlapping(pdf) == []


@PRINTS
@pytest.mark.parametrize("name", PAPERS)
def test_nothing_stands_over_anything_else(name: str, large_print: bool) -> None:
    assert overlapping(PRESS.render(PAPERS[name](large_print=large_print), FULL)) == []


def test_what_overlaps_is_found() -> None:
    tight = PRESS.render(letter(), replace(FULL, envelope=Envelope.C5))
    page = boxes(tight)[0]

    assert page[0].covers(Box("over it", *page[0][1:5]))
    assert not page[0].covers(page[1])


@PRINTS
@ENVELOPES
@pytest.mark.parametrize("address", [ADDRESS, LONG_ADDRESS], ids=["short", "long"])
def test_the_address_stands_in_the_window_and_nothing_else_does(
    address: Address, envelope: Envelope, large_print: bool
) -> None:
    window = WINDOWS[envelope]
    pdf = PRESS.render(letter(address=address, large_print=large_print), replace(FULL, envelope=envelope))

    within = [
        box
        for box in boxes(pdf)[0]
        if box.top < window.clear_bottom * MM - 1 and box.left < window.clear_right * MM - 1
    ]
    sender = [box for box in within if box.bottom <= window.top * MM]
    shown = [box for box in within if box not in sender]
    width = window.width if address is ADDRESS else 85
    edges = (window.left, window.top, window.left + width, window.top + window.height)
    assert [box.what for box in shown if not box.within(*edges)] == []
    assert "".join("".join(box.what.split()) for box in shown) == "".join("".join(address.lines).split())
    assert "".join(box.what for box in sender).replace(" ", "") == address.sender.replace(" ", "")
    top = window.top - 9 if large_print else window.top - 7
    assert all(box.within(window.left, top, window.clear_right, window.top) for box in sender)


@PRINTS
@ENVELOPES
@pytest.mark.parametrize("name", LETTERS)
def test_no_letter_has_other_words_where_the_window_looks(name: str, envelope: Envelope, large_print: bool) -> None:
    document, window = PAPERS[name](large_print=large_print), WINDOWS[envelope]
    (page, *_) = document.blocks
    assert isinstance(page, OnePage)
    pdf = PRESS.render(document, replace(FULL, envelope=envelope))
    if not isinstance(page.blocks[0], Address):
        return

    said = {"".join(line.split()) for line in (*page.blocks[0].lines, page.blocks[0].sender)}
    seen = [
        box.what
        for box in boxes(pdf)[0]
        if box.covers(
            Box(
                "window",
                window.clear_left * MM,
                window.clear_top * MM,
                window.clear_right * MM,
                window.clear_bottom * MM,
            )
        )
    ]
    assert ["".join(what.split()) in said for what in seen] == [True] * len(seen)


@ENVELOPES
def test_the_sheet_is_marked_where_it_is_folded(envelope: Envelope) -> None:
    marks = [
        box.top / MM
        for box in lines(PRESS.render(letter(), replace(FULL, envelope=envelope)))
        if box.right < MARGIN_SIDE - MM
    ]

    assert [round(mark, 1) for mark in marks] == pytest.approx(WINDOWS[envelope].folds, abs=0.15)


def test_no_line_of_the_letter_is_cut_by_the_first_fold_of_an_m65() -> None:
    pdf = PRESS.render(letter(), replace(FULL, envelope=Envelope.M65))
    fold = WINDOWS[Envelope.M65].folds[0] * MM

    assert [box.what for box in boxes(pdf)[0] if box.top < fold < box.bottom] == []


def test_without_a_window_there_is_no_mark_and_the_address_stands_at_the_margin() -> None:
    pdf = PRESS.render(letter(), FULL)

    assert [box for box in lines(pdf) if box.right < MARGIN_SIDE - MM] == []
    (name,) = (box for box in boxes(pdf)[0] if box.what == "Lone Bæk")
    assert name.left == pytest.approx(MARGIN_SIDE, abs=1.5)


@PRINTS
def test_the_logo_stands_at_the_right_margin_on_the_first_page_alone(large_print: bool) -> None:
    pages = boxes(PRESS.render(PAPERS["plan"](large_print=large_print), FULL))

    (logo,) = (box for box in pages[0] if box.what == "picture")
    assert logo.right <= PORTRAIT.width - MARGIN_SIDE + 0.5
    assert logo.right - logo.left <= LOGO_WIDTH + 0.5
    assert logo.bottom - logo.top <= LOGO_HEIGHT + 0.5
    assert [box for page in pages[1:] for box in page if box.what == "picture"] == []


@pytest.mark.parametrize(
    ("masthead", "shown"),
    [
        (Masthead.NONE, ()),
        (Masthead.MARK, ("Lilleby Kommune",)),
        (
            Masthead.LETTER,
            ("Lilleby Kommune", FULL.department, FULL.address, words.phone(FULL.phone), FULL.web),
        ),
    ],
)
def test_a_document_shows_as_much_of_the_letterhead_as_it_asks_for(masthead: Masthead, shown: tuple[str, ...]) -> None:
    document = Document("Prøve", (Title("Prøve"),), masthead=masthead)

    page = boxes(PRESS.render(document, replace(FULL, logo=None)))[0]

    every = ("Lilleby Kommune", FULL.department, FULL.address, words.phone(FULL.phone), FULL.web)
    assert tuple(line for line in every if line in {box.what for box in page}) == shown


def test_the_letterhead_opens_a_document_that_begins_with_something_else() -> None:
    document = Document("Prøve", (Paragraph("Først"), Heading("Så")), masthead=Masthead.MARK)

    page = boxes(PRESS.render(document, FULL))[0]
    first = next(box for box in page if box.what == "Først")
    assert next(box for box in page if box.what == "picture").bottom < first.top
    assert boxes(PRESS.render(Document("Tom", (), masthead=Masthead.MARK), FULL))[0][0].what == "picture"


def test_the_municipalitys_colour_is_on_headings_and_tints_and_nowhere_by_chance() -> None:
    page = boxes(PRESS.render(Document("Prøve", (Heading("Overskrift"), Paragraph("Tekst"))), FULL))[0]

    assert {box.what: box.colour for box in page}["Overskrift"] == "#7A1F1F"
    assert {box.what: box.colour for box in page}["Tekst"] == PAPER[Ink.TEXT]
    assert paper_colours(STANDARD_ACCENT) == PAPER
    assert paper_colours("#7A1F1F") == {**PAPER, Ink.PRIMARY: "#7A1F1F", Ink.PRIMARY_TINT: tint_of("#7A1F1F")}


def test_another_letterhead_changes_nothing_for_the_next_document() -> None:
    plain = PRESS.render(letter())
    headed = PRESS.render(letter(), FULL)

    assert PRESS.render(letter()) == plain
    assert PRESS.render(letter(), FULL) == headed
    assert headed.content != plain.content


def test_who_cannot_see_hears_the_logo_first(tmp_path: Path) -> None:
    if not tools_are_here():
        pytest.fail(MISSING) if os.environ.get("CI") else pytest.skip(MISSING)

    pdf = PRESS.render(letter(), FULL)

    assert unpacked(pdf).count(b"/Alt(Logo: Lilleby Kommune)") == 1
    assert [element.tag for element in read_tags(pdf.content, tmp_path)][:3] == ["Document", "Figure", "P"]


def test_headed_paper_may_be_kept_in_an_archive(tmp_path: Path) -> None:
    if not tools_are_here():
        pytest.fail(MISSING) if os.environ.get("CI") else pytest.skip(MISSING)
    papers = {
        f"{name} {head} {large}": PRESS.render(PAPERS[name](large_print=large), LETTERHEADS[head]).content
        for name in ("plan", "minutes", "invitation", "responsible", "end-family")
        for head in LETTERHEADS
        for large in (False, True)
    }

    findings = judged(papers, tmp_path)

    assert {name: found for name, found in findings.items() if found} == {}


def test_a_plan_with_a_logo_is_still_a_small_file() -> None:
    plan = replace(sample_plan(), masthead=Masthead.MARK)
    plain, headed = PRESS.render(plan), PRESS.render(plan, FULL)

    assert len(headed.content) < 120_000
    assert 0 < len(headed.content) - len(plain.content) < AIMED_BYTES


HOSTILE: Final = (
    "x" * 80,
    "Å" * 80,
    "سلام علیکم",
    "北京市民中心",
    "🙂🙃 Kommune",
    "<b>fed</b> & <img src='/etc/passwd'>",
    "Linje\net\ttab",
    "\u202eomvendt\u202c",
)


@pytest.mark.parametrize("text", HOSTILE)
@PRINTS
def test_whatever_is_typed_stays_on_the_paper_and_says_the_same(text: str, large_print: bool) -> None:
    head = Letterhead(text, text, text, text, text, text, logo=LOGO)
    for letterhead in (head, replace(head, logo=None), replace(head, envelope=Envelope.M65)):
        pdf = PRESS.render(letter(large_print=large_print, address=Address((text,) * 3, text)), letterhead)

        assert overlapping(pdf) == []
        assert all(
            box.left >= -1 and box.right <= PORTRAIT.width - MARGIN_SIDE + 1 for page in boxes(pdf) for box in page
        )
        if not pdf.substituted:
            shown = "".join(text.replace("\u202e", "").replace("\u202c", "").split())
            assert read_back(pdf).words.count(shown) >= 6


def test_the_sample_is_a_letter_like_any_other() -> None:
    sample = LetterheadLetters(PRESS)
    content = sample.letter(replace(FULL, envelope=Envelope.C5), "Torvet 1", with_case_number=True)

    said = read_back(Pdf(content, 1, ())).text
    assert words.SAMPLE_TITLE in said
    assert "Torvet 1" in said
    assert words.cases(words.SAMPLE_CASES) in said
