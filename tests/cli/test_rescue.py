"""`koordinator rescue`: the damaged file stays, what can be read is in the new one, and what is missing is told."""

import json
from pathlib import Path

import pytest

from koordinator.storage.cipher import PAGE_BYTES
from koordinator.storage.key_slots import SlotFiles
from koordinator.storage.rescue.pages import WholePages
from koordinator.storage.rescue.trees import Trees
from tests.cli.running import Shell, make_shell
from tests.support.office import KEY


@pytest.fixture
def town(database_template: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    return make_shell(tmp_path, database_template, capsys)


def rescue(town: Shell, *more: str) -> int:
    damaged, saved, key = (str(town.folder / name) for name in ("prøve.db", "reddet.db", "prøve.key"))
    return town.run_bare("rescue", damaged, "--to", saved, "--key-file", key, *more)


def spoil(path: Path) -> bytes:
    """The one page that the themes are on; no index knows of them."""
    with WholePages(path, KEY) as pages:
        schema = Trees(pages).table(1).rows
    (page,) = [row.values[3] for row in schema if row.values[:2] == ("table", "theme")]
    assert isinstance(page, int)
    content = bytearray(path.read_bytes())
    content[(page - 1) * PAGE_BYTES + 100] ^= 0xFF
    path.write_bytes(content)
    return bytes(content)


def test_what_was_saved_can_be_worked_with(town: Shell) -> None:
    damaged = spoil(town.folder / "prøve.db")

    assert rescue(town) == 0, town.err
    assert "Den beskadigede fil er ikke ændret." in town.out
    assert "kunne ikke læses" in town.out
    assert (town.folder / "prøve.db").read_bytes() == damaged
    key = str(town.folder / "prøve.key")
    assert town.run_bare("verify", "--database", town.folder / "reddet.db", "--key-file", key) == 0, town.err


def test_a_program_is_told_by_kind_and_without_names(town: Shell) -> None:
    spoil(town.folder / "prøve.db")

    assert rescue(town, "--json") == 0, town.err
    told = json.loads(town.out)
    assert told["whole"] is False
    assert told["bad_pages"] > 0
    assert {kind["kind"] for kind in told["kinds"]} > {"citizen", "meeting", "paper"}
    assert all(isinstance(key, int) for key in told["touched"])


def test_a_whole_database_loses_nothing(town: Shell) -> None:
    assert rescue(town) == 0, town.err
    assert "Intet mangler" in town.out
    assert "Loggen er hel." in town.out


def test_nothing_is_written_over(town: Shell) -> None:
    (town.folder / "reddet.db").write_text("mit")

    assert rescue(town) == 1
    assert "Der ligger allerede en fil her" in town.err
    assert (town.folder / "reddet.db").read_text() == "mit"


def test_another_databases_key_saves_nothing(town: Shell) -> None:
    SlotFiles().create(town.folder / "prøve.db", KEY)
    (town.folder / "prøve.key").write_text("ab" * 32)

    assert rescue(town) == 1
    assert "hører til en anden database" in town.err
    assert not (town.folder / "reddet.db").exists()


def test_what_is_not_there_cannot_be_rescued(town: Shell) -> None:
    assert town.run_bare("rescue", town.folder / "væk.db", "--to", town.folder / "ny.db") == 1
    assert "Der er ingen database her" in town.err
