"""The list that opens under the search field."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from koordinator.texts import ui as texts
from koordinator.ui import theme
from koordinator.ui.override import override
from koordinator.ui.style_sheet import TextSize
from koordinator.ui.widgets.hit import Hit
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.table_model import AnyIndex

_ROW_HEIGHT: Final = 52
_MOST_ROWS: Final = 8
_NOTHING_HEIGHT: Final = 84
_NOWHERE: Final = QModelIndex()


class SearchHits(QFrame):
    """The list lies over the page; the keyboard stays in the search field."""

    picked = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._model = _HitModel(self)
        self._view = QListView()
        self._view.setAccessibleName(texts.SEARCH_HITS)
        self._view.setModel(self._model)
        self._view.setItemDelegate(_HitPainter(self._view))
        self._view.setUniformItemSizes(True)
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setMouseTracking(True)
        self._view.entered.connect(self._view.setCurrentIndex)
        self._view.clicked.connect(lambda index: self.picked.emit(self._model.hits[index.row()]))
        self._nothing = Label("", Role.MUTED, wraps=True)
        self._nothing.setContentsMargins(10, 10, 10, 10)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(self._view)
        column.addWidget(self._nothing)
        self.hide()

    def show_under(self, field: QWidget, hits: Sequence[Hit], nothing: str) -> None:
        self._model.show_hits(hits)
        self._nothing.setText(nothing)
        self._view.setVisible(bool(hits))
        self._nothing.setVisible(not hits)
        self._view.setCurrentIndex(self._model.index(0, 0))
        below = field.mapTo(self.window(), QPoint(0, field.height() + 4))
        look = theme.active()
        tall = min(len(hits), _MOST_ROWS) * look.px(_ROW_HEIGHT) + 10 if hits else look.px(_NOTHING_HEIGHT)
        self.setGeometry(QRect(below, QSize(max(field.width(), look.px(430)), tall)))
        self.show()
        self.raise_()

    def move_by(self, step: int) -> str:
        """Chooses the next or the one before, round the ends; what a screen reader should say."""
        count = len(self._model.hits)
        if not count:
            return ""
        row = (self._view.currentIndex().row() + step) % count
        self._view.setCurrentIndex(self._model.index(row, 0))
        hit = self._model.hits[row]
        return texts.joined((hit.title, hit.detail))

    def pick_current(self) -> None:
        index = self._view.currentIndex()
        if index.isValid():
            self.picked.emit(self._model.hits[index.row()])


class _HitModel(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hits: Sequence[Hit] = ()

    def show_hits(self, hits: Sequence[Hit]) -> None:
        self.beginResetModel()
        self.hits = hits
        self.endResetModel()

    @override
    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return len(self.hits)

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            hit = self.hits[index.row()]
            return texts.joined((hit.title, hit.detail))
        return None


class _HitPainter(QStyledItemDelegate):
    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(200, theme.active().px(_ROW_HEIGHT))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        look = theme.active()
        model = index.model()
        if not isinstance(model, _HitModel):
            return
        hit = model.hits[index.row()]
        rect = option.rect
        if index.row() == self._view.currentIndex().row():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.tokens.selected.fill))
            painter.drawRoundedRect(rect, 6, 6)
        side = look.px(18)
        icon = look.pixmap(hit.icon, look.tokens.muted, 18)
        painter.drawPixmap(rect.left() + 10, rect.center().y() - side // 2, icon)
        words = rect.adjusted(side + 22, look.px(6), -10, -look.px(6))
        painter.setFont(look.font(bold=True))
        painter.setPen(QColor(look.tokens.text))
        upper = Qt.AlignmentFlag.AlignTop if hit.detail else Qt.AlignmentFlag.AlignVCenter
        _draw_line(painter, words, upper, hit.title)
        painter.setFont(look.font(TextSize.SMALL))
        painter.setPen(QColor(look.tokens.muted))
        _draw_line(painter, words, Qt.AlignmentFlag.AlignBottom, hit.detail)


def _draw_line(painter: QPainter, box: QRect, at: Qt.AlignmentFlag, text: str) -> None:
    shown = QFontMetrics(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, at | Qt.AlignmentFlag.AlignLeft, shown)
