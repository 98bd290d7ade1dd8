"""`koordinator guide`: one line a living citizen with an open course."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from koordinator.domain.citizen import PrimaryCaseworkerWish
from koordinator.domain.steps import Step
from koordinator.integrations.clock import SystemClock
from koordinator.storage.database_files import EncryptedFiles
from koordinator.texts.formats import date_no_year
from tests.cli.running import Shell
from tests.support.histories import Histories
from tests.support.office import KEY, Bench


@pytest.fixture
def today() -> date:
    return SystemClock().today()


@pytest.fixture
def told(shell: Shell, today: date) -> Shell:
    """Lone on trin 2 without a coordinator, Anna in a family on trin 3, Bo with no course."""
    database = EncryptedFiles().open(shell.folder / "prøve.db", KEY)
    bench = Bench(database)
    histories = Histories(bench)
    lone, anna, _bo = (bench.add_citizen(name, "") for name in ("Lone Bæk", "Anna Rømer", "Bo Lund"))
    histories.course(lone.subject_id, Step.MEETINGS, today - timedelta(days=3))
    family = histories.family("Familien Rømer", anna)
    histories.course(family.subject_id, Step.ONE_CASEWORK, today, by=histories.employee())
    histories.assessment(family.subject_id, Step.ONE_CASEWORK, today)
    database.close()
    return shell


def test_the_answer_for_other_programs_has_the_agreed_shape(told: Shell, today: date) -> None:
    lone, anna = told.json("guide")

    by = today + timedelta(days=4)
    assert lone == {
        "citizen": 1,
        "next_step": "Vælg koordinerende sagsbehandler",
        "why": f"Lone har ingen koordinerende sagsbehandler. Vælg en, senest {date_no_year(by)}.",
        "by": by.isoformat(),
        "button": "Vælg",
    }
    assert anna["citizen"] == 2
    assert anna["why"].startswith("Gælder familien Rømer: Det første møde skal holdes senest")


def test_one_citizen_and_one_without_a_course(told: Shell) -> None:
    assert [line["citizen"] for line in told.json("guide", 2)] == [2]
    assert told.json("guide", 3) == []
    assert told.run("guide", 3) == 0
    assert told.out == "Ingen borger har et åbent forløb her.\n"


def test_the_answer_for_people_is_a_table(told: Shell) -> None:
    assert told.run("guide") == 0
    headings, first, second = told.out.splitlines()
    assert headings.split() == ["Nr.", "Navn", "Næste", "skridt", "Senest", "Hvorfor"]
    assert first.startswith("1    Lone Bæk    Vælg koordinerende sagsbehandler")
    assert first.index("Lone har") == second.index("Gælder") == headings.index("Hvorfor")


def test_who_rests_has_no_day(shell: Shell, today: date) -> None:
    database = EncryptedFiles().open(shell.folder / "prøve.db", KEY)
    bench = Bench(database)
    citizen = bench.add_citizen("Lone Bæk", "")
    Histories(bench).save(replace(citizen, primary_caseworker_wish=PrimaryCaseworkerWish.NOT_WANTED))
    Histories(bench).course(citizen.subject_id, Step.ALIGNMENT, today)
    database.close()

    (line,) = shell.json("guide")

    assert (line["next_step"], line["by"]) == ("Der er ikke noget, der venter", None)


@pytest.mark.parametrize(("arguments", "code"), [(["2", "--mine"], 2), (["99"], 1), (["Lone"], 1)])
def test_what_cannot_be_answered_is_refused(told: Shell, arguments: list[str], code: int) -> None:
    assert told.run("guide", *arguments) == code
    assert told.err


def test_nobody_is_mine_until_somebody_is(told: Shell) -> None:
    assert told.json("guide", "--mine") == []
