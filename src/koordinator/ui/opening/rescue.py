"""A damaged database that was refused: what happened, what can be done, and what could be saved."""

from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QDialog, QFileDialog

from koordinator.domain.rescue import Rescue
from koordinator.texts import rescue as texts
from koordinator.texts import ui as ui_texts
from koordinator.ui import theme
from koordinator.ui.ask import Question
from koordinator.ui.widgets.buttons import Button, Kind
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import STRETCH, column, row
from koordinator.ui.widgets.table import DataList
from koordinator.ui.widgets.table_model import Column, Look

_WIDTH: Final = 700
_NUMBERS_PX: Final = 90
_LEAST_PX: Final = 240
_COLUMNS: Final = (
    Column[texts.GroupTold](texts.KIND, lambda group: group.name, 210, Look.STRONG),
    Column[texts.GroupTold](texts.SAVED, lambda group: str(group.saved), _NUMBERS_PX),
    Column[texts.GroupTold](texts.MISSING, lambda group: group.missing or texts.NOTHING_MISSING),
)


def ask_where(remark: str, damaged: Path) -> Path | None:
    """Where what can be read is to be saved; None when the program is to be closed. `remark` says what happened."""
    question = Question(None, texts.HEADING, remark)
    question.setMinimumWidth(theme.active().px(_WIDTH))
    question.body.addWidget(Label(texts.EXPLAINED, wraps=True))
    question.add_answers(texts.RESCUE, texts.CLOSE)
    if question.exec() != QDialog.DialogCode.Accepted:
        return None
    proposed = damaged.with_name(texts.PROPOSED_NAME.format(name=damaged.stem))
    name, _ = QFileDialog.getSaveFileName(None, texts.SAVE_AS, str(proposed), texts.FILES)
    return Path(name) if name else None


class RescuedDialog(QDialog):
    """What was saved and what is missing; accepted when the person goes on with what was saved."""

    def __init__(self, outcome: Rescue, aside: str) -> None:
        super().__init__()
        self.setWindowTitle(ui_texts.PROGRAM)
        self.setAccessibleName(texts.SAVED_HEADING)
        self.setMinimumWidth(theme.active().px(_WIDTH))
        use, close = Button(texts.OPEN_SAVED, Kind.PRIMARY), Button(texts.CLOSE)
        use.clicked.connect(self.accept)
        close.clicked.connect(self.reject)
        use.setDefault(True)
        table = DataList(texts.SAVED_HEADING, _COLUMNS, lambda group: group.name)
        table.set_rows(texts.groups(outcome))
        table.setMinimumHeight(theme.active().px(_LEAST_PX))
        inside = column(
            Label(texts.SAVED_HEADING, Role.LEAD),
            Label(texts.summary(outcome), wraps=True),
            table,
            Label(texts.log_held(outcome), wraps=True),
            gap=12,
        )
        if outcome.touched:
            inside.addWidget(Label(texts.touched(outcome.touched), wraps=True))
        inside.addWidget(Label(texts.SAVED_TEXT.format(aside=aside), Role.MUTED, wraps=True))
        inside.addLayout(row(STRETCH, close, use, gap=12))
        inside.setContentsMargins(28, 24, 28, 24)
        inside.setStretch(2, 1)
        self.setLayout(inside)
        use.setFocus()

    @classmethod
    def goes_on(cls, outcome: Rescue, aside: str) -> bool:
        """Shows it; whether what was saved is to be used from now on."""
        return cls(outcome, aside).exec() == QDialog.DialogCode.Accepted
