"""A paper to read: its pages at the left, the page at the right, and over them how large and which page."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from koordinator.texts import preview as texts
from koordinator.ui import theme
from koordinator.ui.page import Shortcut
from koordinator.ui.preview.page_list import PageList
from koordinator.ui.preview.page_view import PageView
from koordinator.ui.preview.shelf import Shelf
from koordinator.ui.preview.zoom import STEPS, Fit, Zoom
from koordinator.ui.tasks import Tasks
from koordinator.ui.widgets.buttons import IconButton
from koordinator.ui.widgets.choices import Choice
from koordinator.ui.widgets.labels import Label
from koordinator.ui.widgets.layout import STRETCH, holder, row
from koordinator.usecases.page_pictures import PaperPages

SHORTCUTS: Final = (
    Shortcut("PgDown", texts.SHORTCUT_PAGES),
    Shortcut("Home", texts.SHORTCUT_FIRST),
    Shortcut("End", texts.SHORTCUT_LAST),
    Shortcut("Ctrl++", texts.SHORTCUT_LARGER),
    Shortcut("Ctrl+-", texts.SHORTCUT_SMALLER),
    Shortcut("Ctrl+0", texts.WHOLE_PAGE),
    Shortcut("Ctrl+1", texts.REAL_SIZE),
    Shortcut("Ctrl+2", texts.WHOLE_WIDTH),
)
_REAL_SIZE: Final = 100
_LONGEST_LINE: Final = 520


class PaperViewer(QWidget):
    """Shows the pages that it is given, or says why there are none. `failed` when a page cannot be drawn."""

    failed = Signal(object)

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self._shelf = Shelf(tasks, self)
        self.view, self.pages = PageView(self._shelf), PageList(self._shelf)
        self._number = Label()
        self._back, self._on = IconButton("chevron-up", texts.PAGE_UP), IconButton("chevron-down", texts.PAGE_DOWN)
        self._smaller, self._larger = IconButton("minus", texts.SMALLER), IconButton("plus", texts.LARGER)
        self.zoom = Choice((), texts.ZOOM)
        self.zoom.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        self._bar = holder(
            row(self._back, self._on, self._number, STRETCH, self._smaller, self.zoom, self._larger, gap=4)
        )
        self._said = Label(wraps=True)
        self._said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._said.setMaximumWidth(theme.active().px(_LONGEST_LINE))
        self._stack = QStackedLayout()
        self._lay_out()
        self._connect()
        self.say(texts.OPENING)

    @property
    def count(self) -> int:
        """How many pages are shown."""
        return len(self._shelf.sizes)

    def show_pages(self, pages: PaperPages) -> None:
        """From the first page. The viewer lets go of them when it is shown something else."""
        self._shelf.put_up(pages)
        self._stack.setCurrentIndex(0)
        self._bar.setEnabled(True)
        self.pages.setVisible(len(pages.sizes) > 1)
        self.pages.show_page(0)
        self._show_page(0)

    def say(self, words: str) -> None:
        """Instead of a paper."""
        self._shelf.put_up(None)
        self._said.setText(words)
        self._number.setText("")
        self._bar.setEnabled(False)
        self._stack.setCurrentIndex(1)

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        outer.addWidget(self._bar)
        outer.addLayout(self._stack, 1)
        # Only now: a stack without a place would show its first page as a window of its own.
        self._stack.addWidget(holder(_touching(self.pages, self.view)))
        middle = row(STRETCH, gap=0)
        middle.addWidget(self._said, 2)
        middle.addStretch(1)
        self._stack.addWidget(holder(middle))

    def _connect(self) -> None:
        view = self.view
        self._back.clicked.connect(lambda: view.go_to(view.page - 1))
        self._on.clicked.connect(lambda: view.go_to(view.page + 1))
        self._smaller.clicked.connect(lambda: view.step_zoom(larger=False))
        self._larger.clicked.connect(lambda: view.step_zoom(larger=True))
        self.zoom.chosen.connect(view.set_zoom)
        self.pages.chosen.connect(view.go_to)
        view.page_changed.connect(self._show_page)
        view.zoomed.connect(self._show_zoom)
        self._shelf.failed.connect(self.failed)
        for keys, larger in (("Ctrl++", True), ("Ctrl+=", True), ("Ctrl+-", False)):
            QShortcut(QKeySequence(keys), self, lambda larger=larger: view.step_zoom(larger=larger))
        for keys, zoom in (("Ctrl+0", Fit.PAGE), ("Ctrl+1", _REAL_SIZE), ("Ctrl+2", Fit.WIDTH)):
            QShortcut(QKeySequence(keys), self, lambda zoom=zoom: view.set_zoom(zoom))

    def _show_page(self, number: int) -> None:
        self._number.setText(texts.page_of(number + 1, self.count))
        self._back.setEnabled(number > 0)
        self._on.setEnabled(number < self.count - 1)
        self.pages.show_page(number)

    def _show_zoom(self, zoom: Zoom, percent: int) -> None:
        """A fitted page says how large it came out."""
        fits = ((Fit.WIDTH, texts.WHOLE_WIDTH), (Fit.PAGE, texts.WHOLE_PAGE))
        named = [(key, texts.fitted(words, percent) if key is zoom else words) for key, words in fits]
        self.zoom.set_options([*named, *((step, texts.percent(step)) for step in STEPS)])
        self.zoom.choose(zoom)


def _touching(pages: PageList, view: PageView) -> QHBoxLayout:
    layout = row(pages, gap=0)
    layout.addWidget(view, 1)
    return layout
