"""The sheet on how we work together and the consent form, from the database to the paper."""

from dataclasses import replace
from datetime import date, timedelta

import pypdfium2
import pytest

from koordinator.domain.citizen import Citizen, Family, FamilyMembership, FamilyRole, Relation, RelationKind
from koordinator.domain.consent import Consent, GivenConsent
from koordinator.domain.errors import NotFound
from koordinator.domain.ids import CitizenId, ConsentId, ContactPersonId, RowId
from koordinator.domain.paper import Paper, PaperKind, Reader
from koordinator.domain.paper_order import PaperOrder
from koordinator.domain.register import ContactKind, ContactPerson
from koordinator.domain.steps import Step
from koordinator.texts.consent import ALL_INVITED, USUAL_PURPOSE
from koordinator.texts.paper_orders import paper_title, reader_words
from koordinator.usecases.consents import Consents, new_consent
from koordinator.usecases.paper_catalogue import PaperCatalogue
from koordinator.usecases.papers import HandedPaper, Papers
from tests.documents.press import MAKERS
from tests.support.histories import Histories
from tests.support.letter_texts import consent_text
from tests.support.office import TODAY, Bench


@pytest.fixture
def histories(bench: Bench) -> Histories:
    return Histories(bench)


@pytest.fixture
def papers(bench: Bench) -> Papers:
    return Papers(bench.office, MAKERS)


@pytest.fixture
def lone(bench: Bench) -> Citizen:
    return bench.add_citizen("Lone Bæk")


@pytest.fixture
def anna(bench: Bench) -> Citizen:
    return bench.add_citizen("Anna Bæk", "", date(2015, 3, 3))


@pytest.fixture
def family(histories: Histories, lone: Citizen, anna: Citizen) -> Family:
    family = histories.family("Familien Bæk", lone)
    histories.add(FamilyMembership(RowId(0), family.id, anna.id, FamilyRole.CHILD, TODAY - timedelta(days=300)))
    histories.add(Relation(RowId(0), anna.id, lone.id, RelationKind.CUSTODY_HOLDER))
    return family


def read(made: HandedPaper) -> str:
    pages = pypdfium2.PdfDocument(made.content)
    words = " ".join(page.get_textpage().get_text_range() for page in pages)
    return " ".join(words.replace("\u00a0", " ").split())


def consented(bench: Bench, citizen: Citizen, given_by: str) -> Consent:
    text = consent_text(citizen.name, given_by, USUAL_PURPOSE, ALL_INVITED, "", None)
    consent = replace(new_consent(citizen.id, USUAL_PURPOSE, ALL_INVITED, text), given_by=given_by)
    return Consents(bench.office).give(bench.actor, GivenConsent(consent)).consent


def titles(bench: Bench, order: PaperOrder) -> list[tuple[str, str]]:
    listed = PaperCatalogue(bench.office).listed(bench.actor, order.subject_id)
    wanted = [each for each in listed if each.order.kind is order.kind and not each.order.large_print]
    return [(paper_title(each), reader_words(each.order, each.name)) for each in wanted]


@pytest.mark.parametrize("large_print", [False, True])
def test_the_sheet_says_which_way_holds_and_whom_to_call(
    bench: Bench, histories: Histories, papers: Papers, lone: Citizen, *, large_print: bool
) -> None:
    histories.course(lone.subject_id, Step.MEETINGS, by=histories.employee("Ida Mikkelsen"))

    made = papers.make(bench.actor, PaperOrder(PaperKind.WAYS, lone.subject_id, large_print=large_print))

    words = read(made)
    assert "Lige nu: Vi mødes med dig." in words
    assert "Ida Mikkelsen er din koordinerende sagsbehandler." in words
    assert lone.cpr not in words
    assert made.paper.file_name == f"saadan-arbejder-vi-sammen-{TODAY}{'-stor-skrift' if large_print else ''}.pdf"
    assert [(paper.kind, paper.reader) for paper in histories.all(Paper)] == [(PaperKind.WAYS, Reader.CITIZEN)]


def test_without_need_there_is_nobody_to_name(
    bench: Bench, histories: Histories, papers: Papers, lone: Citizen
) -> None:
    histories.course(lone.subject_id, Step.NO_NEED)

    assert "du har selv overblikket" in read(papers.make(bench.actor, PaperOrder(PaperKind.WAYS, lone.subject_id)))


def test_before_a_step_there_is_no_way(bench: Bench, papers: Papers, lone: Citizen) -> None:
    order = PaperOrder(PaperKind.WAYS, lone.subject_id)

    with pytest.raises(NotFound):
        papers.make(bench.actor, order)
    assert titles(bench, order) == []


def test_a_member_has_the_way_of_the_family(
    bench: Bench, histories: Histories, papers: Papers, lone: Citizen, family: Family
) -> None:
    histories.course(family.subject_id, Step.ONE_CASEWORK, by=histories.employee("Ida Mikkelsen"))

    words = read(papers.make(bench.actor, PaperOrder(PaperKind.WAYS, lone.subject_id)))
    assert "Lige nu: Én står for det hele." in words
    assert "Ida Mikkelsen er din koordinerende sagsbehandler." in words
    assert "Vi mødes med jer" in read(papers.make(bench.actor, PaperOrder(PaperKind.WAYS, family.subject_id)))


def test_the_form_asks_in_the_words_that_are_kept(
    bench: Bench, histories: Histories, papers: Papers, lone: Citizen
) -> None:
    histories.add(ContactPerson(ContactPersonId(0), lone.id, "Kim Møller", role="lærer"))
    order = PaperOrder(PaperKind.CONSENT, lone.subject_id)

    words = read(papers.make(bench.actor, order))

    kept = consent_text(lone.name, lone.name, "", "Kim", "", None).split("\n")
    assert kept[0].removesuffix(" Kim.") in words
    assert all(part in words for part in kept[1:])
    assert "Kim Møller" in words
    assert titles(bench, order) == [("Samtykke, til at udfylde", "")]


def test_a_given_consent_stands_word_for_word(bench: Bench, papers: Papers, lone: Citizen) -> None:
    consent = consented(bench, lone, lone.name)
    order = PaperOrder(PaperKind.CONSENT, lone.subject_id, consent_id=consent.id)

    words = read(papers.make(bench.actor, order))

    assert all(part in words for part in consent.text.split("\n"))
    Consents(bench.office).withdraw(bench.actor, consent.id)
    assert "Trukket tilbage" in read(papers.make(bench.actor, order))
    assert titles(bench, order) == [("Samtykke, til at udfylde", ""), (f"Samtykke, {TODAY:%d.%m.%Y}", "")]


def test_in_a_family_there_is_a_form_for_each_and_a_childs_is_signed_for_it(
    bench: Bench, histories: Histories, papers: Papers, family: Family, anna: Citizen
) -> None:
    histories.add(ContactPerson(ContactPersonId(0), anna.id, "Jens Holst", ContactKind.CUSTODY_HOLDER))
    gone = ContactPerson(ContactPersonId(0), anna.id, "Ole Holst", ContactKind.CUSTODY_HOLDER, until_on=TODAY)
    histories.add(gone)
    order = PaperOrder(PaperKind.CONSENT, family.subject_id, member_id=anna.id)

    words = read(papers.make(bench.actor, order))

    assert "Du siger ja eller nej på Annas vegne." in words
    assert "Lone Bæk · har forældremyndigheden" in words
    assert "Jens Holst · har forældremyndigheden" in words
    assert "Ole Holst" not in words
    assert titles(bench, order) == [
        ("Samtykke, til at udfylde", "Til Lone Bæk"),
        ("Samtykke, til at udfylde", "Til Anna Bæk"),
    ]


def test_only_what_is_the_subjects_own_and_was_said_yes_to(
    bench: Bench, papers: Papers, lone: Citizen, anna: Citizen, family: Family
) -> None:
    others = consented(bench, anna, lone.name)
    basis = replace(new_consent(lone.id, USUAL_PURPOSE, ALL_INVITED, ""), legal_basis="§ 11 b", basis_reason="Akut")
    other_basis = Consents(bench.office).share_on_other_basis(bench.actor, GivenConsent(basis)).consent
    form = PaperOrder(PaperKind.CONSENT, lone.subject_id)

    for wrong in (
        replace(form, consent_id=others.id),
        replace(form, consent_id=other_basis.id),
        replace(form, consent_id=ConsentId(999)),
        replace(form, member_id=CitizenId(999)),
        replace(form, subject_id=family.subject_id),
    ):
        with pytest.raises(NotFound):
            papers.make(bench.actor, wrong)
