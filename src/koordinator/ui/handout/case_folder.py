"""The folder for the case system: where it is filed, where it is to lie, and the files to drag from there."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from koordinator.domain.access import Action, roles_for
from koordinator.domain.case_filing import CaseFiling
from koordinator.domain.ids import MeetingId, SubjectId
from koordinator.domain.limits import SHORT
from koordinator.texts import case_folder as texts
from koordinator.texts.handout import CHOOSE_FOLDER
from koordinator.ui.asking import ask_until_saved
from koordinator.ui.desk import Desk
from koordinator.ui.handout.kle_field import KleField
from koordinator.ui.handout.ready import ReadyDialog
from koordinator.ui.tabs.dialogs.choices import Pick, choices_of
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.fields import TextField
from koordinator.ui.widgets.form import FormDialog
from koordinator.ui.widgets.labels import tooltip
from koordinator.usecases.case_folder import FolderOffer, FolderWanted

Whom = Callable[[], "tuple[SubjectId, MeetingId | None] | None"]
"""About whom and after which meeting; None as long as nothing is shown."""
Chosen = tuple[CaseFiling, Path]


class CaseFolderDialog(FormDialog):
    """The case, the KLE subject and the sensitivity, as they were chosen last; then the folder."""

    @classmethod
    def ask(cls, parent: QWidget, offer: FolderOffer, start: CaseFiling) -> Chosen | None:
        """Where it is filed and where it is to lie, or None."""
        intro = texts.holds(offer.meeting_on, has_plan=offer.has_plan)
        dialog = cls(parent, texts.HEADING, intro=intro, save=texts.SAVE)
        number = dialog.form.add(
            TextField(texts.CASE_NUMBER, start.case_number, limit=SHORT, hint=texts.open_cases(offer.open_cases))
        )
        hint = texts.KLE_HINT.format(subject=offer.standard_kle)
        kle = dialog.form.add(KleField(texts.KLE, start.kle_subject, hint=hint))
        choices = ((None, texts.BY_TYPE), *choices_of(texts.SENSITIVITY_CHOICES))
        sensitivity = dialog.form.add(Pick(texts.SENSITIVITY, choices, start.sensitivity))
        if not dialog.run():
            return None
        filing = replace(start, case_number=number.value(), kle_subject=kle.value(), sensitivity=sensitivity.key)
        folder = QFileDialog.getExistingDirectory(parent, CHOOSE_FOLDER)
        return (filing, Path(folder)) if folder else None


class CaseFolderButton(Button):
    """Asks, makes the folder, and shows its files."""

    def __init__(self, desk: Desk, whom: Whom) -> None:
        super().__init__(texts.MAKE, icon="folder-open")
        self._desk, self._whom = desk, whom
        self.setToolTip(tooltip(texts.MAKE_HINT))
        # Shown before it stands anywhere it would be a window of its own, and take the keyboard.
        if not desk.actor.roles & roles_for(Action.MAKE_CASE_FOLDER):
            self.hide()
        self.clicked.connect(self._begin)

    def _begin(self) -> None:
        whom = self._whom()
        if whom is None:
            return
        folders, actor = self._desk.services.case_folders, self._desk.actor
        self._desk.tasks.read(self, lambda: folders.offer(actor, *whom), lambda offer: self._ask(offer, whom))

    def _ask(self, offer: FolderOffer, whom: tuple[SubjectId, MeetingId | None]) -> None:
        folders, actor = self._desk.services.case_folders, self._desk.actor
        ask_until_saved(
            self._desk.tasks,
            self,
            (offer.filing, Path()),
            lambda start: CaseFolderDialog.ask(self, offer, start[0]),
            lambda chosen: folders.write(actor, FolderWanted(*whom, chosen[0]), chosen[1]),
            lambda made: ReadyDialog.show_files(self, made),
        )
