"""What holds for every command alike, on the town's database: Danish help, JSON for programs, three exit codes."""

import json
import re
import shutil
from pathlib import Path

import pytest

from koordinator.bootstrap.demo import DATABASE_NAME, KEY_NAME
from koordinator.bootstrap.resources import resources_dir
from koordinator.storage import key_slots
from koordinator.storage.key_record import SealCost
from tests.cli.running import Shell
from tests.cli.test_usage import ENGLISH

STANDARD = resources_dir() / "assessment_models" / "standard.toml"
LETTERS = resources_dir() / "letters" / "standard.toml"
NEW_LIST = resources_dir() / "demo" / "ny-liste.csv"
ANSWERS = '[answers]\ncomplexity = "complex"\nself_coordination = "partly"\n'
WITH_A_WINDOW: dict[tuple[str, ...], tuple[str, ...]] = {
    ("demo",): (),
    ("practice",): (),
    ("rescue",): ("skadet.db", "--to", "ny.db"),
    ("restore",): ("kopi.sikkerhedskopi", "--to", "ny.db"),
}
"""These open a window, make a demo or open what they need themselves: they have tests of their own."""
FULL: dict[tuple[str, ...], tuple[str, ...]] = {
    ("import",): (str(NEW_LIST),),
    ("citizens",): ("--mine",),
    ("guide",): (),
    ("assess",): ("1", "--answers", "svar.toml"),
    ("model", "check"): (str(STANDARD),),
    ("model", "try"): (str(STANDARD),),
    ("letters", "list"): (),
    ("letters", "show"): ("invitation_citizen",),
    ("letters", "check"): (str(LETTERS),),
    ("letters", "export"): ("breve.toml",),
    ("letters", "import"): (str(LETTERS),),
    ("meetings",): (),
    ("meeting", "ics"): ("1", "-o", "ud.ics"),
    ("meeting", "minutes"): ("1", "-o", "ud.pdf"),
    ("meeting", "preparation"): ("1", "-o", "ud.pdf"),
    ("meeting", "agenda"): ("1", "--large", "-o", "ud.pdf"),
    ("meeting", "invitation"): ("1", "--reader", "Trine Lauridsen", "-o", "ud.pdf"),
    ("meeting", "card"): ("1", "--reader", "Trine Lauridsen", "-o", "ud.pdf"),
    ("plan", "pdf"): ("5", "-o", "plan.pdf"),
    ("plan", "compare"): ("5", "--from", "1"),
    ("check-paper",): ("papir.pdf",),
    ("hand-out",): ("papir.pdf",),
    ("case-folder",): ("5", "--dir", "ud"),
    ("papers",): ("1", "--dir", "arkiv"),
    ("network",): ("1",),
    ("access",): ("1", "--large", "-o", "ud.pdf"),
    ("break-glass",): ("0806781038", "--reason", "Borgeren står her nu"),
    ("supervision",): ("--from", "2026-01-01", "--to", "2026-12-31", "--by", "team"),
    ("wheel",): ("--year", "2026", "-o", "hjul.pdf"),
    ("retention", "list"): (),
    ("retention", "delete"): ("1",),
    ("retention", "hold"): ("1", "--reason", "Retssag"),
    ("retention", "release"): ("1",),
    ("keys", "list"): (),
    ("keys", "passphrase"): ("--new", "ord.txt"),
    ("keys", "recovery-sheet"): ("-o", "ark.pdf"),
    ("keys", "keyring"): ("off",),
    ("keys", "remove"): ("recovery-code",),
    ("keys", "rekey"): ("--current", "ord.txt", "-o", "ark.pdf"),
    ("log",): ("--group", "look", "--most", "5"),
    ("spot-checks",): (),
    ("verify",): (),
    ("backup",): ("-o", "kopi.sikkerhedskopi"),
    ("self-test",): (),
}
_A_PAPER = ("plan", "pdf", "5", "-o", "papir.pdf")
_A_PASSPHRASE = ("keys", "passphrase", "--new", "ord.txt")
FIRST: dict[tuple[str, ...], tuple[str, ...]] = {
    ("check-paper",): _A_PAPER,
    ("hand-out",): _A_PAPER,
    ("keys", "keyring"): _A_PASSPHRASE,
    ("keys", "remove"): _A_PASSPHRASE,
    ("keys", "rekey"): _A_PASSPHRASE,
}
"""What has to be done before a command has anything to work on."""
NEEDS_DATA = sorted(FULL.keys() - {("model", "check"), ("letters", "check"), ("self-test",)})


@pytest.fixture
def town(
    demo_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Shell:
    for name, here in (
        (DATABASE_NAME, "prøve.db"),
        (f"{DATABASE_NAME}.keys", "prøve.db.keys"),
        (KEY_NAME, "prøve.key"),
    ):
        shutil.copyfile(demo_folder / name, tmp_path / here)
    (tmp_path / "svar.toml").write_text(ANSWERS, encoding="utf-8")
    (tmp_path / "ord.txt").write_text("en lang sætning om havet\n", encoding="utf-8")
    monkeypatch.setattr(key_slots, "COST", SealCost(passes=1, memory_kib=64, lanes=1))
    monkeypatch.chdir(tmp_path)
    return Shell(tmp_path, capsys)


def commands_in(shell: Shell, path: tuple[str, ...] = ()) -> set[tuple[str, ...]]:
    """Every command that does something, with the words that lead to it; each one's help is Danish."""
    assert shell.run_bare(*path, "--help") == 0, path
    words = re.sub(r"\S*--?[a-z-]+|koordinator( \S+){1,2}|\{.*\}|^    \S+", "", shell.out, flags=re.MULTILINE)
    assert ENGLISH.findall(words) == [], path
    _, _, below = shell.out.partition("\nkommandoer:\n")
    named = re.findall(r"^    (\S+) +\S", below, re.MULTILINE)
    return set().union(*(commands_in(shell, (*path, name)) for name in named)) if named else {path}


def test_every_command_is_tried_here_and_says_in_danish_how_it_is_used(shell: Shell) -> None:
    assert commands_in(shell) == FULL.keys() | WITH_A_WINDOW.keys()


@pytest.mark.parametrize("command", sorted(FULL))
def test_what_programs_read_is_json(town: Shell, command: tuple[str, ...]) -> None:
    if command in FIRST:
        assert town.run(*FIRST[command]) == 0, town.err

    assert town.run(*command, *FULL[command], "--json") == 0, town.err

    assert json.loads(town.out) is not None
    assert town.err == ""


@pytest.mark.parametrize("command", sorted(FULL.keys() | WITH_A_WINDOW.keys()))
def test_an_unknown_option_is_code_2_and_one_danish_sentence(shell: Shell, command: tuple[str, ...]) -> None:
    assert shell.run_bare(*command, *(FULL | WITH_A_WINDOW)[command], "--findes-ikke") == 2

    assert shell.out == ""
    assert shell.err.endswith("Kommandoen er ikke rigtig. Kommandoen kender ikke: --findes-ikke.\n")


@pytest.mark.parametrize("command", NEEDS_DATA)
def test_a_key_that_does_not_fit_is_code_1_and_a_danish_sentence(town: Shell, command: tuple[str, ...]) -> None:
    (town.folder / "prøve.key").write_text("ab" * 32, encoding="ascii")

    assert town.run(*command, *FULL[command], "--json") == 1
    assert town.out == ""
    assert "nøgle" in town.err
    assert ENGLISH.findall(town.err) == []
