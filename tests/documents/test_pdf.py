"""A document on paper, read back as another program reads it."""

import hashlib
from pathlib import Path
from threading import Thread

import pypdfium2
import pytest

from koordinator.documents.content import (
    Align,
    BulletList,
    Callout,
    Card,
    Cards,
    Checkbox,
    Column,
    Document,
    Facts,
    Heading,
    KeepTogether,
    NumberedList,
    OnePage,
    PageBreak,
    Paragraph,
    Quote,
    Signatures,
    Space,
    Span,
    Table,
    Title,
    WritingLines,
    citizens_words,
    muted,
)
from koordinator.documents.palette import PAPER, Ink
from koordinator.documents.pdf import PdfPress
from tests.documents.press import FONTS, PRESS, printed, read_back, unpacked
from tests.documents.sample_plan import AGREEMENTS, agreements, sample_plan

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("large_print", [False, True])
def test_the_plan_reads_as_it_was_written(large_print: bool) -> None:
    paper = read_back(PRESS.render(sample_plan(large_print=large_print)))

    golden = GOLDEN / ("plan-large.txt" if large_print else "plan.txt")
    pages = "\n\f\n".join("\n".join(page) for page in paper.pages)
    assert pages == golden.read_text(encoding="utf-8").rstrip("\n")


def test_the_most_important_is_on_one_page() -> None:
    first, second, *_ = read_back(PRESS.render(sample_plan())).pages

    assert "Vores fælles plan" in first
    assert any(line.startswith("Næste møde: tirsdag 12. januar 2027 kl. 13.00") for line in first)
    assert "Dine egne ord" in second


def test_the_same_document_gives_the_same_bytes() -> None:
    document = sample_plan(draft=True)

    again = PdfPress(FONTS).render(document)

    assert PRESS.render(document).content == again.content


def test_threads_may_share_the_press() -> None:
    document = sample_plan()
    sums: list[str] = []
    threads = [
        Thread(target=lambda: sums.append(hashlib.sha256(PRESS.render(document).content).hexdigest())) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(sums) == 4
    assert len(set(sums)) == 1


def test_every_page_says_which_page_version_and_date_it_is() -> None:
    paper = read_back(PRESS.render(sample_plan()))

    for number, page in enumerate(paper.pages, start=1):
        foot = " ".join(page)
        assert f"Side {number} af {len(paper.pages)}" in foot
        assert "Fælles plan, version 3 · 21. november 2026" in foot


def test_later_pages_say_whose_plan_they_belong_to() -> None:
    first, *later = read_back(PRESS.render(sample_plan())).pages

    assert "Vores fælles plan · Lone Bæk" not in first
    assert all("Vores fælles plan · Lone Bæk" in page for page in later)


def test_a_draft_says_so_on_every_page() -> None:
    draft = read_back(PRESS.render(sample_plan(draft=True)))
    approved = read_back(PRESS.render(sample_plan()))

    assert all("Udkast – ikke godkendt" in " ".join(page) for page in draft.pages)
    assert "Udkast" not in approved.text


def test_the_properties_name_the_document_and_nobody() -> None:
    properties = read_back(PRESS.render(sample_plan())).properties

    assert properties["Title"] == "Vores fælles plan"
    assert properties["Author"] == "Sundby Kommune"
    assert properties["Subject"] == "Fælles plan"
    assert properties["Keywords"] == ""
    assert "Lone" not in " ".join(properties.values())


def test_the_language_is_told_and_the_title_shown() -> None:
    content = unpacked(PRESS.render(sample_plan()))

    assert b"/Lang (da-DK)" in content
    assert b"/DisplayDocTitle true" in content


def test_a_tagged_plan_is_a_small_file() -> None:
    assert len(PRESS.render(sample_plan()).content) < 120_000


def test_the_headings_are_the_bookmarks_without_a_gap_on_the_way_down() -> None:
    headings = (
        Heading("Lille", 3),
        Heading("Stor"),
        Title("Æblet"),
        Heading("Lille igen", 3),
        Heading("Endnu mindre", 3),
    )
    document = pypdfium2.PdfDocument(PRESS.render(Document("Prøve", headings)).content)

    found = [(bookmark.level, bookmark.get_title()) for bookmark in document.get_toc()]

    assert found == [(0, "Lille"), (1, "Stor"), (0, "Æblet"), (1, "Lille igen"), (2, "Endnu mindre")]


def test_a_bookmark_leads_to_the_page_of_its_heading() -> None:
    document = pypdfium2.PdfDocument(
        PRESS.render(Document("Prøve", (Heading("Her"), PageBreak(), Heading("Der")))).content
    )
    places = [bookmark.get_dest() for bookmark in document.get_toc()]

    assert [place.get_index() for place in places if place] == [0, 1]


def test_the_fonts_are_in_the_file() -> None:
    document = pypdfium2.PdfDocument(PRESS.render(sample_plan()).content)
    fonts = [item.get_font() for page in document for item in page.get_objects([1])]

    assert {font.get_base_name() for font in fonts} == {"SourceSans3-Regular", "SourceSans3-Bold"}
    assert all(font.is_embedded for font in fonts)


def test_a_table_repeats_its_head_and_loses_no_row() -> None:
    rows = tuple((f"Aftale nummer {number}", *AGREEMENTS[number % 4][1:]) for number in range(1, 201))

    paper = printed(agreements(rows))

    assert len(paper.pages) > 4
    assert all(page[0].startswith("Hvad Hvem") for page in paper.pages)
    found = [line.split()[2] for line in paper.text.splitlines() if line.startswith("Aftale nummer")]
    assert found == [str(number) for number in range(1, 201)]


def test_in_large_print_a_table_is_read_row_by_row() -> None:
    paper = printed(agreements((AGREEMENTS[1],)), large_print=True)

    assert paper.pages[0][:4] == [
        "Taler med skolen om, at Anna møder kl. 8.30",
        "Hvem: Kim Møller",
        "Hvornår: senest 27. november",
        "Gjort",
    ]


def test_no_word_of_a_table_is_cut_where_another_column_has_room() -> None:
    columns = (Column("Hjælp", 1), Column("Hvad", 5), Column("Hvem", 0))
    row = ("Virksomhedspraktik", "Finde det rigtige timetal", "Arbejdsmarked og Uddannelse i Solbæk Kommune")

    paper = printed(Table(columns, (row, ("Å" * 500, "kort", "kort"))))

    assert "Virksomhedspraktik" in paper.text.split()
    assert "Å" * 500 in paper.words


def test_in_large_print_numbers_stay_in_their_columns() -> None:
    columns = (Column("Team"), Column("Antal", 0, Align.RIGHT), Column("Ud af", 0, Align.RIGHT))

    paper = printed(Table(columns, (("Myndighed Voksen", "18", "23"),)), large_print=True)

    assert paper.pages[0][:2] == ["Team Antal Ud af", "Myndighed Voksen 18 23"]


@pytest.mark.parametrize("large_print", [False, True])
def test_running_text_in_large_print_is_18_points_or_more(large_print: bool) -> None:
    document = pypdfium2.PdfDocument(PRESS.render(sample_plan(large_print=large_print)).content)
    sizes = [item.get_font_size() for page in document for item in page.get_objects([1])]
    body = max(set(sizes), key=sizes.count)

    assert body == (18 if large_print else 11)


def test_an_empty_table_says_so() -> None:
    assert printed(agreements(())).pages[0][0] == "Der er ingen aftaler endnu."
    assert printed(Table((Column("Hvad"),), ())).pages == [["Side 1 af 1"]]


def test_a_document_without_content_is_one_page() -> None:
    assert PRESS.render(Document("", ())).pages == 1


def test_blocks_without_content_are_no_harm() -> None:
    empty = (
        Title(""),
        Heading(""),
        Paragraph(""),
        Quote("", ()),
        NumberedList(()),
        BulletList(()),
        Cards(()),
        Facts(()),
        Callout(()),
        Signatures(()),
        WritingLines(0),
        KeepTogether(()),
        PageBreak(),
        OnePage(()),
        PageBreak(),
    )

    assert printed(*empty).pages == [["Side 1 af 1"]]


def test_every_block_is_on_the_paper_in_reading_order() -> None:
    paper = printed(
        Title("Titel", "Over", "Under"),
        Facts((("Borger", "Lone Bæk"), ("Sted", "Rådhuset"))),
        KeepTogether((Heading("Sammen", 3), Paragraph("Ét afsnit\nto linjer"))),
        Space(),
        Cards((Card("Et kort", ("med en linje",)),)),
        WritingLines(3),
        Signatures(("Lone Bæk",)),
        PageBreak(),
        Callout(("På næste side",)),
    )

    assert paper.pages == [
        [
            "Over",
            "Titel",
            "Under",
            "Borger Lone Bæk",
            "Sted Rådhuset",
            "Sammen",
            "Ét afsnit",
            "to linjer",
            "Et kort",
            "med en linje",
            "Lone Bæk",
            "Side 1 af 2",
        ],
        ["På næste side", "Side 2 af 2"],
    ]


def test_the_first_version_that_one_page_can_hold_is_taken() -> None:
    def lines(count: int) -> tuple[Paragraph, ...]:
        return tuple(Paragraph(f"Linje {number} af {count}") for number in range(1, count + 1))

    fits = printed(OnePage(lines(20), (lines(10),)), Paragraph("Bagefter"))
    second = printed(OnePage(lines(200), (lines(30), lines(10))), Paragraph("Bagefter"))
    none = printed(OnePage(lines(200), (lines(100),)), Paragraph("Bagefter"))

    assert "Linje 20 af 20" in fits.pages[0]
    assert "Linje 30 af 30" in second.pages[0]
    assert second.pages[1][0] == "Bagefter"
    assert "Linje 1 af 100" in none.pages[0]
    assert "Linje 100 af 100" in none.text


def test_a_ticked_box_is_drawn_differently() -> None:
    def page(done: bool) -> bytes:
        table = Table((Column("Hvad"), Column("Gjort", 0)), (("Ringe", Checkbox(done=done)),))
        return PRESS.render(Document("", (table,))).content

    assert page(done=True) != page(done=False)


def test_the_citizens_own_words_have_their_colour() -> None:
    def colours(*spans: Span) -> set[tuple[int, ...]]:
        document = pypdfium2.PdfDocument(PRESS.render(Document("", (Paragraph(spans),))).content)
        picture = document[0].render(scale=4).to_pil()
        return {colour for _, colour in picture.getcolors(1 << 20)}

    citizen = tuple(bytes.fromhex(PAPER[Ink.CITIZEN][1:]))
    assert citizen in colours(citizens_words("Jeg vil hjem"))
    assert citizen not in colours(Span("Vi hjælper dig hjem"), muted("snart"))
