"""`koordinator keys`: the ways in and the key, without a window; no secret is ever an argument."""

import io
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from koordinator.documents.pdf import Pdf
from koordinator.domain.recovery_code import write_recovery_code
from koordinator.storage import key_slots
from koordinator.storage.key_record import SealCost
from koordinator.storage.key_slots import keys_path
from tests.cli.running import Shell
from tests.documents.press import read_back
from tests.storage.databases import contents
from tests.support.memory_keyring import MemoryKeyring, trusted_keyring

WORDS, OTHER = "en lang sætning om havet", "en anden sætning om skoven"


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sealing a slot costs next to nothing here."""
    monkeypatch.setattr(key_slots, "COST", SealCost(passes=1, memory_kib=64, lanes=1))


@pytest.fixture
def store() -> Iterator[MemoryKeyring]:
    """A key store that is trusted."""
    with trusted_keyring() as trusted:
        yield trusted


def both(folder: Path) -> dict[str, str]:
    """The database and its keys, by their bytes; how often somebody tried in vain is counted beside them."""
    return {name: digest for name, digest in contents(folder).items() if name.endswith((".db", ".keys"))}


@pytest.fixture
def words(shell: Shell) -> Path:
    """The passphrase of the database, in a file."""
    file = shell.folder / "ord.txt"
    file.write_text(f"{WORDS}\n", encoding="utf-8")
    assert shell.run("keys", "passphrase", "--new", file) == 0, shell.err
    return file


def unlocked(shell: Shell, secret: Path, *arguments: object) -> int:
    """Runs the command as on a machine that has nothing but the two files."""
    return shell.run_bare(*arguments, "--database", shell.folder / "prøve.db", "--unlock", secret)


def code_on(sheet: Path, shell: Shell) -> Path:
    """The recovery code of the sheet, typed into a file."""
    text = read_back(Pdf(sheet.read_bytes(), 1, ())).text
    typed = shell.folder / "kode.txt"
    typed.write_text("-".join(re.findall(r"^\d\. (\w{5})$", text, re.MULTILINE)), encoding="utf-8")
    return typed


def test_a_database_with_a_key_file_gets_a_passphrase_that_opens_it(shell: Shell, words: Path) -> None:
    assert unlocked(shell, words, "keys", "list") == 0, shell.err
    assert shell.out.splitlines() == [str(shell.folder / "prøve.db"), "Databasen låses op med: Adgangssætning."]


def test_the_passphrase_is_changed_by_who_knows_it(shell: Shell, words: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    new = shell.folder / "ny.txt"
    new.write_text(OTHER, encoding="utf-8")

    assert shell.run("keys", "passphrase", "--current", new, "--new", new) == 1
    assert "Adgangssætningen er ikke den rigtige" in shell.err
    # Both from standard input, a line each.
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{WORDS}\n{OTHER}\n"))
    assert shell.run("keys", "passphrase", "--current", "-", "--new", "-") == 0, shell.err
    assert unlocked(shell, words, "keys", "list") == 1
    assert unlocked(shell, new, "keys", "list") == 0


def test_a_secret_is_typed_at_a_terminal_without_being_seen(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def answer(prompt: str) -> str:
        asked.append(prompt)
        return typed[len(asked) - 1]

    monkeypatch.setattr("getpass.getpass", answer)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    typed = [WORDS, OTHER]
    assert shell.run("keys", "passphrase") == 1
    assert "ikke ens" in shell.err
    asked.clear()
    typed = [WORDS, WORDS]
    assert shell.run("keys", "passphrase") == 0, shell.err
    assert len(asked) == 2
    assert WORDS not in shell.out


@pytest.mark.parametrize(
    ("answer", "told"), [(EOFError, "der er ingen at spørge"), (KeyboardInterrupt, "Kommandoen er afbrudt.")]
)
def test_who_gives_up_at_the_terminal_changes_nothing(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, answer: type[BaseException], told: str
) -> None:
    def give_up(_prompt: str) -> str:
        raise answer

    monkeypatch.setattr("getpass.getpass", give_up)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)

    assert shell.run("keys", "passphrase") == 1
    assert told in shell.err
    assert shell.json("keys", "list")["ways"] == []


def test_without_a_terminal_and_a_file_there_is_nobody_to_ask(shell: Shell, words: Path) -> None:
    assert shell.run("keys", "rekey", "-o", shell.folder / "ark.pdf") == 1
    assert "der er ingen at spørge" in shell.err
    empty = shell.folder / "tom.txt"
    empty.touch()
    for unusable in (empty, shell.folder / "findes-ikke", shell.folder):
        assert shell.run("keys", "rekey", "-o", shell.folder / "ark.pdf", "--current", unusable) == 1
        assert "Filen kan ikke læses" in shell.err
    assert not (shell.folder / "ark.pdf").exists()


def test_a_new_sheet_opens_and_the_old_one_no_longer(shell: Shell) -> None:
    first, second = shell.folder / "1.pdf", shell.folder / "2.pdf"
    assert shell.run("keys", "recovery-sheet", "-o", first) == 0, shell.err
    old = code_on(first, shell).read_text(encoding="utf-8")
    assert shell.run("keys", "recovery-sheet", "-o", second) == 0, shell.err

    assert unlocked(shell, code_on(second, shell), "keys", "list") == 0, shell.err
    (shell.folder / "kode.txt").write_text(old, encoding="utf-8")
    assert unlocked(shell, shell.folder / "kode.txt", "keys", "list") == 1
    assert "nyere ark" in shell.err


def test_a_sheet_that_cannot_be_saved_leaves_the_old_one(shell: Shell) -> None:
    first = shell.folder / "1.pdf"
    assert shell.run("keys", "recovery-sheet", "-o", first) == 0, shell.err

    assert shell.run("keys", "recovery-sheet", "-o", shell.folder / "findes-ikke" / "2.pdf") == 1
    assert unlocked(shell, code_on(first, shell), "keys", "list") == 0, shell.err
    # Both open; the new one is made anew and confirmed later.
    assert "endnu ikke er bekræftet" in shell.out


def test_another_key_is_given_and_the_old_one_opens_nothing(shell: Shell, words: Path) -> None:
    sheet = shell.folder / "ark.pdf"

    assert shell.run("keys", "rekey", "-o", sheet, "--current", words) == 0, shell.err
    assert "ny nøgle" in shell.out
    assert shell.run("verify") == 1
    assert "Nøglen hører til en anden database" in shell.err
    for secret in (words, code_on(sheet, shell)):
        assert unlocked(shell, secret, "verify") == 0, shell.err


def test_the_wrong_passphrase_makes_no_sheet(shell: Shell, words: Path) -> None:
    words.write_text("noget helt andet end før", encoding="utf-8")

    assert shell.run("keys", "rekey", "-o", shell.folder / "ark.pdf", "--current", words) == 1
    assert not (shell.folder / "ark.pdf").exists()


def test_the_key_store_opens_without_anybody(shell: Shell, words: Path, store: MemoryKeyring) -> None:
    assert shell.run("keys", "keyring", "on") == 0, shell.err
    assert shell.run_bare("keys", "list", "--database", shell.folder / "prøve.db") == 0, shell.err
    assert shell.run("keys", "remove", "passphrase") == 1
    assert "kan ikke undværes" in shell.err
    assert shell.run("keys", "keyring", "off") == 0, shell.err
    assert store.secrets == {}


def test_on_another_machine_the_code_opens_and_sets_up_a_way_in(
    shell: Shell, words: Path, store: MemoryKeyring, tmp_path_factory: pytest.TempPathFactory
) -> None:
    sheet = shell.folder / "ark.pdf"
    assert shell.run("keys", "keyring", "on") == 0, shell.err
    assert shell.run("keys", "recovery-sheet", "-o", sheet) == 0, shell.err
    code = code_on(sheet, shell)
    there = Shell(tmp_path_factory.mktemp("anden"), shell.capsys)
    for name in ("prøve.db", "prøve.db.keys"):
        shutil.copyfile(shell.folder / name, there.folder / name)
    store.secrets.clear()
    before = both(there.folder)

    # Nothing that opens: refused, and every byte as it was.
    assert there.run_bare("keys", "list", "--database", there.folder / "prøve.db") == 1
    assert "Computerens nøglering kender ikke denne database" in there.err
    words.write_text("noget helt andet end før", encoding="utf-8")
    assert unlocked(there, words, "keys", "list") == 1
    words.write_text(write_recovery_code(bytes(17)), encoding="utf-8")
    assert unlocked(there, words, "keys", "list") == 1
    assert both(there.folder) == before

    assert unlocked(there, code, "keys", "keyring", "on") == 0, there.err
    assert there.run_bare("verify", "--database", there.folder / "prøve.db") == 0, there.err


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda file: keys_path(file).unlink(), "Nøglefilen til databasen mangler"),
        (lambda file: keys_path(file).write_text("{"), "Nøglefilen kan ikke læses"),
        (lambda file: file.write_bytes(b"\xff" + file.read_bytes()[1:]), "Databasen er beskadiget"),
        (lambda file: file.with_name("ord.txt").write_text("noget andet end før"), "Adgangssætningen er ikke den"),
    ],
    ids=["keys gone", "keys spoilt", "database damaged", "another passphrase"],
)
def test_what_is_wrong_is_told_apart(shell: Shell, words: Path, spoil: object, said: str) -> None:
    assert callable(spoil)
    spoil(shell.folder / "prøve.db")
    before = both(shell.folder)

    assert unlocked(shell, words, "keys", "list") == 1
    assert said in shell.err
    assert shell.run_bare("keys", "list", "--database", shell.folder / "prøve.db") == 1
    assert both(shell.folder) == before
