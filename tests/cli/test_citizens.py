"""`koordinator citizens`, and how a command is told which citizen it is about."""

import pytest

from koordinator.bootstrap.container import connect
from koordinator.cli.citizen_argument import citizen_id
from koordinator.cli.command import Session
from koordinator.domain.access import Channel
from koordinator.domain.cpr import BadCpr
from koordinator.domain.errors import NotFound
from koordinator.usecases.unlock import Opened
from tests.cli.running import Shell
from tests.support.lists import SAMPLES, case, row, write_list
from tests.support.office import KEY, Bench


@pytest.fixture
def filled(shell: Shell) -> Shell:
    rows = [row(), case("S2", Navn="Åse Dam", Fagenhed="Familie", **{"CPR-nr.": "010190-4444"})]
    shell.run("import", write_list(shell.folder / "liste.csv", rows))
    return shell


def test_the_answer_for_other_programs_has_the_agreed_shape(filled: Shell) -> None:
    assert filled.json("citizens") == [
        {
            "id": 1,
            "name": "Lone Bæk",
            "cpr_masked": "120378-••••",
            "step": None,
            "coordinator": None,
            "next_step": "Lone er ikke vurderet. Det kan vente, så længe højst én fagenhed hjælper.",
        },
        {
            "id": 2,
            "name": "Åse Dam",
            "cpr_masked": "010190-••••",
            "step": None,
            "coordinator": None,
            "next_step": "Åse er ikke vurderet. Det kan vente, så længe højst én fagenhed hjælper.",
        },
    ]


@pytest.mark.parametrize("text", ["aase", "Dam", "010190", "010190-4444", "0101904444", "s2"])
def test_searching_narrows_the_list(filled: Shell, text: str) -> None:
    assert [line["name"] for line in filled.json("citizens", "--search", text)] == ["Åse Dam"]


def test_nobody_is_mine_until_somebody_is(filled: Shell) -> None:
    assert filled.json("citizens", "--mine") == []


def test_the_answer_for_people_is_a_table(filled: Shell) -> None:
    assert filled.run("citizens") == 0
    headings, first, second = filled.out.splitlines()
    assert headings.split() == ["Nr.", "Navn", "CPR", "Trin", "Koordinerende", "sagsbehandler", "Næste", "skridt"]
    assert first.startswith("1    Lone Bæk  120378-••••  Ikke vurderet")
    assert first.index("Ikke") == second.index("Ikke") == headings.index("Trin")
    assert filled.run("citizens", "--search", "findes ikke") == 0
    assert filled.out == "Ingen borgere passer til det.\n"


def test_a_whole_list_is_shown(shell: Shell) -> None:
    shell.run("import", SAMPLES / "sager-unicode-tekst.txt")

    assert len(shell.json("citizens")) == 55


def session(bench: Bench) -> Session:
    return Session(connect(Opened(bench.database.path, bench.database, KEY), Channel.COMMAND_LINE), bench.actor)


@pytest.mark.parametrize("text", ["1203784444", "120378-4444", " 1 "])
def test_a_citizen_is_named_by_cpr_number_or_id(bench: Bench, text: str) -> None:
    citizen = bench.add_citizen(cpr="1203784444")

    assert citizen_id(session(bench), text) == citizen.id


def test_a_citizen_who_is_not_there_is_told_without_the_whole_cpr_number(bench: Bench) -> None:
    with pytest.raises(NotFound) as caught:
        citizen_id(session(bench), "1203784444")
    assert (caught.value.kind, caught.value.key) == ("citizen", "120378-••••")


@pytest.mark.parametrize(
    ("text", "error"), [("3102801234", BadCpr), ("Lone", NotFound), ("12345678901", NotFound), ("", NotFound)]
)
def test_what_is_neither_is_refused(bench: Bench, text: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        citizen_id(session(bench), text)
