"""Closed minutes are put right in a new version; the citizen's words stand, and so does what counts."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain.errors import FieldMissing
from koordinator.domain.meeting import AgendaKind, NoteKind
from koordinator.domain.minutes_content import AgendaContent, MinutesContent, NoteContent
from koordinator.domain.minutes_correction import corrected, correction_of
from koordinator.domain.note_rules import WordsOfAnother
from tests.domain.contents import MINUTES

SAID = NoteContent(NoteKind.SAID, "Jeg vil have én at ringe til.")
WISH = NoteContent(NoteKind.WISH, "Rolige aftener")
HELD = replace(MINUTES, agenda=(AgendaContent(AgendaKind.WELCOME, "Velkomst", 5, notes=(SAID, WISH)),))


def test_a_word_is_put_right_and_the_rest_stands() -> None:
    correction = replace(correction_of(HELD, "Det var om morgenen."), notes=((SAID.text, " Rolige morgener "),))

    new = corrected(HELD, correction)

    assert (new.number, new.correction) == (2, "Det var om morgenen.")
    assert [note.text for note in new.agenda[0].notes] == [SAID.text, "Rolige morgener"]
    assert replace(new, number=1, correction="", agenda=HELD.agenda) == HELD
    assert corrected(new, correction_of(new, "Igen")).number == 3


def test_a_note_is_taken_out_and_a_remark_put_in() -> None:
    correction = replace(correction_of(HELD, "Det blev ikke sagt.", "Det passer ikke."), notes=((SAID.text, ""),))

    new = corrected(HELD, correction)
    once_more = corrected(new, correction_of(new, "Endnu en bemærkning.", "Tak."))

    assert new.agenda[0].notes == (SAID,)
    assert new.agenda[1] == AgendaContent(
        AgendaKind.OTHER, "", 0, notes=(NoteContent(NoteKind.SAID, "Det passer ikke."),)
    )
    assert [note.text for note in once_more.agenda[1].notes] == ["Det passer ikke.", "Tak."]


@pytest.mark.parametrize("note", [SAID, replace(WISH, was_said=True)])
@pytest.mark.parametrize("text", ["", "Noget pænere"])
def test_nobody_puts_the_citizens_words_right(note: NoteContent, text: str) -> None:
    held = replace(HELD, agenda=(replace(HELD.agenda[0], notes=(note,)),))

    with pytest.raises(WordsOfAnother):
        corrected(held, replace(correction_of(held, "Grund"), notes=((text,),)))


def test_a_correction_says_why() -> None:
    with pytest.raises(FieldMissing):
        corrected(HELD, correction_of(HELD, " "))


@given(st.builds(MinutesContent, agenda=st.just(HELD.agenda), summary=st.just("Kort"), number=st.just(1)))
def test_who_was_there_and_what_counts_stays(content: MinutesContent) -> None:
    new = corrected(content, correction_of(content, "Grund", "Bemærkning"))

    assert replace(new, number=1, correction=content.correction, agenda=content.agenda) == content
