"""A damaged database that was refused: what happened, what can be done, and what could be saved."""

from enum import Enum, auto
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QFileDialog

from koordinator.domain.rescue import Rescue
from koordinator.texts import rescue as texts
from koordinator.texts.formats import number
from koordinator.ui import theme
from koordinator.ui.ask import Question
from koordinator.ui.widgets.buttons import Button, Kind
from koordinator.ui.widgets.form import FormDialog
from koordinator.ui.widgets.labels import Label
from koordinator.ui.widgets.layout import STRETCH, column, row
from koordinator.ui.widgets.table import DataList
from koordinator.ui.widgets.table_model import Column, Look

_WIDTH: Final = 700
_NUMBERS_PX: Final = 90
_COLUMNS: Final = (
    Column[texts.GroupTold](texts.KIND, lambda group: group.name, 210, Look.STRONG),
    Column[texts.GroupTold](texts.SAVED, lambda group: number(group.saved), _NUMBERS_PX, is_number=True),
    Column[texts.GroupTold](texts.MISSING, lambda group: group.missing or texts.NOTHING_MISSING),
)


class WayOut(Enum):
    """What to do about a database that cannot be opened."""

    RESTORE = auto()
    RESCUE = auto()


class WaysOutDialog(Question):
    """Why nothing could be opened, and what can be done about it, the best first."""

    def __init__(self, remark: str, *, is_damaged: bool) -> None:
        super().__init__(None, texts.HEADING if is_damaged else texts.NOT_OPENED, remark)
        self.chosen: WayOut | None = None
        self.setMinimumWidth(theme.active().px(_WIDTH))
        best = self._add(WayOut.RESTORE, texts.RESTORE_TEXT, Button(texts.RESTORE, Kind.PRIMARY, icon="history"))
        if is_damaged:
            self._add(WayOut.RESCUE, texts.RESCUE_TEXT, Button(texts.RESCUE, icon="shield"))
        close = Button(texts.CLOSE)
        close.clicked.connect(self.reject)
        self.body.addLayout(row(STRETCH, close))
        best.setDefault(True)
        best.setFocus()

    @classmethod
    def ask(cls, remark: str, *, is_damaged: bool) -> WayOut | None:
        """What the person chose; None when the program is to be closed. `remark` says what happened."""
        dialog = cls(remark, is_damaged=is_damaged)
        dialog.exec()
        return dialog.chosen

    def _add(self, way: WayOut, meaning: str, button: Button) -> Button:
        button.setAccessibleDescription(meaning)
        button.clicked.connect(partial(self._choose, way))
        self.body.addLayout(column(Label(meaning, wraps=True), row(button, STRETCH), gap=8))
        self.body.addSpacing(8)
        return button

    def _choose(self, way: WayOut) -> None:
        self.chosen = way
        self.accept()


def ask_where(damaged: Path) -> Path | None:
    """Where what can be read is to be saved."""
    proposed = damaged.with_name(texts.PROPOSED_NAME.format(name=damaged.stem))
    name, _ = QFileDialog.getSaveFileName(None, texts.SAVE_AS, str(proposed), texts.FILES)
    return Path(name) if name else None


class RescuedDialog(FormDialog):
    """What was saved and what is missing; accepted when the person goes on with what was saved."""

    def __init__(self, outcome: Rescue, aside: str) -> None:
        intro = texts.summary(outcome)
        super().__init__(None, texts.SAVED_HEADING, intro=intro, save=texts.OPEN_SAVED, cancel=texts.CLOSE)
        self.setMinimumWidth(theme.active().px(_WIDTH))
        table = DataList(texts.SAVED_HEADING, _COLUMNS, lambda group: group.name, fits_rows=True)
        table.set_rows(texts.groups(outcome))
        touched = texts.touched(outcome.touched) if outcome.touched else ""
        for sentence in filter(None, (texts.SAVED_TEXT.format(aside=aside), texts.log_held(outcome), touched)):
            self.form.body.addWidget(Label(sentence, wraps=True))
        self.form.body.addWidget(table)
        self._save.setFocus()

    @classmethod
    def goes_on(cls, outcome: Rescue, aside: str) -> bool:
        """Shows it; whether what was saved is to be used from now on."""
        return cls(outcome, aside).run()
