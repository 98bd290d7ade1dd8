"""The sheet on how we work together, which is no ladder, and the consent form, which says what is signed."""

from dataclasses import replace

from koordinator.documents.compose.consent_form import consent_form
from koordinator.documents.compose.ways_sheet import ways_sheet
from koordinator.documents.content import Signatures
from koordinator.documents.figures import Label, Rect
from koordinator.documents.figures_ways import ways_figure
from koordinator.documents.palette import Ink
from koordinator.domain.steps import Step
from koordinator.texts.paper_voice import TO_MANY, TO_ONE
from tests.documents.compose.citizen_sheets import (
    BLANK_CONSENT,
    BLANK_OF_CHILD,
    GIVEN_CONSENT,
    NO_WAY_NEEDED,
    TAKEN_BACK,
    WAYS,
    WAYS_FAMILY,
    WAYS_TODAY,
)
from tests.documents.compose.papers import on_paper, sentences


def frames(today: Step | None) -> list[Rect]:
    return [shape for shape in ways_figure(TO_ONE, today).shapes if isinstance(shape, Rect)]


def test_no_way_stands_above_another() -> None:
    plain = frames(None)

    assert len(plain) == 3
    assert len({(each.y, each.width, each.height, each.fill, each.stroke) for each in plain}) == 1
    assert "Trin" not in "".join(shape.text for shape in ways_figure(TO_MANY).shapes if isinstance(shape, Label))


def test_the_way_of_today_is_told_in_words_and_by_its_frame() -> None:
    figure = ways_figure(TO_ONE, Step.MEETINGS)

    assert [each.stroke for each in frames(Step.MEETINGS)] == [Ink.LINE, Ink.PRIMARY, Ink.LINE]
    assert [shape.text for shape in figure.shapes if isinstance(shape, Label)].count("Lige nu") == 1
    assert figure.alternative.endswith("Lige nu: Vi mødes med dig.")


def test_the_sheet_speaks_to_one_or_to_a_family_or_of_nobody() -> None:
    one, family = (sentences(on_paper(ways_sheet(each, large_print=False))) for each in (WAYS_TODAY, WAYS_FAMILY))
    general = on_paper(ways_sheet(WAYS, large_print=False))

    assert "Lige nu: Vi mødes med dig. Mette Holm er din koordinerende sagsbehandler." in one
    assert "Er I ikke enige, så sig det." in family
    assert "Lige nu" not in general.text
    assert len(general.pages) == 1
    assert "Hjælpen hænger sammen" in sentences(on_paper(ways_sheet(NO_WAY_NEEDED, large_print=True)))


def test_a_form_to_fill_in_names_whoever_signs() -> None:
    words = sentences(on_paper(consent_form(BLANK_OF_CHILD, large_print=False)))
    one = replace(BLANK_OF_CHILD, custody_holders=("Jens Holst",))

    assert "Jeg, den, der har forældremyndigheden, siger ja på Anna Bæks vegne" in words
    assert "Lone Bæk · har forældremyndigheden" in words
    assert "Jeg, Jens Holst, siger ja på Anna Bæks vegne" in sentences(on_paper(consent_form(one, large_print=False)))
    assert "Det kan handle om arbejde, bolig, børn og familie, helbred eller økonomi." in words
    assert "Jeg, Lone Bæk, siger ja til" in sentences(on_paper(consent_form(BLANK_CONSENT, large_print=True)))


def test_what_was_said_yes_to_stands_whole_on_the_page_that_is_signed() -> None:
    paper = on_paper(consent_form(GIVEN_CONSENT, large_print=False))

    assert GIVEN_CONSENT.given is not None
    (page,) = paper.pages
    said = " ".join(page)
    assert all(line in said for line in GIVEN_CONSENT.given.text.split("\n"))
    assert "Fra 1. november 2026 til og med 31. januar 2027." in said
    assert page.count("Underskrift") == 1


def test_nobody_signs_what_was_taken_back() -> None:
    document = consent_form(TAKEN_BACK, large_print=True)

    assert "Trukket tilbage 3. november 2026." in sentences(on_paper(document))
    assert not any(isinstance(part, Signatures) for block in document.blocks for part in getattr(block, "blocks", ()))
