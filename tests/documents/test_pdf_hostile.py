"""Whatever people type comes out as text, or as something visible in its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koordinator.documents.content import (
    BulletList,
    Callout,
    Card,
    Cards,
    Column,
    Document,
    Drawing,
    Facts,
    Heading,
    Paragraph,
    Quote,
    Signatures,
    Table,
    Title,
)
from koordinator.documents.figures import ScorePoint, progress_line
from koordinator.documents.plain import one_line
from tests.documents.press import PRESS, printed, read_back

MARKUP = [
    "<b>Lone</b>",
    "<img src='/etc/passwd'/>",
    '<a href="javascript:alert(1)">klik</a>',
    "<para>&amp;&#x41;</para>",
    "]]> --> (\\) Tj ET endstream",
    "%s {name} ${jndi}",
]


def everywhere(text: str) -> Document:
    """The text in every place that takes one."""
    return Document(
        title=text,
        subject=text,
        author=text,
        version_text=text,
        date_text=text,
        footer=text,
        running_head=text,
        blocks=(
            Title(text, text, text),
            Heading(text),
            Paragraph(text),
            Quote(text, (text,)),
            BulletList((text,)),
            Table((Column(text), Column(text, 0)), ((text, text),)),
            Facts(((text, text),)),
            Cards((Card(text, (text,)),)),
            Callout((text,)),
            Drawing(progress_line((ScorePoint(text, 4), ScorePoint(text, 12)), text), text),
            Signatures((text,)),
        ),
    )


@pytest.mark.parametrize("text", MARKUP)
def test_markup_is_text(text: str) -> None:
    pdf = PRESS.render(everywhere(text))
    paper = read_back(pdf)

    assert paper.words.count("".join(text.split())) >= 18
    assert paper.properties["Title"] == text
    assert b"/URI" not in pdf.content
    assert b"/JavaScript" not in pdf.content
    assert b"/Subtype /Image" not in pdf.content


@pytest.mark.parametrize("unseen", ["\x00", "\x1b", "\u202e", "\u2067", "\u200b", "\ufeff", "\ud83d"])
def test_unseen_characters_do_not_reach_the_paper(unseen: str) -> None:
    paper = printed(Paragraph(f"Lo{unseen}ne"))

    assert paper.pages[0][0] == "Lone"


def test_danish_letters_are_whole_however_they_were_typed() -> None:
    assert printed(Paragraph("A\u030ase spiste rødgrød på en ø, Æ")).pages[0][0] == "Åse spiste rødgrød på en ø, Æ"


def test_emoji_are_said_in_words() -> None:
    pdf = PRESS.render(Document("", (Paragraph("Jeg er glad 😊 og siger tak 👍🏽"),)))

    assert read_back(pdf).pages[0][0] == "Jeg er glad [smiler] og siger tak [tommel op]"
    assert pdf.substituted == ("👍", "😊")


def test_letters_that_the_font_lacks_are_seen_to_be_missing() -> None:
    pdf = PRESS.render(Document("", (Heading("李小龙 Hansen"), Paragraph("محمد"))))
    page = read_back(pdf).pages[0]

    assert page[0] == "□□□ Hansen"
    assert page[1] == "□□□□"
    assert page[2].startswith("□ står i stedet for et tegn")
    assert set(pdf.substituted) == set("李小龙محمد")


def test_letters_in_fancy_dress_are_ordinary_letters() -> None:
    pdf = PRESS.render(Document("", (Paragraph("ﬁn ｆｏｒｍ ①"),)))

    assert read_back(pdf).pages[0][0] == "fin form 1"
    assert pdf.substituted == ()


def test_a_hundred_thousand_characters_flow_over_the_pages() -> None:
    text = "Der var så meget at sige, at det aldrig fik ende. " * 2_000

    paper = printed(Quote("Du sagde", (text,)), Paragraph("Slut"))

    assert len(paper.pages) > 15
    assert paper.words.count("Dervarsåmegetatsige,atdetaldrigfikende.") >= 1_950
    assert "Slut" in paper.pages[-1]


def test_a_cell_longer_than_a_page_goes_on_under_its_head() -> None:
    text = "Aftalen er lang. " * 600

    paper = printed(Table((Column("Hvad"), Column("Hvem", 0)), ((text, "Mette Holm"), ("Kort", "Kim"))))

    assert len(paper.pages) > 2
    assert all("Hvad Hvem" in page[0] for page in paper.pages)
    assert paper.text.count("Mette Holm") == 1


def test_a_card_longer_than_a_page_goes_on() -> None:
    paper = printed(Cards((Card("A", ("Ring til Mette. " * 900,)), Card("Bo", ("Kort",)))))

    assert len(paper.pages) > 2
    assert "Bo" in paper.text


def test_a_word_without_an_end_is_cut() -> None:
    paper = printed(Paragraph("x" * 5_000), Table((Column("Hvad"), Column("Hvem", 0)), (("y" * 5_000, "z" * 200),)))

    assert paper.words.count("x") == 5_000
    assert paper.words.count("y") == 5_000
    assert paper.words.count("z") == 200


def test_a_running_head_and_a_version_stay_on_their_line() -> None:
    name = "Navn" * 50
    pdf = PRESS.render(
        Document("", (Paragraph("a\n" * 80),), running_head=f"Vores fælles plan · {name}", version_text=name)
    )
    page = read_back(pdf).pages[1]

    assert sum("NavnNavn" in line for line in page) == 2
    assert all("…" in line for line in page if "NavnNavn" in line)


def test_large_print_takes_the_same_long_text() -> None:
    pdf = PRESS.render(Document("", (everywhere("n" * 200).blocks), large_print=True))

    assert read_back(pdf).words.count("n") >= 200 * 12


@given(st.text(max_size=200))
def test_any_text_anywhere_is_printed(text: str) -> None:
    pdf = PRESS.render(everywhere(text))

    assert pdf.pages >= 1
    assert pdf.content.startswith(b"%PDF-")


@given(st.text(alphabet=st.sampled_from("abcæøåÆØÅéüß «»–…0123<>&()\\'\" "), max_size=120))
def test_text_read_back_is_the_text_that_was_written(text: str) -> None:
    assert printed(Paragraph(text)).words.removesuffix("Side1af1") == "".join(one_line(text).split())
