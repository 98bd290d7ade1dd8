"""Choosing one colleague, and choosing one fast sagsbehandler for siblings who have not the same."""

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QWidget

from koordinator.domain.ids import EmployeeId
from koordinator.texts import subject as texts
from koordinator.ui.asking import ask_until_saved
from koordinator.ui.desk import Desk
from koordinator.ui.tabs.siblings import SiblingsApart
from koordinator.ui.widgets.fields import ChoiceField
from koordinator.ui.widgets.form import FormDialog
from koordinator.usecases.organisation import Colleague, OrganisationView


class EmployeeDialog(FormDialog):
    """Gives the chosen employee, or None."""

    @classmethod
    def ask(
        cls, parent: QWidget, heading: str, intro: str, colleagues: Iterable[Colleague], now: EmployeeId | None
    ) -> EmployeeId | None:
        """Asks; `now` is chosen to begin with."""
        dialog = cls(parent, heading, intro=intro)
        options = ((None, texts.PICK), *employee_options(colleagues))
        field = dialog.form.add(ChoiceField(texts.EMPLOYEE, options, now, required=True))
        key = field.value() if dialog.run() else None
        return EmployeeId(key) if isinstance(key, int) else None


def employee_options(colleagues: Iterable[Colleague]) -> tuple[tuple[object, str], ...]:
    """The colleagues with their teams, as a drop-down list offers them."""
    return tuple(
        (row.employee.id, " · ".join([row.employee.name, *(team.name for team in row.teams)])) for row in colleagues
    )


def share_caseworker(desk: Desk, owner: QWidget, apart: SiblingsApart, then: Callable[[], None]) -> None:
    """Asks for one fast sagsbehandler for all of the siblings, saves it, and goes on to `then`."""
    services, actor = desk.services, desk.actor

    def ask(known: OrganisationView) -> None:
        heading, intro = texts.SHARE_CASEWORKER, texts.SHARE_INTRO
        ask_until_saved(
            desk.tasks,
            owner,
            apart.proposed,
            lambda start: EmployeeDialog.ask(owner, heading, intro, known.colleagues, start),
            lambda chosen: services.primary_caseworkers.choose_for_all(actor, apart.siblings, chosen),
            lambda _periods: then(),
        )

    desk.tasks.read(owner, lambda: services.organisation.view(actor), ask)
