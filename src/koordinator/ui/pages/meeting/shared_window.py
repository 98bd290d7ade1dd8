"""The second window, for the projector: read from three metres, and fed with nothing but a SharedView."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from koordinator.domain.meeting import NoteKind
from koordinator.texts import meeting_page as texts
from koordinator.texts import plan as plan_words
from koordinator.texts.formats import quoted
from koordinator.ui import theme
from koordinator.ui.override import override
from koordinator.ui.pages.meeting.shared_view import SharedLine, SharedNote, SharedView
from koordinator.ui.style_sheet import far_style_sheet
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import Separator, clear, column, holder, row
from koordinator.ui.widgets.scroll_column import ScrollColumn

_DESIGNED_FOR: Final = (1_366, 768)
_FIRST_SIZE: Final = (1_100, 700)
_LARGEST_SCALE: Final = 3.0
_MOST_OF_HEIGHT: Final = 0.4
"""How much of the window the citizen's words take before they scroll."""
_CLOSES: Final = (Qt.Key.Key_Escape, Qt.Key.Key_F11)
_OF_THE_ROOM: Final = range(Qt.Key.Key_F2, Qt.Key.Key_F12 + 1)


class SharedWindow(QWidget):
    """`closed` when it is gone from the screen. It never takes the keyboard from the room by itself."""

    closed = Signal()
    room_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(texts.SHARED_WINDOW)
        self.setAccessibleName(texts.SHARED_WINDOW)
        self.resize(*_FIRST_SIZE)
        self._shown: SharedView | None = None
        self._title = Label(role=Role.PAGE, wraps=True)
        self._number = Label(role=Role.MUTED)
        self._hint = Label(role=Role.MUTED, wraps=True)
        self._own_words, self._notes, self._plan = _FarScroll(), _FarScroll(), _FarScroll()
        self._own_words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._time = Label(role=Role.MUTED)
        self._inside = QWidget()  # the lock hides it whole
        self._lay_out()
        theme.active().changed.connect(self._fit)

    def show_view(self, view: SharedView) -> None:
        """Shows the item as it stands; what says the same as before stays."""
        before, self._shown = self._shown, view
        for label, text in ((self._title, view.title), (self._number, view.number), (self._hint, view.hint)):
            label.setText(text)
        self._hint.setVisible(bool(view.hint))
        self._show_time(view)
        if before is None or before.own_words != view.own_words:
            self._own_words.fill(_rows(view.own_words, is_own_words=True))
            self._own_words.setVisible(bool(view.own_words))
        if before is None or _spoken_of(before) != _spoken_of(view):
            self._notes.fill([*_lines(view.earlier), *_lines(view.contributions), *_rows(view.notes)])
        plan = (view.goals, view.agreements, view.questions)
        if before is None or (before.goals, before.agreements, before.questions) != plan:
            self._plan.fill(_plan(view))
        self._fit_own_words()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Whoever presses one of the room's keys here is brought back there."""
        if event.key() in _CLOSES:
            self.close()
        elif event.key() in _OF_THE_ROOM:
            self.room_asked.emit()
        else:
            super().keyPressEvent(event)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def _lay_out(self) -> None:
        head = row(gap=24)
        head.addWidget(self._title, 1)
        head.addWidget(self._number, 0, Qt.AlignmentFlag.AlignBottom)
        left = column(head, self._hint, gap=4)
        left.addSpacing(14)
        left.addWidget(self._own_words)
        left.addSpacing(10)
        left.addWidget(self._notes, 1)
        left.setContentsMargins(40, 28, 32, 12)
        plan = QFrame()
        plan.setObjectName("plan")
        right = column(self._plan)
        right.setContentsMargins(28, 28, 24, 12)
        plan.setLayout(right)
        both = row(gap=0)
        both.addLayout(left, 64)
        both.addWidget(plan, 36)
        foot = row(self._time, gap=24)
        foot.addWidget(self._bar, 1)
        foot.setContentsMargins(40, 8, 40, 14)
        whole = column(gap=0)
        whole.addLayout(both, 1)
        whole.addLayout(foot)
        whole.setContentsMargins(0, 0, 0, 0)
        self._inside.setLayout(whole)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._inside)

    def _show_time(self, view: SharedView) -> None:
        self._bar.setRange(0, max(view.time.of, 1))
        self._bar.setValue(view.time.used)
        self._bar.setAccessibleName(view.time.words)
        self._time.setText(view.time.words)

    def _fit(self) -> None:
        """The type grows with the window and with the size of text that was chosen."""
        wide, tall = (have / wanted for have, wanted in zip((self.width(), self.height()), _DESIGNED_FOR, strict=True))
        scale = min(max(1.0, min(wide, tall)) * theme.active().text_scale, _LARGEST_SCALE)
        sheet = far_style_sheet(scale)
        if sheet != self._inside.styleSheet():
            self._inside.setStyleSheet(sheet)
        self._fit_own_words()

    def _fit_own_words(self) -> None:
        self._own_words.setMaximumHeight(round(self.height() * _MOST_OF_HEIGHT))
        self._own_words.updateGeometry()


class SharedNoteRow(QFrame):
    """A note; the citizen's own words stand in quotation marks under who said them."""

    def __init__(self, note: SharedNote, *, is_own_words: bool) -> None:
        super().__init__()
        self.setProperty("kind", NoteKind.SAID.value if is_own_words else note.kind.value)
        text = quoted(note.text) if is_own_words else note.text
        heading = Label(note.heading, Role.MUTED, wraps=True)
        inside = column(heading, Label(text, Role.VOICE if is_own_words else Role.BODY, wraps=True), gap=2)
        inside.setContentsMargins(20, 8, 16, 12)
        self.setLayout(inside)


class _FarScroll(ScrollColumn):
    """Follows what is written: the last of it is in sight, also when the window gets another size."""

    def __init__(self) -> None:
        super().__init__(gap=14)
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(lambda _least, most: bar.setValue(most))

    def fill(self, parts: Iterable[QWidget]) -> None:
        """What stood there is gone at once: Qt itself keeps what is taken out for another turn."""
        for label in self.findChildren(Label):
            label.clear()
        clear(self.content)
        for part in parts:
            self.content.addWidget(part)
        self.content.addStretch(1)
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        tall = self.content.heightForWidth(max(self.viewport().width() - 4, 200))
        return QSize(400, tall + 2)


def _spoken_of(view: SharedView) -> tuple[object, ...]:
    return view.earlier, view.contributions, view.notes


def _rows(notes: tuple[SharedNote, ...], *, is_own_words: bool = False) -> list[QWidget]:
    return [SharedNoteRow(note, is_own_words=is_own_words) for note in notes]


def _lines(lines: tuple[SharedLine, ...]) -> list[QWidget]:
    return [_line(line) for line in lines]


def _line(line: SharedLine) -> QWidget:
    inside = column(Label(line.text, wraps=True), gap=0)
    if line.detail:
        inside.addWidget(Label(line.detail, Role.MUTED, wraps=True))
    inside.setContentsMargins(0, 0, 0, 0)
    return holder(inside)


def _plan(view: SharedView) -> list[QWidget]:
    parts: list[QWidget] = [Label(texts.PLAN_SO_FAR, Role.CARD, wraps=True), *_lines(view.goals)]
    if not view.goals:
        parts.append(Label(texts.NO_GOALS_YET, Role.MUTED, wraps=True))
    for heading, lines in ((plan_words.AGREEMENTS, view.agreements), (plan_words.TO_DECIDE, view.questions)):
        if lines:
            parts += [Separator(), Label(heading, Role.STRONG, wraps=True), *_lines(lines)]
    return parts
