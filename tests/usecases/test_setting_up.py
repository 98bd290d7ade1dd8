"""The owner's first words in a new database."""

import pytest

from koordinator.domain.errors import FieldMissing
from koordinator.domain.setting import SettingKey
from koordinator.usecases.organisation import Organisation
from koordinator.usecases.setting_up import Introduction, SettingUp
from koordinator.usecases.settings import Settings
from tests.support.office import Bench


def test_everything_that_was_said_is_in_place(bench: Bench) -> None:
    introduction = Introduction(
        "Solbæk Kommune", "99 12 30 00", "Mette Holm", department="Handicap", team="Myndighed Voksen"
    )

    owner = SettingUp(bench.office).introduce(bench.actor, introduction)

    (colleague,) = Organisation(bench.office).view(bench.actor).colleagues
    assert colleague.employee == owner
    assert [team.name for team in colleague.teams] == ["Myndighed Voksen"]
    assert colleague.has_authority
    values = Settings(bench.office).values()
    assert (values[SettingKey.MUNICIPALITY], values[SettingKey.MAIN_PHONE]) == ("Solbæk Kommune", "99 12 30 00")


def test_without_authority_and_team(bench: Bench) -> None:
    SettingUp(bench.office).introduce(bench.actor, Introduction("", "", "Bo Thygesen", has_authority=False))

    (colleague,) = Organisation(bench.office).view(bench.actor).colleagues
    assert not colleague.has_authority
    assert colleague.teams == ()


def test_a_name_is_needed(bench: Bench) -> None:
    with pytest.raises(FieldMissing):
        SettingUp(bench.office).introduce(bench.actor, Introduction("Solbæk Kommune", "", " "))
