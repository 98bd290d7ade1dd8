"""What the drop-down lists of the forms offer, with the type of what is chosen."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar, cast

from koordinator.domain.ids import DepartmentId, EmployeeId
from koordinator.domain.theme import Theme
from koordinator.texts.register import NOT_CHOSEN
from koordinator.ui.widgets.fields import ChoiceField
from koordinator.usecases.organisation import OrganisationView

Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Choices:
    """Departments and colleagues by key, the day that a short date is read by, and all themes.

    Without `may_save` a form only shows what is there.
    """

    departments: tuple[tuple[DepartmentId, str], ...]
    employees: tuple[tuple[EmployeeId, str], ...]
    today: Callable[[], date]
    themes: tuple[Theme, ...] = ()
    may_save: bool = True


def choices_from(
    view: OrganisationView, today: date, themes: tuple[Theme, ...] = (), *, may_save: bool = True
) -> Choices:
    """The choices of an organisation."""
    return Choices(
        tuple((department.id, department.name) for department in view.departments),
        tuple((row.employee.id, row.employee.name) for row in view.colleagues),
        lambda: today,
        themes,
        may_save,
    )


def choices_of(words: Mapping[Key, str]) -> tuple[tuple[Key, str], ...]:
    """The members of an enum with their words."""
    return tuple(words.items())


def or_none(options: Sequence[tuple[Key, str]]) -> tuple[tuple[Key | None, str], ...]:
    """The options, and first that none is chosen."""
    return ((None, NOT_CHOSEN), *options)


class Pick(ChoiceField, Generic[Key]):
    """A drop-down list whose key has a type."""

    def __init__(
        self, label: str, options: Sequence[tuple[Key, str]], chosen: Key | None, *, required: bool = False
    ) -> None:
        super().__init__(label, options, chosen, required=required)

    @property
    def key(self) -> Key:
        """What is chosen."""
        return cast("Key", self.value())
