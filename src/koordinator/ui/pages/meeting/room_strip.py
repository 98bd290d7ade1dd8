"""Til stede: who is at the table, a chip for each, by click and by key."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QMenu, QSizePolicy

from koordinator.domain.danish_day import danish_clock
from koordinator.domain.limits import LONG
from koordinator.domain.meeting import Attendance, Participant
from koordinator.domain.party import party_of
from koordinator.texts import meeting_page as texts
from koordinator.texts.formats import first_name
from koordinator.ui.ask import Question
from koordinator.ui.ask_value import Asked, AskText
from koordinator.ui.override import override
from koordinator.ui.pages.meeting import view_state as state
from koordinator.ui.pages.meeting.dialogs import CandidateDialog, RolesDialog, TimeDialog
from koordinator.ui.pages.meeting.room_parts import AttendanceChip
from koordinator.ui.pages.meeting.work import Work
from koordinator.ui.widgets.buttons import IconButton
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import Flow, column, row
from koordinator.ui.widgets.scroll_column import ScrollColumn
from koordinator.usecases.meetings import MeetingSuggestion

_MOST_LINES_HEIGHT = 120


class RoomStrip(QFrame):
    """Space turns somebody between there and not there; the menu of a chip has the rest."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self.chips: dict[int, AttendanceChip] = {}
        self._flow = Flow(gap=8)
        self.add = IconButton("user-plus", texts.ADD_PARTICIPANT)
        self.add.clicked.connect(self._ask_who)
        self.roles = IconButton("users", texts.ROLES)
        self.roles.clicked.connect(self.ask_roles)
        self._scroll = _StripScroll()
        self._scroll.content.addLayout(self._flow)
        line = row(Label(_with_key(texts.PRESENT_HEADING), Role.MUTED), gap=12)
        line.addWidget(self._scroll, 1)
        line.addWidget(self.add)
        line.addWidget(self.roles)
        self.remark = Label(wraps=True)
        inside = column(gap=2)
        inside.addLayout(line)
        inside.addWidget(self.remark)
        inside.setContentsMargins(26, 6, 20, 6)
        self.setLayout(inside)

    def show_file(self) -> None:
        """Shows everybody; a chip that is there already keeps the keyboard."""
        views = state.chips(self._work.file)
        wanted = {view.participant.id for view in views}
        for gone in [key for key in self.chips if key not in wanted]:
            chip = self.chips.pop(gone)
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        for view in views:
            if view.participant.id in self.chips:
                self.chips[view.participant.id].show_view(view)
            else:
                self._flow.addWidget(self._made(view))
        said = state.remarks(self._work.file)
        self.remark.setText(said)
        self.remark.setVisible(bool(said))
        self._flow.invalidate()
        self._scroll.updateGeometry()

    def take_keyboard(self) -> None:
        """At the first of whom it is not noted whether they are there."""
        chips = [self.chips[row.id] for row in self._work.file.participants if row.id in self.chips]
        unknown = (chip for chip in chips if chip.view.state is Attendance.UNKNOWN)
        stop = next(unknown, chips[0] if chips else self.add)
        stop.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._scroll.ensureWidgetVisible(stop)

    def _made(self, view: state.ChipView) -> AttendanceChip:
        chip = AttendanceChip(view)
        chip.clicked.connect(lambda: self._turn(chip.view.participant))
        chip.asked.connect(lambda what: self._acts(chip)[what]())
        chip.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        chip.customContextMenuRequested.connect(lambda at: self._offer(chip, at))
        self.chips[view.participant.id] = chip
        return chip

    def _turn(self, row: Participant) -> None:
        there = row.attendance is Attendance.PRESENT
        self._attend(row, Attendance.ABSENT if there else Attendance.PRESENT)

    def _attend(self, row: Participant, attendance: Attendance) -> None:
        work = self._work
        work.act(lambda: work.desk.services.meeting_room.attend(work.actor, row, attendance))

    def _acts(self, chip: AttendanceChip) -> dict[str, Callable[[], None]]:
        row = chip.view.participant
        return {
            "present": partial(self._attend, row, Attendance.PRESENT),
            "absent": partial(self._attend, row, Attendance.ABSENT),
            "late": partial(self._ask_late, row),
            "left": partial(self._ask_left, row),
            "written": partial(self._ask_written, row),
            "remove": partial(self._remove, row),
        }

    def _offer(self, chip: AttendanceChip, at: QPoint) -> None:
        menu = QMenu(chip)
        acts = self._acts(chip)
        for key, text in (
            ("present", texts.IS_PRESENT),
            ("absent", texts.IS_ABSENT),
            ("late", f"{texts.CAME_LATE}\tK"),
            ("left", f"{texts.LEFT_EARLY}\tG"),
            ("written", f"{texts.WRITTEN}\tS"),
            ("remove", f"{texts.REMOVE_PARTICIPANT}\tDelete"),
        ):
            menu.addAction(text, acts[key])
        menu.popup(chip.mapToGlobal(at))

    def _ask_late(self, row: Participant) -> None:
        start = row.arrived_clock or danish_clock(self._work.now())
        at = TimeDialog.ask(self, texts.CAME_LATE, texts.CAME_AT, start)
        if at is not None:
            work, left = self._work, row.left_clock
            work.act(lambda: work.desk.services.meeting_room.attend(work.actor, row, Attendance.PRESENT, at, left))

    def _ask_left(self, row: Participant) -> None:
        start = row.left_clock or danish_clock(self._work.now())
        at = TimeDialog.ask(self, texts.LEFT_EARLY, texts.LEFT_AT, start)
        if at is not None:
            work, came = self._work, row.arrived_clock
            work.act(lambda: work.desk.services.meeting_room.attend(work.actor, row, Attendance.PRESENT, came, at))

    def _ask_written(self, row: Participant) -> None:
        called = first_name(state.name_of(self._work.file, row))
        asked = Asked(texts.WRITTEN, texts.WRITTEN, texts.WRITTEN_INTRO.format(name=called))
        words = AskText.paragraph(self, asked, row.written_contribution, limit=LONG)
        if words is not None:
            work = self._work
            work.act(lambda: work.desk.services.meeting_room.contribute(work.actor, row, words))

    def _remove(self, row: Participant) -> None:
        work = self._work
        work.act(lambda: work.desk.services.meeting_room.remove_participant(work.actor, row))

    def ask_roles(self) -> None:
        """Who leads and who writes."""
        work, file = self._work, self._work.file
        chosen = RolesDialog.ask(self, file)
        if chosen is not None:
            work.act(lambda: work.desk.services.meeting_room.choose_roles(work.actor, file.meeting.id, *chosen))

    def _ask_who(self) -> None:
        work, subject_id = self._work, self._work.file.meeting.subject_id
        work.desk.tasks.read(self, lambda: work.desk.services.meetings.suggest(work.actor, subject_id), self._choose)

    def _choose(self, suggestion: MeetingSuggestion) -> None:
        work, file = self._work, self._work.file
        there = {party_of(row) for row in file.participants}
        others = [each for each in suggestion.candidates if each.party not in there]
        if not others:
            Question.message(self, texts.ADD_PARTICIPANT, texts.with_name(texts.NOBODY_ELSE, file.people.name))
            return
        party = CandidateDialog.ask(self, others)
        if party is not None:
            work.act(lambda: work.desk.services.meeting_room.add_participant(work.actor, file.meeting.id, party))


class _StripScroll(ScrollColumn):
    """As tall as its chips, until they would push the meeting off the screen."""

    def __init__(self) -> None:
        super().__init__(gap=0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        tall = self.content.heightForWidth(max(self.viewport().width() - 4, 200))
        return QSize(400, min(tall + 8, _MOST_LINES_HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()


def _with_key(heading: str) -> str:
    return f"{heading}  F2"
