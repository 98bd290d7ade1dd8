"""Who, or which team, is meant: found by a few letters among those that are known."""

from collections.abc import Sequence
from typing import Final, Generic, NamedTuple, TypeVar

from PySide6.QtWidgets import QDialog, QWidget

from koordinator.domain.folding import folded
from koordinator.texts import settings as texts
from koordinator.texts import ui as ui_texts
from koordinator.ui.widgets.buttons import Button, Kind
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import STRETCH, column, row
from koordinator.ui.widgets.line_edits import LineEdit
from koordinator.ui.widgets.screen_room import set_size
from koordinator.ui.widgets.table import DataList
from koordinator.ui.widgets.table_model import Column

Key = TypeVar("Key", bound=int)
_SIZE: Final = (500, 520)


class Candidate(NamedTuple, Generic[Key]):
    """One that can be chosen; the detail tells two of a name apart."""

    key: Key
    name: str
    detail: str = ""


class Pick(QDialog, Generic[Key]):
    def __init__(self, parent: QWidget, heading: str, text: str, candidates: Sequence[Candidate[Key]]) -> None:
        super().__init__(parent)
        self._candidates = candidates
        self._words = LineEdit(texts.FIND, placeholder=texts.FIND)
        self._words.textChanged.connect(self._look)
        self._list: DataList[Candidate[Key]] = DataList(
            texts.FOUND,
            (Column(texts.NAME, lambda each: each.name, detail=lambda each: each.detail),),
            lambda each: each.key,
            empty=texts.NOBODY_FOUND,
            has_head=False,
        )
        self._choose = Button(texts.MERGE, Kind.DANGER)
        self._choose.clicked.connect(self.accept)
        self._list.selected.connect(lambda each: self._choose.setEnabled(each is not None))
        cancel = Button(ui_texts.CANCEL)
        cancel.clicked.connect(self.reject)
        self.setWindowTitle(ui_texts.PROGRAM)
        self.setAccessibleName(heading)
        set_size(self, *_SIZE)
        inside = column(Label(heading, Role.LEAD, wraps=True), Label(text, wraps=True), self._words, gap=12)
        inside.addWidget(self._list, 1)
        inside.addLayout(row(STRETCH, cancel, self._choose, gap=12))
        inside.setContentsMargins(24, 20, 24, 20)
        self.setLayout(inside)
        self._look("")
        self._words.setFocus()

    @classmethod
    def one_of(
        cls,
        parent: QWidget,
        heading: str,
        text: str,
        candidates: Sequence[Candidate[Key]],
        start: Key | None = None,
    ) -> Candidate[Key] | None:
        """The chosen one, or None; `start` is chosen to begin with."""
        dialog = cls(parent, heading, text, candidates)
        if start is not None:
            dialog._list.choose(start)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        return dialog._list.current_row() if accepted else None

    def _look(self, text: str) -> None:
        wanted = folded(text)
        self._list.set_rows([each for each in self._candidates if wanted in folded(f"{each.name} {each.detail}")])
        self._choose.setEnabled(self._list.current_row() is not None)
