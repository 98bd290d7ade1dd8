"""`koordinator verify`: what it says of a whole database and of one that was changed from outside."""

import json
from typing import Any

from tests.cli.running import Shell
from tests.support import damage
from tests.support.office import KEY


def test_a_whole_database(shell: Shell) -> None:
    assert shell.run("verify") == 0
    assert shell.out.startswith("Alt er i orden. ")
    assert "er kontrolleret" in shell.out
    assert shell.err == ""


def test_for_programs(shell: Shell) -> None:
    checked = shell.json("verify")

    entries = checked.pop("log_entries")
    assert entries > 0
    assert checked == {
        "whole": True,
        "page_faults": [],
        "log_heads_compared": 0,
        "log_faults": [],
        "assessments": 0,
        "assessment_faults": [],
        "plan_versions": 0,
        "plan_faults": [],
        "minutes_versions": 0,
        "minutes_faults": [],
        "papers": 0,
        "paper_faults": [],
    }


def test_a_changed_log_is_refused_with_a_sentence(shell: Shell) -> None:
    damage.run_behind_its_back(shell.folder / "prøve.db", KEY, damage.LOG)

    assert shell.run("verify") == 1
    assert "Loggen: Post 1 er ændret" in shell.err
    assert "Traceback" not in shell.err


def test_a_spoiled_page_is_refused_with_a_sentence(shell: Shell) -> None:
    damage.spoil_pages(shell.folder / "prøve.db")

    assert shell.run("verify") == 1
    assert shell.err.strip()
    assert "Traceback" not in shell.err


def test_a_log_that_was_cut_short_is_told_by_the_backup(shell: Shell) -> None:
    assert shell.run("citizens") == 0
    assert shell.run("backup") == 0
    assert shell.json("verify")["log_heads_compared"] == 1
    damage.run_behind_its_back(shell.folder / "prøve.db", KEY, "DELETE FROM audit_entry WHERE sequence > 1")

    assert shell.run("verify") == 1
    assert "sikkerhedskopi" in shell.err
    (fault,) = [each for each in _json_of(shell)["log_faults"] if each["known_from"]]
    assert fault["kind"] in ("cut_short", "other_history")


def _json_of(shell: Shell) -> dict[str, Any]:
    assert shell.run("verify", "--json") == 1
    return dict(json.loads(shell.out))
