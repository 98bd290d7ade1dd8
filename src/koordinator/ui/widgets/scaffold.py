"""The frame of a page: title, one primary button, content that scrolls, and what stands there when there is none."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from koordinator.texts import ui as texts
from koordinator.ui.tokens import Tone
from koordinator.ui.widgets.buttons import Button, Kind, LinkButton
from koordinator.ui.widgets.card import Panel
from koordinator.ui.widgets.labels import IconLabel, Label, Role
from koordinator.ui.widgets.layout import STRETCH, clear, column, holder, row

_LOADING_AFTER_MS: Final = 200
_MARGINS: Final = (24, 20, 24, 24)
_SCROLL_BAR: Final = 12


class PageScaffold(QScrollArea):
    """Content goes into `content`. Before the first content is shown, `show_loading` says so after 200 ms."""

    crumb_clicked = Signal()

    def __init__(self, title: str = "", subtitle: str = "") -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._crumb = LinkButton(kind=Kind.CRUMB)
        self._crumb.clicked.connect(self.crumb_clicked)
        self._title = Label(title, Role.PAGE, wraps=True)
        self._subtitle = Label(subtitle, Role.MUTED, wraps=True)
        self._actions = row(gap=8)
        self._header = holder(self._make_header())
        self._content = QWidget()
        self.content = QVBoxLayout(self._content)
        self.content.setContentsMargins(0, 0, 0, 0)
        self.content.setSpacing(16)
        self._state = column(gap=0)
        self._loading_timer = QTimer(self)
        self._loading_timer.setSingleShot(True)
        self._loading_timer.setInterval(_LOADING_AFTER_MS)
        self._loading_timer.timeout.connect(lambda: self._show_state(_Loading()))
        self._fill()
        self.set_title(title, subtitle)
        self.set_crumb("")

    def set_title(self, title: str, subtitle: str = "") -> None:
        self._title.setText(title)
        self._subtitle.setText(subtitle)
        self._title.setVisible(bool(title))
        self._subtitle.setVisible(bool(subtitle))

    def set_crumb(self, text: str) -> None:
        """Where the page lies ("Lone Bæk › Vurdering"); pressing it emits `crumb_clicked`."""
        self._crumb.set_words(text)
        self._crumb.setVisible(bool(text))

    def add_action(self, widget: QWidget) -> None:
        """A button or a choice at the upper right; at most one of them is primary."""
        self._actions.addWidget(widget)

    def set_header(self, header: QWidget) -> None:
        """A header of the page's own instead of title and actions."""
        self._column.replaceWidget(self._header, header)
        self._header.hide()
        self._header = header
        header.show()

    def show_content(self) -> None:
        self._loading_timer.stop()
        clear(self._state)
        self._content.show()

    def show_loading(self) -> None:
        """The content stays where it is while it is read again."""
        if self._content.isHidden():
            self._loading_timer.start()

    def show_empty(self, icon: str, sentence: str, action: str = "", then: Callable[[], None] | None = None) -> None:
        """What to do here, said in a sentence, with the button that does it."""
        self._show_state(EmptyState(icon, sentence, action, then))

    def show_error(self, sentence: str, again: Callable[[], None] | None = None) -> None:
        self._show_state(_Failure(sentence, again))

    def _show_state(self, state: QWidget) -> None:
        self._loading_timer.stop()
        clear(self._state)
        self._content.hide()
        self._state.addWidget(state)
        state.show()

    def _make_header(self) -> QVBoxLayout:
        title_line = row(gap=16)
        title_line.addLayout(column(self._title, self._subtitle, gap=2), 1)
        title_line.addLayout(self._actions)
        return column(row(self._crumb, STRETCH), title_line, gap=0)

    def _fill(self) -> None:
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(*_MARGINS)
        self._column.setSpacing(16)
        self._column.addWidget(self._header)
        self._column.addLayout(self._state)
        self._column.addWidget(self._content, 1)
        self._content.hide()
        self.setWidget(inside)
        self.verticalScrollBar().rangeChanged.connect(self._keep_width)

    def _keep_width(self, _least: int, most: int) -> None:
        """The scroll bar comes and goes in the margin, so that nothing moves when another tab is shown."""
        left, top, right, bottom = _MARGINS
        self._column.setContentsMargins(left, top, right - _SCROLL_BAR if most else right, bottom)


class EmptyState(QWidget):
    """An icon, a sentence that says what to do, and the button that does it. Also for an empty card."""

    def __init__(self, icon: str, sentence: str, action: str = "", then: Callable[[], None] | None = None) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        words = Label(sentence, Role.MUTED, wraps=True)
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        body = QVBoxLayout(self)
        body.setContentsMargins(24, 32, 24, 32)
        body.setSpacing(12)
        body.addStretch(1)
        body.addWidget(IconLabel(icon, 40), 0, Qt.AlignmentFlag.AlignHCenter)
        body.addWidget(words)
        if action and then is not None:
            button = Button(action, Kind.PRIMARY)
            button.clicked.connect(then)
            body.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        body.addStretch(2)


class _Loading(QWidget):
    def __init__(self) -> None:
        super().__init__()
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 48, 0, 0)
        words = Label(texts.LOADING, Role.MUTED)
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        body.addWidget(words)
        body.addStretch()


class _Failure(QWidget):
    def __init__(self, sentence: str, again: Callable[[], None] | None) -> None:
        super().__init__()
        panel = Panel(sentence, Tone.OVERDUE)
        if again is not None:
            retry = Button(texts.RETRY)
            retry.clicked.connect(again)
            panel.add_button(retry)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(8)
        body.addWidget(Label(texts.FAILED_HEADING, Role.CARD))
        body.addWidget(panel)
        body.addStretch()
