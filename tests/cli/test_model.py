"""`koordinator model`: a file checked without a database, and tried on old assessments."""

import json
from pathlib import Path

import pytest

from koordinator.domain.access import Channel
from koordinator.domain.assessment_toml import parse_model
from koordinator.domain.assessment_writer import write_model
from koordinator.storage.database_files import EncryptedFiles
from koordinator.usecases.assessments import Assessments
from koordinator.usecases.who_acts import WhoActs
from tests.cli.running import Shell, own_process
from tests.domain.assessments import MODELS, STANDARD_TEXT
from tests.support.office import KEY, Bench

STANDARD = MODELS / "standard.toml"
NEVER_DEPARTMENTS_ALONE = STANDARD_TEXT.replace(
    'label = "Tre fagenheder eller flere skal vide, hvad de andre gør"\nstep = 1',
    'label = "Tre fagenheder eller flere skal vide, hvad de andre gør"\nstep = 2',
)
ANSWERS = '[answers]\ndepartments = "three"\n'


@pytest.fixture
def lone(shell: Shell) -> Shell:
    """Lone, citizen 1, came out on trin 1 because of three departments."""
    database = EncryptedFiles().open(shell.folder / "prøve.db", KEY)
    bench = Bench(database)
    citizen = bench.add_citizen()
    actor = WhoActs(bench.office, Channel.COMMAND_LINE).owner()
    Assessments(bench.office).compute_and_lock(actor, citizen.id, ANSWERS)
    database.close()
    return shell


def file(folder: Path, content: str | bytes) -> Path:
    path = folder / "model.toml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_a_fine_model_needs_neither_database_nor_key(shell: Shell) -> None:
    assert shell.run_bare("model", "check", STANDARD) == 0
    assert shell.out == "Modellen kan bruges: Trappemodellen · standard, version 1, med 11 spørgsmål og 14 regler.\n"
    assert shell.err == ""
    assert shell.run_bare("model", "check", STANDARD, "--json") == 0
    assert json.loads(shell.out) == {"ok": True, "version": "1", "parameters": 11, "faults": []}


def test_the_check_is_a_program_of_its_own() -> None:
    done = own_process("model", "check", STANDARD, "--json")

    assert (done.returncode, json.loads(done.stdout)["ok"], done.stderr) == (0, True, "")


def test_each_fault_is_a_sentence_with_where(shell: Shell) -> None:
    wrong = file(shell.folder, STANDARD_TEXT.replace('source = "Lokal standard"', 'source = ""', 1))

    assert shell.run_bare("model", "check", wrong, "--json") == 1
    said = json.loads(shell.out)

    assert said["ok"] is False
    assert said["faults"] == [{"where": "parameters.stability", "line": 439, "what": "Teksten source mangler."}]
    assert shell.err.splitlines() == [
        "Modellen kan ikke bruges. 1 ting skal rettes først.",
        "Linje 439, parameters.stability: Teksten source mangler.",
    ]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"#" * 50_000_000, "for stor"),
        ('title = "Blåbær"\n'.encode("utf-16"), "Linje 1: Filen er ikke gemt som UTF-8"),
        ('schema = 1\ntitle = "Blåbær"\n'.encode("latin-1"), "Linje 2: Filen er ikke gemt som UTF-8"),
        ("schema = 1\nnot toml\n", "Linje 2: Filen kan ikke læses som TOML"),
        ('schema = 1\ntitle = "a\0b"\n', "Linje 2: Filen kan ikke læses som TOML"),
        (STANDARD_TEXT + "".join(f'[[parameters]]\nkey = "k{n}"\n' for n in range(1_000)), "Der er 1011 spørgsmål"),
        (STANDARD_TEXT.replace("schema = 1", "schema = 1\nfarve = 2"), "Feltet farve kendes ikke"),
        (STANDARD_TEXT.replace("need = 0", 'need = "0"', 1), "parameters.cases.options.one: Feltet need skal være"),
        ("", "Feltet schema mangler"),
    ],
)
def test_a_file_that_is_no_model_is_refused_with_line_and_reason(
    shell: Shell, content: str | bytes, words: str
) -> None:
    assert shell.run_bare("model", "check", file(shell.folder, content)) == 1
    assert words in shell.err
    assert shell.out == ""


def test_a_file_that_is_not_there_is_said_so(shell: Shell) -> None:
    assert shell.run_bare("model", "check", shell.folder / "findes-ikke.toml") == 1
    assert "kan ikke læses" in shell.err


def test_markup_in_a_model_is_only_words(shell: Shell) -> None:
    marked = STANDARD_TEXT.replace("Antal sager", "<b>Antal</b> <img src=x>")

    assert shell.run_bare("model", "check", file(shell.folder, marked)) == 0
    assert parse_model(write_model(parse_model(marked))) == parse_model(marked)


def test_the_same_model_changes_no_old_assessment(lone: Shell) -> None:
    assert lone.json("model", "try", STANDARD) == {"tried": 1, "same": 1, "changed": []}


def test_trying_says_which_come_out_otherwise_and_why(lone: Shell) -> None:
    new = file(lone.folder, NEVER_DEPARTMENTS_ALONE)

    said = lone.json("model", "try", new)

    assert (said["tried"], said["same"]) == (1, 0)
    (changed,) = said["changed"]
    assert {key: changed[key] for key in ("assessment", "citizen", "from_step", "to_step")} == {
        "assessment": 1,
        "citizen": 1,
        "from_step": 1,
        "to_step": 2,
    }
    assert "Fagenheder: »Tre«" in changed["why"]
    assert "Lone" not in lone.out
    assert lone.run("model", "try", new) == 0
    assert lone.out.splitlines()[:2] == ["1 af 1 vurdering ville få et andet trin.", "Trin 1 → trin 2: 1"]


def test_a_model_with_faults_is_not_tried(lone: Shell) -> None:
    assert lone.run("model", "try", file(lone.folder, "schema = 1\n")) == 1
    assert "kan ikke bruges" in lone.err


@pytest.mark.parametrize("arguments", [("model",), ("model", "check"), ("model", "guess", "x"), ("model", "try")])
def test_wrong_usage_is_said_in_danish(shell: Shell, arguments: tuple[str, ...]) -> None:
    assert shell.run_bare(*arguments) == 2
    assert "Kommandoen er ikke rigtig." in shell.err
