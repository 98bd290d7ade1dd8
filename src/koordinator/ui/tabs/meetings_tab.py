"""The tab Møder: the citizen's or the family's meetings, and a new one."""

from koordinator.domain.access import Action, may
from koordinator.domain.ids import CitizenId, MeetingId
from koordinator.texts import meeting_page as texts
from koordinator.ui.desk import Desk
from koordinator.ui.override import override
from koordinator.ui.pages.meetings.view_state import TITLES, Which, in_list
from koordinator.ui.tabs.meeting_list import meeting_columns
from koordinator.ui.tabs.plan_meeting import MeetingPlanner
from koordinator.ui.tabs.rhythm_card import RhythmCard
from koordinator.ui.tabs.tab import SubjectTab, SubjectView
from koordinator.ui.tabs.things_card import ThingsCard
from koordinator.ui.widgets.layout import STRETCH, column
from koordinator.usecases.ports_diary import DiaryScope, MeetingEntry


class MeetingsTab(SubjectTab):
    """Those ahead first; a citizen also sees the family's."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._view: SubjectView | None = None
        self._planner = MeetingPlanner(desk, self, self._planned)
        may_plan = may(desk.actor, Action.PLAN_MEETING)
        add = {Which.AHEAD: (texts.PLAN_MEETING, self.plan)} if may_plan else {}
        self._cards: dict[Which, ThingsCard[MeetingEntry]] = {
            which: ThingsCard(
                TITLES[which],
                meeting_columns(with_subject=False),
                lambda entry: entry.id,
                lambda entry: self.navigate.emit("meeting", entry.id),
                add=add.get(which),
            )
            for which in Which
        }
        self.rhythm = RhythmCard(desk)
        if not may_plan:
            self.rhythm.hide()
        inside = column(self.rhythm, *self._cards.values(), STRETCH, gap=16)
        inside.setContentsMargins(0, 0, 0, 0)
        self.setLayout(inside)

    @override
    def show_subject(self, view: SubjectView) -> None:
        if self._view is None or self._view.subject_id != view.subject_id:
            self._show(())
        self._view = view
        self.rhythm.show_subject(view.subject_id)
        follow_up, actor, scope = self._desk.services.follow_up, self._desk.actor, DiaryScope(citizen_id=_citizen(view))
        if scope.citizen_id is not None:
            self._desk.tasks.read(self, lambda: follow_up.meetings(actor, scope), self._show)

    def _show(self, entries: tuple[MeetingEntry, ...]) -> None:
        view = self._view
        if view is not None and view.family is not None:
            entries = tuple(entry for entry in entries if entry.subject_id == view.subject_id)
        for which, card in self._cards.items():
            rows = in_list(entries, which)
            card.show_things(rows)
            card.setVisible(bool(rows) or which is Which.AHEAD)
        nothing = texts.NO_AHEAD if entries else texts.with_name(texts.NO_MEETINGS_HERE, view.name if view else "")
        self._cards[Which.AHEAD].set_empty(nothing)

    @override
    def begin(self) -> None:
        self.plan()

    def plan(self) -> None:
        """Aftal møde, about the citizen or family that is shown."""
        if self._view is not None:
            self._planner.for_subject(self._view)

    def _planned(self, meeting_id: MeetingId) -> None:
        self.changed.emit()
        self.navigate.emit("meeting", meeting_id)


def _citizen(view: SubjectView) -> CitizenId | None:
    """Whose diary holds the subject's meetings: the citizen's, or that of anybody in the family."""
    if view.citizen is not None:
        return view.citizen.citizen.id
    members = view.family.members.members if view.family is not None else ()
    return members[0].citizen.id if members else None
