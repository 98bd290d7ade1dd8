"""The letters on who helps: every sentence that the reader needs, for each case."""

from dataclasses import replace

import pytest

from koordinator.documents.compose.letters import end_letter, handover_letter, responsible_letter
from koordinator.documents.content import Document
from koordinator.domain.codes import EndReason
from koordinator.domain.content_parts import ContactCard
from koordinator.domain.handover import HandoverKind
from koordinator.domain.letter_kinds import LetterKey
from koordinator.domain.letter_versions import OwnText
from tests.documents.compose.letters import ABSENCE, BO, ENDED, HANDED_OVER, RESPONSIBLE, TO_FAMILY
from tests.documents.compose.papers import on_paper, sentences, words_in
from tests.support.letter_texts import STANDARD, TEXTS


def read(document: Document) -> str:
    paper = on_paper(document)
    return " ".join(sentences(paper).replace("\u00a0", " ").split())


@pytest.mark.parametrize("words", ["Vi ses. " * 400, "😀 مرحبا 你好", "<b>x</b> & {{navn}} [[x]]", "x" * 3_000])
def test_own_words_stand_as_they_are_written(words: str) -> None:
    text = f"{STANDARD.texts[LetterKey.RESPONSIBLE]}\n\n{words}"
    texts = STANDARD.with_own((OwnText(LetterKey.RESPONSIBLE, text),))

    expected = words.replace("{{", "{").replace("}}", "}").replace("[[", "[").replace("]]", "]").strip()
    document = responsible_letter(RESPONSIBLE, texts, large_print=False)
    assert expected in set(words_in(document.blocks))
    assert on_paper(document).pages


def test_a_handover_says_who_when_how_and_that_nothing_is_told_again() -> None:
    words = read(handover_letter(HANDED_OVER, TEXTS, large_print=False))

    assert "Åløkken 3, 2. tv." in words
    assert "Kære Lone" in words
    assert "Fra 1. december 2026 er det Ida Mikkelsen" in words
    assert "Ida Mikkelsen · koordinerende og fast sagsbehandler" in words
    assert "Ring til Ida på 99 12 34 78. Kan du ikke få fat i Ida, så ring til" in words
    assert "Du skal ikke fortælle det hele igen" in words
    assert "Det, vi har aftalt, gælder stadig." in words
    assert "Vi mødes tirsdag" in words


def test_an_absence_says_nothing_of_why() -> None:
    words = read(handover_letter(ABSENCE, TEXTS, large_print=False))

    assert "En anden hjælper dig for en tid" in words
    assert "Mette er her ikke i en tid." in words
    assert "Ida ringer til dig, så I kan finde en tid, der passer." in words


def test_two_of_one_name_are_two_people() -> None:
    namesake = replace(BO, name=RESPONSIBLE.coordinator.name if RESPONSIBLE.coordinator else "")
    words = read(responsible_letter(replace(RESPONSIBLE, primary=namesake), TEXTS, large_print=False))

    assert "Mette Holm er din faste sagsbehandler." in words
    assert "er både" not in words


def test_whom_to_call() -> None:
    both = read(responsible_letter(RESPONSIBLE, TEXTS, large_print=False))
    primary = read(responsible_letter(replace(RESPONSIBLE, coordinator=None), TEXTS, large_print=False))
    coordinator = read(responsible_letter(replace(RESPONSIBLE, primary=None), TEXTS, large_print=False))

    assert "Mette Holm er din koordinerende sagsbehandler." in both
    assert "Bo Thygesen er din faste sagsbehandler." in both
    assert "koordinerende" not in primary
    assert "Bo Thygesen fast sagsbehandler" in primary
    assert "faste" not in coordinator


@pytest.mark.parametrize("reason", [reason for reason in EndReason if reason is not EndReason.DIED])
def test_each_end_has_its_kind_words(reason: EndReason) -> None:
    words = read(end_letter(replace(ENDED, reason=reason), TEXTS, large_print=False))

    assert "Den 21. november 2026 slutter det forløb, vi har haft sammen med dig." in words
    assert "Du sagde »Jeg kan selv ringe til skolen nu.«" in words
    assert "Ring til Ida Mikkelsen på 99 12 34 78." in words


def test_without_anybody_named_the_municipality_is_called() -> None:
    words = read(end_letter(replace(ENDED, call_afterwards="", signed_by=None), TEXTS, large_print=False))

    assert "Ring til os på" in words


@pytest.mark.parametrize("kind", HandoverKind)
def test_a_family_is_spoken_to_as_many(kind: HandoverKind) -> None:
    words = read(handover_letter(replace(HANDED_OVER, head=TO_FAMILY, kind=kind), TEXTS, large_print=False))

    assert " dig" not in words
    assert "jer" in words


def test_somebody_without_role_or_number_is_named_all_the_same() -> None:
    bare = replace(HANDED_OVER, receiver=ContactCard("Bo Thygesen"))

    assert "Bo Thygesen" in read(handover_letter(bare, TEXTS, large_print=True))
    assert BO.name in read(responsible_letter(replace(RESPONSIBLE, coordinator=None), TEXTS, large_print=True))
