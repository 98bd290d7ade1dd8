"""`koordinator self-test`: it tries everything and leaves the database as it was."""

from koordinator.domain.draft import Draft
from koordinator.storage.database_files import EncryptedFiles
from tests.cli.running import Shell
from tests.support.office import KEY, Bench


def test_it_works_and_leaves_nothing(shell: Shell) -> None:
    assert shell.run("self-test") == 0
    assert shell.out.startswith("Alt virker")

    database = EncryptedFiles().open(shell.folder / "prøve.db", KEY)
    with Bench(database).office.aside() as tx:
        assert tx.of(Draft).where() == ()
    database.close()


def test_for_programs(shell: Shell) -> None:
    told = shell.json("self-test")

    assert told["works"] is True
    assert told["paper_bytes"] > 1000


def test_without_a_database_it_is_refused(shell: Shell) -> None:
    assert (
        shell.run_bare("self-test", "--database", shell.folder / "andet.db", "--key-file", shell.folder / "x.key") == 1
    )
    assert shell.err.strip()
