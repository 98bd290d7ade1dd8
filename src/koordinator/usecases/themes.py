"""The themes of the municipality: added, named, ordered and retired. None is ever deleted."""

from collections.abc import Iterable
from dataclasses import replace

from koordinator.domain.access import Action, Actor
from koordinator.domain.ids import ThemeId
from koordinator.domain.organisation import NameTaken
from koordinator.domain.theme import Theme, check_general_left, checked_theme, in_order, moved_theme, retired
from koordinator.usecases.ports import Office, Transaction


class Themes:
    """The use cases of themes. Each change gives all themes in order; changes need the role of administrator."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def all(self, actor: Actor) -> tuple[Theme, ...]:
        """All themes in order, the retired ones among them."""
        with self._office.act(actor, Action.OPEN_SETTINGS) as tx:
            return themes_of(tx)

    def save(self, actor: Actor, theme: Theme) -> tuple[Theme, ...]:
        """Makes a theme (key 0), as the last one, or changes its name and whether it is general.

        Raises NameTaken, LastGeneralTheme, StaleVersion, FieldMissing, FieldTooLong or UnusableCharacter.
        """
        with self._office.act(actor, Action.EDIT_SETTINGS) as tx:
            known = themes_of(tx)
            checked = _checked(theme, known)
            if checked.id:
                tx.of(Theme).save(checked)
            else:
                checked = tx.of(Theme).add(replace(checked, key=tx.new_uid(), position=len(known) + 1))
            return _told(tx, checked.id, "saved=1")

    def move(self, actor: Actor, theme_id: ThemeId, position: int) -> tuple[Theme, ...]:
        """The theme at the position, from 1. Raises NotFound."""
        with self._office.act(actor, Action.EDIT_SETTINGS) as tx:
            tx.of(Theme).get(theme_id)
            for theme in moved_theme(themes_of(tx), theme_id, position):
                tx.of(Theme).save(theme)
            return _told(tx, theme_id, "moved=1")

    def retire(self, actor: Actor, theme_id: ThemeId) -> tuple[Theme, ...]:
        """The theme is not chosen any more; what has it keeps it. Raises NotFound or LastGeneralTheme."""
        with self._office.act(actor, Action.EDIT_SETTINGS) as tx:
            theme = tx.of(Theme).get(theme_id)
            over = retired(theme, themes_of(tx), tx.today)
            if over is not theme:
                tx.of(Theme).save(over)
            return _told(tx, theme_id, "retired=1")

    def take_up(self, actor: Actor, theme_id: ThemeId) -> tuple[Theme, ...]:
        """The retired theme can be chosen again. Raises NotFound."""
        with self._office.act(actor, Action.EDIT_SETTINGS) as tx:
            theme = tx.of(Theme).get(theme_id)
            if theme.retired_on is not None:
                tx.of(Theme).save(replace(theme, retired_on=None))
            return _told(tx, theme_id, "taken_up=1")


def themes_of(tx: Transaction) -> tuple[Theme, ...]:
    """All themes in order, the retired ones among them."""
    return in_order(tx.of(Theme).where())


def new_theme() -> Theme:
    """A theme to fill in."""
    return Theme(ThemeId(0), "", "", 0)


def _checked(theme: Theme, known: Iterable[Theme]) -> Theme:
    named, others = checked_theme(theme), [each for each in known if each.id != theme.id]
    if any(each.name.casefold() == named.name.casefold() for each in others):
        raise NameTaken("theme", named.name)
    if named.id and not named.is_general:
        check_general_left(named, others)
    return named


def _told(tx: Transaction, theme_id: ThemeId, codes: str) -> tuple[Theme, ...]:
    tx.about("theme", theme_id, codes=codes)
    return themes_of(tx)
