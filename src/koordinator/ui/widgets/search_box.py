"""The search field in the top bar."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent

from koordinator.texts import ui as texts
from koordinator.ui import heavy, theme
from koordinator.ui.notify import announce
from koordinator.ui.override import override
from koordinator.ui.widgets.hit import Hit
from koordinator.ui.widgets.line_edits import LineEdit

if TYPE_CHECKING:
    from koordinator.ui.widgets.search_hits import SearchHits

_ICON_AT: Final = 14


class SearchBox(LineEdit):
    """`searched` comes once for each change that the event loop sees; answers to an older query are dropped."""

    searched = Signal(str)
    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__(texts.SEARCH_NAME, placeholder=texts.SEARCH_PLACEHOLDER)
        self.nothing = texts.SEARCH_NOTHING
        """What is said where nothing is found."""
        self._list: SearchHits | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(0)
        self._pause.timeout.connect(self._ask)
        self.textEdited.connect(lambda _text: self._pause.start())
        self.setClearButtonEnabled(False)
        theme.active().changed.connect(self._make_room)
        self._make_room()

    def show_hits(self, query: str, hits: Sequence[Hit]) -> None:
        """The answer to `query`; nothing happens if something else has been typed since."""
        if query != self.text().strip() or not query:
            return
        if self._list is None:
            self._list = heavy.search_hits(self.window())
            self._list.picked.connect(self._pick)
        self._list.show_under(self, hits, self.nothing)
        announce(self, texts.hits(len(hits)) if hits else self.nothing)

    def take_focus(self) -> None:
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def list_is_open(self) -> bool:
        return self._list is not None and self._list.isVisible()

    def close_list(self) -> None:
        if self._list is not None:
            self._list.hide()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        hits = self._list if self.list_is_open() else None
        if event.key() == Qt.Key.Key_Escape and hits is None:
            self.clear()
        elif hits is None or not self._steer(hits, event.key()):
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.close_list()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        look = theme.active()
        painter = QPainter(self)
        side = look.px(16)
        glass = look.pixmap("search", look.tokens.muted, 16)
        painter.drawPixmap(_ICON_AT, (self.height() - side) // 2, glass)
        if not self.text() and self._has_room_for_keys():
            painter.setPen(QColor(look.tokens.muted))
            box = self.rect().adjusted(0, 0, -_ICON_AT, 0)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, texts.SEARCH_KEYS)

    def _has_room_for_keys(self) -> bool:
        metrics = self.fontMetrics()
        words = metrics.horizontalAdvance(texts.SEARCH_PLACEHOLDER) + metrics.horizontalAdvance(texts.SEARCH_KEYS)
        return self.textMargins().left() + words + 3 * _ICON_AT <= self.width()

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
