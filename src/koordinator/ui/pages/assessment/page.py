"""The assessment as a conversation: the way to the left, one question in the middle, the staircase to the right."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QKeyCombination, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenu, QRadioButton, QVBoxLayout, QWidget

from koordinator.domain.guide import NextStep
from koordinator.domain.guide_kinds import GuidePage
from koordinator.domain.ids import SubjectId
from koordinator.texts import assessment as words
from koordinator.texts import assessment_page as texts
from koordinator.ui import theme
from koordinator.ui.desk import Desk
from koordinator.ui.focus import focus_inside
from koordinator.ui.override import override
from koordinator.ui.page import Page, Shortcut
from koordinator.ui.pages.assessment.middle_card import MiddleCard
from koordinator.ui.pages.assessment.older_model import OlderModelPanel
from koordinator.ui.pages.assessment.outcome_view import OutcomeView
from koordinator.ui.pages.assessment.parts import ScrollColumn
from koordinator.ui.pages.assessment.result_card import ResultCard
from koordinator.ui.pages.assessment.view_state import result_view, way_lines
from koordinator.ui.pages.assessment.way import (
    DECISION,
    REGISTER,
    Stop,
    answered,
    stop_after,
    stop_before,
    taken_up_at,
)
from koordinator.ui.pages.assessment.way_list import WayList
from koordinator.ui.pages.assessment.work import Opened, Work
from koordinator.ui.tabs.dialogs.choose_employee import share_caseworker
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.labels import Label, Role, without_mnemonic
from koordinator.ui.widgets.scaffold import PageScaffold
from koordinator.usecases.assessments import Decided
from koordinator.usecases.subject_people import SubjectPeople

_WAY_WIDTH: Final = 200
_RESULT_WIDTH: Final = 304
_RESULT_WIDEST: Final = 460
_RESULT_SHARE: Final = 0.27
_NARROW_UNDER: Final = 900
_MENU_AT: Final = 24
_JUMP: Final = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_G)
_TAB: Final = "assessment"


class AssessmentPage(Page):
    """`shown_id` is the subject's key."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._work = Work(desk, self)
        self._stop = REGISTER
        self._people: SubjectPeople | None = None
        self._following: NextStep | None = None
        self._left_at: dict[SubjectId, Stop] = {}
        self._frame = PageScaffold(words.HEADING)
        self._answered = Label(role=Role.SMALL_MUTED)
        self._way = WayList()
        self._way_scroll = ScrollColumn()
        self._way_card = _way_card(self._way_scroll, self._way, self._answered)
        self._middle = MiddleCard(self._work)
        self._result = ResultCard()
        self._outcome = OutcomeView()
        self._older = OlderModelPanel(self._work)
        self._conversation = QWidget()
        self._lay_out()
        self._connect()

    @override
    def reload(self) -> None:
        if not isinstance(self.shown_id, int):
            return
        self._frame.show_loading()
        subject_id = SubjectId(self.shown_id)
        self._desk.tasks.read(self, lambda: self._work.read(subject_id), self._show, self._fail)

    @override
    def shortcuts(self) -> Sequence[Shortcut]:
        return (
            Shortcut("1-9", texts.KEY_CHOOSE),
            Shortcut("Alt+1-9", texts.KEY_CHOOSE_FOR_CITIZEN),
            Shortcut("Return", texts.KEY_NEXT),
            Shortcut("Ctrl+Return", texts.KEY_LEAVE_NOTE),
            Shortcut("Backspace", texts.KEY_BACK),
            Shortcut("Alt+Left", texts.KEY_BACK),
            Shortcut("0-3", texts.KEY_STEP),
            Shortcut("Ctrl+G", texts.KEY_JUMP),
        )

    @override
    def leave(self) -> None:
        """Whoever comes back after a decision begins a new assessment."""
        super().leave()
        if not self._outcome.isHidden():
            self._stale = True

    @override
    def step_back(self) -> bool:
        """Among the questions before the pages."""
        before = stop_before(self._work.file.assessment.model, self._stop) if self._is_asking else None
        if before is not None:
            self._go(before)
        return before is not None

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif event.key() == Qt.Key.Key_Backspace:
            self.step_back()
        elif event.keyCombination() == _JUMP:
            self._jump()
        elif not self._digit(event):
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _jump(self) -> None:
        """The whole way as a menu, also where the window is too narrow for the list."""
        if not self._is_asking:
            return
        menu = QMenu(self)
        menu.setAccessibleName(texts.JUMP)
        for line in way_lines(self._work.file, self._stop):
            act = menu.addAction(without_mnemonic(line.label), partial(self._go, line.stop))
            act.setCheckable(True)
            act.setChecked(line.is_here)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._middle.mapToGlobal(QPoint(_MENU_AT, _MENU_AT)))

    def _lay_out(self) -> None:
        cards = QHBoxLayout()
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(20)
        cards.addWidget(self._way_card)
        cards.addWidget(self._middle, 1)
        cards.addWidget(self._result)
        self._conversation.setLayout(cards)
        self._frame.content.addWidget(self._older)
        self._frame.content.addWidget(self._conversation, 1)
        self._frame.content.addWidget(self._outcome)
        self._outcome.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._frame)

    def _connect(self) -> None:
        self._way.gone_to.connect(self._go)
        self._middle.gone_to.connect(self._go)
        self._middle.back.connect(self.step_back)
        self._middle.on.connect(self._on)
        self._middle.shared.connect(lambda apart: share_caseworker(self._desk, self, apart, self.mark_stale))
        self._work.changed.connect(self._refresh)
        self._outcome.left.connect(lambda: self._leave_for(""))
        self._outcome.acted.connect(self._do_next)
        self._older.begun_again.connect(self._left_at.clear)
        self._older.begun_again.connect(self.mark_stale)
        self._frame.crumb_clicked.connect(lambda: self._leave_for(_TAB))
        theme.active().changed.connect(self._fit)

    def _show(self, opened: Opened) -> None:
        """The same assessment read again stays at its question."""
        before = self._work.file if self._work.is_open else None
        people = opened.file.people
        is_same = before is not None and before.people.subject_id == people.subject_id
        if not is_same:
            self._middle.forget()
        stop = taken_up_at(opened.file, self._left_at.get(people.subject_id))
        self._people = people
        self._work.begin(opened)
        self._frame.set_crumb(texts.crumb(people.name))
        self._outcome.hide()
        self._conversation.show()
        self._frame.show_content()
        self._show_stop(stop)

    def _fail(self, error: Exception) -> None:
        self._frame.show_error(self._desk.tasks.explain(error), self.mark_stale)

    def _go(self, stop: Stop) -> None:
        if self._middle.may_leave():
            self._show_stop(stop)

    def _show_stop(self, stop: Stop) -> None:
        has_keyboard = self._has_keyboard()
        self._stop = stop
        self._left_at[self._work.file.people.subject_id] = stop
        self._middle.show_stop(stop)
        self._show_beside()
        if has_keyboard:
            self._middle.take_focus()

    def _refresh(self) -> None:
        if self._work.is_open:
            self._middle.refresh()
            self._show_beside()

    def _show_beside(self) -> None:
        file = self._work.file
        self._way.show_lines(way_lines(file, self._stop))
        here = self._way.here()
        if here is not None:
            self._way_scroll.bring_into_view(here)
        self._answered.setText(texts.answered(answered(file.assessment), len(file.assessment.model.parameters)))
        self._result.show_result(result_view(file))

    def _enter(self) -> None:
        """A button that has the keyboard is pressed, else Enter goes on; the decision is locked by a second Enter."""
        focus = focus_inside(self)
        if isinstance(focus, QAbstractButton) and not isinstance(focus, QRadioButton):
            focus.click()
        elif self._is_asking and self._stop == DECISION:
            self._middle.focus_what_is_missing()
        elif self._is_asking:
            self._on()

    def _on(self) -> None:
        following = stop_after(self._work.file.assessment.model, self._stop)
        if following is not None:
            self._go(following)
        elif self._middle.decision is not None:
            self._work.lock(self._middle.decision, self._decided)
        else:
            self._middle.focus_what_is_missing()

    def _digit(self, event: QKeyEvent) -> bool:
        digit = event.key() - Qt.Key.Key_0
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        for_citizen = modifiers == Qt.KeyboardModifier.AltModifier
        is_plain = modifiers == Qt.KeyboardModifier.NoModifier
        if not (self._is_asking and digit in range(10) and (for_citizen or is_plain)):
            return False
        self._middle.press(digit, for_citizen=for_citizen)
        return True

    def _decided(self, decided: Decided) -> None:
        has_keyboard = self._has_keyboard()
        self._conversation.hide()
        self._older.hide()
        self._following = decided.next_step
        self._left_at.pop(decided.people.subject_id, None)
        self._outcome.show_decided(decided)
        self._outcome.show()
        if has_keyboard:
            self._outcome.take_focus()

    def _do_next(self) -> None:
        """What follows from the decision, where it is done; the family's next thing is done on the family's page."""
        following = self._following
        if following is None or self._people is None:
            return
        button = following.button
        if button.page is GuidePage.MEETING:
            self.navigate.emit(button.page.value, button.meeting_id)
        elif following.subject_id == self._people.subject_id:
            self._leave_for(button.deed or button.tab or "")
        else:
            self._leave_for("")

    def _leave_for(self, tab: str) -> None:
        """To the citizen's or the family's page, at the tab where there is one."""
        people = self._people
        if people is not None:
            key = people.family_id if people.family_id is not None else people.citizen_ids[0]
            page = "citizen" if people.family_id is None else "family"
            self.navigate.emit(page, (key, tab) if tab else key)

    @property
    def _is_asking(self) -> bool:
        """The conversation is in front, and not what came of it."""
        return self._work.is_open and not self._conversation.isHidden()

    def _has_keyboard(self) -> bool:
        """Nobody is writing elsewhere in the window."""
        focus: QWidget | None = self.window().focusWidget()
        return focus is None or focus is self or self.isAncestorOf(focus) or focus.isAncestorOf(self)

    def _fit(self) -> None:
        """In a narrow window the list of questions gives way; the card in the middle says where one is.

        In a wide one the result has room for its sentences.
        """
        look = theme.active()
        self._way_card.setVisible(self.width() >= look.px(_NARROW_UNDER))
        self._way_card.setFixedWidth(look.px(_WAY_WIDTH))
        roomy = min(self.width() * _RESULT_SHARE, look.px(_RESULT_WIDEST))
        self._result.setFixedWidth(max(look.px(_RESULT_WIDTH), round(roomy)))


def _way_card(scroll: ScrollColumn, way: WayList, answered_words: Label) -> Card:
    card = Card(margin=12, fills=True)
    scroll.content.setContentsMargins(0, 0, 0, 0)
    scroll.content.addWidget(way)
    scroll.content.addStretch(1)
    card.body.addWidget(scroll, 1)
    card.body.addWidget(answered_words)
    return card
