"""The municipality's own values on a real database."""

import pytest

from koordinator.domain.setting import Setting, SettingKey, UnusableNumber
from koordinator.usecases.settings import Settings, current_number
from tests.support.office import Bench


def test_a_value_holds_from_the_day_it_is_changed(bench: Bench) -> None:
    settings = Settings(bench.office)
    assert settings.values()[SettingKey.REASSESS_AFTER_DAYS] == "365"

    changed = settings.change(bench.actor, {SettingKey.REASSESS_AFTER_DAYS: "180", SettingKey.MUNICIPALITY: ""})

    assert changed[SettingKey.REASSESS_AFTER_DAYS] == "180"
    assert settings.values() == changed
    with bench.office.aside() as tx:
        assert current_number(tx, SettingKey.REASSESS_AFTER_DAYS) == 180
        assert tx.of(Setting).find(key=SettingKey.MUNICIPALITY) is None
    assert bench.log()[-1].codes == "reassess_after_days"


@pytest.mark.parametrize("value", ["", "-3", "tre uger", "2,5", "²", "6", "366", "9" * 100])
def test_an_interval_is_a_whole_number_that_one_can_work_by(bench: Bench, value: str) -> None:
    settings = Settings(bench.office)
    with pytest.raises(UnusableNumber):
        settings.change(bench.actor, {SettingKey.MEETING_INTERVAL_DAYS: value, SettingKey.MUNICIPALITY: "Åby"})

    assert settings.values()[SettingKey.MEETING_INTERVAL_DAYS] == "90"
    assert settings.values()[SettingKey.MUNICIPALITY] == ""


def test_a_number_is_kept_as_it_is_read(bench: Bench) -> None:
    changed = Settings(bench.office).change(bench.actor, {SettingKey.MEETING_INTERVAL_DAYS: "060"})

    assert changed[SettingKey.MEETING_INTERVAL_DAYS] == "60"
