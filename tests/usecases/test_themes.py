"""The municipality's themes in the database."""

from dataclasses import replace

import pytest

from koordinator.domain.access import Actor, Channel
from koordinator.domain.codes import Role
from koordinator.domain.errors import NotAllowed
from koordinator.domain.organisation import NameTaken
from koordinator.domain.theme import LastGeneralTheme, Theme, in_use
from koordinator.usecases.themes import Themes, new_theme
from tests.support.office import TODAY, Bench


@pytest.fixture
def themes(bench: Bench) -> Themes:
    return Themes(bench.office)


def _named(all_themes: tuple[Theme, ...], name: str) -> Theme:
    return next(theme for theme in all_themes if theme.name == name)


def test_a_new_database_has_themes_of_which_one_is_general(bench: Bench, themes: Themes) -> None:
    standard = themes.all(bench.actor)

    assert [theme.name for theme in standard][:4] == ["Alment", "Helbred og behandling", "Rusmidler", "Økonomi"]
    assert [theme.name for theme in standard if theme.is_general] == ["Alment"]
    assert [theme.position for theme in standard] == list(range(1, len(standard) + 1))


def test_a_theme_is_added_last_with_a_key_of_its_own_and_can_be_renamed(bench: Bench, themes: Themes) -> None:
    added = themes.save(bench.actor, replace(new_theme(), name="Tandpleje"))[-1]

    assert added.name == "Tandpleje"
    assert added.key
    renamed = _named(themes.save(bench.actor, replace(added, name="Tænder")), "Tænder")
    assert (renamed.id, renamed.key) == (added.id, added.key)
    assert bench.log()[-1].kind == "theme"


def test_a_name_is_used_once(bench: Bench, themes: Themes) -> None:
    with pytest.raises(NameTaken):
        themes.save(bench.actor, replace(new_theme(), name="økonomi"))


def test_a_theme_is_moved_retired_and_taken_up_again(bench: Bench, themes: Themes) -> None:
    money = _named(themes.all(bench.actor), "Økonomi")

    assert themes.move(bench.actor, money.id, 1)[0].id == money.id
    over = _named(themes.retire(bench.actor, money.id), "Økonomi")
    assert over.retired_on == TODAY
    assert over not in in_use(themes.all(bench.actor))
    assert themes.retire(bench.actor, money.id) == themes.all(bench.actor)
    assert _named(themes.take_up(bench.actor, money.id), "Økonomi").retired_on is None
    assert themes.take_up(bench.actor, money.id) == themes.all(bench.actor)


def test_something_general_is_always_left(bench: Bench, themes: Themes) -> None:
    general = themes.all(bench.actor)[0]

    with pytest.raises(LastGeneralTheme):
        themes.retire(bench.actor, general.id)
    with pytest.raises(LastGeneralTheme):
        themes.save(bench.actor, replace(general, is_general=False))


def test_only_an_administrator_changes_them(bench: Bench, themes: Themes) -> None:
    coordinator = Actor(bench.actor.employee_id, frozenset({Role.COORDINATOR}), Channel.WINDOW)

    assert themes.all(coordinator)
    with pytest.raises(NotAllowed):
        themes.save(coordinator, replace(new_theme(), name="Tandpleje"))
