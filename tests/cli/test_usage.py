"""Wrong usage ends with code 2, and every word of it is Danish."""

import argparse
import re

import pytest

from koordinator.cli.options import DanishParser
from koordinator.domain.errors import DomainError
from koordinator.storage import key_slots
from koordinator.storage.key_record import SealCost
from koordinator.texts import errors_storage
from koordinator.texts.errors import sentence, sentence_at_terminal
from tests.cli.running import Shell, own_process

ENGLISH = re.compile(
    r"\b(usage|error|argument|arguments|required|unrecognized|invalid|choose|choice|expected|following|option|options"
    r"|show|help|exit|optional|positional|default|could|match|not|the|with|from)\b"
)


NEVER_MADE = (("backup",), ("verify",), ("log",), ("keys", "list"), ("guide",), ("access", "1"))
WRITE = (
    *(("access", "1", "-o"), ("keys", "recovery-sheet", "-o"), ("keys", "rekey", "-o"), ("network", "1", "-o")),
    *(("meeting", "minutes", "1", "-o"), ("plan", "pdf", "1", "-o"), ("supervision", "-o"), ("letters", "export")),
    *(("wheel", "--year", "2026", "-o"), ("supervision", "--counts-file"), ("supervision", "--write-counting-key")),
)


def said(parser: DanishParser, capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What the parser says when it refuses the arguments."""
    with pytest.raises(SystemExit) as end:
        parser.parse_args(arguments)
    assert end.value.code == 2
    error: str = capsys.readouterr().err
    return error


def whole_grammar() -> DanishParser:
    """A parser with one of everything that can be said wrong."""
    parser = DanishParser(prog="prøve")
    parser.add_argument("--one", type=int)
    parser.add_argument("--two", nargs=2)
    parser.add_argument("--many", nargs="+")
    parser.add_argument("--kind", choices=["a", "b"])
    parser.add_argument("--flag", action="store_true")
    either = parser.add_mutually_exclusive_group(required=True)
    either.add_argument("--this", action="store_true")
    either.add_argument("--that", action="store_true")
    parser.add_argument("thing", type=_refusing)
    return parser


def _refusing(text: str) -> str:
    if text == "tom":
        raise argparse.ArgumentTypeError("Skriv noget.")
    return text


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--this"], "Her mangler noget: thing."),
        (["--this", "x", "y"], "Kommandoen kender ikke: y."),
        (["--this", "x", "--one"], "--one skal følges af en værdi."),
        (["--this", "x", "--two", "1"], "--two skal følges af 2 værdier."),
        (["--this", "x", "--many"], "--many skal følges af mindst en værdi."),
        (["--this", "x", "--kind", "c"], "--kind kan ikke være 'c'. Vælg mellem 'a', 'b'."),
        (["--this", "x", "--one", "to"], "--one kan ikke være 'to'. Skriv et helt tal."),
        (["--this", "x", "--that"], "--that kan ikke bruges sammen med --this."),
        (["--this", "x", "--flag=1"], "--flag skal ikke have nogen værdi ('1')."),
        (["x"], "En af disse skal med: --this --that."),
        (["--this", "tom"], "thing: Skriv noget."),
    ],
)
def test_each_complaint_is_danish(arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]) -> None:
    message = said(whole_grammar(), capsys, *arguments)

    assert message.startswith("brug: prøve")
    assert message.endswith(f"Kommandoen er ikke rigtig. {sentence}\n")


@pytest.mark.parametrize(
    "arguments",
    [
        ["--findes-ikke"],
        ["findes-ikke"],
        ["import"],
        ["import", "a.csv", "b.csv"],
        ["import", "--key-file"],
        ["citizens", "--search"],
    ],
)
def test_wrong_usage_is_code_2_and_a_danish_sentence(shell: Shell, arguments: list[str]) -> None:
    assert shell.run_bare(*arguments) == 2
    assert shell.out == ""
    assert "Kommandoen er ikke rigtig." in shell.err
    assert ENGLISH.findall(re.sub(r"--[a-z-]+", "", shell.err)) == []


def test_wrong_usage_as_a_program_of_its_own() -> None:
    refused = own_process("import", "--key-file")

    assert (refused.returncode, refused.stdout) == (2, "")
    assert "--key-file skal følges af en værdi." in refused.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("retention", "delete", "9" * 25),
        ("retention", "release", "-1"),
        ("log", "--before", "9" * 25),
        ("case-folder", "--meeting", "9" * 25, "--dir", "mappe"),
        ("spot-checks", "--verdict", "asked", "--answer", "9" * 25),
        ("plan", "pdf", "1", "-o", "plan.pdf", "--plan-version", "nyeste"),
        ("log", "--from", f"1.1.{'9' * 25}"),
    ],
)
def test_a_number_or_a_day_that_cannot_be_is_wrong_usage(shell: Shell, arguments: tuple[str, ...]) -> None:
    assert shell.run(*arguments) == 2
    assert "kan ikke være" in shell.err
    assert shell.err.endswith(("Skriv et helt tal.\n", "Skriv dagen som 1.7.2026 eller 2026-07-01.\n"))


@pytest.mark.parametrize("command", NEVER_MADE)
def test_a_database_whose_name_was_spelt_wrong_is_not_made_and_found_in_order(
    shell: Shell, command: tuple[str, ...]
) -> None:
    wrong = shell.folder / "prove.db"

    assert shell.run_bare(*command, "--database", wrong, "--key-file", shell.folder / "prøve.key") == 1
    assert f"Der er ingen database her: {wrong}" in shell.err
    assert shell.run_bare(*command, "--database", wrong) == 1
    assert f"Der er ingen database her: {wrong}" in shell.err
    assert list(shell.folder.glob("prove*")) == []


@pytest.mark.parametrize("command", WRITE)
def test_no_command_writes_its_file_over_one_that_is_there(shell: Shell, command: tuple[str, ...]) -> None:
    database = shell.folder / "prøve.db"
    before = database.read_bytes()

    assert shell.run(*command, database) == 1
    assert "Der ligger allerede en fil eller mappe her" in shell.err
    assert database.read_bytes() == before


def test_a_name_that_no_file_can_have_is_no_fault_of_ours(shell: Shell) -> None:
    for name in ("x" * 300, shell.folder / "prøve.key" / "ark"):
        assert shell.run("letters", "export", f"{name}.toml") == 1
        assert "kunne ikke gemmes" in shell.err


def test_a_folder_that_is_not_there_is_named(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(key_slots, "COST", SealCost(passes=1, memory_kib=64, lanes=1))
    for nowhere in (shell.folder / "ingen" / "ark.pdf", shell.folder / "prøve.key" / "ark.pdf"):
        assert shell.run("keys", "recovery-sheet", "-o", nowhere) == 1
        assert f"Mappen findes ikke: {nowhere.parent}" in shell.err
        assert shell.run("backup", "-o", nowhere) == 1
        assert f"Mappen findes ikke: {nowhere.parent}" in shell.err


@pytest.mark.parametrize("kind", errors_storage.AT_TERMINAL)
def test_who_typed_a_command_hears_of_no_screen(kind: type[DomainError]) -> None:
    fault = kind(*("x" for _ in kind.__annotations__))

    assert "skærmen" not in sentence_at_terminal(fault)
    assert sentence_at_terminal(fault) != sentence(fault)
