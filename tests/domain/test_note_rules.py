"""Notes stand in the order they were put in, and nobody rewrites the citizen's words."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain.errors import FieldMissing, FieldTooLong
from koordinator.domain.ids import AgendaItemId, MeetingId, NoteId
from koordinator.domain.meeting import MeetingNote, NoteKind
from koordinator.domain.note_rules import (
    ORDER_GAP,
    NoteDraft,
    WordsOfAnother,
    check_may_change,
    check_may_place,
    in_order,
    last_order_key,
    moved_note,
    placed_note,
    rewritten_note,
    shown_to,
    shown_to_all,
    written_note,
)
from tests.domain.meetings import KIM, METTE, MOMENT, a_note

SAID = NoteDraft(NoteKind.SAID, "Jeg vil bare have én at ringe til.")
WISH = NoteDraft(NoteKind.WISH, "Rolige morgener", AgendaItemId(3))


def test_a_note_is_written_as_it_was_said() -> None:
    note = written_note(MeetingId(1), SAID, METTE, MOMENT, 5)

    assert (note.text, note.kind, note.author_id, note.order_key) == (SAID.text, NoteKind.SAID, METTE, 5)


def test_an_empty_or_endless_note_is_refused() -> None:
    with pytest.raises(FieldMissing):
        written_note(MeetingId(1), replace(SAID, text=" "), METTE, MOMENT, 5)
    with pytest.raises(FieldTooLong):
        written_note(MeetingId(1), replace(SAID, text="x" * 20_001), METTE, MOMENT, 5)


def test_a_colleague_may_mend_an_ordinary_note() -> None:
    note = rewritten_note(a_note(1, 1), WISH, KIM)

    assert (note.text, note.agenda_item_id) == ("Rolige morgener", 3)


@pytest.mark.parametrize(
    ("note", "draft"),
    [
        (a_note(1, 1, NoteKind.SAID), SAID),
        (a_note(1, 1, NoteKind.SAID), WISH),
        (a_note(1, 1), SAID),
        (a_note(1, 1), replace(WISH, private=True)),
        (replace(a_note(1, 1), private=True), WISH),
    ],
)
def test_the_citizens_words_and_private_notes_are_their_writers_own(note: MeetingNote, draft: NoteDraft) -> None:
    with pytest.raises(WordsOfAnother):
        rewritten_note(note, draft, KIM)

    assert rewritten_note(note, draft, METTE).text == draft.text


def test_the_citizens_words_stay_theirs_under_another_kind_and_back() -> None:
    said = a_note(1, 1, NoteKind.SAID)

    wish = placed_note(said, NoteKind.WISH, AgendaItemId(3))
    back = placed_note(wish, NoteKind.SAID, None)

    assert (wish.text, wish.kind, wish.agenda_item_id) == (said.text, NoteKind.WISH, 3)
    assert wish.in_citizens_words
    assert back == replace(said, agenda_item_id=None)
    with pytest.raises(WordsOfAnother):
        rewritten_note(wish, WISH, KIM)
    assert not placed_note(a_note(1, 1), NoteKind.AGREED, None).in_citizens_words


def test_anybody_may_place_a_note_but_not_anothers_private_one() -> None:
    check_may_place(a_note(1, 1, NoteKind.SAID), KIM)
    check_may_place(replace(a_note(1, 1), private=True), METTE)
    with pytest.raises(WordsOfAnother):
        check_may_place(replace(a_note(1, 1), private=True), KIM)


def test_nobody_else_takes_the_citizens_words_out() -> None:
    check_may_change(a_note(1, 1), KIM)
    check_may_change(a_note(1, 1, NoteKind.SAID), METTE)
    with pytest.raises(WordsOfAnother):
        check_may_change(a_note(1, 1, NoteKind.SAID), KIM)


def test_a_new_note_stands_after_all_others() -> None:
    assert last_order_key([]) == ORDER_GAP
    assert last_order_key([a_note(1, 7), a_note(2, 3)]) == 7 + ORDER_GAP


def test_with_room_between_them_only_the_moved_note_changes() -> None:
    notes = [a_note(1, 10), a_note(2, 20), a_note(3, 30)]

    assert moved_note(notes, NoteId(3), NoteId(1)) == (replace(notes[2], order_key=15),)
    assert moved_note(notes, NoteId(3), None) == (replace(notes[2], order_key=5),)
    assert moved_note(notes, NoteId(1), NoteId(3)) == (replace(notes[0], order_key=30 + ORDER_GAP),)


def test_without_room_all_get_new_keys() -> None:
    notes = [a_note(1, 1), a_note(2, 2), a_note(3, 2 * ORDER_GAP)]

    changed = moved_note(notes, NoteId(3), NoteId(1))

    assert {note.id: note.order_key for note in changed} == {1: ORDER_GAP, 2: 3 * ORDER_GAP}


@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 8)), max_size=60))
def test_however_often_they_are_moved_notes_stand_where_they_were_put(moves: list[tuple[int, int]]) -> None:
    notes = {NoteId(number): a_note(number, number) for number in range(1, 9)}
    expected = list(notes)
    for which, where in moves:
        note_id = expected[which]
        others = [each for each in expected if each != note_id]
        after_id = others[where - 1] if 0 < where <= len(others) else None
        expected = others
        expected.insert(0 if after_id is None else others.index(after_id) + 1, note_id)
        notes |= {changed.id: changed for changed in moved_note(notes.values(), note_id, after_id)}

    assert [note.id for note in in_order(notes.values())] == expected


def test_private_notes_are_shown_to_their_writer_alone() -> None:
    open_note, private = a_note(1, 1), replace(a_note(2, 2), private=True)
    gone = replace(a_note(3, 3), removed=True)

    assert shown_to_all([private, gone, open_note]) == (open_note,)
    assert shown_to([private, gone, open_note], METTE) == (open_note, private)
    assert shown_to([private, gone, open_note], KIM) == (open_note,)
