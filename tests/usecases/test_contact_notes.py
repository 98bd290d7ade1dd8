"""Contacts are recorded once and for ever, and every look and line stands in the log."""

from dataclasses import replace

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from koordinator.domain.access import Action
from koordinator.domain.citizen import SubjectKind
from koordinator.domain.contact_note import Contact, ContactCorrected, ContactKind, ContactNote, standing
from koordinator.domain.errors import NotFound
from koordinator.usecases.citizens import Citizens
from koordinator.usecases.contact_notes import ContactNotes
from tests.support.office import Bench

HOSTILE = "<b>Kim</b> 👪 אבג =1+1"


@pytest.fixture
def notes(bench: Bench) -> ContactNotes:
    return ContactNotes(bench.office)


def contact(bench: Bench, what: str = "Kim ringer til skolen") -> Contact:
    return Contact(ContactKind.AGREED, "Kim og Mette", what, bench.clock.now())


def test_a_note_stands_on_the_citizens_page_as_it_was_written(bench: Bench, notes: ContactNotes) -> None:
    lone = bench.add_citizen()
    begun = notes.about(bench.actor, SubjectKind.CITIZEN, lone.id)
    written = notes.write(bench.actor, begun.subject_id, contact(bench, HOSTILE))

    file = Citizens(bench.office).open(bench.actor, lone.id)

    assert (begun.name, begun.now) == (lone.name, bench.clock.now())
    assert file.course_file.contact_notes == (written,)
    assert written.what == HOSTILE
    assert file.employees[written.author_id].name == "Databasens ejer"
    assert [entry.action for entry in bench.log()][-3:] == [
        Action.WRITE_CONTACT_NOTE,
        Action.WRITE_CONTACT_NOTE,
        Action.OPEN_CITIZEN,
    ]


def test_a_correction_leaves_the_old_words(bench: Bench, notes: ContactNotes) -> None:
    lone = bench.add_citizen()
    first = notes.write(bench.actor, lone.subject_id, contact(bench))
    second = notes.correct(bench.actor, first.id, contact(bench, "Kim skriver til skolen"))

    kept = Citizens(bench.office).open(bench.actor, lone.id).course_file.contact_notes

    assert kept == (first, second)
    assert standing(kept) == (second,)
    with pytest.raises(ContactCorrected):
        notes.correct(bench.actor, first.id, contact(bench, "igen"))


def test_the_database_itself_refuses_to_rewrite_a_note(bench: Bench, notes: ContactNotes) -> None:
    first = notes.write(bench.actor, bench.add_citizen().subject_id, contact(bench))

    with pytest.raises(IntegrityError, match="contact_note_stays"), bench.office.aside() as tx:
        tx.of(ContactNote).save(replace(first, what="noget andet"))
    with bench.database.read() as connection:
        assert connection.execute(text("SELECT what FROM contact_note")).scalar_one() == first.what


def test_nobody_is_written_about_who_is_not_there(bench: Bench, notes: ContactNotes) -> None:
    with pytest.raises(NotFound):
        notes.about(bench.actor, SubjectKind.FAMILY, 999)
