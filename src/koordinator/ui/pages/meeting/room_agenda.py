"""The agenda at the left: what has been done, what is on the table, and how the time goes."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QProgressBar

from koordinator.domain.ids import AgendaItemId
from koordinator.domain.meeting import AgendaItem, AgendaKind
from koordinator.texts import meeting_page as texts
from koordinator.ui.override import override
from koordinator.ui.pages.meeting import view_state as state
from koordinator.ui.pages.meeting.room_parts import AgendaRow
from koordinator.ui.pages.meeting.work import Work
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import clear, column
from koordinator.ui.widgets.scroll_column import ScrollColumn

_LOOK_AT_CLOCK_MS = 10_000


class RoomAgenda(QFrame):
    """`chosen` when another item is on the table, `gone_on` when the one before it is done."""

    chosen = Signal()
    gone_on = Signal()

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._chosen_id: AgendaItemId | None = None
        self._rows: list[AgendaRow] = []
        self._list = ScrollColumn(gap=2)
        self.next = Button()
        self.next.clicked.connect(self.go_on)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._time = Label(role=Role.SMALL_MUTED, wraps=True)
        inside = column(gap=10)
        inside.addWidget(self._list, 1)
        inside.addWidget(self.next)
        inside.addWidget(self._bar)
        inside.addWidget(self._time)
        inside.setContentsMargins(20, 16, 14, 16)
        self.setLayout(inside)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_AT_CLOCK_MS)
        self._timer.timeout.connect(self._show_time)

    def item(self) -> AgendaItem | None:
        """The item on the table."""
        return state.shown_item(self._work.file, self._chosen_id)

    def show_file(self) -> None:
        """Shows the agenda; rows that are there already keep the keyboard."""
        agenda = self._work.file.agenda
        if [row.item.id for row in self._rows] != [item.id for item in agenda]:
            self._build(agenda)
        now = self.item()
        for row, item in zip(self._rows, agenda, strict=True):
            row.show_item(item)
            row.setChecked(now is not None and item.id == now.id)
        self.next.setText(f"{texts.TAKE_UP_AGAIN if now is not None and now.done else texts.NEXT_ITEM}  F9")
        self.next.setEnabled(now is not None)
        self._show_time()

    def begin_at(self, item_id: AgendaItemId | None) -> None:
        """Where the meeting was when it was left; shown with the meeting."""
        self._chosen_id = item_id

    def choose_kind(self, kind: AgendaKind) -> None:
        """Puts the first item of the kind on the table, where there is one."""
        item = next((each for each in self._work.file.agenda if each.kind is kind), None)
        if item is not None:
            self.choose(item.id)

    def choose(self, item_id: AgendaItemId | None) -> None:
        """Puts another item on the table."""
        self._chosen_id = item_id
        self.show_file()
        self.chosen.emit()

    def go_on(self) -> None:
        """The item is done, and the next one comes on the table; one that was done is taken up again."""
        item, work = self.item(), self._work
        if item is None:
            return
        if not item.done:
            later = [each for each in work.file.agenda if each.position > item.position and not each.done]
            self.choose(later[0].id if later else item.id)
            self.gone_on.emit()
        work.act(lambda: work.desk.services.meeting_room.tick_item(work.actor, item, done=not item.done))

    def step(self, way: int) -> None:
        """The item above or below, without ticking anything."""
        item, agenda = self.item(), self._work.file.agenda
        if item is not None:
            at = [each.id for each in agenda].index(item.id) + way
            if 0 <= at < len(agenda):
                self.choose(agenda[at].id)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()
        if self._work.is_open:
            self._show_time()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def _build(self, agenda: tuple[AgendaItem, ...]) -> None:
        clear(self._list.content)
        self._rows = [self._row(item) for item in agenda]
        for row in self._rows:
            self._list.content.addWidget(row)
        self._list.content.addStretch(1)

    def _row(self, item: AgendaItem) -> AgendaRow:
        row = AgendaRow(item)
        row.clicked.connect(lambda: self.choose(item.id))
        return row

    def _show_time(self) -> None:
        view = state.time_used(self._work.file, self._work.now())
        self._bar.setRange(0, max(view.of, 1))
        self._bar.setValue(view.used)
        self._bar.setAccessibleName(view.words)
        self._time.setText(view.words)
