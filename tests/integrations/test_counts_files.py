"""Counts files on disk come back as they went; what is not one, or not whole, is refused by name."""

import hashlib
import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain.counts_file import (
    FILED_COUNTS,
    CountsFile,
    CountsFileDamaged,
    CountsFileForeign,
    CountsFileNewer,
    CountsFileUnreadable,
    CountsLine,
    HolderName,
    ThingKind,
)
from koordinator.domain.output_file import OutputNotWritten
from koordinator.domain.periods import DayRange
from koordinator.domain.supervision import CountName
from koordinator.integrations.counts_files import CountsFilesOnDisk, as_bytes, from_bytes

ANE = HolderName("Ane Ærø", "ane@by.dk", "Voksen", "Handicap")
LINE = CountsLine(
    ThingKind.COURSE,
    "aa" * 16,
    date(2026, 7, 6),
    None,
    1,
    {CountName.COURSES_STEP2: (ANE,), CountName.WITH_PLAN: (ANE,)},
)
FILE = CountsFile(
    "source", "mark", DayRange(date(2026, 7, 1), date(2026, 12, 31)), datetime(2026, 11, 21, 9, 42, tzinfo=UTC), (LINE,)
)
NAME = "ane.jsonl"
TEXT = st.text(max_size=20)
LINES = st.builds(
    CountsLine,
    st.sampled_from(ThingKind),
    TEXT,
    st.dates(),
    st.none() | st.dates(),
    st.integers(1, 9),
    st.dictionaries(
        st.sampled_from(FILED_COUNTS), st.lists(st.builds(HolderName, TEXT, TEXT, TEXT, TEXT), max_size=2).map(tuple)
    ),
)


@given(st.lists(LINES, max_size=4), TEXT)
def test_a_file_comes_back_as_it_went(lines: list[CountsLine], source: str) -> None:
    counts = replace(FILE, source=source, lines=tuple(lines))

    assert from_bytes(NAME, as_bytes(counts)) == counts


def test_it_is_lines_of_json_without_citizens(tmp_path: Path) -> None:
    path = tmp_path / NAME
    CountsFilesOnDisk().write(path, FILE)

    head, line, foot = (json.loads(text) for text in path.read_text("utf-8").splitlines())

    assert head["format"] == "koordinator-counts"
    assert head["holders"] == [{"employee": "Ane Ærø", "key": "ane@by.dk", "team": "Voksen", "department": "Handicap"}]
    assert line == {
        "kind": "course",
        "subject": "aa" * 16,
        "from": "2026-07-06",
        "until": None,
        "nth": 1,
        "counts": {"courses_step2": [0], "with_plan": [0]},
    }
    assert set(foot) == {"lines", "sha256"}
    assert CountsFilesOnDisk().read(path) == FILE


@given(st.data())
def test_a_changed_byte_is_noticed(data: st.DataObject) -> None:
    content = bytearray(as_bytes(FILE))
    place = data.draw(st.integers(0, len(content) - 2))
    content[place] ^= data.draw(st.integers(1, 255))

    with pytest.raises((CountsFileDamaged, CountsFileForeign, CountsFileNewer)) as caught:
        from_bytes(NAME, bytes(content))

    assert vars(caught.value)["name"] == NAME


def test_the_number_of_lines_is_checked_too() -> None:
    with pytest.raises(CountsFileDamaged):
        from_bytes(NAME, as_bytes(FILE).replace(b'{"lines":1,', b'{"lines":2,'))


@given(st.integers(0, len(as_bytes(FILE)) - 2))
def test_a_file_cut_short_is_noticed(length: int) -> None:
    with pytest.raises((CountsFileDamaged, CountsFileForeign)):
        from_bytes(NAME, as_bytes(FILE)[:length])


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"Navn;CPR\n",
        b"PK\x03\x04",
        b"[]",
        b'{"format":"another"}',
        b"[" * 100_000,
        b"\xff\xfe\x00",
        b'{"rows":1}\n{"sha256":"0"}',
    ],
)
def test_another_kind_of_file_is_refused(content: bytes) -> None:
    with pytest.raises(CountsFileForeign):
        from_bytes(NAME, content)


def test_a_file_of_a_newer_program_or_another_definition_is_refused() -> None:
    with pytest.raises(CountsFileNewer):
        from_bytes(NAME, as_bytes(replace(FILE, definition_version=1)))
    with pytest.raises(CountsFileNewer):
        from_bytes(NAME, as_bytes(FILE).replace(b'"version":1,', b'"version":2,', 1))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"kind":"course"', b'"kind":"something"'),
        (b'"courses_step2":[0]', b'"courses_step2":[7]'),
        (b'"from":"2026-07-06"', b'"from":"tomorrow"'),
        (b'"nth":1,', b""),
        (b'"counts":{', b'"counts":[{'),
        (b"+00:00", b""),
    ],
)
def test_a_forged_line_is_refused_though_its_checksum_fits(old: bytes, new: bytes) -> None:
    with pytest.raises(CountsFileDamaged):
        from_bytes(NAME, resealed(as_bytes(FILE).replace(old, new, 1)))


def resealed(content: bytes) -> bytes:
    body, _, _ = content.rstrip(b"\n").rpartition(b"\n")
    return body + b'\n{"lines":1,"sha256":"' + hashlib.sha256(body + b"\n").hexdigest().encode() + b'"}\n'


def test_files_that_cannot_be_read_or_written_say_so(tmp_path: Path) -> None:
    files = CountsFilesOnDisk()
    for missing in (tmp_path / NAME, tmp_path):
        with pytest.raises(CountsFileUnreadable):
            files.read(missing)
    with pytest.raises(CountsFileUnreadable):
        files.read_phrase(tmp_path / NAME)
    with pytest.raises(OutputNotWritten) as caught:
        files.write(tmp_path / "nowhere" / NAME, FILE)
    assert caught.value.path == str(tmp_path / "nowhere" / NAME)


def test_an_older_file_stays_when_the_new_one_cannot_be_put_in_its_place(tmp_path: Path) -> None:
    (tmp_path / NAME).mkdir()
    (tmp_path / NAME / "inside").touch()

    with pytest.raises(OutputNotWritten):
        CountsFilesOnDisk().write(tmp_path / NAME, FILE)

    assert [entry.name for entry in tmp_path.iterdir()] == [NAME]


def test_a_phrase_comes_back_as_it_went(tmp_path: Path) -> None:
    files = CountsFilesOnDisk()
    files.write_phrase(tmp_path / "key.txt", "ABCDE-FGHJK")

    assert files.read_phrase(tmp_path / "key.txt") == "ABCDE-FGHJK"
