"""One question's answers: the professional's as large cards, the citizen's own as a mark beside each."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QSizePolicy, QWidget

from koordinator.texts import assessment as words
from koordinator.texts import assessment_page as texts
from koordinator.ui import theme
from koordinator.ui.override import override
from koordinator.ui.pages.assessment.view_state import QuestionView
from koordinator.ui.tokens import Tone
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.option_card import Option, OptionCard

_MARK_WIDTH: Final = 76
_GAP: Final = 8


class AnswerRows(QWidget):
    """`chosen` with the key of an answer; `citizen_chosen` likewise, or nothing when the mark is taken away again."""

    chosen = Signal(str)
    citizen_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._shown: QuestionView | None = None
        self._cards: list[OptionCard] = []
        self._marks: list[_CitizenMark] = []
        self._answers, self._citizens = QButtonGroup(self), QButtonGroup(self)
        self._answers.idClicked.connect(lambda number: self.chosen.emit(self._key(number)))
        self._citizens.idClicked.connect(self._mark)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        self._grid.setColumnStretch(0, 1)
        self._mine = Label(words.PROFESSIONALS_ANSWER, Role.SMALL_MUTED)
        self._theirs = Label(role=Role.VOICE, wraps=True)
        self._theirs.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._grid.addWidget(self._mine, 0, 0, Qt.AlignmentFlag.AlignBottom)
        self._grid.addWidget(self._theirs, 0, 1, Qt.AlignmentFlag.AlignBottom)
        theme.active().changed.connect(self._take_text_size)
        self._take_text_size()

    def show_question(self, view: QuestionView) -> None:
        """Shows the question in the cards that are there, so that the keyboard stays among them."""
        self._fit_number(view.options)
        self._shown = view
        self.setAccessibleName(view.question)
        self._mine.setVisible(view.asks_citizen)
        self._theirs.setVisible(view.asks_citizen)
        self._theirs.setText(view.citizens_heading)
        for card, mark, option in zip(self._cards, self._marks, view.options, strict=True):
            card.show_option(option)
            mark.setVisible(view.asks_citizen)
            mark.setAccessibleName(texts.is_citizens_answer(view.name, option.title))
        keys = [option.key for option in view.options]
        _check(self._answers, self._cards, keys, view.chosen)
        _check(self._citizens, self._marks, keys, view.citizens)

    def choose(self, number: int) -> None:
        """As a press on the card does; 0 is the first."""
        _press(self._cards, number)

    def choose_for_citizen(self, number: int) -> None:
        """As a press on the citizen's mark does."""
        if self._shown is not None and self._shown.asks_citizen:
            _press(self._marks, number)

    def take_focus(self) -> None:
        """The keyboard begins at the chosen answer, else at the first."""
        chosen = self._answers.checkedButton() or (self._cards[0] if self._cards else None)
        if chosen is not None:
            chosen.setFocus(Qt.FocusReason.OtherFocusReason)

    def _key(self, number: int) -> str:
        return self._shown.options[number].key if self._shown is not None else ""

    def _mark(self, number: int) -> None:
        """The citizen's answer can be taken away again: it need not have been asked for."""
        key = self._key(number)
        is_taken_away = self._shown is not None and self._shown.citizens == key
        self.citizen_chosen.emit("" if is_taken_away else key)

    def _fit_number(self, options: Sequence[Option]) -> None:
        for option in options[len(self._cards) :]:
            self._add_row(option)
        while len(self._cards) > len(options):
            _remove(self._answers, self._cards.pop())
            _remove(self._citizens, self._marks.pop())

    def _add_row(self, option: Option) -> None:
        number = len(self._cards)
        card, mark = OptionCard(option), _CitizenMark()
        self._answers.addButton(card, number)
        self._citizens.addButton(mark, number)
        self._grid.addWidget(card, number + 1, 0)
        self._grid.addWidget(mark, number + 1, 1)
        card.show()
        self._cards.append(card)
        self._marks.append(mark)

    def _take_text_size(self) -> None:
        self._theirs.setFixedWidth(theme.active().px(_MARK_WIDTH))


class _CitizenMark(QRadioButton):
    """The citizen's own answer, in the colour of the citizen's voice."""

    def __init__(self) -> None:
        super().__init__()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    @override
    def hitButton(self, pos: QPoint) -> bool:
        """The whole field can be pressed."""
        return True

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme.active().px(_MARK_WIDTH), 48)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.active()
        tokens, is_on = look.tokens, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2 if is_on else 1
        painter.setPen(QPen(QColor(tokens.voice if is_on else tokens.button_line), width))
        painter.setBrush(QColor(tokens.tones[Tone.VOICE].fill if is_on else tokens.surface))
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 9, 9)
        centre, radius = QPointF(self.rect().center()) + QPointF(0.5, 0.5), look.px(6)
        painter.setPen(QPen(QColor(tokens.voice), 1.5))
        painter.setBrush(QColor(tokens.surface))
        painter.drawEllipse(centre, radius, radius)
        if is_on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.voice))
            painter.drawEllipse(centre, radius / 2, radius / 2)


def _check(group: QButtonGroup, buttons: Sequence[QRadioButton], keys: Sequence[str], chosen: str | None) -> None:
    """Qt takes the last mark out of an exclusive group only while it is not one."""
    group.setExclusive(False)
    for button, key in zip(buttons, keys, strict=True):
        button.setChecked(key == chosen)
    group.setExclusive(True)


def _remove(group: QButtonGroup, button: QRadioButton) -> None:
    group.removeButton(button)
    button.hide()
    button.deleteLater()


def _press(buttons: Sequence[QRadioButton], number: int) -> None:
    if 0 <= number < len(buttons):
        buttons[number].click()
        buttons[number].setFocus(Qt.FocusReason.ShortcutFocusReason)
