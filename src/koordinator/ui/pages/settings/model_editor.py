"""One version of a model: its parts to the left, the chosen one as a form to the right."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from koordinator.texts import model_editor as texts
from koordinator.ui import theme
from koordinator.ui.override import override
from koordinator.ui.pages.settings.model_about import AboutForm
from koordinator.ui.pages.settings.model_list import FaultsCard, ModelList
from koordinator.ui.pages.settings.model_parts import EditorColumn
from koordinator.ui.pages.settings.model_places import Part, Place
from koordinator.ui.pages.settings.model_question import QuestionForm
from koordinator.ui.pages.settings.model_rule import RuleForm
from koordinator.ui.pages.settings.model_work import ModelWork
from koordinator.ui.widgets.buttons import Button, Kind, LinkButton
from koordinator.ui.widgets.card import Panel
from koordinator.ui.widgets.fields import Field
from koordinator.ui.widgets.labels import ElidedLabel, Label, Role, tooltip
from koordinator.ui.widgets.layout import STRETCH, Flow, column, holder, row
from koordinator.ui.widgets.scaffold import EmptyState

UNDO_KEYS: Final = "Ctrl+Shift+Z"
_LEFT: Final = 348
_LEFT_SHARE: Final = 0.38
_LIST_SHARE: Final = 3
_FAULTS_SHARE: Final = 2


class ModelEditor(QWidget):
    back = Signal()
    try_asked = Signal()
    release_asked = Signal()
    export_asked = Signal()
    copy_asked = Signal()
    discard_asked = Signal()

    def __init__(self, work: ModelWork) -> None:
        super().__init__()
        self._work = work
        self._shown: Place | None = None
        self._heading = ElidedLabel(role=Role.CARD)
        self._kept = Label(role=Role.SMALL_MUTED)
        self._to_mend = LinkButton()
        self._to_mend.clicked.connect(lambda: self.go_to(work.faults[0].place))
        self._read_only = Panel(texts.READ_ONLY)
        self._buttons = {
            texts.UNDO: self._button(texts.UNDO, work.undo, "undo"),
            texts.DISCARD: self._button(texts.DISCARD, self.discard_asked.emit, "trash"),
            texts.EXPORT: self._button(texts.EXPORT, self.export_asked.emit, "download"),
            texts.TRY: self._button(texts.TRY, self.try_asked.emit, "history"),
            texts.RELEASE: self._button(texts.RELEASE, self.release_asked.emit, kind=Kind.PRIMARY),
            texts.NEW_VERSION: self._button(texts.NEW_VERSION, self.copy_asked.emit, "copy", Kind.PRIMARY),
        }
        self._list, self._faults = ModelList(work), FaultsCard(work)
        self._about, self._question, self._rule = AboutForm(work), QuestionForm(work), RuleForm(work)
        self._empty = {
            Part.QUESTIONS: EmptyState("clipboard-list", texts.NO_QUESTION_CHOSEN),
            Part.RULES: EmptyState("scale", texts.NO_RULE_CHOSEN),
        }
        self._scroll = EditorColumn()
        self._forms: tuple[QWidget, ...] = (self._about, self._question, self._rule, *self._empty.values())
        self._left_column = column(gap=12)
        self._left = holder(self._left_column)
        self._lay_out()
        self._connect()

    def begin(self) -> None:
        """Shows what has just been opened."""
        self._shown = None
        part = Part.QUESTIONS if self._work.model.parameters else Part.ABOUT
        self._list.go_to(Place(part, 0 if part is Part.QUESTIONS else None))
        self._show_place()
        self._list.setFocus()

    def go_to(self, place: Place) -> None:
        """Puts what a fault is about in front, with the keyboard where it can be mended."""
        self._list.go_to(place)
        field = self._field(place)
        if field is not None and self._work.is_draft:
            field.setFocus()
            self._scroll.bring_into_view(field)

    def tell(self, words: str) -> None:
        """What has just been done."""
        self._kept.setText(words)
        self._kept.show()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _button(self, words: str, then: Callable[[], object], icon: str = "", kind: Kind = Kind.QUIET) -> Button:
        button = Button(words, kind, icon=icon)
        button.clicked.connect(lambda _checked=False: then())
        return button

    def _lay_out(self) -> None:
        back = LinkButton(f"‹ {texts.BACK}", Kind.CRUMB)
        back.clicked.connect(self.back)
        back.setMinimumWidth(back.sizeHint().width())
        buttons = Flow()
        for button in self._buttons.values():
            buttons.addWidget(button)
        for form in self._forms:
            form.hide()
            self._scroll.content.addWidget(form)
        self._left_column.addWidget(self._list)
        self._left_column.addWidget(self._faults)
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addWidget(self._left)
        both.addWidget(self._scroll, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        outer.addLayout(row(back, self._heading, STRETCH, self._to_mend, self._kept, gap=16))
        outer.addLayout(buttons)
        outer.addWidget(self._read_only)
        outer.addSpacing(4)
        outer.addLayout(both, 1)

    def _connect(self) -> None:
        self._list.chosen.connect(lambda _place: self._show_place())
        self._faults.gone_to.connect(self.go_to)
        self._work.changed.connect(self._show_place)
        self._work.checked.connect(self._show_buttons)
        self._work.kept.connect(lambda is_kept: self._kept.setText(texts.SAVED if is_kept else texts.SAVING))
        QShortcut(QKeySequence(UNDO_KEYS), self, self._work.undo)
        theme.active().changed.connect(self._fit)

    def _show_place(self) -> None:
        if self._work.source is None:
            return
        place = self._list.place
        if place.part is Part.ABOUT:
            self._about.show_model(self._work.model)
            form: QWidget = self._about
        elif place.at is None:
            form = self._empty[place.part]
        elif place.part is Part.QUESTIONS:
            self._question.show_question(place.at)
            form = self._question
        else:
            self._rule.show_rule(place.at)
            form = self._rule
        for each in self._forms:
            each.setVisible(each is form)
        self._about.setEnabled(self._work.is_draft)
        if place != self._shown:
            self._scroll.verticalScrollBar().setValue(0)
            self._shown = place
        self._show_buttons()

    def _show_buttons(self) -> None:
        if self._work.source is None:
            return
        is_draft = self._work.is_draft
        self._heading.setText(texts.heading(self._work.model))
        self._read_only.setVisible(not is_draft)
        self._faults.setVisible(is_draft)
        self._kept.setVisible(is_draft)
        for words in (texts.UNDO, texts.DISCARD, texts.TRY, texts.RELEASE):
            self._buttons[words].setVisible(is_draft)
        self._buttons[texts.NEW_VERSION].setVisible(not is_draft)
        is_list = self._list.part is not Part.ABOUT
        self._left_column.setStretch(0, _LIST_SHARE if is_list else 0)
        self._left_column.setStretch(1, 0 if is_list and not self._work.faults else _FAULTS_SHARE)
        self._buttons[texts.UNDO].setEnabled(self._work.can_undo)
        for words in (texts.TRY, texts.RELEASE):
            self._buttons[words].setEnabled(self._work.may_be_used)
            self._buttons[words].setToolTip("" if self._work.may_be_used else tooltip(texts.MEND_FIRST))
        self._to_mend.set_words(texts.faults(len(self._work.faults)))
        self._to_mend.setVisible(is_draft and bool(self._work.faults))

    def _field(self, place: Place) -> Field | None:
        if place.part is Part.ABOUT:
            return self._about.fields.field(place.field or "title")
        if place.at is None:
            return None
        return self._question.field(place) if place.part is Part.QUESTIONS else self._rule.field(place)

    def _fit(self) -> None:
        self._left.setFixedWidth(min(theme.active().px(_LEFT), int(self.width() * _LEFT_SHARE)))
