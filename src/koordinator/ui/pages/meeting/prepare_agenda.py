"""The agenda before the meeting: what must get done, in the order the citizen wants, by whom and in what time."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut

from koordinator.domain.agenda import agenda_minutes
from koordinator.domain.agenda_proposals import Proposal
from koordinator.domain.ids import AgendaItemId
from koordinator.domain.meeting import AgendaItem, AgendaKind
from koordinator.texts import meeting_agenda as words
from koordinator.texts import meeting_page as texts
from koordinator.ui.ask import Question
from koordinator.ui.override import override
from koordinator.ui.pages.meeting import view_state as state
from koordinator.ui.pages.meeting.agenda_list import AgendaList
from koordinator.ui.pages.meeting.coverage import taking_part
from koordinator.ui.pages.meeting.dialogs import ItemDialog
from koordinator.ui.pages.meeting.propose import ProposalsDialog
from koordinator.ui.pages.meeting.work import Work
from koordinator.ui.tokens import Tone
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.card import Card, Panel
from koordinator.ui.widgets.labels import Label, Role, tooltip
from koordinator.ui.widgets.table_model import Column, Look

_USUAL_MINUTES = 10


class AgendaCard(Card):
    """Enter changes an item, Alt+Up and Alt+Down or dragging move it, Delete takes it away."""

    def __init__(self, work: Work) -> None:
        super().__init__(texts.AGENDA)
        self._work = work
        self.add = Button(texts.ADD_ITEM, icon="plus")
        self.add.clicked.connect(self._add)
        self.propose = Button(words.PROPOSE, icon="list-checks")
        self.propose.setToolTip(tooltip(words.PROPOSE_HINT))
        self.propose.clicked.connect(self._read_proposals)
        self._total = Label(role=Role.SMALL_MUTED, wraps=True)
        self._crowd = Panel("", Tone.SOON)
        self._taking_part = Panel("", Tone.INFO)
        self.add_to_head(self.propose)
        self.add_to_head(self.add)
        self.list = AgendaList(
            texts.AGENDA,
            (
                Column("", lambda item: str(item.position), 48, is_number=True),
                Column(texts.ITEM_TITLE, lambda item: item.title, 0, Look.PLAIN, self._detail),
            ),
            lambda item: item.id,
            fits_rows=True,
            has_head=False,
        )
        self.body.addWidget(self._crowd)
        self.body.addWidget(self.list)
        self.body.addWidget(self._taking_part)
        self.body.addWidget(self._total)
        self.body.addWidget(Label(texts.AGENDA_KEYS, Role.SMALL_MUTED, wraps=True))
        self.list.opened.connect(self._edit)
        self.list.dropped.connect(self._place)
        self._on_key("Alt+Up", partial(self._move, -1))
        self._on_key("Alt+Down", partial(self._move, 1))
        self.list.installEventFilter(self)

    def show_file(self) -> None:
        """Shows the agenda."""
        file, table = self._work.file, self._work.file.table
        self.list.set_rows(file.agenda)
        self._total.setText(words.total(agenda_minutes(file.agenda), file.meeting.duration_minutes))
        said = taking_part(file)
        self._taking_part.setVisible(bool(said))
        self._taking_part.set_text(said)
        idle = tuple(state.name_of(file, each) for each in table.without_item)
        self._crowd.setVisible(table.is_crowded)
        self._crowd.set_text(words.crowded(len(table.professionals), table.most, idle))

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
        work, filled = self._work, ItemDialog.ask(self, self._work.file, item)
        if filled is not None:
            work.act(lambda: work.desk.services.meetings.save_item(work.actor, filled))

    def _move(self, way: int) -> None:
        work, item = self._work, self.list.current_row()
        if item is not None and 1 <= item.position + way <= len(work.file.agenda):
            self._place(item, item.position + way)

    def _place(self, item: AgendaItem, position: int) -> None:
        work = self._work
        work.act(lambda: work.desk.services.meetings.move_item(work.actor, item.id, position))

    def _remove(self) -> None:
        work, item = self._work, self.list.current_row()
        if item is not None:
            work.act(lambda: work.desk.services.meetings.remove_item(work.actor, item.id))

    def _detail(self, item: AgendaItem) -> str:
        file = self._work.file
        presenter = next((state.name_of(file, each) for each in file.participants if each.id == item.presenter_id), "")
        theme = next((each.name for each in file.themes if each.id == item.theme_id), "")
        return words.item_detail(presenter, item.minutes, theme)

    def _read_proposals(self) -> None:
        work, meeting_id = self._work, self._work.file.meeting.id
        work.desk.tasks.read(self, lambda: work.desk.services.meetings.propose(work.actor, meeting_id), self._choose)

    def _choose(self, proposals: tuple[Proposal, ...]) -> None:
        work = self._work
        if not proposals:
            Question.message(self, words.PROPOSALS, words.NOTHING_TO_PROPOSE)
            return
        taken = ProposalsDialog.ask(self, proposals, work.file.people.name)
        if taken:
            meeting_id = work.file.meeting.id
            work.act(lambda: work.desk.services.meetings.take_up(work.actor, meeting_id, taken))
