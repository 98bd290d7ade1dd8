"""Themes: their order, what can be chosen, and that something general is always left."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain.errors import FieldMissing
from koordinator.domain.ids import ThemeId
from koordinator.domain.theme import (
    LastGeneralTheme,
    Theme,
    checked_theme,
    in_order,
    in_use,
    moved_theme,
    retired,
    theme_of_goals,
)

GENERAL = Theme(ThemeId(1), "general", "Alment", 1, is_general=True)
HEALTH = Theme(ThemeId(2), "health", "Helbred", 2)
MONEY = Theme(ThemeId(3), "finances", "Økonomi", 3)
ALL = (GENERAL, HEALTH, MONEY)
DAY = date(2026, 11, 21)


def test_a_theme_has_a_name() -> None:
    assert checked_theme(replace(HEALTH, name=" Helbred ")) == HEALTH
    with pytest.raises(FieldMissing):
        checked_theme(replace(HEALTH, name=" "))


def test_a_retired_theme_is_not_chosen_any_more_and_its_first_day_stands() -> None:
    over = retired(HEALTH, ALL, DAY)

    assert over.retired_on == DAY
    assert retired(over, ALL, date(2027, 1, 1)) is over
    assert in_use((MONEY, over, GENERAL)) == (GENERAL, MONEY)


def test_the_last_general_theme_stays() -> None:
    with pytest.raises(LastGeneralTheme):
        retired(GENERAL, ALL, DAY)
    other = replace(MONEY, is_general=True)
    assert retired(GENERAL, (GENERAL, other), DAY).retired_on == DAY
    with pytest.raises(LastGeneralTheme):
        retired(GENERAL, (GENERAL, replace(other, retired_on=DAY)), DAY)


@given(st.integers(1, 6), st.integers(-2, 9))
def test_a_moved_theme_stands_at_its_place_and_the_others_keep_their_order(number: int, position: int) -> None:
    themes = tuple(Theme(ThemeId(n), str(n), str(n), n) for n in range(1, 7))
    changed = {theme.id: theme for theme in moved_theme(themes, ThemeId(number), position)}

    after = in_order(changed.get(theme.id, theme) for theme in themes)

    assert [theme.position for theme in after] == [1, 2, 3, 4, 5, 6]
    assert after[min(max(position, 1), 6) - 1].id == number
    assert [theme.id for theme in after if theme.id != number] == [n for n in range(1, 7) if n != number]


def test_what_serves_several_goals_has_their_theme_only_where_it_is_one() -> None:
    goals = [SimpleNamespace(theme_id=HEALTH.id), SimpleNamespace(theme_id=HEALTH.id)]

    assert theme_of_goals(goals) == HEALTH.id
    assert theme_of_goals([*goals, SimpleNamespace(theme_id=MONEY.id)]) is None
    assert theme_of_goals([*goals, SimpleNamespace(theme_id=None)]) is None
    assert theme_of_goals([]) is None
