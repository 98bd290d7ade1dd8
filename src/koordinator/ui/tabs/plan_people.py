"""Who the plan can name: whoever gives a number, sees it so or promises something, and in whose part it stands."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtWidgets import QWidget

from koordinator.domain.ids import CitizenId, ThemeId
from koordinator.domain.party import Party, PartyKind
from koordinator.domain.theme import Theme, in_use
from koordinator.texts import plan_tab as texts
from koordinator.texts.register import NOT_CHOSEN
from koordinator.ui.desk import Desk
from koordinator.ui.tabs.dialogs.plan_parts import Members, People, ThemeNames
from koordinator.usecases.meetings import MeetingSuggestion
from koordinator.usecases.plan_file import PlanFile
from koordinator.usecases.subject_people import SubjectPeople

Named = tuple[tuple[Party, str], ...]


class AboutSubject(Protocol):
    """What a plan and a meeting have in common: whom they are about, and the themes."""

    @property
    def people(self) -> SubjectPeople:
        """The citizen, or the family."""

    @property
    def themes(self) -> tuple[Theme, ...]:
        """The municipality's, in order."""


def ask_people(desk: Desk, owner: QWidget, file: AboutSubject, then: Callable[[Named], object]) -> None:
    """Reads who is round the citizen or the family today, the citizens themselves among them."""

    def tell(suggestion: MeetingSuggestion) -> None:
        then(tuple((each.party, each.name) for each in suggestion.candidates))

    meetings, actor, key = desk.services.meetings, desk.actor, file.people.subject_id
    desk.tasks.read(owner, lambda: meetings.suggest(actor, key), tell)


def own_or_named(file: AboutSubject, named: Named) -> People:
    """First that it is the citizen's own, or the family's together; then the others by name."""
    people = file.people
    own = frozenset() if people.is_family else {Party(PartyKind.CITIZEN, each.id) for each in people.citizens}
    return ((None, people.name), *(each for each in named if each[0] not in own))


def members_of(file: AboutSubject) -> Members:
    """The common part, and each member's in a family."""
    if not file.people.is_family:
        return ((None, file.people.name),)
    return ((None, texts.COMMON), *((citizen.id, citizen.name) for citizen in file.people.citizens))


def themes_of(file: AboutSubject, chosen: ThemeId | None) -> ThemeNames:
    """The themes that can be chosen, and the one that is."""
    usable = {theme.id: theme for theme in in_use(file.themes)}
    kept = (theme for theme in file.themes if theme.id in usable or theme.id == chosen)
    return ((None, NOT_CHOSEN), *((theme.id, theme.name) for theme in kept))


def theme_name(file: PlanFile, theme_id: ThemeId | None) -> str:
    """The theme's name, or nothing."""
    return next((theme.name for theme in file.themes if theme.id == theme_id), "")


def member_name(file: PlanFile, member_id: CitizenId | None) -> str:
    """The family member's name; nothing in the common part."""
    return file.parties.citizens[member_id].name if member_id is not None else ""


def plan_type_names(file: PlanFile, *, joint: bool) -> tuple[tuple[str, str], ...]:
    """The plan types that hold today, by key, and first that it is of none; `joint` are those of a joint plan alone."""
    usable = (each for each in file.plan_types if each.is_joint or not joint)
    return (("", texts.NO_PLAN_TYPE), *((each.key, each.name) for each in usable))
