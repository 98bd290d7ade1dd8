"""`koordinator assess`: computed only, stored with --save, and refused with a sentence."""

from pathlib import Path

import pytest

from koordinator.domain.assessment import Assessment
from koordinator.storage.database_files import EncryptedFiles
from tests.cli.running import Shell
from tests.support.office import KEY, Bench

ANSWERS = """
decided_step = 2
reason = "Aftalt med Lone."

[answers]
departments = 4
complexity = "complex"
self_coordination = "partly"
connection = "affect"

[citizen]
self_coordination = "with_support"
"""


@pytest.fixture
def lone(shell: Shell) -> Shell:
    """Lone is citizen 1."""
    database = EncryptedFiles().open(shell.folder / "prøve.db", KEY)
    Bench(database).add_citizen()
    database.close()
    return shell


def answers(shell: Shell, text: str = ANSWERS) -> Path:
    file = shell.folder / "svar.toml"
    file.write_text(text, encoding="utf-8")
    return file


def stored(shell: Shell) -> tuple[Assessment, ...]:
    database = EncryptedFiles().open(shell.folder / "prøve.db", KEY)
    with Bench(database).office.aside() as tx:
        rows = tx.of(Assessment).where()
    database.close()
    return rows


@pytest.mark.parametrize("citizen", ["1", "1203784444", "120378-4444"])
def test_without_save_it_only_computes(lone: Shell, citizen: str) -> None:
    said = lone.json("assess", citizen, "--answers", answers(lone))

    assert set(said) == {"recommended_step", "reasons", "would_change", "model_version"}
    assert said["recommended_step"] == 2
    assert "Fire fagenheder har sager." in said["reasons"]
    assert all(sentence.startswith("Det ville ændre resultatet, hvis") for sentence in said["would_change"])
    assert stored(lone) == ()


def test_with_save_it_is_locked_and_the_citizen_stands_on_the_step(lone: Shell) -> None:
    said = lone.json("assess", "1", "--answers", answers(lone), "--save")

    (assessment,) = stored(lone)
    assert assessment.is_locked
    assert assessment.decided_step == 2
    assert assessment.model_version == said["model_version"]
    assert lone.json("citizens")[0]["step"] == 2


def test_for_people_it_is_sentences(lone: Shell) -> None:
    assert lone.run("assess", "1", "--answers", answers(lone)) == 0

    assert "trin 2" in lone.out
    assert "Det ville ændre resultatet" in lone.out


@pytest.mark.parametrize(
    ("text", "said"),
    [("[answers]\nmood = 'godt'", "mood"), ("[answers]\ncomplexity = 'meget'", "meget"), ("[answers", "linje")],
)
def test_a_wrong_answer_is_named(lone: Shell, text: str, said: str) -> None:
    assert lone.run("assess", "1", "--answers", answers(lone, text)) == 1

    assert said in lone.err
    assert "Traceback" not in lone.err


def test_a_file_that_is_not_there_and_a_citizen_who_is_not(lone: Shell) -> None:
    assert lone.run("assess", "1", "--answers", lone.folder / "findes-ikke.toml") == 1
    assert "Filen kan ikke læses" in lone.err
    assert lone.run("assess", "999", "--answers", answers(lone)) == 1
    assert lone.err.strip()
    assert lone.run("assess", "1") == 2
