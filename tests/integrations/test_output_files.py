"""Files and folders written where a person said: whole, or not at all."""

from pathlib import Path

import pytest

from koordinator.domain.output_file import OutputNotWritten
from koordinator.integrations.output_files import OutputFilesOnDisk
from tests.storage.databases import files_of_at_most
from tests.support.full_disk import can_fill_disk

FILES = OutputFilesOnDisk()
TWO = {"referat.pdf": b"%PDF", "følgetekst.txt": "æøå".encode()}


def test_a_folder_is_there_with_all_of_its_files(tmp_path: Path) -> None:
    made = FILES.write_folder(tmp_path / "ny" / "dybt", "møde", TWO)

    assert made == tmp_path / "ny" / "dybt" / "møde"
    assert {path.name: path.read_bytes() for path in made.iterdir()} == TWO


def test_a_folder_that_is_there_already_is_left_alone(tmp_path: Path) -> None:
    first = FILES.write_folder(tmp_path, "møde", {"a.txt": b"1"})
    second = FILES.write_folder(tmp_path, "Møde", {"a.txt": b"2"})

    assert (second.name, (first / "a.txt").read_bytes()) == ("Møde 2", b"1")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["Møde 2", "møde"]


@can_fill_disk
def test_a_full_disk_leaves_no_half_of_a_folder(tmp_path: Path) -> None:
    with pytest.raises(OutputNotWritten), files_of_at_most(1_000):
        FILES.write_folder(tmp_path, "møde", {"lille.txt": b"x", "stor.pdf": b"x" * 5_000})

    assert list(tmp_path.iterdir()) == []


def test_a_file_in_the_place_of_a_folder_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "fil").write_bytes(b"")

    with pytest.raises(OutputNotWritten):
        FILES.write_folder(tmp_path / "fil", "møde", TWO)
