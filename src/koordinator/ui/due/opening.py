"""Where a line about something that falls due leads to: the meeting, the citizen or family, or what was asked."""

from koordinator.domain.follow_up import DueKind
from koordinator.domain.ids import MeetingId
from koordinator.ui.desk import Desk
from koordinator.ui.due.rows import DueRow
from koordinator.ui.page import Page
from koordinator.ui.tabs.dialogs.citizen_requests import RequestsDialog
from koordinator.usecases.subject_people import SubjectPeople


def open_line(page: Page, desk: Desk, line: DueRow) -> None:
    """Goes to the thing; the look at whose it is is logged."""
    if line.item.kind is DueKind.MEETING:
        page.navigate.emit("meeting", MeetingId(line.item.thing_id))
        return
    follow_up, actor = desk.services.follow_up, desk.actor

    def go(people: SubjectPeople) -> None:
        if line.item.kind is not DueKind.REQUEST:
            _go_to(page, people, line.tab)
        elif RequestsDialog.open_for(page, desk, people.citizens[0]):
            page.mark_stale()

    desk.tasks.read(page, lambda: follow_up.whose(actor, line.item.subject_id), go)


def _go_to(page: Page, people: SubjectPeople, tab: str) -> None:
    if people.family_id is not None:
        page.navigate.emit("family", (people.family_id, tab))
    else:
        page.navigate.emit("citizen", (people.citizens[0].id, tab))
