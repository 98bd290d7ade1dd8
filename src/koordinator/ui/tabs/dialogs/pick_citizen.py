"""Finding another citizen by a few letters, for a family or a relation."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QWidget

from koordinator.domain.citizen import Citizen
from koordinator.domain.ids import CitizenId
from koordinator.domain.search import HitKind, SearchHit
from koordinator.texts import subject as texts
from koordinator.texts import ui as ui_texts
from koordinator.ui import theme
from koordinator.ui.desk import Desk
from koordinator.ui.tasks import Cancel
from koordinator.ui.widgets.buttons import Button, Kind
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import STRETCH, column, row
from koordinator.ui.widgets.line_edits import LineEdit
from koordinator.ui.widgets.table import DataList
from koordinator.ui.widgets.table_model import Column

_WIDTH = 480


class PickCitizen(QDialog):
    """Type, choose, Enter. The citizen whose page it is cannot be chosen."""

    def __init__(self, parent: QWidget, desk: Desk, heading: str, besides: frozenset[CitizenId]) -> None:
        super().__init__(parent)
        self._desk, self._besides = desk, besides
        self._asked: Cancel | None = None
        self._words = LineEdit(texts.NAME_OR_CPR, placeholder=texts.NAME_OR_CPR)
        self._words.textEdited.connect(self._look)
        self._list: DataList[SearchHit] = DataList(
            texts.FOUND,
            (Column(texts.NAME, lambda hit: hit.title), Column(texts.CPR, lambda hit: hit.cpr_masked, 170)),
            lambda hit: hit.thing_id,
            empty=texts.TYPE_TO_FIND,
            has_head=False,
        )
        self._choose = Button(texts.PICK, Kind.PRIMARY)
        self._list.opened.connect(lambda _hit: self.accept())
        self._list.selected.connect(lambda hit: self._choose.setEnabled(hit is not None))
        self.setWindowTitle(ui_texts.PROGRAM)
        self.setAccessibleName(heading)
        self.setMinimumWidth(theme.active().px(_WIDTH))
        self._lay_out(heading)

    @classmethod
    def ask(cls, parent: QWidget, desk: Desk, heading: str, besides: Sequence[Citizen]) -> CitizenId | None:
        """The chosen citizen, or None."""
        dialog = cls(parent, desk, heading, frozenset(citizen.id for citizen in besides))
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        hit = dialog._list.current_row()
        return CitizenId(hit.thing_id) if accepted and hit is not None else None

    def _lay_out(self, heading: str) -> None:
        cancel = Button(ui_texts.CANCEL)
        cancel.clicked.connect(self.reject)
        self._choose.setDefault(True)
        self._choose.setEnabled(False)
        self._choose.clicked.connect(self.accept)
        inside = column(Label(heading, Role.LEAD, wraps=True), self._words, self._list, gap=12)
        inside.addLayout(row(STRETCH, cancel, self._choose, gap=12))
        inside.setContentsMargins(24, 20, 24, 20)
        self.setLayout(inside)
        self._words.setFocus()

    def _look(self, text: str) -> None:
        if self._asked is not None:
            self._asked.request()
        services, actor = self._desk.services, self._desk.actor
        self._asked = self._desk.tasks.read(self, lambda: services.search.hits(actor, text), self._show)

    def _show(self, hits: tuple[SearchHit, ...]) -> None:
        found = [hit for hit in hits if hit.kind is HitKind.CITIZEN and CitizenId(hit.thing_id) not in self._besides]
        self._list.set_rows(found)
        if found and self._list.current_row() is None:
            self._list.choose(found[0].thing_id)
