"""The search field in the top bar and the list that opens under it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from koordinator.texts import ui as texts
from koordinator.ui import theme
from koordinator.ui.notify import announce
from koordinator.ui.override import override
from koordinator.ui.style_sheet import TextSize
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.line_edits import LineEdit
from koordinator.ui.widgets.table_model import AnyIndex

_ROW_HEIGHT: Final = 52
_MOST_ROWS: Final = 8
_ICON_AT: Final = 14
_NOWHERE: Final = QModelIndex()


@dataclass(frozen=True, slots=True)
class Hit:
    """`page` and `thing_id` are where it leads."""

    page: str
    thing_id: object
    title: str
    detail: str = ""
    icon: str = "user"


class SearchBox(LineEdit):
    """`searched` comes once for each change that the event loop sees; answers to an older query are dropped."""

    searched = Signal(str)
    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__(texts.SEARCH_NAME, placeholder=texts.SEARCH_PLACEHOLDER)
        self._list: SearchHits | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(0)
        self._pause.timeout.connect(self._ask)
        self.textEdited.connect(lambda _text: self._pause.start())
        self.setClearButtonEnabled(False)
        self._make_room()

    def show_hits(self, query: str, hits: Sequence[Hit]) -> None:
        """The answer to `query`; nothing happens if something else has been typed since."""
        if query != self.text().strip() or not query:
            return
        if self._list is None:
            self._list = SearchHits(self.window())
            self._list.picked.connect(self._pick)
        self._list.show_under(self, hits)
        announce(self, texts.hits(len(hits)) if hits else texts.SEARCH_NOTHING)

    def take_focus(self) -> None:
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def close_list(self) -> None:
        if self._list is not None:
            self._list.hide()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_open = self._list is not None and self._list.isVisible()
        hits = self._list if is_open else None
        if event.key() == Qt.Key.Key_Escape and hits is None:
            self.clear()
        elif hits is None or not self._steer(hits, event.key()):
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.close_list()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._make_room()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        look = theme.active()
        painter = QPainter(self)
        side = look.px(16)
        glass = look.pixmap("search", look.tokens.muted, 16)
        painter.drawPixmap(_ICON_AT, (self.height() - side) // 2, glass)
        if not self.text():
            painter.setPen(QColor(look.tokens.muted))
            box = self.rect().adjusted(0, 0, -_ICON_AT, 0)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, texts.SEARCH_KEYS)

    def _make_room(self) -> None:
        self.setTextMargins(theme.active().px(16) + 12, 0, 0, 0)

    def _ask(self) -> None:
        query = self.text().strip()
        if query:
            self.searched.emit(query)
        else:
            self.close_list()

    def _steer(self, hits: "SearchHits", key: int) -> bool:
        if key == Qt.Key.Key_Escape:
            hits.hide()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            announce(self, hits.move_by(1 if key == Qt.Key.Key_Down else -1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            hits.pick_current()
        else:
            return False
        return True

    def _pick(self, hit: Hit) -> None:
        self.close_list()
        self.clear()
        self.picked.emit(hit)


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
        self._nothing = Label(texts.SEARCH_NOTHING, Role.MUTED, wraps=True)
        self._nothing.setContentsMargins(10, 10, 10, 10)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(self._view)
        column.addWidget(self._nothing)
        self.hide()

    def show_under(self, field: QWidget, hits: Sequence[Hit]) -> None:
        self._model.show_hits(hits)
        self._view.setVisible(bool(hits))
        self._nothing.setVisible(not hits)
        self._view.setCurrentIndex(self._model.index(0, 0))
        below = field.mapTo(self.window(), QPoint(0, field.height() + 4))
        look = theme.active()
        tall = min(len(hits), _MOST_ROWS) * look.px(_ROW_HEIGHT) + 10 if hits else look.px(64)
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
        if option.state & QStyle.StateFlag.State_Selected:
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
