"""The button that opens a citizen's right of access."""

from collections.abc import Callable

from koordinator.domain.access import Action, roles_for
from koordinator.domain.citizen import Citizen
from koordinator.texts.right_of_access_page import BUTTON
from koordinator.ui.desk import Desk
from koordinator.ui.tabs.dialogs.right_of_access import AccessDialog
from koordinator.ui.tabs.tab import SubjectView
from koordinator.ui.widgets.buttons import Button


class AccessButton(Button):
    """Of a citizen; a family has no right of its own, but each of its members has one.

    `made` is told when a paper is there.
    """

    def __init__(self, desk: Desk, made: Callable[[], object]) -> None:
        super().__init__(BUTTON, icon="scale")
        self._desk, self._made = desk, made
        self._citizen: Citizen | None = None
        self.clicked.connect(self._open)

    def show_subject(self, view: SubjectView) -> None:
        """Whose page it stands on."""
        self._citizen = view.citizen.citizen if view.citizen is not None else None
        may_give = bool(self._desk.actor.roles & roles_for(Action.PREPARE_ACCESS))
        self.setVisible(self._citizen is not None and may_give)

    def _open(self) -> None:
        if self._citizen is not None:
            AccessDialog.open_for(self, self._desk, self._citizen, self._made)
