"""The window: rail, top bar, messages and one page at a time."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import Final, NamedTuple, Protocol

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QMouseEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from koordinator.texts import ui as texts
from koordinator.ui import heavy, theme
from koordinator.ui.notify import MessageStrip
from koordinator.ui.override import override
from koordinator.ui.page import Shortcut
from koordinator.ui.page_stack import PageEntry, PageStack
from koordinator.ui.rail import Person, Rail, RailEntry
from koordinator.ui.search import BoxSearch
from koordinator.ui.tasks import Tasks
from koordinator.ui.tokens import Tone
from koordinator.ui.top_bar import TopBar
from koordinator.ui.widgets.buttons import LinkButton
from koordinator.ui.widgets.card import Panel
from koordinator.ui.widgets.hit import Hit

_NARROW_UNDER: Final = 1_100
_SMALLEST: Final = (760, 520)
_FIRST_SIZE: Final = (1_366, 768)
_GEOMETRY: Final = "window_geometry"
_MOST_KEYS: Final = 9


class Memory(Protocol):
    """Small things that are remembered from one start to the next."""

    def get(self, key: str) -> str | None: ...

    def put(self, key: str, value: str) -> None: ...


def _unlogged(_query: str) -> None:
    """For a window that finds nothing real."""


class Remark(NamedTuple):
    """What the window says about itself all the time, with words to press that lead to a page."""

    text: str
    action: str
    page_key: str


class Shell(NamedTuple):
    """What the window is handed."""

    tasks: Tasks
    memory: Memory
    person: Person
    now: Callable[[], datetime]
    """Local time, for "Alt er gemt 10.42"."""
    find: Callable[[str], Sequence[Hit]]
    """The search; called on the database worker."""
    settle: Callable[[str], object] = _unlogged
    """Logs a search that has settled; called on the database worker."""
    remark: Remark | None = None
    sees_citizens: bool = True
    """Without, there is nobody to search for or to write a note about."""


class MainWindow(QMainWindow):
    lock_asked = Signal()
    note_asked = Signal()
    """A note about a contact is to be written, about whom the page shows."""
    closing = Signal()
    """Everything has been saved and the window goes."""

    def __init__(self, shell: Shell, entries: Sequence[PageEntry]) -> None:
        super().__init__()
        self._shell = shell
        self._inside = QWidget()  # the lock hides it, and with it the keys that belong to it
        self._right = QVBoxLayout()
        self._save_failed = False
        self._closes_when_saved = False
        self.setWindowTitle(texts.PROGRAM)
        self.setMinimumSize(*_SMALLEST)
        on_rail = [RailEntry(entry.key, entry.title, entry.icon) for entry in entries if entry.icon]
        self.pages = PageStack(entries)
        self.messages = MessageStrip()
        self._rail = Rail(on_rail, shell.person)
        self._bar = TopBar()
        self.search_box = self._bar.search
        if not shell.sees_citizens:
            self.search_box.hide()
        self._search = BoxSearch(self.search_box, shell.tasks, shell.find, shell.settle, self.pages.go)
        self._lay_out()
        self._shortcuts = self._make_shortcuts(on_rail)
        self._connect()
        self._remember_geometry()

    def navigate(self, page_key: str, thing_id: object = None) -> None:
        self.pages.go(page_key, thing_id)

    def status(self) -> str:
        """What the bar says about saving."""
        return self._bar.status()

    def show_person(self, person: Person) -> None:
        """Who sits here, when that has changed."""
        self._rail.show_person(person)

    def put_on_top(self, strip: QWidget) -> None:
        """Something stands above every page from now on."""
        self._right.insertWidget(0, strip)

    def shortcuts(self) -> tuple[Shortcut, ...]:
        in_dialogs = (Shortcut("Ctrl+Return", texts.SHORTCUT_SAVE), Shortcut("Esc", texts.SHORTCUT_ESCAPE))
        in_fields = (Shortcut("Ctrl+.", texts.SHORTCUT_SPELLING),)
        return (*(shortcut for shortcut, _ in self._shortcuts), *in_dialogs, *in_fields)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.BackButton:
            self.pages.back()
        elif event.button() == Qt.MouseButton.ForwardButton:
            self.pages.forward()
        else:
            super().mousePressEvent(event)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Waits for what is being saved; what cannot be saved asks before it is given up."""
        page = self.pages.page()
        if page is not None:
            page.leave()
        self._search.leave()
        if self._shell.tasks.has_unsaved:
            self._closes_when_saved = True
            event.ignore()
            return
        if self._save_failed and not heavy.may_close_unsaved(self):
            event.ignore()
            return
        geometry = self.saveGeometry().toBase64().data()
        self._shell.memory.put(_GEOMETRY, bytes(geometry).decode("ascii"))
        self.closing.emit()
        super().closeEvent(event)

    def _lay_out(self) -> None:
        right = self._right
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        if self._shell.remark is not None:
            right.addLayout(self._remark_strip(self._shell.remark))
        right.addWidget(self._bar)
        right.addWidget(self.messages)
        right.addWidget(self.pages, 1)
        whole = QHBoxLayout()
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._rail)
        whole.addLayout(right, 1)
        self._inside.setLayout(whole)
        self.setCentralWidget(self._inside)

    def _remark_strip(self, remark: Remark) -> QHBoxLayout:
        strip = Panel(remark.text, Tone.SOON)
        lead = LinkButton(remark.action)
        lead.clicked.connect(lambda: self.pages.go(remark.page_key))
        strip.add_button(lead)
        strip.setAccessibleName(remark.text)
        around = QHBoxLayout()
        around.setContentsMargins(24, 8, 24, 0)
        around.addWidget(strip)
        return around

    def _connect(self) -> None:
        tasks = self._shell.tasks
        tasks.failed.connect(self.messages.error)
        tasks.changed.connect(self.pages.heard)
        tasks.saving.connect(self._bar.show_saving)
        tasks.saved.connect(self._saved)
        tasks.not_saved.connect(self._not_saved)
        theme.active().changed.connect(self._fit)
        self._rail.chosen.connect(self.pages.go)
        self.pages.arrived.connect(self._rail.mark)
        self.pages.filled.connect(self._make_room)
        self.pages.note_asked.connect(self.note_asked)
        self._bar.lock_pressed.connect(self.lock_asked)

    def _make_shortcuts(self, entries: Sequence[RailEntry]) -> list[tuple[Shortcut, Callable[[], None]]]:
        with_citizens: list[tuple[Shortcut, Callable[[], None]]] = [
            (Shortcut("Ctrl+K", texts.SHORTCUT_SEARCH), self.search_box.take_focus),
            (Shortcut("Ctrl+Shift+N", texts.SHORTCUT_NOTE), self.note_asked.emit),
        ]
        shortcuts: list[tuple[Shortcut, Callable[[], None]]] = [
            *(with_citizens if self._shell.sees_citizens else ()),
            (Shortcut("Alt+Left", texts.SHORTCUT_BACK), self.pages.back),
            (Shortcut("Alt+Right", texts.SHORTCUT_FORWARD), self.pages.forward),
            (Shortcut("F5", texts.SHORTCUT_RELOAD), self._reload),
            (Shortcut("Ctrl+L", texts.SHORTCUT_LOCK), self.lock_asked.emit),
            (Shortcut("F1", texts.SHORTCUT_HELP), self._list_shortcuts),
        ]
        for number, entry in enumerate(entries[:_MOST_KEYS], 1):
            shortcut = Shortcut(f"Ctrl+{number}", texts.page_shortcut(entry.title))
            shortcuts.append((shortcut, partial(self.pages.go, entry.key)))
        for shortcut, act in shortcuts:
            QShortcut(QKeySequence(shortcut.keys), self._inside, act)
        return shortcuts

    def _list_shortcuts(self) -> None:
        page = self.pages.page()
        heavy.list_shortcuts(self, self.shortcuts(), page.shortcuts() if page is not None else ())

    def _reload(self) -> None:
        page = self.pages.page()
        if page is not None:
            page.mark_stale()

    def _saved(self) -> None:
        self._save_failed = False
        self._bar.show_saved(self._shell.now())
        self._go_on_closing()

    def _not_saved(self) -> None:
        self._save_failed = True
        self._bar.show_not_saved()
        self._go_on_closing()

    def _go_on_closing(self) -> None:
        if self._closes_when_saved and not self._shell.tasks.has_unsaved:
            self._closes_when_saved = False
            self.close()

    def _fit(self) -> None:
        self._rail.set_narrow(self.width() < theme.active().px(_NARROW_UNDER))
        self._bar.take_text_size()

    def _make_room(self, is_alone: bool) -> None:
        """A page that fills the window has neither rail nor bar beside it."""
        self._rail.setVisible(not is_alone)
        self._bar.setVisible(not is_alone)

    def _remember_geometry(self) -> None:
        self.resize(*_FIRST_SIZE)
        stored = self._shell.memory.get(_GEOMETRY)
        if stored:
            self.restoreGeometry(QByteArray.fromBase64(stored.encode("ascii")))
