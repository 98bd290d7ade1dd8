"""The log of contacts: what may be recorded, and how it is put right."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from koordinator.domain.contact_note import (
    Contact,
    ContactCorrected,
    ContactKind,
    ContactNote,
    ContactNotYet,
    checked_contact_note,
    correction,
    earlier_wordings,
    noted,
    standing,
)
from koordinator.domain.errors import FieldMissing, FieldTooLong, UnusableCharacter
from koordinator.domain.ids import ContactNoteId, EmployeeId, SubjectId
from koordinator.domain.limits import LINE, PARAGRAPH

NOW = datetime(2026, 11, 21, 11, 0, tzinfo=UTC)
CONTACT = Contact(ContactKind.PHONE, " Kim og mig ", "Kim ringer til skolen", NOW)
IDA, METTE = EmployeeId(2), EmployeeId(1)


def note(key: int, **changed: Any) -> ContactNote:  # noqa: ANN401 (fields of a note)
    plain = noted(CONTACT, SubjectId(4), METTE, NOW)
    return replace(plain, id=ContactNoteId(key), **changed)


def test_what_is_recorded_is_trimmed_and_says_who_wrote_it_and_when() -> None:
    made = noted(CONTACT, SubjectId(4), METTE, NOW)

    assert made.contact == replace(CONTACT, who="Kim og mig")
    assert (made.subject_id, made.author_id, made.noted_at, made.corrects_id) == (4, METTE, NOW, None)


@pytest.mark.parametrize(
    ("changed", "error"),
    [
        ({"who": " "}, FieldMissing),
        ({"what": ""}, FieldMissing),
        ({"who": "x" * (LINE + 1)}, FieldTooLong),
        ({"what": "x" * 100_000}, FieldTooLong),
        ({"what": "x" * (PARAGRAPH + 1)}, FieldTooLong),
        ({"what": "nul\0"}, UnusableCharacter),
        ({"contacted_at": NOW + timedelta(minutes=1)}, ContactNotYet),
    ],
)
def test_what_cannot_be_recorded(changed: dict[str, object], error: type[Exception]) -> None:
    with pytest.raises(error):
        checked_contact_note(replace(CONTACT, **changed), NOW)  # type: ignore[arg-type]


def test_a_correction_stands_in_the_place_of_the_old_note_and_remembers_it() -> None:
    first = note(1, what="Kim ringer i morgen")
    second = replace(correction(first, CONTACT, (first,), IDA, NOW), id=ContactNoteId(2))
    third = replace(correction(second, CONTACT, (first, second), IDA, NOW), id=ContactNoteId(3))
    other = note(4, contacted_at=NOW - timedelta(days=1))

    assert standing((first, second, third, other)) == (third, other)
    assert earlier_wordings(third, (first, second, third)) == (second, first)
    assert (third.author_id, third.corrects_id) == (IDA, 2)


def test_a_note_is_corrected_once() -> None:
    first = note(1)
    second = replace(correction(first, CONTACT, (), IDA, NOW), id=ContactNoteId(2))

    with pytest.raises(ContactCorrected):
        correction(first, CONTACT, (first, second), IDA, NOW)
