"""`koordinator break-glass` as a caseworker and as the owner."""

import pytest

from koordinator.domain.codes import Role
from koordinator.domain.errors import NotYours
from koordinator.domain.ids import RowId
from koordinator.domain.organisation import RolePeriod
from koordinator.texts import access_grants as words
from koordinator.texts.errors import sentence
from tests.cli.running import Shell
from tests.support.histories import Histories, days_ago
from tests.support.office import Bench

WHY = ("--reason", "Borgeren står her nu")


@pytest.fixture
def office(shell: Shell, bench: Bench) -> Shell:
    """Lone Bæk is the owner's citizen; Kim Møller has nothing to do with her."""
    histories = Histories(bench)
    lone = bench.add_citizen()
    histories.course(lone.subject_id, by=histories.employee("Tina"))
    kim = histories.employee("Kim Møller")
    histories.add(RolePeriod(RowId(0), kim.id, Role.CASEWORKER, days_ago(9)))
    bench.database.backup(shell.folder / "prøve.db")
    return shell


AS_KIM = ("--as", "Kim Møller")


def test_a_citizen_of_somebody_else_opens_for_a_reason(office: Shell) -> None:
    assert office.run("network", "120378-4444", *AS_KIM) == 1
    assert sentence(NotYours("open_citizen")) in office.err

    assert office.run("break-glass", "120378-4444", *WHY, *AS_KIM) == 0
    assert "Du har adgang til og med" in office.out
    assert office.run("network", "120378-4444", *AS_KIM) == 0


def test_for_other_programs(office: Shell) -> None:
    opened = office.json("break-glass", "1203784444", *WHY, *AS_KIM)

    assert opened["citizen"] == 1
    assert opened["until"]


def test_who_has_access_is_told_so(office: Shell) -> None:
    assert office.run("break-glass", "1203784444", *WHY) == 0
    assert words.OPEN_ALREADY in office.out


@pytest.mark.parametrize("who", [(), ("--name", "Lone Bæk"), ("120378-4444", "--name", "Lone Bæk")])
def test_it_has_to_say_exactly_whom(office: Shell, who: tuple[str, ...]) -> None:
    assert office.run("break-glass", *who, *WHY, *AS_KIM) == 2
    assert words.NEEDS_WHO in office.err
