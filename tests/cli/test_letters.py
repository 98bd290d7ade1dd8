"""`koordinator letters`: what holds, a file checked without a database, and a file taken into use or not at all."""

from pathlib import Path

from koordinator.bootstrap.resources import resources_dir
from koordinator.domain.letter_kinds import LetterKey
from koordinator.texts import letters_command as words
from tests.cli.running import Shell
from tests.support.letter_texts import STANDARD

FILE = resources_dir() / "letters" / "standard.toml"


def written(folder: Path, content: str) -> Path:
    path = folder / "breve.toml"
    path.write_text(f"[letters]\n{content}\n", encoding="utf-8")
    return path


def test_the_list_says_what_is_the_municipalitys_own(shell: Shell) -> None:
    assert shell.run("letters", "import", written(shell.folder, 'end_other = "Slut, {du}."')) == 0
    assert "end_other" in shell.out

    assert shell.run("letters", "list") == 0
    lines = {line.split()[0]: line for line in shell.out.splitlines()}
    assert set(lines) == set(LetterKey)
    assert words.OWN in lines["end_other"]
    assert words.STANDARD in lines["end"]


def test_a_text_is_shown_as_it_holds(shell: Shell) -> None:
    assert shell.run("letters", "show", "end_other") == 0
    assert shell.out.strip() == STANDARD.texts[LetterKey.END_OTHER]
    assert shell.json("letters", "show", "end_other") == {
        "key": "end_other",
        "text": STANDARD.texts[LetterKey.END_OTHER],
        "own": False,
        "saved_at": None,
        "saved_by": None,
    }


def test_a_text_that_does_not_exist_is_not_found(shell: Shell) -> None:
    assert shell.run("letters", "show", "farvel") == 1
    assert "farvel" in shell.err


def test_a_file_is_checked_without_a_database(shell: Shell) -> None:
    assert shell.run_bare("letters", "check", FILE) == 0
    assert shell.out.strip() == words.fine(tuple(LetterKey))

    faulty = written(shell.folder, 'end_other = """\nSlut.\nKom {navm}."""\nend = "# Tak"')
    assert shell.run_bare("letters", "check", faulty) == 1
    assert shell.out == ""
    assert "end_other, linje 2: {navm} findes ikke." in shell.err
    assert "end: {slutdag} mangler." in shell.err


def test_of_a_file_with_a_fault_nothing_is_taken_in(shell: Shell) -> None:
    faulty = written(shell.folder, 'end_other = "Slut, {du}."\nend = "# Tak"')

    assert shell.run("letters", "import", faulty) == 1
    assert shell.run("letters", "show", "end_other") == 0
    assert shell.out.strip() == STANDARD.texts[LetterKey.END_OTHER]


def test_what_is_exported_is_imported_again_without_a_change(shell: Shell) -> None:
    file = shell.folder / "ud.toml"

    assert shell.run("letters", "export", file) == 0
    assert shell.run("letters", "import", file) == 0
    assert shell.out.strip() == words.imported(())
