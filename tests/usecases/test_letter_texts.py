"""The municipality makes a letter its own, sees who did what, and takes a change back."""

from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest
from sqlalchemy.exc import IntegrityError

from koordinator.documents.letter_previews import PdfLetterPreviews
from koordinator.domain.access import Actor, Channel
from koordinator.domain.codes import Role
from koordinator.domain.errors import FieldTooLong, NotAllowed, StaleVersion
from koordinator.domain.ids import EmployeeId, RowId
from koordinator.domain.letter_check import UnusableLetterText
from koordinator.domain.letter_file import UnusableLetterFile, UnusableLetterTexts
from koordinator.domain.letter_kinds import LetterKey
from koordinator.domain.letter_versions import LetterTextVersion
from koordinator.domain.limits import LONG
from koordinator.integrations.letter_files import LetterFilesOnDisk
from koordinator.usecases.letter_texts import LetterShelf, LetterTextShelves, check_letter_file
from tests.documents.press import PRESS
from tests.support.letter_texts import STANDARD
from tests.support.office import Bench

KEY: Final = LetterKey.END_OTHER
STANDARD_WORDS: Final = STANDARD.texts[KEY]


def shelves(bench: Bench) -> LetterTextShelves:
    return LetterTextShelves(bench.office, lambda: STANDARD, LetterFilesOnDisk(), PdfLetterPreviews(PRESS))


def saved(bench: Bench, text: str, key: LetterKey = KEY) -> LetterShelf:
    texts = shelves(bench)
    newest = texts.all(bench.actor).newest(key)
    return texts.save(bench.actor, key, text, newest.id if newest else RowId(0))


def test_at_first_every_text_is_the_standard(bench: Bench) -> None:
    shelf = shelves(bench).all(bench.actor)

    assert all(shelf.text(key) == STANDARD.texts[key] and not shelf.is_own(key) for key in LetterKey)
    assert shelf.versions == ()


def test_a_change_holds_at_once_and_says_who_and_when(bench: Bench) -> None:
    shelf = saved(bench, "Nu er det slut, {du}.")
    (version,) = shelf.of(KEY)

    assert shelf.text(KEY) == "Nu er det slut, {du}."
    assert shelf.is_own(KEY)
    assert (version.saved_by_id, version.saved_at) == (bench.actor.employee_id, bench.clock.now())
    assert shelf.names[bench.actor.employee_id]
    assert bench.log()[-1].action == "edit_letter_texts"


def test_an_earlier_version_and_the_standard_can_be_taken_back_and_nothing_is_lost(bench: Bench) -> None:
    saved(bench, "Ét.")
    saved(bench, "To.")
    back = saved(bench, "Ét.")
    standard = saved(bench, "")

    assert back.text(KEY) == "Ét."
    assert standard.text(KEY) == STANDARD_WORDS
    assert not standard.is_own(KEY)
    assert [each.text for each in standard.of(KEY)] == ["", "Ét.", "To.", "Ét."]


def test_what_says_what_it_said_makes_no_version(bench: Bench) -> None:
    saved(bench, STANDARD_WORDS)
    saved(bench, "Ét.")

    assert len(saved(bench, " Ét. ").versions) == 1


def test_two_who_save_at_once_do_not_overwrite_each_other(bench: Bench) -> None:
    saved(bench, "Ét.")

    with pytest.raises(StaleVersion):
        shelves(bench).save(bench.actor, KEY, "To.", RowId(0))
    assert shelves(bench).all(bench.actor).text(KEY) == "Ét."


def test_a_text_that_cannot_be_used_is_not_saved(bench: Bench) -> None:
    for text, error in (("{dgu}", UnusableLetterText), ("x" * (LONG + 1), FieldTooLong)):
        with pytest.raises(error):
            saved(bench, text)
    assert shelves(bench).all(bench.actor).versions == ()


def test_only_administrators_change_texts(bench: Bench) -> None:
    caseworker = Actor(EmployeeId(bench.actor.employee_id), frozenset({Role.COORDINATOR}), Channel.WINDOW)

    with pytest.raises(NotAllowed):
        shelves(bench).save(caseworker, KEY, "Ét.", RowId(0))


def test_the_database_refuses_to_rewrite_a_version(bench: Bench) -> None:
    (version,) = saved(bench, "Ét.").versions

    with pytest.raises(IntegrityError, match="letter_text_is_history"), bench.office.aside() as tx:
        tx.of(LetterTextVersion).save(replace(version, text="To."))
    with pytest.raises(IntegrityError, match="letter_text_stays"), bench.office.aside() as tx:
        tx.of(LetterTextVersion).remove(version.id)


def test_the_preview_shows_what_is_being_written_and_what_is_saved_beside_it(bench: Bench) -> None:
    shelf, texts = saved(bench, "Nu er det slut, {du}."), shelves(bench)
    end = STANDARD.texts[LetterKey.END].replace("# Tak for nu", "# Farvel, {navn}")

    shown = [line.text for line in texts.preview(shelf, LetterKey.END, end, family=False)]
    reason = " ".join(line.text for line in texts.preview(shelf, KEY, "Slut, {du}.", family=True))

    assert shown[0] == "Farvel, Lone"
    assert "Slut, I." in reason
    assert texts.preview_paper(shelf, LetterKey.END, end, family=True).startswith(b"%PDF")
    assert texts.preview_paper(shelf, LetterKey.MAIL_INVITATION, "x", family=False) == b""


@pytest.mark.parametrize("family", [False, True])
@pytest.mark.parametrize("key", LetterKey)
def test_every_text_can_be_seen_filled(bench: Bench, key: LetterKey, family: bool) -> None:
    texts = shelves(bench)
    shelf = texts.all(bench.actor)
    words = " ".join(line.text for line in texts.preview(shelf, key, shelf.text(key), family=family))

    assert words.strip()
    assert not set("{}[]*#") & set(words)


def test_all_texts_go_into_a_file_and_come_back(bench: Bench, tmp_path: Path) -> None:
    saved(bench, "Ét.")
    file = tmp_path / "breve.toml"
    shelves(bench).write_file(bench.actor, file)
    saved(bench, "To.")

    assert tuple(check_letter_file(LetterFilesOnDisk(), STANDARD, file)) == tuple(LetterKey)
    assert shelves(bench).read_file(bench.actor, file) == (KEY,)
    assert shelves(bench).all(bench.actor).text(KEY) == "Ét."
    assert shelves(bench).read_file(bench.actor, file) == ()


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ('[letters]\nend_other = "Ét."\nend = "{xyz}"', UnusableLetterTexts),
        ('[letters]\nend_other = "Ét."\nfarvel = "Hej"', UnusableLetterFile),
        ("[letters", UnusableLetterFile),
    ],
)
def test_of_a_file_with_a_fault_nothing_is_taken_in(
    bench: Bench, tmp_path: Path, text: str, error: type[Exception]
) -> None:
    file = tmp_path / "breve.toml"
    file.write_text(text, encoding="utf-8")

    with pytest.raises(error):
        shelves(bench).read_file(bench.actor, file)
    assert shelves(bench).all(bench.actor).versions == ()


def test_a_file_that_is_none_is_refused(tmp_path: Path) -> None:
    (tmp_path / "latin.toml").write_bytes("[letters]\nend = 'æ'".encode("latin-1"))
    for name in ("latin.toml", "findes-ikke.toml"):
        with pytest.raises(UnusableLetterFile):
            check_letter_file(LetterFilesOnDisk(), STANDARD, tmp_path / name)
