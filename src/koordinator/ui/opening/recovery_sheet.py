"""The recovery code, shown once: to be kept on paper."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from koordinator.texts import opening as texts
from koordinator.texts import ui as ui_texts
from koordinator.ui import theme
from koordinator.ui.notify import announce
from koordinator.ui.override import override
from koordinator.ui.tasks import Tasks
from koordinator.ui.widgets.buttons import Button, Kind
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.choices import CheckBox
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import STRETCH, column, row
from koordinator.ui.widgets.screen_room import fit

_WIDTH = 520


class RecoverySheetDialog(QDialog):
    """Can be left only when the person says that the code is kept."""

    def __init__(
        self,
        parent: QWidget | None,
        tasks: Tasks,
        code: str,
        save_sheet: Callable[[Path], None],
        *,
        leave: str = texts.START,
    ) -> None:
        super().__init__(parent)
        self._tasks, self._code, self._save_sheet = tasks, code, save_sheet
        self._said = Label(role=Role.SMALL_MUTED, wraps=True)
        self._kept = CheckBox(texts.SHEET_KEPT)
        self._start = Button(leave, Kind.PRIMARY)
        self.setWindowTitle(ui_texts.PROGRAM)
        self.setAccessibleName(texts.SHEET_HEADING)
        self.setMinimumWidth(theme.active().px(_WIDTH))
        self._lay_out()

    @classmethod
    def show_code(
        cls,
        parent: QWidget | None,
        tasks: Tasks,
        code: str,
        save_sheet: Callable[[Path], None],
        *,
        leave: str = texts.START,
    ) -> bool:
        """Shows the code until the person says that it is kept; False when the session ended before.

        `save_sheet` runs on a worker.
        """
        return cls(parent, tasks, code, save_sheet, leave=leave).exec() == QDialog.DialogCode.Accepted

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit(self)

    @override
    def reject(self) -> None:
        """Escape does not lose the only copy of the code."""
        self._kept.setFocus()

    def _lay_out(self) -> None:
        code = Label(self._code, Role.LEAD, wraps=True)
        code.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        code.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        card = Card(fills=True)
        card.body.addWidget(code)
        save = Button(texts.SAVE_SHEET, icon="printer")
        save.clicked.connect(self._save)
        self._said.hide()
        self._start.setEnabled(False)
        self._start.setDefault(True)
        self._start.clicked.connect(self.accept)
        self._kept.toggled.connect(self._start.setEnabled)
        inside = column(Label(texts.SHEET_HEADING, Role.LEAD), Label(texts.SHEET_TEXT, wraps=True), card, gap=12)
        inside.addLayout(row(save, STRETCH))
        inside.addWidget(self._said)
        inside.addWidget(self._kept)
        inside.addLayout(row(STRETCH, self._start))
        inside.setContentsMargins(28, 24, 28, 24)
        self.setLayout(inside)
        save.setFocus()

    def _save(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, texts.SHEET_HEADING, texts.SHEET_FILE, texts.PDF_FILES)
        if name:
            path = Path(name)
            self._tasks.compute(self, lambda: self._save_sheet(path), lambda _: self._saved(path), self._failed)

    def _saved(self, path: Path) -> None:
        self._say(texts.SHEET_SAVED.format(name=path.name), Role.SMALL_MUTED)

    def _failed(self, error: Exception) -> None:
        self._say(self._tasks.explain(error), Role.FAULT)

    def _say(self, sentence: str, role: Role) -> None:
        self._said.setText(sentence)
        self._said.set_role(role)
        self._said.show()
        fit(self)
        announce(self, sentence)
