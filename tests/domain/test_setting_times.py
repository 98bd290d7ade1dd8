"""The values of a setting follow one another without gap, and the one of the day is the one in force."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain.ids import RowId
from koordinator.domain.setting import STANDARD_VALUES, Setting, SettingKey, value_on
from koordinator.domain.setting_times import validities

KEY = SettingKey.MEETING_INTERVAL_DAYS
TODAY = date(2026, 11, 21)
SOON = date(2027, 1, 1)


def test_before_anything_was_said_the_standard_held() -> None:
    first, now, later = validities((Setting(RowId(2), KEY, "60", TODAY), Setting(RowId(3), KEY, "30", SOON)), KEY)

    assert (first.value, first.from_on, first.until_on) == (STANDARD_VALUES[KEY], None, TODAY)
    assert (now.value, now.until_on, now.is_to_come(TODAY)) == ("60", SOON, False)
    assert (later.setting_id, later.until_on, later.is_to_come(TODAY), later.is_to_come(SOON)) == (3, None, True, False)


_DAYS = st.dates(TODAY - timedelta(days=40), TODAY + timedelta(days=40))
_ROWS = st.lists(
    st.tuples(st.sampled_from([KEY, SettingKey.REASSESS_AFTER_DAYS]), st.integers(7, 99), _DAYS), max_size=7
)


@given(_ROWS, _DAYS)
def test_exactly_one_value_holds_on_a_day_and_the_guide_uses_it(
    rows: list[tuple[SettingKey, int, date]], day: date
) -> None:
    settings = tuple(Setting(RowId(n), key, str(value), on) for n, (key, value, on) in enumerate(rows, start=1))

    assert [row.value for row in validities(settings, KEY) if row.holds_on(day)] == [value_on(settings, KEY, day)]
