"""The assessment note and the recovery sheet."""

from dataclasses import replace

from koordinator.documents.compose.assessment_note import assessment_note
from koordinator.documents.compose.recovery_sheet import recovery_sheet
from koordinator.domain.assessment import new_assessment
from koordinator.domain.ids import SubjectId
from koordinator.domain.sheet_content import AssessmentNote
from tests.documents.compose.meetings import DEVIATING, NOTE, RECOVERY
from tests.documents.compose.papers import on_paper, sentences
from tests.domain.assessments import STANDARD_TEXT


def note(content: AssessmentNote) -> str:
    return sentences(on_paper(assessment_note(content, large_print=False)))


def test_the_note_says_what_was_decided_and_why() -> None:
    words = note(NOTE)

    assert "Besluttet: Trin 2 · Tværfaglige koordinations- og samarbejdsmøder" in words
    assert "Hvorfor • Fire fagenheder har sager." in words
    assert "Vurderingsmodel Trappemodellen · standard, version 1" in words
    assert "Sidste vurdering 3. marts 2026: Trin 1 · Almindelig afstemning og koordination" in words
    assert "Udkast" not in words


def test_the_citizens_own_answers_stand_beside() -> None:
    words = note(NOTE)

    assert "Spørgsmål Sagsbehandlerens svar Lones svar" in words
    assert "Kun delvist Ja, med lidt støtte" in words
    assert "Egen koordinering: Lone siger »Ja, med lidt støtte«, sagsbehandleren siger »Kun delvist«" in words


def test_what_is_new_since_last_time_is_told() -> None:
    assert "Fagenheder: før »To«, nu »Fire«" in note(NOTE)
    assert "Svarene er de samme som sidst." in note(replace(NOTE, last=NOTE.assessment))


def test_a_deviation_has_its_reason() -> None:
    words = note(DEVIATING)

    assert "Trappen peger på Trin 2" in words
    assert "Hvorfor et andet trin er valgt Lone vil selv samle trådene til sommer." in words
    assert "Udkast – ikke godkendt" in words


def test_an_assessment_just_begun_is_a_draft_with_what_is_missing() -> None:
    words = note(replace(NOTE, assessment=new_assessment(SubjectId(1), STANDARD_TEXT), last=None))

    assert "Besluttet: Ikke besluttet endnu" in words
    assert "Besluttet af" not in words
    assert "Mangler at blive afklaret:" in words
    assert "Det er den første vurdering." in words


def test_the_recovery_sheet_has_the_code_in_its_groups() -> None:
    paper = on_paper(recovery_sheet(RECOVERY))

    assert len(paper.pages) == 1
    for number, group in enumerate(RECOVERY.code.split("-"), start=1):
        assert f"{number}. {group}" in paper.pages[0]
    assert "Læg det i et aflåst skab" in sentences(paper)
    assert "borgere.db" in sentences(paper)
