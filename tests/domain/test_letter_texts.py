"""Which text of a letter holds, and the files that a municipality keeps its own in."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain.errors import FieldTooLong, StaleVersion, UnusableCharacter
from koordinator.domain.ids import EmployeeId, RowId
from koordinator.domain.letter_check import UnusableLetterText
from koordinator.domain.letter_file import (
    UnusableLetterFile,
    faulty_texts,
    read_standard,
    read_texts,
    write_texts,
)
from koordinator.domain.letter_kinds import LetterKey
from koordinator.domain.letter_text import filled, plain_text
from koordinator.domain.letter_texts import checked_text
from koordinator.domain.letter_versions import (
    LetterTextVersion,
    OwnText,
    check_based_on,
    newest_of_each,
    own_sentences,
    own_texts,
)
from koordinator.domain.limits import LONG
from tests.support.letter_texts import STANDARD

KEY = LetterKey.END_OTHER


def version(number: int, text: str, key: LetterKey = KEY) -> LetterTextVersion:
    return LetterTextVersion(RowId(number), key, text, EmployeeId(1), datetime(2026, 11, 22, 9, number, tzinfo=UTC))


def told(*own: OwnText) -> str:
    return plain_text(filled(STANDARD.with_own(own).of(KEY), {}, many=False))


def test_the_newest_version_holds_and_an_empty_one_gives_the_standard_back() -> None:
    versions = (
        version(3, ""),
        version(1, "Gammel"),
        version(2, "Ny"),
        version(4, "Mail", LetterKey.CALENDAR_CANCELLED),
    )

    assert newest_of_each(versions)[KEY] == version(3, "")
    assert own_texts(versions[1:]) == (OwnText(KEY, "Ny"), OwnText(LetterKey.CALENDAR_CANCELLED, "Mail"))
    assert own_texts(versions) == (OwnText(LetterKey.CALENDAR_CANCELLED, "Mail"),)


def test_own_words_stand_in_place_of_the_standard() -> None:
    assert told(OwnText(KEY, "Nu er det slut, {du}.")) == "Nu er det slut, du."
    assert told() == "Vi har talt om, at det er tid til at slutte."


def test_a_text_that_cannot_be_read_any_more_gives_way_to_the_standard() -> None:
    assert told(OwnText(KEY, "Nu er det slut, {forsvundet}.")) == told()


def test_what_says_the_same_as_the_standard_is_the_standard() -> None:
    assert checked_text(KEY, f"\n{STANDARD.texts[KEY]}  ", STANDARD) == ""
    assert checked_text(KEY, "  ", STANDARD) == ""
    assert checked_text(KEY, " Slut.\r\nNu. ", STANDARD) == "Slut.\nNu."


def test_what_cannot_be_used_is_refused() -> None:
    with pytest.raises(UnusableLetterText):
        checked_text(KEY, "{xyz}", STANDARD)
    with pytest.raises(FieldTooLong):
        checked_text(KEY, "x" * (LONG + 1), STANDARD)
    with pytest.raises(UnusableCharacter):
        checked_text(KEY, "x\0", STANDARD)


def test_what_the_municipality_has_added_are_the_lines_where_nothing_is_put_in() -> None:
    own = (OwnText(KEY, "Kære {navn}\n\nVi passer på det.\n[Måske {grund}]\n Og på dig. "),)

    assert own_sentences(own, KEY) == ("Vi passer på det.", "Og på dig.")
    assert own_sentences(own, LetterKey.END) == ()


def test_nobody_overwrites_what_another_saved_meanwhile() -> None:
    check_based_on(None, RowId(0))
    check_based_on(version(2, "x"), RowId(2))
    for newest, based_on in ((None, 1), (version(2, "x"), 1), (version(2, "x"), 0)):
        with pytest.raises(StaleVersion):
            check_based_on(newest, RowId(based_on))


@given(
    st.dictionaries(st.sampled_from(LetterKey), st.text(st.characters(exclude_categories=("Cs", "Cc"))).map(str.strip))
)
def test_a_file_reads_back_as_it_was_written(texts: dict[LetterKey, str]) -> None:
    assert read_texts(write_texts(texts)) == texts


def test_a_text_with_quotation_marks_reads_back() -> None:
    texts = {KEY: 'a """b""" c\\n\n"d"'}

    assert read_texts(write_texts(texts)) == texts


@pytest.mark.parametrize(
    ("text", "line", "name"),
    [
        ("[letters]\nend_other = ", 2, ""),
        ("[" * 5_000, 0, ""),
        ('[letters]\nfarvel = "Hej"', 0, "farvel"),
        ("[letters]\nend_other = 3", 0, "end_other"),
    ],
)
def test_a_file_that_cannot_be_read_says_where(text: str, line: int, name: str) -> None:
    with pytest.raises(UnusableLetterFile) as refused:
        read_texts(text)
    assert (refused.value.line, refused.value.name) in ((line, name), (1, ""))


def test_a_file_without_letters_holds_none() -> None:
    assert read_texts("title = 'x'") == {}


def test_the_faults_of_a_file_stand_with_the_text_they_are_in() -> None:
    (faulty,) = faulty_texts({KEY: "{xyz}", LetterKey.END_LESS_NEED: "Fint."}, STANDARD.vocabulary)

    assert (faulty.key, faulty.text, len(faulty.faults)) == (KEY, "{xyz}", 1)


def test_the_standard_is_whole() -> None:
    assert set(STANDARD.texts) == set(LetterKey)
    assert read_standard(_standard_file()) == STANDARD


def _standard_file() -> str:
    names = "\n".join(f'{each.value} = "{name}"' for each, name in STANDARD.vocabulary.names.items())
    voices = "\n".join(f'{name} = ["{one}", "{many}"]' for name, (one, many) in STANDARD.vocabulary.voices.items())
    return f"[voices]\n{voices}\n[placeholders]\n{names}\n{write_texts(STANDARD.texts)}"
