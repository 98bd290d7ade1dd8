"""The agenda before the meeting: items with minutes, in the order the citizen wants."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut

from koordinator.domain.ids import AgendaItemId
from koordinator.domain.meeting import AgendaItem, AgendaKind
from koordinator.texts import meeting_page as texts
from koordinator.ui.override import override
from koordinator.ui.pages.meeting import view_state as state
from koordinator.ui.pages.meeting.dialogs import ItemDialog
from koordinator.ui.pages.meeting.work import Work
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.table import DataList
from koordinator.ui.widgets.table_model import Column

_USUAL_MINUTES = 10


class AgendaCard(Card):
    """Enter changes an item, Alt+Up and Alt+Down move it, Delete takes it away."""

    def __init__(self, work: Work) -> None:
        super().__init__(texts.AGENDA)
        self._work = work
        self.add = Button(texts.ADD_ITEM, icon="plus")
        self.add.clicked.connect(self._add)
        self._minutes = Label(role=Role.SMALL_MUTED)
        self.add_to_head(self._minutes)
        self.add_to_head(self.add)
        self.list: DataList[AgendaItem] = DataList(
            texts.AGENDA,
            (
                Column("", lambda item: str(item.position), 48, is_number=True),
                Column(texts.ITEM_TITLE, lambda item: item.title),
                Column(texts.ITEM_MINUTES, lambda item: str(item.minutes), 90, is_number=True),
            ),
            lambda item: item.id,
            fits_rows=True,
            has_head=False,
        )
        self.body.addWidget(self.list)
        self.body.addWidget(Label(texts.AGENDA_KEYS, Role.SMALL_MUTED, wraps=True))
        self.list.opened.connect(self._edit)
        self._on_key("Alt+Up", partial(self._move, -1))
        self._on_key("Alt+Down", partial(self._move, 1))
        self.list.installEventFilter(self)

    def show_file(self) -> None:
        """Shows the agenda."""
        self.list.set_rows(self._work.file.agenda)
        self._minutes.setText(state.agenda_line(self._work.file))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Delete:
            self._remove()
            return True
        return super().eventFilter(watched, event)

    def _on_key(self, key: str, act: Callable[[], None]) -> None:
        QShortcut(QKeySequence(key), self.list, act, context=Qt.ShortcutContext.WidgetShortcut)

    def _add(self) -> None:
        file = self._work.file
        new = AgendaItem(AgendaItemId(0), file.meeting.id, len(file.agenda) + 1, AgendaKind.OTHER, "", _USUAL_MINUTES)
        self._edit(new)

    def _edit(self, item: AgendaItem) -> None:
        work, filled = self._work, ItemDialog.ask(self, item)
        if filled is not None:
            work.act(lambda: work.desk.services.meetings.save_item(work.actor, filled))

    def _move(self, way: int) -> None:
        work, item = self._work, self.list.current_row()
        if item is not None and 1 <= item.position + way <= len(work.file.agenda):
            work.act(lambda: work.desk.services.meetings.move_item(work.actor, item.id, item.position + way))

    def _remove(self) -> None:
        work, item = self._work, self.list.current_row()
        if item is not None:
            work.act(lambda: work.desk.services.meetings.remove_item(work.actor, item.id))
