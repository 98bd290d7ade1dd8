"""Themes (emner): what something in the meeting and the plan is about, and by which consent leaves things out.

A theme is data: the municipality names, orders and retires its own. None is ever deleted, since what was said about
it stays.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from koordinator.domain import limits
from koordinator.domain.errors import DomainError
from koordinator.domain.ids import ThemeId


@dataclass(frozen=True, slots=True)
class Theme:
    """An emne. `key` is the one word for it that leaves the database, and never changes.

    What is about a general theme may be shared with everyone whom the consent covers. A retired theme is not chosen
    any more; what has it keeps it.
    """

    id: ThemeId
    key: str
    name: str
    position: int
    is_general: bool = False
    retired_on: date | None = None
    version: int = 0


class HasTheme(Protocol):
    """What is about a theme, or about none that anybody has named."""

    @property
    def theme_id(self) -> ThemeId | None: ...


class LastGeneralTheme(DomainError):
    """There is always a general theme to choose, or nothing could be shared with somebody with an exception."""

    name: str


def checked_theme(theme: Theme) -> Theme:
    """The theme when it has a name. Raises FieldMissing, FieldTooLong or UnusableCharacter."""
    return limits.checked_fields(theme, {"name": limits.SHORT}, required=("name",))


def in_use(themes: Iterable[Theme]) -> tuple[Theme, ...]:
    """The themes that can be chosen, in order."""
    return tuple(theme for theme in in_order(themes) if theme.retired_on is None)


def in_order(themes: Iterable[Theme]) -> tuple[Theme, ...]:
    """All themes, in order."""
    return tuple(sorted(themes, key=lambda theme: (theme.position, theme.id)))


def moved_theme(themes: Iterable[Theme], theme_id: ThemeId, position: int) -> tuple[Theme, ...]:
    """The themes whose position changes when the one is put at the position, from 1."""
    ordered = list(in_order(themes))
    one = next(theme for theme in ordered if theme.id == theme_id)
    ordered.remove(one)
    ordered.insert(max(position, 1) - 1, one)
    pairs = ((theme, replace(theme, position=n)) for n, theme in enumerate(ordered, start=1))
    return tuple(new for old, new in pairs if new != old)


def retired(theme: Theme, themes: Iterable[Theme], on: date) -> Theme:
    """The theme as one that is not chosen any more; the first day stands. Raises LastGeneralTheme."""
    check_general_left(theme, themes)
    return theme if theme.retired_on is not None else replace(theme, retired_on=on)


def check_general_left(theme: Theme, themes: Iterable[Theme]) -> None:
    """Raises LastGeneralTheme when nothing general is left to choose without the theme."""
    others = (each for each in themes if each.id != theme.id)
    if not any(each.is_general and each.retired_on is None for each in others):
        raise LastGeneralTheme(theme.name)


def theme_of_goals(goals: Iterable[HasTheme]) -> ThemeId | None:
    """The theme of what serves these goals: theirs where it is one and the same, else nobody can say."""
    themes = {goal.theme_id for goal in goals}
    return themes.pop() if len(themes) == 1 else None
