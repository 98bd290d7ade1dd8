"""`koordinator papers`: a folder that another system can take over, whole files only, and Danish when it cannot be."""

import hashlib
import io
import json
import re
import signal
from pathlib import Path
from typing import Any

import pytest
from pypdfium2 import PdfDocument
from typing_extensions import override

from koordinator.storage.database_files import EncryptedFiles
from tests.cli.running import Shell
from tests.storage.databases import files_of_at_most
from tests.support.full_disk import can_fill_disk
from tests.support.meeting_world import make_world
from tests.support.office import KEY, Bench

RANDOM_ID = re.compile(r"[0-9a-f]{32}")


@pytest.fixture
def known(shell: Shell) -> Shell:
    """Lone (1) and Anna (2), and a meeting that is held."""
    database = EncryptedFiles().open(shell.folder / "prøve.db", KEY)
    world = make_world(Bench(database))
    meeting_id = world.running().meeting.id
    world.room_plan.set_goal(world.actor, meeting_id, "Rolige morgener \U0001f600")
    world.closing.close(world.actor, meeting_id)
    database.close()
    return shell


def manifest(folder: Path) -> dict[str, Any]:
    said: dict[str, Any] = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    return said


def files_in(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_everybodys_papers_lie_in_folders_that_name_nobody(known: Shell) -> None:
    folder = known.folder / "arkiv"

    assert known.run("papers", "--all", "--dir", folder) == 0, known.err

    said = manifest(folder)
    assert (said["schema"], said["complete"], said["not_written"]) == (
        1,
        True,
        ["recovery_sheet", "right_of_access"],
    )
    assert files_in(folder) == {each["path"] for each in said["files"]} | {"manifest.json"}
    folders = {path.name for path in folder.iterdir() if path.is_dir()}
    assert len(folders) == 3
    assert all(RANDOM_ID.fullmatch(name) for name in folders - {"faelles"})
    assert f"{len(said['files'])} dokumenter er gemt i {folder}." in known.out
    assert f"0 af {len(said['files']) - 8} dokumenter" in known.err
    text = (folder / "manifest.json").read_text(encoding="utf-8")
    assert not any(secret in text + " ".join(files_in(folder)) for secret in ("Lone", "Bæk", "120378", "Kim"))


def test_the_manifest_says_what_each_file_is(known: Shell) -> None:
    folder = known.folder / "arkiv"

    told = known.json("papers", "1", "--dir", folder)

    said = manifest(folder)["files"]
    assert told["files"] == len(said)
    assert told["complete"] is True
    assert told["bytes"] == sum(each["bytes"] for each in said)
    for each in said:
        content = (folder / each["path"]).read_bytes()
        assert (hashlib.sha256(content).hexdigest(), len(content)) == (each["sha256"], each["bytes"])
        pdf = PdfDocument(content)
        assert (len(pdf), pdf.get_metadata_value("Title")) == (each["pages"], each["title"])
        assert each["language"] == "da-DK"
    minutes = next(each for each in said if each["kind"] == "minutes" and each["reader"] == "professional")
    assert (minutes["variant"], minutes["version"], minutes["large_print"]) == ("whole", 1, False)
    assert minutes["replaced_characters"] == ["\U0001f600"]
    assert minutes["subject_uid"] == minutes["path"].partition("/")[0]
    assert RANDOM_ID.fullmatch(minutes["meeting_uid"])
    assert {each["kind"] for each in said if each["subject_uid"] is None} == {
        *("model", "ways", "year_wheel", "supervision")
    }


def test_nothing_is_written_where_something_lies(known: Shell) -> None:
    folder = known.folder / "arkiv"
    folder.mkdir()
    (folder / "min.txt").write_text("min", encoding="utf-8")

    assert known.run("papers", "1", "--dir", folder) == 1

    assert "Der ligger allerede noget i" in known.err
    assert files_in(folder) == {"min.txt"}


@pytest.mark.parametrize("whom", [[], ["1", "--all"]])
def test_it_is_one_or_all(known: Shell, whom: list[str]) -> None:
    assert known.run("papers", *whom, "--dir", known.folder / "arkiv") == 2
    assert "Skriv enten en borger eller --all." in known.err


def test_a_folder_that_cannot_be_made_is_told_of(known: Shell) -> None:
    (known.folder / "fil").write_text("", encoding="utf-8")

    assert known.run("papers", "1", "--dir", known.folder / "fil" / "arkiv") == 1

    assert "kunne ikke" in known.err


@can_fill_disk
def test_a_full_disk_leaves_no_half_folder(known: Shell) -> None:
    folder = known.folder / "arkiv"
    shell_files = files_in(known.folder)

    with files_of_at_most(20_000):
        code = known.run("papers", "1", "--dir", folder)

    assert code == 1
    assert "kunne ikke" in known.err
    assert files_in(folder) == set()
    assert {name for name in files_in(known.folder) if not name.startswith("prøve.db")} <= shell_files


class PressingCtrlC(io.StringIO):
    """A screen on which somebody presses Ctrl-C when the first folder is told of."""

    @override
    def write(self, text: str) -> int:
        if " af " in text and not text.startswith("0 "):
            signal.raise_signal(signal.SIGINT)
        return super().write(text)


def test_ctrl_c_leaves_whole_files_and_says_which(known: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, screen = known.folder / "arkiv", PressingCtrlC()
    monkeypatch.setattr("sys.stderr", screen)
    usual = signal.getsignal(signal.SIGINT)

    assert known.run("papers", "--all", "--dir", folder) == 1

    assert "Stoppet." in screen.getvalue()
    said = manifest(folder)
    assert said["complete"] is False
    assert files_in(folder) == {each["path"] for each in said["files"]} | {"manifest.json"}
    assert len({each["subject_uid"] for each in said["files"]}) == 1
    assert signal.getsignal(signal.SIGINT) is usual
