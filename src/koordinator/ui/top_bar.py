"""The bar above every page: search at the left, what is saved and the lock at the right."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy

from koordinator.texts import ui as texts
from koordinator.ui import theme
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.labels import Label, Role, tooltip
from koordinator.ui.widgets.search_box import SearchBox


class TopBar(QFrame):
    lock_pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.search = SearchBox()
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._status = Label("", Role.SMALL_MUTED)
        self._lock = Button(texts.LOCK, icon="lock")
        self._lock.setToolTip(tooltip(texts.with_keys(texts.LOCK_TIP, "Ctrl+L")))
        self._lock.clicked.connect(self.lock_pressed)
        line = QHBoxLayout(self)
        line.setContentsMargins(24, 9, 24, 9)
        line.setSpacing(14)
        line.addWidget(self.search, 4)
        line.addStretch(5)
        line.addWidget(self._status)
        line.addWidget(self._lock)
        self.take_text_size()

    def take_text_size(self) -> None:
        self.search.setMinimumWidth(theme.active().px(260))

    def show_saving(self) -> None:
        self._say(texts.SAVING, Role.SMALL_MUTED)

    def show_saved(self, at: datetime) -> None:
        self._say(texts.all_saved(at), Role.SMALL_MUTED)

    def show_not_saved(self) -> None:
        self._say(texts.NOT_SAVED, Role.FAULT)

    def status(self) -> str:
        return self._status.text()

    def _say(self, text: str, role: Role) -> None:
        self._status.setText(text)
        self._status.set_role(role)
