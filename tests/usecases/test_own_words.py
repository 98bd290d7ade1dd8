"""What a municipality has written stands in the letters of the day, and changes nothing that was made before."""

from dataclasses import replace

import pypdfium2
import pytest

from koordinator.domain.citizen import Citizen
from koordinator.domain.ids import RowId
from koordinator.domain.letter_kinds import LetterKey
from koordinator.domain.letter_versions import LetterTextVersion
from koordinator.domain.paper import PaperKind
from koordinator.domain.paper_order import PaperOrder
from koordinator.domain.steps import Step
from koordinator.usecases.courses import Courses
from koordinator.usecases.papers import Papers
from tests.documents.press import MAKERS
from tests.support.histories import Histories, days_ago
from tests.support.letter_texts import STANDARD
from tests.support.office import Bench

OWN = STANDARD.texts[LetterKey.RESPONSIBLE].replace("Kære {navn}", "Hej {navn}, vi i {kommune} skriver til {dig}.")


@pytest.fixture
def histories(bench: Bench) -> Histories:
    return Histories(bench)


@pytest.fixture
def papers(bench: Bench) -> Papers:
    return Papers(bench.office, MAKERS)


@pytest.fixture
def lone(bench: Bench, histories: Histories) -> Citizen:
    citizen = bench.add_citizen("{navn} Bæk")
    histories.course(citizen.subject_id, Step.MEETINGS, days_ago(60))
    Courses(bench.office).choose_coordinator(bench.actor, citizen.subject_id, bench.actor.employee_id)
    return citizen


def read(content: bytes) -> str:
    pages = pypdfium2.PdfDocument(content)
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in pages).split())


def write(bench: Bench, key: LetterKey, text: str) -> None:
    by = bench.actor.employee_id
    with bench.office.aside() as tx:
        tx.of(LetterTextVersion).add(LetterTextVersion(RowId(0), key, text, by, tx.now))


def test_a_letter_says_what_the_municipality_has_written_and_a_value_is_never_read_as_a_field(
    bench: Bench, papers: Papers, lone: Citizen
) -> None:
    order = PaperOrder(PaperKind.RESPONSIBLE, lone.subject_id)
    before = papers.make(bench.actor, order)
    write(bench, LetterKey.RESPONSIBLE, OWN.replace(", vi i {kommune} skriver til {dig}", ""))
    after = papers.make(bench.actor, order)

    assert "Kære {navn}" in read(before.content)
    assert "Hej {navn}." in read(after.content)
    assert papers.open(bench.actor, before.paper.id).content == before.content


def test_a_line_in_which_something_is_missing_falls_away(bench: Bench, papers: Papers, lone: Citizen) -> None:
    write(bench, LetterKey.RESPONSIBLE, OWN)

    words = read(papers.make(bench.actor, PaperOrder(PaperKind.RESPONSIBLE, lone.subject_id)).content)

    assert "Hej" not in words
    assert "er din koordinerende sagsbehandler" in words


def test_a_text_that_this_program_cannot_read_gives_way_to_the_standard(
    bench: Bench, papers: Papers, lone: Citizen
) -> None:
    write(bench, LetterKey.RESPONSIBLE, OWN.replace("{navn}", "{noget gammelt}"))

    assert "Kære {navn}" in read(papers.make(bench.actor, PaperOrder(PaperKind.RESPONSIBLE, lone.subject_id)).content)


def test_the_consent_form_on_paper_has_the_municipalitys_own_sentence(
    bench: Bench, histories: Histories, papers: Papers, lone: Citizen
) -> None:
    histories.save(replace(lone, name="Lone Bæk"))
    write(bench, LetterKey.CONSENT, STANDARD.texts[LetterKey.CONSENT] + "\nVi passer godt på det.")

    assert "Vi passer godt på det." in read(
        papers.make(bench.actor, PaperOrder(PaperKind.CONSENT, lone.subject_id)).content
    )
